"""Reading an indicator file: every mistake at its line and column, exact numbers, and no crash whatever it holds."""

import subprocess
import sys
import tracemalloc
from collections.abc import Callable, Mapping
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kepatuhan.checking.cases import BASE
from kepatuhan.checking.instruments import check_file, check_written, load_bundled, load_file, load_instrument
from kepatuhan.instrument.building import build_instrument
from kepatuhan.instrument.library import bundled_files
from kepatuhan.instrument.loading import parse_written
from kepatuhan.instrument.model import (
    COLUMN_NAMES,
    NO_ANSWERS,
    NOT_APPLICABLE_WORDS,
    RESERVED_IDS,
    Group,
    Indicator,
    Instrument,
    NumberScale,
    OptionScale,
)
from kepatuhan.instrument.yaml_nodes import MAX_BYTES, MAX_MISTAKES
from kepatuhan.messages import Words
from kepatuhan.problems import Level, Problem, ProblemsFound, Term, errors
from kepatuhan.workbook.heading_words import (
    ANSWER_WORDS,
    CODE_HEADERS,
    RESPONDENT_HEADERS,
    RESPONDENT_WEIGHT_HEADERS,
    TYPE_HEADERS,
    UNIT_HEADERS,
)
from kepatuhan.workbook.values import BLANKS

FILE = "contoh.yaml"
YAML_CHARACTERS = "ab1.-:,?[]{}&*!|>'\"#%@`~<=\n\t \\\0\x85\ufeff"
BUNDLED_LINES = bundled_files()["ombudsman-2022"].read_text(encoding="utf-8").split("\n")


def edited(*edits: tuple[str, str]) -> str:
    """The base file with each fragment, which occurs once, replaced."""
    text = BASE
    for old, new in edits:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


GUIDANCE = ("KP312", "KP313", "KP314", "KP315", "KP504")
"""Scales that nothing uses, steps that are not all there, and texts that are missing: warnings."""


def problems_of(content: str | bytes) -> list[Problem]:
    """What is wrong with a file, save what small files of tests lack on purpose, and which has tests of its own."""
    found = check_written(parse_written(content.encode() if isinstance(content, str) else content, FILE))
    return [problem for problem in found if problem.code not in GUIDANCE]


def places(problems: list[Problem]) -> list[tuple[str, int | None, int | None]]:
    """Code, line and column of each problem."""
    return [(p.code, p.where.line if p.where else None, p.where.column if p.where else None) for p in problems]


def codes(content: str | bytes) -> list[str]:
    return [problem.code for problem in problems_of(content)]


def instrument_of(content: str | bytes) -> Instrument:
    written = parse_written(content.encode() if isinstance(content, str) else content, FILE)
    assert errors(check_written(written)) == []
    return build_instrument(written)


def with_weights(stated_sum: str, *weights: str) -> str:
    """The base file with other components: one leaf for every weight, which shall add up to ``stated_sum``."""
    head, _, _ = BASE.partition("within: {sum")
    leaves = "".join(
        f"  - {{id: i{number}, title: Indikator {number}, weight: {weight}, scale: rubrik}}\n"
        for number, weight in enumerate(weights, start=1)
    )
    return f"{head}within: {{sum: {stated_sum}, source: perwali-2024}}\ncomponents:\n{leaves}"


def assert_judged(content: bytes) -> None:
    """Either there are problems, each at a line and column, or the file is an instrument."""
    written = parse_written(content, FILE)
    problems = check_written(written)
    for problem in problems:
        assert problem.where is not None
        assert (problem.where.line or 0) >= 1
        assert (problem.where.column or 0) >= 1
    if not errors(problems):
        assert build_instrument(written).components


# All problems of a run


def test_every_mistake_of_the_shape_is_reported_in_one_run() -> None:
    text = edited(
        ("years: [2024]", "years: 2024"),
        ("target: 90", "taget: 90"),
        ("from: 75", "from: tinggi"),
        ("tidak: 0}", "tidak: no}"),
        ("method: mean", "method: median"),
        ('id: "S.01"', "id: 1.10"),
        ("title: Petugas memakai papan nama", "title: Petugas memakai papan nama, title: Dua kali"),
    )
    assert places(problems_of(text)) == [
        ("KP110", 6, 8),
        ("KP108", 12, 1),
        ("KP110", 16, 14),
        ("KP106", 19, 38),
        ("KP115", 21, 19),
        ("KP111", 30, 14),
        ("KP105", 42, 57),
    ]


def test_every_broken_rule_is_reported_in_one_run_in_the_order_of_the_file() -> None:
    text = edited(
        ("target: 90", "target: 110"),
        ("from: 0", "from: 10"),
        ("tidak: [belum]", "tidak: [ada]"),
        ("weight: 60", "weight: 50"),
        ("only_for: [puskesmas]", "only_for: [puskemas]"),
        ("id: temuan", "id: nilai"),
    )
    assert places(problems_of(text)) == [
        ("KP404", 12, 9),
        ("KP401", 17, 14),
        ("KP304", 19, 68),
        ("KP201", 22, 15),
        ("KP118", 33, 58),
        ("KP112", 44, 10),
    ]


def test_a_required_key_that_is_misspelt_is_one_problem() -> None:
    assert places(problems_of(edited(("    title: Sarana", "    titel: Sarana")))) == [("KP108", 25, 5)]


def test_a_file_of_another_format_is_not_judged_further() -> None:
    assert codes(edited(("format: 1", "format: 2"), ("target: 90", "taget: 90"))) == ["KP113"]


@pytest.mark.parametrize("version", ['"1"', "true", "1.5", "[1]"])
def test_a_format_that_is_not_the_number_1_is_refused(version: str) -> None:
    problems = problems_of(edited(("format: 1", f"format: {version}")))
    assert [where for _, *where in places(problems)] == [[1, 9]]


# What YAML 1.1 would turn into something else


@pytest.mark.parametrize(
    "value", ["no", "yes", "on", "012", "1_000", "0x1F", "12:30", "2024-01-01", "+5", ".5", ".inf"]
)
def test_a_number_that_yaml_would_read_otherwise_is_refused_at_its_place(value: str) -> None:
    problems = problems_of(edited(("target: 90", f"target: {value}")))
    assert places(problems) == [("KP106", 12, 9)]
    assert problems[0].facts["text"] == value


@pytest.mark.parametrize("value", ["no", "off", "012", "12:30", "2024-01-01"])
def test_an_id_that_yaml_would_read_otherwise_is_refused(value: str) -> None:
    assert places(problems_of(edited(("id: temuan", f"id: {value}")))) == [("KP106", 44, 10)]


def test_an_option_that_yaml_would_read_as_false_is_refused() -> None:
    text = edited(("options: {ya: 1, tidak: 0}", "options: {ya: 1, tidak: 0, yes: 1, no: 0}"))
    assert places(problems_of(text)) == [("KP106", 19, 41), ("KP106", 19, 49)]


@pytest.mark.parametrize("value", ["no", "012", "1.10", "2024-01-01"])
def test_the_same_text_in_quotes_is_an_id(value: str) -> None:
    assert instrument_of(edited(("id: temuan", f'id: "{value}"'))).components[-1].id == value


def test_an_id_that_is_a_number_is_shown_as_it_was_written() -> None:
    problems = problems_of(edited(('id: "S.01"', "id: 1.10")))
    assert places(problems) == [("KP111", 30, 14)]
    assert problems[0].facts["text"] == "1.10"


@pytest.mark.parametrize("value", ["true", "null", "~"])
def test_an_id_that_is_no_number_is_not_called_one(value: str) -> None:
    problems = problems_of(edited(("id: temuan", f"id: {value}")))
    assert [where for _, *where in places(problems)] == [[44, 10]]
    assert problems[0].code != "KP111"


@pytest.mark.parametrize("value", ["40,5", "1.234,5", "1e3", "sembilan", '"90"'])
def test_a_number_that_is_text_is_refused_with_the_form_to_use(value: str) -> None:
    problems = problems_of(edited(("target: 90", f"target: {value}")))
    assert places(problems) == [("KP110", 12, 9)]
    assert problems[0].facts["text"] == value.strip('"')
    assert problems[0].facts["expected"] == "kind.number"
    assert problems[0].facts["plain"] == ("40.5" if value == "40,5" else "")


def test_yes_and_no_in_indonesian_are_plain_words() -> None:
    scale = instrument_of(BASE).scales["ya-tidak"]
    assert isinstance(scale, OptionScale)
    assert scale.options == {"ya": 1, "tidak": 0}


# Keys


def test_a_key_that_occurs_twice_names_its_first_line() -> None:
    problems = problems_of(edited(("target: 90", "target: 90\ndecimals: 2\ntarget: 92")))
    assert places(problems) == [("KP105", 14, 1)]
    assert problems[0].facts["first"] == 12


@pytest.mark.parametrize(
    ("good", "bad", "meant"),
    [
        ("target: 90", "Target: 90", "target"),
        ("target: 90", "taget: 90", "target"),
        ("best: 3", "best: 3, whoel: true", "whole"),
        ("only_for: [puskesmas]", "onlyfor: [puskesmas]", "only_for"),
        ("weights: equal", "weight: equal", "weights"),
        ("roll_up: {method: mean}", "roll-up: {method: mean}", "roll_up"),
    ],
)
def test_an_unknown_key_is_told_what_it_was_meant_to_be(good: str, bad: str, meant: str) -> None:
    unknown = [problem for problem in problems_of(edited((good, bad))) if problem.code == "KP108"]
    assert [problem.facts["near"] for problem in unknown] == [meant]


def test_a_key_that_resembles_none_is_told_which_are_still_free() -> None:
    (problem,) = problems_of(edited(("worst: 0", "warna: biru, worst: 0")))
    assert problem.code == "KP117"
    assert problem.facts["allowed"] == ("also", "assumption", "options", "source", "zero")


# A decimal comma, where a comma means something else


@pytest.mark.parametrize(
    ("good", "bad", "place"),
    [
        ("weight: 25", "weight: 25,5", (40, 62)),
        ("from: 75", "from: 75,5", (16, 14)),
        ("best: 3", "best: 3,5", (20, 28)),
        ("options: {ya: 1, tidak: 0}", "options: {ya: 1, tidak: 0,5}", (19, 38)),
        ("sum: 100", "sum: 99,5", (22, 15)),
        ("sum: 100", "sum: 0,99", (22, 15)),
        ("weight: 25", "weight: 0,5", (40, 62)),
        ("weight: 25", "weight: -25,5", (40, 62)),
    ],
)
def test_a_decimal_comma_in_braces_is_told_as_one_with_the_number_to_write(
    good: str, bad: str, place: tuple[int, int]
) -> None:
    (problem,) = problems_of(edited((good, bad)))
    assert places([problem]) == [("KP128", *place)]
    assert f" {problem.facts['text']}" in bad
    assert problem.facts["meant"] == str(problem.facts["text"]).replace(",", ".")


@pytest.mark.parametrize("bad", ["weight: 25, 5: x", "weight: 25, 5", 'weight: "25",5', "weight: 25,lima"])
def test_what_only_resembles_a_decimal_comma_is_a_key(bad: str) -> None:
    assert "KP128" not in codes(edited(("weight: 25", bad)))


def test_a_number_where_text_belongs_is_told_to_be_quoted() -> None:
    (problem,) = problems_of(edited(("title: Ruang tunggu", "title: 2024")))
    assert (problem.code, problem.facts["expected"]) == ("KP110", "kind.quoted")


def test_a_key_that_yaml_would_read_otherwise_brings_no_problem_of_what_it_names() -> None:
    text = edited(('"Apakah seragamnya dipakai?"', '"Apakah seragamnya dipakai?", steps: {yes: rapi, no: lain}'))
    found = check_written(parse_written(text.encode(), FILE))
    assert [problem.code for problem in found] == ["KP106", "KP106"]


# Text files


@pytest.mark.parametrize("line", ["\ttitle: Petugas\n", "  \ttitle: Petugas\n", "    \ttitle: Petugas\n"])
def test_a_tab_in_the_indentation_is_called_a_tab(line: str) -> None:
    problems = problems_of(edited(("    title: Petugas\n", line)))
    assert [(code, where) for code, where, _ in places(problems)] == [("KP116", 37)]


def test_a_tab_before_a_list_item_is_called_a_tab() -> None:
    problems = problems_of(edited(("  - id: petugas\n", "\t- id: petugas\n")))
    assert [(code, where) for code, where, _ in places(problems)] == [("KP116", 36)]


def test_a_tab_between_words_is_only_space() -> None:
    assert instrument_of(edited(("target: 90", "target:\t90"))).target == 90


def test_a_syntax_mistake_stands_at_its_line() -> None:
    assert places(problems_of(edited(("title: Contoh instrumen", "title: Contoh: instrumen")))) == [("KP103", 4, 14)]


def test_text_that_is_not_utf_8_stands_at_its_first_wrong_byte() -> None:
    content = edited(("title: Contoh instrumen", "title: Contoh instrumén")).encode("cp1252")
    assert places(problems_of(content)) == [("KP102", 4, 22)]


def test_a_utf_16_file_is_refused_as_a_whole() -> None:
    assert places(problems_of(BASE.encode("utf-16"))) == [("KP102", 1, 1)]


def test_a_byte_order_mark_is_accepted_and_moves_no_column() -> None:
    assert instrument_of(BASE.encode("utf-8-sig")).id == "contoh-2024"
    assert places(problems_of(edited(("format: 1", "format: 2")).encode("utf-8-sig"))) == [("KP113", 1, 9)]


@pytest.mark.parametrize("content", ["", "\n\n", "# hanya komentar\n", "---\n", "- format: 1\n", "format\n", "~\n"])
def test_a_file_without_keys_is_told_how_to_begin(content: str) -> None:
    assert places(problems_of(content)) == [("KP107", 1, 1)]


@pytest.mark.parametrize(
    "content", [bytes(range(256)), b"PK\x03\x04\x14\x00\x08\x08", b"\x89PNG\r\n\x1a\n", bytes(100)]
)
def test_a_binary_file_is_refused(content: bytes) -> None:
    (problem,) = problems_of(content)
    assert problem.code in ("KP102", "KP103")


def test_a_second_document_is_refused_where_it_begins() -> None:
    assert places(problems_of(f"{BASE}---\n{BASE}")) == [("KP103", BASE.count("\n") + 1, 1)]


@pytest.mark.parametrize(
    "value",
    [
        '!!python/object/apply:os.system ["exit 1"]',
        "!!python/name:os.system",
        "!!set {a: 1}",
        "!warna biru",
        "!!binary aGk=",
    ],
)
def test_an_unknown_tag_is_never_followed_and_named_as_what_it_is(value: str) -> None:
    problems = problems_of(edited(("target: 90", f"target: {value}")))
    assert places(problems) == [("KP103", 12, 9)]
    assert problems[0].facts["reason"] == "yaml.tag"


def test_a_merge_key_is_named_as_what_it_is() -> None:
    text = edited(("  rubrik: {worst: 0", "  rubrik: &dasar {worst: 0"), ("roll_up:", "  lain: {<<: *dasar}\nroll_up:"))
    problems = problems_of(text)
    assert places(problems) == [("KP103", 21, 10)]
    assert problems[0].facts["reason"] == "yaml.merge"


@pytest.mark.parametrize(
    ("value", "read_as"),
    [
        ("no", "read.truth"),
        ("2024-01-01", "read.date"),
        ("012", "read.number"),
        ("12:30", "read.number"),
        (".nan", "read.special"),
        ("-.inf", "read.special"),
        ("=", "read.special"),
    ],
)
def test_what_yaml_would_read_instead_is_told(value: str, read_as: str) -> None:
    (problem,) = problems_of(edited(("target: 90", f"target: {value}")))
    assert (problem.code, problem.facts["read_as"]) == ("KP106", read_as)


SYNTAX: dict[str, tuple[tuple[str, str], tuple[int, int], str]] = {
    "a quotation mark open to the next one": (("title: Contoh", 'title: "Contoh'), (4, 8), "yaml.quote"),
    "one open inside brackets": (("title: Ruang tunggu", 'title: "Ruang tunggu'), (30, 29), "yaml.quote"),
    "one open to the end": (("title: Contoh", "title: 'Contoh"), (4, 8), "yaml.quote"),
    "text behind a quotation": (("title: Contoh", 'title: "Contoh"'), (4, 17), "yaml.indent"),
    "an open bracket": (("years: [2024]", "years: [2024"), (6, 8), "yaml.bracket"),
    "an open brace": (("di tempat menunggu}", "di tempat menunggu"), (30, 9), "yaml.bracket"),
    "a missing comma": (("tunggu, effort", "tunggu effort"), (30, 48), "yaml.comma"),
    "a colon in a text": (("title: Contoh", "title: Contoh:"), (4, 14), "yaml.colon"),
    "a line too far right": (("target: 90", "  target: 90"), (12, 9), "yaml.colon"),
    "a line too far left": (("    title: Petugas\n", "   title: Petugas\n"), (37, 4), "yaml.indent"),
    "a key without a colon": (("target: 90", "target 90"), (12, 1), "yaml.no_colon"),
    "a colon without a space": (("target: 90", "target:90"), (12, 1), "yaml.no_colon"),
    "a character of its own": (("title: Contoh", "title: @Contoh"), (4, 8), "yaml.character"),
    "a backslash": (("title: Contoh instrumen", 'title: "C:\\q"'), (4, 11), "yaml.escape"),
    "quotation marks of a word processor": (("title: Contoh", "title: “Contoh”: x"), (4, 16), "yaml.curly"),
    "a space of a web page": (("    title: Petugas\n", "  \u00a0 title: Petugas\n"), (37, 3), "yaml.space"),
    "an alias of nothing": (("title: Contoh instrumen", "title: *contoh"), (4, 8), "yaml.alias"),
    "a key that is a list": (("target: 90", "[target]: 90"), (12, 1), "yaml.key"),
    "something else": (("title: Contoh instrumen", "title: | Contoh"), (4, 10), "yaml.other"),
}


@pytest.mark.parametrize("mistake", SYNTAX)
def test_a_mistake_of_the_syntax_stands_at_its_cause_and_says_it(mistake: str) -> None:
    edit, where, reason = SYNTAX[mistake]
    (problem,) = problems_of(edited(edit))
    assert places([problem]) == [("KP103", *where)]
    assert isinstance(problem.facts["reason"], Term)
    assert problem.facts["reason"] == reason


@given(st.text(alphabet=YAML_CHARACTERS, max_size=60))
@settings(deadline=None, max_examples=300)
def test_no_reason_is_in_the_words_of_the_parser(text: str) -> None:
    for problem in problems_of(text.encode("utf-8", "surrogatepass")):
        assert isinstance(problem.facts.get("reason", Term()), Term)


# Limits


@pytest.mark.parametrize(
    "content",
    ["years: " + "[" * 100_000, "years: " + "{a: " * 100_000, "- " * 100_000, "? " * 100_000],
    ids=["brackets", "braces", "dashes", "question-marks"],
)
def test_a_hundred_thousand_levels_are_refused_before_anything_is_built(content: str) -> None:
    assert codes(content) == ["KP104"]


def test_a_hundred_thousand_levels_do_not_crash_the_process(tmp_path: Path) -> None:
    path = tmp_path / "dalam.yaml"
    path.write_text("years: " + "[" * 100_000, encoding="utf-8")
    program = (
        "import pathlib, sys\n"
        "from kepatuhan.checking.instruments import check_file\n"
        "print([problem.code for problem in check_file(pathlib.Path(sys.argv[1]))])\n"
    )
    run = subprocess.run([sys.executable, "-c", program, str(path)], capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout.strip()) == (0, "['KP104']")


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("".join(f"kunci_{number}: 1\n" for number in range(5_000)), "KP117"),
        (BASE + "target: 90\n" * 5_000, "KP105"),
        (edited(("only_for: [puskesmas]", "only_for: [" + "puskemas, " * 5_000 + "]")), "KP118"),
        (BASE.replace("tidak: [belum]", "tidak: [" + "no, " * 5_000 + "]"), "KP106"),
    ],
    ids=["unknown keys", "one key again and again", "a rule", "booleans"],
)
def test_very_many_mistakes_of_a_file_are_told_up_to_a_limit_which_is_said(content: str, code: str) -> None:
    found = codes(content)
    assert len(found) == MAX_MISTAKES + 1
    assert found.count(code) > MAX_MISTAKES / 2
    assert found.index("KP104") == MAX_MISTAKES


def test_warnings_are_told_all_since_they_stop_no_result() -> None:
    scales = "".join(f"  s{number}: {{worst: 0, best: 1}}\n" for number in range(1_500))
    found = check_written(parse_written(edited(("scales:\n", f"scales:\n{scales}")).encode(), FILE))
    assert [problem.code for problem in found] == ["KP312"] * 1_500


def test_aliases_that_multiply_are_refused() -> None:
    lines = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    lines += [
        f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]"
        for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    ]
    assert codes("\n".join(lines)) == ["KP104"]


@pytest.mark.parametrize("form", ["a{n}: &a{n} [*a{before}]", "a{n}: &a{n} {{x: *a{before}}}"])
@pytest.mark.parametrize("length", [50, 250, 400, 600])
def test_aliases_that_nest_deep_in_each_other_are_judged(form: str, length: int) -> None:
    chain = [form.format(n=number, before=number - 1) for number in range(1, length)]
    assert_judged("\n".join(["a0: &a0 [x]", *chain]).encode())


@pytest.mark.parametrize("value", ["&a [*a]", "&a {x: *a}", "&a [[[*a]]]"])
def test_an_alias_inside_itself_is_refused(value: str) -> None:
    assert codes(edited(("years: [2024]", f"years: {value}"))) == ["KP104"]


def test_an_alias_is_read_as_if_its_text_were_repeated() -> None:
    text = edited(
        ("only_for: [puskesmas]", "only_for: &siapa [puskesmas]"), ("weight: 25", "weight: 25, only_for: *siapa")
    )
    leaves = {leaf.id: leaf for leaf in instrument_of(text).indicators}
    assert leaves["P.01"].only_for == leaves["S.02"].only_for == frozenset({"puskesmas"})


def test_a_file_of_50_megabytes_is_refused_without_being_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "besar.yaml"
    with path.open("wb") as stream:
        stream.write(BASE.encode())
        stream.truncate(50_000_000)
    tracemalloc.start()
    try:
        problems = check_file(path)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert [problem.code for problem in problems] == ["KP104"]
    assert most < 3 * MAX_BYTES


@pytest.mark.parametrize(
    ("content", "excess", "limit"),
    [
        (" " * (MAX_BYTES + 1), "excess.size", "5 MB"),
        ("a: " + "[" * 50 + "]" * 50, "excess.depth", "40"),
        ("a: [" + "x, " * 200_000 + "]", "excess.values", "200000"),
        ("a: &b [*b]", "excess.circular", "*b"),
    ],
    ids=["size", "depth", "values", "circle"],
)
def test_a_file_beyond_a_limit_is_told_which(content: str, excess: str, limit: str) -> None:
    (problem,) = problems_of(content)
    assert (problem.code, problem.facts) == ("KP104", {"excess": excess, "limit": limit})
    assert problem.where is not None
    assert problem.where.line == 1
    assert limit in Words("id").problem(problem)


# Files on disk


def test_a_missing_file_is_a_problem_with_its_name(tmp_path: Path) -> None:
    (problem,) = check_file(tmp_path / "tidak-ada.yaml", "tidak-ada.yaml")
    assert problem.code == "KP101"
    assert problem.where is not None
    assert problem.where.file == "tidak-ada.yaml"


def test_a_folder_is_a_problem(tmp_path: Path) -> None:
    assert [problem.code for problem in check_file(tmp_path)] == ["KP101"]


@pytest.mark.parametrize("name", ["tidak-ada.yaml", ""])
def test_why_a_file_cannot_be_read_is_said_in_the_language_of_the_message(tmp_path: Path, name: str) -> None:
    (problem,) = check_file(tmp_path / name)
    sentences = {language: Words(language).problem(problem) for language in ("id", "en")}
    reasons = {language: sentence.partition("(")[2].partition(")")[0] for language, sentence in sentences.items()}
    assert reasons["id"] != reasons["en"]


def test_loading_a_file_with_problems_raises_all_of_them(tmp_path: Path) -> None:
    path = tmp_path / "contoh.yaml"
    path.write_text(edited(("target: 90", "target: 110"), ("weight: 60", "weight: 50")), encoding="utf-8")
    with pytest.raises(ProblemsFound) as found:
        load_file(path)
    assert [problem.code for problem in found.value.problems] == ["KP404", "KP201"]


def test_an_instrument_is_found_by_its_file_or_by_its_id(tmp_path: Path) -> None:
    path = tmp_path / "contoh.yaml"
    path.write_text(BASE, encoding="utf-8")
    assert load_instrument(str(path)).id == "contoh-2024"
    assert load_instrument("ombudsman-2022").id == "ombudsman-2022"


# The fingerprint

SAME_SCORES: dict[str, Callable[[], str | bytes]] = {
    "line ends": lambda: BASE.replace("\n", "\r\n"),
    "a byte order mark": lambda: BASE.encode("utf-8-sig"),
    "comments": lambda: BASE.replace("\n", "  # catatan\n"),
    "the title": lambda: edited(("title: Contoh instrumen", "title: Judul lain")),
    "the issuer": lambda: edited(("issuer: Pemerintah Kota Contoh", "issuer: Pemerintah Kabupaten Contoh")),
    "an indicator's title": lambda: edited(("title: Ruang tunggu", "title: Ruang tunggu pengguna layanan")),
    "guidance": lambda: edited(
        ("remedy: Tambah kursi di tempat menunggu", "remedy: Beli"),
        ("evidence: Foto tempat menunggu", "evidence: Foto"),
    ),
    "an effort": lambda: edited(("effort: 2", "effort: outside")),
    "an assumption": lambda: edited(("Bobot indikator tidak dipublikasikan.", "Kami anggap sama.")),
    "the target": lambda: edited(("target: 90", "target: 80")),
    "a source": lambda: edited(("title: Peraturan Wali Kota tentang penilaian layanan", "title: Peraturan lain")),
    "a spelled-out default": lambda: edited(("target: 90", "target: 90\ndecimals: 2")),
    "trailing zeros": lambda: edited(("weight: 25", "weight: 25.00")),
}

OTHER_SCORES: dict[str, tuple[tuple[str, str], ...]] = {
    "a weight": (("weight: 25", "weight: 24"), ("weight: 15", "weight: 16")),
    "a scale's best value": (("best: 3", "best: 4"),),
    "a scale's zero": (("best: 3", "best: 3, zero: -1"),),
    "a scale's whole numbers": (("whole: true", "whole: false"),),
    "an option's points": (("options: {ya: 1, tidak: 0}", "options: {ya: 2, tidak: 1}"),),
    "what an answer may be called": (("[belum]", "[belum, tak]"),),
    "a band": (("from: 75", "from: 76"),),
    "a category": (("category: A", "category: Prima"),),
    "the roll-up": (("{method: mean}", "{method: weighted, by: produk, source: perwali-2024}"),),
    "the decimals": (("target: 90", "target: 90\ndecimals: 1"),),
    "the full score": (("full_score: 100", "full_score: 200"),),
    "who is asked": (("only_for: [puskesmas]", "only_for: [opd]"),),
    "what does not apply": (("effort: 2", "effort: 2, not_applicable: allowed"),),
    "several observations": (("effort: 2", "effort: 2, observed: petugas"),),
    "what is scored": (("effort: 2", "effort: 2, scored: false"),),
    "an id": (('id: "S.01"', 'id: "S.03"'),),
}


@pytest.mark.parametrize("change", SAME_SCORES)
def test_the_fingerprint_does_not_see(change: str) -> None:
    assert instrument_of(SAME_SCORES[change]()).fingerprint == instrument_of(BASE).fingerprint


@pytest.mark.parametrize("change", OTHER_SCORES)
def test_the_fingerprint_sees(change: str) -> None:
    assert instrument_of(edited(*OTHER_SCORES[change])).fingerprint != instrument_of(BASE).fingerprint


# Exact numbers


def test_tenths_add_up_to_one() -> None:
    weights = [leaf.weight for leaf in instrument_of(with_weights("1", "0.1", "0.2", "0.7")).indicators]
    assert weights == [Fraction(1, 10), Fraction(1, 5), Fraction(7, 10)]


def test_three_thirds_add_up_to_one() -> None:
    weights = [leaf.weight for leaf in instrument_of(with_weights("1", '"1/3"', '"1/3"', '"1/3"')).indicators]
    assert weights == [Fraction(1, 3)] * 3


def test_thirds_cut_to_two_decimals_do_not_add_up_to_100() -> None:
    (problem,) = problems_of(with_weights("100", "33.33", "33.33", "33.33"))
    assert problem.code == "KP201"
    assert problem.facts["stated"] == 100
    assert problem.facts["found"] == Fraction("99.99")
    assert problem.facts["difference"] == Fraction("-0.01")
    sentence = Words("id").problem(problem)
    assert all(figure in sentence for figure in ("99,99", "100", "-0,01"))


def test_a_weight_keeps_every_digit_that_was_written() -> None:
    (one, _) = instrument_of(with_weights("1", "0.1000000000000000000001", "0.8999999999999999999999")).indicators
    assert one.weight == Fraction(1000000000000000000001, 10**22)


def test_a_group_that_weighs_its_sum_counts_in_the_sum_above() -> None:
    assert codes(edited(("weight: 15", "weight: 15.01"))) == ["KP201"]


@pytest.mark.parametrize("weight", ["0", "-1", "-0.5"])
def test_a_weight_that_is_not_above_zero_is_refused(weight: str) -> None:
    assert codes(with_weights("1", weight, "1")) == ["KP202"]


def test_a_sum_that_is_wrong_inside_is_not_wrong_again_above() -> None:
    text = edited(("    weight: sum\n", "    weight: sum\n    within: {sum: 40}\n"), ("weight: 15", "weight: 14"))
    assert places(problems_of(text)) == [("KP201", 39, 19)]


@pytest.mark.parametrize("weight", ["true", ".nan", ".inf", '"1/0"', '"-1/3"', "satu", "[1]"])
def test_a_weight_that_is_no_number_is_refused(weight: str) -> None:
    problems = problems_of(with_weights("1", weight, "1"))
    assert [(code in ("KP106", "KP110"), line) for code, line, _ in places(problems)] == [(True, 24)]


@given(st.lists(st.integers(1, 10_000), min_size=1, max_size=12))
@settings(deadline=None)
def test_weights_that_add_up_do_so_whatever_their_decimals(hundredths: list[int]) -> None:
    written = [f"{weight // 100}.{weight % 100:02d}" for weight in hundredths]
    total = sum(hundredths)
    found = codes(with_weights(f"{total // 100}.{total % 100:02d}", *written))
    assert set(found) <= {"KP208"}, "at most that a weight is very small"
    assert set(codes(with_weights(f"{total // 100}.{total % 100:02d}1", *written))) - {"KP208"} == {"KP201"}


@given(st.integers(1, 500))
@settings(deadline=None)
def test_equal_fractions_add_up_to_one(count: int) -> None:
    assert codes(with_weights("1", *[f'"1/{count}"'] * count)) == []


LONE_CHILD = (
    BASE[BASE.index('      - {id: "P.01"') : BASE.index("  - {id: temuan")],
    '      - {id: "P.01", title: Petugas memakai seragam, scale: ya-tidak}\n',
)


def test_an_only_child_weighs_what_its_group_adds_up_to() -> None:
    text = edited(("    weight: sum\n", "    weight: sum\n    within: {sum: 40}\n"), LONE_CHILD)
    (leaf,) = (leaf for leaf in instrument_of(text).indicators if leaf.id == "P.01")
    assert leaf.weight == 40
    assert codes(edited(("    weight: sum\n", "    weight: sum\n    within: {sum: 41}\n"), LONE_CHILD)) == ["KP201"]


# Where figures come from


@pytest.mark.parametrize("origin", ["source: perwali-2024", "assumption: Kami memilihnya."])
def test_a_weighted_roll_up_says_where_it_comes_from(origin: str) -> None:
    assert codes(edited(("method: mean", f"method: weighted, by: produk, {origin}"))) == []
    without = problems_of(edited(("method: mean", "method: weighted, by: produk")))
    assert places(without) == [("KP501", 21, 1)]
    assert without[0].facts["what"] == "roll_up"


@pytest.mark.parametrize(
    "bare",
    [
        ("roll_up: {method: mean}\n", ""),
        ("{worst: 0, best: 3, whole: true}", "{worst: 1, best: 4, zero: 0}"),
        ("    weight: sum\n", "    weight: sum\n    within: {sum: 40}\n"),
    ],
    ids=["a plain mean", "a scale", "a sum that controls weights"],
)
def test_what_weighs_nothing_of_its_own_needs_no_source(bare: tuple[str, str]) -> None:
    assert codes(edited(bare)) == []


# Names that mean something else


@pytest.mark.parametrize(
    "by",
    [
        "unit",
        "OPD",
        "nama unit",
        "Unit Kerja",
        "satker",
        "kode",
        "Jenis",
        "responden",
        "bobot responden",
        "skor",
        "nilai:",
    ],
)
def test_a_roll_up_column_has_no_name_that_means_something_else(by: str) -> None:
    (problem,) = problems_of(edited(("method: mean", f'method: weighted, by: "{by}", source: perwali-2024')))
    assert (problem.code, problem.facts["by"]) == ("KP405", by)


def test_no_header_that_a_workbook_knows_is_left_for_a_roll_up_or_an_id() -> None:
    known = {*UNIT_HEADERS} | TYPE_HEADERS | CODE_HEADERS | RESPONDENT_HEADERS | RESPONDENT_WEIGHT_HEADERS
    assert known | {*ANSWER_WORDS} == COLUMN_NAMES
    assert {name for name in known if " " not in name} | {"jawaban", "nilai"} == RESERVED_IDS
    assert BLANKS | NOT_APPLICABLE_WORDS == NO_ANSWERS


@pytest.mark.parametrize("answer", ["-", "\u2013", "Tidak  Berlaku", "TB", "n/a"])
def test_no_answer_is_spelt_like_a_blank_or_like_not_applicable(answer: str) -> None:
    also = problems_of(edited(("tidak: [belum]", f'tidak: [belum, "{answer}"]')))
    assert places(also) == [("KP311", 19, 75)]
    option = problems_of(edited(("options: {ya: 1, tidak: 0}", f'options: {{ya: 1, tidak: 0, "{answer}": 0}}')))
    assert places(option) == [("KP311", 19, 41)]
    assert option[0].facts["answer"] == answer


@pytest.mark.parametrize("title", ["Puskesmas", "PUSKESMAS", "opd"])
def test_two_unit_types_that_a_workbook_could_not_tell_apart_are_refused(title: str) -> None:
    types = "{opd: Perangkat Daerah, puskesmas: Puskesmas}"
    problems = problems_of(edited((types, f"{{opd: Perangkat Daerah, puskesmas: Puskesmas, klinik: {title}}}")))
    assert places(problems) == [("KP122", 10, 67)]


def test_a_unit_type_may_have_its_key_for_a_title() -> None:
    assert codes(edited(("puskesmas: Puskesmas}", "puskesmas: puskesmas, opd2: opd2}"))) == []


def test_an_empty_list_of_unit_types_is_refused() -> None:
    (problem,) = problems_of(edited(("only_for: [puskesmas]", "only_for: []")))
    assert places([problem]) == [("KP110", 33, 57)]
    assert (problem.facts["text"], problem.facts["expected"]) == ("[]", "kind.filled_list")


@pytest.mark.parametrize("year", ["24", "1989", "2101", "20024", "2024.5", "-2024", "true", '"2024"'])
def test_a_year_that_cannot_be_meant_is_refused(year: str) -> None:
    (problem,) = problems_of(edited(("years: [2024]", f"years: [2023, {year}]")))
    assert places([problem]) == [("KP110", 6, 15)]
    assert problem.facts["expected"] == "kind.year"


def test_a_year_that_is_told_twice_is_refused() -> None:
    assert places(problems_of(edited(("years: [2024]", "years: [2024, 2023, 2024]")))) == [("KP123", 6, 21)]


@pytest.mark.parametrize(("value", "shown"), [("[1]", "[…]"), ("{}", "{}"), ("{a: 1}", "{…}"), ("", "")])
def test_a_value_of_another_shape_is_shown_as_what_it_is(value: str, shown: str) -> None:
    (problem,) = problems_of(edited(("target: 90", f"full_score: {value}"), ("full_score: 100\n", "")))
    assert (problem.code, problem.facts["text"]) == ("KP110", shown)


# One message per cause


@pytest.mark.parametrize(
    ("good", "bad", "code"),
    [
        ("best: 3", "best: 3, zero: 1", "KP303"),
        ("options: {ya: 1, tidak: 0}", "options: {ya: 1, tidak: -1}", "KP305"),
        ("full_score: 100", "full_score: 0", "KP406"),
        ("full_score: 100", "full_score: -100", "KP406"),
        ("weight: 15", "weight: sum", "KP205"),
        ("worst: 0, best: 3", "worst: 3", "KP308"),
        ("scale: ya-tidak, scored: false", "scale: ya-tida, scored: false", "KP301"),
        ("from: 0", "from: 75", "KP402"),
        ("options: {ya: 1, tidak: 0}, also: {ya: [ada], tidak: [belum]}", "options: {}", "KP305"),
    ],
)
def test_a_mistake_is_reported_once_and_not_again_for_what_follows_from_it(good: str, bad: str, code: str) -> None:
    assert codes(edited((good, bad))) == [code]


@pytest.mark.parametrize("option", ["YA", '" ya"', "Ya"])
def test_an_option_that_is_another_one_in_other_letters_is_named_at_its_place(option: str) -> None:
    (problem,) = problems_of(edited(("options: {ya: 1, tidak: 0}", f"options: {{ya: 1, {option}: 0.5, tidak: 0}}")))
    assert places([problem]) == [("KP304", 19, 31)]
    assert problem.facts["answer"] == option.strip('"')


def test_the_lowest_band_may_begin_at_the_lowest_score_as_it_is_rounded() -> None:
    lowest_is_two_thirds = ("{worst: 0, best: 3, whole: true}", "{worst: 2, best: 3, zero: 0, whole: true}")
    only_that_scale = (
        ("weight: 25, scale: ya-tidak", "weight: 25, scale: rubrik"),
        ("weight: 15, scale: ya-tidak", "weight: 15, scale: rubrik"),
    )
    assert codes(edited(lowest_is_two_thirds, *only_that_scale, ("from: 0", "from: 66.67"))) == []


# What each mark means


def steps_of(indicator: str, text: str) -> Mapping[str, str]:
    return next(leaf.steps for leaf in instrument_of(text).indicators if leaf.id == indicator)


def guidance_of(steps: str, scale: str = "{worst: 0, best: 3, whole: true}") -> list[Problem]:
    """The problems of the base file with other steps for S.01, on another scale."""
    text = edited(
        ("steps: {0: tidak ada, 1: sempit, 2: cukup, 3: lapang}", f"steps: {steps}"),
        ("{worst: 0, best: 3, whole: true}", scale),
        (", steps: {0: tanpa kamar, 1: rusak, 2: layak, 3: lengkap}", ""),
    )
    found = check_written(parse_written(text.encode(), FILE))
    return [problem for problem in found if problem.code not in ("KP401", "KP504")]


@pytest.mark.parametrize(
    ("steps", "scale"),
    [
        ('{"0-1": sempit, "2 - 3": lapang}', "{worst: 0, best: 3, whole: true}"),
        ('{"0–1": sempit, 2: cukup, 3: lapang}', "{worst: 0, best: 3, whole: true}"),
        ('{"0-1": lapang, "2-3": sempit}', "{worst: 3, best: 0, whole: true}"),
        ('{"-2--1": sempit, 0: lapang}', "{worst: -2, best: 0, whole: true}"),
        ('{"0-50": sempit, "50.5-100": lapang}', "{worst: 0, best: 100}"),
        ("{0: sempit, 100: lapang}", "{worst: 0, best: 100}"),
    ],
)
def test_a_step_may_describe_a_span_of_marks(steps: str, scale: str) -> None:
    assert guidance_of(steps, scale) == []


@pytest.mark.parametrize("step", ["0-4", "3-2", "2-2", "0-1-2", "-", "0-", "a-b", "0.4-0.6", "1..-2"])
def test_a_span_that_the_scale_does_not_have_is_found(step: str) -> None:
    found = guidance_of(f'{{0: a, 1: b, 2: c, 3: d, "{step}": e}}')
    assert [(problem.code, problem.facts["step"]) for problem in found] == [("KP313", step)]


def test_a_mark_that_two_steps_describe_is_one_problem() -> None:
    (problem,) = guidance_of('{"0-2": sempit, "1-3": lapang}')
    assert (problem.code, problem.facts["first"], problem.facts["step"]) == ("KP315", "0-2", "1-3")
    assert problem.facts["mark"] == "1"


@pytest.mark.parametrize("steps", ["{ada: rapi, belum: lain}", "{YA: rapi, Tidak: lain}"])
def test_an_option_is_described_by_any_of_its_spellings_and_told_by_its_own(steps: str) -> None:
    text = edited(('"Apakah seragamnya dipakai?"', f'"Apakah seragamnya dipakai?", steps: {steps}'))
    assert check_written(parse_written(text.encode(), FILE)) == []
    assert steps_of("P.01", text) == {"ya": "rapi", "tidak": "lain"}


def test_a_span_is_told_for_each_of_its_marks() -> None:
    text = edited(("{0: tidak ada, 1: sempit, 2: cukup, 3: lapang}", '{"0-1": sempit, "2-3": lapang}'))
    assert steps_of("S.01", text) == {"0": "sempit", "1": "sempit", "2": "lapang", "3": "lapang"}


# Bands


def with_bands(*lowers: float) -> str:
    """The base file with other bands, one for every lower bound."""
    head, _, rest = BASE.partition("    - {from: 75")
    rows = "".join(f"    - {{from: {lower}, label: Kelas {number}}}\n" for number, lower in enumerate(lowers))
    return f"{head}{rows}{rest[rest.index('scales:') :]}"


@pytest.mark.parametrize("lowers", [(88, 78, 54, 32, 0), (0, 32, 54, 78, 88), (75, 0), (0, 75), (0,)])
def test_bands_may_stand_in_either_order(lowers: tuple[int, ...]) -> None:
    assert codes(with_bands(*lowers)) == []


@pytest.mark.parametrize(
    ("lowers", "row"),
    [((70, 78, 54, 32, 0), 1), ((88, 78, 24, 32, 0), 3), ((0, 54, 32, 88), 2), ((88, 78, 54, 0, 32), 4)],
)
def test_a_band_that_breaks_the_order_is_a_problem_at_its_row(lowers: tuple[int, ...], row: int) -> None:
    problems = problems_of(with_bands(*lowers))
    assert places(problems) == [("KP407", 16 + row, 14)]
    assert (problems[0].facts["before"], problems[0].facts["lower"]) == (lowers[row - 1], lowers[row])


@pytest.mark.parametrize(("lowers", "code"), [((88, 780, 54, 0), "KP403"), ((88, 54, 88, 0), "KP402")])
def test_a_band_that_is_wrong_anyway_is_not_said_to_break_the_order(lowers: tuple[int, ...], code: str) -> None:
    assert codes(with_bands(*lowers)) == [code]


# Whatever a file holds


@given(st.binary(max_size=200))
@settings(deadline=None, max_examples=300)
def test_any_bytes_are_judged(content: bytes) -> None:
    assert_judged(content)


@given(st.text(max_size=200) | st.text(alphabet=YAML_CHARACTERS, max_size=60))
@settings(deadline=None, max_examples=500)
def test_any_text_is_judged(text: str) -> None:
    assert_judged(text.encode("utf-8", "surrogatepass"))


@given(st.data())
@settings(deadline=None, max_examples=300)
def test_the_base_file_with_any_text_in_it_is_judged(data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(BASE)))
    end = data.draw(st.integers(start, min(len(BASE), start + 30)))
    text = data.draw(st.text(alphabet=YAML_CHARACTERS, max_size=8))
    assert_judged((BASE[:start] + text + BASE[end:]).encode("utf-8", "surrogatepass"))


VALUES = [
    "",
    "~",
    "true",
    "0",
    "-1",
    "2.5",
    '"x"',
    "sum",
    '"1/3"',
    '"1/0"',
    "[]",
    "{}",
    "[~]",
    "{x: ~}",
    "[[x]]",
    "9" * 60,
]


@pytest.mark.parametrize("value", VALUES)
def test_any_kind_of_value_in_any_place_is_judged(value: str) -> None:
    lines = BASE.split("\n")
    for number, line in enumerate(lines):
        key, colon, _ = line.partition(":")
        if colon:
            assert_judged("\n".join([*lines[:number], f"{key}: {value}", *lines[number + 1 :]]).encode())


LINE_MUTATIONS: tuple[Callable[[str], list[str]], ...] = (
    lambda line: [],
    lambda line: [line, line],
    lambda line: [f"  {line}"],
    lambda line: [line.lstrip()],
    lambda line: [f"\t{line}"],
    lambda line: [line.partition(":")[0]],
    lambda line: [f"{line.partition(':')[0]}: 0"],
    lambda line: [line.replace('"', "")],
    lambda line: [line[::-1]],
)


@given(st.integers(0, len(BUNDLED_LINES) - 1), st.sampled_from(LINE_MUTATIONS))
@settings(deadline=None, max_examples=200)
def test_the_bundled_file_with_one_line_spoilt_is_judged(number: int, mutate: Callable[[str], list[str]]) -> None:
    lines = [*BUNDLED_LINES[:number], *mutate(BUNDLED_LINES[number]), *BUNDLED_LINES[number + 1 :]]
    assert_judged("\n".join(lines).encode())


# The bundled instruments


@pytest.fixture(scope="module")
def ombudsman() -> Instrument:
    return load_bundled("ombudsman-2022")


@pytest.mark.parametrize("name", bundled_files())
def test_a_bundled_instrument_has_no_problem_and_is_named_by_its_id(name: str) -> None:
    assert [problem for problem in check_file(bundled_files()[name]) if problem.level is not Level.NOTE] == []
    assert load_bundled(name).id == name


def test_the_dimensions_of_2022_weigh_what_was_published(ombudsman: Instrument) -> None:
    weights = {dimension.id: dimension.weight for dimension in ombudsman.components}
    assert weights == {
        "input": Fraction("21.85"),
        "proses": Fraction("32.37"),
        "output": Fraction("24.24"),
        "pengaduan": Fraction("21.54"),
    }
    assert all(dimension.source and not dimension.assumption for dimension in ombudsman.components)


def leaves_below(group: Group) -> list[Indicator]:
    below: list[Indicator] = []
    for component in group.components:
        below.extend(leaves_below(component) if isinstance(component, Group) else [])
        below.extend([component] if isinstance(component, Indicator) else [])
    return below


def test_the_dimensions_of_2022_hold_their_indicators(ombudsman: Instrument) -> None:
    counts = {group.id: len(leaves_below(group)) for group in ombudsman.components if isinstance(group, Group)}
    assert counts == {"input": 15, "proses": 12, "output": 5, "pengaduan": 9}


def test_only_the_indicator_weight_that_was_published_is_sourced(ombudsman: Instrument) -> None:
    sourced = [(leaf.id, leaf.weight) for leaf in ombudsman.indicators if leaf.source and not leaf.assumption]
    assert sourced == [("I.01", Fraction("12.22"))]


def test_the_other_forty_weights_are_assumed(ombudsman: Instrument) -> None:
    assumed = {component.id for component in ombudsman.assumed_weights}
    assert len(assumed) == 40
    assert assumed == {leaf.id for leaf in ombudsman.indicators} - {"I.01"}


def test_the_bands_of_2022_begin_where_they_were_published(ombudsman: Instrument) -> None:
    assert [(band.lower, band.category, band.zone) for band in ombudsman.bands] == [
        (88, "A", "hijau"),
        (78, "B", "hijau"),
        (54, "C", "kuning"),
        (32, "D", "merah"),
        (0, "E", "merah"),
    ]
    assert (ombudsman.target, ombudsman.full_score, ombudsman.decimals) == (90, 100, 2)


def marks_of(leaf: Indicator) -> set[str]:
    """Every answer that the scale of a leaf has, as the keys of its steps are written."""
    if isinstance(leaf.scale, OptionScale):
        return set(leaf.scale.options)
    assert isinstance(leaf.scale, NumberScale)
    assert leaf.scale.whole
    return {str(value) for value in range(int(leaf.scale.worst), int(leaf.scale.best) + 1)}


@pytest.mark.parametrize("name", bundled_files())
def test_every_indicator_guides_the_assessor(name: str) -> None:
    for leaf in load_bundled(name).indicators:
        assert all((leaf.question, leaf.evidence, leaf.remedy)), leaf.id
        assert set(leaf.steps) == marks_of(leaf), leaf.id


def test_what_people_perceive_is_not_in_the_units_hands(ombudsman: Instrument) -> None:
    outside = {leaf.id for leaf in ombudsman.indicators if leaf.effort is None}
    output = next(group for group in ombudsman.components if isinstance(group, Group) and group.id == "output")
    assert outside == {leaf.id for leaf in leaves_below(output)}
