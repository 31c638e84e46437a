"""What is sound in a file whose shape is partly wrong, so that the rules can judge the rest of it in the same run.

A value that was refused is left out, or replaced by a stand-in where there must be one; a misspelt key counts as the
key that was meant. The place of each is a gap (:class:`kepatuhan.instrument.gaps.Gaps`). Imported only when a file
needs it.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import UnionType
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError

from kepatuhan.instrument.file_format import InstrumentFile
from kepatuhan.instrument.file_values import StandIn
from kepatuhan.instrument.gaps import Gaps
from kepatuhan.instrument.yaml_nodes import Document, Path
from kepatuhan.spelling import nearest

_ROUNDS = 4
"""A misspelt key is put right in one round, and what it holds may be wrong too and is left out in the next."""

_KEY = "[key]"
"""The step by which pydantic says that it means the key and not the value."""


class SoundParts(NamedTuple):
    """The entries of a file without what was refused in it, and where that was."""

    entries: InstrumentFile
    gaps: Gaps


def sound_parts(document: Document) -> SoundParts | None:
    """The sound parts of a file, or None when nothing can be said about it.

    The places of ``document`` get an entry for each key that counts as another one.
    """
    work = _Mending(document)
    for _ in range(_ROUNDS):
        try:
            return SoundParts(InstrumentFile.model_validate(_frozen(work.data)), Gaps(work.gaps))
        except ValidationError as mistakes:
            for mistake in mistakes.errors(include_url=False):
                work.mend(mistake)
    return None


def path_of(document: Document, mistake: Mapping[str, Any]) -> Path:
    """The path in the file of a mistake that pydantic found."""
    path: Path = mistake["loc"]
    return path[:-1] if path[-1:] == (_KEY,) and path not in document.places else path


def meant_key(path: Path) -> str | None:
    """The known key that the unknown one at ``path`` was probably meant to be."""
    return _nearest(str(path[-1]), tuple(sorted(allowed_keys(path[:-1]))))


@lru_cache(maxsize=1024)
def _nearest(key: str, known: tuple[str, ...]) -> str | None:
    return nearest(key, known)


def allowed_keys(path: Path) -> set[str]:
    """The keys that the format knows for the mapping at ``path``."""
    annotation = _annotation_at(path)
    return {name for name, _ in _fields(annotation)} if _is_entry(annotation) else set()


class _Mending:
    """The data of a file while it is mended, in containers that can be changed."""

    def __init__(self, document: Document) -> None:
        self.data = _thawed(document.data)
        self.gaps: set[Path] = set(document.gaps)
        self._document = document

    def mend(self, mistake: Mapping[str, Any]) -> None:
        """Take one mistake out of the data, and note the gap."""
        path, kind = path_of(self._document, mistake), mistake["type"]
        if kind == "too_short" and mistake["input"]:
            return  # its members are mended one by one
        container = self._at(path[:-1]) if path else None
        if container is None:
            return
        if kind == "extra_forbidden":
            self._unknown_key(path, container)
            return
        self.gaps.add(path)
        if path != mistake["loc"] or _may_be_left_out(path):
            container.pop(path[-1], None)
        else:
            container[path[-1]] = self._stand_in(path)

    def _unknown_key(self, path: Path, mapping: Any) -> None:
        above, key = path[:-1], path[-1]
        value = mapping.pop(key, None)
        meant = meant_key(path)
        if meant is None:  # it may be any of the keys that are not there, in other words; hardly ever `scored`
            self.gaps |= {(*above, name) for name in allowed_keys(above) if name not in mapping and name != "scored"}
        elif meant in mapping:
            self.gaps.add((*above, meant))
        else:
            mapping[meant] = value
            self._note_places(value, path, (*above, meant))

    def _note_places(self, value: Any, path: Path, meant: Path) -> None:
        """Let what stands at and below ``path`` be found under the path that was meant."""
        places = self._document.places
        if path in places:
            places[meant] = places[path]
        steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        for step, inner in steps:
            self._note_places(inner, (*path, step), (*meant, step))

    def _stand_in(self, path: Path) -> Any:
        place = self._document.places.get(path)
        if path[-1] == "id" and place is not None and place.text:
            return StandIn(place.text)
        return _stand_in(_annotation_at(path))

    def _at(self, path: Path) -> Any:
        """The container at ``path``; None when an earlier mistake took it away."""
        value = self.data
        for step in path:
            if isinstance(value, dict):
                value = value.get(step)
            else:
                value = value[step] if isinstance(value, list) and isinstance(step, int) else None
        return value if isinstance(value, dict | list) else None


def _may_be_left_out(path: Path) -> bool:
    """Whether the value at ``path`` is of a mapping with known keys, and not required."""
    above = _annotation_at(path[:-1])
    return _is_entry(above) and not any(name == path[-1] and field.is_required() for name, field in _fields(above))


def _stand_in(annotation: Any) -> Any:
    """Some value of this type; which one does not matter, since no rule looks at a gap."""
    annotation = _plain(annotation)
    origin = get_origin(annotation)
    if _is_entry(annotation):
        return {name: _stand_in(field.annotation) for name, field in _fields(annotation) if field.is_required()}
    if origin is Literal:
        return get_args(annotation)[0]
    if origin is tuple:
        return [_stand_in(get_args(annotation)[0])]
    if origin is dict:
        return {}
    return StandIn("?") if annotation is str else 2000


def _annotation_at(path: Path) -> Any:
    """The type that the format has for ``path``; None where it knows of none."""
    annotation: Any = InstrumentFile
    for step in path:
        if _is_entry(annotation):
            annotation = next((field.annotation for name, field in _fields(annotation) if name == step), None)
        else:  # a list or a mapping of free keys: the type of its members comes last, save an ellipsis
            members = [part for part in get_args(annotation) if part is not Ellipsis]
            annotation = members[-1] if members else None
        annotation = _plain(annotation)
    return annotation


def _fields(entry: type[BaseModel]) -> Iterator[tuple[str, Any]]:
    """The fields of an entry by the key that stands in the file."""
    return ((field.alias or name, field) for name, field in entry.model_fields.items())


def _plain(annotation: Any) -> Any:
    """``X`` for ``X | None``, and for ``X`` with a validator."""
    while get_origin(annotation) in (Union, UnionType, Annotated):
        annotation = next(part for part in get_args(annotation) if part is not type(None))
    return annotation


def _is_entry(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


def _thawed(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _thawed(inner) for key, inner in value.items()}
    return [_thawed(inner) for inner in value] if isinstance(value, tuple) else value


def _frozen(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _frozen(inner) for key, inner in value.items()}
    return tuple(_frozen(inner) for inner in value) if isinstance(value, list) else value
