"""Every answer is remembered with its cell: what stands there, read by another library, is that answer."""

import csv
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.utils import coordinate_to_tuple

import kepatuhan
from kepatuhan.problems import Where
from kepatuhan.scoring.answer_places import UnitPlaces
from kepatuhan.scoring.answers import NOT_APPLICABLE, Observations
from tests.workbook.sheets import Rows, mixed, one_indicator, read, write_csv, write_xlsx

Answers = dict[str, list[object]]
"""The cells of one unit by indicator: one, or one for each respondent; None is blank."""

SINGLE, OBSERVED = ("L.01", "L.02"), ("W.01", "W.02")


@st.composite
def units_of_cells(draw: st.DrawFn) -> dict[str, Answers]:
    respondents = draw(st.integers(1, 4))
    names = draw(st.lists(st.sampled_from(["Dinsos", "Disdik", "Dinkes"]), min_size=1, unique=True))

    def cells(values: st.SearchStrategy[object], count: int) -> list[object]:
        return draw(st.lists(st.one_of(st.none(), values), min_size=count, max_size=count))

    return {
        name: {
            "L.01": cells(st.sampled_from(["ya", "tidak"]), 1),
            "L.02": cells(st.sampled_from([0, 1, 2, 3, "tidak berlaku"]), 1),
            "W.01": cells(st.integers(0, 3), respondents),
            "W.02": cells(st.integers(0, 100), respondents),
        }
        for name in names
    }


def as_matrix(units: dict[str, Answers]) -> dict[str, Rows]:
    """A row for each respondent; what is answered once stands in the first."""
    rows: list[list[object]] = [["Daftar jawaban"], ["No", "Unit", "W.02", "L.01", "W.01", "L.02"]]
    for name, answers in units.items():
        for number in range(len(answers["W.01"])):
            single = {key: answers[key][0] if number == 0 else None for key in SINGLE}
            rows.append(
                [number, name, answers["W.02"][number], single["L.01"], answers["W.01"][number], single["L.02"]]
            )
    return {"Jawaban": rows}


def as_forms(units: dict[str, Answers]) -> dict[str, Rows]:
    return {
        name: [
            ["Unit", name],
            ["Kode", "Uraian", *(f"Jawaban {number + 1}" for number in range(len(answers["W.01"])))],
            *([key, "apa", *cells] for key, cells in answers.items()),
        ]
        for name, answers in units.items()
    }


def as_long(units: dict[str, Answers]) -> dict[str, Rows]:
    most = max(len(answers["W.01"]) for answers in units.values())
    rows: list[list[object]] = [["Kode", "Unit", *(f"Jawaban {number + 1}" for number in range(most))]]
    for key in (*OBSERVED, *SINGLE):
        rows += [[key, name, *answers[key]] for name, answers in units.items()]
    return {"Panjang": rows}


LAYOUTS: dict[str, Callable[[dict[str, Answers]], dict[str, Rows]]] = {
    "matrix": as_matrix,
    "form": as_forms,
    "long": as_long,
}


def stands_in(where: Where) -> object:
    """What another library finds in a cell."""
    assert where.cell is not None
    row, column = coordinate_to_tuple(where.cell)
    if where.sheet is not None:
        return load_workbook(where.file)[where.sheet].cell(row, column).value
    with Path(where.file).open(encoding="utf-8", newline="") as stream:
        text = list(csv.reader(stream, delimiter=";"))[row - 1][column - 1]
    return int(text) if text.isdigit() else text or None


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("ending", [".xlsx", ".csv"])
@given(units=units_of_cells())
def test_every_cell_that_is_named_holds_that_answer(layout: str, ending: str, units: dict[str, Answers]) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        sheets = LAYOUTS[layout](units)
        if ending == ".xlsx":
            write_xlsx(folder / "jawaban.xlsx", sheets)
        else:
            for number, rows in enumerate(sheets.values()):
                write_csv(folder / f"{number}.csv", rows)
        reading = kepatuhan.read_answers(folder, mixed(), keeps_places=True)
        assert reading.places is not None
        assert {unit.unit for unit in reading.units} == set(units)
        for unit in reading.units:
            places = reading.places.of(unit.unit.upper())
            wanted = {key: [cell for cell in cells if cell is not None] for key, cells in units[unit.unit].items()}
            assert places.answers.keys() == {key for key, cells in wanted.items() if cells} == unit.answers.keys()
            for key, cells in places.answers.items():
                assert [stands_in(cell.where) for cell in cells] == wanted[key]
                assert ["tidak berlaku" if cell.value is NOT_APPLICABLE else cell.value for cell in cells] == wanted[
                    key
                ]
            for key, where in places.blank.items():
                assert not wanted[key]
                assert stands_in(where) is None
            assert places.blank.keys() == {key for key, cells in wanted.items() if not cells}


def places_of(path: Path, unit: str) -> UnitPlaces:
    reading = kepatuhan.read_answers(path, mixed(), keeps_places=True)
    assert reading.places is not None
    return reading.places.of(unit)


def test_an_observation_that_is_not_applicable_is_there_and_does_not_count(tmp_path: Path) -> None:
    edition = one_indicator("rubrik", settings=", observed: petugas, not_applicable: allowed")
    rows = [["Unit", "X.01"], ["Dinas", 2], ["Dinas", "tb"], ["Dinas", 3]]
    path = write_xlsx(tmp_path / "a.xlsx", {"Jawaban": rows})
    reading = kepatuhan.read_answers(path, edition, keeps_places=True)
    assert reading.places is not None
    cells = reading.places.of("Dinas").answers["X.01"]
    assert [(cell.where.cell, cell.value) for cell in cells] == [("B2", 2), ("B3", NOT_APPLICABLE), ("B4", 3)]
    assert reading.units[0].answers["X.01"] == Observations((2, 3))


def test_the_weight_of_a_respondent_stands_with_the_cell(tmp_path: Path) -> None:
    rows = [
        ["Unit", "bobot responden", "L.01", "L.02", "W.01", "W.02"],
        ["Dinas", 1, "ya", 3, 2, 50],
        ["Dinas", "0,5", None, None, 3, 60],
    ]
    cells = places_of(write_xlsx(tmp_path / "a.xlsx", {"Jawaban": rows}), "Dinas").answers["W.01"]
    assert [(cell.where.cell, cell.weight) for cell in cells] == [("E2", 1), ("E3", cells[1].weight)]
    assert cells[1].weight * 2 == 1


def test_a_score_that_was_given_has_its_cell_and_its_most(tmp_path: Path) -> None:
    rows = [["Unit", "layanan/30", "warga/100"], ["Dinas", "12,5", 80]]
    direct = places_of(write_xlsx(tmp_path / "a.xlsx", {"Rapor": rows}), "Dinas").direct
    assert {name: (cell.where.cell, cell.value * 2, cell.most) for name, cell in direct.items()} == {
        "layanan": ("B2", 25, 30),
        "warga": ("C2", 160, 100),
    }


def test_places_are_kept_only_where_they_are_asked_for(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", as_forms({"Dinas": {"L.01": ["ya"], "L.02": [1], "W.01": [2], "W.02": [3]}}))
    assert read(path, instrument=mixed()).places is None
    with pytest.raises(KeyError):
        places_of(path, "Dines")
