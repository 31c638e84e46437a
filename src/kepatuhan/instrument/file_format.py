"""The instrument file as it is written: format 1, its keys and their types.

These classes say what may stand in the file and nothing about what it adds up to; the rules for that are in
``kepatuhan.checking``. What the file leaves out is filled in by :mod:`kepatuhan.instrument.building`.
"""

import re
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, PlainValidator
from pydantic_core import PydanticCustomError

from kepatuhan.exact import Exact, from_ratio_text

FORMAT = 1
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_YEARS = 1990, 2100
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


class StandIn(str):
    """A text in place of one that was refused, so that the rest of a file can be judged; no rule looks at it."""

    __slots__ = ()


def _wrong(kind: str) -> PydanticCustomError:
    """An error whose kind is an entry of the message catalogue (``kind.number``)."""
    return PydanticCustomError("kind", "{kind}", {"kind": kind})  # type: ignore[arg-type,unused-ignore]


def _number(value: Any) -> Exact:
    if isinstance(value, bool) or not isinstance(value, Exact):
        raise _wrong("kind.number")
    return value


def _weight(value: Any) -> "Exact | Literal['sum']":
    if isinstance(value, str):
        if value == "sum":
            return "sum"
        ratio = from_ratio_text(value)
        if ratio is None:
            raise _wrong("kind.weight")
        return ratio
    if isinstance(value, bool) or not isinstance(value, Exact):
        raise _wrong("kind.weight")
    return value


def _sum(value: Any) -> Exact:
    return _number(from_ratio_text(value) or value) if isinstance(value, str) else _number(value)


def _text(value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise _wrong("kind.text")
    return value.strip()


def _id(value: Any) -> str:
    if not isinstance(value, str):
        raise _wrong("kind.quoted")
    if not _ID.fullmatch(value) and not isinstance(value, StandIn):
        raise _wrong("kind.id")
    return value


def _colour(value: Any) -> str:
    if not isinstance(value, str) or not _COLOUR.fullmatch(value):
        raise _wrong("kind.colour")
    return value.lower()


def _effort(value: Any) -> "int | Literal['outside']":
    if value == "outside":
        return "outside"
    if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= 5:
        raise _wrong("kind.effort")
    return value


def _year(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not _YEARS[0] <= value <= _YEARS[1]:
        raise _wrong("kind.year")
    return value


Number = Annotated[Exact, PlainValidator(_number)]
Sum = Annotated[Exact, PlainValidator(_sum)]
Weight = Annotated[Exact | Literal["sum"], PlainValidator(_weight)]
Text = Annotated[str, PlainValidator(_text)]
Id = Annotated[str, PlainValidator(_id)]
Colour = Annotated[str, PlainValidator(_colour)]
Year = Annotated[int, PlainValidator(_year)]
Effort = Annotated[int | Literal["outside"], PlainValidator(_effort)]


class Entry(BaseModel):
    """A mapping of the file: immutable, no key but the named ones, no type bent into another."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid", arbitrary_types_allowed=True, defer_build=True)


class SourceEntry(Entry):
    """Where figures were read."""

    id: Id
    title: Text
    url: Text | None = None


class BandEntry(Entry):
    """One class of scores, given by its lower bound alone."""

    from_: Number = Field(alias="from")
    category: Text | None = None
    zone: Text | None = None
    label: Text | None = None
    colour: Colour | None = None


class BandsEntry(Entry):
    """The table of classes, with its source or the reason why it is our choice."""

    source: Id | None = None
    assumption: Text | None = None
    rows: tuple[BandEntry, ...] = Field(min_length=1)


class ScaleEntry(Entry):
    """Named options with points, or numbers from worst to best."""

    options: dict[str, Number] | None = None
    also: dict[str, tuple[Text, ...]] = {}
    worst: Number | None = None
    best: Number | None = None
    whole: bool = False
    zero: Number | None = None
    source: Id | None = None
    assumption: Text | None = None


class RollUpEntry(Entry):
    """How unit scores become the institution's."""

    method: Literal["mean", "weighted"]
    by: Text | None = None
    source: Id | None = None
    assumption: Text | None = None


class WithinEntry(Entry):
    """What a group's weights have in common: that they are equal, or add up to a sum; and where they were read."""

    weights: Literal["equal"] | None = None
    sum: Sum | None = None
    source: Id | None = None
    assumption: Text | None = None


class InheritedEntry(Entry):
    """What a leaf may inherit from the ``defaults`` of a group above it."""

    scale: Id | None = None
    observed: Text | None = None
    not_applicable: Literal["allowed", "refused"] | None = None
    only_for: tuple[Id, ...] | None = Field(default=None, min_length=1)
    scored: bool | None = None
    effort: Effort | None = None


class ComponentEntry(InheritedEntry):
    """A node of the tree; it is a leaf when it has no ``components``."""

    id: Id
    title: Text
    weight: Weight | None = None
    source: Id | None = None
    assumption: Text | None = None
    within: WithinEntry | None = None
    defaults: InheritedEntry | None = None
    components: tuple["ComponentEntry", ...] | None = Field(default=None, min_length=1)
    question: Text | None = None
    steps: dict[str, Text] = {}
    appends: dict[str, Text] = {}
    evidence: Text | None = None
    remedy: Text | None = None


class InstrumentFile(Entry):
    """A whole file."""

    format: Literal[1]
    id: Id
    family: Id
    title: Text
    issuer: Text
    years: tuple[Year, ...] = Field(min_length=1)
    note: Text | None = None
    sources: tuple[SourceEntry, ...] = ()
    level_names: tuple[Text, ...] = Field(min_length=1)
    unit_types: dict[Id, Text] = {}
    full_score: Number = 100
    decimals: int = Field(default=2, ge=0, le=6)
    target: Number | None = None
    bands: BandsEntry
    scales: dict[Id, ScaleEntry]
    roll_up: RollUpEntry = RollUpEntry(method="mean")
    within: WithinEntry | None = None
    components: tuple[ComponentEntry, ...] = Field(min_length=1)
