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
from kepatuhan.worksheets.corrections import Returned, Side, Target
from kepatuhan.worksheets.corrections_sheet import CORRECTIONS_SHEET, write_corrections
from kepatuhan.worksheets.entries import Entries, Entry, as_counted, refuse_misplaced
from kepatuhan.worksheets.form_plan import ANSWER, UNIT_ROW, FormPlan, column_letters, plan_form
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
    returned: Returned | None = None,
) -> bytes:
    """The workbook for ``units`` (at least one), with the answers that they already have.

    Every formula is stored with what it shows for those answers. ``entries`` are evidence, notes, and answer cells that
    hold something else than what is scored; ``notice`` is told on every sheet that people see ("invented", for
    instance). Where the workbook is ``returned``, its first sheet lists what is to be corrected. With a fixed time at
    which it was ``created`` (UTC) the same workbook has the same bytes each time.

    Raises:
        ValueError: for what has no place in it: scores given directly, and observations that weigh differently.
    """
    refuse_misplaced(units)
    stream = io.BytesIO()
    book, styles, lists, figure_words = start_book(stream, instrument, words, created)
    own = OWN_SHEETS if returned is None else (CORRECTIONS_SHEET, *OWN_SHEETS)
    corrections = None if returned is None else book.add_worksheet(CORRECTIONS_SHEET)
    write_guide(book.add_worksheet(GUIDE_SHEET), instrument, file_name, styles, words, notice=notice)
    result = score(instrument, as_counted(units))
    names = sheet_names((unit.unit for unit in units), (*own, IDENTITY_SHEET))
    plans: dict[tuple[str | None, int], tuple[FormPlan, dict[str, str]]] = {}
    sheets = []
    used: list[FormPlan] = []
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
        unknown_cells = {indicator: entry.unknown for indicator, entry in given.items()}
        values = {
            **unknown_values(plan, unknown_cells, words),
            **form_values(plan, unit, unit_result, figure_words),
            **improvement_values(plan, unit_result),
        }
        sides = returned.sides.get(unit.unit, {}) if returned is not None else {}
        writer = FormWriter(book.add_worksheet(name), plan, lists, styles, words, formulas, values)
        writer.write(unit, given, notice, sides)
        used.append(plan)
        sheets.append(form_in_recap(name, plan, values, unit_result, sum(unknown_cells.values())))
    unknown = sum(sheet.unknown_now for sheet in sheets)
    recap = book.add_worksheet(RECAP_SHEET)
    RecapWriter(recap, sheets, result, lists, styles, words, notice=notice, unknown=unknown).write()
    write_lists(book.add_worksheet(LISTS_SHEET), lists, styles)
    unread = returned.unread if returned is not None else 0
    write_identity(book.add_worksheet(IDENTITY_SHEET), instrument, own, unread=unread)
    if returned is not None and corrections is not None:
        write_corrections(corrections, returned, lambda target: _locate(target, names, used), styles, words)
        corrections.activate()
    book.close()
    return stream.getvalue()


def _locate(target: Target, names: Sequence[str], plans: Sequence[FormPlan]) -> tuple[str, str] | None:
    """Where a cell stands; None for an answer that units of this type do not have, and for a type."""
    plan, sheet = plans[target.unit], names[target.unit]
    if target.indicator:
        row = next((row.row for row in plan.rows if row.component.id == target.indicator), None)
        letters = column_letters(plan.column(ANSWER) + target.position)
        return None if row is None else (sheet, f"{letters}{row}")
    if target.side is Side.COUNT and plan.count_row is not None:
        return sheet, plan.count_cell
    return (sheet, f"B{UNIT_ROW}") if target.side is Side.NAME else None


def _most_observations(unit: UnitAnswers, given: Mapping[str, Entry]) -> int:
    """How many answers the indicator with the most of them has."""
    scored = (len(answer.values) for answer in unit.answers.values() if isinstance(answer, Observations))
    typed = (len(entry.answers) for entry in given.values() if entry.answers is not None)
    return max((1, *scored, *typed))
