"""Sheet names are valid, unique and near to the unit's name, whatever the unit is called."""

import io

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from kepatuhan.worksheets.sheet_names import LONGEST, sheet_names

AWKWARD = st.text(alphabet=st.sampled_from("aA'/\\?*[]: 😀é\u0301\x07=History"), max_size=40)


@pytest.mark.parametrize(
    ("units", "names"),
    [
        (["Disdukcapil", "Dinas Sosial"], ("Disdukcapil", "Dinas Sosial")),
        (["UPTD A/B [kota]: pusat?"], ("UPTD A-B -kota-- pusat-",)),
        (["Dinas", "DINAS", "dinas"], ("Dinas", "DINAS (2)", "dinas (3)")),
        (["History", "Rekap"], ("History (2)", "Rekap (2)")),
        (["'Aisyiyah'", "''", ""], ("Aisyiyah", "Unit", "Unit (2)")),
        (
            ["Dinas Pendidikan Pemuda dan Olahraga A", "Dinas Pendidikan Pemuda dan Olahraga B"],
            ("Dinas Pendidikan Pemuda ... A", "Dinas Pendidikan Pemuda ... B"),
        ),
        (["Dinas Pendidikan Pemuda dan Olahraga"], ("Dinas Pendidikan Pemuda dan Ola",)),
    ],
)
def test_a_name_is_as_near_to_the_units_as_excel_allows(units: list[str], names: tuple[str, ...]) -> None:
    assert sheet_names(units, ["Rekap"]) == names


@given(st.lists(AWKWARD | st.text(max_size=40), min_size=1, max_size=12))
def test_any_names_make_sheets_that_the_writer_takes(units: list[str]) -> None:
    names = sheet_names(units, ["Rekap", "kepatuhan"])
    assert len(names) == len(units)
    assert len({name.casefold() for name in names} | {"rekap", "kepatuhan", "history"}) == len(names) + 3
    assert all(0 < len(name.encode("utf-16-le")) // 2 <= LONGEST for name in names)
    with xlsxwriter.Workbook(io.BytesIO()) as book:
        for name in names:
            book.add_worksheet(name)
