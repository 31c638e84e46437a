"""What the sheets of a matrix workbook have in common: three rows of headings, widths, protection, and pages."""

from collections.abc import Sequence

from xlsxwriter.worksheet import Worksheet

from kepatuhan.instrument.model import Indicator
from kepatuhan.messages import Words
from kepatuhan.scoring.answers import UnitAnswers
from kepatuhan.worksheets.answer_rules import allowed_text
from kepatuhan.worksheets.corrections import NOTHING_TYPED, Typed
from kepatuhan.worksheets.heights import row_height
from kepatuhan.worksheets.lists import Lists
from kepatuhan.worksheets.matrix_plan import (
    HEADER_ROW,
    SECTION_ROW,
    TITLE_ROW,
    MatrixPlan,
)
from kepatuhan.worksheets.styles import Styles
from kepatuhan.worksheets.unknown_answers import notice_formula, notice_text

UNIT_WIDTH, _WIDTH = 30, 14
_TITLE_COLUMNS, _TITLE_SIZE = 10, 1.3
"""The title is written across so many columns; its letters are so much larger than others."""
_COLUMNS_ON_A_PAGE = 18
"""More would be too small to read on one page."""
_USUAL_HEIGHT = row_height([("", 1)])


def fit_name(sheet: Worksheet, row: int, name: str) -> None:
    """Make a row (from 1) as high as the name in its first column needs it, before anything is written into it."""
    height = row_height([(name, UNIT_WIDTH)])
    if height > _USUAL_HEIGHT:
        sheet.set_row(row - 1, height)


class MatrixFrame:
    """What every sheet of one workbook is written with."""

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
        self.plan = plan
        self.units = units
        self.lists = lists
        self.styles = styles
        self.words = words
        self.typed = typed
        self._notice = notice

    def write_headings(
        self,
        sheet: Worksheet,
        heads: Sequence[str],
        indicators: Sequence[Indicator],
        title: str,
        unknown: str = "",
        count: int = 0,
    ) -> None:
        """The three rows at the top; ``unknown`` counts the red cells (``count`` now), said above the units."""
        styles, words = self.styles, self.words
        columns = min(len(heads) + len(indicators), _TITLE_COLUMNS)
        room = UNIT_WIDTH + _WIDTH * (columns - 1)
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

    def with_notice(self, title: str) -> str:
        """A title, and what the workbook says of itself."""
        return f"{title}. {self._notice}" if self._notice else title

    def set_up(self, sheet: Worksheet, heads: int, columns: int) -> None:
        """Widths, heights, pages and protection; the first ``heads`` columns stay in view."""
        sheet.fit_to_pages(-(-columns // _COLUMNS_ON_A_PAGE), 0)
        sheet.set_row(TITLE_ROW - 1, 86)
        sheet.set_row(HEADER_ROW - 1, 20)
        sheet.set_column(0, 0, UNIT_WIDTH)
        sheet.set_column(1, 200, _WIDTH)
        self.protect(sheet, heads)

    @staticmethod
    def protect(sheet: Worksheet, heads: int) -> None:
        """What stays in view, what may be changed, and how it is printed."""
        sheet.freeze_panes(HEADER_ROW, heads)
        sheet.protect("", {"format_columns": True, "format_rows": True})
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        sheet.repeat_rows(SECTION_ROW - 1, HEADER_ROW - 1)
        sheet.repeat_columns(0, 0)
        sheet.set_footer("&L&8&A&R&8&P / &N")
