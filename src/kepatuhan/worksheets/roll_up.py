"""The score of the institution as a formula: the mean of the unrounded marks of the units that have one.

Under a weighted roll-up each mark counts as often as its unit has products, or whatever is counted. As the scorer has
it: without any count the plain mean stands in; with a count for some units only there is no score.
"""

NO_COUNT = "?"
"""What stands in the place of a count that is none."""


def count_or_nothing(cell: str) -> str:
    """What the cell of a count holds: nothing, a whole number above 0, or a mark that it is none."""
    whole = f'IF({cell}<1,"{NO_COUNT}",IF({cell}=INT({cell}),{cell},"{NO_COUNT}"))'
    is_blank = f'OR(TRIM({cell}&"")="",TRIM({cell}&"")="-")'
    return f'IF(COUNT({cell})=1,{whole},IF({is_blank},"","{NO_COUNT}"))'


def institution_mark(marks: str, counts: str | None, units: str, missing: str) -> str:
    """The mark of the institution from the cells ``marks``, of which one holds a number; ``missing`` where it has none.

    ``counts`` are the cells of the counts, None under a plain roll-up; ``units`` is how many units there are.
    """
    if counts is None:
        return f"AVERAGE({marks})"
    weighted = f"SUMPRODUCT({counts},{marks})/SUMPRODUCT(ISNUMBER({marks})*1,{counts})"
    whole = f'IF(COUNT({counts})<{units},"{missing}",{weighted})'
    return f'IF(SUMPRODUCT(({counts}<>"")*1)=0,AVERAGE({marks}),{whole})'
