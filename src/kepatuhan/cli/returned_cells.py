"""From the cells that a unit typed to those of the workbook that is returned: what is an answer, and what is wrong."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kepatuhan.exact import to_text
from kepatuhan.instrument.model import NOT_APPLICABLE_WORD, Indicator, Instrument
from kepatuhan.messages import Words
from kepatuhan.problems import Problem, Where
from kepatuhan.scoring.answers import Answer, NotApplicable, UnitAnswers, observed
from kepatuhan.workbook.as_typed import Typed
from kepatuhan.workbook.cells import Cell, Kind
from kepatuhan.workbook.returning import ReturnedCell, ReturnedUnit
from kepatuhan.workbook.values import Refusal, read_answer
from kepatuhan.worksheets.corrections import Side
from kepatuhan.worksheets.entries import AnswerCell, Content, Entry

MISSING = "?"
"""What stands in the place of an answer that the original has no cell for: it is refused until somebody answers."""
_TYPE_CODES = ("KP818", "KP825")
_COUNT_CODES = ("KP817", "KP826", "KP827")
_SAID_HERE = ("KP712", "KP788", "KP805", "KP806", "KP807", "KP810", "KP811", "KP812", "KP816", "KP824")
"""What to do about these is something else in the workbook that is returned: it holds no formula, format or date."""


@dataclass(slots=True)
class Prepared:
    """A unit as it is returned."""

    unit: UnitAnswers
    """What can be scored of it."""
    entries: dict[str, Entry] = field(default_factory=dict)
    sides: dict[Side, AnswerCell] = field(default_factory=dict)
    places: dict[Where, tuple[str, int]] = field(default_factory=dict)
    """The cells of the original: the indicator, and the position among its cells here."""
    dropped: dict[str, tuple[ReturnedCell, ...]] = field(default_factory=dict)
    """Answers to what units of its type are not asked: they have no cell here."""


def side_of(problem: Problem, instrument: Instrument) -> Side:
    """Which cell beside the answers a problem of a unit is about."""
    if problem.code in _TYPE_CODES:
        return Side.TYPE
    by = instrument.roll_up.by
    is_count = problem.code in _COUNT_CODES or (by is not None and problem.facts.get("id") == by)
    return Side.COUNT if is_count else Side.NAME


def complaint(problem: Problem, words: Words) -> str:
    """What a problem says in its cell of the workbook that is returned, with its code."""
    said = words.text(f"returned.{problem.code}", **problem.facts) if problem.code in _SAID_HERE else None
    return f"{said or words.problem(problem)} [{problem.code}]"


def shown(content: Typed | NotApplicable) -> str:
    """What a cell holds, as text."""
    if isinstance(content, NotApplicable):
        return NOT_APPLICABLE_WORD
    if isinstance(content, bool):
        return str(content).upper()
    return content if isinstance(content, str) else to_text(content)


def prepare(
    returned: ReturnedUnit,
    instrument: Instrument,
    problems: Mapping[Where, Sequence[Problem]],
    beside: Sequence[Problem],
    words: Words,
    *,
    is_form: bool,
) -> Prepared:
    """A unit with everything that is wrong marked.

    ``problems`` are by cell; ``beside`` are those of the unit that are about no answer cell. A form has no row for what
    units of the type are not asked.
    """
    known = returned.answers
    sides = _sides(returned, instrument, beside, words)
    unit_type = None if Side.TYPE in sides else known.type
    prepared = Prepared(known, sides=sides)
    answers: dict[str, Answer] = {}
    for indicator in instrument.indicators:
        cells = returned.cells.get(indicator.id, ())
        is_asked = indicator.fits(unit_type)
        evidence, remark = returned.evidence.get(indicator.id, ""), returned.remarks.get(indicator.id, "")
        if is_form and not is_asked:
            prepared.dropped[indicator.id] = cells
            continue
        if indicator.id in returned.missing and not cells:
            typed = [AnswerCell(MISSING, words.text("returned.missing", id=indicator.id))]
        else:
            why_not = None if is_asked else "returned.not_asked" if unit_type is not None else "returned.type_first"
            typed = _typed(indicator, cells, problems, words, why_not)
        is_together = len(typed) < len(cells)
        prepared.places |= {
            cell.where: (indicator.id, 0 if is_together else position) for position, cell in enumerate(cells)
        }
        sound = [] if is_together else [c.content for c, t in zip(cells, typed, strict=False) if not t.complaint]
        answer = observed((value, 1) for value in sound if not isinstance(value, bool))
        if answer is not None:
            answers[indicator.id] = answer
        if typed or evidence or remark:
            prepared.entries[indicator.id] = Entry(tuple(typed), evidence, remark)
    count = None if Side.COUNT in sides else known.count
    prepared.unit = UnitAnswers(known.unit, answers, type=unit_type, count=count)
    return prepared


def _typed(
    indicator: Indicator,
    cells: Sequence[ReturnedCell],
    problems: Mapping[Where, Sequence[Problem]],
    words: Words,
    why_not: str | None,
) -> list[AnswerCell]:
    """The answer cells of an indicator; those that contradict each other are one, which holds what stood in all.

    ``why_not`` is what is said of an answer that the unit is not asked for.
    """
    told = [[complaint(problem, words) for problem in problems.get(cell.where, ())] for cell in cells]
    contradict = len(cells) > 1 and (indicator.observed is None or len({cell.where[:2] for cell in cells}) > 1)
    if contradict:
        where = tuple(words.where(cell.where._replace(file="")) for cell in cells)
        texts = [words.text("returned.twice", id=indicator.id, cells=where), *(text for line in told for text in line)]
        return [AnswerCell(" / ".join(shown(cell.content) for cell in cells), "\n".join(dict.fromkeys(texts)))]
    typed = []
    for cell, texts in zip(cells, told, strict=True):
        text = "\n".join(texts)
        if not text and (cell.is_refused or why_not):
            text = words.text(why_not or "returned.refused", id=indicator.id)
        content = _refusable(cell.content, indicator) if text and not why_not else cell.content
        typed.append(AnswerCell(content, text))
    return typed


def _refusable(content: Content, indicator: Indicator) -> Content:
    """What is wrong, in a form that is no answer: nobody may score it before it was looked at."""
    if content is None or isinstance(content, NotApplicable):
        return content
    kind = Kind.TRUTH if isinstance(content, bool) else Kind.TEXT if isinstance(content, str) else Kind.NUMBER
    read = read_answer(Cell(1, kind, content), indicator.scale, indicator.may_be_not_applicable)
    return content if isinstance(read, Refusal) else f"{shown(content)} ?"


def _sides(
    returned: ReturnedUnit, instrument: Instrument, beside: Sequence[Problem], words: Words
) -> dict[Side, AnswerCell]:
    """The cells beside the answers that something is wrong with."""
    texts: dict[Side, list[str]] = {}
    for problem in beside:
        texts.setdefault(side_of(problem, instrument), []).append(complaint(problem, words))
    contents: dict[Side, Content] = {
        Side.NAME: returned.answers.unit,
        Side.TYPE: returned.stated_type,
        Side.COUNT: returned.stated_count,
    }
    return {side: AnswerCell(contents[side], "\n".join(lines)) for side, lines in texts.items()}
