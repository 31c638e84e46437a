"""Answers that nobody knows, and that got past the validation of their cell (pasted, filled down): found by formulas.

They turn red before ``score`` refuses them. What is known is written into the conditional formats: such as look at
another sheet do not survive every program. Where that is longer than Excel takes, the answers are only counted.
"""

from collections.abc import Iterable, Iterator, Mapping

from kepatuhan.instrument.model import NO_ANSWERS, NOT_APPLICABLE_WORDS, Indicator, NumberScale
from kepatuhan.messages import Words
from kepatuhan.worksheets.computed import Shown
from kepatuhan.worksheets.form_plan import ANSWER, LINE_ROW, UNKNOWN, FormPlan, column_letters
from kepatuhan.worksheets.formula_text import number_text, quoted_text
from kepatuhan.worksheets.lists import Lists
from kepatuhan.worksheets.scoring_formulas import how_many, how_many_filled
from kepatuhan.worksheets.sentences import sentence_formula

_MOST_SPELT = 21
"""Whole numbers of a longer scale are known as numbers only, not when they are spelt as text."""

_BLANKS = tuple(sorted(NO_ANSWERS - NOT_APPLICABLE_WORDS))

_LONGEST_TEXT, _LONGEST_CONDITION = 255, 8000
"""Characters that Excel takes within a formula as one text, and as a whole."""


def notice_cell(plan: FormPlan) -> str:
    """Where the sheet says how many answers are unknown."""
    return plan.cell(ANSWER, LINE_ROW)


def unknown_formulas(plan: FormPlan, lists: Lists, words: Words) -> dict[str, str]:
    """The formulas that count unknown answers, for every indicator and in all, by cell."""
    formulas = {}
    for row in plan.rows:
        if isinstance(row.component, Indicator):
            first, offered = plan.column(ANSWER), plan.answer_columns if row.component.observed else 1
            cells = [f"{column_letters(column)}{row.row}" for column in range(first, first + offered)]
            formulas[plan.cell(UNKNOWN, row.row)] = f"={how_many_unknown(row.component, cells, lists)}"
    count = f"SUM({plan.below(UNKNOWN)})"
    formulas[notice_cell(plan)] = notice_formula(count, words)
    return formulas


def unknown_values(plan: FormPlan, unknown_cells: Mapping[str, int], words: Words) -> dict[str, Shown]:
    """What these formulas show; ``unknown_cells``: how many cells are unknown, by the id of the indicator."""
    values: dict[str, Shown] = {notice_cell(plan): notice_text(sum(unknown_cells.values()), words)}
    for row in plan.rows:
        if isinstance(row.component, Indicator):
            values[plan.cell(UNKNOWN, row.row)] = unknown_cells.get(row.component.id, 0)
    return values


def notice_formula(count: str, words: Words) -> str:
    """The formula that says how many answers are unknown, and nothing while none is."""
    sentence = sentence_formula(words, "worksheet.unknown_answers", {"count": f"({count})"})
    return f'=IF({count}=0,"",{sentence})'


def notice_text(count: int, words: Words) -> str:
    """What it shows."""
    return words.text("worksheet.unknown_answers", count=count) if count else ""


def how_many_unknown(indicator: Indicator, cells: list[str], lists: Lists) -> str:
    """How many of ``cells``, which stand side by side, are neither blank nor an answer."""
    spellings = lists.spellings(indicator.scale)
    if spellings is None:
        return "+".join(f"IF({_is_unknown(indicator, cell)},1,0)" for cell in cells)
    block = cells[0] if len(cells) == 1 else f"{cells[0]}:{cells[-1]}"
    known = [spellings.texts, lists.dashes, *([lists.not_applicable] if indicator.may_be_not_applicable else [])]
    counted = "-".join([how_many_filled(block), *(how_many(block, texts) for texts in known)])
    truths = "+".join(f"ISLOGICAL({cell})" for cell in cells)  # TRUE, which LibreOffice takes for 1
    return f"IFERROR(MAX({counted},{truths}),SUMPRODUCT(ISERROR({block})*1))"


def how_many_in_the_way(cells: str, lists: Lists) -> str:
    """How many of ``cells`` hold anything, where nothing is to be answered."""
    return f"{how_many_filled(cells)}-{how_many(cells, lists.dashes)}"


def in_the_way(cell: str) -> str:
    """The condition under which ``cell`` holds anything, where nothing is to be answered."""
    return f"IF(ISERROR({cell}),TRUE,NOT({_is_one_of(cell, _BLANKS)}))"


def unknown(indicator: Indicator, cell: str) -> str | None:
    """The condition under which ``cell`` is neither blank nor an answer; None where Excel would not take its length."""
    condition = _is_unknown(indicator, cell)
    longest = max((len(text) for text in _known_texts(indicator)), default=0)
    return condition if longest <= _LONGEST_TEXT and len(condition) <= _LONGEST_CONDITION else None


def _is_unknown(indicator: Indicator, cell: str) -> str:
    scale = indicator.scale
    known = _is_one_of(cell, _known_texts(indicator))
    if isinstance(scale, NumberScale):
        low, high = sorted((scale.worst, scale.best))
        whole = f",{cell}=ROUND({cell},0)" if scale.whole else ""
        within = f"AND({cell}>={number_text(low)},{cell}<={number_text(high)}{whole})"
        known = f"IF(ISNUMBER({cell}),{within},{known})"
    return f"IF(OR(ISERROR({cell}),ISLOGICAL({cell})),TRUE,NOT({known}))"


def _is_one_of(cell: str, texts: Iterable[str]) -> str:
    return f"OR({','.join(f'TRIM({cell})={quoted_text(text)}' for text in texts)})"


def _known_texts(indicator: Indicator) -> Iterator[str]:
    yield from _BLANKS
    if indicator.may_be_not_applicable:
        yield from sorted(NOT_APPLICABLE_WORDS)
    scale = indicator.scale
    if not isinstance(scale, NumberScale):
        yield from scale.also
        return
    low, high = sorted((scale.worst, scale.best))
    if scale.whole and high - low < _MOST_SPELT:
        yield from map(str, range(int(low), int(high) + 1))
