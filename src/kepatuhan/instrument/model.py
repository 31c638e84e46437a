"""An instrument as it is meant: every default applied, every scale resolved, every figure exact.

The scorer, the workbook reader and the reports all work from these classes; the YAML file as it is written (which may
leave things out) is :mod:`kepatuhan.instrument.file_format`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from kepatuhan.exact import Exact
from kepatuhan.instrument.years import years_text

WHOLE_UNIT = "nilai"
"""The id under which a workbook gives the score of a whole unit (a reserved id, so no component bears it)."""

RESERVED_IDS = frozenset(
    {"unit", WHOLE_UNIT, "kode", "jawaban", "jenis", "responden", "observasi", "opd", "lokus", "upp", "satker", "skpd"}
)
"""Ids that no component bears, since a column of that name means something else in every workbook."""

COLUMN_NAMES = (
    RESERVED_IDS
    | {"nama unit", "unit layanan", "nama unit layanan", "unit pelayanan", "nama unit pelayanan", "unit kerja"}
    | {"nama lokus", "unit lokus", "nama upp", "nama opd", "perangkat daerah", "nama perangkat daerah"}
    | {"jenis unit", "kode indikator", "bobot responden", "isian", "skor"}
)
"""Folded headers that mean something else in every workbook, so that no roll-up column bears them."""

NOT_APPLICABLE_WORD = "tidak berlaku"
"""The word that our own sheets offer for "not applicable"."""

NOT_APPLICABLE_WORDS = frozenset({NOT_APPLICABLE_WORD, "tidak relevan", "tidak dipersyaratkan", "tb", "n/a"})
"""Folded texts that mean "not applicable"."""

NO_ANSWERS = frozenset({"", "-", "\u2013", "\u2014"}) | NOT_APPLICABLE_WORDS
"""Folded texts that mean "not filled in" or "not applicable" in every cell, so that no answer is spelt so."""


class NumberScale(NamedTuple):
    """Numbers from ``worst`` to ``best`` (which may be the smaller); ``zero`` is the value that is worth nothing."""

    id: str
    worst: Exact
    best: Exact
    zero: Exact
    whole: bool

    def mark(self, value: Exact) -> Fraction:
        """The mark of ``value``, 0..1: ``(value - zero) / (best - zero)`` (scoring rules, ``mark(number)``)."""
        return Fraction(value - self.zero) / Fraction(self.best - self.zero)

    def accepts(self, value: Exact) -> bool:
        """Whether ``value`` lies on the scale, and is whole where it must be."""
        low, high = min(self.worst, self.best), max(self.worst, self.best)
        return low <= value <= high and not (self.whole and value.denominator != 1)

    @property
    def worst_mark(self) -> Fraction:
        """The mark of a blank: that of the worst value (above 0 where the scale starts above its zero, as in SKM)."""
        return self.mark(self.worst)


class OptionScale(NamedTuple):
    """Named answers with points, 0 or more; ``also`` leads other folded spellings to the option they mean."""

    id: str
    options: Mapping[str, Exact]
    also: Mapping[str, str]

    def mark(self, option: str) -> Fraction:
        """The mark of ``option``, 0..1: its points over the most points of the scale (``mark(option)``)."""
        return Fraction(self.options[option]) / max(self.options.values())

    @property
    def worst_mark(self) -> Fraction:
        """The mark of a blank: that of the option with the fewest points."""
        return Fraction(min(self.options.values())) / max(self.options.values())


Scale = NumberScale | OptionScale


@dataclass(frozen=True, slots=True, kw_only=True)
class Component:
    """A node of the tree: a dimension, a variable, an indicator (the instrument names its own levels).

    ``weight`` is relative to the siblings; None says that the group weighs what its children weigh together.
    ``source`` names where the weight was read, ``assumption`` why it is our choice: one of both, its own or inherited.
    """

    id: str
    title: str
    level: str
    weight: Fraction | None
    source: str | None
    assumption: str | None
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Group(Component):
    """A component made of others."""

    components: tuple[Component, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator(Component):
    """A leaf: what is asked, on which scale, and what the desk officer should know about it."""

    scale: Scale
    observed: str | None
    """What is observed several times in one unit (``responden``, ``produk``), or None for a single observation."""
    may_be_not_applicable: bool
    only_for: frozenset[str] | None
    """The keys of the unit types that answer it; None: all."""
    scored: bool
    appends: Mapping[str, str]
    question: str | None
    steps: Mapping[str, str]
    evidence: str | None
    remedy: str | None
    effort: int | None
    """1 easy ... 5 hard; None: not in the unit's hands."""

    def fits(self, unit_type: str | None) -> bool:
        """Whether a unit of this type answers the indicator."""
        return self.only_for is None or unit_type in self.only_for


class Band(NamedTuple):
    """A class of scores: those at or above ``lower``, up to the next band. Category, zone and colour may be missing."""

    lower: Exact
    category: str | None
    zone: str | None
    label: str | None
    colour: str | None


class Source(NamedTuple):
    """Where figures were read."""

    id: str
    title: str
    url: str | None


class RollUp(NamedTuple):
    """How unit scores become the institution's: the plain mean, or weighted by a count per unit (``by`` names it)."""

    by: str | None
    source: str | None = None
    assumption: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """One edition of the rules. Scores of different editions are never comparable."""

    id: str
    family: str
    title: str
    issuer: str
    years: tuple[int, ...]
    note: str | None
    sources: tuple[Source, ...]
    level_names: tuple[str, ...]
    unit_types: Mapping[str, str]
    full_score: Exact
    decimals: int
    target: Exact | None
    bands: tuple[Band, ...]
    """From the highest to the lowest."""
    bands_source: str | None
    bands_assumption: str | None
    scales: Mapping[str, Scale]
    roll_up: RollUp
    components: tuple[Component, ...]
    fingerprint: str
    file: str
    scale_assumptions: Mapping[str, str] = field(default_factory=dict)
    """Why scales are as they are, where that is our choice: by their ids."""

    def walk(self) -> Iterator[Component]:
        """Every component, parents before children, in the order of the file."""
        yield from _walk(self.components)

    @property
    def years_text(self) -> str:
        """The years it holds for, as people write them: ``2022-2024``, or ``2017-2019, 2021``."""
        return years_text(self.years)

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """The leaves, scored or not, in the order of the file."""
        return tuple(component for component in self.walk() if isinstance(component, Indicator))

    def band_of(self, score: Decimal) -> Band | None:
        """The class of a rounded score: the highest band whose lower bound it reaches; None below all of them."""
        return next((band for band in self.bands if Fraction(band.lower) <= Fraction(score)), None)

    @property
    def assumed_weights(self) -> tuple[Component, ...]:
        """The components whose own weight is a figure that we had to choose."""
        return tuple(
            component for component in self.walk() if component.weight is not None and component.assumption is not None
        )


def _walk(components: tuple[Component, ...]) -> Iterator[Component]:
    for component in components:
        yield component
        if isinstance(component, Group):
            yield from _walk(component.components)
