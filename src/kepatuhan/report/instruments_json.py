"""Instruments for other programs: ``kepatuhan.instruments/1``."""

import json
from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from kepatuhan.exact import to_text
from kepatuhan.instrument.model import Component, Group, Indicator, Instrument
from kepatuhan.report.instrument_facts import effective_weights

FORMAT = "kepatuhan.instruments/1"


def render_instruments_json(instruments: Sequence[Instrument], *, with_trees: bool) -> str:
    """Instruments for other programs; with their trees when one was asked for."""
    entries = [_entry(instrument, with_tree=with_trees) for instrument in instruments]
    return json.dumps({"format": FORMAT, "instruments": entries}, ensure_ascii=False, indent=2) + "\n"


def _entry(instrument: Instrument, *, with_tree: bool) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "id": instrument.id,
        "family": instrument.family,
        "title": instrument.title,
        "issuer": instrument.issuer,
        "years": list(instrument.years),
        "fingerprint": instrument.fingerprint,
        "indicators": len(instrument.indicators),
        "assumptions": len(instrument.assumed_weights),
    }
    if not with_tree:
        return entry
    shares = effective_weights(instrument)
    return entry | {
        "note": instrument.note,
        "full_score": to_text(instrument.full_score),
        "decimals": instrument.decimals,
        "target": None if instrument.target is None else to_text(instrument.target),
        "bands": [
            {"from": to_text(b.lower), "category": b.category, "zone": b.zone, "label": b.label, "colour": b.colour}
            for b in instrument.bands
        ],
        "bands_source": instrument.bands_source,
        "bands_assumption": instrument.bands_assumption,
        "roll_up": {
            "method": "weighted" if instrument.roll_up.by else "mean",
            "by": instrument.roll_up.by,
            "source": instrument.roll_up.source,
            "assumption": instrument.roll_up.assumption,
        },
        "scale_assumptions": dict(instrument.scale_assumptions),
        "sources": [{"id": s.id, "title": s.title, "url": s.url} for s in instrument.sources],
        "components": [_component(component, shares) for component in instrument.components],
    }


def _component(component: Component, shares: dict[str, Fraction]) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "id": component.id,
        "title": component.title,
        "level": component.level,
        "weight": None if component.weight is None else to_text(component.weight),
        "effective_weight": float(shares.get(component.id, 0)),
        "source": component.source,
        "assumption": component.assumption,
    }
    if isinstance(component, Group):
        return entry | {"components": [_component(child, shares) for child in component.components]}
    assert isinstance(component, Indicator)
    return entry | {
        "scale": component.scale.id,
        "observed": component.observed,
        "scored": component.scored,
        "question": component.question,
        "steps": dict(component.steps),
        "evidence": component.evidence,
        "remedy": component.remedy,
        "effort": component.effort if component.effort is not None else "outside",
    }
