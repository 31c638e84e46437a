"""The composite action: its inputs are known, and its step does what they say."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from kepatuhan.cli.choices import CheckFormat
from tests.cli.books import INSTRUMENT, write_instrument

ROOT = Path(__file__).parents[2]
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
INSTALL, CHECK = ACTION["runs"]["steps"]


def run_check(folder: Path, **inputs: str) -> "subprocess.CompletedProcess[str]":
    """Run the step that checks, with its expressions filled in as GitHub does."""
    if shutil.which("bash") is None:
        pytest.skip("bash is not installed, so the step is not run")
    values = {name: entry["default"] for name, entry in ACTION["inputs"].items()} | inputs
    filled = {
        name: re.sub(r"\$\{\{ inputs\.(\w+) \}\}", lambda match: values[match[1]], text)
        for name, text in CHECK["env"].items()
    }
    filled["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", CHECK["run"]]
    return subprocess.run(
        command, cwd=folder, env=os.environ | filled, capture_output=True, text=True, timeout=60, check=False
    )


def test_it_is_a_composite_action_that_puts_no_input_into_a_script() -> None:
    assert ACTION["runs"]["using"] == "composite"
    for step in (INSTALL, CHECK):
        assert step["shell"] == "bash"
        assert "${{" not in step["run"]


def test_the_formats_that_it_names_are_those_of_the_command() -> None:
    named = re.findall(r"\w+", ACTION["inputs"]["format"]["description"])
    assert [name for name in named if name != "or"] == list(CheckFormat)
    assert ACTION["inputs"]["format"]["default"] == CheckFormat.AUTO


def test_its_step_checks_the_default_folder(tmp_path: Path) -> None:
    assert run_check(tmp_path).returncode == 3
    (tmp_path / "indicators").mkdir()
    write_instrument(tmp_path / "indicators")
    assert run_check(tmp_path).returncode == 0


def test_its_step_takes_several_paths_with_spaces_and_a_form(tmp_path: Path) -> None:
    for name, text in (("satu dua", INSTRUMENT), ("-tiga", INSTRUMENT.replace("weight: 40", "weight: 41"))):
        (tmp_path / name).mkdir()
        write_instrument(tmp_path / name, text.replace("kecil\n", f"{name.strip('-').replace(' ', '-')}\n"))
    run = run_check(tmp_path, paths="satu dua\n-tiga\n", format="github")
    assert run.returncode == 1, run.stderr
    assert "::error file=-tiga/kecil.yaml,line=17" in run.stdout
    assert run.stdout.splitlines()[-1].startswith("2 berkas diperiksa: 1 kesalahan, ")


def test_its_step_takes_the_instrument_of_worksheets(tmp_path: Path) -> None:
    shutil.copy(ROOT / "examples" / "units.xlsx", tmp_path)
    other, own = (run_check(tmp_path, paths="units.xlsx", instrument=name) for name in ("skm-2017", "ombudsman-2022"))
    assert "KP716" in other.stdout
    assert (other.returncode, own.returncode) == (1, 0)


def test_its_step_is_strict_when_asked(tmp_path: Path) -> None:
    shutil.copy(ROOT / "examples" / "units.xlsx", tmp_path)
    (tmp_path / "~$units.xlsx").touch()  # it is open in Excel: a warning
    relaxed, strict = (run_check(tmp_path, paths="units.xlsx", strict=value) for value in ("false", "true"))
    assert "KP723" in relaxed.stdout
    assert (relaxed.returncode, strict.returncode) == (0, 1)
