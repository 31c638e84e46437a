"""Rules about scales (KP3xx): every leaf has one, it leads from worst to best, and no answer can mean two things."""

from collections.abc import Iterator

from kepatuhan.checking.placed import Checked
from kepatuhan.instrument.file_format import ScaleEntry
from kepatuhan.instrument.model import NO_ANSWERS
from kepatuhan.instrument.yaml_nodes import Path
from kepatuhan.problems import Problem, error, warning
from kepatuhan.spelling import fold, nearest


def leaves_have_a_known_scale(checked: Checked) -> Iterator[Problem]:
    """KP306: a leaf without a scale; KP301: one whose scale is not in the file."""
    known = checked.entries.scales
    complained: set[tuple[int | None, int | None]] = set()
    for leaf in checked.leaves:
        if checked.lacks(leaf.path, "components") or checked.lacks_setting(leaf.path, "scale"):
            continue
        name = leaf.settings.scale
        if name is None:
            yield error("KP306", checked.where(leaf.path), id=leaf.entry.id)
        elif name not in known and not checked.lacks(("scales",), name):
            where = checked.where(_stated_at(checked, leaf.path, "scale"))
            if (where.line, where.column) not in complained:
                complained.add((where.line, where.column))
                yield error("KP301", where, scale=name, known=tuple(known), near=nearest(name, known) or "")


def _stated_at(checked: Checked, path: tuple[str | int, ...], key: str) -> tuple[str | int, ...]:
    """The path at which an inherited key is really written: on the leaf, or in the ``defaults`` of a group above."""
    if (*path, key) in checked.document.places:
        return (*path, key)
    while path:
        path = path[:-2]
        if (*path, "defaults", key) in checked.document.places:
            return (*path, "defaults", key)
    return path


def scales_lead_somewhere(checked: Checked) -> Iterator[Problem]:
    """KP302, KP303, KP305, KP307, KP308: scales of neither options nor numbers, flat, or with points below 0."""
    for name, scale in checked.entries.scales.items():
        path = ("scales", name)
        if checked.gaps.touch(path):
            continue
        numbers = scale.worst is not None and scale.best is not None
        if (scale.options is not None) == numbers or (scale.options is None and not numbers):
            yield error("KP308", checked.where(path), scale=name)
        elif scale.options is not None:
            yield from _options(checked, name, scale)
        else:
            yield from _numbers(checked, name, scale)


def _numbers(checked: Checked, name: str, scale: ScaleEntry) -> Iterator[Problem]:
    worst, best = scale.worst, scale.best
    assert worst is not None
    assert best is not None
    zero = worst if scale.zero is None else scale.zero
    path = ("scales", name)
    if best in (worst, zero):
        yield error("KP302", checked.where(path), scale=name)
    elif (zero - worst) * (best - worst) > 0:
        yield error("KP303", checked.where((*path, "zero")), scale=name, zero=zero)
    elif scale.whole and (worst.denominator != 1 or best.denominator != 1):
        yield error("KP307", checked.where((*path, "whole")), scale=name)


def _options(checked: Checked, name: str, scale: ScaleEntry) -> Iterator[Problem]:
    assert scale.options is not None
    path = ("scales", name)
    if not scale.options or max(scale.options.values()) <= 0:
        yield error("KP305", checked.where((*path, "options")), scale=name)
        return
    for option, points in scale.options.items():
        if points < 0:
            yield error("KP305", checked.where((*path, "options", option)), scale=name)
    if len(set(scale.options.values())) == 1:
        yield error("KP302", checked.where((*path, "options")), scale=name)


def answers_mean_one_thing(checked: Checked) -> Iterator[Problem]:
    """KP304, KP309, KP311: a spelling for two options, for one that there is not, or for no answer at all."""
    for name, scale in checked.entries.scales.items():
        path = ("scales", name)
        if not scale.options or checked.lacks(path, "options"):
            continue
        for spelling, steps in _spellings(scale):
            if fold(spelling) in NO_ANSWERS:
                where = checked.where((*path, *steps), key=steps[0] == "options")
                yield error("KP311", where, scale=name, answer=spelling)
        meaning: dict[str, str] = {}
        for option in scale.options:
            meaning.setdefault(fold(option), option)
        for option in scale.options:
            if meaning[fold(option)] != option:
                yield error("KP304", checked.where((*path, "options", option), key=True), scale=name, answer=option)
        for option, others in scale.also.items():
            if option not in scale.options:
                where = checked.where((*path, "also", option), key=True)
                near = nearest(option, scale.options) or ""
                yield error("KP309", where, scale=name, option=option, near=near)
                continue
            for index, other in enumerate(others):
                unread = checked.lacks((*path, "also", option, index))
                if not unread and meaning.setdefault(fold(other), option) != option:
                    yield error("KP304", checked.where((*path, "also", option, index)), scale=name, answer=other)


def _spellings(scale: ScaleEntry) -> Iterator[tuple[str, Path]]:
    """Every text that is an answer on a scale with options, and where it stands in the scale."""
    yield from ((option, ("options", option)) for option in scale.options or ())
    for option, others in scale.also.items():
        yield from ((other, ("also", option, index)) for index, other in enumerate(others))


def remarks_follow_answers(checked: Checked) -> Iterator[Problem]:
    """KP310: ``appends`` on a scored leaf, or for an answer that the scale does not have."""
    for leaf in checked.leaves:
        if not leaf.entry.appends or leaf.settings.scale not in checked.entries.scales:
            continue
        unread = checked.lacks(leaf.path, "components") or checked.gaps.touch((*leaf.path, "appends"))
        if unread or any(checked.lacks_setting(leaf.path, key) for key in ("scale", "scored")):
            continue
        if checked.lacks(("scales", leaf.settings.scale), "options"):
            continue
        scale = checked.entries.scales[leaf.settings.scale]
        if scale.options == {}:
            continue  # an answer of a scale without any is no mistake of its own
        known = {fold(option) for option in scale.options or ()}
        wrong = leaf.settings.scored is not False or any(fold(answer) not in known for answer in leaf.entry.appends)
        if wrong:
            yield error("KP310", checked.where((*leaf.path, "appends"), key=True), id=leaf.entry.id)


def scales_are_used(checked: Checked) -> Iterator[Problem]:
    """KP312: a scale that no leaf has; not asked while a leaf's scale is unknown, for that may be the one."""
    known = checked.entries.scales
    used: set[str | None] = set()
    for leaf in checked.leaves:
        unread = checked.lacks(leaf.path, "components") or checked.lacks_setting(leaf.path, "scale")
        if unread or leaf.settings.scale not in known:
            return
        used.add(leaf.settings.scale)
    for name in known:
        if name not in used and not checked.lacks(("scales",), name):
            yield warning("KP312", checked.where(("scales", name), key=True), scale=name)


RULES = (
    leaves_have_a_known_scale,
    scales_lead_somewhere,
    answers_mean_one_thing,
    remarks_follow_answers,
    scales_are_used,
)
