"""The reader of .csv: encoding and delimiter are found from the content, and what was assumed is said."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from kepatuhan.problems import Problem, ProblemsFound, Where, error, note
from kepatuhan.workbook.cells import Cell, Kind, Row

_DELIMITERS = ";,\t"
_NAMES = {";": ";", ",": ",", "\t": "TAB"}


class CsvSheet:
    """The one sheet of a .csv file; rows are counted as Excel counts them when it opens the file."""

    name: None = None
    is_hidden: bool = False

    def __init__(self, rows: tuple[Row, ...]) -> None:
        self._rows = rows

    def rows(self) -> Iterator[Row]:
        """The rows that hold something."""
        return iter(self._rows)


def read_csv(path: Path, file: str) -> tuple[CsvSheet, list[Problem]]:
    """The sheet in the file at ``path``, and what had to be assumed about it.

    Raises:
        ProblemsFound: when the text cannot be told apart into cells.
    """
    content = path.read_bytes()
    text, encoding = _decode(content)
    notes = [note("KP724", Where(file), encoding=encoding)] if encoding == "cp1252" else []
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise ProblemsFound([error("KP725", Where(file, line=line, column=1), reason="NUL")])
    text, delimiter = _delimiter(text)
    csv.field_size_limit(10_000_000)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows = []
    try:
        for number, values in enumerate(reader, start=1):
            cells = [Cell(column, Kind.TEXT, value) for column, value in enumerate(values, start=1) if value.strip()]
            if cells:
                rows.append(Row(number, cells))
    except csv.Error as trouble:
        line = reader.line_num or 1
        raise ProblemsFound([error("KP725", Where(file, line=line, column=1), reason=str(trouble))]) from trouble
    return CsvSheet(tuple(rows)), notes


def _decode(content: bytes) -> tuple[str, str]:
    """The text, and the encoding it was taken to be in."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace"), "utf-16"
    try:
        return content.decode("utf-8-sig"), "utf-8"
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace"), "cp1252"


def _delimiter(text: str) -> tuple[str, str]:
    """The text without a ``sep=`` line, and its delimiter: the most frequent candidate outside quotes.

    The first lines decide together, since a title above the header may hold a comma.
    """
    first, _, rest = text.partition("\n")
    if first.strip().lower().startswith("sep=") and len(first.strip()) >= 5:
        return "\n" + rest, first.strip()[4]
    counts = dict.fromkeys(_DELIMITERS, 0)
    quoted = False
    for character in text[:20_000]:
        if character == '"':
            quoted = not quoted
        elif character in counts and not quoted:
            counts[character] += 1
    # A decimal comma is frequent too: where semicolons or tabs divide every line, commas do not divide.
    lines = max(1, text[:20_000].count("\n"))
    for delimiter in ";\t":
        if counts[delimiter] >= lines // 2 and counts[delimiter]:
            return text, delimiter
    return text, ","
