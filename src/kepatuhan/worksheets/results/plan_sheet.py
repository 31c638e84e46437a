"""Write the sheet "Rencana Aksi": the steps of least effort to the target, with room for who does them, and when."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from xlsxwriter.worksheet import Worksheet

from kepatuhan.messages import Words
from kepatuhan.worksheets.heights import row_height
from kepatuhan.worksheets.styles import Styles

PLAN_SHEET = "Rencana Aksi"
_HEADER_ROW = 5
_COLUMNS = (
    ("number", 5),
    ("unit", 24),
    ("code", 9),
    ("indicator", 32),
    ("step_change", 44),
    ("step_effort", 8),
    ("unit_points", 12),
    ("institution_points", 12),
    ("score_after", 12),
    ("remedy", 48),
    ("person", 20),
    ("date", 14),
)


class PlannedStep(NamedTuple):
    """One step of the plan, in words."""

    unit: str
    code: str
    title: str
    change: str
    effort: int
    points: Fraction
    institution_points: Fraction
    score_after: Decimal
    """The institution's score after this step and all before it."""
    remedy: str


class ActionPlan(NamedTuple):
    """The institution's way to the target, or as far as it gets."""

    headline: str
    remarks: Sequence[str]
    steps: Sequence[PlannedStep]


def write_plan(sheet: Worksheet, plan: ActionPlan, styles: Styles, words: Words) -> None:
    """Write the sheet. It holds what was planned from the answers as they were: a plan is searched, not computed."""
    for column, (_, width) in enumerate(_COLUMNS):
        sheet.set_column(column, column, width)
    remarks = " ".join(plan.remarks)
    width = sum(width for _, width in _COLUMNS)
    sheet.set_row(1, row_height([(plan.headline, width * 0.8)]))
    sheet.set_row(2, row_height([(remarks, width)]))
    headings = [(words.text(f"results.{name}"), width * 0.8) for name, width in _COLUMNS]
    sheet.set_row(_HEADER_ROW - 1, row_height(headings))
    sheet.write_string(0, 0, words.text("results.plan"), styles.title)
    sheet.merge_range(1, 0, 1, len(_COLUMNS) - 1, plan.headline, styles.bold)
    sheet.merge_range(2, 0, 2, len(_COLUMNS) - 1, remarks, styles.plain)
    sheet.write_string(3, 0, words.text("results.plan_note"), styles.caption)
    for column, (heading, _) in enumerate(headings):
        sheet.write_string(_HEADER_ROW - 1, column, heading, styles.header)
    for number, step in enumerate(plan.steps, start=1):
        _write_step(sheet, _HEADER_ROW + number - 1, number, step, styles)
    sheet.freeze_panes(_HEADER_ROW, 2)
    sheet.protect("", {"format_columns": True, "format_rows": True})
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(_HEADER_ROW - 1)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.set_footer("&L&8&A&R&8&P / &N")


def _write_step(sheet: Worksheet, row: int, number: int, step: PlannedStep, styles: Styles) -> None:
    texts = {1: step.unit, 2: step.code, 3: step.title, 4: step.change, 9: step.remedy}
    sheet.set_row(row, row_height([(text, _COLUMNS[column][1]) for column, text in texts.items()]))
    cells: list[str | float | None] = [
        *(number, step.unit, step.code, step.title, step.change, step.effort, float(step.points)),
        *(float(step.institution_points), float(step.score_after), step.remedy, None, None),
    ]
    points, score = (6, 7), 8
    for column, content in enumerate(cells):
        if content is None:
            sheet.write_blank(row, column, None, styles.entry)
        elif isinstance(content, str):
            sheet.write_string(row, column, content, styles.text)
        else:
            style = styles.small_points if column in points else styles.score if column == score else styles.choice
            sheet.write_number(row, column, content, style)
