"""What scoring yields: units with their bands and gaps, the institution, and the tree of a unit when asked for."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import NamedTuple

from kepatuhan.instrument.model import Band, Component, Indicator, Instrument
from kepatuhan.scoring.answers import Answer
from kepatuhan.scoring.layout import Place
from kepatuhan.scoring.marks import Mark


class Status(Enum):
    """Why a unit has a score, or has none."""

    SCORED = "scored"
    NOT_FILLED_IN = "not filled in"
    """No answer at all ("belum diisi")."""
    NOT_ASSESSED = "not assessed"
    """Everything is not applicable ("tidak dinilai")."""


class Measure(NamedTuple):
    """What turns the whole numbers of a tree into scores, weights and shares; one for all components of a unit."""

    full_score: Fraction
    decimals: int
    unit_of_weight: int
    """All weights of the instrument are whole multiples of one over this."""
    points: int
    """The points of a perfect unit."""


class ComponentResult(NamedTuple):
    """One component in one unit's tree: the points it added to the final score, of those it could add.

    It keeps whole numbers and works out scores and weights when they are read.
    """

    place: Place
    measure: Measure
    points: int
    """What it can add; 0 when it left the tree (not applicable)."""
    low: int
    """What it added, with every blank at its worst."""
    high: int
    """With every blank at its best."""
    answered: int
    blank: int
    not_applicable: int
    answer: Answer | None
    """What was answered, on a leaf."""
    components: tuple["ComponentResult", ...]

    @property
    def component(self) -> Component:
        """The component of the instrument."""
        return self.place.component

    @property
    def is_direct(self) -> bool:
        """Whether the workbook states this score itself; then nothing below it counts."""
        return self.place.is_direct

    @property
    def mark(self) -> Mark | None:
        """The exact mark, with every blank at its worst; None when it is not applicable."""
        return Mark(self.low, self.points) if self.points else None

    @property
    def best_mark(self) -> Mark | None:
        """The exact mark, with every blank at its best; None when it is not applicable."""
        return Mark(self.high, self.points) if self.points else None

    @property
    def score(self) -> Decimal | None:
        """0..full_score, rounded for display; nothing is computed from it. None when not applicable."""
        return self.mark.score(self.measure.full_score, self.measure.decimals) if self.mark else None

    @property
    def weight(self) -> Fraction:
        """Relative to its siblings; for a group that weighs its sum, what is still in it weighs."""
        return Fraction(self.place.weight, self.measure.unit_of_weight)

    @property
    def effective_weight(self) -> Fraction:
        """Its part of the unit's final score, 0..1, after what is not applicable; those of all leaves sum to 1."""
        return Fraction(self.points, self.measure.points) if self.points else Fraction(0)

    def walk(self) -> Iterator["ComponentResult"]:
        """This component and all below it, parents first."""
        yield self
        for component in self.components:
            yield from component.walk()


class Reported(NamedTuple):
    """An answer that is reported and not scored."""

    indicator: Indicator
    answer: Answer


class UnitResult(NamedTuple):
    """One unit. Scores are 0..full_score, rounded half up to the instrument's decimals; None where there is none."""

    unit: str
    type: str | None
    status: Status
    score: Decimal | None
    possible: tuple[Decimal, Decimal] | None
    """The score, and what it becomes if every blank turns out best."""
    band: Band | None
    gap: Decimal | None
    """What is missing to the target, at least 0; None without score or target."""
    answered: int
    blank: int
    not_applicable: int
    remarks: tuple[str, ...]
    mark: Mark | None
    """The unrounded mark, from which the institution's score is made."""
    reported: tuple[Reported, ...]
    """The answers to indicators that are not scored."""
    roll_up_count: int | None
    """What a weighted roll-up counts."""
    is_direct: bool
    """Whether the score of the whole unit was given directly: it rests on no weights."""
    make_top_scores: Callable[[], dict[str, Decimal | None]]
    make_tree: Callable[[], tuple[ComponentResult, ...]]

    @property
    def is_provisional(self) -> bool:
        """Whether blanks can still change the score."""
        return self.possible is not None and self.possible[0] != self.possible[1]

    @property
    def top_scores(self) -> dict[str, Decimal | None]:
        """The scores of the top components by id, 0..full_score; cheaper than the tree. Empty without a score."""
        return self.make_top_scores() if self.score is not None else {}

    @property
    def components(self) -> tuple[ComponentResult, ...]:
        """The unit's tree, computed anew at each call: keep what you need of it."""
        return self.make_tree()


class InstitutionResult(NamedTuple):
    """All units rolled up: from their unrounded scores, rounded once."""

    score: Decimal | None
    possible: tuple[Decimal, Decimal] | None
    band: Band | None
    gap: Decimal | None
    is_provisional: bool
    remarks: tuple[str, ...]
    units: int
    scored_units: int
    mark: Mark | None
    """The unrounded mark, 0..1, that the score is made of; None without a score."""


class Result(NamedTuple):
    """A whole assessment under one instrument."""

    instrument: Instrument
    target: Decimal | None
    units: tuple[UnitResult, ...]
    """In the order of the workbook."""
    institution: InstitutionResult
    weighted_by: str | None
    """The count that weighted the roll-up; None for the plain mean."""
