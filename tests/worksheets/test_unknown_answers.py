"""An answer that got past the validation and that ``score`` refuses is counted and turns red."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

import kepatuhan
from kepatuhan.instrument.model import OptionScale
from kepatuhan.problems import ProblemsFound
from kepatuhan.scoring.answers import UnitAnswers
from kepatuhan.worksheets.form_plan import ANSWER, UNKNOWN, plan_form
from kepatuhan.worksheets.unknown_answers import notice_cell, unknown
from tests.worksheets.books import untouched, write_book
from tests.worksheets.spreadsheet import recalculate

OWN = Path(__file__).parent / "instrument.yaml"
WRONG: dict[str, dict[str, tuple[Any, ...]]] = {
    "ombudsman-2022": {
        "I.01": (9, -1, 2.5, "mungkin"),
        "I.02": ("1", 3, " 2 ", "-"),
        "I.03": (date(2024, 1, 2), "tidak berlaku", None, ""),
        "O.01": ("Ya", "YA", "boleh", "tidak ada", 7),
    },
    str(OWN): {"S.01": ("TB",), "S.03": (2.51,), "S.05": (30, 31, 0.5), "S.06": ("ADA*", "ada", "= sebagian")},
}
EXPECTED = {"I.01": 4, "I.02": 0, "I.03": 2, "O.01": 3, "S.01": 0, "S.03": 1, "S.05": 2, "S.06": 2}


def test_unknown_answers_are_counted_and_are_those_that_score_refuses(tmp_path: Path) -> None:
    files = []
    for number, (name, typed) in enumerate(WRONG.items()):
        instrument = kepatuhan.load_instrument(name)
        unit_type = "opd" if instrument.unit_types else None
        path = write_book(tmp_path / f"{number}.xlsx", instrument, [UnitAnswers("A", {}, type=unit_type)])
        book, plan = load_workbook(path), plan_form(instrument, unit_type)
        for row in plan.rows:
            for column, value in enumerate(typed.get(row.component.id, ()), start=plan.column(ANSWER)):
                cell = book.worksheets[1].cell(row.row, column)
                cell.value = value
                if isinstance(value, str):
                    cell.data_type = "s"
        book.save(path)
        files.append((instrument, plan, path))
    copies = recalculate([path for _, _, path in files], tmp_path / "computed")
    for (instrument, plan, _), copy in zip(files, copies, strict=True):
        sheet = load_workbook(copy, data_only=True).worksheets[1]
        shown = {row.component.id: sheet[plan.cell(UNKNOWN, row.row)].value for row in plan.rows}
        typed = WRONG[instrument.file if instrument.file in WRONG else instrument.id]
        assert {code: shown[code] for code in typed} == {code: EXPECTED[code] for code in typed}
        total = sum(EXPECTED[code] for code in typed)
        assert str(sheet[notice_cell(plan)].value).startswith(f"{total} isian tidak dikenal")
        try:
            problems = list(kepatuhan.read_answers(copy, instrument).problems)
        except ProblemsFound as found:
            problems = list(found.problems)
        assert len([problem for problem in problems if problem.code.startswith("KP8")]) == total


def test_an_unknown_answer_turns_red_by_a_rule_on_every_answer_cell(tmp_path: Path) -> None:
    sheet = load_workbook(untouched(tmp_path / "a.xlsx")).worksheets[1]
    rules = {str(cells.sqref): cells.rules[0].formula[0] for cells in sheet.conditional_formatting}
    assert rules["D12:G12"] == (
        "IF(OR(ISERROR(D12),ISLOGICAL(D12)),TRUE,NOT(IF(ISNUMBER(D12),AND(D12>=0,D12<=3,D12=ROUND(D12,0)),"
        'OR(TRIM(D12)="",TRIM(D12)="-",TRIM(D12)="–",TRIM(D12)="—",'
        'TRIM(D12)="0",TRIM(D12)="1",TRIM(D12)="2",TRIM(D12)="3"))))'
    )
    assert all("!" not in formula for formula in rules.values())


def test_texts_longer_than_excel_takes_in_a_formula_are_counted_but_not_coloured() -> None:
    indicator = next(iter(kepatuhan.load_instrument(str(OWN)).indicators))
    scale = OptionScale("panjang", options={"ya " * 100: Fraction(1)}, also={"ya " * 100: "ya " * 100})
    assert unknown(replace(indicator, scale=scale), "D4") is None
    assert unknown(indicator, "D4") is not None
