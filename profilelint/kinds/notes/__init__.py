"""The kinds that judge a note: an invitation to connect, a draft of a message."""
