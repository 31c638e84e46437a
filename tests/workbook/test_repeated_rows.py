"""Rows whose answers were read before are taken together: what they mean must not depend on the rows above them."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kepatuhan.scoring.answers import UnitAnswers
from kepatuhan.workbook import reading
from kepatuhan.workbook.answer_cells import AnswerCells
from kepatuhan.workbook.cells import Cell
from kepatuhan.workbook.form_rows import FormRows
from kepatuhan.workbook.records import UnitRecord
from tests.workbook.sheets import attempt, mixed, read, write_xlsx

HEADER = ["Unit", "L.01", "L.02", "W.01", "W.02", "Catatan", None]
NAMES = ["Dinas A", "Dinas B", "dinas a", "Total", "1", "Unit", None, "-", "Kode", "Mengetahui"]
ANSWERS = ["ya", "tidak", "Ya ", 0, 3, 2.5, "3", 85, "tb", "-", None, "kosong", True, "Unit", 400]
ROWS = st.lists(
    st.tuples(st.sampled_from(NAMES), *[st.sampled_from(ANSWERS)] * 4, st.sampled_from(["x", None, 3]), st.none()),
    min_size=1,
    max_size=12,
)


def one_by_one(
    self: AnswerCells, record: UnitRecord, components: Any, answers: list[Cell], _before: object, row: int, weight: int
) -> None:
    """What taking a row comes to when nothing is remembered."""
    for cell in answers:
        self.take(record, components[cell.column], cell, row, weight)


@settings(max_examples=150)
@given(ROWS, st.integers(0, 3))
def test_rows_mean_the_same_whatever_was_read_before(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[object, ...]], again: int
) -> None:
    path: Path = tmp_path_factory.mktemp("rows") / "a.xlsx"
    write_xlsx(path, {"Jawaban": [HEADER, *map(list, rows), *(list(row) for row in rows for _ in range(again))]})
    remembered = attempt(path, instrument=mixed())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(AnswerCells, "take_row", one_by_one)
        careful = attempt(path, instrument=mixed())
    assert isinstance(remembered, reading.Reading) == isinstance(careful, reading.Reading)
    assert remembered == careful


def test_units_with_the_same_answers_are_read_whole(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", {"Jawaban": [HEADER, *([f"U{n}", "ya", 3, 2, 85] for n in range(50))]})
    units = read(path, instrument=mixed()).units
    assert units == tuple(UnitAnswers(f"U{n}", {"L.01": "ya", "L.02": 3, "W.01": 2, "W.02": 85}) for n in range(50))


CODES = ["L.01", "L.02", "W.01", "W.02", "L.09", "Total", "1", "Kode", "Unit: Dinas Z", None, "Mengetahui"]
FORM_ROWS = st.lists(
    st.tuples(
        st.sampled_from(CODES), st.sampled_from(ANSWERS), st.sampled_from(["x", None, 3]), st.sampled_from([None, 2])
    ),
    min_size=1,
    max_size=10,
)


@settings(max_examples=150)
@given(st.lists(FORM_ROWS, min_size=1, max_size=3), st.sampled_from(["Catatan", None, "Isi"]))
def test_rows_of_forms_mean_the_same_whatever_was_read_before(
    tmp_path_factory: pytest.TempPathFactory, forms: list[list[tuple[object, ...]]], third: str | None
) -> None:
    path: Path = tmp_path_factory.mktemp("forms") / "a.xlsx"
    head = ["Kode", "Jawaban", third]
    sheets = {f"Dinas {n}": [head, *map(list, rows)] for n, rows in enumerate([*forms, *forms])}
    write_xlsx(path, sheets)
    remembered = attempt(path, instrument=mixed())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(FormRows, "below", lambda _rows, _header: None)
        careful = attempt(path, instrument=mixed())
    assert remembered == careful
