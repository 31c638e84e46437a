"""What a person sees in a sheet and a table of cells does not show: merged cells, hidden rows, columns without heading.

Each can take an answer out of sight, so each is named.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Container, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from kepatuhan.problems import ProblemsFound, Where
from kepatuhan.workbook.cells import Cell, MergedCells, Row, Sheet
from kepatuhan.workbook.headers import Header
from kepatuhan.workbook.limits import MOST_STRAYS, exceeded
from kepatuhan.workbook.values import could_be_answer, is_blank


@dataclass(slots=True)
class Stray:
    """The first cell of a column without heading, and how many follow below it."""

    row: int
    cell: Cell
    is_answer: bool
    """Whether one of them could be an answer."""
    count: int = 1


class Overlooked:
    """Looks at every row of answers of one sheet."""

    def __init__(self, sheet: Sheet, where: Where, header: Header, answer_words: Container[str]) -> None:
        """``where`` names the sheet; ``answer_words`` are the folded words that are answers on some scale."""
        self._where = where
        self._sheet = sheet
        self._columns = header.columns
        self._answer_words = answer_words
        self._rows: list[int] = []
        self.strays: dict[int, Stray] = {}
        """By column."""
        self.hidden_rows: list[int] = []
        self.hidden_columns: set[int] = set()
        """Columns of answers that people cannot see, as far as something stands in them."""
        self._stray_cells = 0

    def look(self, row: Row, cells: Sequence[Cell], answers: Sequence[Cell]) -> None:
        """Take a row that names a unit or a code; ``answers`` are its filled answer cells.

        Of its other ``cells`` those that certainly stand below a heading may be left out.

        Raises:
            ProblemsFound: when more stands in columns without heading than beside any table of answers.
        """
        self._rows.append(row.number)
        if row.is_hidden and answers:
            self.hidden_rows.append(row.number)
        if self._sheet.hidden_columns:
            hidden = (cell.column for cell in answers if any(cell.column in r for r in self._sheet.hidden_columns))
            self.hidden_columns.update(hidden)
        for cell in cells:
            if cell.column in self._columns or is_blank(cell):
                continue
            self._stray_cells += 1
            if self._stray_cells > MOST_STRAYS:
                raise ProblemsFound([exceeded("strays", MOST_STRAYS, self._where)])
            is_answer = could_be_answer(cell, self._answer_words)
            stray = self.strays.get(cell.column)
            if stray is None:
                self.strays[cell.column] = Stray(row.number, cell, is_answer)
                continue
            stray.count += 1
            if is_answer and not stray.is_answer:
                stray.row, stray.cell, stray.is_answer = row.number, cell, True

    def merged_answers(self, columns: AbstractSet[int]) -> list[MergedCells]:
        """The merged cells that reach over further rows or columns of answers (or of units): those look empty."""
        return [block for block in self._sheet.merged if self._hides(block, columns)]

    def _hides(self, block: MergedCells, columns: AbstractSet[int]) -> bool:
        first, last = bisect_left(self._rows, block.first_row), bisect_right(self._rows, block.last_row)
        inside = [column for column in columns if block.first_column <= column <= block.last_column]
        if first == last or not inside:
            return False
        rows_below = last - first - (self._rows[first] == block.first_row)
        return rows_below > 0 or any(column != block.first_column for column in inside)


def holds(block: MergedCells, row: int, column: int) -> bool:
    """Whether a cell is part of merged cells."""
    return block.first_row <= row <= block.last_row and block.first_column <= column <= block.last_column
