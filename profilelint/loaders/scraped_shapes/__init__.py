"""The shapes in which scrapers and services hand over a profile: a table for each, and its reader.

A table (``NAME.yaml``) names, for each field of the profile, the keys that may hold it, best first.
A key is a path, ``company.name``; keys are compared without case, accents and separators. A list in
place of a key joins the texts of its keys, as for first and last name.
"""
