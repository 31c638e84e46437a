"""Rules about the texts that guide people (KP313 to KP315, KP504): all warnings, since no score depends on them."""

from collections.abc import Iterator, Mapping

from kepatuhan.checking.placed import Checked, PlacedComponent
from kepatuhan.exact import to_text
from kepatuhan.instrument.described_answers import DescribedAnswers, described_answers
from kepatuhan.instrument.file_format import ScaleEntry
from kepatuhan.problems import Problem, warning


def steps_fit_the_scale(checked: Checked) -> Iterator[Problem]:
    """KP313: a step for a mark that the scale does not have; KP314: marks without a step where others have one.

    KP315: a step for a mark that another one describes.
    """
    for leaf, answers in _guided(checked):
        if not leaf.entry.steps or checked.gaps.touch((*leaf.path, "steps")):
            continue
        described: dict[str, str] = {}
        for step in leaf.entry.steps:
            marks = answers.of(step)
            if marks is None:
                shown = answers.marks or (to_text(answers.low), to_text(answers.high))
                where = checked.where((*leaf.path, "steps", step), key=True)
                yield warning("KP313", where, id=leaf.entry.id, step=step, marks=shown)
                continue
            again = next((mark for mark in marks if mark in described), None)
            if again is not None:
                where = checked.where((*leaf.path, "steps", step), key=True)
                yield warning("KP315", where, id=leaf.entry.id, step=step, mark=again, first=described[again])
            for mark in marks:
                described.setdefault(mark, step)
        missing = tuple(mark for mark in answers.marks or () if mark not in described)
        if missing and described:  # where no step fits, each of them has its problem
            yield warning("KP314", checked.where((*leaf.path, "steps"), key=True), id=leaf.entry.id, missing=missing)


def leaves_guide_the_assessor(checked: Checked) -> Iterator[Problem]:
    """KP504: a leaf without question, or a scored one without evidence, remedy, or steps on a scale of few marks.

    What is reported only needs a question; what is not in the unit's hands (``effort: outside``) needs no remedy.
    """
    with_steps = {leaf.path for leaf, answers in _guided(checked) if answers.marks and answers.options is None}
    for leaf in checked.leaves:
        if checked.lacks(leaf.path, "components") or checked.lacks_setting(leaf.path, "scored"):
            continue
        entry = leaf.entry
        needed = {"question": entry.question is None}
        if leaf.settings.scored is not False:
            in_our_hands = leaf.settings.effort != "outside" and not checked.lacks_setting(leaf.path, "effort")
            needed["steps"] = not entry.steps and leaf.path in with_steps
            needed["evidence"] = entry.evidence is None
            needed["remedy"] = entry.remedy is None and in_our_hands
        missing = tuple(key for key, lacks in needed.items() if lacks and not checked.lacks(leaf.path, key))
        if missing:
            yield warning("KP504", checked.where(leaf.path), id=entry.id, missing=missing)


def _guided(checked: Checked) -> Iterator[tuple[PlacedComponent, DescribedAnswers]]:
    """The leaves whose scale is known and in order, with its answers."""
    known = _known_answers(checked)
    for leaf in checked.leaves:
        answers = known.get(leaf.settings.scale or "")
        unread = checked.lacks(leaf.path, "components") or checked.lacks_setting(leaf.path, "scale")
        if answers is not None and not unread:
            yield leaf, answers


def _known_answers(checked: Checked) -> Mapping[str, DescribedAnswers]:
    """By its name, what can be answered on every scale that is in order; the others have problems of their own."""
    scales = checked.entries.scales.items()
    return {
        name: described_answers(scale)
        for name, scale in scales
        if _is_in_order(scale) and not _is_unread(checked, name)
    }


def _is_unread(checked: Checked, scale: str) -> bool:
    return checked.gaps.touch(("scales", scale))


def _is_in_order(scale: ScaleEntry) -> bool:
    """Whether it can be told which answers the scale has."""
    if scale.worst is None or scale.best is None:
        return bool(scale.options)
    whole = not scale.whole or scale.worst.denominator == scale.best.denominator == 1
    return scale.options is None and scale.worst != scale.best and whole


RULES = (steps_fit_the_scale, leaves_guide_the_assessor)
