"""What every form of an instrument shows: effective weights, where figures come from, and what is assumed."""

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from kepatuhan.instrument.model import Component, Group, Instrument
from kepatuhan.messages import Words
from kepatuhan.scoring.answers import UnitAnswers
from kepatuhan.scoring.scorer import Scorer


class Assumption(NamedTuple):
    """A choice of the file, and what it is about: ids of components, or a word of the catalogue."""

    about: str
    text: str


def effective_weights(instrument: Instrument) -> dict[str, Fraction]:
    """The weight of every component in the final score of a unit that every indicator fits."""
    shares: dict[str, Fraction] = {}
    for unit_type in instrument.unit_types or (None,):
        for top in Scorer(instrument).tree(UnitAnswers("", {}, type=unit_type)):
            shares |= {c.component.id: c.effective_weight for c in top.walk() if c.component.id not in shares}
    return shares


def walk(components: tuple[Component, ...], depth: int = 0) -> Iterator[tuple[int, Component]]:
    """All components, parents first, each with its depth."""
    for component in components:
        yield depth, component
        if isinstance(component, Group):
            yield from walk(component.components, depth + 1)


def origin(component: Component, words: Words) -> str:
    """Where a component's weight comes from: the id of a source, or that it is assumed; empty without a weight."""
    if component.weight is None:
        return ""
    if component.assumption is not None:
        return words.text("instruments.assumed")
    return component.source or ""


def assumptions(instrument: Instrument, words: Words) -> list[Assumption]:
    """Every choice of the file: bands, roll-up, scales, and weights (those with the same reason together)."""
    found: list[Assumption] = []
    if instrument.bands_assumption:
        found.append(Assumption(words.text("instruments.about_bands"), instrument.bands_assumption))
    if instrument.roll_up.assumption:
        found.append(Assumption(words.text("instruments.about_roll_up"), instrument.roll_up.assumption))
    for name, text in instrument.scale_assumptions.items():
        found.append(Assumption(words.text("instruments.about_scale", scale=name), text))
    weights: dict[str, list[str]] = {}
    for component in instrument.assumed_weights:
        weights.setdefault(component.assumption or "", []).append(component.id)
    for text, ids in weights.items():
        found.append(Assumption(words.text("instruments.about_weights", ids=tuple(ids)), text))
    return found
