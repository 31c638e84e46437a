"""A score report for a memo or a pull request: a table of every unit and what must be known about it, in Markdown."""

from collections.abc import Iterator
from decimal import Decimal

from kepatuhan.exact import round_half_up
from kepatuhan.instrument.model import Band
from kepatuhan.messages import Words
from kepatuhan.report.certainty import unit_certainty_lines
from kepatuhan.report.markdown import escaped, row, rule
from kepatuhan.report.score_report import MOST_UNITS, NotScorable, ScoreReport
from kepatuhan.report.score_sentences import provenance, sentences
from kepatuhan.report.score_values import STATUS_MESSAGES, gap_text, short_answer_text, walk_with_depth
from kepatuhan.scoring.results import ComponentResult, UnitResult


def render_score_markdown(report: ScoreReport, words: Words) -> str:
    """The report as GitHub-flavoured Markdown."""
    return "\n".join(_Markdown(report, words).lines()) + "\n"


class _Markdown:
    def __init__(self, report: ScoreReport, words: Words) -> None:
        self.report = report
        self.result = report.result
        self.instrument = report.result.instrument
        self.words = words
        self.has_remarks = any(unit.remarks for unit in self.result.units)
        bands = self.instrument.bands
        self.names = [name for name in ("category", "zone", "label") if any(getattr(band, name) for band in bands)]

    def lines(self) -> Iterator[str]:
        title = f"{self.instrument.issuer}: {self.instrument.title}"
        name = self.report.institution_name
        yield f"## {escaped(f'{name} - {title}' if name else title)}"
        yield ""
        yield from self._table()
        if self.report.is_detailed:
            for unit in self.result.units:
                yield from self._detail(unit)
        yield ""
        is_long = len(self.result.units) > MOST_UNITS
        trees = [(unit, unit.components) for unit in self.result.units[:MOST_UNITS]]
        # The last sentence names the inputs by short hashes; here they stand whole, below.
        *texts, _ = [text for text, _ in sentences(self.report, self.words, trees, is_summary=is_long)]
        for text in texts:
            yield f"- {escaped(text)}"
        yield ""
        yield f"{escaped(provenance(self.report, self.words, is_full=True))}"
        yield f"{escaped(self.words.text('markdown.fingerprint', fingerprint=self.instrument.fingerprint))}"

    def _table(self) -> Iterator[str]:
        words, target = self.words, self.result.target
        entries = list(self.report.entries())
        shown = {name for entry in entries if isinstance(entry, UnitResult) for name in entry.top_scores}
        tops = [top for top in self.instrument.components if top.id in shown]
        headers = [words.text("table.unit"), *(top.title for top in tops), words.text("table.score")]
        headers += [words.text(f"table.{name}") for name in self.names]
        headers.append(words.text("table.gap", target=target) if target is not None else words.text("table.remark"))
        if self.has_remarks and target is not None:
            headers.append(words.text("table.remark"))
        numbers = [False, *[True] * (len(tops) + 1), *[False] * len(self.names), target is not None]
        numbers += [False] * (len(headers) - len(numbers))
        yield row(map(escaped, headers))
        yield rule(numbers)
        for entry in entries:
            yield row(escaped(cell) for cell in self._cells(entry, [top.id for top in tops]))
        yield row(f"**{escaped(cell)}**" if cell else "" for cell in self._institution(len(tops)))

    def _cells(self, entry: UnitResult | NotScorable, tops: list[str]) -> list[str]:
        words = self.words
        if isinstance(entry, NotScorable):
            empty = ["-"] * (len(tops) + 1) + [""] * len(self.names)
            return [entry.unit, *empty, *self._last(words.text("status.not_scorable", count=entry.problems), ())]
        scores = entry.top_scores
        status = STATUS_MESSAGES.get(entry.status)
        last = words.text(status) if status else gap_text(entry.score, entry.gap, self.result.target, words)
        mark = "*" if entry.is_provisional else ""
        cells = [
            entry.unit,
            *(self._number(scores.get(top)) for top in tops),
            self._number(entry.score) + mark,
            *self._band(entry.band),
        ]
        return [*cells, *self._last(last, entry.remarks)]

    def _last(self, gap: str, remarks: tuple[str, ...]) -> list[str]:
        """The gap, and the remarks in a column of their own; without a target they share it."""
        if not self.has_remarks:
            return [gap]
        joined = ", ".join(remarks)
        return [gap, joined] if self.result.target is not None else [", ".join(part for part in (gap, joined) if part)]

    def _institution(self, tops: int) -> list[str]:
        words, institution = self.words, self.result.institution
        name = self.report.institution_name or words.text("table.institution")
        if self.report.is_partial:
            return [
                name,
                *[""] * tops,
                "-",
                *[""] * len(self.names),
                *self._last(words.text("table.no_institution"), ()),
            ]
        last = gap_text(institution.score, institution.gap, self.result.target, words)
        if institution.is_provisional:
            last = f"{last} ({words.text('table.provisional')})".strip()
        mark = "*" if institution.is_provisional else ""
        score = self._number(institution.score) + mark
        return [name, *[""] * tops, score, *self._band(institution.band), *self._last(last, institution.remarks)]

    def _detail(self, unit: UnitResult) -> Iterator[str]:
        tree = unit.components
        if not tree:
            return
        words = self.words
        yield ""
        yield f"### {escaped(unit.unit)}"
        yield ""
        for line in unit_certainty_lines(self.instrument, unit, words):
            yield f"- {escaped(line)}"
        yield ""
        headers = ("table.component", "table.answer", "table.score", "table.share")
        yield row(escaped(words.text(header)) for header in headers)
        yield rule((False, False, True, True))
        for top in tree:
            for depth, part in walk_with_depth(top):
                yield row(self._part(depth, part, has_score=unit.score is not None))
        for one in unit.reported:
            name = f"{escaped(one.indicator.id)} {escaped(one.indicator.title)}"
            yield row((name, escaped(short_answer_text(one.answer, words)), "", words.text("table.not_scored")))

    def _part(self, depth: int, part: ComponentResult, *, has_score: bool) -> list[str]:
        share = round_half_up(part.effective_weight.numerator * 100, part.effective_weight.denominator, 2)
        if part.is_direct:
            answer = self.words.text("table.direct")
        elif part.blank and not part.components:
            answer = self.words.text("status.not_filled_in")
        else:
            answer = short_answer_text(part.answer, self.words)
        name = f"{'&nbsp;&nbsp;' * depth}{escaped(part.component.id)} {escaped(part.component.title)}"
        score = self._number(part.score if has_score else None)
        return [name, escaped(answer), escaped(score), f"{self.words.number(share)}%"]

    def _band(self, band: Band | None) -> list[str]:
        return [(getattr(band, name) or "") if band else "" for name in self.names]

    def _number(self, value: Decimal | None) -> str:
        return "-" if value is None else self.words.number(value)
