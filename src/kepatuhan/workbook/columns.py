"""The size of a sheet, and the letters of its columns."""

import re

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
"""The end of every sheet that Excel can hold."""

_LETTERS = re.compile(r"[A-Z]{1,3}")


def column_number(letters: str) -> int:
    """``A`` is 1, ``AA`` 27; 0 where the letters are none."""
    if not _LETTERS.fullmatch(letters):
        return 0
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
