"""``kepatuhan instruments``: the editions that are known, or one of them whole."""

from kepatuhan.api import load_instrument
from kepatuhan.cli.output import print_text
from kepatuhan.cli.settings import Settings
from kepatuhan.instrument.library import bundled_files
from kepatuhan.report.instruments import render_instrument, render_instrument_list, render_instruments_json


def run_instruments(name: str | None, output_format: str, settings: Settings) -> None:
    """Print the list of bundled instruments, or the one called ``name`` (an id or a file).

    Raises:
        ProblemsFound: when there is no such instrument, or it is not in order.
    """
    instruments = [load_instrument(name)] if name is not None else [load_instrument(known) for known in bundled_files()]
    if output_format == "json":
        print_text(render_instruments_json(instruments, with_trees=name is not None))
    elif name is not None:
        print_text(render_instrument(instruments[0], settings.words, settings.page))
    else:
        print_text(render_instrument_list(instruments, settings.words, settings.page))
