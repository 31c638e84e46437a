"""Rules about names that refer to others, and about where figures come from (KP1xx, KP5xx)."""

from collections.abc import Iterator

from kepatuhan.checking.placed import Checked
from kepatuhan.instrument.building import Origin, is_scored
from kepatuhan.instrument.file_format import InheritedEntry
from kepatuhan.instrument.model import RESERVED_IDS
from kepatuhan.instrument.yaml_nodes import Path
from kepatuhan.problems import Problem, error, note
from kepatuhan.spelling import fold, nearest

_ORIGIN = ("source", "assumption")


def ids_are_unique(checked: Checked) -> Iterator[Problem]:
    """KP114: an id that occurs twice (letter case aside); KP112: one that the workbook layouts reserve."""
    seen: dict[str, int] = {}
    for component in checked.components:
        if checked.lacks(component.path, "id"):
            continue
        where = checked.where((*component.path, "id"))
        form = fold(component.entry.id)
        if form in RESERVED_IDS:
            yield error("KP112", where, id=component.entry.id, reserved=tuple(sorted(RESERVED_IDS)))
        elif form in seen:
            yield error("KP114", where, id=component.entry.id, first=seen[form])
        else:
            seen[form] = where.line or 0


def unit_types_are_known(checked: Checked) -> Iterator[Problem]:
    """KP118: ``only_for`` names a unit type that the file does not have."""
    known = checked.entries.unit_types
    for component in checked.components:
        for path, settings in (
            (component.path, component.entry),
            ((*component.path, "defaults"), component.entry.defaults or InheritedEntry()),
        ):
            for index, name in enumerate(settings.only_for or ()):
                unread = checked.lacks(("unit_types",), name) or checked.lacks((*path, "only_for", index))
                if name not in known and not unread:
                    where = checked.where((*path, "only_for", index))
                    yield error("KP118", where, type=name, known=tuple(known), near=nearest(name, known) or "")


def unit_types_are_told_apart(checked: Checked) -> Iterator[Problem]:
    """KP122: two unit types that a workbook, which takes the key or the title, could not tell apart."""
    meaning: dict[str, str] = {}
    for name, title in checked.entries.unit_types.items():
        if checked.lacks(("unit_types",), name):
            continue
        first = next((meaning[form] for form in (fold(name), fold(title)) if form in meaning), None)
        if first is not None:
            yield error("KP122", checked.where(("unit_types", name)), type=name, other=first)
        for form in (fold(name), fold(title)):
            meaning.setdefault(form, name)


def years_are_told_once(checked: Checked) -> Iterator[Problem]:
    """KP123: a year that the list of years has twice."""
    years = checked.entries.years
    for index, year in enumerate(years):
        if year in years[:index] and not checked.lacks(("years", index)):
            yield error("KP123", checked.where(("years", index)), year=str(year))


def groups_leave_questions_to_leaves(checked: Checked) -> Iterator[Problem]:
    """KP119: a group that states what only a leaf can have; KP120: a leaf that states what only a group can have."""
    leaf_keys = (*InheritedEntry.model_fields, "question", "steps", "appends", "evidence", "remedy")
    for component in checked.components:
        if checked.lacks(component.path, "components"):
            continue
        is_group = component.entry.components is not None
        for key in leaf_keys if is_group else ("within", "defaults"):
            written = (*component.path, key) in checked.document.places
            if written and not checked.lacks(component.path, key):
                where = checked.where((*component.path, key), key=True)
                code = "KP119" if is_group else "KP120"
                yield error(code, where, id=component.entry.id, key=key)


def figures_have_an_origin(checked: Checked) -> Iterator[Problem]:
    """KP501: a weight, a band table or a weighted roll-up with neither source nor assumption, its own or above it.

    The other figures need none: ``within.sum`` only controls weights that have theirs, a plain mean has no figure, and
    a scale, a target and a full score say what the edition is. They may still state one.
    """
    for group in checked.groups:
        equal = group.within is not None and group.within.weights == "equal"
        unread = any(checked.lacks_origin(member.path) for member in group.members)
        if equal and not unread and not any(member.origin.stated for member in group.members):
            yield error("KP501", checked.where((*group.path[:-1], "within"), key=True), what=group.id or "within")
            continue
        for member in group.members:
            has_figure = member.entry.weight not in (None, "sum") and is_scored(member.entry, member.settings)
            if has_figure and not member.origin.stated and not checked.lacks_origin(member.path):
                yield error("KP501", checked.where((*member.path, "weight")), what=member.entry.id)
    bands = checked.entries.bands
    if not Origin(bands.source, bands.assumption).stated and not checked.lacks(("bands",), *_ORIGIN):
        yield error("KP501", checked.where(("bands",), key=True), what="bands")
    roll_up = checked.entries.roll_up
    stated = Origin(roll_up.source, roll_up.assumption).stated or checked.lacks(("roll_up",), *_ORIGIN)
    if roll_up.method == "weighted" and not stated:
        yield error("KP501", checked.where(("roll_up",), key=True), what="roll_up")


def sources_are_known(checked: Checked) -> Iterator[Problem]:
    """KP502: a ``source`` that the file's list of sources does not have; KP503: a source id that occurs twice."""
    known = [source.id for source in checked.entries.sources]
    for index, name in enumerate(known):
        if name in known[:index] and not checked.lacks(("sources", index), "id"):
            yield error("KP503", checked.where(("sources", index, "id")), source=name)
    if any(checked.lacks(("sources", index), "id") for index in range(len(known))):
        return
    for path, named in _named_sources(checked):
        if named is not None and named not in known:
            near = nearest(named, known) or ""
            yield error("KP502", checked.where(path), source=named, known=tuple(known), near=near)


def sources_are_used(checked: Checked) -> Iterator[Problem]:
    """KP505: a source that no figure names (it may have been read for the texts); not asked while KP502 is."""
    known = {source.id for source in checked.entries.sources}
    named: set[str] = set()
    for path, source in _named_sources(checked):
        if checked.lacks(path) or (source is not None and source not in known):
            return
        named.add(source or "")
    for index, entry in enumerate(checked.entries.sources):
        if entry.id not in named and not checked.lacks(("sources", index), "id"):
            yield note("KP505", checked.where(("sources", index, "id")), source=entry.id)


def _named_sources(checked: Checked) -> Iterator[tuple[Path, str | None]]:
    entries = checked.entries
    yield ("bands", "source"), entries.bands.source
    yield ("roll_up", "source"), entries.roll_up.source
    yield ("within", "source"), entries.within.source if entries.within else None
    for name, scale in entries.scales.items():
        yield ("scales", name, "source"), scale.source
    for component in checked.components:
        yield (*component.path, "source"), component.entry.source
        within = component.entry.within
        yield (*component.path, "within", "source"), within.source if within else None


RULES = (
    ids_are_unique,
    unit_types_are_known,
    unit_types_are_told_apart,
    years_are_told_once,
    groups_leave_questions_to_leaves,
    figures_have_an_origin,
    sources_are_known,
    sources_are_used,
)
