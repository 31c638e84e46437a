"""Where a code is explained."""

DOCUMENTATION = "docs/problems.md"
"""The page with a section for every code, as seen from the top of the project; a full address works as well."""


def address_of(code: str) -> str:
    """Where a code is explained."""
    return f"{DOCUMENTATION}#{code.lower()}"


def is_full_address(address: str) -> bool:
    """Whether an address leads somewhere from any place, rather than from the top of the project."""
    return "://" in address
