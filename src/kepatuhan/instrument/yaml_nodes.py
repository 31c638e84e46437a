"""YAML text to plain data, with the line and column of every node: one walk over the composed nodes.

What YAML 1.1 would quietly turn into something else (``no``, ``012``, ``12:30``, a date) and keys that are given twice
are problems here; numbers come out exact, from their text. Depth and aliases are bounded while the nodes are made
(:mod:`kepatuhan.instrument.yaml_compose`).
"""

import re
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import yaml

from kepatuhan.exact import from_decimal_text
from kepatuhan.instrument.ignore_comments import IgnoreComment, ignore_comments
from kepatuhan.instrument.yaml_compose import Excess, compose
from kepatuhan.problems import Problem, Term, Where, error

MAX_BYTES = 5_000_000

MAX_MISTAKES = 1_000
"""A file with more of them is another kind of file; to tell them all would take minutes and gigabytes."""

Path = tuple[str | int, ...]

_TAG = "tag:yaml.org,2002:"
_STR = f"{_TAG}str"
_COLLECTIONS = (f"{_TAG}map", f"{_TAG}seq")
_CANONICAL_NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?")
_DIGITS = re.compile(r"[0-9]+")
_READ_AS = {
    "bool": "read.truth",
    "int": "read.number",
    "float": "read.number",
    "timestamp": "read.date",
    "value": "read.special",
}
"""As what YAML 1.1 reads a text without quotation marks, by tag."""


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
        root = compose(text, file)
    except Excess as beyond:
        document.problems.append(beyond.problem)
        return document
    except yaml.MarkedYAMLError as mistake:
        from kepatuhan.instrument.yaml_syntax import syntax_problem

        document.problems.append(syntax_problem(mistake, text, file))
        return document
    except yaml.YAMLError as mistake:
        position = getattr(mistake, "position", 0)
        line = text.count("\n", 0, position) + 1
        document.problems.append(error("KP103", Where(file, line=line, column=1), reason=Term("yaml.unprintable")))
        return document
    if not isinstance(root, yaml.MappingNode):
        document.problems.append(error("KP107", Where(file, line=1, column=1)))
    else:
        document.data = _Walk(document).value(root, ())
        comments = ignore_comments(text)
        document.ignore_comments = comments[:MAX_MISTAKES]
        if len(comments) > MAX_MISTAKES:
            where = Where(file, line=comments[MAX_MISTAKES].line, column=comments[MAX_MISTAKES].column)
            excess = Term("excess.comments")
            document.problems.append(error("KP104", where, excess=excess, limit=str(MAX_MISTAKES)))
    return document


def _where(file: str, mark: Any) -> Where:
    return Where(file, line=mark.line + 1, column=mark.column + 1)


class _Walk:
    """Turns nodes into data and notes the place of each."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._places = document.places

    def value(self, node: yaml.Node, path: Path, key: yaml.Node | None = None) -> Any:
        mark, key_mark = node.start_mark, (key or node).start_mark
        text = node.value if isinstance(node, yaml.ScalarNode) else None
        self._places[path] = Place(mark.line + 1, mark.column + 1, key_mark.line + 1, key_mark.column + 1, text)
        if isinstance(node, yaml.ScalarNode):
            return text if node.tag == _STR else self._scalar(node)
        if node.tag not in _COLLECTIONS:
            self._complain("KP103", node, reason=Term("yaml.tag"))
            self._document.gaps.add(path)
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        return tuple([self.value(item, (*path, index)) for index, item in enumerate(node.value)])

    def _mapping(self, node: yaml.MappingNode, path: Path) -> dict[str, Any]:
        data: dict[str, Any] = {}
        before: yaml.Node | None = None
        for key_node, value_node in node.value:
            number, before = before, value_node
            if not value_node.value and number is not None and _is_rest_of_number(key_node, value_node, number):
                text = f"{number.value},{key_node.value}"
                self._complain("KP128", number, text=text, meant=text.replace(",", "."))
                self._document.gaps.add((*path, next(reversed(data))) if data else path)
                continue
            if not isinstance(key_node, yaml.ScalarNode):
                self._complain("KP103", key_node, reason=Term("yaml.key"))
                self._document.gaps.add(path)
                continue
            key = str(key_node.value)
            if key in data:
                first = self._places[(*path, key)].key_line
                self._complain("KP105", key_node, key=key, first=first)
                self._document.gaps.add((*path, key))
                continue
            if key_node.tag != _STR and isinstance(self._scalar(key_node), str):  # it was complained of
                self._document.gaps.add((*path, key))
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
        if len(self._document.problems) <= MAX_MISTAKES:  # the one above the limit says that there are more
            self._document.problems.append(error(code, _where(self._document.file, node.start_mark), **facts))


def _is_rest_of_number(key: yaml.Node, value: yaml.Node, before: yaml.Node) -> bool:
    """Whether ``key`` is the decimals of the number before it: in braces a comma begins the next key, so that
    ``{weight: 25,5}`` holds the weight 25 and a key 5 of nothing.
    """
    scalars = all(isinstance(node, yaml.ScalarNode) and not node.style for node in (key, value, before))
    if not scalars or not _DIGITS.fullmatch(key.value) or not _CANONICAL_NUMBER.fullmatch(before.value):
        return False
    return bool(key.start_mark.index == before.end_mark.index + 1)
