"""The first reader of .xlsx and .xlsm: openpyxl in its read-only mode, behind the seam of ``workbook.cells``.

openpyxl trusts a sheet's declared size, which is wrong in real files, so it is told to forget it. It shows a formula or
its stored result, not both; where a workbook has formulas both are read side by side, so that a formula without a
stored result is never taken for a blank.
"""

import datetime
import math
import warnings
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from itertools import chain, repeat
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import ParseError

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
_FORMULA_MARKS = (b"<f>", b"<f ", b"<f/")
_CHUNK = 1 << 20


class XlsxSheet:
    """One sheet of an opened workbook."""

    def __init__(self, file: str, sheet: Any, results: Any | None) -> None:
        self._file = file
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
            raise ProblemsFound([error("KP704", where, reason=type(trouble).__name__)]) from trouble


def open_xlsx(path: Path, file: str) -> tuple[Sheet, ...]:
    """The sheets of the workbook at ``path``.

    Raises:
        ProblemsFound: when it is damaged, or holds no sheet that can be read.
    """
    import openpyxl
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(path, read_only=True, data_only=False)
            has_formulas = _has_formulas(path)
            results = openpyxl.load_workbook(path, read_only=True, data_only=True) if has_formulas else None
    except (*_DAMAGE, InvalidFileException) as trouble:
        raise ProblemsFound([error("KP704", Where(file), reason=type(trouble).__name__)]) from trouble
    sheets = tuple(
        XlsxSheet(file, sheet, results[sheet.title] if results is not None else None) for sheet in book.worksheets
    )
    if not sheets:
        raise ProblemsFound([error("KP706", Where(file))])
    return sheets


def _has_formulas(path: Path) -> bool:
    with zipfile.ZipFile(path) as package:
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
            filled.append(_cell(cell, result))
        if filled:
            yield Row(number, filled)


def _cell(cell: Any, result: Any | None) -> Cell:
    if cell.data_type != "f":
        return _value(cell, cell)
    if result is not None and result.value is not None:
        return _value(cell, result)
    is_empty_text = result is not None and result.data_type == "str"
    return Cell(
        cell.column, Kind.TEXT if is_empty_text else Kind.UNCALCULATED, "" if is_empty_text else str(cell.value)
    )


def _value(cell: Any, shown: Any) -> Cell:
    value, column = shown.value, cell.column
    if isinstance(value, bool):
        return Cell(column, Kind.TRUTH, value)
    if isinstance(value, int | float):
        if isinstance(value, float) and not math.isfinite(value):
            return Cell(column, Kind.ERROR, str(value))
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
