"""Every form of a result, read back by an independent reader, says what the result says."""

import csv
import io
import json
import re
from decimal import Decimal
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

import kepatuhan
from kepatuhan import __version__
from kepatuhan.instrument.model import Indicator
from kepatuhan.messages import Words
from kepatuhan.report.markdown import escaped
from kepatuhan.report.score_csv import ABOUT_COLUMNS, COMPONENT_COLUMNS, UNIT_COLUMNS, harmless, render_score_csv
from kepatuhan.report.score_json import render_score_json
from kepatuhan.report.score_markdown import render_score_markdown
from kepatuhan.report.score_report import InputHash, NotScorable, ScoreReport
from kepatuhan.scoring.results import UnitResult
from tests.scoring.strategies import assessments

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.xlsx"))
DELIMITERS = {"id": (";", ","), "en": (",", ".")}
HASH = "0" * 64
NAMES = st.sampled_from(
    [
        "Dinas Sosial",
        "=1+1",
        "@rapat",
        "-",
        "+62",
        "a;b,c",
        'petik "dua"',
        "[tebal](x)",
        "*a*",
        "1. satu",
        "a|b",
        "<b>x</b>",
        "&amp;",
    ]
)


def report_of(
    result: kepatuhan.Result, *, detailed: bool = False, left_out: tuple[NotScorable, ...] = ()
) -> ScoreReport:
    return ScoreReport(result, (InputHash("a b.xlsx", HASH),), (), __version__, None, left_out, detailed)


def example_report(path: Path, *, detailed: bool = False) -> ScoreReport:
    reading = kepatuhan.read_answers(path)
    return report_of(kepatuhan.score(reading.instrument, reading.units), detailed=detailed)


def read_csv(text: str, language: str) -> list[dict[str, str]]:
    delimiter, _ = DELIMITERS[language]
    content = text.encode()
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=delimiter, strict=True))


def number(text: str, language: str) -> Decimal | None:
    return Decimal(text.replace(DELIMITERS[language][1], ".")) if text else None


def tables(text: str) -> list[list[list[str]]]:
    """The tables of a Markdown text: rows of cells, as a reader sees them."""
    found: list[list[list[str]]] = []
    is_cell = False
    for token in MarkdownIt("commonmark").enable("table").parse(text):
        if token.type == "table_open":
            found.append([])
        elif token.type == "tr_open":
            found[-1].append([])
        is_cell = token.type in ("td_open", "th_open") or (is_cell and token.type == "inline")
        if token.type == "inline" and is_cell:
            found[-1][-1].append(_shown(token))
    return found


def _shown(token: Token) -> str:
    return "".join(
        child.content
        for child in token.children or ()
        if child.type in ("text", "code_inline", "html_inline", "text_special")
    )


def _same(value: Decimal | None, read: Any) -> bool:
    return (value is None and read is None) or (value is not None and Decimal(str(read)) == value)


@settings(max_examples=40, deadline=None)
@given(
    assessment=assessments(most_units=4),
    names=st.lists(NAMES, min_size=4, max_size=4, unique=True),
    language=st.sampled_from(["id", "en"]),
)
def test_a_csv_file_holds_every_unit_as_it_was_scored(assessment: Any, names: list[str], language: str) -> None:
    edition, answers = assessment
    renamed = [
        answer.__class__(name, answer.answers, answer.direct, answer.type, answer.count)
        for answer, name in zip(answers, names, strict=False)
    ]
    result = kepatuhan.score(edition, renamed)
    rows = read_csv(render_score_csv(report_of(result), Words(language)), language)
    tops = [part.id for part in edition.components if not isinstance(part, Indicator) or part.scored]
    assert list(rows[0]) == [*UNIT_COLUMNS, *tops, *ABOUT_COLUMNS]
    for row, unit in zip(rows, result.units, strict=True):
        assert row["unit"].removeprefix("'") == unit.unit
        assert not row["unit"].startswith(("=", "+", "-", "@"))
        assert number(row["score"], language) == unit.score
        assert number(row["gap"], language) == unit.gap
        assert (number(row["possible_low"], language), number(row["possible_high"], language)) == (
            unit.possible or (None, None)
        )
        band = unit.band
        assert (row["category"] or None, row["zone"] or None, row["label"] or None) == (
            (band.category or None, band.zone or None, band.label or None) if band else (None, None, None)
        )
        assert [int(row[name]) for name in ("answered", "blank", "not_applicable")] == [
            unit.answered,
            unit.blank,
            unit.not_applicable,
        ]
        assert {top: number(row[top], language) for top in tops if row[top]} == {
            top: score for top, score in unit.top_scores.items() if score is not None
        }
        assert (row["instrument"], row["fingerprint"], row["version"]) == (edition.id, edition.fingerprint, __version__)
        assert row["inputs"] == f"a b.xlsx:{HASH}"


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_a_detailed_csv_file_holds_every_component(path: Path, language: str) -> None:
    report = example_report(path, detailed=True)
    rows = read_csv(render_score_csv(report, Words(language)), language)
    assert list(rows[0]) == [*COMPONENT_COLUMNS, *ABOUT_COLUMNS]
    for unit in report.result.units:
        own = [row for row in rows if row["unit"] == unit.unit]
        parts = [part for top in unit.components for part in top.walk()]
        if not parts:
            assert own[0]["id"] == ""
            continue
        assert [row["id"] for row in own[len(parts) :]] == [one.indicator.id for one in unit.reported]
        own = own[: len(parts)]
        assert [row["id"] for row in own] == [part.component.id for part in parts]
        assert [number(row["score"], language) for row in own] == [part.score for part in parts]
        shares = [number(row["effective_weight"], language) for row in own]
        for share, part in zip(shares, parts, strict=True):
            assert share is not None
            assert abs(share - Decimal(part.effective_weight.numerator) / part.effective_weight.denominator) <= Decimal(
                "0.0000005"
            )


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_a_memo_holds_the_table_of_every_unit(path: Path) -> None:
    report = example_report(path)
    words = Words("id")
    text = render_score_markdown(report, words)
    (table,) = tables(text)
    headers, *rows, institution = table
    score = headers.index("Nilai")
    assert [row[0] for row in rows] == [unit.unit for unit in report.result.units]
    expected = [words.number(unit.score) if unit.score is not None else "-" for unit in report.result.units]
    assert [row[score].rstrip("*") for row in rows] == expected
    assert institution[score].rstrip("*") == words.number(report.result.institution.score or Decimal(0))
    assert report.result.instrument.fingerprint in text
    assert HASH in text


@given(
    name=NAMES
    | st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp")), min_size=1)
)
def test_text_in_a_memo_is_shown_as_it_is(name: str) -> None:
    html = MarkdownIt("commonmark").enable("table").render(f"| a |\n| --- |\n| {escaped(name)} |\n")
    cell = re.search(r"<td>(.*)</td>", html, re.DOTALL)
    assert cell is not None
    assert unescape(cell[1]).split() == name.split()


@pytest.mark.parametrize("detailed", [False, True])
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_json_holds_the_result(path: Path, detailed: bool) -> None:
    report = example_report(path, detailed=detailed)
    document = json.loads(render_score_json(report, Words("id")), parse_float=Decimal)
    result = report.result
    assert document["instrument"]["fingerprint"] == result.instrument.fingerprint
    assert document["inputs"] == [{"file": "a b.xlsx", "sha256": HASH}]
    assert _same(result.institution.score, document["institution"]["score"])
    assert len(document["units"]) == len(result.units)
    for unit, read in zip(result.units, document["units"], strict=True):
        assert read["unit"] == unit.unit
        assert _same(unit.score, read["score"])
        assert _same(unit.gap, read["gap"])
        assert all(
            _same(bound, shown) for bound, shown in zip(unit.possible or (), read["possible"] or (), strict=True)
        )
        parts = [part for top in unit.components for part in top.walk() if detailed or part.place.marks is None]
        shown = list(_parts(read["components"]))
        assert [part.component.id for part in parts] == [entry["id"] for entry in shown]
        assert all(
            _same(part.score if unit.score is not None else None, entry["score"])
            for part, entry in zip(parts, shown, strict=True)
        )


def _parts(entries: list[dict[str, Any]]) -> Any:
    for entry in entries:
        yield entry
        yield from _parts(entry["components"])


def test_every_form_keeps_the_order_of_the_workbook_where_a_unit_was_left_out() -> None:
    reading = kepatuhan.read_answers(EXAMPLES[0])
    result = kepatuhan.score(reading.instrument, reading.units)
    names = [unit.unit for unit in result.units]
    report = report_of(result, left_out=(NotScorable("Dinas Rusak", 3, 1),))
    expected = [names[0], "Dinas Rusak", *names[1:]]
    words = Words("id")
    assert [row["unit"] for row in read_csv(render_score_csv(report, words), "id")] == expected
    assert [unit["unit"] for unit in json.loads(render_score_json(report, words))["units"]] == expected
    (table,) = tables(render_score_markdown(report, words))
    assert [row[0] for row in table[1:-1]] == expected
    assert [entry.unit for entry in report.entries()] == expected
    assert sum(isinstance(entry, UnitResult) for entry in report.entries()) == len(names)


@pytest.mark.parametrize("text", ["=HYPERLINK(1)", "+1", "-1", "@a"])
def test_text_that_a_spreadsheet_would_run_is_made_harmless(text: str) -> None:
    assert harmless(text) == f"'{text}"
    assert harmless("Dinas = satu") == "Dinas = satu"


@pytest.mark.parametrize("sign", ["\t", "\r", "\0", "\x1b", "\u202e"])
def test_control_characters_are_shown_in_a_csv_file_and_not_sent(sign: str) -> None:
    assert harmless(f"{sign}=1") == f"\\u{ord(sign):04x}=1"
