"""Rules about weights (KP2xx): whoever is scored has one, it is above 0, and a stated sum is kept exactly."""

from collections.abc import Iterator
from fractions import Fraction

from kepatuhan.checking.placed import Checked, PlacedComponent, PlacedGroup
from kepatuhan.exact import round_half_up, simplest
from kepatuhan.instrument.building import is_scored, weights_inside
from kepatuhan.instrument.yaml_nodes import Path
from kepatuhan.problems import Problem, error, warning

_USUAL_SUMS = (1, 100)
_NEARLY = Fraction(2, 100)
_LEAST_SHARE = Fraction(1, 1000)


def weights_are_positive(checked: Checked) -> Iterator[Problem]:
    """KP202: a weight of 0 or less silently drops or reverses an indicator."""
    for component in checked.components:
        weight = component.entry.weight
        scored = is_scored(component.entry, component.settings)
        if checked.lacks(component.path, "weight"):
            continue
        if weight is not None and weight != "sum" and (weight < 0 or (weight == 0 and scored)):
            where = checked.where((*component.path, "weight"))
            yield error("KP202", where, id=component.entry.id, weight=weight)


def weights_are_complete(checked: Checked) -> Iterator[Problem]:
    """KP203: a weight that only some siblings have; KP204: a weight beside ``weights: equal``."""
    for group in checked.groups:
        equal = group.within is not None and group.within.weights == "equal"
        unread = checked.lacks((*group.path[:-1], "within"), "weights")
        scored = [member for member in group.members if is_scored(member.entry, member.settings)]
        for member in scored:
            if unread or checked.lacks(member.path, "weight") or checked.lacks_setting(member.path, "scored"):
                continue
            has_weight = member.entry.weight is not None
            if equal and has_weight:
                yield error("KP204", checked.where((*member.path, "weight")), id=member.entry.id)
            elif not equal and not has_weight and len(scored) > 1:
                yield error("KP203", checked.where(member.path), id=member.entry.id)


def sum_is_for_groups(checked: Checked) -> Iterator[Problem]:
    """KP205: ``weight: sum`` on a leaf, which has nothing to add up."""
    for component in checked.leaves:
        if component.entry.weight == "sum" and not checked.lacks(component.path, "components"):
            yield error("KP205", checked.where((*component.path, "weight")), id=component.entry.id)


def stated_sums_are_kept(checked: Checked) -> Iterator[Problem]:
    """KP201: the weights of a group do not add up to its ``within.sum``, compared exactly."""
    for group in checked.groups:
        if group.within is None or group.within.sum is None:
            continue
        path = (*group.path[:-1], "within", "sum")
        if checked.lacks(path):
            continue
        stated = Fraction(group.within.sum)
        if stated <= 0:
            yield error("KP202", checked.where(path), id=group.id or checked.entries.id, weight=group.within.sum)
            continue
        found = _sum_of(checked, group)
        if found is not None and found != stated:
            yield error(
                "KP201",
                checked.where(path),
                group=group.id or checked.entries.id,
                stated=simplest(stated),
                found=simplest(found),
                difference=simplest(found - stated),
            )


def _sum_of(checked: Checked, group: PlacedGroup) -> Fraction | None:
    """What the weights of a group add up to, or None where another problem already stands at one of them."""
    weighed = _weighed(checked, group)
    return None if weighed is None else sum((weight for _, weight in weighed), Fraction(0))


def _weighed(checked: Checked, group: PlacedGroup) -> list[tuple[PlacedComponent, Fraction]] | None:
    """The scored members of a group with their weights, or None where another problem already stands at one of them.

    A member with ``weight: sum`` weighs what its own members weigh together.
    """
    weighed: list[tuple[PlacedComponent, Fraction]] = []
    entries = tuple(member.entry for member in group.members)
    scored = [is_scored(member.entry, member.settings) for member in group.members]
    for member, weight in zip(group.members, weights_inside(entries, group.within, scored), strict=True):
        if checked.lacks(member.path, "weight", "components") or checked.lacks_setting(member.path, "scored"):
            return None
        if not is_scored(member.entry, member.settings):
            continue
        own = weight
        if member.entry.weight == "sum" and member.entry.components is not None:
            inside = checked.group_at[*member.path, "components"]
            own = _sum_of(checked, inside)
            stated = inside.within.sum if inside.within is not None else None
            if stated is not None and own != stated:
                return None
        if own is None or own.numerator <= 0:
            return None
        weighed.append((member, own))
    return weighed


def usual_sums_are_stated(checked: Checked) -> Iterator[Problem]:
    """KP207: weights that add up to nearly 1 or 100, without a word on what they should add up to."""
    for group in checked.groups:
        within = group.within
        if checked.gaps.touch((*group.path[:-1], "within")) or (within is not None and (within.sum or within.weights)):
            continue
        weighed = _weighed(checked, group) or []
        found = sum((weight for _, weight in weighed), Fraction(0)) if len(weighed) > 1 else None
        for usual in _USUAL_SUMS:
            if found is not None and 0 < abs(found - usual) <= usual * _NEARLY:
                yield warning(
                    "KP207",
                    checked.where(group.path, key=True),
                    group=group.id or checked.entries.id,
                    found=simplest(found),
                    usual=usual,
                )


def weights_are_noticeable(checked: Checked) -> Iterator[Problem]:
    """KP208: a component of less than 0.1 % of the final score; what stands inside it is not told again."""
    shares: dict[Path, Fraction] = {("components",): Fraction(1)}
    for group in checked.groups:
        share = shares.get(group.path)
        weighed = _weighed(checked, group) if share is not None else None
        if share is None or not weighed:
            continue
        total = sum((weight for _, weight in weighed), Fraction(0))
        is_equal = group.within is not None and group.within.weights == "equal"
        least = _LEAST_SHARE * total / share
        for member, weight in weighed:
            if weight >= least:
                if member.entry.components is not None:
                    shares[*member.path, "components"] = share * weight / total
                continue
            part = share * weight / total
            where = checked.where((*group.path[:-1], "within") if is_equal else (*member.path, "weight"), key=is_equal)
            percent = round_half_up(100 * part.numerator, part.denominator, 3)
            yield warning("KP208", where, id=member.entry.id, percent=simplest(Fraction(percent)))
            if is_equal:  # the others weigh as little, for one reason
                break


def something_is_scored(checked: Checked) -> Iterator[Problem]:
    """KP206: an instrument, or a group, without any scored leaf has no score."""
    for group in checked.groups:
        if any(checked.lacks_setting(member.path, "scored") for member in group.members):
            continue
        if not any(is_scored(member.entry, member.settings) for member in group.members):
            yield error("KP206", checked.where(group.path, key=True), group=group.id or checked.entries.id)


RULES = (
    weights_are_positive,
    weights_are_complete,
    sum_is_for_groups,
    stated_sums_are_kept,
    usual_sums_are_stated,
    weights_are_noticeable,
    something_is_scored,
)
