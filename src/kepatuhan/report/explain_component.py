"""One component from near: where its weight is from, what is asked, and what each of its answers is worth."""

from collections.abc import Iterator

from kepatuhan.exact import round_half_up, to_text
from kepatuhan.instrument.model import Indicator, Instrument
from kepatuhan.messages import Phrase, Words, literal
from kepatuhan.report.explain_report import Entry, State
from kepatuhan.report.explain_words import whole_text
from kepatuhan.report.plan_words import meaning
from kepatuhan.scoring.answers import NotApplicable

_MOST_CELLS = 40


def component_lines(entry: Entry, instrument: Instrument, words: Words) -> Iterator[str]:
    """What the instrument says about a component, and its answers one by one."""
    component = entry.component
    place = Phrase(f"{literal(instrument.file)}:{component.line}")
    if entry.is_assumed:
        yield words.text("explain.weight_assumed", place=place, reason=whole_text(component.assumption or ""))
    elif component.source:
        yield words.text("explain.weight_source", place=place, source=component.source)
    if isinstance(component, Indicator):
        if component.question:
            yield words.text("explain.question", question=whole_text(component.question))
        assumption = instrument.scale_assumptions.get(component.scale.id)
        if assumption:
            yield words.text("explain.scale_assumed", reason=whole_text(assumption))
        yield from _cell_lines(entry, component, words)
        if component.remedy and entry.state is not State.NOT_APPLICABLE:
            yield words.text("explain.remedy", remedy=whole_text(component.remedy))


def _cell_lines(entry: Entry, indicator: Indicator, words: Words) -> Iterator[str]:
    marks = entry.part.place.marks if entry.part else None
    for cell in entry.cells[:_MOST_CELLS]:
        where, value = Phrase(words.where(cell.where)), cell.value
        if isinstance(value, NotApplicable) or marks is None:
            yield words.text("explain.cell_not_applicable", where=where)
            continue
        mark = marks.exact(value)
        worth = round_half_up(mark.numerator * 100, mark.denominator, 2)
        answer = Phrase(meaning(value, indicator.steps, words))
        weight = "" if cell.weight == 1 else words.text("explain.cell_weight", weight=to_text(cell.weight))
        yield words.text("explain.cell_mark", where=where, answer=answer, mark=worth) + weight
    more = len(entry.cells) - _MOST_CELLS
    if more > 0:
        yield words.text("explain.more_cells", count=more)
