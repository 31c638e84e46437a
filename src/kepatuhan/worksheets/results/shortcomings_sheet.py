"""Write the sheet "Kekurangan": a row for everything below full mark, with formulas for what it would add."""

from typing import NamedTuple

from xlsxwriter.worksheet import Worksheet

from kepatuhan.exact import round_half_up, to_text
from kepatuhan.instrument.model import WHOLE_UNIT, Indicator
from kepatuhan.messages import Words
from kepatuhan.worksheets.computed import Shown
from kepatuhan.worksheets.form_plan import column_letters
from kepatuhan.worksheets.formula_text import in_sheet
from kepatuhan.worksheets.heights import row_height
from kepatuhan.worksheets.matrix_plan import ANY_ROW, FIRST_ROW, WORKINGS_SHEET, MatrixPlan
from kepatuhan.worksheets.recap_columns import RecapColumns
from kepatuhan.worksheets.results.contents import Contents
from kepatuhan.worksheets.results.shortcoming_answers import AnswerTexts, fixed_in, in_workings
from kepatuhan.worksheets.results.shortcomings import Shortcoming, Shortcomings
from kepatuhan.worksheets.scoring_formulas import Part
from kepatuhan.worksheets.styles import Styles

SHORTCOMINGS_SHEET = "Kekurangan"
_HEADER_ROW = 4
FIRST = _HEADER_ROW + 1
"""The first row of the list."""
_HEADINGS = ("unit", "code", "indicator", "answer", "unit_points", "institution_points", "effort", "remedy", "key")
_WIDTHS = (28, 10, 44, 16, 12, 12, 20, 60, 8)
_HEADING_WIDTHS = tuple(width * 0.8 for width in _WIDTHS)
"""Bold letters are wider, and a filter's button takes some room."""
UNIT_COLUMN, TITLE_COLUMN, INSTITUTION_COLUMN, REMEDY_COLUMN, KEY_COLUMN = 1, 3, 6, 8, 9
_ANSWER_COLUMN = 4
_NOTHING = "1E-12"
"""What binary numbers may leave of a difference that is none."""
_KEY_DECIMALS, _KEY_PART = 6, 10**12
"""The order of the list as one number: the points, less a part of the row's number that is smaller than they differ."""


class Listed(NamedTuple):
    """The blocks of the list that other sheets refer to."""

    last_row: int

    def block(self, column: int) -> str:
        """A whole column of the list."""
        letters = column_letters(column)
        return in_sheet(SHORTCOMINGS_SHEET, f"${letters}${FIRST}:${letters}${max(self.last_row, FIRST)}")


class ShortcomingsWriter:
    """Writes the list of one workbook."""

    def __init__(
        self,
        contents: Contents,
        found: Shortcomings,
        plan: MatrixPlan,
        recap: RecapColumns,
        styles: Styles,
        words: Words,
    ) -> None:
        self._contents = contents
        self._found = found
        self._plan = plan
        self._recap = recap
        self._styles = styles
        self._words = words
        self._full = to_text(plan.instrument.full_score)
        self._parts = {part.component.id: part for top in plan.parts(ANY_ROW) for part in _walk(top)}
        self._figures = plan.figure_cells(ANY_ROW)
        self._whole = plan.direct_cells(ANY_ROW).get(WHOLE_UNIT)
        self._answers = AnswerTexts(plan, words)
        self._formulas = {name: self._row_formulas(part) for name, part in self._parts.items() if not part.children}
        for name, part in self._parts.items():
            if part.children and part.direct is not None:
                self._formulas[name] = self._row_formulas(part)

    def write(self, sheet: Worksheet, notice: str) -> Listed:
        """Write the list; ``notice`` stands above it."""
        found, styles, words = self._found, self._styles, self._words
        last = _HEADER_ROW + len(found.rows)
        for column, width in enumerate(_WIDTHS):
            sheet.set_column(column, column, width, None, {"hidden": True} if column + 1 == KEY_COLUMN else {})
        headings = [words.text(f"results.{heading}") for heading in _HEADINGS]
        sheet.set_row(_HEADER_ROW - 1, row_height(zip(headings, _HEADING_WIDTHS, strict=True)))
        sheet.write_string(0, 0, words.text("results.shortcomings"), styles.title)
        sheet.write_string(1, 0, notice, styles.notice)
        note = words.text("results.shortcomings_note")
        if found.left_out:
            note += " " + words.text("results.shortcomings_left_out", shown=len(found.rows), left=found.left_out)
        sheet.write_string(2, 0, note, styles.caption)
        for column, heading in enumerate(headings):
            sheet.write_string(_HEADER_ROW - 1, column, heading, styles.header)
        for row, shortcoming in enumerate(found.rows, start=FIRST):
            self._write_row(sheet, row, shortcoming)
        if found.rows:
            sheet.autofilter(_HEADER_ROW - 1, 0, last - 1, KEY_COLUMN - 2)
            sheet.filter_column(4, "x > 0")
        sheet.freeze_panes(_HEADER_ROW, 0)
        sheet.protect("", {"autofilter": True, "format_columns": True, "format_rows": True})
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(_HEADER_ROW - 1)
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        sheet.set_footer("&L&8&A&R&8&P / &N")
        return Listed(last)

    def _write_row(self, sheet: Worksheet, row: int, shortcoming: Shortcoming) -> None:
        styles, component = self._styles, shortcoming.component
        unit = self._contents.answers[shortcoming.unit]
        remedy = " ".join((component.remedy or "").split()) if isinstance(component, Indicator) else ""
        answered = self._answers.shown(component, unit)
        texts = {UNIT_COLUMN: unit.unit, TITLE_COLUMN: component.title, REMEDY_COLUMN: remedy}
        texts[_ANSWER_COLUMN] = answered if isinstance(answered, str) else ""
        height = row_height([(text, _WIDTHS[column - 1]) for column, text in texts.items()])
        sheet.set_row(row - 1, height, None, {} if shortcoming.points else {"hidden": True})  # as the filter has it
        place = str(FIRST_ROW + shortcoming.unit)
        answer, points, share = (text.replace(ANY_ROW, place) for text in self._formulas[component.id])
        sheet.write_formula(row - 1, 0, f"={WORKINGS_SHEET}!$A${place}", styles.text, unit.unit)
        sheet.write_string(row - 1, 1, component.id, styles.text)
        sheet.write_string(row - 1, 2, component.title, styles.text)
        sheet.write_formula(row - 1, 3, answer, styles.choice, answered)
        sheet.write_formula(row - 1, 4, points, styles.small_points, float(shortcoming.points))
        shown = float(shortcoming.institution_points)
        if share:
            sheet.write_formula(row - 1, 5, f"=E{row}*{share}", styles.small_points, shown)
        else:
            sheet.write_blank(row - 1, 5, None, styles.small_points)
        is_indicator = isinstance(component, Indicator)
        effort = component.effort if isinstance(component, Indicator) else 1
        if effort is None:
            sheet.write_string(row - 1, 6, self._words.text("results.outside"), styles.text)
        elif is_indicator:
            sheet.write_number(row - 1, 6, effort, styles.choice)
        else:
            sheet.write_blank(row - 1, 6, None, styles.text)
        sheet.write_string(row - 1, 7, remedy, styles.text)
        if share and shortcoming.is_in_hands:
            exact = shortcoming.institution_points
            rounded = float(round_half_up(exact.numerator, exact.denominator, _KEY_DECIMALS))
            key: Shown = rounded - row / _KEY_PART if rounded > 0 else ""
            formula = f'=IF(ROUND(F{row},{_KEY_DECIMALS})>0,ROUND(F{row},{_KEY_DECIMALS})-ROW()/{_KEY_PART},"")'
            sheet.write_formula(row - 1, 8, formula, styles.computed, key)
        else:
            sheet.write_blank(row - 1, 8, None, styles.computed)

    def _row_formulas(self, part: Part) -> tuple[str, str, str]:
        """What is answered, the points of the unit, and its share in the institution, where that has a score."""
        score, mark, share = (in_workings(cell) for cell in (self._figures["score"], part.mark, part.share))
        condition = f"OR(COUNT({score})=0,COUNT({mark})=0)"
        if self._whole is not None:
            condition = f"OR(COUNT({score})=0,COUNT({mark})=0,COUNT({fixed_in(self._whole.cell)})=1)"
        # Not rounded: the page adds some of them to a score, and only that sum is rounded, once.
        points = f"=IF({condition},0,IF(1-{mark}<{_NOTHING},0,{self._full}*{share}*(1-{mark})))"
        has_institution = "share" in self._recap.figures
        return self._answers.formula(part), points, self._recap.cell("share", ANY_ROW) if has_institution else ""


def _walk(part: Part) -> list[Part]:
    return [part, *(below for child in part.children for below in _walk(child))]
