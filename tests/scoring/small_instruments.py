"""Instruments built by hand, so that a test can show the whole tree it is about."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from kepatuhan.exact import Exact
from kepatuhan.instrument.fingerprint import fingerprint
from kepatuhan.instrument.model import (
    Band,
    Component,
    Group,
    Indicator,
    Instrument,
    NumberScale,
    OptionScale,
    RollUp,
    Scale,
)
from kepatuhan.scoring.answers import Answer, DirectScore, UnitAnswers
from kepatuhan.scoring.results import Result, UnitResult
from kepatuhan.scoring.scoring import score
from kepatuhan.spelling import fold

BANDS = (
    Band(88, "A", "hijau", "Kualitas Tertinggi", None),
    Band(78, "B", "hijau", "Kualitas Tinggi", None),
    Band(54, "C", "kuning", "Kualitas Sedang", None),
    Band(32, "D", "merah", "Kualitas Rendah", None),
    Band(0, "E", "merah", "Kualitas Terendah", None),
)


def options(name: str, points: Mapping[str, Exact]) -> OptionScale:
    """A scale of named answers."""
    return OptionScale(name, dict(points), {fold(option): option for option in points})


def numbers(name: str, worst: Exact, best: Exact, *, zero: Exact | None = None, whole: bool = True) -> NumberScale:
    """A scale of numbers; whole ones unless said otherwise."""
    return NumberScale(name, worst, best, worst if zero is None else zero, whole)


YES_NO = options("ya-tidak", {"ya": 1, "tidak": 0})
RUBRIC = numbers("rubrik-0-3", 0, 3)
SKM = numbers("skm-1-4", 1, 4, zero=0)
INCIDENTS = numbers("kejadian", 30, 0)
PERCENT = numbers("persen", 0, 100, whole=False)


def indicator(
    name: str,
    scale: Scale = RUBRIC,
    weight: Exact = 1,
    *,
    observed: str | None = "responden",
    may_be_not_applicable: bool = True,
    only_for: frozenset[str] | None = None,
    scored: bool = True,
    appends: Mapping[str, str] | None = None,
) -> Indicator:
    """A leaf of the tree; an unscored one has no weight."""
    return Indicator(
        id=name,
        title=f"Indikator {name}",
        level="Indikator",
        weight=Fraction(weight) if scored else None,
        source=None,
        assumption="Contoh.",
        line=1,
        scale=scale,
        observed=observed,
        may_be_not_applicable=may_be_not_applicable,
        only_for=only_for,
        scored=scored,
        appends={fold(answer): remark for answer, remark in (appends or {}).items()},
        question=None,
        steps={},
        evidence=None,
        remedy=None,
        effort=1,
    )


def group(name: str, *components: Component, weight: Exact | None = 1) -> Group:
    """A component made of others; the weight None is written ``weight: sum``."""
    return Group(
        id=name,
        title=f"Dimensi {name}",
        level="Dimensi",
        weight=None if weight is None else Fraction(weight),
        source=None,
        assumption="Contoh.",
        line=1,
        components=components,
    )


def instrument(
    *components: Component,
    full_score: Exact = 100,
    decimals: int = 2,
    target: Exact | None = 90,
    bands: tuple[Band, ...] = BANDS,
    roll_up_by: str | None = None,
    unit_types: Mapping[str, str] | None = None,
) -> Instrument:
    """An edition with these components at the top."""
    built = Instrument(
        id="contoh",
        family="contoh",
        title="Instrumen contoh",
        issuer="Penguji",
        years=(2026,),
        note=None,
        sources=(),
        level_names=("Dimensi", "Indikator"),
        unit_types=dict(unit_types or {}),
        full_score=full_score,
        decimals=decimals,
        target=target,
        bands=bands,
        bands_source=None,
        bands_assumption="Contoh.",
        scales={leaf.scale.id: leaf.scale for leaf in _leaves(components)},
        roll_up=RollUp(roll_up_by),
        components=components,
        fingerprint="",
        file="contoh.yaml",
    )
    return replace(built, fingerprint=fingerprint(built))


def _leaves(components: tuple[Component, ...]) -> list[Indicator]:
    leaves: list[Indicator] = []
    for component in components:
        if isinstance(component, Group):
            leaves += _leaves(component.components)
        elif isinstance(component, Indicator):
            leaves.append(component)
    return leaves


def unit(
    name: str,
    answers: Mapping[str, Answer] | None = None,
    *,
    direct: Mapping[str, DirectScore] | None = None,
    of_type: str | None = None,
    count: int | None = None,
) -> UnitAnswers:
    """What one unit answered."""
    return UnitAnswers(name, dict(answers or {}), dict(direct or {}), of_type, count)


def given(value: Exact, most: Exact = 100) -> DirectScore:
    """A score that the workbook states itself."""
    return DirectScore(value, most)


def result_of(edition: Instrument, *units: UnitAnswers, target: Exact | None = None) -> Result:
    """The whole result of these units."""
    return score(edition, units, target)


def only_unit(edition: Instrument, answers: UnitAnswers) -> UnitResult:
    """The result of a single unit."""
    return score(edition, [answers]).units[0]
