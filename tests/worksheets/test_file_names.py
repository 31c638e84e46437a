"""File names can be mailed to anybody, are found again in a folder, and no two are alike anywhere."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kepatuhan.workbook.files import find_workbooks
from kepatuhan.worksheets.file_names import LONGEST, file_names

AWKWARD = st.text(alphabet=st.sampled_from('aA.~$ CONcon1\u00b9/\\:*?"<>|\x07\u00e9e\u0301=\U0001f600'), max_size=100)


@pytest.mark.parametrize(
    ("units", "names"),
    [
        (["Disdukcapil", "Dinas A/B: pusat?"], ("Disdukcapil.xlsx", "Dinas A-B- pusat-.xlsx")),
        (
            ["CON", "nul.dinas", "COM1", "Console"],
            ("Unit CON.xlsx", "Unit nul.dinas.xlsx", "Unit COM1.xlsx", "Console.xlsx"),
        ),
        (["Dinas", "DINAS", "Dinas."], ("Dinas.xlsx", "DINAS (2).xlsx", "Dinas (3).xlsx")),
        (["Caf\u00e9", "Cafe\u0301"], ("Caf\u00e9.xlsx", "Cafe\u0301 (2).xlsx")),
        (["~$Dinas", ".Dinas", "..."], ("$Dinas.xlsx", "Dinas.xlsx", "Unit.xlsx")),
        (["x" * 80, "x" * 90], ("x" * 80 + ".xlsx", "x" * 53 + " ... " + "x" * 22 + ".xlsx")),
    ],
)
def test_a_name_is_as_near_to_the_units_as_windows_allows(units: list[str], names: tuple[str, ...]) -> None:
    assert file_names(units) == names


@given(st.lists(AWKWARD | st.text(max_size=100), min_size=1, max_size=12))
def test_any_names_make_files_that_every_system_takes(units: list[str]) -> None:
    names = file_names(units)
    assert len({unicodedata.normalize("NFKC", name).casefold() for name in names}) == len(units)
    for name in names:
        assert name.endswith(".xlsx")
        assert not set(name) & set('<>:"/\\|?*')
        assert len(name.encode("utf-16-le")) // 2 <= LONGEST + len(".xlsx")
        assert len(name.encode()) <= 255
        assert not name.startswith((".", "~", " "))
        assert name.removesuffix(".xlsx").rstrip(". ") == name.removesuffix(".xlsx")


def test_each_of_them_is_found_in_a_folder(tmp_path: Path) -> None:
    names = file_names(["~$a", ".b", "._c", "CON", "d"])
    for name in names:
        (tmp_path / name).touch()
    found, problems = find_workbooks([tmp_path])
    assert {path.name for path in found} == {*names}
    assert not problems
