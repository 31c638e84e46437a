"""The workbooks that we hand out: they explain themselves, refuse wrong answers, and show the score so far."""
