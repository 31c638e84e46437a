"""Values of options that several commands take."""

from pathlib import Path

import typer

from kepatuhan.exact import Exact, from_decimal_text
from kepatuhan.instrument.model import Instrument
from kepatuhan.messages import Words

OUTPUT_FORMATS = {".json": "json", ".csv": "csv", ".md": "markdown"}
"""What a file's ending says it is to hold, where that is text."""
WORKBOOK = ".xlsx"


def is_workbook(output: Path) -> bool:
    """Whether an output is to be a workbook."""
    return output.suffix.lower() == WORKBOOK


def number_option(text: str | None, option: str, words: Words) -> Exact | None:
    """The number of 0 or more that an option states, with a decimal comma or point.

    Raises:
        typer.BadParameter: when it states none.
    """
    if text is None:
        return None
    number = from_decimal_text(text.strip().replace(",", "."))
    if number is None or number < 0:
        raise typer.BadParameter(words.text("usage.number", text=text), param_hint=option)
    return number


def refuse_above_full_score(value: Exact | None, option: str, instrument: Instrument, words: Words) -> None:
    """Refuse a score that no unit can have.

    Raises:
        typer.BadParameter: when it is one.
    """
    if value is not None and value > instrument.full_score:
        raise typer.BadParameter(words.text("usage.too_high", full=instrument.full_score), param_hint=option)


def refuse_impossible_outputs(
    outputs: tuple[Path, ...], words: Words, endings: tuple[str, ...], option: str = "--output"
) -> None:
    """Refuse endings that are none of ``endings``, and one file that is named twice.

    Raises:
        typer.BadParameter: naming the file.
    """
    for position, output in enumerate(outputs):
        if output.suffix.lower() not in endings:
            known = words.text("usage.endings", file=str(output), endings=endings)
            raise typer.BadParameter(known, param_hint=option)
        if output.absolute() in [other.absolute() for other in outputs[:position]]:
            raise typer.BadParameter(words.text("usage.output_twice", file=str(output)), param_hint=option)
