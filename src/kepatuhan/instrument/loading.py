"""An instrument file, read and held against its format: everything that is wrong with its shape, at its line."""

import re
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError

from kepatuhan.exact import Exact
from kepatuhan.instrument.file_format import FORMAT, InstrumentFile
from kepatuhan.instrument.gaps import Gaps
from kepatuhan.instrument.yaml_nodes import MAX_BYTES, MAX_MISTAKES, Document, parse_yaml
from kepatuhan.instrument.yaml_nodes import Path as NodePath
from kepatuhan.problems import Problem, Term, Where, error, reason_of

_KINDS = {
    "bool_type": "kind.truth",
    "dict_type": "kind.mapping",
    "int_type": "kind.whole",
    "model_attributes_type": "kind.mapping",
    "model_type": "kind.mapping",
    "string_type": "kind.text",
    "tuple_type": "kind.list",
    "too_short": "kind.filled_list",
}


_OF_NUMBERS = ("kind.number", "kind.weight")
_DECIMAL_COMMA = re.compile(r"-?[0-9]+,[0-9]+")


class WrittenInstrument(NamedTuple):
    """An instrument file as it stands on disk, and each problem of its shape.

    With problems, ``entries`` are what is sound in the file, for the rules to judge and for nothing else (None when
    that is nothing), and ``gaps`` is where the rest was.
    """

    file: str
    entries: InstrumentFile | None
    document: Document
    problems: tuple[Problem, ...]
    gaps: Gaps = Gaps()


def load_written(path: Path, file: str | None = None) -> WrittenInstrument:
    """Read the instrument file at ``path``; ``file`` is its name in messages. Never raises for a bad file."""
    file = file or str(path)
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # opening a pipe would wait for its writer, perhaps for ever
            return _unreadable(file, Term("file.no_file"))
        with path.open("rb") as stream:
            content = stream.read(MAX_BYTES + 1)
    except OSError as trouble:
        return _unreadable(file, reason_of(trouble))
    return parse_written(content, file)


def _unreadable(file: str, reason: str) -> WrittenInstrument:
    return WrittenInstrument(file, None, Document(file), (error("KP101", Where(file), reason=reason),))


def parse_written(content: bytes, file: str) -> WrittenInstrument:
    """Hold ``content`` against the format. Never raises for bad content."""
    document = parse_yaml(content, file)
    if document.data is None:
        return WrittenInstrument(file, None, document, tuple(document.problems))
    version = document.data.get("format")
    if isinstance(version, bool):
        problem = error(
            "KP115", document.where(("format",)), key="format", text=str(version).lower(), allowed=str(FORMAT)
        )
        return WrittenInstrument(file, None, document, (problem,))
    if isinstance(version, int) and version != FORMAT:
        problem = error("KP113", document.where(("format",)), version=version, known=FORMAT)
        return WrittenInstrument(file, None, document, (problem,))
    try:
        entries = InstrumentFile.model_validate(document.data)
    except ValidationError as mistakes:
        problems = [*document.problems, *_shape_problems(document, mistakes)]
    else:
        if not document.problems:
            return WrittenInstrument(file, entries, document, ())
        problems = document.problems
    from kepatuhan.instrument.sound_parts import sound_parts

    sound = sound_parts(document) if len(problems) <= MAX_MISTAKES else None
    found = tuple(sorted(problems, key=_position))
    if sound is None:
        return WrittenInstrument(file, None, document, found)
    return WrittenInstrument(file, sound.entries, document, found, sound.gaps)


def _shape_problems(document: Document, mistakes: ValidationError) -> Iterator[Problem]:
    """A problem for every mistake, save those that only follow from another one."""
    from kepatuhan.instrument.sound_parts import meant_key, path_of

    known = {(problem.where.line, problem.where.column) for problem in document.problems if problem.where}
    found = mistakes.errors(include_url=False)[: MAX_MISTAKES + 1]
    misspelt = [path_of(document, mistake) for mistake in found if mistake["type"] == "extra_forbidden"]
    meant = {(*path[:-1], meant_key(path)) for path in misspelt}
    for mistake in found:
        if mistake["type"] == "too_short" and mistake["input"]:
            continue  # its members were refused one by one, each with a problem of its own
        if mistake["type"] == "missing" and path_of(document, mistake) in meant:
            continue
        problem = _shape_problem(document, mistake)
        place = (problem.where.line, problem.where.column) if problem.where else (None, None)
        if place not in known or problem.code in ("KP108", "KP109"):
            yield problem


def _position(problem: Problem) -> tuple[int, int]:
    where = problem.where
    return (where.line or 0, where.column or 0) if where else (0, 0)


def _shape_problem(document: Document, mistake: Mapping[str, Any]) -> Problem:
    from kepatuhan.instrument.sound_parts import allowed_keys, meant_key, path_of

    path = path_of(document, mistake)
    kind = mistake["type"]
    where = document.where(path)
    if kind == "extra_forbidden":
        near = meant_key(path)
        where = document.where(path, key=True)
        if near:
            return error("KP108", where, key=str(path[-1]), near=near)
        given = _value_at(document, path[:-1])
        free = sorted(key for key in allowed_keys(path[:-1]) if key not in given)
        return error("KP117", where, key=str(path[-1]), allowed=tuple(free))
    if kind == "missing":
        return error("KP109", document.where(path[:-1]), key=str(path[-1]))
    if kind == "literal_error":
        expected = str(mistake["ctx"]["expected"]).replace("'", "").replace(" or ", ", ")
        return error("KP115", where, key=_name(path), text=_written(document, path), allowed=expected)
    context = mistake.get("ctx", {})
    if kind in ("greater_than_equal", "less_than_equal"):
        expected = Term("kind.decimals")
    else:
        expected = Term(context["kind"] if kind == "kind" else _KINDS.get(kind, "kind.other"))
    if isinstance(_value_at(document, path), Exact):
        if expected == "kind.quoted":
            return error("KP111", where, key=_name(path), text=_written(document, path))
        if expected == "kind.text":
            expected = Term("kind.quoted")
    text = _written(document, path)
    plain = text.replace(",", ".") if expected in _OF_NUMBERS and _DECIMAL_COMMA.fullmatch(text.strip()) else ""
    return error("KP110", where, key=_name(path), text=text, expected=expected, plain=plain)


def _value_at(document: Document, path: NodePath) -> Any:
    value: Any = document.data
    for step in path:
        value = value[step]
    return None if isinstance(value, bool) else value


def _name(path: NodePath) -> str:
    """The key that a person would name: ``years``, or ``years`` for one of its members."""
    return next((step for step in reversed(path) if isinstance(step, str)), "")


def _written(document: Document, path: NodePath) -> str:
    place = document.places.get(path)
    if place is None or place.text is not None:
        return place.text or "" if place else ""
    value = _value_at(document, path)
    brackets = "{}" if isinstance(value, dict) else "[]"
    return "…".join(brackets) if value else brackets
