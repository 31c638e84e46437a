"""Every code has a case that brings about that problem alone, and every code that is raised has its words."""

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import Workbook

import kepatuhan
from kepatuhan.checking.across import claim_of, problems_across
from kepatuhan.checking.cases import BASE, BESIDE, CASES, COMMANDS, beside, failing
from kepatuhan.checking.instruments import check_written, load_bundled
from kepatuhan.cli import main
from kepatuhan.instrument.building import build_instrument
from kepatuhan.instrument.library import bundled_files
from kepatuhan.instrument.loading import parse_written
from kepatuhan.messages import LANGUAGES, Words, english, indonesian
from kepatuhan.problems import Problem, ProblemsFound

PACKAGE = Path(kepatuhan.__file__).parent
CODE = re.compile(r"KP\d{3}")
INSTRUMENT_CODE = re.compile(r"KP[1-6]\d{2}")
CATALOGUES = {"id": indonesian.TEXTS, "en": english.TEXTS}


def codes_in(texts: dict[str, str]) -> set[str]:
    return {message_id for message_id in texts if CODE.fullmatch(message_id)}


def problems_of_case(code: str) -> list[Problem]:
    content = failing(code).encode(CASES[code].encoding)
    return check_written(parse_written(content, "contoh.yaml"))


def raised_codes(module: Path) -> Iterator[str]:
    """The codes that a module may raise: every one it writes down, save those it only compares with."""
    pending: list[ast.AST] = [ast.parse(module.read_text(encoding="utf-8"))]
    while pending:
        node = pending.pop()
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and CODE.fullmatch(node.value):
            yield node.value
        if not isinstance(node, ast.Compare):
            pending.extend(ast.iter_child_nodes(node))


def all_raised_codes() -> set[str]:
    modules = [
        module
        for module in PACKAGE.rglob("*.py")
        if module.parent.name != "messages" and module.name not in ("cases.py", "catalogue.py")
    ]
    return {code for module in modules for code in raised_codes(module)}


def test_the_base_file_has_no_problem_and_is_an_instrument() -> None:
    written = parse_written(BASE.encode(), "contoh.yaml")
    assert check_written(written) == []
    assert build_instrument(written).id == "contoh-2024"


@pytest.mark.parametrize("code", CASES)
def test_the_good_fragment_of_a_case_occurs_once(code: str) -> None:
    assert BASE.count(CASES[code].good) == 1


@pytest.mark.parametrize("code", CASES)
def test_a_case_has_its_own_problem_and_no_other(code: str) -> None:
    assert [problem.code for problem in problems_of_case(code)] == [code]


@pytest.mark.parametrize("code", CASES)
def test_the_problem_of_a_case_stands_in_the_bad_fragment(code: str) -> None:
    case = CASES[code]
    first = BASE[: BASE.index(case.good)].count("\n") + 1
    last = first + case.bad.rstrip("\n").count("\n")
    places = [problem.where for problem in problems_of_case(code) if problem.code == code]
    assert places
    assert all(place is not None and place.line in range(first, last + 1) for place in places)
    assert all(place is not None and place.column is not None and place.column >= 1 for place in places)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", CASES)
def test_the_facts_of_a_case_fill_the_sentence_of_every_language(code: str, language: str) -> None:
    sentences = [Words(language).problem(problem) for problem in problems_of_case(code)]
    assert all(sentence and "{" not in sentence for sentence in sentences)


def problems_beside(code: str, *, is_wrong: bool) -> list[Problem]:
    files = [
        parse_written(BASE.encode(), "contoh.yaml"),
        parse_written(beside(code, is_wrong=is_wrong).encode(), "b.yaml"),
    ]
    assert [check_written(file) for file in files] == [[], []]
    return list(problems_across(claim for file in files for claim in [claim_of(file)] if claim))


@pytest.mark.parametrize("code", BESIDE)
def test_a_case_of_two_files_has_its_own_problem_in_the_later_file(code: str) -> None:
    (problem,) = problems_beside(code, is_wrong=True)
    assert (problem.code, problem.where and problem.where.file) == (code, "b.yaml")
    assert all("{" not in Words(language).problem(problem) for language in LANGUAGES)
    assert problems_beside(code, is_wrong=False) == []


def test_every_code_of_an_indicator_file_has_a_case() -> None:
    known = {code for code in codes_in(indonesian.TEXTS) if INSTRUMENT_CODE.fullmatch(code)}
    assert sorted([*CASES, *BESIDE, *COMMANDS]) == sorted(known)


@pytest.mark.parametrize("language", CATALOGUES)
def test_the_codes_that_are_raised_are_the_codes_of_the_catalogue(language: str) -> None:
    assert all_raised_codes() == codes_in(CATALOGUES[language])


@pytest.mark.parametrize("code", COMMANDS)
def test_the_wrong_command_of_a_case_has_its_own_problem_and_the_right_one_none(
    code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("contoh-2024.yaml").write_text(BASE, encoding="utf-8")
    book = Workbook()
    for row in (("Unit", "Jenis", "Nilai"), ("Disdukcapil", "opd", 80)):
        book.worksheets[0].append(row)
    book.save("units.xlsx")
    wrong, right = (command.split()[1:] for command in (COMMANDS[code].bad, COMMANDS[code].good))
    assert main([*wrong, "--format", "json"]) == 3
    assert [found["code"] for found in json.loads(capsys.readouterr().out)["problems"]] == [code]
    assert main(right) == 0


def test_an_instrument_that_is_not_bundled_is_told_the_nearest_one() -> None:
    with pytest.raises(ProblemsFound) as found:
        load_bundled("ombudsman-2015")
    assert found.value.problems[0].facts["near"] in bundled_files()
