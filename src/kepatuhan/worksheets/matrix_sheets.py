"""Write the sheets of a matrix workbook: the answers of all units, their observations, and what is computed."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from xlsxwriter.worksheet import Worksheet

from kepatuhan.instrument.model import Component, Indicator
from kepatuhan.messages import Words
from kepatuhan.scoring.answers import NotApplicable, Observations, UnitAnswers
from kepatuhan.worksheets.answer_rules import allowed_text
from kepatuhan.worksheets.book import write_answer
from kepatuhan.worksheets.computed import Shown
from kepatuhan.worksheets.corrections import NOTHING_TYPED, Side, Typed
from kepatuhan.worksheets.entries import AnswerCell
from kepatuhan.worksheets.form_plan import FILLED, MARK, SHARE, UNIT, UNIT_TYPE, WEIGHT, column_letters
from kepatuhan.worksheets.form_plan import UNKNOWN as UNKNOWN_HEADING
from kepatuhan.worksheets.formula_text import in_sheet
from kepatuhan.worksheets.heights import row_height
from kepatuhan.worksheets.lists import Lists
from kepatuhan.worksheets.matrix_columns import direct_heading, direct_score, offer_answers, offer_direct_scores
from kepatuhan.worksheets.matrix_formulas import UNKNOWN, observation_row_formulas, unknown_on, wrong_answer
from kepatuhan.worksheets.matrix_plan import (
    ANSWERS_SHEET,
    ANY_ROW,
    FIRST_ROW,
    HEADER_ROW,
    SECTION_ROW,
    TITLE_ROW,
    WORKINGS_SHEET,
    MatrixPlan,
    ObservationPlan,
    at_row,
)
from kepatuhan.worksheets.matrix_values import points_shown
from kepatuhan.worksheets.styles import Styles
from kepatuhan.worksheets.unknown_answers import notice_formula, notice_text
from kepatuhan.worksheets.wrong_cells import mark_wrong

_UNIT_WIDTH, _WIDTH = 30, 14
_OBSERVATION, _OBSERVATION_WEIGHT = "Observasi", "Bobot responden"
_TITLE_COLUMNS, _TITLE_SIZE = 10, 1.3
"""The title is written across so many columns; its letters are so much larger than others."""
_NOTHING = AnswerCell(None)
_ENDS = ("first_row", "last_row")
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
        typed: Typed = NOTHING_TYPED,
    ) -> None:
        """``notice`` is what the workbook says of itself, on its sheets of answers; ``typed`` is what is not scored."""
        self._typed = typed
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
        if plan.has_counts:
            heads.append(plan.instrument.roll_up.by or "")
        heads += map(direct_heading, plan.direct)
        self._set_up(sheet, len(heads), plan.first_answer + len(plan.single))
        title = self._with_notice(self._words.text("worksheet.matrix.answers"))
        unknown, wrong = self._typed.unknown_of(plan.single), self._words.text("worksheet.matrix.direct_wrong")
        self._write_headings(sheet, heads, plan.single, title, unknown_on(plan, None, wrong), unknown)
        for row in plan.unit_rows:
            unit = self._unit(row)
            entries, sides = self._typed.entries.get(unit.unit, {}), self._typed.sides.get(unit.unit, {})
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
        title = self._with_notice(self._words.text("worksheet.matrix.observations", kind=observed.kind))
        self._set_up(sheet, len(heads), first + len(observed.indicators))
        unknown = self._typed.unknown_of(observed.indicators)
        self._write_headings(sheet, heads, observed.indicators, title, unknown_on(self._plan, observed, ""), unknown)
        for row, place in enumerate(observed.rows, start=FIRST_ROW):
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

    def write_points(self, sheet: Worksheet, observed: ObservationPlan) -> None:
        """The twin of a sheet of observations: the unit's position, and every answer in points."""
        plan, styles = self._plan, self._styles
        title = self._words.text("worksheet.matrix.points", sheet=observed.name)
        heads = [self._words.text("worksheet.matrix.row_of_unit"), UNIT_TYPE if plan.needs_types else ""]
        if observed.has_weights:
            heads.append("")
        width = len(observed.indicators) * (1 + observed.has_weights)
        self._set_up(sheet, 2, observed.first_answer + width)
        self._write_headings(sheet, heads, observed.indicators * (1 + observed.has_weights), title)
        types = {name: number for number, name in enumerate(plan.instrument.unit_types, start=1)}
        by_column = {observed.column(indicator): indicator for indicator in observed.indicators}
        weighs = {observed.weight_column(indicator): indicator for indicator in observed.indicators}
        formulas = [
            (column, formula, styles.text if column < observed.first_answer else styles.computed)
            for column, formula in observation_row_formulas(plan, observed, self._lists)
        ]
        for row in range(FIRST_ROW, observed.last_row + 1):
            place = observed.rows[row - FIRST_ROW] if row - FIRST_ROW < len(observed.rows) else None
            unit = self._units[place.unit] if place is not None else None
            for column, formula, style in formulas:
                shown: Shown = ""
                if column == 1:
                    shown = place.unit + 1 if place is not None else ""
                elif column == 2:
                    shown = types[unit.type] if unit is not None and unit.type is not None else 0
                elif place is not None and column in by_column and by_column[column].id in place.complaints:
                    shown = UNKNOWN
                elif place is not None and column in by_column:
                    points = points_shown(by_column[column], place.answers.get(by_column[column].id))
                    shown = points * float(place.weight) if isinstance(points, float) else points
                elif place is not None:
                    answer = place.answers.get(weighs[column].id)
                    shown = "" if answer is None or isinstance(answer, NotApplicable) else float(place.weight)
                sheet.write_formula(row - 1, column - 1, at_row(formula, row), style, shown)
        sheet.hide()  # long, and of interest to few

    def write_workings(
        self, sheet: Worksheet, formulas: Sequence[tuple[str, str]], values: Iterable[dict[str, Shown]]
    ) -> None:
        """*Hitungan*: a row for every unit, the figures of every component; ``formulas`` and cells are for any row."""
        plan, styles, words = self._plan, self._styles, self._words
        figures = plan.figure_cells(ANY_ROW)
        labels = {
            "state": words.text("worksheet.matrix.state"),
            "score": words.text("table.score"),
            "band": words.text("worksheet.band"),
            "zone": words.text("table.zone"),
            "remark": words.text("table.remark"),
            "answered": words.text("worksheet.answered"),
            "gap": words.text("table.gap", target=plan.instrument.target or 0),
            "mark": MARK,
        }
        heads = [UNIT, UNIT_TYPE if plan.has_types else "", *(labels[name] for name in figures)]
        leaves = [component for component in plan.scored if isinstance(component, Indicator)]
        blocks: list[tuple[str, str, Sequence[Component]]] = [
            (FILLED, "worksheet.matrix.filled", leaves),
            (WEIGHT, "worksheet.matrix.weight", plan.scored),
            (MARK, "worksheet.matrix.mark", plan.scored),
            *([(SHARE, "worksheet.matrix.share", plan.scored)] if plan.has_shares else []),
            (UNKNOWN_HEADING, "worksheet.matrix.unknown", plan.single),
        ]
        sheet.set_row(TITLE_ROW - 1, 58)
        sheet.set_row(HEADER_ROW - 1, 32)
        sheet.set_column(0, 0, _UNIT_WIDTH)
        sheet.set_column(1, 1, 8, None, {} if plan.has_types else {"hidden": True})
        columns = len(heads) + sum(len(components) for _, _, components in blocks) + 2 * len(plan.observations)
        sheet.set_column(2, columns, 12)
        for wide in ("state", "band"):
            sheet.set_column(f"{figures[wide].strip(ANY_ROW)}:{figures[wide].strip(ANY_ROW)}", 22)
        self._protect(sheet, 1)
        sheet.fit_to_pages(1, 0)
        sheet.print_area(f"A1:{at_row(figures['mark'], plan.last_row)}")  # the rest is for following a number
        sheet.write_string(SECTION_ROW - 1, 0, words.text("worksheet.matrix.workings"), styles.title)
        column = len(heads)
        for _, meaning, components in blocks:
            sheet.write_string(SECTION_ROW - 1, column, words.text(meaning), styles.line)
            column += len(components)
        parts = [(heading, component) for heading, _, components in blocks for component in components]
        for column, (_, component) in enumerate(parts, start=len(heads)):
            sheet.write_string(TITLE_ROW - 1, column, component.title, styles.text)
        ends = [words.text(f"worksheet.matrix.{end}", sheet=of.name) for of in plan.observations for end in _ENDS]
        for column, heading in enumerate([*heads, *(f"{heading} {part.id}" for heading, part in parts), *ends]):
            sheet.write_string(HEADER_ROW - 1, column, heading, styles.header)
        cells = {f"{column_letters(column)}{ANY_ROW}": column for column in range(1, columns + 1)}
        first, last = plan.filled_columns
        whole = {1, 2, *range(first, last + 1), *range(columns - len(ends) + 1, columns + 1)}
        ordered = sorted((cells[cell], cell, formula) for cell, formula in formulas)
        styled = [(c - 1, cell, f, styles.text if c in whole else styles.computed) for c, cell, f in ordered]
        for row, shown in zip(plan.unit_rows, values, strict=True):
            number = str(row)
            for column, cell, formula, style in styled:
                sheet.write_formula(row - 1, column, formula.replace(ANY_ROW, number), style, shown[cell])

    def _write_headings(
        self,
        sheet: Worksheet,
        heads: Sequence[str],
        indicators: Sequence[Indicator],
        title: str,
        unknown: str = "",
        count: int = 0,
    ) -> None:
        """The three rows at the top; ``unknown`` counts the red cells (``count`` now), said above the units."""
        styles, words = self._styles, self._words
        columns = min(len(heads) + len(indicators), _TITLE_COLUMNS)
        room = _UNIT_WIDTH + _WIDTH * (columns - 1)
        sheet.set_row(SECTION_ROW - 1, row_height([(title, room / _TITLE_SIZE)]) * _TITLE_SIZE)
        if columns > 1:
            sheet.merge_range(SECTION_ROW - 1, 0, SECTION_ROW - 1, columns - 1, None, styles.wrapped_title)
        sheet.write_string(SECTION_ROW - 1, 0, title, styles.wrapped_title)
        if unknown:
            formula = notice_formula(unknown, words)
            sheet.write_formula(TITLE_ROW - 1, 0, formula, styles.wrapped_notice, notice_text(count, words))
        for column, indicator in enumerate(indicators, start=len(heads)):
            text = f"{indicator.title}\n({allowed_text(indicator, words)})"  # never an id, nor "Unit"
            sheet.write_string(TITLE_ROW - 1, column, text, styles.text)
        for column, heading in enumerate([*heads, *(indicator.id for indicator in indicators)]):
            sheet.write_string(HEADER_ROW - 1, column, heading, styles.header)

    def _write_side(self, sheet: Worksheet, row: int, column: int, cell: AnswerCell, style: object) -> None:
        write_answer(sheet, row, column, cell.content, style)
        mark_wrong(sheet, row, column, cell, self._styles, is_red=False)

    def _write_typed(self, sheet: Worksheet, row: int, column: int, cell: AnswerCell, indicator: Indicator) -> None:
        """An answer cell as it was typed; what is wrong mostly turns red by itself, see :func:`offer_answers`."""
        write_answer(sheet, row, column, cell.content, self._styles.answer)
        is_red = bool(cell.complaint) and wrong_answer(self._plan, indicator, "A1", "B1") is not None
        mark_wrong(sheet, row, column, cell, self._styles, is_red=is_red)

    def _with_notice(self, title: str) -> str:
        return f"{title}. {self._notice}" if self._notice else title

    def _offer(self, sheet: Worksheet, indicator: Indicator, column: int, last_row: int, type_cell: str) -> None:
        style = self._styles.wrong, self._styles.not_asked
        offer_answers(sheet, self._plan, self._lists, style, self._words, indicator, column, last_row, type_cell)

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
