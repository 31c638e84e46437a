"""``kepatuhan check --rules`` and ``--explain``."""

from textwrap import indent

import pytest

from kepatuhan.checking.cases import example
from kepatuhan.checking.catalogue import RULES
from kepatuhan.cli import main
from kepatuhan.messages import LANGUAGES, Words, indonesian
from kepatuhan.messages.explanation import explanations, meanings
from kepatuhan.report.rules_text import RuleFacts, render_rules
from kepatuhan.workbook.cases import CASES as WORKBOOK_CASES

Captured = pytest.CaptureFixture[str]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_has_every_rule_with_its_name_and_title(
    language: str, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    assert main(["--lang", language, "check", "--rules"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines[: len(RULES)]] == list(RULES)
    for rule, line in zip(RULES.values(), lines, strict=False):
        assert line.endswith(f"{rule.name}: {explanations(language)[rule.code].title}")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", RULES)
def test_a_rule_is_explained_by_its_code_and_by_its_name(code: str, language: str, capsys: Captured) -> None:
    assert main(["--lang", language, "check", "--explain", code.lower()]) == 0
    by_code = capsys.readouterr().out
    assert main(["--lang", language, "check", "--explain", RULES[code].name]) == 0
    assert capsys.readouterr().out == by_code
    told = explanations(language)[code]
    shown = " ".join(by_code.split())
    for text in (code, RULES[code].name, told.title, told.why, told.mend):
        assert text in shown


@pytest.mark.parametrize("code", RULES)
def test_the_example_of_an_explanation_shows_the_mistake_and_the_way_out(code: str, capsys: Captured) -> None:
    assert main(["--lang", "en", "check", "--explain", code]) == 0
    wrong, _, right = capsys.readouterr().out.partition("\nWrong:\n")[2].partition("\nRight:\n")
    shown = example(code)
    for text, lines in ((wrong, shown.wrong), (right, shown.right)):
        assert [line.strip() for line in text.splitlines() if line.strip()] == [
            line.strip() for line in lines.splitlines()
        ]


def test_a_rule_that_there_is_not_is_a_usage_error_with_the_nearest_one(capsys: Captured) -> None:
    assert main(["--lang", "en", "check", "--explain", "weights-dont-add-up"]) == 2
    assert "weights-do-not-add-up" in capsys.readouterr().err
    assert main(["check", "--explain", "KP999"]) == 2
    assert "KP999" in capsys.readouterr().err


@pytest.mark.parametrize("telling", [["--explain", "KP201"], ["--rules"]])
@pytest.mark.parametrize(
    ("given", "named"),
    [
        (["indicators"], "PATH"),
        (["--format", "json"], "--format"),
        (["--format", "auto"], "--format"),
        (["--strict"], "--strict"),
        (["--instrument", "skm-2017"], "--instrument"),
    ],
)
def test_what_would_have_no_effect_beside_them_is_refused(
    telling: list[str], given: list[str], named: str, capsys: Captured
) -> None:
    assert main(["--lang", "en", "check", *telling, *given]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert telling[0] in captured.err
    assert named in captured.err


def test_one_rule_and_all_rules_are_not_asked_for_together(capsys: Captured) -> None:
    assert main(["check", "--rules", "--explain", "KP201"]) == 2
    assert "--rules" in capsys.readouterr().err


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", [code for code in indonesian.TEXTS if code[:3] in ("KP7", "KP8")])
def test_a_code_of_workbooks_is_explained_with_its_tables(code: str, language: str, capsys: Captured) -> None:
    assert main(["--lang", language, "check", "--explain", code.lower()]) == 0
    text = capsys.readouterr().out
    assert Words(language).template(code) in text
    assert meanings(language).get(code, "") in text
    assert f"docs/problems.md#{code.lower()}" in text
    case = WORKBOOK_CASES.get(code)
    for table in (*case.wrong, *case.right) if case else ():
        assert indent(table.rstrip("\n"), "    ") in text


@pytest.mark.parametrize("width", [60, 100])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_fits_a_narrow_page(language: str, width: int) -> None:
    rules = [RuleFacts(*rule) for rule in RULES.values()]
    assert all(len(line) <= width for line in render_rules(rules, Words(language), width).splitlines())
