"""The line below the title of "Rekap": what is wrong with the answers, if anything, and what the sheet is."""

from typing import NamedTuple

from xlsxwriter.worksheet import Worksheet

from kepatuhan.worksheets.formula_text import quoted_text
from kepatuhan.worksheets.heights import row_height
from kepatuhan.worksheets.styles import Styles


class RecapNote(NamedTuple):
    """The line."""

    text: str
    """What the sheet is; words apart by one space."""
    told: str
    """The expression that says what is wrong."""
    told_now: str
    """What it shows now."""
    longest: str
    """The most that it shows, for which there is room."""

    def write(self, sheet: Worksheet, columns: int, styles: Styles) -> None:
        """Write it across so many columns; it turns red while anything is wrong."""
        place = (1, 0, 1, columns - 1)
        sheet.merge_range(*place, "", styles.plain)
        shown = f"{self.told_now} {self.text}".strip()
        sheet.write_formula(1, 0, f'=TRIM({self.told}&" "&{quoted_text(self.text)})', styles.plain, shown)
        red = {"type": "formula", "criteria": f"=LEN($A$2)>{len(self.text)}", "format": styles.wrong}
        sheet.conditional_format(*place, red)

    def height(self, width: float) -> float:
        """How many points it is high."""
        return row_height([(f"{self.longest} {self.text}", width)])
