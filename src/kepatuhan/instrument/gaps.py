"""Where a file could not be read: a rule says nothing that depends on one of these places."""

from collections.abc import Iterable

from kepatuhan.instrument.yaml_nodes import Path


class Gaps:
    """The paths whose value was refused, is missing, or may stand under a key that nobody knows."""

    def __init__(self, paths: Iterable[Path] = ()) -> None:
        self._paths = frozenset(paths)
        self._around = frozenset(path[:length] for path in self._paths for length in range(len(path)))

    def __bool__(self) -> bool:
        """Whether there is any."""
        return bool(self._paths)

    def has(self, path: Path) -> bool:
        """Whether the value at ``path`` was not read, or one above it."""
        return bool(self._paths) and any(path[:length] in self._paths for length in range(len(path) + 1))

    def touch(self, path: Path) -> bool:
        """Whether the value at ``path`` was not read in full: it, one above it, or one below it."""
        return path in self._around or self.has(path)
