"""Each bundled instrument from its example workbook to a refusal that leads to the cell: what its users get wrong."""

import csv
import io
import json
from pathlib import Path

import pytest
import yaml
from markdown_it import MarkdownIt
from openpyxl import load_workbook

from kepatuhan import load_instrument
from kepatuhan.cli import main
from kepatuhan.instrument.library import bundled_files
from kepatuhan.instrument.outline import read_outline
from tests.cli.books import write_book

Captured = pytest.CaptureFixture[str]
EXAMPLES = Path(__file__).parents[2] / "examples"
ELEMENTS = [f"U{number}" for number in range(1, 10)]


def edited(tmp_path: Path, name: str, sheet: str, cells: dict[str, object]) -> Path:
    """A copy of an example with other values in some cells."""
    book = load_workbook(EXAMPLES / name)
    for cell, value in cells.items():
        book[sheet][cell].value = value
    book.save(tmp_path / name)
    return tmp_path / name


def refusal(path: Path, capsys: Captured, *options: str) -> list[tuple[str, str]]:
    """The codes and cells for which a workbook is refused."""
    assert main(["score", str(path), "--format", "json", *options]) == 3
    problems = json.loads(capsys.readouterr().out)["problems"]
    return [(problem["code"], problem.get("cell") or "") for problem in problems if problem["level"] == "error"]


@pytest.mark.parametrize(
    ("count", "code"), [(None, "KP817"), (0, "KP827"), (-3, "KP827"), (2.5, "KP827"), ("tujuh", "KP803")]
)
def test_a_count_of_products_that_is_missing_or_none_is_named(
    tmp_path: Path, capsys: Captured, count: object, code: str
) -> None:
    path = edited(tmp_path, "magelang-2021.xlsx", "Nilai 2021", {"C3": count})
    assert refusal(path, capsys) == [(code, "B3" if count is None else "C3")]


def test_without_a_column_of_products_the_plain_mean_is_taken_and_said(tmp_path: Path, capsys: Captured) -> None:
    rows: list[list[object]] = [["Unit", "Nilai"], ["A", 87.95], ["B", 75.58], ["C", 62.17], ["D", 23.15]]
    assert main(["score", str(write_book(tmp_path / "a.xlsx", rows)), "--instrument", "ombudsman-2021"]) == 0
    out = capsys.readouterr().out
    assert "62,21" in out
    assert "Tidak ada kolom produk" in out


@pytest.mark.parametrize("answer", [0, 5, 2.5, "puas"])
def test_an_answer_to_a_survey_that_is_not_1_to_4_is_named(tmp_path: Path, capsys: Captured, answer: object) -> None:
    path = edited(tmp_path, "skm.xlsx", "Responden", {"E7": answer})
    ((code, cell),) = refusal(path, capsys)
    codes: dict[object, str] = {2.5: "KP810", "puas": "KP803"}
    assert (code, cell) == (codes.get(answer, "KP802"), "E7")


def test_a_mean_of_an_element_is_taken_with_its_maximum_in_the_heading(tmp_path: Path, capsys: Captured) -> None:
    rows: list[list[object]] = [["Unit", *(f"{name}/4" for name in ELEMENTS)], ["A", *[3.5] * 9]]
    assert main(["score", str(write_book(tmp_path / "a.xlsx", rows)), "--instrument", "skm-2017"]) == 0
    assert "87,50" in capsys.readouterr().out


def test_an_evaluation_without_the_users_form_is_refused_with_what_is_missing(tmp_path: Path, capsys: Captured) -> None:
    book = load_workbook(EXAMPLES / "pekppp.xlsx")
    del book["F-03"]
    book.save(tmp_path / "a.xlsx")
    assert [code for code, _ in refusal(tmp_path / "a.xlsx", capsys)] == ["KP712"]


def test_points_of_a_report_of_2025_without_a_stated_maximum_are_asked_about(tmp_path: Path, capsys: Captured) -> None:
    rows: list[list[object]] = [["Unit", "dimensi", "kepercayaan"], ["Polres", 52.72, 8.02]]
    path = write_book(tmp_path / "a.xlsx", rows)
    assert refusal(path, capsys, "--instrument", "ombudsman-2025") == [("KP823", "B2")]
    rows[0] = ["Unit", "dimensi/70", "kepercayaan/30"]
    assert main(["score", str(write_book(path, rows)), "--instrument", "ombudsman-2025"]) == 0
    assert "60,74" in capsys.readouterr().out


@pytest.mark.parametrize("example", sorted(EXAMPLES.glob("*.xlsx")), ids=lambda path: path.stem)
def test_a_workbook_of_another_edition_is_refused_by_name(example: Path, capsys: Captured) -> None:
    assert main(["score", str(example)]) == 0
    out = capsys.readouterr().out
    own = next(name for name in bundled_files() if f"Instrumen {name} " in out)
    for other in bundled_files():
        if other != own:
            assert main(["score", str(example), "--instrument", other]) == 3
            err = capsys.readouterr().err
            assert own in err
            assert other in err


# The instruments themselves


@pytest.mark.parametrize("name", sorted(bundled_files()))
def test_an_instrument_is_shown_whole_in_every_form(name: str, capsys: Captured) -> None:
    assert main(["instruments", name, "--format", "json"]) == 0
    (shown,) = json.loads(capsys.readouterr().out)["instruments"]
    ids = list(_ids(shown["components"]))
    written = yaml.safe_load(bundled_files()[name].read_text(encoding="utf-8"))
    assert ids == list(_ids(written["components"]))
    assert sum(_leaf_weights(shown["components"])) == pytest.approx(1)
    assert main(["instruments", name]) == 0
    text = capsys.readouterr().out
    assert main(["instruments", name, "--format", "markdown"]) == 0
    html = MarkdownIt("commonmark").enable("table").render(capsys.readouterr().out)
    for identifier in ids:
        assert identifier in text
        assert f"{identifier} " in html
    for source in shown["sources"]:
        assert source["id"] in text
    assert html.count("<tr>") == 1 + len(ids) + 1 + len(shown["bands"])


def _ids(components: list[dict[str, object]]) -> list[str]:
    found: list[str] = []
    for component in components:
        found.append(str(component["id"]))
        found += _ids(component.get("components", []))  # type: ignore[arg-type]
    return found


def _leaf_weights(components: list[dict[str, object]]) -> list[float]:
    found: list[float] = []
    for component in components:
        below = component.get("components")
        found += _leaf_weights(below) if below else [float(str(component["effective_weight"]))]  # type: ignore[arg-type]
    return found


def test_the_choices_of_an_instrument_are_shown_bands_and_scales_too(capsys: Captured) -> None:
    assert main(["instruments", "ombudsman-2025"]) == 0
    out = " ".join(capsys.readouterr().out.split())
    assert "Warna kelas adalah bacaan kami" in out
    assert "Skala penilaian 2025 tidak dipublikasikan" in out


@pytest.mark.parametrize("name", sorted(bundled_files()))
def test_the_line_of_an_instrument_says_what_the_whole_of_it_says(name: str) -> None:
    whole = load_instrument(name)
    expected = (whole.id, whole.family, whole.title, whole.issuer, whole.years, len(whole.indicators))
    assert read_outline(bundled_files()[name]) == expected


def test_the_list_tells_years_and_family(capsys: Captured) -> None:
    assert main(["instruments"]) == 0
    out = capsys.readouterr().out
    for part in ("ombudsman-2021", "2017-2019, 2021", "pekppp", "skm", "2022-2024"):
        assert part in out
    assert main(["instruments", "--format", "markdown"]) == 0
    assert capsys.readouterr().out.count("\n") == 2 + len(bundled_files())


# A copy of an instrument


def test_a_copy_of_an_instrument_can_be_edited_checked_and_scored_with(tmp_path: Path, capsys: Captured) -> None:
    copy = tmp_path / "milik kami.yaml"
    assert main(["instruments", "ombudsman-2022", "--copy", str(copy)]) == 0
    bundled = bundled_files()["ombudsman-2022"].read_bytes()
    assert copy.read_bytes() == bundled.partition(b"\n")[2]  # all but where an editor finds the schema
    assert main(["check", str(copy)]) == 0
    capsys.readouterr()
    assert main(["score", str(EXAMPLES / "units.xlsx"), "--instrument", str(copy)]) == 0
    assert "87,88" in capsys.readouterr().out


def test_a_copy_whose_weights_no_longer_add_up_fails_the_check_and_is_not_scored_with(
    tmp_path: Path, capsys: Captured
) -> None:
    copy = tmp_path / "kami.yaml"
    assert main(["instruments", "ombudsman-2022", "--copy", str(copy)]) == 0
    copy.write_text(copy.read_text(encoding="utf-8").replace("weight: 12.22", "weight: 13.22", 1), encoding="utf-8")
    assert main(["check", str(copy), "--format", "json"]) == 1
    problems = json.loads(capsys.readouterr().out)["problems"]
    assert [problem["code"] for problem in problems] == ["KP201"]
    assert "101" in problems[0]["message"]
    assert main(["score", str(EXAMPLES / "units.xlsx"), "--instrument", str(copy)]) == 3


def test_a_copy_never_takes_the_place_of_a_file(tmp_path: Path, capsys: Captured) -> None:
    copy = tmp_path / "ada.yaml"
    copy.write_text("isi lama", encoding="utf-8")
    assert main(["instruments", "skm-2017", "--copy", str(copy)]) == 3
    assert copy.read_text(encoding="utf-8") == "isi lama"
    assert main(["instruments", "skm-2017", "--copy", str(copy), "--force"]) == 0
    assert main(["instruments", "--copy", str(copy)]) == 2
    assert "--copy" in capsys.readouterr().err


# Files of every form


def test_files_of_every_form_are_written_in_one_run(tmp_path: Path, capsys: Captured) -> None:
    outputs = [tmp_path / f"hasil.{ending}" for ending in ("csv", "json", "md")]
    options = [part for output in outputs for part in ("--output", str(output))]
    assert main(["score", str(EXAMPLES / "bekasi-2022.xlsx"), *options]) == 0
    capsys.readouterr()
    rows = list(csv.DictReader(io.StringIO(outputs[0].read_text(encoding="utf-8-sig")), delimiter=";"))
    units = json.loads(outputs[1].read_text(encoding="utf-8"))["units"]
    assert [row["unit"] for row in rows] == [unit["unit"] for unit in units]
    assert [row["score"].replace(",", ".") for row in rows] == [f"{unit['score']:.2f}" for unit in units]
    assert outputs[0].read_bytes().startswith(b"\xef\xbb\xbf")
    assert "| **Instansi** |" in outputs[2].read_text(encoding="utf-8")


def test_one_file_named_twice_is_a_slip_and_nothing_is_written(tmp_path: Path, capsys: Captured) -> None:
    output = str(tmp_path / "hasil.json")
    assert main(["score", str(EXAMPLES / "bekasi-2022.xlsx"), "--output", output, "--output", output]) == 2
    assert capsys.readouterr().out == ""
    assert list(tmp_path.iterdir()) == []
