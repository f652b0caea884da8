"""Mends a profile: chooses edits, writes them into its source, and makes nothing worse."""
