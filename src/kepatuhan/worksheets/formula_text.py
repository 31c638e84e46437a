"""How formulas write numbers, texts, and cells: in this sheet, in another, and wherever they are copied to."""

from kepatuhan.exact import Exact, to_text


def number_text(value: Exact) -> str:
    """An exact number; in brackets where its sign or its fraction could be taken for a part of what is around it."""
    text = to_text(value)
    return f"({text})" if "/" in text or text.startswith("-") else text


_LONGEST_TEXT = 255
"""Characters that Excel takes within a formula as one text."""


def quoted_text(text: str) -> str:
    """A text, between quotation marks; a long one is put together from parts."""
    if len(text) > _LONGEST_TEXT:
        parts = [text[start : start + _LONGEST_TEXT] for start in range(0, len(text), _LONGEST_TEXT)]
        return f"({'&'.join(map(quoted_text, parts))})"
    escaped = text.replace('"', '""')
    return f'"{escaped}"'


def in_sheet(sheet: str, address: str) -> str:
    """A cell or a block of cells of another sheet."""
    quoted = sheet.replace("'", "''")
    return f"'{quoted}'!{address}"


def absolute(address: str) -> str:
    """A cell that stays the same wherever the formula is copied to."""
    letters, row = _parted(address)
    return f"${letters}${row}"


def in_row(address: str, row: int) -> str:
    """The cell in the same column and another row."""
    return f"{_parted(address)[0]}{row}"


def _parted(address: str) -> tuple[str, str]:
    letters = address.rstrip("0123456789")
    return letters, address[len(letters) :]
