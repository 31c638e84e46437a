"""Write the sheet "Perbaikan": every problem of the original, with a link to the cell in which it can be mended."""

from collections.abc import Sequence

from xlsxwriter.worksheet import Worksheet

from kepatuhan.messages import Words
from kepatuhan.worksheets.corrections import Correction, Locate, Returned
from kepatuhan.worksheets.formula_text import in_sheet
from kepatuhan.worksheets.heights import row_height
from kepatuhan.worksheets.styles import Styles

CORRECTIONS_SHEET = "Perbaikan"
_COLUMNS = {"number": 5, "unit": 24, "link": 18, "problem": 62, "written": 20, "file": 20, "sheet": 16, "cell": 7}
_HEADINGS = {"written": "written_there"}
_LONGEST = 32_000
"""Characters; a cell holds hardly more."""
_MOST_LINKS = 65_000
"""Excel takes hardly more on one sheet."""


def write_corrections(sheet: Worksheet, returned: Returned, locate: Locate, styles: Styles, words: Words) -> None:
    """Write the list, and what it is for, above it."""
    room = sum(_COLUMNS.values())
    for column, width in enumerate(_COLUMNS.values()):
        sheet.set_column(column, column, width)
    found = len(returned.corrections)
    sheet.set_row(0, 24)
    sheet.write_string(0, 0, words.text("returned.title"), styles.title)
    lines = [words.plural("returned.found", returned.problems, corrections=found)]
    if not found:
        lines = [words.text("returned.nothing")]
    lines += [words.text("returned.how")] if found else []
    lines += [words.plural("returned.unread", returned.unread)] if returned.unread else []
    row = 1
    for line in lines:
        sheet.merge_range(row, 0, row, len(_COLUMNS) - 1, line, styles.plain)
        sheet.set_row(row, row_height([(line, room)]))
        row += 1
    sheet.hide_gridlines(2)
    if found:
        header = row + 1
        row = _write_list(sheet, header, returned.corrections, locate, styles, words)
        sheet.autofilter(header, 0, row - 1, len(_COLUMNS) - 1)
        sheet.freeze_panes(header + 1, 0)
        sheet.repeat_rows(header)
    if returned.remarks:
        sheet.write_string(row + 1, 0, words.text("returned.remarks"), styles.line)
        _write_list(sheet, row + 2, returned.remarks, locate, styles, words)
    sheet.protect("", {"autofilter": True, "sort": True, "format_columns": True, "format_rows": True})
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.set_footer("&L&8&A&R&8&P / &N")


def _write_list(
    sheet: Worksheet, header: int, rows: Sequence[Correction], locate: Locate, styles: Styles, words: Words
) -> int:
    """Write headings and rows, and return the first row below them; rows are counted from 0."""
    for column, name in enumerate(_COLUMNS):
        sheet.write_string(header, column, words.text(f"returned.{_HEADINGS.get(name, name)}"), styles.header)
    for number, correction in enumerate(rows, start=1):
        row = header + number
        texts = {
            "unit": correction.unit,
            "problem": correction.text,
            "written": correction.written,
            "file": correction.file,
            "sheet": correction.sheet,
            "cell": correction.cell,
        }
        sheet.write_number(row, 0, number, styles.choice)
        found = locate(correction.target) if correction.target is not None else None
        for column, name in enumerate(_COLUMNS):
            if name in texts:
                text = texts[name]
                sheet.write_string(row, column, text if len(text) <= _LONGEST else text[:_LONGEST] + "…", styles.text)
            elif name == "link" and found is not None and number <= _MOST_LINKS:
                shown = f"{found[0]}!{found[1]}"
                sheet.write_url(row, column, f"internal:{in_sheet(*found)}", styles.link, shown)
            elif name == "link":
                sheet.write_string(row, column, words.text("returned.no_cell"), styles.text)
        shown_texts = [(text[:2000], _COLUMNS[name]) for name, text in texts.items()]
        sheet.set_row(row, row_height([*shown_texts, (f"{found[0]}!" if found else "", _COLUMNS["link"] - 6)]))
    return header + len(rows) + 1
