"""Write the sheet "Petunjuk": what the workbook is, how to fill it in, and what the answers mean.

All of it comes from the instrument, as the dropdowns do, so that the two cannot contradict each other.
"""

from collections.abc import Iterator

from xlsxwriter.worksheet import Worksheet

from kepatuhan.instrument.model import Indicator, Instrument
from kepatuhan.messages import Words
from kepatuhan.worksheets.answer_rules import allowed_text
from kepatuhan.worksheets.form_plan import may_be_improved
from kepatuhan.worksheets.heights import row_height
from kepatuhan.worksheets.lists import band_name
from kepatuhan.worksheets.styles import Styles

GUIDE_SHEET = "Petunjuk"
_WIDTH = 78
_STEPS = {
    "form": ("choose", "several", "blank", "evidence_step", "so_far", "improve", "pasted", "copy", "send"),
    "matrix": ("matrix_choose", "matrix_several", "blank", "matrix_so_far", "pasted", "matrix_send"),
}


def write_guide(
    sheet: Worksheet,
    instrument: Instrument,
    file_name: str,
    styles: Styles,
    words: Words,
    layout: str = "form",
    notice: str = "",
) -> None:
    """Write the guide of a workbook that is called ``file_name``, in the ``layout`` "form" or "matrix".

    ``notice`` stands before all else.
    """
    sheet.set_column(0, 0, _WIDTH)
    sheet.hide_gridlines(2)
    sheet.write_string(0, 0, words.text("worksheet.title", title=instrument.title), styles.wrapped_title)
    sheet.set_row(0, 40)
    row = 1
    if notice:
        sheet.write_string(row, 0, notice, styles.wrapped_notice)
        sheet.set_row(row, row_height([(notice, _WIDTH)]))
        row += 1
    for is_heading, text in _lines(instrument, file_name, words, layout):
        if is_heading:
            row += 1
        sheet.write_string(row, 0, text, styles.bold if is_heading else styles.plain)
        sheet.set_row(row, row_height([(text, _WIDTH)]))
        row += 1
    sheet.protect("")
    sheet.set_paper(9)
    sheet.set_margins(left=0.5, right=0.5)
    sheet.fit_to_pages(1, 1)


def _lines(instrument: Instrument, file_name: str, words: Words, layout: str) -> Iterator[tuple[bool, str]]:
    """Every line, and whether it is a heading."""
    about = "worksheet.about" if layout == "form" else "worksheet.matrix.about"
    yield False, words.text(about, issuer=instrument.issuer, years=instrument.years_text)
    yield True, words.text("worksheet.how")
    is_improvable = any(map(may_be_improved, instrument.indicators))
    steps = [step for step in _STEPS[layout] if is_improvable or step != "improve"]
    for number, step in enumerate(steps, start=1):
        yield False, f"{number}. {words.text(f'worksheet.how.{step}', file=file_name)}"
    yield True, words.text("worksheet.scales")
    for indicators, allowed in _scales(instrument, words):
        yield False, f"{allowed}: {indicators}"
    if any(indicator.may_be_not_applicable for indicator in instrument.indicators):
        yield False, words.text("worksheet.may_be_left_out")
    yield True, words.text("worksheet.bands")
    for band in instrument.bands:
        zone = words.text("part.zone", value=band.zone) if band.zone else ""
        name = ", ".join(part for part in (band_name(band), zone) if part)
        yield False, words.text("worksheet.from", lower=band.lower, name=name)
    if instrument.target is not None:
        yield False, words.text("worksheet.target", target=instrument.target)
    if instrument.assumed_weights:
        yield False, words.text("worksheet.assumed", count=len(instrument.assumed_weights))
    if instrument.note:
        yield True, words.text("worksheet.note")
        yield False, " ".join(instrument.note.split())
    yield True, words.text("worksheet.questions")
    yield False, words.text("worksheet.whom")


def _scales(instrument: Instrument, words: Words) -> Iterator[tuple[str, str]]:
    """What may be answered, and the indicators of which that holds."""
    by_allowed: dict[str, list[Indicator]] = {}
    for indicator in instrument.indicators:
        by_allowed.setdefault(allowed_text(indicator, words), []).append(indicator)
    for allowed, indicators in by_allowed.items():
        yield ", ".join(indicator.id for indicator in indicators), allowed
