"""Write the example workbooks anew: ``python examples/write_examples.py [FOLDER]`` (default: this folder).

``bekasi-2022.xlsx`` holds published figures; ``units.xlsx`` is invented and says so. The answers of the latter are
made by rule, then nudged one mark at a time until the institution's score is exactly 87.88, the figure reported for
Kabupaten Bekasi in 2023-2024 (rmjabar.com, 14 February 2025); which unit answered what is not published.
"""

import datetime
import random
import sys
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

import kepatuhan
from kepatuhan.instrument.model import Indicator, Instrument, OptionScale
from kepatuhan.scoring.answers import Answer, UnitAnswers, Value, observed

BEKASI_SOURCE = (
    "https://wartapajajaran.com/2023/03/pemkab-bekasi-terima-hasil-penilaian-ombudsman-terhadap-layanan-publik-opd/"
)
BEKASI_2022 = (
    ("DPMPTSP", 82.70),
    ("Disdik", 62.62),
    ("Dinkes", 66.29),
    ("Dinsos", 62.72),
    ("Disdukcapil", 77.45),
    ("Puskesmas Cibatu", 75.91),
    ("Puskesmas Cikarang", 83.48),
)
"""Unit scores of Kabupaten Bekasi 2022 as published; the source calls 73,02 their mean."""

UNITS = {
    "Disdukcapil": 0.93,
    "Dinas Sosial": 0.82,
    "DPMPTSP": 0.97,
    "Dinas Pendidikan": 0.80,
    "Dinas Kesehatan": 0.86,
    "Puskesmas Mekarwangi": 0.90,
    "Puskesmas Sukamaju": 0.84,
}
"""The invented units, and how likely each was to give its best answer."""

WANTED = Decimal("87.88")
OBSERVATIONS = {"petugas": 2, "produk": 2, "responden": 5}
"""How often something is observed in the example; the real assessment asks more respondents."""

_HEAD = PatternFill("solid", fgColor="1F4E78")
_INPUT = PatternFill("solid", fgColor="FFF8E1")
_FIXED_DATE = datetime.datetime(2026, 1, 1)

Cells = list[Value]
Sheet = dict[str, Cells]


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent
    instrument = kepatuhan.load_instrument("ombudsman-2022")
    write_bekasi(folder / "bekasi-2022.xlsx", instrument)
    write_units(folder / "units.xlsx", instrument)


def write_bekasi(path: Path, instrument: Instrument) -> None:
    """The seven published unit scores, given directly."""
    book = Workbook()
    notes = _first_sheet(book, "Keterangan")
    _write_lines(
        notes,
        [
            "Nilai unit layanan Kabupaten Bekasi tahun 2022 menurut Penilaian Kepatuhan Ombudsman RI.",
            f"Sumber: {BEKASI_SOURCE}",
            "Yang dipublikasikan hanya nilai total tiap unit; sumber menyebut 73,02 sebagai rata-ratanya.",
            "Hitung: kepatuhan score bekasi-2022.xlsx",
        ],
    )
    sheet = book.create_sheet("Nilai 2022")
    sheet.append(["No", "Unit", "Nilai"])
    for number, (name, score) in enumerate(BEKASI_2022, start=1):
        sheet.append([number, name, score])
        sheet.cell(number + 1, 3).number_format = "0.00"
    _style_header(sheet, 1)
    _set_widths(sheet, (6, 28, 12))
    _write_identity(book, instrument, ["Keterangan"])
    _save(book, path)


def write_units(path: Path, instrument: Instrument) -> None:
    """The invented self-assessment of seven units, in the form layout."""
    units = invent_answers(instrument)
    book = Workbook()
    notes = _first_sheet(book, "Keterangan")
    _write_lines(
        notes,
        [
            "CONTOH REKAAN. Jawaban dalam buku kerja ini dikarang untuk belajar; bukan hasil penilaian unit mana pun.",
            "Hanya nilai instansinya disamakan dengan yang diberitakan untuk Kabupaten Bekasi 2023-2024: 87,88.",
            "Satu lembar untuk satu unit. Isi kolom Jawaban: angka 0 sampai 3, atau ya/tidak untuk persepsi pengguna.",
            "Beberapa kolom Jawaban berarti beberapa petugas, produk, atau responden; nilainya dirata-ratakan.",
            "Hitung: kepatuhan score units.xlsx",
        ],
    )
    for name, answers in units.items():
        _write_form(book.create_sheet(name[:31]), name, answers, instrument)
    _write_identity(book, instrument, ["Keterangan"])
    _save(book, path)


def invent_answers(instrument: Instrument) -> dict[str, Sheet]:
    """Answers by rule from a fixed seed, then single marks raised or lowered until the score is the wanted one."""
    dice = random.Random(8788)
    units = {
        name: {indicator.id: _roll(indicator, quality, dice) for indicator in instrument.indicators}
        for name, quality in UNITS.items()
    }
    for _ in range(2000):
        score = _institution_score(instrument, units)
        if score == WANTED:
            return units
        _nudge(instrument, units, dice, upwards=score < WANTED)
    raise SystemExit("no answers found that give the wanted score")


def _roll(indicator: Indicator, quality: float, dice: random.Random) -> Cells:
    count = OBSERVATIONS.get(indicator.observed or "", 1)
    return [_values(indicator)[0 if dice.random() < quality else dice.choice((1, 1, -1))] for _ in range(count)]


def _values(indicator: Indicator) -> Sequence[Value]:
    """The answers of an indicator from the best to the worst."""
    scale = indicator.scale
    if isinstance(scale, OptionScale):
        return sorted(scale.options, key=lambda option: -scale.options[option])
    return list(range(int(scale.best), int(scale.worst) - 1, -1))


def _nudge(instrument: Instrument, units: dict[str, Sheet], dice: random.Random, *, upwards: bool) -> None:
    """Move one observation one step towards the wanted score."""
    while True:
        answers = units[dice.choice(list(units))]
        indicator = dice.choice(instrument.indicators)
        cells, values = answers[indicator.id], list(_values(indicator))
        position = dice.randrange(len(cells))
        step = values.index(cells[position]) + (-1 if upwards else 1)
        if 0 <= step < len(values):
            cells[position] = values[step]
            return


def _institution_score(instrument: Instrument, units: dict[str, Sheet]) -> Decimal:
    answered = [
        UnitAnswers(name, {key: _answer(cells) for key, cells in sheet.items()}) for name, sheet in units.items()
    ]
    score = kepatuhan.score(instrument, answered).institution.score
    assert score is not None
    return score


def _answer(cells: Cells) -> Answer:
    answer = observed((cell, 1) for cell in cells)
    assert answer is not None
    return answer


def _write_form(sheet: Worksheet, name: str, answers: Sheet, instrument: Instrument) -> None:
    most = max(OBSERVATIONS.values())
    sheet.append(["Unit", name])
    sheet.append(["Contoh rekaan: bukan hasil penilaian."])
    sheet.append([])
    sheet.append(["Kode", "Indikator", "Pertanyaan", *(f"Jawaban {n}" for n in range(1, most + 1)), "Bukti", "Catatan"])
    for indicator in instrument.indicators:
        cells = [*answers[indicator.id], *([None] * (most - len(answers[indicator.id])))]
        sheet.append([indicator.id, indicator.title, indicator.question, *cells])
    _style_header(sheet, 4)
    for row in sheet.iter_rows(min_row=5, min_col=1, max_col=3 + most):
        for cell in row:
            if cell.value is not None:
                cell.alignment = Alignment(wrap_text=True, vertical="top")
                if cell.column_letter not in "ABC":
                    cell.fill = _INPUT
    sheet["A1"].font = sheet["B1"].font = Font(bold=True)
    sheet.freeze_panes = "C5"
    _set_widths(sheet, (8, 34, 60, *([11] * most), 24, 24))


def _first_sheet(book: Workbook, title: str) -> Worksheet:
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = title
    return sheet


def _write_lines(sheet: Worksheet, lines: list[str]) -> None:
    for line in lines:
        sheet.append([line])
        sheet.cell(sheet.max_row, 1).alignment = Alignment(wrap_text=True, vertical="top")
    sheet["A1"].font = Font(bold=True)
    _set_widths(sheet, (110,))


def _write_identity(book: Workbook, instrument: Instrument, not_answers: list[str]) -> None:
    """The hidden sheet by which the workbook says which instrument it is for."""
    sheet = book.create_sheet("kepatuhan")
    sheet.append(["format", 1])
    sheet.append(["instrument", instrument.id])
    sheet.append(["fingerprint", instrument.fingerprint])
    sheet.append(["not_answers", *not_answers])
    sheet.sheet_state = "hidden"


def _style_header(sheet: Worksheet, row: int) -> None:
    for cell in sheet[row]:
        cell.font = Font(bold=True, color="FFFFFF")
        cell.fill = _HEAD
        cell.alignment = Alignment(wrap_text=True, vertical="center")


def _set_widths(sheet: Worksheet, widths: Sequence[int]) -> None:
    for number, width in enumerate(widths):
        sheet.column_dimensions[chr(ord("A") + number)].width = width


def _save(book: Workbook, path: Path) -> None:
    book.properties.creator = "kepatuhan"
    book.properties.created = _FIXED_DATE
    book.save(path)
    print(path)


if __name__ == "__main__":
    main()
