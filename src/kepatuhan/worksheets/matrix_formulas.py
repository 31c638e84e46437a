"""The formulas of a matrix workbook; what they say of the scoring rules is in :mod:`.scoring_formulas`.

A unit finds its observations by a number, its position on *Jawaban*, and never by its name: names may begin with ``=``
or hold ``*``, which COUNTIFS would take for something else.
"""

from collections.abc import Iterator

from kepatuhan.instrument.model import Indicator
from kepatuhan.worksheets.form_plan import column_letters
from kepatuhan.worksheets.lists import Lists
from kepatuhan.worksheets.matrix_plan import (
    ANSWERS_SHEET,
    FIRST_ROW,
    WORKINGS_SHEET,
    MatrixPlan,
    ObservationPlan,
)
from kepatuhan.worksheets.scoring_formulas import (
    LEFT_OUT,
    AnswerFormulas,
    FigureWords,
    Part,
    answers_in_cells,
    part_formulas,
    unit_formulas,
)

UNKNOWN = "?"
"""What stands in the place of the position of a unit that *Jawaban* does not have."""


def unit_row_formulas(
    plan: MatrixPlan, row: int, lists: Lists, words: FigureWords, type_missing: str
) -> Iterator[tuple[str, str]]:
    """The cell and the formula of everything in one row of *Hitungan*."""
    yield f"A{row}", f"=TRIM({ANSWERS_SHEET}!A{row})"
    if plan.has_types:
        yield f"B{row}", f"=SUMPRODUCT((TRIM({ANSWERS_SHEET}!B{row})={lists.types.texts})*{lists.types.points})"
    by_id = {i.id: sheet for sheet in plan.observations for i in sheet.indicators}

    def read_answers(part: Part, indicator: Indicator) -> AnswerFormulas:
        if indicator.id in by_id:
            answers = _answers_in_rows(by_id[indicator.id], row - FIRST_ROW + 1, part.filled, indicator)
        else:
            answers = answers_in_cells(plan.answer(indicator, row), part.filled, indicator, lists)
        return answers._replace(fits=fits(plan, indicator, f"$B{row}"))

    refusals = [(f'$A{row}=""', "")]
    if plan.needs_types:
        refusals.insert(0, (f"$B{row}=0", type_missing))
    first, last = (column_letters(column) for column in plan.filled_columns)
    top = plan.parts(row)
    counts = f"{first}{row}:{last}{row}"
    yield from unit_formulas(plan.figure_cells(row), counts, top, plan.instrument, lists, words, refusals)
    yield from part_formulas(top, read_answers)


def fits(plan: MatrixPlan, indicator: Indicator, type_cell: str) -> str | None:
    """Whether the type whose number is in ``type_cell`` answers an indicator; None where every type does."""
    if indicator.only_for is None:
        return None
    numbers = [n for n, key in enumerate(plan.instrument.unit_types, start=1) if key in indicator.only_for]
    return f"OR({','.join(f'{type_cell}={number}' for number in numbers)})"


def _answers_in_rows(sheet: ObservationPlan, unit: int, filled: str, indicator: Indicator) -> AnswerFormulas:
    """The answers of an indicator in the rows of one unit, as the twin of the sheet shows them."""
    units, points = sheet.points(1), sheet.points(sheet.column(indicator))
    left_out = f'COUNTIFS({units},{unit},{points},"{LEFT_OUT}")>0' if indicator.may_be_not_applicable else None
    return AnswerFormulas(
        f'COUNTIFS({units},{unit},{points},"<9E+99")', f"SUMIFS({points},{units},{unit})/{filled}", left_out
    )


def observation_row_formulas(
    plan: MatrixPlan, sheet: ObservationPlan, row: int, lists: Lists
) -> Iterator[tuple[int, str]]:
    """The column and the formula of everything in one row of the twin of a sheet of observations."""
    name = f"TRIM({_quoted_cell(sheet, row)})"
    escaped = f'SUBSTITUTE(SUBSTITUTE(SUBSTITUTE({name},"~","~~"),"*","~*"),"?","~?")'
    units = f"{WORKINGS_SHEET}!$A${FIRST_ROW}:$A${plan.last_row}"
    yield 1, f'=IF({name}="","",IFERROR(MATCH({escaped},{units},0),"{UNKNOWN}"))'
    if plan.needs_types:
        types = f"{WORKINGS_SHEET}!$B${FIRST_ROW}:$B${plan.last_row}"
        yield 2, f"=IF(COUNT(A{row})=1,INDEX({types},A{row}),0)"
    for indicator in sheet.indicators:
        if indicator.scored:
            answers = answers_in_cells(sheet.answer(indicator, row), "1", indicator, lists)
            left_out = '""' if answers.is_left_out is None else f'IF({answers.is_left_out},"{LEFT_OUT}","")'
            yield sheet.column(indicator), f"=IF({answers.number}>0,{answers.mean},{left_out})"


def _quoted_cell(sheet: ObservationPlan, row: int) -> str:
    return "'" + sheet.name.replace("'", "''") + f"'!A{row}"
