"""The fingerprint of an instrument: the same for every file that scores alike, another as soon as a score could differ.

It is the sha256 of a canonical JSON (keys sorted, no spaces, UTF-8, exact numbers as text) of the tree with its weights
and scales, the bands, the roll-up, the full score and the decimals. Titles, questions, steps, sources, assumptions,
efforts, the target, comments and line ends do not enter. The documentation of the JSON formats repeats this.
"""

import hashlib
import json
from typing import Any

from kepatuhan.exact import to_text
from kepatuhan.instrument.model import Component, Group, Indicator, Instrument, NumberScale, Scale

SHORT = 8
"""How many characters of a fingerprint people are shown."""


def fingerprint(instrument: Instrument) -> str:
    """The fingerprint, 64 hexadecimal digits."""
    deciding = {
        "full_score": to_text(instrument.full_score),
        "decimals": instrument.decimals,
        "bands": [[to_text(band.lower), band.category, band.zone, band.label] for band in instrument.bands],
        "roll_up": instrument.roll_up.by,
        "unit_types": sorted(instrument.unit_types),
        "components": [_component(component) for component in instrument.components],
    }
    canonical = json.dumps(deciding, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(canonical.encode()).hexdigest()


def _component(component: Component) -> dict[str, Any]:
    deciding: dict[str, Any] = {
        "id": component.id,
        "weight": None if component.weight is None else to_text(component.weight),
    }
    if isinstance(component, Group):
        return deciding | {"components": [_component(child) for child in component.components]}
    assert isinstance(component, Indicator)
    return deciding | {
        "scale": _scale(component.scale),
        "observed": component.observed,
        "not_applicable": component.may_be_not_applicable,
        "only_for": sorted(component.only_for) if component.only_for is not None else None,
        "scored": component.scored,
        "appends": dict(component.appends),
    }


def _scale(scale: Scale) -> dict[str, Any]:
    if isinstance(scale, NumberScale):
        return {
            "worst": to_text(scale.worst),
            "best": to_text(scale.best),
            "zero": to_text(scale.zero),
            "whole": scale.whole,
        }
    return {"options": {option: to_text(points) for option, points in scale.options.items()}, "also": dict(scale.also)}
