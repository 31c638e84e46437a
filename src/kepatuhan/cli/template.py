"""``kepatuhan template``: a workbook to fill in."""

from pathlib import Path
from typing import NamedTuple

from kepatuhan.api import load_instrument
from kepatuhan.cli.output import print_trouble, refuse_unwritable, write_bytes
from kepatuhan.cli.settings import Settings
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


class TemplateRequest(NamedTuple):
    """What was asked for on the command line."""

    instrument: str | None
    units: str | None
    output: Path | None
    force: bool
    layout: str = "form"


def run_template(request: TemplateRequest, settings: Settings) -> None:
    """Write the workbook and say what comes next.

    Raises:
        ProblemsFound: when the instrument or the units are not in order, or the file cannot be written.
        typer.BadParameter: for a file that is not called .xlsx.
    """
    import typer

    words, output = settings.words, request.output or USUAL_FILE
    if output.suffix.lower() != ".xlsx":
        raise typer.BadParameter(
            words.text("usage.endings", file=str(output), endings=(".xlsx",)), param_hint="--output"
        )
    list_file = _list_file(request.units)
    refuse_unwritable([output], [list_file] if list_file is not None else [], force=request.force)
    instrument = load_instrument(request.instrument or USUAL_INSTRUMENT)
    listed = units_from_file(list_file) if list_file is not None else _named(request.units)
    units = empty_units(listed, instrument)

    if request.layout == "matrix":
        from kepatuhan.worksheets.matrix import write_matrix as write
    else:
        from kepatuhan.worksheets.template import write_template as write

    write_bytes(output, write(instrument, units, output.name, words), force=request.force)
    count = len(units)
    print_trouble(
        [
            words.text("output.written", file=str(output)),
            words.text("template.written", instrument=instrument.id, count=count, file=str(output)),
        ],
        settings.trouble_width,
    )


def _list_file(units: str | None) -> Path | None:
    """The file that ``--units`` names, where it names one."""
    if units is None:
        return None
    path = Path(units)
    return path if path.suffix.casefold() in LIST_ENDINGS else None


def _named(units: str | None) -> list[ListedUnit]:
    """The units named on the command line: with semicolons between them, or with commas where there is no semicolon."""
    names = USUAL_UNITS if units is None else units.split(";" if ";" in units else ",")
    return [ListedUnit(name.strip(" ")) for name in names if name.strip(" ")]
