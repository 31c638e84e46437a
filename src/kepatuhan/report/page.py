"""The page that text is laid out for: how wide, with colour or not, with which characters."""

import colorsys
import io
import re
import textwrap
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from rich.console import Console

UNBOUNDED = 10_000
_HEX = re.compile(r"#[0-9a-fA-F]{6}")
_HUES = (
    (0.09, "red"),
    (0.2, "yellow"),
    (0.45, "green"),
    (0.55, "cyan"),
    (0.72, "blue"),
    (0.92, "magenta"),
    (1.0, "red"),
)
"""Up to which hue (0..1, from red over green and blue) a colour is called what."""
_LEAST_SATURATION = 0.15
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


_INDENTATION = re.compile(r"\s*(?:\d+\. )?")
_KEPT_SPACE = "\0"


def wrapped(text: str, width: int | None, whole: str = "") -> str:
    """``text`` with each line broken between words to fit ``width`` (None: as it is), under its own beginning.

    No word is broken, nor ``whole``, with which the text may begin: a path may have spaces.
    """
    if width is None:
        return text
    text = whole.replace(" ", _KEPT_SPACE) + text.removeprefix(whole)
    lines = "\n".join(_wrapped_line(line, width) for line in text.split("\n"))
    return lines.replace(_KEPT_SPACE, " ")


def _wrapped_line(line: str, width: int) -> str:
    beginning = _INDENTATION.match(line)
    indent = " " * beginning.end() if beginning else ""
    return textwrap.fill(
        line, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False, expand_tabs=False
    )


def styled(text: str, style: str, page: Page) -> str:
    """``text`` in a style such as ``bold red``, on a page that has colour."""
    if not page.has_colour:
        return text
    from rich.color import ColorSystem
    from rich.style import Style

    return Style.parse(style).render(text, color_system=ColorSystem.STANDARD)


def zone_style(zone: str | None, colour: str | None = None) -> str:
    """The terminal style of a zone: the instrument's own colour, else that of the zone's name.

    A terminal may have eight colours: one given by red, green and blue goes to the one of its hue, since the nearest
    by distance is often a grey.
    """
    if colour is not None and _HEX.fullmatch(colour):
        red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
        hue, _, saturation = colorsys.rgb_to_hls(red, green, blue)
        return "" if saturation < _LEAST_SATURATION else next(name for until, name in _HUES if hue <= until)
    if colour is not None:
        return colour
    return _ZONE_STYLES.get((zone or "").casefold(), "")
