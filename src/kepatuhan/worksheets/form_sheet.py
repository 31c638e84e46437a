"""Write the sheet of one unit: the figures so far at the top, then a row for every indicator, with its answer cells."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from xlsxwriter.worksheet import Worksheet

from kepatuhan.instrument.model import NOT_APPLICABLE_WORD, Component, Indicator
from kepatuhan.messages import Words
from kepatuhan.scoring.answers import UnitAnswers
from kepatuhan.worksheets.answer_rules import allowed_text, answer_rule, count_rule, evidence_rule, name_rule
from kepatuhan.worksheets.book import write_answer
from kepatuhan.worksheets.computed import Shown
from kepatuhan.worksheets.corrections import Side, Sides
from kepatuhan.worksheets.entries import AnswerCell, Entry
from kepatuhan.worksheets.form_plan import (
    ANSWER,
    CODE,
    EVIDENCE,
    FILLED,
    GAIN,
    INDICATOR,
    LINE_ROW,
    MARK,
    MEANING,
    NOTE,
    QUESTION,
    RANK,
    REMEDY,
    SHARE,
    UNIT,
    UNIT_ROW,
    UNIT_TYPE,
    UNKNOWN,
    WEIGHT,
    FormPlan,
    FormRow,
    answer_cells,
    may_be_improved,
)
from kepatuhan.worksheets.formula_text import absolute, in_row
from kepatuhan.worksheets.formulas import figure_cells
from kepatuhan.worksheets.heights import row_height
from kepatuhan.worksheets.improvements import improvement_cells
from kepatuhan.worksheets.lists import Lists
from kepatuhan.worksheets.styles import Styles
from kepatuhan.worksheets.unknown_answers import notice_cell, unknown
from kepatuhan.worksheets.wrong_cells import mark_wrong

_WIDTHS = {
    **{CODE: 10, INDICATOR: 28, QUESTION: 34, MEANING: 42, EVIDENCE: 20, NOTE: 18, FILLED: 7, WEIGHT: 8, MARK: 9},
    **{UNKNOWN: 8, SHARE: 9, GAIN: 10, RANK: 8, REMEDY: 46},
}
_ANSWER_WIDTH, _ONLY_ANSWER_WIDTH = 11, 16
_NAME_HEIGHT = 24
_NAME_SIZE, _TEXT_SIZE = 15, 10
"""The letters of the unit's name, which are bold, and those of the table."""
_A4 = 9
_NOTICE = "Keterangan"
"""A label that the reader of workbooks knows, in every language."""
_NONE: Sides = MappingProxyType({})
_NOTHING = AnswerCell(None)
_PROTECTION = {"format_columns": True, "format_rows": True}


class FormWriter:
    """Writes one sheet; ``formulas`` and ``values`` are by cell, one of each for every computed cell."""

    def __init__(
        self,
        sheet: Worksheet,
        plan: FormPlan,
        lists: Lists,
        styles: Styles,
        words: Words,
        formulas: dict[str, str],
        values: dict[str, Shown],
    ) -> None:
        self._sheet = sheet
        self._plan = plan
        self._lists = lists
        self._styles = styles
        self._words = words
        self._formulas = formulas
        self._values = values

    def write(self, unit: UnitAnswers, entries: Mapping[str, Entry], notice: str = "", sides: Sides = _NONE) -> None:
        """Write everything that the sheet of ``unit`` holds; ``entries`` are by the ids of indicators.

        ``sides`` are cells beside the answers that hold something wrong.
        """
        sheet, plan, styles = self._sheet, self._plan, self._styles
        name_width = self._width(INDICATOR) + self._width(QUESTION)
        height = max(_NAME_HEIGHT, row_height([(unit.unit, name_width)], _NAME_SIZE))
        if notice:  # behind a label, so that it is never taken for the unit's name
            text, first, last = f"{_NOTICE}: {notice}", plan.column(ANSWER), plan.column(NOTE)
            self._merge(UNIT_ROW, first, last, styles.wrapped_notice)
            sheet.write_string(UNIT_ROW - 1, first - 1, text, styles.wrapped_notice)
            room = sum(self._width(heading) for heading in plan.headings[first - 1 : last])
            height = max(height, row_height([(text, room)]))
        sheet.set_row(UNIT_ROW - 1, height)
        sheet.write_string(UNIT_ROW - 1, 0, UNIT, styles.title)
        sheet.merge_range(UNIT_ROW - 1, 1, UNIT_ROW - 1, 2, None, styles.name)
        sheet.write_string(UNIT_ROW - 1, 1, unit.unit, styles.name)
        sheet.data_validation(UNIT_ROW - 1, 1, UNIT_ROW - 1, 1, name_rule(self._words))
        if plan.type_row is not None and unit.type is not None:
            title = plan.instrument.unit_types[unit.type]
            sheet.write_string(plan.type_row - 1, 0, f"{UNIT_TYPE}: {title}", styles.line)
        self._merge(LINE_ROW, plan.column(ANSWER), plan.column(NOTE), styles.notice)
        self._compute(notice_cell(plan), styles.notice)
        self._write_count(unit, sides.get(Side.COUNT))
        mark_wrong(sheet, UNIT_ROW, 2, sides.get(Side.NAME, _NOTHING), styles, is_red=False)
        self._write_figures()
        self._write_improvements()
        for column, heading in enumerate(plan.headings):
            sheet.write_string(plan.header_row - 1, column, heading, styles.header)
        for row in plan.rows:
            if isinstance(row.component, Indicator):
                entry = entries.get(row.component.id, Entry())
                self._write_indicator(row, row.component, entry, unit)
            else:
                self._write_group(row)
        self._set_up()

    def _write_count(self, unit: UnitAnswers, wrong: AnswerCell | None) -> None:
        """The cell of what a weighted roll-up counts, where there is one."""
        by, row = self._plan.instrument.roll_up.by, self._plan.count_row
        if by is None or row is None:
            return
        self._sheet.write_string(row - 1, 0, by.capitalize(), self._styles.line)
        cell = wrong or AnswerCell(unit.count)
        write_answer(self._sheet, row, 2, cell.content, self._styles.answer)
        mark_wrong(self._sheet, row, 2, cell, self._styles, is_red=False)
        self._sheet.data_validation(self._plan.count_cell, count_rule(by, self._words))

    def _write_figures(self) -> None:
        plan, styles, words = self._plan, self._styles, self._words
        cells = figure_cells(plan)
        labels = {
            "score": words.text("table.score"),
            "band": words.text("worksheet.band"),
            "zone": words.text("table.zone"),
            "answered": words.text("worksheet.answered"),
        }
        if plan.instrument.target is not None:
            labels["gap"] = words.text("table.gap", target=plan.instrument.target)
        first, last = plan.column(ANSWER) + 1, plan.column(MEANING) - 1
        if "gap" in cells and first < last:  # one column of answers is too narrow for its label
            self._merge(plan.labels_row, first, last, styles.label)
            self._merge(plan.figures_row, first, last, styles.figure)
        for name, cell in cells.items():
            self._compute(cell, styles.computed if name == "mark" else styles.figure)
            if name in labels:
                self._sheet.write_string(in_row(cell, plan.labels_row), labels[name], styles.label)
        score = absolute(cells["score"])
        coloured = [cells[name] for name in ("score", "band", "zone") if name in cells]
        for band in plan.instrument.bands:  # from the highest down; the first that fits is taken
            colours = styles.of_band(band)
            if colours is not None:
                reached = f"=AND(COUNT({score})=1,{score}>={float(band.lower)!r})"
                rule = {"type": "formula", "criteria": reached, "format": colours, "stop_if_true": True}
                for cell in coloured:
                    self._sheet.conditional_format(cell, rule)

    def _write_improvements(self) -> None:
        """The answers that would add most: code, title, points and remedy."""
        plan, styles, words = self._plan, self._styles, self._words
        for number in plan.improvement_rows:
            cells = improvement_cells(plan, number)
            self._merge(number, 2, 3, styles.box)
            self._merge(number, plan.column(ANSWER) + 1, plan.column(NOTE), styles.box)
            for heading, cell in cells.items():
                self._compute(cell, styles.points if heading == GAIN else styles.box)
        if plan.improvement_rows:
            row = plan.improvement_rows[0] - 1
            labels = {CODE: words.text("worksheet.improvements"), GAIN: GAIN, REMEDY: REMEDY}
            cells = improvement_cells(plan, row)
            for heading, label in labels.items():
                self._sheet.write_string(cells[heading], label, styles.caption)

    def _merge(self, row: int, first: int, last: int, style: object) -> None:
        """One cell out of several of a row, as yet empty."""
        self._sheet.merge_range(row - 1, first - 1, row - 1, last - 1, None, style)

    def _write_indicator(self, row: FormRow, indicator: Indicator, entry: Entry, unit: UnitAnswers) -> None:
        plan, sheet, styles = self._plan, self._sheet, self._styles
        texts = {
            CODE: indicator.id,
            INDICATOR: self._title(indicator),
            QUESTION: indicator.question or "",
            MEANING: self._meaning(indicator),
        }
        if plan.is_improvable:
            texts[REMEDY] = indicator.remedy or ""
        for heading, text in texts.items():
            sheet.write_string(plan.cell(heading, row.row), text, styles.text)
        sheet.set_row(
            row.row - 1, row_height(((text, _WIDTHS[heading]) for heading, text in texts.items()), _TEXT_SIZE)
        )
        self._write_answers(row, indicator, entry.cells(unit.answers.get(indicator.id)))
        for heading, text in ((EVIDENCE, entry.evidence), (NOTE, entry.note)):
            write_answer(sheet, row.row, plan.column(heading), text or None, styles.remark)
        if indicator.evidence:
            sheet.data_validation(plan.cell(EVIDENCE, row.row), evidence_rule(indicator.evidence, self._words))
        self._compute(plan.cell(UNKNOWN, row.row), styles.count)
        if row.is_scored:
            self._compute(plan.cell(FILLED, row.row), styles.count)
            for heading in (WEIGHT, MARK, SHARE):
                self._compute(plan.cell(heading, row.row), styles.computed)
        if may_be_improved(indicator):
            self._compute(plan.cell(GAIN, row.row), styles.computed)
            self._compute(plan.cell(RANK, row.row), styles.count)

    def _write_answers(self, row: FormRow, indicator: Indicator, cells: Sequence[AnswerCell]) -> None:
        plan, sheet, styles = self._plan, self._sheet, self._styles
        first, offered = plan.column(ANSWER) - 1, max(answer_cells(indicator), len(cells))
        condition = unknown(indicator, plan.cell(ANSWER, row.row))
        for position in range(plan.answer_columns):
            cell = cells[position] if position < len(cells) else AnswerCell(None)
            style = styles.answer if position < offered else styles.closed
            write_answer(sheet, row.row, first + position + 1, cell.content, style)
            mark_wrong(sheet, row.row, first + position + 1, cell, styles, is_red=condition is not None)
        rule = answer_rule(indicator, self._lists.choices(indicator), plan.cell(ANSWER, row.row), self._words)
        block = row.row - 1, first, row.row - 1, first + offered - 1
        sheet.data_validation(*block, rule)
        if condition is not None:
            wrong = {"type": "formula", "criteria": f"={condition}", "format": styles.wrong}
            sheet.conditional_format(*block, wrong)

    def _write_group(self, row: FormRow) -> None:
        plan, sheet, styles = self._plan, self._sheet, self._styles
        for column in range(len(plan.headings)):
            sheet.write_blank(row.row - 1, column, None, styles.section(row.depth))
        sheet.write_string(plan.cell(INDICATOR, row.row), self._title(row.component), styles.section(row.depth))
        if row.is_scored:
            for heading in (WEIGHT, MARK, SHARE):
                self._compute(plan.cell(heading, row.row), styles.section_figure(row.depth))

    def _title(self, component: Component) -> str:
        if isinstance(component, Indicator):
            if component.scored:
                return component.title
            return f"{component.title} ({self._words.text('table.not_scored')})"
        return f"{component.level}: {component.title}"

    def _meaning(self, indicator: Indicator) -> str:
        lines = [f"{value} = {meaning}" for value, meaning in indicator.steps.items()]
        lines = lines or [allowed_text(indicator, self._words)]
        if indicator.may_be_not_applicable:
            lines.append(f"{NOT_APPLICABLE_WORD} = {self._words.text('worksheet.not_applicable')}")
        return "\n".join(lines)

    def _compute(self, cell: str, style: object) -> None:
        self._sheet.write_formula(cell, self._formulas[cell], style, self._values[cell])

    def _width(self, heading: str) -> int:
        """How wide the column below a heading is, in characters."""
        return _WIDTHS.get(heading, _ONLY_ANSWER_WIDTH if self._plan.answer_columns == 1 else _ANSWER_WIDTH)

    def _set_up(self) -> None:
        """Widths, what stays in sight, what may be changed, and how it prints."""
        plan, sheet = self._plan, self._sheet
        for column, heading in enumerate(plan.headings):
            sheet.set_column(column, column, self._width(heading))
        sheet.set_row(LINE_ROW - 1, 16)
        sheet.set_row(plan.labels_row - 1, 26 if plan.answer_columns == 2 else 14)
        sheet.set_row(plan.figures_row - 1, 32)
        for row in plan.improvement_rows:
            sheet.set_row(row - 1, 28)
        if plan.improvement_rows:
            sheet.set_row(plan.improvement_rows[0] - 2, 20)
        sheet.set_row(plan.header_row - 1, 32)
        sheet.freeze_panes(plan.header_row, 2)
        sheet.protect("", _PROTECTION)
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        sheet.repeat_rows(plan.header_row - 1)
        sheet.print_area(0, 0, plan.last_row - 1, plan.column(NOTE) - 1)
        title = f"{plan.instrument.issuer}: {plan.instrument.title}".replace("&", "&&")
        sheet.set_footer(f"&L&8{title}&R&8&P / &N")
