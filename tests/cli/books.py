"""Small workbooks and instruments for the command line's tests."""

from pathlib import Path

from openpyxl import Workbook

INSTRUMENT = """\
format: 1
id: kecil
family: kecil
title: Instrumen kecil
issuer: Kami
years: [2026]
level_names: [Dimensi, Indikator]
target: 90
bands:
  assumption: contoh
  rows:
    - {from: 80, category: A, zone: hijau, label: Baik}
    - {from: 50, category: B, zone: kuning, label: Cukup}
    - {from: 0, category: C, zone: merah, label: Buruk}
scales:
  rubrik: {worst: 0, best: 3, whole: true}
within: {sum: 100, assumption: contoh}
components:
  - {id: "A.1", title: Pertama, weight: 60, scale: rubrik}
  - {id: "A.2", title: Kedua, weight: 40, scale: rubrik}
"""


def write_instrument(folder: Path, text: str = INSTRUMENT) -> Path:
    file = folder / "kecil.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def write_book(file: Path, rows: list[list[object]], title: str = "Jawaban") -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = title
    for row in rows:
        sheet.append(row)
    book.save(file)
    return file


def write_units(folder: Path, *answers: tuple[str, object, object], name: str = "unit.xlsx") -> Path:
    return write_book(folder / name, [["Unit", "A.1", "A.2"], *[list(row) for row in answers]])
