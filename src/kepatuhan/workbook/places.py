"""Where the answers of an assessment stand, worked out for one unit when it is asked for."""

from collections import defaultdict

from kepatuhan.problems import Where
from kepatuhan.scoring.answer_places import AnsweredCell, GivenCell, UnitPlaces
from kepatuhan.spelling import fold
from kepatuhan.workbook.assembly import Assembly
from kepatuhan.workbook.cells import Place
from kepatuhan.workbook.records import UnitRecord


class AnswerPlaces:
    """The places of all answers. Keeping them costs some 24 bytes a cell, so it is done only where they are wanted."""

    def __init__(self, assembly: Assembly) -> None:
        self._assembly = assembly

    def of(self, unit: str) -> UnitPlaces:
        """The cells of the unit called ``unit``, whatever the letter case.

        Raises:
            KeyError: when no unit is called so.
        """
        record = self._assembly.records[fold(unit)]
        answers: dict[str, list[AnsweredCell]] = defaultdict(list)
        for position, (name, place) in enumerate(record.log.cells()):
            weight = record.log.weights.get(position, 1)
            answers[name].append(AnsweredCell(self._assembly.where(place), record.log.values[position], weight))
        direct: dict[str, GivenCell] = {}
        for name, given in record.given:
            most = self._assembly.instrument.full_score if given.most is None else given.most
            direct.setdefault(name, GivenCell(self._assembly.where(given.place), given.value, most))
        filled = {name: tuple(cells) for name, cells in answers.items()}
        return UnitPlaces(filled, direct, self._blank(record))

    def _blank(self, record: UnitRecord) -> dict[str, Where]:
        """The first cell that was looked at for each indicator without an answer."""
        places = dict(record.unanswered)
        for sheet, place in record.places_of_sheets.items():
            for name, column in self._assembly.columns_of_sheets.get(sheet, {}).items():
                places.setdefault(name, Place(sheet, place.row, column))
        answered = set(record.log.ids)
        return {name: self._assembly.where(place) for name, place in places.items() if name not in answered}
