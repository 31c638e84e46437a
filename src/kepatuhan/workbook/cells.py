"""What a workbook is made of, whatever library reads it: sheets that yield rows of filled cells."""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple, Protocol

from kepatuhan.exact import Exact, to_text

_LETTERS = re.compile(r"[A-Z]{1,3}")


class Kind(StrEnum):
    """What stands in a filled cell."""

    __hash__ = str.__hash__  # the enum's own is written in Python, and every cell that is looked up needs it
    NUMBER = "number"
    TEXT = "text"
    TRUTH = "truth"
    DATE = "date"
    ERROR = "error"
    UNCALCULATED = "uncalculated"
    """A formula whose result no program has stored."""
    NO_NUMBER = "no number"
    """A stored number that no cell can show: NaN, INF, 1E+400."""


class Cell(NamedTuple):
    """A filled cell: ``value`` is exact for a number (15 significant digits, as Excel shows it), else what is shown."""

    column: int
    kind: Kind
    value: Exact | str | bool
    number_format: str = "General"

    @property
    def text(self) -> str:
        """The value as a person would read it in a message."""
        if isinstance(self.value, bool):
            return "TRUE" if self.value else "FALSE"
        return self.value if isinstance(self.value, str) else to_text(self.value)


class Row(NamedTuple):
    """The filled cells of one row, from left to right; rows and columns are counted from 1."""

    number: int
    cells: list[Cell]
    is_hidden: bool = False
    """Whether people cannot see the row (hidden, or filtered away)."""
    width: int | None = None
    """How many cells the row of a text file has, filled or not; None in a sheet, where rows have no end."""


class MergedCells(NamedTuple):
    """A block of cells shown as one: only its first cell can hold anything."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int


class Place(NamedTuple):
    """Where a cell stands: the number of its sheet among all sheets read, its row and its column."""

    sheet: int
    row: int
    column: int


class Sheet(Protocol):
    """A sheet, as any reader offers it."""

    @property
    def name(self) -> str | None:
        """The sheet's name; None for a file that has no sheets (.csv)."""

    @property
    def is_hidden(self) -> bool:
        """Whether people cannot see the sheet."""

    @property
    def hidden_columns(self) -> Sequence[range]:
        """The columns that people cannot see, known once the first row was read."""

    @property
    def merged(self) -> Sequence[MergedCells]:
        """The merged cells, known once all rows were read."""

    def rows(self) -> Iterator[Row]:
        """The rows that hold something, from top to bottom."""


class Book(NamedTuple):
    """An opened workbook."""

    file: str
    stem: str
    """The file's name without folder and ending: the unit's name where nothing else says it."""
    sha256: str
    sheets: tuple[Sheet, ...]


def cell_name(row: int, column: int) -> str:
    """The address of a cell as Excel writes it: ``D14``."""
    return f"{column_name(column)}{row}"


def column_name(column: int) -> str:
    """The letters of a column: ``A`` for 1, ``AA`` for 27."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


@lru_cache(maxsize=1024)
def column_number(letters: str) -> int:
    """``A`` is 1, ``AA`` 27; 0 where the letters are none."""
    if not _LETTERS.fullmatch(letters):
        return 0
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
