"""What a newcomer sees who types ``kepatuhan`` alone: three steps."""

from kepatuhan.messages import Words


def welcome(words: Words) -> str:
    """The three steps."""
    return words.text("welcome") + "\n"
