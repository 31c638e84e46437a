"""The answers that would add most: who is named, in which order, and that every formula has its value."""

from fractions import Fraction

from hypothesis import given

import kepatuhan
from kepatuhan.instrument.model import Instrument
from kepatuhan.scoring.answers import UnitAnswers
from kepatuhan.worksheets.computed import Shown
from kepatuhan.worksheets.form_plan import CODE, GAIN, RANK, FormPlan, plan_form
from kepatuhan.worksheets.improvements import improvement_cells, improvement_formulas, improvement_values
from tests.scoring.strategies import assessed_units


def named(plan: FormPlan, values: dict[str, Shown], heading: str = CODE) -> list[Shown]:
    return [values[improvement_cells(plan, row)[heading]] for row in plan.improvement_rows]


def improvements(instrument: Instrument, unit: UnitAnswers) -> tuple[FormPlan, dict[str, Shown]]:
    plan = plan_form(instrument, unit.type)
    (result,) = kepatuhan.score(instrument, [unit]).units
    return plan, improvement_values(plan, result)


@given(assessed_units(direct=False))
def test_every_formula_has_its_value_whatever_the_instrument(assessed: tuple[Instrument, UnitAnswers]) -> None:
    plan, values = improvements(*assessed)
    assert values.keys() == improvement_formulas(plan).keys()


def test_equal_points_stand_in_the_order_of_the_rows() -> None:
    instrument = kepatuhan.load_instrument("ombudsman-2022")
    everything: dict[str, kepatuhan.Answer] = {
        i.id: "tidak" if i.id.startswith("O.") else i.scale.best  # type: ignore[union-attr]
        for i in instrument.indicators
    }
    unit = UnitAnswers("A", {**everything, "P.09": 2, "P.04": 2, "P.08": 2, "P.10": 2, "I.01": 2})
    plan, values = improvements(instrument, unit)
    assert named(plan, values) == ["P.04", "P.08", "P.09"]
    ranks = {row.component.id: values.get(plan.cell(RANK, row.row)) for row in plan.rows}
    assert [ranks[code] for code in ("P.04", "P.08", "P.09", "P.10", "I.01", "P.01")] == [1, 2, 3, 4, 5, ""]
    assert named(plan, values, GAIN) == [round(float(Fraction("32.37") / 11 / 3), 2)] * 3


def test_what_is_not_in_the_hands_of_the_unit_is_not_named() -> None:
    instrument = kepatuhan.load_instrument("ombudsman-2022")
    outside = {i.id for i in instrument.indicators if i.effort is None}
    assert outside == {f"O.0{number}" for number in range(1, 6)}
    in_hand = {i.id: i.scale.best for i in instrument.indicators if i.id not in outside}  # type: ignore[union-attr]
    plan, values = improvements(instrument, UnitAnswers("A", in_hand))
    assert named(plan, values) == ["", "", ""]
    rows = [row.row for row in plan.rows if row.component.id in outside]
    assert not {plan.cell(GAIN, row) for row in rows} & values.keys()


def test_where_nothing_is_in_the_hands_of_the_unit_nothing_is_said_of_it() -> None:
    plan = plan_form(kepatuhan.load_instrument("skm-2017"), None)
    assert not plan.improvement_rows
    assert GAIN not in plan.headings


def test_without_a_score_nobody_is_named() -> None:
    plan, values = improvements(kepatuhan.load_instrument("ombudsman-2022"), UnitAnswers("A", {}))
    assert named(plan, values) == ["", "", ""]
