"""The tests of kepatuhan."""
