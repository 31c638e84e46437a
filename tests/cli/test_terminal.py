"""What a person sees on a terminal that is narrower than the sentences."""

from pathlib import Path

import pytest

from kepatuhan.cli import main
from kepatuhan.cli.streams import SteadyStream
from kepatuhan.report.page import wrapped
from tests.cli.books import INSTRUMENT, write_instrument, write_units

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> Captured:
    """60 columns wide."""
    monkeypatch.setattr(SteadyStream, "isatty", lambda self: True)
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setenv("NO_COLOR", "1")
    return capsys


def test_problems_break_between_words_on_a_terminal_and_not_in_a_pipe(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    write_instrument(tmp_path)
    write_units(tmp_path, ("Disdik", 4, "dua"), name="isian unit.xlsx")
    monkeypatch.chdir(tmp_path)
    command = ["score", "isian unit.xlsx", "--instrument", "kecil.yaml"]
    assert main(command) == 3
    piped = capsys.readouterr().err
    assert len(piped.splitlines()) == 3
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setattr(SteadyStream, "isatty", lambda self: True)
    assert main(command) == 3
    shown = capsys.readouterr().err
    assert shown.split() == piped.split()
    assert all(len(line) <= 60 for line in shown.splitlines())
    assert "isian unit.xlsx, Jawaban!B2: " in shown


def test_a_path_with_spaces_is_never_broken(
    tmp_path: Path, terminal: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = "isian akhir bagian organisasi sekretariat daerah kabupaten.xlsx"
    write_instrument(tmp_path)
    write_units(tmp_path, ("Disdik", 4, 2), name=name)
    monkeypatch.chdir(tmp_path)
    assert main(["check", name, "--instrument", "kecil.yaml"]) == 1
    assert terminal.readouterr().out.startswith(f"{name}, Jawaban!B2:\n")


def test_findings_break_between_words_on_a_terminal(tmp_path: Path, terminal: Captured) -> None:
    file = write_instrument(tmp_path, INSTRUMENT.replace("weight: 40", "weight: 41"))
    assert main(["check", str(file)]) == 1
    out = terminal.readouterr().out
    assert f"{file}:17:15:" in out
    assert all(len(line) <= 60 or line.startswith(str(file)) for line in out.splitlines())


def test_the_three_steps_keep_their_words_and_their_indentation_on_a_terminal(terminal: Captured) -> None:
    assert main([]) == 0
    lines = terminal.readouterr().out.splitlines()
    assert all(len(line) <= 60 for line in lines)
    step = next(index for index, line in enumerate(lines) if line.startswith("  2. "))
    assert lines[step + 1].startswith("     ")


def test_a_usage_error_breaks_between_words_on_a_terminal(terminal: Captured) -> None:
    assert main(["score", "x.xlsx", "--output"]) == 2
    assert all(len(line) <= 60 for line in terminal.readouterr().err.splitlines())


def test_a_word_longer_than_the_page_stays_whole() -> None:
    assert wrapped("a " + "b" * 50 + " c-d", 40) == f"a\n{'b' * 50}\nc-d"
    assert wrapped("x y", None) == "x y"
