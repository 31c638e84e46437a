"""The few forms of GitHub-flavoured Markdown that reports use; text from files is never taken for a form."""

import re
from collections.abc import Iterable

from kepatuhan.messages import literal

_SIGNS = re.compile(r"([\\`*_{}\[\]<>#|~&])")
_BEGINNING = re.compile(r"^(\d+)([.)])|^([-+=])")


def escaped(text: str) -> str:
    """Text that Markdown shows as it is, in a table too."""
    plain = _SIGNS.sub(r"\\\1", " ".join(literal(text).split()))
    return _BEGINNING.sub(lambda match: f"{match[1]}\\{match[2]}" if match[1] else f"\\{match[3]}", plain)


def row(cells: Iterable[str]) -> str:
    """A row of a table; its cells are Markdown already."""
    return f"| {' | '.join(cells)} |"


def rule(are_numbers: Iterable[bool]) -> str:
    """The line below a table's header; numbers stand on the right."""
    return row("---:" if is_number else "---" for is_number in are_numbers)
