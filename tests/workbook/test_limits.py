"""Whatever a file holds, refusing it takes seconds and little memory: measured in a process with limits of its own."""

import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import xlsxwriter

from .sheets import one_indicator, read, refusal, rewrite_package, write_xlsx

resource = pytest.importorskip("resource", reason="needs limits of a process")

SHEET = "xl/worksheets/sheet1.xml"
MEBIBYTE = 1 << 20
MOST_SECONDS, MOST_MEMORY = 10, 500 * MEBIBYTE
BEGIN, END = '<worksheet xmlns="x"><sheetData>', "</sheetData></worksheet>"
TEXTS = "<sst xmlns='x'>"
STYLES = "<styleSheet xmlns='x'><cellXfs>"
RUN = """
import resource, sys
resource.setrlimit(resource.RLIMIT_CPU, ({seconds}, {seconds}))
resource.setrlimit(resource.RLIMIT_AS, ({memory}, {memory}))
from kepatuhan.cli import main
sys.argv = ["kepatuhan", "score", "--instrument", "ombudsman-2022", sys.argv[1]]
sys.exit(main())
"""

HOSTILE: dict[str, tuple[str, str, str, int, str]] = {
    "a sheet of spaces": (SHEET, BEGIN, " ", 400_000_000, END),
    "one endless text": (SHEET, BEGIN + '<row r="1"><c r="A1" t="inlineStr"><is><t>', "a", 400_000_000, END),
    "a text that is no bomb": (SHEET, BEGIN + '<row r="1"><c r="A1" t="inlineStr"><is><t>', "a", 9_000_000, END),
    "an attribute that never ends": (SHEET, '<worksheet xmlns="x" a="', "a", 9_000_000, f'">{END}'),
    "a comment that never ends": (SHEET, '<worksheet xmlns="x"><!--', "a", 9_000_000, END),
    "elements in elements": (SHEET, BEGIN, "<a>", 3_000_000, END),
    "merged cells without end": (SHEET, f"{BEGIN}</sheetData>", '<mergeCell ref="A1:XFD1048576"/>', 300_000, END),
    "hidden columns without end": (SHEET, f"{BEGIN}", '<col min="1" max="16384" hidden="1"/>', 250_000, END),
    "texts without end": ("xl/sharedStrings.xml", TEXTS, "<si/>", 1_900_000, "<si>"),
    "one text in pieces": ("xl/sharedStrings.xml", f"{TEXTS}<si>", "<t>abc</t>", 900_000, "</si></sst>"),
    "styles without end": ("xl/styles.xml", STYLES, "<xf/>", 1_900_000, "</cellXfs></styleSheet>"),
}
"""By what it is: a part, how it begins, what it repeats, how often, and how it ends."""


def repeated(begin: str, unit: str, count: int, end: str) -> Iterator[bytes]:
    whole, rest = divmod(count, 100_000)
    yield begin.encode()
    for _ in range(whole):
        yield unit.encode() * 100_000
    yield unit.encode() * rest + end.encode()


def with_part(path: Path, part: str, pieces: Iterator[bytes]) -> Path:
    """A good workbook whose ``part`` is made of ``pieces``."""
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Jawaban")
        sheet.write_row(0, 0, ["Unit", "Nilai"])
        sheet.write_row(1, 0, ["Dinas A", 80])
    rewrite_package(path, lambda name, content: None if name == part else content)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as package, package.open(part, "w", force_zip64=True) as file:
        for piece in pieces:
            file.write(piece)
    return path


def scored_within_limits(path: Path) -> subprocess.CompletedProcess[str]:
    """Score a file in a process that is ended when it takes too much time or memory."""
    script = RUN.format(seconds=MOST_SECONDS, memory=MOST_MEMORY)
    return subprocess.run([sys.executable, "-c", script, str(path)], capture_output=True, text=True, check=False)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_workbook_is_refused_in_time_and_memory(tmp_path: Path, name: str) -> None:
    part, *content = HOSTILE[name]
    path = with_part(tmp_path / "a.xlsx", part, repeated(*content))  # type: ignore[arg-type]
    done = scored_within_limits(path)
    assert done.returncode == 3, (done.returncode, done.stderr[-500:])
    assert "[KP7" in done.stderr
    assert done.stdout == ""


FLOODS: dict[str, tuple[str, str, int]] = {
    "cells without a header": ("", "1;" * 1_000 + "\n", 14_000),
    "cells below a header": ("Unit;" + "X;" * 999 + "\n", "A;" + "1;" * 999 + "\n", 14_000),
    "texts beside an answer": ("Unit;I.01\n", "abcdefghijklmnopqrstuvwxyz;" * 1_400 + "\n", 1_000),
    "one line": ("", "12345678 ", 4_000_000),
    "a quote that never ends": ('Unit;"', "1;2\n", 9_000_000),
    "signs of four bytes": ("Unit;I.01\n", "\U0001f4a9;", 7_500_000),
    "short rows": ("Unit;I.01;I.02\n", "A;9\n", 1_040_000),
}
"""By what it is: how a .csv file begins, what it repeats, and how often."""


@pytest.mark.parametrize("name", FLOODS)
def test_a_flood_of_text_is_refused_in_time_and_memory(tmp_path: Path, name: str) -> None:
    begin, unit, count = FLOODS[name]
    path = tmp_path / "a.csv"
    path.write_text(begin + unit * count, encoding="utf-8")
    done = scored_within_limits(path)
    assert done.returncode == 3, (done.returncode, done.stderr[-500:])
    assert "[KP" in done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize("header", ["", "Unit;I.01\n", "Unit;I.01;" + "Catatan;" * 1_400 + "\n"])
def test_a_flood_of_different_texts_is_refused_in_time_and_memory(tmp_path: Path, header: str) -> None:
    path = tmp_path / "a.csv"
    with path.open("w", encoding="utf-8") as file:
        file.write(header)
        for row in range(1_000):
            file.write(f"Dinas {row};1;" + ";".join(f"t{row * 1_400 + n}" for n in range(1_400)) + "\n")
    assert scored_within_limits(path).returncode == 3


def test_a_long_text_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    with path.open("wb") as file:
        file.truncate(60_000_000)
    assert [problem.code for problem in refusal(path, instrument=one_indicator("rubrik"))] == ["KP764"]


def test_a_row_with_more_columns_than_any_sheet_is_refused_at_its_line(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Unit;X.01\nDinas A;2" + ";" * 20_000 + "\n", encoding="utf-8")
    (problem,) = refusal(path, instrument=one_indicator("rubrik"))
    assert (problem.code, problem.where and problem.where.line) == ("KP764", 2)


@pytest.mark.parametrize("more", ["<v>3</v>", "<v>2</v>"])
def test_a_cell_with_two_contents_is_refused(tmp_path: Path, more: str) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", {"Jawaban": [["Unit", "X.01"], ["Dinas A", 2]]})
    rewrite_package(path, lambda name, content: content.replace(b"<v>2</v>", b"<v>2</v>" + more.encode()))
    assert "KP705" in [problem.code for problem in refusal(path, instrument=one_indicator("rubrik"))]


def test_two_sheets_that_use_one_part_are_refused(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", {"Satu": [["Unit", "X.01"], ["A", 2]], "Dua": [["Unit", "X.01"], ["B", 2]]})
    rewrite_package(path, lambda name, content: content.replace(b"sheet2.xml", b"sheet1.xml"))
    assert [problem.code for problem in refusal(path, instrument=one_indicator("rubrik"))] == ["KP704"]


def test_small_elements_between_pieces_of_a_part_are_never_taken_for_depth(tmp_path: Path) -> None:
    rows = [["Unit", "X.01"], *([f"Dinas {number}", number % 4] for number in range(20_000))]
    path = write_xlsx(tmp_path / "a.xlsx", {"Jawaban": rows})
    assert len(read(path, instrument=one_indicator("rubrik")).units) == 20_000


def test_more_rows_about_one_unit_than_any_has_are_refused_at_the_first_of_them(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("kepatuhan.workbook.assembly.MOST_ROWS_OF_UNIT", 3)
    instrument = one_indicator("rubrik", settings=", observed: responden")
    rows = [["Unit", "X.01"], *([name, 2] for name in ("A", "B", "A", "A", "B", "B"))]
    assert len(read(write_xlsx(tmp_path / "a.xlsx", {"Jawaban": rows}), instrument=instrument).units) == 2
    path = write_xlsx(tmp_path / "b.xlsx", {"Jawaban": [*rows, ["A", 1], ["C", 1]]})
    (problem,) = refusal(path, instrument=instrument)
    assert (problem.code, problem.where and problem.where.cell) == ("KP764", "A8")


def test_very_many_wrong_answers_are_told_up_to_a_limit_which_is_said(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("kepatuhan.workbook.assembly.MOST_PROBLEMS", 10)
    rows = [["Unit", "X.01"], *([f"Dinas {number}", 99] for number in range(30))]
    path = write_xlsx(tmp_path / "a.xlsx", {"Jawaban": rows})
    problems = refusal(path, instrument=one_indicator("rubrik"))
    assert [problem.code for problem in problems] == [*["KP802"] * 10, "KP764"]
