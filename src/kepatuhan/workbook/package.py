"""The package that an .xlsx or .xlsm is: a zip of XML parts, opened with care and never trusted.

Which parts there are is found by the package's own relations, never by their usual names. Namespaces are not looked at,
so the strict form of the format (ISO 29500 Strict) is read like the usual one.
"""

import io
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import IO, NamedTuple, Protocol
from xml.parsers import expat

from kepatuhan.problems import ProblemsFound, Term, Where, error
from kepatuhan.workbook.limits import (
    MOST_DEPTH,
    MOST_ELEMENTS,
    MOST_MARK_BYTES,
    MOST_PARTS,
    MOST_RATIO,
    MOST_UNPACKED_BYTES,
    RATIO_FROM,
    exceeded,
)

_CHUNK = 1 << 16
_IS_ENCRYPTED = 0x1


class _DocumentTypeError(ValueError):
    """A part declares a document type."""


_DAMAGE: Mapping[type[Exception], Term] = {
    _DocumentTypeError: Term("package.document_type"),
    KeyError: Term("package.part"),
    expat.ExpatError: Term("package.xml"),
    **dict.fromkeys(
        (zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, struct.error, EOFError, OSError, RuntimeError),
        Term("package.zip"),
    ),
    LookupError: Term("package.content"),
    ValueError: Term("package.content"),
}
"""What the zip and XML parsers raise on damaged files, and what that says to a person; the first that fits counts."""


class Element(NamedTuple):
    """The beginning of an XML element: its name without namespace, and its attributes, names likewise."""

    name: str
    attributes: dict[str, str]


class TakesXml(Protocol):
    """A parser, or what stands before one."""

    @property
    def CurrentByteIndex(self) -> int:  # noqa: N802 - expat's name
        """Where in the part the last that was understood begins."""

    @property
    def depth(self) -> int:
        """How many elements have begun and not ended."""

    def Parse(self, data: bytes, is_final: bool = False, /) -> object:  # noqa: N802 - expat's name
        """Take the next bytes of a part; ``is_final`` after the last."""


class XmlParser:
    """Expat, which does not say how deep it is. It takes no document type: entities could grow without end, or name
    files of the machine.
    """

    def __init__(self) -> None:
        self.expat = expat.ParserCreate()
        """The parser itself, whose handlers are the caller's to set."""
        self.expat.buffer_text = True
        self.expat.StartDoctypeDeclHandler = _refuse_document_type
        self.depth = 0
        """How many elements have begun and not ended."""
        self._unfinished = b""

    @property
    def CurrentByteIndex(self) -> int:  # noqa: N802 - expat's name
        """Where in the part the last that was understood begins."""
        return self.expat.CurrentByteIndex

    def Parse(self, data: bytes, is_final: bool = False, /) -> None:  # noqa: N802 - expat's name
        """Take the next bytes of a part; ``is_final`` after the last."""
        self.expat.Parse(data, is_final)
        marks = self._unfinished + data.replace(b"\0", b"")  # the zeros are of UTF-16
        self._unfinished = marks[-1:] if marks.endswith((b"<", b"/")) else b""
        self.depth += _levels(marks[: len(marks) - len(self._unfinished)])


class Package:
    """An opened package.

    Raises:
        ProblemsFound: when the content is no package, or one that should not be unpacked.
    """

    def __init__(self, content: bytes, file: str) -> None:
        self.file = file
        with self.reading():
            self._zip = zipfile.ZipFile(io.BytesIO(content))
            parts = self._zip.infolist()
        self._parts = {_part_name(part.filename): part for part in parts}
        self._opened: dict[str, int] = {}
        """The size of every part that was read."""
        if any(part.flag_bits & _IS_ENCRYPTED for part in parts):
            raise ProblemsFound([error("KP703", Where(file), reason=Term("file.locked_or_old"))])
        self.refuse_beyond("parts", len(parts), MOST_PARTS)
        if any(".." in _part_name(part.filename).split("/") for part in parts):
            raise ProblemsFound([error("KP704", Where(file), reason=Term("package.outside"))])
        if len(self._parts) < len(parts):
            raise ProblemsFound([error("KP704", Where(file), reason=Term("package.twice"))])

    def refuse_beyond(self, what: str, found: int, most: int, sheet: str | None = None) -> None:
        """Refuse the file where it holds more of something than ``most`` (see :mod:`kepatuhan.workbook.limits`)."""
        if found > most:
            raise ProblemsFound([exceeded(what, most, Where(self.file, sheet=sheet))])

    @contextmanager
    def reading(self, sheet: str | None = None) -> Iterator[None]:
        """Turn whatever damaged content makes the parsers raise into a problem of the file, or of its ``sheet``."""
        try:
            yield
        except tuple(_DAMAGE) as trouble:
            reason = next(reason for kind, reason in _DAMAGE.items() if isinstance(trouble, kind))
            raise ProblemsFound([error("KP704", Where(self.file, sheet=sheet), reason=reason)]) from trouble

    def has(self, part: str) -> bool:
        """Whether the package holds a part of that name."""
        return _part_name(part) in self._parts

    def elements(self, part: str) -> list[Element]:
        """The beginnings of all elements of a (small) part, in order.

        Raises:
            KeyError: when there is no such part.
            expat.ExpatError: when it is no XML.
        """
        found: list[Element] = []

        def start(name: str, attributes: dict[str, str]) -> None:
            found.append(Element(_local(name), {_local(key): value for key, value in attributes.items()}))

        parser = XmlParser()
        parser.expat.StartElementHandler = start
        for _ in self.feed(part, parser):
            self.refuse_beyond("elements", len(found), MOST_ELEMENTS)
        return found

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """What ``part`` (the package itself where it is empty) refers to, by relation id.

        Each is the last word of the relation's type, and the name of the part.
        """
        folder, name = posixpath.split(part)
        described = posixpath.join(folder, "_rels", f"{name}.rels")
        if not self.has(described):
            return {}
        return {
            element.attributes.get("Id", ""): (
                element.attributes.get("Type", "").rpartition("/")[2],
                posixpath.normpath(posixpath.join("/", folder, element.attributes.get("Target", ""))).lstrip("/"),
            )
            for element in self.elements(described)
            if element.name == "Relationship" and element.attributes.get("TargetMode") != "External"
        }

    def feed(self, part: str, parser: TakesXml) -> Iterator[None]:
        """Give ``parser`` a part piece by piece; after each piece the caller may look at what was found so far.

        Raises:
            KeyError: when there is no such part.
            expat.ExpatError: when it is no XML.
        """
        fed = 0
        with self._open(part) as stream:
            while chunk := stream.read(_CHUNK):
                parser.Parse(chunk, False)
                fed += len(chunk)
                self.refuse_beyond("mark", fed - parser.CurrentByteIndex, MOST_MARK_BYTES)
                self.refuse_beyond("depth", parser.depth, MOST_DEPTH)
                yield
            parser.Parse(b"", True)
            self.refuse_beyond("depth", parser.depth, MOST_DEPTH)
            yield

    def _open(self, part: str) -> IO[bytes]:
        name = _part_name(part)
        if name not in self._parts:
            raise KeyError(part)
        entry = self._parts[name]
        if entry.file_size > RATIO_FROM:
            self.refuse_beyond("ratio", entry.file_size // max(1, entry.compress_size), MOST_RATIO)
        self._opened[name] = entry.file_size
        self.refuse_beyond("unpacked", sum(self._opened.values()), MOST_UNPACKED_BYTES)
        return self._zip.open(entry)


def _refuse_document_type(*_declared: object) -> None:
    raise _DocumentTypeError("DOCTYPE")


def _levels(marks: bytes) -> int:
    """How many elements begin in a piece of XML and do not end in it: counted by signs, which costs next to nothing."""
    # One rare sign is looked for many times faster than two of which the first is everywhere.
    no_element = sum(marks.count(b"<" + sign) for sign in (b"!", b"?") if sign in marks)
    return marks.count(b"<") - no_element - 2 * marks.count(b"</") - marks.count(b"/>")


def _part_name(name: str) -> str:
    """Parts are the same whatever the letter case, and some programs write Windows' separators."""
    return name.replace("\\", "/").lstrip("/").casefold()


def _local(name: str) -> str:
    return name.rpartition(":")[2]
