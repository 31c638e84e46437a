"""Run a command and turn whatever happens into output and one of the documented exit codes."""

import gc
import os
from itertools import pairwise
from typing import TYPE_CHECKING

from kepatuhan.cli.output import print_text, print_trouble
from kepatuhan.cli.settings import Settings, find_settings
from kepatuhan.cli.streams import steady_streams
from kepatuhan.messages import literal
from kepatuhan.problems import reason_of

if TYPE_CHECKING:
    from kepatuhan.problems import ProblemsFound

DONE, GATE_FAILED, BAD_COMMAND_LINE, CANNOT_SCORE, OUR_FAULT, INTERRUPTED = 0, 1, 2, 3, 4, 130


def run(arguments: list[str]) -> int:
    """Run ``kepatuhan`` with ``arguments`` and return its exit code."""
    _prepare_process()
    with steady_streams() as output:
        settings = find_settings(arguments)
        try:
            code = _run(arguments, settings)
            output.flush()
        except Exception as fault:
            if settings.shows_traceback:
                raise
            what = literal(f"{type(fault).__name__}: {fault}")
            print_trouble([settings.words.text("fault", what=what)], settings.trouble_width)
            return OUR_FAULT
        if output.failure is not None and code in (DONE, GATE_FAILED):
            lost = settings.words.text("output.lost", reason=reason_of(output.failure))
            print_trouble([lost], settings.trouble_width)
            return CANNOT_SCORE
        return code


def _prepare_process() -> None:
    """What suits a process that lives for one command."""
    # The data of a run holds no cycles worth looking for often; fewer looks take a tenth off a small run.
    gc.set_threshold(200_000)
    # Nothing that happens to be installed beside us may change how an instrument is read; and not looking is faster.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")


def _run(arguments: list[str], settings: Settings) -> int:
    import typer

    from kepatuhan.cli.app import make_command
    from kepatuhan.cli.help import usage_error_text
    from kepatuhan.problems import ProblemsFound

    command = make_command(settings.words, arguments[0] if arguments else None)
    try:
        code = command.main(args=arguments, prog_name="kepatuhan", standalone_mode=False, obj=settings)
    except typer.TyperException as trouble:
        print_trouble([usage_error_text(trouble, settings.words)], settings.trouble_width)
        return BAD_COMMAND_LINE
    except typer.Abort:
        return INTERRUPTED
    except ProblemsFound as found:
        _print_refusal(found, arguments, settings)
        return CANNOT_SCORE
    return code if isinstance(code, int) else DONE


def _print_refusal(found: "ProblemsFound", arguments: list[str], settings: Settings) -> None:
    """The problems of a run without result: as JSON to standard output when JSON was asked for, else as trouble."""
    if _asks_for_json(arguments):
        from kepatuhan.report.problems_json import render_refusal_json

        print_text(render_refusal_json(found.problems, settings.words))
        return
    from kepatuhan.report.problems_text import problem_lines

    print_trouble(problem_lines(found.problems, settings.words, settings.trouble_width))
    print_trouble(getattr(found, "__notes__", ()), settings.trouble_width)  # what the command has to say about them


def _asks_for_json(arguments: list[str]) -> bool:
    return "--format=json" in arguments or ("--format", "json") in pairwise(arguments)
