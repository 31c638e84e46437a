"""What the program told of every unit and of the institution, as the sheet "Pemeriksaan" keeps it."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from kepatuhan.messages import Words
from kepatuhan.worksheets.computed import Shown, score_text
from kepatuhan.worksheets.results.contents import Contents
from kepatuhan.worksheets.scoring_formulas import FigureWords
from kepatuhan.worksheets.unit_remarks import remarks_text


class Told(NamedTuple):
    """What the program told of a unit or of the institution."""

    name: str
    score: Shown
    remark: str
    earlier: Decimal | None
    absent: str | None
    """What is shown in the place of the score of a unit that *Jawaban* does not have; None for the institution."""


def told_rows(contents: Contents, figure_words: FigureWords, words: Words) -> list[Told]:
    """The units, then those of last time that are not counted now, then the institution."""
    result, earlier = contents.result, contents.earlier
    gone, not_now = words.text("results.gone"), words.text("results.not_this_time")
    rows = []
    for unit in result.units:
        before = None if earlier is None else earlier.of(unit.unit)
        told = score_text(unit, figure_words)
        rows.append(Told(unit.unit, told, remarks_text(result.instrument, unit.remarks), before, gone))
    for name in only_earlier(contents):
        rows.append(Told(name, not_now, "", None if earlier is None else earlier.of(name), not_now))
    if not contents.is_partial:
        institution = result.institution
        score: Shown = figure_words.not_filled_in if institution.score is None else float(institution.score)
        remark = remarks_text(result.instrument, institution.remarks)
        before = None if earlier is None else earlier.institution
        rows.append(Told(words.text("table.institution"), score, remark, before, None))
    return rows


def only_earlier(contents: Contents) -> Sequence[str]:
    """The units of last time that are not counted now: somebody may give a row of *Jawaban* to one of them."""
    return () if contents.earlier is None else contents.earlier.missing(unit.unit for unit in contents.result.units)
