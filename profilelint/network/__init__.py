"""The member's network, and the report of what became of the invitations sent.

``check`` never imports this package: it reads of the connections only how many there are.
"""
