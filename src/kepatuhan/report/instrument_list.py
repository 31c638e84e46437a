"""The list of instruments as text for a terminal: a line each."""

from collections.abc import Sequence

from kepatuhan.instrument.outline import Outline
from kepatuhan.instrument.years import years_text
from kepatuhan.messages import Words, literal
from kepatuhan.report.page import Page, text_of

_WIDE = 100
"""Below so many characters a line shows only what tells one instrument from another."""


def render_instrument_list(outlines: Sequence[Outline], words: Words, page: Page) -> str:
    """A line per instrument: id, family, years, title, and how many indicators it has."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    console = page.console(None if page.width else 160)
    table = Table(box=box.ASCII if page.ascii_only else box.SIMPLE_HEAD, show_edge=False, header_style="bold")
    is_narrow = page.width is not None and page.width < _WIDE
    headers = ("id", "years", "title") if is_narrow else ("id", "family", "years", "title", "indicators")
    for header in headers:
        table.add_column(words.text(f"instruments.{header}"), overflow="fold", no_wrap=header == "id")
    for outline in outlines:
        cells = {
            "id": outline.id,
            "family": outline.family,
            "years": years_text(outline.years),
            "title": literal(f"{outline.issuer}: {outline.title}"),
            "indicators": str(outline.indicators),
        }
        table.add_row(*(Text(cells[header]) for header in headers))
    console.print(table)
    console.print()
    console.print(words.text("instruments.show_one"))
    return text_of(console)
