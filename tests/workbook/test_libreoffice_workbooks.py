"""Workbooks that LibreOffice wrote (``libreoffice/write_workbooks.py``): titles above the header, Indonesian text."""

from decimal import Decimal
from pathlib import Path

import pytest

import kepatuhan
from kepatuhan.messages import Words

from .sheets import places, read, refusal

HERE = Path(__file__).parent / "libreoffice"


def test_weighted_points_typed_as_indonesian_text_below_two_rows_of_titles_are_scored() -> None:
    reading = read(HERE / "judul-di-atas.xlsx")
    result = kepatuhan.score(reading.instrument, reading.units)
    assert [unit.score for unit in result.units] == [Decimal("82.90"), Decimal("91.71"), Decimal("70.67")]
    assert result.institution.score == Decimal("81.76")
    assert not reading.problems


@pytest.mark.parametrize(
    ("name", "code", "cell"),
    [("judul-di-atas-salah.xlsx", "KP804", "Rekap Nilai!D6"), ("indikator-salah.xlsx", "KP803", "Jawaban!T8")],
)
def test_the_one_wrong_answer_is_named_at_its_cell(name: str, code: str, cell: str) -> None:
    problems = refusal(HERE / name)
    assert places(problems) == [(code, cell)]
    assert str(problems[0].facts["written"]) in Words("id").problem(problems[0])
