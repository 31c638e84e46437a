"""What a matrix workbook says of answers that its formulas do not count as they should: once, on *Hitungan*.

Red cells, answers in a row without the name of a unit, and rows below those that formulas look at. *Hitungan* counts
each in a cell of its own, and puts the sentences together in one that other sheets refer to.
"""

from collections.abc import Iterator
from typing import NamedTuple

from kepatuhan.messages import Words
from kepatuhan.worksheets.computed import Shown
from kepatuhan.worksheets.form_plan import column_letters
from kepatuhan.worksheets.formula_text import in_sheet, quoted_text
from kepatuhan.worksheets.matrix_formulas import UNKNOWN
from kepatuhan.worksheets.matrix_plan import (
    ANSWERS_SHEET,
    FIRST_ROW,
    HEADER_ROW,
    TITLE_ROW,
    WORKINGS_SHEET,
    MatrixPlan,
    ObservationPlan,
)
from kepatuhan.worksheets.sentences import sentence_formula
from kepatuhan.worksheets.unknown_answers import notice_text

NOTICE_CELL = f"A{TITLE_ROW}"
"""Where *Hitungan* says it; empty while there is nothing to say."""
NOTICE = in_sheet(WORKINGS_SHEET, f"$A${TITLE_ROW}")
"""How other sheets refer to it."""
_COUNT_CELLS = (f"D{TITLE_ROW}", f"E{TITLE_ROW}", f"F{TITLE_ROW}")
"""Where it counts what is said: above columns that every workbook has, beside the title."""
_SENTENCES = ("unknown_answers", "nameless", "uncounted")
MANY = 999
"""There is room to say that so many answers or rows are wrong."""
_LAST_ROW = 1_048_576
"""Of a sheet of Excel."""


class NoticePart(NamedTuple):
    """A count and its label, above it."""

    cell: str
    label: str
    formula: str


def notice_counts(plan: MatrixPlan, words: Words) -> list[NoticePart]:
    """What is counted for the notice."""
    sheets = [*_sheets(plan)]
    wrong = words.text("worksheet.matrix.direct_wrong")
    unknown = [unknown_on(plan, each, wrong) for each in (None, *plan.observations)]
    counts = (
        "+".join(unknown),
        "+".join(each.nameless for each in sheets),
        "+".join(each.added for each in sheets),
    )
    labels = (words.text(f"worksheet.matrix.count.{name}") for name in _SENTENCES)
    return [NoticePart(*part) for part in zip(_COUNT_CELLS, labels, map("={}".format, counts), strict=True)]


def matrix_notice(words: Words, unknown: int) -> tuple[str, Shown]:
    """The formula of the notice, and what it shows where ``unknown`` cells are red and nothing else is wrong."""
    said = []
    for cell, name in zip(_COUNT_CELLS, _SENTENCES, strict=True):
        sentence = sentence_formula(words, f"worksheet.{name}", {"count": cell})
        said.append(f'IF({cell}=0,"",{sentence}&" ")')
    error = quoted_text(words.text("worksheet.matrix.error"))
    return f"=IFERROR(TRIM({'&'.join(said)}),{error})", notice_text(unknown, words)


def longest_notice(words: Words) -> str:
    """The most that it shows."""
    return " ".join(words.text(f"worksheet.{name}", count=MANY) for name in _SENTENCES)


class _Sheet(NamedTuple):
    """A sheet of answers: its columns of answers, its last row that formulas look at, and the names that they see."""

    name: str
    first_column: int
    last_column: int
    last_row: int
    seen: str
    """How many of its rows with a name the formulas see."""

    def _block(self, first_column: int, last_column: int, first_row: int, last_row: int) -> str:
        first, last = column_letters(first_column), column_letters(last_column)
        return in_sheet(self.name, f"${first}${first_row}:${last}${last_row}")

    def _below(self, first_column: int, last_column: int) -> str:
        """How many cells hold something below the last row; it is found again where rows were put in above it."""
        all_cells = self._block(first_column, last_column, self.last_row, _LAST_ROW)
        return f"COUNTA({all_cells})-COUNTA({self._block(first_column, last_column, self.last_row, self.last_row)})"

    @property
    def nameless(self) -> str:
        """How many answers stand in rows without a name; below the last row only where no row has a name."""
        if self.last_column < self.first_column:
            return "0"
        names = self._block(1, 1, FIRST_ROW, self.last_row)
        answers = self._block(self.first_column, self.last_column, FIRST_ROW, self.last_row)
        within = f'SUMPRODUCT((TRIM({names})="")*(1-ISBLANK({answers})))'
        return f"{within}+IF({self._below(1, 1)}=0,{self._below(self.first_column, self.last_column)},0)"

    @property
    def added(self) -> str:
        """How many rows with a name somebody added, which ``kepatuhan score`` reads and no formula looks at."""
        # From the heading on, so that rows that were put in above the first one are found too.
        names = self._block(1, 1, HEADER_ROW, self.last_row)
        return f'SUMPRODUCT((TRIM({names})<>"")*1)-1-({self.seen})+{self._below(1, 1)}'


def _sheets(plan: MatrixPlan) -> Iterator[_Sheet]:
    names = f"{WORKINGS_SHEET}!$A${FIRST_ROW}:$A${plan.last_row}"
    last = plan.first_answer + len(plan.single) - 1
    yield _Sheet(ANSWERS_SHEET, 2 + plan.has_types, last, plan.last_row, f'SUMPRODUCT(({names}<>"")*1)')
    for sheet in plan.observations:
        known = sheet.points(1)
        seen = f'COUNT({known})+COUNTIF({known},"~{UNKNOWN}")'
        last = sheet.first_answer + len(sheet.indicators) - 1
        yield _Sheet(sheet.name, sheet.first_answer, last, sheet.last_row, seen)


def unknown_on(plan: MatrixPlan, sheet: ObservationPlan | None, direct_wrong: str) -> str:
    """How many cells of *Jawaban*, or of a sheet of observations, hold what nobody knows.

    Of scores that are given directly the units are counted whose state is ``direct_wrong``.
    """
    if sheet is not None:
        last = f"{column_letters(sheet.first_answer + len(sheet.indicators) - 1)}{sheet.last_row}"
        return f'COUNTIF({in_sheet(sheet.workings, f"A{FIRST_ROW}:{last}")},"~{UNKNOWN}")'
    direct = ""
    if plan.direct:
        letters = plan.figure_cells("")["state"]
        states = in_sheet(WORKINGS_SHEET, f"{letters}{FIRST_ROW}:{letters}{plan.last_row}")
        direct = f"+COUNTIF({states},{quoted_text(direct_wrong)})"
    if not plan.single:
        return f"0{direct}"
    first, last = plan.unknown(plan.single[0], FIRST_ROW), plan.unknown(plan.single[-1], plan.last_row)
    return f"SUM({in_sheet(WORKINGS_SHEET, f'{first}:{last}')}){direct}"
