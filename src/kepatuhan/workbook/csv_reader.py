"""The reader of .csv: encoding and delimiter are found from the content, and what was assumed is said."""

import csv
import io
from collections import Counter
from collections.abc import Iterator

from kepatuhan.problems import Problem, ProblemsFound, Term, Where, error, note
from kepatuhan.workbook.cells import Cell, Kind, Row
from kepatuhan.workbook.headers import CODE_HEADERS, UNIT_HEADERS, header_form
from kepatuhan.workbook.limits import LAST_COLUMN, LAST_ROW, MOST_CELLS, exceeded

_DELIMITERS = ";,\t|"
_SAMPLE = 20_000


class CsvSheet:
    """The one sheet of a .csv file; rows are counted as Excel counts them when it opens the file."""

    name: None = None
    is_hidden: bool = False
    merged: tuple[()] = ()
    hidden_columns: tuple[()] = ()

    def __init__(self, rows: tuple[Row, ...]) -> None:
        self._rows = rows

    def rows(self) -> Iterator[Row]:
        """The rows that hold something."""
        return iter(self._rows)


def read_csv(content: bytes, file: str) -> tuple[CsvSheet, list[Problem]]:
    """The sheet that ``content`` holds, and what had to be assumed about it.

    Raises:
        ProblemsFound: when the text cannot be told apart into cells.
    """
    text, encoding = _decode(content)
    notes = [note("KP724", Where(file), encoding=encoding)] if encoding == "cp1252" else []
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise ProblemsFound([error("KP725", Where(file, line=line, column=1), reason=Term("csv.nul"))])
    text, delimiter = _delimiter(text)
    csv.field_size_limit(10_000_000)
    reader = csv.reader(_lines(text, delimiter, file), delimiter=delimiter, strict=True)
    rows = []
    filled = 0
    try:
        for number, values in enumerate(reader, start=1):
            cells = [Cell(column, Kind.TEXT, value) for column, value in enumerate(values, start=1) if value.strip()]
            if number > LAST_ROW:
                raise ProblemsFound([exceeded("rows", LAST_ROW, Where(file))])
            if cells:
                rows.append(Row(number, cells))
                filled += len(cells)
                if filled > MOST_CELLS:
                    raise ProblemsFound([exceeded("cells", MOST_CELLS, Where(file))])
    except csv.Error as trouble:
        line = reader.line_num or 1
        raise ProblemsFound([error("KP725", Where(file, line=line, column=1), reason=Term("csv.quote"))]) from trouble
    return CsvSheet(tuple(rows)), notes


def _lines(text: str, delimiter: str, file: str) -> Iterator[str]:
    """The lines, none of which has more cells than any sheet."""
    for number, line in enumerate(io.StringIO(text, newline=""), start=1):
        if line.count(delimiter) > LAST_COLUMN:
            raise ProblemsFound([exceeded("columns", LAST_COLUMN, Where(file, line=number, column=1))])
        yield line


def _decode(content: bytes) -> tuple[str, str]:
    """The text, and the encoding it was taken to be in."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace"), "utf-16"
    try:
        return content.decode("utf-8-sig"), "utf-8"
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace"), "cp1252"


def _delimiter(text: str) -> tuple[str, str]:
    """The text without a ``sep=`` line (Excel shows none), and its delimiter.

    It is one that divides the header into headings that are known, and among those the one that divides most lines into
    equally many parts. Titles above the header and decimal commas divide other lines, and may be more.
    """
    first, _, rest = text.partition("\n")
    if first.strip().lower().startswith("sep=") and len(first.strip()) >= 5:
        return rest, first.strip()[4]
    lines = text[:_SAMPLE].splitlines()
    regular: dict[str, tuple[bool, int, int]] = {}
    for delimiter in _DELIMITERS:
        widths = Counter(width for line in lines if (width := _outside_quotes(line, delimiter)))
        if widths:
            width, count = max(widths.items(), key=lambda found: (found[1], found[0]))
            regular[delimiter] = (any(_is_header(line, delimiter) for line in lines), count, width)
    return text, max(regular, key=lambda delimiter: regular[delimiter], default=",")


def _is_header(line: str, delimiter: str) -> bool:
    forms = [header_form(part.strip('"')) for part in line.split(delimiter)]
    return len(forms) > 1 and any(form in UNIT_HEADERS or form in CODE_HEADERS for form in forms)


def _outside_quotes(line: str, delimiter: str) -> int:
    return sum(part.count(delimiter) for part in line.split('"')[::2])
