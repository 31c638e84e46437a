"""The reader of .csv: looked through once, so that a damaged file is known early; its rows are made when asked for."""

import csv
from collections.abc import Iterator

from kepatuhan.problems import Problem, ProblemsFound, Where
from kepatuhan.workbook.cells import Cell, Kind, Row
from kepatuhan.workbook.csv_text import CsvText, find_text
from kepatuhan.workbook.limits import LAST_ROW, MOST_CELLS, MOST_CHARACTERS, exceeded


class CsvSheet:
    """The one sheet of a .csv file; rows are counted as Excel counts them when it opens the file."""

    name: None = None
    is_hidden: bool = False
    merged: tuple[()] = ()
    hidden_columns: tuple[()] = ()

    def __init__(self, text: CsvText) -> None:
        self._text = text

    def rows(self) -> Iterator[Row]:
        """The rows that hold something."""
        for number, values in enumerate(_records(self._text), start=1):
            cells = [Cell(column, Kind.TEXT, value) for column, value in enumerate(values, start=1) if value.strip()]
            if cells:
                yield Row(number, cells, width=len(values))


def read_csv(content: bytes, file: str) -> tuple[CsvSheet, list[Problem]]:
    """The sheet that ``content`` holds, and what had to be assumed about it.

    Raises:
        ProblemsFound: when the text cannot be told apart into cells, or holds too many.
    """
    text, notes = find_text(content, file)
    filled = 0
    for number, values in enumerate(_records(text), start=1):
        filled += len(values) - values.count("")
        if number > LAST_ROW:
            raise ProblemsFound([exceeded("rows", LAST_ROW, Where(file))])
        if filled > MOST_CELLS:
            raise ProblemsFound([exceeded("cells", MOST_CELLS, Where(file))])
    return CsvSheet(text), notes


def _records(text: CsvText) -> Iterator[list[str]]:
    """The values of each row.

    Raises:
        ProblemsFound: at the line where a row begins that has no end.
    """
    csv.field_size_limit(MOST_CHARACTERS)
    reader = csv.reader(text.lines(), delimiter=text.delimiter, strict=True)
    before = 1 if text.names_delimiter else 0
    read = 0
    try:
        for values in reader:
            read = reader.line_num
            yield values
    except csv.Error as trouble:
        raise ProblemsFound([text.cannot_divide(before + read + 1, "csv.quote")]) from trouble
