"""Write the sheets of a matrix workbook that hold answers: those of all units, and their observations."""

from fractions import Fraction

from xlsxwriter.worksheet import Worksheet

from kepatuhan.instrument.model import Indicator
from kepatuhan.scoring.answers import Observations, UnitAnswers
from kepatuhan.worksheets.book import write_answer
from kepatuhan.worksheets.corrections import Side
from kepatuhan.worksheets.entries import AnswerCell
from kepatuhan.worksheets.form_plan import UNIT, UNIT_TYPE
from kepatuhan.worksheets.formula_text import in_sheet
from kepatuhan.worksheets.matrix_columns import direct_heading, direct_score, offer_answers, offer_direct_scores
from kepatuhan.worksheets.matrix_formulas import UNKNOWN, wrong_answer
from kepatuhan.worksheets.matrix_frame import MatrixFrame
from kepatuhan.worksheets.matrix_notice import unknown_on
from kepatuhan.worksheets.matrix_plan import (
    ANSWERS_SHEET,
    FIRST_ROW,
    WORKINGS_SHEET,
    ObservationPlan,
)
from kepatuhan.worksheets.wrong_cells import mark_wrong

_OBSERVATION, _OBSERVATION_WEIGHT = "Observasi", "Bobot responden"
_NOTHING = AnswerCell(None)


class AnswersWriter:
    """Writes the sheets of answers of one workbook."""

    def __init__(self, frame: MatrixFrame) -> None:
        self._frame = frame
        self._plan = frame.plan
        self._units = frame.units
        self._lists = frame.lists
        self._styles = frame.styles
        self._words = frame.words
        self._typed = frame.typed

    def write_answers(self, sheet: Worksheet) -> None:
        """*Jawaban*: a row for every unit, a column for everything that is answered once."""
        plan, styles = self._plan, self._styles
        heads = [UNIT] + [UNIT_TYPE] * plan.has_types
        if plan.has_counts:
            heads.append(plan.instrument.roll_up.by or "")
        heads += map(direct_heading, plan.direct)
        self._frame.set_up(sheet, len(heads), plan.first_answer + len(plan.single))
        title = self._frame.with_notice(self._words.text("worksheet.matrix.answers"))
        unknown, wrong = self._typed.unknown_of(plan.single), self._words.text("worksheet.matrix.direct_wrong")
        self._frame.write_headings(sheet, heads, plan.single, title, unknown_on(plan, None, wrong), unknown)
        for row in plan.unit_rows:
            unit = self._unit(row)
            entries, sides = self._typed.entries.get(unit.unit, {}), self._typed.sides.get(unit.unit, {})
            self._frame.make_room(sheet, row, unit.unit)
            sheet.write_string(row - 1, 0, unit.unit, styles.remark)
            mark_wrong(sheet, row, 1, sides.get(Side.NAME, _NOTHING), styles, is_red=False)
            if plan.has_types:
                title = plan.instrument.unit_types[unit.type] if unit.type is not None else ""
                self._write_side(sheet, row, 2, sides.get(Side.TYPE, AnswerCell(title)), styles.remark)
            if plan.count_column is not None:
                count = sides.get(Side.COUNT, AnswerCell(unit.count))
                self._write_side(sheet, row, plan.count_column, count, styles.answer)
            for column, given in enumerate(plan.direct, start=plan.first_direct):
                write_answer(sheet, row, column, direct_score(given, unit), styles.answer)
            for column, indicator in enumerate(plan.single, start=plan.first_answer):
                entry, answer = entries.get(indicator.id), unit.answers.get(indicator.id)
                assert not isinstance(answer, Observations), "what is observed has a sheet of its own"
                if entry is None or not entry.answers:
                    write_answer(sheet, row, column, answer, styles.answer)
                else:
                    (cell,) = entry.answers
                    self._write_typed(sheet, row, column, cell, indicator)
        if plan.has_types:
            rule = {"validate": "list", "source": f"={self._lists.type_titles}"}
            sheet.data_validation(FIRST_ROW - 1, 1, plan.last_row - 1, 1, rule)
        for column, given in enumerate(plan.direct, start=plan.first_direct):
            offer_direct_scores(sheet, plan, given, column, styles.wrong, self._words)
        for column, indicator in enumerate(plan.single, start=plan.first_answer):
            self._offer(sheet, indicator, column, plan.last_row, f"{WORKINGS_SHEET}!$B{FIRST_ROW}")

    def write_observations(self, sheet: Worksheet, observed: ObservationPlan) -> None:
        """A sheet of observations: a row for every respondent, officer or product."""
        styles = self._styles
        heads = [UNIT, "Responden" if observed.kind == "responden" else _OBSERVATION]
        if observed.has_weights:
            heads.append(_OBSERVATION_WEIGHT)
        first = observed.first_answer
        title = self._frame.with_notice(self._words.text("worksheet.matrix.observations", kind=observed.kind))
        self._frame.set_up(sheet, len(heads), first + len(observed.indicators))
        unknown = self._typed.unknown_of(observed.indicators)
        self._frame.write_headings(
            sheet, heads, observed.indicators, title, unknown_on(self._plan, observed, ""), unknown
        )
        for row, place in enumerate(observed.rows, start=FIRST_ROW):
            self._frame.make_room(sheet, row, self._units[place.unit].unit)
            sheet.write_string(row - 1, 0, self._units[place.unit].unit, styles.remark)
            sheet.write_number(row - 1, 1, place.number, styles.remark)
            if observed.has_weights:
                sheet.write_number(row - 1, 2, float(Fraction(place.weight)), styles.remark)
            for column, indicator in enumerate(observed.indicators, start=first):
                answer, complaint = place.answers.get(indicator.id), place.complaints.get(indicator.id, "")
                if complaint:
                    self._write_typed(sheet, row, column, AnswerCell(answer, complaint), indicator)
                else:
                    write_answer(sheet, row, column, answer, styles.answer)
        for row in range(FIRST_ROW + len(observed.rows), observed.last_row + 1):
            for column in range(1, first + len(observed.indicators)):
                sheet.write_blank(row - 1, column - 1, None, styles.remark if column < first else styles.answer)
        names = {
            "validate": "list",
            "source": f"={ANSWERS_SHEET}!$A${FIRST_ROW}:$A${self._plan.last_row}",
            "ignore_blank": False,
            "error_title": self._words.text("worksheet.error_title"),
            "error_message": self._words.text("worksheet.matrix.unknown_unit"),
        }
        sheet.data_validation(FIRST_ROW - 1, 0, observed.last_row - 1, 0, names)
        is_unknown = f'={in_sheet(observed.workings, f"$A{FIRST_ROW}")}="{UNKNOWN}"'
        red = {"type": "formula", "criteria": is_unknown, "format": styles.wrong}
        sheet.conditional_format(FIRST_ROW - 1, 0, observed.last_row - 1, 0, red)
        for column, indicator in enumerate(observed.indicators, start=first):
            self._offer(sheet, indicator, column, observed.last_row, in_sheet(observed.workings, f"$B{FIRST_ROW}"))

    def _write_side(self, sheet: Worksheet, row: int, column: int, cell: AnswerCell, style: object) -> None:
        write_answer(sheet, row, column, cell.content, style)
        mark_wrong(sheet, row, column, cell, self._styles, is_red=False)

    def _write_typed(self, sheet: Worksheet, row: int, column: int, cell: AnswerCell, indicator: Indicator) -> None:
        """An answer cell as it was typed; what is wrong mostly turns red by itself, see :func:`offer_answers`."""
        write_answer(sheet, row, column, cell.content, self._styles.answer)
        is_red = bool(cell.complaint) and wrong_answer(self._plan, indicator, "A1", "B1") is not None
        mark_wrong(sheet, row, column, cell, self._styles, is_red=is_red)

    def _offer(self, sheet: Worksheet, indicator: Indicator, column: int, last_row: int, type_cell: str) -> None:
        style = self._styles.wrong, self._styles.not_asked
        offer_answers(sheet, self._plan, self._lists, style, self._words, indicator, column, last_row, type_cell)

    def _unit(self, row: int) -> UnitAnswers:
        position = row - FIRST_ROW
        return self._units[position] if position < len(self._units) else UnitAnswers("", {})
