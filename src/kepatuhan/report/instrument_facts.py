"""What every form of an instrument shows: effective weights, where figures come from, and what is assumed."""

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from kepatuhan.instrument.model import Component, Group, Instrument, OptionScale, Scale
from kepatuhan.messages import Words
from kepatuhan.scoring.answers import UnitAnswers
from kepatuhan.scoring.scorer import Scorer


class Fact(NamedTuple):
    """Something about an instrument in words: what it is about, and what is so."""

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


def answer_facts(instrument: Instrument, words: Words) -> list[Fact]:
    """How the indicators are answered: on which scale, several times or once, and where "not applicable" is allowed."""
    by_scale: dict[str, list[str]] = {}
    by_observed: dict[str, list[str]] = {}
    leavable: list[str] = []
    for indicator in instrument.indicators:
        by_scale.setdefault(indicator.scale.id, []).append(indicator.id)
        if indicator.observed:
            by_observed.setdefault(indicator.observed, []).append(indicator.id)
        if indicator.may_be_not_applicable:
            leavable.append(indicator.id)
    facts = [
        Fact(
            words.text("instruments.about_scale", scale=name),
            f"{_scale_text(instrument.scales[name], words)}: {_ids(ids)}",
        )
        for name, ids in by_scale.items()
    ]
    for observed, ids in by_observed.items():
        facts.append(Fact(words.text("instruments.observed", observed=observed), _ids(ids)))
    if leavable:
        facts.append(Fact(words.text("instruments.may_be_left_out"), _ids(leavable)))
    return facts


def _scale_text(scale: Scale, words: Words) -> str:
    if isinstance(scale, OptionScale):
        best_first = sorted(scale.options.items(), key=lambda option: -option[1])
        return ", ".join(words.text("instruments.option", option=name, points=points) for name, points in best_first)
    message = "instruments.whole_scale" if scale.whole else "instruments.number_scale"
    return words.text(message, worst=scale.worst, best=scale.best)


def _ids(ids: list[str]) -> str:
    return ", ".join(ids)


def assumptions(instrument: Instrument, words: Words) -> list[Fact]:
    """Every choice of the file: bands, roll-up, scales, and weights (those with the same reason together)."""
    found: list[Fact] = []
    if instrument.bands_assumption:
        found.append(Fact(words.text("instruments.about_bands"), instrument.bands_assumption))
    if instrument.roll_up.assumption:
        found.append(Fact(words.text("instruments.about_roll_up"), instrument.roll_up.assumption))
    for name, text in instrument.scale_assumptions.items():
        found.append(Fact(words.text("instruments.about_scale", scale=name), text))
    weights: dict[str, list[str]] = {}
    for component in instrument.assumed_weights:
        weights.setdefault(component.assumption or "", []).append(component.id)
    for text, ids in weights.items():
        found.append(Fact(words.text("instruments.about_weights", ids=tuple(ids)), text))
    return found
