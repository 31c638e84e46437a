"""What the cells of all sheets of a workbook refer to, and so what each cell holds."""

import math
import re
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from kepatuhan.exact import Exact, simplest
from kepatuhan.workbook.cells import Cell, Kind
from kepatuhan.workbook.formats import GENERAL, date_text, is_date
from kepatuhan.workbook.plain_cells import PlainCells
from kepatuhan.workbook.remembered import LONGEST_REMEMBERED, Remembered

_NUMBER = re.compile(r"\s*[+-]?(?:\d{1,400}(?:\.\d{0,400})?|\.\d{1,400})(?:[eE][+-]?\d{1,5})?\s*", re.ASCII)
_SURROGATE = re.compile("[\ud800-\udfff]")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")

Content = tuple[Kind, Exact | str | bool, str]
"""The kind, the value and the number format of a cell."""
_new_cell = tuple.__new__
"""Makes a Cell of a tuple of its fields, without the detour through keyword arguments: a third of the time."""


class Stored:
    """The shared texts, the number format of each cell style, and the day that dates are counted from."""

    def __init__(self, texts: Sequence[str], formats: Sequence[str], *, since_1904: bool) -> None:
        self._texts = texts
        self._formats = formats
        self._since_1904 = since_1904
        self._contents: Remembered[tuple[str, str, str], Content] = Remembered()
        """What cells of one kind, style and text hold: answers repeat."""
        self.plain_cells = PlainCells(self.cell)
        """Of all sheets together: sheets of one workbook hold the same words."""

    def cell(self, column: int, kind: str, style: str, value: str | None, formula: str | None = None) -> Cell | None:
        """The cell, or None where it is empty; ``kind`` and ``style`` are its attributes as they stand in the file.

        Raises:
            ValueError, IndexError: when the cell is damaged.
        """
        if not value and (value is None or kind not in ("str", "inlineStr")):
            # A stored empty text is a result; anything else that is empty beside a formula is none.
            return None if formula is None else Cell(column, Kind.UNCALCULATED, f"={formula or '...'}")
        key = (kind, style, value)
        content = self._contents.get(key)
        if content is None:
            content = self._content(*key)
            if len(value) <= LONGEST_REMEMBERED:
                self._contents.remember(key, content)
        return _new_cell(Cell, (column, *content))

    def _content(self, kind: str, style_text: str, text: str) -> Content:
        """What a cell holds, and its number format."""
        if kind == "s":
            return Kind.TEXT, self._texts[position(text)], GENERAL
        if kind == "n":
            style = position(style_text)
            number = as_shown(text)
            if number is None:
                return Kind.NO_NUMBER, text.strip()[:20], GENERAL
            number_format = self._formats[style] if self._formats else GENERAL
            if number_format != GENERAL and is_date(number_format, number):
                return Kind.DATE, date_text(number, self._since_1904), GENERAL
            return Kind.NUMBER, number, number_format
        if kind in ("str", "inlineStr"):
            return Kind.TEXT, unescaped(text), GENERAL
        if kind == "b" and text.strip() in ("0", "1", "true", "false"):
            return Kind.TRUTH, text.strip() in ("1", "true"), GENERAL
        if kind == "e":
            return Kind.ERROR, text.strip(), GENERAL
        if kind == "d":
            return Kind.DATE, text.strip(), GENERAL
        raise ValueError(kind)


def position(text: str) -> int:
    """A position in a list: never one counted from its end."""
    if not text.strip().isdigit():
        raise ValueError(text)
    return int(text)


def unescaped(text: str) -> str:
    """The text with the characters that XML cannot hold, which the format writes as ``_x000D_``."""
    if "_x" not in text:
        return text
    text = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)
    if _SURROGATE.search(text):  # two halves are one character; a half alone is none, and nothing could print it
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


@lru_cache(maxsize=4096)
def as_shown(text: str) -> Exact | None:
    """A stored number to 15 significant digits, as Excel shows it (0.1 + 0.2 is stored as 0.30000000000000004).

    None where the text is no number that a cell can hold: NaN, INF, 1E+400.
    """
    if not _NUMBER.fullmatch(text):
        return None
    binary = float(text)
    return simplest(Fraction(Decimal(format(binary, ".15g")))) if math.isfinite(binary) else None
