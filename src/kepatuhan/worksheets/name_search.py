"""The formula that finds a unit by its name among names in a column, whatever signs the name is made of.

MATCH takes ``*``, ``?`` and ``~`` for more than themselves, and no more than 255 characters: such signs are escaped,
and a name that would then be too long is compared with every cell instead, which is slower.
"""

_LONGEST_SOUGHT = 255
"""Characters of a text that Excel's MATCH looks for; escaped, a name may be twice as long as it is."""


def position_of(name: str, names: str, first_row: int) -> str:
    """The position from 1 of the expression ``name`` in the cells ``names``, which begin in ``first_row``.

    An error where it is not among them. Letter case makes no difference; spaces at the ends do.
    """
    escaped = f'SUBSTITUTE(SUBSTITUTE(SUBSTITUTE({name},"~","~~"),"*","~*"),"?","~?")'
    last = f"SUMPRODUCT(MAX(({names}={name})*(ROW({names})-{first_row - 1})))"
    compared = f"ROUND(1/(1/{last}),0)"  # an error for 0; rounded, for 1/(1/49) is not 49
    return f"IF(LEN({name})>{_LONGEST_SOUGHT // 2},{compared},MATCH({escaped},{names},0))"
