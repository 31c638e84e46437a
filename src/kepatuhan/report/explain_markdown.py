"""An explanation for a memo: the tree as a table, then the sum and how firm it is, in Markdown."""

from collections.abc import Iterator

from kepatuhan.messages import Words
from kepatuhan.report.explain_report import Entry, ExplainReport
from kepatuhan.report.explain_text import ExplainText
from kepatuhan.report.explain_words import title_text
from kepatuhan.report.markdown import escaped, row, rule
from kepatuhan.report.score_sentences import provenance_of


def render_explain_markdown(report: ExplainReport, words: Words) -> str:
    """The explanation as GitHub-flavoured Markdown."""
    return "\n".join(_lines(report, ExplainText(report, words), words)) + "\n"


def _lines(report: ExplainReport, made: ExplainText, words: Words) -> Iterator[str]:
    yield f"## {escaped(title_text(report, words))}"
    yield ""
    yield from (escaped(line) for line in made.introduction())
    headers = made.headers()
    if made.entries:
        yield ""
        yield row(escaped(text) for text in (words.text("table.component"), *(text for text, _ in headers)))
        yield rule([False, *(is_number for _, is_number in headers)])
        for entry in made.entries:
            yield row([_name(entry), *map(escaped, made.values(entry))])
    yield ""
    for line in made.sentences():
        yield f"- {escaped(line)}"
    yield ""
    yield escaped(provenance_of(report.inputs, report.version, words, is_full=True))
    fingerprint = report.explanation.result.instrument.fingerprint
    yield escaped(words.text("markdown.fingerprint", fingerprint=fingerprint))


def _name(entry: Entry) -> str:
    return f"{'&nbsp;&nbsp;' * entry.depth}{escaped(entry.component.id)} {escaped(entry.component.title)}"
