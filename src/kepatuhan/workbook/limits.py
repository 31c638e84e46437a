"""How much a file may hold before it is refused: generous for real work, small enough for any computer.

A workbook of 10,000 units and 100 indicators stays well below each of these. Whatever a file holds, refusing it takes
seconds and a few hundred megabytes.
"""

from kepatuhan.problems import Problem, Term, Where, error

MOST_FILE_BYTES = 200_000_000
MOST_PARTS = 20_000
"""Files inside the zip that an .xlsx is."""
MOST_UNPACKED_BYTES = 300_000_000
"""Of all parts together that are read; pictures are not."""
MOST_RATIO = 250
"""How many times smaller a part may be packed than it is; looked at from ``RATIO_FROM`` bytes on."""
RATIO_FROM = 10_000_000
MOST_SHEETS = 2_000
LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
"""The end of every sheet that Excel can hold."""
MOST_CELLS = 3_000_000
"""Filled cells of one sheet."""
MOST_ABOVE = 100_000
"""Filled cells of one sheet in which its header is looked for; a sheet without one in them is in no layout."""
MOST_STRAYS = 200_000
"""Filled cells of one sheet in columns without heading, beside answers."""
MOST_UNITS = 100_000
MOST_ROWS_OF_UNIT = 100_000
"""Rows about one unit: its respondents, or its indicators."""
MOST_COMPARED = 20_000
"""Units of an assessment whose names are looked at for slips of the pen."""
MOST_PROBLEMS = 50_000
"""Wrong cells of an assessment that are told one by one; that there are more is said as well."""
MOST_TEXTS = 3_000_000
"""Texts that the cells of a workbook share."""
MOST_ELEMENTS = 500_000
"""Elements of a part that lists sheets, relations or styles: Excel itself holds 65,490 styles."""
MOST_MERGED = 200_000
"""Merged blocks, and groups of hidden columns, of one sheet."""
MOST_CHARACTERS = 1_000_000
"""Of one text; Excel itself holds 32,767."""
MOST_MARK_BYTES = 1_000_000
"""One tag or comment of XML; the parser rereads an unfinished one with every piece."""
MOST_CSV_BYTES = 40_000_000
"""Of a .csv file, which is held in memory as a whole."""
MOST_DEPTH = 1_000
"""Elements of XML inside each other."""


def exceeded(what: str, most: int, where: Where) -> Problem:
    """The problem of a file that holds more of ``what`` (a message id below ``limit.``) than ``most``."""
    return error("KP764", where, what=Term(f"limit.{what}"), most=most)
