"""What a problem of a workbook means, in Indonesian, where its message does not say it all: why it is one, what follows."""

from collections.abc import Mapping

MEANINGS: Mapping[str, str] = {
    "KP701": "Hanya perhatian: nilai dihitung tanpa kolom itu. Judul seperti `catatan` dilewati tanpa pesan.",
    "KP703": "Jenis berkas yang sebenarnya dilihat dari isinya; halaman web yang diberi nama .xlsx tetap halaman web.",
    "KP708": "Judul yang hanya mirip sebuah kode tidak pernah dianggap kode itu: jawaban yang salah bisa ikut dinilai.",
    "KP712": "Kode yang tidak ada bukan jawaban yang masih kosong: mungkin satu kolom terhapus seluruhnya.",
    "KP713": "Hanya catatan: lembar tersembunyi tidak pernah dinilai.",
    "KP714": "Hanya catatan, satu untuk setiap berkas.",
    "KP715": "Hanya catatan: jumlah, rata-rata, tanda tangan, dan judul yang berulang bukan unit dan bukan jawaban.",
    "KP717": (
        "Hanya perhatian. Buku kerja membawa sidik instrumen yang menjadi dasarnya; sidik itu berubah bila ada yang "
        "menentukan nilai berubah, bukan karena perubahan teks."
    ),
    "KP723": "Hanya perhatian: yang dibaca adalah berkas seperti terakhir kali disimpan.",
    "KP724": "Hanya catatan: jawaban terbaca; hanya huruf beraksen yang mungkin tampak keliru.",
    "KP728": "Hanya perhatian, diulang pada setiap hasil: rekapitulasi resmi instrumen ini berbobot.",
    "KP730": "Hanya perhatian: baris tanpa jawaban, misalnya judul kelompok, tidak mengubah nilai.",
    "KP733": "Hanya catatan.",
    "KP784": "Hanya catatan: lebih dari satu pemisah menghasilkan judul yang dikenal; dipakai yang cocok untuk paling banyak baris.",
    "KP785": "Hanya perhatian: nama yang hanya hampir sama tidak pernah digabung.",
    "KP786": "Hanya catatan: satu unit boleh mengirim beberapa berkas. Jawaban ganda untuk satu indikator masalah tersendiri.",
    "KP787": "Hanya catatan: huruf besar dan kecil tidak berbeda.",
    "KP804": "Di Indonesia `1.087` berarti seribu lebih, di negara lain satu lebih sedikit; tidak ada yang ditebak.",
    "KP809": "Indikator boleh dilewati untuk sebuah unit hanya bila instrumennya menulis `not_applicable: allowed`.",
    "KP812": "Beberapa jawaban satu unit dirata-ratakan hanya bila instrumennya menyatakannya dengan `observed`.",
    "KP813": "Instrumen menanyakan indikator ini hanya kepada jenis unit yang lain (`only_for`).",
    "KP814": "Nilai sebuah komponen diberikan langsung, atau dihitung dari jawaban di bawahnya; tidak pernah keduanya.",
    "KP816": "Dua lembar dengan jawaban responden yang sama sering kali dua salinan dari satu wawancara.",
    "KP823": (
        "Laporan resmi mencetak komponen sebagai poin berbobot, misalnya 12,16 dari 21,85. Bila setiap nilai di buku "
        "kerja tidak melebihi bobotnya, kedua cara baca mungkin benar, dan judul kolomnya harus menyebut yang dimaksud."
    ),
    "KP824": "Baris-barisnya dianggap satu unit, dan indikator tanpa `observed` hanya menerima satu jawaban.",
}
"""In the order of the codes."""
