"""Headings in cells that are merged over several rows: they stand above the row of the codes, and belong to it.

A table with groups of columns is mostly headed so: *Unit* over two rows, the groups in the first of them, and the
codes in the second. Only what is certain is taken down: cells one column wide that end in the very row of the codes. A
heading that merely stands higher, reaches into the table, or spans several columns may belong to anything.
"""

from collections.abc import Sequence

from kepatuhan.workbook.cells import Cell, Row, Sheet
from kepatuhan.workbook.headers import Header, LayoutKind, read_header
from kepatuhan.workbook.values import is_blank
from kepatuhan.workbook.vocabulary import Vocabulary

_TALLEST = 5
"""Rows that a heading may be merged over."""


class TallHeadings:
    """Completes a row of codes in one sheet."""

    def __init__(self, sheet: Sheet, vocabulary: Vocabulary) -> None:
        self._sheet = sheet
        self._vocabulary = vocabulary
        self._first_rows: dict[tuple[int, int], int] | None = None

    def completed(self, row: Row, above: Sequence[Row]) -> Header | None:
        """The header of a matrix that ``row`` begins with merged headings of the rows ``above``; None without one."""
        own = [cell for cell in row.cells if not is_blank(cell)]
        filled = {cell.column for cell in own}
        higher: dict[int, tuple[int, Cell]] = {}
        for earlier in above[1 - _TALLEST :]:
            for cell in earlier.cells:
                if cell.column not in filled and not is_blank(cell):
                    higher[cell.column] = earlier.number, cell
        if self._header(row.number, [*own, *(cell for _, cell in higher.values())]).kind is not LayoutKind.MATRIX:
            return None  # which spares nearly every sheet the search for its merged cells
        first_rows = self._first_rows_of_merged()
        tall = [cell for number, cell in higher.values() if first_rows.get((row.number, cell.column)) == number]
        header = self._header(row.number, [*own, *tall])
        return header if header.kind is LayoutKind.MATRIX else None

    def _header(self, row: int, cells: Sequence[Cell]) -> Header:
        return read_header(Row(row, sorted(cells, key=lambda cell: cell.column)), self._vocabulary)

    def _first_rows_of_merged(self) -> dict[tuple[int, int], int]:
        """Of merged cells one column wide, the first row by the last row and the column.

        They are known at the end of a sheet, so it is read to its end.
        """
        if self._first_rows is None:
            for _ in self._sheet.rows():
                pass
            self._first_rows = {
                (block.last_row, block.first_column): block.first_row
                for block in self._sheet.merged
                if block.first_column == block.last_column
            }
        return self._first_rows
