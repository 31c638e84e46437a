"""Every rule for indicator files by its code: a name that people can remember, and how bad a breach is.

The functions that find a breach stand in the modules beside this one; those of the shape of a file (KP1xx) stand in
``kepatuhan.instrument``. What a rule means is told by the catalogues of words.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from kepatuhan.problems import Level
from kepatuhan.spelling import fold, nearest


class Rule(NamedTuple):
    """A rule: its code and name never change their meaning."""

    code: str
    name: str
    level: Level


_ALL = (
    Rule("KP101", "file-cannot-be-read", Level.ERROR),
    Rule("KP102", "not-utf-8", Level.ERROR),
    Rule("KP103", "yaml-syntax", Level.ERROR),
    Rule("KP104", "too-large-or-deep", Level.ERROR),
    Rule("KP105", "key-given-twice", Level.ERROR),
    Rule("KP106", "read-as-something-else", Level.ERROR),
    Rule("KP107", "no-keys-at-all", Level.ERROR),
    Rule("KP108", "misspelt-key", Level.ERROR),
    Rule("KP109", "key-is-missing", Level.ERROR),
    Rule("KP110", "wrong-type", Level.ERROR),
    Rule("KP111", "number-as-id", Level.ERROR),
    Rule("KP112", "reserved-id", Level.ERROR),
    Rule("KP113", "unknown-format", Level.ERROR),
    Rule("KP114", "id-used-twice", Level.ERROR),
    Rule("KP115", "not-one-of-the-choices", Level.ERROR),
    Rule("KP116", "tab-in-indentation", Level.ERROR),
    Rule("KP117", "unknown-key", Level.ERROR),
    Rule("KP118", "unknown-unit-type", Level.ERROR),
    Rule("KP119", "key-only-for-leaves", Level.ERROR),
    Rule("KP120", "key-only-for-groups", Level.ERROR),
    Rule("KP121", "unknown-instrument", Level.ERROR),
    Rule("KP122", "unit-types-alike", Level.ERROR),
    Rule("KP123", "year-given-twice", Level.ERROR),
    Rule("KP124", "ignore-incomplete", Level.WARNING),
    Rule("KP125", "ignore-of-unknown-code", Level.WARNING),
    Rule("KP126", "ignore-unused", Level.WARNING),
    Rule("KP127", "ignore-of-an-error", Level.WARNING),
    Rule("KP128", "decimal-comma-in-braces", Level.ERROR),
    Rule("KP129", "ignore-given-twice", Level.WARNING),
    Rule("KP201", "weights-do-not-add-up", Level.ERROR),
    Rule("KP202", "weight-not-positive", Level.ERROR),
    Rule("KP203", "weight-is-missing", Level.ERROR),
    Rule("KP204", "weight-beside-equal", Level.ERROR),
    Rule("KP205", "sum-without-components", Level.ERROR),
    Rule("KP206", "nothing-is-scored", Level.ERROR),
    Rule("KP207", "nearly-a-usual-sum", Level.WARNING),
    Rule("KP208", "weight-too-small-to-notice", Level.WARNING),
    Rule("KP301", "unknown-scale", Level.ERROR),
    Rule("KP302", "flat-scale", Level.ERROR),
    Rule("KP303", "zero-inside-scale", Level.ERROR),
    Rule("KP304", "answer-means-two-things", Level.ERROR),
    Rule("KP305", "points-not-positive", Level.ERROR),
    Rule("KP306", "scale-is-missing", Level.ERROR),
    Rule("KP307", "limits-not-whole", Level.ERROR),
    Rule("KP308", "neither-options-nor-numbers", Level.ERROR),
    Rule("KP309", "spelling-of-no-option", Level.ERROR),
    Rule("KP310", "remark-out-of-place", Level.ERROR),
    Rule("KP311", "answer-means-blank", Level.ERROR),
    Rule("KP312", "unused-scale", Level.WARNING),
    Rule("KP313", "step-not-on-scale", Level.WARNING),
    Rule("KP314", "step-is-missing", Level.WARNING),
    Rule("KP315", "step-given-twice", Level.WARNING),
    Rule("KP401", "lowest-band-too-high", Level.ERROR),
    Rule("KP402", "band-given-twice", Level.ERROR),
    Rule("KP403", "band-above-full-score", Level.ERROR),
    Rule("KP404", "target-out-of-reach", Level.ERROR),
    Rule("KP405", "roll-up-without-column", Level.ERROR),
    Rule("KP406", "full-score-not-positive", Level.ERROR),
    Rule("KP407", "bands-out-of-order", Level.ERROR),
    Rule("KP408", "band-below-every-score", Level.WARNING),
    Rule("KP501", "figure-without-origin", Level.ERROR),
    Rule("KP502", "unknown-source", Level.ERROR),
    Rule("KP503", "source-given-twice", Level.ERROR),
    Rule("KP504", "guidance-is-missing", Level.WARNING),
    Rule("KP505", "unused-source", Level.NOTE),
    Rule("KP601", "id-in-two-files", Level.ERROR),
    Rule("KP602", "years-overlap", Level.ERROR),
)

RULES: Mapping[str, Rule] = MappingProxyType({rule.code: rule for rule in _ALL})
"""By their codes, in the order of the codes."""


def find_rule(code_or_name: str) -> Rule | None:
    """The rule with a code (``KP201``) or a name (``weights-do-not-add-up``), whatever its letter case."""
    wanted = fold(code_or_name)
    return next((rule for rule in _ALL if wanted in (fold(rule.code), rule.name)), None)


def near_rule(code_or_name: str) -> str | None:
    """The code or name that was probably meant."""
    return nearest(code_or_name, [text for rule in _ALL for text in (rule.name, rule.code)])
