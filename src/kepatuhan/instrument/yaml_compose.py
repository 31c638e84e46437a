"""YAML text to nodes, bounded while they are made: a document that nests too deep or repeats too much is refused.

The parser of PyYAML is asked for its events once. Its own composer would recurse in C for every level, without a bound,
and let an alias stand for a thousand others.
"""

from collections.abc import Iterator
from typing import Any

import yaml
from yaml.composer import ComposerError

from kepatuhan.problems import Problem, Term, Where, error

MAX_DEPTH = 40
MAX_NODES = 200_000

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_RESOLVER: Any = yaml.SafeLoader("")
_STR, _MAP, _SEQ = (f"tag:yaml.org,2002:{kind}" for kind in ("str", "map", "seq"))


class Excess(Exception):  # noqa: N818 - it is what the document has, not a fault of the program
    """The document is beyond a limit; ``problem`` says which, and where."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


def compose(text: str, file: str) -> yaml.Node | None:
    """The root node of the one document in ``text``; None when there is none.

    Raises:
        Excess: for a document beyond the limits.
        yaml.YAMLError: for what is no YAML, and for more than one document.
    """
    events = yaml.parse(text, Loader=_Loader)
    root = None
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent):
            if root is not None:
                first: Any = root.start_mark
                expected = "expected a single document in the stream"
                raise ComposerError(expected, first, "but found another document", _mark(event))
            root = _Composer(file).document(events)
    return root


class _Open:
    """A collection that is not closed yet: its node, and how deep the nodes in it nest so far."""

    __slots__ = ("anchor", "before", "deepest", "members", "node")

    def __init__(self, node: yaml.Node, anchor: str | None, before: int) -> None:
        self.node = node
        self.anchor = anchor
        self.before = before
        self.deepest = 0
        self.members: list[yaml.Node] = []


class _Composer:
    """Makes the nodes of one document."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._total = 0
        self._open: list[_Open] = []
        self._anchored: dict[str, tuple[yaml.Node, int, int]] = {}
        """By anchor the node, how many nodes an alias of it stands for, and how deep they nest."""
        self._tags: dict[str, str] = {}

    def document(self, events: Iterator[yaml.Event]) -> yaml.Node:
        """The root node, from the events after the start of the document up to its end."""
        top: list[yaml.Node] = []
        members, opened = top, self._open
        for event in events:
            kind = type(event)
            if kind is yaml.ScalarEvent:
                members.append(self._scalar(event))
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                self._close(event)
                members = opened[-1].members if opened else top
            elif kind is yaml.AliasEvent:
                members.append(self._alias(event))
            elif kind is yaml.DocumentEndEvent:
                break
            else:
                node = self._start(event)
                members.append(node)
                members = opened[-1].members
            if self._total > MAX_NODES:
                self._refuse(event, "excess.values", str(MAX_NODES))
        return top[0]

    def _scalar(self, event: Any) -> yaml.Node:
        tag = event.tag
        if tag is None or tag == "!":
            tag = self._implicit_tag(event.value) if event.implicit[0] else _STR
        node = yaml.ScalarNode(tag, event.value, event.start_mark, event.end_mark, event.style)
        self._total += 1
        if event.anchor is not None:
            self._refuse_second(event)
            self._anchored[event.anchor] = (node, 1, 0)
        return node

    def _implicit_tag(self, value: str) -> str:
        """What YAML 1.1 takes a text without quotation marks for."""
        tag = self._tags.get(value)
        if tag is None:
            tag = self._tags[value] = _RESOLVER.resolve(yaml.ScalarNode, value, (True, False))
        return tag

    def _start(self, event: Any) -> yaml.Node:
        is_mapping = isinstance(event, yaml.MappingStartEvent)
        default, kind = (_MAP, yaml.MappingNode) if is_mapping else (_SEQ, yaml.SequenceNode)
        tag = default if event.tag is None or event.tag == "!" else event.tag
        node: yaml.Node = kind(tag, [], event.start_mark, None, event.flow_style)
        if event.anchor is not None:
            self._refuse_second(event)
        self._open.append(_Open(node, event.anchor, self._total))
        self._total += 1
        if len(self._open) > MAX_DEPTH:
            self._refuse(event, "excess.depth", str(MAX_DEPTH))
        return node

    def _close(self, event: Any) -> None:
        closed = self._open.pop()
        members = closed.members
        is_mapping = isinstance(closed.node, yaml.MappingNode)
        closed.node.value = list(zip(members[::2], members[1::2], strict=True)) if is_mapping else members
        closed.node.end_mark = event.end_mark
        if closed.anchor is not None:
            self._anchored[closed.anchor] = (closed.node, self._total - closed.before, closed.deepest + 1)
        if self._open and self._open[-1].deepest <= closed.deepest:
            self._open[-1].deepest = closed.deepest + 1

    def _alias(self, event: Any) -> yaml.Node:
        anchor = event.anchor
        if any(anchor == collection.anchor for collection in self._open):
            self._refuse(event, "excess.circular", f"*{anchor}")
        if anchor not in self._anchored:
            raise ComposerError(None, None, "found undefined alias", _mark(event))
        node, size, below = self._anchored[anchor]
        self._total += size
        if len(self._open) + below > MAX_DEPTH:
            self._refuse(event, "excess.depth", str(MAX_DEPTH))
        if self._open and self._open[-1].deepest < below:
            self._open[-1].deepest = below
        return node

    def _refuse_second(self, event: Any) -> None:
        """An anchor that is there twice is a mistake, as it is to PyYAML."""
        first = next((collection.node for collection in self._open if collection.anchor == event.anchor), None)
        if first is None and event.anchor in self._anchored:
            first = self._anchored[event.anchor][0]
        if first is not None:
            said = "found duplicate anchor; first occurrence"
            raise ComposerError(said, first.start_mark, "second occurrence", _mark(event))

    def _refuse(self, event: Any, excess: str, limit: str) -> None:
        mark = event.start_mark
        where = Where(self._file, line=mark.line + 1, column=mark.column + 1)
        raise Excess(error("KP104", where, excess=Term(excess), limit=limit))


def _mark(event: Any) -> Any:
    """Where an event begins: a mark of either parser, C or Python."""
    return event.start_mark
