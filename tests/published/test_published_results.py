"""What the Ombudsman published is what the scorer gives, from the figures that the sources print."""

import json
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

import kepatuhan
from kepatuhan import DirectScore, UnitAnswers

PUBLISHED = json.loads(
    (Path(__file__).parent / "results.json").read_text(encoding="utf-8"), parse_float=Fraction, parse_int=Fraction
)
METHOD = kepatuhan.load_instrument("ombudsman-2022")


def _name(entry: dict[str, Any]) -> str:
    return f"{entry['institution']} {entry['year']}"


def _unit(name: str, score: Fraction) -> UnitAnswers:
    return UnitAnswers(name, {}, {"nilai": DirectScore(score, 100)})


@pytest.mark.parametrize("entry", PUBLISHED["totals"], ids=_name)
def test_the_institution_scores_the_mean_of_its_published_units(entry: dict[str, Any]) -> None:
    result = kepatuhan.score(METHOD, [_unit(name, score) for name, score in entry["units"].items()])
    assert result.institution.score == Decimal(entry["total"].numerator) / Decimal(entry["total"].denominator)
    assert result.institution.band is not None
    if entry["zone"]:
        assert result.institution.band.zone == entry["zone"]
    if entry["category"]:
        assert result.institution.band.category == entry["category"]


@pytest.mark.parametrize("entry", PUBLISHED["bands"], ids=_name)
def test_a_published_score_falls_into_its_published_band(entry: dict[str, Any]) -> None:
    band = kepatuhan.score(METHOD, [_unit("satu", entry["score"])]).institution.band
    assert band is not None
    assert entry["zone"] or entry["category"] or entry["opinion"]
    assert entry["zone"] in (None, band.zone)
    assert entry["category"] in (None, band.category)
    if entry["opinion"]:
        assert band.label is not None
        assert band.label.removeprefix("Kualitas ") == entry["opinion"].removeprefix("Kualitas ")


def _dimensions(entry: dict[str, Any]) -> UnitAnswers:
    direct = {name: DirectScore(points, entry["weights"][name]) for name, points in entry["points"].items()}
    return UnitAnswers(entry["institution"], {}, direct)


def test_published_dimension_points_add_up_to_the_published_total() -> None:
    (mukomuko,) = [entry for entry in PUBLISHED["dimensions"] if entry["adds_up"]]
    (unit,) = kepatuhan.score(METHOD, [_dimensions(mukomuko)]).units
    assert unit.score == Decimal("60.35")
    assert unit.band is not None
    assert (unit.band.category, unit.band.zone) == (mukomuko["category"], mukomuko["zone"])


def test_published_dimension_points_that_contradict_their_total_are_a_problem(tmp_path: Path) -> None:
    (bengkulu,) = [entry for entry in PUBLISHED["dimensions"] if not entry["adds_up"]]
    headers = [f"{name}/{float(weight)}" for name, weight in bengkulu["weights"].items()]
    values = [str(float(points)) for points in bengkulu["points"].values()]
    file = tmp_path / "bengkulu.csv"
    file.write_text(f"Unit;Nilai;{';'.join(headers)}\nProvinsi;80,20;{';'.join(values)}\n", encoding="utf-8")
    with pytest.raises(kepatuhan.ProblemsFound) as found:
        kepatuhan.read_answers([file], METHOD)
    (problem,) = found.value.problems
    assert problem.code == "KP815"
    assert problem.where is not None
    assert problem.where.cell == "B2"
    assert problem.facts["below"] == Fraction("80.93")


def test_every_published_figure_is_used_or_its_absence_explained() -> None:
    assert len(PUBLISHED["totals"]) == 3
    assert len(PUBLISHED["bands"]) >= 55
    assert all(entry["why"] for entry in PUBLISHED["left_out"])
