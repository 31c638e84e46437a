"""What must be known about a score, in sentences: the institution's result, what is blank, unsure or assumed.

They stand below the table and in a memo, each with the style that suits it on a terminal.
"""

from collections.abc import Iterator, Sequence

from kepatuhan.instrument.fingerprint import SHORT
from kepatuhan.messages import Words, literal
from kepatuhan.problems import errors
from kepatuhan.report.assumed import rest_on_assumed_weights
from kepatuhan.report.certainty import certainty_sentence
from kepatuhan.report.problems_text import remark_lines
from kepatuhan.report.score_report import MOST_UNITS, InputHash, ScoreReport
from kepatuhan.scoring.results import ComponentResult, InstitutionResult, UnitResult

Sentence = tuple[str, str]
"""Text and style."""
Trees = Sequence[tuple[UnitResult, tuple[ComponentResult, ...]]]
"""Units, each with its components."""

_MOST_LINES = 10
_MOST_NAMES = 100
_MOST_INPUTS = 3


def sentences(report: ScoreReport, words: Words, trees: Trees, *, is_summary: bool) -> Iterator[Sentence]:
    """The sentences below a table that shows the units in ``trees``: all of them, or a few (``is_summary``)."""
    return _Sentences(report, words, trees, is_summary=is_summary).lines()


def remarks(report: ScoreReport, words: Words) -> list[str]:
    """What must be known about the scores, for a page that shows the institution's and the units' remarks already."""
    is_summary = len(report.result.units) > MOST_UNITS
    trees = [(unit, unit.components) for unit in report.result.units[:MOST_UNITS]]
    return [text for text, _ in _Sentences(report, words, trees, is_summary=is_summary).remarks()]


def provenance(report: ScoreReport, words: Words, *, is_full: bool = False) -> str:
    """From what, with what, and by which program the scores were computed; hashes whole with ``is_full``."""
    return provenance_of(report.inputs, report.version, words, is_full=is_full)


def provenance_of(inputs: Sequence[InputHash], version: str, words: Words, *, is_full: bool = False) -> str:
    """The same of any report on these inputs."""
    cut = None if is_full else SHORT
    shown = inputs if is_full else inputs[:_MOST_INPUTS]
    files = ", ".join(f"{literal(entry.file)} (sha256 {entry.sha256[:cut]})" for entry in shown)
    more = len(inputs) - len(shown)
    files += words.text("table.more_inputs", count=more) if more else ""
    return words.text("table.provenance", version=version, files=files)


class _Sentences:
    def __init__(self, report: ScoreReport, words: Words, trees: Trees, *, is_summary: bool) -> None:
        self.report = report
        self.result = report.result
        self.instrument = report.result.instrument
        self.words = words
        self.trees = trees
        self.is_summary = is_summary

    def lines(self) -> Iterator[Sentence]:
        words = self.words
        yield from self._institution_lines(self.result.institution)
        yield from self._blank_lines()
        yield from self._remark_lines()
        yield from self._other_lines()
        identity = {
            "id": self.instrument.id,
            "fingerprint": self.instrument.fingerprint[:SHORT],
            "years": self.instrument.years_text,
        }
        yield words.text("table.instrument", **identity), "dim"
        yield provenance(self.report, words), "dim"

    def remarks(self) -> Iterator[Sentence]:
        """What must be known about the scores, what holds for all first, for a page that shows the rest already."""
        yield from self._trust_lines()
        yield from self._blank_lines()
        yield from self._found_lines()

    def _other_lines(self) -> Iterator[Sentence]:
        yield from self._found_lines()
        yield from self._trust_lines()

    def _found_lines(self) -> Iterator[Sentence]:
        words = self.words
        if self.is_summary:
            yield from self._not_scorable_lines()
            yield words.text("table.how_to_get_all"), ""
        for line in remark_lines(self.report.problems, words):
            yield line, ""

    def _trust_lines(self) -> Iterator[Sentence]:
        """What the scores rest on, and how sure they are."""
        words = self.words
        yield from self._assumption_lines()
        if not self.is_summary:
            unsure = certainty_sentence(self.report, words)
            if unsure:
                yield unsure, ""

    def _remark_lines(self) -> Iterator[Sentence]:
        """What stands beside the label of some units, such as the second axis of a method: each with its units."""
        units: dict[str, list[str]] = {}
        for unit in self.result.units:
            for remark in unit.remarks:
                units.setdefault(remark, []).append(literal(unit.unit))
        for remark in self.result.institution.remarks:
            units.pop(remark, None)  # said of the institution, so of every unit
        for remark, names in units.items():
            text = self.words.text("table.remark_count", count=len(names)) if self.is_summary else ", ".join(names)
            yield f"{literal(remark)}: {text}.", ""

    def _not_scorable_lines(self) -> Iterator[Sentence]:
        """The units that a summary has no row for."""
        left_out = self.report.not_scorable
        for entry in left_out[:_MOST_NAMES]:
            status = self.words.text("status.not_scorable", count=entry.problems)
            yield f"{literal(entry.unit)}: {status}.", ""
        if len(left_out) > _MOST_NAMES:
            yield self.words.text("table.more_not_scorable", count=len(left_out) - _MOST_NAMES), ""

    def _assumption_lines(self) -> Iterator[Sentence]:
        """What is true of the scores above: all of them rest on assumed weights, some of them do, or none."""
        count = len(self.instrument.assumed_weights)
        scored = [rest_on_assumed_weights(tree) for unit, tree in self.trees if unit.score is not None]
        if count and scored and all(scored):
            yield self.words.plural("table.assumptions", count), ""
        elif count and (any(scored) or any(self._rests(unit) for unit in self.result.units)):
            yield self.words.plural("table.assumptions_some", count), ""

    @staticmethod
    def _rests(unit: UnitResult) -> bool:
        return unit.score is not None and rest_on_assumed_weights(unit.components)

    def _institution_lines(self, institution: InstitutionResult) -> Iterator[Sentence]:
        words = self.words
        if self.report.is_partial:
            yield words.text("table.partial", count=len(errors(self.report.problems))), "bold"
            return
        if institution.score is None:
            yield words.text("table.nothing_scored"), "bold"
            return
        band = institution.band
        parts = [words.text("table.institution_score", score=institution.score, units=institution.scored_units)]
        if band is not None:
            names = (("category", band.category), ("zone", band.zone), ("label", band.label))
            parts += [words.text(f"part.{name}", value=value) for name, value in names if value]
        parts += list(institution.remarks)
        if institution.gap is not None and self.result.target is not None:
            if institution.gap:
                parts.append(words.text("part.gap", gap=institution.gap, target=self.result.target))
            else:
                on_target = institution.score == self.result.target
                parts.append(words.text("table.on_target" if on_target else "table.above_target"))
        yield ", ".join(parts) + ".", "bold"
        if institution.is_provisional and institution.possible is not None:
            low, high = institution.possible
            yield (
                words.text(
                    "table.institution_provisional",
                    scored=institution.scored_units,
                    units=institution.units,
                    low=low,
                    high=high,
                ),
                "",
            )

    def _blank_lines(self) -> Iterator[Sentence]:
        words = self.words
        blank = [unit for unit in self.result.units if unit.blank]
        gone = sum(unit.not_applicable for unit in self.result.units)
        if gone:
            yield words.text("table.not_applicable", count=gone), ""
        for unit in blank[:_MOST_LINES]:
            if unit.possible is None:
                yield words.text("table.unit_not_filled_in", unit=unit.unit), ""
            else:
                low, high = unit.possible
                yield words.text("table.unit_blank", unit=unit.unit, count=unit.blank, low=low, high=high), ""
        if len(blank) > _MOST_LINES:
            yield words.text("table.more_blank", count=len(blank) - _MOST_LINES), ""
