"""Write the sheet "Zona": the bands of the instrument, what they are called, and the target."""

from xlsxwriter.worksheet import Worksheet

from kepatuhan.exact import Exact, to_text
from kepatuhan.instrument.model import Instrument
from kepatuhan.messages import Words
from kepatuhan.worksheets.styles import Styles

BANDS_SHEET = "Zona"
_WIDTHS = (12, 12, 12, 14, 34)


def write_bands(sheet: Worksheet, instrument: Instrument, styles: Styles, words: Words, notice: str) -> None:
    """Write the sheet; ``notice`` stands above the table."""
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    sheet.write_string(0, 0, words.text("results.bands"), styles.title)
    sheet.write_string(1, 0, notice, styles.notice)
    for column, heading in enumerate(("from", "up_to", "category", "zone", "label")):
        sheet.write_string(2, column, words.text(f"results.{heading}"), styles.header)
    row = 3
    for position, band in enumerate(instrument.bands):
        sheet.write_number(row, 0, float(band.lower), styles.score)
        _write_upper(sheet, row, instrument, position, styles, words)
        sheet.write_string(row, 2, band.category or "", styles.text)
        sheet.write_string(row, 3, band.zone or "", styles.text)
        sheet.write_string(row, 4, band.label or "", styles.text)
        colours = styles.of_band(band)
        if colours is not None:
            rule = {"type": "formula", "criteria": f"=$A${row + 1}>=0", "format": colours}
            sheet.conditional_format(row, 0, row, 4, rule)
        row += 1
    lines = [
        words.text("results.bands_origin", source=instrument.bands_source) if instrument.bands_source else "",
        words.text("results.bands_assumed", reason=instrument.bands_assumption) if instrument.bands_assumption else "",
        words.text("worksheet.target", target=instrument.target) if instrument.target is not None else "",
        words.text("results.full_score", full=instrument.full_score, decimals=instrument.decimals),
    ]
    for line_row, line in enumerate(filter(None, lines), start=row + 1):
        sheet.write_string(line_row, 0, line)
    sheet.protect("", {"format_columns": True, "format_rows": True})
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)


def _write_upper(
    sheet: Worksheet, row: int, instrument: Instrument, position: int, styles: Styles, words: Words
) -> None:
    """Up to where a band reaches: the full score, or right below the next band."""
    if position == 0:
        sheet.write_number(row, 1, float(instrument.full_score), styles.score)
    else:
        above: Exact = instrument.bands[position - 1].lower
        sheet.write_string(row, 1, words.text("results.below", upper=to_text(above)), styles.text)
