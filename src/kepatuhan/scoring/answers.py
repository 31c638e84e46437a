"""What a unit answered: values in the terms of each indicator's scale, and scores that were given directly."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Final, NamedTuple

from kepatuhan.exact import Exact


class NotApplicable(Enum):
    """The type of :data:`NOT_APPLICABLE`."""

    NOT_APPLICABLE = "not applicable"


NOT_APPLICABLE: Final = NotApplicable.NOT_APPLICABLE
"""The answer "not applicable": the indicator leaves the tree and its weight goes to its siblings."""

Value = Exact | str
"""One filled cell: a number on a number scale, the name of an option on an option scale."""


class Observations(NamedTuple):
    """Several answered observations of one indicator (respondents, products), with their weights when they differ."""

    values: tuple[Value, ...]
    weights: tuple[Exact, ...] | None = None


Answer = Value | Observations | NotApplicable


def observed(values: Iterable[tuple[Value | NotApplicable, Exact]]) -> Answer | None:
    """The answer that several cells make together; each comes with the weight of its observation (1 where all equal).

    Answered observations count alone; without any, "not applicable" counts when it was said at least once; else the
    indicator is blank, which is None.
    """
    cells = list(values)
    answered = [(value, weight) for value, weight in cells if value is not NOT_APPLICABLE]
    if not answered:
        return NOT_APPLICABLE if cells else None
    marks = tuple(value for value, _ in answered if not isinstance(value, NotApplicable))
    weights = tuple(weight for _, weight in answered)
    if len(marks) == 1:
        return marks[0]
    return Observations(marks, None if len(set(weights)) == 1 else weights)


class DirectScore(NamedTuple):
    """A component's score that the workbook states itself: ``value`` out of ``most`` (12.16 of 21.85)."""

    value: Exact
    most: Exact


@dataclass(frozen=True, slots=True)
class UnitAnswers:
    """Everything one unit answered.

    ``answers`` holds an entry per answered (or not applicable) indicator, by id; what is not in it is blank. ``direct``
    holds scores given directly, by component id, or under ``WHOLE_UNIT`` for the whole unit. ``type`` is a key of the
    instrument's unit types. ``count`` is what a weighted roll-up counts (products, for instance).
    """

    unit: str
    answers: Mapping[str, Answer]
    direct: Mapping[str, DirectScore] = field(default_factory=dict)
    type: str | None = None
    count: int | None = None
