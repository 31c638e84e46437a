"""The cells of answers in little space, and still clear."""

from collections.abc import Sequence

from kepatuhan.messages import Words, literal
from kepatuhan.problems import Where

MOST_CELLS = 3
"""As many cells of one indicator as are named where people read."""


class Cells:
    """Names cells as shortly as is clear: what all of them share (their file, their sheet) is said once."""

    def __init__(self, places: Sequence[Where]) -> None:
        files, sheets = {place.file for place in places}, {(place.file, place.sheet) for place in places}
        self.file = next(iter(files)) if len(files) == 1 else None
        self.sheet = next(iter(sheets))[1] if len(sheets) == 1 else None

    def shared_text(self, words: Words) -> str:
        """The file, and the sheet, in which all of them are; empty where they are in several."""
        if self.file is None:
            return ""
        if self.sheet is None:
            return words.text("explain.where", file=self.file)
        return words.text("explain.where_sheet", file=self.file, sheet=self.sheet)

    def text(self, places: Sequence[Where], words: Words, most: int = MOST_CELLS) -> str:
        """Some cells, and how many more there are."""
        shown = [self.short(place, words) for place in places[:most]]
        more = len(places) - most
        return "; ".join(shown) + (f" (+{more})" if more > 0 else "")

    def short(self, place: Where, words: Words) -> str:
        """One cell."""
        if self.sheet is not None or (self.file is not None and place.sheet is None):
            return place.cell or ""
        if self.file is not None:
            return f"{literal(place.sheet or '')}!{place.cell}"
        return words.where(place)
