"""A score report for spreadsheets: a row per unit, with detail a row per unit and component.

Indonesian Excel divides by semicolons and writes a decimal comma; with points it would read 12.16 as a time. So the
language of the report decides: semicolon and comma in Indonesian, comma and point in English. The column names are the
same in both, and a byte order mark tells Excel that the text is UTF-8.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from kepatuhan.exact import round_half_up
from kepatuhan.instrument.model import Band, Indicator
from kepatuhan.messages import Words, literal
from kepatuhan.report.score_report import NotScorable, ScoreReport
from kepatuhan.report.score_values import answer_text
from kepatuhan.scoring.results import ComponentResult, UnitResult

UNIT_COLUMNS = (
    *("unit", "type", "score", "category", "zone", "label", "gap", "possible_low", "possible_high"),
    *("answered", "blank", "not_applicable"),
)
COMPONENT_COLUMNS = (
    *("unit", "type", "id", "title", "level", "score", "weight", "effective_weight"),
    *("answered", "blank", "not_applicable", "direct", "answer"),
)
ABOUT_COLUMNS = (
    *("status", "remarks", "provisional", "institution", "target", "instrument", "fingerprint", "assumptions"),
    *("version", "inputs"),
)
"""What every row repeats, so that a row that was copied somewhere else still tells where it is from."""

BYTE_ORDER_MARK = "\ufeff"
_FORMULA_SIGNS = ("=", "+", "-", "@")
_SHARE_DECIMALS = 6


class Dialect(NamedTuple):
    """How a language's spreadsheets divide columns and write decimals."""

    delimiter: str
    decimal_mark: str


DIALECTS = {"id": Dialect(";", ","), "en": Dialect(",", ".")}


def render_score_csv(report: ScoreReport, words: Words) -> str:
    """The report as the text of a .csv file (write it as UTF-8; the byte order mark is in it)."""
    return csv_text(_CsvReport(report, words, DIALECTS[words.language]).rows(), words)


def csv_text(rows: Iterable[Sequence[str]], words: Words) -> str:
    """Rows as the text of a .csv file that a spreadsheet in this language divides as it is meant."""
    stream = io.StringIO()
    stream.write(BYTE_ORDER_MARK)
    writer = csv.writer(stream, delimiter=DIALECTS[words.language].delimiter, lineterminator="\r\n")
    writer.writerows(rows)
    return stream.getvalue()


def harmless(text: str) -> str:
    """The text so that no spreadsheet takes it for a formula: an apostrophe stands before a sign that begins one.

    Control characters are shown as what they are, as on a terminal.
    """
    shown = literal(text)
    return f"'{shown}" if shown.startswith(_FORMULA_SIGNS) else shown


class _CsvReport:
    def __init__(self, report: ScoreReport, words: Words, dialect: Dialect) -> None:
        self.report = report
        self.words = words
        self.mark = dialect.decimal_mark
        instrument = report.result.instrument
        self.instrument = instrument
        self.tops = [c.id for c in instrument.components if not isinstance(c, Indicator) or c.scored]
        self.about = (
            harmless(report.institution_name or ""),
            self._number(report.result.target),
            instrument.id,
            instrument.fingerprint,
            str(len(instrument.assumed_weights)),
            report.version,
            " ".join(f"{harmless(entry.file)}:{entry.sha256}" for entry in report.inputs),
        )

    def rows(self) -> Iterator[tuple[str, ...]]:
        if self.report.is_detailed:
            yield (*COMPONENT_COLUMNS, *ABOUT_COLUMNS)
            for entry in self.report.entries():
                yield from self._component_rows(entry)
        else:
            yield (*UNIT_COLUMNS, *self.tops, *ABOUT_COLUMNS)
            for entry in self.report.entries():
                yield self._unit_row(entry)

    def _unit_row(self, entry: UnitResult | NotScorable) -> tuple[str, ...]:
        if isinstance(entry, NotScorable):
            empty = [""] * (len(UNIT_COLUMNS) - 1 + len(self.tops))
            return (harmless(entry.unit), *empty, *self._about(entry))
        band, tops = entry.band or _NO_BAND, entry.top_scores
        low, high = entry.possible or (None, None)
        return (
            harmless(entry.unit),
            entry.type or "",
            self._number(entry.score),
            band.category or "",
            band.zone or "",
            band.label or "",
            self._number(entry.gap),
            self._number(low),
            self._number(high),
            str(entry.answered),
            str(entry.blank),
            str(entry.not_applicable),
            *(self._number(tops.get(top)) for top in self.tops),
            *self._about(entry),
        )

    def _component_rows(self, entry: UnitResult | NotScorable) -> Iterator[tuple[str, ...]]:
        parts = [] if isinstance(entry, NotScorable) else [part for top in entry.components for part in top.walk()]
        if isinstance(entry, NotScorable) or not parts:
            of_type = "" if isinstance(entry, NotScorable) else entry.type or ""
            yield (harmless(entry.unit), of_type, *[""] * (len(COMPONENT_COLUMNS) - 2), *self._about(entry))
            return
        for part in parts:
            yield (*self._component_row(entry, part), *self._about(entry))
        for one in entry.reported:
            names = (one.indicator.id, one.indicator.title, one.indicator.level)
            empty = [""] * (len(COMPONENT_COLUMNS) - 6)
            answer = harmless(answer_text(one.answer, self.words))
            beginning = (harmless(entry.unit), entry.type or "")
            yield (*beginning, *map(harmless, names), *empty, answer, *self._about(entry))

    def _component_row(self, unit: UnitResult, part: ComponentResult) -> tuple[str, ...]:
        weight, share = part.weight, part.effective_weight
        return (
            harmless(unit.unit),
            unit.type or "",
            harmless(part.component.id),
            harmless(part.component.title),
            harmless(part.component.level),
            self._number(part.score if unit.score is not None else None),
            self._number(round_half_up(weight.numerator, weight.denominator, _SHARE_DECIMALS)),
            self._number(round_half_up(share.numerator, share.denominator, _SHARE_DECIMALS)),
            str(part.answered),
            str(part.blank),
            str(part.not_applicable),
            "1" if part.is_direct else "0",
            harmless(answer_text(part.answer, self.words)),
        )

    def _about(self, entry: UnitResult | NotScorable) -> tuple[str, ...]:
        if isinstance(entry, NotScorable):
            return ("not scorable", "", "", *self.about)
        remarks = "; ".join(map(harmless, entry.remarks))
        return (entry.status.value, remarks, str(int(entry.is_provisional)), *self.about)

    def _number(self, value: Decimal | None) -> str:
        return "" if value is None else str(value).replace(".", self.mark)


_NO_BAND = Band(0, None, None, None, None)
