"""Every formula of every workbook that we hand out works in Excel since 2010, LibreOffice and Google Sheets.

No formula is tried here: what each is made of is held against what the oldest of these programs knows and bears.
"""

import random
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

import pytest
from openpyxl import load_workbook
from openpyxl.formula import Tokenizer
from openpyxl.formula.tokenizer import Token

from kepatuhan.cli import main
from kepatuhan.instrument.model import Instrument
from kepatuhan.messages import LANGUAGES, Words
from kepatuhan.worksheets.matrix import write_matrix
from kepatuhan.worksheets.template import write_template
from tests.results.books import earlier_scores, instruments, results_units, write
from tests.worksheets.books import NAMES, random_units, untouched

ON_RANGES = {"SUM", "SUMIFS", "SUMPRODUCT", "COUNT", "COUNTIF", "COUNTIFS", "AVERAGE", "MAX", "LARGE", "RANK", "ROWS"}
ON_RANGES |= {"INDEX", "MATCH", "COUNTA"}
"""What may be given a range as it stands."""
KNOWN = ON_RANGES | {"IF", "AND", "OR", "NOT", "IFERROR", "ISERROR", "ISNUMBER", "ISLOGICAL", "ROUND", "INT", "ABS"}
KNOWN |= {"ISBLANK", "TRIM", "LEN", "MID", "FIND", "SUBSTITUTE", "FIXED", "ROW", "COLUMN"}
"""All of them are in Excel 2007, in LibreOffice and in Google Sheets, and none is volatile."""
NEEDS_ENTERING = {"IF", "IFERROR", "INDEX", "AND", "OR"}
"""What goes through no array within SUMPRODUCT before Excel 365, unless it is entered as a formula of arrays."""
LONGEST, LONGEST_TEXT, DEEPEST, MOST_ARGUMENTS, MOST_BYTES = 8192, 255, 64, 255, 16_384
"""What Excel bears; the bytes are those of a formula as it is kept in memory."""
LONGEST_RULE = 255
"""Of a data validation, for people who open it."""
SPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
KINDS = {
    f"{SPACE}f": "cell",
    f"{SPACE}formula": "format",
    f"{SPACE}formula1": "validation",
    f"{SPACE}formula2": "validation",
}


class Formula(NamedTuple):
    """One formula: the part of the package that it is in, what kind of place it has, and its text."""

    part: str
    kind: str
    text: str


class Parsed(NamedTuple):
    """What a formula is made of."""

    functions: set[str]
    depth: int
    most_arguments: int
    longest_text: int
    bytes: int
    misplaced: list[str]
    """Ranges where one value belongs: older programs would take one cell out of them."""
    complaints: list[str]


def formulas(path: Path) -> Iterator[Formula]:
    """Every formula of a workbook, one of those that differ in their rows only."""
    seen = set()
    with zipfile.ZipFile(path) as package:
        assert not [name for name in package.namelist() if "vba" in name.casefold()]
        for part in package.namelist():
            if not part.startswith("xl/worksheets/sheet"):
                continue
            for _, element in ElementTree.iterparse(package.open(part)):
                kind = KINDS.get(element.tag)
                if kind is None or not element.text:
                    continue
                assert "t" not in element.attrib, "a formula of arrays, or one that is shared"
                form = kind, re.sub(r"(?<=[A-Z$])\d+", "1", element.text)
                if form not in seen:
                    seen.add(form)
                    yield Formula(part, kind, element.text)


def parsed(text: str) -> Parsed:
    """Take a formula apart; the bytes are counted as Excel's own tokens take them."""
    tokens = [token for token in Tokenizer(f"={text}").items if token.type != Token.WSPACE]
    stack: list[tuple[str, int]] = []
    functions: set[str] = set()
    misplaced: list[str] = []
    complaints: list[str] = []
    depth = most = longest = size = 0
    for place, token in enumerate(tokens):
        if token.type == Token.FUNC and token.subtype == Token.OPEN:
            name = token.value.rstrip("(").removeprefix(":")  # INDEX(..):INDEX(..) is a range from cell to cell
            if name != token.value.rstrip("(") and name != "INDEX":
                complaints.append(f"{name} gives no cell that a range could end in")
            if any(outer == "SUMPRODUCT" for outer, _ in stack) and name in NEEDS_ENTERING:
                complaints.append(f"{name} in SUMPRODUCT")
            functions.add(name)
            stack.append((name, 1))
            depth, size = max(depth, len(stack)), size + 4
        elif token.type == Token.PAREN and token.subtype == Token.OPEN:
            stack.append(("", 1))
            size += 1
        elif token.type in (Token.FUNC, Token.PAREN):
            most = max(most, stack.pop()[1])
        elif token.type == Token.SEP:
            stack[-1] = stack[-1][0], stack[-1][1] + 1
        elif token.subtype == Token.TEXT:
            spelt = token.value[1:-1].replace('""', '"')
            longest, size = max(longest, len(spelt)), size + 3 + 2 * len(spelt)
        elif token.type == Token.OPERAND:
            size += {Token.RANGE: 15, Token.NUMBER: 9}.get(token.subtype, 2)
            if token.subtype == Token.RANGE and ":" in token.value:
                misplaced += _misplaced(tokens, place, [name for name, _ in stack])
            if token.subtype == Token.RANGE and re.search(r"[\[\]#{}]", token.value):
                complaints.append(f"{token.value} is no plain reference")
        elif token.type in (Token.OP_IN, Token.OP_PRE, Token.OP_POST):
            size += 1
        else:
            complaints.append(f"{token.value} is a {token.type}")
    return Parsed(functions, depth, most, longest, size, misplaced, complaints)


def _misplaced(tokens: list[Token], place: int, within: list[str]) -> list[str]:
    """The range at a place, if it is neither given to a function of ranges as it stands nor within SUMPRODUCT."""
    if "SUMPRODUCT" in within:
        return []
    before, after = tokens[place - 1] if place else None, tokens[place + 1] if place + 1 < len(tokens) else None
    stands_alone = all(
        neighbour is not None and (neighbour.type in (Token.SEP, Token.FUNC)) for neighbour in (before, after)
    )
    is_taken = bool(within) and within[-1] in ON_RANGES and stands_alone
    return [] if is_taken else [f"{tokens[place].value} where one value belongs"]


def complaints(formula: Formula) -> list[str]:
    """What is wrong with a formula."""
    found = parsed(formula.text)
    limits = (
        (found.functions - KNOWN, "functions"),
        (len(formula.text) > LONGEST, "length"),
        (found.depth > DEEPEST, "depth"),
        (found.most_arguments > MOST_ARGUMENTS, "arguments"),
        (found.longest_text > LONGEST_TEXT, "text"),
        (found.bytes > MOST_BYTES, "bytes"),
        (formula.kind == "validation" and len(formula.text) > LONGEST_RULE, "length of a rule"),
    )
    is_list = formula.kind == "validation"  # the cells that a dropdown offers
    odd = [] if is_list else found.misplaced
    return [*found.complaints, *odd, *(f"{name}: {wrong}" for wrong, name in limits if wrong)]


def refused(path: Path) -> list[tuple[str, str, str]]:
    """The formulas of a workbook that some program would not take."""
    found = [(formula, complaints(formula)) for formula in formulas(path)]
    assert found
    return [(formula.part, formula.text[:200], what) for formula, whats in found for what in whats]


@pytest.fixture(scope="module")
def all_instruments(tmp_path_factory: pytest.TempPathFactory) -> list[Instrument]:
    return instruments(tmp_path_factory.mktemp("instruments"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("layout", [write_template, write_matrix])
def test_the_formulas_of_templates(
    layout: type, language: str, all_instruments: list[Instrument], tmp_path: Path
) -> None:
    for instrument in all_instruments:
        units = [replace(unit, count=2) for unit in random_units(instrument, random.Random(1), NAMES)]
        path = tmp_path / f"{instrument.id}.xlsx"
        path.write_bytes(layout(instrument, units, path.name, Words(language)))
        assert refused(path) == [], instrument.id


def test_the_formulas_of_results(all_instruments: list[Instrument], tmp_path: Path) -> None:
    for instrument in all_instruments:
        units = results_units(instrument, random.Random(1))
        assert refused(write(tmp_path / "a.xlsx", instrument, units)) == [], instrument.id
        earlier = earlier_scores(units, random.Random(1))
        assert refused(write(tmp_path / "b.xlsx", instrument, units, earlier=earlier)) == [], instrument.id


def test_the_formulas_of_a_returned_workbook(tmp_path: Path) -> None:
    path = untouched(tmp_path / "a.xlsx")
    book = load_workbook(path)
    book.worksheets[1]["D13"] = "mungkin"
    book.save(path)
    assert main(["score", str(path), "--annotate", str(tmp_path / "b.xlsx")]) == 3
    assert refused(tmp_path / "b.xlsx") == []


def test_the_colours_of_a_form_look_at_its_own_sheet_alone(tmp_path: Path) -> None:
    """So that they survive in every program, and when the sheet is copied into another workbook."""
    for formula in formulas(untouched(tmp_path / "a.xlsx")):
        assert formula.kind != "format" or "!" not in formula.text


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("XLOOKUP(A1,B1:B9,C1:C9)", "functions: {'XLOOKUP'}"),
        ("TODAY()-A1", "functions: {'TODAY'}"),
        ("_xlfn.CONCAT(A1,A2)", "functions: {'_xlfn.CONCAT'}"),
        ("SUM(IF(A1:A9>1,1,0))", "A1:A9 where one value belongs"),
        ("MAX(A1:A9*B1:B9)", "A1:A9 where one value belongs"),
        ("A1:A9", "A1:A9 where one value belongs"),
        ("SUMPRODUCT(IF(A1:A9>1,1,0))", "IF in SUMPRODUCT"),
        ('A1="' + "x" * 256 + '"', "text: True"),
        ("SUM(" + ",".join(["A1"] * 256) + ")", "arguments: True"),
        ("NOT(" * 65 + "A1" + ")" * 65, "depth: True"),
        ("+".join(["A1"] * 3000), "length: True"),
        ("+".join(["A1"] * 1100), "bytes: True"),
        ("SUM({1,2})", "{ is a ARRAY"),
        ("SUM(Daftar[Nilai])", "Daftar[Nilai] is no plain reference"),
    ],
)
def test_what_would_not_work_everywhere_is_found(text: str, complaint: str) -> None:
    assert complaint in complaints(Formula("", "cell", text))


def test_a_sound_formula_is_not_complained_of() -> None:
    text = 'IF(COUNT(A1:A9)=0,"",SUMPRODUCT((TRIM(A1:A9&"")=Daftar!$B$2:$B$5)*1)/MAX(A1,0.5))'
    assert complaints(Formula("", "cell", text)) == []
