"""Instruments for a memo or a pull request, in Markdown."""

from collections.abc import Iterator, Sequence

from kepatuhan.exact import round_half_up
from kepatuhan.instrument.model import Instrument
from kepatuhan.messages import Words
from kepatuhan.report.instrument_facts import answer_facts, assumptions, effective_weights, origin, walk
from kepatuhan.report.markdown import escaped, row, rule


def render_instruments_markdown(instruments: Sequence[Instrument], words: Words, *, with_trees: bool) -> str:
    """The list of instruments, or each of them whole."""
    whole = (line for one in instruments for line in _whole(one, words))
    lines = whole if with_trees else _list(instruments, words)
    return "\n".join(lines) + "\n"


def _list(instruments: Sequence[Instrument], words: Words) -> Iterator[str]:
    headers = ("id", "family", "years", "title", "indicators")
    yield row(escaped(words.text(f"instruments.{header}")) for header in headers)
    yield rule(header == "indicators" for header in headers)
    for one in instruments:
        title = f"{one.issuer}: {one.title}"
        yield row(map(escaped, (one.id, one.family, one.years_text, title, str(len(one.indicators)))))


def _whole(instrument: Instrument, words: Words) -> Iterator[str]:
    yield f"## {escaped(f'{instrument.issuer}: {instrument.title}')}"
    yield ""
    identity = {"id": instrument.id, "fingerprint": instrument.fingerprint, "years": instrument.years_text}
    yield escaped(words.text("table.instrument", **identity))
    if instrument.note:
        yield ""
        yield escaped(instrument.note)
    yield ""
    headers = (" / ".join(instrument.level_names), words.text("instruments.weight"), words.text("table.share"))
    yield row(map(escaped, (*headers, words.text("instruments.origin"))))
    yield rule((False, True, True, False))
    shares = effective_weights(instrument)
    for depth, component in walk(instrument.components):
        share = shares.get(component.id)
        name = f"{'&nbsp;&nbsp;' * depth}{escaped(component.id)} {escaped(component.title)}"
        weight = escaped(words.number(component.weight)) if component.weight is not None else ""
        percent = f"{words.number(round_half_up(share.numerator * 100, share.denominator, 2))}%" if share else "-"
        yield row((name, weight, percent, escaped(origin(component, words))))
    yield ""
    bounds = ("instruments.from", "table.category", "table.zone", "table.label")
    yield row(escaped(words.text(header)) for header in bounds)
    yield rule((True, False, False, False))
    for band in instrument.bands:
        names = (band.category or "", band.zone or "", band.label or "")
        yield row(map(escaped, (words.number(band.lower), *names)))
    yield from _notes(instrument, words)


def _notes(instrument: Instrument, words: Words) -> Iterator[str]:
    yield ""
    yield f"**{escaped(words.text('instruments.answers'))}**"
    yield ""
    for fact in answer_facts(instrument, words):
        yield f"- {escaped(f'{fact.about}: {fact.text}')}"
    assumed = assumptions(instrument, words)
    if assumed:
        yield ""
        yield f"**{escaped(words.text('instruments.assumptions', count=len(instrument.assumed_weights)))}**"
        yield ""
        for assumption in assumed:
            yield f"- {escaped(f'{assumption.about}: {assumption.text}')}"
    if instrument.sources:
        yield ""
        yield f"**{escaped(words.text('instruments.sources'))}**"
        yield ""
        for source in instrument.sources:
            link = f" <{source.url}>" if source.url else ""
            yield f"- {escaped(f'{source.id}: {source.title}')}{link}"
