"""The list of instruments as text for a terminal: a line each."""

from collections.abc import Sequence

from kepatuhan.instrument.outline import Outline
from kepatuhan.instrument.years import years_text
from kepatuhan.messages import Words, literal
from kepatuhan.report.page import Page, text_of


def render_instrument_list(outlines: Sequence[Outline], words: Words, page: Page) -> str:
    """A line per instrument: id, family, years, title, and how many indicators it has."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    console = page.console(None if page.width else 160)
    table = Table(box=box.ASCII if page.ascii_only else box.SIMPLE_HEAD, show_edge=False, header_style="bold")
    for header in ("id", "family", "years", "title", "indicators"):
        table.add_column(words.text(f"instruments.{header}"), overflow="fold", no_wrap=header == "id")
    for outline in outlines:
        table.add_row(
            Text(outline.id),
            Text(outline.family),
            Text(years_text(outline.years)),
            Text(literal(f"{outline.issuer}: {outline.title}")),
            Text(str(outline.indicators)),
        )
    console.print(table)
    console.print()
    console.print(words.text("instruments.show_one"))
    return text_of(console)
