"""House rules for the profiles of one company: a worked example of a profilelint pack."""
