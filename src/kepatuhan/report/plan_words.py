"""The parts of a plan in words: an answer with what it means, a score with its class, what stands in the way."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from kepatuhan.exact import round_half_up, to_text
from kepatuhan.instrument.model import Band, Indicator, Instrument
from kepatuhan.messages import Phrase, Words, literal
from kepatuhan.report.score_values import STATUS_MESSAGES, short_answer_text
from kepatuhan.scoring.answers import Answer, Observations
from kepatuhan.scoring.planning import Equals, Plan, Route, Step, UnitPlan, plan_of_the_furthest
from kepatuhan.scoring.results import Result, UnitResult

_MOST_NAMES = 20


def title_text(plan: Plan, words: Words, *, is_assumed: bool) -> str:
    """What the plan is, and no more than it is: of the least effort, or near it; by assumed weights, or not."""
    title = words.text("plan.title" if plan.is_exact else "plan.title_near", target=plan.target)
    return title + (words.text("plan.by_assumptions") if is_assumed else "")


def named(indicator: Indicator) -> str:
    """An indicator as people find it: its id and title."""
    return f"{literal(indicator.id)} {literal(indicator.title)}"


def change_text(step: Step, words: Words, *, with_meaning: bool = True) -> str:
    """From which answer to which, in the words of the rubric too."""
    steps = step.indicator.steps if with_meaning else {}
    before, after = (meaning(answer, steps, words) for answer in (step.answer, step.answer_after))
    return words.text("plan.answers", before=Phrase(before), after=Phrase(after))


def meaning(answer: Answer | None, steps: Mapping[str, str], words: Words) -> str:
    """An answer, and what it means where ``steps`` say so; observations that differ by their answers alone."""
    if answer is None:
        return words.text("status.not_filled_in")
    if isinstance(answer, Observations):
        if len(set(answer.values)) > 1:
            return short_answer_text(answer, words)
        shown = meaning(answer.values[0], steps, words)
        return words.text("plan.all", answer=Phrase(shown)) if len(answer.values) > 1 else shown
    key = answer if isinstance(answer, str) else "" if not isinstance(answer, int | Fraction) else to_text(answer)
    told = steps.get(key)
    shown = short_answer_text(answer, words)
    return f"{shown} ({literal(told).rstrip('.')})" if told else shown


def rated(score: Decimal, band: Band | None, words: Words) -> str:
    """A score with its category and zone (or its label where there is neither)."""
    names = [name for name in (band.category, band.zone) if name] if band else []
    if band and not names and band.label:
        names = [band.label]
    shown = words.number(score)
    return words.text("plan.rated", score=Phrase(shown), names=tuple(names)) if names else shown


def points_text(points: Fraction, instrument: Instrument, words: Words) -> str:
    """Points as a score shows them, with one more place where they would be nothing else."""
    decimals = instrument.decimals
    while decimals < instrument.decimals + 2 and round_half_up(points.numerator, points.denominator, decimals) == 0:
        decimals += 1
    return words.number(round_half_up(points.numerator, points.denominator, decimals))


def equals_text(equals: Equals, words: Words, *, with_unit: bool) -> str:
    """Choose so many of these."""
    names = [
        f"{literal(one.unit.unit)} {literal(one.indicator.id)}" if with_unit else literal(one.indicator.id)
        for one in equals.among
    ]
    more = len(names) - _MOST_NAMES
    shown = [*names[:_MOST_NAMES], *([words.text("plan.more_equals", count=more)] if more > 0 else [])]
    listed = Phrase(", ".join(shown))
    return words.text("plan.equals", count=equals.choose, all=len(equals.among), names=listed)


def in_the_way_text(unit: UnitPlan, instrument: Instrument, words: Words) -> str:
    """What keeps a unit from its target; empty where nothing does but the target itself."""
    if unit.unit.is_direct:
        return words.text("plan.in_the_way", names=words.text("plan.unit_is_direct"))
    names = []
    for one in unit.obstacles:
        component = one.component.component
        what = f"{literal(component.id)} {literal(component.title)}"
        message = "plan.is_direct" if one.component.is_direct else "plan.is_outside"
        points = points_text(one.loss * Fraction(instrument.full_score), instrument, words)
        names.append(words.text(message, what=what, points=points))
    if not names:
        return ""
    is_offered = any(not one.component.is_direct for one in unit.obstacles)
    offer = words.text("plan.offer_outside") if is_offered else ""
    return words.text("plan.in_the_way", names=Phrase("; ".join(names))) + offer


def no_score_text(unit: UnitResult, words: Words) -> str:
    """A unit that cannot be planned."""
    return words.text("plan.no_score", name=unit.unit, status=words.text(STATUS_MESSAGES[unit.status]))


def route_text(name: str, route: Route, target: Decimal, words: Words) -> str:
    """Where a way leads, and what it costs."""
    facts = {
        "name": literal(name),
        "score": Phrase(rated(route.score, route.band, words)),
        "after": Phrase(rated(route.score_after, route.band_after, words)),
        "effort": route.effort,
        "count": len(route.steps),
        "target": target,
        "least": route.effort_at_least,
    }
    if route.is_reachable:
        return words.text("plan.route" if route.is_exact else "plan.route_bounded", **facts)
    if not route.steps:
        return words.text("plan.no_steps", **facts)
    return words.text("plan.out_of_reach_in_one" if len(route.steps) == 1 else "plan.out_of_reach", **facts)


def blank_text(unit: UnitPlan, words: Words) -> str:
    """That a plan rests on answers that nobody has written down yet; empty where all are there."""
    return words.text("plan.blank", count=unit.unit.blank) if unit.unit.blank else ""


def next_step_text(result: Result, command: str, words: Words) -> str:
    """The first step of the unit furthest from the target, of those that can be planned; empty where there is none."""
    planned = plan_of_the_furthest(result)
    if planned is None or planned.route is None or not planned.route.steps:
        return ""
    step = planned.route.steps[0]
    gaps = [unit.gap for unit in result.units if unit.gap is not None]
    return words.text(
        "plan.next" if planned.unit.gap == max(gaps) else "plan.next_of_others",
        unit=planned.unit.unit,
        what=Phrase(named(step.indicator)),
        change=Phrase(change_text(step, words, with_meaning=False)),
        effort=step.effort,
        points=points_text(step.points, result.instrument, words),
        command=Phrase(command),
    )
