"""Names that are nearly the same, or the same in several places: nothing is merged or split without a word."""

from fractions import Fraction
from pathlib import Path

import pytest

from kepatuhan.problems import Level
from kepatuhan.workbook import unit_names
from tests.workbook.sheets import (
    Formatted,
    address,
    codes,
    instrument_of,
    one_indicator,
    places,
    read,
    refusal,
    remarks,
    units,
    write_csv,
    write_xlsx,
)

RUBRIC = one_indicator("rubrik")
PERCENT = one_indicator("persen")
TWO = instrument_of(
    """
components:
  - {id: "X.01", title: Satu, weight: 1, scale: rubrik}
  - {id: "X.02", title: Dua, weight: 1, scale: rubrik}
"""
)
NEAR = [
    ("Puskesmas Setu 1", "Puskemas Setu 1"),
    ("Disdukcapil", "Disdukcaipl"),
    ("Dinas Sosial", "Dinas Sosiall"),
    ("DPM-PTSP", "DPMPTSP"),
    ("Dinas Kesehatan", "DinasKesehatan"),
    ("Puskesmas Setu 1", "Puskesmas Setu 01"),
]
APART = [
    ("Puskesmas Setu 1", "Puskesmas Setu 2"),
    ("Dinas A", "Dinas B"),
    ("Kecamatan Setu", "Kecamatan Satu"),
    ("SMPN XII", "SMPN XIII"),
    ("Puskesmas Setu 1", "Puskemas Setu 2"),
    ("Dinas Sosial", "Dinas Perhubungan"),
]


@pytest.mark.parametrize(("one", "other"), NEAR)
def test_a_name_that_is_nearly_another_stays_a_unit_of_its_own_and_is_asked_about(
    tmp_path: Path, one: str, other: str
) -> None:
    path = write_xlsx(
        tmp_path / "a.xlsx", {"Satu": [["Unit", "X.01"], [one, 2]], "Dua": [["Unit", "X.01"], [other, 3]]}
    )
    reading = read(path, instrument=RUBRIC)
    assert [unit.answers["X.01"] for unit in reading.units] == [2, 3]
    (asked,) = remarks(reading)
    assert (asked.code, asked.level, address(asked)) == ("KP785", Level.WARNING, "Dua!A2")
    assert (asked.facts["name"], asked.facts["first"], asked.facts["other"]) == (other, one, "Satu!A2")


@pytest.mark.parametrize(("one", "other"), APART)
def test_names_that_are_told_apart_on_purpose_are_not_asked_about(tmp_path: Path, one: str, other: str) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", {"Satu": [["Unit", "X.01"], [one, 2], [other, 3]]})
    assert not read(path, instrument=RUBRIC).problems


def test_a_near_name_in_another_file_is_said_with_the_file(tmp_path: Path) -> None:
    one = write_csv(tmp_path / "a.csv", [["Unit", "X.01"], ["Puskesmas Setu", 2]])
    other = write_csv(tmp_path / "b.csv", [["Unit", "X.01"], ["Puskemas Setu", 2]])
    (asked,) = remarks(read(one, other, instrument=RUBRIC))
    assert asked.facts["other"] == f"{one}, A2"


def test_beyond_the_number_of_units_that_are_compared_nothing_is_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [["Unit", "X.01"], ["Dinas Sosial", 1], ["Dinas Sosiall", 2]]
    path = write_xlsx(tmp_path / "a.xlsx", {"Jawaban": rows})
    assert codes(read(path, instrument=RUBRIC).problems) == ["KP785"]
    monkeypatch.setattr(unit_names, "MOST_COMPARED", 1)
    assert not read(path, instrument=RUBRIC).problems


def test_a_unit_that_two_files_hold_is_said_with_both_places(tmp_path: Path) -> None:
    one = write_csv(tmp_path / "a.csv", [["Unit", "X.01"], ["Dinas A", 2], ["Dinas B", 1]])
    other = write_csv(tmp_path / "b.csv", [["Unit", "X.02"], ["Dinas B", 0], ["Dinas A", 3]])
    reading = read(one, other, instrument=TWO)
    assert {name: dict(unit.answers) for name, unit in units(reading).items()} == {
        "Dinas A": {"X.01": 2, "X.02": 3},
        "Dinas B": {"X.01": 1, "X.02": 0},
    }
    (said,) = remarks(reading)
    assert (said.code, said.level, said.where and said.where.file) == ("KP786", Level.NOTE, str(other))
    assert (said.facts["units"], said.facts["other"]) == (("Dinas A", "Dinas B"), f"{one}, A2")


def test_two_sheets_of_one_file_may_hold_a_unit_without_a_word(tmp_path: Path) -> None:
    sheets = {"Satu": [["Unit", "X.01"], ["Dinas A", 2]], "Dua": [["Unit", "X.02"], ["Dinas A", 3]]}
    assert not read(write_xlsx(tmp_path / "a.xlsx", sheets), instrument=TWO).problems


def test_names_that_differ_in_case_are_one_unit_and_that_is_said_once_a_sheet(tmp_path: Path) -> None:
    rows = [["Unit", "X.01", "X.02"], ["Dinas A", 2, None], ["DINAS A", None, 3], ["DINAS A", None, None]]
    reading = read(write_xlsx(tmp_path / "a.xlsx", {"Jawaban": rows}), instrument=TWO)
    assert dict(units(reading)["Dinas A"].answers) == {"X.01": 2, "X.02": 3}
    assert [(p.code, p.level, address(p)) for p in remarks(reading)] == [("KP787", Level.NOTE, "Jawaban!A3")]


@pytest.mark.parametrize("same", ["Dinas  A", " Dinas A ", "Dinas\u00a0A", "\uff24inas A"])
def test_names_that_look_the_same_are_one_unit_without_a_word(tmp_path: Path, same: str) -> None:
    rows = [["Unit", "X.01", "X.02"], ["Dinas A", 2, None], [same, None, 3]]
    reading = read(write_xlsx(tmp_path / "a.xlsx", {"Jawaban": rows}), instrument=TWO)
    assert dict(units(reading)["Dinas A"].answers) == {"X.01": 2, "X.02": 3}
    assert not reading.problems


# Percentages


def percentages(tmp_path: Path, *values: object) -> Path:
    rows = [["Unit", "X.01"], *([f"Dinas {number}", value] for number, value in enumerate(values, start=1))]
    return write_xlsx(tmp_path / "a.xlsx", {"Jawaban": rows})


@pytest.mark.parametrize("small", [0.9, 1, "0,9", 0.001])
def test_a_number_up_to_1_among_percentages_is_asked_about(tmp_path: Path, small: object) -> None:
    path = percentages(tmp_path, small, Formatted(0.85, "0%"), 80, small)
    assert places(refusal(path, instrument=PERCENT)) == [("KP788", "Jawaban!B2"), ("KP788", "Jawaban!B5")]


def test_zero_and_numbers_without_percentages_beside_them_are_what_they_are(tmp_path: Path) -> None:
    assert not read(percentages(tmp_path, 0, Formatted(0.85, "0%"), 80), instrument=PERCENT).problems
    reading = read(percentages(tmp_path, 0.9, 80), instrument=PERCENT)
    assert [unit.answers["X.01"] for unit in reading.units] == [Fraction(9, 10), 80]


def test_a_small_percentage_that_is_formatted_is_no_question(tmp_path: Path) -> None:
    reading = read(percentages(tmp_path, Formatted(0.009, "0.0%"), Formatted(0.85, "0%")), instrument=PERCENT)
    assert [unit.answers["X.01"] for unit in reading.units] == [Fraction(9, 10), 85]


def test_a_finished_score_up_to_1_among_percentages_is_asked_about(tmp_path: Path) -> None:
    rows = [["Unit", "Nilai"], ["Dinas A", Formatted(0.85, "0%")], ["Dinas B", 0.9]]
    path = write_xlsx(tmp_path / "a.xlsx", {"Jawaban": rows})
    assert places(refusal(path, instrument=PERCENT)) == [("KP788", "Jawaban!B3")]
