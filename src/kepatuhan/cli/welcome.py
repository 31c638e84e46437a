"""What a newcomer sees who types ``kepatuhan`` alone: three steps."""

from kepatuhan.messages import Words
from kepatuhan.report.page import wrapped


def welcome(words: Words, width: int | None) -> str:
    """The three steps, broken between words at ``width``."""
    return wrapped(words.text("welcome"), width) + "\n"
