"""What stands in a sheet and is easily lost: each of these once made a wrong score without a word."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

import kepatuhan
from kepatuhan.problems import Level

from .sheets import (
    Rows,
    address,
    codes,
    identity,
    instrument_of,
    library_of,
    merged,
    one_indicator,
    only_unit,
    places,
    read,
    refusal,
    remarks,
    rewrite_part,
    units,
    write_csv,
    write_xlsx,
)

RUBRIC = one_indicator("rubrik")
ASKED = instrument_of("components: [{id: 'X.01', title: Satu, scale: rubrik, observed: responden}]")
WORDS = instrument_of("components: [{id: 'X.01', title: Satu, scale: mutu, observed: responden}]")
PERCENT = instrument_of(
    """
components:
  - {id: "P.01", title: Satu, weight: 1, scale: persen}
  - {id: "P.02", title: Dua, weight: 1, scale: persen}
"""
)


def one_sheet(tmp_path: Path, rows: Rows) -> Path:
    return write_xlsx(tmp_path / "satu.xlsx", {"Jawaban": rows})


# Cells without a heading


@pytest.mark.parametrize("instrument", [ASKED, WORDS])
def test_answers_in_a_column_without_a_heading_are_refused_at_the_first_of_them(
    tmp_path: Path, instrument: kepatuhan.Instrument
) -> None:
    answer: Any = 3 if instrument is ASKED else "baik"
    rows = [["Unit", "X.01", None, "Catatan"], ["A", answer, answer, "-"], ["B", answer, answer, "-"]]
    (problem,) = refusal(one_sheet(tmp_path, rows), instrument=instrument)
    assert (problem.code, address(problem), problem.facts["count"]) == ("KP737", "Jawaban!C2", 2)


def test_answers_below_a_heading_that_is_merged_over_several_columns_are_refused(tmp_path: Path) -> None:
    form = [["Unit", "A"], ["Kode", "Jawaban", None, None], ["X.01", 3, 0, 0]]
    path = merged(one_sheet(tmp_path, form), "B2:D2")
    assert places(refusal(path, instrument=ASKED)) == [("KP737", "Jawaban!C3"), ("KP737", "Jawaban!D3")]


def test_a_text_beside_the_table_is_named_in_a_warning(tmp_path: Path) -> None:
    reading = read(one_sheet(tmp_path, [["Unit", "X.01"], ["A", 2, None, "sudah diperiksa"]]), instrument=RUBRIC)
    assert [(p.code, p.level, address(p)) for p in remarks(reading)] == [("KP737", Level.WARNING, "Jawaban!D2")]


def test_a_decimal_comma_that_a_csv_file_took_for_a_delimiter_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("unit,nilai\nA,87,88\n", encoding="utf-8")
    assert places(refusal(tmp_path / "a.csv", instrument=PERCENT)) == [("KP737", "C2")]


# Merged cells and hidden rows


def test_a_unit_name_merged_over_its_rows_is_refused_once_with_the_block(tmp_path: Path) -> None:
    rows = [["Unit", "responden", "X.01"], ["A", 1, 3], [None, 2, 0], [None, 3, 0], ["B", 1, 2]]
    path = merged(one_sheet(tmp_path, rows), "A2:A4")
    (problem,) = refusal(path, instrument=ASKED)
    assert (problem.code, address(problem), problem.facts["block"]) == ("KP742", "Jawaban!A2", "A2:A4")


def test_answers_merged_over_two_units_are_refused(tmp_path: Path) -> None:
    path = merged(one_sheet(tmp_path, [["Unit", "X.01"], ["A", 3], ["B", None]]), "B2:B3")
    assert places(refusal(path, instrument=RUBRIC)) == [("KP742", "Jawaban!B2")]


def test_answers_merged_over_two_columns_are_refused(tmp_path: Path) -> None:
    path = merged(one_sheet(tmp_path, [["Unit", "P.01", "P.02"], ["A", 80, None]]), "B2:C2")
    assert places(refusal(path, instrument=PERCENT)) == [("KP742", "Jawaban!B2")]


def test_merged_titles_totals_and_notes_hide_no_answer(tmp_path: Path) -> None:
    rows = [
        ["REKAPITULASI", None, None, None],
        ["No", "Unit", "X.01", "Catatan"],
        [1, "A", 2, "rapi"],
        [2, "B", 3, None],
        ["Jumlah", None, 5, None],
    ]
    path = merged(one_sheet(tmp_path, rows), "A1:D1", "D3:D4", "A5:B5")
    reading = read(path, instrument=RUBRIC)
    assert (list(units(reading)), codes(reading.problems)) == (["A", "B"], ["KP715"])


def test_hidden_rows_are_counted_and_named(tmp_path: Path) -> None:
    path = one_sheet(tmp_path, [["Unit", "X.01"], ["A", 3], ["B", 0], ["C", 1]])
    rewrite_part(path, "xl/worksheets/sheet1.xml", lambda xml: xml.replace('<row r="3"', '<row r="3" hidden="1"'))
    reading = read(path, instrument=RUBRIC)
    assert list(units(reading)) == ["A", "B", "C"]
    assert [(p.code, p.facts["rows"]) for p in remarks(reading)] == [("KP741", ("3",))]


# Columns


@pytest.mark.parametrize(
    "header", ["Jawaban total", "Jawaban rata-rata", "Jawaban tahun lalu", "Jawaban 2023", "Jumlah jawaban"]
)
def test_a_column_made_of_the_answers_or_of_another_year_is_no_observation(tmp_path: Path, header: str) -> None:
    rows = [["Unit", "A"], ["Kode", "Jawaban 1", "Jawaban 2", header], ["X.01", 1, 1, 3]]
    reading = read(one_sheet(tmp_path, rows), instrument=ASKED)
    assert only_unit(reading).answers == {"X.01": kepatuhan.Observations((1, 1))}
    assert [(p.code, p.facts["headers"]) for p in remarks(reading)] == [("KP701", (header,))]


@pytest.mark.parametrize("header", ["X.01 (2)", "X.01 responden 2", "X.02", "X.1b", "X.07 Inovasi"])
def test_a_heading_that_looks_like_a_code_is_refused_even_when_all_codes_are_there(tmp_path: Path, header: str) -> None:
    rows = [["Unit", "X.01", header], ["A", 3, 1]]
    assert places(refusal(one_sheet(tmp_path, rows), instrument=ASKED)) == [("KP738", "Jawaban!C1")]


@pytest.mark.parametrize("header", ["X.01 bukti", "Keterangan X.01", "Tahun 2024", "Lampiran 1"])
def test_a_heading_that_is_a_note_about_a_code_is_only_unknown(tmp_path: Path, header: str) -> None:
    reading = read(one_sheet(tmp_path, [["Unit", "X.01", header], ["A", 3, "foto"]]), instrument=ASKED)
    assert codes(reading.problems) == ["KP701"]


def test_beside_a_column_of_units_the_column_of_their_agencies_names_none(tmp_path: Path) -> None:
    for headers in (["OPD", "Unit Layanan", "X.01"], ["Unit Layanan", "OPD", "X.01"]):
        unit = headers.index("Unit Layanan")
        rows: list[list[object]] = [list(headers)]
        for name, answer in (("Puskesmas A", 3), ("Puskesmas B", 1)):
            row: list[object] = ["Dinkes", "Dinkes", answer]
            row[unit] = name
            rows.append(row)
        reading = read(one_sheet(tmp_path, rows), instrument=RUBRIC)
        assert list(units(reading)) == ["Puskesmas A", "Puskesmas B"]
        assert not reading.problems


def test_two_columns_with_the_same_heading_for_units_are_refused(tmp_path: Path) -> None:
    rows = [["Unit", "X.01", "Unit"], ["A", 2, "B"]]
    assert places(refusal(one_sheet(tmp_path, rows), instrument=RUBRIC)) == [("KP709", "Jawaban!C1")]


@pytest.mark.parametrize("turned", [False, True])
def test_a_form_is_of_the_unit_layanan_and_not_of_the_agency_above_it(tmp_path: Path, turned: bool) -> None:
    above: list[list[object]] = [["Perangkat Daerah", ":", "Dinas Kesehatan"], ["Unit Layanan", ":", "Puskesmas A"]]
    rows = [*(above[::-1] if turned else above), ["Kode", "Jawaban"], ["X.01", 2]]
    assert list(units(read(one_sheet(tmp_path, rows), instrument=RUBRIC))) == ["Puskesmas A"]


def test_the_next_label_is_not_the_name_of_a_unit(tmp_path: Path) -> None:
    rows = [["Unit", None, "Tanggal", "12 Mei 2024"], ["Kode", "Jawaban"], ["X.01", 2]]
    assert list(units(read(one_sheet(tmp_path, rows), instrument=RUBRIC))) == ["Jawaban"]  # the sheet's name


# Rows


@pytest.mark.parametrize(
    "numbers", [[1, 2, 3], ["1", "2", "3"], ["(1)", "(2)", "(3)"], ["I", "II", "III"], list("abc")]
)
def test_a_row_that_numbers_the_columns_is_no_unit(tmp_path: Path, numbers: list[object]) -> None:
    rows = [["No", "Unit", "X.01"], numbers, [1, "A", 3]]
    reading = read(one_sheet(tmp_path, rows), instrument=RUBRIC)
    assert (list(units(reading)), codes(reading.problems)) == (["A"], ["KP715"])


def test_a_second_row_of_headings_below_the_codes_is_no_unit(tmp_path: Path) -> None:
    rows = [["Unit", "P.01", "P.02"], [None, "Persyaratan", "Prosedur"], ["A", 80, 90]]
    reading = read(merged(one_sheet(tmp_path, rows), "A1:A2"), instrument=PERCENT)
    assert (list(units(reading)), codes(reading.problems)) == (["A"], ["KP715"])


@pytest.mark.parametrize(
    "label",
    [
        *(
            "Rata\u2013rata",
            "Rata2",
            "JML",
            "Nilai Akhir",
            "Instansi",
            "Nilai instansi",
            "Skor Total",
            "Mean",
            "\u03a3",
        ),
        *("Average", "Total Keseluruhan", "Nilai rata-rata", "Rata-rata nilai unit"),
    ],
)
def test_a_row_of_totals_is_no_unit_whatever_it_is_called(tmp_path: Path, label: str) -> None:
    reading = read(one_sheet(tmp_path, [["Unit", "X.01"], ["A", 3], [label, 1]]), instrument=RUBRIC)
    assert (list(units(reading)), codes(reading.problems)) == (["A"], ["KP715"])


@pytest.mark.parametrize("name", ["Total Persada", "Jumlah Penduduk Dukcapil", "Rata Kanan"])
def test_a_name_that_begins_like_a_total_is_asked_about_and_neither_dropped_nor_scored(
    tmp_path: Path, name: str
) -> None:
    rows = [["Unit", "X.01"], ["A", 3], [name, 1]]
    assert places(refusal(one_sheet(tmp_path, rows), instrument=RUBRIC)) == [("KP739", "Jawaban!A3")]


def test_a_note_about_a_number_does_not_make_a_row_a_total(tmp_path: Path) -> None:
    rows = [["Unit", "X.01", "Keterangan"], ["A", 3, None], [None, 1, "jumlah petugas kurang"]]
    assert places(refusal(one_sheet(tmp_path, rows), instrument=RUBRIC)) == [("KP820", "Jawaban!A3")]


def test_the_title_of_an_indicator_does_not_make_its_row_a_total(tmp_path: Path) -> None:
    rows = [["Unit", "A"], ["Kode", "Indikator", "Jawaban"], ["X.01", "Satu", 2], [None, "Jumlah petugas", 3]]
    assert places(refusal(one_sheet(tmp_path, rows), instrument=RUBRIC)) == [("KP821", "Jawaban!A4")]


def test_a_block_of_signatures_on_the_right_makes_no_unit(tmp_path: Path) -> None:
    rows = [
        ["No", "Unit", "P.01", "P.02"],
        [1, "A", 80, 90],
        [],
        [None, None, None, "Cikarang, 12 Januari 2024"],
        [None, None, None, "Kepala Bagian Organisasi,"],
        [None, None, None, "Budi Santoso, S.Sos."],
        [None, None, None, "NIP. 19780101 200501 1 001"],
    ]
    reading = read(one_sheet(tmp_path, rows), instrument=PERCENT)
    assert (list(units(reading)), codes(reading.problems)) == (["A"], ["KP715"])


def test_a_unit_with_answers_below_a_signature_is_read(tmp_path: Path) -> None:
    rows = [["Unit", "X.01"], ["A", 3], ["Mengetahui,"], ["Kepala Bagian"], ["B", 1]]
    assert list(units(read(one_sheet(tmp_path, rows), instrument=RUBRIC))) == ["A", "B"]


def test_a_footnote_is_no_unit(tmp_path: Path) -> None:
    reading = read(one_sheet(tmp_path, [["Unit", "X.01"], ["A", 3], ["*) belum final"]]), instrument=RUBRIC)
    assert (list(units(reading)), codes(reading.problems)) == (["A"], ["KP715"])


@pytest.mark.parametrize("sign", ["\u200b", "\u00ad", "\ufeff"])
def test_signs_that_nobody_sees_do_not_make_another_unit(tmp_path: Path, sign: str) -> None:
    rows = [["Unit", "X.01"], ["Dinas A", 3], [f"Dinas{sign} A", 1]]
    assert list(units(read(one_sheet(tmp_path, rows), instrument=ASKED))) == ["Dinas A"]


# Sheets


def recap(name: str) -> dict[str, Rows]:
    return {
        "Capil": [["Unit", "Disdukcapil"], ["Kode", "Jawaban"], ["X.01", 3]],
        "Rekap": [["No", "Unit", "Nilai"], [1, name, 70]],
    }


@pytest.mark.parametrize("name", ["Disdukcapil", "Dinas Kependudukan"])
def test_a_recap_beside_sheets_of_answers_is_refused_however_it_names_the_units(tmp_path: Path, name: str) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", recap(name))
    assert places(refusal(path, instrument=RUBRIC)) == [("KP740", "Rekap!C2")]


def test_finished_scores_of_other_units_in_a_file_of_their_own_are_read(tmp_path: Path) -> None:
    sheets = recap("Dinas Kesehatan")
    paths = [write_xlsx(tmp_path / f"{name}.xlsx", {name: rows}) for name, rows in sheets.items()]
    assert list(units(read(*paths, instrument=RUBRIC))) == ["Disdukcapil", "Dinas Kesehatan"]


def test_a_component_given_on_a_sheet_of_its_own_is_no_recap(tmp_path: Path) -> None:
    instrument = instrument_of(
        """
components:
  - {id: isi, title: Isi, weight: 70, components: [{id: "X.01", title: Satu, scale: rubrik}]}
  - {id: percaya, title: Percaya, weight: 30, components: [{id: "Y.01", title: Dua, scale: rubrik}]}
"""
    )
    sheets: dict[str, Rows] = {
        "Isi": [["Unit", "X.01"], ["A", 3]],
        "Percaya": [["Unit", "percaya/30"], ["A", 24]],
    }
    unit = only_unit(read(write_xlsx(tmp_path / "a.xlsx", sheets), instrument=instrument))
    assert (unit.answers, list(unit.direct)) == ({"X.01": 3}, ["percaya"])


def test_a_sheet_of_answers_that_is_called_kepatuhan_is_read(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", {"kepatuhan": [["Unit", "X.01"], ["A", 3]]})
    assert list(units(read(path, instrument=RUBRIC))) == ["A"]


def test_a_table_of_units_whose_other_heading_is_unknown_is_named_with_it(tmp_path: Path) -> None:
    problems = refusal(one_sheet(tmp_path, [["Unit", "Nilai Akhir"], ["A", 80]]), instrument=RUBRIC)
    assert [(p.code, address(p), p.facts["headers"]) for p in problems] == [("KP743", "Jawaban!B1", ("Nilai Akhir",))]


def test_a_table_in_which_every_code_is_misspelt_is_refused_naming_the_codes(tmp_path: Path) -> None:
    problems = refusal(
        one_sheet(tmp_path, [["Unit", "P.O1", "P 02", "Alamat"], ["A", 80, 90, "-"]]), instrument=PERCENT
    )
    assert [(p.code, address(p), p.facts["near"]) for p in problems] == [
        ("KP708", "Jawaban!B1", "P.01"),
        ("KP708", "Jawaban!C1", "P.02"),
    ]


# --partial: a unit that may have lost an answer has no score


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ([["Unit", "X.01"], ["A", 3], [None, 0]], "KP820"),
        ([["Unit", "X.01"], ["A", 3], [True, 0]], "KP828"),
        ([["Unit", "X.01", None], ["A", 3, 0]], "KP737"),
        ([["Unit", "X.01", "X.01 (2)"], ["A", 3, 0]], "KP738"),
        ([["Unit", "X.01"], ["A", 3], ["Total Persada", 0]], "KP739"),
    ],
)
def test_what_no_unit_can_be_named_for_spoils_every_unit_of_its_sheet(
    tmp_path: Path, rows: list[list[object]], code: str
) -> None:
    bad = write_xlsx(tmp_path / "a.xlsx", {"Satu": rows, "Dua": [["Unit", "X.01"], ["B", 2]]})
    reading = kepatuhan.read_answers([bad], ASKED, partial=True)
    assert [unit.unit for unit in reading.units] == ["B"]
    assert [unit.unit for unit in reading.unsound] == ["A"]
    assert code in codes(reading.problems)


def test_a_sheet_that_turns_out_damaged_spoils_the_units_above_the_damage(tmp_path: Path) -> None:
    rows: Rows = [["Unit", "X.01"], *(["A", 3] for _ in range(5000))]
    path = write_xlsx(tmp_path / "a.xlsx", {"Satu": rows, "Dua": [["Unit", "X.01"], ["B", 2]]})
    rewrite_part(path, "xl/worksheets/sheet1.xml", lambda xml: xml.replace('<c r="B4999"', '<c r="A4999"'))
    reading = kepatuhan.read_answers([path], ASKED, partial=True)
    assert ([u.unit for u in reading.units], [u.unit for u in reading.unsound]) == (["B"], ["A"])


def test_weighted_points_without_a_maximum_spoil_every_unit_that_has_them(tmp_path: Path) -> None:
    instrument = instrument_of(
        """
components:
  - {id: satu, title: Satu, weight: 60, components: [{id: "X.01", title: Satu, scale: rubrik}]}
  - {id: dua, title: Dua, weight: 40, components: [{id: "Y.01", title: Dua, scale: rubrik}]}
"""
    )
    write_csv(tmp_path / "a.csv", [["Unit", "satu", "dua"], ["A", 48, 36], ["B", 30, 20]])
    write_csv(tmp_path / "b.csv", [["Unit", "X.01", "Y.01"], ["C", 3, 2]])
    reading = kepatuhan.read_answers([tmp_path], instrument, partial=True)
    assert ([u.unit for u in reading.units], [u.unit for u in reading.unsound]) == (["C"], ["A", "B"])


def test_the_sep_line_of_a_csv_file_is_not_counted_as_a_row(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("sep=;\nUnit;X.01\nA;9\n", encoding="utf-8")
    assert places(refusal(tmp_path / "a.csv", instrument=RUBRIC)) == [("KP802", "B2")]


def test_the_identity_sheet_is_read_whatever_else_stands_in_the_workbook(tmp_path: Path) -> None:
    sheets: dict[str, Rows] = {"Jawaban": [["Unit", "X.01"], ["A", 3]], "kepatuhan": identity("uji")}
    path = write_xlsx(tmp_path / "a.xlsx", sheets, hidden=["kepatuhan"])
    assert list(units(read(path, library=library_of(RUBRIC)))) == ["A"]


# Direct scores on other scales than 0 to 100

INDEX = instrument_of(
    """
components:
  - {id: "f1", title: Penilai, weight: 75, components: [{id: "X.01", title: Satu, scale: rubrik}]}
  - {id: "f2", title: Pengguna, weight: 25, components: [{id: "Y.01", title: Dua, scale: rubrik}]}
""",
    name="indeks",
)


def of_five(instrument: kepatuhan.Instrument) -> kepatuhan.Instrument:
    return replace(instrument, full_score=5)


def test_scores_of_an_index_up_to_5_are_no_weighted_points_because_they_are_small(tmp_path: Path) -> None:
    path = one_sheet(tmp_path, [["Unit", "f1", "f2"], ["A", 4.2, 3.8]])
    assert only_unit(read(path, instrument=of_five(INDEX))).direct["f1"].most == 5


def test_weighted_points_of_an_index_up_to_5_are_asked_about_with_what_they_are_out_of(tmp_path: Path) -> None:
    (problem,) = refusal(one_sheet(tmp_path, [["Unit", "f1", "f2"], ["A", 3.2, 1.1]]), instrument=of_five(INDEX))
    assert (problem.code, problem.facts["weight"], problem.facts["full"]) == ("KP823", Fraction(15, 4), 5)


def test_a_finished_score_below_the_lowest_band_is_refused(tmp_path: Path) -> None:
    """The index of a survey starts at 25: 10 can only be a slip."""
    from_25 = replace(RUBRIC, bands=(RUBRIC.bands[0]._replace(lower=25),))
    (problem,) = refusal(one_sheet(tmp_path, [["Unit", "nilai"], ["A", 10], ["B", 25]]), instrument=from_25)
    assert (problem.code, address(problem), problem.facts["low"]) == ("KP802", "Jawaban!B2", 25)


# What a second reader found: figures that look like units, columns that can be read in two ways

WEIGHED = instrument_of(
    """
components:
  - {id: input, title: Dimensi Input, weight: 60, components: [{id: "X.01", title: Jumlah petugas, scale: rubrik}]}
  - {id: proses, title: Proses, weight: 40, components: [{id: "Y.01", title: Dua, scale: rubrik}]}
"""
)


@pytest.mark.parametrize("numbers", [[1, 2, 3], [2, 3, 4], ["(a)", "(b)", "(c)"]])
def test_column_numbers_are_no_unit_wherever_they_stand(tmp_path: Path, numbers: list[object]) -> None:
    header: list[object] = ["No", "Unit", "X.01"]
    rows = [header, [None, None, "Satu"], numbers, [1, "A", 3], header, numbers, [2, "B", 1]]
    reading = read(one_sheet(tmp_path, rows), instrument=RUBRIC)
    assert (list(units(reading)), codes(reading.problems)) == (["A", "B"], ["KP715"])


@pytest.mark.parametrize(
    "label",
    [
        *("Bobot", "Bobot (%)", "Bobot Dimensi", "Nilai Maksimal", "Skor Tertinggi", "Minimum", "Median", "Target"),
        *(
            "Standar Deviasi",
            "Seluruh Unit Layanan: jumlah",
            "Nilai Kabupaten",
            "Hasil Akhir",
            "Rekapitulasi",
            "Capaian",
        ),
        *("Peringkat", "Selisih", "IKM", "NRR per unsur", "NRR tertimbang", "Indeks", "Nilai Rata-rata Kabupaten"),
    ],
)
def test_a_row_of_other_figures_is_no_unit(tmp_path: Path, label: str) -> None:
    reading = read(one_sheet(tmp_path, [["Unit", "X.01"], ["A", 3], [label, 1]]), instrument=RUBRIC)
    assert (list(units(reading)), codes(reading.problems)) == (["A"], ["KP715"])


@pytest.mark.parametrize("label", ["Nilai Kabupaten Bekasi", "Bobot Dinas", "Target Bupati", "Skor Pak Budi"])
def test_a_row_of_figures_with_a_name_is_asked_about(tmp_path: Path, label: str) -> None:
    assert places(refusal(one_sheet(tmp_path, [["Unit", "X.01"], ["A", 3], [label, 1]]), instrument=RUBRIC)) == [
        ("KP739", "Jawaban!A3")
    ]


@pytest.mark.parametrize(
    "name", ["Layanan Instansi", "Unit Akhir", "Kota Baru", "Puskesmas Kota", "TTD Centre", "Nipah"]
)
def test_a_unit_that_only_sounds_like_a_figure_is_read(tmp_path: Path, name: str) -> None:
    reading = read(one_sheet(tmp_path, [["Unit", "X.01"], ["A", 3], [name, 1]]), instrument=RUBRIC)
    assert list(units(reading)) == ["A", name]


@pytest.mark.parametrize("label", ["Jumlah Dimensi Input", "Subtotal Input", "Rata-rata Proses"])
def test_a_subtotal_of_a_form_is_no_answer(tmp_path: Path, label: str) -> None:
    form = [["Unit", "A"], ["Kode", "Indikator", "Jawaban"], ["X.01", "Jumlah petugas", 3], [label, None, 3]]
    reading = read(one_sheet(tmp_path, [*form, ["Y.01", "Dua", 1], [None, label, 2]]), instrument=WEIGHED)
    assert (only_unit(reading).answers, codes(reading.problems)) == ({"X.01": 3, "Y.01": 1}, ["KP715"])


def test_the_title_of_an_indicator_that_begins_like_a_total_is_none(tmp_path: Path) -> None:
    form = [["Unit", "A"], ["Kode", "Indikator", "Jawaban"], ["Y.01", "Dua", 1], [None, "Jumlah petugas", 3]]
    problems = refusal(one_sheet(tmp_path, [*form, ["X.01", "Jumlah petugas", None]]), instrument=WEIGHED)
    assert places(problems) == [("KP821", "Jawaban!A4")]


@pytest.mark.parametrize(
    "line",
    ["Penilai,", "Dibuat oleh:", "Tim Penilai", "Diketahui oleh", "Catatan:", "Ket: sementara", "Bekasi, Maret 2023"],
)
def test_more_lines_below_a_table_make_no_unit(tmp_path: Path, line: str) -> None:
    reading = read(one_sheet(tmp_path, [["Unit", "X.01"], ["A", 3], [], [line]]), instrument=RUBRIC)
    assert (list(units(reading)), codes(reading.problems)) == (["A"], ["KP715"])


def test_one_name_under_two_agencies_is_never_one_unit(tmp_path: Path) -> None:
    rows = [["OPD", "Unit Layanan", "X.01"], ["Kec. A", "KTP", 3], ["Kec. A", "KTP", 3], ["Kec. B", "KTP", 1]]
    (problem,) = refusal(one_sheet(tmp_path, rows), instrument=ASKED)
    assert (problem.code, address(problem), problem.facts["other"]) == ("KP744", "Jawaban!A4", "A2")


def test_a_mark_beside_what_it_is_worth_is_asked_about(tmp_path: Path) -> None:
    rows = [["Unit", "A"], ["Kode", "Bobot", "Skor", "Nilai"], ["X.01", 20, 3, 1]]
    assert places(refusal(one_sheet(tmp_path, rows), instrument=RUBRIC)) == [("KP745", "Jawaban!D2")]


def test_columns_named_by_units_are_no_respondents(tmp_path: Path) -> None:
    rows = [["Kode", "Nilai Dinas A", "Nilai Dinas B"], ["X.01", 3, 1]]
    assert places(refusal(one_sheet(tmp_path, rows), instrument=ASKED)) == [("KP747", "Jawaban!B1")]
    named = [["Unit", "A"], ["Kode", "Jawaban Budi", "Jawaban Siti"], ["X.01", 3, 1]]
    assert list(units(read(one_sheet(tmp_path, named), instrument=ASKED))) == ["A"]


def test_a_unit_that_is_called_like_a_sheet_nobody_named_is_said(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", {"Sheet1": [["Kode", "Jawaban"], ["X.01", 3]]})
    reading = read(path, instrument=RUBRIC)
    assert [(p.code, p.level) for p in remarks(reading)] == [("KP746", Level.WARNING)]


def test_hidden_columns_of_answers_are_named(tmp_path: Path) -> None:
    path = one_sheet(tmp_path, [["Unit", "P.01", "P.02", "Catatan"], ["A", 80, 90, "-"]])
    book = load_workbook(path)
    for column in ("C", "D"):
        book["Jawaban"].column_dimensions[column].hidden = True
    book.save(path)
    reading = read(path, instrument=PERCENT)
    assert [(p.code, p.facts["columns"]) for p in remarks(reading)] == [("KP748", ("C",))]


@pytest.mark.parametrize("header", ["Unit Pelayanan", "SKPD", "Nama Lokus", "Nama Perangkat Daerah"])
def test_units_go_by_the_names_that_offices_use(tmp_path: Path, header: str) -> None:
    assert list(units(read(one_sheet(tmp_path, [[header, "X.01"], ["A", 3]]), instrument=RUBRIC))) == ["A"]


def test_a_result_that_the_tool_wrote_is_no_answer(tmp_path: Path) -> None:
    write_csv(tmp_path / "a.csv", [["unit", "X.01"], ["A", 3]])
    header = ["unit", "type", "score", "possible_low", "possible_high", "X.01", "fingerprint", "version"]
    write_csv(tmp_path / "hasil.csv", [header, ["A", "", "100", "100", "100", "100", "abc", "0.1.0"]])
    reading = read(tmp_path, instrument=RUBRIC)
    assert (list(units(reading)), codes(reading.problems)) == (["A"], ["KP714"])


def test_a_recap_of_dimensions_beside_forms_is_refused_whatever_it_calls_the_units(tmp_path: Path) -> None:
    for name in ("Disdukcapil", "Dinas Kependudukan"):
        sheets: dict[str, Rows] = {
            "Capil": [["Unit", "Disdukcapil"], ["Kode", "Jawaban"], ["X.01", 3], ["Y.01", 1]],
            "Rekap": [["No", "Unit", "input/100", "proses/100", "Total"], [1, name, 100, 33.33, 73.33]],
        }
        found = refusal(write_xlsx(tmp_path / "a.xlsx", sheets), instrument=WEIGHED)
        assert places(found) == [("KP740", "Rekap!C2")]


def test_totals_of_other_units_beside_their_dimensions_are_refused(tmp_path: Path) -> None:
    sheets: dict[str, Rows] = {
        "Dimensi": [["Unit", "input/100", "proses/100"], ["Disdukcapil", 80, 90]],
        "Rekap": [["Unit", "Nilai"], ["Dinas Kependudukan", 84]],
    }
    path = write_xlsx(tmp_path / "a.xlsx", sheets)
    assert places(refusal(path, instrument=WEIGHED)) == [("KP740", "Rekap!B2")]
    sheets["Rekap"] = [["Unit", "Nilai"], ["Disdukcapil", 84]]
    assert only_unit(read(write_xlsx(path, sheets), instrument=WEIGHED)).direct.keys() == {"nilai", "input", "proses"}


def test_a_maximum_in_one_header_says_nothing_about_the_others(tmp_path: Path) -> None:
    (problem,) = refusal(one_sheet(tmp_path, [["Unit", "input/60", "proses"], ["A", 48, 36]]), instrument=WEIGHED)
    assert (problem.code, address(problem)) == ("KP823", "Jawaban!C2")


def test_a_unit_whose_scores_are_all_small_is_named_beside_others(tmp_path: Path) -> None:
    rows = [["Unit", "input", "proses"], ["A", 80, 90], ["B", 48, 36]]
    reading = read(one_sheet(tmp_path, rows), instrument=WEIGHED)
    assert [(p.code, p.level, address(p)) for p in remarks(reading)] == [("KP823", Level.WARNING, "Jawaban!B3")]


def test_a_column_of_people_in_charge_does_not_take_the_place_of_the_unit(tmp_path: Path) -> None:
    rows = [["Unit", "Disdukcapil"], ["Kode", "Unit Kerja", "Jawaban"], ["X.01", "Subbag TU", 3]]
    (problem,) = refusal(one_sheet(tmp_path, rows), instrument=RUBRIC)
    assert (problem.code, address(problem), problem.facts["other"]) == ("KP749", "Jawaban!B2", "B1")


def test_labels_with_their_values_above_a_form_are_no_header(tmp_path: Path) -> None:
    rows = [["Unit", "Dinas A", None, "Nilai", 85], ["Kode", "Jawaban"], ["X.01", 2]]
    unit = only_unit(read(one_sheet(tmp_path, rows), instrument=RUBRIC))
    assert (unit.unit, unit.answers, unit.direct) == ("Dinas A", {"X.01": 2}, {})


@pytest.mark.parametrize("of_type", ["Perangkat Daerah", "opd"])
def test_a_type_that_is_called_like_a_label_is_a_type(tmp_path: Path, of_type: str) -> None:
    instrument = instrument_of(
        """
unit_types: {opd: Perangkat Daerah, puskesmas: Puskesmas}
components: [{id: "X.01", title: Satu, scale: rubrik, only_for: [opd]}]
"""
    )
    rows = [["Unit", "Dinas A"], ["Jenis", of_type], ["Kode", "Jawaban"], ["X.01", 2]]
    assert only_unit(read(one_sheet(tmp_path, rows), instrument=instrument)).type == "opd"
