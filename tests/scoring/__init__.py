"""The tests of the scoring rules."""
