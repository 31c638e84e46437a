"""What was published is what the scorer gives, edition by edition, from the figures that the sources print."""

import json
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

import kepatuhan
from kepatuhan import DirectScore, Instrument, Observations, UnitAnswers

PUBLISHED = json.loads(
    (Path(__file__).parent / "results.json").read_text(encoding="utf-8"), parse_float=Fraction, parse_int=Fraction
)
INSTRUMENTS = {
    name: kepatuhan.load_instrument(name) for name in ("ombudsman-2021", "ombudsman-2022", "ombudsman-2025", "skm-2017")
}
OTHER_WORDS = {"Sangat Baik": "Tertinggi", "Baik": "Tinggi", "Cukup": "Sedang", "Kurang": "Rendah"}
"""The second set of words that is used for the classes of 2025."""
REMARK = "Tanpa Maladministrasi"


def _name(entry: dict[str, Any]) -> str:
    return f"{entry['institution']} {entry['year']}"


def _instrument(entry: dict[str, Any]) -> Instrument:
    return INSTRUMENTS[entry["instrument"]]


def _decimal(value: Fraction) -> Decimal:
    return Decimal(value.numerator) / Decimal(value.denominator)


def _unit(name: str, score: Fraction, count: Fraction | None = None) -> UnitAnswers:
    return UnitAnswers(name, {}, {"nilai": DirectScore(score, 100)}, count=None if count is None else int(count))


def _assert_band(entry: dict[str, Any], band: Any) -> None:
    """The band bears every word that the source prints: zone, category or opinion."""
    assert band is not None
    assert entry["zone"] in (None, band.zone)
    assert entry["category"] in (None, band.category)
    if entry["opinion"]:
        word = entry["opinion"].removesuffix(REMARK).strip().removeprefix("Kualitas ")
        assert band.label.removeprefix("Kualitas ") == OTHER_WORDS.get(word, word)


@pytest.mark.parametrize("entry", PUBLISHED["totals"], ids=_name)
def test_the_institution_scores_the_mean_of_its_published_units(entry: dict[str, Any]) -> None:
    counts = entry.get("counts", {})
    units = [_unit(name, score, counts.get(name)) for name, score in entry["units"].items()]
    result = kepatuhan.score(_instrument(entry), units)
    assert result.institution.score == _decimal(entry["total"])
    assert (result.weighted_by is not None) == bool(counts)
    _assert_band(entry, result.institution.band)


@pytest.mark.parametrize("entry", PUBLISHED["bands"], ids=_name)
def test_a_published_score_falls_into_its_published_band(entry: dict[str, Any]) -> None:
    assert entry["zone"] or entry["category"] or entry["opinion"]
    band = kepatuhan.score(_instrument(entry), [_unit("satu", entry["score"])]).institution.band
    _assert_band(entry, band)


def _headers(entry: dict[str, Any]) -> list[str]:
    return [f"{name}/{float(weight):g}" for name, weight in entry["weights"].items()]


def _row(entry: dict[str, Any]) -> list[str]:
    return [str(float(points)).replace(".", ",") for points in entry["points"].values()]


@pytest.mark.parametrize("entry", [entry for entry in PUBLISHED["points"] if entry["adds_up"]], ids=_name)
def test_published_weighted_points_add_up_to_the_published_total(entry: dict[str, Any], tmp_path: Path) -> None:
    file = tmp_path / "rapor.csv"
    file.write_text(f"Unit;{';'.join(_headers(entry))}\nSatu;{';'.join(_row(entry))}\n", encoding="utf-8")
    reading = kepatuhan.read_answers(file, entry["instrument"])
    (unit,) = kepatuhan.score(reading.instrument, reading.units).units
    assert unit.score == _decimal(entry["total"])
    _assert_band(entry, unit.band)


def test_published_points_that_contradict_their_total_are_a_problem(tmp_path: Path) -> None:
    (bengkulu,) = [entry for entry in PUBLISHED["points"] if not entry["adds_up"]]
    file = tmp_path / "bengkulu.csv"
    rows = f"Unit;Nilai;{';'.join(_headers(bengkulu))}\nProvinsi;80,20;{';'.join(_row(bengkulu))}\n"
    file.write_text(rows, encoding="utf-8")
    with pytest.raises(kepatuhan.ProblemsFound) as found:
        kepatuhan.read_answers(file, "ombudsman-2022")
    (problem,) = found.value.problems
    assert problem.code == "KP815"
    assert problem.where is not None
    assert problem.where.cell == "B2"
    assert problem.facts["below"] == Fraction("80.93")


def test_published_points_of_a_report_without_a_stated_maximum_are_asked_about(tmp_path: Path) -> None:
    """The figures of a 2025 report are weighted already: 52,72 of 70 and 8,02 of 30."""
    (polres,) = [entry for entry in PUBLISHED["points"] if entry["year"] == 2025]
    file = tmp_path / "rapor.csv"
    file.write_text(f"Unit;{';'.join(polres['points'])}\nSatu;{';'.join(_row(polres))}\n", encoding="utf-8")
    with pytest.raises(kepatuhan.ProblemsFound) as found:
        kepatuhan.read_answers(file, "ombudsman-2025")
    (problem,) = found.value.problems
    assert (problem.code, problem.facts["id"], problem.facts["weight"]) == ("KP823", "dimensi", 70)


def test_the_elements_of_a_published_survey_give_its_index_with_exactly_one_ninth_each() -> None:
    (bantul,) = PUBLISHED["survey"]
    edition = _instrument(bantul)
    direct = {name: DirectScore(mean, 4) for name, mean in bantul["elements"].items()}
    from_means = kepatuhan.score(edition, [UnitAnswers("Bantul", {}, direct)]).units[0]
    assert from_means.score == _decimal(bantul["total"]) == Decimal("87.28")
    hundred = {name: _hundred_answers(mean) for name, mean in bantul["elements"].items()}
    from_answers = kepatuhan.score(edition, [UnitAnswers("Bantul", hundred)]).units[0]
    assert from_answers.score == Decimal("87.28")
    assert from_answers.band is not None
    assert from_answers.band.category == "B"


def _hundred_answers(mean: Fraction) -> Observations:
    """The answers of a hundred respondents with this mean: as many fours and threes as it takes."""
    fours = int((mean - 3) * 100)
    return Observations((4,) * fours + (3,) * (100 - fours))


def test_the_index_of_a_survey_lies_between_25_and_100() -> None:
    edition = INSTRUMENTS["skm-2017"]
    for answer, index in ((1, 25), (2, 50), (3, 75), (4, 100)):
        answers = {f"U{number}": answer for number in range(1, 10)}
        assert kepatuhan.score(edition, [UnitAnswers("satu", answers)]).units[0].score == index


# PEKPPP: no complete result was published; these were computed by hand from the published weights and cuts.

PEKPPP = kepatuhan.load_instrument("pekppp-2023")
CUTS = ("4.51 A", "4.01 A-", "3.51 B", "3.01 B-", "2.51 C", "2.01 C-", "1.51 D", "1.01 E")


@pytest.mark.parametrize("cut", CUTS)
def test_the_index_of_pekppp_changes_its_category_at_each_cut(cut: str) -> None:
    lower, category = cut.split()
    at = kepatuhan.score(PEKPPP, [UnitAnswers("satu", {}, {"nilai": DirectScore(Fraction(lower), 5)})]).units[0]
    below = Fraction(lower) - Fraction(1, 100)
    under = kepatuhan.score(PEKPPP, [UnitAnswers("satu", {}, {"nilai": DirectScore(below, 5)})]).units[0]
    assert at.band is not None
    assert under.band is not None
    assert at.band.category == category
    assert under.band.category != category


def _pekppp(evaluator: int, users: int, **others: int) -> UnitAnswers:
    """Every item of F-02 answered alike, every item of F-03 by one user alike, but for ``others``."""
    f02, f03 = (component.id for component in PEKPPP.components)
    answers: dict[str, Any] = {}
    for component in PEKPPP.walk():
        if component in PEKPPP.indicators and component.id.startswith("M."):
            answers[component.id] = users
        elif component in PEKPPP.indicators and not component.id.startswith("X."):
            answers[component.id] = evaluator
    assert (f02, f03) == ("f02", "f03")
    return UnitAnswers("satu", {**answers, **{name.replace("_", "."): value for name, value in others.items()}})


@pytest.mark.parametrize(
    ("unit", "index", "category"),
    [
        (_pekppp(5, 5), "5.00", "A"),
        (_pekppp(0, 0), "0.00", "F"),
        (_pekppp(4, 3), "3.75", "B"),  # 0.75 x 4 + 0.25 x 3
        (_pekppp(5, 3), "4.50", "A-"),  # 3.75 + 0.75: one hundredth below A
        (_pekppp(5, 5, K_01=0), "4.85", "A"),  # 5 x 0.75 x 0.24 x 0.17 = 0.153 less
        (_pekppp(5, 0, V_01=0), "3.53", "B"),  # 3.75 - 5 x 0.75 x 0.12 x 0.50 = 0.225 less: 3.525, half up
    ],
)
def test_pekppp_counts_evaluator_and_users_three_to_one(unit: UnitAnswers, index: str, category: str) -> None:
    result = kepatuhan.score(PEKPPP, [unit]).units[0]
    assert result.score == Decimal(index)
    assert result.band is not None
    assert result.band.category == category


def test_every_published_figure_is_used_or_its_absence_explained() -> None:
    counts = {name: len(PUBLISHED[name]) for name in ("totals", "bands", "points", "survey", "left_out")}
    assert counts == {"totals": 6, "bands": 88, "points": 3, "survey": 1, "left_out": 3}
    assert all(entry["why"] for entry in PUBLISHED["left_out"])
    assert {entry["instrument"] for entry in PUBLISHED["bands"]} == {
        "ombudsman-2021",
        "ombudsman-2022",
        "ombudsman-2025",
    }
