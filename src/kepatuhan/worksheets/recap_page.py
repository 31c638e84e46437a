"""How the sheet "Rekap" looks: widths and heights, the colours of the classes, protection, and its pages."""

from collections.abc import Sequence

from xlsxwriter.worksheet import Worksheet

from kepatuhan.instrument.model import Instrument
from kepatuhan.worksheets.form_plan import column_letters
from kepatuhan.worksheets.recap_columns import HEADER_ROW, RecapColumns
from kepatuhan.worksheets.styles import Styles


def set_up_page(
    sheet: Worksheet, columns: RecapColumns, heights: Sequence[float], instrument: Instrument, styles: Styles
) -> None:
    """Set up the sheet; ``heights`` are those of its first rows, in points."""
    for column, width in enumerate(columns.widths):
        sheet.set_column(column, column, width)
    for row, height in enumerate(heights):
        sheet.set_row(row, height)
    sheet.freeze_panes(HEADER_ROW, 1)
    score = len(columns.parts) + 1
    for band_row in instrument.bands:
        colours = styles.of_band(band_row)
        if colours is not None:
            cell = f"${column_letters(score + 1)}{HEADER_ROW + 1}"
            reached = f"=AND(COUNT({cell})=1,{cell}>={float(band_row.lower)!r})"
            rule = {"type": "formula", "criteria": reached, "format": colours, "stop_if_true": True}
            width = 2 if "zone" in columns.figures else 1
            sheet.conditional_format(HEADER_ROW, score, columns.last_row, score + width, rule)
    sheet.protect("", {"format_columns": True, "format_rows": True})
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(HEADER_ROW - 1)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.set_footer("&R&8&P / &N")
