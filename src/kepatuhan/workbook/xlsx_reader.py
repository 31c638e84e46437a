"""The first reader of .xlsx and .xlsm: openpyxl in its read-only mode, behind the seam of ``workbook.cells``.

openpyxl trusts a sheet's declared size, which is wrong in real files, so it is told to forget it. It shows a formula or
its stored result, not both; where a workbook has formulas both are read side by side, so that a formula without a
stored result is never taken for a blank.
"""

import datetime
import io
import math
import re
import warnings
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from itertools import chain, pairwise, repeat
from typing import Any
from xml.etree.ElementTree import ParseError, fromstring

from kepatuhan.exact import Exact, simplest
from kepatuhan.problems import ProblemsFound, Where, error
from kepatuhan.workbook.cells import Cell, Kind, Row, Sheet

_DATES = (datetime.datetime, datetime.date, datetime.time, datetime.timedelta)
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    ParseError,
    KeyError,
    TypeError,
    ValueError,
    IndexError,
    AttributeError,
    EOFError,
    OSError,
    RuntimeError,
    NotImplementedError,
)
_FORMULA_MARKS = (b"<f>", b"<f ", b"<f/", b":f>", b":f ", b":f/")
_CHUNK = 1 << 20
_NO_NUMBER = re.compile(
    rb'<c\b[^>]*?\br="([A-Z]{1,3}\d{1,7})"[^>]*>\s*<v>\s*([+-]?(?:nan|inf(?:inity)?|\d{310,}))\s*</v>', re.IGNORECASE
)
_ROW_NUMBER = re.compile(rb'<(?:\w+:)?row\b[^>]*?\br="(\d{1,12})"')
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384
_LARGEST_NUMBER = 10**300
"""Beyond this Excel has no number either."""


class XlsxSheet:
    """One sheet of an opened workbook."""

    def __init__(self, file: str, content: bytes, sheet: Any, results: Any | None) -> None:
        self._file = file
        self._content = content
        self._sheet = sheet
        self._results = results
        self.name: str | None = sheet.title
        self.is_hidden: bool = sheet.sheet_state != "visible"

    def rows(self) -> Iterator[Row]:
        """The rows that hold something.

        Raises:
            ProblemsFound: when the sheet turns out to be damaged.
        """
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                yield from _filled_rows(self._sheet, self._results)
        except _DAMAGE as trouble:
            where = Where(self._file, sheet=self.name)
            part = getattr(self._sheet, "_worksheet_path", "")
            problems = [
                error("KP829", where._replace(cell=cell), written=written)
                for cell, written in _numbers_that_are_none(self._content, part)
            ]
            raise ProblemsFound(problems or [error("KP704", where, reason=type(trouble).__name__)]) from trouble


def open_xlsx(content: bytes, file: str) -> tuple[Sheet, ...]:
    """The sheets of the workbook that ``content`` holds.

    Raises:
        ProblemsFound: when it is damaged, or holds no sheet that can be read.
    """
    import openpyxl
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=False)
            results = None
            if _has_formulas(content):
                results = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
            missing = [*_missing_parts(content), *_parts_out_of_order(content)]
    except (*_DAMAGE, InvalidFileException) as trouble:
        raise ProblemsFound([error("KP704", Where(file), reason=type(trouble).__name__)]) from trouble
    if missing:
        raise ProblemsFound([error("KP704", Where(file), reason=name) for name in missing])
    sheets = tuple(
        XlsxSheet(file, content, sheet, results[sheet.title] if results is not None else None)
        for sheet in book.worksheets
    )
    if not sheets:
        raise ProblemsFound([error("KP706", Where(file))])
    return sheets


def _missing_parts(content: bytes) -> list[str]:
    """The sheets that the workbook declares and does not hold: openpyxl would pass over them in silence."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        names = set(package.namelist())
        relations = "xl/_rels/workbook.xml.rels"
        if relations not in names:
            return []
        targets = [
            element.get("Target", "")
            for element in fromstring(package.read(relations))
            if element.get("Type", "").endswith("/worksheet")
        ]
    parts = (target.lstrip("/") if target.startswith("/") else f"xl/{target}" for target in targets)
    return [part for part in parts if part not in names]


def _parts_out_of_order(content: bytes) -> list[str]:
    """The sheets whose rows do not come in their order: openpyxl would lose some of them in silence."""
    wrong = []
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        for part in package.namelist():
            if part.startswith("xl/worksheets/") and part.endswith(".xml"):
                numbers = [int(number) for number in _ROW_NUMBER.findall(package.read(part))]
                if any(later <= earlier for earlier, later in pairwise(numbers)) or max(numbers, default=0) > _LAST_ROW:
                    wrong.append(part)
    return wrong


def _numbers_that_are_none(content: bytes, part: str) -> list[tuple[str, str]]:
    """The cells of a sheet whose stored number is no finite number: openpyxl stops at them without naming them."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        text = package.read(part) if part in package.namelist() else b""
    return [(cell.decode(), value.decode()[:20]) for cell, value in _NO_NUMBER.findall(text)]


def _has_formulas(content: bytes) -> bool:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        for part in package.namelist():
            if not part.startswith("xl/worksheets/") or not part.endswith(".xml"):
                continue
            with package.open(part) as stream:
                before = b""
                while chunk := stream.read(_CHUNK):
                    if any(mark in before + chunk for mark in _FORMULA_MARKS):
                        return True
                    before = chunk[-4:]
    return False


def _filled_rows(sheet: Any, results: Any | None) -> Iterator[Row]:
    sheet.reset_dimensions()
    if results is not None:
        results.reset_dimensions()
    twins: Iterable[Iterable[Any]] = results.iter_rows() if results is not None else repeat(())
    for cells, stored in zip(sheet.iter_rows(), twins, strict=False):
        filled = []
        number = 0
        for cell, result in zip(cells, chain(stored, repeat(None)), strict=False):
            if cell.value is None:
                continue
            number = cell.row
            if number > _LAST_ROW or cell.column > _LAST_COLUMN:
                raise ValueError(f"row {number}")
            filled.append(_cell(cell, result))
        if filled:
            yield Row(number, filled)


def _cell(cell: Any, result: Any | None) -> Cell:
    if cell.data_type != "f":
        return _value(cell, cell)
    if result is not None and result.value is not None:
        return _value(cell, result)
    if result is not None and result.data_type == "str":
        return Cell(cell.column, Kind.TEXT, "")  # the formula's stored result is an empty text
    return Cell(cell.column, Kind.UNCALCULATED, _formula_text(cell.value))


def _formula_text(formula: Any) -> str:
    """A formula as typed; openpyxl wraps array formulas in an object."""
    return str(getattr(formula, "text", None) or (formula if isinstance(formula, str) else "{=...}"))


def _value(cell: Any, shown: Any) -> Cell:
    value, column = shown.value, cell.column
    if isinstance(value, bool):
        return Cell(column, Kind.TRUTH, value)
    if isinstance(value, int) and abs(value) > _LARGEST_NUMBER:
        return Cell(column, Kind.ERROR, "1E+309")
    if isinstance(value, int | float):
        if isinstance(value, float) and not math.isfinite(value):
            return Cell(column, Kind.ERROR, str(value)[:20])
        return Cell(column, Kind.NUMBER, _as_shown(value), cell.number_format or "General")
    if isinstance(value, _DATES):
        return Cell(column, Kind.DATE, str(value))
    if shown.data_type == "e":
        return Cell(column, Kind.ERROR, str(value))
    return Cell(column, Kind.TEXT, str(value))


@lru_cache(maxsize=4096)
def _as_shown(value: int | float) -> Exact:
    """The number to 15 significant digits: 0.1 + 0.2 is stored as 0.30000000000000004 and shown as 0.3."""
    return simplest(Fraction(Decimal(format(value, ".15g"))))
