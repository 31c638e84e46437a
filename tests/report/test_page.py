"""Colours of zones on a terminal that has eight of them."""

import pytest

import kepatuhan
from kepatuhan.report.page import zone_style


@pytest.mark.parametrize(
    ("colour", "shown"),
    [
        ("#1a7f37", "green"),
        ("#4d9e3f", "green"),
        ("#b58900", "yellow"),
        ("#cf222e", "red"),
        ("#0000ff", "blue"),
        ("#808080", ""),
        ("green", "green"),
    ],
)
def test_a_colour_keeps_its_hue(colour: str, shown: str) -> None:
    assert zone_style(None, colour) == shown


def test_the_classes_of_2025_are_coloured_like_the_zones_before() -> None:
    bands = kepatuhan.load_instrument("ombudsman-2025").bands
    assert [zone_style(band.zone, band.colour) for band in bands] == ["green", "green", "yellow", "red"]


def test_a_zone_without_a_colour_of_its_own_has_that_of_its_name() -> None:
    assert [zone_style(name) for name in ("hijau", "Kuning", "MERAH", "ungu", None)] == [
        "green",
        "yellow",
        "red",
        "",
        "",
    ]
