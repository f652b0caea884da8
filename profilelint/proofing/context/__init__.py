"""Rules of context for English: agreement, verb forms, numbers, words taken for one another."""
