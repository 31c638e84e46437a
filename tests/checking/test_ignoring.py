"""A comment silences one code on one line, for a reason; and comments that do nothing are found."""

import pytest

from kepatuhan.checking.cases import BASE, CASES
from kepatuhan.checking.catalogue import RULES
from kepatuhan.checking.instruments import check_written
from kepatuhan.instrument.loading import parse_written
from kepatuhan.instrument.yaml_nodes import MAX_MISTAKES
from kepatuhan.problems import Level

UNUSED = "  rubrik: {worst: 0, best: 3, whole: true}\n  persen: {worst: 0, best: 100}"
BAND = "    - {from: 0, category: B, label: Kurang}\n    - {from: -5, category: C, label: Buruk}"
REASON = "# kepatuhan: ignore KP312 dipakai mulai 2025"


def found(text: str) -> list[tuple[str, int | None, int | None]]:
    problems = check_written(parse_written(text.encode(), "contoh.yaml"))
    return [
        (problem.code, problem.where and problem.where.line, problem.where and problem.where.column)
        for problem in problems
    ]


def with_scale(scale: str, base: str = BASE) -> str:
    assert base.count("  rubrik: {worst: 0, best: 3, whole: true}") == 1
    return base.replace("  rubrik: {worst: 0, best: 3, whole: true}", scale)


def test_a_comment_at_the_end_of_the_line_silences_its_code() -> None:
    assert found(with_scale(UNUSED)) == [("KP312", 21, 3)]
    assert found(with_scale(f"{UNUSED}  {REASON}")) == []


@pytest.mark.parametrize("between", ["", "\n", "  # catatan lain\n", "  # kepatuhan: ignore KP504 lain\n"])
def test_a_comment_alone_on_a_line_silences_the_next_line_that_says_something(between: str) -> None:
    above = with_scale(UNUSED.replace("  persen", f"  {REASON}\n{between}  persen"))
    assert [code for code, _, _ in found(above)] == (["KP126"] if "KP504" in between else [])


def test_a_comment_on_another_line_silences_nothing_and_is_found() -> None:
    text = with_scale(UNUSED.replace("true}", f"true}} {REASON}"))
    assert found(text) == [("KP126", 20, 44), ("KP312", 21, 3)]


def test_one_comment_can_name_several_codes() -> None:
    text = with_scale("  rubrik: {worst: 0, best: 3, whole: true}").replace(
        "sarana\n", "sarana # kepatuhan: ignore KP207, kp208 uji\n", 1
    )
    assert [code for code, _, _ in found(text)] == ["KP126", "KP126"]


def test_without_a_reason_nothing_is_silenced_and_the_comment_is_found() -> None:
    assert [code for code, _, _ in found(with_scale(f"{UNUSED} # kepatuhan: ignore KP312"))] == ["KP312", "KP124"]
    assert [code for code, _, _ in found(with_scale(f"{UNUSED} # kepatuhan: ignore"))] == ["KP312", "KP124"]


@pytest.mark.parametrize("reason", ["-", "...", "- --", "(?)", ":"])
def test_signs_alone_are_no_reason(reason: str) -> None:
    assert [code for code, _, _ in found(with_scale(f"{UNUSED} # kepatuhan: ignore KP312 {reason}"))] == [
        "KP312",
        "KP124",
    ]


@pytest.mark.parametrize(
    "comment", ["# Kepatuhan: Ignore kp312 uji", "#KEPATUHAN:ignore KP312 uji", "# kepatuhan ignore KP312 uji"]
)
def test_letter_case_and_the_colon_do_not_matter(comment: str) -> None:
    assert found(with_scale(f"{UNUSED} {comment}")) == []


@pytest.mark.parametrize(
    "scale",
    [
        UNUSED.replace("  persen", "  # kepatuhan: ignore KP312 satu\n  persen") + " # kepatuhan: ignore KP312 dua",
        UNUSED.replace("  persen", "  # kepatuhan: ignore KP312 satu\n  # kepatuhan: ignore kp312 dua\n  persen"),
        f"{UNUSED} # kepatuhan: ignore KP312 kp312 dua",
    ],
)
def test_a_code_that_is_ignored_already_is_found(scale: str) -> None:
    problems = check_written(parse_written(with_scale(scale).encode(), "contoh.yaml"))
    assert [problem.code for problem in problems] == ["KP129"]
    assert problems[0].facts == {"wrong": "KP312", "first": 21}


def test_more_comments_than_anybody_reads_are_a_problem_of_the_file() -> None:
    problems = found(BASE + "# kepatuhan: ignore KP312 uji\n" * (MAX_MISTAKES + 500))
    assert [problem for problem in problems if problem[0] == "KP104"] == [
        ("KP104", BASE.count("\n") + MAX_MISTAKES + 1, 1)
    ]
    assert len(problems) <= MAX_MISTAKES + 1


def test_an_error_is_never_silenced() -> None:
    text = BASE.replace("target: 90", "target: 110 # kepatuhan: ignore KP404 kami yakin")
    assert found(text) == [("KP404", 12, 9), ("KP127", 12, 13)]


@pytest.mark.parametrize(
    "value",
    [
        'title: "Contoh # kepatuhan: ignore KP504 bukan komentar"',
        "title: 'Contoh\n  # kepatuhan: ignore KP504 bukan komentar'",
        "title: |\n  Contoh\n  # kepatuhan: ignore KP504 bukan komentar",
        "title: >-\n  Contoh\n\n  # kepatuhan: ignore KP504 bukan komentar",
        "title: Contoh# kepatuhan: ignore KP504 bukan komentar".replace("kepatuhan: ", "kepatuhan:"),
        "title: Contoh # kepatuhan menulis: ignore KP504",
    ],
)
def test_what_only_looks_like_a_comment_is_none(value: str) -> None:
    assert found(BASE.replace("title: Contoh instrumen", value)) == []


@pytest.mark.parametrize(
    "value", ["|  # kepatuhan: ignore KP504 uji\n  Contoh", '"Contoh\n  lagi"  # kepatuhan: ignore KP504 uji']
)
def test_a_comment_beside_a_text_of_several_lines_is_one(value: str) -> None:
    assert [code for code, _, _ in found(BASE.replace("title: Contoh instrumen", f"title: {value}"))] == ["KP126"]


def test_line_ends_of_windows_change_nothing() -> None:
    text = with_scale(f"{UNUSED}  {REASON}").replace("\n", "\r\n")
    assert found(text) == []


@pytest.mark.parametrize(
    ("good", "bad", "code"),
    [("target: 90", "taget: 90", "KP108"), ("scale: rubrik", "scale: rublik", "KP301")],
    ids=["its shape", "a rule"],
)
def test_whether_a_comment_is_of_use_is_not_asked_while_the_file_has_an_error(good: str, bad: str, code: str) -> None:
    text = with_scale(f"{UNUSED} {REASON}").replace(good, bad, 1)
    assert [found_code for found_code, _, _ in found(text)] == [code]


@pytest.mark.parametrize("code", CASES)
def test_the_level_of_a_rule_is_the_level_of_its_problems(code: str) -> None:
    case = CASES[code]
    text = BASE.replace(case.good, case.bad).encode(case.encoding)
    assert {problem.level for problem in check_written(parse_written(text, "contoh.yaml"))} == {RULES[code].level}


@pytest.mark.parametrize(
    "code", [code for code in CASES if RULES[code].level is not Level.ERROR and code[:4] != "KP12"]
)
def test_every_warning_can_be_silenced_at_its_line(code: str) -> None:
    case = CASES[code]
    text = BASE.replace(case.good, case.bad)
    lines = text.splitlines(keepends=True)
    for line in sorted({line or 0 for _, line, _ in found(text)}, reverse=True):
        lines.insert(line - 1, f"# kepatuhan: ignore {code} uji\n")
    assert found("".join(lines)) == []
