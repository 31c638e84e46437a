"""How high a row must be for its texts: written into the file, since not every program works it out on opening."""

import textwrap
from collections.abc import Iterable
from functools import lru_cache

_MARGIN, _HIGHEST = 3.0, 409.0
_USUAL_SIZE = 11
_LINE = 14 / 11
"""The height of a line, in sizes of its letters."""
_FULLNESS = 1.08
"""Letters of the usual size to a digit's width, which columns are measured in; less than most texts have."""


def row_height(texts: Iterable[tuple[str, float]], size: float = _USUAL_SIZE) -> float:
    """The height in points of a row that holds these texts, each in a column as wide as so many characters.

    ``size`` is that of the letters, in points; bold ones take as much room as if they were one larger.
    """
    letters = _FULLNESS * _USUAL_SIZE / size
    lines = max((_lines(text, width * letters) for text, width in texts), default=1)
    return min(lines * _LINE * size + _MARGIN, _HIGHEST)


@lru_cache(maxsize=4096)  # every unit's sheet holds the same texts
def _lines(text: str, letters: float) -> int:
    room = max(1, int(letters))
    return sum(max(1, len(textwrap.wrap(paragraph, room))) for paragraph in text.split("\n")) if text else 1
