"""A score report for people: a table of units with zones and gaps, then what they must know about it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from kepatuhan.exact import round_half_up
from kepatuhan.instrument.model import Band
from kepatuhan.messages import Words, literal
from kepatuhan.report.certainty import unit_certainty_lines
from kepatuhan.report.page import Page, text_of, zone_style
from kepatuhan.report.score_report import MOST_UNITS, NotScorable, ScoreReport
from kepatuhan.report.score_sentences import sentences
from kepatuhan.report.score_values import STATUS_MESSAGES, gap_text, short_answer_text, walk_with_depth
from kepatuhan.report.tree import TreeColumn, TreeRow, tree_table
from kepatuhan.scoring.results import ComponentResult, UnitResult

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

FURTHEST = 10
PIPED_WIDTH = 120
"""Columns that may be left out are shown up to this width where there is no page that says its own."""
_BAR_RANK, _DIMENSION_RANK = 3, 2
_NARROW_TEXT = 24
_BAR = 8


@dataclass(slots=True)
class _Column:
    header: str
    is_number: bool = False
    cells: list[tuple[str, str]] = field(default_factory=list)
    """Text and style."""
    code: str = ""
    """What may stand in the place of the header."""
    rank: int = 0
    """Which columns go first on a narrow page: those of the highest rank."""
    wraps: bool = False
    """Whether its texts may take several lines before another column goes."""

    @property
    def width(self) -> int:
        from rich.cells import cell_len

        return max(cell_len(text) for text in (self.header, *(text for text, _ in self.cells)))


def render_score_table(report: ScoreReport, words: Words, page: Page) -> str:
    """The whole report as text."""
    return _ScoreTable(report, words, page).render()


class _ScoreTable:
    def __init__(self, report: ScoreReport, words: Words, page: Page) -> None:
        self.report = report
        self.result = report.result
        self.instrument = report.result.instrument
        self.words = words
        self.page = page
        self.trees: list[tuple[UnitResult, tuple[ComponentResult, ...]]] = []
        """The units of the table, each with its components."""
        self.bar = "#" if page.ascii_only else "█"
        bands = self.instrument.bands
        self.has_category = any(band.category for band in bands)
        self.has_zone = any(band.zone for band in bands)

    def render(self) -> str:
        units = self.result.units
        summary = len(units) + len(self.report.not_scorable) > MOST_UNITS
        table_units = self._furthest(units) if summary else list(units)
        self.trees = [(unit, unit.components) for unit in table_units]
        columns = self._columns(table_units if summary else list(self.report.entries()))
        fitting = self._fitting(columns)
        titles, shown = ([c.header for c in some if c.rank == _DIMENSION_RANK] for some in (columns, fitting))
        columns = fitting
        console = self.page.console()
        console.print(self._heading(), style="bold")
        console.print()
        if summary:
            for line in self._zone_counts(units):
                console.print(line)
            console.print()
            console.print(self.words.text("table.furthest", count=len(table_units)), style="bold")
        console.print(self._table(columns))
        if self.report.is_detailed and not summary:
            self._details(console)
        if shown != titles and shown:
            console.print()
            console.print(self._text(self.words.text("table.codes", id=self.instrument.id)))
        elif titles and not shown and (summary or not self.report.is_detailed):
            console.print()
            console.print(self._text(self._where_the_dimensions_are(summary=summary)))
        console.print()
        first, *others = sentences(self.report, self.words, self.trees, is_summary=summary)
        for line, style in (first, *self._next_step(), *others):
            console.print(self._text(line, style))
        return text_of(console).rstrip("\n") + "\n"

    def _next_step(self) -> Iterator[tuple[str, str]]:
        """The first step of the unit furthest from the target, and the command that shows the rest."""
        command = self.report.plan_command
        if command is not None and any(unit.gap for unit in self.result.units):
            from kepatuhan.report.plan_words import next_step_text

            line = next_step_text(self.result, command, self.words)
            if line:
                yield line, ""

    @staticmethod
    def _text(line: str, style: str = "") -> "RenderableType":
        from rich.padding import Padding
        from rich.text import Text

        indent = len(line) - len(line.lstrip())
        return Padding(Text(line.strip(), style=style, overflow="fold"), (0, 0, 0, indent))

    def _heading(self) -> str:
        name = self.report.institution_name
        title = f"{self.instrument.issuer}: {self.instrument.title}"
        return literal(f"{name} - {title}" if name else title)

    def _where_the_dimensions_are(self, *, summary: bool) -> str:
        level = literal(self.instrument.level_names[0])
        level = level if level.isupper() else level.lower()
        if self.page.width is not None and not summary:
            return self.words.text("table.dimensions_too_wide", level=level)
        option = "--format json" if summary else "--detail"
        return self.words.text("table.dimensions_elsewhere", level=level, option=option)

    # The table

    def _columns(self, entries: Sequence[UnitResult | NotScorable]) -> list[_Column]:
        words = self.words
        target = self.result.target
        tops = self.instrument.components
        unit = _Column(words.text("table.unit"), wraps=True)
        dimensions = [
            _Column(literal(top.title), is_number=True, code=literal(top.id), rank=_DIMENSION_RANK) for top in tops
        ]
        score = _Column(words.text("table.score"), is_number=True)
        category = _Column(words.text("table.category"))
        zone = _Column(words.text("table.zone"))
        label = _Column(words.text("table.label"), wraps=True)
        gap_header = words.text("table.gap", target=target) if target is not None else words.text("table.remark")
        gap = _Column(gap_header, is_number=target is not None, wraps=True)
        bar = _Column("", rank=_BAR_RANK)
        largest = max((u.gap for u, _ in self.trees if u.gap is not None), default=Decimal(0))
        for result in entries:
            unit.cells.append((literal(result.unit), ""))
            if isinstance(result, NotScorable):
                for column in (*dimensions, score):
                    column.cells.append((self._number(None), ""))
                self._band_cells(None, category, zone, label)
                gap.cells.append((words.text("status.not_scorable", count=result.problems), "bold red"))
                bar.cells.append(("", ""))
                continue
            scores = result.top_scores
            for column, top in zip(dimensions, tops, strict=True):
                column.cells.append((self._number(scores.get(top.id)), ""))
            mark = "*" if result.is_provisional else ""
            score.cells.append((self._number(result.score) + mark, "bold"))
            self._band_cells(result.band, category, zone, label)
            status = STATUS_MESSAGES.get(result.status)
            gap.cells.append((words.text(status) if status else self._gap(result.score, result.gap), ""))
            bar.cells.append((self._bar(result.gap, largest), "dim"))
        self._institution_cells(unit, dimensions, score, category, zone, label, gap, bar)
        known = [column for column in dimensions if any(text.strip("-") for text, _ in column.cells)]
        chosen = [unit, *known, score]
        chosen += [category] if self.has_category else []
        chosen += [zone] if self.has_zone else []
        chosen += [label] if not self.has_category and not self.has_zone else []
        return [*chosen, *([gap] if any(text for text, _ in gap.cells) else []), bar]

    def _band_cells(self, band: Band | None, category: _Column, zone: _Column, label: _Column) -> None:
        style = zone_style(band.zone, band.colour) if band else ""
        category.cells.append((literal(band.category or "") if band else "", style))
        zone.cells.append((literal(band.zone or "") if band else "", style))
        label.cells.append((literal(band.label or "") if band else "", style))

    def _institution_cells(
        self,
        unit: _Column,
        dimensions: list[_Column],
        score: _Column,
        category: _Column,
        zone: _Column,
        label: _Column,
        gap: _Column,
        bar: _Column,
    ) -> None:
        words, institution = self.words, self.result.institution
        name = self.report.institution_name or words.text("table.institution")
        unit.cells.append((literal(name), "bold"))
        for column in dimensions:
            column.cells.append(("", ""))
        if self.report.is_partial:
            score.cells.append((self._number(None), "bold"))
            self._band_cells(None, category, zone, label)
            gap.cells.append((words.text("table.no_institution"), ""))
        else:
            mark = "*" if institution.is_provisional else ""
            score.cells.append((self._number(institution.score) + mark, "bold"))
            self._band_cells(institution.band, category, zone, label)
            text = self._gap(institution.score, institution.gap)
            if institution.is_provisional:
                text = f"{text} ({words.text('table.provisional')})".strip()
            gap.cells.append((text, "bold"))
        bar.cells.append(("", ""))

    def _number(self, value: Decimal | None) -> str:
        return "-" if value is None else self.words.number(value)

    def _gap(self, score: Decimal | None, gap: Decimal | None) -> str:
        return gap_text(score, gap, self.result.target, self.words)

    def _bar(self, gap: Decimal | None, largest: Decimal) -> str:
        if not gap or not largest:
            return ""
        return self.bar * max(1, int(round_half_up(int(gap * _BAR * 100), int(largest * 100), 0)))

    def _fitting(self, columns: list[_Column]) -> list[_Column]:
        """The columns that fit the page: the bar goes first, then titles give way to codes, then the dimensions go."""
        limit = self.page.width or PIPED_WIDTH
        without_bar = [column for column in columns if column.rank != _BAR_RANK]
        coded = [replace(column, header=column.code) if column.code else column for column in without_bar]
        bare = [column for column in without_bar if column.rank != _DIMENSION_RANK]
        for chosen in (columns, without_bar, coded):
            narrowed = [min(column.width, _NARROW_TEXT) if column.wraps else column.width for column in chosen]
            if self._total(narrowed) <= limit:
                return chosen
        return bare

    @staticmethod
    def _total(widths: Iterable[int]) -> int:
        return sum(width + 3 for width in widths) - 3

    def _table(self, columns: list[_Column]) -> "RenderableType":
        from rich import box
        from rich.table import Table
        from rich.text import Text

        shape = box.ASCII if self.page.ascii_only else box.SIMPLE_HEAD
        table = Table(box=shape, pad_edge=False, header_style="bold", show_edge=False)
        for index, column in enumerate(columns):
            table.add_column(
                Text(column.header),
                justify="right" if column.is_number else "left",
                no_wrap=column.is_number and column.rank == 0 and index < len(columns) - 1 and column.width < 15,
                overflow="fold",
            )
        rows = len(columns[0].cells)
        for index in range(rows):
            if index == rows - 1:
                table.add_section()
            table.add_row(*(Text(*column.cells[index]) for column in columns))
        return table

    # The summary of many units

    def _furthest(self, units: Sequence[UnitResult]) -> list[UnitResult]:
        scored = [unit for unit in units if unit.score is not None]
        return sorted(scored, key=lambda unit: unit.score or Decimal(0))[:FURTHEST]

    def _zone_counts(self, units: Sequence[UnitResult]) -> Iterator[str]:
        names = Counter(self._class_name(unit.band) for unit in units if unit.score is not None)
        yield self.words.text("table.many", count=len(units) + len(self.report.not_scorable))
        for band in self.instrument.bands:
            name = self._class_name(band)
            if name in names:
                yield f"  {name}: {names.pop(name)}"
        for status, message in STATUS_MESSAGES.items():
            count = sum(unit.status is status for unit in units)
            if count:
                yield f"  {self.words.text(message)}: {count}"
        if self.report.not_scorable:
            yield f"  {self.words.text('table.not_scorable')}: {len(self.report.not_scorable)}"

    def _class_name(self, band: Band | None) -> str:
        if band is None:
            return "-"
        return literal(band.zone or band.category or band.label or "-")

    # Detail

    def _details(self, console: "Console") -> None:
        words = self.words
        columns = (
            TreeColumn(words.text("table.answer")),
            TreeColumn(words.text("table.score"), is_number=True),
            TreeColumn(words.text("table.share"), is_number=True),
        )
        for unit, tree in self.trees:
            if not tree and not unit.reported:
                continue
            console.print()
            console.print(literal(unit.unit), style="bold")
            if unit.score is None:
                console.print(self._text(words.text(STATUS_MESSAGES[unit.status])))
                continue
            for line in unit_certainty_lines(self.instrument, unit, self.words):
                console.print(self._text(line))
            rows = [
                self._detail_row(depth, component, has_score=unit.score is not None)
                for top in tree
                for depth, component in walk_with_depth(top)
            ]
            for one in unit.reported:
                cells = (short_answer_text(one.answer, words), "", words.text("table.not_scored"))
                rows.append(TreeRow(0, literal(one.indicator.id), literal(one.indicator.title), cells))
            console.print(tree_table(self.page, words.text("table.component"), columns, rows, header_style="dim"))

    def _detail_row(self, depth: int, component: ComponentResult, *, has_score: bool) -> TreeRow:
        share = round_half_up(component.points * 100, max(component.measure.points, 1), 2)
        score = self._number(component.score if has_score else None)
        cells = (self._answer(component), score, f"{self.words.number(share)}%")
        return TreeRow(depth, literal(component.component.id), literal(component.component.title), cells)

    def _answer(self, component: ComponentResult) -> str:
        if component.is_direct:
            return self.words.text("table.direct")
        if component.components:
            return ""
        if component.blank:
            return self.words.text("status.not_filled_in")
        return short_answer_text(component.answer, self.words)
