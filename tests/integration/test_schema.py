"""The JSON Schema of indicator files: up to date, and of one mind with the check about the shape of a file."""

import json
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from kepatuhan.checking.cases import BASE, CASES, failing
from kepatuhan.cli import main
from kepatuhan.instrument.file_format import InstrumentFile
from kepatuhan.instrument.library import SCHEMA, SCHEMA_LINE, bundled_files, folder

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "docs"))
try:
    write_schema = import_module("write_schema")
finally:
    sys.path.remove(str(ROOT / "docs"))

FILE = ROOT / "indicators" / SCHEMA
SHAPE = ("KP108", "KP109", "KP110", "KP111", "KP113", "KP115", "KP117", "KP128")
"""What is wrong in itself, whatever else stands in the file."""
TEXT_ONLY = ("KP102", "KP103", "KP104", "KP105", "KP106", "KP107", "KP116")
"""What a reader of YAML refuses, or takes for something else, before a schema sees it."""


def refused(*arguments: str) -> str:
    """What check-jsonschema has to say; empty when it accepts."""
    command = [sys.executable, "-m", "check_jsonschema", *arguments]
    run = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert run.returncode in (0, 1), run.stderr
    return run.stdout + run.stderr if run.returncode else ""


def test_the_schema_is_what_the_model_says() -> None:
    assert FILE.read_text(encoding="utf-8") == write_schema.render()


def test_check_tells_whether_the_schema_is_up_to_date(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(write_schema, "SCHEMA", tmp_path / SCHEMA)
    assert write_schema.main(["--check"]) == 1
    assert write_schema.main([]) == 0
    assert write_schema.main(["--check"]) == 0


def test_the_schema_is_one_of_draft_07() -> None:
    assert json.loads(FILE.read_text(encoding="utf-8"))["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert refused("--check-metaschema", str(FILE)) == ""


def test_every_key_has_a_description_for_an_editor_to_show() -> None:
    schema = json.loads(FILE.read_text(encoding="utf-8"))
    mappings = [schema, *schema["definitions"].values()]
    bare = [name for part in mappings for name, entry in part["properties"].items() if not entry.get("description")]
    assert bare == []
    assert len(schema["properties"]) == len(InstrumentFile.model_fields)


def test_the_schema_accepts_every_bundled_file_and_the_base_of_the_cases(tmp_path: Path) -> None:
    (tmp_path / "base.yaml").write_text(BASE, encoding="utf-8")
    files = [str(file) for file in (*bundled_files().values(), tmp_path / "base.yaml")]
    assert refused("--schemafile", str(FILE), *files) == ""


@pytest.fixture(scope="module")
def said_of_cases(tmp_path_factory: pytest.TempPathFactory) -> str:
    where = tmp_path_factory.mktemp("cases")
    for code in CASES:
        if code not in TEXT_ONLY:
            (where / f"{code}.yaml").write_text(failing(code), encoding="utf-8")
    return refused("--schemafile", str(FILE), "--output-format", "json", *map(str, sorted(where.glob("*.yaml"))))


def test_the_schema_refuses_what_the_check_refuses_in_shape(said_of_cases: str) -> None:
    spoilt = {Path(found["filename"]).stem for found in json.loads(said_of_cases)["errors"]}
    assert {code for code in CASES if code in SHAPE} <= spoilt


def test_the_schema_leaves_to_the_check_what_is_no_matter_of_shape(said_of_cases: str) -> None:
    spoilt = {Path(found["filename"]).stem for found in json.loads(said_of_cases)["errors"]}
    assert spoilt <= set(SHAPE)


@pytest.mark.parametrize("name", bundled_files())
def test_every_bundled_file_tells_an_editor_where_its_schema_is(name: str) -> None:
    assert bundled_files()[name].read_text(encoding="utf-8").splitlines()[0] == SCHEMA_LINE
    assert (folder() / SCHEMA).is_file()


def test_a_copy_points_to_a_schema_only_where_there_is_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["instruments", "skm-2017", "--copy", str(tmp_path / "a.yaml")]) == 0
    (tmp_path / SCHEMA).write_text("{}", encoding="utf-8")
    assert main(["instruments", "skm-2017", "--copy", str(tmp_path / "b.yaml")]) == 0
    capsys.readouterr()
    without, with_line = ((tmp_path / name).read_text(encoding="utf-8") for name in ("a.yaml", "b.yaml"))
    assert with_line == f"{SCHEMA_LINE}\n{without}"
    assert "schema" not in without
