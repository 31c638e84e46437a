"""A file name for every unit that Windows, macOS and Linux take, that is read back from a folder, and no two alike."""

from collections.abc import Iterable

from kepatuhan.worksheets.sheet_names import NAMELESS, distinct_names, without_unseen

LONGEST = 80
"""Characters before the ending: Excel opens no path of more than 218, and its folders are long enough already.

A file system takes 255 bytes, and each of these characters has at most three.
"""

_ENDING = ".xlsx"
_FORBIDDEN = dict.fromkeys(map(ord, '<>:"/\\|?*'), "-")
_PORTS = (*"0123456789", "\u00b9", "\u00b2", "\u00b3")
_DEVICES = frozenset(
    ("con", "prn", "aux", "nul", "conin$", "conout$", *(f"{port}{n}" for port in ("com", "lpt") for n in _PORTS))
)
"""What Windows takes for a device, whatever stands behind a dot."""


def file_names(units: Iterable[str]) -> tuple[str, ...]:
    """A file name ending in ``.xlsx`` for each of ``units``, in their order."""
    return tuple(f"{name}{_ENDING}" for name in distinct_names(map(_valid, units), LONGEST))


def _valid(unit: str) -> str:
    name = _trimmed(without_unseen(unit).translate(_FORBIDDEN)) or NAMELESS
    is_device = name.partition(".")[0].strip().casefold() in _DEVICES
    return f"{NAMELESS} {name}" if is_device else name


def _trimmed(name: str) -> str:
    """Without what Windows takes off the end, and without a start that means: hidden, or the mark of an open file."""
    return " ".join(name.split()).lstrip(".~ ").rstrip(". ")
