"""The rules that an indicator file must keep, and the only way to an instrument that is safe to score with."""
