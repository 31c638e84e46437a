"""The example workbooks hold what they say, and the script that writes them still does."""

import subprocess
import sys
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import openpyxl
import pytest

import kepatuhan

EXAMPLES = Path(__file__).parents[1] / "examples"


NAMES = sorted(path.name for path in EXAMPLES.glob("*.xlsx"))


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


@pytest.mark.parametrize("name", ["units.xlsx", "units-matrix.xlsx"])
def test_the_invented_self_assessment_scores_as_reported_for_2023(name: str) -> None:
    result = _result(name)
    institution = result.institution
    assert institution.score == Decimal("87.88")
    assert institution.gap == Decimal("2.12")
    assert institution.band is not None
    assert (institution.band.category, institution.band.zone) == ("B", "hijau")
    assert len(result.units) == 7
    assert all(unit.blank == 0 and unit.answered == 41 for unit in result.units)


@pytest.mark.parametrize(
    ("name", "score", "band", "units"),
    [
        ("magelang-2021.xlsx", "68.27", "Kepatuhan Sedang", 4),
        ("yogyakarta-2025.xlsx", "88.39", "Kualitas Tertinggi", 5),
        ("skm.xlsx", "82.96", "Baik", 1),
        ("pekppp.xlsx", "4.21", "Sangat Baik", 1),
    ],
)
def test_each_other_instrument_has_its_example(name: str, score: str, band: str, units: int) -> None:
    result = _result(name)
    assert result.institution.score == Decimal(score)
    assert result.institution.band is not None
    assert (result.institution.band.label, len(result.units)) == (band, units)


def test_the_example_of_2025_bears_the_second_axis() -> None:
    result = _result("yogyakarta-2025.xlsx")
    assert result.institution.remarks == ("Tanpa Maladministrasi",)


def test_the_index_of_the_survey_is_25_times_the_mean_of_all_answers() -> None:
    """An independent count over the cells: with weights of one ninth each, the plain mean of all answers decides."""
    book = openpyxl.load_workbook(EXAMPLES / "skm.xlsx", read_only=True)
    rows = list(book["Responden"].iter_rows(min_row=2, min_col=3, values_only=True))
    book.close()
    answers = [int(str(value)) for row in rows for value in row]
    assert len(answers) == 30 * 9
    expected = Decimal(sum(answers)) / len(answers) * 25
    assert _result("skm.xlsx").institution.score == expected.quantize(Decimal("0.01"), ROUND_HALF_UP)


def test_an_unscored_item_of_the_evaluator_changes_nothing() -> None:
    reading = kepatuhan.read_answers(EXAMPLES / "pekppp.xlsx")
    (unit,) = reading.units
    assert "X.01" in unit.answers
    without = replace(unit, answers={name: answer for name, answer in unit.answers.items() if name != "X.01"})
    assert kepatuhan.score(reading.instrument, [without]).institution.score == Decimal("4.21")


@pytest.mark.parametrize("name", ["skm.xlsx", "pekppp.xlsx"])
def test_an_invented_example_says_inside_that_it_is_invented(name: str) -> None:
    book = openpyxl.load_workbook(EXAMPLES / name, read_only=True)
    first_lines = " ".join(str(value) for row in book["Keterangan"].iter_rows(values_only=True) for value in row)
    assert "CONTOH REKAAN" in first_lines
    book.close()


@pytest.mark.parametrize("name", ["units.xlsx", "units-matrix.xlsx"])
def test_an_invented_worksheet_says_so_on_every_sheet_of_answers(name: str) -> None:
    book = openpyxl.load_workbook(EXAMPLES / name, read_only=True)
    for sheet in book.worksheets:
        if sheet.sheet_state == "visible" and sheet.title != "Hitungan":
            lines = " ".join(str(value) for row in sheet.iter_rows(max_row=3, values_only=True) for value in row)
            assert "rekaan" in lines.casefold(), sheet.title
    book.close()


def test_both_layouts_of_the_worksheet_hold_the_same_answers() -> None:
    form, matrix = (kepatuhan.read_answers(EXAMPLES / name).units for name in ("units.xlsx", "units-matrix.xlsx"))
    assert form == matrix


def test_the_form_shows_evidence_and_notes() -> None:
    sheet = openpyxl.load_workbook(EXAMPLES / "units.xlsx")["Dinas Sosial"]
    headings = [cell.value for cell in sheet[9]]
    for heading in ("Bukti", "Catatan"):
        column = headings.index(heading) + 1
        written = [sheet.cell(row, column).value for row in range(10, sheet.max_row + 1)]
        assert any("rekaan" in str(text) for text in written), heading


def test_the_script_writes_the_same_again(tmp_path: Path) -> None:
    """Cells, formulas and stored values; and what the templates are written with, the same bytes each time."""
    script = EXAMPLES / "write_examples.py"
    for folder in ("first", "second"):
        (tmp_path / folder).mkdir()
        subprocess.run([sys.executable, script, tmp_path / folder], check=True, capture_output=True)
    for name in NAMES:
        for values in (False, True):
            written = _cells(tmp_path / "first" / name, values=values)
            assert written == _cells(EXAMPLES / name, values=values), name
    for name in ("units.xlsx", "units-matrix.xlsx"):
        assert (tmp_path / "first" / name).read_bytes() == (tmp_path / "second" / name).read_bytes()


def _cells(path: Path, *, values: bool) -> list[object]:
    book = openpyxl.load_workbook(path, read_only=True, data_only=values)
    cells: list[object] = [(sheet.title, list(sheet.iter_rows(values_only=True))) for sheet in book.worksheets]
    book.close()
    return cells
