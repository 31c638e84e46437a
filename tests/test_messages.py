"""The catalogues say the same in both languages, and nothing that nobody needs."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

import kepatuhan
from kepatuhan.messages import LANGUAGES, Words, literal
from kepatuhan.messages.english import TEXTS as ENGLISH
from kepatuhan.messages.indonesian import TEXTS as INDONESIAN
from kepatuhan.problems import Term, Where, error

SOURCE = Path(kepatuhan.__file__).parent
CODE = re.compile(r"KP[1-8]\d\d")


def _placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def _constants() -> Iterator[str]:
    """Every string in the source outside the catalogues, and the fixed beginnings of composed ones."""
    for file in SOURCE.rglob("*.py"):
        if file.parent.name == "messages" and file.name != "__init__.py":
            continue
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value
            elif isinstance(node, ast.JoinedStr):
                yield "".join(part.value if isinstance(part, ast.Constant) else "*" for part in node.values)  # type: ignore[misc]


def test_both_catalogues_hold_the_same_ids_in_the_same_order() -> None:
    assert list(INDONESIAN) == list(ENGLISH)


@pytest.mark.parametrize("message", INDONESIAN)
def test_both_languages_use_the_same_placeholders(message: str) -> None:
    assert _placeholders(INDONESIAN[message]) == _placeholders(ENGLISH[message])


def test_every_id_is_used_somewhere() -> None:
    constants = set(_constants())
    patterns = [
        re.compile(re.escape(text).replace(r"\*", r"[\w.]+")) for text in constants if "*" in text and "." in text
    ]
    unused = [
        message
        for message in INDONESIAN
        if message not in constants and not any(pattern.fullmatch(message) for pattern in patterns)
    ]
    assert unused == []


def test_every_code_that_the_source_raises_has_its_sentence() -> None:
    raised = {text for text in _constants() if CODE.fullmatch(text)}
    assert raised == {message for message in INDONESIAN if CODE.fullmatch(message)}


def test_every_problem_says_what_to_do_in_two_languages() -> None:
    for code in (message for message in INDONESIAN if CODE.fullmatch(message)):
        for catalogue in (INDONESIAN, ENGLISH):
            assert catalogue[code].rstrip().endswith((".", "}", "1")), code


def test_numbers_take_the_form_of_the_language() -> None:
    problem = error("KP802", Where("a.xlsx", sheet="S", cell="B2"), id="I.01", written=5, low=0, high=3)
    assert "5" in Words("id").problem(problem)
    assert Words("id").text("table.gap", target=90) == "Kurang dari target 90"
    assert Words("id").number(kepatuhan.load_instrument("ombudsman-2022").components[0].weight or 0) == "21,85"
    assert Words("en").number(kepatuhan.load_instrument("ombudsman-2022").components[0].weight or 0) == "21.85"


def test_names_are_shown_literally_whatever_is_in_them() -> None:
    assert literal("Dinas\x1b[31m\u202eX\n") == "Dinas\\u001b[31m\\u202eX\\u000a"
    problem = error("KP822", Where("a.xlsx"), written="[/B] {x} \x07", near="")
    for language in LANGUAGES:
        assert "[/B] {x} \\u0007" in Words(language).problem(problem)


def test_a_hint_is_there_or_not() -> None:
    words = Words("en")
    with_hint = words.problem(error("KP822", None, written="P01", near="P.01"))
    without = words.problem(error("KP822", None, written="zzz", near=""))
    assert 'Did you mean "P.01"?' in with_hint
    assert "Did you mean" not in without


def test_long_lists_are_cut_and_say_so() -> None:
    text = Words("id").text("KP713", sheets=tuple(f"Lembar{number}" for number in range(40)))
    assert "Lembar11" in text
    assert "Lembar12" not in text
    assert "(+28)" in text


def test_a_term_is_looked_up_in_the_catalogue() -> None:
    text = Words("en").text("KP703", reason=Term("file.pdf"))
    assert ENGLISH["file.pdf"] in text
