"""The formulas of a matrix workbook; what they say of the scoring rules is in :mod:`.scoring_formulas`.

A unit finds its observations by a number, its position on *Jawaban*, and never by its name: names may begin with ``=``
or hold ``*``, which COUNTIFS would take for something else.
"""

from collections.abc import Iterator

from kepatuhan.instrument.model import WHOLE_UNIT, Indicator
from kepatuhan.worksheets.form_plan import column_letters
from kepatuhan.worksheets.lists import Lists
from kepatuhan.worksheets.matrix_plan import (
    ANSWERS_SHEET,
    ANY_ROW,
    FIRST_ROW,
    WORKINGS_SHEET,
    MatrixPlan,
    ObservationPlan,
    cell_of,
)
from kepatuhan.worksheets.scoring_formulas import (
    LEFT_OUT,
    AnswerFormulas,
    FigureWords,
    Part,
    answers_in_cells,
    part_formulas,
    share_formulas,
    unit_formulas,
)

UNKNOWN = "?"
"""What stands in the place of the position of a unit that *Jawaban* does not have."""


def unit_row_formulas(
    plan: MatrixPlan, lists: Lists, words: FigureWords, type_missing: str, name_twice: str
) -> Iterator[tuple[str, str]]:
    """The cell and the formula of everything in a row of *Hitungan*, for any row (see :func:`.matrix_plan.at_row`).

    A unit of which the type is missing, or the name stands in two rows, has a text in the place of its score.
    """
    yield f"A{ANY_ROW}", f"=TRIM({ANSWERS_SHEET}!A{ANY_ROW})"
    if plan.has_types:
        known = lists.types
        yield f"B{ANY_ROW}", f"=SUMPRODUCT((TRIM({ANSWERS_SHEET}!B{ANY_ROW})={known.texts})*{known.points})"
    by_id = {i.id: sheet for sheet in plan.observations for i in sheet.indicators}

    def read_answers(part: Part, indicator: Indicator) -> AnswerFormulas:
        if indicator.id in by_id:
            answers = _answers_in_rows(by_id[indicator.id], part.filled, indicator)
        else:
            answers = answers_in_cells(plan.answer(indicator, ANY_ROW), part.filled, indicator, lists)
        return answers._replace(fits=fits(plan, indicator, f"$B{ANY_ROW}"))

    cells = plan.figure_cells(ANY_ROW)
    names, state = f"$A${FIRST_ROW}:$A${plan.last_row}", cells["state"]
    wrong = f'IF(SUMPRODUCT(({names}=$A{ANY_ROW})*1)>1,"{name_twice}","")'
    if plan.needs_types:
        wrong = f'IF($B{ANY_ROW}=0,"{type_missing}",{wrong})'
    yield state, f'=IF($A{ANY_ROW}="","",{wrong})'
    refusals = [(f'{state}<>""', state), (f'$A{ANY_ROW}=""', '""')]
    first, last = (column_letters(column) for column in plan.filled_columns)
    top = plan.parts(ANY_ROW)
    counts = f"{first}{ANY_ROW}:{last}{ANY_ROW}"
    direct = plan.direct_cells(ANY_ROW)
    yield from unit_formulas(
        cells,
        counts,
        top,
        plan.instrument,
        lists,
        words,
        refusals,
        [given.cell for given in direct.values()],
        direct.get(WHOLE_UNIT),
    )
    yield from part_formulas(top, read_answers)
    if plan.has_shares:
        yield from share_formulas(top)


def fits(plan: MatrixPlan, indicator: Indicator, type_cell: str) -> str | None:
    """Whether the type whose number is in ``type_cell`` answers an indicator; None where every type does."""
    if indicator.only_for is None:
        return None
    numbers = [n for n, key in enumerate(plan.instrument.unit_types, start=1) if key in indicator.only_for]
    return f"OR({','.join(f'{type_cell}={number}' for number in numbers)})"


def _answers_in_rows(sheet: ObservationPlan, filled: str, indicator: Indicator) -> AnswerFormulas:
    """The answers of an indicator in the rows of one unit, as the twin of the sheet shows them."""
    units, points = sheet.points(1), sheet.points(sheet.column(indicator))
    unit = f"ROW()-{FIRST_ROW - 1}"
    left_out = f'COUNTIFS({units},{unit},{points},"{LEFT_OUT}")>0' if indicator.may_be_not_applicable else None
    by = f"SUMIFS({sheet.points(sheet.weight_column(indicator))},{units},{unit})" if sheet.has_weights else filled
    return AnswerFormulas(
        f'COUNTIFS({units},{unit},{points},"<9E+99")', f"SUMIFS({points},{units},{unit})/{by}", left_out
    )


def observation_row_formulas(plan: MatrixPlan, sheet: ObservationPlan, lists: Lists) -> Iterator[tuple[int, str]]:
    """The column and the formula of everything in a row of the twin of a sheet of observations, for any row.

    Where observations weigh differently, an answer stands there multiplied by its weight.
    """
    name = f"TRIM({cell_of(sheet.name, 'A' + ANY_ROW)})"
    escaped = f'SUBSTITUTE(SUBSTITUTE(SUBSTITUTE({name},"~","~~"),"*","~*"),"?","~?")'
    units = f"{WORKINGS_SHEET}!$A${FIRST_ROW}:$A${plan.last_row}"
    yield 1, f'=IF({name}="","",IFERROR(MATCH({escaped},{units},0),"{UNKNOWN}"))'
    if plan.needs_types:
        types = f"{WORKINGS_SHEET}!$B${FIRST_ROW}:$B${plan.last_row}"
        yield 2, f"=IF(COUNT(A{ANY_ROW})=1,INDEX({types},A{ANY_ROW}),0)"
    weight = cell_of(sheet.name, "C" + ANY_ROW)
    scored = [indicator for indicator in sheet.indicators if indicator.scored]
    for indicator in scored:
        answers = answers_in_cells(sheet.answer(indicator, ANY_ROW), "1", indicator, lists)
        left_out = '""' if answers.is_left_out is None else f'IF({answers.is_left_out},"{LEFT_OUT}","")'
        points = f"{weight}*({answers.mean})" if sheet.has_weights else answers.mean
        yield sheet.column(indicator), f"=IF({answers.number}>0,{points},{left_out})"
    if sheet.has_weights:
        for indicator in scored:
            points = f"{column_letters(sheet.column(indicator))}{ANY_ROW}"
            yield sheet.weight_column(indicator), f'=IF(ISNUMBER({points}),{weight},"")'
