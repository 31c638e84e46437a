"""The formulas by which a row of *Hitungan* finds and reads the observations of its unit."""

from collections.abc import Iterator
from typing import NamedTuple

from kepatuhan.instrument.model import Indicator
from kepatuhan.worksheets.formula_text import quoted_text
from kepatuhan.worksheets.matrix_plan import ANY_ROW, FIRST_ROW, MatrixPlan, ObservationPlan, Span
from kepatuhan.worksheets.scoring_formulas import LEFT_OUT, AnswerFormulas

UNIT_OF_ROW = f"ROW()-{FIRST_ROW - 1}"
"""The position of the unit in whose row a formula of *Hitungan* stands."""


def span_formulas(plan: MatrixPlan, sheet: ObservationPlan) -> Iterator[tuple[str, str]]:
    """Where the observations of a unit begin and end, as long as they stand together."""
    units, span = sheet.points(1), plan.span(sheet, ANY_ROW)
    yield span.first, f"=IFERROR(MATCH({UNIT_OF_ROW},{units},0),0)"
    count = f"COUNTIF({units},{UNIT_OF_ROW})"
    last = f"{span.first}+{count}-1"
    between = f"INDEX({units},{span.first}):INDEX({units},{last})"
    yield span.last, f"=IF({span.first}=0,0,IFERROR(IF(COUNTIF({between},{UNIT_OF_ROW})={count},{last},0),0))"


class Rows(NamedTuple):
    """The rows of one unit in a column of the twin of a sheet of observations.

    Where they stand together they are looked at alone; only where somebody put them elsewhere, all rows of all units
    are looked through, which takes the longer the more units there are.
    """

    sheet: ObservationPlan
    column: int
    span: Span
    unit: str
    """The position of the unit."""

    def how_many(self, criterion: str) -> str:
        """How many of them are as ``criterion`` says."""
        return self._either("COUNTIF({0},{1})", "COUNTIFS({2},{3},{0},{1})", criterion)

    @property
    def numbers(self) -> str:
        """How many of them hold a number."""
        return self._either("COUNT({0})", "COUNTIFS({2},{3},{0},{1})", '"<9E+99"')

    @property
    def sum(self) -> str:
        """The sum of the numbers."""
        return self._either("SUM({0})", "SUMIFS({0},{2},{3})", "")

    def _either(self, together: str, scattered: str, criterion: str) -> str:
        points = self.sheet.points(self.column)
        block = f"INDEX({points},{self.span.first}):INDEX({points},{self.span.last})"
        slow = scattered.format(points, criterion, self.sheet.points(1), self.unit)
        return f"IF({self.span.last}>0,{together.format(block, criterion)},{slow})"


def answers_in_rows(plan: MatrixPlan, sheet: ObservationPlan, filled: str, indicator: Indicator) -> AnswerFormulas:
    """The answers of an indicator in the rows of one unit, as the twin of the sheet shows them."""
    span = plan.span(sheet, ANY_ROW)
    rows = Rows(sheet, sheet.column(indicator), span, UNIT_OF_ROW)
    left_out = f"{rows.how_many(quoted_text(LEFT_OUT))}>0" if indicator.may_be_not_applicable else None
    by = rows._replace(column=sheet.weight_column(indicator)).sum if sheet.has_weights else filled
    return AnswerFormulas(rows.numbers, f"{rows.sum}/{by}", left_out)
