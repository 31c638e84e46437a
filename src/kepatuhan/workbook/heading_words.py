"""The words that stand in headings: what names a unit, a code, an answer, or a column that is no answer."""

from kepatuhan.spelling import fold

UNIT_HEADERS = (
    "unit",
    "nama unit",
    "unit layanan",
    "nama unit layanan",
    "unit pelayanan",
    "nama unit pelayanan",
    "lokus",
    "nama lokus",
    "unit lokus",
    "upp",
    "nama upp",
    "satker",
    "unit kerja",
    "opd",
    "nama opd",
    "skpd",
    "perangkat daerah",
    "nama perangkat daerah",
)
"""What names the unit. Where several are there ("OPD" beside "Unit Layanan"), the one that stands first here does."""
TYPE_HEADERS = frozenset({"jenis", "jenis unit"})
CODE_HEADERS = frozenset({"kode", "kode indikator"})
RESPONDENT_HEADERS = frozenset({"responden", "observasi"})
RESPONDENT_WEIGHT_HEADERS = frozenset({"bobot responden"})
ANSWER_WORDS = ("jawaban", "isian", "nilai", "skor")
"""What the header of an answer column starts with; the first of these that a header row has is the one that counts."""
NOTE_WORDS = frozenset(
    [
        "no",
        "nomor",
        "alamat",
        "keterangan",
        "ket",
        "catatan",
        "bukti",
        "tanggal",
        "hari",
        "jam",
        "nama",
        "petugas",
        "penilai",
        "produk",
        "indikator",
        "komponen",
        "dimensi",
        "variabel",
        "pertanyaan",
        "uraian",
        "deskripsi",
        "rubrik",
        "skala",
        "bobot",
        "penjelasan",
        "terisi",
        "capaian",
        "urutan",
        "perbaikan",
        "telepon",
        "email",
        "surel",
        "judul",
        "tautan",
        "link",
    ]
) | frozenset(
    (
        "nomor urut",
        "bukti dukung",
        "arti nilai",
        "arti setiap nilai",
        "bobot indikator",
        "nama indikator",
        "nama responden",
        "bobot efektif",
        "tambahan nilai",
        "tidak dikenal",
    )
)
"""Headers of columns that people keep beside the answers: passed over in silence."""

EVIDENCE_HEADERS = frozenset({"bukti", "bukti dukung"})
REMARK_HEADERS = frozenset({"catatan", "keterangan", "ket"})
"""Those among them that travel with the answers when a workbook is returned."""


def header_form(text: str) -> str:
    """A header's text in the form that comparisons use: folded, without a colon or asterisk at its end."""
    return fold(text).rstrip(" :*")
