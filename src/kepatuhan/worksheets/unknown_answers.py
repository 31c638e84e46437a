"""Answers that nobody knows, and that got past the validation of their cell (pasted, filled down): found by formulas.

They turn red before ``score`` refuses them. What is known is written into the formulas: conditional formats that look
at another sheet do not survive every program.
"""

from collections.abc import Iterator

from kepatuhan.exact import Exact, to_text
from kepatuhan.instrument.model import NO_ANSWERS, NOT_APPLICABLE_WORDS, Indicator, NumberScale
from kepatuhan.messages import Words
from kepatuhan.worksheets.computed import Shown
from kepatuhan.worksheets.form_plan import ANSWER, LINE_ROW, UNKNOWN, FormPlan, column_letters

_MOST_SPELT = 21
"""Whole numbers of a longer scale are known as numbers only, not when they are spelt as text."""


def notice_cell(plan: FormPlan) -> str:
    """Where the sheet says how many answers are unknown."""
    return plan.cell(ANSWER, LINE_ROW)


def unknown_formulas(plan: FormPlan, words: Words) -> dict[str, str]:
    """The formulas that count unknown answers, for every indicator and in all, by cell."""
    formulas = {}
    for row in plan.rows:
        if isinstance(row.component, Indicator):
            first, offered = plan.column(ANSWER), plan.answer_columns if row.component.observed else 1
            cells = [f"{column_letters(column)}{row.row}" for column in range(first, first + offered)]
            counted = (f"IF({unknown(row.component, cell)},1,0)" for cell in cells)
            formulas[plan.cell(UNKNOWN, row.row)] = f"={'+'.join(counted)}"
    count = f"SUM({plan.below(UNKNOWN)})"
    formulas[notice_cell(plan)] = f'=IF({count}=0,"",{count}&" {words.text("worksheet.unknown_answers")}")'
    return formulas


def unknown_values(plan: FormPlan) -> dict[str, Shown]:
    """What these formulas show for answers that were known when they were written: nothing unknown."""
    values: dict[str, Shown] = {notice_cell(plan): ""}
    for row in plan.rows:
        if isinstance(row.component, Indicator):
            values[plan.cell(UNKNOWN, row.row)] = 0
    return values


def unknown(indicator: Indicator, cell: str) -> str:
    """The condition under which the content of ``cell`` is neither blank nor an answer to the indicator."""
    scale = indicator.scale
    known = f"OR({','.join(f'TRIM({cell})={_quoted(text)}' for text in _known_texts(indicator))})"
    if isinstance(scale, NumberScale):
        low, high = sorted((scale.worst, scale.best))
        whole = f",{cell}=ROUND({cell},0)" if scale.whole else ""
        within = f"AND({cell}>={_number(low)},{cell}<={_number(high)}{whole})"
        known = f"IF(ISNUMBER({cell}),{within},{known})"
    return f"IF(ISERROR({cell}),TRUE,NOT({known}))"


def _known_texts(indicator: Indicator) -> Iterator[str]:
    yield from sorted(NO_ANSWERS - NOT_APPLICABLE_WORDS)
    if indicator.may_be_not_applicable:
        yield from sorted(NOT_APPLICABLE_WORDS)
    scale = indicator.scale
    if not isinstance(scale, NumberScale):
        yield from scale.also
        return
    low, high = sorted((scale.worst, scale.best))
    if scale.whole and high - low < _MOST_SPELT:
        yield from map(str, range(int(low), int(high) + 1))


def _quoted(text: str) -> str:
    escaped = text.replace('"', '""')
    return f'"{escaped}"'


def _number(value: Exact) -> str:
    text = to_text(value)
    return f"({text})" if "/" in text or text.startswith("-") else text
