"""How cells look: few colours, each with a meaning, and none that says what no word says."""

from dataclasses import dataclass
from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook

from kepatuhan.instrument.model import Band

_ZONES = {"hijau": ("#C6EFCE", "#006100"), "kuning": ("#FFEB9C", "#7F6000"), "merah": ("#FFC7CE", "#9C0006")}
_TEXT: dict[str, Any] = {"text_wrap": True, "valign": "top", "font_size": 10, "border": 1, "border_color": "#BFBFBF"}
_APART = "_)"
"""As much room as a bracket takes, so that a number does not touch the text beside it."""
_SECTIONS = ("#BDD7EE", "#DDEBF7", "#EEF4FB")


@dataclass(frozen=True, slots=True)
class Styles:
    """The formats of one workbook."""

    book: Workbook
    title: Format
    wrapped_title: Format
    label: Format
    figure: Format
    header: Format
    text: Format
    score: Format
    total: Format
    """The row of the institution."""
    change: Format
    """How far a score is from an earlier one."""
    total_change: Format
    total_computed: Format
    answer: Format
    remark: Format
    closed: Format
    computed: Format
    wrong: Format
    """What is added to a cell that needs mending."""
    not_asked: Format
    """What is added to a cell that units of this type leave empty."""
    count: Format
    """A whole number of things that were counted."""
    name: Format
    """The unit's name, which may be changed."""
    notice: Format
    """A line that says what is wrong, empty while nothing is."""
    wrapped_notice: Format
    caption: Format
    box: Format
    box_score: Format
    """A score in a row of bars."""
    box_change: Format
    """How far it is from an earlier one."""
    points: Format
    """Points that would be added to a score."""
    small_points: Format
    """The same in a table."""
    box_points: Format
    """The same in a row of more than one line."""
    choice: Format
    """An answer where it is shown again."""
    headline: Format
    entry: Format
    """A cell for people to fill in that is read by no program."""
    tick: Format
    percent: Format
    link: Format
    line: Format
    plain: Format
    bold: Format
    sections: tuple[Format, ...]
    section_figures: tuple[Format, ...]

    def section(self, depth: int) -> Format:
        """The format of a group's row."""
        return self.sections[min(depth, len(self.sections) - 1)]

    def section_figure(self, depth: int) -> Format:
        """The format of what is computed in a group's row."""
        return self.section_figures[min(depth, len(self.section_figures) - 1)]

    def of_band(self, band: Band) -> Format | None:
        """The colours of a band: its own, or those of its zone; None where it has neither."""
        if band.colour is not None:
            return self.book.add_format({"bg_color": band.colour, "font_color": "#FFFFFF"})
        if band.zone is None or band.zone.casefold() not in _ZONES:
            return None
        background, ink = _ZONES[band.zone.casefold()]
        return self.book.add_format({"bg_color": background, "font_color": ink})


def make_styles(book: Workbook, decimals: int) -> Styles:
    """Add the formats to ``book``; scores show ``decimals`` decimals."""

    def add(**properties: Any) -> Format:
        return book.add_format(properties)

    plain_score = "0." + "0" * decimals if decimals else "0"
    score = plain_score + _APART
    figure: dict[str, Any] = {
        "bold": True,
        "font_size": 12,
        "align": "left",
        "valign": "vcenter",
        "border": 1,
        "text_wrap": True,
    }
    change = f"+{score};-{score};{score}"
    total: dict[str, Any] = {**_TEXT, "valign": "vcenter", "top": 2, "bold": True, "bg_color": "#F2F2F2"}
    box: dict[str, Any] = {**_TEXT, "valign": "vcenter"}
    small: dict[str, Any] = {**_TEXT, "font_color": "#595959", "num_format": f"0.00##{_APART}"}
    return Styles(
        book=book,
        title=add(bold=True, font_size=14, valign="vcenter"),
        wrapped_title=add(bold=True, font_size=14, valign="vcenter", text_wrap=True),
        label=add(font_size=9, font_color="#595959", text_wrap=True, valign="bottom"),
        figure=add(**figure, num_format=plain_score),
        header=add(
            bold=True,
            font_color="#FFFFFF",
            bg_color="#1F4E78",
            text_wrap=True,
            valign="vcenter",
            align="left",
            border=1,
        ),
        text=add(**_TEXT),
        score=add(**_TEXT, num_format=score),
        total=add(**total, num_format=score),
        change=add(**_TEXT, num_format=change),
        total_change=add(**total, num_format=change),
        total_computed=add(
            **{**total, "bold": False, "font_color": small["font_color"]}, num_format=small["num_format"]
        ),
        answer=add(**{**_TEXT, "align": "center"}, bg_color="#FFF8E1", locked=False),
        remark=add(**_TEXT, bg_color="#FFF8E1", locked=False),
        closed=add(**_TEXT, bg_color="#EDEDED"),
        computed=add(**small),
        wrong=add(bg_color="#FFC7CE", font_color="#9C0006"),
        not_asked=add(bg_color="#BFBFBF"),
        count=add(**{**small, "num_format": "0"}),
        name=add(**{**_TEXT, "font_size": 14, "valign": "vcenter"}, bold=True, bg_color="#FFF8E1", locked=False),
        notice=add(bold=True, font_color="#9C0006", valign="vcenter"),
        wrapped_notice=add(bold=True, font_color="#9C0006", valign="top", text_wrap=True),
        caption=add(font_size=9, font_color="#595959", valign="bottom"),
        box=add(**box),
        box_score=add(**box, align="right", indent=1, num_format=score),
        box_change=add(**box, align="right", indent=1, num_format=change),
        points=add(**{**_TEXT, "valign": "vcenter", "align": "left"}, bold=True, num_format="+" + plain_score),
        small_points=add(**_TEXT, num_format=f"+{score};-{score};{score}"),
        box_points=add(**box, align="right", indent=1, bold=True, num_format=f"+{score};-{score};{score}"),
        choice=add(**_TEXT, align="left"),
        headline=add(bold=True, font_size=13, valign="vcenter", text_wrap=True),
        entry=add(**{**_TEXT, "valign": "vcenter"}, bg_color="#FFF8E1", locked=False),
        link=add(**_TEXT, underline=1, font_color="#0563C1"),
        percent=add(**_TEXT, num_format="0.00%"),
        tick=add(font_size=8, font_color="#595959", align="left"),
        line=add(bold=True),
        plain=add(text_wrap=True, valign="top"),
        bold=add(bold=True, text_wrap=True, valign="top"),
        sections=tuple(add(bold=True, bg_color=colour, **{**_TEXT, "text_wrap": False}) for colour in _SECTIONS),
        section_figures=tuple(add(bg_color=colour, **small) for colour in _SECTIONS),
    )
