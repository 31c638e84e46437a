"""Workbooks, .csv files and small instruments for the tests, written the way a test reads best: rows of cells."""

import re
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

import kepatuhan
from kepatuhan import Instrument, Problem, ProblemsFound, Reading, UnitAnswers
from kepatuhan.checking.instruments import check_written
from kepatuhan.instrument.building import build_instrument
from kepatuhan.instrument.loading import parse_written
from kepatuhan.messages import LANGUAGES, Words
from kepatuhan.problems import Level, errors
from kepatuhan.workbook.cells import cell_name
from kepatuhan.workbook.choosing import Library
from kepatuhan.workbook.reading import read_workbooks

Rows = Sequence[Any]
"""Rows of cells; a row is a list (mypy calls lists of unlike cells plain objects)."""

HEAD = """
format: 1
id: {id}
family: uji
title: Instrumen uji
issuer: Penguji
years: [2024]
level_names: [Dimensi, Indikator]
bands: {{assumption: uji, rows: [{{from: 0, label: Semua}}]}}
scales:
  ya-tidak: {{options: {{ya: 1, tidak: 0}}, also: {{ya: [y, ada], tidak: [t, tidak ada]}}}}
  mutu: {{options: {{baik: 2, cukup: 1, buruk: 0}}}}
  rubrik: {{worst: 0, best: 3, whole: true}}
  persen: {{worst: 0, best: 100}}
  skm: {{worst: 1, best: 4, whole: true, zero: 0}}
  kejadian: {{worst: 30, best: 0, whole: true}}
within: {{assumption: uji}}
"""


@dataclass(frozen=True)
class Formatted:
    """A value under a number format."""

    value: object
    number_format: str


@dataclass(frozen=True)
class Formula:
    """A formula with the result that a program has stored beside it; ``stored`` None: none has."""

    text: str
    stored: str | int | float | bool | None = None
    number_format: str = "General"


@dataclass(frozen=True)
class RawCell:
    """What stands inside a cell's XML: its attributes and its content."""

    attributes: str
    content: str


def write_xlsx(
    path: Path, sheets: Mapping[str, Rows], *, hidden: Iterable[str] = (), very_hidden: Iterable[str] = ()
) -> Path:
    """Write the workbook ``path``: a sheet per name, a row per list; None leaves a cell out."""
    book = Workbook()
    first = book.active
    assert isinstance(first, Worksheet)
    book.remove(first)
    patches: dict[str, dict[str, RawCell]] = {}
    for number, (name, rows) in enumerate(sheets.items(), start=1):
        sheet = book.create_sheet(name)
        part = f"xl/worksheets/sheet{number}.xml"
        for row_number, row in enumerate(rows, start=1):
            for column, value in enumerate(row, start=1):
                raw = _write_cell(sheet, row_number, column, value)
                if raw is not None:
                    patches.setdefault(part, {})[cell_name(row_number, column)] = raw
        if name in hidden:
            sheet.sheet_state = "hidden"
        if name in very_hidden:
            sheet.sheet_state = "veryHidden"
    book.save(path)
    for part, cells in patches.items():
        rewrite_part(path, part, lambda xml, cells=cells: _patched(xml, cells))  # type: ignore[misc]
    return path


def merged(path: Path, *blocks: str) -> Path:
    """The workbook with cells of its first sheet merged, as a person would do it."""
    book = load_workbook(path)
    for block in blocks:
        book.worksheets[0].merge_cells(block)
    book.save(path)
    return path


def _write_cell(sheet: Worksheet, row: int, column: int, value: object) -> RawCell | None:
    """Write one cell, and return what its XML must become where openpyxl cannot write it."""
    if value is None:
        return None
    cell = sheet.cell(row, column)
    if isinstance(value, Formatted):
        cell.value = value.value  # type: ignore[assignment]
        cell.number_format = value.number_format
        return None
    if isinstance(value, Formula):
        cell.value = 0
        cell.number_format = value.number_format
        return _formula(value)
    if isinstance(value, RawCell):
        cell.value = 0
        return value
    cell.value = value  # type: ignore[assignment]
    if isinstance(value, str) and not re.fullmatch(r"#[A-Z/0!?]+", value):
        cell.data_type = "s"  # openpyxl would make a formula of a text that starts with =
    return None


def _formula(formula: Formula) -> RawCell:
    text = f"<f>{escape(formula.text)}</f>"
    stored = formula.stored
    if stored is None:
        return RawCell("", f"{text}<v></v>")
    if isinstance(stored, bool):
        return RawCell('t="b"', f"{text}<v>{int(stored)}</v>")
    if isinstance(stored, str):
        kind = "e" if stored.startswith("#") else "str"
        return RawCell(f't="{kind}"', f"{text}<v>{escape(stored)}</v>")
    return RawCell("", f"{text}<v>{stored}</v>")


def _patched(xml: str, cells: Mapping[str, RawCell]) -> str:
    for name, raw in cells.items():

        def replaced(match: re.Match[str], name: str = name, raw: RawCell = raw) -> str:
            style = re.search(r's="\d+"', match[0])
            return f'<c r="{name}" {style[0] if style else ""} {raw.attributes}>{raw.content}</c>'

        xml, count = re.subn(rf'<c r="{name}"[^>]*>.*?</c>', replaced, xml)
        assert count == 1, name
    return xml


def rewrite_part(path: Path, part: str, change: Callable[[str], str]) -> None:
    """Change the text of one part inside a workbook."""
    rewrite_package(path, lambda name, content: change(content.decode()).encode() if name == part else content)


def rewrite_package(path: Path, change: Callable[[str, bytes], bytes | None]) -> None:
    """Change every part of a workbook; a part for which ``change`` returns None is left out."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            changed = change(name, content)
            if changed is not None:
                package.writestr(name, changed)


def write_csv(path: Path, rows: Rows, *, delimiter: str = ";", encoding: str = "utf-8") -> Path:
    """Write a .csv file; what holds the delimiter, a quote or a line break is quoted."""
    lines = (delimiter.join(_quoted(value, delimiter) for value in row) for row in rows)
    path.write_bytes("".join(f"{line}\r\n" for line in lines).encode(encoding))
    return path


def _quoted(value: object, delimiter: str) -> str:
    text = "" if value is None else str(value)
    return '"' + text.replace('"', '""') + '"' if any(c in text for c in (delimiter, '"', "\n")) else text


@lru_cache
def instrument_of(body: str, name: str = "uji") -> Instrument:
    """The instrument whose file is the common head (scales, bands) and ``body``."""
    written = parse_written((HEAD.format(id=name) + body).encode(), f"{name}.yaml")
    assert not errors(check_written(written)), check_written(written)
    return build_instrument(written)


@lru_cache
def one_indicator(scale: str, *, settings: str = "") -> Instrument:
    """An instrument of one indicator, ``X.01``, on one of the scales."""
    return instrument_of(f'components: [{{id: "X.01", title: Satu, scale: {scale}{settings}}}]')


def mixed() -> Instrument:
    """Options, a rubric that may be not applicable, and two indicators that respondents answer."""
    return instrument_of(
        """
components:
  - id: layanan
    title: Layanan
    weight: 60
    components:
      - {id: "L.01", title: Standar, weight: 1, scale: ya-tidak}
      - {id: "L.02", title: Mutu, weight: 2, scale: rubrik, not_applicable: allowed}
  - id: warga
    title: Warga
    weight: 40
    defaults: {observed: responden}
    components:
      - {id: "W.01", title: Ramah, weight: 1, scale: rubrik}
      - {id: "W.02", title: Puas, weight: 1, scale: persen}
"""
    )


def typed() -> Instrument:
    """An instrument with an indicator for agencies alone and one for health centres alone."""
    return instrument_of(
        """
unit_types: {dinas: Dinas Daerah, puskesmas: Puskesmas}
components:
  - {id: "U.01", title: Umum, weight: 1, scale: rubrik}
  - {id: "D.01", title: Khusus dinas, weight: 1, scale: rubrik, only_for: [dinas]}
  - {id: "K.01", title: Khusus puskesmas, weight: 1, scale: rubrik, only_for: [puskesmas]}
"""
    )


def weighted() -> Instrument:
    """An instrument whose roll-up is weighted by the number of products."""
    return instrument_of(
        """
roll_up: {method: weighted, by: jumlah produk, assumption: uji}
components: [{id: "X.01", title: Satu, scale: rubrik}]
"""
    )


def identity(instrument: str, fingerprint: str = "", *, not_answers: Sequence[str] = (), version: object = 1) -> Rows:
    """The rows of the sheet by which a workbook says which instrument it was made for."""
    return [
        ["format", version],
        ["instrument", instrument],
        ["fingerprint", fingerprint],
        ["not_answers", *not_answers],
    ]


def library_of(*instruments: Instrument) -> Library:
    """A library of just these instruments."""
    by_id = {instrument.id: instrument for instrument in instruments}
    return Library(tuple(by_id), by_id.__getitem__)


def read(
    *paths: Path, instrument: Instrument | None = None, library: Library | None = None, partial: bool = False
) -> Reading:
    """Read workbooks as the public function does, or out of a library of the test's own."""
    if library is None:
        return kepatuhan.read_answers(paths, instrument, partial=partial)
    reading = read_workbooks(paths, instrument, library)
    if errors(reading.problems):
        raise ProblemsFound(reading.problems)
    return reading


def refusal(*paths: Path, instrument: Instrument | None = None, library: Library | None = None) -> list[Problem]:
    """The errors for which workbooks are refused. Each can be said in every language."""
    try:
        reading = read(*paths, instrument=instrument, library=library)
    except ProblemsFound as found:
        wrong = errors(found.problems)
        assert wrong, "refused without an error"
        for problem in found.problems:
            for language in LANGUAGES:
                assert Words(language).problem(problem)
        return wrong
    raise AssertionError(f"read without an error: {reading.units}")


def attempt(
    *paths: Path, instrument: Instrument | None = None, library: Library | None = None
) -> Reading | tuple[Problem, ...]:
    """The reading, or the problems for which there is none. Anything else that is raised is a fault of the reader."""
    try:
        return read(*paths, instrument=instrument, library=library)
    except ProblemsFound as found:
        return found.problems


def remarks(reading: Reading, level: Level | None = None) -> list[Problem]:
    """What was said about workbooks that could be read. Each can be said in every language."""
    for problem in reading.problems:
        for language in LANGUAGES:
            assert Words(language).problem(problem)
    return [problem for problem in reading.problems if level in (None, problem.level)]


def codes(problems: Iterable[Problem]) -> list[str]:
    """The codes alone."""
    return [problem.code for problem in problems]


def places(problems: Iterable[Problem]) -> list[tuple[str, str]]:
    """Each problem's code with its address: ``("KP802", "Jawaban!B2")``, or the cell alone in a .csv file."""
    return [(problem.code, address(problem)) for problem in problems]


def address(problem: Problem) -> str:
    """The place of a problem inside its file."""
    assert problem.where is not None
    return "!".join(part for part in (problem.where.sheet, problem.where.cell) if part)


def units(reading: Reading) -> dict[str, UnitAnswers]:
    """The units that were read, by name, in reading order."""
    return {unit.unit: unit for unit in reading.units}


def only_unit(reading: Reading) -> UnitAnswers:
    """The unit of a reading that holds just one."""
    (unit,) = reading.units
    return unit


def contents(reading: Reading) -> dict[str, tuple[object, ...]]:
    """Everything that was read about each unit, in a form in which the order of units does not count."""
    return {
        unit.unit: (
            tuple(sorted(unit.answers.items())),
            tuple(sorted(unit.direct.items())),
            unit.type,
            unit.count,
        )
        for unit in reading.units
    }
