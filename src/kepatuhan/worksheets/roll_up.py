"""The score of the institution as a formula: the mean of the unrounded marks of the units that have one.

Under a weighted roll-up each mark counts as often as its unit has products, or whatever is counted. As the scorer has
it: without any count the plain mean stands in; with a count for some units only there is no score.
"""


def institution_mark(marks: str, counts: str | None, missing: str) -> str:
    """The mark of the institution from the cells ``marks``, of which one holds a number; ``missing`` where it has none.

    ``counts`` are the cells of the counts; None under a plain roll-up.
    """
    if counts is None:
        return f"AVERAGE({marks})"
    weighted = f'SUMPRODUCT({counts},{marks})/SUMPRODUCT(({marks}<>"")*{counts})'
    wrong = f"SUMPRODUCT(({counts}<1)+({counts}<>INT({counts})))>0"
    whole = f'IF({wrong},"{missing}",{weighted})'
    return f'IF(COUNT({counts})=0,AVERAGE({marks}),IF(COUNT({counts})<ROWS({counts}),"{missing}",{whole}))'
