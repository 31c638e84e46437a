"""The hook of ``.pre-commit-hooks.yaml``, run by pre-commit in a repository that is made for the test."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.cli.books import INSTRUMENT

ROOT = Path(__file__).parents[2]
HOOK = "kepatuhan-check"
_PACKAGED = ("src", "indicators", "pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml")
_NO_INDEX = ("No matching distribution found", "Could not find a version", "Connection", "Temporary failure")


def run(folder: Path, *command: str) -> "subprocess.CompletedProcess[str]":
    settings = {
        "PRE_COMMIT_HOME": str(folder.parent / "hooks"),
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_AUTHOR_NAME": "a",
        "GIT_AUTHOR_EMAIL": "a@example.org",
        "GIT_COMMITTER_NAME": "a",
        "GIT_COMMITTER_EMAIL": "a@example.org",
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
    }
    return subprocess.run(
        command, cwd=folder, env=os.environ | settings, capture_output=True, text=True, timeout=300, check=False
    )


def make_repository(folder: Path) -> Path:
    if shutil.which("git") is None:
        pytest.skip("git is not installed, so the hook is not run")
    run(folder, "git", "init", "--quiet")
    run(folder, "git", "add", "--all", "--force")
    committed = run(folder, "git", "commit", "--quiet", "--no-verify", "--message", "first")
    assert committed.returncode == 0, committed.stderr
    return folder


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with one good indicator file."""
    folder = tmp_path / "repository"
    (folder / "indicators").mkdir(parents=True)
    (folder / "indicators" / "kecil.yaml").write_text(INSTRUMENT, encoding="utf-8")
    return make_repository(folder)


def spoil(repository: Path) -> None:
    file = repository / "indicators" / "kecil.yaml"
    file.write_text(INSTRUMENT.replace("weight: 40", "weight: 41"), encoding="utf-8")


def test_the_hook_passes_a_good_file_and_stops_a_spoilt_one(repository: Path) -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert hook["id"] == HOOK
    local = hook | {"language": "system"}  # the installed program, so that nothing has to be fetched
    config = {"repos": [{"repo": "local", "hooks": [local]}]}
    (repository / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")
    make = ("pre-commit", "run", "--all-files", "--verbose")
    good = run(repository, *make)
    assert good.returncode == 0, good.stdout + good.stderr
    assert "1 berkas diperiksa" in good.stdout
    spoil(repository)
    spoilt = run(repository, *make)
    assert spoilt.returncode == 1
    assert "indicators/kecil.yaml:17:15" in spoilt.stdout


def test_the_hook_can_be_installed_from_the_repository(repository: Path, tmp_path: Path) -> None:
    if os.environ.get("KEPATUHAN_WITHOUT_PACKAGE_INDEX"):
        pytest.skip("no package index is said to be there, so the hook is not installed")
    source = tmp_path / "source"
    source.mkdir()
    for name in _PACKAGED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, source / name)
    make_repository(source)
    spoil(repository)
    tried = run(repository, "pre-commit", "try-repo", str(source), HOOK, "--all-files")
    output = tried.stdout + tried.stderr
    if any(sign in output for sign in _NO_INDEX) and os.environ.get("CI") != "true":
        pytest.skip("no package index can be reached, so the hook is not installed")
    assert tried.returncode == 1, output
    assert "indicators/kecil.yaml:17:15" in output
