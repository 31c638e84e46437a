"""What every formula of a unit's sheet shows, from the scorer: stored beside the formulas.

Previews, phones and Excel's Protected View do not compute; they show what is stored.
"""

from collections.abc import Iterator
from fractions import Fraction

from kepatuhan.instrument.model import Indicator
from kepatuhan.scoring.answers import Answer, NotApplicable, Observations, UnitAnswers
from kepatuhan.scoring.results import ComponentResult, Status, UnitResult
from kepatuhan.worksheets.form_plan import FILLED, MARK, WEIGHT, FormPlan
from kepatuhan.worksheets.formulas import figure_cells
from kepatuhan.worksheets.lists import band_name
from kepatuhan.worksheets.scoring_formulas import LEFT_OUT, FigureWords

Shown = str | float | int
"""What a formula shows."""


def form_values(plan: FormPlan, answers: UnitAnswers, result: UnitResult, words: FigureWords) -> dict[str, Shown]:
    """What the formulas of the sheet show for these answers, by cell: one for each of ``form_formulas``."""
    values = figure_values(figure_cells(plan), result, words)
    parts = {part.component.id: part for top in result.components for part in top.walk()}
    for row in plan.rows:
        if row.is_scored:
            part = parts[row.component.id]
            if isinstance(row.component, Indicator):
                values[plan.cell(FILLED, row.row)] = filled_value(answers.answers.get(row.component.id))
            values[plan.cell(WEIGHT, row.row)] = float(part.weight) if part.points else 0
            values[plan.cell(MARK, row.row)] = float(mark_value(part))
    return values


def mark_value(part: ComponentResult) -> Fraction:
    """The mark that a component shows: 0 when it left the tree."""
    return part.mark.exact if part.mark is not None else Fraction(0)


def filled_value(answer: Answer | None) -> Shown:
    """What *Terisi* shows of an indicator."""
    if isinstance(answer, NotApplicable):
        return LEFT_OUT
    if isinstance(answer, Observations):
        return len(answer.values)
    return 0 if answer is None else 1


def figure_values(cells: dict[str, str], result: UnitResult, words: FigureWords) -> dict[str, Shown]:
    """What the figures of a whole unit show, by their cells."""
    return dict(_figures(cells, result, words))


def _figures(cells: dict[str, str], result: UnitResult, words: FigureWords) -> Iterator[tuple[str, Shown]]:
    yield cells["mark"], "" if result.mark is None else float(result.mark.exact)
    yield cells["score"], score_text(result, words)
    yield cells["answered"], f"{result.answered} {words.of} {result.answered + result.blank}"
    yield cells["band"], band_name(result.band)
    if "zone" in cells:
        yield cells["zone"], result.band.zone or "" if result.band else ""
    if "gap" in cells:
        yield cells["gap"], "" if result.gap is None else float(result.gap)


def score_text(result: UnitResult, words: FigureWords) -> Shown:
    """The score, or why there is none."""
    if result.score is not None:
        return float(result.score)
    return words.not_assessed if result.status is Status.NOT_ASSESSED else words.not_filled_in
