"""Read what is to be scored and return it: the workbook of ``score --annotate`` is written whatever is wrong."""

from collections.abc import Sequence
from pathlib import Path

from kepatuhan.api import bundled_library
from kepatuhan.cli.output import print_trouble, refuse_unwritable, write_bytes
from kepatuhan.cli.progress import Progress
from kepatuhan.cli.settings import Settings
from kepatuhan.instrument.model import Instrument
from kepatuhan.problems import ProblemsFound, error
from kepatuhan.workbook.reading import Reading, read_workbooks

_LONG_TO_WRITE = 100
"""Units of which a workbook takes seconds to be written."""


def read_to_return(workbooks: Sequence[Path], instrument: Instrument | None, progress: Progress) -> Reading:
    """Read ``workbooks`` and keep what was typed; what was read may have problems.

    Raises:
        ProblemsFound: when nothing can be read, and so nothing returned.
    """
    try:
        return read_workbooks(workbooks, instrument, bundled_library(), progress.at, is_to_return=True)
    except ProblemsFound as found:
        raise ProblemsFound([*found.problems, error("KP794")]) from found


def write_returned(reading: Reading, target: Path, progress: Progress, settings: Settings, *, force: bool) -> None:
    """Write what was read to ``target``, its mistakes marked, and say so.

    Raises:
        ProblemsFound: when it cannot be returned, or the file cannot be written.
    """
    words = settings.words
    refuse_unwritable([target], [Path(entry.file) for entry in reading.inputs], force=force)
    from kepatuhan.cli.returned_workbook import returned_workbook

    if reading.returnable is not None and len(reading.returnable.units) > _LONG_TO_WRITE:
        progress.writing_long(str(target))
    returned = returned_workbook(reading, target.name, words)
    write_bytes(target, returned.content, force=force)
    said = "returned.written" if returned.corrections else "returned.written_clean"
    facts = {"count": returned.problems, "corrections": returned.corrections, "file": str(target)}
    print_trouble([words.text(said, **facts)], settings.trouble_width)
