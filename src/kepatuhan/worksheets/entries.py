"""What stands in a workbook already when it is handed out: answers as their cells hold them, evidence and notes."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from kepatuhan.scoring.answers import Answer, NotApplicable, Observations, UnitAnswers, Value

Content = Value | NotApplicable | bool | None
"""What stands in an answer cell."""


class AnswerCell(NamedTuple):
    """One answer cell."""

    content: Content
    """What stands in it; an answer that nobody knows as it was typed."""
    complaint: str = ""
    """What is wrong with it, shown as a comment; the cell is counted as unknown."""


class Entry(NamedTuple):
    """What stands in the row of one indicator of one unit."""

    answers: tuple[AnswerCell, ...] | None = None
    """One for each observation; None where they are those that are scored."""
    evidence: str = ""
    note: str = ""

    @property
    def unknown(self) -> int:
        """How many of the cells are counted as unknown."""
        return sum(bool(cell.complaint) for cell in self.answers or ())

    def cells(self, scored: Answer | None) -> tuple[AnswerCell, ...]:
        """The answer cells, where ``scored`` is what counts as the unit's answer."""
        return tuple(map(AnswerCell, observations_of(scored))) if self.answers is None else self.answers


Entries = Mapping[str, Mapping[str, Entry]]
"""By unit, and by the id of the indicator."""


def observations_of(answer: Answer | None) -> tuple[Value | NotApplicable, ...]:
    """What an answer puts into the cells of a unit, from the first one on."""
    if answer is None:
        return ()
    return answer.values if isinstance(answer, Observations) else (answer,)


def refuse_misplaced(units: Sequence[UnitAnswers]) -> None:
    """Refuse what has no place in a workbook to fill in: it would be lost.

    Raises:
        ValueError: for scores given directly, and observations that weigh differently.
    """
    for unit in units:
        weighted = any(isinstance(a, Observations) and a.weights is not None for a in unit.answers.values())
        if unit.direct or weighted:
            raise ValueError(f"{unit.unit}: direct scores and weighted observations have no place in this layout")


def as_counted(units: Sequence[UnitAnswers]) -> Sequence[UnitAnswers]:
    """The units as a weighted roll-up takes them: without counts as long as some have none."""
    are_counted = all(unit.count is not None for unit in units)
    return units if are_counted else [replace(unit, count=None) for unit in units]
