"""An instrument, or the list of them, as text for a terminal."""

from collections.abc import Sequence

from kepatuhan.exact import round_half_up
from kepatuhan.instrument.fingerprint import SHORT
from kepatuhan.instrument.model import Instrument
from kepatuhan.messages import Words, literal
from kepatuhan.report.instrument_facts import assumptions, effective_weights, origin, walk
from kepatuhan.report.page import Page, text_of, zone_style
from kepatuhan.report.tree import TreeColumn, TreeRow, tree_table


def render_instrument_list(instruments: Sequence[Instrument], words: Words, page: Page) -> str:
    """A line per instrument: id, years, title, and how many indicators it has."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    console = page.console(None if page.width else 160)
    table = Table(box=box.ASCII if page.ascii_only else box.SIMPLE_HEAD, show_edge=False, header_style="bold")
    for header in (
        "instruments.id",
        "instruments.family",
        "instruments.years",
        "instruments.title",
        "instruments.indicators",
    ):
        table.add_column(words.text(header), overflow="fold", no_wrap=header == "instruments.id")
    for instrument in instruments:
        table.add_row(
            Text(instrument.id),
            Text(instrument.family),
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
