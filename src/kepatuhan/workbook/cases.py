"""For every code of a workbook (KP7xx, KP8xx) that text can show, one worked case: the wrong and the right .csv files.

A :class:`Case` holds .csv files for the small :data:`INSTRUMENT`; ``changes`` are edits of the instrument that the case
needs, each a fragment that stands in it once and its replacement. The tests read every case with the instrument; the
documentation and ``kepatuhan check --explain`` show them. What text cannot show (dates, formulas, hidden sheets, locked
files) is told in ``docs/workbook_situations.py``.
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
    "KP757": _case(
        "unit;responden;S.01;S.02;P.01;P.02\nDisdukcapil;1;3;ya;2;87,5\nDisdukcapil;1;;;2;\n",
        "unit;responden;S.01;S.02;P.01;P.02\nDisdukcapil;1;3;ya;2;87,5\nDisdukcapil;2;;;2;\n",
    ),
    "KP783": _case(f"{_GOOD}Dinas Kesehatan;2;ya;1\n", f"{_GOOD}Dinas Kesehatan;2;ya;1;\n"),
    "KP758": _case(f"sep=,\n{_GOOD}", f"sep=;\n{_GOOD}"),
    "KP759": _case(f";S.01;S.02;P.01;P.02\nDinkes;1;tidak;1;50\n{_GOOD}", f"{_GOOD}Dinkes;1;tidak;1;50\n"),
    "KP784": _case(f"Jawaban tiap,unit\n{_GOOD}", f"sep=;\nJawaban tiap,unit\n{_GOOD}"),
    "KP785": _case(
        f"{_GOOD}Disdukcapl;2;tidak;1;60\n",
        f"{_GOOD}Dinas Kesehatan;2;tidak;1;60\n",
    ),
    "KP786": Case(
        ("unit;S.01;S.02\nDisdukcapil;3;ya\n", "unit;P.01;P.02\nDisdukcapil;2;87,5\n"),
        (_GOOD,),
    ),
    "KP787": _case(
        f"{_GOOD}DISDUKCAPIL;;;3;\n",
        f"{_GOOD}Disdukcapil;;;3;\n",
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
