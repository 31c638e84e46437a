"""Headings in cells that are merged over several rows: tables with groups of columns are mostly headed so."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kepatuhan import ProblemsFound
from kepatuhan.workbook.cells import column_name

from .sheets import Rows, codes, instrument_of, merged, places, read, refusal, units, write_xlsx

SCORED = instrument_of(
    """
components:
  - {id: "X.01", title: Satu, weight: 1, scale: rubrik}
  - {id: "X.02", title: Dua, weight: 1, scale: rubrik}
  - {id: "X.03", title: Tiga, weight: 1, scale: rubrik}
"""
)
IDS = ["X.01", "X.02", "X.03"]
TABLE = [
    ["REKAPITULASI PENILAIAN", None, None, None, None, None],
    ["No", "Unit Layanan", "Standar", None, "Hasil", "Keterangan"],
    [None, None, *IDS, None],
    [1, "Disdukcapil", 3, 2, 1, "lengkap"],
    [2, "Dinas Sosial", 0, 1, 2, None],
]
FLAT = [["No", "Unit Layanan", *IDS, "Keterangan"], *TABLE[3:]]


def book(folder: Path, rows: Rows, *blocks: str) -> Path:
    return merged(write_xlsx(folder / "tabel.xlsx", {"Jawaban": rows}), *blocks)


def test_a_table_with_groups_above_its_codes_is_read_like_one_without(tmp_path: Path) -> None:
    path = book(tmp_path, TABLE, "A1:F1", "A2:A3", "B2:B3", "C2:D2", "F2:F3")
    reading = read(path, instrument=SCORED)
    flat = read(write_xlsx(tmp_path / "datar.xlsx", {"Jawaban": FLAT}), instrument=SCORED)
    assert (units(reading), codes(reading.problems)) == (units(flat), [])


def test_a_heading_may_reach_over_more_than_two_rows(tmp_path: Path) -> None:
    rows = [["Unit", "Penilaian", None], [None, "Standar", None], [None, None, None], [None, *IDS], ["A", 3, 2, 1]]
    reading = read(book(tmp_path, rows, "A1:A4", "B1:D1", "B2:D2"), instrument=SCORED)
    assert units(reading)["A"].answers == {"X.01": 3, "X.02": 2, "X.03": 1}


def test_a_heading_that_only_stands_higher_is_not_taken_down(tmp_path: Path) -> None:
    rows = [["Unit", "Standar", None, None], [None, *IDS], ["A", 3, 2, 1]]
    assert places(refusal(book(tmp_path, rows), instrument=SCORED)) == [("KP710", "Jawaban!B2")]
    assert places(refusal(book(tmp_path, rows, "B1:D1"), instrument=SCORED)) == [("KP710", "Jawaban!B2")]


def test_a_heading_that_reaches_into_the_table_is_not_taken_down(tmp_path: Path) -> None:
    rows = [["Unit", "Standar", None, None], [None, *IDS], [None, 3, 2, 1], ["B", 1, 1, 1]]
    assert places(refusal(book(tmp_path, rows, "A1:A3"), instrument=SCORED)) == [("KP710", "Jawaban!B2")]


def test_a_heading_over_several_columns_is_not_taken_down(tmp_path: Path) -> None:
    rows = [["Unit", None, "Standar", None, None], [None, None, *IDS], [1, "Dinas A", 3, 2, 1]]
    assert places(refusal(book(tmp_path, rows, "A1:B2"), instrument=SCORED)) == [("KP710", "Jawaban!C2")]


def test_answers_below_a_group_without_a_code_are_not_lost(tmp_path: Path) -> None:
    rows = [["Unit", "Standar", None, None, "Lain"], [None, *IDS, None], ["A", 3, 2, 1, 3]]
    path = book(tmp_path, rows, "A1:A2", "B1:D1")
    assert places(refusal(path, instrument=SCORED)) == [("KP737", "Jawaban!E3")]


def test_a_flat_heading_once_more_further_down_hides_no_unit_above_it(tmp_path: Path) -> None:
    rows = [["Unit", "Standar", None, None], [None, *IDS], ["A", 3, 2, 1], ["Unit", *IDS], ["B", 1, 1, 1]]
    reading = read(book(tmp_path, rows, "A1:A2", "B1:D1"), instrument=SCORED)
    assert (list(units(reading)), codes(reading.problems)) == (["A", "B"], ["KP715"])


def test_rows_between_codes_without_a_unit_and_the_header_are_refused_where_they_may_be_answers(tmp_path: Path) -> None:
    rows = [["Unit", "Standar"], [None, *IDS], ["A", 3, 2, 1], ["Unit", *IDS], ["B", 1, 1, 1]]
    (problem,) = refusal(book(tmp_path, rows), instrument=SCORED)
    assert (problem.code, problem.facts["rows"]) == ("KP759", ("3",))
    rows = [["Arti kode"], [None, *IDS], [None, "Syarat", "Biaya", "Waktu"], ["Unit", *IDS], ["B", 1, 1, 1]]
    assert codes(read(book(tmp_path, rows), instrument=SCORED).problems) == []


@pytest.mark.parametrize("blocks", [(), ("B4:B5", "C4:C5", "D4:D5")])
def test_codes_that_stand_below_other_codes_begin_another_table(tmp_path: Path, blocks: tuple[str, ...]) -> None:
    middle: Rows = [["Unit", None, None, None]] if blocks else []
    rows = [["Unit", *IDS], ["A", 3, 2, 1], [], ["Instansi", *reversed(IDS)], *middle, ["B", 1, 1, 2]]
    assert ("KP736", "Jawaban!A4") in places(refusal(book(tmp_path, rows, *blocks), instrument=SCORED))


def test_a_code_below_the_heading_nilai_is_a_heading_and_no_note(tmp_path: Path) -> None:
    rows = [["Unit", "Nilai"], [None, "X.01"], ["A", 3]]
    assert places(refusal(book(tmp_path, rows, "A1:A2"), instrument=SCORED)) == [("KP736", "Jawaban!B2")]


def test_answers_that_are_called_like_codes_are_answers(tmp_path: Path) -> None:
    scale = "weight: 1, scale: ya-tidak"
    asked = instrument_of(f"components: [{{id: y, title: Satu, {scale}}}, {{id: t, title: Dua, {scale}}}]")
    reading = read(book(tmp_path, [["Unit", "y", "t"], ["A", "t", "y"]]), instrument=asked)
    assert units(reading)["A"].answers == {"y": "tidak", "t": "ya"}


@pytest.mark.parametrize("box", ["E1:E2", "E1:E20", "E1:G2"])
def test_a_box_of_instructions_beside_a_form_changes_nothing(tmp_path: Path, box: str) -> None:
    rows = [["Unit", "Dinas A", None, None, "Jawaban: 0 sampai 3"], ["Kode", "Pertanyaan", "Jawaban"], ["X.01", "-", 3]]
    reading = read(book(tmp_path, [*rows, ["X.02", "-", 2], ["X.03", "-", 1]], box), instrument=SCORED)
    assert units(reading)["Dinas A"].answers == {"X.01": 3, "X.02": 2, "X.03": 1}


@given(st.permutations(["No", "Unit", *IDS, "Catatan"]), st.sets(st.integers(0, 5)), st.integers(0, 2))
def test_whatever_is_merged_the_table_reads_like_a_flat_one_or_is_refused(
    tmp_path_factory: pytest.TempPathFactory, headings: list[str], tall: set[int], titles: int
) -> None:
    folder = tmp_path_factory.mktemp("tabel")
    below: list[list[Any]] = []
    for number in range(1, 4):
        marks = {name: (number + position) % 4 for position, name in enumerate(IDS)}
        cells: dict[str, object] = {"No": number, "Unit": f"Dinas {number}", "Catatan": "rapi", **marks}
        below.append([cells[heading] for heading in headings])
    above: list[list[Any]] = [["Laporan"]] * titles
    upper = [heading if column in tall else None for column, heading in enumerate(headings)]
    lower = [None if column in tall else heading for column, heading in enumerate(headings)]
    blocks = [f"{column_name(column + 1)}{titles + 1}:{column_name(column + 1)}{titles + 2}" for column in sorted(tall)]
    path = book(folder, [*above, upper, lower, *below], *blocks)
    flat = read(write_xlsx(folder / "datar.xlsx", {"Jawaban": [headings, *below]}), instrument=SCORED)
    higher = {headings[column] for column in tall}
    try:
        reading = read(path, instrument=SCORED)
    except ProblemsFound:
        assert "Unit" not in higher or not higher.isdisjoint(IDS)
    else:
        assert units(reading) == units(flat)
