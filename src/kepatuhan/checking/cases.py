"""For every code of an indicator file (KP1xx to KP6xx) one worked case: a small file, and the edit that spoils it.

:data:`BASE` is a complete instrument without any problem. A :class:`Case` replaces its fragment ``good``, which stands
in it exactly once, by ``bad``; the file that results (:func:`failing`) has the one problem of the code and no other, on
a line of the fragment. The tests hold every rule against these cases; the documentation shows them as its examples.

What depends on more than a file's text (whether there is such a file or instrument) is shown by a command, in
:data:`COMMANDS`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

BASE = """\
format: 1
id: contoh-2024
family: contoh
title: Contoh instrumen
issuer: Pemerintah Kota Contoh
years: [2024]
sources:
  - {id: perwali-2024, title: Peraturan Wali Kota tentang penilaian layanan}
level_names: [Aspek, Indikator]
unit_types: {opd: Perangkat Daerah, puskesmas: Puskesmas}
full_score: 100
target: 90
bands:
  source: perwali-2024
  rows:
    - {from: 75, category: A, label: Baik}
    - {from: 0, category: B, label: Kurang}
scales:
  ya-tidak: {options: {ya: 1, tidak: 0}, also: {ya: [ada], tidak: [belum]}}
  rubrik: {worst: 0, best: 3, whole: true}
roll_up: {method: mean}
within: {sum: 100, source: perwali-2024}
components:
  - id: sarana
    title: Sarana
    weight: 60
    within: {weights: equal, assumption: Bobot indikator tidak dipublikasikan.}
    defaults: {scale: rubrik}
    components:
      - {id: "S.01", title: Ruang tunggu, effort: 2,
         question: "Seberapa layak tempat menunggu?", steps: {0: tidak ada, 1: sempit, 2: cukup, 3: lapang},
         evidence: Foto tempat menunggu, remedy: Tambah kursi di tempat menunggu}
      - {id: "S.02", title: Ruang rawat inap, only_for: [puskesmas],
         question: "Seberapa layak kamar pasien?", steps: {0: tanpa kamar, 1: rusak, 2: layak, 3: lengkap},
         evidence: Foto kamar pasien, remedy: Perbaiki kamar pasien}
  - id: petugas
    title: Petugas
    weight: sum
    components:
      - {id: "P.01", title: Petugas memakai seragam, weight: 25, scale: ya-tidak,
         question: "Apakah seragamnya dipakai?", evidence: Foto seragam, remedy: Bagikan seragam}
      - {id: "P.02", title: Petugas memakai papan nama, weight: 15, scale: ya-tidak,
         question: "Apakah namanya terbaca?", evidence: Foto namanya, remedy: Buatkan tanda nama}
  - {id: temuan, title: Ada temuan, scale: ya-tidak, scored: false, appends: {tidak: Tanpa temuan},
     question: "Apakah ditemukan pelanggaran?"}
"""
"""A small instrument in which nothing is wrong."""


@dataclass(frozen=True, slots=True)
class Case:
    """An edit of :data:`BASE` that brings about one problem; ``encoding`` is how the edited file is written."""

    good: str
    bad: str
    encoding: str = "utf-8"


CASES: Mapping[str, Case] = MappingProxyType(
    {
        "KP102": Case("title: Contoh instrumen", "title: Contoh instrumén", encoding="cp1252"),
        "KP103": Case("title: Contoh instrumen", "title: Contoh: instrumen"),
        "KP104": Case("years: [2024]", "years: &tahun [2024, *tahun]"),
        "KP105": Case("target: 90", "target: 90\ntarget: 92"),
        "KP106": Case("options: {ya: 1, tidak: 0}", "options: {ya: 1, tidak: 012}"),
        "KP107": Case(BASE, "- format: 1\n- id: contoh-2024\n"),
        "KP108": Case("target: 90", "taget: 90"),
        "KP109": Case('{id: "S.01", title: Ruang tunggu, effort: 2,', '{id: "S.01", effort: 2,'),
        "KP110": Case("target: 90", "target: sembilan puluh"),
        "KP111": Case('id: "S.01"', "id: 1.10"),
        "KP112": Case("id: temuan", "id: nilai"),
        "KP113": Case("format: 1", "format: 2"),
        "KP114": Case('id: "P.02"', 'id: "P.01"'),
        "KP115": Case("method: mean", "method: median"),
        "KP116": Case("    title: Petugas\n", "\ttitle: Petugas\n"),
        "KP117": Case("target: 90", "warna: biru"),
        "KP118": Case("only_for: [puskesmas]", "only_for: [puskemas]"),
        "KP119": Case("    title: Petugas\n", "    title: Petugas\n    question: Apakah petugas siap?\n"),
        "KP120": Case("title: Ada temuan", "title: Ada temuan, defaults: {scale: rubrik}"),
        "KP122": Case("puskesmas: Puskesmas}", "puskesmas: perangkat daerah}"),
        "KP123": Case("years: [2024]", "years: [2024, 2024]"),
        "KP124": Case("target: 90", "target: 90 # kepatuhan: ignore KP504"),
        "KP125": Case("target: 90", "target: 90 # kepatuhan: ignore KP31 target tahun depan"),
        "KP126": Case("target: 90", "target: 90 # kepatuhan: ignore KP504 target tahun depan"),
        "KP127": Case("target: 90", "target: 90 # kepatuhan: ignore KP404 target tahun depan"),
        "KP128": Case("weight: 25", "weight: 25,0"),
        "KP129": Case(
            "  rubrik: {worst: 0, best: 3, whole: true}\n",
            "  rubrik: {worst: 0, best: 3, whole: true}\n"
            "  persen: {worst: 0, best: 100} # kepatuhan: ignore KP312 KP312 dipakai mulai 2025\n",
        ),
        "KP201": Case("within: {sum: 100", "within: {sum: 90"),
        "KP202": Case("weight: 25", "weight: -25"),
        "KP203": Case("title: Petugas memakai seragam, weight: 25", "title: Petugas memakai seragam"),
        "KP204": Case("title: Ruang tunggu", "title: Ruang tunggu, weight: 30"),
        "KP205": Case("weight: 15", "weight: sum"),
        "KP206": Case(
            "    defaults: {scale: rubrik}\n    components:\n",
            "    defaults: {scale: rubrik, scored: false}\n    components:\n",
        ),
        "KP207": Case(
            "within: {sum: 100, source: perwali-2024}\n"
            "components:\n  - id: sarana\n    title: Sarana\n    weight: 60\n",
            "within: {source: perwali-2024}\ncomponents:\n  - id: sarana\n    title: Sarana\n    weight: 59\n",
        ),
        "KP208": Case(
            "weight: 25, scale: ya-tidak,\n"
            '         question: "Apakah seragamnya dipakai?", evidence: Foto seragam, remedy: Bagikan seragam}\n'
            '      - {id: "P.02", title: Petugas memakai papan nama, weight: 15,',
            "weight: 39.95, scale: ya-tidak,\n"
            '         question: "Apakah seragamnya dipakai?", evidence: Foto seragam, remedy: Bagikan seragam}\n'
            '      - {id: "P.02", title: Petugas memakai papan nama, weight: 0.05,',
        ),
        "KP301": Case("defaults: {scale: rubrik}", "defaults: {scale: rublik}"),
        "KP302": Case("worst: 0, best: 3", "worst: 3, best: 3"),
        "KP303": Case("worst: 0, best: 3", "worst: 0, best: 3, zero: 1"),
        "KP304": Case("also: {ya: [ada], tidak: [belum]}", "also: {ya: [ada], tidak: [belum, ada]}"),
        "KP305": Case("options: {ya: 1, tidak: 0}", "options: {ya: 1, tidak: -1}"),
        "KP306": Case("weight: 25, scale: ya-tidak", "weight: 25"),
        "KP307": Case("worst: 0, best: 3", "worst: 0, best: 2.5"),
        "KP308": Case("worst: 0, best: 3", "worst: 0"),
        "KP309": Case("also: {ya: [ada], tidak: [belum]}", "also: {ya: [ada], tida: [belum]}"),
        "KP310": Case("appends: {tidak: Tanpa temuan}", "appends: {nihil: Tanpa temuan}"),
        "KP311": Case("tidak: [belum]", 'tidak: [belum, "-"]'),
        "KP312": Case(
            "  rubrik: {worst: 0, best: 3, whole: true}\n",
            "  rubrik: {worst: 0, best: 3, whole: true}\n  persen: {worst: 0, best: 100}\n",
        ),
        "KP313": Case("3: lapang}", "3: lapang, 4: mewah}"),
        "KP314": Case("2: cukup, 3: lapang}", "2: cukup}"),
        "KP315": Case("2: cukup, 3: lapang}", '2: cukup, "2-3": lapang}'),
        "KP401": Case("from: 0", "from: 10"),
        "KP402": Case(
            "    - {from: 75, category: A, label: Baik}\n",
            "    - {from: 75, category: A, label: Baik}\n    - {from: 75, category: C, label: Cukup}\n",
        ),
        "KP403": Case("from: 75", "from: 105"),
        "KP404": Case("target: 90", "target: 110"),
        "KP405": Case("method: mean", "method: weighted, source: perwali-2024"),
        "KP406": Case("full_score: 100", "full_score: 0"),
        "KP407": Case(
            "    - {from: 75, category: A, label: Baik}\n",
            "    - {from: 60, category: A, label: Baik}\n    - {from: 75, category: C, label: Cukup}\n",
        ),
        "KP408": Case(
            "    - {from: 0, category: B, label: Kurang}\n",
            "    - {from: 0, category: B, label: Kurang}\n    - {from: -5, category: C, label: Buruk}\n",
        ),
        "KP501": Case("bands:\n  source: perwali-2024\n", "bands:\n"),
        "KP502": Case("bands:\n  source: perwali-2024\n", "bands:\n  source: perwali-2025\n"),
        "KP503": Case(
            "  - {id: perwali-2024, title: Peraturan Wali Kota tentang penilaian layanan}\n",
            "  - {id: perwali-2024, title: Peraturan Wali Kota tentang penilaian layanan}\n"
            "  - {id: perwali-2024, title: Perubahan Peraturan Wali Kota}\n",
        ),
        "KP504": Case(
            'id: "S.02", title: Ruang rawat inap, only_for: [puskesmas],\n'
            '         question: "Seberapa layak kamar pasien?", ',
            'id: "S.02", title: Ruang rawat inap, only_for: [puskesmas],\n         ',
        ),
        "KP505": Case(
            "  - {id: perwali-2024, title: Peraturan Wali Kota tentang penilaian layanan}\nlevel_names:",
            "  - {id: perwali-2024, title: Peraturan Wali Kota tentang penilaian layanan}\n"
            "  - {id: perda-2019, title: Peraturan Daerah tentang pelayanan}\nlevel_names:",
        ),
    }
)
"""The case of every code that an edit can show."""

BESIDE: Mapping[str, Case] = MappingProxyType(
    {
        "KP601": Case(
            "id: contoh-2025\nfamily: contoh-lain\n",
            "id: contoh-2024\nfamily: contoh-lain\n",
        ),
        "KP602": Case(
            "id: contoh-2025\nfamily: contoh\ntitle: Edisi berikutnya\nissuer: Kota Contoh\nyears: [2025]\n",
            "id: contoh-2025\nfamily: contoh\ntitle: Edisi berikutnya\nissuer: Kota Contoh\nyears: [2024, 2025]\n",
        ),
    }
)
"""For every code of several files (KP6xx): how the file beside :data:`BASE` begins, right and wrong."""

COMMANDS: Mapping[str, Case] = MappingProxyType(
    {
        "KP101": Case(
            "kepatuhan score units.xlsx --instrument contoh-2024.yaml",
            "kepatuhan score units.xlsx --instrument contoh-2024.yml",
        ),
        "KP121": Case(
            "kepatuhan score units.xlsx --instrument ombudsman-2022",
            "kepatuhan score units.xlsx --instrument ombudsman-2015",
        ),
    }
)
"""For what no text of a file can show: a command, right (where :data:`BASE` is ``contoh-2024.yaml``) and wrong."""


def beside(code: str, *, is_wrong: bool) -> str:
    """The whole file that stands beside :data:`BASE` in a case of several files."""
    case = BESIDE[code]
    head = case.bad if is_wrong else case.good
    lines = BASE.splitlines(keepends=True)
    return "".join([lines[0], head, *lines[1 + head.count("\n") :]])


def failing(code: str) -> str:
    """The whole file of a case: :data:`BASE` with the edit made. ``KeyError`` for a code without a case."""
    case = CASES[code]
    return BASE.replace(case.good, case.bad, 1)


class Example(NamedTuple):
    """The lines of a file, or a command, with the problem of a code and without; ``encoding`` of the first."""

    wrong: str
    right: str
    encoding: str


def example(code: str) -> Example:
    """The example of a code, as people are shown it. ``KeyError`` for a code of workbooks."""
    if code in COMMANDS:
        case = COMMANDS[code]
        return Example(f"{case.bad}\n", f"{case.good}\n", case.encoding)
    if code in BESIDE:
        case = BESIDE[code]
        return Example(f"format: 1\n{case.bad}", f"format: 1\n{case.good}", case.encoding)
    case = CASES[code]
    start = BASE.index(case.good)
    return Example(_around(failing(code), start, case.bad), _around(BASE, start, case.good), case.encoding)


def _around(text: str, start: int, fragment: str) -> str:
    """The lines of ``text`` that hold the fragment at ``start``, and one line before and after it."""
    first = text.count("\n", 0, start)
    last = first + fragment.rstrip("\n").count("\n")
    lines = text.splitlines(keepends=True)
    return "".join(lines[max(first - 1, 0) : last + 2])
