"""What the formulas of a matrix workbook show, from the scorer: stored beside them."""

from kepatuhan.exact import Exact
from kepatuhan.instrument.model import Indicator, OptionScale
from kepatuhan.scoring.answers import Answer, NotApplicable, Observations, UnitAnswers, Value
from kepatuhan.scoring.results import UnitResult
from kepatuhan.worksheets.computed import Shown, figure_values, filled_value, mark_value
from kepatuhan.worksheets.matrix_plan import MatrixPlan
from kepatuhan.worksheets.scoring_formulas import LEFT_OUT, FigureWords, Part


def unit_row_values(
    plan: MatrixPlan, row: int, unit: UnitAnswers, result: UnitResult, words: FigureWords
) -> dict[str, Shown]:
    """What one row of *Hitungan* shows; a spare row is that of a unit without a name."""
    values: dict[str, Shown] = {f"A{row}": unit.unit}
    if plan.has_types:
        values[f"B{row}"] = 1 + [*plan.instrument.unit_types].index(unit.type) if unit.type is not None else 0
    figures = plan.figure_cells(row)
    shown = figure_values(figures, result, words)
    values.update({cell: shown[cell] if unit.unit else "" for cell in figures.values()})
    results = {part.component.id: part for top in result.components for part in top.walk()}

    def add(part: Part) -> None:
        found = results.get(part.component.id)
        if part.filled:
            values[part.filled] = LEFT_OUT if found is None else filled_value(unit.answers.get(part.component.id))
        values[part.weight] = float(found.weight) if found is not None and found.points else 0
        values[part.mark] = float(mark_value(found)) if found is not None else 0
        for child in part.children:
            add(child)

    for top in plan.parts(row):
        add(top)
    values.update({plan.unknown(indicator, row): 0 for indicator in plan.single})
    return values


def observations_of(answer: Answer | None) -> tuple[Value | NotApplicable, ...]:
    """What an answer puts into the rows of a unit, from the first one on."""
    if answer is None:
        return ()
    return answer.values if isinstance(answer, Observations) else (answer,)


def points_shown(indicator: Indicator, value: Value | NotApplicable | None) -> Shown:
    """What the twin of a sheet of observations shows for an answer."""
    if value is None:
        return ""
    if isinstance(value, NotApplicable):
        return LEFT_OUT
    points: Value | Exact = value
    if isinstance(indicator.scale, OptionScale) and isinstance(value, str):
        points = indicator.scale.options[value]
    return float(points)
