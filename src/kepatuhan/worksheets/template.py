"""A whole workbook to fill in, as bytes: guide, a sheet for each unit, recap, and two hidden sheets."""

import io
from collections.abc import Sequence
from fractions import Fraction

from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from kepatuhan.instrument.model import Instrument
from kepatuhan.messages import Words
from kepatuhan.scoring.answers import UnitAnswers
from kepatuhan.scoring.scoring import score
from kepatuhan.worksheets.computed import form_values
from kepatuhan.worksheets.form_plan import FormPlan, plan_form
from kepatuhan.worksheets.form_sheet import FormWriter
from kepatuhan.worksheets.formulas import form_formulas
from kepatuhan.worksheets.guide_sheet import GUIDE_SHEET, write_guide
from kepatuhan.worksheets.improvements import improvement_formulas, improvement_values
from kepatuhan.worksheets.lists import LISTS_SHEET, Lists, make_lists
from kepatuhan.worksheets.recap_sheet import RECAP_SHEET, RecapWriter, form_in_recap
from kepatuhan.worksheets.scoring_formulas import FigureWords
from kepatuhan.worksheets.sheet_names import sheet_names
from kepatuhan.worksheets.styles import Styles, make_styles
from kepatuhan.worksheets.unknown_answers import unknown_formulas, unknown_values

IDENTITY_SHEET, _IDENTITY_FORMAT = "kepatuhan", 1
"""What :mod:`kepatuhan.workbook.identity` reads."""

OWN_SHEETS = (GUIDE_SHEET, RECAP_SHEET, LISTS_SHEET)
"""The sheets that hold no answers."""


def write_template(instrument: Instrument, units: Sequence[UnitAnswers], file_name: str, words: Words) -> bytes:
    """The workbook for ``units`` (at least one), with the answers that they already have.

    Every formula is stored with what it shows for those answers.
    """
    stream = io.BytesIO()
    book = Workbook(stream, {"in_memory": True})  # else it writes temporary files, on a disk that may be full
    book.set_properties({"title": instrument.title, "author": "kepatuhan"})
    styles, lists = make_styles(book, instrument.decimals), make_lists(instrument)
    figure_words = FigureWords(
        words.text("status.not_filled_in"), words.text("status.not_assessed"), words.text("worksheet.of")
    )
    write_guide(book.add_worksheet(GUIDE_SHEET), instrument, file_name, styles, words)
    result = score(instrument, units)
    names = sheet_names((unit.unit for unit in units), (*OWN_SHEETS, IDENTITY_SHEET))
    plans: dict[str | None, tuple[FormPlan, dict[str, str]]] = {}
    sheets = []
    for unit, unit_result, name in zip(units, result.units, names, strict=True):
        if unit.type not in plans:
            plan = plan_form(instrument, unit.type)
            plans[unit.type] = (
                plan,
                {
                    **form_formulas(plan, lists, figure_words),
                    **improvement_formulas(plan),
                    **unknown_formulas(plan, words),
                },
            )
        plan, formulas = plans[unit.type]
        values = {
            **unknown_values(plan),
            **form_values(plan, unit, unit_result, figure_words),
            **improvement_values(plan, unit_result),
        }
        FormWriter(book.add_worksheet(name), plan, lists, styles, words, formulas, values).write(unit)
        sheets.append(form_in_recap(name, plan, values, unit_result))
    RecapWriter(book.add_worksheet(RECAP_SHEET), sheets, result, lists, styles, words).write()
    write_lists(book.add_worksheet(LISTS_SHEET), lists, styles)
    write_identity(book.add_worksheet(IDENTITY_SHEET), instrument, OWN_SHEETS)
    book.close()
    return stream.getvalue()


def write_lists(sheet: Worksheet, lists: Lists, styles: Styles) -> None:
    """The hidden sheet that dropdowns and formulas refer to."""
    for column, (heading, contents) in enumerate(lists.columns):
        sheet.write_string(0, column, heading, styles.header)
        for row, content in enumerate(contents, start=1):
            if isinstance(content, str):
                sheet.write_string(row, column, content)
            else:
                sheet.write_number(row, column, float(Fraction(content)))
    sheet.protect("")
    sheet.hide()


def write_identity(
    sheet: Worksheet, instrument: Instrument, not_answers: Sequence[str], unit_lists: Sequence[str] = ()
) -> None:
    """The hidden sheet by which the workbook says which instrument it is for, and which sheets hold no answers."""
    rows = (
        ("format", _IDENTITY_FORMAT),
        ("instrument", instrument.id),
        ("fingerprint", instrument.fingerprint),
        ("not_answers", *not_answers),
        *([("unit_lists", *unit_lists)] if unit_lists else []),
    )
    for row, (key, *values) in enumerate(rows):
        sheet.write_string(row, 0, key)
        for column, value in enumerate(values, start=1):
            if isinstance(value, int):
                sheet.write_number(row, column, value)
            else:
                sheet.write_string(row, column, value)
    sheet.protect("")
    sheet.hide()
