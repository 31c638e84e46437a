"""The forms of ``kepatuhan check`` from the command line: which one is chosen, where it goes, and how it ends."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from junitparser import JUnitXml

from kepatuhan.cli import main
from kepatuhan.report.check_report import FORMATS
from tests.cli.books import INSTRUMENT, write_instrument, write_units

Captured = pytest.CaptureFixture[str]
SPOILT = INSTRUMENT.replace("weight: 40", "weight: 41")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with a spoilt indicator file and, in ``unit/``, a good and a spoilt worksheet."""
    monkeypatch.chdir(tmp_path)
    write_instrument(tmp_path, SPOILT)
    (tmp_path / "baik").mkdir()
    write_instrument(tmp_path / "baik")
    (tmp_path / "unit").mkdir()
    write_units(tmp_path / "unit", ("Disdik", 3, 2), name="baik.xlsx")
    write_units(tmp_path / "unit", ("Dinkes", 3, 7), name="salah.xlsx")
    return tmp_path


COMMAND = ["check", "kecil.yaml", "unit", "--instrument", "baik/kecil.yaml"]


@pytest.mark.usefixtures("folder")
def test_under_github_actions_the_form_is_for_github_else_for_people(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(COMMAND) == 1
    assert not capsys.readouterr().out.startswith("::")
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert main(COMMAND) == 1
    assert "::error file=kecil.yaml,line=17,col=15,title=KP201::" in capsys.readouterr().out
    assert main([*COMMAND, "--format", "text"]) == 1
    assert "::error" not in capsys.readouterr().out


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("form", FORMATS)
def test_indicator_files_and_worksheets_are_told_in_one_run(form: str, capsys: Captured) -> None:
    assert main([*COMMAND, "--format", form]) == 1
    captured = capsys.readouterr()
    assert captured.err == ""
    for part in ("KP201", "kecil.yaml", "KP802", "unit/salah.xlsx", "C2"):
        assert part in captured.out
    if form in ("json", "sarif"):
        json.loads(captured.out)
    if form == "junit":
        read = JUnitXml.fromstring(captured.out.encode())
        assert [suite.name for suite in read] == ["kecil.yaml", "unit/baik.xlsx", "unit/salah.xlsx"]


def test_forms_for_programs_name_files_from_the_current_folder(folder: Path, capsys: Captured) -> None:
    for form in ("json", "github", "sarif", "junit"):
        assert main(["check", str(folder / "kecil.yaml"), "--format", form]) == 1
        assert str(folder) not in capsys.readouterr().out


@pytest.mark.parametrize("form", FORMATS)
def test_nothing_to_check_is_exit_3_in_every_form(form: str, tmp_path: Path, capsys: Captured) -> None:
    assert main(["check", str(tmp_path), "--format", form]) == 3
    captured = capsys.readouterr()
    assert "KP735" in (captured.out if form == "json" else captured.err)


@pytest.mark.parametrize(
    ("arguments", "code", "file"),
    [
        (["check", "tidak-ada.yaml"], "KP702", "tidak-ada.yaml"),
        (["check", "unit", "--instrument", "kecil.yaml"], "KP201", "kecil.yaml"),
        (["check"], "KP702", "indicators"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_under_github_actions_a_run_without_result_leaves_annotations(
    arguments: list[str], code: str, file: str, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert main(arguments) == 3
    captured = capsys.readouterr()
    assert captured.out == ""
    (annotation,) = [line for line in captured.err.splitlines() if line.startswith("::")]
    assert annotation.startswith(f"::error file={file}")
    assert f"title={code}::" in annotation
    assert ("--help" in captured.err or "kepatuhan check" in captured.err) == (arguments == ["check"])


@pytest.mark.usefixtures("folder")
def test_the_summary_of_a_step_is_added_to_what_is_there(
    tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    summary = tmp_path / "summary.md"
    summary.write_text("# before\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    assert main(COMMAND) == 1
    capsys.readouterr()
    text = summary.read_text(encoding="utf-8")
    assert text.startswith("# before\n")
    assert "KP201" in text
    assert "KP802" in text


@pytest.mark.usefixtures("folder")
def test_a_summary_that_cannot_be_written_is_told_and_fails_nothing(
    tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "nowhere" / "summary.md"))
    assert main(["check", "baik/kecil.yaml"]) == 0
    assert "GitHub" in capsys.readouterr().err


@pytest.mark.usefixtures("folder")
def test_a_folder_is_checked_for_all_that_scoring_would_take_for_a_workbook(tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "unit" / "lama.xls").write_bytes(b"\xd0\xcf\x11\xe0")
    (tmp_path / "unit" / "sub").mkdir()
    write_instrument(tmp_path / "unit")
    assert main(["check", "unit", "--instrument", "baik/kecil.yaml", "--format", "json"]) == 1
    found = json.loads(capsys.readouterr().out)["problems"]
    assert ("KP703", "unit/lama.xls") in [(p["code"], p["file"]) for p in found]
    assert [p["file"] for p in found if p["code"] == "KP714"] == ["unit/sub"]


def test_a_line_that_the_page_cannot_show_is_still_a_line(tmp_path: Path) -> None:
    write_instrument(tmp_path, INSTRUMENT.replace("title: Pertama, weight: 60", "title: 政府, weight: 61"))
    run = subprocess.run(
        [sys.executable, "-m", "kepatuhan", "check", "kecil.yaml"],
        cwd=tmp_path,
        env={"PYTHONIOENCODING": "cp1252", "PATH": ""},
        capture_output=True,
        check=False,
    )
    assert run.returncode == 1
    lines = run.stdout.decode("cp1252").splitlines()
    assert "^" in lines[2]
    assert run.stderr == b""


def test_a_column_counts_characters_also_before_a_broken_one(tmp_path: Path, capsys: Captured) -> None:
    file = tmp_path / "x.yaml"
    file.write_bytes("title: é".encode() + b"\xff\n")
    assert main(["check", str(file), "--format", "json"]) == 1
    (problem,) = json.loads(capsys.readouterr().out)["problems"]
    assert (problem["code"], problem["line"], problem["column"]) == ("KP102", 1, 9)
