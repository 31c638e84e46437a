"""Write the example workbooks anew: ``python examples/write_examples.py [FOLDER]`` (default: this folder).

``bekasi-2022.xlsx``, ``magelang-2021.xlsx`` and ``yogyakarta-2025.xlsx`` hold published figures; ``units.xlsx``,
``units-matrix.xlsx``, ``skm.xlsx`` and ``pekppp.xlsx`` are invented and say so. The answers of ``units.xlsx`` are made
by rule, then nudged one mark at a time until the score of the institution is exactly 87.88, the figure reported for
Kabupaten Bekasi in 2023-2024 (rmjabar.com, 14 February 2025); which unit answered what is not published.

``units.xlsx`` and ``units-matrix.xlsx`` are what ``kepatuhan template`` writes in its two layouts, filled in with the
same answers.
"""

import datetime
import random
import sys
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

import kepatuhan
from kepatuhan.instrument.model import Indicator, Instrument, OptionScale
from kepatuhan.messages import Words
from kepatuhan.scoring.answers import Answer, UnitAnswers, Value, observed
from kepatuhan.worksheets.entries import Entry
from kepatuhan.worksheets.matrix import write_matrix
from kepatuhan.worksheets.template import write_template

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

MAGELANG_SOURCE = "https://id.scribd.com/presentation/630070380/1-Persiapan-Evaluasi-ORI-2023-pptx"
MAGELANG_2021 = (
    ("DPMPTSP", 7, 87.95),
    ("Dinas Pendidikan", 3, 75.58),
    ("Disdukcapil", 4, 62.17),
    ("Dinas Kesehatan", 3, 23.15),
)
"""Unit scores of Kota Magelang 2021 as published; the counts of products are inferred from the published total."""

YOGYAKARTA_SOURCE = "https://redaksi17.com/?p=94612"
YOGYAKARTA_2025 = (
    ("Dinas Sosial Ketenagakerjaan dan Transmigrasi", 90.13),
    ("Dinas Pendidikan Pemuda dan Olahraga", 89.44),
    ("SMPN 5 Yogyakarta", 89.31),
    ("Dinas Kesehatan", 88.91),
    ("RSUD Kota Yogyakarta", 84.17),
)
"""Unit scores of Kota Yogyakarta 2025 as published."""

SURVEYED, RESPONDENTS = "Kantor Kecamatan Sukamaju", 30
EVALUATED, USERS = "Disdukcapil Mekarwangi", 10
NOTES = "Keterangan"

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
_UNITS_NOTICE = (
    "Contoh rekaan: jawabannya dikarang untuk belajar, bukan hasil penilaian. Hanya nilai instansinya disamakan dengan "
    "yang diberitakan untuk Kabupaten Bekasi 2023-2024: 87,88."
)
_FIXED_DATE = datetime.datetime(2026, 1, 1)

Cells = list[Value]
Sheet = dict[str, Cells]


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent
    write_bekasi(folder / "bekasi-2022.xlsx")
    write_units(folder)
    write_magelang(folder / "magelang-2021.xlsx")
    write_yogyakarta(folder / "yogyakarta-2025.xlsx")
    write_survey(folder / "skm.xlsx")
    write_pekppp(folder / "pekppp.xlsx")


def write_bekasi(path: Path) -> None:
    """The seven published unit scores, given directly."""
    book = _book_with_notes(
        "Nilai unit layanan Kabupaten Bekasi tahun 2022 menurut Penilaian Kepatuhan Ombudsman RI.",
        f"Sumber: {BEKASI_SOURCE}",
        "Yang dipublikasikan hanya nilai total tiap unit; sumber menyebut 73,02 sebagai rata-ratanya.",
        "Hitung: kepatuhan score bekasi-2022.xlsx",
    )
    rows = [(number, *row) for number, row in enumerate(BEKASI_2022, start=1)]
    _write_table(book, "Nilai 2022", ("No", "Unit", "Nilai"), rows, (6, 28, 12))
    _finish(book, path, "ombudsman-2022")


def write_magelang(path: Path) -> None:
    """Four published unit scores with the counts of products by which they make the published total."""
    book = _book_with_notes(
        "Nilai unit layanan Kota Magelang tahun 2021 menurut Penilaian Kepatuhan Ombudsman RI.",
        f"Sumber: {MAGELANG_SOURCE}",
        "Yang terbit 68,27, bukan rata-rata biasa keempat unit (62,21): yang dirata-ratakan adalah produk.",
        "Jumlah produk (7, 3, 4, 3) tidak dipublikasikan; itu simpulan kami, sebab dengan jumlah itu hasilnya 68,27.",
        "Hitung: kepatuhan score magelang-2021.xlsx",
    )
    rows = [(number, *row) for number, row in enumerate(MAGELANG_2021, start=1)]
    _write_table(book, "Nilai 2021", ("No", "Unit", "Produk", "Nilai"), rows, (6, 28, 10, 12))
    _finish(book, path, "ombudsman-2021")


def write_yogyakarta(path: Path) -> None:
    """Five published unit scores of the first Opini Ombudsman, with its second axis."""
    book = _book_with_notes(
        "Nilai unit layanan Kota Yogyakarta tahun 2025 menurut Opini Ombudsman RI.",
        f"Sumber: {YOGYAKARTA_SOURCE}",
        "Yang terbit: nilai kelima unit, nilai instansi 88,39, dan opini Kualitas Tertinggi Tanpa Maladministrasi.",
        "Kolom T.01 menyatakan bahwa tindak lanjut produk Ombudsman sudah dijawab ya; ia tidak mengubah nilai.",
        "Hitung: kepatuhan score yogyakarta-2025.xlsx",
    )
    rows = [(number, name, score, "ya") for number, (name, score) in enumerate(YOGYAKARTA_2025, start=1)]
    _write_table(book, "Nilai 2025", ("No", "Unit", "Nilai", "T.01"), rows, (6, 48, 12, 8))
    _finish(book, path, "ombudsman-2025")


def write_survey(path: Path) -> None:
    """Thirty invented respondents of one unit: a row each, an answer of 1 to 4 for every element."""
    instrument = kepatuhan.load_instrument("skm-2017")
    book = _book_with_notes(
        "CONTOH REKAAN. Jawaban ketiga puluh responden ini dikarang untuk belajar; bukan hasil survei unit mana pun.",
        "Satu baris untuk satu responden. Isi setiap unsur (U1 sampai U9) dengan angka 1 sampai 4.",
        "Hitung: kepatuhan score skm.xlsx",
    )
    dice = random.Random(2017)
    elements = [indicator.id for indicator in instrument.indicators]
    rows = [
        (SURVEYED, number, *(dice.choices((4, 3, 2, 1), (45, 44, 9, 2))[0] for _ in elements))
        for number in range(1, RESPONDENTS + 1)
    ]
    _write_table(book, "Responden", ("Unit", "Responden", *elements), rows, (28, 12, *([6] * len(elements))))
    _finish(book, path, instrument.id)


def write_pekppp(path: Path) -> None:
    """One invented unit: the evaluator's form F-02 and ten users of form F-03, each on a sheet of its own."""
    instrument = kepatuhan.load_instrument("pekppp-2023")
    book = _book_with_notes(
        "CONTOH REKAAN. Jawaban evaluator dan pengguna ini dikarang untuk belajar; bukan hasil penilaian sebenarnya.",
        "Lembar F-02: satu baris untuk satu indikator, diisi evaluator dengan angka 0 sampai 5.",
        "Lembar F-03: satu baris untuk satu pengguna layanan, diisi dengan angka 0 sampai 5.",
        "Hitung: kepatuhan score pekppp.xlsx",
    )
    dice = random.Random(2023)
    users = [indicator for indicator in instrument.indicators if indicator.observed]
    evaluated = [indicator for indicator in instrument.indicators if not indicator.observed]
    sheet = book.create_sheet("F-02")
    sheet.append(["Unit", EVALUATED])
    sheet.append(["Contoh rekaan: bukan hasil penilaian."])
    sheet.append([])
    sheet.append(["Kode", "Indikator", "Jawaban", "Bukti", "Catatan"])
    for indicator in evaluated:
        sheet.append([indicator.id, indicator.title, dice.choices((5, 4, 3, 2), (50, 35, 10, 5))[0]])
    _style_header(sheet, 4)
    _set_widths(sheet, (8, 70, 10, 24, 24))
    rows = [
        (EVALUATED, number, *(dice.choices((5, 4, 3), (55, 38, 7))[0] for _ in users)) for number in range(1, USERS + 1)
    ]
    headers = ("Unit", "Responden", *(indicator.id for indicator in users))
    _write_table(book, "F-03", headers, rows, (28, 12, *([7] * len(users))))
    _finish(book, path, instrument.id)


def write_units(folder: Path) -> None:
    """The invented self-assessment of seven units, in both layouts: a sheet for each unit, and a row for each."""
    instrument, words = kepatuhan.load_instrument("ombudsman-2022"), Words("id")
    invented = invent_answers(instrument)
    units = [_unit_answers(name, sheet) for name, sheet in invented.items()]
    entries = {name: _invent_entries(instrument, sheet) for name, sheet in invented.items()}
    form, matrix = folder / "units.xlsx", folder / "units-matrix.xlsx"
    form.write_bytes(
        write_template(instrument, units, form.name, words, entries=entries, notice=_UNITS_NOTICE, created=_FIXED_DATE)
    )
    matrix.write_bytes(write_matrix(instrument, units, matrix.name, words, notice=_UNITS_NOTICE, created=_FIXED_DATE))
    for path in (form, matrix):
        print(path)


def _invent_entries(instrument: Instrument, sheet: Sheet) -> dict[str, Entry]:
    """Evidence for the best marks that are not asked of users, and a note where something is still to be done."""
    entries = {}
    for indicator in instrument.indicators:
        best, *_, worst = _values(indicator)
        if indicator.evidence and all(cell == best for cell in sheet[indicator.id]):
            entries[indicator.id] = Entry(evidence=f"Berkas {indicator.id} (rekaan)")
        elif indicator.remedy and worst in sheet[indicator.id]:
            entries[indicator.id] = Entry(note="Mulai dibenahi (rekaan)")
    return entries


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
    answered = [_unit_answers(name, sheet) for name, sheet in units.items()]
    score = kepatuhan.score(instrument, answered).institution.score
    assert score is not None
    return score


def _unit_answers(name: str, sheet: Sheet) -> UnitAnswers:
    return UnitAnswers(name, {key: _answer(cells) for key, cells in sheet.items()})


def _answer(cells: Cells) -> Answer:
    answer = observed((cell, 1) for cell in cells)
    assert answer is not None
    return answer


def _book_with_notes(*lines: str) -> Workbook:
    """A workbook whose first sheet says what it is."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = NOTES
    for line in lines:
        sheet.append([line])
        sheet.cell(sheet.max_row, 1).alignment = Alignment(wrap_text=True, vertical="top")
    sheet["A1"].font = Font(bold=True)
    _set_widths(sheet, (110,))
    return book


def _write_table(
    book: Workbook, title: str, headers: Sequence[str], rows: Sequence[Sequence[str | float]], widths: Sequence[int]
) -> None:
    """A sheet with one table; decimal numbers are shown with two decimals."""
    sheet = book.create_sheet(title)
    sheet.append(list(headers))
    for row in rows:
        sheet.append(list(row))
        for cell in sheet[sheet.max_row]:
            if isinstance(cell.value, float):
                cell.number_format = "0.00"
    _style_header(sheet, 1)
    sheet.freeze_panes = "A2"
    _set_widths(sheet, widths)


def _finish(book: Workbook, path: Path, instrument_id: str) -> None:
    """Add the hidden sheet by which the workbook says which instrument it is for, and write it."""
    instrument = kepatuhan.load_instrument(instrument_id)
    sheet = book.create_sheet("kepatuhan")
    sheet.append(["format", 1])
    sheet.append(["instrument", instrument.id])
    sheet.append(["fingerprint", instrument.fingerprint])
    sheet.append(["not_answers", NOTES])
    sheet.sheet_state = "hidden"
    _save(book, path)


def _style_header(sheet: Worksheet, row: int) -> None:
    for cell in sheet[row]:
        cell.font = Font(bold=True, color="FFFFFF")
        cell.fill = _HEAD
        cell.alignment = Alignment(wrap_text=True, vertical="center")


def _set_widths(sheet: Worksheet, widths: Sequence[int]) -> None:
    for number, width in enumerate(widths):
        sheet.column_dimensions[get_column_letter(number + 1)].width = width


def _save(book: Workbook, path: Path) -> None:
    book.properties.creator = "kepatuhan"
    book.properties.created = _FIXED_DATE
    book.save(path)
    print(path)


if __name__ == "__main__":
    main()
