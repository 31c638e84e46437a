"""The text of a .csv file: its encoding and delimiter are found from the content; what cannot be known is said."""

import codecs
import io
import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from kepatuhan.problems import Problem, ProblemsFound, Term, Where, error, note
from kepatuhan.workbook.heading_words import CODE_HEADERS, UNIT_HEADERS, header_form
from kepatuhan.workbook.limits import LAST_COLUMN, exceeded

_DELIMITERS = ";,\t|"
_SAMPLE_LINES = 200
_SAMPLE = 20_000
"""Characters of the beginning in which the delimiter is looked for."""
_CHUNK = 1 << 20
_UTF_8 = re.compile(rb"[\xc3-\xdf][\x80-\xbf]|[\xe2-\xef][\x80-\xbf]{2}")
"""Letters of UTF-8: a text in cp1252 has no use for such rows of signs, so that damage beside them is damage."""
_MARKS = ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"), (b"\xef\xbb\xbf", "utf-8"))


class CsvText(NamedTuple):
    """A text file whose lines are decoded when they are asked for, so that it takes the memory of its bytes."""

    content: bytes
    encoding: str
    delimiter: str
    names_delimiter: bool
    """Whether the first line is ``sep=;``, which Excel does not show."""
    file: str

    def lines(self) -> Iterator[str]:
        """The lines with their ends, without one that names the delimiter.

        Raises:
            ProblemsFound: where a line has more cells than any sheet, or characters that no text has.
        """
        stream = io.TextIOWrapper(io.BytesIO(self.content), self.encoding, newline="", errors=_errors(self.encoding))
        for number, line in enumerate(stream, start=1):
            if number == 1 and self.names_delimiter:
                continue
            if line.count(self.delimiter) > LAST_COLUMN:
                raise ProblemsFound([exceeded("columns", LAST_COLUMN, Where(self.file, line=number, column=1))])
            if "\0" in line:
                raise ProblemsFound([self.cannot_divide(number, "csv.nul")])
            yield line

    def cannot_divide(self, line: int, reason: str) -> Problem:
        """The problem of a line (counted from 1) that cannot be told apart into cells."""
        return error("KP725", Where(self.file, line=line, column=1), reason=Term(reason))


def find_text(content: bytes, file: str) -> tuple[CsvText, list[Problem]]:
    """The text that ``content`` holds, and what had to be assumed about it.

    Raises:
        ProblemsFound: when it is cut off or damaged within a character.
    """
    content, encoding, is_certain = _encoding(content)
    notes = [] if is_certain else [note("KP724", Where(file), encoding=encoding)]
    damaged = _damage(content, encoding)
    if damaged is not None:
        raise ProblemsFound([error("KP725", Where(file, line=damaged, column=1), reason=Term("csv.cut"))])
    stream = io.TextIOWrapper(io.BytesIO(content), encoding, newline=None, errors=_errors(encoding))
    first = stream.readline(_SAMPLE).rstrip("\n")
    lines = [first, *(stream.readline(_SAMPLE) for _ in range(_SAMPLE_LINES))]
    if first.lower().startswith("sep=") and len(first) >= 5:
        _refuse_wrong_name(first[4], lines, file)
        return CsvText(content, encoding, first[4], True, file), notes
    delimiter, is_certain = _delimiter([line for line in lines if line])
    if not is_certain:
        notes.append(note("KP784", Where(file), delimiter=_name(delimiter)))
    return CsvText(content, encoding, delimiter, False, file), notes


def _encoding(content: bytes) -> tuple[bytes, str, bool]:
    """The content without a mark of its encoding, the encoding, and whether that is certain.

    It is where the file states it, or where no other could be meant.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content[len(mark) :], encoding, True
    for encoding, zero in (("utf-16-le", 1), ("utf-16-be", 0)):
        zeros, others = content[zero:_CHUNK:2], content[1 - zero : _CHUNK : 2]
        if zeros.count(0) > len(zeros) // 2 and 0 not in others:  # most letters are those of English
            return content, encoding, False
    if _damage(content, "utf-8") is None or _UTF_8.search(content):
        return content, "utf-8", True
    return content, "cp1252", False


def _errors(encoding: str) -> str:
    """Five bytes have no character in cp1252; that the encoding was assumed is said, and they stay visible."""
    return "replace" if encoding == "cp1252" else "strict"


def _damage(content: bytes, encoding: str) -> int | None:
    """The line with the first byte that is no text; None where all of it is."""
    decoder = codecs.getincrementaldecoder(encoding)(_errors(encoding))
    line = 1
    try:
        for start in range(0, len(content), _CHUNK):
            line += decoder.decode(content[start : start + _CHUNK]).count("\n")
        decoder.decode(b"", final=True)
    except UnicodeDecodeError as trouble:
        return line + trouble.object[: trouble.start].decode(encoding).count("\n")
    return None


def _delimiter(lines: list[str]) -> tuple[str, bool]:
    """The delimiter, and whether no other one divides a line into headings that are known.

    Among several it is the one that divides most lines into equally many parts. Titles above the header and decimal
    commas divide other lines, and may be more.
    """
    regular: dict[str, tuple[bool, int, int]] = {}
    for delimiter in _DELIMITERS:
        widths = Counter(width for line in lines if (width := _outside_quotes(line, delimiter)))
        if widths:
            width, count = max(widths.items(), key=lambda found: (found[1], found[0]))
            regular[delimiter] = (any(_is_header(line, delimiter) for line in lines), count, width)
    is_certain = sum(is_header for is_header, _, _ in regular.values()) <= 1
    return max(regular, key=lambda delimiter: regular[delimiter], default=","), is_certain


def _refuse_wrong_name(named: str, lines: list[str], file: str) -> None:
    """Refuse a line ``sep=`` whose delimiter divides no line into known headings, where another one does."""
    if any(_is_header(line, named) for line in lines):
        return
    meant = next((other for other in _DELIMITERS if any(_is_header(line, other) for line in lines)), None)
    if meant is not None:
        where = Where(file, line=1, column=5)
        raise ProblemsFound([error("KP758", where, written=_name(named), delimiter=_name(meant))])


def _is_header(line: str, delimiter: str) -> bool:
    forms = [header_form(part.strip('"')) for part in line.split(delimiter)]
    return len(forms) > 1 and any(form in UNIT_HEADERS or form in CODE_HEADERS for form in forms)


def _outside_quotes(line: str, delimiter: str) -> int:
    return sum(part.count(delimiter) for part in line.split('"')[::2])


def _name(delimiter: str) -> str:
    return "tab" if delimiter == "\t" else delimiter
