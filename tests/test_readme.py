"""What the README shows is what happens."""

import contextlib
import io
import re
import shlex
from pathlib import Path

import pytest

from kepatuhan.cli import main

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def _block(after: str) -> str:
    match = re.search(re.escape(after) + r"\n```\w+\n(.*?)```", README, re.DOTALL)
    assert match is not None
    return match[1]


def test_the_output_shown_is_the_real_one(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    shown = re.search(r"```text\n\$ kepatuhan (.*?)\n(.*?)```", README, re.DOTALL)
    assert shown is not None
    assert main(shlex.split(shown[1])) == 0
    assert capsys.readouterr().out == shown[2]


def test_there_are_exactly_two_commands_that_set_up_and_each_is_one_line() -> None:
    lines = [line for line in README.splitlines() if "-m venv" in line]
    assert lines == [_block("<!-- command: score -->").strip(), _block("<!-- command: test -->").strip()]


def test_the_command_that_scores_ends_in_the_run_that_is_shown() -> None:
    assert _block("<!-- command: score -->").strip().endswith("kepatuhan score examples/units.xlsx")


def test_the_python_lines_print_what_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(_block("<!-- python -->"), "README.md", "exec"), {})
    assert printed.getvalue() == _block("which prints\n")


def test_every_command_named_in_the_guide_exists(capsys: pytest.CaptureFixture[str]) -> None:
    for command in set(re.findall(r"`kepatuhan (\w+)[ `]", README)):
        assert main([command, "--help"]) == 0
    capsys.readouterr()


def test_every_file_that_the_readme_links_to_is_there() -> None:
    for target in re.findall(r"\]\((?!http)([^)]+)\)", README):
        assert (ROOT / target).exists(), target
