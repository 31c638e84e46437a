"""Long names are cut so that a person still sees whose they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kepatuhan.worksheets.short_names import cut, form, shortened

LONGEST = 31


@pytest.mark.parametrize(
    ("names", "short"),
    [
        (["Dinas Sosial", "Dinas Pendidikan Pemuda dan Olahraga"], ["Dinas Sosial", "Dinas Pendidikan Pemuda dan Ola"]),
        (
            ["Dinas Pekerjaan Umum dan Perumahan Wilayah 9", "Dinas Pekerjaan Umum dan Perumahan Wilayah 10"],
            ["Dinas Pekerjaan Umum dan ... 9", "Dinas Pekerjaan Umum dan ... 10"],
        ),
        (
            ["SMP Negeri Pembina Bidang Kelautan 2 Kota", "SMP Negeri Pembina Bidang Kelautan 12 Kota"],
            ["SMP Negeri Pembina ... 2 Kota", "SMP Negeri Pembina ... 12 Kota"],
        ),
        (
            [
                "UPTD Puskesmas Kecamatan Tanjung Bintang Kabupaten Lampung",
                "UPTD Puskesmas Kecamatan Tanjung Sari Kabupaten Lampung",
                "UPTD Puskesmas Kecamatan Tanjung",
            ],
            ["UPTD Puskesmas ... Bintang", "UPTD ... Sari Kabupaten", "UPTD Puskesmas ... Tanjung"],
        ),
        (["x" * 31, "x" * 50], ["x" * 31, "x" * 11 + " ... " + "x" * 15]),
    ],
)
def test_what_names_share_is_left_out_of_their_middle(names: list[str], short: list[str]) -> None:
    assert shortened(names, LONGEST) == short


@given(st.lists(st.text(alphabet="ab .'\U0001f600", min_size=1, max_size=60), max_size=8), st.integers(20, 40))
def test_none_is_too_long_and_one_that_fits_is_kept(names: list[str], longest: int) -> None:
    short = shortened(names, longest)
    for name, shorter in zip(names, short, strict=True):
        assert cut(shorter, longest) == shorter
        assert shorter == name or cut(name, longest) != name


def test_case_tells_no_names_apart() -> None:
    assert len({form(name) for name in shortened(["X" * 40, "x" * 40], LONGEST)}) == 1
