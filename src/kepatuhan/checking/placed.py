"""What every rule looks at: the entries of a file, each component with its path, settings and origins."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from kepatuhan.instrument.building import Origin, inherited, origin_below, origin_of_weight
from kepatuhan.instrument.file_format import ComponentEntry, InheritedEntry, InstrumentFile, WithinEntry
from kepatuhan.instrument.gaps import Gaps
from kepatuhan.instrument.yaml_nodes import Document, Path
from kepatuhan.problems import Where


class PlacedComponent(NamedTuple):
    """One component of the file: its entry, where it is, and what it inherits."""

    entry: ComponentEntry
    path: Path
    settings: InheritedEntry
    origin: Origin


class PlacedGroup(NamedTuple):
    """Siblings, with what their group says about their weights. ``id`` is empty for the top of the file."""

    id: str
    path: Path
    within: WithinEntry | None
    defaults: InheritedEntry
    members: tuple[PlacedComponent, ...]


class Checked(NamedTuple):
    """A file in the form that rules read; where it could not be read it has gaps, and a rule leaves those alone."""

    entries: InstrumentFile
    document: Document
    group_at: Mapping[Path, PlacedGroup]
    """By the path of its members: the top of the file first, then every group in the order of the file."""
    gaps: Gaps

    @property
    def groups(self) -> Iterable[PlacedGroup]:
        """Every group, the top of the file first."""
        return self.group_at.values()

    @property
    def components(self) -> Iterator[PlacedComponent]:
        """Every component, group by group."""
        for group in self.groups:
            yield from group.members

    @property
    def leaves(self) -> Iterator[PlacedComponent]:
        """Every component without components of its own."""
        return (component for component in self.components if component.entry.components is None)

    def lacks(self, path: Path, *keys: str) -> bool:
        """Whether the value at ``path``, or at one of the ``keys`` below it, could not be read."""
        if not self.gaps:
            return False
        return any(self.gaps.has((*path, key)) for key in keys) if keys else self.gaps.has(path)

    def lacks_setting(self, path: Path, key: str) -> bool:
        """Whether a component's inheritable setting could not be read, on itself or in a ``defaults`` above it."""
        if not self.gaps:
            return False
        above = (path[:length] for length in range(2, len(path) - 1, 2))
        return self.lacks(path, key) or any(self.lacks((*group, "defaults"), key) for group in above)

    def lacks_points(self, scale: str) -> bool:
        """Whether something that decides the marks of a scale could not be read."""
        if not self.gaps:
            return False
        path = ("scales", scale)
        return self.gaps.touch((*path, "options")) or self.lacks(path, "worst", "best", "zero")

    def lacks_origin(self, path: Path) -> bool:
        """Whether a ``source`` or ``assumption`` that holds for the component at ``path`` could not be read."""
        if not self.gaps:
            return False
        steps = [path[:length] for length in range(len(path), 0, -2)] + [()]
        return any(self.lacks(step, "source", "assumption") for step in steps if step) or any(
            self.lacks((*step, "within"), "source", "assumption") for step in steps
        )

    def where(self, path: Path, *, key: bool = False) -> Where:
        """Where the value at ``path`` stands."""
        return self.document.where(path, key=key)


def place(entries: InstrumentFile, document: Document, gaps: Gaps) -> Checked:
    """Lay the file out for the rules."""
    origin = origin_below(entries.within, Origin())
    groups = _groups("", ("components",), entries.components, entries.within, InheritedEntry(), origin)
    return Checked(entries, document, {group.path: group for group in groups}, gaps)


def _groups(
    name: str,
    path: Path,
    entries: tuple[ComponentEntry, ...],
    within: WithinEntry | None,
    defaults: InheritedEntry,
    above: Origin,
) -> Iterator[PlacedGroup]:
    members = tuple(
        PlacedComponent(entry, (*path, index), inherited(entry, defaults), origin_of_weight(entry, above))
        for index, entry in enumerate(entries)
    )
    yield PlacedGroup(name, path, within, defaults, members)
    for member in members:
        entry = member.entry
        if entry.components is not None:
            yield from _groups(
                entry.id,
                (*member.path, "components"),
                entry.components,
                entry.within,
                inherited(entry.defaults, defaults),
                origin_below(entry.within, member.origin),
            )
