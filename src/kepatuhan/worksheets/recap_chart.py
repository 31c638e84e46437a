"""The chart of the sheet "Rekap": a column for each unit's score, and the target as a line where there is one."""

from collections.abc import Collection
from typing import NamedTuple

from xlsxwriter.workbook import Workbook

from kepatuhan.instrument.model import Instrument
from kepatuhan.messages import Words

_BAR, _TARGET = "#9DC3E6", "#C00000"
_MOST_LABELLED, _MOST_NAMED = 15, 60
"""Up to so many units bear their score, and their name; more of them would only overlap."""
_LABELS = {"value": True, "position": "inside_base", "font": {"size": 9}}
"""At the foot of the columns, where the line of the target does not strike them through."""
_LOW, _HIGH = 340, 460
_NAME_ROOM, _LONGEST_NAME, _PIXELS_A_LETTER = 30, 80, 4
"""Up to so many letters of a slanting name have room in a high chart; longer names make it higher, up to a limit."""
_MOST_LEVEL = 7
"""Up to so many names stand level."""
_GRID = {"visible": True, "line": {"color": "#D9D9D9", "width": 0.75}}


class ChartPlace(NamedTuple):
    """The rows of the units and the columns of what is drawn, counted from 0."""

    sheet: str
    first: int
    last: int
    name: int
    score: int
    target: int | None


def chart_height(names: Collection[str]) -> int:
    """How many pixels a chart of these units is high."""
    if len(names) <= _MOST_LEVEL:
        return _LOW
    if len(names) > _MOST_NAMED:
        return _HIGH
    longest = min(max(map(len, names)), _LONGEST_NAME)
    return _HIGH + max(0, longest - _NAME_ROOM) * _PIXELS_A_LETTER


def recap_chart(
    book: Workbook, place: ChartPlace, instrument: Instrument, words: Words, size: tuple[int, int]
) -> object:
    """A chart of so many pixels' width and height that is readable for a single unit and for hundreds.

    Without a target no line is drawn.
    """
    count = place.last - place.first + 1
    chart = book.add_chart({"type": "column"})

    def cells(column: int) -> list[object]:
        return [place.sheet, place.first, column, place.last, column]

    chart.add_series(
        {
            "name": words.text("table.score"),
            "categories": cells(place.name),
            "values": cells(place.score),
            "fill": {"color": _BAR},
            "border": {"none": True},
            "gap": 20 if count > _MOST_NAMED else max(60, 500 // count),
            **({"data_labels": _LABELS} if count <= _MOST_LABELLED else {}),
        }
    )
    if place.target is not None:
        line = book.add_chart({"type": "line"})
        marker = {"type": "long_dash", "size": 12, "border": {"color": _TARGET}, "fill": {"color": _TARGET}}
        line.add_series(
            {
                "name": words.text("worksheet.target", target=instrument.target or 0),
                "categories": cells(place.name),
                "values": cells(place.target),
                "line": {"color": _TARGET, "width": 2, "dash_type": "dash"},
                **({"marker": marker} if count <= _MOST_LABELLED else {}),  # one unit alone makes no line
            }
        )
        chart.combine(line)
    names: dict[str, object] = {"num_font": {"size": 9, **({"rotation": -45} if count > _MOST_LEVEL else {})}}
    if count > _MOST_NAMED:
        names = {"name": words.text("worksheet.chart_many", count=count), "label_position": "none"}
    chart.set_title({"name": words.text("worksheet.chart"), "name_font": {"size": 12}, "overlay": False})
    chart.set_x_axis({**names, "name_font": {"size": 9, "bold": False}})
    chart.set_y_axis({"min": 0, "max": float(instrument.full_score), "major_gridlines": _GRID})
    chart.set_legend({"position": "top"} if place.target is not None else {"none": True})
    chart.set_size({"width": size[0], "height": size[1]})
    return chart
