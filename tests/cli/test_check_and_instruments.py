"""``kepatuhan check`` and ``kepatuhan instruments``."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from kepatuhan import load_instrument
from kepatuhan.cli import main
from tests.cli.books import INSTRUMENT, write_instrument, write_units

Captured = pytest.CaptureFixture[str]
EXAMPLE = str(Path(__file__).parents[2] / "examples" / "units.xlsx")


def found_errors(report: str) -> list[dict[str, Any]]:
    """The errors of a report as json, without the warnings about texts that the small instrument lacks."""
    return [problem for problem in json.loads(report)["problems"] if problem["level"] == "error"]


def test_a_good_file_passes(tmp_path: Path, capsys: Captured) -> None:
    assert main(["check", str(write_instrument(tmp_path))]) == 0
    assert "1 berkas diperiksa: 0 kesalahan" in capsys.readouterr().out


def test_a_spoilt_file_fails_with_line_and_column(tmp_path: Path, capsys: Captured) -> None:
    file = write_instrument(tmp_path, INSTRUMENT.replace("weight: 40", "weight: 41").replace("years", "yearz"))
    assert main(["check", str(file)]) == 1
    captured = capsys.readouterr()
    assert f"{file}:6:1: " in captured.out
    assert "KP108" in captured.out
    assert captured.err == ""


def test_the_default_is_the_indicators_folder_here(
    tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["check"]) == 3
    (tmp_path / "indicators").mkdir()
    assert main(["check"]) == 3
    write_instrument(tmp_path / "indicators")
    capsys.readouterr()
    assert main(["check"]) == 0
    assert "1 berkas" in capsys.readouterr().out


def test_json_findings_have_their_places(tmp_path: Path, capsys: Captured) -> None:
    file = write_instrument(tmp_path, INSTRUMENT.replace("weight: 40", "weight: 41"))
    assert main(["check", str(file), "--format", "json"]) == 1
    document = json.loads(capsys.readouterr().out)
    assert document["format"] == "kepatuhan.check/1"
    assert document["files"] == 1
    (problem,) = found_errors(json.dumps(document))
    assert (problem["code"], problem["level"], problem["line"], problem["column"]) == ("KP201", "error", 17, 15)


def test_a_workbook_is_checked_without_being_scored(tmp_path: Path, capsys: Captured) -> None:
    instrument = str(write_instrument(tmp_path))
    good = write_units(tmp_path, ("Disdik", 3, 2), name="baik.xlsx")
    bad = write_units(tmp_path, ("Disdik", 3, 7), name="salah.xlsx")
    assert main(["check", str(good), "--instrument", instrument]) == 0
    assert "86,67" not in capsys.readouterr().out
    assert main(["check", str(bad), "--instrument", instrument, "--format", "json"]) == 1
    (problem,) = json.loads(capsys.readouterr().out)["problems"]
    assert (problem["code"], problem["sheet"], problem["cell"]) == ("KP802", "Jawaban", "C2")
    assert "line" not in problem


def test_warnings_fail_only_when_strict(tmp_path: Path, capsys: Captured) -> None:
    instrument = str(write_instrument(tmp_path))
    book = tmp_path / "unit.csv"
    book.write_text("Unit;A.1;A.2;Kolom lain\nDisdik;3;2;x\n", encoding="utf-8")
    assert main(["check", str(book), "--instrument", instrument]) == 0
    assert main(["check", str(book), "--instrument", instrument, "--strict"]) == 1
    assert "KP701" in capsys.readouterr().out


def test_what_is_missing_is_exit_3(tmp_path: Path, capsys: Captured) -> None:
    assert main(["check", str(tmp_path / "tidak-ada.yaml")]) == 3
    assert "tidak ditemukan" in capsys.readouterr().err


def test_instruments_are_listed_with_their_years(capsys: Captured) -> None:
    assert main(["instruments"]) == 0
    out = capsys.readouterr().out
    assert "ombudsman-2022" in out
    assert "2022-2024" in out


def test_an_instrument_is_shown_with_weights_bands_sources_and_assumptions(capsys: Captured) -> None:
    assert main(["instruments", "ombudsman-2022"]) == 0
    out = " ".join(capsys.readouterr().out.split())
    for part in (
        "21,85",
        "12,22",
        "Kualitas Tertinggi",
        "ka-cegah-2023",
        "Asumsi (40 bobot)",
        "bukan kata-kata Ombudsman",
    ):
        assert part in out


def test_an_instrument_as_json_has_its_tree(capsys: Captured) -> None:
    assert main(["instruments", "ombudsman-2022", "--format", "json"]) == 0
    (instrument,) = json.loads(capsys.readouterr().out)["instruments"]
    weights = {component["id"]: component["weight"] for component in instrument["components"]}
    assert weights == {"input": "21.85", "proses": "32.37", "output": "24.24", "pengaduan": "21.54"}

    def leaves(components: list[dict[str, object]]) -> list[dict[str, object]]:
        found = []
        for component in components:
            below = component.get("components")
            found += leaves(below) if isinstance(below, list) else [component]
        return found

    everything = leaves(instrument["components"])
    assert len(everything) == 41
    assert sum(float(str(leaf["effective_weight"])) for leaf in everything) == pytest.approx(1)


def test_an_unknown_instrument_is_exit_3(capsys: Captured) -> None:
    assert main(["instruments", "ombudsman"]) == 3
    assert "ombudsman-2022" in capsys.readouterr().err


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
@pytest.mark.parametrize(
    ("command", "code"), [(["check"], 1), (["instruments"], 3), (["score", "x.csv", "--instrument"], 3)]
)
def test_a_named_pipe_is_refused_at_once_as_an_indicator_file(tmp_path: Path, command: list[str], code: int) -> None:
    os.mkfifo(tmp_path / "pipa.yaml")
    run = subprocess.run(
        [sys.executable, "-m", "kepatuhan", *command, "pipa.yaml"],
        cwd=tmp_path,
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert run.returncode == code
    assert b"KP101" in run.stdout + run.stderr
    assert b"bukan berkas biasa" in run.stdout + run.stderr


def test_json_findings_have_the_address_of_their_explanation(tmp_path: Path, capsys: Captured) -> None:
    file = write_instrument(tmp_path, INSTRUMENT.replace("weight: 40", "weight: 41"))
    assert main(["check", str(file), "--format", "json"]) == 1
    (problem,) = found_errors(capsys.readouterr().out)
    page, _, anchor = problem["url"].partition("#")
    assert (Path(__file__).parents[2] / page).read_text(encoding="utf-8").count(f"(#{anchor})") == 1
    assert anchor == "kp201"


def test_check_without_a_path_says_that_indicators_is_the_default(
    tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["check"]) == 3
    err = capsys.readouterr().err
    assert "folder indicators/ di sini" in err
    assert "kepatuhan check units.xlsx" in err
    assert main(["check", "indicators"]) == 3
    assert "units.xlsx" not in capsys.readouterr().err


@pytest.mark.parametrize("command", [["check"], ["check", "tidak-ada.yaml"], ["instruments", "foo"]])
def test_what_never_scores_does_not_say_that_nothing_was_scored(
    command: list[str], tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(command) == 3
    assert "tidak ada nilai yang dihitung" not in capsys.readouterr().err
    assert main(["score", "tidak-ada.xlsx"]) == 3
    assert "tidak ada nilai yang dihitung" in capsys.readouterr().err


@pytest.mark.parametrize("command", [["instruments", "ombudsman-2022"], ["score", EXAMPLE, "--detail"]])
@pytest.mark.parametrize("width", ["60", "80"])
def test_no_id_is_broken_in_a_tree(
    command: list[str], width: str, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    assert main(command) == 0
    lines = capsys.readouterr().out.splitlines()
    assert all(len(line) <= int(width) for line in lines)
    shown = {line.split()[0] for line in lines if line.strip()}
    for component in load_instrument("ombudsman-2022").walk():
        assert component.id in shown


def test_numbers_in_a_tree_stay_whole_on_the_narrowest_page(capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    assert main(["instruments", "ombudsman-2022"]) == 0
    out = capsys.readouterr().out.split()
    assert "21,85" in out
    assert "21,85%" in out


def test_check_names_an_instrument_that_is_there_twice(tmp_path: Path, capsys: Captured) -> None:
    write_instrument(tmp_path)
    (tmp_path / "salinan.yaml").write_text((tmp_path / "kecil.yaml").read_text(encoding="utf-8"), encoding="utf-8")
    assert main(["check", str(tmp_path)]) == 1
    assert "KP601" in capsys.readouterr().out
