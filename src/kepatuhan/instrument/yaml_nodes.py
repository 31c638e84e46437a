"""YAML text to plain data, with the line and column of every node: one walk over the composed nodes.

What YAML 1.1 would quietly turn into something else (``no``, ``012``, ``12:30``, a date) and keys that are given twice
are problems here; numbers come out exact, from their text. Depth and aliases are bounded on the event stream before
anything is built, since the C parser recurses and an alias can stand for a thousand others.
"""

import re
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import yaml

from kepatuhan.exact import from_decimal_text
from kepatuhan.instrument.ignore_comments import IgnoreComment, ignore_comments
from kepatuhan.problems import Problem, Term, Where, error

MAX_BYTES = 5_000_000
MAX_DEPTH = 40
MAX_NODES = 200_000

Path = tuple[str | int, ...]

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_TAG = "tag:yaml.org,2002:"
_CANONICAL_NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?")
_READ_AS = {
    "bool": "read.truth",
    "int": "read.number",
    "float": "read.number",
    "timestamp": "read.date",
    "value": "read.special",
}
"""As what YAML 1.1 reads a text without quotation marks, by tag."""
_COLLECTION_START = (yaml.MappingStartEvent, yaml.SequenceStartEvent)
_COLLECTION_END = (yaml.MappingEndEvent, yaml.SequenceEndEvent)


class Place(NamedTuple):
    """Where a value stands (its key, when it has one), lines and columns from 1, and its text when it is a scalar."""

    line: int
    column: int
    key_line: int
    key_column: int
    text: str | None


@dataclass(slots=True)
class Document:
    """The data of a YAML file (dict, tuple, str, int, Fraction, bool, None), the place of every path, and problems."""

    file: str
    data: Any = None
    places: dict[Path, Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    gaps: set[Path] = field(default_factory=set)
    """Where the data is not surely what the file means."""
    ignore_comments: tuple[IgnoreComment, ...] = ()

    def place(self, path: Path) -> Place:
        """The place of ``path``, or of the nearest thing above it that is in the file."""
        while path not in self.places and path:
            path = path[:-1]
        return self.places.get(path, Place(1, 1, 1, 1, None))

    def where(self, path: Path, *, key: bool = False) -> Where:
        """Where the value at ``path`` stands, or its key."""
        place = self.place(path)
        line, column = (place.key_line, place.key_column) if key else (place.line, place.column)
        return Where(self.file, line=line, column=column)


def parse_yaml(content: bytes, file: str) -> Document:
    """The document that ``content`` holds. Never raises: what is wrong with it is in its ``problems``."""
    document = Document(file)
    if len(content) > MAX_BYTES:
        document.problems.append(
            error(
                "KP104", Where(file, line=1, column=1), excess=Term("excess.size"), limit=f"{MAX_BYTES // 1_000_000} MB"
            )
        )
        return document
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as undecodable:
        before = content[: undecodable.start]
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8-sig")) + 1
        where = Where(file, line=before.count(b"\n") + 1, column=column)
        document.problems.append(error("KP102", where))
        return document
    try:
        refused = _refuse_excess(text, file)
        root = None if refused else yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as mistake:
        from kepatuhan.instrument.yaml_syntax import syntax_problem

        document.problems.append(syntax_problem(mistake, text, file))
        return document
    except yaml.YAMLError as mistake:
        position = getattr(mistake, "position", 0)
        line = text.count("\n", 0, position) + 1
        document.problems.append(error("KP103", Where(file, line=line, column=1), reason=Term("yaml.unprintable")))
        return document
    if refused:
        document.problems.append(refused)
    elif root is None or not isinstance(root, yaml.MappingNode):
        document.problems.append(error("KP107", Where(file, line=1, column=1)))
    else:
        document.data = _Walk(document).value(root, ())
        document.ignore_comments = ignore_comments(text)
    return document


@dataclass(slots=True)
class _Open:
    """A collection that is not closed yet, and how deep the nodes in it nest so far."""

    anchor: str | None
    before: int
    deepest: int = 0


def _refuse_excess(text: str, file: str) -> Problem | None:
    """A problem when the document nests too deep or its aliases would expand to too many nodes."""
    open_collections: list[_Open] = []
    anchored: dict[str, tuple[int, int]] = {}  # how many nodes an alias stands for, and how deep they nest
    total = 0
    for event in yaml.parse(text, Loader=_Loader):
        where = _where(file, event.start_mark)
        if isinstance(event, _COLLECTION_START):
            open_collections.append(_Open(event.anchor, total))
            total += 1
            depth = len(open_collections)
        elif isinstance(event, _COLLECTION_END):
            closed = open_collections.pop()
            depth = 0
            if closed.anchor:
                anchored[closed.anchor] = (total - closed.before, closed.deepest + 1)
            if open_collections:
                open_collections[-1].deepest = max(open_collections[-1].deepest, closed.deepest + 1)
        elif isinstance(event, yaml.ScalarEvent):
            total += 1
            depth = 0
            if event.anchor:
                anchored[event.anchor] = (1, 0)
        elif isinstance(event, yaml.AliasEvent):
            anchor = event.anchor or ""
            if any(anchor == collection.anchor for collection in open_collections):
                return error("KP104", where, excess=Term("excess.circular"), limit=f"*{anchor}")
            size, below = anchored.get(anchor, (1, 0))
            total += size
            depth = len(open_collections) + below
            if open_collections:
                open_collections[-1].deepest = max(open_collections[-1].deepest, below)
        else:
            depth = 0
        if depth > MAX_DEPTH:
            return error("KP104", where, excess=Term("excess.depth"), limit=str(MAX_DEPTH))
        if total > MAX_NODES:
            return error("KP104", where, excess=Term("excess.values"), limit=str(MAX_NODES))
    return None


def _where(file: str, mark: Any) -> Where:
    return Where(file, line=mark.line + 1, column=mark.column + 1)


class _Walk:
    """Turns nodes into data and notes the place of each."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def value(self, node: yaml.Node, path: Path, key: yaml.Node | None = None) -> Any:
        mark, key_mark = node.start_mark, (key or node).start_mark
        text = node.value if isinstance(node, yaml.ScalarNode) else None
        self._document.places[path] = Place(
            mark.line + 1, mark.column + 1, key_mark.line + 1, key_mark.column + 1, text
        )
        if not isinstance(node, yaml.ScalarNode) and node.tag not in (f"{_TAG}map", f"{_TAG}seq"):
            self._complain("KP103", node, reason=Term("yaml.tag"))
            self._document.gaps.add(path)
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return tuple(self.value(item, (*path, index)) for index, item in enumerate(node.value))
        assert isinstance(node, yaml.ScalarNode)
        return self._scalar(node)

    def _mapping(self, node: yaml.MappingNode, path: Path) -> dict[str, Any]:
        data: dict[str, Any] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                self._complain("KP103", key_node, reason=Term("yaml.key"))
                self._document.gaps.add(path)
                continue
            key = str(key_node.value)
            if key in data:
                first = self._document.places[(*path, key)].key_line
                self._complain("KP105", key_node, key=key, first=first)
                self._document.gaps.add((*path, key))
                continue
            self._scalar(key_node)
            data[key] = self.value(value_node, (*path, key), key_node)
        return data

    def _scalar(self, node: yaml.ScalarNode) -> Any:
        tag, text = node.tag.removeprefix(_TAG), str(node.value)
        if tag == "str":
            return text
        if tag == "null":
            return None
        if tag == "bool" and text in ("true", "false"):
            return text == "true"
        if tag in ("int", "float") and _CANONICAL_NUMBER.fullmatch(text):
            number = from_decimal_text(text)
            if number is not None:
                return number
        if tag in _READ_AS:
            special = tag == "float" and not any(character.isdigit() for character in text)
            self._complain("KP106", node, text=text, read_as=Term("read.special" if special else _READ_AS[tag]))
        else:
            self._complain("KP103", node, reason=Term("yaml.merge" if tag == "merge" else "yaml.tag"))
        return text

    def _complain(self, code: str, node: yaml.Node, **facts: Any) -> None:
        self._document.problems.append(error(code, _where(self._document.file, node.start_mark), **facts))
