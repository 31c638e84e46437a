"""Write the sheet "Bobot": the tree of the instrument, its weights, and where each comes from."""

from collections.abc import Iterator
from fractions import Fraction

from xlsxwriter.worksheet import Worksheet

from kepatuhan.exact import to_text
from kepatuhan.instrument.model import Component, Group, Instrument
from kepatuhan.messages import Words
from kepatuhan.scoring.answers import UnitAnswers
from kepatuhan.scoring.scorer import Scorer
from kepatuhan.worksheets.heights import row_height
from kepatuhan.worksheets.styles import Styles

WEIGHTS_SHEET = "Bobot"
_HEADER_ROW = 4


def write_weights(sheet: Worksheet, instrument: Instrument, styles: Styles, words: Words, notice: str) -> None:
    """Write the sheet; ``notice`` stands above the table."""
    shares = _shares(instrument)
    share_headings = [
        words.text("results.final_weight")
        if unit_type is None
        else words.text("results.final_weight_of", type=instrument.unit_types[unit_type])
        for unit_type in shares
    ]
    headings = ["code", "level", "indicator", "weight"]
    titles = [words.text(f"results.{heading}") for heading in headings]
    titles += [*share_headings, words.text("results.source"), words.text("results.assumption")]
    widths = [26, 12, 52, 20, *([14] * len(shares)), 22, 60]
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    sheet.set_row(
        _HEADER_ROW - 1, row_height((title, width * 0.8) for title, width in zip(titles, widths, strict=True))
    )
    sheet.write_string(0, 0, words.text("results.weights"), styles.title)
    sheet.write_string(1, 0, notice, styles.notice)
    sheet.write_string(2, 0, words.plural("results.weights_note", len(instrument.assumed_weights)), styles.caption)
    for column, title in enumerate(titles):
        sheet.write_string(_HEADER_ROW - 1, column, title, styles.header)
    row = _HEADER_ROW
    for depth, component in _walk(instrument.components, 0):
        is_group = isinstance(component, Group)
        text = styles.section(depth) if is_group else styles.text
        assumption = " ".join((component.assumption or "").split())
        if not is_group:
            sheet.set_row(row, row_height([(component.title, widths[2] - 3 * depth), (assumption, widths[-1])]))
        sheet.write_string(row, 0, component.id, text)
        sheet.write_string(row, 1, component.level, text)
        sheet.write_string(row, 2, "   " * depth + component.title, text)
        _write_weight(sheet, row, component, text, words)
        for column, of_type in enumerate(shares.values(), start=4):
            share = of_type.get(component.id)
            if share is None:
                sheet.write_string(row, column, "", text)
            else:
                sheet.write_number(row, column, float(share), styles.percent)
        sheet.write_string(row, 4 + len(shares), component.source or "", text)
        sheet.write_string(row, 5 + len(shares), assumption, text)
        row += 1
    row += 1
    assumed = instrument.roll_up.assumption
    if assumed:
        text = words.text("explain.roll_up_assumed", reason=" ".join(assumed.split()))
        sheet.set_row(row, row_height([(text, sum(widths))]))
        sheet.merge_range(row, 0, row, len(titles) - 1, text, styles.plain)
        row += 2
    for source in instrument.sources:
        line = f"{source.id}: {source.title}" + (f" ({source.url})" if source.url else "")
        sheet.write_string(row, 0, line)
        row += 1
    sheet.freeze_panes(_HEADER_ROW, 0)
    sheet.protect("", {"format_columns": True, "format_rows": True})
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(_HEADER_ROW - 1)
    sheet.set_footer("&L&8&A&R&8&P / &N")


def _write_weight(sheet: Worksheet, row: int, component: Component, style: object, words: Words) -> None:
    weight = component.weight
    if weight is None:
        is_sum = isinstance(component, Group)
        sheet.write_string(row, 3, words.text("results.weight_sum") if is_sum else "", style)
    elif "/" in to_text(weight):
        sheet.write_string(row, 3, to_text(weight), style)
    else:
        sheet.write_number(row, 3, float(weight), style)


def _shares(instrument: Instrument) -> dict[str | None, dict[str, Fraction]]:
    """The weight of every component in the final score, for each type of unit where the types answer differently."""
    has_types = any(indicator.only_for is not None for indicator in instrument.indicators)
    scorer = Scorer(instrument)
    return {
        unit_type: {
            part.component.id: part.effective_weight
            for top in scorer.tree(UnitAnswers("", {}, type=unit_type))
            for part in top.walk()
        }
        for unit_type in ([*instrument.unit_types] if has_types else [None])
    }


def _walk(components: tuple[Component, ...], depth: int) -> Iterator[tuple[int, Component]]:
    for component in components:
        yield depth, component
        if isinstance(component, Group):
            yield from _walk(component.components, depth + 1)
