"""The scoring rules once more, as slow and as plain as they are written down, to hold the fast scorer against.

Every function restates one line of the rules with ``fractions.Fraction``. Nothing is shared with the scorer but the
model of the instrument and the answers: no tables, no whole points, no cache, and not even the marks of the scales.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from kepatuhan.exact import Exact
from kepatuhan.instrument.model import (
    WHOLE_UNIT,
    Band,
    Component,
    Group,
    Indicator,
    Instrument,
    NumberScale,
    OptionScale,
    Scale,
)
from kepatuhan.scoring.answers import NOT_APPLICABLE, Answer, DirectScore, Observations, UnitAnswers, Value
from kepatuhan.scoring.results import Status


@dataclass(frozen=True)
class Branch:
    """One component in one unit's tree. ``low`` and ``high`` are its marks, None once it has left the tree."""

    component: Component
    children: tuple["Branch", ...]
    weight: Fraction
    low: Fraction | None
    high: Fraction | None
    answered: int
    blank: int
    not_applicable: int

    @property
    def is_there(self) -> bool:
        """Whether it still counts."""
        return self.low is not None


@dataclass(frozen=True)
class ReferenceUnit:
    """What the rules say about one unit."""

    status: Status
    low: Fraction | None
    high: Fraction | None
    score: Decimal | None
    possible: tuple[Decimal, Decimal] | None
    band: Band | None
    gap: Fraction | None
    answered: int
    blank: int
    not_applicable: int
    tree: tuple[Branch, ...]


@dataclass(frozen=True)
class ReferenceInstitution:
    """What the rules say about all units together."""

    score: Decimal | None
    possible: tuple[Decimal, Decimal] | None
    band: Band | None
    gap: Fraction | None
    is_provisional: bool
    scored_units: int


def half_up(value: Fraction, decimals: int) -> Decimal:
    """The only rounding: half up, of a value that is not negative."""
    shifted = value * 10**decimals
    whole = shifted.numerator // shifted.denominator
    if shifted - whole >= Fraction(1, 2):
        whole += 1
    return Decimal(whole) / Decimal(10**decimals)


def mark_of_value(scale: Scale, value: Value) -> Fraction:
    """``(value - zero) / (best - zero)`` on a number scale, points over the most points on an option scale."""
    if isinstance(scale, OptionScale):
        assert isinstance(value, str)
        return Fraction(scale.options[value]) / Fraction(max(scale.options.values()))
    assert not isinstance(value, str)
    return (Fraction(value) - Fraction(scale.zero)) / (Fraction(scale.best) - Fraction(scale.zero))


def worst_mark(scale: Scale) -> Fraction:
    """What a blank counts as."""
    if isinstance(scale, NumberScale):
        return mark_of_value(scale, scale.worst)
    return min(mark_of_value(scale, option) for option in scale.options)


def mark_of_answer(scale: Scale, answer: Answer) -> Fraction:
    """The mean of the marks of the answered observations, weighted where they have weights."""
    if not isinstance(answer, Observations):
        assert answer is not NOT_APPLICABLE
        return mark_of_value(scale, answer)
    weights: Sequence[Exact] = answer.weights or [1] * len(answer.values)
    total = sum(
        (Fraction(w) * mark_of_value(scale, v) for v, w in zip(answer.values, weights, strict=True)), Fraction()
    )
    return total / sum((Fraction(w) for w in weights), Fraction())


def mark_of_direct(given: DirectScore) -> Fraction:
    """A score given directly, out of its maximum."""
    return Fraction(given.value) / Fraction(given.most)


def is_asked(component: Component, unit: UnitAnswers) -> bool:
    """Whether a component has a scored indicator for the type of the unit, in itself or below."""
    if isinstance(component, Group):
        return any(is_asked(child, unit) for child in component.components)
    assert isinstance(component, Indicator)
    return component.scored and (component.only_for is None or unit.type in component.only_for)


def whole_weight(component: Component, unit: UnitAnswers) -> Fraction:
    """The weight of a component from which nothing is missing; ``weight: sum`` adds up what is below."""
    if component.weight is not None:
        return component.weight
    assert isinstance(component, Group)
    return sum((whole_weight(child, unit) for child in component.components if is_asked(child, unit)), Fraction())


def grow(component: Component, unit: UnitAnswers) -> Branch:
    """A component that is asked, with all below it that is asked."""
    if component.id in unit.direct:
        mark = mark_of_direct(unit.direct[component.id])
        return Branch(component, (), whole_weight(component, unit), mark, mark, 0, 0, 0)
    if isinstance(component, Group):
        return grow_group(component, unit)
    assert isinstance(component, Indicator)
    assert component.weight is not None
    answer = unit.answers.get(component.id)
    if answer is None:
        return Branch(component, (), component.weight, worst_mark(component.scale), Fraction(1), 0, 1, 0)
    if answer is NOT_APPLICABLE:
        return Branch(component, (), component.weight, None, None, 0, 0, 1)
    mark = mark_of_answer(component.scale, answer)
    return Branch(component, (), component.weight, mark, mark, 1, 0, 0)


def grow_group(group: Group, unit: UnitAnswers) -> Branch:
    """``sum(weight * mark) / sum(weight)`` over the children still there; gone when none is."""
    children = tuple(grow(child, unit) for child in group.components if is_asked(child, unit))
    low, high = means(children)
    weight = group.weight
    if weight is None:
        weight = sum((child.weight for child in children if child.is_there), Fraction())
    return Branch(
        group,
        children,
        weight,
        low,
        high,
        sum(child.answered for child in children),
        sum(child.blank for child in children),
        sum(child.not_applicable for child in children),
    )


def means(children: Sequence[Branch]) -> tuple[Fraction | None, Fraction | None]:
    """The marks of a group: with every blank at its worst, and with every blank at its best."""
    total, low, high = Fraction(), Fraction(), Fraction()
    for child in children:
        if child.low is not None and child.high is not None:
            total += child.weight
            low += child.weight * child.low
            high += child.weight * child.high
    return (low / total, high / total) if total else (None, None)


def band_of(instrument: Instrument, rounded: Decimal) -> Band | None:
    """The highest band whose lower bound the rounded score reaches."""
    reached = [band for band in instrument.bands if Fraction(band.lower) <= Fraction(rounded)]
    return max(reached, key=lambda band: Fraction(band.lower), default=None)


def gap_to(target: Exact | None, rounded: Decimal) -> Fraction | None:
    """``max(0, target - rounded score)``."""
    return None if target is None else max(Fraction(0), Fraction(target) - Fraction(rounded))


def reference_unit(instrument: Instrument, unit: UnitAnswers) -> ReferenceUnit:
    """Everything about one unit."""
    if WHOLE_UNIT in unit.direct:
        mark = mark_of_direct(unit.direct[WHOLE_UNIT])
        return _scored(instrument, mark, mark, (0, 0, 0), ())
    tree = tuple(grow(component, unit) for component in instrument.components if is_asked(component, unit))
    counts = (
        sum(branch.answered for branch in tree),
        sum(branch.blank for branch in tree),
        sum(branch.not_applicable for branch in tree),
    )
    low, high = means(tree)
    if low is None or high is None:
        return ReferenceUnit(Status.NOT_ASSESSED, None, None, None, None, None, None, *counts, tree)
    if counts[0] == 0 and not unit.direct:
        return ReferenceUnit(Status.NOT_FILLED_IN, low, high, None, None, None, None, *counts, tree)
    return _scored(instrument, low, high, counts, tree)


def _scored(
    instrument: Instrument, low: Fraction, high: Fraction, counts: tuple[int, int, int], tree: tuple[Branch, ...]
) -> ReferenceUnit:
    full, decimals = Fraction(instrument.full_score), instrument.decimals
    rounded = half_up(full * low, decimals)
    possible = (rounded, half_up(full * high, decimals))
    band, gap = band_of(instrument, rounded), gap_to(instrument.target, rounded)
    return ReferenceUnit(Status.SCORED, low, high, rounded, possible, band, gap, *counts, tree)


def reference_institution(instrument: Instrument, units: Sequence[UnitAnswers]) -> ReferenceInstitution:
    """All units rolled up. Where it is not provisional, nothing but the score is possible."""
    results = [(reference_unit(instrument, unit), unit) for unit in units]
    counting = [(result, unit) for result, unit in results if result.status is not Status.NOT_ASSESSED]
    scored = [(result, unit) for result, unit in counting if result.status is Status.SCORED]
    if not scored:
        return ReferenceInstitution(None, None, None, None, False, 0)
    by_count = instrument.roll_up.by is not None and all(unit.count is not None for _, unit in counting)

    def rolled_up(marks: Sequence[tuple[Fraction | None, UnitAnswers]]) -> Decimal:
        total, weight = Fraction(), Fraction()
        for mark, unit in marks:
            assert mark is not None
            each = Fraction(unit.count or 0) if by_count else Fraction(1)
            total, weight = total + each * Fraction(instrument.full_score) * mark, weight + each
        return half_up(total / weight, instrument.decimals)

    rounded = rolled_up([(result.low, unit) for result, unit in scored])
    is_provisional = len(scored) < len(counting) or any(
        result.possible is not None and result.possible[0] != result.possible[1] for result, _ in scored
    )
    possible = (rounded, rounded)
    if is_provisional:
        lowest = rolled_up([(result.low, unit) for result, unit in counting])
        possible = (lowest, rolled_up([(result.high, unit) for result, unit in counting]))
    band, gap = band_of(instrument, rounded), gap_to(instrument.target, rounded)
    return ReferenceInstitution(rounded, possible, band, gap, is_provisional, len(scored))


def effective_weights(tree: Sequence[Branch], share: Fraction = Fraction(1)) -> Iterator[tuple[str, Fraction]]:
    """Every component still in the tree with the product of the normalised weights on its path."""
    total = sum((branch.weight for branch in tree if branch.is_there), Fraction())
    for branch in tree:
        if branch.is_there:
            own = share * branch.weight / total
            yield branch.component.id, own
            yield from effective_weights(branch.children, own)


def branches(tree: Sequence[Branch]) -> Iterator[Branch]:
    """Every component that is asked, parents first."""
    for branch in tree:
        yield branch
        yield from branches(branch.children)
