"""What every rule looks at: the entries of a file, each component with its path, settings and origins."""

from collections.abc import Iterator
from typing import NamedTuple

from kepatuhan.instrument.building import Origin, inherited, origin_below, origin_of_weight
from kepatuhan.instrument.file_format import ComponentEntry, InheritedEntry, InstrumentFile, WithinEntry
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
    """A file whose shape is right, in the form that rules read."""

    entries: InstrumentFile
    document: Document
    groups: tuple[PlacedGroup, ...]
    """The top of the file first, then every group in the order of the file."""

    @property
    def components(self) -> Iterator[PlacedComponent]:
        """Every component, group by group."""
        for group in self.groups:
            yield from group.members

    @property
    def leaves(self) -> Iterator[PlacedComponent]:
        """Every component without components of its own."""
        return (component for component in self.components if component.entry.components is None)

    def where(self, path: Path, *, key: bool = False) -> Where:
        """Where the value at ``path`` stands."""
        return self.document.where(path, key=key)


def place(entries: InstrumentFile, document: Document) -> Checked:
    """Lay the file out for the rules."""
    origin = origin_below(entries.within, Origin())
    groups = tuple(_groups("", ("components",), entries.components, entries.within, InheritedEntry(), origin))
    return Checked(entries, document, groups)


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
