"""What was worked out before, kept for what comes again, and never more than a computer has room for."""

from typing import TypeVar

Key = TypeVar("Key")
Known = TypeVar("Known")

MOST_REMEMBERED = 50_000
LONGEST_REMEMBERED = 500
"""Characters of a text that is worth keeping; longer ones hardly come again, and would fill the memory."""


class Remembered(dict[Key, Known]):
    """A memory that is emptied when it is full: what is asked for again and again is soon in it once more."""

    def remember(self, key: Key, known: Known) -> Known:
        """Keep ``known`` for ``key``, and return it."""
        if len(self) >= MOST_REMEMBERED:
            self.clear()
        self[key] = known
        return known
