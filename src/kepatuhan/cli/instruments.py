"""``kepatuhan instruments``: the editions that are known, one of them whole, or a copy of one to edit."""

from pathlib import Path
from typing import NamedTuple

import typer

from kepatuhan.cli.output import print_text, print_trouble, refuse_unwritable, write_text
from kepatuhan.cli.settings import Settings
from kepatuhan.instrument.library import SCHEMA, SCHEMA_LINE, bundled_files
from kepatuhan.instrument.outline import read_outline
from kepatuhan.problems import ProblemsFound, Term, Where, error


class InstrumentsRequest(NamedTuple):
    """What was asked for on the command line."""

    name: str | None
    output_format: str
    copy: Path | None
    force: bool


def run_instruments(request: InstrumentsRequest, settings: Settings) -> None:
    """Print the list of bundled instruments, or the one that is named (an id or a file); or copy its file.

    Raises:
        ProblemsFound: when there is no such instrument, it is not in order, or the copy cannot be written.
        typer.BadParameter: for a copy of no instrument in particular.
    """
    name = request.name
    if request.copy is not None:
        if name is None:
            raise typer.BadParameter(settings.words.text("usage.copy_of_what"), param_hint="--copy")
        _copy(name, request.copy, settings, force=request.force)
        return
    if name is None and request.output_format == "table":
        from kepatuhan.report.instrument_list import render_instrument_list

        outlines = [read_outline(file) for file in bundled_files().values()]
        print_text(render_instrument_list(outlines, settings.words, settings.page))
        return
    from kepatuhan.api import load_instrument

    instruments = [load_instrument(known) for known in ([name] if name is not None else bundled_files())]
    if request.output_format == "json":
        from kepatuhan.report.instruments_json import render_instruments_json

        text = render_instruments_json(instruments, with_trees=name is not None)
    elif request.output_format == "markdown":
        from kepatuhan.report.instruments_markdown import render_instruments_markdown

        text = render_instruments_markdown(instruments, settings.words, with_trees=name is not None)
    else:
        from kepatuhan.report.instruments import render_instrument

        text = render_instrument(instruments[0], settings.words, settings.page)
    print_text(text)


def _copy(name: str, target: Path, settings: Settings, *, force: bool) -> None:
    """Copy the file of an instrument with its comments.

    The line that tells an editor where the schema is goes along only where the schema stands beside the copy, too.
    """
    from kepatuhan.api import load_instrument

    instrument = load_instrument(name)
    source = bundled_files().get(name, Path(name))
    refuse_unwritable([target], [source], force=force)
    try:
        text = source.read_text(encoding="utf-8-sig")
    except OSError as trouble:
        raise ProblemsFound([error("KP101", Where(str(source)), reason=Term("reason.denied"))]) from trouble
    if not (target.parent / SCHEMA).is_file():
        text = "".join(line for line in text.splitlines(keepends=True) if line.strip() != SCHEMA_LINE)
    write_text(target, text, force=force)
    written = settings.words.text("instruments.copied", id=instrument.id, file=str(target))
    print_trouble([written], settings.trouble_width)
