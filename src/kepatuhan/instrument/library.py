"""The editions that ship with the package: where their files are, by id."""

from pathlib import Path

SCHEMA = "kepatuhan.schema.json"
"""The JSON Schema of indicator files, which stands beside them, for editors."""

SCHEMA_LINE = f"# yaml-language-server: $schema={SCHEMA}"
"""The first line of every bundled file: it tells an editor where the schema is."""

_PACKAGE = Path(__file__).resolve().parents[1]


def folder() -> Path:
    """The folder of the bundled instruments: inside the installed package, or at the top of the repository.

    A wheel carries them inside the package; an editable install reads the very files that are under review.
    """
    installed = _PACKAGE / "indicators"
    return installed if installed.is_dir() else _PACKAGE.parents[1] / "indicators"


def bundled_files() -> dict[str, Path]:
    """The file of every bundled instrument by its id (which is the file's name), in the order of the ids."""
    return {path.stem: path for path in sorted(folder().glob("*.yaml"))}
