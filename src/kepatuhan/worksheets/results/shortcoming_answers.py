"""What is answered, as the sheet "Kekurangan" shows it: a formula for any row of *Hitungan*, and its value now.

Several observations are shown as their mean in points of the scale; where the answers are words, by how many gave each.
"""

from collections.abc import Mapping
from fractions import Fraction

from kepatuhan.exact import Exact, round_half_up
from kepatuhan.instrument.model import Component, Indicator, NumberScale, OptionScale
from kepatuhan.messages import Words
from kepatuhan.scoring.answers import NOT_APPLICABLE, Answer, Observations, UnitAnswers
from kepatuhan.worksheets.computed import Shown
from kepatuhan.worksheets.formula_text import number_text, quoted_text
from kepatuhan.worksheets.matrix_plan import ANY_ROW, FIRST_ROW, WORKINGS_SHEET, MatrixPlan, ObservationPlan, Span
from kepatuhan.worksheets.scoring_formulas import LEFT_OUT, Part
from kepatuhan.worksheets.sentences import rounded_text, sentence_formula
from kepatuhan.worksheets.unit_observations import Rows

_DECIMALS = 2
_BETWEEN = ", "


class AnswerTexts:
    """What is answered, for the units of one workbook."""

    def __init__(self, plan: MatrixPlan, words: Words) -> None:
        self._plan = plan
        self._words = words
        self._sheets = {indicator.id: sheet for sheet in plan.observations for indicator in sheet.indicators}

    def formula(self, part: Part) -> str:
        """What is answered, or the score that is given directly."""
        blank, left_out = (quoted_text(self._words.text(f"results.{name}")) for name in ("blank", "left_out"))
        if not isinstance(part.component, Indicator):
            assert part.direct is not None
            cell = fixed_in(part.direct.cell)
            return f"=IF(COUNT({cell})=0,{blank},{cell})"
        filled = in_workings(part.filled)
        given = self._given(part, part.component)
        answer = f'IF({filled}="{LEFT_OUT}",{left_out},IF({filled}=0,{blank},{given}))'
        if part.direct is not None:
            cell = fixed_in(part.direct.cell)
            answer = f"IF(COUNT({cell})=1,{cell},{answer})"
        return f"={answer}"

    def shown(self, component: Component, unit: UnitAnswers) -> Shown:
        """What the formula shows for a unit now."""
        direct = unit.direct.get(component.id)
        if direct is not None:
            most = next(column.most for column in self._plan.direct if column.id == component.id)
            return float(Fraction(direct.value) * Fraction(most) / Fraction(direct.most))
        answer: Answer | None = unit.answers.get(component.id)
        if answer is None:
            return self._words.text("results.blank")
        if answer is NOT_APPLICABLE:
            return self._words.text("results.left_out")
        if component.id in self._sheets:
            assert isinstance(component, Indicator)
            return self._observed(component, self._sheets[component.id], answer)
        assert isinstance(answer, str | int | Fraction)
        return answer if isinstance(answer, str) else float(answer)

    def _given(self, part: Part, indicator: Indicator) -> str:
        scale, sheet = indicator.scale, self._sheets.get(indicator.id)
        if sheet is None:
            return fixed_in(self._plan.answer(indicator, ANY_ROW))
        mark = in_workings(part.mark)
        if isinstance(scale, NumberScale):
            return f"ROUND({mark}*{number_text(scale.best - scale.zero)}+{number_text(scale.zero)},{_DECIMALS})"
        most = max(scale.options.values())
        if sheet.has_weights:
            facts = {"average": rounded_text(f"{mark}*{number_text(most)}", _DECIMALS), "most": self._number(most)}
            return sentence_formula(self._words, "results.answer_mean", facts)
        span = Span(*(in_workings(cell) for cell in self._plan.span(sheet, ANY_ROW)))
        rows = Rows(sheet, sheet.column(indicator), span, f"{ANY_ROW}-{FIRST_ROW - 1}")
        parts = []
        for points, name in _by_points(scale).items():
            count = rows.how_many(number_text(points))
            parts.append(f'IF({count}>0,"{_BETWEEN}"&{count}&{quoted_text(f" {name}")},"")')
        return f"MID({'&'.join(parts)},{len(_BETWEEN) + 1},999)"

    def _observed(self, indicator: Indicator, sheet: ObservationPlan, answer: Answer) -> Shown:
        values = answer.values if isinstance(answer, Observations) else (answer,)
        weights = answer.weights if isinstance(answer, Observations) and answer.weights else (1,) * len(values)
        scale = indicator.scale
        if isinstance(scale, OptionScale) and not sheet.has_weights:
            given = [scale.options[value] for value in values if isinstance(value, str)]
            names = _by_points(scale).items()
            return _BETWEEN.join(f"{given.count(points)} {name}" for points, name in names if points in given)
        total = Fraction(0)
        for value, weight in zip(values, weights, strict=True):
            points = scale.options[value] if isinstance(scale, OptionScale) and isinstance(value, str) else value
            assert isinstance(points, int | Fraction)
            total += Fraction(points) * Fraction(weight)
        exact = total / Fraction(sum(map(Fraction, weights), Fraction(0)))
        mean = round_half_up(exact.numerator, exact.denominator, _DECIMALS)
        if isinstance(scale, OptionScale):
            return self._words.text("results.answer_mean", average=mean, most=max(scale.options.values()))
        return float(mean)

    def _number(self, value: Exact) -> str:
        return quoted_text(self._words.number(value))


def _by_points(scale: OptionScale) -> Mapping[Exact, str]:
    """The options by what they are worth, the best first; those worth the same are told together."""
    names: dict[Exact, list[str]] = {}
    for option, points in scale.options.items():
        names.setdefault(points, []).append(option)
    return {points: "/".join(names[points]) for points in sorted(names, reverse=True)}


def in_workings(cell: str) -> str:
    """How the list refers to a cell of *Hitungan*; it may be sorted, and must not follow its rows."""
    return f"{WORKINGS_SHEET}!{_fixed(cell)}"


def fixed_in(reference: str) -> str:
    """The same for a cell of any other sheet."""
    sheet, _, cell = reference.rpartition("!")
    return f"{sheet}!{_fixed(cell)}"


def _fixed(cell: str) -> str:
    """A cell such as ``AB4`` as ``$AB$4``."""
    letters = cell.rstrip("0123456789" + ANY_ROW)
    return f"${letters}${cell[len(letters) :]}"
