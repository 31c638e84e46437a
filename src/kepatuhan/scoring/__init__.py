"""The scoring rules: pure and exact. Nothing here reads, writes, asks the clock, holds a float or knows a word."""
