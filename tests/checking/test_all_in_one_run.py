"""All problems of a file in one run: what is wrong in one place hides nothing elsewhere, and brings no echo."""

from itertools import combinations
from typing import NamedTuple

import pytest

from kepatuhan.checking.cases import BASE, CASES
from kepatuhan.checking.catalogue import RULES
from kepatuhan.checking.instruments import check_written
from kepatuhan.instrument.loading import parse_written
from kepatuhan.problems import Level


class Spoiling(NamedTuple):
    """An edit of the base file, and the problem that it brings about."""

    good: str
    bad: str
    code: str


SPOILINGS = (
    # of the shape
    Spoiling("issuer: Pemerintah Kota Contoh", "issuer: [Pemerintah, Kota]", "KP110"),
    Spoiling("years: [2024]", "years: 2024", "KP110"),
    Spoiling("target: 90", "target: sembilan puluh", "KP110"),
    Spoiling("full_score: 100", "ful_score: 100", "KP108"),
    Spoiling("weight: 25", "wieght: 25", "KP108"),
    Spoiling("title: Ruang tunggu", "title: Ruang tunggu, bukti: Foto", "KP117"),
    Spoiling("title: Ruang rawat inap, ", "", "KP109"),
    Spoiling("tidak: [belum]", "tidak: belum", "KP110"),
    Spoiling("id: temuan", "id: 2024", "KP111"),
    Spoiling("title: Petugas memakai papan nama", "title: a, title: b", "KP105"),
    Spoiling("effort: 2", "effort: 9", "KP110"),
    # of the rules
    Spoiling("weight: 60", "weight: 50", "KP201"),
    Spoiling("worst: 0, best: 3", "worst: 3, best: 3", "KP302"),
    Spoiling("from: 0", "from: 10", "KP401"),
    Spoiling("method: mean", "method: weighted, source: perwali-2024", "KP405"),
    Spoiling("bands:\n  source: perwali-2024\n", "bands:\n", "KP501"),
    Spoiling("within: {sum: 100, source: perwali-2024}", "within: {sum: 100, source: perwali-2025}", "KP502"),
    Spoiling("only_for: [puskesmas]", "only_for: [puskemas]", "KP118"),
    Spoiling("defaults: {scale: rubrik}", "defaults: {scale: rublik}", "KP301"),
    Spoiling("appends: {tidak: Tanpa temuan}", "appends: {nihil: Tanpa temuan}", "KP310"),
)


def spoilt(*spoilings: Spoiling) -> str:
    text = BASE
    for good, bad, _ in spoilings:
        assert text.count(good) == 1, good
        text = text.replace(good, bad)
    return text


def codes_of(text: str) -> list[str]:
    return [problem.code for problem in check_written(parse_written(text.encode(), "contoh.yaml"))]


@pytest.mark.parametrize("spoiling", SPOILINGS, ids=lambda spoiling: spoiling.bad)
def test_each_spoiling_has_its_own_problem(spoiling: Spoiling) -> None:
    assert codes_of(spoilt(spoiling)) == [spoiling.code]


def pairs() -> list[tuple[Spoiling, Spoiling]]:
    return list(combinations(SPOILINGS, 2))


@pytest.mark.parametrize(("one", "other"), pairs(), ids=lambda spoiling: spoiling.bad)
def test_two_mistakes_are_both_reported_in_one_run_and_no_third(one: Spoiling, other: Spoiling) -> None:
    assert sorted(codes_of(spoilt(one, other))) == sorted((one.code, other.code))


NOTHING_TO_READ = {"KP102", "KP103", "KP104", "KP107", "KP113", "KP116"}
"""Codes of files that cannot be read any further."""

DEPENDENT = {
    *((f"KP{shape}", "KP126") for shape in (*range(105, 112), 115, 117)),  # not every rule is asked then
    ("KP201", "KP202"),  # what weights add up to is not asked while one of them is wrong
    ("KP201", "KP203"),
    ("KP201", "KP205"),
    ("KP204", "KP206"),  # a weight means nothing on what is not scored
    ("KP401", "KP406"),  # nothing is compared with a full score that is wrong
    ("KP403", "KP406"),
    ("KP406", "KP408"),
    ("KP106", "KP408"),  # a scale that cannot be read may have the lowest mark
    *((scale, "KP408") for scale in ("KP301", "KP302", "KP303", "KP305", "KP306", "KP308")),
    ("KP117", "KP408"),  # an unknown key may be that of decimals
    ("KP202", "KP207"),
    ("KP203", "KP207"),
    ("KP205", "KP207"),
    ("KP202", "KP208"),
    ("KP301", "KP312"),  # the scale that is misspelt may be the one that nobody seems to use
    ("KP306", "KP312"),
    *((scale, step) for scale in ("KP301", "KP302", "KP307", "KP308") for step in ("KP313", "KP314")),
    ("KP502", "KP505"),
    ("KP404", "KP406"),
}
"""Pairs of which only the cause is reported: the other one cannot be told while it is there."""


@pytest.mark.parametrize("code", [code for code in CASES if code not in NOTHING_TO_READ])
def test_the_cases_of_two_codes_in_one_file_have_their_two_problems(code: str) -> None:
    case, start = CASES[code], BASE.index(CASES[code].good)
    for other_code in CASES:
        other, other_start = CASES[other_code], BASE.index(CASES[other_code].good)
        later = start + len(case.good) <= other_start
        if not later or other_code in NOTHING_TO_READ:
            continue
        between = BASE[start + len(case.good) : other_start]
        text = BASE[:start] + case.bad + between + other.bad + BASE[other_start + len(other.good) :]
        pair = tuple(sorted((code, other_code)))
        if pair in DEPENDENT:
            (left,) = codes_of(text)
            assert left in pair
            if Level.ERROR in {RULES[one].level for one in pair}:
                assert RULES[left].level is Level.ERROR, "a warning must not stand in for an error"
        else:
            assert tuple(sorted(codes_of(text))) == pair


def test_every_mistake_of_a_file_is_reported_whatever_its_kind() -> None:
    chosen = [spoiling for spoiling in SPOILINGS if spoiling.code not in ("KP310", "KP301")]
    assert sorted(codes_of(spoilt(*chosen))) == sorted(spoiling.code for spoiling in chosen)


@pytest.mark.parametrize(
    ("good", "bad", "code"),
    [
        ("weight: 25, scale", "bobot: 25, scale", "KP117"),
        ("weight: 25, scale", "weight: berat, scale", "KP110"),
        ("weight: 25, scale: ya-tidak", "weight: 25, skala: ya-tidak", "KP117"),
        ("defaults: {scale: rubrik}", "defaults: rubrik", "KP110"),
        ("defaults: {scale: rubrik}", "bawaan: {scale: rubrik}", "KP117"),
        ('    components:\n      - {id: "P.01"', '    anak:\n      - {id: "P.01"', "KP117"),
        ("full_score: 100", "full_score: penuh", "KP110"),
        ("{from: 0, category", "{from: nol, category", "KP110"),
        ("rubrik: {worst: 0, best: 3, whole: true}", "rubrik: 0-3", "KP110"),
        ("options: {ya: 1, tidak: 0}", "options: [ya, tidak]", "KP110"),
        ("options: {ya: 1, tidak: 0}", "pilihan: {ya: 1, tidak: 0}", "KP117"),
        ("unit_types: {opd: Perangkat Daerah, puskesmas: Puskesmas}", "unit_types: [opd, puskesmas]", "KP110"),
        ("{id: perwali-2024, title", "{id: perwali 2024, title", "KP110"),
        ("within: {weights: equal, assumption", "within: {weights: sama, assumption", "KP115"),
        ("assumption: Bobot indikator tidak dipublikasikan.", "assumption: [Bobot]", "KP110"),
        ("assumption: Bobot indikator tidak dipublikasikan.", "alasan: Bobot", "KP117"),
        ("  source: perwali-2024\n", "  sumber: perwali-2024\n", "KP117"),
        ("scored: false, appends", "scored: nanti, appends", "KP110"),
        ("appends: {tidak: Tanpa temuan}", "appends: Tanpa temuan", "KP110"),
        ("method: mean", "method: median", "KP115"),
        (
            BASE[BASE.index("  - {id: temuan") :].rstrip("\n"),
            "  - x",
            "KP110",
        ),
    ],
)
def test_a_mistake_of_the_shape_brings_no_problem_of_what_depends_on_it(good: str, bad: str, code: str) -> None:
    assert codes_of(spoilt(Spoiling(good, bad, code))) == [code]


def test_a_key_that_is_missing_here_is_reported_though_it_is_misspelt_elsewhere() -> None:
    text = spoilt(
        Spoiling("title: Ruang tunggu", "titel: Ruang tunggu", "KP108"),
        Spoiling("title: Ruang rawat inap, ", "", "KP109"),
    )
    assert codes_of(text) == ["KP108", "KP109"]


@pytest.mark.parametrize("key", ['"[key]"', "nama"])
def test_an_unknown_key_of_any_name_is_only_unknown(key: str) -> None:
    assert codes_of(spoilt(Spoiling("target: 90", f"target: 90\n{key}: 1", "KP117"))) == ["KP117"]
