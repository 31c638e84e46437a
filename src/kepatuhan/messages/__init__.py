"""The words: one catalogue per language, and the one place where facts become a sentence.

A catalogue maps an id to a sentence with placeholders. Every problem code is an id; all other ids are dotted. The
catalogues hold the same ids with the same placeholders, and no id that nothing uses.
"""

import unicodedata
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from importlib import import_module

from kepatuhan.exact import Exact, to_text
from kepatuhan.problems import Problem, Term, Where

LANGUAGES = ("id", "en")
DEFAULT_LANGUAGE = "id"

_CATALOGUES = {"id": "kepatuhan.messages.indonesian", "en": "kepatuhan.messages.english"}
_LONGEST_LIST = 12
_LONGEST_FACT = 120


def literal(text: str) -> str:
    """``text`` on one line, with nothing in it that a terminal would act on or hide."""
    return "".join(
        character if unicodedata.category(character)[0] != "C" else f"\\u{ord(character):04x}" for character in text
    )


class Phrase(str):
    """A fact that was put into words already: it stands in the sentence whole and as it is."""

    __slots__ = ()


class Words:
    """The sentences and number forms of one language."""

    def __init__(self, language: str = DEFAULT_LANGUAGE) -> None:
        self.language = language
        self._texts: Mapping[str, str] = import_module(_CATALOGUES[language]).TEXTS

    def text(self, message_id: str, **facts: object) -> str:
        """The sentence of ``message_id`` with its facts."""
        return self._texts[message_id].format(**{name: self._fact(name, fact) for name, fact in facts.items()})

    def has(self, message_id: str) -> bool:
        """Whether there is such a sentence."""
        return message_id in self._texts

    def plural(self, message_id: str, count: int, **facts: object) -> str:
        """The sentence for ``count`` things: ``message_id`` with ``.one`` where the language has it and it is one."""
        singular = f"{message_id}.one"
        chosen = singular if count == 1 and singular in self._texts else message_id
        return self.text(chosen, count=count, **facts)

    def template(self, message_id: str) -> str:
        """The sentence of ``message_id`` with the names of its facts in braces."""
        return self._texts[message_id]

    def problem(self, problem: Problem) -> str:
        """What is wrong and what to do; where it is stands beside it (see :meth:`where`)."""
        return self.text(problem.code, **problem.facts)

    def where(self, where: Where | None) -> str:
        """A place as people write it: ``units.xlsx, Disdukcapil!D14`` or ``file.yaml:12:5``."""
        if where is None:
            return ""
        if where.line is not None:
            return f"{literal(where.file)}:{where.line}:{where.column or 1}"
        inside = "!".join(part for part in (where.sheet, where.cell) if part)
        return ", ".join(literal(part) for part in (where.file, inside) if part)

    def number(self, value: Exact | Decimal) -> str:
        """A number in the form of the language: ``87,88`` in Indonesian, ``87.88`` in English."""
        text = str(value) if isinstance(value, Decimal) else to_text(value)
        return text.replace(".", ",") if self.language == "id" else text

    def _fact(self, name: str, fact: object) -> str:
        if name == "limits" and isinstance(fact, tuple):  # two numbers, or none
            return self.text("hint.limits", low=Decimal(fact[0]), high=Decimal(fact[1])) if fact else ""
        if name in ("near", "more", "mean", "plain"):  # a hint that is there or not
            return self.text(f"hint.{name}", **{f"{name}_value": fact}) if fact else ""
        if isinstance(fact, Term):
            return self._texts[fact]
        if isinstance(fact, Phrase):
            return fact
        if isinstance(fact, int | Fraction | Decimal):
            return self.number(fact)
        if isinstance(fact, tuple):
            shown = [_short(literal(str(item))) for item in fact[:_LONGEST_LIST]]
            left = len(fact) - len(shown)
            return ", ".join(shown) + (f", … (+{left})" if left else "")
        return _short(literal(str(fact)))


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_FACT else text[: _LONGEST_FACT - 1] + "…"
