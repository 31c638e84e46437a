"""What stands in a workbook already when it is handed out: answers as their cells hold them, evidence and notes."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from kepatuhan.scoring.answers import Answer, NotApplicable, Observations, UnitAnswers, Value
from kepatuhan.worksheets.matrix_values import observations_of


class AnswerCell(NamedTuple):
    """One answer cell."""

    content: Value | NotApplicable | bool | None
    """What stands in it; an answer that nobody knows as it was typed."""
    complaint: str = ""
    """What is wrong with it, shown as a comment; the cell is counted as unknown."""


class Entry(NamedTuple):
    """What stands in the row of one indicator of one unit."""

    answers: tuple[AnswerCell, ...] | None = None
    """One for each observation; None where they are those that are scored."""
    evidence: str = ""
    note: str = ""

    def cells(self, scored: Answer | None) -> tuple[AnswerCell, ...]:
        """The answer cells, where ``scored`` is what counts as the unit's answer."""
        return tuple(map(AnswerCell, observations_of(scored))) if self.answers is None else self.answers


Entries = Mapping[str, Mapping[str, Entry]]
"""By unit, and by the id of the indicator."""


def refuse_misplaced(units: Sequence[UnitAnswers]) -> None:
    """Refuse what has no place in a workbook to fill in: it would be lost.

    Raises:
        ValueError: for scores given directly, and observations that weigh differently.
    """
    for unit in units:
        weighted = any(isinstance(a, Observations) and a.weights is not None for a in unit.answers.values())
        if unit.direct or weighted:
            raise ValueError(f"{unit.unit}: direct scores and weighted observations have no place in this layout")
