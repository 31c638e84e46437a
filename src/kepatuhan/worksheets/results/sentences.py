"""Sentences of the catalogue as formulas: their facts come from cells, so that they stay true."""

from collections.abc import Mapping
from string import Formatter

from kepatuhan.messages import Words
from kepatuhan.worksheets.formula_text import quoted_text
from kepatuhan.worksheets.matrix_formulas import uncounted_rows
from kepatuhan.worksheets.matrix_plan import MatrixPlan


def sentence_formula(words: Words, message_id: str, facts: Mapping[str, str]) -> str:
    """The expression that makes the sentence; ``facts`` are expressions for what stands in braces."""
    parts = []
    for text, name, _, _ in Formatter().parse(words.template(message_id)):
        if text:
            parts.append(quoted_text(text))
        if name is not None:
            parts.append(facts[name])
    return "&".join(parts)


def told_of_added_rows(plan: MatrixPlan, words: Words, otherwise: str) -> str:
    """The expression that says how many rows no formula looks at; ``otherwise`` while there are none."""
    added = uncounted_rows(plan)
    sentence = sentence_formula(words, "results.uncounted", {"count": f"({added})"})
    return f"IF({added}=0,{otherwise},{sentence})"


def rounded_text(expression: str, decimals: int) -> str:
    """A number as text with so many decimals, with the decimal sign of the reader's program."""
    return f"FIXED({expression},{decimals},TRUE)"
