"""The points of a component: what it adds to the unit's final score, and what it still leaves out of it."""

from fractions import Fraction

from kepatuhan.scoring.results import ComponentResult


def points_added(part: ComponentResult) -> Fraction:
    """What ``part`` adds to the unit's unrounded score (0..full_score), blanks at their worst; exact.

    Those of all leaves add up to the unrounded score.
    """
    return part.measure.full_score * Fraction(part.low, part.measure.points) if part.points else Fraction(0)


def most_points(part: ComponentResult) -> Fraction:
    """What ``part`` would add at its best: the full score times its effective weight."""
    return part.measure.full_score * part.effective_weight


def points_to_add(part: ComponentResult) -> Fraction:
    """By how much the unit's unrounded score (0..full_score) rises when ``part`` turns out best and all else stays.

    That is ``full_score * effective weight * (1 - mark)``, with a blank counted as its worst mark; 0 for what is not
    applicable. It is exact, and the points of several indicators may be added.
    """
    if not part.points:
        return Fraction(0)
    return part.measure.full_score * Fraction(part.points - part.low, part.measure.points)
