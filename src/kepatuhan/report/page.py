"""The page that text is laid out for: how wide, with colour or not, with which characters."""

import io
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from rich.console import Console

UNBOUNDED = 10_000
_ZONE_STYLES = {"hijau": "green", "kuning": "yellow", "merah": "red"}


class Page(NamedTuple):
    """``width`` in characters (None: as wide as the text needs); ``ascii_only`` where others cannot be shown."""

    width: int | None = None
    has_colour: bool = False
    ascii_only: bool = False

    def console(self, width: int | None = None) -> "Console":
        """A console that lays text out for this page into memory; read it with :func:`text_of`."""
        from rich.console import Console

        return Console(
            file=io.StringIO(),
            force_terminal=self.has_colour,
            color_system="standard" if self.has_colour else None,
            no_color=not self.has_colour,
            legacy_windows=False,
            width=width or self.width or UNBOUNDED,
            markup=False,
            highlight=False,
            emoji=False,
            soft_wrap=False,
        )


def text_of(console: "Console") -> str:
    """What was laid out on a console of :meth:`Page.console`, without blanks at the ends of lines."""
    assert isinstance(console.file, io.StringIO)
    lines = console.file.getvalue().split("\n")
    return "\n".join(line.rstrip() for line in lines)


def zone_style(zone: str | None, colour: str | None = None) -> str:
    """The terminal style of a zone: the instrument's own colour, else that of the zone's name."""
    if colour is not None:
        return colour
    return _ZONE_STYLES.get((zone or "").casefold(), "")
