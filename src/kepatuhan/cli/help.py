"""Help in the user's language. In the code every help text is a message id; here it becomes a sentence.

The parser's own headings and errors are English; the headings are replaced in the finished text, the errors are
recognised by their class.
"""

import re
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from kepatuhan.messages import Words, literal
from kepatuhan.spelling import nearest

_HEADINGS = {
    "Usage: ": "help.usage",
    "Arguments:": "help.arguments",
    "Options:": "help.options",
    "Commands:": "help.commands",
    "Show this message and exit.": "help.help",
    "[required]": "help.required",
    "[default: ": "help.default",
    "[OPTIONS]": "help.options_metavar",
    "COMMAND [ARGS]...": "help.command_metavar",
}


def _translate_headings(text: str, words: Words) -> str:
    for heading, message in _HEADINGS.items():
        text = text.replace(heading, words.text(message))
    text = re.sub(r"\{([^{}]*?)(?:\.\.\.)?\}(?=\.\.\.)", r"\1", text)
    return re.sub(r"<list\[Path\]>|<str>", lambda kind: " " * len(kind[0]), text)


class Command(TyperCommand):
    """A command whose help speaks the user's language."""

    def get_help(self, ctx: Any) -> str:
        """The help text."""
        return _translate_headings(super().get_help(ctx), ctx.obj.words)


class Group(TyperGroup):
    """The top of the command line, whose help speaks the user's language."""

    def get_help(self, ctx: Any) -> str:
        """The help text."""
        return _translate_headings(super().get_help(ctx), ctx.obj.words)


def translate(command: Any, words: Words) -> None:
    """Replace the message ids in the help of ``command`` and all below it by their texts."""
    for attribute in ("help", "short_help", "epilog"):
        message = getattr(command, attribute, None)
        if message:
            setattr(command, attribute, words.text(message))
    for parameter in command.params:
        if getattr(parameter, "help", None) and parameter.help.startswith("help."):
            parameter.help = words.text(parameter.help)
    for below in getattr(command, "commands", {}).values():
        translate(below, words)


def usage_error_text(trouble: typer.TyperException, words: Words) -> str:
    """A usage error in the user's language, with the way to the help."""
    context = getattr(trouble, "ctx", None)
    path = context.command_path if context is not None else "kepatuhan"
    return f"{_what_is_wrong(trouble, words)}\n{words.text('usage.help', command=path)}"


def _what_is_wrong(trouble: typer.TyperException, words: Words) -> str:
    """The sentence for a usage error. The parser's classes are private, so they are told apart by their names."""
    kind, context = type(trouble).__name__, getattr(trouble, "ctx", None)
    option = getattr(trouble, "option_name", "") or ""
    if kind == "NoSuchOption":
        possible = tuple(getattr(trouble, "possibilities", None) or ())
        return words.text("usage.option", what=option, near=possible[0] if possible else "")
    if kind == "BadOptionUsage":
        return words.text("usage.option_value", what=option)
    if kind == "MissingParameter":
        return words.text("usage.missing", parameter=_parameter_name(trouble))
    if kind == "BadParameter":
        choices = tuple(
            getattr(getattr(getattr(trouble, "param", None), "type_descriptor", None), "choices", None) or ()
        )
        if choices:
            allowed = tuple(str(getattr(choice, "value", choice)) for choice in choices)
            return words.text("usage.choice", parameter=_parameter_name(trouble), allowed=allowed)
        return words.text("usage.value", parameter=_parameter_name(trouble), what=trouble.message)
    unknown = _NO_SUCH_COMMAND.search(trouble.message)
    if unknown and context is not None:
        near = nearest(unknown[1], getattr(context.command, "commands", {}), likeness=0.6) or ""
        return words.text("usage.command", what=unknown[1], near=near)
    extra = _EXTRA_ARGUMENT.search(trouble.message)
    return words.text("usage.extra", what=extra[1]) if extra else words.text("usage.other", what=trouble.message)


_NO_SUCH_COMMAND = re.compile(r"No such command '(.*?)'")
_EXTRA_ARGUMENT = re.compile(r"unexpected extra argument(?:\(s\)|s)? \((.*)\)")


def _parameter_name(trouble: typer.TyperException) -> str:
    hint = getattr(trouble, "param_hint", None)
    if hint:
        return literal(hint if isinstance(hint, str) else " / ".join(hint))
    parameter = getattr(trouble, "param", None)
    if parameter is None:
        return ""
    name = next((option for option in parameter.opts if option.startswith("--")), parameter.metavar or parameter.name)
    return str(name)
