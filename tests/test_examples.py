"""The example workbooks hold what they say, and the script that writes them still does."""

import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import openpyxl

import kepatuhan

EXAMPLES = Path(__file__).parents[1] / "examples"


def _result(name: str) -> kepatuhan.Result:
    reading = kepatuhan.read_answers([EXAMPLES / name])
    assert reading.problems == ()
    return kepatuhan.score(reading.instrument, reading.units)


def test_bekasi_2022_scores_as_published() -> None:
    institution = _result("bekasi-2022.xlsx").institution
    assert institution.score == Decimal("73.02")
    assert institution.gap == Decimal("16.98")
    assert institution.band is not None
    assert (institution.band.category, institution.band.zone) == ("C", "kuning")
    assert institution.units == institution.scored_units == 7


def test_the_invented_self_assessment_scores_as_reported_for_2023() -> None:
    result = _result("units.xlsx")
    institution = result.institution
    assert institution.score == Decimal("87.88")
    assert institution.gap == Decimal("2.12")
    assert institution.band is not None
    assert (institution.band.category, institution.band.zone) == ("B", "hijau")
    assert len(result.units) == 7
    assert all(unit.blank == 0 and unit.answered == 41 for unit in result.units)


def test_the_invented_example_says_inside_that_it_is_invented() -> None:
    book = openpyxl.load_workbook(EXAMPLES / "units.xlsx", read_only=True)
    for sheet in book.worksheets:
        if sheet.title != "kepatuhan":
            first_lines = " ".join(str(value) for row in sheet.iter_rows(max_row=3, values_only=True) for value in row)
            assert "rekaan" in first_lines.casefold()
    book.close()


def test_the_script_writes_the_same_cells_again(tmp_path: Path) -> None:
    script = EXAMPLES / "write_examples.py"
    subprocess.run([sys.executable, script, tmp_path], check=True, capture_output=True)
    for name in ("bekasi-2022.xlsx", "units.xlsx"):
        assert _cells(tmp_path / name) == _cells(EXAMPLES / name)


def _cells(path: Path) -> list[object]:
    book = openpyxl.load_workbook(path, read_only=True)
    cells: list[object] = [(sheet.title, list(sheet.iter_rows(values_only=True))) for sheet in book.worksheets]
    book.close()
    return cells
