"""One instrument whole, as text for a terminal."""

from kepatuhan.exact import round_half_up
from kepatuhan.instrument.fingerprint import SHORT
from kepatuhan.instrument.model import Instrument
from kepatuhan.messages import Words, literal
from kepatuhan.report.instrument_facts import answer_facts, assumptions, effective_weights, origin, walk
from kepatuhan.report.page import Page, text_of, zone_style
from kepatuhan.report.tree import TreeColumn, TreeRow, tree_table


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
    console.print(words.text("instruments.answers"), style="bold")
    for fact in answer_facts(instrument, words):
        console.print(literal(f"  {fact.about}: {fact.text}"))
    console.print()
    console.print(words.text("instruments.bands"), style="bold")
    for band in instrument.bands:
        names = ", ".join(literal(name) for name in (band.category, band.zone, band.label) if name)
        console.print(f"  {words.number(band.lower)}: {names}", style=zone_style(band.zone, band.colour))
    assumed = assumptions(instrument, words)
    if assumed:
        console.print()
        console.print(words.text("instruments.assumptions", count=len(instrument.assumed_weights)), style="bold")
        for assumption in assumed:
            console.print(literal(f"  {assumption.about}: {assumption.text}"))
    if instrument.sources:
        console.print()
        console.print(words.text("instruments.sources"), style="bold")
        for source in instrument.sources:
            console.print(literal(f"  {source.id}: {source.title} {source.url or ''}".rstrip()))
    return text_of(console)


def _rows(instrument: Instrument, words: Words) -> list[TreeRow]:
    shares = effective_weights(instrument)
    rows: list[TreeRow] = []
    for depth, component in walk(instrument.components):
        share = shares.get(component.id)
        cells = (
            words.number(component.weight) if component.weight is not None else "",
            f"{words.number(round_half_up(share.numerator * 100, share.denominator, 2))}%" if share else "-",
            literal(origin(component, words)),
        )
        rows.append(TreeRow(depth, literal(component.id), literal(component.title), cells))
    return rows
