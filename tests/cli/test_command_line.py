"""What holds for every command: languages, global options, usage errors, exit codes, pipes and encodings."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import kepatuhan
from kepatuhan.cli import main
from tests.cli.books import write_instrument, write_units

Captured = pytest.CaptureFixture[str]
EXAMPLE = str(Path(__file__).parents[2] / "examples" / "units.xlsx")


def _run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "kepatuhan", *arguments],
        capture_output=True,
        check=False,
        env={**os.environ, **environment},
    )


def test_a_newcomer_sees_three_steps(capsys: Captured) -> None:
    assert main([]) == 0
    out = capsys.readouterr().out
    assert all(f"  {step}. " in out for step in (1, 2, 3))
    assert "kepatuhan template" in out
    assert 'kepatuhan score "Kertas Kerja.xlsx"' in out


@pytest.mark.parametrize(
    "arguments",
    [["--lang", "en", "score", EXAMPLE], ["score", EXAMPLE, "--lang", "en"], ["score", "--lang=en", EXAMPLE]],
)
def test_the_language_may_stand_before_or_after_the_command(arguments: list[str], capsys: Captured) -> None:
    assert main(arguments) == 0
    assert "Institution score 87.88" in capsys.readouterr().out


def test_the_language_may_come_from_the_environment(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    monkeypatch.setenv("KEPATUHAN_LANG", "en")
    assert main(["score", EXAMPLE]) == 0
    assert "Institution score 87.88" in capsys.readouterr().out
    assert main(["score", EXAMPLE, "--lang", "id"]) == 0
    assert "Nilai instansi 87,88" in capsys.readouterr().out


@pytest.mark.parametrize("command", ["template", "score", "check", "instruments"])
@pytest.mark.parametrize(
    ("language", "words"), [("id", ["Cara pakai:", "Pilihan:", "Contoh:"]), ("en", ["Usage:", "Options:", "Example"])]
)
def test_help_speaks_the_language_and_has_examples(
    command: str, language: str, words: list[str], capsys: Captured
) -> None:
    assert main([command, "--help", "--lang", language]) == 0
    out = capsys.readouterr().out
    assert all(word in out for word in words)
    assert not re.search(r"help\.[a-z]", out)


@pytest.mark.parametrize("option", ["--lang", "--no-color", "--traceback"])
@pytest.mark.parametrize("command", [[], ["template"], ["score"], ["check"], ["instruments"]])
def test_the_global_options_are_in_every_help(option: str, command: list[str], capsys: Captured) -> None:
    assert main([*command, "--help"]) == 0
    assert option in capsys.readouterr().out


def test_the_version_is_the_packages(capsys: Captured) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"kepatuhan {kepatuhan.__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["skor"], 'Perintah "skor" tidak dikenal. Apakah yang dimaksud "score"?'),
        (["score"], "WORKBOOK... belum disebut."),
        (["score", EXAMPLE, "--detil"], "Pilihan --detil tidak dikenal."),
        (["score", EXAMPLE, "--format", "xml"], "Isi --format harus salah satu dari: table, json, csv, markdown."),
        (["score", EXAMPLE, "--target"], "Pilihan --target ditulis tidak lengkap"),
        (["instruments", "a", "b"], 'Ada masukan yang tidak diperlukan: "b".'),
        (["--lang", "fr", "score", EXAMPLE], "Isi --lang harus salah satu dari: id, en."),
        (["score", EXAMPLE, "--lang", "fr"], "Isi --lang harus salah satu dari: id, en."),
    ],
)
def test_a_bad_command_line_is_explained_in_the_users_language(
    arguments: list[str], said: str, capsys: Captured
) -> None:
    assert main(arguments) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert said in captured.err
    assert "--help" in captured.err


def test_a_fault_of_ours_is_one_line_and_exit_4(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("oops")

    monkeypatch.setattr("kepatuhan.cli.score.run_score", fail)
    assert main(["score", EXAMPLE]) == 4
    err = capsys.readouterr().err
    assert err.count("\n") == 1
    assert "--traceback" in err
    with pytest.raises(ZeroDivisionError):
        main(["score", EXAMPLE, "--traceback"])


def test_an_interruption_is_130(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("kepatuhan.cli.score.run_score", interrupt)
    assert main(["score", EXAMPLE]) == 130


def test_a_closed_pipe_ends_quietly(tmp_path: Path) -> None:
    instrument = write_instrument(tmp_path)
    book = write_units(tmp_path, *((f"Unit {number}", 3, 2) for number in range(3000)))
    run = subprocess.Popen(
        [sys.executable, "-m", "kepatuhan", "score", book, "--instrument", instrument, "--format", "json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert run.stdout is not None
    assert run.stderr is not None
    run.stdout.read(10)
    run.stdout.close()
    assert run.stderr.read() == b""
    run.stderr.close()
    assert run.wait() == 0


def test_an_old_windows_console_gets_ascii_and_loses_nothing_else() -> None:
    run = _run("score", EXAMPLE, PYTHONIOENCODING="cp1252")
    assert run.returncode == 0
    out = run.stdout.decode("cp1252")
    assert "87,88" in out
    assert "####" in out
    assert "?" not in out


def test_a_name_that_the_encoding_lacks_is_replaced_not_fatal(tmp_path: Path) -> None:
    instrument = write_instrument(tmp_path)
    book = write_units(tmp_path, ("Dinas 公共", 3, 2))
    run = _run("score", str(book), "--instrument", str(instrument), PYTHONIOENCODING="ascii")
    assert run.returncode == 0
    assert b"Dinas ??" in run.stdout


def test_no_colour_in_a_pipe() -> None:
    assert b"\x1b" not in _run("score", EXAMPLE).stdout


def test_it_runs_as_a_module_and_returns_its_code() -> None:
    assert _run("--version").stdout.decode().split() == ["kepatuhan", kepatuhan.__version__]
    assert _run("score", "tidak-ada.xlsx").returncode == 3


def test_help_does_not_load_what_it_does_not_need() -> None:
    script = (
        "import sys; from kepatuhan.cli import main; main(['--help']);"
        "heavy = ('pydantic', 'openpyxl', 'yaml', 'rich', 'xlsxwriter', 'kepatuhan.scoring');"
        "print([m for m in heavy if m in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout.splitlines()[-1] == "[]"
