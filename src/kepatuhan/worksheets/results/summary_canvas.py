"""The page "Ringkasan" as a stack of rows: lines across the page, and merged cells, one below the other."""

from typing import NamedTuple

from xlsxwriter.worksheet import Worksheet

from kepatuhan.instrument.model import Instrument
from kepatuhan.worksheets.heights import row_height
from kepatuhan.worksheets.matrix_plan import MatrixPlan
from kepatuhan.worksheets.recap_columns import RecapColumns
from kepatuhan.worksheets.results.bars import FIRST_CELL, LAST_CELL, widths
from kepatuhan.worksheets.results.contents import Contents
from kepatuhan.worksheets.results.shortcomings import Shortcomings
from kepatuhan.worksheets.results.shortcomings_sheet import Listed

WIDTHS = (32, 10, 11, 30)
"""Of the columns before the bars, in characters: name, score, change, and words."""
_USUAL_HEIGHT = 15


class Page(NamedTuple):
    """What the page is made from: the other sheets, and what is on them."""

    contents: Contents
    plan: MatrixPlan
    recap: RecapColumns
    found: Shortcomings
    listed: Listed

    @property
    def instrument(self) -> Instrument:
        """The instrument of the result."""
        return self.contents.result.instrument

    def institution_cell(self, name: str) -> str:
        """How the page refers to a figure of the institution."""
        return self.recap.cell(name, self.recap.institution_row)


class Canvas:
    """A sheet, and the row (from 0) that is written next."""

    def __init__(self, sheet: Worksheet) -> None:
        self.sheet = sheet
        self.row = 0
        self._heights: dict[int, float] = {}

    @property
    def height(self) -> float:
        """How high all rows are together, in points."""
        return sum(self._heights.get(row, _USUAL_HEIGHT) for row in range(self.row))

    def set_height(self, height: float) -> None:
        """The height of this row, before anything is written into it."""
        self._heights[self.row] = height
        self.sheet.set_row(self.row, height)

    def line(self, text: str, style: object, height: float = 0) -> None:
        """A text across the page."""
        needed = row_height([(text, widths(WIDTHS, LAST_CELL - FIRST_CELL + 1) * 0.9)])
        self.set_height(max(height, needed))
        self.merge(0, LAST_CELL + 1, text, style)
        self.row += 1

    def formula_line(self, formula: str, shown: str, style: object, height: float) -> None:
        """A formula across the page, and the text that it shows now."""
        self.set_height(height)
        self.sheet.merge_range(self.row, 0, self.row, LAST_CELL + 1, "", style)
        self.sheet.write_formula(self.row, 0, formula, style, shown)
        self.row += 1

    def merge(self, first: int, last: int, text: str, style: object) -> None:
        """A text in this row, across some columns."""
        if first == last:
            self.sheet.write_string(self.row, first, text, style)
        else:
            self.sheet.merge_range(self.row, first, self.row, last, "", style)
            self.sheet.write_string(self.row, first, text, style)
