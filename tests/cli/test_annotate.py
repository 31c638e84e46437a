"""The workbook that is returned with its mistakes marked: nothing typed is lost, and nothing wrong is scored."""

import csv
import json
import random
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

import kepatuhan
from kepatuhan.api import bundled_library
from kepatuhan.cli import main
from kepatuhan.cli.returned_workbook import returned_workbook
from kepatuhan.instrument.model import Instrument
from kepatuhan.messages import Words
from kepatuhan.problems import errors
from kepatuhan.scoring.answers import NOT_APPLICABLE, UnitAnswers
from kepatuhan.workbook.reading import Reading, read_workbooks
from kepatuhan.workbook.returning import Returnable
from kepatuhan.worksheets.template import write_template
from tests.workbook.sheets import Formatted, Formula, write_xlsx
from tests.worksheets.spreadsheet import recalculate

INSTRUMENT = """
format: 1
id: kembali
family: uji
title: Instrumen uji
issuer: Penguji
years: [2024]
level_names: [Dimensi, Indikator]
unit_types: {opd: Perangkat Daerah, puskesmas: Puskesmas}
target: 90
bands: {assumption: uji, rows: [{from: 50, label: Baik}, {from: 0, label: Kurang}]}
scales:
  ya-tidak: {options: {ya: 1, tidak: 0}, also: {ya: [y, ada], tidak: [t]}}
  rubrik: {worst: 0, best: 3, whole: true}
  persen: {worst: 0, best: 100}
within: {assumption: uji}
components:
  - {id: "A.1", title: Satu, weight: 2, scale: rubrik}
  - {id: "A.2", title: Dua, weight: 1, scale: ya-tidak, not_applicable: allowed}
  - {id: "A.3", title: Tiga, weight: 1, scale: rubrik, observed: petugas}
  - {id: "A.4", title: Empat, weight: 1, scale: persen}
  - {id: "A.5", title: Lima, weight: 1, scale: ya-tidak, only_for: [puskesmas]}
"""
IDS = ("A.1", "A.2", "A.3", "A.4", "A.5")
RIGHT: dict[str, tuple[Any, ...]] = {
    "A.1": (0, 1, 2, 3, "3", "2 "),
    "A.2": ("ya", "Ya ", "TIDAK", "ada", True, "tidak berlaku", "tb"),
    "A.3": (0, 1, 2, 3),
    "A.4": (0, 50, 87.88, "87,88", 100),
    "A.5": ("ya", "T", False),
}
WRONG: tuple[Any, ...] = (
    *("dua", "=1+1", 9, -1, 2.5, 101, "1.234", "1.234,5", "?", "<b>&\"'", "_x0041_", "x" * 300, "3 / 2"),
    *(Formula("=1+1"), Formula("=1/0", "#DIV/0!"), Formatted(0.67, "0%"), "+A1", "@SUM(1)", "100%"),
)
NAMES = ("Dinas 'A' & <B>", "=1+1 Dinas", "Puskesmas C")
WORDS = Words("id")


@pytest.fixture(scope="module")
def instrument(tmp_path_factory: pytest.TempPathFactory) -> Instrument:
    file = tmp_path_factory.mktemp("instrumen") / "kembali.yaml"
    file.write_text(INSTRUMENT, encoding="utf-8")
    return kepatuhan.load_instrument(str(file))


def read(path: Path, instrument: Instrument | None) -> Reading:
    return read_workbooks([path], instrument, bundled_library(), is_to_return=True)


def give_back(path: Path, instrument: Instrument | None, language: str = "id") -> tuple[Reading, Path]:
    """What was read, and the workbook that is returned."""
    reading = read(path, instrument)
    returned = path.with_name(f"kembali-{path.stem}.xlsx")
    returned.write_bytes(returned_workbook(reading, returned.name, Words(language)).content)
    return reading, returned


def typed_of(reading: Reading) -> dict[tuple[str, str], list[tuple[object, bool]]]:
    """What stands in the cells of each unit and indicator, and whether it was refused."""
    assert isinstance(reading.returnable, Returnable)
    return {
        (unit.answers.unit, name): [(cell.content, cell.is_refused) for cell in cells]
        for unit in reading.returnable.units
        for name, cells in unit.cells.items()
    }


def random_value(name: str, dice: random.Random) -> Any:
    chance = dice.random()
    return None if chance < 0.2 else dice.choice(WRONG if chance < 0.45 else RIGHT[name])


def in_matrix(dice: random.Random, path: Path) -> Path:
    rows: list[list[Any]] = [["Unit", "Jenis", *IDS]]
    for number, name in enumerate(NAMES):
        kind = ("opd", "puskesmas")[number % 2]
        asked = IDS if kind == "puskesmas" else IDS[:-1]
        rows.append([name, kind, *(random_value(each, dice) for each in asked)])
        for _ in range(dice.randint(0, 2)):  # more rows of the unit: further observations
            rows.append([name, None, None, None, random_value("A.3", dice)])
    return write_xlsx(path, {"Data": rows})


def in_long(dice: random.Random, path: Path) -> Path:
    rows: list[list[Any]] = [["Unit", "Jenis", "Kode", "Jawaban"]]
    for number, name in enumerate(NAMES):
        kind = ("opd", "puskesmas")[number % 2]
        asked = IDS if kind == "puskesmas" else IDS[:-1]
        rows += [[name, kind, each, random_value(each, dice)] for each in asked]
    return write_xlsx(path, {"Data": rows})


def in_forms(dice: random.Random, path: Path) -> Path:
    sheets = {}
    for number, name in enumerate(NAMES):
        kind = ("opd", "puskesmas")[number % 2]
        rows: list[list[Any]] = [
            ["Unit", name],
            ["Jenis", kind],
            ["Kode", "Jawaban 1", "Jawaban 2", "Bukti", "Catatan"],
        ]
        for each in IDS if kind == "puskesmas" else IDS[:-1]:
            second = random_value(each, dice) if each == "A.3" else None
            rows.append([each, random_value(each, dice), second, f"=SK {each}", f"-{number}"])
        sheets[f"L{number}"] = rows
    return write_xlsx(path, sheets)


@pytest.mark.parametrize("write", [in_matrix, in_long, in_forms])
def test_read_again_it_holds_the_same_answers_and_the_same_mistakes(
    write: Any, instrument: Instrument, tmp_path: Path
) -> None:
    """What was understood is the same answer, what was refused is refused, by cell; every red cell is explained."""
    for seed in range(25):
        path = write(random.Random(seed), tmp_path / f"{seed}.xlsx")
        first, returned = give_back(path, instrument)
        again = read(returned, instrument)
        assert typed_of(again) == typed_of(first), seed
        assert [unit.unit for unit in again.units] == [unit.unit for unit in first.units]
        assert [unit.answers for unit in again.units] == [unit.answers for unit in first.units]
        assert len(errors(again.problems)) == len(errors(first.problems)), seed
        # What no file can hold as typed (a formula without result, an error) is the same text, refused as one.
        changed = {"KP806", "KP807", "KP811", "KP803", "KP801", "KP804"}
        codes = [[p.code for p in errors(reading.problems) if p.code not in changed] for reading in (first, again)]
        assert sorted(codes[0]) == sorted(codes[1])
        assert len(explained(returned)) == len(errors(first.problems))
        assert {p.where.cell for p in errors(again.problems) if p.where} == {cell for _, cell, _ in explained(returned)}
        assert {target for _, target in links(returned)} == {f"{s}!{c}" for s, c, _ in explained(returned)}


def explained(path: Path) -> list[tuple[str, str, str]]:
    """Every cell with a comment: sheet, address, comment."""
    return [
        (sheet.title, cell.coordinate, cell.comment.text)
        for sheet in load_workbook(path)
        for row in sheet.iter_rows()
        for cell in row
        if cell.comment
    ]


def links(path: Path) -> list[tuple[str, str]]:
    """Each link of the list: where it stands, and the cell to which it leads."""
    found = []
    for row in load_workbook(path)["Perbaikan"].iter_rows():
        for link in (cell.hyperlink for cell in row if cell.hyperlink):
            sheet, _, cell = str(link.location).rpartition("!")
            found.append((str(link.ref), f"{sheet[1:-1].replace(chr(39) * 2, chr(39))}!{cell}"))
    return found


def listed(path: Path) -> Iterator[tuple[Any, ...]]:
    """The rows of the list, with unit, link, problem, what stood there, file, sheet and cell."""
    sheet = load_workbook(path)["Perbaikan"]
    for row in sheet.iter_rows(values_only=True):
        if isinstance(row[0], int):
            yield row[1:]


def small(path: Path, *rows: list[Any], head: tuple[str, ...] = ("Unit", "Jenis", *IDS)) -> Path:
    return write_xlsx(path, {"Data": [list(head), *rows]})


def test_a_formula_is_never_written_where_a_text_was_typed(instrument: Instrument, tmp_path: Path) -> None:
    path = small(tmp_path / "a.xlsx", ["=1+1", "opd", "=HYPERLINK(1)", "ya", 3, 50])
    _, returned = give_back(path, instrument)
    sheet = load_workbook(returned)["Jawaban"]
    assert [(sheet[cell].value, sheet[cell].data_type) for cell in ("A4", "C4")] == [
        ("=1+1", "s"),
        ("=HYPERLINK(1)", "s"),
    ]
    assert next(listed(returned))[:2] == ("=1+1", "Jawaban!C4")


def test_two_answers_where_one_belongs_stand_together_and_cannot_be_scored(
    instrument: Instrument, tmp_path: Path
) -> None:
    path = small(tmp_path / "a.xlsx", ["A", "opd", 3, "ya", 3, 50], ["A", "opd", 2, "tidak", 1, None])
    _, returned = give_back(path, instrument)
    sheet = load_workbook(returned)["Jawaban"]
    assert [sheet[cell].value for cell in ("C4", "D4")] == ["3 / 2", "ya / tidak"]
    assert "Data!C2, Data!C3" in sheet["C4"].comment.text
    assert {row[1] for row in listed(returned)} == {"Jawaban!C4", "Jawaban!D4"}
    with pytest.raises(kepatuhan.ProblemsFound):
        kepatuhan.read_answers(returned, instrument)


def test_observations_on_two_sheets_are_not_counted_as_more_of_them(instrument: Instrument, tmp_path: Path) -> None:
    rows = [["Unit", "Jenis", *IDS], ["A", "opd", 3, "ya", 3, 50]]
    path = write_xlsx(tmp_path / "a.xlsx", {"Data": rows, "Lain": [["Unit", "A.3"], ["A", 1]]})
    _, returned = give_back(path, instrument)
    assert load_workbook(returned)["Petugas"]["C4"].value == "3 / 1"
    assert [p.code for p in errors(read(returned, instrument).problems)] == ["KP803"]


def test_an_answer_to_what_is_not_asked_is_listed_with_what_stood_there(instrument: Instrument, tmp_path: Path) -> None:
    """A matrix has a cell for it; a form has no row for it."""
    path = small(tmp_path / "a.xlsx", ["A", "opd", 3, "ya", 3, 50, "ya"])
    _, returned = give_back(path, instrument)
    assert [row[1:4:2] for row in listed(returned)] == [("Jawaban!F4", "ya")]
    assert [p.code for p in errors(read(returned, instrument).problems)] == ["KP813"]
    form = [["Unit", "A"], ["Jenis", "opd"], ["Kode", "Jawaban"]]
    form += [["A.1", 3], ["A.2", "ya"], ["A.3", 3], ["A.4", 50], ["A.5", "ya"]]  # type: ignore[list-item]
    _, returned = give_back(write_xlsx(tmp_path / "b.xlsx", {"A": form}), instrument)
    assert [(row[1], row[3], row[6]) for row in listed(returned)] == [("(di berkas asli)", "ya", "B8")]
    assert "KP799" in [p.code for p in read(returned, instrument).problems]


def test_a_type_that_is_wrong_is_a_red_cell_and_all_answers_are_kept(instrument: Instrument, tmp_path: Path) -> None:
    path = small(tmp_path / "a.xlsx", ["A", "Puskemas", 3, "ya", 3, 50, "ya"], ["B", None, 2, "t", 3, 50, "t"])
    first, returned = give_back(path, instrument)
    again = read(returned, instrument)
    assert typed_of(again) == typed_of(first)
    assert [p.code for p in errors(again.problems)] == ["KP818", "KP825"]
    assert [cell for _, cell, _ in explained(returned)] == ["B4", "F4", "B5", "F5"]  # F is for some types only


def test_what_has_no_column_is_asked_for_and_never_counts_as_blank(instrument: Instrument, tmp_path: Path) -> None:
    """One heading is missing, another is misspelt: answers below it could not be read."""
    path = small(tmp_path / "a.xlsx", ["A", "opd", 3, "ya", 3], head=("Unit", "Jenis", "A.1", "A.2", "A,3"))
    first, returned = give_back(path, instrument)
    assert {p.code for p in errors(first.problems)} == {"KP708", "KP712"}
    book = load_workbook(returned)
    assert book["Jawaban"]["E4"].value == "?"
    assert book["Petugas"]["C4"].value == "?"
    assert {row[1] for row in listed(returned)} == {"Jawaban!E4", "Petugas!C4"}
    assert any("selnya bertanda tanya" in str(value) for row in listed(returned) for value in row)
    with pytest.raises(kepatuhan.ProblemsFound):
        kepatuhan.read_answers(returned, instrument)


def test_a_number_that_may_be_a_share_is_not_scored_as_either(instrument: Instrument, tmp_path: Path) -> None:
    rows = [["A", "opd", 3, "ya", 3, Formatted(0.85, "0%")], ["B", "opd", 3, "ya", 3, 0.9]]
    first, returned = give_back(small(tmp_path / "a.xlsx", *rows), instrument)
    assert [p.code for p in errors(first.problems)] == ["KP788"]
    sheet = load_workbook(returned)["Jawaban"]
    assert [sheet["E4"].value, sheet["E5"].value] == [85, "0.9 ?"]
    assert [p.code for p in errors(read(returned, instrument).problems)] == ["KP803"]


def test_rows_of_nobody_are_listed_with_what_stood_there(instrument: Instrument, tmp_path: Path) -> None:
    path = small(tmp_path / "a.xlsx", ["A", "opd", 3, "ya", 3, 50], [None, None, 2, "tidak"])
    _, returned = give_back(path, instrument)
    ((unit, link, _, written, *place),) = listed(returned)
    assert (unit or "", link, written, place) == ("", "(di berkas asli)", "2; tidak", [str(path), "Data", "A3"])
    assert "1 masalah tidak punya sel" in str(load_workbook(returned)["Jawaban"]["A1"].value)


def test_evidence_and_notes_come_back_and_those_without_a_place_are_listed(
    instrument: Instrument, tmp_path: Path
) -> None:
    head = ("Unit", "Jenis", *IDS, "Catatan")
    path = small(tmp_path / "a.xlsx", ["A", "opd", 3, "ya", 3, 50, None, "=cek lagi"], head=head)
    _, returned = give_back(path, instrument)
    assert [row[3] for row in listed(returned)] == ["=cek lagi"]
    form = in_forms(random.Random(1), tmp_path / "b.xlsx")
    first, returned = give_back(form, instrument)
    again = read(returned, instrument)
    assert first.returnable is not None
    assert again.returnable is not None
    for before, after in zip(first.returnable.units, again.returnable.units, strict=True):
        assert before.evidence == after.evidence
        assert before.remarks == after.remarks
        assert before.evidence


def test_without_mistakes_it_is_a_clean_copy_that_says_so(instrument: Instrument, tmp_path: Path) -> None:
    first, returned = give_back(small(tmp_path / "a.xlsx", ["A", "opd", 3, "tb", 3, 50]), instrument)
    again = kepatuhan.read_answers(returned, instrument)
    assert again.units == first.units
    assert again.units[0].answers["A.2"] is NOT_APPLICABLE
    assert not errors(again.problems)
    sheet = load_workbook(returned).worksheets[0]
    assert sheet.title == "Perbaikan"
    assert "Tidak ada yang salah" in str(sheet["A2"].value)
    assert not explained(returned)


def test_direct_scores_and_weights_are_refused_and_not_dropped(instrument: Instrument, tmp_path: Path) -> None:
    direct = small(tmp_path / "a.xlsx", ["A", "opd", 80], head=("Unit", "Jenis", "Nilai"))
    weights = ("Unit", "Jenis", "Bobot responden", *IDS[:-1])
    weighted = small(tmp_path / "b.xlsx", ["A", "opd", 0.5, 3, "ya", 3, 50], head=weights)
    for path in (direct, weighted):
        with pytest.raises(kepatuhan.ProblemsFound) as found:
            returned_workbook(read(path, instrument), "x.xlsx", WORDS)
        assert [p.code for p in errors(found.value.problems)] == ["KP793"]


def test_a_returned_workbook_may_be_returned_once_more(instrument: Instrument, tmp_path: Path) -> None:
    path = in_matrix(random.Random(3), tmp_path / "a.xlsx")
    _, once = give_back(path, instrument)
    _, twice = give_back(once, instrument)
    assert typed_of(read(twice, instrument)) == typed_of(read(once, instrument))


def test_every_formula_shows_what_a_spreadsheet_computes(instrument: Instrument, tmp_path: Path) -> None:
    """Of both layouts, with unknown answers, a type that is missing, and a name in which something is wrong."""
    rows = [["A", "Puskemas", 3, "ya", 9, 50, "ya"], ["B", "opd", "dua", "t", 3, 50], ["C", "puskesmas", 1, 2, 3, 4]]
    made = [small(tmp_path / "a.xlsx", *rows), in_forms(random.Random(5), tmp_path / "b.xlsx")]
    made.append(in_matrix(random.Random(7), tmp_path / "c.xlsx"))
    files = [give_back(path, instrument)[1] for path in made]
    for stored, computed in zip(files, recalculate(files, tmp_path / "computed"), strict=True):
        one, other = load_workbook(stored, data_only=True), load_workbook(computed, data_only=True)
        for sheet in one:
            for row in sheet.iter_rows():
                for cell in row:
                    found, shown = other[sheet.title][cell.coordinate].value, cell.value
                    near = pytest.approx(shown) if isinstance(shown, float) else shown or ""
                    assert (found if isinstance(shown, float) else found or "") == near, (
                        f"{stored.name} {sheet.title}!{cell.coordinate}"
                    )
        assert explained(computed) == explained(stored)


cells = st.one_of(
    st.none(),
    st.sampled_from(("ya", "t", "tb", "-", "dua", "1.234,5", "=1+1", "?", "87,5", "2 ", " ", "TRUE", "100%")),
    st.integers(-2, 101),
    st.floats(-5, 105).map(lambda number: round(number, 2)),
    st.booleans(),
    st.datetimes(datetime(1990, 1, 1), datetime(2040, 1, 1)).map(lambda time: time.replace(microsecond=0)),
    st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=12),
)
sheets = st.lists(st.tuples(cells, cells, cells, cells, cells), min_size=1, max_size=3)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(sheets, st.booleans())
def test_whatever_is_typed_comes_back_with_every_mistake_explained(
    instrument: Instrument, tmp_path: Path, typed: list[tuple[Any, ...]], is_csv: bool
) -> None:
    """Nothing that was refused is accepted the second time, and nothing that was understood changes or is lost."""
    names = [f"Unit {number}" for number in range(len(typed))]
    rows = [[name, "puskesmas", *answers] for name, answers in zip(names, typed, strict=True)]
    path = small(tmp_path / "a.xlsx", *rows)
    if is_csv:
        path = tmp_path / "a.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, delimiter=";").writerows([["Unit", "Jenis", *IDS], *rows])
    first, returned = give_back(path, instrument)
    again = read(returned, instrument)
    assert typed_of(again) == typed_of(first)
    assert [unit.answers for unit in again.units] == [unit.answers for unit in first.units]
    wrong = errors(first.problems)
    assert len(errors(again.problems)) == len(wrong)
    assert len(explained(returned)) == len(wrong)
    assert len([*listed(returned)]) >= len(wrong)


def test_what_to_do_can_be_done_in_the_returned_workbook(instrument: Instrument, tmp_path: Path) -> None:
    """It has no formula to be saved, no format to be changed, and no heading to be written."""
    date = datetime(2024, 3, 2)
    rows = [["A", "opd", Formula("=1+1"), date, 2.5, 50], ["B", "opd", Formatted(0.67, "0%"), "ya", 3, 50]]
    _, returned = give_back(small(tmp_path / "a.xlsx", *rows), instrument)
    told = " ".join(comment for _, _, comment in explained(returned))
    assert {code for code in ("KP805", "KP807", "KP810", "KP811") if code in told} == {
        *("KP805", "KP807", "KP810", "KP811"),
    }
    assert not any(word in told for word in ("simpan", "Atur format", "Ubah format", "beri judul"))
    assert sorted(row[2] for row in listed(returned)) == sorted(comment for _, _, comment in explained(returned))


def test_problems_and_corrections_are_counted_apart(
    instrument: Instrument, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A column that is missing is one problem; every unit has an answer to give for it."""
    file = tmp_path / "kembali.yaml"
    file.write_text(INSTRUMENT, encoding="utf-8")
    rows = [[f"Unit {number}", "opd", 3, "ya", 3] for number in range(4)]
    path = small(tmp_path / "a.xlsx", *rows, head=("Unit", "Jenis", "A.1", "A.2", "A.3"))
    returned = tmp_path / "kembali.xlsx"
    assert main(["score", str(path), "--instrument", str(file), "--annotate", str(returned)]) == 3
    said = " ".join(capsys.readouterr().err.split())
    assert "(1 masalah; 4 isian untuk diperbaiki, terdaftar di lembar Perbaikan)" in said
    assert "1 masalah; tidak ada nilai yang dihitung" in said
    assert "1 masalah ditemukan" in str(load_workbook(returned)["Perbaikan"]["A2"].value)


def test_with_partial_the_sound_units_are_scored_and_the_rest_returned(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "kembali.yaml"
    file.write_text(INSTRUMENT, encoding="utf-8")
    path = small(tmp_path / "a.xlsx", ["A", "opd", 3, "ya", 3, 50], ["B", "opd", 9, "ya", 3, 50])
    returned, results = tmp_path / "kembali.xlsx", tmp_path / "hasil.xlsx"
    command = ["score", str(path), "--instrument", str(file), "--partial", "--annotate", str(returned)]
    assert main([*command, "--output", str(results), "--format", "json"]) == 0
    out, err = capsys.readouterr()
    assert [(unit["unit"], unit["score"] is None) for unit in json.loads(out)["units"]] == [("A", False), ("B", True)]
    assert "kembali.xlsx" in err
    assert [(row[0], row[1]) for row in listed(returned)] == [("B", "Jawaban!C5")]
    assert "B (1)" in str(load_workbook(results)["Ringkasan"]["A3"].value)
    assert main(["score", str(returned), "--instrument", str(file)]) == 3


def bad_form(folder: Path) -> Path:
    """A form of a bundled instrument with one wrong answer."""
    path = folder / "unit.xlsx"
    bundled = kepatuhan.load_instrument("ombudsman-2022")
    path.write_bytes(write_template(bundled, [UnitAnswers("A", {"I.01": 3})], path.name, WORDS))
    book = load_workbook(path)
    sheet = book["A"]
    assert isinstance(sheet, Worksheet)
    row = next(cell.row for cell in sheet["A"] if cell.value == "I.07")
    sheet.cell(row, 4).value = "sering"
    book.save(path)
    return path


def test_the_run_still_refuses_and_says_what_it_wrote(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, returned = bad_form(tmp_path), tmp_path / "kembali.xlsx"
    before = path.read_bytes()
    assert main(["score", str(path), "--annotate", str(returned)]) == 3
    out, err = capsys.readouterr()
    assert out == ""
    assert "(1 masalah; 1 isian untuk diperbaiki, terdaftar di lembar Perbaikan)" in " ".join(err.split())
    assert "KP803" in err
    assert path.read_bytes() == before
    assert [cell for _, cell, _ in explained(returned)] == [links(returned)[0][1].split("!")[1]]
    assert main(["score", str(path), "--annotate", str(returned)]) == 3
    assert "KP727" in capsys.readouterr().err
    assert main(["score", str(path), "--annotate", str(path), "--force"]) == 3
    assert "KP734" in capsys.readouterr().err
    assert main(["score", str(tmp_path), "--annotate", str(path), "--force"]) == 3
    assert "KP734" in capsys.readouterr().err
    assert path.read_bytes() == before
    assert main(["score", str(path), "--annotate", str(returned), "--force", "--format", "json", "--lang", "en"]) == 3
    out, err = capsys.readouterr()
    assert json.loads(out)["problems"][0]["code"] == "KP803"
    assert "problems: 1" in err


def test_a_sound_workbook_is_scored_and_returned(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    example = Path(__file__).parents[2] / "examples" / "units.xlsx"
    returned = tmp_path / "kembali.xlsx"
    assert main(["score", str(example), "--annotate", str(returned), "--lang", "en"]) == 0
    assert "nothing to correct" in " ".join(capsys.readouterr().err.split())
    assert kepatuhan.read_answers(returned).units == kepatuhan.read_answers(example).units


def test_only_a_workbook_can_be_returned(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = bad_form(tmp_path)
    assert main(["score", str(path), "--annotate", str(tmp_path / "a.csv")]) == 2
    both = str(tmp_path / "a.xlsx")
    assert main(["score", str(path), "--annotate", both, "--output", both]) == 2
    assert "--annotate" in capsys.readouterr().err
    empty = write_xlsx(tmp_path / "kosong.xlsx", {"A": [["halo"]]})
    assert main(["score", str(empty), "--annotate", both]) == 3
    assert "KP794" in capsys.readouterr().err
    assert not Path(both).exists()
