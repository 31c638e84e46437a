"""Write the sheets of a matrix workbook: the answers of all units, their observations, and what is computed."""

from collections.abc import Sequence

from xlsxwriter.worksheet import Worksheet

from kepatuhan.instrument.model import Component, Indicator
from kepatuhan.messages import Words
from kepatuhan.scoring.answers import UnitAnswers
from kepatuhan.worksheets.answer_rules import Rule, allowed_text, matrix_rule
from kepatuhan.worksheets.book import write_answer
from kepatuhan.worksheets.computed import Shown
from kepatuhan.worksheets.form_plan import FILLED, MARK, UNIT, UNIT_TYPE, WEIGHT, column_letters
from kepatuhan.worksheets.form_plan import UNKNOWN as UNKNOWN_HEADING
from kepatuhan.worksheets.formula_text import in_sheet
from kepatuhan.worksheets.heights import row_height
from kepatuhan.worksheets.lists import Lists
from kepatuhan.worksheets.matrix_formulas import UNKNOWN, fits, observation_row_formulas, unknown_on, wrong_answer
from kepatuhan.worksheets.matrix_plan import (
    ANSWERS_SHEET,
    FIRST_ROW,
    HEADER_ROW,
    SECTION_ROW,
    TITLE_ROW,
    WORKINGS_SHEET,
    MatrixPlan,
    ObservationPlan,
)
from kepatuhan.worksheets.matrix_values import observations_of, points_shown
from kepatuhan.worksheets.styles import Styles
from kepatuhan.worksheets.unknown_answers import notice_formula, notice_text

_UNIT_WIDTH, _WIDTH = 30, 14
_OBSERVATION = "Observasi"
_TITLE_COLUMNS, _TITLE_SIZE = 10, 1.3
"""The title is written across so many columns; its letters are so much larger than others."""
_COLUMNS_ON_A_PAGE = 18
"""More would be too small to read on one page."""


class MatrixWriter:
    """Writes the sheets of one workbook."""

    def __init__(
        self,
        plan: MatrixPlan,
        units: Sequence[UnitAnswers],
        lists: Lists,
        styles: Styles,
        words: Words,
        notice: str = "",
    ) -> None:
        """``notice`` is what the workbook says of itself, on every sheet of answers."""
        self._notice = notice
        self._plan = plan
        self._units = units
        self._lists = lists
        self._styles = styles
        self._words = words

    def write_answers(self, sheet: Worksheet) -> None:
        """*Jawaban*: a row for every unit, a column for everything that is answered once."""
        plan, styles = self._plan, self._styles
        heads = [UNIT] + [UNIT_TYPE] * plan.has_types
        if plan.instrument.roll_up.by is not None:
            heads.append(plan.instrument.roll_up.by)
        self._write_headings(sheet, heads, plan.single, self._with_notice(self._words.text("worksheet.matrix.answers")))
        self._count_unknown(sheet, None)
        for row in plan.unit_rows:
            unit = self._unit(row)
            sheet.write_string(row - 1, 0, unit.unit, styles.remark)
            if plan.has_types:
                title = plan.instrument.unit_types[unit.type] if unit.type is not None else ""
                sheet.write_string(row - 1, 1, title, styles.remark)
            if plan.count_column is not None:
                write_answer(sheet, row, plan.count_column, unit.count, styles.answer)
            for column, indicator in enumerate(plan.single, start=plan.first_answer):
                given = observations_of(unit.answers.get(indicator.id))
                write_answer(sheet, row, column, given[0] if given else None, styles.answer)
        if plan.has_types:
            rule = {"validate": "list", "source": f"={self._lists.type_titles}"}
            sheet.data_validation(FIRST_ROW - 1, 1, plan.last_row - 1, 1, rule)
        for column, indicator in enumerate(plan.single, start=plan.first_answer):
            self._offer(sheet, indicator, column, plan.last_row, f"{WORKINGS_SHEET}!$B{FIRST_ROW}")
        self._set_up(sheet, len(heads), plan.first_answer + len(plan.single))

    def write_observations(self, sheet: Worksheet, observed: ObservationPlan) -> None:
        """A sheet of observations: a row for every respondent, officer or product."""
        styles = self._styles
        number = "Responden" if observed.kind == "responden" else _OBSERVATION
        title = self._words.text("worksheet.matrix.observations", kind=observed.kind)
        self._write_headings(sheet, [UNIT, number], observed.indicators, self._with_notice(title))
        self._count_unknown(sheet, observed)
        answers = [
            [observations_of(unit.answers.get(indicator.id)) for indicator in observed.indicators]
            for unit in self._units
        ]
        for row, place in enumerate(observed.rows, start=FIRST_ROW):
            sheet.write_string(row - 1, 0, self._units[place.unit].unit, styles.remark)
            sheet.write_number(row - 1, 1, place.number, styles.remark)
            for column, given in enumerate(answers[place.unit], start=3):
                content = given[place.number - 1] if place.number <= len(given) else None
                write_answer(sheet, row, column, content, styles.answer)
        for row in range(FIRST_ROW + len(observed.rows), observed.last_row + 1):
            for column in range(1, 3 + len(observed.indicators)):
                sheet.write_blank(row - 1, column - 1, None, styles.remark if column < 3 else styles.answer)
        names = {
            "validate": "list",
            "source": f"={ANSWERS_SHEET}!$A${FIRST_ROW}:$A${self._plan.last_row}",
            "ignore_blank": False,
            "error_title": self._words.text("worksheet.error_title"),
            "error_message": self._words.text("worksheet.matrix.unknown_unit"),
        }
        sheet.data_validation(FIRST_ROW - 1, 0, observed.last_row - 1, 0, names)
        criteria = f'={in_sheet(observed.workings, f"$A{FIRST_ROW}")}="{UNKNOWN}"'
        unknown = {"type": "formula", "criteria": criteria, "format": styles.wrong}
        sheet.conditional_format(FIRST_ROW - 1, 0, observed.last_row - 1, 0, unknown)
        for column, indicator in enumerate(observed.indicators, start=3):
            self._offer(sheet, indicator, column, observed.last_row, in_sheet(observed.workings, f"$B{FIRST_ROW}"))
        self._set_up(sheet, 2, 3 + len(observed.indicators))

    def write_points(self, sheet: Worksheet, observed: ObservationPlan) -> None:
        """The twin of a sheet of observations: the unit's position, and every answer in points."""
        plan, styles = self._plan, self._styles
        title = self._words.text("worksheet.matrix.points", sheet=observed.name)
        heads = [self._words.text("worksheet.matrix.row_of_unit"), UNIT_TYPE if plan.needs_types else ""]
        self._write_headings(sheet, heads, observed.indicators, title)
        types = [*plan.instrument.unit_types]
        for row in range(FIRST_ROW, observed.last_row + 1):
            place = observed.rows[row - FIRST_ROW] if row - FIRST_ROW < len(observed.rows) else None
            unit = self._units[place.unit] if place is not None else None
            for column, formula in observation_row_formulas(plan, observed, row, self._lists):
                shown: Shown = ""
                if column == 1:
                    shown = place.unit + 1 if place is not None else ""
                elif column == 2:
                    shown = types.index(unit.type) + 1 if unit is not None and unit.type is not None else 0
                elif unit is not None and place is not None:
                    indicator = observed.indicators[column - 3]
                    given = observations_of(unit.answers.get(indicator.id))
                    shown = points_shown(indicator, given[place.number - 1] if place.number <= len(given) else None)
                style = styles.text if column < 3 else styles.computed
                sheet.write_formula(row - 1, column - 1, formula, style, shown)
        self._set_up(sheet, 2, 3 + len(observed.indicators))
        sheet.hide()  # long, and of interest to few

    def write_workings(self, sheet: Worksheet, formulas: Sequence[tuple[str, str]], values: dict[str, Shown]) -> None:
        """*Hitungan*: a row for every unit, the three figures of every component."""
        plan, styles, words = self._plan, self._styles, self._words
        sheet.write_string(SECTION_ROW - 1, 0, words.text("worksheet.matrix.workings"), styles.title)
        sheet.write_string(HEADER_ROW - 1, 0, UNIT, styles.header)
        sheet.write_string(HEADER_ROW - 1, 1, UNIT_TYPE if plan.has_types else "", styles.header)
        labels = {
            "score": words.text("table.score"),
            "band": words.text("worksheet.band"),
            "zone": words.text("table.zone"),
            "answered": words.text("worksheet.answered"),
            "gap": words.text("table.gap", target=plan.instrument.target or 0),
            "mark": MARK,
        }
        for name, cell in plan.figure_cells(HEADER_ROW).items():
            sheet.write_string(cell, labels[name], styles.header)
        column = plan.filled_columns[0]
        leaves = [component for component in plan.scored if isinstance(component, Indicator)]
        blocks: list[tuple[str, str, Sequence[Component]]] = [
            (FILLED, "worksheet.matrix.filled", leaves),
            (WEIGHT, "worksheet.matrix.weight", plan.scored),
            (MARK, "worksheet.matrix.mark", plan.scored),
            (UNKNOWN_HEADING, "worksheet.matrix.unknown", plan.single),
        ]
        for heading, meaning, components in blocks:
            sheet.write_string(SECTION_ROW - 1, column - 1, words.text(meaning), styles.line)
            for component in components:
                sheet.write_string(TITLE_ROW - 1, column - 1, component.title, styles.text)
                sheet.write_string(HEADER_ROW - 1, column - 1, f"{heading} {component.id}", styles.header)
                column += 1
        first, last = plan.filled_columns
        whole = {
            f"{column_letters(number)}{row}" for number in (1, 2, *range(first, last + 1)) for row in plan.unit_rows
        }
        for cell, formula in formulas:
            style = styles.text if cell in whole else styles.computed
            sheet.write_formula(cell, formula, style, values[cell])
        sheet.set_row(TITLE_ROW - 1, 58)
        sheet.set_row(HEADER_ROW - 1, 32)
        sheet.set_column(0, 0, _UNIT_WIDTH)
        sheet.set_column(1, 1, 8, None, {} if plan.has_types else {"hidden": True})
        sheet.set_column(2, column, 12)
        band, last_figure = (plan.figure_cells(plan.last_row)[name] for name in ("band", "mark"))
        sheet.set_column(f"{band}:{band}", 22)
        self._protect(sheet, 1)
        sheet.fit_to_pages(1, 0)
        sheet.print_area(f"A1:{last_figure}")  # the rest is for following a number on the screen

    def _write_headings(
        self, sheet: Worksheet, heads: Sequence[str], indicators: Sequence[Indicator], title: str
    ) -> None:
        styles = self._styles
        columns = min(len(heads) + len(indicators), _TITLE_COLUMNS)
        if columns > 1:
            sheet.merge_range(SECTION_ROW - 1, 0, SECTION_ROW - 1, columns - 1, None, styles.wrapped_title)
        sheet.write_string(SECTION_ROW - 1, 0, title, styles.wrapped_title)
        room = _UNIT_WIDTH + _WIDTH * (columns - 1)
        sheet.set_row(SECTION_ROW - 1, row_height([(title, room / _TITLE_SIZE)]) * _TITLE_SIZE)
        for column, heading in enumerate(heads):
            sheet.write_string(HEADER_ROW - 1, column, heading, styles.header)
        for column, indicator in enumerate(indicators, start=len(heads)):
            text = f"{indicator.title}\n({allowed_text(indicator, self._words)})"  # never an id, nor "Unit"
            sheet.write_string(TITLE_ROW - 1, column, text, styles.text)
            sheet.write_string(HEADER_ROW - 1, column, indicator.id, styles.header)

    def _with_notice(self, title: str) -> str:
        return f"{title}. {self._notice}" if self._notice else title

    def _count_unknown(self, sheet: Worksheet, observed: ObservationPlan | None) -> None:
        """How many cells are red, above the names of the units."""
        formula = notice_formula(unknown_on(self._plan, observed), self._words)
        sheet.write_formula(TITLE_ROW - 1, 0, formula, self._styles.wrapped_notice, notice_text(0, self._words))

    def _offer(self, sheet: Worksheet, indicator: Indicator, column: int, last_row: int, type_cell: str) -> None:
        """The dropdown or the limits of a column; cells of units of other types turn grey and refuse answers."""
        condition = fits(self._plan, indicator, type_cell)
        first_cell = f"{column_letters(column)}{FIRST_ROW}"
        choices = self._lists.choices(indicator)
        rule: Rule = matrix_rule(indicator, choices, first_cell, condition, self._lists.nothing, self._words)
        sheet.data_validation(FIRST_ROW - 1, column - 1, last_row - 1, column - 1, rule)
        wrong = wrong_answer(self._plan, indicator, first_cell, type_cell)
        if wrong is not None:
            red = {"type": "formula", "criteria": f"={wrong}", "format": self._styles.wrong, "stop_if_true": True}
            sheet.conditional_format(FIRST_ROW - 1, column - 1, last_row - 1, column - 1, red)
        if condition is not None:
            closed = {"type": "formula", "criteria": f"=NOT({condition})", "format": self._styles.not_asked}
            sheet.conditional_format(FIRST_ROW - 1, column - 1, last_row - 1, column - 1, closed)

    def _set_up(self, sheet: Worksheet, heads: int, columns: int) -> None:
        sheet.fit_to_pages(-(-columns // _COLUMNS_ON_A_PAGE), 0)
        sheet.set_row(TITLE_ROW - 1, 86)
        sheet.set_row(HEADER_ROW - 1, 20)
        sheet.set_column(0, 0, _UNIT_WIDTH)
        sheet.set_column(1, 200, _WIDTH)
        self._protect(sheet, heads)

    @staticmethod
    def _protect(sheet: Worksheet, heads: int) -> None:
        sheet.freeze_panes(HEADER_ROW, heads)
        sheet.protect("", {"format_columns": True, "format_rows": True})
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        sheet.repeat_rows(SECTION_ROW - 1, HEADER_ROW - 1)
        sheet.repeat_columns(0, 0)
        sheet.set_footer("&L&8&A&R&8&P / &N")

    def _unit(self, row: int) -> UnitAnswers:
        position = row - FIRST_ROW
        return self._units[position] if position < len(self._units) else UnitAnswers("", {})
