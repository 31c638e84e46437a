"""The cells of one sheet part, in one pass over its XML; what cannot be vouched for is refused, never passed over.

Shown by the pass and by no library: rows or cells out of order or given twice, a stored number that is none, and a
formula without a stored result. Reading libraries lose such cells in silence, or take them for blank.
"""

import re
from collections import deque
from collections.abc import Callable, Iterator
from typing import NamedTuple

from kepatuhan.problems import ProblemsFound, Term, Where, error
from kepatuhan.workbook.cells import Cell, MergedCells, Row, column_number
from kepatuhan.workbook.limits import (
    LAST_COLUMN,
    LAST_ROW,
    MOST_CELLS,
    MOST_CHARACTERS,
    MOST_MARK_BYTES,
    MOST_MERGED,
    exceeded,
)
from kepatuhan.workbook.package import Package, XmlParser
from kepatuhan.workbook.plain_cells import ROW, Declined
from kepatuhan.workbook.stored import Stored, position

_BLOCK = re.compile(r"([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})", re.ASCII)
_ROW_END = b"</row>"
_MOST_HELD = MOST_MARK_BYTES // 2
"""Bytes to wait for the end of a row in."""
_ENCODINGS = ("utf-8", "us-ascii")


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
        for _ in package.feed(part, sheet):
            package.refuse_beyond("merged", len(seen.merged) + len(seen.hidden_columns), MOST_MERGED, where.sheet)
            if sheet.rows:
                ready, sheet.rows = sheet.rows, []
                cells += sum(len(row.cells) for row in ready)
                package.refuse_beyond("cells", cells, MOST_CELLS, where.sheet)
                yield from ready


class _SheetParser:
    """Takes the part's bytes and keeps the rows that are complete.

    The cells of plain rows are cut out and read apart, as far as the parser has just closed a row where such a row
    begins: then its bytes are no comment and no text. The parser gets all the rest, the tags of those rows among it,
    so that it sees every mistake, and every order, that it would see in the whole.
    """

    def __init__(self, where: Where, stored: Stored, seen: Seen) -> None:
        self.rows: list[Row] = []
        self._parser = XmlParser()
        self._expat = self._parser.expat
        self._expat.StartElementHandler = self._first
        self._expat.XmlDeclHandler = self._declared
        self._where = where
        self._stored = stored
        self._columns: dict[str, int] = {}
        self._seen = seen
        self._tags: list[bytes] = []
        """The first tags of the plain rows that the parser did not see yet: it is asked once for all of them."""
        self._plain_rows: deque[list[Cell]] = deque()
        """The cells of those rows."""
        self._may_be_plain = True
        self._is_between_rows = False
        """Whether the last that the parser saw of the part is the end of a row, outside of everything else."""
        self._held = b""
        """The beginning of a row whose end did not come yet."""
        self._taken = self._given = 0
        """How many bytes of the part came, and how many the parser got."""

    def Parse(self, data: bytes, is_final: bool = False, /) -> None:  # noqa: N802 - called like the parser's own
        """Take the next bytes of the part."""
        self._taken += len(data)
        *rows, self._held = (self._held + data).split(_ROW_END)
        for row in rows:
            self._take(row)
        self._give_tags()
        if is_final or len(self._held) > _MOST_HELD:
            self._give(self._held, self._parser.Parse)
            self._held = b""
        if is_final:
            self._parser.Parse(b"", True)

    @property
    def CurrentByteIndex(self) -> int:  # noqa: N802 - called like the parser's own
        """Where in the part the last that was understood begins."""
        return self._taken - len(self._held) - self._given + self._expat.CurrentByteIndex

    @property
    def depth(self) -> int:
        """How many elements have begun and not ended."""
        return self._parser.depth

    def _take(self, row: bytes) -> None:
        """Take all up to the end of a row, in the plain way where that can be vouched for."""
        tag = ROW.match(row) if self._is_between_rows or self._tags else None
        if tag is not None:
            try:
                self._plain_rows.append(self._stored.plain_cells.read(row[tag.end() :], tag[1]))
            except Declined:
                pass
            else:
                self._tags.append(tag[0])
                return
        self._give_tags()
        self._give(row + _ROW_END, self._parser.Parse)

    def _give_tags(self) -> None:
        """Let the parser see the plain rows: whether they are in order, and that they are rows where they stand."""
        if self._tags:
            xml = _ROW_END.join((*self._tags, b""))
            self._tags.clear()
            self._give(xml, self._expat.Parse)  # what begins and ends at once adds no depth
        if self._plain_rows:
            raise ValueError("rows that are none")

    def _give(self, xml: bytes, parse: Callable[[bytes, bool], object]) -> None:
        self._given += len(xml)
        self._is_between_rows = False
        parse(xml, False)

    def _declared(self, _version: str, encoding: str | None, _standalone: int) -> None:
        self._may_be_plain = encoding is None or encoding.lower() in _ENCODINGS

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
        in_value = in_formula = is_phonetic = is_hidden = is_in_row = False
        may_be_plain = self._may_be_plain and not prefix

        def start(name: str, given: dict[str, str]) -> None:
            nonlocal row, row_text, column, cells, attributes, value, formula, is_phonetic, is_hidden
            nonlocal in_value, in_formula, is_in_row
            if name == cell_name:
                if row and not is_in_row:
                    raise self._refused("cells.order", given.get("r", "?"))
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
                if is_in_row:
                    raise self._refused("cells.order", given.get("r", "?"))
                row, is_in_row = self._row(given.get("r"), row), True
                row_text, column, cells, is_hidden = str(row), 0, [], given.get("hidden") in ("1", "true")
                attributes, value, formula = {}, None, None
            elif name == phonetic_name:
                is_phonetic = True
            elif name == merged_name:
                self._seen.merged.append(_merged_cells(given.get("ref", "")))
            elif name == columns_name and given.get("hidden") in ("1", "true"):
                self._seen.hidden_columns.append(range(position(given["min"]), position(given["max"]) + 1))

        def end(name: str) -> None:
            nonlocal in_value, in_formula, is_phonetic, is_in_row
            if name == cell_name:
                if value is not None or formula is not None:
                    kind, style = attributes.get("t", "n"), attributes.get("s", "0")
                    cell = self._stored.cell(column, kind, style, value, formula)
                    if cell is not None:
                        cells.append(cell)
            elif name == row_name:
                found = self._plain_rows.popleft() if self._plain_rows else cells
                if found:
                    self.rows.append(Row(row, found, is_hidden))
                is_in_row = False
                if may_be_plain and self._expat.CurrentByteIndex == self._given - len(_ROW_END):
                    self._is_between_rows = not (in_value or in_formula or is_phonetic)
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

        self._expat.StartElementHandler = start
        self._expat.EndElementHandler = end
        self._expat.CharacterDataHandler = text

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
                column = self._columns[letters] = column_number(letters)
            if column and column <= LAST_COLUMN and reference.endswith(row_text):
                if column > before:
                    return column
                raise self._refused("cells.order", reference)
        elif row:
            return before + 1
        raise self._refused("cells.no_address", reference or "?")

    def _refused(self, reason: str, reference: str) -> ProblemsFound:
        return ProblemsFound([error("KP705", self._where, reason=Term(reason), reference=reference[:20])])


def _merged_cells(reference: str) -> MergedCells:
    match = _BLOCK.fullmatch(reference if ":" in reference else f"{reference}:{reference}")
    if match is None:
        raise ValueError(reference)
    return MergedCells(int(match[2]), column_number(match[1]), int(match[4]), column_number(match[3]))
