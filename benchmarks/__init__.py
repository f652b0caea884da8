"""Measurements beside peers: what is here is run by hand, and its figures are published."""
