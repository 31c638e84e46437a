"""Rules about the texts that guide people (KP313, KP314, KP504): all warnings, since no score depends on them."""

from collections.abc import Iterator
from fractions import Fraction

from kepatuhan.checking.placed import Checked, PlacedComponent
from kepatuhan.exact import from_decimal_text, to_text
from kepatuhan.instrument.file_format import ScaleEntry
from kepatuhan.problems import Problem, warning
from kepatuhan.spelling import fold

_MOST_MARKS = 11
"""With more marks than 0 to 10 nobody describes each of them."""


def steps_fit_the_scale(checked: Checked) -> Iterator[Problem]:
    """KP313: a step for a mark that the scale does not have; KP314: marks without a step where others have one."""
    for leaf, scale in _guided(checked):
        if not leaf.entry.steps or checked.gaps.touch((*leaf.path, "steps")):
            continue
        marks = _marks(scale)
        described = set()
        for step in leaf.entry.steps:
            mark = _mark_of(step, scale)
            described.add(mark)
            if mark is None or (marks is not None and mark not in marks):
                shown = tuple(marks) if marks is not None else (to_text(scale.worst or 0), to_text(scale.best or 0))
                where = checked.where((*leaf.path, "steps", step), key=True)
                yield warning("KP313", where, id=leaf.entry.id, step=step, marks=shown)
        missing = tuple(mark for mark in marks or () if mark not in described)
        if missing and described & set(marks or ()):  # where no step fits, each of them has its problem
            yield warning("KP314", checked.where((*leaf.path, "steps"), key=True), id=leaf.entry.id, missing=missing)


def leaves_guide_the_assessor(checked: Checked) -> Iterator[Problem]:
    """KP504: a leaf without question, or a scored one without evidence, remedy, or steps on a scale of few marks.

    What is reported only needs a question; what is not in the unit's hands (``effort: outside``) needs no remedy.
    """
    described = {leaf.path for leaf, scale in _guided(checked) if scale.options is None and _marks(scale)}
    for leaf in checked.leaves:
        if checked.lacks(leaf.path, "components") or checked.lacks_setting(leaf.path, "scored"):
            continue
        entry = leaf.entry
        needed = {"question": entry.question is None}
        if leaf.settings.scored is not False:
            in_our_hands = leaf.settings.effort != "outside" and not checked.lacks_setting(leaf.path, "effort")
            needed["steps"] = not entry.steps and leaf.path in described
            needed["evidence"] = entry.evidence is None
            needed["remedy"] = entry.remedy is None and in_our_hands
        missing = tuple(key for key, lacks in needed.items() if lacks and not checked.lacks(leaf.path, key))
        if missing:
            yield warning("KP504", checked.where(leaf.path), id=entry.id, missing=missing)


def _guided(checked: Checked) -> Iterator[tuple[PlacedComponent, ScaleEntry]]:
    """The leaves whose scale is known and in order, with it."""
    for leaf in checked.leaves:
        name = leaf.settings.scale or ""
        scale = checked.entries.scales.get(name)
        unread = checked.lacks(leaf.path, "components") or checked.gaps.touch(("scales", name))
        unread = unread or checked.lacks_setting(leaf.path, "scale")
        if scale is not None and not unread and _is_in_order(scale):
            yield leaf, scale


def _is_in_order(scale: ScaleEntry) -> bool:
    """Whether it can be told which answers the scale has; where not, another rule says what is wrong with it."""
    if scale.worst is None or scale.best is None:
        return bool(scale.options)
    whole = not scale.whole or scale.worst.denominator == scale.best.denominator == 1
    return scale.options is None and scale.worst != scale.best and whole


def _marks(scale: ScaleEntry) -> list[str] | None:
    """The answers of a scale, as steps name them; None where there are too many to describe each."""
    if scale.options is not None:
        return [fold(option) for option in scale.options]
    low, high = _limits(scale)
    if not scale.whole or high - low >= _MOST_MARKS:
        return None
    return [str(mark) for mark in range(int(low), int(high) + 1)]


def _limits(scale: ScaleEntry) -> tuple[Fraction, Fraction]:
    ends = sorted((Fraction(scale.worst or 0), Fraction(scale.best or 0)))
    return ends[0], ends[1]


def _mark_of(step: str, scale: ScaleEntry) -> str | None:
    """The answer that a step describes; None where it is no number of the scale."""
    if scale.options is not None:
        return fold(step)
    number = from_decimal_text(step)
    low, high = _limits(scale)
    return to_text(number) if number is not None and low <= number <= high else None


RULES = (steps_fit_the_scale, leaves_guide_the_assessor)
