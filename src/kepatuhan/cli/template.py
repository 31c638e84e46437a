"""``kepatuhan template``: a workbook to fill in, or one for each unit."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from kepatuhan.api import load_instrument
from kepatuhan.cli.output import print_trouble, refuse_unwritable, write_bytes
from kepatuhan.cli.output_folder import refuse_unwritable_folder, write_folder
from kepatuhan.cli.progress import Progress
from kepatuhan.cli.settings import Settings
from kepatuhan.instrument.model import Instrument
from kepatuhan.messages import Words
from kepatuhan.scoring.answers import UnitAnswers
from kepatuhan.workbook.unit_list import LIST_ENDINGS, ListedUnit, empty_units, units_from_file

USUAL_INSTRUMENT = "ombudsman-2022"
"""The newest edition of the Ombudsman with indicators for a self-assessment; that of 2025 is for published scores."""

USUAL_UNITS = (
    "Disdukcapil",
    "Dinas Sosial",
    "DPMPTSP",
    "Dinas Pendidikan",
    "Dinas Kesehatan",
    "Puskesmas 1",
    "Puskesmas 2",
)
"""The units that the Ombudsman usually assesses in a kabupaten or kota."""

USUAL_FILE = Path("Kertas Kerja.xlsx")
USUAL_FOLDER = Path("Kertas Kerja")


class TemplateRequest(NamedTuple):
    """What was asked for on the command line."""

    instrument: str | None
    units: str | None
    output: Path | None
    force: bool
    layout: str = "form"
    is_separate: bool = False


def run_template(request: TemplateRequest, settings: Settings) -> None:
    """Write the workbook, or a folder with one for each unit, and say what comes next.

    Raises:
        ProblemsFound: when the instrument or the units are not in order, or a file cannot be written.
        typer.BadParameter: for a file that is not called .xlsx, or a folder that is called like a file.
    """
    words = settings.words
    output = request.output or (USUAL_FOLDER if request.is_separate else USUAL_FILE)
    _refuse_impossible_output(output, words, is_folder=request.is_separate)
    list_file = _list_file(request.units)
    inputs = [list_file] if list_file is not None else []
    if not request.is_separate:
        refuse_unwritable([output], inputs, force=request.force)
    instrument = load_instrument(request.instrument or USUAL_INSTRUMENT)
    listed = units_from_file(list_file, instrument) if list_file is not None else _named(request.units)
    units = empty_units(listed, instrument)

    write = _writer(request.layout)
    if request.is_separate:
        _write_each(write, output, instrument, units, inputs, words, force=request.force)
        said = "template.separate"
    else:
        write_bytes(output, write(instrument, units, output.name, words), force=request.force)
        said = "template.written"
    lines = (
        words.text("output.written", file=str(output)),
        words.text(
            said, instrument=instrument.id, count=len(units), file=str(output), collected=_collected(output, words)
        ),
    )
    print_trouble(lines, settings.trouble_width)


def _collected(sent: Path, words: Words) -> str:
    """A name for the folder of what comes back, which is never that of what is sent out."""
    name = words.text("template.collected")
    return name if sent.name.casefold() != name else f"{name}-2"


Writer = Callable[[Instrument, Sequence[UnitAnswers], str, Words], bytes]
"""What makes a workbook for units; the text is the name of its file."""


def _writer(layout: str) -> Writer:
    if layout == "matrix":
        from kepatuhan.worksheets.matrix import write_matrix

        return write_matrix
    from kepatuhan.worksheets.template import write_template

    return write_template


def _write_each(
    write: Writer,
    folder: Path,
    instrument: Instrument,
    units: Sequence[UnitAnswers],
    inputs: list[Path],
    words: Words,
    *,
    force: bool,
) -> None:
    """A workbook for each unit, all of them or none."""
    from kepatuhan.worksheets.file_names import file_names

    names = file_names(unit.unit for unit in units)
    refuse_unwritable_folder(folder, names, inputs, force=force)

    def contents() -> Iterator[tuple[str, bytes]]:
        for number, (name, unit) in enumerate(zip(names, units, strict=True), start=1):
            progress.writing(str(folder / name), number, len(names))
            yield name, write(instrument, [unit], name, words)

    with Progress(words) as progress:
        write_folder(folder, contents(), force=force)


def _refuse_impossible_output(output: Path, words: Words, *, is_folder: bool) -> None:
    import typer

    has_ending = output.suffix.lower() == ".xlsx"
    if is_folder and has_ending:
        raise typer.BadParameter(words.text("usage.folder", file=str(output)), param_hint="--output")
    if not is_folder and not has_ending:
        known = words.text("usage.endings", file=str(output), endings=(".xlsx",))
        raise typer.BadParameter(known, param_hint="--output")


def _list_file(units: str | None) -> Path | None:
    """The file that ``--units`` names, where it names one."""
    if units is None:
        return None
    path = Path(units)
    is_list = path.suffix.casefold() in LIST_ENDINGS or (path.suffix and path.is_file())
    return path if is_list else None


def _named(units: str | None) -> list[ListedUnit]:
    """The units named on the command line: with semicolons between them, or with commas where there is no semicolon."""
    names = USUAL_UNITS if units is None else units.split(";" if ";" in units else ",")
    return [ListedUnit(name.strip(" ")) for name in names if name.strip(" ")]
