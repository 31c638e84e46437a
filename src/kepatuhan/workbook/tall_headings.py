"""Headings in cells that are merged over several rows: they stand above the header row, and belong to it.

A table with groups of columns is usually headed so: *Unit* over two rows, the groups in the first of them, and the
codes in the second. Only cells that are merged are taken down; what merely stands higher may belong to anything.
"""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from kepatuhan.workbook.cells import Cell, Row, Sheet
from kepatuhan.workbook.headers import Header, read_header
from kepatuhan.workbook.values import is_blank
from kepatuhan.workbook.vocabulary import Vocabulary

_TALLEST = 5
"""Rows that a heading may be merged over."""


class TallHeader(NamedTuple):
    """A header whose headings do not all begin in its own row, and the row where the first of them does."""

    header: Header
    first_row: int


class TallHeadings:
    """Completes the header row of one sheet."""

    def __init__(self, sheet: Sheet, vocabulary: Vocabulary) -> None:
        self._sheet = sheet
        self._vocabulary = vocabulary
        self._above: list[Row] = []
        """The last rows, as far as their headings may reach down."""
        self._last_with_headings = 0
        self._last_rows: dict[tuple[int, int], int] | None = None

    def completed(self, row: Row, alone: Header) -> TallHeader | None:
        """The header that ``row`` begins together with merged headings above it; None where it begins none so.

        ``alone`` is what it would be without them. Rows are given from top to bottom.
        """
        if row.width is not None:
            return None  # a text file has no merged cells
        above = [earlier for earlier in self._above if earlier.number > row.number - _TALLEST]
        self._above = [*above, row]
        if alone.unit is not None or alone.code is not None or alone.components:
            self._last_with_headings = row.number
        if not above or self._last_with_headings <= row.number - _TALLEST:
            return None  # which spares the rows of other tables a second look
        own = {cell.column: cell for cell in row.cells if not is_blank(cell)}
        higher = {
            cell.column: (earlier.number, cell)
            for earlier in above
            for cell in earlier.cells
            if cell.column not in own and not is_blank(cell)
        }
        every = [*own.values(), *(cell for _, cell in higher.values())]
        if not higher or (alone.kind is None and self._header(row.number, every).kind is None):
            return None  # which spares nearly every sheet the search for its merged cells
        ends = self._ends_of_merged()
        tall = [(number, cell) for number, cell in higher.values() if ends.get((number, cell.column), 0) >= row.number]
        header = self._header(row.number, [*own.values(), *(cell for _, cell in tall)])
        return TallHeader(header, min(number for number, _ in tall)) if tall and header.kind is not None else None

    def extended(self, found: TallHeader, rows: Iterator[Row]) -> tuple[TallHeader, Iterator[Row]]:
        """The header with further headings in the rows below it, as far as its own reach down; and the rows left."""
        for row in rows:
            adds = any(cell.column not in found.header.columns for cell in row.cells)
            lower = self.completed(row, read_header(row, self._vocabulary)) if adds else None
            if lower is None or not _adds_to(found.header, lower.header):
                return found, chain([row], rows)
            found = TallHeader(lower.header, min(found.first_row, lower.first_row))
        return found, rows

    def _header(self, row: int, cells: Iterable[Cell]) -> Header:
        return read_header(Row(row, sorted(cells, key=lambda cell: cell.column)), self._vocabulary)

    def _ends_of_merged(self) -> dict[tuple[int, int], int]:
        """The last row of merged cells, by their first row and column: known at the end of a sheet, so it is read."""
        if self._last_rows is None:
            for _ in self._sheet.rows():
                pass
            self._last_rows = {(block.first_row, block.first_column): block.last_row for block in self._sheet.merged}
        return self._last_rows


def _adds_to(header: Header, lower: Header) -> bool:
    """Whether the lower row takes nothing away and gives a heading to more columns."""
    ids, lower_ids = ({column.component_id for column in of.components} for of in (header, lower))
    return header.columns < lower.columns and ids <= lower_ids and header.kind is lower.kind
