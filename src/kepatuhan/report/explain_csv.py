"""An explanation for spreadsheets: a row for each component of the unit.

Columns and decimals are divided as in a score report (:mod:`kepatuhan.report.score_csv`).
"""

from collections.abc import Iterator
from fractions import Fraction

from kepatuhan.exact import round_half_up, to_text
from kepatuhan.messages import Words
from kepatuhan.report.explain_json import POINT_DECIMALS
from kepatuhan.report.explain_report import Entry, ExplainReport
from kepatuhan.report.score_csv import DIALECTS, csv_text, harmless
from kepatuhan.report.score_values import answer_text

COLUMNS = (
    *("unit", "id", "title", "level", "state", "answer", "given", "given_most", "score", "weight", "assumed"),
    *("effective_weight", "points", "most_points", "cells", "instrument_file", "line"),
    *("unit_score", "category", "zone", "label", "instrument", "fingerprint", "version", "inputs"),
)


def render_explain_csv(report: ExplainReport, words: Words) -> str:
    """The explanation as the text of a .csv file (write it as UTF-8; the byte order mark is in it)."""
    mark = DIALECTS[words.language].decimal_mark
    return csv_text([COLUMNS, *_ExplainCsv(report, words, mark).rows()], words)


class _ExplainCsv:
    def __init__(self, report: ExplainReport, words: Words, decimal_mark: str) -> None:
        self.report = report
        self.words = words
        self.mark = decimal_mark
        unit, instrument = report.explanation.unit, report.explanation.result.instrument
        self.unit = harmless(unit.unit)
        self.file = harmless(instrument.file)
        self.about = (
            self._number(str(unit.score)),
            *(harmless(text or "") for text in (unit.band[1:4] if unit.band else ("", "", ""))),
            instrument.id,
            instrument.fingerprint,
            report.version,
            " ".join(f"{harmless(entry.file)}:{entry.sha256}" for entry in report.inputs),
        )

    def rows(self) -> Iterator[tuple[str, ...]]:
        for entry in self.report.entries():
            yield (self.unit, *self._component(entry), *self._figures(entry), *self._places(entry), *self.about)

    def _component(self, entry: Entry) -> Iterator[str]:
        component, given = entry.component, entry.given
        yield from map(harmless, (component.id, component.title, component.level, entry.state.value))
        yield harmless(answer_text(entry.answer, self.words))
        yield self._number(to_text(given.value)) if given else ""
        yield self._number(to_text(given.most)) if given else ""

    def _figures(self, entry: Entry) -> Iterator[str]:
        part = entry.part
        yield self._number(str(part.score)) if part is not None and part.score is not None else ""
        yield self._number(to_text(part.weight)) if part is not None else ""
        yield str(int(entry.is_assumed))
        yield self._points(part.effective_weight if part is not None else None)
        yield self._points(entry.points)
        yield self._points(entry.most_points)

    def _places(self, entry: Entry) -> Iterator[str]:
        yield harmless("; ".join(self.words.where(place) for place in entry.where()))
        yield self.file
        yield str(entry.component.line)

    def _points(self, value: Fraction | None) -> str:
        if value is None:
            return ""
        return self._number(str(round_half_up(value.numerator, value.denominator, POINT_DECIMALS)))

    def _number(self, text: str) -> str:
        return text.replace(".", self.mark)
