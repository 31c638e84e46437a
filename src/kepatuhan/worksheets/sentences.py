"""Sentences of the catalogue as formulas: their facts come from cells, so that they stay true."""

from collections.abc import Mapping
from string import Formatter

from kepatuhan.messages import Words
from kepatuhan.worksheets.formula_text import quoted_text


def sentence_formula(words: Words, message_id: str, facts: Mapping[str, str]) -> str:
    """The expression that makes the sentence; ``facts`` are expressions for what stands in braces."""
    parts = []
    for text, name, _, _ in Formatter().parse(words.template(message_id)):
        if text:
            parts.append(quoted_text(text))
        if name is not None:
            parts.append(facts[name])
    return "&".join(parts)


def rounded_text(expression: str, decimals: int) -> str:
    """A number as text with so many decimals, with the decimal sign of the reader's program."""
    return f"FIXED({expression},{decimals},TRUE)"
