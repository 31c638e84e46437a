"""The formulas of a matrix workbook; what they say of the scoring rules is in :mod:`.scoring_formulas`.

A unit finds its observations by a number, its position on *Jawaban*, and never by its name: names may begin with ``=``
or hold ``*``, which COUNTIFS would take for something else.
"""

from collections.abc import Iterator, Mapping

from kepatuhan.exact import Exact
from kepatuhan.instrument.model import WHOLE_UNIT, Indicator
from kepatuhan.worksheets.form_plan import column_letters
from kepatuhan.worksheets.formula_text import in_sheet, number_text, quoted_text
from kepatuhan.worksheets.lists import Lists
from kepatuhan.worksheets.matrix_plan import (
    ANSWERS_SHEET,
    ANY_ROW,
    FIRST_ROW,
    WORKINGS_SHEET,
    MatrixPlan,
    ObservationPlan,
)
from kepatuhan.worksheets.name_search import position_of
from kepatuhan.worksheets.roll_up import BLANKS
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
from kepatuhan.worksheets.unit_observations import UNIT_OF_ROW, Rows, answers_in_rows, span_formulas
from kepatuhan.worksheets.unit_remarks import is_said, remarking, remarks_formula, spellings_of
from kepatuhan.worksheets.unknown_answers import how_many_in_the_way, how_many_unknown, in_the_way, unknown

UNKNOWN = "?"
"""What stands in the place of what nobody knows: an answer, or a unit that *Jawaban* does not have."""


def unit_row_formulas(
    plan: MatrixPlan,
    lists: Lists,
    words: FigureWords,
    type_missing: str,
    name_twice: str,
    direct_wrong: str,
    name_wrong: str,
) -> Iterator[tuple[str, str]]:
    """The cell and the formula of everything in a row of *Hitungan*, for any row (see :func:`.matrix_plan.at_row`).

    A unit of which the type is missing, the name is an error or stands in two rows, or a score given directly is none,
    has a text in the place of its score.
    """
    name = f"{ANSWERS_SHEET}!A{ANY_ROW}"
    yield f"A{ANY_ROW}", f'=IFERROR(TRIM({name}),"{UNKNOWN}")'
    if plan.has_types:
        known = lists.types
        yield (
            f"B{ANY_ROW}",
            f"=IFERROR(SUMPRODUCT((TRIM({ANSWERS_SHEET}!B{ANY_ROW})={known.texts})*{known.points}),0)",
        )
    by_id = {i.id: sheet for sheet in plan.observations for i in sheet.indicators}

    def read_answers(part: Part, indicator: Indicator) -> AnswerFormulas:
        if indicator.id in by_id:
            answers = answers_in_rows(plan, by_id[indicator.id], part.filled, indicator)
        else:
            answers = answers_in_cells(plan.answer(indicator, ANY_ROW), part.filled, indicator, lists)
        return answers._replace(fits=fits(plan, indicator, f"$B{ANY_ROW}"))

    cells = plan.figure_cells(ANY_ROW)
    names, state = f"$A${FIRST_ROW}:$A${plan.last_row}", cells["state"]
    wrong = f'IF(SUMPRODUCT(({names}=$A{ANY_ROW})*1)>1,"{name_twice}","")'
    if plan.needs_types:
        wrong = f'IF($B{ANY_ROW}=0,"{type_missing}",{wrong})'
    elif plan.has_types:
        is_typed = _is_typed(f"{ANSWERS_SHEET}!B{ANY_ROW}")
        wrong = f'IF(AND($B{ANY_ROW}=0,{is_typed}),"{type_missing}",{wrong})'
    direct = plan.direct_cells(ANY_ROW)
    if direct:
        conditions = ",".join(wrong_direct_score(given.cell, given.most) for given in direct.values())
        wrong = f'IF(OR({conditions}),"{direct_wrong}",{wrong})'
    yield state, f'=IF(ISERROR({name}),"{name_wrong}",IF($A{ANY_ROW}="","",{wrong}))'
    refusals = [(f'{state}<>""', state), (f'$A{ANY_ROW}=""', '""')]
    first, last = (column_letters(column) for column in plan.filled_columns)
    top = plan.parts(ANY_ROW)
    counts = f"{first}{ANY_ROW}:{last}{ANY_ROW}"
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
    for indicator in plan.single:
        count = _how_many_unknown(plan, indicator, plan.answer(indicator, ANY_ROW), lists)
        yield plan.unknown(indicator, ANY_ROW), f"={count}"
    for sheet in plan.observations:
        yield from span_formulas(plan, sheet)
    if "remark" in cells:
        refused = f'OR({state}<>"",$A{ANY_ROW}="")'
        yield cells["remark"], remarks_formula(_remark_conditions(plan, by_id), refused)


def _how_many_unknown(plan: MatrixPlan, indicator: Indicator, cell: str, lists: Lists) -> str:
    """1 where an answer cell holds what is no answer, or anything where units of this type have none; else 0."""
    count, condition = how_many_unknown(indicator, [cell], lists), fits(plan, indicator, f"$B{ANY_ROW}")
    return count if condition is None else f"IF({condition},{count},{how_many_in_the_way(cell, lists)})"


def wrong_answer(plan: MatrixPlan, indicator: Indicator, cell: str, type_cell: str) -> str | None:
    """The condition under which an answer cell turns red; None where Excel would not take its length."""
    condition, wrong = fits(plan, indicator, type_cell), unknown(indicator, cell)
    return wrong if condition is None or wrong is None else f"IF({condition},{wrong},{in_the_way(cell)})"


def wrong_direct_score(cell: str, most: Exact) -> str:
    """The condition under which the cell of a score that is given directly is neither blank nor within 0..``most``."""
    is_text = _is_typed(cell)
    is_beyond = f"OR({cell}<0,{cell}>{number_text(most)})"
    return f"IF(OR(ISERROR({cell}),ISLOGICAL({cell})),TRUE,IF(ISNUMBER({cell}),{is_beyond},{is_text}))"


def _is_typed(cell: str) -> str:
    """Whether a cell holds more than what stands for nothing."""
    text = f'TRIM({cell}&"")'
    return f"AND({','.join(f'{text}<>{quoted_text(blank)}' for blank in BLANKS)})"


def fits(plan: MatrixPlan, indicator: Indicator, type_cell: str) -> str | None:
    """Whether the type whose number is in ``type_cell`` answers an indicator; None where every type does."""
    if indicator.only_for is None:
        return None
    marks = "".join("1" if key in indicator.only_for else "0" for key in plan.instrument.unit_types)
    return f'MID("0{marks}",{type_cell}+1,1)="1"'  # one character for each type: a validation holds 255


def _remark_conditions(plan: MatrixPlan, sheets: Mapping[str, ObservationPlan]) -> dict[str, list[str]]:
    """When a unit has each remark: an answer says so, or all its observations do."""
    conditions: dict[str, list[str]] = {}
    for indicator in remarking(plan.instrument):
        for remark in dict.fromkeys(indicator.appends.values()):
            spellings, sheet = spellings_of(indicator, remark), sheets.get(indicator.id)
            if sheet is None:
                said = is_said(plan.answer(indicator, ANY_ROW), spellings)
            else:
                column = column_letters(sheet.column(indicator))
                cells = in_sheet(sheet.name, f"${column}${FIRST_ROW}:${column}${sheet.last_row}")
                known = "+".join(f"(TRIM({cells})={quoted_text(text)})" for text in spellings)
                count = f"SUMPRODUCT(({sheet.points(1)}={UNIT_OF_ROW})*({known}))"
                rows = Rows(sheet, sheet.column(indicator), plan.span(sheet, ANY_ROW), UNIT_OF_ROW)
                said = f"AND({count}>0,{count}={rows.numbers})"
            condition = fits(plan, indicator, f"$B{ANY_ROW}")
            conditions.setdefault(remark, []).append(said if condition is None else f"AND({condition},{said})")
    return conditions


def observation_row_formulas(plan: MatrixPlan, sheet: ObservationPlan, lists: Lists) -> Iterator[tuple[int, str]]:
    """The column and the formula of everything in a row of the twin of a sheet of observations, for any row.

    Where observations weigh differently, an answer stands there multiplied by its weight.
    """
    name = f"TRIM({in_sheet(sheet.name, 'A' + ANY_ROW)})"
    units = f"{WORKINGS_SHEET}!$A${FIRST_ROW}:$A${plan.last_row}"
    found = f'IF({name}="","",{position_of(name, units, FIRST_ROW)})'
    yield 1, f'=IFERROR({found},"{UNKNOWN}")'
    if plan.needs_types:
        types = f"{WORKINGS_SHEET}!$B${FIRST_ROW}:$B${plan.last_row}"
        yield 2, f"=IF(COUNT(A{ANY_ROW})=1,INDEX({types},A{ANY_ROW}),0)"
    weight = in_sheet(sheet.name, f"C{ANY_ROW}")
    for indicator in sheet.indicators:
        cell = sheet.answer(indicator, ANY_ROW)
        answers = answers_in_cells(cell, "1", indicator, lists)
        left_out = '""' if answers.is_left_out is None else f'IF({answers.is_left_out},"{LEFT_OUT}","")'
        mean = f"{weight}*({answers.mean})" if sheet.has_weights else answers.mean
        points = f"IF({answers.number}>0,{mean},{left_out})"
        count = _how_many_unknown(plan, indicator, cell, lists)
        yield sheet.column(indicator), f'=IFERROR(IF({count}>0,"{UNKNOWN}",{points}),"{UNKNOWN}")'
    if sheet.has_weights:
        for indicator in sheet.indicators:
            points = f"{column_letters(sheet.column(indicator))}{ANY_ROW}"
            yield sheet.weight_column(indicator), f'=IF(ISNUMBER({points}),{weight},"")'
