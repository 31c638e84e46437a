"""The page of problem codes: complete, up to date, and true: every table in it has the problem it stands for."""

import re
import sys
from importlib import import_module
from pathlib import Path

import pytest

from kepatuhan.checking.catalogue import RULES
from kepatuhan.checking.instruments import check_written
from kepatuhan.instrument.building import build_instrument
from kepatuhan.instrument.loading import parse_written
from kepatuhan.messages import LANGUAGES, Words, english, indonesian
from kepatuhan.messages.explanation import explanations, meanings
from kepatuhan.problems import Problem, ProblemsFound, errors
from kepatuhan.workbook import cases as workbook_cases
from kepatuhan.workbook.choosing import Library
from kepatuhan.workbook.reading import read_workbooks

DOCS = Path(__file__).parents[1] / "docs"
sys.path.insert(0, str(DOCS))
try:
    write_problems = import_module("write_problems")
    workbook_situations = import_module("workbook_situations")
finally:
    sys.path.remove(str(DOCS))

CODES: tuple[str, ...] = write_problems.CODES
WORKBOOK_CODES = [code for code in CODES if code[:3] in ("KP7", "KP8")]


def sections() -> dict[str, str]:
    """The text below the heading of each code, as it is on disk."""
    page = (DOCS / "problems.md").read_text(encoding="utf-8")
    parts = page.split("\n## ")[1:]
    return {part.partition("\n")[0]: part.partition("\n")[2] for part in parts}


def problems_of(code: str, form: str, folder: Path) -> tuple[Problem, ...]:
    """Every problem of reading one form (``wrong`` or ``right``) of a case, as its .csv files."""
    case = workbook_cases.CASES[code]
    written = parse_written(workbook_cases.instrument_of(case).encode(), "contoh.yaml")
    assert errors(check_written(written)) == []
    files = []
    for number, text in enumerate(getattr(case, form), start=1):
        files.append(folder / f"units-{number}.csv")
        files[-1].write_text(text, encoding="utf-8")
    try:
        return read_workbooks(files, build_instrument(written), Library((), lambda _: pytest.fail("loaded"))).problems
    except ProblemsFound as found:
        return found.problems


def test_the_page_is_what_the_catalogues_and_the_cases_say() -> None:
    assert (DOCS / "problems.md").read_text(encoding="utf-8") == write_problems.render()


def test_check_tells_whether_the_page_is_up_to_date(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(write_problems, "PAGE", tmp_path / "problems.md")
    assert write_problems.main(["--check"]) == 1
    assert write_problems.main([]) == 0
    assert write_problems.main(["--check"]) == 0
    (tmp_path / "problems.md").write_text("# Problems\n", encoding="utf-8")
    assert write_problems.main(["--check"]) == 1


def test_every_code_has_one_section_in_order() -> None:
    assert list(sections()) == list(CODES)


@pytest.mark.parametrize("code", CODES)
def test_a_section_gives_the_message_in_both_languages(code: str) -> None:
    assert indonesian.TEXTS[code] in sections()[code]
    assert english.TEXTS[code] in sections()[code]


@pytest.mark.parametrize("code", CODES)
def test_a_section_shows_a_wrong_and_a_right_example(code: str) -> None:
    text = sections()[code]
    has_examples = "\nWrong" in text and "\nRight:" in text and text.count("\n```\n") >= 2
    assert has_examples or (code in WORKBOOK_CODES and "\n| Wrong | Right |\n" in text)


def test_every_meaning_belongs_to_a_code() -> None:
    english_ones, indonesian_ones = (meanings(language) for language in ("en", "id"))
    assert list(english_ones) == list(indonesian_ones)
    assert set(english_ones) <= set(WORKBOOK_CODES)


def test_every_rule_is_explained_in_both_languages_and_on_the_page() -> None:
    codes = [code for code in CODES if code not in WORKBOOK_CODES]
    assert list(RULES) == codes
    for language in LANGUAGES:
        assert list(explanations(language)) == codes
        for told in explanations(language).values():
            assert told.title[-1] not in ".!"
            assert told.why.endswith(".")
            assert told.mend.endswith((".", "`."))
    for code in codes:
        assert f"`{RULES[code].name}` ({RULES[code].level.value})" in sections()[code]
        assert explanations("en")[code].why in sections()[code]


def test_the_names_of_rules_are_words_and_all_different() -> None:
    names = [rule.name for rule in RULES.values()]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)+", name) for name in names)


def test_every_code_of_a_workbook_has_a_case_or_a_situation() -> None:
    assert sorted([*workbook_cases.CASES, *workbook_situations.SITUATIONS]) == WORKBOOK_CODES


@pytest.mark.parametrize("code", workbook_cases.CASES)
def test_what_a_case_changes_in_the_instrument_stands_in_it_once(code: str) -> None:
    for old, _ in workbook_cases.CASES[code].changes:
        assert workbook_cases.INSTRUMENT.count(old) == 1


@pytest.mark.parametrize("code", workbook_cases.CASES)
def test_the_wrong_form_of_a_case_has_its_own_problem_and_no_other(code: str, tmp_path: Path) -> None:
    assert [problem.code for problem in problems_of(code, "wrong", tmp_path)] == [code]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", workbook_cases.CASES)
def test_the_facts_of_a_case_fill_the_sentence_of_every_language(code: str, language: str, tmp_path: Path) -> None:
    sentences = [Words(language).problem(problem) for problem in problems_of(code, "wrong", tmp_path)]
    assert all(sentence and "{" not in sentence for sentence in sentences)


@pytest.mark.parametrize("code", workbook_cases.CASES)
def test_the_right_form_of_a_case_has_no_problem(code: str, tmp_path: Path) -> None:
    assert problems_of(code, "right", tmp_path) == ()
