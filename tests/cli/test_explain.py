"""``kepatuhan explain``: what is printed, what is written, and which exit code comes back."""

import csv
import io
import json
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from kepatuhan.cli import main
from kepatuhan.exact import from_decimal_text, from_ratio_text
from tests.cli.books import INSTRUMENT, write_book, write_instrument, write_units

Captured = pytest.CaptureFixture[str]
ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
UNITS = EXAMPLES / "units.xlsx"
RICH = INSTRUMENT.replace(
    '{id: "A.1", title: Pertama, weight: 60, scale: rubrik}',
    '{id: "A.1", title: Pertama, weight: 60, scale: rubrik, observed: petugas, question: Ada apa?, '
    "not_applicable: allowed, steps: {1: sebagian, 3: lengkap.}, remedy: Lengkapi ruangnya.}",
)


@pytest.fixture
def instrument(tmp_path: Path) -> str:
    return str(write_instrument(tmp_path))


def _explain(*arguments: object) -> int:
    return main(["explain", *map(str, arguments)])


def _json(capsys: Captured, *arguments: object) -> dict[str, Any]:
    assert _explain(*arguments, "--format", "json") == 0
    document: dict[str, Any] = json.loads(capsys.readouterr().out)
    return document


def _walk(components: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for component in components:
        yield component
        yield from _walk(component["components"])


def _exact(text: str) -> Fraction:
    value = from_ratio_text(text) if "/" in text else from_decimal_text(text)
    assert value is not None
    return Fraction(value)


def test_every_answer_has_its_cell_its_weight_and_its_points(tmp_path: Path, capsys: Captured) -> None:
    instrument = write_instrument(tmp_path, RICH)
    rows: list[list[object]] = [["Unit", "A.1", "A.2"], ["Disdik", 3, 2], ["Disdik", 1, None], ["Dinsos", 3, 3]]
    book = write_book(tmp_path / "unit.xlsx", rows)
    assert _explain(book, "--instrument", instrument, "--unit", "disdik") == 0
    told = capsys.readouterr().out
    lines = [line.split() for line in told.splitlines()]
    assert ["A.1", "Pertama", "3;", "1", "66,67", "60*", "60,00%", "40,0000", "B2;", "B3", "19"] in lines
    assert ["A.2", "Kedua", "2", "66,67", "40*", "40,00%", "26,6667", "C2", "20"] in lines
    assert "Asal nilai Disdik: 66,67 (B, kuning), menurut bobot asumsi" in told
    assert f"Jawabannya ada di {book}, lembar Jawaban." in told
    assert "Nilai = Pertama 40,0000 + Kedua 26,6667 = 66,666666…, dibulatkan menjadi 66,67." in told
    assert "Kurang 13,33 untuk naik ke A, hijau (mulai 80)." in told
    assert "Satu indikator yang jawabannya menjadi terburuk sudah cukup untuk turun ke 26,67 (C, merah): A.1." in told
    assert "Dalam nilai instansi 83,33 (2 unit), unit ini 1/2 bagian: 33,3333 poin." in told


def test_the_analysts_of_the_example_are_told_how_far_they_are_below_a(capsys: Captured) -> None:
    """87.88 is 0.12 below A."""
    document = _json(capsys, UNITS, "--unit", "Dinas Pendidikan")
    assert (document["score"], document["unrounded"]) == (87.88, "1740120991/19800000")
    assert (document["next_band"]["category"], document["next_band"]["missing"]) == ("A", 0.12)
    assert [(loss["answers"], loss["zone"]) for loss in document["losses"]] == [(3, "kuning")]


@pytest.mark.parametrize("example", ["units.xlsx", "skm.xlsx", "pekppp.xlsx"])
def test_the_points_of_the_leaves_add_up_exactly_and_lines_lead_to_the_file(example: str, capsys: Captured) -> None:
    assert main(["score", str(EXAMPLES / example), "--format", "json"]) == 0
    for unit in json.loads(capsys.readouterr().out)["units"]:
        document = _json(capsys, EXAMPLES / example, "--unit", unit["unit"])
        components = list(_walk(document["components"]))
        leaves = [component for component in components if not component["components"]]
        assert sum(_exact(leaf["points_exact"]) for leaf in leaves) == _exact(document["unrounded"])
        assert document["score"] == unit["score"]
        file = (ROOT / "indicators" / document["instrument"]["file"]).read_text(encoding="utf-8").splitlines()
        for component in (*components, *document["reported"]):
            assert component["id"] in file[component["line"] - 1]


def test_json_has_the_keys_of_the_contract(capsys: Captured) -> None:
    document = _json(capsys, UNITS, "--unit", "Dinas Pendidikan")
    assert list(document) == [
        "format", "version", "instrument", "inputs", "unit", "type", "component", "full_score", "score", "unrounded",
        "category", "zone", "label", "possible", "provisional", "assumed_weights", "bands_assumption",
        "roll_up_assumption", "answered", "blank", "not_applicable", "remarks", "given", "not_counted", "next_band",
        "losses", "institution", "components", "reported", "problems",
    ]  # fmt: skip
    assert document["format"] == "kepatuhan.explain/1"
    leaf = document["components"][1]["components"][0]["components"][0]
    assert list(leaf) == [
        "id", "title", "level", "line", "state", "answer", "given", "cells", "blank_cell", "score", "weight",
        "assumption", "source", "effective_weight", "points", "points_exact", "most_points", "most_points_exact",
        "components",
    ]  # fmt: skip
    assert leaf["cells"] == [
        {"file": str(UNITS), "sheet": "Dinas Pendidikan", "cell": cell, "answer": answer, "weight": "1"}
        for cell, answer in (("D30", 0), ("E30", 3))
    ]


def test_a_component_is_told_from_near(tmp_path: Path, capsys: Captured) -> None:
    instrument = write_instrument(tmp_path, RICH)
    rows: list[list[object]] = [["Unit", "A.1", "A.2"], ["Disdik", 3, 2], ["Disdik", 1, None], ["Disdik", "tb", None]]
    book = write_book(tmp_path / "unit.xlsx", rows)
    assert _explain(book, "--instrument", instrument, "--unit", "Disdik", "--component", "a.1") == 0
    told = capsys.readouterr().out
    assert "Asal nilai Disdik, A.1 Pertama, bagian dari nilai unit 66,67 (B, kuning)" in told
    assert "Pertama menyumbang 40 dari paling banyak 60 poin (nilainya 66,67) kepada nilai unit 66,67." in told
    assert f"Bobot asumsi ({instrument}:19): contoh" in told
    assert "Pertanyaan: Ada apa?" in told
    assert f"{book}, Jawaban!B2: 3 (lengkap), capaian 100,00%" in told
    assert f"{book}, Jawaban!B3: 1 (sebagian), capaian 33,33%" in told
    assert f"{book}, Jawaban!B4: tidak berlaku, tidak ikut dihitung" in told
    assert "Cara memperbaiki: Lengkapi ruangnya." in told
    assert "Kedua" not in told


def test_what_is_blank_or_not_applicable_is_said_with_the_cell_to_fill_in(tmp_path: Path, capsys: Captured) -> None:
    instrument = write_instrument(tmp_path, RICH)
    book = write_units(tmp_path, ("Disdik", 1, None), ("Dinsos", "tidak berlaku", 3))
    assert _explain(book, "--instrument", instrument, "--unit", "Disdik") == 0
    told = capsys.readouterr().out
    assert (
        "Belum diisi (1): A.2. Dihitung sebagai jawaban terburuk; bila semuanya ternyata terbaik, nilainya 60,00."
        in told
    )
    document = _json(capsys, book, "--instrument", instrument, "--unit", "Disdik")
    blank = document["components"][1]
    assert (blank["state"], blank["cells"], blank["blank_cell"]["cell"]) == ("blank", [], "C2")
    assert _explain(book, "--instrument", instrument, "--unit", "Dinsos") == 0
    told = capsys.readouterr().out
    assert "Tidak berlaku (1): A.1. Bobotnya dialihkan ke komponen lain dalam kelompoknya." in told
    assert "Nilai = Kedua 100,0000 = 100,00, tanpa pembulatan." in told


def test_a_finished_score_is_told_with_its_cell(capsys: Captured) -> None:
    assert _explain(EXAMPLES / "bekasi-2022.xlsx", "--unit", "DPMPTSP") == 0
    told = capsys.readouterr().out
    assert "Nilai unit ini nilai jadi: 82,7 dari 100 di" in told
    assert "bekasi-2022.xlsx, Nilai 2022!C2, yaitu 82,70 dari 100." in told
    assert "bobot asumsi" not in told


def test_finished_scores_of_dimensions_are_leaves(tmp_path: Path, instrument: str, capsys: Captured) -> None:
    book = write_book(tmp_path / "rapor.xlsx", [["Unit", "A.1/60", "A.2/100"], ["Disdik", "45,5", 80]])
    document = _json(capsys, book, "--instrument", instrument, "--unit", "Disdik")
    first = document["components"][0]
    assert (first["state"], first["given"]["value"], first["given"]["most"], first["given"]["cell"]) == (
        "direct",
        "45.5",
        "60",
        "B2",
    )
    assert document["unrounded"] == "77.5"
    assert document["losses"] == []


def test_a_score_below_another_one_that_is_given_is_named_though_it_does_not_count(
    tmp_path: Path, capsys: Captured
) -> None:
    head, _, leaves = INSTRUMENT.partition("components:\n")
    below = "".join(f"    {line}\n" for line in leaves.splitlines())
    group = "  - id: G\n    title: Semua\n    weight: 100\n    within: {assumption: contoh}\n    components:\n"
    instrument = write_instrument(tmp_path, f"{head}components:\n{group}{below}")
    book = write_book(tmp_path / "rapor.xlsx", [["Unit", "G/100", "A.1/100", "A.2/100"], ["Disdik", 80, 80, 80]])
    document = _json(capsys, book, "--instrument", instrument, "--unit", "Disdik")
    assert [(one["id"], one["cell"]) for one in document["not_counted"]] == [("A.1", "C2"), ("A.2", "D2")]
    assert _explain(book, "--instrument", instrument, "--unit", "Disdik") == 0
    assert f"nilai di atasnya sudah diberikan: A.1 ({book}, Jawaban!C2)," in capsys.readouterr().out


def test_a_weighted_roll_up_tells_the_count_of_the_unit(capsys: Captured) -> None:
    document = _json(capsys, EXAMPLES / "magelang-2021.xlsx", "--unit", "DPMPTSP")
    institution = document["institution"]
    assert (institution["share"], institution["weighted_by"], institution["count"]) == ("7/17", "produk", 7)


def test_many_cells_are_cut_where_people_read_and_whole_in_json(capsys: Captured) -> None:
    skm = EXAMPLES / "skm.xlsx"
    assert _explain(skm, "--unit", "Kantor Kecamatan Sukamaju") == 0
    assert "C2; C3; C4 (+27)" in capsys.readouterr().out
    document = _json(capsys, skm, "--unit", "Kantor Kecamatan Sukamaju")
    assert [len(component["cells"]) for component in document["components"]] == [30] * 9


def test_a_narrow_page_gives_each_component_lines_of_its_own(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    assert _explain(UNITS, "--unit", "Dinas Pendidikan", "--lang", "en") == 0
    told = capsys.readouterr().out
    assert max(map(len, told.splitlines())) <= 60
    assert "Answer: 0; 3 | Score: 50.00 | Weight: 1*" in told


def test_the_csv_has_a_row_for_each_component(tmp_path: Path, instrument: str, capsys: Captured) -> None:
    book = write_units(tmp_path, ("+ Disdik", 1, 3))
    assert _explain(book, "--instrument", instrument, "--unit", "+ disdik", "--format", "csv") == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out.removeprefix("\ufeff")), delimiter=";"))
    assert [(row["unit"], row["id"], row["points"], row["line"]) for row in rows] == [
        ("'+ Disdik", "A.1", "20,000000", "19"),
        ("'+ Disdik", "A.2", "40,000000", "20"),
    ]
    assert [row["cells"] for row in rows] == [f"{book}, Jawaban!B2", f"{book}, Jawaban!C2"]
    assert all(None not in row and None not in row.values() for row in rows)


def test_a_memo_is_written_and_kept_without_force(tmp_path: Path, instrument: str, capsys: Captured) -> None:
    book = write_units(tmp_path, ("Dis | dik", 1, 3))
    memo = tmp_path / "asal.md"
    arguments = (book, "--instrument", instrument, "--unit", "dis | dik", "--output", memo)
    assert _explain(*arguments) == 0
    text = memo.read_text(encoding="utf-8")
    assert "| A.1 Pertama | 1 | 33,33 | 60\\* | 60,00% | 20,0000 | B2 | 19 |" in text
    assert "Dis \\| dik" in text
    assert _explain(*arguments) == 3
    assert _explain(*arguments, "--force") == 0
    assert "[KP727]" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["--unit", "Dinas Sosal"], "KP780", 'Apakah yang dimaksud "Dinas Sosial"?'),
        (["--unit", "Dinas Sosial", "--component", "P.O1"], "KP791", 'Apakah yang dimaksud "P.01"?'),
    ],
)
def test_an_unknown_name_is_refused_with_the_one_that_was_meant(
    arguments: list[str], code: str, told: str, capsys: Captured
) -> None:
    assert _explain(UNITS, *arguments) == 3
    captured = capsys.readouterr()
    assert captured.out == ""
    assert f"[{code}]" in captured.err
    assert told in captured.err
    assert _explain(UNITS, *arguments, "--format", "json") == 3
    assert json.loads(capsys.readouterr().out)["problems"][0]["code"] == code


def test_a_component_below_a_finished_score_is_refused_with_the_reason(capsys: Captured) -> None:
    assert _explain(EXAMPLES / "bekasi-2022.xlsx", "--unit", "DPMPTSP", "--component", "P.01") == 3
    told = capsys.readouterr().err
    assert "[KP792]" in told
    assert "nilai jadi" in told


def test_a_unit_without_a_score_is_refused(tmp_path: Path, instrument: str, capsys: Captured) -> None:
    book = write_units(tmp_path, ("Disdik", 1, 3), ("Dinsos", None, None))
    assert _explain(book, "--instrument", instrument, "--unit", "Dinsos") == 3
    assert "[KP790]" in capsys.readouterr().err


def test_a_workbook_with_problems_is_refused(tmp_path: Path, instrument: str, capsys: Captured) -> None:
    book = write_units(tmp_path, ("Disdik", 1, 3), ("Dinsos", 7, 3))
    assert _explain(book, "--instrument", instrument, "--unit", "Disdik") == 3
    told = capsys.readouterr()
    assert (told.out, "[KP802]" in told.err) == ("", True)


def test_the_unit_has_to_be_named(capsys: Captured) -> None:
    assert _explain(UNITS) == 2
    assert "--unit" in capsys.readouterr().err


def test_names_are_printed_literally(tmp_path: Path, instrument: str, capsys: Captured) -> None:
    name = "Dinas [bold]\u202e {x}"
    book = write_units(tmp_path, (name, 1, 3))
    for form in ("table", "markdown"):
        assert _explain(book, "--instrument", instrument, "--unit", name, "--format", form) == 0
        told = capsys.readouterr().out
        assert "\u202e" not in told
        assert "{x}" in told.replace("\\", "")
