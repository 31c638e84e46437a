"""The official schema of SARIF 2.1.0, from the npm package that carries it; nothing of it is kept."""

import json
import os
import shutil
import subprocess
import tarfile
from pathlib import Path
from typing import Any

import pytest

_PACKAGE = "@microsoft/jest-sarif"
_SCHEMA = "package/lib/schemas/sarif-2.1.0-rtm.5.json"


def fetch_sarif_schema(folder: Path) -> Any:
    """The schema; where it cannot be fetched the test is skipped, but never in CI."""
    npm = shutil.which("npm")
    if npm is None:
        _leave_out("npm is not installed")
    command = [str(npm), "pack", "--silent", "--pack-destination", str(folder), f"{_PACKAGE}@1.0.0-beta.0"]
    fetched = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    if fetched.returncode:
        _leave_out(f"npm could not fetch {_PACKAGE}: {fetched.stderr[-300:]}")
    (archive,) = folder.glob("*.tgz")
    with tarfile.open(archive) as package:
        schema = package.extractfile(_SCHEMA)
        assert schema is not None
        return json.load(schema)


def _leave_out(reason: str) -> None:
    if os.environ.get("CI") == "true" and "KEPATUHAN_WITHOUT_NPM" not in os.environ:
        pytest.fail(f"{reason}: nothing would hold SARIF against its schema")
    pytest.skip(f"{reason}, so SARIF is not held against its schema")
