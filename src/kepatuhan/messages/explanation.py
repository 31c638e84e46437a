"""The shape of an explanation, and where those of a language are."""

from collections.abc import Mapping
from importlib import import_module
from typing import NamedTuple

_CATALOGUES = {"id": "kepatuhan.messages.rules_indonesian", "en": "kepatuhan.messages.rules_english"}
_MEANINGS = {"id": "kepatuhan.messages.meanings_indonesian", "en": "kepatuhan.messages.meanings_english"}


class Explanation(NamedTuple):
    """What a rule is called for people, why it matters, and how to mend what breaks it."""

    title: str
    why: str
    mend: str


def explanations(language: str) -> Mapping[str, Explanation]:
    """The explanations of every rule for indicator files in a language (``id``, ``en``), by code."""
    found: Mapping[str, Explanation] = import_module(_CATALOGUES[language]).EXPLANATIONS
    return found


def meanings(language: str) -> Mapping[str, str]:
    """By code, what problems of workbooks mean where their message does not say it all (``id``, ``en``)."""
    found: Mapping[str, str] = import_module(_MEANINGS[language]).MEANINGS
    return found
