"""The parts of a JSON Resume."""
