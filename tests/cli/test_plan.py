"""``kepatuhan plan``: what is printed, what is written, and which exit code comes back."""

import csv
import io
import json
import re
from functools import partial
from pathlib import Path

import pytest

from kepatuhan.cli import main
from kepatuhan.scoring import planning
from kepatuhan.scoring.least_effort import least_effort
from tests.cli.books import INSTRUMENT, write_book, write_instrument, write_units

Captured = pytest.CaptureFixture[str]
EXAMPLES = Path(__file__).parents[2] / "examples"
UNITS = EXAMPLES / "units.xlsx"
RUBRIC_WORDS = INSTRUMENT.replace(
    "weight: 60, scale: rubrik}",
    "weight: 60, scale: rubrik, effort: 2, steps: {1: sebagian, 3: lengkap.}, remedy: Lengkapi ruangnya.}",
)


@pytest.fixture
def instrument(tmp_path: Path) -> str:
    return str(write_instrument(tmp_path))


def _plan(*arguments: object) -> int:
    return main(["plan", *map(str, arguments)])


def _json(capsys: Captured, *arguments: object) -> dict[str, object]:
    assert _plan(*arguments, "--format", "json") == 0
    document: dict[str, object] = json.loads(capsys.readouterr().out)
    return document


def test_a_plan_tells_the_way_of_the_institution_and_of_each_unit_below_the_target(
    tmp_path: Path, capsys: Captured
) -> None:
    instrument = write_instrument(tmp_path, RUBRIC_WORDS)
    book = write_units(tmp_path, ("Disdik", 1, 3), ("Dinsos", 3, 3))
    assert _plan(book, "--instrument", instrument) == 0
    out = capsys.readouterr().out
    assert "Rencana menuju target 90 dengan usaha terkecil, menurut bobot asumsi" in out
    assert "Instansi: 80,00 (A, hijau) menjadi 90,00 (A, hijau). Usaha 2, 1 langkah." in out
    assert "1. Disdik, A.1 Pertama: usaha 2, +10,00 poin, nilai menjadi 90,00 (A, hijau); untuk unitnya +20,00." in out
    assert "Disdik: 60,00 (B, kuning) menjadi 100,00 (A, hijau). Usaha 4, 1 langkah." in out
    assert "dari 1 (sebagian) menjadi 3 (lengkap)" in out
    assert "A.1 Pertama: Lengkapi ruangnya." in out
    assert "Sudah mencapai target: Dinsos." in out
    assert "terbukti" not in out


def test_the_analysts_of_the_example_are_told_what_to_do_first(capsys: Captured) -> None:
    """We are at 87.88 and want more than 90."""
    document = _json(capsys, UNITS, "--target", "90,01")
    institution = document["institution"]
    assert isinstance(institution, dict)
    assert (institution["from"], institution["reachable"], document["exact"]) == (87.88, True, True)
    assert institution["to"] > 90
    assert institution["steps"][0]["unit"] == "DPMPTSP"
    assert institution["effort"] == sum(step["effort"] for step in institution["steps"])


def test_json_has_the_keys_of_the_contract(capsys: Captured) -> None:
    document = _json(capsys, UNITS)
    assert list(document) == [
        "format", "version", "instrument", "inputs", "target", "exact", "assumed_weights", "outside_included",
        "units", "institution", "problems",
    ]  # fmt: skip
    assert (document["format"], document["target"]) == ("kepatuhan.plan/1", 90)
    units = document["units"]
    assert isinstance(units, list)
    way = [
        "from", "to", "reachable", "effort", "effort_at_least", "category_before", "zone_before", "category_after",
        "zone_after", "steps", "equal",
    ]  # fmt: skip
    assert all(list(unit) == ["unit", "status", "blank", *way, "obstacles"] for unit in units)
    assert list(document["institution"]) == way  # type: ignore[call-overload]
    step = [
        "component", "title", "answer", "answer_after", "effort", "points", "institution_points", "score_after",
        "category_after", "zone_after", "remedy",
    ]  # fmt: skip
    assert list(units[1]["steps"][0]) == step
    assert list(document["institution"]["steps"][0]) == ["unit", *step]  # type: ignore[index]


def test_a_unit_without_a_score_has_nulls_and_is_named(tmp_path: Path, instrument: str, capsys: Captured) -> None:
    book = write_units(tmp_path, ("Disdik", 1, 3), ("Dinsos", None, None))
    document = _json(capsys, book, "--instrument", instrument)
    empty = document["units"][1]  # type: ignore[index]
    assert (empty["status"], empty["from"], empty["reachable"], empty["steps"]) == ("not filled in", None, None, [])
    assert _plan(book, "--instrument", instrument) == 0
    assert "Dinsos: belum ada nilai (belum diisi)" in capsys.readouterr().out


def test_one_unit_is_found_however_it_is_spelt(capsys: Captured) -> None:
    document = _json(capsys, UNITS, "--unit", "dinas  PENDIDIKAN")
    assert [unit["unit"] for unit in document["units"]] == ["Dinas Pendidikan"]  # type: ignore[attr-defined]
    assert document["institution"] is None


def test_an_unknown_unit_is_refused_with_the_one_that_was_meant(capsys: Captured) -> None:
    assert _plan(UNITS, "--unit", "Dinas Sosal") == 3
    told = capsys.readouterr()
    assert told.out == ""
    assert "[KP780]" in told.err
    assert 'Apakah yang dimaksud "Dinas Sosial"?' in told.err


def test_a_refusal_is_json_where_json_was_asked_for(capsys: Captured) -> None:
    assert _plan(UNITS, "--unit", "X", "--format", "json") == 3
    document = json.loads(capsys.readouterr().out)
    assert (document["format"], document["problems"][0]["code"]) == ("kepatuhan.problems/1", "KP780")


def test_a_unit_without_a_score_cannot_be_planned(tmp_path: Path, instrument: str, capsys: Captured) -> None:
    book = write_units(tmp_path, ("Disdik", 1, 3), ("Dinsos", None, None))
    assert _plan(book, "--instrument", instrument, "--unit", "Dinsos") == 3
    assert "[KP781]" in capsys.readouterr().err
    empty = write_units(tmp_path, ("Dinsos", None, None), name="kosong.xlsx")
    assert _plan(empty, "--instrument", instrument) == 3
    assert "[KP782]" in capsys.readouterr().err


@pytest.mark.parametrize("target", ["100,01", "-1", "banyak"])
def test_a_target_that_cannot_be_is_a_bad_command_line(target: str, capsys: Captured) -> None:
    assert _plan(UNITS, f"--target={target}") == 2
    assert capsys.readouterr().out == ""


def test_without_any_target_one_is_asked_for(capsys: Captured) -> None:
    assert _plan(EXAMPLES / "skm.xlsx") == 2
    assert "--target 90" in capsys.readouterr().err


def test_a_workbook_with_problems_is_not_planned_in_part(tmp_path: Path, instrument: str, capsys: Captured) -> None:
    book = write_units(tmp_path, ("Disdik", 1, 7), ("Dinsos", 1, 1))
    assert _plan(book, "--instrument", instrument) == 3
    told = capsys.readouterr()
    assert told.out == ""
    assert "[KP802]" in told.err


def test_out_of_reach_says_how_far_and_what_stands_in_the_way(capsys: Captured) -> None:
    assert _plan(UNITS, "--unit", "Dinas Sosial", "--target", "99") == 0
    out = capsys.readouterr().out
    assert "Target 99 tidak tercapai: paling jauh 92,24 (A, hijau), bila semua 15 langkah" in out
    assert "O.01 Penundaan berlarut, di luar kendali unit" in out
    assert "--include-outside" in out
    assert _plan(UNITS, "--unit", "Dinas Sosial", "--target", "99", "--include-outside") == 0
    assert "tidak tercapai" not in capsys.readouterr().out


def test_what_stands_in_the_way_of_an_institution_is_told_at_its_units(capsys: Captured) -> None:
    assert _plan(UNITS, "--target", "99") == 0
    out = capsys.readouterr().out
    assert "Yang menghalangi disebut pada setiap unit di bawah ini." in out


def test_a_single_step_that_is_not_enough_is_called_one_step(tmp_path: Path, instrument: str, capsys: Captured) -> None:
    book = write_book(tmp_path / "rapor.xlsx", [["Unit", "A.1/60", "A.2"], ["Disdik", 20, 1]])
    assert _plan(book, "--instrument", instrument) == 0
    told = "Target 90 tidak tercapai: paling jauh 60,00 (B, kuning), bila langkah di bawah ini dikerjakan (usaha 2)."
    assert told in capsys.readouterr().out


def test_a_plan_that_rests_on_blank_answers_says_to_fill_them_in_first(
    tmp_path: Path, instrument: str, capsys: Captured
) -> None:
    book = write_units(tmp_path, ("Disdik", 1, None))
    for form in ("table", "markdown"):
        assert _plan(book, "--instrument", instrument, "--format", form) == 0
        assert "1 indikator belum diisi dan dihitung sebagai jawaban terburuk" in capsys.readouterr().out
    assert _json(capsys, book, "--instrument", instrument)["units"][0]["blank"] == 1  # type: ignore[index]


def test_the_plan_of_one_unit_still_tells_the_points_of_the_institution(
    tmp_path: Path, instrument: str, capsys: Captured
) -> None:
    book = write_units(tmp_path, ("Disdik", 1, 3), ("Dinsos", 3, 3))
    assert _plan(book, "--instrument", instrument, "--unit", "Disdik") == 0
    assert "untuk instansi +20,00" in capsys.readouterr().out


def test_alternatives_come_with_their_answers(tmp_path: Path, capsys: Captured) -> None:
    instrument = write_instrument(tmp_path, INSTRUMENT.replace("60,", "50,").replace("40,", "50,"))
    book = write_units(tmp_path, ("Disdik", 2, 2))
    (equal,) = _json(capsys, book, "--instrument", instrument, "--target", "83")["institution"]["equal"]  # type: ignore[index]
    assert equal == {
        "choose": 1,
        "among": [{"unit": "Disdik", "component": name, "answer": 2, "answer_after": 3} for name in ("A.1", "A.2")],
    }


def test_a_plan_that_may_not_be_the_least_does_not_call_itself_so(
    monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.setattr(planning, "least_effort", partial(least_effort, most_steps=0))
    assert _plan(UNITS) == 0
    out = capsys.readouterr().out
    assert "dengan usaha yang mendekati terkecil, menurut bobot asumsi" in out
    assert "usaha terkecil" not in out
    assert re.search(r"Usaha \d+ \(sedikitnya \d+ diperlukan\)", out)
    document = _json(capsys, UNITS)
    ways = [document["institution"], *document["units"]]  # type: ignore[misc]
    assert document["exact"] is False
    assert any(way["effort_at_least"] < way["effort"] for way in ways)


def test_units_known_by_finished_scores_alone_cannot_be_planned_below_them(capsys: Captured) -> None:
    assert _plan(EXAMPLES / "bekasi-2022.xlsx") == 0
    out = capsys.readouterr().out
    assert "tidak ada langkah yang dapat ditawarkan" in out
    assert "hanya nilai jadi unit ini yang diketahui" in out


def test_the_csv_has_a_row_for_each_step_of_every_way(tmp_path: Path, instrument: str, capsys: Captured) -> None:
    book = write_units(tmp_path, ("Disdik", 1, 3), ("Dinsos", 3, 3), ("+ Dinas", None, None))
    assert _plan(book, "--instrument", instrument, "--format", "csv", "--lang", "en") == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out.removeprefix("\ufeff"))))
    assert [(row["plan_for"], row["step"], row["component"]) for row in rows] == [
        ("Disdik", "1", "A.1"),
        ("Dinsos", "", ""),
        ("'+ Dinas", "", ""),
        ("Institution", "1", "A.1"),
    ]
    assert (rows[0]["answer"], rows[0]["answer_after"], rows[0]["points"]) == ("1", "3", "40.000000")
    assert rows[2]["status"] == "not filled in"
    assert all(None not in row and None not in row.values() for row in rows)


def test_files_are_written_by_their_ending_and_kept_without_force(
    tmp_path: Path, instrument: str, capsys: Captured
) -> None:
    book = write_units(tmp_path, ("Disdik", 1, 3))
    memo, data = tmp_path / "rencana.md", tmp_path / "rencana.json"
    assert _plan(book, "--instrument", instrument, "--output", memo, "--output", data) == 0
    assert "| A.1 Pertama | dari 1 menjadi 3 | 2 | 40,00 |" in memo.read_text(encoding="utf-8")
    assert json.loads(data.read_text(encoding="utf-8"))["format"] == "kepatuhan.plan/1"
    assert _plan(book, "--instrument", instrument, "--output", memo) == 3
    assert _plan(book, "--instrument", instrument, "--output", tmp_path / "rencana.pdf") == 2
    capsys.readouterr()


def test_a_narrow_page_breaks_lines_between_words(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    assert _plan(UNITS, "--lang", "en") == 0
    out = capsys.readouterr().out
    assert max(map(len, out.splitlines())) <= 60
    assert "Institution: 87.88" in out


def test_names_are_printed_literally(tmp_path: Path, instrument: str, capsys: Captured) -> None:
    book = write_units(tmp_path, ("Dinas [bold]\u202e {x}", 1, 3))
    for form in ("table", "markdown"):
        assert _plan(book, "--instrument", instrument, "--format", form) == 0
        out = capsys.readouterr().out
        assert "\u202e" not in out
        assert "{x}" in out.replace("\\", "")


def test_many_units_are_cut_with_a_word_about_it(tmp_path: Path, instrument: str, capsys: Captured) -> None:
    book = write_units(tmp_path, *[(f"Unit {number}", 1, 1) for number in range(70)])
    assert _plan(book, "--instrument", instrument) == 0
    out = capsys.readouterr().out
    assert "dan 50 unit lagi di bawah target" in out
    assert out.count("\nUnit ") == 20


def test_many_units_without_a_score_are_cut_with_a_word_about_it(
    tmp_path: Path, instrument: str, capsys: Captured
) -> None:
    book = write_units(tmp_path, ("Disdik", 1, 1), *[(f"Unit {number}", None, None) for number in range(25)])
    assert _plan(book, "--instrument", instrument) == 0
    assert "dan 5 unit lagi yang belum ada nilainya" in capsys.readouterr().out


def test_the_only_unit_is_not_told_apart_from_its_institution(
    tmp_path: Path, instrument: str, capsys: Captured
) -> None:
    assert _plan(write_units(tmp_path, ("Disdik", 1, 3)), "--instrument", instrument) == 0
    out = capsys.readouterr().out
    assert "untuk unitnya" not in out
    assert "untuk instansi" not in out


def test_score_points_to_the_first_step_and_the_plan(tmp_path: Path, instrument: str, capsys: Captured) -> None:
    folder = tmp_path / "isian kota"
    folder.mkdir()
    write_units(folder, ("Disdik", 1, 3), ("Dinsos", 3, 2))
    arguments = [str(folder), "--instrument", instrument]
    assert main(["score", *arguments]) == 0
    line = next(line for line in capsys.readouterr().out.splitlines() if line.startswith("Langkah pertama"))
    assert "untuk Disdik, yang terjauh dari target: A.1 Pertama, dari 1 menjadi 3" in line
    assert line.endswith(f'kepatuhan plan "{folder}" --instrument {instrument}')
    assert main(["score", *arguments, "--target", "50"]) == 0
    assert "Langkah pertama" not in capsys.readouterr().out


def test_score_calls_a_unit_the_furthest_only_where_it_is(tmp_path: Path, instrument: str, capsys: Captured) -> None:
    """Dinsos is further away, but only its finished score is known."""
    write_units(tmp_path, ("Disdik", 1, 3))
    write_book(tmp_path / "rapor.xlsx", [["Unit", "Nilai"], ["Dinsos", 10]])
    assert main(["score", str(tmp_path), "--instrument", instrument]) == 0
    line = "Langkah pertama untuk Disdik, yang terjauh dari target di antara yang dapat direncanakan: A.1"
    assert line in capsys.readouterr().out


def test_a_partial_score_points_to_no_plan(tmp_path: Path, instrument: str, capsys: Captured) -> None:
    book = write_book(tmp_path / "u.xlsx", [["Unit", "A.1", "A.2"], ["Disdik", 1, 1], ["Dinsos", 9, 1]])
    assert main(["score", str(book), "--instrument", instrument, "--partial"]) == 0
    assert "Langkah pertama" not in capsys.readouterr().out
