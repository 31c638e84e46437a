"""All problems of a file in one run: what is wrong in one place hides nothing elsewhere, and brings no echo."""

from collections.abc import Iterator
from itertools import combinations, permutations
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
    *((code, "KP126") for code, rule in RULES.items() if rule.level is Level.ERROR),  # not every rule speaks then
    *((weight, total) for weight in ("KP202", "KP203", "KP205", "KP128") for total in ("KP201", "KP207")),
    # ^ what weights add up to cannot be told while one of them is wrong
    ("KP206", "KP204"),  # a weight means nothing on what is not scored
    *(("KP406", score) for score in ("KP401", "KP403", "KP404", "KP408")),  # the full score is not known
    # a scale that cannot be read, or is not in order, may have the lowest mark
    *((scale, "KP408") for scale in ("KP106", "KP301", "KP302", "KP303", "KP305", "KP306", "KP308")),
    ("KP117", "KP408"),  # an unknown key may be that of decimals
    ("KP301", "KP312"),  # the scale that is misspelt may be the one that nobody seems to use
    ("KP306", "KP312"),
    # what can be answered is not known of a scale that is not there or not in order
    *((scale, step) for scale in ("KP301", "KP302", "KP307", "KP308") for step in ("KP313", "KP314", "KP315")),
    ("KP502", "KP505"),  # the source that is misspelt may be the one that no figure names
}
"""Pairs, cause and consequence, of which only the cause is reported: the other cannot be told while it is there."""


def cases_of_two() -> Iterator[tuple[str, str, str]]:
    """The codes of two cases whose edits do not meet, and the file with both edits."""
    readable = [(code, case, BASE.index(case.good)) for code, case in CASES.items() if code not in NOTHING_TO_READ]
    for (one, first, start), (other, second, other_start) in permutations(readable, 2):
        end, other_end = start + len(first.good), other_start + len(second.good)
        if end <= other_start:
            yield one, other, f"{BASE[:start]}{first.bad}{BASE[end:other_start]}{second.bad}{BASE[other_end:]}"


TWO = {code: [case for case in cases_of_two() if case[0] == code] for code in CASES}


def test_every_dependent_pair_is_one_that_occurs() -> None:
    met = {pair for cases in TWO.values() for one, other, _ in cases for pair in ((one, other), (other, one))}
    of_comments = {pair for pair in DEPENDENT if pair[1] == "KP126"}
    assert met >= DEPENDENT - of_comments


@pytest.mark.parametrize("code", [code for code, cases in TWO.items() if cases])
def test_the_cases_of_two_codes_in_one_file_have_their_two_problems(code: str) -> None:
    for one, other, text in TWO[code]:
        cause = next((pair[0] for pair in ((one, other), (other, one)) if pair in DEPENDENT), None)
        expected = sorted((one, other)) if cause is None else [cause]
        assert sorted(codes_of(text)) == expected, (one, other)


def test_no_warning_stands_in_for_an_error() -> None:
    for cause, consequence in DEPENDENT:
        assert RULES[cause].level is Level.ERROR or RULES[consequence].level is not Level.ERROR


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
