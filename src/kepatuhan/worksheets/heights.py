"""How high a row must be for its texts: written into the file, since not every program works it out on opening."""

import textwrap
from collections.abc import Iterable
from functools import lru_cache

_POINTS_A_LINE, _MARGIN, _HIGHEST = 14.0, 3.0, 409.0
_FULLNESS = 1.08
"""Letters to a digit's width, which columns are measured in; less than usual, for a font that is a little wide."""


def row_height(texts: Iterable[tuple[str, float]]) -> float:
    """The height in points of a row that holds these texts, each in a column as wide as so many characters."""
    lines = max((_lines(text, width) for text, width in texts), default=1)
    return min(lines * _POINTS_A_LINE + _MARGIN, _HIGHEST)


@lru_cache(maxsize=4096)  # every unit's sheet holds the same texts
def _lines(text: str, width: float) -> int:
    room = max(1, int(width * _FULLNESS))
    return sum(max(1, len(textwrap.wrap(paragraph, room))) for paragraph in text.split("\n")) if text else 1
