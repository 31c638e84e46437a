"""Good workbooks, damaged at random: read as they were, read as they now are, or refused; never another score unseen.

What makes a changed score no silent one: a second, naive reading of the damaged file (ElementTree, no stream, no care)
finds exactly the cells from which the score was made. Examples are few in CI; KEPATUHAN_FUZZ=5000 looks longer.
"""

import io
import os
import re
import time
import zipfile
from fractions import Fraction
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kepatuhan import Reading
from kepatuhan.messages import LANGUAGES, Words

from .sheets import Rows, attempt, instrument_of, write_csv, write_xlsx

EXAMPLES = int(os.environ.get("KEPATUHAN_FUZZ", "60"))
MOST_SECONDS = 10
SHEET = "xl/worksheets/sheet1.xml"
FUZZ = settings(
    max_examples=EXAMPLES,
    derandomize="KEPATUHAN_FUZZ" not in os.environ,
    database=None,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
INSTRUMENT = instrument_of(
    """
components:
  - {id: "X.01", title: Satu, weight: 1, scale: rubrik}
  - {id: "X.02", title: Dua, weight: 1, scale: persen}
"""
)
ROWS: Rows = [["Unit", "X.01", "X.02"], ["Dinas A", 2, 87.5], ["Dinas B", 3, 12], ["Dinas C", 0, 100]]
ORIGINAL: dict[str, tuple[int | Fraction, ...]] = {
    "Dinas A": (2, Fraction(175, 2)),
    "Dinas B": (3, 12),
    "Dinas C": (0, 100),
}
FORM_HEADER: Rows = [["Kode", "Jawaban", "Catatan"]]


def form(unit: str) -> Rows:
    """The sheet of one unit."""
    answers = zip(("X.01", "X.02"), ORIGINAL[unit], strict=True)
    return [["Unit", unit], [], *FORM_HEADER, *([code, float(answer), "lengkap"] for code, answer in answers)]


KINDS: dict[str, dict[str, Rows]] = {
    "matrix": {"Jawaban": ROWS},
    "long": {
        "Jawaban": [
            ["Unit", "Kode", "Jawaban"],
            *([row[0], code, row[place]] for row in ROWS[1:] for place, code in ((1, "X.01"), (2, "X.02"))),
        ]
    },
    "forms": {unit: form(unit) for unit in ORIGINAL},
    "two sheets": {"Satu": [row[:2] for row in ROWS], "Dua": [[row[0], row[2]] for row in ROWS]},
}
"""The same answers in every layout."""

MARK = re.compile(r"<[^>]*>|[^<]+")
PIECES = st.sampled_from(
    (
        *("", "<c>", "</c>", "<v>", "</v>", "<v>1</v>", "<row>", "</row>", "0", "1", "-", "9", "E5", "NaN", "&#0;"),
        *('<c r="B2"><v>1</v></c>', '<c r="D2"><v>1</v></c>', "<f>1+1</f>", 't="b"', 't="s"', 't="e"', 's="99"'),
    )
)


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The workbook that is damaged, the same for every example: written anew, it holds the time."""
    return write_xlsx(tmp_path_factory.mktemp("good") / "a.xlsx", {"Jawaban": ROWS}).read_bytes()


@pytest.fixture(scope="module")
def layouts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The same answers as a workbook of every layout."""
    folder = tmp_path_factory.mktemp("layouts")
    return {name: write_xlsx(folder / "a.xlsx", sheets).read_bytes() for name, sheets in KINDS.items()}


def found(path: Path) -> dict[str, tuple[object, ...]] | None:
    """What was read of each unit, or None where something was said; no exception but ours, and in time."""
    start = time.monotonic()
    reading = attempt(path, instrument=INSTRUMENT)
    assert time.monotonic() - start < MOST_SECONDS
    problems = reading.problems if isinstance(reading, Reading) else reading
    for problem in problems:
        assert all(Words(language).problem(problem) for language in LANGUAGES)
    if problems or not isinstance(reading, Reading):
        return None
    return {unit.unit: tuple(unit.answers.get(name) for name in ("X.01", "X.02")) for unit in reading.units}


def naive(path: Path) -> dict[str, tuple[object, ...]]:
    """The table by a reading of its own: every cell by the letters of its address, text as it stands."""
    with zipfile.ZipFile(path) as package:
        tree = ElementTree.fromstring(package.read(SHEET))
        shared = [
            "".join(text.text or "" for text in item.iter() if local(text) == "t")
            for item in (
                ElementTree.fromstring(package.read("xl/sharedStrings.xml"))
                if "xl/sharedStrings.xml" in package.namelist()
                else []
            )
        ]
    table: dict[str, tuple[object, ...]] = {}
    rows = [element for element in tree.iter() if local(element) == "row"]
    for row in rows[1:]:
        cells: dict[str, str] = {}
        for position, cell in enumerate(part for part in row if local(part) == "c"):
            texts = [part.text or "" for part in cell.iter() if local(part) in ("v", "t")]
            written = "".join(texts)
            column = re.sub(r"\d", "", cell.get("r", "ABCDEFGHIJ"[position]))
            cells[column] = shared[int(written)] if cell.get("t") == "s" and written else written
        if cells.get("A", "").strip():
            table[" ".join(cells["A"].split())] = tuple(number(cells.get(column, "")) for column in "BC")
    return table


def local(element: ElementTree.Element) -> str:
    return element.tag.rpartition("}")[2]


def number(written: str) -> Fraction | None:
    """The number that a cell states; a blank is none."""
    written = written.strip()
    return None if written in ("", "-") else Fraction(written.replace(",", "."))


def explained(path: Path) -> None:
    """Hold that what was read without a word is what was written first, or what the naive reading finds as well."""
    units = found(path)
    if units is not None and units != ORIGINAL:
        assert units == naive(path)


@FUZZ
@given(data=st.data())
def test_a_workbook_with_changed_xml_is_refused_or_read_as_it_stands(
    tmp_path: Path, good: bytes, data: st.DataObject
) -> None:
    path = damaged(tmp_path / "a.xlsx", good, data)
    explained(path)


@FUZZ
@given(data=st.data(), kind=st.sampled_from([*KINDS]))
def test_no_damage_to_any_layout_makes_an_answer_of_what_no_cell_says(
    tmp_path: Path, layouts: dict[str, bytes], data: st.DataObject, kind: str
) -> None:
    path = damaged(tmp_path / "a.xlsx", layouts[kind], data)
    units = found(path)
    if units is None or units == ORIGINAL:
        return
    written = numbers_in(path)
    for answers in units.values():
        assert written.issuperset(answer for answer in answers if answer is not None)
    assert len(units) <= len(ORIGINAL) + 1  # a name that was changed may make one unit of two


def damaged(path: Path, content: bytes, data: st.DataObject) -> Path:
    """A workbook whose XML is changed in one to three places."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    sheets = [name for name in parts if "worksheets/sheet" in name]
    names = [name for name in parts if name.endswith((".xml", ".rels"))]
    for _ in range(data.draw(st.integers(1, 3))):
        name = data.draw(st.sampled_from([*sheets, *sheets, *sheets, *names]))
        marks = MARK.findall(parts[name].decode())
        if not marks:
            continue
        at = data.draw(st.integers(0, len(marks) - 1))
        other = data.draw(st.integers(0, len(marks) - 1))
        change = data.draw(st.sampled_from(["drop", "repeat", "swap", "put", "attribute", "digit"]))
        if change == "drop":
            del marks[at]
        elif change == "repeat":
            marks.insert(other, marks[at])
        elif change == "swap":
            marks[at], marks[other] = marks[other], marks[at]
        elif change == "put":
            marks.insert(at, data.draw(PIECES))
        elif change == "attribute":
            instead = data.draw(st.sampled_from(["", ' r="C3"', ' t="s"']))
            marks[at] = re.sub(r' [\w:]+="[^"]*"', instead, marks[at], count=1)
        else:
            marks[at] = re.sub(r"\d", data.draw(st.sampled_from("0123456789")), marks[at], count=1)
        parts[name] = "".join(marks).encode()
    with zipfile.ZipFile(path, "w") as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return path


def numbers_in(path: Path) -> set[Fraction]:
    """Every number that stands in any part of the workbook, as far as a naive search finds it."""
    with zipfile.ZipFile(path) as package:
        text = " ".join(package.read(name).decode(errors="replace") for name in package.namelist())
    return {Fraction(number) for number in re.findall(r"\d{1,300}(?:\.\d{1,300})?", text)}


@FUZZ
@given(data=st.data())
def test_a_workbook_with_changed_bytes_is_refused_or_read_as_it_was(
    tmp_path: Path, good: bytes, data: st.DataObject
) -> None:
    path = tmp_path / "a.xlsx"
    content = bytearray(good)
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(content) - 1))
        change = data.draw(st.sampled_from(["byte", "cut", "lose", "repeat"]))
        if change == "byte":
            content[at] = data.draw(st.integers(0, 255))
        elif change == "cut" and at:
            del content[at:]
        elif change == "lose" and len(content) > 64:
            del content[at : at + data.draw(st.integers(1, 32))]
        else:
            content[at:at] = content[at : at + data.draw(st.integers(1, 32))]
    path.write_bytes(content)
    units = found(path)
    assert units in (None, ORIGINAL)


VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-5, 105),
    st.floats(width=32),
    st.text(max_size=6),
    st.sampled_from(["1,5", "1.234", "1.234,5", "２", "½", "-", "n/a", "ya", "#N/A", "3/4", "0x1", "1e2", "1_0"]),
)


@FUZZ
@given(row=st.integers(1, 3), column=st.integers(1, 2), value=VALUES)
def test_a_changed_answer_is_refused_or_read_as_the_number_that_it_states(
    tmp_path: Path, row: int, column: int, value: object
) -> None:
    rows = [list(cells) for cells in ROWS]
    rows[row][column] = value
    for path in (write_csv(tmp_path / "a.csv", rows),):
        units = found(path)
        if units is None:
            continue
        written = "" if value is None else str(value)
        plain = {"２": "2"}.get(written.strip(), written)
        expected = None if not plain.strip() or plain.strip() == "-" else number(plain)
        assert units[str(rows[row][0])][column - 1] == expected


@FUZZ
@given(data=st.data())
def test_a_csv_file_with_changed_text_is_refused_or_still_says_what_is_read(
    tmp_path: Path, data: st.DataObject
) -> None:
    path = write_csv(tmp_path / "a.csv", ROWS, delimiter=data.draw(st.sampled_from(";,\t")))
    text = path.read_text(encoding="utf-8")
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(text) - 1))
        piece = data.draw(st.sampled_from(["", ";", ",", "\t", '"', "\n", "0", "9", "-", " ", "\ufeff", "é", "\u00a0"]))
        text = text[:at] + piece + text[at + data.draw(st.integers(0, 2)) :]
    path.write_text(text, encoding="utf-8", newline="")
    units = found(path)
    if units is None:
        return
    digits = re.sub(r"[^0-9]", "", text)
    for answers in units.values():
        for answer in answers:
            if answer is not None:
                assert re.sub(r"[^0-9]", "", str(float(answer)).removesuffix(".0")) in digits  # type: ignore[arg-type]


def test_the_naive_reading_agrees_on_what_was_not_changed(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", {"Jawaban": ROWS})
    assert found(path) == ORIGINAL == naive(path)


@FUZZ
@given(data=st.data(), kind=st.sampled_from(["long", "forms"]), delimiter=st.sampled_from(";,\t"))
def test_a_csv_file_of_another_layout_is_refused_or_says_what_is_read(
    tmp_path: Path, data: st.DataObject, kind: str, delimiter: str
) -> None:
    rows = next(iter(KINDS[kind].values()))
    path = write_csv(tmp_path / "a.csv", rows, delimiter=delimiter)
    text = path.read_text(encoding="utf-8")
    at = data.draw(st.integers(0, len(text) - 1))
    piece = data.draw(st.sampled_from(["", delimiter, '"', "\n", "0", "9", "-", " ", "\ufeff", "\u00a0", "X.01"]))
    text = text[:at] + piece + text[at + data.draw(st.integers(0, 3)) :]
    path.write_text(text, encoding="utf-8", newline="")
    units = found(path)
    if units is None:
        return
    written = {Fraction(number) for number in re.findall(r"\d+(?:\.\d+)?", text.replace(",", "."))}
    written |= {Fraction(number) for number in re.findall(r"\d+(?:\.\d+)?", text)}
    for answers in units.values():
        assert written.issuperset(answer for answer in answers if answer is not None)


@pytest.mark.parametrize("kind", KINDS)
def test_every_layout_that_is_damaged_holds_the_same_answers_when_it_is_not(
    tmp_path: Path, layouts: dict[str, bytes], kind: str
) -> None:
    (tmp_path / "a.xlsx").write_bytes(layouts[kind])
    assert found(tmp_path / "a.xlsx") == ORIGINAL
