"""What a list of instruments shows of a file, read without building the instrument: a tenth of the time.

It is for files that are known to be in order, such as the bundled ones; nothing is checked and nothing is scored by it.
"""

from pathlib import Path
from typing import Any, NamedTuple

import yaml

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Outline(NamedTuple):
    """An instrument in a line."""

    id: str
    family: str
    title: str
    issuer: str
    years: tuple[int, ...]
    indicators: int
    """How many leaves its tree has, scored or not."""


class _Frame:
    """A mapping or a list that is open: the key that its next value belongs to, and whether it is a component."""

    __slots__ = ("is_component", "is_leaf", "is_mapping", "key")

    def __init__(self, *, is_mapping: bool, key: str | None, is_component: bool) -> None:
        self.is_mapping = is_mapping
        self.key = key
        self.is_component = is_component
        self.is_leaf = True


def read_outline(path: Path) -> Outline:
    """The outline of the instrument file at ``path``.

    Raises:
        OSError, yaml.YAMLError, KeyError: where the file is not what it should be.
    """
    values: dict[str, list[str]] = {}
    leaves = 0
    frames: list[_Frame] = []
    for event in yaml.parse(path.read_bytes().decode("utf-8-sig"), _Loader):
        if isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            is_mapping = isinstance(event, yaml.MappingStartEvent)
            above = frames[-1] if frames else None
            key = above.key if above is not None else None
            is_component = is_mapping and above is not None and not above.is_mapping and key == "components"
            if above is not None and above.is_component and key == "components":
                above.is_leaf = False
            # A list keeps the key that it is the value of; a mapping waits for a key of its own.
            frames.append(_Frame(is_mapping=is_mapping, key=None if is_mapping else key, is_component=is_component))
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            closed = frames.pop()
            leaves += closed.is_component and closed.is_leaf
            _value_is_over(frames)
        elif isinstance(event, yaml.ScalarEvent) and frames:
            frame = frames[-1]
            if frame.is_mapping and frame.key is None:
                frame.key = event.value
                continue
            if len(frames) == 1 or (len(frames) == 2 and not frame.is_mapping):
                values.setdefault(str(frame.key), []).append(event.value)
            _value_is_over(frames)
    name, family, title, issuer = (values[key][0] for key in ("id", "family", "title", "issuer"))
    return Outline(name, family, title, issuer, tuple(int(year) for year in values["years"]), leaves)


def _value_is_over(frames: list[_Frame]) -> None:
    if frames and frames[-1].is_mapping:
        frames[-1].key = None
