"""An instrument, or the list of them, as text and as JSON (``kepatuhan.instruments/1``)."""

import json
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Any

from kepatuhan.exact import round_half_up, to_text
from kepatuhan.instrument.fingerprint import SHORT
from kepatuhan.instrument.model import Component, Group, Indicator, Instrument
from kepatuhan.messages import Words, literal
from kepatuhan.report.page import Page, text_of, zone_style
from kepatuhan.report.tree import TreeColumn, TreeRow, tree_table
from kepatuhan.scoring.answers import UnitAnswers
from kepatuhan.scoring.scorer import Scorer

FORMAT = "kepatuhan.instruments/1"


def render_instrument_list(instruments: Sequence[Instrument], words: Words, page: Page) -> str:
    """A line per instrument: id, years, title, and how many indicators it has."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    console = page.console(None if page.width else 160)
    table = Table(box=box.ASCII if page.ascii_only else box.SIMPLE_HEAD, show_edge=False, header_style="bold")
    for header in ("instruments.id", "instruments.years", "instruments.title", "instruments.indicators"):
        table.add_column(words.text(header), overflow="fold", no_wrap=header == "instruments.id")
    for instrument in instruments:
        table.add_row(
            Text(instrument.id),
            Text(instrument.years_text),
            Text(literal(f"{instrument.issuer}: {instrument.title}")),
            Text(str(len(instrument.indicators))),
        )
    console.print(table)
    console.print()
    console.print(words.text("instruments.show_one"))
    return text_of(console)


def render_instrument(instrument: Instrument, words: Words, page: Page) -> str:
    """One instrument: its tree with weights, its bands, its sources and what is assumed."""
    console = page.console(None if page.width else 160)
    console.print(literal(f"{instrument.issuer}: {instrument.title}"), style="bold")
    identity = {"id": instrument.id, "fingerprint": instrument.fingerprint[:SHORT], "years": instrument.years_text}
    console.print(words.text("table.instrument", **identity))
    if instrument.note:
        console.print()
        console.print(literal(instrument.note))
    console.print()
    columns = (
        TreeColumn(words.text("instruments.weight"), is_number=True),
        TreeColumn(words.text("table.share"), is_number=True),
        TreeColumn(words.text("instruments.origin")),
    )
    rows = _rows(instrument, words)
    header = literal(" / ".join(instrument.level_names))
    console.print(tree_table(page, header, columns, rows, header_style="bold"))
    console.print()
    console.print(words.text("instruments.bands"), style="bold")
    for band in instrument.bands:
        names = ", ".join(literal(name) for name in (band.category, band.zone, band.label) if name)
        console.print(f"  {words.number(band.lower)}: {names}", style=zone_style(band.zone, band.colour))
    assumptions = dict.fromkeys(c.assumption for c in instrument.assumed_weights if c.assumption)
    if assumptions:
        console.print()
        console.print(words.text("instruments.assumptions", count=len(instrument.assumed_weights)), style="bold")
        for assumption in assumptions:
            console.print(literal(f"  {assumption}"))
    if instrument.sources:
        console.print()
        console.print(words.text("instruments.sources"), style="bold")
        for source in instrument.sources:
            console.print(literal(f"  {source.id}: {source.title} {source.url or ''}".rstrip()))
    return text_of(console)


def _rows(instrument: Instrument, words: Words) -> list[TreeRow]:
    shares = _shares(instrument)
    rows: list[TreeRow] = []
    for depth, component in _walk(instrument.components, 0):
        share = shares.get(component.id)
        cells = (
            words.number(component.weight) if component.weight is not None else "",
            f"{words.number(round_half_up(share.numerator * 100, share.denominator, 2))}%" if share else "-",
            literal(_origin(component, words)),
        )
        rows.append(TreeRow(depth, literal(component.id), literal(component.title), cells))
    return rows


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
    shares = _shares(instrument)
    return entry | {
        "note": instrument.note,
        "full_score": to_text(instrument.full_score),
        "decimals": instrument.decimals,
        "target": None if instrument.target is None else to_text(instrument.target),
        "bands": [
            {"from": to_text(b.lower), "category": b.category, "zone": b.zone, "label": b.label}
            for b in instrument.bands
        ],
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


def _shares(instrument: Instrument) -> dict[str, Fraction]:
    """The weight of every component in the final score of a unit that every indicator fits."""
    shares: dict[str, Fraction] = {}
    for unit_type in instrument.unit_types or (None,):
        for top in Scorer(instrument).tree(UnitAnswers("", {}, type=unit_type)):
            shares |= {c.component.id: c.effective_weight for c in top.walk() if c.component.id not in shares}
    return shares


def _origin(component: Component, words: Words) -> str:
    if component.weight is None:
        return ""
    if component.assumption is not None:
        return words.text("instruments.assumed")
    return component.source or ""


def _walk(components: tuple[Component, ...], depth: int) -> Iterator[tuple[int, Component]]:
    for component in components:
        yield depth, component
        if isinstance(component, Group):
            yield from _walk(component.components, depth + 1)
