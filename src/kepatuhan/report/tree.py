"""A tree of components as a table: ids stay whole while the page has room, titles wrap below their own beginning."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from kepatuhan.report.page import Page

if TYPE_CHECKING:
    from rich.table import Table

_GAP = 2
_INDENT = 2
_NARROWEST = 6


class TreeRow(NamedTuple):
    """One component: how deep it stands, what it is called, and its cells in the other columns."""

    depth: int
    id: str
    title: str
    cells: tuple[str, ...]


class TreeColumn(NamedTuple):
    """One of the other columns."""

    header: str
    is_number: bool = False


def tree_table(
    page: Page, header: str, columns: Sequence[TreeColumn], rows: Sequence[TreeRow], header_style: str
) -> "Table":
    """The table, laid out for the page."""
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    first, *others = _widths(page.width, header, columns, rows)
    table = Table(box=None, pad_edge=False, header_style=header_style)
    table.add_column(header, width=first, overflow="fold")
    for column, width in zip(columns, others, strict=True):
        table.add_column(column.header, width=width, justify="right" if column.is_number else "left", overflow="fold")
    for row in rows:
        name = Padding(Text(_name(row)), (0, 0, 0, min(row.depth * _INDENT, first // 3)))
        table.add_row(name, *(Text(cell) for cell in row.cells))
    return table


def _name(row: TreeRow) -> str:
    return f"{row.id}  {row.title}"


def _widths(page_width: int | None, header: str, columns: Sequence[TreeColumn], rows: Sequence[TreeRow]) -> list[int]:
    """The widths of all columns: as wide as their texts, or on a page without that room as wide as they can be."""
    from rich.cells import cell_len

    def longest_word(*texts: str) -> int:
        return max((cell_len(word) for text in texts for word in text.split()), default=1)

    first = max(cell_len(header), *(row.depth * _INDENT + cell_len(_name(row)) for row in rows))
    cells = [[column.header, *(row.cells[index] for row in rows)] for index, column in enumerate(columns)]
    full = [max(map(cell_len, texts)) for texts in cells]
    if page_width is None:
        return [first, *full]
    room = page_width - _GAP * len(columns)
    if first + sum(full) <= room:
        return [first, *full]
    least_first = max(longest_word(header), *(row.depth * _INDENT + cell_len(row.id) for row in rows))
    widths = [longest_word(*texts) for texts in cells]
    # What is left goes to the names but for a third, which the texts of the other columns may take.
    # Where even that is too much they give way before the numbers do.
    left = room - least_first - sum(widths)
    spare = left // 3 if left > 0 else left
    for index, column in enumerate(columns):
        if not column.is_number:
            width = max(min(widths[index] + spare, full[index]), min(widths[index], _NARROWEST))
            spare -= width - widths[index]
            widths[index] = width
    return [max(room - sum(widths), _NARROWEST), *widths]
