"""Formulas say the scoring rules, exactly as the instrument does."""

from hypothesis import given

import kepatuhan
from kepatuhan.instrument.model import Indicator, Instrument
from kepatuhan.scoring.answers import UnitAnswers
from kepatuhan.worksheets.computed import form_values
from kepatuhan.worksheets.form_plan import plan_form
from kepatuhan.worksheets.formulas import figure_cells, form_formulas
from kepatuhan.worksheets.lists import make_lists
from kepatuhan.worksheets.scoring_formulas import FigureWords
from tests.scoring.strategies import assessed_units

WORDS = FigureWords("belum diisi", "tidak dinilai", "dari")


def formulas_by_code(name: str, heading: str) -> dict[str, str]:
    plan = plan_form(kepatuhan.load_instrument(name), None)
    formulas = form_formulas(plan, make_lists(plan.instrument), WORDS)
    return {row.component.id: formulas[plan.cell(heading, row.row)] for row in plan.rows if row.is_scored}


def test_weights_are_exact() -> None:
    assert formulas_by_code("skm-2017", "Bobot")["U1"] == "=1/9"
    weights = formulas_by_code("ombudsman-2022", "Bobot")
    assert weights["I.01"] == "=12.22"
    assert weights["kompetensi-pelaksana"] == "=SUM(M12:M17)"
    assert weights["input"] == "=IF(SUM(M11,M18)=0,0,21.85)"


def test_a_mark_is_read_as_the_method_says_it() -> None:
    marks = formulas_by_code("ombudsman-2022", "Capaian")
    assert marks["I.01"] == ('=IF(L12>0,(SUMPRODUCT((TRIM(D12:H12&"")=Daftar!$C$2:$C$5)*Daftar!$D$2:$D$5)/L12)/3,0)')
    assert formulas_by_code("skm-2017", "Capaian")["U1"].endswith("/L6)/4,0.25)")
    assert formulas_by_code("ombudsman-2022", "Capaian")["O.01"] == (
        '=IF(L44>0,SUMPRODUCT((TRIM(D44:H44&"")=Daftar!$F$2:$F$9)*Daftar!$G$2:$G$9)/L44/1,0)'
    )


def test_an_indicator_that_is_not_applicable_leaves_the_tree() -> None:
    assert formulas_by_code("ombudsman-2025", "Bobot")["O.02"] == '=IF(L23="tb",0,1)'
    assert formulas_by_code("ombudsman-2025", "Capaian")["O.02"].startswith('=IF(L23="tb",0,IF(L23>0,')


@given(assessed_units(direct=False))
def test_every_formula_has_its_value_whatever_the_instrument(assessed: tuple[Instrument, UnitAnswers]) -> None:
    instrument, unit = assessed
    plan = plan_form(instrument, unit.type)
    (result,) = kepatuhan.score(instrument, [unit]).units
    values = form_values(plan, unit, result, WORDS)
    assert values.keys() == form_formulas(plan, make_lists(instrument), WORDS).keys()
    score = values[figure_cells(plan)["score"]]
    assert score == float(result.score) if result.score is not None else isinstance(score, str)
    shown = {row.component.id for row in plan.rows if isinstance(row.component, Indicator)}
    assert shown == {indicator.id for indicator in instrument.indicators if indicator.fits(unit.type)}
