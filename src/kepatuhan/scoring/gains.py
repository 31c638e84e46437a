"""What a unit would gain: the points that a component still leaves out of the final score."""

from fractions import Fraction

from kepatuhan.scoring.results import ComponentResult


def points_to_add(part: ComponentResult) -> Fraction:
    """By how much the unit's unrounded score (0..full_score) rises when ``part`` turns out best and all else stays.

    That is ``full_score * effective weight * (1 - mark)``, with a blank counted as its worst mark; 0 for what is not
    applicable. It is exact, and the points of several indicators may be added.
    """
    if not part.points:
        return Fraction(0)
    return part.measure.full_score * Fraction(part.points - part.low, part.measure.points)
