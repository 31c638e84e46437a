"""A whole workbook to fill in, as bytes: guide, a sheet for each unit, recap, and two hidden sheets."""

import io
from collections.abc import Mapping, Sequence
from datetime import datetime

from kepatuhan.instrument.model import Instrument
from kepatuhan.messages import Words
from kepatuhan.scoring.answers import Observations, UnitAnswers
from kepatuhan.scoring.scoring import score
from kepatuhan.worksheets.book import IDENTITY_SHEET, start_book, write_identity, write_lists
from kepatuhan.worksheets.computed import form_values
from kepatuhan.worksheets.entries import Entries, Entry, refuse_misplaced
from kepatuhan.worksheets.form_plan import FormPlan, plan_form
from kepatuhan.worksheets.form_sheet import FormWriter
from kepatuhan.worksheets.formulas import form_formulas
from kepatuhan.worksheets.guide_sheet import GUIDE_SHEET, write_guide
from kepatuhan.worksheets.improvements import improvement_formulas, improvement_values
from kepatuhan.worksheets.lists import LISTS_SHEET
from kepatuhan.worksheets.recap_columns import RECAP_SHEET, form_in_recap
from kepatuhan.worksheets.recap_sheet import RecapWriter
from kepatuhan.worksheets.sheet_names import sheet_names
from kepatuhan.worksheets.unknown_answers import unknown_formulas, unknown_values

OWN_SHEETS = (GUIDE_SHEET, RECAP_SHEET, LISTS_SHEET)
"""The sheets that hold no answers."""


def write_template(
    instrument: Instrument,
    units: Sequence[UnitAnswers],
    file_name: str,
    words: Words,
    *,
    entries: Entries | None = None,
    notice: str = "",
    created: datetime | None = None,
) -> bytes:
    """The workbook for ``units`` (at least one), with the answers that they already have.

    Every formula is stored with what it shows for those answers. ``entries`` are evidence, notes, and answer cells that
    hold something else than what is scored; ``notice`` is told on every sheet that people see ("invented", for
    instance). With a fixed time at which it was ``created`` (UTC) the same workbook has the same bytes each time.

    Raises:
        ValueError: for what has no place in it: scores given directly, and observations that weigh differently.
    """
    refuse_misplaced(units)
    stream = io.BytesIO()
    book, styles, lists, figure_words = start_book(stream, instrument, words, created)
    write_guide(book.add_worksheet(GUIDE_SHEET), instrument, file_name, styles, words, notice=notice)
    result = score(instrument, units)
    names = sheet_names((unit.unit for unit in units), (*OWN_SHEETS, IDENTITY_SHEET))
    plans: dict[tuple[str | None, int], tuple[FormPlan, dict[str, str]]] = {}
    sheets = []
    for unit, unit_result, name in zip(units, result.units, names, strict=True):
        given = (entries or {}).get(unit.unit, {})
        kind = unit.type, _most_observations(unit, given)
        if kind not in plans:
            plan = plan_form(instrument, *kind)
            plans[kind] = (
                plan,
                {
                    **form_formulas(plan, lists, figure_words),
                    **improvement_formulas(plan),
                    **unknown_formulas(plan, lists, words),
                },
            )
        plan, formulas = plans[kind]
        unknown_cells = {
            name: sum(bool(cell.complaint) for cell in entry.answers or ()) for name, entry in given.items()
        }
        values = {
            **unknown_values(plan, unknown_cells, words),
            **form_values(plan, unit, unit_result, figure_words),
            **improvement_values(plan, unit_result),
        }
        FormWriter(book.add_worksheet(name), plan, lists, styles, words, formulas, values).write(unit, given, notice)
        sheets.append(form_in_recap(name, plan, values, unit_result))
    RecapWriter(book.add_worksheet(RECAP_SHEET), sheets, result, lists, styles, words, notice=notice).write()
    write_lists(book.add_worksheet(LISTS_SHEET), lists, styles)
    write_identity(book.add_worksheet(IDENTITY_SHEET), instrument, OWN_SHEETS)
    book.close()
    return stream.getvalue()


def _most_observations(unit: UnitAnswers, given: Mapping[str, Entry]) -> int:
    """How many answers the indicator with the most of them has."""
    scored = (len(answer.values) for answer in unit.answers.values() if isinstance(answer, Observations))
    typed = (len(entry.answers) for entry in given.values() if entry.answers is not None)
    return max((1, *scored, *typed))
