"""What a unit can improve: for every scored indicator the better answers, each with its effort and its exact gain.

- A scale of options, or of whole numbers: any answer with a better mark. Its effort is the indicator's effort times the
  marks climbed (whole numbers, or options of different points).
- Any other scale of numbers (and one of more whole numbers than a table holds): only the best answer, as one mark.
- Several observations: all of them to the best, as one improvement; the marks climbed are their mean, rounded up.
- A blank indicator climbs from the worst answer. One that is not applicable, not scored, or at or below a score that
  was given directly has nothing to improve; neither has one whose effort is ``outside``, unless these are included.
"""

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from kepatuhan.instrument.model import Indicator, NumberScale
from kepatuhan.scoring.answers import NOT_APPLICABLE, Answer, Observations, Value
from kepatuhan.scoring.layout import Marks
from kepatuhan.scoring.results import ComponentResult, UnitResult

EFFORT_OUTSIDE = 5
"""What an improvement that is not in the unit's hands counts, where it is included: as much as the hardest."""


class Improvement(NamedTuple):
    """One better answer to an indicator."""

    answer_after: Answer
    effort: int
    gain: Fraction
    """What it adds to the unit's exact mark (0..1)."""


class Ladder(NamedTuple):
    """The improvements of one indicator of one unit, from the least effort to the most; at most one is taken."""

    indicator: Indicator
    answer: Answer | None
    """What is answered now; None: blank."""
    improvements: tuple[Improvement, ...]


class Obstacle(NamedTuple):
    """Something that no offered improvement changes, and what it keeps from the unit's exact mark (0..1)."""

    component: ComponentResult
    loss: Fraction


def ladders(unit: UnitResult, *, include_outside: bool = False) -> tuple[Ladder, ...]:
    """What can be improved in ``unit``, in the order of the instrument's file; nothing where it has no score."""
    found = (_ladder(leaf, include_outside=include_outside) for leaf in _leaves(unit))
    return tuple(ladder for ladder in found if ladder is not None)


def obstacles(unit: UnitResult, *, include_outside: bool = False) -> tuple[Obstacle, ...]:
    """What keeps ``unit`` from the full score when everything that is offered is done, in the order of the file."""
    found = []
    for leaf in _leaves(unit):
        loss = Fraction(leaf.points - leaf.low, leaf.measure.points) if leaf.points else Fraction(0)
        if loss and _ladder(leaf, include_outside=include_outside) is None:
            found.append(Obstacle(leaf, loss))
    return tuple(found)


def _leaves(unit: UnitResult) -> Iterator[ComponentResult]:
    if unit.score is None or unit.is_direct:
        return
    for top in unit.components:
        for component in top.walk():
            if not component.components:
                yield component


def _ladder(leaf: ComponentResult, *, include_outside: bool) -> Ladder | None:
    indicator, marks, answer = leaf.component, leaf.place.marks, leaf.answer
    if leaf.is_direct or not leaf.points or leaf.low == leaf.points or marks is None or answer is NOT_APPLICABLE:
        return None
    assert isinstance(indicator, Indicator)
    effort = indicator.effort
    if effort is None:
        if not include_outside:
            return None
        effort = EFFORT_OUTSIDE
    rungs = _rungs(marks)
    perfect = leaf.measure.points
    if isinstance(answer, Observations):
        best, _ = rungs[-1]
        climbed = sum(_marks_to_the_best(rungs, marks, value) for value in answer.values)
        rounded_up = -(-climbed // len(answer.values))
        after = Observations((best,) * len(answer.values), answer.weights)
        gain = Fraction(leaf.points - leaf.low, perfect)
        return Ladder(indicator, answer, (Improvement(after, effort * rounded_up, gain),))
    per_step = leaf.points // marks.steps
    better = [(value, per_step * step - leaf.low) for value, step in rungs if per_step * step > leaf.low]
    improvements = [
        Improvement(value, effort * climbed, Fraction(points, perfect))
        for climbed, (value, points) in enumerate(better, 1)
    ]
    return Ladder(indicator, answer, tuple(improvements))


def _rungs(marks: Marks) -> list[tuple[Value, int]]:
    """The answers that can be climbed to, from the worst to the best, with their marks in steps.

    Of several options with the same points it is the first of the file.
    """
    scale = marks.scale
    if isinstance(scale, NumberScale) and not marks.table:
        return [(scale.best, marks.steps)]
    first: dict[int, Value] = {}
    for value, step in marks.table.items():
        assert isinstance(value, int | str | Fraction)
        first.setdefault(step, value)
    return [(first[step], step) for step in sorted(first)]


def _marks_to_the_best(rungs: list[tuple[Value, int]], marks: Marks, value: Value) -> int:
    step = marks.exact(value) * marks.steps
    return sum(higher > step for _, higher in rungs)
