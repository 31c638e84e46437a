"""The package that an .xlsx or .xlsm is: a zip of XML parts, opened with care and never trusted.

Which parts there are is found by the package's own relations, never by their usual names. Namespaces are not looked at,
so the strict form of the format (ISO 29500 Strict) is read like the usual one.
"""

import io
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, NamedTuple, Protocol
from xml.parsers import expat

from kepatuhan.problems import ProblemsFound, Term, Where, error

MOST_PARTS = 20_000
MOST_UNPACKED = 2_000_000_000
"""Bytes of all parts together; a workbook of a million answers has a twentieth of it."""

_CHUNK = 1 << 16
_IS_ENCRYPTED = 0x1

_DAMAGE = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    struct.error,
    expat.ExpatError,
    LookupError,
    ValueError,
    EOFError,
    OSError,
    RuntimeError,
)
"""What the zip and XML parsers raise on damaged files."""


class Element(NamedTuple):
    """The beginning of an XML element: its name without namespace, and its attributes, names likewise."""

    name: str
    attributes: dict[str, str]


class TakesXml(Protocol):
    """A parser, or what stands before one."""

    def Parse(self, data: bytes, is_final: bool = False, /) -> object:  # noqa: N802 - expat's name
        """Take the next bytes of a part; ``is_final`` after the last."""


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
        reason = None
        if any(part.flag_bits & _IS_ENCRYPTED for part in parts):
            reason = "file.locked_or_old"
        elif len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
            reason = "file.too_large"
        if reason is not None:
            raise ProblemsFound([error("KP703", Where(file), reason=Term(reason))])
        if len(self._parts) < len(parts):
            raise ProblemsFound([error("KP704", Where(file), reason=Term("package.twice"))])

    @contextmanager
    def reading(self, sheet: str | None = None) -> Iterator[None]:
        """Turn whatever damaged content makes the parsers raise into a problem of the file, or of its ``sheet``."""
        try:
            yield
        except _DAMAGE as trouble:
            reason = str(trouble.args[0]) if type(trouble) is KeyError else type(trouble).__name__
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

        parser = new_parser()
        parser.StartElementHandler = start
        for _ in self.feed(part, parser):
            pass
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
        with self._open(part) as stream:
            while chunk := stream.read(_CHUNK):
                parser.Parse(chunk, False)
                yield
            parser.Parse(b"", True)
            yield

    def _open(self, part: str) -> IO[bytes]:
        name = _part_name(part)
        if name not in self._parts:
            raise KeyError(part)
        return self._zip.open(self._parts[name])


def new_parser() -> expat.XMLParserType:
    """A parser that takes no document type: entities could grow without end, or name files of the machine."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse_document_type
    return parser


def _refuse_document_type(*_declared: object) -> None:
    raise ValueError("DOCTYPE")


def _part_name(name: str) -> str:
    """Parts are the same whatever the letter case, and some programs write Windows' separators."""
    return name.replace("\\", "/").lstrip("/").casefold()


def _local(name: str) -> str:
    return name.rpartition(":")[2]
