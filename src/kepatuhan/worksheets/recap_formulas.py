"""The formulas of the sheet "Rekap": what a row takes from the sheet of its unit, and the row of the institution.

A unit whose sheet was deleted has words in the place of its score, and so has one that ``kepatuhan score`` refuses.
Then the institution has words as well: a mean of those that are left would be taken for the mean of all.
"""

from typing import NamedTuple

from kepatuhan.instrument.model import Instrument
from kepatuhan.messages import Words
from kepatuhan.worksheets.formula_text import quoted_text
from kepatuhan.worksheets.name_search import position_of
from kepatuhan.worksheets.roll_up import count_or_nothing, institution_mark
from kepatuhan.worksheets.scoring_formulas import rounded_score


class RecapWords(NamedTuple):
    """What stands in the place of a number."""

    not_filled_in: str
    not_assessed: str
    no_sheet: str
    """Of a unit whose sheet was deleted."""
    no_value: str
    """Of a unit of which a cell holds an error."""
    name_twice: str
    """Of a unit whose name another sheet has, too."""
    sheets_missing: str
    values_missing: str
    """What the institution says behind the number of such units."""
    units_refused: str
    """The same of units that have any other words in the place of a score, which ``score`` would not take."""
    counts_missing: str

    def is_refused(self, score: str | float) -> bool:
        """Whether what stands in the place of a score says that ``score`` would not take the unit."""
        return isinstance(score, str) and score not in ("", self.not_filled_in, self.not_assessed)


def recap_words(instrument: Instrument, words: Words) -> RecapWords:
    """These words in one language."""
    return RecapWords(
        words.text("status.not_filled_in"),
        words.text("status.not_assessed"),
        words.text("worksheet.no_sheet"),
        words.text("worksheet.no_value"),
        words.text("worksheet.name_twice"),
        words.text("worksheet.sheets_missing"),
        words.text("worksheet.values_missing"),
        words.text("worksheet.units_refused"),
        words.text("worksheet.count_missing", by=instrument.roll_up.by or ""),
    )


def unit_name(name: str, otherwise: str) -> str:
    """The name in another sheet's cell; ``otherwise`` where it is blank, or gone with its sheet."""
    instead = quoted_text(otherwise)
    return f'=IFERROR(IF(TRIM({name}&"")="",{instead},{name}&""),{instead})'


def unit_score(score: str, name: str, names: str | None, words: RecapWords) -> str:
    """The score in another sheet's cell, or why there is none.

    The unit's ``name`` may stand only once in ``names``; None where another sheet looks after that.
    """
    instead = f"IF(ISERROR(ROWS({score})),{quoted_text(words.no_sheet)},{quoted_text(words.no_value)})"
    shown = f"IFERROR({score},{instead})"
    if names is None:
        return f"={shown}"
    return f"=IF(SUMPRODUCT((TRIM({names})=TRIM({name}))*1)>1,{quoted_text(words.name_twice)},{shown})"


def unit_figure(cell: str, score: str | None = None) -> str:
    """Any other figure of another sheet; with a ``score`` only where that is a number."""
    shown = cell if score is None else f'IF(COUNT({score})=0,"",{cell})'
    return f'=IFERROR({shown},"")'


def unit_unknown(cells: str) -> str:
    """How many answers of a unit nobody knows; nothing while there are none."""
    return f'=IFERROR(IF(SUM({cells})=0,"",SUM({cells})),"")'


def unit_top_score(score: str, weight: str, mark: str, instrument: Instrument) -> str:
    """The score of a component; nothing where it left the tree, or the unit has no score."""
    return f'=IFERROR(IF(COUNT({score},{mark})<2,"",IF({weight}=0,"",{rounded_score(mark, instrument)})),"")'


def unit_count(cell: str) -> str:
    """What the unit counts for in a weighted roll-up."""
    return f'=IFERROR({count_or_nothing(cell)},"")'


def earlier_score(name: str, names: str, scores: str, first_row: int) -> str:
    """The score of last time that stands in the row of the unit of this name; nothing where there is none.

    0 is added so that a text in the place of a score becomes an error, and that nothing.
    """
    return f'=IF({name}="","",IFERROR(INDEX({scores},{position_of(name, names, first_row)})+0,""))'


class Block(NamedTuple):
    """The rows of the units, in the columns that the institution's row looks at."""

    names: str
    scores: str
    marks: str
    counts: str | None
    """None where the mean is plain."""

    @property
    def named(self) -> str:
        """How many units there are."""
        return f'SUMPRODUCT(({self.names}<>"")*1)'


def institution_mark_formula(block: Block, words: RecapWords, *, needs_counts: bool) -> str:
    """The roll-up of the unrounded marks of the units that have a score; words where it has no meaning."""
    missing = quoted_text(words.counts_missing)
    mark = institution_mark(block.marks, block.counts, block.named, missing, needs_counts=needs_counts)
    mark = f'IF(COUNT({block.marks})=0,"",{mark})'
    sound = [f"COUNTIF({block.scores},{quoted_text(text)})" for text in (words.not_filled_in, words.not_assessed)]
    refused = f'SUMPRODUCT(({block.scores}<>"")*1)-COUNT({block.scores})-{"-".join(sound)}'
    counts = [(refused, words.units_refused)]
    for lost, text in ((words.no_value, words.values_missing), (words.no_sheet, words.sheets_missing)):
        counts.append((f"COUNTIF({block.scores},{quoted_text(lost)})", text))
    for count, text in counts:
        mark = f"IF({count}>0,{count}&{quoted_text(' ' + text)},{mark})"
    return f"={mark}"


def institution_score(mark: str, instrument: Instrument, words: RecapWords) -> str:
    """The institution's score, rounded once, or why there is none."""
    instead = f'IF({mark}="",{quoted_text(words.not_filled_in)},{mark})'
    return f"=IF(COUNT({mark})=1,{rounded_score(mark, instrument)},{instead})"
