"""What every form of an explanation is made from: the components of a unit with their points, cells and lines."""

from collections.abc import Iterator
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from kepatuhan.instrument.model import WHOLE_UNIT, Component
from kepatuhan.problems import Problem, Where
from kepatuhan.report.assumed import rest_on_assumed_weights
from kepatuhan.report.score_report import InputHash
from kepatuhan.report.score_values import walk_with_depth
from kepatuhan.scoring.answer_places import AnsweredCell, GivenCell, UnitPlaces
from kepatuhan.scoring.answers import NOT_APPLICABLE, Answer
from kepatuhan.scoring.explaining import Explanation
from kepatuhan.scoring.gains import most_points, points_added
from kepatuhan.scoring.results import ComponentResult


class State(StrEnum):
    """What a component is made of."""

    GROUP = "group"
    ANSWERED = "answered"
    BLANK = "blank"
    NOT_APPLICABLE = "not applicable"
    DIRECT = "direct"
    """The workbook states its score."""
    REPORTED = "reported"
    """An answer that is not scored."""


class Entry(NamedTuple):
    """One component of the unit."""

    depth: int
    component: Component
    state: State
    part: ComponentResult | None
    """None for what is reported and not scored."""
    answer: Answer | None
    points: Fraction | None
    """What it adds to the unit's unrounded score; None where it has no part in it."""
    most_points: Fraction | None
    cells: tuple[AnsweredCell, ...]
    given: GivenCell | None
    blank: Where | None
    """Where its answer would stand."""

    @property
    def is_assumed(self) -> bool:
        """Whether its own weight is a figure that had to be chosen."""
        return self.component.weight is not None and self.component.assumption is not None

    def where(self) -> tuple[Where, ...]:
        """The cells, answered or not."""
        if self.given is not None:
            return (self.given.where,)
        return tuple(cell.where for cell in self.cells) or ((self.blank,) if self.blank is not None else ())


class ExplainReport(NamedTuple):
    """An explanation with what its readers need to trust it."""

    explanation: Explanation
    places: UnitPlaces
    inputs: tuple[InputHash, ...]
    problems: tuple[Problem, ...]
    """Warnings and notes of reading the answers."""
    version: str

    @property
    def rests_on_assumed_weights(self) -> bool:
        """Whether an assumed weight had a say in the score."""
        return rest_on_assumed_weights(self.explanation.unit.components)

    @property
    def given(self) -> GivenCell | None:
        """The cell that states the score of the whole unit, where one does."""
        return self.places.direct.get(WHOLE_UNIT) if self.explanation.unit.is_direct else None

    def not_counted(self) -> list[tuple[str, GivenCell]]:
        """Cells that state scores below another one that was given (of a whole unit): the upper one counts."""
        if self.explanation.component is not None:
            return []
        shown = {WHOLE_UNIT, *(entry.component.id for entry in self.entries())}
        return [(name, given) for name, given in self.places.direct.items() if name not in shown]

    def entries(self) -> Iterator[Entry]:
        """The components, parents first, then the answers that are only reported (of a whole unit)."""
        for top in self.explanation.parts:
            for depth, part in walk_with_depth(top):
                yield self._entry(depth, part)
        for one in self.explanation.unit.reported if self.explanation.component is None else ():
            cells = self.places.answers.get(one.indicator.id, ())
            yield Entry(0, one.indicator, State.REPORTED, None, one.answer, None, None, cells, None, None)

    def _entry(self, depth: int, part: ComponentResult) -> Entry:
        name, state = part.component.id, _state(part)
        counts = not self.explanation.unit.is_direct
        return Entry(
            depth=depth,
            component=part.component,
            state=state,
            part=part,
            answer=part.answer,
            points=points_added(part) if counts else None,
            most_points=most_points(part) if counts else None,
            cells=self.places.answers.get(name, ()) if state in (State.ANSWERED, State.NOT_APPLICABLE) else (),
            given=self.places.direct.get(name) if state is State.DIRECT else None,
            blank=self.places.blank.get(name) if state is State.BLANK else None,
        )


def _state(part: ComponentResult) -> State:
    if part.is_direct:
        return State.DIRECT
    if part.components:
        return State.GROUP
    if part.answer is NOT_APPLICABLE:
        return State.NOT_APPLICABLE
    return State.BLANK if part.blank else State.ANSWERED
