"""Standard output and error that are closed, full or left by their reader; and interruptions."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.books import write_instrument, write_units

pytestmark = pytest.mark.skipif(not Path("/dev/full").exists(), reason="uses bash, /proc and /dev/full")


@pytest.fixture
def shell(tmp_path: Path) -> "Shell":
    write_instrument(tmp_path)
    write_units(tmp_path, ("Disdik", 3, 2), name="baik.xlsx")
    write_units(tmp_path, ("Disdik", 3, 7), name="salah.xlsx")
    return Shell(tmp_path)


class Shell:
    """Runs a line in which KEP stands for the command; gives the exit code of the command, and what was printed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(self, line: str) -> tuple[int, str]:
        command = f"'{sys.executable}' -m kepatuhan"
        run = subprocess.run(
            ["bash", "-c", f"exec 7>&1\n{line.replace('KEP', command)}\necho code=${{PIPESTATUS[0]}} >&7"],
            cwd=self.folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        printed, _, code = run.stdout.decode().rpartition("code=")
        return int(code), printed


GOOD = "KEP score baik.xlsx --instrument kecil.yaml"
BAD = "KEP score salah.xlsx --instrument kecil.yaml"
GONE = ["2>&1 | true", ">&-", ">&- 2>&-"]


@pytest.mark.parametrize("streams", GONE)
def test_the_output_file_is_written_whoever_stops_reading(shell: Shell, streams: str) -> None:
    assert shell(f"{GOOD} --output o.json {streams}") == (0, "Ditulis: o.json\n" if streams == ">&-" else "")
    assert json.loads((shell.folder / "o.json").read_text(encoding="utf-8"))["institution"]["score"] == 86.67


@pytest.mark.parametrize("streams", [*GONE, "2>&-", "2>/dev/full", ">/dev/full 2>&1"])
def test_the_exit_code_is_that_of_the_work_whoever_stops_reading(shell: Shell, streams: str) -> None:
    assert shell(f"{BAD} {streams}")[0] == 3
    assert shell(f"{GOOD} --fail-under 90 --format json 2>/dev/null | true")[0] == 1
    assert shell(f"{GOOD} --output /proc/o.json {streams}")[0] == 3


@pytest.mark.parametrize("command", ["KEP", "KEP --help", "KEP --version", "KEP check kecil.yaml", "KEP instruments"])
@pytest.mark.parametrize("streams", ["| true", ">&-", "2>&-"])
def test_every_command_ends_quietly_without_a_reader(shell: Shell, command: str, streams: str) -> None:
    code, printed = shell(f"{command} {streams}")
    assert code == 0
    assert "Traceback" not in printed
    assert "Exception" not in printed


def test_a_full_disk_is_said_plainly_and_is_no_fault_of_ours(shell: Shell) -> None:
    code, printed = shell(f"{GOOD} --output o.json >/dev/full")
    assert code == 3
    assert "Hasil tidak dapat ditulis ke keluaran (tidak ada ruang penyimpanan lagi)" in printed
    assert "Traceback" not in printed
    assert (shell.folder / "o.json").exists()
    assert shell("KEP --help >/dev/full")[0] == 3


def test_a_file_that_cannot_be_written_leaves_standard_output_empty(shell: Shell) -> None:
    code, printed = shell(f"{GOOD} --output /proc/o.json 2>/dev/null")
    assert (code, printed) == (3, "")


def test_an_interruption_while_the_program_loads_is_quiet() -> None:
    script = (
        "import sys\n"
        "class Interrupting:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name in ('decimal', 'typer', 'kepatuhan.messages'): raise KeyboardInterrupt\n"
        "for gone in [name for name in sys.modules if name == 'decimal']: del sys.modules[gone]\n"
        "sys.meta_path.insert(0, Interrupting())\n"
        "from kepatuhan.cli import main\n"
        "sys.exit(main(['instruments']))\n"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False)
    assert (run.returncode, run.stdout, run.stderr) == (130, b"", b"")


def test_the_entry_point_loads_nothing_but_itself() -> None:
    script = "import sys; from kepatuhan.cli import main; print(*sorted(m for m in sys.modules if 'kepatuhan.' in m))"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["kepatuhan.cli", "kepatuhan.cli.main"]
