"""The tree of an instrument laid out in whole points of the final score, so that a unit's score is a sum of integers.

A layout holds for one unit type, one set of "not applicable" answers and one set of scores given directly: what is not
applicable is not in it, which is just what the rule says (its weight goes to its siblings). Units share layouts.
The full score is ``Layout.points``; every leaf can add its ``Place.points`` to it, and a group what its leaves add.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import gcd, lcm

from kepatuhan.exact import Exact, as_exact
from kepatuhan.instrument.model import (
    WHOLE_UNIT,
    Component,
    Group,
    Indicator,
    Instrument,
    NumberScale,
    OptionScale,
)
from kepatuhan.scoring.answers import Answer, Observations, Value

_LARGEST_TABLE = 1000


class AnswerError(ValueError):
    """An answer that the instrument does not know. Reading a workbook reports such answers before they are scored."""


class Marks:
    """The marks of one indicator's answers: a table of whole steps, and the rule for what is not in the table."""

    def __init__(self, indicator: Indicator) -> None:
        self.id = indicator.id
        self.scale = indicator.scale
        self.is_observed = indicator.observed is not None
        tabled = dict(_tabled_marks(indicator.scale))
        self.steps = lcm(*(mark.denominator for mark in (indicator.scale.worst_mark, *tabled.values())))
        """The best mark, in steps."""
        self.table: dict[Answer, int] = {value: int(mark * self.steps) for value, mark in tabled.items()}
        self.worst = int(indicator.scale.worst_mark * self.steps)

    def exact(self, answer: Answer) -> Fraction:
        """The mark of an answer: for several observations the mean of their marks, weighted where they have weights.

        Raises:
            AnswerError: when the scale does not know the answer.
        """
        if isinstance(answer, Observations):
            weights = (1,) * len(answer.values) if answer.weights is None else answer.weights
            if not self.is_observed or not answer.values:
                wanted = "at least one" if self.is_observed else "a single answer"
                raise AnswerError(f"{self.id}: {len(answer.values)} observations, where it takes {wanted}")
            exact = [as_exact(weight) for weight in weights]
            if len(exact) != len(answer.values) or any(weight is None or weight <= 0 for weight in exact):
                raise AnswerError(f"{self.id}: each observation needs a weight above 0")
            # Respondents are many, and what they can answer is not: each different answer is marked once.
            together: dict[tuple[type, Value], Exact] = {}
            for value, weight in zip(answer.values, exact, strict=True):
                assert weight is not None
                key = (type(value), value)
                together[key] = together.get(key, 0) + weight
            total = sum(self.exact(value) * weight for (_, value), weight in together.items())
            return Fraction(total) / Fraction(sum(together.values()))
        tabled = self.table.get(answer)
        if tabled is not None:
            return Fraction(tabled, self.steps)
        number = as_exact(answer)
        if isinstance(self.scale, NumberScale) and number is not None and self.scale.accepts(number):
            return self.scale.mark(number)
        raise AnswerError(
            f"{self.id}: {answer!r} is not on the scale {self.scale.id} (numbers are int, Fraction or Decimal)"
        )


def _tabled_marks(scale: NumberScale | OptionScale) -> Iterable[tuple[Value, Fraction]]:
    """The marks of every option, and of every whole number of a scale that is not long."""
    if isinstance(scale, OptionScale):
        return [(option, scale.mark(option)) for option in scale.options]
    low, high = min(scale.worst, scale.best), max(scale.worst, scale.best)
    if not scale.whole or high - low > _LARGEST_TABLE:
        return []
    return [(value, scale.mark(value)) for value in range(int(low), int(high) + 1)]


class Place:
    """One component in a layout. ``children`` is empty for a leaf and for a group whose score is given directly."""

    __slots__ = (
        "children",
        "component",
        "id",
        "is_direct",
        "is_left_out",
        "marks",
        "points",
        "points_per_step",
        "table",
        "weight",
        "worst_points",
    )

    def __init__(
        self,
        component: Component,
        weight: int,
        children: "tuple[Place, ...]",
        marks: Marks | None,
        is_direct: bool,
        is_left_out: bool,
    ) -> None:
        self.component = component
        self.id = component.id
        self.weight = weight
        """Among its siblings, in units of weight."""
        self.children = children
        self.marks = marks
        self.table: dict[Answer, int] = marks.table if marks else {}
        self.is_direct = is_direct
        self.is_left_out = is_left_out
        """Not applicable: it has no points and no mark."""
        self.points = 0
        """What it can add to ``Layout.points``."""
        self.points_per_step = 0
        self.worst_points = 0
        """What a blank adds."""


@dataclass(slots=True)
class Layout:
    """A whole unit laid out."""

    places: tuple[Place, ...]
    points: int
    """The points of a perfect unit; 0 when everything is not applicable."""
    tops: Sequence[tuple[str, int]]
    """The id and the points of each of ``places``."""
    sections: list[list[tuple[str, int, dict[Answer, int], Place]]]
    """The answerable leaves below each of ``places``, ready for the inner loop of the scorer."""
    leaves: int
    """How many those are."""
    direct: list[tuple[int, Place]]
    """The components whose score is given directly (not the whole unit's), each with the position of its section."""
    left_out: int
    """How many scored leaves are not applicable."""
    answerable: frozenset[str]
    """The leaves, scored or not, that units of this type answer."""
    covered: frozenset[str]
    """The leaves below, or at, a score given directly: an answer to one of them would count twice."""


class LayoutMaker:
    """Lays the tree of one instrument out, for any unit type and any set of left-out and directly scored components."""

    def __init__(self, instrument: Instrument) -> None:
        self._components = instrument.components
        self._indicators = instrument.indicators
        weights = [component.weight for component in instrument.walk() if component.weight is not None]
        self.unit_of_weight = lcm(*(weight.denominator for weight in weights))
        """All weights of the instrument are whole multiples of one over this."""
        self._weights = {
            component.id: int(component.weight * self.unit_of_weight)
            for component in instrument.walk()
            if component.weight is not None
        }
        self._marks = {indicator.id: Marks(indicator) for indicator in instrument.indicators if indicator.scored}

    def lay_out(self, unit_type: str | None, not_applicable: frozenset[str], direct: frozenset[str]) -> Layout:
        """The layout of units of ``unit_type`` with these answers "not applicable" and these scores given directly."""
        places = self._place(self._components, unit_type, not_applicable, direct)
        counted: list[tuple[Place, int, int]] = []
        _share(places, 1, 1, counted)
        ends = [[place for place in walk((top,)) if not place.children and not place.is_left_out] for top in places]
        points = lcm(*[denominator * (place.marks.steps if place.marks else 1) for place, _, denominator in counted])
        for place, numerator, denominator in counted:
            place.points = numerator * (points // denominator)
            if place.marks is not None:
                place.points_per_step = place.points // place.marks.steps
                place.worst_points = place.points_per_step * place.marks.worst
        for place in places:
            _add_points(place)
        sections = [
            [(p.id, p.points_per_step, p.table, p) for p in below if p.marks is not None and not p.is_direct]
            for below in ends
        ]
        return Layout(
            places=places,
            points=points if counted else 0,
            tops=[(place.id, place.points) for place in places],
            sections=sections,
            leaves=sum(map(len, sections)),
            direct=[(top, p) for top, below in enumerate(ends) for p in below if p.is_direct] if direct else [],
            left_out=_count_left_out(places) if not_applicable else 0,
            answerable=frozenset(i.id for i in self._indicators if i.fits(unit_type)),
            covered=frozenset(self._covered(places, unit_type, direct)) if direct else frozenset(),
        )

    def _place(
        self,
        components: tuple[Component, ...],
        unit_type: str | None,
        not_applicable: frozenset[str],
        direct: frozenset[str],
    ) -> tuple[Place, ...]:
        places = []
        for component in components:
            name = component.id
            if isinstance(component, Group):
                children = self._place(component.components, unit_type, not_applicable, direct)
                if children:  # else nothing in it is scored for this unit type
                    places.append(self._place_group(component, children, name in direct))
            elif isinstance(component, Indicator) and component.scored and component.fits(unit_type):
                marks, weight = self._marks[name], self._weights[name]
                places.append(Place(component, weight, (), marks, name in direct, name in not_applicable))
        return tuple(places)

    def _place_group(self, group: Group, children: tuple[Place, ...], is_direct: bool) -> Place:
        """A group; one that weighs its sum weighs what is still in it (no child of a given score is left out)."""
        weight = self._weights.get(group.id)
        if weight is None:
            weight = sum([child.weight for child in children if not child.is_left_out])
        is_left_out = all([child.is_left_out for child in children])
        return Place(group, weight, () if is_direct else children, None, is_direct, is_left_out)

    def _covered(self, places: tuple[Place, ...], unit_type: str | None, direct: frozenset[str]) -> Iterator[str]:
        if WHOLE_UNIT in direct:
            for component in self._components:
                yield from _leaf_ids(component, unit_type)
        for place in walk(places):
            if place.is_direct:
                yield from _leaf_ids(place.component, unit_type)


def _share(places: tuple[Place, ...], numerator: int, denominator: int, counted: list[tuple[Place, int, int]]) -> None:
    """Note the exact share in the final score of every leaf and directly scored group that is still in the tree."""
    staying = [place for place in places if not place.is_left_out]
    denominator *= sum([place.weight for place in staying])
    for place in staying:
        own_numerator = numerator * place.weight
        common = gcd(own_numerator, denominator)
        if place.children:
            _share(place.children, own_numerator // common, denominator // common, counted)
        else:
            counted.append((place, own_numerator // common, denominator // common))


def _add_points(place: Place) -> int:
    """A group can add what its children can."""
    if place.children:
        place.points = sum([_add_points(child) for child in place.children])
    return place.points


def _count_left_out(places: tuple[Place, ...]) -> int:
    return sum(_count_left_out(place.children) if place.children else place.is_left_out for place in places)


def walk(places: tuple[Place, ...]) -> Iterator[Place]:
    """The places and all below them, parents first."""
    for place in places:
        yield place
        yield from walk(place.children)


def _leaf_ids(component: Component, unit_type: str | None) -> Iterator[str]:
    if isinstance(component, Group):
        for child in component.components:
            yield from _leaf_ids(child, unit_type)
    elif isinstance(component, Indicator) and component.scored and component.fits(unit_type):
        yield component.id
