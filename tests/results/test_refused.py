"""A workbook of results that was edited so that ``score`` refuses something: no sheet shows a number in silence."""

from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

import kepatuhan
from kepatuhan.instrument.model import Instrument
from kepatuhan.problems import ProblemsFound
from kepatuhan.scoring.answers import DirectScore, Observations, UnitAnswers
from kepatuhan.worksheets.matrix_plan import FIRST_ROW, MatrixPlan, plan_matrix
from tests.results.books import OWN, write
from tests.worksheets.spreadsheet import recalculate

Cells = tuple[tuple[str, str, Any], ...]
"""Sheet, address, and what is typed there."""


def typed_into(path: Path, cells: Cells) -> Path:
    """Type into cells of a workbook; openpyxl drops what was stored beside the formulas."""
    book = load_workbook(path)
    for sheet, address, value in cells:
        book[sheet][address] = value
    book.save(path)
    return path


def computed(path: Path, folder: Path) -> Workbook:
    return load_workbook(recalculate([path], folder / "computed")[0], data_only=True)


def is_refused(path: Path, instrument: Instrument) -> bool:
    try:
        kepatuhan.score(instrument, kepatuhan.read_answers(path, instrument).units)
    except ProblemsFound:
        return True
    return False


def institution(book: Workbook) -> Any:
    """What Rekap shows in the place of the institution's score."""
    recap = book["Rekap"]
    score = [str(cell.value) for cell in recap[3]].index("Nilai")
    return next(row[score].value for row in recap.iter_rows(min_row=FIRST_ROW) if row[0].value == "Instansi")


def direct_units(instrument: Instrument) -> tuple[list[UnitAnswers], MatrixPlan]:
    units = [UnitAnswers(name, {}, {"nilai": DirectScore(80, 100)}) for name in ("A", "B", "C")]
    return units, plan_matrix(instrument, units, (), is_result=True)


def typed_units(instrument: Instrument) -> list[UnitAnswers]:
    """Units of an instrument with types."""
    return [UnitAnswers(name, {"P.01": 3}, type="opd") for name in ("A", "B", "C")]


@pytest.mark.parametrize(
    ("cells", "state"),
    [
        ((("Jawaban", "A5", "a "),), "nama ganda: pakai satu baris"),
        ((("Jawaban", "B4", 150),), "nilai langsung tidak dikenal"),
    ],
)
def test_a_unit_that_score_refuses_leaves_the_institution_without_a_score(
    cells: Cells, state: str, tmp_path: Path
) -> None:
    instrument = kepatuhan.load_instrument("ombudsman-2022")
    units, plan = direct_units(instrument)
    assert plan.first_direct == 2
    path = typed_into(write(tmp_path / "a.xlsx", instrument, units), cells)
    assert is_refused(path, instrument)
    book = computed(path, tmp_path)
    refused = [row[0].row for row in book["Rekap"].iter_rows() if state in [cell.value for cell in row]]
    assert refused
    assert institution(book) == f"{len(refused)} unit bermasalah"
    assert str(book["Ringkasan"]["A3"].value).startswith(
        f"Belum ada nilai instansi: {len(refused)} unit bermasalah. Lihat"
    )


def test_without_a_type_a_unit_leaves_the_institution_without_a_score(tmp_path: Path) -> None:
    instrument = kepatuhan.load_instrument(str(OWN))
    path = write(tmp_path / "a.xlsx", instrument, typed_units(instrument))
    assert isinstance(institution(load_workbook(path, data_only=True)), int | float)
    typed_into(path, (("Jawaban", "B5", None),))
    assert is_refused(path, instrument)
    assert institution(computed(path, tmp_path)) == "1 unit bermasalah"


@pytest.mark.parametrize(("written", "is_known"), [("Aneh", False), (None, True), ("-", True)])
def test_where_types_do_not_matter_only_one_that_nobody_knows_is_refused(
    written: str | None, is_known: bool, tmp_path: Path
) -> None:
    text = OWN.read_text(encoding="utf-8").replace(", only_for: [puskesmas]", "").replace(", only_for: [opd]", "")
    (tmp_path / "sama.yaml").write_text(text, encoding="utf-8")
    instrument = kepatuhan.load_instrument(str(tmp_path / "sama.yaml"))
    path = write(tmp_path / "a.xlsx", instrument, typed_units(instrument))
    typed_into(path, (("Jawaban", "B5", written),))
    assert is_refused(path, instrument) != is_known
    assert isinstance(institution(computed(path, tmp_path)), int | float) == is_known


def test_a_unit_that_is_not_filled_in_takes_no_score_from_the_institution(tmp_path: Path) -> None:
    instrument = kepatuhan.load_instrument("ombudsman-2022")
    units = [UnitAnswers("A", {"P.01": Observations((3, 2))}), UnitAnswers("B", {})]
    path = write(tmp_path / "a.xlsx", instrument, units)
    assert isinstance(institution(computed(path, tmp_path)), int | float)
