"""Sheets in three layouts, found by what stands in them: the same answers whichever is used, and nothing lost."""

import random
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import kepatuhan
from kepatuhan import NOT_APPLICABLE, DirectScore, Observations, Reading
from kepatuhan.problems import Level

from .sheets import (
    Formatted,
    Formula,
    Rows,
    address,
    attempt,
    codes,
    contents,
    instrument_of,
    mixed,
    one_indicator,
    only_unit,
    places,
    read,
    refusal,
    remarks,
    typed,
    units,
    weighted,
    write_csv,
    write_xlsx,
)

MIXED = mixed()
TYPED = typed()
WEIGHTED = weighted()
RUBRIC = one_indicator("rubrik")
IDS = ("L.01", "L.02", "W.01", "W.02")
ANSWERS = {"L.01": "ya", "L.02": 2, "W.01": 3, "W.02": Fraction(175, 2)}
MATRIX: list[list[object]] = [["Unit", *IDS], ["Dinas A", "ya", 2, 3, 87.5], ["Dinas B", "tidak", 0, 1, 40]]
FORM: list[list[object]] = [
    ["Unit", "Dinas A"],
    ["Kode", "Indikator", "Jawaban"],
    ["L.01", "Standar", "ya"],
    ["L.02", "Mutu", 2],
    ["W.01", "Ramah", 3],
    ["W.02", "Puas", 87.5],
]


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("layouts")


def one_sheet(folder: Path, rows: Rows, name: str = "Jawaban") -> Path:
    return write_xlsx(folder / "satu.xlsx", {name: rows})


# The three layouts

Cells = dict[str, list[object]]

CELLS = st.fixed_dictionaries(
    {
        "L.01": st.lists(st.sampled_from(["ya", "tidak", "-", None]), min_size=1, max_size=1),
        "L.02": st.lists(st.sampled_from([0, 1, 2, 3, "n/a", None]), min_size=1, max_size=1),
        "W.01": st.lists(st.sampled_from([0, 1, 2, 3, None]), min_size=1, max_size=3),
        "W.02": st.lists(st.sampled_from([0, 12.5, "87,88", 100, "-", None]), min_size=1, max_size=3),
    }
)


def as_matrix(answers: dict[str, Cells]) -> list[list[object]]:
    """A row per unit and observation."""
    rows: list[list[object]] = [["Unit", *IDS]]
    for unit, cells in answers.items():
        for turn in range(max(len(values) for values in cells.values())):
            rows.append([unit, *(cells[name][turn] if turn < len(cells[name]) else None for name in IDS)])
    return rows


def as_forms(answers: dict[str, Cells]) -> dict[str, list[list[object]]]:
    """A sheet per unit, a row per indicator, a column per observation."""
    sheets: dict[str, list[list[object]]] = {}
    for number, (unit, cells) in enumerate(answers.items(), start=1):
        rows: list[list[object]] = [["Unit", unit], ["Kode", "Jawaban 1", "Jawaban 2", "Jawaban 3", "Bukti"]]
        rows.extend([name, *cells[name]] for name in IDS)
        sheets[f"Lembar {number}"] = rows
    return sheets


def as_long(answers: dict[str, Cells]) -> list[list[object]]:
    """A row per unit, indicator and observation."""
    rows: list[list[object]] = [["Unit", "Kode", "Jawaban"]]
    for unit, cells in answers.items():
        rows.extend([unit, name, value] for name in IDS for value in cells[name])
    return rows


@settings(max_examples=50, deadline=None)
@given(answers=st.dictionaries(st.sampled_from(["Dinas A", "Dinas B", "UPT C"]), CELLS, min_size=1))
def test_the_three_layouts_give_the_same_answers_for_the_same_content(folder: Path, answers: dict[str, Cells]) -> None:
    matrix = read(one_sheet(folder, as_matrix(answers)), instrument=MIXED)
    form = read(write_xlsx(folder / "form.xlsx", as_forms(answers)), instrument=MIXED)
    long = read(one_sheet(folder, as_long(answers)), instrument=MIXED)
    assert contents(matrix) == contents(form) == contents(long)
    assert list(units(matrix)) == list(answers)


@settings(max_examples=30, deadline=None)
@given(answers=st.dictionaries(st.sampled_from(["Dinas A", "Dinas B", "UPT C"]), CELLS, min_size=1))
def test_a_csv_file_gives_the_same_answers_as_a_workbook(folder: Path, answers: dict[str, Cells]) -> None:
    rows = as_matrix(answers)
    from_csv = read(write_csv(folder / "satu.csv", rows), instrument=MIXED)
    assert contents(from_csv) == contents(read(one_sheet(folder, rows), instrument=MIXED))


@settings(max_examples=30, deadline=None)
@given(answers=st.dictionaries(st.sampled_from(["Dinas A", "Dinas B", "UPT C"]), CELLS, min_size=2), seed=st.integers())
def test_the_order_of_columns_and_of_units_changes_nothing(folder: Path, answers: dict[str, Cells], seed: int) -> None:
    dice = random.Random(seed)
    header, *rows = as_matrix(answers)
    columns = list(range(len(header)))
    dice.shuffle(columns)
    names = list(answers)
    dice.shuffle(names)
    mixed_up = [[row[column] for column in columns] for name in names for row in rows if row[0] == name]
    there = [[header[column] for column in columns], *mixed_up]
    expected = contents(read(one_sheet(folder, [header, *rows]), instrument=MIXED))
    assert contents(read(one_sheet(folder, there), instrument=MIXED)) == expected


def test_rows_of_one_unit_need_not_stand_together_and_the_order_of_their_indicators_is_irrelevant(
    folder: Path,
) -> None:
    rows = as_long({"Dinas A": {name: [ANSWERS[name]] for name in IDS}, "Dinas B": {name: [None] for name in IDS}})
    body = [[unit, kode, float(v) if isinstance(v, Fraction) else v] for unit, kode, v in rows[1:]]
    turned = [rows[0], *body[::-1]]
    assert units(read(one_sheet(folder, turned), instrument=MIXED))["Dinas A"].answers == ANSWERS


@pytest.mark.parametrize("rows", [MATRIX[:2], FORM])
def test_a_header_is_found_below_title_rows_and_right_of_empty_columns(folder: Path, rows: Rows) -> None:
    titles: list[list[object]] = [
        ["PENILAIAN KEPATUHAN PELAYANAN PUBLIK"],
        ["Kabupaten Contoh, tahun 2024"],
        [],
        [None, "Kode lama", "tidak dipakai lagi"],
    ]
    shifted: list[list[object]] = [*titles, *([None, None, *row] for row in rows)]
    assert only_unit(read(one_sheet(folder, shifted), instrument=MIXED)).answers == ANSWERS


@pytest.mark.parametrize(
    "header",
    [
        *("unit", "UNIT", "Nama Unit", "Unit Layanan", "unit kerja", "OPD", "Perangkat Daerah", "Lokus", "UPP"),
        *("Satker", " Nama  Unit ", "Nama\u00a0Unit", "Unit:"),
    ],
)
def test_a_unit_column_is_known_by_any_of_its_names(folder: Path, header: str) -> None:
    assert only_unit(read(one_sheet(folder, [[header, "X.01"], ["A", 2]]), instrument=RUBRIC)).unit == "A"


@pytest.mark.parametrize("header", ["x.01", " X.01 ", "X.01\u00a0", "\uff38.01", "X.01*"])
def test_an_id_in_a_header_is_known_whatever_case_width_and_spaces(folder: Path, header: str) -> None:
    assert only_unit(read(one_sheet(folder, [["Unit", header], ["A", 2]]), instrument=RUBRIC)).answers == {"X.01": 2}


@pytest.mark.parametrize("header", ["Jawaban", "JAWABAN", "Jawaban 1", "Isian", "Nilai", "Skor", "Jawaban unit (0-3)"])
def test_an_answer_column_is_known_by_how_its_header_starts(folder: Path, header: str) -> None:
    rows = [["Unit", "Dinas A"], ["Kode", header], ["X.01", 2]]
    assert only_unit(read(one_sheet(folder, rows), instrument=RUBRIC)).answers == {"X.01": 2}


# The unit of a form


@pytest.mark.parametrize(
    "above",
    [
        ["Unit", "Puskesmas Mekar"],
        ["Unit:", "Puskesmas Mekar"],
        ["Nama Unit", None, "Puskesmas Mekar"],
        ["Unit Layanan", ":", "Puskesmas Mekar"],
        ["Unit", ": Puskesmas Mekar"],
        ["Unit: Puskesmas Mekar"],
        [None, None, "unit kerja", "  Puskesmas   Mekar "],
        ["Unit", "Puskesmas Mekar", "Jenis", "OPD"],
        ["Jenis", "OPD", "Unit", "Puskesmas Mekar"],
    ],
)
def test_the_unit_of_a_form_stands_beside_the_word_unit(folder: Path, above: list[object]) -> None:
    rows = [["Formulir"], above, ["Kode", "Jawaban"], ["X.01", 2]]
    assert only_unit(read(one_sheet(folder, rows, "Lembar 1"), instrument=RUBRIC)).unit == "Puskesmas Mekar"


@pytest.mark.parametrize("above", [[], ["Unit"], ["Unit", "........"], ["Unit", "-"], ["Unit", "____"], ["Formulir"]])
def test_a_form_that_names_no_unit_takes_the_name_of_its_sheet(folder: Path, above: list[object]) -> None:
    rows = [above, ["Kode", "Jawaban"], ["X.01", 2]]
    assert only_unit(read(one_sheet(folder, rows, "Puskesmas Mekar"), instrument=RUBRIC)).unit == "Puskesmas Mekar"


def test_a_form_in_a_csv_file_that_names_no_unit_takes_the_name_of_the_file(folder: Path) -> None:
    path = write_csv(folder / "Puskesmas Mekar.csv", [["Kode", "Jawaban"], ["X.01", 2]])
    assert only_unit(read(path, instrument=RUBRIC)).unit == "Puskesmas Mekar"


@pytest.mark.parametrize("name", [Formula("Rekap!A2"), "#REF!"])
def test_a_form_whose_unit_name_is_no_name_is_refused_at_that_cell(folder: Path, name: object) -> None:
    rows = [["Unit", name], ["Kode", "Jawaban"], ["X.01", 2]]
    assert [address(problem) for problem in refusal(one_sheet(folder, rows), instrument=RUBRIC)] == ["Jawaban!B1"]


@pytest.mark.parametrize("name", [Formula("Rekap!A2"), "#REF!", True])
def test_a_row_whose_unit_name_is_no_name_is_refused_at_that_cell(folder: Path, name: object) -> None:
    rows = [["Unit", "X.01"], [name, 2], ["Dinas B", 1]]
    assert places(refusal(one_sheet(folder, rows), instrument=RUBRIC)) == [("KP828", "Jawaban!A2")]


# The type of a unit

TYPED_ROWS: list[list[object]] = [
    ["Unit", "Jenis", "U.01", "D.01", "K.01"],
    ["Dinsos", "Dinas Daerah", 1, 2, None],
    ["Mekar", "puskesmas", 1, None, 3],
    ["Dishub", " DINAS ", 1, 2, "-"],
]


def test_the_type_is_known_by_its_key_or_its_title(folder: Path) -> None:
    found = units(read(one_sheet(folder, TYPED_ROWS), instrument=TYPED))
    assert {name: unit.type for name, unit in found.items()} == {
        "Dinsos": "dinas",
        "Mekar": "puskesmas",
        "Dishub": "dinas",
    }


def test_the_type_of_a_form_stands_beside_the_word_jenis(folder: Path) -> None:
    rows: list[list[object]] = [
        ["Unit", "Mekar"],
        ["Jenis", "Puskesmas"],
        ["Kode", "Jawaban"],
        ["U.01", 1],
        ["K.01", 3],
    ]
    assert only_unit(read(one_sheet(folder, rows), instrument=TYPED)).type == "puskesmas"


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        (["Mekar", "Puskesmaz", 1, None, 3], ("KP818", "Jawaban!B2")),
        (["Mekar", "Kecamatan", 1, None, None], ("KP818", "Jawaban!B2")),
        (["Mekar", None, 1, None, None], ("KP825", "Jawaban!A2")),
        (["Mekar", "-", 1, None, None], ("KP825", "Jawaban!A2")),
        (["Mekar", "Puskesmas", 1, 2, 3], ("KP813", "Jawaban!D2")),
        (["Dinsos", "Dinas Daerah", 1, 2, 0], ("KP813", "Jawaban!E2")),
    ],
)
def test_a_type_that_is_unknown_or_missing_or_has_no_such_indicator_is_refused(
    folder: Path, row: list[object], complaint: tuple[str, str]
) -> None:
    assert places(refusal(one_sheet(folder, [TYPED_ROWS[0], row]), instrument=TYPED)) == [complaint]


def test_a_misspelt_type_is_answered_with_the_type_that_was_probably_meant(folder: Path) -> None:
    (problem,) = refusal(one_sheet(folder, [TYPED_ROWS[0], ["Mekar", "Puskesmaz", 1, None, 3]]), instrument=TYPED)
    assert str(problem.facts["near"]).casefold() == "puskesmas"


def test_two_types_for_one_unit_are_refused_at_the_second(folder: Path) -> None:
    rows = [TYPED_ROWS[0], ["Mekar", "Puskesmas", 1, None, 3], ["Mekar", "Dinas Daerah", None, None, None]]
    assert places(refusal(one_sheet(folder, rows), instrument=TYPED)) == [("KP818", "Jawaban!B3")]


def test_a_column_for_another_type_of_unit_need_not_be_there(folder: Path) -> None:
    rows = [["Unit", "Jenis", "U.01", "K.01"], ["Mekar", "Puskesmas", 1, 3]]
    assert only_unit(read(one_sheet(folder, rows), instrument=TYPED)).answers == {"U.01": 1, "K.01": 3}


def test_a_column_that_one_of_the_types_needs_is_missing_for_the_units_of_that_type_alone(folder: Path) -> None:
    rows = [["Unit", "Jenis", "U.01", "K.01"], ["Mekar", "Puskesmas", 1, 3], ["Dinsos", "Dinas Daerah", 1, None]]
    (problem,) = refusal(one_sheet(folder, rows), instrument=TYPED)
    assert (problem.code, problem.facts["missing"], problem.facts["units"]) == ("KP712", ("D.01",), ("Dinsos",))


# Observations


def test_rows_of_respondents_merge_into_one_unit(folder: Path) -> None:
    rows: list[list[object]] = [
        ["Unit", "Responden", *IDS],
        ["Dinas A", None, "ya", 2, None, None],
        ["Dinas A", "R1", None, None, 3, 80],
        ["DINAS  A", "R2", None, None, 1, None],
        ["Dinas\u00a0A", "R3", None, None, "-", 90],
    ]
    unit = only_unit(read(one_sheet(folder, rows), instrument=MIXED))
    assert unit.unit == "Dinas A"
    assert unit.answers == {"L.01": "ya", "L.02": 2, "W.01": Observations((3, 1)), "W.02": Observations((80, 90))}


def test_answer_columns_of_a_form_are_observations(folder: Path) -> None:
    rows: list[list[object]] = [
        ["Unit", "Dinas A"],
        ["Kode", "Jawaban 1", "Jawaban 2", "Jawaban 3"],
        ["L.01", "ya"],
        ["L.02", None, 2],
        ["W.01", 1, 2, 3],
        ["W.02", 80, None, "-"],
    ]
    answers = only_unit(read(one_sheet(folder, rows), instrument=MIXED)).answers
    assert answers == {"L.01": "ya", "L.02": 2, "W.01": Observations((1, 2, 3)), "W.02": 80}


def test_a_respondent_that_stands_there_twice_is_asked_about_and_counted(folder: Path) -> None:
    rows: list[list[object]] = [
        ["Unit", "Responden", *IDS],
        ["Dinas A", 1, "ya", 2, 3, 80],
        ["Dinas A", 2, None, None, 1, None],
        ["dinas a", "1", None, None, 3, None],
        ["Dinas B", 1, "ya", 2, 3, 80],
    ]
    reading = read(one_sheet(folder, rows), instrument=MIXED)
    (asked,) = [problem for problem in reading.problems if problem.code == "KP757"]
    assert asked.where is not None
    assert (asked.where.cell, asked.facts["count"], asked.facts["other"]) == ("B4", 1, "B2")
    assert reading.units[0].answers["W.01"] == Observations((3, 1, 3))


def test_a_respondent_whose_answers_stand_in_two_rows_is_not_asked_about(folder: Path) -> None:
    rows: list[list[object]] = [
        ["Unit", "Responden", *IDS],
        ["Dinas A", 1, "ya", 2, 3, None],
        ["Dinas A", 1, None, None, None, 80],
    ]
    reading = read(one_sheet(folder, rows), instrument=MIXED)
    assert not [problem for problem in reading.problems if problem.code == "KP757"]


def test_the_column_bobot_responden_weighs_each_row(folder: Path) -> None:
    rows = [
        ["Unit", "Bobot Responden", *IDS],
        ["Dinas A", 2, "ya", 2, 3, 80],
        ["Dinas A", "0,5", None, None, 1, None],
        ["Dinas A", None, None, None, None, "-"],
    ]
    answers = only_unit(read(one_sheet(folder, rows), instrument=MIXED)).answers
    assert answers["W.01"] == Observations((3, 1), (2, Fraction(1, 2)))
    assert answers["W.02"] == 80


@pytest.mark.parametrize("weight", [None, "-", 0, -1, "banyak", "#N/A", Formula("1+1"), True])
def test_a_row_of_answers_whose_weight_is_no_number_above_zero_is_refused(folder: Path, weight: object) -> None:
    rows = [["Unit", "Bobot responden", "X.01"], ["Dinas A", weight, 2]]
    assert places(refusal(one_sheet(folder, rows), instrument=RUBRIC)) == [("KP819", "Jawaban!B2")]


def test_a_second_filled_cell_where_one_answer_belongs_names_both_cells(folder: Path) -> None:
    rows = [MATRIX[0], MATRIX[1], MATRIX[2], ["Dinas A", None, 3, 2, 80]]
    (problem,) = refusal(one_sheet(folder, rows), instrument=MIXED)
    assert (problem.code, address(problem), problem.facts["other"]) == ("KP812", "Jawaban!C4", "C2")
    assert (problem.facts["id"], problem.unit) == ("L.02", "Dinas A")


def test_a_second_answer_column_of_a_form_for_one_answer_names_both_cells(folder: Path) -> None:
    rows = [["Unit", "A"], ["Kode", "Jawaban 1", "Jawaban 2"], ["X.01", 2, 2]]
    (problem,) = refusal(one_sheet(folder, rows), instrument=RUBRIC)
    assert (problem.code, address(problem), problem.facts["other"]) == ("KP812", "Jawaban!C3", "B3")


def test_the_second_cell_is_named_with_its_sheet_and_file_where_these_differ(folder: Path) -> None:
    rows = [["Unit", "X.01"], ["Dinas A", 2]]
    (problem,) = refusal(write_xlsx(folder / "dua.xlsx", {"Satu": rows, "Dua": rows}), instrument=RUBRIC)
    assert (problem.code, address(problem), problem.facts["other"]) == ("KP812", "Dua!B2", "Satu!B2")
    here, there = write_xlsx(folder / "sini.xlsx", {"S": rows}), write_xlsx(folder / "sana.xlsx", {"S": rows})
    (problem,) = refusal(here, there, instrument=RUBRIC)
    assert (address(problem), problem.facts["other"]) == ("S!B2", f"{here}, S!B2")


def test_a_whole_row_that_is_there_twice_gives_one_problem(folder: Path) -> None:
    instrument = instrument_of(
        """
components:
  - {id: "L.01", title: Satu, weight: 1, scale: rubrik}
  - {id: "L.02", title: Dua, weight: 1, scale: rubrik}
  - {id: "L.03", title: Tiga, weight: 1, scale: rubrik}
"""
    )
    rows = [["Unit", "L.01", "L.02", "L.03"], ["A", 1, 2, 3], ["B", 1, 1, 1], ["A", 1, 2, 3]]
    (problem,) = refusal(one_sheet(folder, rows), instrument=instrument)
    assert (problem.code, address(problem), problem.facts["other"]) == ("KP824", "Jawaban!B4", "B2")
    assert (problem.facts["unit"], problem.facts["more"]) == ("A", 2)


def test_a_whole_row_of_direct_scores_that_is_there_twice_gives_one_problem(folder: Path) -> None:
    rows = [["Unit", "layanan", "warga"], ["A", 80, 90], ["B", 70, 90], ["A", 80, 90]]
    (problem,) = refusal(one_sheet(folder, rows), instrument=MIXED)
    assert (address(problem), problem.facts["other"]) == ("Jawaban!B4", "B2")


def test_an_observed_indicator_that_is_answered_in_two_sheets_is_refused(folder: Path) -> None:
    first: list[list[object]] = [["Unit", *IDS], ["Dinas A", "ya", 2, 3, 80]]
    second: list[list[object]] = [["Unit", *IDS], ["Dinas A", None, None, 1, None]]
    (problem,) = refusal(write_xlsx(folder / "dua.xlsx", {"Satu": first, "Dua": second}), instrument=MIXED)
    assert (problem.code, address(problem), problem.facts["other"]) == ("KP816", "Dua!D2", "Satu!D2")


def test_sheets_that_each_hold_some_of_the_indicators_together_make_a_unit(folder: Path) -> None:
    first: list[list[object]] = [["Unit", "L.01", "L.02"], ["Dinas A", "ya", 2]]
    second: list[list[object]] = [["Unit", "W.01", "W.02"], ["Dinas A", 3, 87.5]]
    path = write_xlsx(folder / "dua.xlsx", {"Layanan": first, "Warga": second})
    assert only_unit(read(path, instrument=MIXED)).answers == ANSWERS


# Nothing is missing


@pytest.mark.parametrize("absent", IDS)
def test_a_column_that_is_missing_is_a_problem_and_no_blank(folder: Path, absent: str) -> None:
    column = MATRIX[0].index(absent)
    rows = [[cell for number, cell in enumerate(row) if number != column] for row in MATRIX]
    (problem,) = refusal(one_sheet(folder, rows), instrument=MIXED)
    assert (problem.code, problem.facts["missing"]) == ("KP712", (absent,))
    assert problem.facts["units"] == ("Dinas A", "Dinas B")


@pytest.mark.parametrize("absent", IDS)
def test_a_row_of_a_form_that_is_missing_is_a_problem_and_no_blank(folder: Path, absent: str) -> None:
    rows = [row for row in FORM if row[0] != absent]
    (problem,) = refusal(one_sheet(folder, rows), instrument=MIXED)
    assert (problem.code, problem.facts["missing"], problem.unit) == ("KP712", (absent,), "Dinas A")


def test_a_row_of_a_form_that_is_there_without_an_answer_is_a_blank(folder: Path) -> None:
    rows = [[*row[:2], None if row[0] == "L.02" else row[-1]] if row[0] in IDS else row for row in FORM]
    answers = only_unit(read(one_sheet(folder, rows), instrument=MIXED)).answers
    assert dict(answers) == {name: value for name, value in ANSWERS.items() if name != "L.02"}


def test_an_indicator_need_not_be_there_where_a_component_above_it_is_given_directly(folder: Path) -> None:
    rows: list[list[object]] = [["Unit", "layanan", "W.01", "W.02"], ["Dinas A", 81.25, 3, 87.5]]
    unit = only_unit(read(one_sheet(folder, rows), instrument=MIXED))
    assert unit.direct == {"layanan": DirectScore(Fraction(325, 4), 100)}
    assert unit.answers == {"W.01": 3, "W.02": Fraction(175, 2)}


def test_a_heading_row_of_a_form_gives_no_component_directly(folder: Path) -> None:
    rows = [
        ["Unit", "Dinas A"],
        ["Kode", "Jawaban"],
        ["layanan", None],
        ["L.01", "ya"],
        ["warga", "-"],
        ["W.01", 3],
        ["W.02", 80],
    ]
    (problem,) = refusal(one_sheet(folder, rows), instrument=MIXED)
    assert (problem.code, problem.facts["missing"]) == ("KP712", ("L.02",))


# Headers


def test_unknown_headers_are_one_warning(folder: Path) -> None:
    rows = [["Unit", "X.01", "Warna", "Kepala", "Luas"], ["A", 2, "biru", "Budi", 20]]
    reading = read(one_sheet(folder, rows), instrument=RUBRIC)
    (problem,) = remarks(reading, Level.WARNING)
    assert (problem.code, address(problem)) == ("KP701", "Jawaban!C1")
    assert problem.facts["headers"] == ("Warna", "Kepala", "Luas")


def test_columns_that_people_keep_beside_their_answers_are_silent(folder: Path) -> None:
    headers = ["No", "Unit", "Alamat", "X.01", "Bukti", "Catatan", "Keterangan"]
    assert not read(
        one_sheet(folder, [headers, [1, "A", "Jl. Raya", 2, "foto", "-", "baik"]]), instrument=RUBRIC
    ).problems


@pytest.mark.parametrize("written", ["L01", "L-01", "L.O1", "l 01", "L.01.", "L.01 Standar", "layanann"])
def test_a_header_that_resembles_an_id_is_refused_with_the_id(folder: Path, written: str) -> None:
    rows = [["Unit", written, *IDS[1:]], MATRIX[1]]
    problems = refusal(one_sheet(folder, rows), instrument=MIXED)
    (problem,) = [problem for problem in problems if problem.code == "KP708"]
    assert address(problem) == "Jawaban!B1"
    assert problem.facts["near"] == ("layanan" if written == "layanann" else "L.01")


def test_a_header_that_resembles_an_id_whose_column_is_there_is_only_unknown(folder: Path) -> None:
    rows = [["Unit", "X.01", "X.01 bukti"], ["A", 2, "foto"]]
    assert codes(read(one_sheet(folder, rows), instrument=RUBRIC).problems) == ["KP701"]


@pytest.mark.parametrize("again", ["X.01", "x.01 ", "\uff38.01"])
def test_an_id_that_is_there_twice_in_a_header_is_refused_naming_both(folder: Path, again: str) -> None:
    problems = refusal(one_sheet(folder, [["Unit", "X.01", "No", again], ["A", 2, 1, None]]), instrument=RUBRIC)
    (problem,) = problems
    assert (problem.code, address(problem), problem.facts["other"]) == ("KP709", "Jawaban!D1", "B1")


def test_a_table_without_a_unit_column_is_refused_and_not_passed_over(folder: Path) -> None:
    sheets: dict[str, Rows] = {"Satu": MATRIX, "Dua": [["Instansi", *IDS], ["Dinas C", "ya", 2, 3, 80]]}
    assert places(refusal(write_xlsx(folder / "dua.xlsx", sheets), instrument=MIXED)) == [("KP710", "Dua!B1")]


def test_a_form_whose_answer_column_is_misspelt_is_refused_and_not_passed_over(folder: Path) -> None:
    sheets: dict[str, Rows] = {
        "Satu": [["Kode", "Jawaban"], ["X.01", 2]],
        "Dua": [["Kode", "Indikator", "Jawban"], ["X.01", "Satu", 2]],
    }
    assert places(refusal(write_xlsx(folder / "dua.xlsx", sheets), instrument=RUBRIC)) == [("KP711", "Dua!C1")]


def test_a_header_that_is_printed_again_on_the_next_page_is_skipped_with_a_notice(folder: Path) -> None:
    rows = [MATRIX[0], MATRIX[1], MATRIX[0], MATRIX[2]]
    reading = read(one_sheet(folder, rows), instrument=MIXED)
    assert list(units(reading)) == ["Dinas A", "Dinas B"]
    assert codes(reading.problems) == ["KP715"]


def test_a_second_header_with_other_columns_is_never_read_under_the_first(folder: Path) -> None:
    instrument = instrument_of(
        """
components:
  - {id: "L.01", title: Satu, weight: 1, scale: rubrik}
  - {id: "L.02", title: Dua, weight: 3, scale: rubrik}
"""
    )
    rows = [["Unit", "L.01", "L.02"], ["A", 1, 2], [], ["Unit", "L.02", "L.01"], ["B", 3, 0]]
    outcome = attempt(one_sheet(folder, rows), instrument=instrument)
    assert not isinstance(outcome, Reading) or units(outcome)["B"].answers == {"L.02": 3, "L.01": 0}


def test_a_form_is_read_by_its_answer_columns_and_its_notes_are_passed_over_in_silence(folder: Path) -> None:
    rows = [
        ["Unit", "A"],
        ["Kode", "Pertanyaan", "Jawaban", "Bukti", "Catatan"],
        ["X.01", "Apakah?", 2, "foto", "rapi"],
    ]
    reading = read(one_sheet(folder, rows), instrument=RUBRIC)
    assert (only_unit(reading).answers, reading.problems) == ({"X.01": 2}, ())


def test_beside_answers_a_column_of_computed_scores_is_only_named(folder: Path) -> None:
    rows = [["Unit", "A"], ["Kode", "Jawaban", "Nilai"], ["X.01", 2, 66.67]]
    reading = read(one_sheet(folder, rows), instrument=RUBRIC)
    assert only_unit(reading).answers == {"X.01": 2}
    assert [(p.code, p.facts["headers"]) for p in remarks(reading)] == [("KP701", ("Nilai",))]


@pytest.mark.parametrize("header", ["#REF!", Formula("Kode!A2"), True])
def test_a_header_that_is_no_text_is_unknown_too(folder: Path, header: object) -> None:
    reading = read(one_sheet(folder, [["Unit", "X.01", header], ["A", 2, 3]]), instrument=RUBRIC)
    assert places(remarks(reading, Level.WARNING)) == [("KP701", "Jawaban!C1")]


def test_a_code_that_excel_turned_into_a_number_is_never_taken_for_another_code(folder: Path) -> None:
    instrument = instrument_of(
        """
components:
  - {id: "1.1", title: Satu, weight: 1, scale: rubrik, observed: produk}
  - {id: "1.10", title: Sepuluh, weight: 1, scale: rubrik, observed: produk}
"""
    )
    turned = Formatted(1.1, "0.00")
    refusal(one_sheet(folder, [["Unit", "A"], ["Kode", "Jawaban"], ["1.1", 1], [turned, 3]]), instrument=instrument)
    refusal(one_sheet(folder, [["Unit", "1.1", turned], ["A", 1, 3]]), instrument=instrument)


def test_a_second_form_further_down_a_sheet_is_never_read_as_more_answers_of_the_first_unit(folder: Path) -> None:
    instrument = instrument_of("components: [{id: 'X.01', title: Satu, scale: rubrik, observed: produk}]")
    form = [["Kode", "Indikator", "Jawaban"], ["X.01", "Satu", 3]]
    path = one_sheet(folder, [["Unit", "A"], *form, [], ["Unit", "B"], *form])
    outcome = attempt(path, instrument=instrument)
    assert not isinstance(outcome, Reading) or list(units(outcome)) == ["A", "B"]


# Rows that do not fit


def test_answers_without_a_unit_name_are_refused_at_the_empty_cell(folder: Path) -> None:
    rows = [["Unit", "X.01"], ["A", 1], [None, 2], [" ", 3], [None, None]]
    problems = refusal(one_sheet(folder, rows), instrument=RUBRIC)
    assert places(problems) == [("KP820", "Jawaban!A3"), ("KP820", "Jawaban!A4")]
    assert problems[0].facts["other"] == "B3"


def test_answers_without_a_unit_name_in_a_long_sheet_are_refused_at_the_empty_cell(folder: Path) -> None:
    rows = [["Unit", "Kode", "Jawaban"], ["A", "X.01", 1], [None, "X.01", 2]]
    assert places(refusal(one_sheet(folder, rows), instrument=RUBRIC)) == [("KP820", "Jawaban!A3")]


def test_an_answer_under_an_unknown_code_is_refused_at_the_code(folder: Path) -> None:
    rows = [["Unit", "A"], ["Kode", "Jawaban"], ["X.01", 2], ["Z.99", 3]]
    assert places(refusal(one_sheet(folder, rows), instrument=RUBRIC)) == [("KP822", "Jawaban!A4")]


def test_a_misspelt_code_is_refused_with_the_code_that_was_probably_meant(folder: Path) -> None:
    rows = [["Unit", "A"], ["Kode", "Jawaban"], ["X01", 2]]
    problem = next(p for p in refusal(one_sheet(folder, rows), instrument=RUBRIC) if p.code == "KP822")
    assert (address(problem), problem.facts["near"]) == ("Jawaban!A3", "X.01")


def test_an_answer_without_a_code_is_refused_at_the_empty_cell(folder: Path) -> None:
    rows = [["Unit", "A"], ["Kode", "Jawaban"], ["X.01", 2], [None, 3]]
    assert places(refusal(one_sheet(folder, rows), instrument=RUBRIC)) == [("KP821", "Jawaban!A4")]


def test_an_unknown_code_without_an_answer_is_a_warning(folder: Path) -> None:
    rows = [["Unit", "A"], ["Kode", "Jawaban"], ["BAGIAN A", None], ["X.01", 2]]
    reading = read(one_sheet(folder, rows), instrument=RUBRIC)
    assert [(p.code, p.facts["codes"]) for p in remarks(reading, Level.WARNING)] == [("KP730", ("BAGIAN A",))]


@pytest.mark.parametrize(
    "label",
    ["Jumlah", "JUMLAH", "Total", "Total nilai", "Rata-rata", "Rata - rata", "Rata rata", "Rerata", "Sub total"],
)
def test_a_total_row_is_no_unit_and_is_named_in_a_notice(folder: Path, label: str) -> None:
    rows = [MATRIX[0], MATRIX[1], [label, None, 2, 3, 87.5]]
    reading = read(one_sheet(folder, rows), instrument=MIXED)
    assert list(units(reading)) == ["Dinas A"]
    (problem,) = remarks(reading)
    assert (problem.code, problem.level) == ("KP715", Level.NOTE)
    assert str(problem.facts["rows"]) == f"('3 ({label})',)"


def test_a_total_row_is_known_by_its_label_in_another_column_too(folder: Path) -> None:
    rows = [["No", "Unit", "X.01"], [1, "A", 2], ["Jumlah", None, 2]]
    reading = read(one_sheet(folder, rows), instrument=RUBRIC)
    assert (list(units(reading)), codes(reading.problems)) == (["A"], ["KP715"])


def test_a_total_row_of_a_form_is_no_answer(folder: Path) -> None:
    reading = read(one_sheet(folder, [*FORM, ["Jumlah", None, 92.5], [None, "Rata-rata", 23]]), instrument=MIXED)
    assert only_unit(reading).answers == ANSWERS
    assert codes(reading.problems) == ["KP715"]


@pytest.mark.parametrize(
    "line", ["Mengetahui,", "Mengetahui:", "NIP. 19780101 200501 1 001", "Cikarang, 12 Mei 2024", "a.n. Bupati"]
)
def test_a_signature_row_is_no_unit_and_is_named_in_a_notice(folder: Path, line: str) -> None:
    reading = read(one_sheet(folder, [*MATRIX, [], [line]]), instrument=MIXED)
    assert (list(units(reading)), codes(reading.problems)) == (["Dinas A", "Dinas B"], ["KP715"])


def test_a_whole_block_of_signatures_makes_no_unit(folder: Path) -> None:
    block: list[list[object]] = [
        [],
        ["Cikarang, 12 Mei 2024"],
        ["Mengetahui,"],
        ["Kepala Bagian Organisasi"],
        [],
        ["Budi Santoso, S.Sos."],
        ["NIP. 19780101 200501 1 001"],
    ]
    assert list(units(read(one_sheet(folder, [*MATRIX, *block]), instrument=MIXED))) == ["Dinas A", "Dinas B"]


@pytest.mark.parametrize("name", ["Sumberejo", "Sumber Sari", "Catatan Sipil", "Nippon", "Totalindo", "Jumlahan"])
@pytest.mark.parametrize("answered", [True, False])
def test_a_unit_whose_name_only_begins_like_such_a_row_is_read(folder: Path, name: str, answered: bool) -> None:
    value = 2 if answered else None
    matrix = read(one_sheet(folder, [["Unit", "X.01"], ["A", 1], [name, value]]), instrument=RUBRIC)
    long = read(
        one_sheet(folder, [["Unit", "Kode", "Jawaban"], ["A", "X.01", 1], [name, "X.01", value]]), instrument=RUBRIC
    )
    assert list(units(matrix)) == list(units(long)) == ["A", name]


def test_rows_after_a_long_gap_are_read(folder: Path) -> None:
    gap: list[list[object]] = [[] for _ in range(3000)]
    reading = read(one_sheet(folder, [MATRIX[0], MATRIX[1], *gap, MATRIX[2]]), instrument=MIXED)
    assert list(units(reading)) == ["Dinas A", "Dinas B"]


# Sheets that are not read


def test_hidden_sheets_are_skipped_and_listed(folder: Path) -> None:
    rows = [["Unit", "X.01"], ["A", 2]]
    other = [["Unit", "X.01"], ["B", 3]]
    path = write_xlsx(
        folder / "tiga.xlsx", {"Satu": rows, "Dua": other, "Tiga": other}, hidden=["Dua"], very_hidden=["Tiga"]
    )
    reading = read(path, instrument=RUBRIC)
    assert list(units(reading)) == ["A"]
    assert [(p.code, p.level, p.facts["sheets"]) for p in remarks(reading)] == [("KP713", Level.NOTE, ("Dua", "Tiga"))]


def test_sheets_in_no_known_layout_are_skipped_and_listed(folder: Path) -> None:
    path = write_xlsx(
        folder / "tiga.xlsx",
        {"Petunjuk": [["Isi lembar Jawaban"]], "Jawaban": [["Unit", "X.01"], ["A", 2]], "Kosong": []},
    )
    reading = read(path, instrument=RUBRIC)
    assert list(units(reading)) == ["A"]
    (problem,) = remarks(reading)
    assert (problem.code, problem.level) == ("KP733", Level.NOTE)
    assert set(problem.facts["sheets"] if isinstance(problem.facts["sheets"], tuple) else ()) >= {"Petunjuk"}


def test_a_workbook_without_any_known_sheet_is_refused(folder: Path) -> None:
    assert codes(refusal(one_sheet(folder, [["Halo"], ["apa kabar"]]), instrument=RUBRIC)) == ["KP707"]


def test_a_workbook_whose_answers_are_all_hidden_is_refused(folder: Path) -> None:
    path = write_xlsx(
        folder / "dua.xlsx", {"Depan": [["Halo"]], "Jawaban": [["Unit", "X.01"], ["A", 2]]}, hidden=["Jawaban"]
    )
    assert codes(refusal(path, instrument=RUBRIC)) == ["KP707"]


@pytest.mark.parametrize("rows", [[["Unit", "X.01"]], [["Kode", "Jawaban"]], [["Unit", "Kode", "Jawaban"]]])
def test_a_header_without_a_unit_below_it_is_refused(folder: Path, rows: Rows) -> None:
    assert codes(refusal(one_sheet(folder, rows), instrument=RUBRIC)) == ["KP721"]


# Scores given directly


@pytest.mark.parametrize(
    ("header", "score"),
    [
        ("nilai", DirectScore(Fraction(827, 10), 100)),
        ("Nilai", DirectScore(Fraction(827, 10), 100)),
        ("nilai/100", DirectScore(Fraction(827, 10), 100)),
        ("Nilai / 120", DirectScore(Fraction(827, 10), 120)),
    ],
)
def test_the_score_of_a_whole_unit_may_be_given(folder: Path, header: str, score: DirectScore) -> None:
    reading = read(one_sheet(folder, [["Unit", header], ["A", 82.7]]), instrument=MIXED)
    assert only_unit(reading).direct == {"nilai": score}


def test_the_score_of_a_whole_unit_may_be_given_in_a_form(folder: Path) -> None:
    reading = read(one_sheet(folder, [["Unit", "A"], ["Kode", "Jawaban"], ["nilai", "82,70"]]), instrument=MIXED)
    assert only_unit(reading).direct == {"nilai": DirectScore(Fraction(827, 10), 100)}


@pytest.mark.parametrize(
    ("header", "cell", "code"),
    [
        ("nilai", 100.01, "KP802"),
        ("nilai", -1, "KP802"),
        ("nilai/50", 50.5, "KP802"),
        ("nilai", "tinggi", "KP803"),
        ("nilai", "1.234,5", "KP804"),
        ("nilai", "#REF!", "KP806"),
        ("nilai", Formula("1+1"), "KP807"),
        ("nilai", True, "KP808"),
        ("nilai", "n/a", "KP809"),
    ],
)
def test_a_score_given_directly_keeps_the_rules_of_its_scale(
    folder: Path, header: str, cell: object, code: str
) -> None:
    assert places(refusal(one_sheet(folder, [["Unit", header], ["A", cell]]), instrument=MIXED)) == [
        (code, "Jawaban!B2")
    ]


@pytest.mark.parametrize(
    ("header", "row", "complaint", "below"),
    [
        (["Unit", "nilai", *IDS], ["A", 80, None, None, 3, None], "Jawaban!B2", "W.01"),
        (["Unit", "layanan", *IDS], ["A", 80, None, 2, 3, 80], "Jawaban!B2", "L.02"),
        (["Unit", "layanan", *IDS], ["A", 80, None, "n/a", 3, 80], "Jawaban!B2", "L.02"),
    ],
)
def test_a_score_and_answers_below_it_are_refused_for_one_unit(
    folder: Path, header: list[object], row: list[object], complaint: str, below: str
) -> None:
    (problem,) = refusal(one_sheet(folder, [header, row]), instrument=MIXED)
    assert (problem.code, address(problem), problem.facts["below"]) == ("KP814", complaint, below)


def test_a_score_for_one_unit_and_answers_for_another_live_in_one_sheet(folder: Path) -> None:
    rows = [["Unit", "layanan", *IDS], ["A", 80, None, None, 3, 80], ["B", None, "ya", 2, 3, 80]]
    found = units(read(one_sheet(folder, rows), instrument=MIXED))
    assert set(found["A"].direct) == {"layanan"}
    assert found["B"].direct == {}


def test_a_unit_without_its_score_is_there_without_answers(folder: Path) -> None:
    found = units(read(one_sheet(folder, [["Unit", "nilai"], ["A", 80], ["B", "-"]]), instrument=MIXED))
    assert (dict(found["B"].direct), dict(found["B"].answers)) == ({}, {})


@pytest.mark.parametrize(("total", "agrees"), [(84, True), (84.02, True), (83.98, True), (84.03, False), (83.9, False)])
def test_scores_on_two_levels_must_agree_within_two_hundredths(folder: Path, total: float, agrees: bool) -> None:
    path = one_sheet(folder, [["Unit", "nilai", "layanan", "warga"], ["A", total, 80, 90]])
    if agrees:
        unit = only_unit(read(path, instrument=MIXED))
        assert unit.direct["nilai"].value == Fraction(str(total))
    else:
        assert places(refusal(path, instrument=MIXED)) == [("KP815", "Jawaban!B2")]


MUKOMUKO = (("input", "21,85", "12,16"), ("proses", "32,37", "14,88"), ("output", "24,24", "20,36"))
COMPLAINTS = ("pengaduan", "21,54", "12,95")


def test_weighted_points_of_an_official_report_are_scored_when_the_headers_state_the_maxima(folder: Path) -> None:
    parts = (*MUKOMUKO, COMPLAINTS)
    rows: list[list[object]] = [
        ["Unit", *(f"{name}/{most}" for name, most, _ in parts)],
        ["Mukomuko", *(float(p.replace(",", ".")) for _, _, p in parts)],
    ]
    reading = read(one_sheet(folder, rows), instrument=kepatuhan.load_instrument("ombudsman-2022"))
    result = kepatuhan.score(reading.instrument, reading.units)
    assert str(result.units[0].score) == "60.35"
    with_total = [[*rows[0], "nilai"], [*rows[1], 60.35]]
    reading = read(one_sheet(folder, with_total), instrument=reading.instrument)
    assert str(kepatuhan.score(reading.instrument, reading.units).units[0].score) == "60.35"


def test_weighted_points_without_a_stated_maximum_are_refused_with_both_headers(folder: Path) -> None:
    parts = (*MUKOMUKO, COMPLAINTS)
    rows: list[list[object]] = [
        ["Unit", *(name for name, *_ in parts)],
        ["Mukomuko", *(points for _, _, points in parts)],
    ]
    instrument = kepatuhan.load_instrument("ombudsman-2022")
    (problem,) = refusal(one_sheet(folder, rows), instrument=instrument)
    assert (problem.code, address(problem)) == ("KP823", "Jawaban!B2")
    assert (problem.facts["id"], problem.facts["weight"], problem.facts["full"]) == ("input", Fraction("21.85"), 100)


def test_one_score_above_its_weight_shows_that_scores_are_meant(folder: Path) -> None:
    rows = [["Unit", "layanan", "warga"], ["A", 50, 35], ["B", 61, 30]]
    found = units(read(one_sheet(folder, rows), instrument=MIXED))
    assert found["A"].direct == {"layanan": DirectScore(50, 100), "warga": DirectScore(35, 100)}


def test_low_scores_are_accepted_once_the_headers_say_that_they_are_scores(folder: Path) -> None:
    rows = [["Unit", "layanan/100", "warga/100"], ["A", 50, 35]]
    assert only_unit(read(one_sheet(folder, rows), instrument=MIXED)).direct["layanan"] == DirectScore(50, 100)


def test_a_workbook_with_weighted_points_is_refused_beside_another_with_scores(folder: Path) -> None:
    points = write_xlsx(folder / "poin.xlsx", {"S": [["Unit", "layanan", "warga"], ["A", 50, 35]]})
    for header in (["Unit", "layanan", "warga"], ["Unit", "layanan/100", "warga/100"]):
        scores = write_xlsx(folder / "nilai.xlsx", {"S": [header, ["B", 81, 90]]})
        (problem,) = refusal(points, scores, instrument=MIXED)
        assert (problem.code, problem.where and problem.where.file) == ("KP823", str(points))


# The weighted roll-up


def test_the_count_of_a_weighted_roll_up_is_read(folder: Path) -> None:
    rows = [["Unit", "Jumlah Produk", "X.01"], ["A", 3, 2], ["B", "12", 1], ["A", 3, None]]
    found = units(read(one_sheet(folder, rows), instrument=WEIGHTED))
    assert {name: unit.count for name, unit in found.items()} == {"A": 3, "B": 12}


def test_without_its_column_the_plain_mean_is_taken_and_that_is_said(folder: Path) -> None:
    reading = read(one_sheet(folder, [["Unit", "X.01"], ["A", 2]]), instrument=WEIGHTED)
    assert only_unit(reading).count is None
    assert [(p.code, p.level) for p in remarks(reading)] == [("KP728", Level.WARNING)]


@pytest.mark.parametrize(
    ("count", "complaint"),
    [
        (None, ("KP817", "Jawaban!A3")),
        ("-", ("KP817", "Jawaban!A3")),
        (0, ("KP827", "Jawaban!B3")),
        (-2, ("KP827", "Jawaban!B3")),
        (2.5, ("KP827", "Jawaban!B3")),
        ("2,5", ("KP827", "Jawaban!B3")),
        ("banyak", ("KP803", "Jawaban!B3")),
        ("1.234", ("KP804", "Jawaban!B3")),
        ("1.000", ("KP804", "Jawaban!B3")),
        ("#N/A", ("KP806", "Jawaban!B3")),
        (Formula("1+1"), ("KP807", "Jawaban!B3")),
        (True, ("KP808", "Jawaban!B3")),
    ],
)
def test_a_unit_whose_count_is_missing_or_no_whole_number_above_zero_is_refused(
    folder: Path, count: object, complaint: tuple[str, str]
) -> None:
    rows = [["Unit", "Jumlah Produk", "X.01"], ["A", 3, 2], ["B", count, 1]]
    assert places(refusal(one_sheet(folder, rows), instrument=WEIGHTED)) == [complaint]


def test_two_counts_for_one_unit_are_refused_naming_both_cells(folder: Path) -> None:
    rows = [["Unit", "Jumlah Produk", "X.01"], ["A", 3, 2], ["A", 4, None]]
    (problem,) = refusal(one_sheet(folder, rows), instrument=WEIGHTED)
    assert (problem.code, address(problem), problem.facts["other"]) == ("KP826", "Jawaban!B3", "B2")


def test_not_applicable_beside_answered_observations_does_not_count(folder: Path) -> None:
    instrument = instrument_of(
        "components: [{id: 'X.01', title: Satu, scale: rubrik, observed: produk, not_applicable: allowed}]"
    )
    rows = [["Unit", "X.01"], ["A", 2], ["A", "n/a"], ["A", 3], ["B", "tb"], ["B", None]]
    found = units(read(one_sheet(folder, rows), instrument=instrument))
    assert found["A"].answers == {"X.01": Observations((2, 3))}
    assert found["B"].answers == {"X.01": NOT_APPLICABLE}
