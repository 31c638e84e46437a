"""A whole workbook of results, as bytes: one page for the head of office, the recap, the answers, and the proof."""

import io
import tempfile
from dataclasses import replace

from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.worksheet import Worksheet

from kepatuhan.exact import as_exact
from kepatuhan.instrument.model import Instrument
from kepatuhan.messages import Words
from kepatuhan.worksheets.book import IDENTITY_SHEET, start_book, write_identity, write_lists
from kepatuhan.worksheets.lists import LISTS_SHEET
from kepatuhan.worksheets.matrix import matrix_row_formulas, recap_units
from kepatuhan.worksheets.matrix_frame import MatrixFrame
from kepatuhan.worksheets.matrix_plan import ANSWERS_SHEET, WORKINGS_SHEET, plan_matrix
from kepatuhan.worksheets.matrix_sheets import AnswersWriter
from kepatuhan.worksheets.matrix_values import RowValues
from kepatuhan.worksheets.recap_columns import RECAP_SHEET, Additions
from kepatuhan.worksheets.recap_sheet import RecapWriter
from kepatuhan.worksheets.results.bands_sheet import BANDS_SHEET, write_bands
from kepatuhan.worksheets.results.checks_sheet import CHECKS_SHEET, earlier_cells, write_checks
from kepatuhan.worksheets.results.contents import Contents
from kepatuhan.worksheets.results.plan_sheet import PLAN_SHEET, write_plan
from kepatuhan.worksheets.results.shortcomings import find_shortcomings
from kepatuhan.worksheets.results.shortcomings_sheet import SHORTCOMINGS_SHEET, ShortcomingsWriter
from kepatuhan.worksheets.results.summary_canvas import Page
from kepatuhan.worksheets.results.summary_sheet import SUMMARY_SHEET, SummaryWriter
from kepatuhan.worksheets.results.weights_sheet import WEIGHTS_SHEET, write_weights
from kepatuhan.worksheets.workings_sheets import WorkingsWriter


def write_results(contents: Contents, words: Words) -> bytes:
    """The workbook of ``contents``, which have at least one unit.

    Raises:
        OSError: when there is no room for temporary files.
    """
    with tempfile.TemporaryDirectory(prefix="kepatuhan-", ignore_cleanup_errors=True) as folder:
        return _write(contents, words, folder)


def _write(contents: Contents, words: Words, folder: str) -> bytes:
    result = contents.result
    instrument: Instrument = replace(result.instrument, target=as_exact(result.target))
    contents = contents._replace(result=result._replace(instrument=instrument))
    notice = _notice(contents, words)
    stream = io.BytesIO()
    book, styles, lists, figure_words = start_book(stream, instrument, words, contents.created, folder=folder)
    own = [SUMMARY_SHEET, RECAP_SHEET, SHORTCOMINGS_SHEET]
    own += [PLAN_SHEET] if contents.plan is not None else []
    own += [WEIGHTS_SHEET, BANDS_SHEET, CHECKS_SHEET]
    own += [WORKINGS_SHEET, LISTS_SHEET]
    plan = plan_matrix(instrument, contents.answers, (*own, ANSWERS_SHEET, IDENTITY_SHEET), is_result=True)
    sheets: dict[str, Worksheet] = {}
    answers = [ANSWERS_SHEET, *(observed.name for observed in plan.observations)]
    twins = [observed.workings for observed in plan.observations]
    for name in (*own[:2], *answers, *own[2:-1], *twins, LISTS_SHEET, IDENTITY_SHEET):
        sheets[name] = book.add_worksheet(name)
    frame = MatrixFrame(plan, contents.answers, lists, styles, words, notice)
    answers_writer, workings_writer = AnswersWriter(frame), WorkingsWriter(frame)
    answers_writer.write_answers(sheets[ANSWERS_SHEET])
    for observed in plan.observations:
        answers_writer.write_observations(sheets[observed.name], observed)
        workings_writer.write_points(sheets[observed.workings], observed)
    row_values = RowValues(plan, figure_words)
    values = [
        row_values.of(position, unit, of)
        for position, (unit, of) in enumerate(zip(contents.answers, result.units, strict=True))
    ]
    workings_writer.write_workings(
        sheets[WORKINGS_SHEET], matrix_row_formulas(plan, lists, figure_words, words), values
    )
    units = recap_units(plan, zip(result.units, values, strict=True))
    additions = Additions(
        instead=words.text("results.no_institution") if contents.is_partial else "",
        earlier=contents.earlier,
        earlier_cells=earlier_cells(contents),
        has_shares=not contents.is_partial,
    )
    sheet = sheets[RECAP_SHEET]
    recap_writer = RecapWriter(sheet, units, contents.result, lists, styles, words, "results", notice, additions)
    recap_writer.write()
    recap = recap_writer.columns
    found = find_shortcomings(contents.result, has_institution=not contents.is_partial)
    listed = ShortcomingsWriter(contents, found, plan, recap, styles, words).write(sheets[SHORTCOMINGS_SHEET], notice)
    page = Page(contents, plan, recap, found, listed)
    SummaryWriter(book, sheets[SUMMARY_SHEET], page, styles, figure_words, words).write(notice)
    if contents.plan is not None:
        write_plan(sheets[PLAN_SHEET], contents.plan, styles, words)
    write_weights(sheets[WEIGHTS_SHEET], instrument, styles, words, notice)
    write_bands(sheets[BANDS_SHEET], instrument, styles, words, notice)
    write_checks(sheets[CHECKS_SHEET], contents, recap, styles, figure_words, words, notice)
    write_lists(sheets[LISTS_SHEET], lists, styles)
    left_out = [entry.unit for entry in contents.left_out] or ([""] if contents.is_partial else [])
    write_identity(sheets[IDENTITY_SHEET], instrument, [*own, *twins], (ANSWERS_SHEET,), left_out)
    sheets[SUMMARY_SHEET].activate()
    try:
        book.close()
    except FileCreateError as trouble:  # the library's name for what the system says
        reason = trouble.args[0]
        raise (reason if isinstance(reason, OSError) else OSError(str(reason))) from trouble
    finally:
        for sheet in book.worksheets():  # the library leaves its temporary files open where it fails
            sheet.row_data_fh.close()
    return stream.getvalue()


def _notice(contents: Contents, words: Words) -> str:
    """Who could not be scored, for every sheet; nothing where everybody was."""
    if not contents.is_partial:
        return ""
    if not contents.left_out:
        return words.text("results.left_out_something")
    names = tuple(f"{entry.unit} ({entry.problems})" for entry in contents.left_out)
    return words.text("results.left_out_units", units=names)
