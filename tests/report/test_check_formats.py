"""A check in the forms for programs: each read by somebody else's reader, or by one written from its description."""

import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple
from urllib.parse import unquote

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from junitparser import JUnitXml
from markdown_it import MarkdownIt

from kepatuhan.messages import LANGUAGES, Words
from kepatuhan.messages.explanation import explanations
from kepatuhan.problems import Problem, Where, error, note, warning
from kepatuhan.report import explanation
from kepatuhan.report.check_report import FORMATS, MOST_PER_FILE, CheckReport, in_order, portable, render_check
from kepatuhan.report.check_summary import MOST, render_check_summary
from kepatuhan.report.page import Page
from tests.report.sarif_schema import fetch_sarif_schema

YAML = "indicators/contoh, satu: 100%.yaml"
BOOK = "unit/Dinas Pendidikan.xlsx"
FOUND = in_order(
    [
        error("KP105", Where(YAML, line=7, column=3), key="a,b:%c\nd", first=2),
        warning("KP407", Where(YAML, line=3, column=5), lower=88, before=78),
        error("KP802", Where(BOOK, sheet="Jawaban", cell="C2"), id="I.01", written=7, low=0, high=3),
        note("KP713", Where(BOOK), sheets=("Lama",)),
        error("KP732"),
    ]
)
REPORT = CheckReport(
    FOUND,
    (YAML, "indicators/baik.yaml", BOOK),
    {YAML: {3: "  x: 1", 7: "  a: 2"}},
    "0.1.0",
    rule_names={"KP105": "key-given-twice"},
)
NAMES = st.text(min_size=1, max_size=30).filter(lambda name: "\0" not in name)


def rendered(form: str, report: CheckReport = REPORT, language: str = "en") -> str:
    return render_check(report, form, Words(language), Page())


def with_many(count: int, level: Any = error) -> CheckReport:
    found = [level("KP105", Where(YAML, line=line, column=1), key="k", first=1) for line in range(1, count + 1)]
    return REPORT._replace(problems=tuple(found), files=(YAML,))


class Annotation(NamedTuple):
    """A workflow command, read as GitHub describes it."""

    command: str
    properties: dict[str, str]
    message: str


def annotations(text: str) -> Iterator[Annotation]:
    for line in text.splitlines():
        if match := re.fullmatch(r"::(\w+) (.*?)::(.*)", line):
            properties = dict(pair.split("=", 1) for pair in match[2].split(","))
            yield Annotation(match[1], {name: unquote(value) for name, value in properties.items()}, unquote(match[3]))


@pytest.fixture(scope="module")
def sarif_validator(tmp_path_factory: pytest.TempPathFactory) -> Any:
    schema = fetch_sarif_schema(tmp_path_factory.mktemp("sarif"))
    kind = jsonschema.validators.validator_for(schema)
    return kind(schema, format_checker=kind.FORMAT_CHECKER)


def test_the_order_is_by_file_then_by_line_and_column_and_cells_stay_as_they_were_read() -> None:
    assert [problem.code for problem in FOUND] == ["KP407", "KP105", "KP802", "KP713", "KP732"]


@pytest.mark.parametrize("form", FORMATS)
def test_a_form_is_the_same_every_time(form: str) -> None:
    assert rendered(form) == rendered(form)


def test_names_have_forward_slashes_and_begin_where_the_check_ran() -> None:
    from pathlib import PurePosixPath, PureWindowsPath

    assert portable("/home/a/indicators/x.yaml", PurePosixPath("/home/a")) == "indicators/x.yaml"
    assert portable("/srv/x.yaml", PurePosixPath("/home/a")) == "/srv/x.yaml"
    assert portable("indicators/x.yaml", PurePosixPath("/home/a")) == "indicators/x.yaml"
    assert PureWindowsPath(r"C:\a\indicators\x.yaml").relative_to(PureWindowsPath(r"C:\a")).as_posix() == (
        "indicators/x.yaml"
    )


def test_github_is_told_level_place_and_code_of_each_the_worst_first() -> None:
    found = list(annotations(rendered("github")))
    assert [(a.command, a.properties["title"]) for a in found] == [
        ("error", "KP105"),
        ("error", "KP802"),
        ("error", "KP732"),
        ("warning", "KP407"),
        ("notice", "KP713"),
    ]
    first, second, third = found[:3]
    assert first.properties == {"file": YAML, "line": "7", "col": "3", "title": "KP105"}
    assert first.message.startswith(f"{YAML}:7:3: ")
    assert "a,b:%c" in first.message
    assert second.properties == {"file": BOOK, "title": "KP802"}
    assert "Jawaban!C2" in second.message
    assert "file" not in third.properties


@given(NAMES, NAMES)
def test_no_name_and_no_fact_can_end_a_command_or_begin_another(name: str, fact: str) -> None:
    problem = error("KP105", Where(name, line=1, column=1), key=fact, first=2)
    text = rendered("github", CheckReport((problem,), (name,), {}, "0.1.0"))
    assert text.count("\n") == 2
    line = text.split("\n")[0]
    match = re.fullmatch(r"::error file=([^,:]*),line=1,col=1,title=KP105::(.*)", line, re.DOTALL)
    assert match is not None
    assert match[1].replace("%0A", "\n").replace("%0D", "\r").replace("%3A", ":").replace("%2C", ",").replace(
        "%25", "%"
    ) == (name)


def test_github_shows_the_worst_of_a_file_and_says_how_many_are_left() -> None:
    text = rendered("github", with_many(MOST_PER_FILE + 7))
    assert len(list(annotations(text))) == MOST_PER_FILE
    assert "7 more" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_sarif_keeps_its_official_schema(sarif_validator: Any, language: str) -> None:
    for report in (REPORT, REPORT._replace(problems=())):
        sarif_validator.validate(json.loads(rendered("sarif", report, language)))


def test_the_schema_refuses_what_is_no_sarif(sarif_validator: Any) -> None:
    document = json.loads(rendered("sarif"))
    document["runs"][0]["results"][0]["level"] = "info"
    assert not sarif_validator.is_valid(document)


def test_sarif_has_places_levels_and_the_rules_that_occur() -> None:
    (run,) = json.loads(rendered("sarif"))["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert rules == ["KP105", "KP407", "KP713", "KP732", "KP802"]
    assert [rule.get("name") for rule in run["tool"]["driver"]["rules"]] == ["key-given-twice", *[None] * 4]
    assert all(rules[result["ruleIndex"]] == result["ruleId"] for result in run["results"])
    assert [result["level"] for result in run["results"]] == ["warning", "error", "error", "note", "error"]
    place = run["results"][1]["locations"][0]["physicalLocation"]
    assert place["region"] == {"startLine": 7, "startColumn": 3}
    assert place["artifactLocation"] == {
        "uri": "indicators/contoh%2C%20satu%3A%20100%25.yaml",
        "uriBaseId": "%SRCROOT%",
    }
    assert "locations" not in run["results"][4]


@pytest.mark.parametrize("language", LANGUAGES)
def test_sarif_tells_what_a_rule_is_why_it_matters_and_how_to_mend_it(language: str) -> None:
    (run,) = json.loads(rendered("sarif", language=language))["runs"]
    rule = run["tool"]["driver"]["rules"][0]
    told = explanations(language)["KP105"]
    assert rule["shortDescription"]["text"] == f"{told.title}."
    assert rule["fullDescription"]["text"] == told.why
    assert rule["help"]["text"].startswith(told.mend)
    described = [rule["shortDescription"]["text"] for rule in run["tool"]["driver"]["rules"] if rule["id"] < "KP7"]
    assert not any("{" in text for text in described)


def test_sarif_tells_the_cell_of_a_workbook_without_a_region() -> None:
    (run,) = json.loads(rendered("sarif"))["runs"]
    result = run["results"][2]
    (location,) = result["locations"]
    assert "region" not in location["physicalLocation"]
    assert location["logicalLocations"] == [
        {"name": "C2", "fullyQualifiedName": "Jawaban!C2", "kind": "cell"},
    ]
    assert result["message"]["text"].startswith("Jawaban!C2: ")


def test_sarif_links_to_the_explanation_once_its_address_is_a_full_one(monkeypatch: pytest.MonkeyPatch) -> None:
    (run,) = json.loads(rendered("sarif"))["runs"]
    rule = run["tool"]["driver"]["rules"][0]
    assert "docs/problems.md#kp105" in rule["help"]["text"]
    assert "helpUri" not in rule
    monkeypatch.setattr(explanation, "DOCUMENTATION", "https://example.org/problems")
    (run,) = json.loads(rendered("sarif"))["runs"]
    assert run["tool"]["driver"]["rules"][0]["helpUri"] == "https://example.org/problems#kp105"


def test_a_finding_keeps_its_fingerprint_when_lines_before_it_come_and_go() -> None:
    def prints(line: int, text: str) -> list[str]:
        found = error("KP105", Where(YAML, line=line, column=3), key="k", first=line)
        report = CheckReport((found, found), (YAML,), {YAML: {line: text}}, "0.1.0")
        (run,) = json.loads(rendered("sarif", report))["runs"]
        return [result["partialFingerprints"]["kepatuhanPlace/v1"] for result in run["results"]]

    assert prints(7, "  a: 2") == prints(9, "    a: 2")
    assert prints(7, "  a: 2") != prints(7, "  a: 3")
    assert len(set(prints(7, "  a: 2"))) == 2


def test_junit_has_a_suite_for_every_file_and_a_failure_for_what_fails() -> None:
    suites = {suite.name: suite for suite in JUnitXml.fromstring(rendered("junit").encode())}
    assert list(suites) == [YAML, "indicators/baik.yaml", BOOK, "-"]
    assert [(s.tests, s.failures) for s in suites.values()] == [(2, 1), (1, 0), (2, 1), (1, 1)]
    passed, failed = list(suites[YAML])
    assert (passed.name, passed.is_passed) == ("KP407 3:5", True)
    assert (failed.name, failed.classname, failed.is_passed) == ("KP105 7:3", YAML, False)
    assert failed.result[0].type == "KP105"
    assert f"{YAML}:7:3" in failed.result[0].text
    assert next(iter(suites[BOOK])).name == "KP802 Jawaban!C2"


def test_with_strict_a_warning_is_a_failure_for_junit() -> None:
    suite = next(iter(JUnitXml.fromstring(rendered("junit", REPORT._replace(is_strict=True)).encode())))
    assert suite.failures == 2


@given(NAMES, NAMES)
def test_junit_can_be_read_whatever_stands_in_names_and_facts(name: str, fact: str) -> None:
    problem = error("KP802", Where(name, sheet=fact, cell="A1"), id=fact, written=fact, low=0, high=3)
    for text in ([problem], [problem, problem]):
        report = CheckReport(tuple(text), (name,), {}, "0.1.0")
        read = JUnitXml.fromstring(rendered("junit", report).encode("utf-8", errors="replace"))
        cases = [case.name for suite in read for case in suite]
        assert len(cases) == len(set(cases))


def test_json_holds_every_problem_and_its_place() -> None:
    document = json.loads(rendered("json"))
    assert (document["format"], document["files"]) == ("kepatuhan.check/1", 3)
    assert [problem.get("line") for problem in document["problems"]] == [3, 7, None, None, None]
    assert document["problems"][2]["cell"] == "C2"
    assert len(json.loads(rendered("json", with_many(300)))["problems"]) == 300


def test_text_shows_the_line_and_cuts_a_long_list_of_a_file_with_a_word_about_it() -> None:
    text = rendered("text")
    assert "  7 |   a: 2\n    |   ^\n" in text
    assert "\x1b" not in text
    many = rendered("text", with_many(MOST_PER_FILE + 7))
    assert many.count("[KP105]") == MOST_PER_FILE
    assert "7 more" in many


def test_text_keeps_the_errors_when_it_cuts() -> None:
    late = error("KP201", Where(YAML, line=999, column=1), group="g", found=1, stated=2, difference=1)
    warned = with_many(MOST_PER_FILE + 7, warning)
    assert "[KP201]" in rendered("text", warned._replace(problems=(*warned.problems, late)))


def test_text_has_colour_on_a_page_that_has_it() -> None:
    coloured = render_check(REPORT, "text", Words("en"), Page(has_colour=True))
    assert "\x1b[1;31merror:\x1b[0m" in coloured
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == rendered("text")


def test_the_summary_is_a_table_whose_words_are_never_markup() -> None:
    spoilt = error("KP105", Where("a|b<b>.yaml", line=1, column=1), key="[x](y) | `z`", first=2)
    text = render_check_summary(REPORT._replace(problems=(spoilt,)), Words("en"))
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    cells = [token.content for token in tokens if token.type == "inline"]
    assert len([token for token in tokens if token.type == "td_open"]) == 4
    assert "a|b<b>.yaml:1:1" in cells[-4].replace("\\", "")
    inline = [kind for token in tokens for child in token.children or () for kind in [child.type]]
    assert set(inline) <= {"text", "text_special"}


def test_the_summary_stays_below_what_github_takes() -> None:
    found: list[Problem] = []
    for number in range(200):
        file = f"{number}.yaml"
        found.extend(error("KP105", Where(file, line=n, column=1), key="k" * 200, first=1) for n in range(1, 20))
    text = render_check_summary(REPORT._replace(problems=tuple(found)), Words("id"))
    assert text.count("KP105") == MOST
    assert f"{200 * 19 - MOST} lagi" in text
    assert len(text.encode()) < 1_048_576
