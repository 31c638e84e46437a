"""The commands and their options. Help texts are message ids; ``kepatuhan.cli.help`` fills in the words."""

import functools
import inspect
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer

from kepatuhan import __version__
from kepatuhan.cli.choices import CheckFormat, InstrumentsFormat, Language, ScoreFormat, TemplateLayout
from kepatuhan.cli.help import Command, Group, translate
from kepatuhan.cli.output import print_text
from kepatuhan.cli.settings import Settings
from kepatuhan.messages import Words


def _show_version(wanted: bool) -> None:
    if wanted:
        print_text(f"kepatuhan {__version__}\n")
        raise typer.Exit


_GLOBAL = {
    "lang": Annotated[Language | None, typer.Option("--lang", help="help.lang", metavar="id|en", show_default=False)],
    "no_color": Annotated[bool, typer.Option("--no-color", help="help.no_color", show_default=False)],
    "traceback": Annotated[bool, typer.Option("--traceback", help="help.traceback", show_default=False)],
}


def _with_global_options(function: Callable[..., int | None]) -> Callable[..., int | None]:
    """Let a command take the options that hold everywhere; :mod:`kepatuhan.cli.settings` has read them already."""

    @functools.wraps(function)
    def command(**given: Any) -> int | None:
        return function(**{name: value for name, value in given.items() if name not in _GLOBAL})

    signature = inspect.signature(function)
    extra = [
        inspect.Parameter(
            name,
            inspect.Parameter.KEYWORD_ONLY,
            annotation=annotation,
            default=None if name == "lang" else False,
        )
        for name, annotation in _GLOBAL.items()
    ]
    command.__signature__ = signature.replace(  # type: ignore[attr-defined]
        parameters=[*signature.parameters.values(), *extra]
    )
    return command


def _settings(context: typer.Context) -> Settings:
    assert isinstance(context.obj, Settings)
    return context.obj


def _start(
    context: typer.Context,
    *,
    version: Annotated[  # noqa: ARG001 - its callback does the work
        bool,
        typer.Option("--version", help="help.version", callback=_show_version, is_eager=True, show_default=False),
    ] = False,
) -> int | None:
    if context.invoked_subcommand is None:
        from kepatuhan.cli.welcome import welcome

        settings = _settings(context)
        print_text(welcome(settings.words, settings.output_width))
    return None


def _score(
    context: typer.Context,
    *,
    workbooks: Annotated[list[Path], typer.Argument(metavar="WORKBOOK...", help="help.workbooks", show_default=False)],
    instrument: Annotated[
        str | None, typer.Option(metavar="ID|FILE", help="help.instrument", show_default=False)
    ] = None,
    target: Annotated[str | None, typer.Option(metavar="N", help="help.target", show_default=False)] = None,
    output_format: Annotated[
        ScoreFormat,
        typer.Option("--format", metavar="table|json|csv|markdown", help="help.score_format", show_default=False),
    ] = ScoreFormat.TABLE,
    output: Annotated[
        list[Path] | None, typer.Option("--output", metavar="FILE", help="help.score_output", show_default=False)
    ] = None,
    fail_under: Annotated[str | None, typer.Option(metavar="N", help="help.fail_under", show_default=False)] = None,
    partial: Annotated[bool, typer.Option("--partial", help="help.partial", show_default=False)] = False,
    detail: Annotated[bool, typer.Option("--detail", help="help.detail", show_default=False)] = False,
    institution: Annotated[
        str | None, typer.Option(metavar="NAME", help="help.institution", show_default=False)
    ] = None,
    previous: Annotated[Path | None, typer.Option(metavar="FILE", help="help.previous", show_default=False)] = None,
    annotate: Annotated[Path | None, typer.Option(metavar="FILE", help="help.annotate", show_default=False)] = None,
    force: Annotated[bool, typer.Option("--force", help="help.force", show_default=False)] = False,
) -> int | None:
    from kepatuhan.cli.score import ScoreRequest, run_score

    request = ScoreRequest(
        workbooks=tuple(workbooks),
        instrument=instrument,
        target=target,
        output_format=output_format.value,
        outputs=tuple(output or ()),
        fail_under=fail_under,
        is_partial=partial,
        is_detailed=detail,
        institution=institution,
        previous=previous,
        annotate=annotate,
        force=force,
    )
    return run_score(request, _settings(context))


def _plan(
    context: typer.Context,
    *,
    workbooks: Annotated[list[Path], typer.Argument(metavar="WORKBOOK...", help="help.workbooks", show_default=False)],
    instrument: Annotated[
        str | None, typer.Option(metavar="ID|FILE", help="help.instrument", show_default=False)
    ] = None,
    target: Annotated[str | None, typer.Option(metavar="N", help="help.target", show_default=False)] = None,
    unit: Annotated[str | None, typer.Option(metavar="NAME", help="help.unit", show_default=False)] = None,
    include_outside: Annotated[
        bool, typer.Option("--include-outside", help="help.include_outside", show_default=False)
    ] = False,
    output_format: Annotated[
        ScoreFormat,
        typer.Option("--format", metavar="table|json|csv|markdown", help="help.score_format", show_default=False),
    ] = ScoreFormat.TABLE,
    output: Annotated[
        list[Path] | None, typer.Option("--output", metavar="FILE", help="help.output", show_default=False)
    ] = None,
    institution: Annotated[
        str | None, typer.Option(metavar="NAME", help="help.institution", show_default=False)
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="help.force", show_default=False)] = False,
) -> int | None:
    from kepatuhan.cli.plan import PlanRequest, run_plan

    request = PlanRequest(
        workbooks=tuple(workbooks),
        instrument=instrument,
        target=target,
        unit=unit,
        includes_outside=include_outside,
        output_format=output_format.value,
        outputs=tuple(output or ()),
        institution=institution,
        force=force,
    )
    run_plan(request, _settings(context))
    return None


def _explain(
    context: typer.Context,
    *,
    workbooks: Annotated[list[Path], typer.Argument(metavar="WORKBOOK...", help="help.workbooks", show_default=False)],
    unit: Annotated[str, typer.Option(metavar="NAME", help="help.explain_unit", show_default=False)],
    component: Annotated[str | None, typer.Option(metavar="ID", help="help.component", show_default=False)] = None,
    instrument: Annotated[
        str | None, typer.Option(metavar="ID|FILE", help="help.instrument", show_default=False)
    ] = None,
    output_format: Annotated[
        ScoreFormat,
        typer.Option("--format", metavar="table|json|csv|markdown", help="help.score_format", show_default=False),
    ] = ScoreFormat.TABLE,
    output: Annotated[
        list[Path] | None, typer.Option("--output", metavar="FILE", help="help.output", show_default=False)
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="help.force", show_default=False)] = False,
) -> int | None:
    from kepatuhan.cli.explain import ExplainRequest, run_explain

    request = ExplainRequest(
        workbooks=tuple(workbooks),
        instrument=instrument,
        unit=unit,
        component=component,
        output_format=output_format.value,
        outputs=tuple(output or ()),
        force=force,
    )
    run_explain(request, _settings(context))
    return None


def _check(
    context: typer.Context,
    *,
    paths: Annotated[list[Path] | None, typer.Argument(metavar="PATH", help="help.paths", show_default=False)] = None,
    instrument: Annotated[
        str | None, typer.Option(metavar="ID|FILE", help="help.instrument", show_default=False)
    ] = None,
    output_format: Annotated[
        CheckFormat,
        typer.Option("--format", metavar="|".join(CheckFormat), help="help.check_format", show_default=False),
    ] = CheckFormat.AUTO,
    strict: Annotated[bool, typer.Option("--strict", help="help.strict", show_default=False)] = False,
    explain: Annotated[
        str | None, typer.Option("--explain", metavar="CODE", help="help.explain_code", show_default=False)
    ] = None,
    rules: Annotated[bool, typer.Option("--rules", help="help.rules", show_default=False)] = False,
) -> int | None:
    if explain is not None or rules:
        from kepatuhan.cli.rules import explain_rule, list_rules, refuse_beside

        refuse_beside("--rules" if explain is None else "--explain", context, _settings(context).words)
        if explain is None:
            list_rules(_settings(context))
        else:
            explain_rule(explain, _settings(context))
        return None
    from kepatuhan.cli.check import run_check

    return run_check(paths or [], instrument, output_format.value, _settings(context), is_strict=strict)


def _instruments(
    context: typer.Context,
    *,
    name: Annotated[str | None, typer.Argument(metavar="ID", help="help.instrument_id", show_default=False)] = None,
    output_format: Annotated[
        InstrumentsFormat,
        typer.Option("--format", metavar="table|json|markdown", help="help.format", show_default=False),
    ] = InstrumentsFormat.TABLE,
    copy: Annotated[Path | None, typer.Option(metavar="FILE", help="help.copy", show_default=False)] = None,
    force: Annotated[bool, typer.Option("--force", help="help.force", show_default=False)] = False,
) -> int | None:
    from kepatuhan.cli.instruments import InstrumentsRequest, run_instruments

    run_instruments(InstrumentsRequest(name, output_format.value, copy, force), _settings(context))
    return None


def _template(
    context: typer.Context,
    *,
    instrument: Annotated[
        str | None, typer.Option(metavar="ID|FILE", help="help.template_instrument", show_default=False)
    ] = None,
    units: Annotated[str | None, typer.Option(metavar="NAMES|FILE", help="help.units", show_default=False)] = None,
    output: Annotated[
        Path | None, typer.Option(metavar="FILE", help="help.template_output", show_default=False)
    ] = None,
    layout: Annotated[
        TemplateLayout, typer.Option("--layout", metavar="form|matrix", help="help.layout", show_default=False)
    ] = TemplateLayout.FORM,
    separate: Annotated[bool, typer.Option("--separate", help="help.separate", show_default=False)] = False,
    force: Annotated[bool, typer.Option("--force", help="help.force", show_default=False)] = False,
) -> int | None:
    from kepatuhan.cli.template import TemplateRequest, run_template

    request = TemplateRequest(instrument, units, output, force, layout.value, separate)
    run_template(request, _settings(context))
    return None


def make_command(words: Words, first_argument: str | None = None) -> Any:
    """The command line, with help in the language of ``words``.

    Where the ``first_argument`` names a command, that one alone is made: the others would keep a small run waiting.
    """
    app = typer.Typer(
        cls=Group, add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None, help="help.kepatuhan"
    )
    app.callback(invoke_without_command=True, epilog="help.epilog")(_with_global_options(_start))
    commands: dict[str, Callable[..., int | None]] = {
        "template": _template,
        "score": _score,
        "plan": _plan,
        "explain": _explain,
        "check": _check,
        "instruments": _instruments,
    }
    if first_argument in commands:
        commands = {first_argument: commands[first_argument]}
    for name, function in commands.items():
        app.command(
            name, cls=Command, help=f"help.{name}", short_help=f"help.{name}.short", epilog=f"help.{name}.epilog"
        )(_with_global_options(function))
    command = typer.main.get_command(app)
    translate(command, words)
    return command
