"""Proofreading: engines behind one protocol, the words they accept, what becomes of their flags."""
