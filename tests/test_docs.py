"""What the pages say is what happens: their commands, outputs, files, Python lines, links and codes are all tried.

A page is followed from top to bottom in a folder of its own that holds copies of ``examples/`` and ``indicators/``.
Comments that nobody sees when the page is read say what a block is:

- ``<!-- file: hand.yaml -->`` before a block: the block is that file;
- ``<!-- workbook: rapor.xlsx, Dinas Contoh -->`` before a table with Excel's letters above it and Excel's numbers
  beside it: the table is that sheet;
- ``<!-- edit: my.yaml -->`` before a ``diff`` block: the lines with ``-`` stand in that file once, and those with ``+``
  take their place;
- ``<!-- prints -->`` before a ``text`` block: what the Python lines before it print;
- ``<!-- exit: 3 -->`` before a block: how its commands end (else with 0).

The lines of a ``sh`` block that begin with ``kepatuhan`` are run. A ``text`` block that begins with ``$ kepatuhan``
shows all that the command writes; a line ``[...]`` in it stands for lines that are left out.
"""

import contextlib
import difflib
import io
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

import pytest
from openpyxl import Workbook, load_workbook

import kepatuhan
from kepatuhan.api import bundled_library
from kepatuhan.cli import main
from kepatuhan.messages import english, indonesian
from kepatuhan.scoring.certainty import result_certainty, unit_certainty

ROOT = Path(__file__).parents[1]
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
NAMES = [str(page.relative_to(ROOT)) for page in PAGES]
PROMPT = "$ kepatuhan"
LEFT_OUT = "[...]\n"

_MARK = re.compile(r"<!-- (?P<key>[a-z]+)(?:: (?P<value>.*?))? -->")
_FENCE = re.compile(r"```(?P<language>\w*)")
_MARKS = ("file", "workbook", "edit", "prints", "exit")


class Block(NamedTuple):
    """A fenced block or a table of a page, and what the comments right before it say about it."""

    line: int
    language: str
    text: str
    marks: dict[str, str]


def blocks(text: str) -> Iterator[Block]:
    """The blocks and marked tables of a page, in order."""
    lines = text.splitlines(keepends=True)
    marks: dict[str, str] = {}
    index = 0
    while index < len(lines):
        start, line = index, lines[index].rstrip("\n")
        index += 1
        if mark := _MARK.fullmatch(line):
            marks[mark["key"]] = mark["value"] or ""
        elif fence := _FENCE.fullmatch(line):
            while lines[index].rstrip("\n") != "```":
                index += 1
            yield Block(start + 1, fence["language"], "".join(lines[start + 1 : index]), marks)
            marks, index = {}, index + 1
        elif line.startswith("|"):
            while index < len(lines) and lines[index].startswith("|"):
                index += 1
            yield Block(start + 1, "table", "".join(lines[start:index]), marks)
            marks = {}
        elif line:
            marks = {}


class Follower:
    """Does what a page says, in the folder where it stands, and holds the page to it."""

    def __init__(self) -> None:
        self.made: list[str] = []
        self.names: dict[str, object] = {}
        self.printed = ""

    def follow(self, text: str) -> int:
        """Follow a page; return how many of its blocks were tried.

        Raises:
            AssertionError: with the line of the page where it is wrong.
        """
        tried = 0
        for block in blocks(text):
            try:
                tried += self._try(block)
            except AssertionError as wrong:
                raise AssertionError(f"line {block.line}: {wrong}") from wrong
        return tried

    def _try(self, block: Block) -> bool:
        marks = block.marks
        if "file" in marks:
            Path(marks["file"]).write_text(block.text, encoding="utf-8")
        elif "workbook" in marks:
            name, _, sheet = marks["workbook"].partition(", ")
            self._write_sheet(name, sheet, block.text)
        elif "edit" in marks:
            edit(Path(marks["edit"]), block.text)
        elif "prints" in marks:
            assert_shown(block.text, self.printed)
        elif block.language == "python":
            printed = io.StringIO()
            with contextlib.redirect_stdout(printed):
                exec(compile(block.text, f"line {block.line}", "exec"), self.names)
            self.printed = printed.getvalue()
        elif block.language == "sh" and (lines := commands(block.text)):
            for line in lines:
                self._run(line, marks)
        elif block.language == "text" and block.text.startswith(PROMPT):
            for part in re.split(r"^(?=\$ kepatuhan)", block.text, flags=re.MULTILINE)[1:]:
                line, _, shown = part.partition("\n")
                assert_shown(shown, self._run(line.removeprefix("$ "), marks))
        else:
            return False
        return True

    def _run(self, line: str, marks: dict[str, str]) -> str:
        written = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="\n")
        with contextlib.redirect_stdout(written), contextlib.redirect_stderr(written):
            code = main(shlex.split(line, comments=True)[1:])
        written.seek(0)
        text = written.read()
        assert code == int(marks.get("exit", "0")), f"{line}\nends with {code}:\n{text}"
        for name in self.made:  # how a file was zipped is not the page's affair
            text = re.sub(rf"({re.escape(name)} \(sha256 )[0-9a-f]+", r"\1...", text)
        return text

    def _write_sheet(self, name: str, sheet_name: str, table: str) -> None:
        book = load_workbook(name) if name in self.made else Workbook()
        sheet = book.create_sheet(sheet_name)
        if name not in self.made:
            book.remove(book.worksheets[0])
            self.made.append(name)
        for row in table.splitlines()[2:]:
            number, *cells = (cell.strip() for cell in row.strip("|").split("|"))
            for column, cell in enumerate(cells, start=1):
                if cell:
                    sheet.cell(int(number.strip("*")), column, typed(cell))
        book.save(name)


def typed(text: str) -> str | int | float:
    """What Excel makes of what is typed into a cell, where decimals have a comma."""
    if re.fullmatch(r"\d+", text):
        return int(text)
    return float(text.replace(",", ".")) if re.fullmatch(r"\d+,\d+", text) else text


def commands(text: str) -> list[str]:
    """The lines of a ``sh`` block that call kepatuhan."""
    lines = (line.removeprefix("$ ") for line in text.splitlines())
    return [line for line in lines if line.startswith("kepatuhan ")]


def edit(file: Path, diff: str) -> None:
    """Do to ``file`` what the lines of ``diff`` say; a line ``@@`` stands between two places."""
    for hunk in diff.split("@@\n"):
        lines = hunk.splitlines(keepends=True)
        old = "".join(line[1:] for line in lines if line[0] in " -")
        new = "".join(line[1:] for line in lines if line[0] in " +")
        text = file.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{file} has this {text.count(old)} times:\n{old}"
        file.write_text(text.replace(old, new), encoding="utf-8")


def assert_shown(shown: str, real: str) -> None:
    """What a page shows is ``real``, but for the lines that it leaves out."""
    pattern = r"(?:.*\n)+?".join(re.escape(part) for part in shown.split(LEFT_OUT))
    if not re.fullmatch(pattern, real):
        difference = difflib.unified_diff(shown.splitlines(), real.splitlines(), "shown", "real", lineterm="")
        raise AssertionError("\n".join(difference))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which a page is followed; it is the current one."""
    for name in ("examples", "indicators"):
        shutil.copytree(ROOT / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    for name in ("KEPATUHAN_LANG", "NO_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def page(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def section(text: str, title: str) -> str:
    """What stands below a heading of the second level, up to the next."""
    return text.partition(f"\n## {title}\n")[2].partition("\n## ")[0]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.usefixtures("folder")
def test_what_a_page_shows_is_what_happens(name: str) -> None:
    Follower().follow(page(name))


def test_the_pages_that_show_something_are_tried(folder: Path) -> None:
    for name, least in (("docs/panduan.md", 12), ("docs/instrument-files.md", 11), ("docs/notebook.md", 14)):
        assert Follower().follow(page(name)) >= least


@pytest.mark.parametrize(
    "wrong",
    [
        "```sh\nkepatuhan score nothing.xlsx\n```\n",
        "```sh\n$ kepatuhan scor\n```\n",
        "<!-- exit: 3 -->\n```sh\nkepatuhan check indicators\n```\n",
        "```text\n$ kepatuhan --version\nkepatuhan 0.0.0\n```\n",
        "```text\n$ kepatuhan check indicators\n[...]\nnothing like it\n```\n",
        "```python\nprint(1)\n```\n\n<!-- prints -->\n```text\n2\n```\n",
        "```python\nassert False\n```\n",
        "<!-- edit: indicators/skm-2017.yaml -->\n```diff\n-id: skm-2018\n+id: skm-2019\n```\n",
    ],
)
@pytest.mark.usefixtures("folder")
def test_a_page_that_is_wrong_is_found_out(wrong: str) -> None:
    with pytest.raises(AssertionError, match="line "):
        Follower().follow(wrong)


def test_a_table_of_a_page_is_typed_as_excel_would_take_it(folder: Path) -> None:
    table = "|   | A | B |\n|---|---|---|\n| **2** | Unit | U1 |\n| **3** | Dinas | 3,5 |\n"
    Follower().follow(f"<!-- workbook: x.xlsx, Lembar -->\n{table}")
    assert [list(row) for row in load_workbook(folder / "x.xlsx")["Lembar"].values] == [
        [None, None],
        ["Unit", "U1"],
        ["Dinas", 3.5],
    ]


@pytest.mark.parametrize("name", NAMES)
def test_every_mark_is_one_that_is_known_and_stands_before_a_block(name: str) -> None:
    written = [mark["key"] for mark in _MARK.finditer(page(name)) if mark["key"] in _MARKS]
    assert written == [key for block in blocks(page(name)) for key in block.marks if key in _MARKS]


def anchors(text: str) -> set[str]:
    """The anchors that GitHub gives to the headings of a page."""
    found: dict[str, int] = {}
    names = set()
    for title in re.findall(r"^#{1,6} (.+)$", re.sub(r"^```.*?^```$", "", text, flags=re.M | re.S), re.MULTILINE):
        name = re.sub(r"[^\w\- ]", "", title.strip().lower()).replace(" ", "-")
        count = found.get(name, 0)
        found[name] = count + 1
        names.add(f"{name}-{count}" if count else name)
    return names


@pytest.mark.parametrize("name", NAMES)
def test_every_link_leads_somewhere(name: str) -> None:
    here = ROOT / name
    prose = re.sub(r"^```.*?^```$", "", page(name), flags=re.M | re.S)
    for link in re.findall(r"\]\((?!https?:)([^)\s]+)\)", prose):
        target, _, anchor = link.partition("#")
        there = (here.parent / target).resolve() if target else here
        assert there.exists(), link
        assert not anchor or anchor in anchors(there.read_text(encoding="utf-8")), link


@pytest.mark.parametrize("name", NAMES)
def test_every_problem_code_that_a_page_mentions_exists(name: str) -> None:
    mentioned = set(re.findall(r"\bKP\d{3}\b", page(name)))
    assert mentioned <= english.TEXTS.keys()
    assert mentioned <= indonesian.TEXTS.keys()


@pytest.mark.parametrize("name", NAMES)
def test_every_option_that_a_page_mentions_exists(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    for command in ([], ["template"], ["score"], ["plan"], ["explain"], ["check"], ["instruments"]):
        assert main([*command, "--help"]) == 0
    known = set(re.findall(r"--[a-z-]+", capsys.readouterr().out))
    spans = [code for code in re.findall(r"`([^`\n]+)`", page(name)) if code.startswith(("--", "kepatuhan "))]
    assert {option for code in spans for option in re.findall(r"(?<!\S)--[a-z-]+", code)} <= known


@pytest.mark.usefixtures("folder")
def test_the_score_by_hand_has_the_marks_that_the_page_works_out() -> None:
    text = section(page("docs/instrument-files.md"), "A score by hand")
    Follower().follow(text)
    instrument = kepatuhan.load_instrument("hand.yaml")
    (unit,) = kepatuhan.score(instrument, kepatuhan.read_answers("hand.xlsx", instrument).units).units
    parts = {part.component.id: part for top in unit.components for part in top.walk()}
    marks = {name: part.mark and part.mark.exact for name, part in parts.items()}
    sarana, petugas = Fraction(11, 18), Fraction(3, 4)
    assert marks == {
        "sarana": sarana,
        "S.01": 1,
        "S.02": 0,
        "S.03": None,
        "S.04": Fraction(5, 6),
        "petugas": petugas,
        "P.01": Fraction(2, 3),
        "P.02": 1,
    }
    assert unit.mark is not None
    assert unit.mark.exact == (60 * sarana + 40 * petugas) / 100 == Fraction(2, 3)
    best = parts["sarana"].best_mark
    assert best is not None
    assert best.exact == Fraction(17, 18)
    assert [parts[name].effective_weight for name in ("S.01", "S.03", "P.01", "P.02")] == [
        Fraction(1, 5),
        0,
        Fraction(3, 10),
        Fraction(1, 10),
    ]
    certainty = unit_certainty(instrument, unit)
    assert certainty is not None
    assert certainty.weights is not None
    assert certainty.blanks_decide
    assert certainty.weights_decide
    assert certainty.weights.low == round_to_cents(60 * Fraction(11, 36) + 30)
    assert certainty.weights.high == round_to_cents(60 * Fraction(17, 21) + 30)
    assert unit.possible is not None
    said = (unit.score, unit.gap, unit.possible[1], certainty.weights.low, certainty.weights.high)
    steps = text[text.index("\n1. ") : text.index("```text")]
    assert set(re.findall(r"\d+\.\d\d(?!\d)", steps)) == {str(number) for number in said}
    worked_out = {mark for mark in marks.values() if mark} | {best.exact, Fraction(11, 36), Fraction(17, 21)}
    on_the_way = {Fraction(1, 2), Fraction(5, 12)}
    assert {Fraction(found) for found in re.findall(r"\d+/\d+", steps)} == worked_out | on_the_way


def round_to_cents(number: Fraction) -> Decimal:
    return Decimal(int(number * 100 + Fraction(1, 2))) / 100


def test_the_method_counts_the_indicators_and_the_assumed_weights_of_every_instrument() -> None:
    rows = re.findall(r"^\| `([\w-]+)` \| (\d+) \| (\d+) \|", page("docs/method.md"), re.MULTILINE)
    assert rows == [
        (
            instrument.id,
            str(sum(indicator.scored for indicator in instrument.indicators)),
            str(len(instrument.assumed_weights)),
        )
        for instrument in map(kepatuhan.load_instrument, bundled_library().ids)
    ]


def test_the_method_tells_the_limits_of_the_example() -> None:
    reading = kepatuhan.read_answers(ROOT / "examples" / "units.xlsx")
    result = kepatuhan.score(reading.instrument, reading.units)
    certainty = result_certainty(result).institution
    assert certainty is not None
    assert certainty.weights is not None
    assert certainty.is_certain
    told = f"{result.institution.score}, from {certainty.weights.low} to {certainty.weights.high} by its weights"
    assert told in page("docs/method.md")


def test_the_sources_that_the_method_links_to_are_those_of_the_indicator_files() -> None:
    known = "".join(file.read_text(encoding="utf-8") for file in (ROOT / "indicators").glob("*.yaml"))
    for link in re.findall(r"\]\((https?:[^)\s]+)\)", page("docs/method.md")):
        assert f'"{link}"' in known


def test_the_guide_quotes_its_messages_as_they_are() -> None:
    quoted = re.findall(r"^\| \[(KP\d+)\]\(problems.md#(kp\d+)\) \| ([^|]+) \|", page("docs/panduan.md"), re.MULTILINE)
    assert len(quoted) == 15
    for code, anchor, text in quoted:
        assert anchor == code.lower()
        assert text in indonesian.TEXTS[code]


def test_the_guide_lists_every_bundled_instrument_with_its_years() -> None:
    rows = re.findall(r"^\| `([\w-]+)` \| ([\d, -]+) \|", page("docs/panduan.md"), re.MULTILINE)
    assert sorted(rows) == [
        (instrument.id, instrument.years_text) for instrument in map(kepatuhan.load_instrument, bundled_library().ids)
    ]


def test_a_notebook_imports_nothing_of_the_command_line() -> None:
    lines = """
import sys
import kepatuhan
instrument = kepatuhan.load_instrument("ombudsman-2022")
result = kepatuhan.score(instrument, kepatuhan.read_answers(["examples/units.xlsx"], instrument).units)
assert result.institution.score is not None
assert "rich" not in sys.modules and "typer" not in sys.modules
"""
    subprocess.run([sys.executable, "-c", lines], check=True, cwd=ROOT)
