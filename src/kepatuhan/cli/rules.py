"""``kepatuhan check --rules`` and ``--explain``: what is checked in indicator files, and why."""

import re

import typer

from kepatuhan.checking.cases import example
from kepatuhan.checking.catalogue import RULES, find_rule, near_rule
from kepatuhan.cli.output import print_text
from kepatuhan.cli.settings import Settings
from kepatuhan.messages import Words
from kepatuhan.report.explanation import address_of
from kepatuhan.report.rules_text import RuleFacts, WorkbookProblem, render_rule, render_rules, render_workbook_problem
from kepatuhan.workbook.cases import CASES

_OF_A_CHECK = ("paths", "instrument", "output_format", "strict")

_OF_WORKBOOKS = re.compile(r"KP[78]\d\d")


def refuse_beside(option: str, context: typer.Context, words: Words) -> None:
    """Refuse what is given beside ``option``, which tells about rules and checks nothing.

    Raises:
        typer.BadParameter: naming what would have no effect.
    """
    given = [
        parameter.opts[0] if parameter.opts[0].startswith("-") else str(parameter.metavar)
        for parameter in context.command.params
        if parameter.name in _OF_A_CHECK and _is_given(context, parameter.name)
    ]
    if option == "--explain" and _is_given(context, "rules"):
        given.append("--rules")
    if given:
        raise typer.BadParameter(words.text("usage.alone", others=tuple(given)), param_hint=option)


def _is_given(context: typer.Context, name: str) -> bool:
    source = context.get_parameter_source(name)
    return source is not None and source.name == "COMMANDLINE"


def list_rules(settings: Settings) -> None:
    """Print every rule for indicator files in a line."""
    rules = [RuleFacts(rule.code, rule.name, rule.level) for rule in RULES.values()]
    print_text(render_rules(rules, settings.words, settings.output_width))


def explain_rule(code_or_name: str, settings: Settings) -> None:
    """Print what a rule means, by its code or its name.

    Raises:
        typer.BadParameter: when there is no such rule.
    """
    words = settings.words
    rule = find_rule(code_or_name)
    code = code_or_name.strip().upper()
    if rule is not None:
        shown = example(rule.code)
        facts = RuleFacts(*rule, shown.wrong, shown.right)
        print_text(render_rule(facts, words, settings.output_width))
    elif _OF_WORKBOOKS.fullmatch(code) and words.has(code):
        case = CASES.get(code)
        problem = WorkbookProblem(code, address_of(code), *((case.wrong, case.right) if case else ()))
        print_text(render_workbook_problem(problem, words, settings.output_width))
    else:
        near = near_rule(code_or_name) or ""
        raise typer.BadParameter(words.text("usage.rule", text=code_or_name, near=near), param_hint="--explain")
