"""From the file as written to the instrument as meant: defaults go down the tree, scales and weights are filled in.

Call this only with entries that keep the rules of ``kepatuhan.checking``; it looks things up without asking twice.
"""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from typing import NamedTuple

from kepatuhan.instrument.described_answers import described_answers
from kepatuhan.instrument.file_format import ComponentEntry, InheritedEntry, InstrumentFile, ScaleEntry, WithinEntry
from kepatuhan.instrument.fingerprint import fingerprint
from kepatuhan.instrument.loading import WrittenInstrument
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
    Source,
)
from kepatuhan.instrument.yaml_nodes import Path
from kepatuhan.spelling import fold


class Origin(NamedTuple):
    """Where a figure comes from: a source, an assumption of ours, or neither (then what stands above counts)."""

    source: str | None = None
    assumption: str | None = None

    @property
    def stated(self) -> bool:
        """Whether anything is said at all."""
        return self.source is not None or self.assumption is not None


def origin_of_weight(entry: ComponentEntry, above: Origin) -> Origin:
    """The origin of a component's weight: its own, else what its group or a group above says."""
    own = Origin(entry.source, entry.assumption)
    return own if own.stated else above


def origin_below(within: WithinEntry | None, own: Origin) -> Origin:
    """The origin that the weights inside a group inherit: what its ``within`` says, else the group's own."""
    inside = Origin(within.source, within.assumption) if within else Origin()
    return inside if inside.stated else own


def inherited(entry: InheritedEntry | None, above: InheritedEntry) -> InheritedEntry:
    """The inheritable settings in force: those that ``entry`` states, over those from above."""
    if entry is None:
        return above
    names = InheritedEntry.model_fields
    stated = {name: getattr(entry, name) for name in names if getattr(entry, name) is not None}
    return above.model_copy(update=stated) if stated else above


def is_scored(entry: ComponentEntry, settings: InheritedEntry) -> bool:
    """Whether a component counts in the score; a group always does."""
    return entry.components is not None or settings.scored is not False


def weights_inside(
    entries: tuple[ComponentEntry, ...], within: WithinEntry | None, scored: Sequence[bool]
) -> list[Fraction | None]:
    """The weights of siblings, in their order; None for a group that weighs its sum and for what is not ``scored``.

    An only child weighs what its group adds up to, whether it says so or not.
    """
    count = scored.count(True)
    if within is not None and within.weights == "equal":
        each = Fraction(within.sum, count) if within.sum is not None and count else Fraction(1)
        return [each if counts else None for counts in scored]
    weights: list[Fraction | None] = []
    for entry, counts in zip(entries, scored, strict=True):
        if not counts or entry.weight == "sum":
            weights.append(None)
        elif entry.weight is None and count == 1:
            weights.append(Fraction(within.sum) if within is not None and within.sum is not None else Fraction(1))
        else:
            assert not isinstance(entry.weight, str)
            weights.append(None if entry.weight is None else Fraction(entry.weight))
    return weights


def build_scale(name: str, entry: ScaleEntry) -> Scale:
    """The scale that an entry describes."""
    if entry.options is not None:
        also = {fold(other): option for option, others in entry.also.items() for other in others}
        also |= {fold(option): option for option in entry.options}
        return OptionScale(name, dict(entry.options), also)
    assert entry.worst is not None
    assert entry.best is not None
    zero = entry.worst if entry.zero is None else entry.zero
    return NumberScale(name, entry.worst, entry.best, zero, entry.whole)


def build_instrument(written: WrittenInstrument) -> Instrument:
    """The instrument of a written file whose shape and rules are in order."""
    entries = written.entries
    assert entries is not None
    assert not written.problems
    scales = {name: build_scale(name, entry) for name, entry in entries.scales.items()}
    builder = _TreeBuilder(entries, scales, written)
    instrument = Instrument(
        id=entries.id,
        family=entries.family,
        title=entries.title,
        issuer=entries.issuer,
        years=entries.years,
        note=entries.note,
        sources=tuple(Source(source.id, source.title, source.url) for source in entries.sources),
        level_names=entries.level_names,
        unit_types=dict(entries.unit_types),
        full_score=entries.full_score,
        decimals=entries.decimals,
        target=entries.target,
        bands=tuple(
            sorted(
                (Band(row.from_, row.category, row.zone, row.label, row.colour) for row in entries.bands.rows),
                key=lambda band: band.lower,
                reverse=True,
            )
        ),
        bands_source=entries.bands.source,
        bands_assumption=entries.bands.assumption,
        scales=scales,
        roll_up=RollUp(
            entries.roll_up.by if entries.roll_up.method == "weighted" else None,
            entries.roll_up.source,
            entries.roll_up.assumption,
        ),
        components=builder.build(
            entries.components,
            entries.within,
            InheritedEntry(),
            origin_below(entries.within, Origin()),
            ("components",),
        ),
        fingerprint="",
        file=written.file,
        scale_assumptions={name: entry.assumption for name, entry in entries.scales.items() if entry.assumption},
    )
    return replace(instrument, fingerprint=fingerprint(instrument))


class _TreeBuilder:
    def __init__(self, entries: InstrumentFile, scales: dict[str, Scale], written: WrittenInstrument) -> None:
        self._level_names = entries.level_names
        self._described = {name: described_answers(entry) for name, entry in entries.scales.items()}
        self._scales = scales
        self._written = written

    def build(
        self,
        entries: tuple[ComponentEntry, ...],
        within: WithinEntry | None,
        defaults: InheritedEntry,
        above: Origin,
        path: Path,
    ) -> tuple[Component, ...]:
        scored = [is_scored(entry, inherited(entry, defaults)) for entry in entries]
        weights = weights_inside(entries, within, scored)
        return tuple(
            self._component(entry, weight, defaults, above, (*path, index))
            for index, (entry, weight) in enumerate(zip(entries, weights, strict=True))
        )

    def _component(
        self, entry: ComponentEntry, weight: Fraction | None, defaults: InheritedEntry, above: Origin, path: Path
    ) -> Component:
        origin = origin_of_weight(entry, above)
        line = self._written.document.place(path).line
        settings = inherited(entry, defaults)
        if entry.components is not None:
            depth = len(path) // 2 - 1
            return Group(
                id=entry.id,
                title=entry.title,
                level=self._level_names[min(depth, max(len(self._level_names) - 2, 0))],
                weight=weight,
                source=origin.source,
                assumption=origin.assumption,
                line=line,
                components=self.build(
                    entry.components,
                    entry.within,
                    inherited(entry.defaults, defaults),
                    origin_below(entry.within, origin),
                    (*path, "components"),
                ),
            )
        assert settings.scale is not None
        return Indicator(
            id=entry.id,
            title=entry.title,
            level=self._level_names[-1],
            weight=weight,
            source=origin.source,
            assumption=origin.assumption,
            line=line,
            scale=self._scales[settings.scale],
            observed=settings.observed,
            may_be_not_applicable=settings.not_applicable == "allowed",
            only_for=frozenset(settings.only_for) if settings.only_for else None,
            scored=settings.scored is not False,
            appends={fold(answer): remark for answer, remark in entry.appends.items()},
            question=entry.question,
            steps=self._described[settings.scale].told(entry.steps),
            evidence=entry.evidence,
            remedy=entry.remedy,
            effort=None if settings.effort == "outside" else settings.effort or 1,
        )
