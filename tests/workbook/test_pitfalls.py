"""What has gone wrong in programs like this one, as far as no other test of this folder holds it."""

import zipfile
from datetime import datetime
from pathlib import Path

import pytest

from kepatuhan.problems import Term
from tests.workbook.sheets import (
    RawCell,
    one_indicator,
    only_unit,
    places,
    read,
    refusal,
    rewrite_part,
    units,
    write_xlsx,
)

RUBRIC = one_indicator("rubrik")
ROWS = [["Unit", "X.01"], ["Dinas A", 2]]
SHEET = "xl/worksheets/sheet1.xml"


def test_formatted_cells_without_content_far_below_a_table_are_no_units(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", {"Jawaban": ROWS})
    styled = "".join(f'<row r="{row}"><c r="A{row}" s="0"/></row>' for row in range(1_048_000, 1_048_577))
    rewrite_part(path, SHEET, lambda xml: xml.replace("</sheetData>", f"{styled}</sheetData>"))
    reading = read(path, instrument=RUBRIC)
    assert list(units(reading)) == ["Dinas A"]
    assert not reading.problems


def test_the_last_cell_of_a_sheet_is_read_and_named(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", {"Jawaban": ROWS})
    last = '<row r="1048576"><c r="A1048576" t="str"><v>Dinas B</v></c><c r="XFD1048576"><v>3</v></c></row>'
    rewrite_part(path, SHEET, lambda xml: xml.replace("</sheetData>", f"{last}</sheetData>"))
    assert places(refusal(path, instrument=RUBRIC)) == [("KP737", "Jawaban!XFD1048576")]


def test_a_code_that_excel_made_a_date_is_refused_at_its_cell(tmp_path: Path) -> None:
    rows = [["Unit", "Dinas A"], [], ["Kode", "Jawaban"], ["X.01", 2], [datetime(2026, 2, 1), 3]]
    path = write_xlsx(tmp_path / "a.xlsx", {"Dinas A": rows})
    assert places(refusal(path, instrument=RUBRIC)) == [("KP822", "Dinas A!A5")]


def test_a_package_with_an_encrypted_part_is_refused_as_locked(tmp_path: Path) -> None:
    content = bytearray(write_xlsx(tmp_path / "a.xlsx", {"Jawaban": ROWS}).read_bytes())
    entry = content.rindex(SHEET.encode()) - 46  # its record in the directory at the end of the zip
    content[entry + 8] |= 1
    path = tmp_path / "b.xlsx"
    path.write_bytes(content)
    (problem,) = refusal(path, instrument=RUBRIC)
    assert (problem.code, problem.facts["reason"]) == ("KP703", Term("file.locked_or_old"))


def test_a_part_whose_name_leaves_the_package_is_never_written_anywhere(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    path = write_xlsx(folder / "a.xlsx", {"Jawaban": ROWS})
    with zipfile.ZipFile(path, "a") as package:
        package.writestr("/absolute.xml", "<x/>")
    assert only_unit(read(path, instrument=RUBRIC)).answers == {"X.01": 2}
    with zipfile.ZipFile(path, "a") as package:
        package.writestr("../outside.xml", "<x/>")
    (problem,) = refusal(path, instrument=RUBRIC)
    assert (problem.code, problem.facts["reason"]) == ("KP704", Term("package.outside"))
    assert [entry.name for entry in tmp_path.rglob("*")] == ["in", "a.xlsx"]


def test_a_relation_that_leaves_the_package_reads_no_file(tmp_path: Path) -> None:
    (tmp_path / "outside.xml").write_text("<worksheet/>", encoding="utf-8")
    path = write_xlsx(tmp_path / "a.xlsx", {"Jawaban": ROWS})
    target = f"../../..{tmp_path}/outside.xml"
    rewrite_part(path, "xl/_rels/workbook.xml.rels", lambda xml: xml.replace("/xl/worksheets/sheet1.xml", target))
    assert [problem.code for problem in refusal(path, instrument=RUBRIC)] == ["KP704"]


def test_a_package_of_very_many_parts_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kepatuhan.workbook.package.MOST_PARTS", 3)
    path = write_xlsx(tmp_path / "a.xlsx", {"Jawaban": ROWS})
    (problem,) = refusal(path, instrument=RUBRIC)
    assert (problem.code, problem.facts["what"]) == ("KP764", Term("limit.parts"))


def test_a_thousand_sheets_are_read(tmp_path: Path) -> None:
    sheets = {f"S{number}": [["Unit", "X.01"], [f"Dinas {number}", number % 4]] for number in range(1_000)}
    assert len(read(write_xlsx(tmp_path / "a.xlsx", sheets), instrument=RUBRIC).units) == 1_000


def test_five_thousand_unknown_columns_are_one_warning(tmp_path: Path) -> None:
    header = ["Unit", "X.01", *(f"warna {number}" for number in range(5_000))]
    path = write_xlsx(tmp_path / "a.xlsx", {"Jawaban": [header, ["Dinas A", 2]]})
    (problem,) = read(path, instrument=RUBRIC).problems
    assert (problem.code, problem.facts["count"]) == ("KP701", 5_000)


def test_a_stored_text_that_only_looks_like_a_formula_is_a_text(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", {"Jawaban": [["Unit", "X.01"], [RawCell('t="str"', "<v>=1+1</v>"), 2]]})
    assert list(units(read(path, instrument=RUBRIC))) == ["=1+1"]
