"""What was typed into a matrix and is no answer turns red and is counted, so that ``score`` refuses nothing unseen."""

import random
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

import kepatuhan
from kepatuhan.instrument.model import Instrument
from kepatuhan.messages import Words
from kepatuhan.problems import ProblemsFound
from kepatuhan.scoring.answers import UnitAnswers
from kepatuhan.worksheets.form_plan import ANSWER, FILLED, UNKNOWN, plan_form
from kepatuhan.worksheets.matrix import write_matrix
from kepatuhan.worksheets.matrix_plan import FIRST_ROW, MatrixPlan, plan_matrix
from tests.worksheets.books import write_book
from tests.worksheets.spreadsheet import recalculate

OWN = Path(__file__).parent / "instrument.yaml"
ODD: tuple[Any, ...] = (
    *("2,0", "2.0", "2", 2, True, "\u00a02", "ya", "ya\u00a0", "\u00a0", "tidak berlaku", "#", "1 2", 2.5, "\u20132"),
    *("0", "\u2014", " - ", date(2025, 1, 2), -1, 1e9, "YA ", "tb", "?", "~?", "*", "1/2", ""),
)


def put(sheet: Any, row: int, column: int, value: Any) -> None:
    cell = sheet.cell(row, column)
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"


def problems_of(path: Path, instrument: Instrument) -> list[str]:
    """The cells that ``score`` refuses."""
    try:
        kepatuhan.read_answers(path, instrument)
    except ProblemsFound as found:
        return [str(p.where.cell) for p in found.problems if p.where is not None and p.code.startswith("KP8")]
    return []


def test_each_sheet_says_how_many_of_its_cells_are_red_and_score_refuses_those(tmp_path: Path) -> None:
    instrument = kepatuhan.load_instrument(str(OWN))
    types = {"A": "opd", "B": "puskesmas", "C": "puskesmas"}
    units = [UnitAnswers(name, {}, type=unit_type) for name, unit_type in types.items()]
    path = tmp_path / "a.xlsx"
    path.write_bytes(write_matrix(instrument, units, path.name, Words("id")))
    plan, book = plan_matrix(instrument, units, ()), load_workbook(path)
    column = {i.id: plan.first_answer + n for n, i in enumerate(plan.single)}
    wrong = [
        (FIRST_ROW, column["S.01"], 101),
        (FIRST_ROW, column["S.04"], 0.5),  # not scored, and still an answer
        (FIRST_ROW, column["P.01"], "mungkin"),
        (FIRST_ROW + 1, column["P.03"], 3),  # asked of the other type only
        (FIRST_ROW + 1, column["S.03"], date(2025, 1, 1)),
    ]
    right = [(FIRST_ROW, column["S.03"], -2.5), (FIRST_ROW, column["P.03"], "3 "), (FIRST_ROW + 2, column["P.03"], "-")]
    for row, number, value in wrong + right:
        put(book["Jawaban"], row, number, value)
    products = next(sheet for sheet in plan.observations if sheet.kind == "produk")
    put(book["Produk"], FIRST_ROW, 3, 31)
    put(book["Produk"], FIRST_ROW + 1, 3, 30)
    put(book["Produk"], FIRST_ROW + 1, 4, "ada")
    put(book["Produk"], FIRST_ROW + 2, 4, "PENUH")
    put(book["Produk"], FIRST_ROW + 3, 1, "Lain")  # a unit that Jawaban does not have
    assert [indicator.id for indicator in products.indicators] == ["S.05", "S.06"]
    book.save(path)
    computed = load_workbook(recalculate([path], tmp_path / "computed")[0], data_only=True)
    assert str(computed["Jawaban"]["A2"].value).startswith("5 isian tidak dikenal (sel merah)")
    assert str(computed["Produk"]["A2"].value).startswith("3 isian tidak dikenal")
    assert not computed["Responden"]["A2"].value
    refused = [cell for cell in problems_of(path, instrument) if not cell.startswith("A")]  # A: the unknown unit
    assert len(refused) == 5 + 2


def test_the_cells_turn_red_by_a_rule_of_their_column(tmp_path: Path) -> None:
    instrument = kepatuhan.load_instrument("ombudsman-2022")
    path = tmp_path / "a.xlsx"
    path.write_bytes(write_matrix(instrument, [UnitAnswers("A", {})], path.name, Words("id")))
    book = load_workbook(path)
    for name in ("Jawaban", "Petugas", "Produk", "Responden"):
        columns = {cell.coordinate.rstrip("3") for cell in book[name][3] if "." in str(cell.value)}
        red = {
            str(cells.sqref).split(":")[0].rstrip("0123456789")
            for cells in book[name].conditional_formatting
            if any(rule.dxf.fill.bgColor.rgb == "FFFFC7CE" for rule in cells.rules)
        }
        assert columns <= red, name


@pytest.mark.parametrize("name", ["ombudsman-2022", "ombudsman-2025", str(OWN)])
def test_what_score_reads_otherwise_than_the_sheet_is_shown_as_unknown(name: str, tmp_path: Path) -> None:
    """Whatever odd thing is typed into one cell: the sheet counts it as ``score`` does, or says that it does not."""
    instrument = kepatuhan.load_instrument(name)
    unit_type = next(iter(instrument.unit_types), None)
    plan, files = plan_form(instrument, unit_type), []
    rows = plan.scored_indicators[:: max(1, len(plan.scored_indicators) // 6)]
    for number, value in enumerate(ODD):
        path = write_book(tmp_path / f"{number}.xlsx", instrument, [UnitAnswers("A", {}, type=unit_type)])
        book = load_workbook(path)
        for each in rows:
            put(book.worksheets[1], each.row, plan.column(ANSWER), value)
        book.save(path)
        files.append(path)
    for value, path, copy in zip(ODD, files, recalculate(files, tmp_path / "computed"), strict=True):
        sheet, refused = load_workbook(copy, data_only=True).worksheets[1], problems_of(path, instrument)
        answers = {} if refused else kepatuhan.read_answers(path, instrument).units[0].answers
        for each in rows:
            cell, unknown = plan.cell(ANSWER, each.row), sheet[plan.cell(UNKNOWN, each.row)].value
            filled = sheet[plan.cell(FILLED, each.row)].value
            where = f"{name} {each.component.id} {value!r}"
            if cell in refused:
                assert unknown == 1, where
            elif not refused and unknown == 0:
                counted = answers.get(each.component.id)
                expected = "tb" if str(counted).startswith("NotApplicable") else int(counted is not None)
                assert filled == expected, where


def test_validations_stay_short_whatever_the_number_of_types(tmp_path: Path) -> None:
    text = OWN.read_text(encoding="utf-8")
    types = {f"jenis-{number}": f"Jenis {number}" for number in range(30)}
    only = ", ".join([*list(types)[:20]])
    text = text.replace(
        "{opd: Perangkat Daerah,", "{opd: Perangkat Daerah, " + ", ".join(f"{k}: {v}" for k, v in types.items()) + ","
    )
    own = tmp_path / "banyak.yaml"
    own.write_text(text.replace("only_for: [opd]", f"only_for: [opd, {only}]"), encoding="utf-8")
    instrument = kepatuhan.load_instrument(str(own))
    units = [UnitAnswers(f"U{n}", {}, type=key) for n, key in enumerate(instrument.unit_types)]
    path = tmp_path / "a.xlsx"
    path.write_bytes(write_matrix(instrument, units, path.name, Words("id")))
    book = load_workbook(path)
    rules = [rule for sheet in book for rule in sheet.data_validations.dataValidation]
    assert any("MID(" in str(rule.formula1) for rule in rules)
    assert all(len(str(rule.formula1 or "")) <= 255 for rule in rules)
    plan = plan_matrix(instrument, units, ())
    fill_in_asked(book, plan, units, instrument)
    book.save(path)
    shown = load_workbook(recalculate([path], tmp_path / "computed")[0], data_only=True)["Hitungan"]
    result = kepatuhan.score(instrument, kepatuhan.read_answers(path, instrument).units)
    for row, unit in enumerate(result.units, start=FIRST_ROW):
        assert shown[plan.figure_cells(row)["score"]].value == float(unit.score or -1), unit.type


def fill_in_asked(book: Any, plan: MatrixPlan, units: list[UnitAnswers], instrument: Instrument) -> None:
    dice = random.Random(9)
    for row, unit in enumerate(units, start=FIRST_ROW):
        for column, indicator in enumerate(plan.single, start=plan.first_answer):
            if indicator.fits(unit.type) and indicator.id in ("P.01", "P.03"):
                put(book["Jawaban"], row, column, dice.randint(1, 4))
