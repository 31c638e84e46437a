"""An explanation for people: the tree with answers, weights, points and cells, then the sum and how firm it is."""

from collections.abc import Iterator

from kepatuhan.instrument.fingerprint import SHORT
from kepatuhan.messages import Words, literal
from kepatuhan.problems import Level
from kepatuhan.report.explain_cells import Cells
from kepatuhan.report.explain_component import component_lines
from kepatuhan.report.explain_report import Entry, ExplainReport
from kepatuhan.report.explain_words import (
    answer_text,
    firmness_lines,
    missing_lines,
    points_decimals,
    points_text,
    share_lines,
    share_text,
    sum_text,
    title_text,
    weight_text,
)
from kepatuhan.report.page import Page, styled, text_of, wrapped
from kepatuhan.report.score_sentences import provenance_of
from kepatuhan.report.tree import TreeColumn, TreeRow, tree_table

_LEAST_FOR_A_TABLE = 100
"""On a narrower page each component has lines of its own."""


def render_explain_text(report: ExplainReport, words: Words, page: Page) -> str:
    """The explanation as text, laid out for the page."""
    made = ExplainText(report, words)
    first, *others = [wrapped(line, page.width) for line in made.sentences()]
    provenance = provenance_of(report.inputs, report.version, words)
    blocks = [
        [
            styled(wrapped(title_text(report, words), page.width), "bold", page),
            *(wrapped(line, page.width) for line in made.introduction()),
        ],
        made.tree(page),
        [styled(first, "bold", page), *others, styled(wrapped(provenance, page.width), "dim", page)],
    ]
    text = "\n\n".join("\n".join(block) for block in blocks if block) + "\n"
    return text.replace("…", "...") if page.ascii_only else text


class ExplainText:
    """The parts of an explanation that every text of it shows."""

    def __init__(self, report: ExplainReport, words: Words) -> None:
        self.report = report
        self.explanation = report.explanation
        self.instrument = report.explanation.result.instrument
        self.words = words
        self.entries = list(report.entries())
        self.cells = Cells([place for entry in self.entries for place in entry.where()])

    def introduction(self) -> Iterator[str]:
        """The edition, and how the table is to be read."""
        words = self.words
        yield literal(f"{self.instrument.issuer}: {self.instrument.title}")
        if self.entries:
            legend = words.text("explain.legend", decimals=points_decimals(self.instrument), file=self.instrument.file)
            yield " ".join(part for part in (self.cells.shared_text(words), legend) if part)

    def headers(self) -> list[tuple[str, bool]]:
        """The columns beside the names of components, and whether they hold numbers."""
        messages = (
            *(("table.answer", False), ("table.score", True), ("explain.weight", True), ("table.share", True)),
            *(("explain.points", True), ("explain.cell", False), ("explain.line", True)),
        )
        return [(self.words.text(message), is_number) for message, is_number in messages]

    def values(self, entry: Entry) -> list[str]:
        """What stands in these columns."""
        words, part = self.words, entry.part
        score = part.score if part is not None else None
        return [
            answer_text(entry, words),
            words.number(score) if score is not None else "-",
            weight_text(entry, words),
            share_text(part, words) if part is not None and entry.points is not None else "-",
            points_text(entry.points, self.instrument, words) or "-",
            self.cells.text(entry.where(), words),
            str(entry.component.line),
        ]

    def tree(self, page: Page) -> list[str]:
        """A table, or on a narrow page a paragraph for each component."""
        if not self.entries:
            return []
        if page.width is not None and page.width < _LEAST_FOR_A_TABLE:
            return [wrapped(line, page.width) for entry in self.entries for line in self._paragraph(entry)]
        console = page.console()
        columns = [TreeColumn(header, is_number=is_number) for header, is_number in self.headers()]
        rows = [
            TreeRow(e.depth, literal(e.component.id), literal(e.component.title), tuple(self.values(e)))
            for e in self.entries
        ]
        console.print(tree_table(page, self.words.text("table.component"), columns, rows, header_style="dim"))
        return [text_of(console).rstrip("\n")]

    def _paragraph(self, entry: Entry) -> Iterator[str]:
        indent = "  " * entry.depth
        yield f"{indent}{literal(entry.component.id)} {literal(entry.component.title)}"
        pairs = zip(self.headers(), self.values(entry), strict=True)
        told = [f"{header}: {value}" for (header, _), value in pairs if value not in ("", "-")]
        yield f"{indent}  {' | '.join(told)}"

    def sentences(self) -> Iterator[str]:
        """What is said below the table: first the sum."""
        words, component = self.words, self.explanation.component
        yield sum_text(self.report, words)
        yield from missing_lines(self.report, words)
        if component is None:
            yield from firmness_lines(self.report, words)
            yield from (f"{literal(remark)}." for remark in self.explanation.unit.remarks)
            yield from share_lines(self.report, words)
        else:
            yield from component_lines(self.entries[0], self.instrument, words)
        for problem in self.report.problems:
            if problem.level is not Level.ERROR:
                where = words.where(problem.where)
                text = f"{where}: {words.problem(problem)}" if where else words.problem(problem)
                yield f"{text} [{problem.code}]" if problem.level is Level.WARNING else text
        identity = {
            "id": self.instrument.id,
            "fingerprint": self.instrument.fingerprint[:SHORT],
            "years": self.instrument.years_text,
        }
        yield words.text("table.instrument", **identity)
