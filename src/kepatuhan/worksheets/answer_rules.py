"""What may be typed into an answer cell, what is said when the cell is chosen, and when something else was typed."""

from dataclasses import replace
from typing import Any

from kepatuhan.exact import Exact
from kepatuhan.instrument.model import NOT_APPLICABLE_WORD, Indicator, NumberScale
from kepatuhan.messages import Words

_LONGEST_TITLE, _LONGEST_MESSAGE = 32, 255
"""What Excel shows of a message."""

Rule = dict[str, Any]
"""A data validation, in the terms of XlsxWriter."""


def answer_rule(indicator: Indicator, choices: str | None, first_cell: str, words: Words) -> Rule:
    """The rule of the answer cells of an indicator: ``choices`` where there is a list, else the limits of its scale."""
    allowed = allowed_text(indicator, words)
    rule: Rule = {
        "input_title": _short(indicator.id, _LONGEST_TITLE),
        "input_message": _short(words.text("worksheet.input", allowed=allowed), _LONGEST_MESSAGE),
        "error_title": _short(words.text("worksheet.error_title"), _LONGEST_TITLE),
        "error_message": _short(words.text("worksheet.error", id=indicator.id, allowed=allowed), _LONGEST_MESSAGE),
    }
    if choices is not None:
        return {**rule, "validate": "list", "source": f"={choices}"}
    scale = indicator.scale
    assert isinstance(scale, NumberScale)
    low, high = sorted((scale.worst, scale.best))
    if not indicator.may_be_not_applicable:
        limits = {"criteria": "between", "minimum": _plain(low), "maximum": _plain(high)}
        return {**rule, "validate": "integer" if scale.whole else "decimal", **limits}
    within = f"{first_cell}>={_plain(low)},{first_cell}<={_plain(high)}"
    if scale.whole:
        within += f",{first_cell}=ROUND({first_cell},0)"
    formula = f'=IF(COUNT({first_cell})=1,AND({within}),{first_cell}="{NOT_APPLICABLE_WORD}")'
    return {**rule, "validate": "custom", "value": formula}


def matrix_rule(
    indicator: Indicator, choices: str | None, first_cell: str, condition: str | None, nothing: str, words: Words
) -> Rule:
    """The rule of a column of answers, whose message also says what is asked and what each mark means.

    ``condition`` says whether the unit's type has the indicator: else the dropdown offers ``nothing``.
    """
    rule = answer_rule(indicator, choices, first_cell, words)
    meanings = "; ".join(f"{mark} = {meaning}" for mark, meaning in indicator.steps.items())
    asked = " ".join((indicator.question or indicator.title).split())
    rule["input_message"] = _short("\n".join(part for part in (asked, meanings) if part), _LONGEST_MESSAGE)
    if condition is None:
        return rule
    if choices is not None:
        return {**rule, "source": f"=IF({condition},{choices},{nothing})"}
    open_rule = answer_rule(replace(indicator, may_be_not_applicable=True), None, first_cell, words)
    formula = open_rule["value"].removeprefix("=")
    if not indicator.may_be_not_applicable:
        formula = f"IF(COUNT({first_cell})=1,{formula},FALSE)"
    return {**rule, "validate": "custom", "value": f"=AND({condition},{formula})"}


def direct_rule(heading: str, most: Exact, words: Words) -> Rule:
    """The rule of the cells of scores that are given directly: a number from 0 to ``most``."""
    allowed = words.text("worksheet.number", low=0, high=most)
    return {
        "validate": "decimal",
        "criteria": "between",
        "minimum": 0,
        "maximum": _plain(most),
        "input_title": _short(heading, _LONGEST_TITLE),
        "input_message": _short(words.text("worksheet.input", allowed=allowed), _LONGEST_MESSAGE),
        "error_title": _short(words.text("worksheet.error_title"), _LONGEST_TITLE),
        "error_message": _short(words.text("worksheet.error", id=heading, allowed=allowed), _LONGEST_MESSAGE),
    }


def count_rule(by: str, words: Words) -> Rule:
    """The rule of the cell for what a weighted roll-up counts: a whole number above 0."""
    return {
        "validate": "integer",
        "criteria": ">",
        "value": 0,
        "input_title": _short(by.capitalize(), _LONGEST_TITLE),
        "input_message": _short(words.text("worksheet.count", by=by), _LONGEST_MESSAGE),
        "error_title": _short(words.text("worksheet.error_title"), _LONGEST_TITLE),
        "error_message": _short(words.text("worksheet.count_error", by=by), _LONGEST_MESSAGE),
    }


def evidence_rule(evidence: str, words: Words) -> Rule:
    """What the assessor wants to see, shown when the cell is chosen; anything may be typed."""
    return {
        "validate": "any",
        "input_title": _short(words.text("worksheet.evidence"), _LONGEST_TITLE),
        "input_message": _short(evidence, _LONGEST_MESSAGE),
    }


def name_rule(words: Words) -> Rule:
    """What to do with the name of the unit; anything may be typed."""
    return {
        "validate": "any",
        "input_title": _short(words.text("worksheet.name"), _LONGEST_TITLE),
        "input_message": _short(words.text("worksheet.name_help"), _LONGEST_MESSAGE),
    }


def allowed_text(indicator: Indicator, words: Words) -> str:
    """What may be answered, in words."""
    scale = indicator.scale
    if isinstance(scale, NumberScale):
        low, high = sorted((scale.worst, scale.best))
        kind = "worksheet.whole" if scale.whole else "worksheet.number"
        allowed = words.text(kind, low=low, high=high)
    else:
        allowed = ", ".join(scale.options)
    return f"{allowed}, {NOT_APPLICABLE_WORD}" if indicator.may_be_not_applicable else allowed


def _plain(value: Exact) -> int | float:
    return value.numerator if value.denominator == 1 else float(value)


def _short(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 1] + "…"
