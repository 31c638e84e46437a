"""Rules about bands, target and roll-up (KP4xx): every possible score falls into exactly one band."""

from collections.abc import Iterator
from contextlib import suppress
from fractions import Fraction
from itertools import pairwise

from kepatuhan.checking.placed import Checked
from kepatuhan.exact import Exact, round_half_up, simplest
from kepatuhan.instrument.building import build_scale
from kepatuhan.instrument.file_format import ScaleEntry
from kepatuhan.instrument.model import COLUMN_NAMES
from kepatuhan.problems import Problem, error, warning
from kepatuhan.spelling import fold


def every_score_has_a_band(checked: Checked) -> Iterator[Problem]:
    """KP401: the lowest band starts above the lowest possible score."""
    rows = checked.entries.bands.rows
    if checked.gaps.touch(("bands", "rows")) or checked.lacks((), "full_score", "scales"):
        return
    lowest = min(row.from_ for row in rows)
    if lowest not in (rows[0].from_, rows[-1].from_):
        return  # the row at the end of the table is the one that is wrong, and KP407 says so
    if sum(row.from_ == lowest for row in rows) > 1:
        return  # one of the two is mistyped, and KP402 says so
    possible = _lowest_possible_score(checked)
    unsure = 1 if checked.lacks(("decimals",)) else 0  # by so much two roundings can differ
    if possible is not None and lowest > possible + unsure:
        index = next(index for index, row in enumerate(rows) if row.from_ == lowest)
        where = checked.where(("bands", "rows", index, "from"))
        yield error("KP401", where, lowest=lowest, possible=possible)


def low_bands_are_reachable(checked: Checked) -> Iterator[Problem]:
    """KP408: a band below the one of the lowest possible score."""
    rows = checked.entries.bands.rows
    if checked.gaps.touch(("bands", "rows")) or checked.lacks((), "full_score", "scales", "decimals"):
        return
    possible = _lowest_possible_score(checked, only_if_all_known=True)
    reached = [row.from_ for row in rows if possible is not None and row.from_ <= possible]
    for index, row in enumerate(rows):
        if reached and row.from_ < max(reached):
            where = checked.where(("bands", "rows", index, "from"))
            yield warning("KP408", where, lower=row.from_, possible=possible or 0)


def _lowest_possible_score(checked: Checked, *, only_if_all_known: bool = False) -> Exact | None:
    """A score that no unit can fall below, as far as the scales are in order; None where none is.

    A scale that is not in order is left to the problem it has; it could only make the score lower.
    """
    worst_marks = {name: _worst_mark(scale) for name, scale in checked.entries.scales.items()}
    marks = []
    count = 0
    for leaf in checked.leaves:
        name = leaf.settings.scale or ""
        mark = worst_marks.get(name)
        unread = any(checked.lacks_setting(leaf.path, key) for key in ("scale", "scored"))
        unread = unread or checked.lacks_points(name) or checked.lacks(leaf.path, "components")
        if leaf.settings.scored is False and not unread:
            continue
        count += 1
        if mark is not None and not unread:
            marks.append(mark)
    if not marks or checked.entries.full_score <= 0 or (only_if_all_known and len(marks) < count):
        return None
    lowest = min(marks) * checked.entries.full_score
    rounded = round_half_up(lowest.numerator, lowest.denominator, checked.entries.decimals)
    return simplest(Fraction(rounded))


def _worst_mark(scale: ScaleEntry) -> Fraction | None:
    """The mark of a blank; None for a scale that is not in order."""
    with suppress(AssertionError, ZeroDivisionError, ValueError):
        mark = build_scale("", scale).worst_mark
        return mark if mark >= 0 else None
    return None


def bands_are_reachable(checked: Checked) -> Iterator[Problem]:
    """KP402: a lower bound that occurs twice; KP403: one above the full score."""
    seen: set[Exact] = set()
    for index, row in enumerate(checked.entries.bands.rows):
        if checked.lacks(("bands", "rows", index), "from"):
            continue
        where = checked.where(("bands", "rows", index, "from"))
        if row.from_ in seen:
            yield error("KP402", where, lower=row.from_)
        elif row.from_ > checked.entries.full_score > 0 and not checked.lacks(("full_score",)):
            yield error("KP403", where, lower=row.from_, full=checked.entries.full_score)
        seen.add(row.from_)


def bands_are_in_order(checked: Checked) -> Iterator[Problem]:
    """KP407: rows that neither all descend nor all ascend, so that a mistyped bound would move a class of scores."""
    full = checked.entries.full_score
    known: dict[Exact, int] = {}
    for index, row in enumerate(checked.entries.bands.rows):
        if checked.lacks(("bands", "rows", index), "from"):
            continue
        if (
            row.from_ <= full or full <= 0 or checked.lacks(("full_score",))
        ):  # a bound that is out of reach, or there twice, is complained of already
            known.setdefault(row.from_, index)
    rows = list(known)
    descending = bool(rows) and rows[0] >= rows[-1]
    for before, lower in pairwise(rows):
        if (before > lower) != descending:
            yield error("KP407", checked.where(("bands", "rows", known[lower], "from")), lower=lower, before=before)


def target_is_reachable(checked: Checked) -> Iterator[Problem]:
    """KP404: a target outside 0..full score; KP406: a full score that is not above 0."""
    full, target = checked.entries.full_score, checked.entries.target
    if checked.lacks(("full_score",)):
        return
    if full <= 0:
        yield error("KP406", checked.where(("full_score",)), full=full)
    elif target is not None and not 0 <= target <= full:
        yield error("KP404", checked.where(("target",)), target=target, full=full)


def roll_up_has_its_column(checked: Checked) -> Iterator[Problem]:
    """KP405: a weighted roll-up that names no column, or one whose name already means something else."""
    roll_up = checked.entries.roll_up
    if checked.lacks(("roll_up",), "method", "by"):
        return
    taken = {fold(component.entry.id) for component in checked.components} | COLUMN_NAMES
    weighted = roll_up.method == "weighted"
    by = None if roll_up.by is None else fold(roll_up.by).rstrip(" :*")  # as a workbook reads its headers
    if weighted != (by is not None) or by in taken:
        yield error("KP405", checked.where(("roll_up",)), by=roll_up.by or "")


RULES = (
    every_score_has_a_band,
    bands_are_reachable,
    low_bands_are_reachable,
    bands_are_in_order,
    target_is_reachable,
    roll_up_has_its_column,
)
