"""How one unit's score arose, and how firmly it stands: how far the next band is, and what would lose this one.

The points of the leaves (:func:`kepatuhan.scoring.gains.points_added`) add up to the unrounded score exactly. Where the
workbook states the score of the whole unit itself that is all there is: parts that it gives as well do not count.
"""

from collections.abc import Iterator
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import NamedTuple

from kepatuhan.exact import to_text
from kepatuhan.instrument.model import Band, Component, Group, Indicator, Instrument
from kepatuhan.scoring.marks import Mark
from kepatuhan.scoring.planning import unit_shares
from kepatuhan.scoring.results import ComponentResult, Result, UnitResult


class Rise(NamedTuple):
    """The next band up, and what the rounded score misses to it (0..full_score)."""

    band: Band
    missing: Decimal


class Drop(NamedTuple):
    """The fewest indicators that lead to a lower band when they turn worst, and what the unit would have then."""

    indicators: tuple[Indicator, ...]
    """Of those that do, the ones with the most points to lose."""
    score_after: Decimal
    band_after: Band | None


class Explanation(NamedTuple):
    """One unit's score, or one component of it (``component``)."""

    result: Result
    unit: UnitResult
    component: ComponentResult | None
    parts: tuple[ComponentResult, ...]
    """The tree: the top components, or the one component that was asked for."""
    unrounded: Fraction
    """The unit's score before it is rounded, 0..full_score."""
    share: Fraction
    """The unit's part in the roll-up of the institution, 0..1."""
    rise: Rise | None
    """None in the highest band, or without bands."""
    drops: tuple[Drop, ...]
    """To a lower band, and where that has the same zone to another zone; empty where no answers could lead there."""


class Absence(Enum):
    """Why a component of the instrument has no part in a unit's score."""

    NOT_SCORED = "not scored"
    OTHER_TYPE = "other type"
    NOT_COUNTED = "not counted"
    """The workbook states the score of something above it."""


def explain(result: Result, unit: str, component: str | None = None) -> Explanation:
    """How the score of the unit called ``unit`` arose; with ``component``, the id of one, that part of it.

    Raises:
        ValueError: when no unit is called so, it has no score, or no such component has a part in it.
    """
    found = next((each for each in result.units if each.unit == unit), None)
    if found is None or found.mark is None or found.score is None:
        raise ValueError(f"there is no unit {unit!r} that has a score")
    parts = found.components
    chosen = None
    if component is not None:
        chosen = next((part for top in parts for part in top.walk() if part.component.id == component), None)
        if chosen is None:
            raise ValueError(f"{component!r} has no part in the score of {unit!r}")
    return Explanation(
        result=result,
        unit=found,
        component=chosen,
        parts=parts if chosen is None else (chosen,),
        unrounded=Fraction(result.instrument.full_score) * found.mark.exact,
        share=unit_shares(result)[unit],
        rise=_rise(result.instrument, found.score),
        drops=tuple(_drops(result.instrument, found, found.mark.exact)),
    )


def absence(unit: UnitResult, component: Component) -> Absence:
    """Why ``component`` is not in the tree of ``unit``."""
    leaves = list(_indicators(component))
    if not any(leaf.scored for leaf in leaves):
        return Absence.NOT_SCORED
    if not any(leaf.scored and leaf.fits(unit.type) for leaf in leaves):
        return Absence.OTHER_TYPE
    return Absence.NOT_COUNTED


def _indicators(component: Component) -> Iterator[Indicator]:
    if isinstance(component, Indicator):
        yield component
    elif isinstance(component, Group):
        for child in component.components:
            yield from _indicators(child)


def _rise(instrument: Instrument, score: Decimal) -> Rise | None:
    above = [band for band in instrument.bands if Fraction(band.lower) > Fraction(score)]
    return Rise(above[-1], Decimal(to_text(above[-1].lower)) - score) if above else None


def _drops(instrument: Instrument, unit: UnitResult, mark: Fraction) -> Iterator[Drop]:
    """Every indicator counts as one, so those with the most to lose are the fewest that do it."""
    if unit.is_direct:
        return
    losses = sorted(_losses(unit), key=lambda loss: -loss[0])
    lost: list[Indicator] = []
    is_lower = False
    for loss, indicator in losses:
        mark -= loss
        lost.append(indicator)
        rounded = Mark(mark.numerator, mark.denominator).score(Fraction(instrument.full_score), instrument.decimals)
        band = instrument.band_of(rounded)
        is_other_zone = _zone(band) != _zone(unit.band)
        if band != unit.band and (is_other_zone or not is_lower):
            is_lower = True
            yield Drop(tuple(lost), rounded, band)
        if is_other_zone:
            return


def _losses(unit: UnitResult) -> Iterator[tuple[Fraction, Indicator]]:
    """What the unit's mark (0..1) loses when an answer turns worst; nothing for what is blank or not applicable."""
    for top in unit.components:
        for part in top.walk():
            indicator, marks = part.component, part.place.marks
            if marks is None or not part.points or part.is_direct:
                continue
            assert isinstance(indicator, Indicator)
            loss = part.low - part.points // marks.steps * marks.worst
            if loss:
                yield Fraction(loss, part.measure.points), indicator


def _zone(band: Band | None) -> str | None:
    return band.zone if band is not None else None
