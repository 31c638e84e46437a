"""For every code of a workbook (KP7xx, KP8xx) the wrong and the right form: as .csv text where that can show it.

A :class:`Case` holds .csv files for the small :data:`INSTRUMENT`; ``changes`` are edits of the instrument that the case
needs, each a fragment that stands in it once and its replacement. What .csv cannot show (dates, formulas, hidden
sheets, locked files) is a :class:`Situation`: the wrong and the right form in words. ``write_problems.py`` prints them,
and the tests read every case with the instrument.
"""

from collections.abc import Mapping
from dataclasses import dataclass

INSTRUMENT = """\
format: 1
id: contoh-2024
family: contoh
title: Contoh instrumen
issuer: Pemerintah Kota Contoh
years: [2024]
sources:
  - {id: perwali-2024, title: Peraturan Wali Kota tentang penilaian layanan}
level_names: [Aspek, Indikator]
bands: {source: perwali-2024, rows: [{from: 75, label: Baik}, {from: 0, label: Kurang}]}
scales:
  ya-tidak: {options: {ya: 1, tidak: 0}}
  rubrik: {worst: 0, best: 3, whole: true}
  persen: {worst: 0, best: 100}
within: {source: perwali-2024}
components:
  - id: sarana
    title: Sarana
    weight: 60
    within: {weights: equal}
    components:
      - {id: "S.01", title: Ruang tunggu, scale: rubrik}
      - {id: "S.02", title: Kursi roda tersedia, scale: ya-tidak}
  - id: petugas
    title: Petugas
    weight: 40
    within: {weights: equal}
    components:
      - {id: "P.01", title: Petugas ramah, scale: rubrik, observed: responden}
      - {id: "P.02", title: Persen selesai tepat waktu, scale: persen}
"""
"""The instrument that the cases are for."""

Changes = tuple[tuple[str, str], ...]

WEIGHTED: Changes = (
    ("within: {source", "roll_up: {method: weighted, by: produk, source: perwali-2024}\nwithin: {source"),
)
TYPED: Changes = (
    ("level_names:", "unit_types: {opd: Perangkat Daerah, puskesmas: Puskesmas}\nlevel_names:"),
    ("scale: persen", "only_for: [puskesmas], scale: persen"),
)


@dataclass(frozen=True, slots=True)
class Case:
    """The same answers in the wrong and in the right form; several texts are several files of one run."""

    wrong: tuple[str, ...]
    right: tuple[str, ...]
    changes: Changes = ()


@dataclass(frozen=True, slots=True)
class Situation:
    """What is wrong, and what is right, in words."""

    wrong: str
    right: str


def _case(wrong: str, right: str, changes: Changes = ()) -> Case:
    return Case((wrong,), (right,), changes)


def instrument_of(case: Case) -> str:
    """The instrument of a case, with its changes made."""
    text = INSTRUMENT
    for old, new in case.changes:
        text = text.replace(old, new, 1)
    return text


_GOOD = "unit;S.01;S.02;P.01;P.02\nDisdukcapil;3;ya;2;87,5\n"
_LONG = "unit;kode;jawaban\nDisdukcapil;S.01;3\nDisdukcapil;S.02;ya\nDisdukcapil;P.01;2\nDisdukcapil;P.02;87,5\n"


def _answer(indicator: str, written: str) -> str:
    """The good table with another answer to one indicator."""
    header, row, _ = _GOOD.split("\n")
    cells = row.split(";")
    cells[header.split(";").index(indicator)] = written
    return f"{header}\n{';'.join(cells)}\n"


CASES: Mapping[str, Case] = {
    "KP701": _case(
        "unit;warna gedung;S.01;S.02;P.01;P.02\nDisdukcapil;biru;3;ya;2;87,5\n",
        "unit;catatan;S.01;S.02;P.01;P.02\nDisdukcapil;gedung biru;3;ya;2;87,5\n",
    ),
    "KP707": _case("nama pegawai;golongan\nSiti;III/a\n", _GOOD),
    "KP708": _case(_GOOD.replace("P.01", "P.O1"), _GOOD),
    "KP709": _case("unit;S.01;S.01;S.02;P.01;P.02\nDisdukcapil;3;3;ya;2;87,5\n", _GOOD),
    "KP710": _case(_GOOD.replace("unit", "yang dinilai"), _GOOD),
    "KP711": _case(_LONG.replace("jawaban", "jawban"), _LONG),
    "KP712": _case("unit;S.01;S.02;P.01\nDisdukcapil;3;ya;2\n", "unit;S.01;S.02;P.01;P.02\nDisdukcapil;3;ya;2;\n"),
    "KP715": _case(f"{_GOOD}Jumlah;3;;2;87,5\n", _GOOD),
    "KP721": _case("unit;S.01;S.02;P.01;P.02\n", _GOOD),
    "KP725": _case(_GOOD.replace("Disdukcapil", '"Disdukcapil'), _GOOD.replace("Disdukcapil", '"Disdukcapil"')),
    "KP728": _case(_GOOD, "unit;produk;S.01;S.02;P.01;P.02\nDisdukcapil;12;3;ya;2;87,5\n", WEIGHTED),
    "KP730": _case(f"{_LONG}Disdukcapil;Bagian umum;\n", _LONG),
    "KP737": _case(
        "unit;S.01;S.02;P.01;;P.02\nDisdukcapil;3;ya;2;3;87,5\n",
        "unit;S.01;S.02;P.01;P.02\nDisdukcapil;3;ya;2;87,5\nDisdukcapil;;;3;\n",
    ),
    "KP738": _case(
        "unit;S.01;S.02;S.03;P.01;P.02\nDisdukcapil;3;ya;2;2;87,5\n",
        "unit;S.01;S.02;catatan;P.01;P.02\nDisdukcapil;3;ya;2;2;87,5\n",
    ),
    "KP739": _case(f"{_GOOD}Total Persada;2;ya;2;80\n", f"{_GOOD}PT Total Persada;2;ya;2;80\n"),
    "KP743": _case("unit;nilai akhir\nDisdukcapil;87,5\n", "unit;nilai\nDisdukcapil;87,5\n"),
    "KP744": _case(
        "opd;unit layanan;S.01;S.02;P.01;P.02\nKec. A;KTP;3;ya;2;80\nKec. B;KTP;;;3;\n",
        "opd;unit layanan;S.01;S.02;P.01;P.02\nKec. A;KTP Kec. A;3;ya;2;80\nKec. B;KTP Kec. B;2;ya;3;70\n",
    ),
    "KP745": _case(
        "kode;skor;nilai\nS.01;3;20\nS.02;ya;30\nP.01;2;10\nP.02;80;16\n",
        "kode;jawaban;catatan\nS.01;3;20\nS.02;ya;30\nP.01;2;10\nP.02;80;16\n",
    ),
    "KP747": _case(
        "kode;nilai Dinas A;nilai Dinas B\nS.01;3;2\nS.02;ya;ya\nP.01;2;1\nP.02;80;70\n",
        "unit;S.01;S.02;P.01;P.02\nDinas A;3;ya;2;80\nDinas B;2;ya;1;70\n",
    ),
    "KP749": _case(
        "unit;Disdukcapil\nkode;unit kerja;jawaban\nS.01;Subbag TU;3\nS.02;Subbag TU;ya\nP.01;Loket;2\nP.02;Loket;80\n",
        "unit;Disdukcapil\nkode;petugas;jawaban\nS.01;Subbag TU;3\nS.02;Subbag TU;ya\nP.01;Loket;2\nP.02;Loket;80\n",
    ),
    "KP801": _case(_answer("S.02", "sebagian"), _answer("S.02", "tidak")),
    "KP802": _case(_answer("S.01", "4"), _answer("S.01", "3")),
    "KP803": _case(_answer("S.01", "dua"), _answer("S.01", "2")),
    "KP804": _case(_answer("P.02", "1.087,5"), _answer("P.02", "87,5")),
    "KP809": _case(_answer("S.01", "tidak berlaku"), _answer("S.01", "0")),
    "KP810": _case(_answer("S.01", "2,5"), _answer("S.01", "2")),
    "KP812": _case(f"{_GOOD}Disdukcapil;2;;3;\n", f"{_GOOD}Disdukcapil;;;3;\n"),
    "KP813": _case(
        "unit;jenis;S.01;S.02;P.01;P.02\nDisdukcapil;Perangkat Daerah;3;ya;2;87,5\n",
        "unit;jenis;S.01;S.02;P.01;P.02\nDisdukcapil;Perangkat Daerah;3;ya;2;\n",
        TYPED,
    ),
    "KP814": _case(
        "unit;sarana/100;S.01;S.02;P.01;P.02\nDisdukcapil;80;3;ya;2;87,5\n",
        "unit;sarana/100;S.01;S.02;P.01;P.02\nDisdukcapil;80;;;2;87,5\n",
    ),
    "KP815": _case(
        "unit;nilai;sarana/100;petugas/100\nDisdukcapil;78;80;90\n",
        "unit;nilai;sarana/100;petugas/100\nDisdukcapil;84;80;90\n",
    ),
    "KP816": Case(
        (_GOOD, "unit;P.01\nDisdukcapil;3\n"),
        ("unit;S.01;S.02;P.01;P.02\nDisdukcapil;3;ya;2;87,5\nDisdukcapil;;;3;\n",),
    ),
    "KP817": _case(
        "unit;produk;S.01;S.02;P.01;P.02\nDisdukcapil;;3;ya;2;87,5\n",
        "unit;produk;S.01;S.02;P.01;P.02\nDisdukcapil;12;3;ya;2;87,5\n",
        WEIGHTED,
    ),
    "KP818": _case(
        "unit;jenis;S.01;S.02;P.01;P.02\nPuskesmas Melati;Puskemas;3;ya;2;87,5\n",
        "unit;jenis;S.01;S.02;P.01;P.02\nPuskesmas Melati;Puskesmas;3;ya;2;87,5\n",
        TYPED,
    ),
    "KP819": _case(
        "unit;responden;bobot responden;S.01;S.02;P.01;P.02\nDisdukcapil;1;1;3;ya;2;87,5\nDisdukcapil;2;;;;3;\n",
        "unit;responden;bobot responden;S.01;S.02;P.01;P.02\nDisdukcapil;1;1;3;ya;2;87,5\nDisdukcapil;2;1,5;;;3;\n",
    ),
    "KP820": _case(f"{_GOOD};2;tidak;1;60\n", f"{_GOOD}Dinas Kesehatan;2;tidak;1;60\n"),
    "KP821": _case(f"{_LONG}Disdukcapil;;3\n", f"{_LONG}Disdukcapil;P.01;3\n"),
    "KP822": _case(f"{_LONG}Disdukcapil;P.09;3\n", _LONG),
    "KP823": _case(
        "unit;sarana;petugas\nDisdukcapil;48;36\n",
        "unit;sarana/60;petugas/40\nDisdukcapil;48;36\n",
    ),
    "KP824": _case(f"{_GOOD}Disdukcapil;2;tidak;1;60\n", f"{_GOOD}Dinas Kesehatan;2;tidak;1;60\n"),
    "KP825": _case(_GOOD, "unit;jenis;S.01;S.02;P.01;P.02\nPuskesmas Melati;Puskesmas;3;ya;2;87,5\n", TYPED),
    "KP826": _case(
        "unit;produk;S.01;S.02;P.01;P.02\nDisdukcapil;12;3;ya;2;87,5\nDisdukcapil;14;;;3;\n",
        "unit;produk;S.01;S.02;P.01;P.02\nDisdukcapil;12;3;ya;2;87,5\nDisdukcapil;12;;;3;\n",
        WEIGHTED,
    ),
    "KP827": _case(
        "unit;produk;S.01;S.02;P.01;P.02\nDisdukcapil;0;3;ya;2;87,5\n",
        "unit;produk;S.01;S.02;P.01;P.02\nDisdukcapil;12;3;ya;2;87,5\n",
        WEIGHTED,
    ),
}
"""What a .csv file can show."""

SITUATIONS: Mapping[str, Situation] = {
    "KP702": Situation(
        "The command names a workbook that does not exist, or that the account may not open.",
        "The name is spelt as the file is, and the file may be read.",
    ),
    "KP703": Situation(
        "The file is locked with a password, is an old .xls, or is a web page or PDF renamed to .xlsx.",
        "In Excel: File, Save As, Excel Workbook (.xlsx), without a password.",
    ),
    "KP704": Situation(
        "A part of the .xlsx package is missing or cut off, for example after an interrupted download.",
        "The file is fetched once more, or opened in Excel (which mends it) and saved again.",
    ),
    "KP705": Situation(
        "Another program wrote row 12 before row 9, the cell C4 twice, or a cell with the address C99999999.",
        "The file is opened in Excel or LibreOffice and saved again, which puts the cells in order.",
    ),
    "KP706": Situation(
        "The workbook has no worksheet: only chart sheets.",
        "The workbook has a sheet with answers.",
    ),
    "KP713": Situation(
        "The answers of a unit stand on a sheet that is hidden.",
        "The sheet is made visible (Unhide). A hidden sheet without answers may stay as it is.",
    ),
    "KP714": Situation(
        "The folder holds other files beside the workbooks, such as a letter or an owner file (~$units.xlsx).",
        "Nothing has to be done, unless the file that was skipped holds answers.",
    ),
    "KP716": Situation(
        "The workbook was made for ombudsman-2022, and the command says --instrument with another id.",
        "The command says --instrument ombudsman-2022, or names a workbook of the other instrument.",
    ),
    "KP717": Situation(
        "A weight or a scale of the instrument was changed after the workbook was made.",
        "Scores that were computed before the change are not put beside scores computed after it.",
    ),
    "KP718": Situation(
        "The codes of the workbook occur in several instruments, and nothing says which one is meant.",
        "The command says which one, for example --instrument ombudsman-2022.",
    ),
    "KP719": Situation(
        "The workbook was made for an instrument in a file of its own, which is not bundled.",
        "The command names that file, for example --instrument indicators/kota-contoh.yaml.",
    ),
    "KP720": Situation(
        "The workbook was written by a newer version of kepatuhan.",
        "kepatuhan is updated on this computer, too.",
    ),
    "KP722": Situation(
        "The command names a folder that holds no .xlsx, .xlsm or .csv file.",
        "The command names the folder in which the workbooks are.",
    ),
    "KP723": Situation(
        "The workbook is open in Excel, with changes that are not saved yet.",
        "It is saved first; it may then stay open.",
    ),
    "KP724": Situation(
        "A .csv file was saved by an older program in the encoding of Windows.",
        "In Excel: Save As, CSV UTF-8.",
    ),
    "KP726": Situation(
        "The output file is open in Excel, or its folder may not be written to.",
        "The file is closed, or another folder is named.",
    ),
    "KP727": Situation(
        "The output file exists already.",
        "Another name is given, or --force where the old file may be lost.",
    ),
    "KP729": Situation(
        "One command names workbooks that were made for different instruments.",
        "The workbooks of each instrument are scored by a command of their own.",
    ),
    "KP731": Situation(
        "The workbook uses codes of several instruments, and none of them has all of its codes.",
        "The command says --instrument; the codes that do not fit are then named cell by cell.",
    ),
    "KP732": Situation("The command ends up with no workbook at all.", "The command names at least one workbook."),
    "KP733": Situation(
        "A sheet beside the answers has no known headings, such as a covering letter.",
        "Nothing has to be done, unless there are answers on it: then it needs its headings.",
    ),
    "KP734": Situation(
        "--output names one of the workbooks that are being read.",
        "--output names another file.",
    ),
    "KP735": Situation(
        "kepatuhan check is given a folder with neither indicator files nor workbooks.",
        "It is given a folder, or a file, that holds them.",
    ),
    "KP736": Situation(
        "Below the table of one unit a second table with other columns, or of another unit, begins on the same sheet.",
        "Each table stands on a sheet of its own.",
    ),
    "KP740": Situation(
        "Beside the sheets of the units there is a sheet Rekap with the columns Unit and Nilai.",
        "The sheet Rekap is hidden or deleted; kepatuhan computes the scores from the answers.",
    ),
    "KP741": Situation(
        "A filter hides the rows of some units.",
        "Nothing has to be done, unless those units should not count: then their rows are deleted from a copy.",
    ),
    "KP742": Situation(
        "The name of a unit stands in one cell that is merged over the rows of its three respondents.",
        "The cells are unmerged, and the name of the unit stands in each of the three rows.",
    ),
    "KP746": Situation(
        "The form stands on Sheet1, and no cell beside Unit says whose it is.",
        "The name of the unit stands in the cell beside Unit (or is the name of the sheet).",
    ),
    "KP748": Situation(
        "The column of an indicator is hidden, and answers stand in it.",
        "Nothing has to be done, unless those answers should not count: then they are deleted from a copy.",
    ),
    "KP750": Situation(
        "kepatuhan template is given an empty list of units.",
        "The list holds at least one name, or --units is left away for the seven usual units.",
    ),
    "KP751": Situation(
        "kepatuhan template --units names Disdukcapil and, further on, DISDUKCAPIL.",
        "Each unit is named once.",
    ),
    "KP752": Situation(
        "A name in the list of units holds a line break, or a unit is called Alamat, I.01, 2 or Total Persada.",
        "The name is typed again, or has another word before it, such as Kantor Alamat or PT Total Persada.",
    ),
    "KP753": Situation(
        "The column Jenis in the list of units says Puskemas.",
        "It says one of the unit types of the instrument, by its key or its title: Puskesmas.",
    ),
    "KP754": Situation(
        "The instrument has unit types, and the list of units has no column Jenis, or an empty cell in it.",
        "The list is a .csv or .xlsx file with the columns Unit and Jenis, both filled in every row.",
    ),
    "KP760": Situation(
        "The column Produk in the list of units says 0, 2,5 or tujuh.",
        "It says how many products the unit has: 7.",
    ),
    "KP761": Situation(
        "The column Produk in the list of units is filled in for some units only.",
        "It is filled in for every unit, or for none: then each unit fills it in above its form.",
    ),
    "KP762": Situation(
        "The output file has the name of a folder that exists.",
        "The file has another name.",
    ),
    "KP763": Situation(
        "kepatuhan template --separate is given the name of a file that exists.",
        "--output names a folder.",
    ),
    "KP764": Situation(
        "The file unpacks to gigabytes, or a sheet holds more cells, texts or merged cells than any table of answers.",
        "The answers alone are copied to a new workbook. The limits are in [reading.md](reading.md#batas).",
    ),
    "KP780": Situation(
        "kepatuhan plan units.xlsx --unit Disdukcapl, and the unit in the workbook is called Disdukcapil.",
        "--unit names a unit as the workbook does; upper and lower case do not matter.",
    ),
    "KP781": Situation(
        "kepatuhan plan --unit names a unit that has answered nothing yet, or to which nothing applies.",
        "The unit has answered at least one indicator.",
    ),
    "KP782": Situation(
        "kepatuhan plan is given a worksheet that no unit has filled in yet.",
        "At least one unit has answered at least one indicator.",
    ),
    "KP829": Situation(
        "The file stores NaN or INF as the number of a cell; another program wrote it.",
        "The cell holds a number, typed again.",
    ),
    "KP805": Situation(
        "3/4 was typed, and Excel made the date 3 April of it.",
        "The cell has the format Text, and the answer is typed again.",
    ),
    "KP806": Situation(
        "The cell shows #N/A, #REF! or another error of a formula.", "The formula is mended, or the answer is typed."
    ),
    "KP807": Situation(
        "The cell holds a formula, and the program that wrote the file stored no result for it.",
        "The file is opened in Excel or LibreOffice and saved, which stores the result.",
    ),
    "KP808": Situation(
        "The cell holds TRUE, and the scale of the indicator has no answer ya (or is one of numbers).",
        "The cell holds one of the answers of the scale.",
    ),
    "KP811": Situation(
        "The cell shows 67% on a scale from 0 to 3.",
        "The cell has the format Number and shows 2.",
    ),
    "KP828": Situation(
        "The cell with the name of the unit holds a date, TRUE, an error, or a formula without a result.",
        "The cell holds the name as text.",
    ),
}
"""What only a workbook, a folder or a command can show."""
