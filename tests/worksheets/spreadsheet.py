"""LibreOffice without a screen: open workbooks, compute every formula anew, and save them elsewhere."""

import os
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

import pytest

_ALWAYS_COMPUTE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop>
</item>
</oor:items>
"""
"""A profile that says so: else the values stored in a file are kept, and a test of formulas proves nothing."""


def need_spreadsheet() -> str:
    """The program; without it the test is skipped, but never in CI."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        if os.environ.get("CI") == "true" and "KEPATUHAN_WITHOUT_LIBREOFFICE" not in os.environ:
            pytest.fail("LibreOffice is not installed: nothing would prove the formulas")
        pytest.skip("LibreOffice (soffice) is not installed, so the formulas are not computed")
    return program


def recalculate(files: Iterable[Path], folder: Path) -> list[Path]:
    """Compute ``files`` anew and return the copies, which are saved in ``folder``."""
    program = need_spreadsheet()
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_ALWAYS_COMPUTE, encoding="utf-8")
    names = [str(file) for file in files]
    command = [program, f"-env:UserInstallation={profile.as_uri()}", "--headless"]
    command += ["--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(folder), *names]
    subprocess.run(command, check=True, capture_output=True, timeout=900)
    return [folder / Path(name).name for name in names]
