"""The score of the institution as a formula: the mean of the unrounded marks of the units that have one.

Under a weighted roll-up each mark counts as often as its unit has products, or whatever is counted. As the reader and
the scorer have it: with a count for some units only there is no score. Without any count the plain mean stands in where
each unit has a cell of its own for it (forms); an empty column of counts (matrix) is refused.
"""

BLANKS = ("", "-", "\u2013", "\u2014")
"""What stands in a cell for nothing; a program may make a long dash of a short one."""

NO_COUNT = "?"
"""What stands in the place of a count that is none."""


def count_or_nothing(cell: str) -> str:
    """What the cell of a count holds: nothing, a whole number above 0, or a mark that it is none.

    A number that was typed as text counts too, as long as it is spelt like the number: ``7``, not ``7,0``.
    """
    text = f'TRIM({cell}&"")'
    is_blank = "OR(" + ",".join(f'{text}="{nothing}"' for nothing in BLANKS) + ")"
    whole = f'IFERROR(IF(AND(INT({text})&""={text},INT({text})>0),INT({text}),"{NO_COUNT}"),"{NO_COUNT}")'
    return f'IF({is_blank},"",{whole})'


def institution_mark(marks: str, counts: str | None, units: str, missing: str, *, needs_counts: bool) -> str:
    """The mark of the institution from the cells ``marks``, of which one holds a number.

    ``missing`` is the expression in its place where it has none; ``counts`` are the cells of the counts, None under a
    plain roll-up; ``units`` is how many units there are. Without any count it is missing too where it
    ``needs_counts``; else the plain mean.
    """
    if counts is None:
        return f"AVERAGE({marks})"
    weighted = f"SUMPRODUCT({counts},{marks})/SUMPRODUCT(ISNUMBER({marks})*1,{counts})"
    whole = f"IF(COUNT({counts})<{units},{missing},{weighted})"
    if needs_counts:
        return whole
    return f'IF(SUMPRODUCT(({counts}<>"")*1)=0,AVERAGE({marks}),{whole})'
