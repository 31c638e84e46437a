"""The cells of one sheet part, in one pass over its XML; what cannot be vouched for is refused, never passed over.

Shown by the pass and by no library: rows or cells out of order or given twice, a stored number that is none, and a
formula without a stored result. Reading libraries lose such cells in silence, or take them for blank.
"""

import math
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from kepatuhan.exact import Exact, simplest
from kepatuhan.problems import ProblemsFound, Term, Where, error
from kepatuhan.workbook.cells import Cell, Kind, MergedCells, Row
from kepatuhan.workbook.formats import GENERAL, date_text, is_date
from kepatuhan.workbook.limits import LAST_COLUMN, LAST_ROW, MOST_CELLS, MOST_CHARACTERS, MOST_MERGED, exceeded
from kepatuhan.workbook.package import Package, new_parser

_LETTERS = re.compile(r"[A-Z]{1,3}")
_BLOCK = re.compile(r"([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})", re.ASCII)
_NUMBER = re.compile(r"\s*[+-]?(?:\d{1,400}(?:\.\d{0,400})?|\.\d{1,400})(?:[eE][+-]?\d{1,5})?\s*", re.ASCII)
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


Content = tuple[Kind, Exact | str | bool, str]
"""The kind, the value and the number format of a cell."""
_MOST_CONTENTS = 50_000
_new_cell = tuple.__new__
"""Makes a Cell of a tuple of its fields, without the detour through keyword arguments: a third of the time."""


class Stored(NamedTuple):
    """What the cells of all sheets refer to."""

    texts: Sequence[str]
    """The shared texts."""
    formats: Sequence[str]
    """The number format of each cell style."""
    since_1904: bool


class Seen(NamedTuple):
    """What is seen of a sheet beside its cells, while they are read: hidden columns first, merged cells last."""

    merged: list[MergedCells]
    hidden_columns: list[range]


def read_rows(package: Package, part: str, where: Where, stored: Stored, seen: Seen) -> Iterator[Row]:
    """The filled rows of the sheet in ``part``, from top to bottom; what is seen beside them goes to ``seen``.

    Raises:
        ProblemsFound: when the sheet is damaged, or its cells are not in order.
    """
    sheet = _SheetParser(where, stored, seen)
    cells = 0
    with package.reading(where.sheet):
        for _ in package.feed(part, sheet.parser):
            package.refuse_beyond("merged", len(seen.merged) + len(seen.hidden_columns), MOST_MERGED, where.sheet)
            if sheet.rows:
                ready, sheet.rows = sheet.rows, []
                cells += sum(len(row.cells) for row in ready)
                package.refuse_beyond("cells", cells, MOST_CELLS, where.sheet)
                yield from ready


class _SheetParser:
    """Takes the parser's events and keeps the rows that are complete."""

    def __init__(self, where: Where, stored: Stored, seen: Seen) -> None:
        self.rows: list[Row] = []
        self.parser = new_parser()
        self.parser.StartElementHandler = self._first
        self._where = where
        self._stored = stored
        self._dates = [is_date(number_format) for number_format in stored.formats]
        self._columns: dict[str, int] = {}
        self._contents: dict[tuple[str, str, str], Content] = {}
        """What cells of one kind, style and text hold: answers repeat."""
        self._seen = seen

    def _first(self, name: str, _attributes: dict[str, str]) -> None:
        """The root element tells the prefix that all names carry; from then on the handlers compare whole names."""
        if not name.endswith("worksheet"):
            raise ValueError(name)
        self._listen(name.removesuffix("worksheet"))

    def _listen(self, prefix: str) -> None:  # noqa: PLR0915 - three handlers share their state, which makes them fast
        """Set the handlers up: closures over a handful of names, since they run for every cell."""
        row_name, cell_name, value_name, formula_name, text_name, phonetic_name = (
            prefix + name for name in ("row", "c", "v", "f", "t", "rPh")
        )
        merged_name, columns_name = prefix + "mergeCell", prefix + "col"
        row = column = 0
        row_text = ""
        cells: list[Cell] = []
        attributes: dict[str, str] = {}
        value: str | None = None
        formula: str | None = None
        in_value = in_formula = is_phonetic = is_hidden = False

        def start(name: str, given: dict[str, str]) -> None:
            nonlocal row, row_text, column, cells, attributes, value, formula, is_phonetic, is_hidden
            nonlocal in_value, in_formula
            if name == cell_name:
                column = self._column(given.get("r"), row, row_text, column)
                attributes, value, formula = given, None, None
            elif name == value_name:
                if value is not None:
                    raise self._refused("cells.order", attributes.get("r", f"{row_text}"))
                value, in_value = "", True
            elif name == text_name:
                if not is_phonetic and attributes.get("t") == "inlineStr":
                    value, in_value = value or "", True
            elif name == formula_name:
                formula, in_formula = "", True
            elif name == row_name:
                row = self._row(given.get("r"), row)
                row_text, column, cells, is_hidden = str(row), 0, [], given.get("hidden") in ("1", "true")
            elif name == phonetic_name:
                is_phonetic = True
            elif name == merged_name:
                self._seen.merged.append(_merged_cells(given.get("ref", "")))
            elif name == columns_name and given.get("hidden") in ("1", "true"):
                self._seen.hidden_columns.append(range(_index(given["min"]), _index(given["max"]) + 1))

        def end(name: str) -> None:
            nonlocal in_value, in_formula, is_phonetic
            if name == cell_name:
                if value is not None or formula is not None:
                    cell = self._cell(column, attributes, value, formula)
                    if cell is not None:
                        cells.append(cell)
            elif name == row_name:
                if cells:
                    self.rows.append(Row(row, cells, is_hidden))
            elif name == phonetic_name:
                is_phonetic = False
            else:
                in_value = in_formula = False

        def text(data: str) -> None:
            nonlocal value, formula
            if in_value:
                value = value + data if value else data
                if len(value) > MOST_CHARACTERS:
                    raise ProblemsFound([exceeded("characters", MOST_CHARACTERS, self._where)])
            elif in_formula:
                formula = (formula or "") + data
                if len(formula) > MOST_CHARACTERS:
                    raise ProblemsFound([exceeded("characters", MOST_CHARACTERS, self._where)])

        self.parser.StartElementHandler = start
        self.parser.EndElementHandler = end
        self.parser.CharacterDataHandler = text

    def _row(self, reference: str | None, before: int) -> int:
        """The number of a row; one without is the next. Rows must come in their order, each once."""
        if reference is None:
            return before + 1
        if not (reference.isascii() and reference.isdigit() and len(reference) < 10 and int(reference) <= LAST_ROW):
            raise self._refused("cells.no_address", reference)
        if int(reference) <= before:
            raise self._refused("cells.order", reference)
        return int(reference)

    def _column(self, reference: str | None, row: int, row_text: str, before: int) -> int:
        """The column of a cell; one without an address is the next. Cells must come in their order, each once."""
        if reference is not None and row:
            letters = reference[: -len(row_text)]
            column = self._columns.get(letters)
            if column is None:
                column = self._columns[letters] = _column_number(letters)
            if column and column <= LAST_COLUMN and reference.endswith(row_text):
                if column > before:
                    return column
                raise self._refused("cells.order", reference)
        elif row:
            return before + 1
        raise self._refused("cells.no_address", reference or "?")

    def _refused(self, reason: str, reference: str) -> ProblemsFound:
        return ProblemsFound([error("KP705", self._where, reason=Term(reason), reference=reference[:20])])

    def _cell(self, column: int, attributes: dict[str, str], value: str | None, formula: str | None) -> Cell | None:
        """The cell, or None where it is empty; ``value`` and ``formula`` are what stands in it."""
        kind = attributes.get("t", "n")
        if not value and (value is None or kind not in ("str", "inlineStr")):
            # A stored empty text is a result; anything else that is empty beside a formula is none.
            return None if formula is None else Cell(column, Kind.UNCALCULATED, f"={formula or '...'}")
        key = (kind, attributes.get("s", "0"), value)
        content = self._contents.get(key)
        if content is None:
            if len(self._contents) >= _MOST_CONTENTS:
                self._contents.clear()
            content = self._contents[key] = self._content(*key)
        return _new_cell(Cell, (column, *content))

    def _content(self, kind: str, style_text: str, text: str) -> Content:
        """What a cell holds, and its number format."""
        if kind == "s":
            return Kind.TEXT, self._stored.texts[_index(text)], GENERAL
        if kind == "n":
            style = _index(style_text)
            number = as_shown(text)
            if number is None:
                return Kind.NO_NUMBER, text.strip()[:20], GENERAL
            if self._dates and self._dates[style]:
                return Kind.DATE, date_text(number, self._stored.since_1904), GENERAL
            return Kind.NUMBER, number, self._stored.formats[style] if self._stored.formats else GENERAL
        if kind in ("str", "inlineStr"):
            return Kind.TEXT, unescaped(text), GENERAL
        if kind == "b" and text.strip() in ("0", "1", "true", "false"):
            return Kind.TRUTH, text.strip() in ("1", "true"), GENERAL
        if kind == "e":
            return Kind.ERROR, text.strip(), GENERAL
        if kind == "d":
            return Kind.DATE, text.strip(), GENERAL
        raise ValueError(kind)


def _merged_cells(reference: str) -> MergedCells:
    match = _BLOCK.fullmatch(reference if ":" in reference else f"{reference}:{reference}")
    if match is None:
        raise ValueError(reference)
    return MergedCells(int(match[2]), _column_number(match[1]), int(match[4]), _column_number(match[3]))


def _index(text: str) -> int:
    """A position in a list: never one counted from its end."""
    if not text.strip().isdigit():
        raise ValueError(text)
    return int(text)


def _column_number(letters: str) -> int:
    """``A`` is 1, ``AA`` 27; 0 where the letters are none."""
    if not _LETTERS.fullmatch(letters):
        return 0
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def unescaped(text: str) -> str:
    """The text with the characters that XML cannot hold, which the format writes as ``_x000D_``."""
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text


@lru_cache(maxsize=4096)
def as_shown(text: str) -> Exact | None:
    """A stored number to 15 significant digits, as Excel shows it (0.1 + 0.2 is stored as 0.30000000000000004).

    None where the text is no number that a cell can hold: NaN, INF, 1E+400.
    """
    if not _NUMBER.fullmatch(text):
        return None
    binary = float(text)
    return simplest(Fraction(Decimal(format(binary, ".15g")))) if math.isfinite(binary) else None
