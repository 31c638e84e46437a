"""Whatever an instrument and the answers look like, every form of an explanation can be made and says the same."""

import csv
import io
import json
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from hypothesis import assume, given, settings

from kepatuhan.exact import from_decimal_text, from_ratio_text
from kepatuhan.instrument.model import Instrument
from kepatuhan.messages import LANGUAGES, Words
from kepatuhan.problems import Where
from kepatuhan.report.explain_csv import render_explain_csv
from kepatuhan.report.explain_json import render_explain_json
from kepatuhan.report.explain_markdown import render_explain_markdown
from kepatuhan.report.explain_report import ExplainReport
from kepatuhan.report.explain_text import render_explain_text
from kepatuhan.report.page import Page
from kepatuhan.scoring.answer_places import AnsweredCell, GivenCell, UnitPlaces
from kepatuhan.scoring.answers import Observations, UnitAnswers
from kepatuhan.scoring.explaining import explain
from tests.scoring.small_instruments import result_of
from tests.scoring.strategies import assessed_units

CELL = Where("jawaban.xlsx", sheet="Jawaban", cell="B2")


def places_of(answers: UnitAnswers) -> UnitPlaces:
    """Places as a workbook would give them, all in one cell."""
    cells = {}
    for name, answer in answers.answers.items():
        values = answer.values if isinstance(answer, Observations) else (answer,)
        cells[name] = tuple(AnsweredCell(CELL, value, 1) for value in values)
    direct = {name: GivenCell(CELL, given.value, given.most) for name, given in answers.direct.items()}
    return UnitPlaces(cells, direct)


def walk(components: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for component in components:
        yield component
        yield from walk(component["components"])


def exact(text: str) -> Fraction:
    value = from_ratio_text(text) if "/" in text else from_decimal_text(text)
    assert value is not None
    return Fraction(value)


@settings(deadline=None)
@given(assessed_units())
def test_every_form_can_be_made_and_the_leaves_add_up(assessed: tuple[Instrument, UnitAnswers]) -> None:
    edition, answers = assessed
    result = result_of(edition, answers)
    assume(result.units[0].score is not None)
    names = [part.component.id for top in result.units[0].components for part in top.walk()]
    for component in (None, *names):
        made = explain(result, answers.unit, component)
        report = ExplainReport(made, places_of(answers), (), (), "0.1.0")
        for language in LANGUAGES:
            words = Words(language)
            for page in (Page(), Page(width=60), Page(width=100, has_colour=True, ascii_only=True)):
                assert render_explain_text(report, words, page).strip()
            assert render_explain_markdown(report, words).startswith("## ")
            rows = list(csv.reader(io.StringIO(render_explain_csv(report, words)), delimiter=";,"[language == "en"]))
            document = json.loads(render_explain_json(report, words))
            components = list(walk(document["components"]))
            assert len({len(row) for row in rows}) == 1
            assert [row[1] for row in rows[1:]] == [one["id"] for one in (*components, *document["reported"])]
            leaves = [one for one in components if not one["components"]]
            if not made.unit.is_direct and component is None:
                # An exact number with more than 40 digits has no text that reads back.
                short = all(len(part) < 20 for one in leaves for part in one["points_exact"].split("/"))
                assert not short or sum(exact(one["points_exact"]) for one in leaves) == made.unrounded
