"""Answers that the formulas do not count as they should are told of wherever somebody looks for the scores."""

from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

import kepatuhan
from kepatuhan.messages import Words
from kepatuhan.scoring.answers import Answer, Observations, UnitAnswers
from kepatuhan.worksheets.form_plan import ANSWER, plan_form
from kepatuhan.worksheets.matrix import write_matrix
from kepatuhan.worksheets.matrix_plan import FIRST_ROW, plan_matrix
from kepatuhan.worksheets.template import write_template
from tests.results.books import write as write_results
from tests.worksheets.spreadsheet import recalculate

EDITION = kepatuhan.load_instrument("ombudsman-2022")
ANSWERS: dict[str, Answer] = {"P.01": Observations((3, 2)), "I.10": 1, "O.01": Observations(("ya", "tidak"))}
UNITS = [UnitAnswers(name, ANSWERS) for name in ("Dinas A", "Dinas B", "Dinas C")]
UNKNOWN = "isian tidak dikenal (sel merah): nilai di buku kerja ini belum benar sampai diperbaiki."
NAMELESS = "jawaban ada di baris tanpa nama unit dan tidak ikut dihitung"
ADDED = "baris ditambahkan dan tidak ikut dihitung rumus"
ERROR = "Ada isian galat"
SINGLE = plan_matrix(EDITION, UNITS, ()).first_answer
LAYOUTS = ("matrix", "results")
EDITS: dict[str, tuple[tuple[tuple[str, int, int, Any], ...], str]] = {
    "nothing": ((), ""),
    "accepted by score": ((("Jawaban", FIRST_ROW, SINGLE, "2,0"),), f"1 {UNKNOWN}"),
    "refused by score": ((("Jawaban", FIRST_ROW, SINGLE, "mungkin"),), f"1 {UNKNOWN}"),
    "truth": ((("Responden", FIRST_ROW, 3, True), ("Petugas", FIRST_ROW, 3, "+3")), f"2 {UNKNOWN}"),
    "error in an answer": ((("Jawaban", FIRST_ROW, SINGLE, "=1/0"),), f"1 {UNKNOWN}"),
    "error in a name": ((("Jawaban", FIRST_ROW, 1, "=NA()"),), ERROR),
    "no name": ((("Responden", FIRST_ROW, 1, None),), f"1 {NAMELESS}"),
    "name of spaces": ((("Responden", FIRST_ROW, 1, "  "),), f"1 {NAMELESS}"),
    "far below": ((("Responden", 5000, 1, "Dinas A"), ("Responden", 5000, 3, "ya")), f"1 {ADDED}"),
    "far below without a name": ((("Responden", 5000, 3, "ya"), ("Responden", 5001, 3, "ya")), f"2 {NAMELESS}"),
    "unit below": ((("Jawaban", 500, 1, "Dinas D"),), f"1 {ADDED}"),
}
SPARE: dict[str, tuple[tuple[tuple[str, int, int, Any], ...], str]] = {
    "spare row without a name": ((("Jawaban", FIRST_ROW + 3, SINGLE, 3),), f"1 {NAMELESS}"),
    "spare row with spaces": ((("Jawaban", FIRST_ROW + 3, 1, "  "),), ""),
}


@pytest.fixture(scope="module")
def computed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Workbook]:
    """Every edit of both workbooks, computed in one go."""
    folder = tmp_path_factory.mktemp("edited")
    whole, results, files = folder / "whole.xlsx", folder / "results.xlsx", []
    whole.write_bytes(write_matrix(EDITION, UNITS, whole.name, Words("id")))
    write_results(results, EDITION, UNITS)
    for layout, source in zip(LAYOUTS, (whole, results), strict=True):
        for name, (cells, _) in (EDITS if layout == "results" else EDITS | SPARE).items():
            book = load_workbook(source)
            for sheet, row, column, value in cells:
                book[sheet].cell(row, column).value = value
            files.append(folder / f"{layout} {name}.xlsx")
            book.save(files[-1])
    copies = recalculate(files, tmp_path_factory.mktemp("computed"))
    return {copy.stem: load_workbook(copy, data_only=True) for copy in copies}


def texts(book: Workbook, sheet: str) -> list[str]:
    return [str(row[0].value or "") for row in book[sheet].iter_rows(max_row=6)]


@pytest.mark.parametrize("name", [*EDITS, *SPARE])
def test_the_recap_of_a_matrix_tells_of_it_above_the_table(name: str, computed: dict[str, Workbook]) -> None:
    told, note = (EDITS | SPARE)[name][1], Words("id").text("worksheet.recap_note.matrix")
    shown = texts(computed[f"matrix {name}"], "Rekap")[1]
    assert shown.startswith(told), name
    assert shown.endswith(note), name
    assert (shown == note) == (not told)


@pytest.mark.parametrize("name", EDITS)
def test_every_page_of_results_with_the_score_tells_of_it(name: str, computed: dict[str, Workbook]) -> None:
    told, book = EDITS[name][1], computed[f"results {name}"]
    if not told:
        assert "Semua sama." in texts(book, "Pemeriksaan")
        assert texts(book, "Ringkasan")[3].startswith("Sementara")
        return
    for sheet, row in (("Ringkasan", 4), ("Rekap", 2), ("Pemeriksaan", 4)):
        assert texts(book, sheet)[row - 1].startswith(told), sheet
    assert "Semua sama." not in texts(book, "Pemeriksaan")


def test_no_cell_that_people_see_shows_an_error_beside_the_one_that_was_typed(computed: dict[str, Workbook]) -> None:
    for name in ("error in an answer", "error in a name"):
        for layout in LAYOUTS:
            for sheet in ("Rekap", *(("Ringkasan", "Pemeriksaan") if layout == "results" else ())):
                for row in computed[f"{layout} {name}"][sheet].iter_rows(values_only=True):
                    assert not any(str(value).startswith(("#", "Err:")) for value in row), (name, sheet, row)


def test_an_error_in_a_name_spoils_no_other_unit(computed: dict[str, Workbook]) -> None:
    recap = computed["matrix error in a name"]["Rekap"]
    score = [str(cell.value) for cell in recap[3]].index("Nilai")
    shown = [recap.cell(row, score + 1).value for row in range(FIRST_ROW, FIRST_ROW + 3)]
    assert shown[0] == "isian galat"
    assert all(isinstance(value, int | float) for value in shown[1:])


@pytest.mark.parametrize("language", ["id", "en"])
def test_what_is_stored_says_the_same_before_anything_is_computed(language: str, tmp_path: Path) -> None:
    words, path = Words(language), tmp_path / "a.xlsx"
    for write, layout in ((write_matrix, "matrix"), (write_template, "form")):
        path.write_bytes(write(EDITION, UNITS, path.name, words))
        for copy in (path, *recalculate([path], tmp_path / layout)):
            assert texts(load_workbook(copy, data_only=True), "Rekap")[1] == words.text(
                f"worksheet.recap_note.{layout}"
            )


def form(folder: Path, change: Any) -> Any:
    """Rekap of a workbook with a sheet for each unit, after a change."""
    path = folder / "a.xlsx"
    path.write_bytes(write_template(EDITION, UNITS, path.name, Words("id")))
    book = load_workbook(path)
    change(book)
    book.save(path)
    return load_workbook(recalculate([path], folder / "computed")[0], data_only=True)["Rekap"]


def column(recap: Any, heading: str) -> list[Any]:
    number = [str(cell.value) for cell in recap[3]].index(heading) + 1
    return [recap.cell(row, number).value for row in range(4, 8)]


def test_the_recap_of_forms_says_how_many_answers_of_which_unit_are_unknown(tmp_path: Path) -> None:
    plan = plan_form(EDITION, None, 2)

    def change(book: Workbook) -> None:
        for row in plan.scored_indicators[:2]:
            book["Dinas B"][plan.cell(ANSWER, row.row)] = "2,0"

    recap = form(tmp_path, change)
    assert str(recap["A2"].value).startswith(f"2 {UNKNOWN}")
    assert [value or None for value in column(recap, "Tidak dikenal")] == [None, 2, None, None]


def test_two_forms_with_one_name_have_no_score_and_neither_has_the_institution(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        book["Dinas B"]["B1"] = "dinas a "

    recap = form(tmp_path, change)
    twice = "nama ganda: ganti namanya"
    shown = column(recap, "Nilai")
    assert [shown[0], shown[1], shown[3]] == [twice, twice, "2 unit bermasalah"]
    assert isinstance(shown[2], int | float)
    assert [value or "" for value in column(recap, "Kategori")][:2] == ["", ""]
