"""The instrument file as it is written: format 1, its keys and their types.

These classes say what may stand in the file and nothing about what it adds up to; the rules for that are in
``kepatuhan.checking``. What the file leaves out is filled in by :mod:`kepatuhan.instrument.building`. The descriptions
are what an editor shows of a key, by ``indicators/kepatuhan.schema.json``.
"""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from kepatuhan.instrument.file_values import Colour, Effort, Id, Number, Sum, Text, Weight, Year

FORMAT = 1


class Entry(BaseModel):
    """A mapping of the file: immutable, no key but the named ones, no type bent into another."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid", arbitrary_types_allowed=True, defer_build=True)


class SourceEntry(Entry):
    """Where figures were read."""

    id: Id = Field(description="The name by which figures refer to this source.")
    title: Text = Field(description="What it is, so that a reader can find it.")
    url: Text | None = Field(default=None, description="Where it can be read.")


class BandEntry(Entry):
    """One class of scores, given by its lower bound alone."""

    from_: Number = Field(alias="from", description="The lowest score of this class.")
    category: Text | None = Field(default=None, description="The letter of the class.")
    zone: Text | None = Field(default=None, description="The zone, such as hijau.")
    label: Text | None = Field(default=None, description="What the class is called.")
    colour: Colour | None = Field(default=None, description='The colour of the zone, such as "#00b050".')


class BandsEntry(Entry):
    """The table of classes, with its source or the reason why it is our choice."""

    source: Id | None = Field(default=None, description="The id of the source of this table.")
    assumption: Text | None = Field(default=None, description="Why this table is our choice, where it has no source.")
    rows: tuple[BandEntry, ...] = Field(
        min_length=1, description="The classes by their lower bounds, from the highest to the lowest."
    )


class ScaleEntry(Entry):
    """Named options with points, or numbers from worst to best."""

    options: dict[str, Number] | None = Field(default=None, description="Named answers and their points, 0 or more.")
    also: dict[str, tuple[Text, ...]] = Field(default={}, description="Other spellings of the options.")
    worst: Number | None = Field(default=None, description="The value of the worst answer.")
    best: Number | None = Field(default=None, description="The value of the best answer; it may be the smaller one.")
    whole: bool = Field(default=False, description="Whether only whole numbers are answers.")
    zero: Number | None = Field(
        default=None, description="The value that is worth nothing, where that is not the worst one."
    )
    source: Id | None = Field(default=None, description="The id of the source of this scale.")
    assumption: Text | None = Field(default=None, description="Why this scale is our choice.")


class RollUpEntry(Entry):
    """How unit scores become the institution's."""

    method: Literal["mean", "weighted"] = Field(
        description="mean of the units, or weighted by a column of the workbook."
    )
    by: Text | None = Field(default=None, description="The heading of the column with the count of each unit.")
    source: Id | None = Field(default=None, description="The id of the source.")
    assumption: Text | None = Field(default=None, description="Why this is our choice.")


class WithinEntry(Entry):
    """What a group's weights have in common: that they are equal, or add up to a sum; and where they were read."""

    weights: Literal["equal"] | None = Field(default=None, description="equal: the weights inside are equal.")
    sum: Sum | None = Field(default=None, description="What the weights inside add up to, exactly.")
    source: Id | None = Field(default=None, description="The id of the source of the weights inside.")
    assumption: Text | None = Field(default=None, description="Why the weights inside are our choice.")


class InheritedEntry(Entry):
    """What a leaf may inherit from the ``defaults`` of a group above it."""

    scale: Id | None = Field(default=None, description="The name of the scale of its answers.")
    observed: Text | None = Field(
        default=None, description="What is observed several times in a unit, such as responden or produk."
    )
    not_applicable: Literal["allowed", "refused"] | None = Field(
        default=None, description='Whether "not applicable" is an answer.'
    )
    only_for: tuple[Id, ...] | None = Field(
        default=None, min_length=1, description="The unit types that answer it; all others do not."
    )
    scored: bool | None = Field(default=None, description="false: it is reported, not scored.")
    effort: Effort | None = Field(
        default=None, description="How hard it is to improve: 1 (easy) to 5 (hard), or outside."
    )


class ComponentEntry(InheritedEntry):
    """A node of the tree; it is a leaf when it has no ``components``."""

    id: Id = Field(description="The code of the component, in quotation marks where YAML would read a number.")
    title: Text = Field(description="What the component is called.")
    weight: Weight | None = Field(
        default=None, description='Its weight relative to its siblings: a number, a fraction such as "1/9", or sum.'
    )
    source: Id | None = Field(
        default=None, description="The id of the source of the weight; inherited by what is below."
    )
    assumption: Text | None = Field(
        default=None, description="Why the weight is our choice; inherited by what is below."
    )
    within: WithinEntry | None = Field(
        default=None, description="What the weights of the components inside have in common."
    )
    defaults: InheritedEntry | None = Field(default=None, description="What the leaves below inherit.")
    components: tuple["ComponentEntry", ...] | None = Field(
        default=None, min_length=1, description="The components inside; without them it is a leaf, which is answered."
    )
    question: Text | None = Field(default=None, description="What the unit is asked.")
    steps: dict[str, Text] = Field(default={}, description='What each mark means; a span of marks is written "0-1".')
    appends: dict[str, Text] = Field(
        default={}, description="The remark that an answer adds, on a leaf that is not scored."
    )
    evidence: Text | None = Field(default=None, description="What the assessor wants to see.")
    remedy: Text | None = Field(default=None, description="What to do when the mark is low.")


class InstrumentFile(Entry):
    """A whole file."""

    format: Literal[1] = Field(description="How the file is written: 1.")
    id: Id = Field(description="The name of this edition.")
    family: Id = Field(description="The family of editions that it belongs to.")
    title: Text = Field(description="The title as published.")
    issuer: Text = Field(description="Who assesses by it.")
    years: tuple[Year, ...] = Field(min_length=1, description="The years for which it holds.")
    note: Text | None = Field(default=None, description="What every reader of the file should know.")
    sources: tuple[SourceEntry, ...] = Field(default=(), description="Where figures were read.")
    level_names: tuple[Text, ...] = Field(
        min_length=1, description="What its users call the levels, from the top down."
    )
    unit_types: dict[Id, Text] = Field(default={}, description="The kinds of unit and their titles, for only_for.")
    full_score: Number = Field(default=100, description="The score of a perfect unit.")
    decimals: int = Field(default=2, ge=0, le=6, description="The places of the one rounding, half up.")
    target: Number | None = Field(default=None, description="The score to reach; without it there is no gap.")
    bands: BandsEntry = Field(description="The classes of scores.")
    scales: dict[Id, ScaleEntry] = Field(description="The scales of answers, by name.")
    roll_up: RollUpEntry = Field(
        default=RollUpEntry(method="mean"), description="How the institution's score is made from those of its units."
    )
    within: WithinEntry | None = Field(
        default=None, description="What the weights of the top components have in common."
    )
    components: tuple[ComponentEntry, ...] = Field(min_length=1, description="The tree of what is assessed.")
