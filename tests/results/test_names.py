"""What the workbook of results keeps by name stays right when the rows of Jawaban move and when names change."""

import random
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

import kepatuhan
from kepatuhan.instrument.model import Instrument
from kepatuhan.scoring.answers import UnitAnswers
from kepatuhan.worksheets.matrix_plan import FIRST_ROW
from kepatuhan.worksheets.recap_columns import Earlier
from tests.results.books import earlier_scores, instruments, results_units, write
from tests.worksheets.spreadsheet import recalculate

CHECKS_HEADER = 5


def table(book: Workbook, sheet: str, header: int) -> dict[str, dict[str, Any]]:
    """The rows of a table by what stands in their first cells, each by the headings; blanks are empty texts."""
    rows = book[sheet].iter_rows(min_row=header, values_only=True)
    headings = [str(cell) for cell in next(rows)]
    return {str(row[0]): dict(zip(headings, ["" if c is None else c for c in row], strict=True)) for row in rows}


def summary_changes(book: Workbook) -> dict[str, Any]:
    """What Ringkasan shows in the column of changes, by the names."""
    rows = list(book["Ringkasan"].iter_rows(values_only=True))
    start = next(number for number, row in enumerate(rows) if row[0] == "Unit")
    end = next(number for number, row in enumerate(rows) if number > start and not row[0])
    return {str(row[0]): "" if row[2] is None else row[2] for row in rows[start + 1 : end]}


def checks_line(book: Workbook) -> str:
    return str(book["Pemeriksaan"].cell(4, 1).value)


def rename(path: Path, names: dict[str, str], sheets: Sequence[str] | None = None) -> None:
    """Type other names over some, on every sheet that is filled in (or on ``sheets``)."""
    book = load_workbook(path)
    filled_in = {"Jawaban", "Responden", "Petugas", "Produk"} & {*book.sheetnames}
    for sheet in sheets or sorted(filled_in):
        for (cell,) in book[sheet].iter_rows(min_row=FIRST_ROW, max_col=1):
            if str(cell.value) in names:
                cell.value, cell.data_type = names[str(cell.value)], "s"
    book.save(path)


def in_another_order(path: Path, order: Sequence[int]) -> None:
    """Put the rows of Jawaban in another order, as somebody who sorts them does."""
    book = load_workbook(path)
    sheet = book["Jawaban"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=FIRST_ROW)]
    for number, position in enumerate(order, start=FIRST_ROW):
        for column, value in enumerate(rows[position], start=1):
            cell = sheet.cell(number, column)
            cell.value = value
            if isinstance(value, str):
                cell.data_type = "s"
    book.save(path)


def computed(path: Path, folder: Path) -> Workbook:
    return load_workbook(recalculate([path], folder / "computed")[0], data_only=True)


@pytest.fixture
def ombudsman() -> Instrument:
    return kepatuhan.load_instrument("ombudsman-2022")


def compare(book: Workbook, instrument: Instrument, units: Sequence[UnitAnswers], earlier: Earlier) -> None:
    """Hold what is shown beside last time, and the sheet of checks, against the scorer."""
    result = kepatuhan.score(instrument, units)
    recap, changes, checks = table(book, "Rekap", 3), summary_changes(book), table(book, "Pemeriksaan", CHECKS_HEADER)
    for unit in result.units:
        before, shown = earlier.of(unit.unit), recap[unit.unit]
        change = "" if before is None or unit.score is None else pytest.approx(float(unit.score - before))
        assert shown["Nilai lalu"] == ("" if before is None else float(before)), unit.unit
        assert shown["Perubahan"] == change, unit.unit
        assert changes[unit.unit] == change, unit.unit
        assert checks[unit.unit]["Nilai menurut rumus"] == shown["Nilai"]
    assert recap["Instansi"]["Nilai lalu"] == 50
    assert {row["Hasil"] for row in checks.values()} <= {"sama", ""}
    assert {row["Unit baru di Jawaban"] for row in checks.values()} == {""}
    assert checks_line(book) == "Semua sama."


def test_rows_in_another_order_keep_their_last_time_and_are_called_the_same(tmp_path: Path) -> None:
    of_every_kind = (*instruments(tmp_path)[-2:], kepatuhan.load_instrument("ombudsman-2022"))
    orders = ((5, 4, 3, 2, 1, 0), (1, 2, 3, 4, 5, 0), (0, 3, 1, 5, 2, 4))
    made = []
    for number, (instrument, order) in enumerate(zip(of_every_kind, orders, strict=True)):
        units = results_units(instrument, random.Random(20 + number))
        earlier = earlier_scores(units, random.Random(number))
        path = write(tmp_path / f"{number}.xlsx", instrument, units, earlier=earlier)
        in_another_order(path, order)
        made.append((path, instrument, units, earlier, order))
    copies = recalculate([path for path, *_ in made], tmp_path / "computed")
    for copy, (_, instrument, units, earlier, order) in zip(copies, made, strict=True):
        book = load_workbook(copy, data_only=True)
        shown = [cell.value for (cell,) in book["Rekap"].iter_rows(min_row=4, max_row=9, max_col=1)]
        assert shown == [units[position].unit for position in order]
        compare(book, instrument, units, earlier)


def test_a_renamed_unit_is_said_to_be_gone_and_its_new_name_to_be_new(ombudsman: Instrument, tmp_path: Path) -> None:
    units = _some(ombudsman)
    earlier = earlier_scores(units, random.Random(3))
    path = write(tmp_path / "a.xlsx", ombudsman, units, earlier=earlier)
    old, new = units[3].unit, "Dinas Baru *"
    rename(path, {old: new})
    in_another_order(path, (5, 4, 3, 2, 1, 0))
    book = computed(path, tmp_path)
    checks = table(book, "Pemeriksaan", CHECKS_HEADER)
    assert checks[old]["Nilai menurut rumus"] == "tidak ada lagi di Jawaban"
    assert [name for name, row in checks.items() if row["Hasil"] == "berbeda"] == [old]
    assert [row["Unit baru di Jawaban"] for row in checks.values() if row["Unit baru di Jawaban"]] == [new]
    assert checks_line(book).startswith("2 berbeda")
    assert table(book, "Rekap", 3)[new]["Nilai lalu"] == ""
    assert summary_changes(book)[new] == ""


def test_a_row_given_to_a_unit_of_last_time_has_the_last_time_of_that_unit(
    ombudsman: Instrument, tmp_path: Path
) -> None:
    units = _some(ombudsman)
    path = write(tmp_path / "a.xlsx", ombudsman, units, earlier=earlier_scores(units, random.Random(3)))
    rename(path, {units[3].unit: "dinas *"})
    book = computed(path, tmp_path)
    checks = table(book, "Pemeriksaan", CHECKS_HEADER)
    assert table(book, "Rekap", 3)["dinas *"]["Nilai lalu"] == 12.34
    assert checks["Dinas *"]["Nilai menurut program"] == "tidak dihitung kali ini"
    assert [name for name, row in checks.items() if row["Hasil"] == "berbeda"] == [units[3].unit, "Dinas *"]
    assert {row["Unit baru di Jawaban"] for row in checks.values()} == {""}


def test_two_units_that_exchange_their_names_differ(ombudsman: Instrument, tmp_path: Path) -> None:
    units = _some(ombudsman)
    scores = [unit.score for unit in kepatuhan.score(ombudsman, units).units]
    first, second = 4, 5
    assert scores[first] != scores[second]
    path = write(tmp_path / "a.xlsx", ombudsman, units)
    names = units[first].unit, units[second].unit
    rename(path, dict(zip(names, reversed(names), strict=True)))
    checks = table(computed(path, tmp_path), "Pemeriksaan", CHECKS_HEADER)
    assert [name for name, row in checks.items() if row["Hasil"] == "berbeda"] == [*names]


def test_a_name_in_two_rows_is_no_longer_the_same(ombudsman: Instrument, tmp_path: Path) -> None:
    units = _some(ombudsman)
    path = write(tmp_path / "a.xlsx", ombudsman, units)
    rename(path, {units[5].unit: units[4].unit}, ["Jawaban"])
    book = computed(path, tmp_path)
    checks = table(book, "Pemeriksaan", CHECKS_HEADER)
    assert {units[4].unit, units[5].unit} <= {name for name, row in checks.items() if row["Hasil"] == "berbeda"}
    assert "tidak dikenal" in checks_line(book)  # the observations of the name that is gone are red, which goes first


def test_a_name_of_any_signs_and_length_finds_its_last_time(ombudsman: Instrument, tmp_path: Path) -> None:
    names = ("Dinas" + " panjang" * 60, "?" * 200, "~*" * 150, "123", "*", "<>0")
    units = [replace(unit, unit=name) for unit, name in zip(_some(ombudsman), names, strict=True)]
    scores = {unit.unit: Decimal(number) for number, unit in enumerate(units)}
    near = {name[:-1] + "!": Decimal(99) for name in names}
    earlier = Earlier("lalu", Decimal(50), {**near, **scores, "?": Decimal(98)})
    path = write(tmp_path / "a.xlsx", ombudsman, units, earlier=earlier)
    in_another_order(path, (5, 2, 0, 1, 4, 3))
    compare(computed(path, tmp_path), ombudsman, units, earlier)


def _some(instrument: Instrument) -> list[UnitAnswers]:
    return results_units(instrument, random.Random(3))
