"""``kepatuhan check`` given what is no indicator file, or is one no more: one clear problem each, and no traceback."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from kepatuhan.checking.cases import BASE
from kepatuhan.cli import check, main
from kepatuhan.cli.checkable_files import CheckableFiles, find_checkable
from kepatuhan.cli.source_lines import source_lines
from kepatuhan.instrument.yaml_nodes import MAX_MISTAKES
from kepatuhan.problems import Problem

Captured = pytest.CaptureFixture[str]

CONTENTS: dict[str, tuple[bytes, str]] = {
    "an empty file": (b"", "KP107"),
    "a list": (b"- format: 1\n", "KP107"),
    "text that is not UTF-8": ("title: Contoh instrumén\n".encode("cp1252"), "KP102"),
    "a binary file": (bytes(range(256)) * 1_000, "KP102"),
    "nested brackets": (b"years: " + b"[" * 100_000, "KP104"),
    "aliases that multiply": (
        b"a: &a [x]\n"
        + b"".join(b"%c: &%c [%s]\n" % (n + 1, n + 1, b", ".join([b"*%c" % n] * 9)) for n in range(97, 110)),
        "KP104",
    ),
}


def problems(capsys: Captured, *arguments: str, code: int = 1) -> list[dict[str, object]]:
    assert main(["check", *arguments, "--format", "json"]) == code
    captured = capsys.readouterr()
    assert captured.err == ""
    found: list[dict[str, object]] = json.loads(captured.out)["problems"]
    return found


@pytest.fixture
def indicators(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder ``indicators`` in the current one, with one good file."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "indicators"
    folder.mkdir()
    (folder / "baik.yaml").write_text(BASE, encoding="utf-8")
    return folder


@pytest.mark.parametrize("name", CONTENTS)
def test_a_file_of_something_else_is_one_problem_beside_a_good_one(
    name: str, indicators: Path, capsys: Captured
) -> None:
    content, code = CONTENTS[name]
    (indicators / "lain.yaml").write_bytes(content)
    assert [(found["code"], found["file"]) for found in problems(capsys)] == [(code, "indicators/lain.yaml")]


def test_a_file_of_50_megabytes_is_one_problem(indicators: Path, capsys: Captured) -> None:
    with (indicators / "besar.yaml").open("wb") as stream:
        stream.write(BASE.encode())
        stream.truncate(50_000_000)
    assert [(found["code"], found["file"]) for found in problems(capsys)] == [("KP104", "indicators/besar.yaml")]


def test_of_a_line_of_megabytes_no_excerpt_is_made(indicators: Path, capsys: Captured) -> None:
    (indicators / "satu-baris.yaml").write_bytes(b"a: " + b"x" * 6_000_000)
    assert main(["check", str(indicators / "satu-baris.yaml")]) == 1
    told = capsys.readouterr().out
    assert told.count("[KP104]") == 1
    assert "xxx" not in told


def test_a_file_that_vanishes_meanwhile_is_one_problem(
    indicators: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    def found_then_gone(paths: list[Path]) -> CheckableFiles:
        found = find_checkable(paths)
        (indicators / "hilang.yaml").unlink()
        return found

    (indicators / "hilang.yaml").write_text(BASE, encoding="utf-8")
    monkeypatch.setattr(check, "find_checkable", found_then_gone)
    assert [(found["code"], found["file"]) for found in problems(capsys)] == [("KP101", "indicators/hilang.yaml")]


def test_a_file_that_vanishes_after_it_was_checked_is_told_without_its_lines(
    indicators: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoilt = indicators / "hilang.yaml"
    spoilt.write_text(BASE.replace("id: contoh-2024", "id: lain").replace("family: contoh", "famly: x"), "utf-8")

    def gone_then_read(found: list[Problem]) -> Mapping[str, Mapping[int, str]]:
        spoilt.unlink()
        return source_lines(found)

    monkeypatch.setattr(check, "source_lines", gone_then_read)
    assert main(["check", "--format", "text"]) == 1
    text = capsys.readouterr().out
    assert "[KP108]" in text
    assert " | " not in text


@pytest.mark.parametrize("target", ["putar.yaml", "tidak-ada.yaml"])
def test_a_link_that_leads_nowhere_is_told_and_not_passed_over(target: str, indicators: Path, capsys: Captured) -> None:
    _link(indicators / "putar.yaml", target)
    assert [(found["code"], found["file"]) for found in problems(capsys)] == [("KP101", "indicators/putar.yaml")]
    named = problems(capsys, "indicators/putar.yaml", code=3)
    assert [found["code"] for found in named] == ["KP702"]
    assert "symbolic" not in str(named[0]["message"])


def test_a_folder_that_holds_itself_is_checked_once(indicators: Path, capsys: Captured) -> None:
    _link(indicators / "putar", ".")
    _link(indicators / "putar2.yaml", "..")
    assert problems(capsys, code=0) == []


def test_very_many_mistakes_are_told_up_to_a_limit_and_people_see_fifty(indicators: Path, capsys: Captured) -> None:
    (indicators / "banyak.yaml").write_text("".join(f"kunci_{n}: 1\n" for n in range(90_000)), encoding="utf-8")
    assert len(problems(capsys)) == MAX_MISTAKES + 1
    assert main(["--lang", "en", "check", "--format", "text"]) == 1
    text = capsys.readouterr().out
    assert text.count("banyak.yaml:") == 50
    assert f"{MAX_MISTAKES + 1 - 50} more" in text


def _link(link: Path, target: str) -> None:
    try:
        link.symlink_to(target)
    except (OSError, NotImplementedError):
        pytest.skip("this account may not make links")
