"""What options that take one of several words may be."""

from enum import StrEnum


class Language(StrEnum):
    """The languages of ``--lang``."""

    ID = "id"
    EN = "en"


class ScoreFormat(StrEnum):
    """The forms of a score report on standard output."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "markdown"


class TemplateLayout(StrEnum):
    """How the answers stand in a template."""

    FORM = "form"
    MATRIX = "matrix"


class InstrumentsFormat(StrEnum):
    """The forms of instruments."""

    TABLE = "table"
    JSON = "json"
    MARKDOWN = "markdown"


class CheckFormat(StrEnum):
    """The forms of a check report."""

    AUTO = "auto"
    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    SARIF = "sarif"
    JUNIT = "junit"
