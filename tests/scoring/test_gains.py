"""What an indicator would add is what the score really gains when its answer rises to the best."""

from dataclasses import replace
from fractions import Fraction

from hypothesis import given

import kepatuhan
from kepatuhan.instrument.model import Indicator, Instrument, OptionScale
from kepatuhan.scoring.answers import Answer, NotApplicable, UnitAnswers
from kepatuhan.scoring.gains import points_to_add
from kepatuhan.scoring.results import UnitResult
from tests.scoring.strategies import assessed_units


def best_answer(indicator: Indicator) -> Answer:
    scale = indicator.scale
    return max(scale.options, key=scale.options.__getitem__) if isinstance(scale, OptionScale) else scale.best


def unrounded(unit: UnitResult, instrument: Instrument) -> Fraction:
    return instrument.full_score * unit.mark.exact if unit.mark is not None else Fraction(0)


@given(assessed_units(direct=False))
def test_raising_an_answer_to_the_best_adds_the_promised_points(assessed: tuple[Instrument, UnitAnswers]) -> None:
    instrument, unit = assessed
    (before,) = kepatuhan.score(instrument, [unit]).units
    for part in (part for top in before.components for part in top.walk()):
        indicator = part.component
        if not isinstance(indicator, Indicator) or before.mark is None:
            continue
        if isinstance(unit.answers.get(indicator.id), NotApplicable):
            assert points_to_add(part) == 0
            continue
        raised = replace(unit, answers={**unit.answers, indicator.id: best_answer(indicator)})
        (after,) = kepatuhan.score(instrument, [raised]).units
        assert unrounded(after, instrument) - unrounded(before, instrument) == points_to_add(part)


@given(assessed_units(direct=False))
def test_all_gains_together_lead_to_the_full_score(assessed: tuple[Instrument, UnitAnswers]) -> None:
    instrument, unit = assessed
    (result,) = kepatuhan.score(instrument, [unit]).units
    if result.mark is not None:
        missing = sum(points_to_add(top) for top in result.components)
        assert unrounded(result, instrument) + missing == instrument.full_score
