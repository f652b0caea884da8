"""Proofreading: engines behind one protocol, the words they accept, and what becomes of their output."""
