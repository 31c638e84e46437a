"""The Indonesian catalogue: plain and polite, in the words of the people who fill in and score the sheets."""

TEXTS: dict[str, str] = {
    # Hints and kinds that stand inside other sentences
    "hint.limits": " ({low} sampai {high})",
    "hint.near": ' Apakah yang dimaksud "{near_value}"?',
    "hint.mean": " Bila ini rata-rata beberapa jawaban, beri judul {mean_value}.",
    "hint.plain": " Tulis {plain_value}.",
    "hint.more": " (dan {more_value} lainnya)",
    "kind.number": "angka (pakai titik untuk desimal, misalnya 40.5)",
    "kind.whole": "bilangan bulat",
    "kind.weight": 'angka (pakai titik, misalnya 12.22), pecahan "1/9", atau sum',
    "kind.text": "teks",
    "kind.quoted": "teks di dalam tanda kutip",
    "kind.id": "kode dari huruf, angka, titik, garis bawah atau tanda hubung, tanpa spasi",
    "kind.list": "daftar",
    "kind.filled_list": "daftar yang berisi",
    "kind.mapping": "pasangan kunci dan nilai",
    "kind.truth": "true atau false",
    "kind.colour": 'warna seperti "#00b050"',
    "kind.effort": "angka 1 sampai 5, atau outside",
    "kind.year": "tahun dari 1990 sampai 2100",
    "kind.decimals": "bilangan bulat 0 sampai 6",
    "kind.other": "nilai jenis lain",
    "reason.missing": "tidak ditemukan",
    "reason.loop": "tautan ini kembali ke dirinya sendiri",
    "reason.denied": "tidak ada izin untuk membukanya",
    "reason.no_space": "tidak ada ruang penyimpanan lagi",
    "file.other_workbook": "ini buku kerja dari program lain; buka di program itu, lalu simpan sebagai .xlsx",
    "skipped.folder": "folder di dalam folder tidak dibaca; sebutkan sendiri bila berisi jawaban",
    "skipped.no_workbook": "bukan buku kerja",
    "skipped.own_result": "hasil yang ditulis kepatuhan berisi nilai, bukan jawaban",
    "skipped.owner": "tanda bahwa berkas sedang terbuka di Excel, bukan buku kerja",
    "csv.nul": "ada karakter kosong (NUL); simpan lagi sebagai CSV UTF-8 dari Excel",
    "csv.cut": "ada karakter yang tidak utuh, seperti pada berkas yang terpotong; simpan ulang dari Excel sebagai CSV UTF-8",
    "csv.quote": "ada tanda kutip yang tidak ditutup, atau teks sesudah tanda kutip; perbaiki baris ini",
    "file.empty": "berkas ini kosong (0 byte); mintalah dikirim ulang",
    "file.locked_or_old": (
        "berkas ini dikunci dengan kata sandi, atau berformat .xls lama; "
        "buka di Excel, lalu simpan sebagai .xlsx tanpa kata sandi"
    ),
    "file.pdf": "ini berkas PDF; yang diperlukan buku kerja Excel asalnya",
    "file.image": "ini berkas gambar; yang diperlukan buku kerja Excel",
    "file.web_page": "ini halaman web atau XML yang diberi nama Excel; buka di Excel, lalu simpan sebagai .xlsx biasa",
    "limit.bytes": "byte berkasnya",
    "limit.parts": "bagian di dalam berkas",
    "limit.unpacked": "byte isi berkas setelah dibuka",
    "limit.ratio": "kali lebih besar setelah dibuka daripada ketika dikemas",
    "limit.sheets": "lembar",
    "limit.rows": "baris",
    "limit.columns": "kolom",
    "limit.cells": "sel terisi dalam satu lembar",
    "limit.problems": "masalah yang disebut satu per satu",
    "limit.strays": "sel terisi di kolom tanpa judul",
    "limit.units": "unit",
    "limit.rows_of_unit": "baris untuk satu unit",
    "limit.texts": "teks yang berbeda",
    "limit.characters": "karakter dalam satu sel",
    "limit.merged": "sel gabungan atau kolom tersembunyi",
    "limit.elements": "unsur (format sel dan lain-lain)",
    "limit.mark": "byte dalam satu tanda XML",
    "limit.depth": "tingkat XML",
    "file.no_xlsx": "isinya bukan buku kerja Excel; buka di Excel, lalu simpan sebagai .xlsx biasa",
    "file.no_csv": "isinya bukan teks .csv; beri akhiran .xlsx pada namanya bila ini buku kerja Excel",
    "file.no_file": "ini bukan berkas biasa",
    "file.other": "jenis berkas ini tidak dapat dibaca; sebutkan buku kerja (.xlsx, .xlsm, atau .csv)",
    "yaml.quote": "tanda kutip yang dibuka di sini tidak ditutup pada tempatnya",
    "yaml.bracket": "kurung yang dibuka di sini tidak ditutup",
    "yaml.comma": "koma atau kurung penutup kurang sebelum tempat ini",
    "yaml.colon": "titik dua ini tidak pada tempatnya; beri tanda kutip bila bagian dari teks, atau luruskan awal barisnya",
    "yaml.no_colon": "sesudah kunci ini tidak ada titik dua dan spasi",
    "yaml.indent": "awal baris ini tidak lurus dengan baris yang setingkat, atau ada tanda yang berlebih",
    "yaml.character": "teks yang diawali tanda ini perlu tanda kutip",
    "yaml.escape": "garis miring terbalik di dalam tanda kutip ganda; pakai tanda kutip tunggal",
    "yaml.documents": "di sini mulai dokumen kedua (---); satu berkas hanya memuat satu instrumen",
    "yaml.alias": "tanda * menunjuk nama yang tidak ada; beri tanda kutip bila ini teks",
    "yaml.tag": "tanda ! di depan nilai tidak dipakai di sini; hapus, atau beri tanda kutip bila ini teks",
    "yaml.merge": "tanda << (menggabungkan kunci) tidak dipakai di sini; tulis kuncinya satu per satu",
    "yaml.key": "kunci harus berupa teks, bukan daftar atau pasangan",
    "yaml.space": "baris ini diawali spasi jenis lain (spasi tanpa putus, mungkin dari halaman web); ketik ulang dengan spasi biasa",
    "yaml.curly": 'tanda kutip “ ” dari pengolah kata hanyalah huruf biasa di sini; ketik " sebagai gantinya',
    "yaml.unprintable": "ada karakter yang tidak dapat ditampilkan",
    "yaml.other": "tata tulis di sini tidak dikenal",
    "read.truth": "ya atau tidak (true atau false)",
    "read.date": "tanggal",
    "read.number": "jam, atau angka dengan cara tulis lain",
    "read.special": "nilai khusus yang bukan angka biasa",
    "excess.size": "lebih besar daripada batas",
    "excess.depth": "bertingkat lebih dalam daripada batas",
    "excess.values": "memuat lebih banyak nilai, termasuk salinan oleh alias, daripada batas",
    "excess.mistakes": "memuat lebih banyak kesalahan, yang selebihnya tidak disebut, daripada batas",
    "excess.comments": "memuat lebih banyak komentar ignore daripada batas",
    "excess.circular": "memuat alias yang memuat dirinya sendiri:",
    # KP1xx: YAML and shape
    "KP101": "Berkas tidak dapat dibaca ({reason}). Periksa nama dan izinnya.",
    "KP102": "Berkas bukan teks UTF-8. Simpan ulang dengan penyandian UTF-8.",
    "KP103": "Susunan YAML tidak dapat dipahami: {reason}. Perbaiki baris ini.",
    "KP104": "Berkas ini {excess} {limit}. Sederhanakan isinya.",
    "KP105": 'Kunci "{key}" sudah ada pada baris {first}; salah satu akan hilang. Hapus salah satunya.',
    "KP106": (
        '"{text}" tanpa tanda kutip dibaca YAML sebagai {read_as}. '
        'Tulis "{text}" di dalam tanda kutip bila ini teks, atau angka biasa bila ini angka.'
    ),
    "KP107": "Berkas kosong atau bukan pasangan kunci dan nilai. Mulailah dengan baris: format: 1",
    "KP108": 'Kunci "{key}" tidak dikenal.{near} Perbaiki ejaannya.',
    "KP109": 'Kunci "{key}" wajib ada di sini. Tambahkan.',
    "KP110": '"{key}" berisi "{text}", padahal seharusnya {expected}. Perbaiki nilainya.{plain}',
    "KP111": '"{key}" berisi {text} tanpa tanda kutip, sehingga dibaca sebagai angka. Tulis "{text}".',
    "KP112": 'Kode "{id}" dipakai untuk kolom lembar kerja ({reserved}). Pilih kode lain.',
    "KP113": "Format {version} tidak dikenal; kepatuhan ini membaca format {known}. Perbarui kepatuhan atau berkasnya.",
    "KP114": 'Kode "{id}" sudah dipakai pada baris {first}. Setiap komponen perlu kode sendiri.',
    "KP115": '"{key}" berisi "{text}"; yang boleh hanya: {allowed}.',
    "KP116": "Ada karakter TAB pada awal baris. Gunakan spasi untuk menjorokkan.",
    "KP117": 'Kunci "{key}" tidak dikenal di sini. Yang dikenal: {allowed}.',
    "KP118": 'Jenis unit "{type}" tidak ada di unit_types ({known}).{near} Perbaiki atau tambahkan jenisnya.',
    "KP119": (
        '"{id}" memiliki komponen di bawahnya, sehingga "{key}" tidak berlaku di sini. '
        "Pindahkan ke defaults, atau ke indikatornya."
    ),
    "KP120": '"{id}" tidak memiliki komponen di bawahnya, sehingga "{key}" tidak berlaku di sini. Hapus baris ini.',
    "KP121": 'Instrumen "{instrument}" tidak ada.{near} Yang tersedia: {known}. Atau sebutkan berkas .yaml.',
    "KP122": (
        'Jenis unit "{type}" tidak dapat dibedakan dari "{other}": kolom Jenis boleh berisi kunci atau judulnya. '
        "Beri judul yang berbeda."
    ),
    "KP123": "Tahun {year} tertulis dua kali. Hapus salah satunya.",
    "KP124": "Komentar ini tidak menyebut kode, atau tidak menyebut alasan. Tulis keduanya: # kepatuhan: ignore KP504 alasannya.",
    "KP125": 'Tidak ada kode "{wrong}" untuk berkas indikator.{near} Perbaiki kodenya.',
    "KP126": "Pada baris yang dimaksud komentar ini tidak ada {wrong}. Hapus komentar ini, atau pindahkan ke baris masalahnya.",
    "KP127": "{wrong} adalah kesalahan: apa pun alasannya, nilai yang dihitung dari berkas ini bisa salah, jadi tidak dapat diabaikan. Perbaiki kesalahannya, lalu hapus komentar ini.",
    "KP128": "{text} memuat koma, yang di dalam kurung kurawal memulai kunci berikutnya. Tulis angkanya dengan titik desimal: {meant}.",
    "KP129": "{wrong} sudah diabaikan oleh komentar pada baris {first}. Hapus salah satunya.",
    # KP2xx: weights
    "KP201": (
        'Bobot di dalam "{group}" berjumlah {found}, padahal seharusnya {stated} (selisih {difference}). '
        "Periksa bobotnya, atau hapus within.sum bila bobotnya relatif."
    ),
    "KP202": 'Bobot "{id}" adalah {weight}; bobot harus lebih besar dari 0.',
    "KP203": '"{id}" tidak memiliki bobot, padahal saudaranya punya lebih dari satu. Beri bobot, atau weights: equal.',
    "KP204": '"{id}" memiliki bobot, padahal kelompoknya weights: equal. Hapus salah satunya.',
    "KP205": '"{id}" tidak memiliki komponen di bawahnya, sehingga weight: sum tidak berlaku. Tulis bobotnya.',
    "KP206": 'Tidak ada yang dinilai di dalam "{group}". Tambahkan indikator yang dinilai.',
    "KP207": (
        'Jumlah bobot di dalam "{group}" adalah {found}, hampir {usual}, tetapi tidak ada keterangan berapa jumlah seharusnya. '
        "Tulis {usual} pada within.sum lalu perbaiki bobotnya, atau {found} bila memang diterbitkan begitu."
    ),
    "KP208": (
        'Bobot "{id}" terhadap nilai akhir hanya {percent} %, terlalu kecil untuk terasa. '
        "Periksa bobotnya, atau pakai scored: false bila hanya dilaporkan."
    ),
    # KP3xx: scales
    "KP301": 'Skala "{scale}" tidak ada di scales ({known}).{near} Perbaiki namanya.',
    "KP302": 'Skala "{scale}" datar: nilai terbaik sama dengan yang terburuk atau dengan nol. Perbaiki batasnya.',
    "KP303": 'zero {zero} berada di dalam skala "{scale}", sehingga sebagian nilai menjadi negatif. Pindahkan ke luar.',
    "KP304": 'Pada skala "{scale}", jawaban "{answer}" berarti dua hal. Setiap ejaan hanya untuk satu pilihan.',
    "KP305": 'Poin pada skala "{scale}" harus 0 atau lebih, dan paling sedikit satu di atas 0.',
    "KP306": '"{id}" tidak memiliki skala. Tambahkan scale di sini atau di defaults kelompoknya.',
    "KP307": 'Skala "{scale}" berisi whole: true, tetapi batasnya bukan bilangan bulat. Perbaiki batasnya.',
    "KP308": 'Skala "{scale}" perlu options, atau worst dan best; salah satu, bukan keduanya.',
    "KP309": 'also pada skala "{scale}" menyebut "{option}", yang bukan pilihan.{near} Perbaiki ejaannya.',
    "KP310": '"{id}": appends hanya untuk indikator dengan scored: false, dan hanya untuk pilihan pada skalanya.',
    "KP311": (
        'Pada skala "{scale}", "{answer}" tidak dapat menjadi jawaban, karena di setiap lembar kerja artinya belum diisi '
        "atau tidak berlaku. Hapus, atau pakai kata lain."
    ),
    "KP312": 'Tidak ada indikator yang memakai skala "{scale}". Hapus, atau sebutkan di tempat yang semestinya.',
    "KP313": '"{id}": steps menjelaskan "{step}", padahal tidak ada dalam skalanya ({marks}). Perbaiki atau hapus.',
    "KP314": '"{id}": steps belum menjelaskan {missing}. Jelaskan setiap nilai skala.',
    "KP315": '"{id}": steps menjelaskan {mark} dua kali, sebagai "{first}" dan sebagai "{step}". Perbaiki atau hapus salah satunya.',
    # KP4xx: bands, target, roll-up
    "KP401": "Kategori terendah mulai dari {lowest}, padahal nilai bisa serendah {possible}. Mulailah dari {possible}.",
    "KP402": "Batas {lower} dipakai dua kali. Setiap kategori perlu batas sendiri.",
    "KP403": "Batas {lower} di atas nilai penuh {full}, sehingga tidak pernah tercapai.",
    "KP404": "Target {target} harus berada di antara 0 dan nilai penuh {full}.",
    "KP405": (
        'roll_up: method: weighted memerlukan by dengan nama kolom yang belum dipakai (sekarang "{by}"); '
        "method: mean tidak memerlukannya."
    ),
    "KP406": "full_score adalah {full}; nilai penuh harus lebih besar dari 0.",
    "KP407": (
        "Batas {lower} tertulis sesudah {before}: urutan batas berbalik arah, sehingga salah satunya mungkin salah ketik. "
        "Periksa keduanya, lalu urutkan dari yang tertinggi ke yang terendah."
    ),
    "KP408": (
        "Batas {lower} tidak pernah dipakai: tidak ada nilai di bawah {possible}, yang sudah masuk kategori lebih tinggi. "
        "Hapus baris ini, atau perbaiki batasnya."
    ),
    # KP5xx: sources
    "KP501": 'Angka pada "{what}" tidak memiliki source maupun assumption. Sebutkan sumbernya, atau tulis asumsinya.',
    "KP502": 'Sumber "{source}" tidak ada di sources ({known}).{near} Tambahkan atau perbaiki.',
    "KP503": 'Sumber "{source}" tertulis dua kali. Hapus salah satunya.',
    "KP504": '"{id}" belum punya {missing}. Tulis, agar unit tahu apa yang ditanyakan dan cara memperbaikinya.',
    "KP505": 'Sumber "{source}" tidak disebut oleh angka mana pun. Sebutkan pada angka yang dibaca di situ, atau hapus.',
    # KP6xx: several files
    "KP601": 'Instrumen "{id}" sudah ada di {other}. Hapus salah satu berkas, atau beri id lain.',
    "KP602": (
        'Tahun {years} sudah menjadi tahun "{instrument}" ({other}) dari keluarga yang sama, "{family}". '
        "Setiap tahun hanya boleh dimiliki satu edisi; perbaiki years, atau family bila ini penilaian lain."
    ),
    # KP7xx: workbooks and layouts
    "KP701": "{count} judul kolom tidak dikenal dan tidak dibaca: {headers}.",
    "KP702": "Berkas tidak dapat dibuka ({reason}). Periksa nama dan izinnya.",
    "KP703": "Berkas tidak dapat dibaca: {reason}.",
    "KP704": "Berkas rusak dan tidak dapat dibaca ({reason}). Buka di Excel, lalu simpan ulang sebagai .xlsx.",
    "KP705": (
        "Sel pada lembar ini tidak tersimpan semestinya ({reason}: {reference}), sehingga jawaban bisa hilang. "
        "Buka berkas di Excel, lalu simpan lagi sebagai .xlsx."
    ),
    "cells.order": "tidak berurutan, atau ada dua kali",
    "cells.no_address": "alamat yang tidak mungkin dimiliki sel",
    "package.zip": "arsip zip-nya rusak atau terpotong",
    "package.xml": "isi XML-nya rusak",
    "package.part": "ada bagian yang hilang",
    "package.content": "ada isi yang tidak mungkin, misalnya format sel yang tidak ada",
    "package.document_type": "ada deklarasi DOCTYPE, yang tidak pernah ditulis Excel",
    "package.outside": "ada bagian yang namanya menunjuk ke luar berkas",
    "package.twice": "dua bagian dengan nama yang sama",
    "package.shared": "dua lembar memakai isi yang sama",
    "KP706": "Tidak ada lembar yang dapat dibaca. Buka di Excel, lalu simpan sebagai .xlsx biasa.",
    "KP707": (
        "Tidak ada lembar dengan judul kolom yang dikenal. Yang dicari: kolom Unit dengan kode indikator (atau Nilai), "
        "atau kolom Kode dengan Jawaban."
    ),
    "KP708": 'Judul "{written}" mirip kode tetapi tidak sama.{near} Tulis kodenya saja.',
    "KP709": 'Judul "{written}" sudah ada di {other}. Hapus atau ganti salah satunya.',
    "KP710": "Ada kode indikator pada baris ini, tetapi judul Unit tidak ada di baris yang sama. Tulis Unit di baris ini, di atas nama unit, atau gabungkan sel judul Unit di atasnya sampai ke baris ini.",
    "KP711": 'Ada kolom Kode, tetapi judul "{written}" tidak dikenal. Bila ini kolom jawaban, tulis Jawaban.',
    "KP712": (
        "{count} indikator tidak ada untuk {units}: {missing}. Tambahkan kolom atau barisnya; "
        "biarkan kosong bila belum dijawab."
    ),
    "KP713": "Lembar tersembunyi tidak dibaca: {sheets}.",
    "KP714": "Dilewati: {reason}.",
    "KP715": "Baris yang bukan unit atau indikator dilewati: {rows}.",
    "KP716": (
        "Buku kerja ini dibuat untuk instrumen {carried}, bukan {wanted}. Gunakan --instrument {carried}, "
        "atau buku kerja yang sesuai; bila {wanted} berkas Anda sendiri, samakan id-nya dengan {carried}."
    ),
    "KP717": (
        "Buku kerja ini dibuat dengan versi lain dari {instrument}: bobot atau skalanya berbeda. "
        "Nilai dihitung dengan versi yang sekarang."
    ),
    "KP718": "Beberapa instrumen cocok: {fitting}. Pilih satu dengan --instrument.",
    "KP719": (
        'Buku kerja ini dibuat untuk instrumen "{carried}", yang tidak tersedia ({known}). '
        "Sebutkan berkasnya dengan --instrument berkas.yaml."
    ),
    "KP720": "Buku kerja ini dibuat oleh kepatuhan yang lebih baru (format {version}, dikenal {known}). Perbarui.",
    "KP721": "Judul kolom ada, tetapi tidak ada satu pun unit di bawahnya. Isi nama unit dan jawabannya.",
    "KP722": "Tidak ada buku kerja di folder ini ({endings}).",
    "KP723": "Berkas ini masih terbuka di Excel; perubahan yang belum disimpan tidak ikut dihitung.",
    "KP724": "Teks bukan UTF-8; dibaca sebagai {encoding}. Periksa huruf beraksen pada nama.",
    "KP725": "Teks .csv tidak dapat dipisah menjadi sel: {reason}.",
    "KP757": (
        "{count} baris mengulang responden dari unit yang sama ({written}; sebelumnya di {other}), dan ikut dihitung. "
        "Hapus bila tersalin dua kali; bila memang responden lain, beri nomor baru."
    ),
    "KP756": (
        'Daftar ini berisi beberapa kolom (antara lain "{written}"), dan tidak ada yang berjudul Unit. '
        "Tulis Unit di atas nama-nama unit, lalu jalankan lagi."
    ),
    "KP755": 'Folder "{folder}" tidak ada. Buat foldernya dulu, atau pilih folder lain.',
    "KP726": "Tidak dapat menulis ({reason}). Tutup berkasnya di Excel, atau pilih folder lain.",
    "KP727": "Berkas sudah ada dan tidak ditimpa. Pilih nama lain, atau tambahkan --force.",
    "KP728": "Tidak ada kolom {by}: nilai instansi dihitung sebagai rata-rata biasa.",
    "KP729": "Buku kerja ini untuk instrumen {carried}; bersama-sama ada beberapa: {others}. Nilai satu per satu.",
    "KP730": "Kode yang tidak dikenal dan tanpa jawaban dilewati: {codes}.",
    "KP731": "Tidak ada instrumen yang cocok dengan kode di buku kerja ini ({known}). Pilih dengan --instrument.",
    "KP732": "Tidak ada buku kerja yang dapat dibaca.",
    "KP733": "Lembar tanpa judul kolom yang dikenal tidak dibaca: {sheets}.",
    "KP734": "Berkas ini adalah masukan dan tidak akan ditimpa. Pilih nama lain.",
    "KP735": "Tidak ada yang dapat diperiksa di folder ini ({endings}).",
    "KP736": "Di sini mulai tabel lain pada lembar yang sama. Pindahkan ke lembar sendiri supaya jawabannya tidak tertukar.",
    "KP737": (
        'Sel ini berisi "{written}", tetapi kolomnya tidak berjudul, sehingga tidak dibaca ({count} sel di kolom ini). '
        "Beri judul pada kolomnya (judul yang digabung hanya berlaku untuk kolom pertama), atau kosongkan selnya."
    ),
    "KP738": (
        'Judul "{written}" tampak seperti kode indikator, tetapi tidak ada kode itu, atau kolomnya sudah ada. '
        "Perbaiki kodenya, atau ganti judulnya."
    ),
    "KP739": (
        'Baris "{written}" bisa berarti jumlah atau angka lain, dan bisa berarti nama unit. Hapus bila bukan unit; '
        "bila unit, awali namanya dengan kata lain."
    ),
    "KP740": (
        "Lembar ini berisi nilai jadi, sedangkan lembar lain berisi jawaban; unit yang sama bisa terhitung dua kali. "
        "Sembunyikan atau hapus lembar rekap ini. Bila nilainya dari unit lain, simpan di berkas tersendiri."
    ),
    "KP741": "{count} baris tersembunyi ikut dihitung: {rows}.",
    "KP742": (
        "Sel {block} digabung, sehingga hanya sel pertamanya yang terbaca. "
        "Batalkan penggabungan, lalu isi setiap selnya."
    ),
    "KP743": (
        "Ada kolom unit, tetapi tidak ada judul lain yang dikenal: {headers}. Beri judul setiap kolom dengan kode "
        "indikator saja, atau Nilai untuk nilai jadi. Daftar kode: kepatuhan instruments."
    ),
    "KP744": (
        "{unit} ada di bawah dua nama pada kolom {header}: {first} di {other}, {written} di sini. "
        "Bila memang dua unit, bedakan namanya."
    ),
    "KP745": (
        'Ada kolom "{other}" dan kolom "{written}". Mana yang berisi jawaban? Beri judul Jawaban pada kolom itu.'
    ),
    "KP746": 'Nama unit tidak ditemukan, jadi dipakai nama lembar: "{written}". Tulis namanya di samping sel Unit.',
    "KP747": (
        "Apakah kolom ini jawaban beberapa unit ({headers})? Pakai satu lembar untuk satu unit, atau kolom Unit; "
        "untuk beberapa responden satu unit, beri judul Jawaban 1, Jawaban 2."
    ),
    "KP748": "Kolom tersembunyi ikut dihitung: {columns}.",
    "KP749": (
        'Sel {other} menyebut satu unit ({above}), padahal ada kolom "{written}". Bila kolom itu berisi penanggung jawab, '
        "beri judul Petugas; bila berisi nama unit, kosongkan selnya."
    ),
    # KP8xx: answers
    "KP750": 'Tidak ada satu pun nama unit. Sebutkan: --units "Disdukcapil; Dinas Sosial", atau satu berkas daftar.',
    "KP751": 'Unit "{name}" disebut lebih dari sekali. Hapus salah satunya, atau bedakan namanya.',
    "KP752": (
        'Nama unit "{name}" tidak dapat dipakai: ada karakter yang tidak tampak, atau namanya sama dengan judul kolom atau '
        "kode, atau akan dikira baris jumlah, tanda tangan, atau nomor. Ketik ulang, atau pakai nama lain "
        "(misalnya PT Total Persada)."
    ),
    "KP753": 'Jenis "{written}" untuk unit "{name}" tidak dikenal. Pilih salah satu: {allowed}.{near}',
    "KP754": (
        'Jenis unit "{name}" belum disebut. Tulis daftar unit dalam berkas .csv atau .xlsx dengan kolom Unit dan Jenis '
        "({allowed}), lalu sebutkan dengan --units."
    ),
    "KP758": (
        'Baris sep= menyebut pemisah "{written}", padahal judul kolomnya dipisahkan dengan "{delimiter}". '
        "Perbaiki atau hapus baris sep= itu."
    ),
    "KP759": (
        "Kode di baris ini tidak dibaca, begitu juga isi di bawahnya sampai judul tabel (baris {rows}). "
        "Bila itu jawaban, tulis Unit di baris ini, di atas nama unit; bila bukan, pindahkan ke lembar lain."
    ),
    "KP760": (
        'Jumlah {by} unit "{name}" harus bilangan bulat di atas 0, bukan "{written}". Perbaiki, atau kosongkan kolom {by} '
        "untuk semua unit."
    ),
    "KP761": (
        'Jumlah {by} unit "{name}" belum ada, padahal unit lain sudah. Isi jumlahnya, atau kosongkan kolom {by} untuk '
        "semua unit."
    ),
    "KP762": "Di sini sudah ada folder dengan nama ini. Sebutkan nama lain untuk berkasnya.",
    "KP763": "Di sini sudah ada berkas dengan nama ini, padahal yang akan dibuat folder. Pilih nama folder lain.",
    "KP764": (
        "Isinya melebihi batas: paling banyak {most} {what}. Salin jawabannya saja ke buku kerja baru, "
        "atau bagi menjadi beberapa berkas."
    ),
    "KP780": 'Tidak ada unit "{name}" di buku kerja ini ({known}).{near} Perbaiki nama pada --unit.',
    "KP781": 'Unit "{name}" belum ada nilainya ({status}), sehingga belum dapat direncanakan. Isi jawabannya dahulu.',
    "KP782": "Belum ada unit yang bernilai, sehingga belum ada yang dapat direncanakan. Isi jawaban unit dahulu.",
    "KP795": "Ini bukan hasil penilaian kepatuhan. Sebutkan buku kerja penilaian lalu, atau .json dari kepatuhan score --output.",
    "KP796": "Penilaian lalu memakai instrumen {found}, sekarang {wanted}: nilai dua edisi tidak dapat dibandingkan. Pakai penilaian lalu dari edisi yang sama.",
    "KP797": "Penilaian lalu memakai {id} dengan bobot, skala, atau zona yang lain, sehingga nilainya tidak dapat dibandingkan. Sebutkan buku kerjanya: nilainya dihitung ulang.",
    "KP798": "Buku kerja hasil ini dibuat dengan --partial: unit yang belum dapat dinilai tidak ada di dalamnya ({units}). Nilai instansi di sini tanpa mereka; hitung dari berkas aslinya.",
    "KP793": "Nilai jadi atau bobot responden tidak punya tempat di buku kerja yang dikembalikan ({count} sel), sehingga --annotate tidak dijalankan. Jalankan tanpa --annotate, atau isi jawabannya saja.",
    "KP794": "Tidak ada unit yang dapat dibaca, sehingga tidak ada buku kerja yang dikembalikan. Perbaiki masalah lainnya dahulu.",
    "KP799": "Buku kerja ini dikembalikan dengan tanda perbaikan, dan {count} masalah berkas aslinya tidak punya sel di sini: sebagian jawaban mungkin tidak ada. Lihat lembar Perbaikan, lalu hitung berkas asli yang sudah diperbaiki.",
    "KP790": 'Unit "{name}" belum ada nilainya ({status}), sehingga belum ada yang dapat diuraikan. Isi paling sedikit satu jawaban dahulu.',
    "KP791": 'Instrumen {instrument} tidak punya komponen "{name}".{near} Daftar kodenya: kepatuhan instruments {instrument}.',
    "KP792": '{id} tidak punya bagian dalam nilai unit "{name}": {reason}. Uraikan tanpa --component, atau sebutkan komponen lain.',
    "KP783": (
        "Baris ini berakhir di kolom {last}, padahal jawaban masih ada sampai kolom {until}; mungkin ada pemisah atau sel yang "
        "hilang. Lengkapi pemisahnya, atau buka di Excel, periksa, lalu simpan sebagai .xlsx."
    ),
    "KP784": (
        'Pemisah selnya tidak pasti; dibaca dengan "{delimiter}". Bila salah, tulis sep=; (atau pemisah lain) '
        "pada baris pertama."
    ),
    "KP785": (
        'Nama unit "{name}" hampir sama dengan "{first}" ({other}) dan dihitung sebagai unit lain. Bila unitnya sama, '
        "samakan namanya; bila memang dua unit, biarkan."
    ),
    "KP786": ("{count} unit di berkas ini juga ada di {other}; isinya digabung menjadi satu unit: {units}."),
    "KP787": "{count} nama unit ditulis lain tetapi dibaca sebagai unit yang sama: {units}.",
    "KP788": (
        "{id}: {written} tanpa format persen, padahal {other} berformat persen. Bila maksudnya {percent} dari 100, tulis "
        "{percent}; bila memang {written} dari 100, beri format persen ({written}%)."
    ),
    "KP789": (
        "Folder ini sudah berisi {count} buku kerja ({files}). Bila dicampur, yang lama ikut terkirim dan terhitung. Pilih "
        "folder baru, atau tambahkan --force untuk menulis di sampingnya."
    ),
    "KP801": '{id}: jawaban "{written}" tidak dikenal. Yang boleh: {allowed}.{near}',
    "KP802": "{id}: {written} di luar batas {low} sampai {high}. Perbaiki angkanya.",
    "KP803": '{id}: "{written}" bukan angka. Tulis angkanya saja{limits}, tanpa kata atau tanda lain.',
    "KP804": '{id}: "{written}" bisa dibaca sebagai dua angka. Tulis tanpa pemisah ribuan.',
    "KP805": "{id}: isinya tanggal ({written}); Excel mengubah yang diketik. Atur format sel menjadi Teks, ketik ulang.",
    "KP806": "{id}: isinya galat {written}. Perbaiki rumusnya, atau ketik jawabannya.",
    "KP807": "{id}: ada rumus ({written}) tanpa hasil tersimpan. Buka di Excel, simpan, lalu coba lagi.",
    "KP808": "{id}: isinya {written}, padahal seharusnya angka. Tulis angkanya{limits}.",
    "KP809": '{id}: "{written}" tidak diperbolehkan di sini. Beri nilai, atau kosongkan bila belum dijawab.',
    "KP810": ("{id}: {written} bukan bilangan bulat. Tulis bilangan bulat {low} sampai {high}.{mean}"),
    "KP811": "{id}: sel berformat persen ({written}), padahal skalanya bukan 0 sampai 100. Ubah format sel ke Angka.",
    "KP812": "{id} untuk {unit} sudah diisi di {other}{more}. Indikator ini hanya untuk satu jawaban; hapus salah satu.",
    "KP813": "{id} tidak untuk jenis unit {type}. Kosongkan sel ini, atau perbaiki jenis unitnya.",
    "KP814": (
        "Kolom {id} berisi nilai jadi, padahal {below} di bawahnya juga dijawab ({other}){more}. "
        "Gunakan salah satu: nilai jadi, atau jawaban."
    ),
    "KP815": (
        "{unit}: kolom {id} berisi {stated} dari {most}, tetapi nilai bagian-bagiannya menghasilkan {below}. "
        "Selisihnya lebih dari 0,02; periksa angkanya."
    ),
    "KP816": "{id} unit ini juga dijawab di lembar lain ({other}). Kumpulkan jawabannya di satu lembar.",
    "KP817": "Unit {unit} belum memiliki isian {by}, yang diperlukan untuk nilai instansi. Isi jumlahnya.",
    "KP818": 'Jenis unit "{written}" tidak dikenal atau berbeda. Yang berlaku: {known}.{near}',
    "KP819": "Bobot responden untuk {unit} kosong atau bukan angka di atas 0. Isi bobotnya.",
    "KP820": "Nama unit kosong, padahal ada jawaban di {other}. Isi nama unitnya, atau hapus jawabannya.",
    "KP821": "Kode kosong, padahal ada jawaban di {other}. Isi kodenya, atau hapus jawabannya.",
    "KP822": 'Kode "{written}" tidak ada di instrumen.{near} Perbaiki kodenya.',
    "KP823": (
        "Nilai {id} tidak melebihi bobotnya: apakah ini poin berbobot atau nilai 0 sampai {full}? "
        "Tulis judul kolomnya {id}/{weight} atau {id}/{full}."
    ),
    "KP824": (
        "Unit {unit} menjawab {id}{more} sekali lagi di sini; jawaban pertama ada di {other}. "
        "Bila baris ini unit lain, perbaiki namanya; bila responden lain, kosongkan sel-sel ini: "
        "isinya hanya satu jawaban untuk satu unit."
    ),
    "KP825": "Jenis unit {unit} belum ada, padahal instrumen memerlukannya ({known}). Isi kolom Jenis.",
    "KP826": "{by} di sini {written}, tetapi di {other} lain. Samakan isinya.",
    "KP827": "{by} adalah {written}; jumlah harus bilangan bulat di atas 0.",
    "KP828": 'Di tempat nama unit ada "{written}", yang bukan nama. Tulis nama unitnya.',
    "KP829": '{id}: sel berisi "{written}", yang bukan angka. Ketik ulang angkanya.',
    # Lists of problems
    "level.error": "salah",
    "level.warning": "perhatian",
    "level.info": "catatan",
    "problems.alike": "Begitu juga di {count} tempat lain: {places}.",
    "problems.more": "… dan {count} lagi dalam berkas ini (semuanya: --format json)",
    "problems.more_in_all": "… dan {count} lagi (semuanya: --format json)",
    "problems.summary": "{files} berkas diperiksa: {errors} kesalahan, {warnings} perhatian.",
    "rules.why": "Mengapa:",
    "rules.mend": "Yang perlu dilakukan:",
    "rules.wrong": "Salah:",
    "rules.right": "Benar:",
    "rules.more": "Salah satunya beserta contoh: kepatuhan check --explain KP201",
    "rules.elsewhere": "Kata dalam kurung kurawal mewakili apa yang ditemukan. Selengkapnya: {page}.",
    "summary.lost": "Ringkasan untuk GitHub tidak dapat ditulis ({reason}). Pemeriksaannya sendiri lengkap.",
    "summary.place": "Tempat",
    "summary.level": "Tingkat",
    "summary.problem": "Masalah",
    "summary.code": "Kode",
    "rule.help": "{code} dijelaskan dengan contoh di {address}.",
    "problems.no_result": "{count} masalah; tidak ada nilai yang dihitung. Perbaiki, lalu jalankan lagi.",
    "check.default": "Tanpa PATH, yang diperiksa adalah folder indicators/ di sini. Sebutkan PATH lain, misalnya: kepatuhan check units.xlsx",
    # The score table
    "table.unit": "Unit layanan",
    "table.score": "Nilai",
    "table.category": "Kategori",
    "table.zone": "Zona",
    "table.label": "Opini",
    "table.gap": "Kurang dari target {target}",
    "table.remark": "Keterangan",
    "table.institution": "Instansi",
    "table.no_institution": "tidak dihitung",
    "table.provisional": "sementara",
    "table.on_target": "tepat pada target",
    "table.above_target": "di atas target",
    "table.component": "Komponen",
    "table.answer": "Jawaban",
    "table.share": "Bobot terhadap nilai akhir",
    "table.direct": "nilai langsung",
    "table.many": "{count} unit layanan:",
    "table.furthest": "{count} unit terjauh dari target:",
    "table.how_to_get_all": "Semua unit: tambahkan --output hasil.csv (atau .json, .md).",
    "table.codes": "Arti kode pada judul kolom: kepatuhan instruments {id}.",
    "table.dimensions_too_wide": "Nilai tiap {level} tidak muat: lebarkan jendela, atau pakai --detail.",
    "table.dimensions_elsewhere": "Nilai tiap {level} tidak muat di tabel ini: pakai {option}.",
    "table.partial": "Nilai instansi tidak dihitung: masih ada {count} masalah yang perlu diperbaiki.",
    "table.nothing_scored": "Belum ada unit yang dapat dinilai, sehingga nilai instansi belum ada.",
    "table.institution_score": "Nilai instansi {score} (rekapitulasi {units} unit)",
    "table.institution_provisional": (
        "* Sementara: {scored} dari {units} unit bernilai; bila semua isian dilengkapi, nilai instansi {low} "
        "sampai {high}."
    ),
    "table.unit_blank": "* {unit}: {count} indikator belum diisi (dihitung terburuk); nilainya {low} sampai {high}.",
    "table.unit_not_filled_in": "{unit}: belum diisi sama sekali, sehingga belum ada nilai.",
    "table.more_blank": "… dan {count} unit lain yang belum lengkap.",
    "table.not_scorable": "belum dapat dinilai",
    "table.more_not_scorable": "… dan {count} unit lain yang belum dapat dinilai (semuanya: --format json).",
    "table.remark_count": "{count} unit",
    "table.not_applicable": "{count} jawaban tidak berlaku; bobotnya dialihkan ke indikator lain dalam kelompoknya.",
    "table.assumptions": "{count} bobot adalah asumsi, bukan angka resmi: semua nilai di atas menurut bobot asumsi.",
    "table.assumptions_some": "{count} bobot adalah asumsi, bukan angka resmi: sebagian nilai di atas menurut bobot asumsi.",
    "table.not_scored": "tidak dinilai",
    "answer.mean": "rata-rata {average} dari {count} jawaban",
    "table.provenance": "Dihitung dengan kepatuhan {version} dari {files}.",
    "table.more_inputs": " dan {count} lagi",
    "markdown.fingerprint": "Sidik instrumen: {fingerprint}.",
    "certainty.zone": "Zona",
    "certainty.class": "Kelas nilai",
    "certainty.unsure": "{classes} belum pasti: {names}. Setiap bobot asumsi dicoba dari setengah sampai dua kalinya.",
    "certainty.more": "; dan {count} lagi",
    "certainty.by_blanks": "{count} jawaban kosong",
    "certainty.by_weights": "bobot asumsi",
    "certainty.by_both": "{count} jawaban kosong bersama bobot asumsi",
    "certainty.together": "{classes} bergantung pada {count} jawaban kosong bersama bobot asumsi.",
    "certainty.sure": "{classes} pasti.",
    "certainty.blanks": "{classes} bergantung pada {count} jawaban kosong.",
    "certainty.weights_decide": (
        "{classes} bergantung pada bobot asumsi: nilainya {low} sampai {high} "
        "bila masing-masing setengah sampai dua kalinya."
    ),
    "certainty.weights_allow": "Nilainya {low} sampai {high} bila setiap bobot asumsi setengah sampai dua kalinya.",
    "table.instrument": "Instrumen {id} (berlaku {years}), sidik {fingerprint}.",
    "part.category": "kategori {value}",
    "part.zone": "zona {value}",
    "part.label": "{value}",
    "part.gap": "kurang {gap} dari target {target}",
    "plan.title": "Rencana menuju target {target} dengan usaha terkecil",
    "plan.title_near": "Rencana menuju target {target} dengan usaha yang mendekati terkecil",
    "plan.by_assumptions": ", menurut bobot asumsi",
    "plan.effort": "Usaha: 1 (mudah) sampai 5 (sulit) untuk setiap tingkat jawaban yang naik. Poin: yang ditambahkan pada nilai. Langkah dengan poin terbanyak untuk usahanya ada di depan.",
    "plan.outside": "Yang di luar kendali unit ikut ditawarkan, dengan usaha {effort} untuk setiap tingkat.",
    "plan.assumed": "{count} bobot adalah asumsi, bukan angka resmi: dengan bobot lain, langkah dan urutannya dapat berbeda.",
    "plan.route": "{name}: {score} menjadi {after}. Usaha {effort}, {count} langkah.",
    "plan.route_bounded": "{name}: {score} menjadi {after}. Usaha {effort} (sedikitnya {least} diperlukan), {count} langkah.",
    "plan.rated": "{score} ({names})",
    "plan.reached": "Sudah mencapai target: {names}.",
    "plan.reached_institution": "{name}: {score}, sudah mencapai target.",
    "plan.out_of_reach": "{name}: {score}. Target {target} tidak tercapai: paling jauh {after}, bila semua {count} langkah di bawah ini dikerjakan (usaha {effort}).",
    "plan.out_of_reach_in_one": "{name}: {score}. Target {target} tidak tercapai: paling jauh {after}, bila langkah di bawah ini dikerjakan (usaha {effort}).",
    "plan.no_steps": "{name}: {score}. Target {target} tidak tercapai: tidak ada langkah yang dapat ditawarkan.",
    "plan.in_the_way": "Yang menghalangi: {names}.",
    "plan.is_outside": "{what}, di luar kendali unit ({points} poin)",
    "plan.is_direct": "{what}, hanya nilai jadinya yang diketahui ({points} poin)",
    "plan.unit_is_direct": "hanya nilai jadi unit ini yang diketahui, bukan jawabannya",
    "plan.in_the_way_of_units": "Yang menghalangi disebut pada setiap unit di bawah ini.",
    "plan.blank": "{count} indikator belum diisi dan dihitung sebagai jawaban terburuk. Mungkin jawabannya hanya belum ditulis: isi dahulu, lalu rencanakan lagi.",
    "plan.offer_outside": " Tambahkan --include-outside untuk ikut merencanakan yang di luar kendali unit.",
    "plan.no_score": "{name}: belum ada nilai ({status}); isi jawabannya dahulu. Unit ini tidak ikut dihitung dalam rencana instansi.",
    "plan.more_without_score": "… dan {count} unit lagi yang belum ada nilainya (semuanya: --format json).",
    "plan.step": "{what}: usaha {effort}, +{points} poin, nilai menjadi {after}",
    "plan.for_institution": "; untuk instansi +{points}",
    "plan.for_unit": "; untuk unitnya +{points}",
    "plan.answers": "dari {before} menjadi {after}",
    "plan.all": "semua {answer}",
    "plan.equals": "Sama usaha dan poinnya, pilih {count} dari {all}: {names}.",
    "plan.more_steps": "… dan {count} langkah lagi (semuanya: --format json).",
    "plan.more_equals": "dan {count} lagi",
    "plan.more_units": "… dan {count} unit lagi di bawah target (rinciannya: --unit NAMA, semuanya: --format json).",
    "plan.remedies": "Cara memperbaiki",
    "plan.component": "Komponen",
    "plan.answer": "Jawaban",
    "plan.effort_header": "Usaha",
    "plan.points": "Poin",
    "plan.institution_points": "Poin instansi",
    "plan.remedy": "Perbaikan",
    "plan.next": "Langkah pertama untuk {unit}, yang terjauh dari target: {what}, {change} (usaha {effort}, +{points} poin). Rencana lengkapnya: {command}",
    "plan.next_of_others": "Langkah pertama untuk {unit}, yang terjauh dari target di antara yang dapat direncanakan: {what}, {change} (usaha {effort}, +{points} poin). Rencana lengkapnya: {command}",
    "explain.title": "Asal nilai {name}: {score}",
    "explain.title_assumed": "Asal nilai {name}: {score}, menurut bobot asumsi",
    "explain.title_part": "Asal nilai {name}, bagian dari nilai unit {score}",
    "explain.title_part_assumed": "Asal nilai {name}, bagian dari nilai unit {score}, menurut bobot asumsi",
    "explain.where_sheet": "Jawabannya ada di {file}, lembar {sheet}.",
    "explain.where": "Jawabannya ada di {file}.",
    "explain.legend": "Poin adalah bagian dari nilai akhir: dihitung tepat, ditampilkan dengan {decimals} desimal. Baris menunjuk ke berkas instrumen {file}.",
    "explain.weight": "Bobot",
    "explain.points": "Poin",
    "explain.cell": "Sel",
    "explain.line": "Baris",
    "explain.given": "nilai jadi {value} dari {most}",
    "explain.sum": "{weight} (jumlah)",
    "explain.many_parts": "poin dari {count} komponen",
    "explain.sum_of_unit": "Nilai = {parts} = {total}, dibulatkan menjadi {score}.",
    "explain.sum_exact": "Nilai = {parts} = {score}, tanpa pembulatan.",
    "explain.sum_of_component": "{name} menyumbang {points} dari paling banyak {most} poin (nilainya {score}) kepada nilai unit {unit_score}.",
    "explain.made_of": "Poinnya: {parts}.",
    "explain.is_given": "Nilai unit ini nilai jadi: {value} dari {most} di {cell}, yaitu {score} dari {full}. Tidak ada jawaban yang dihitung.",
    "explain.left_out": "{name} tidak berlaku bagi unit ini: tidak ada poinnya, dan bobotnya dialihkan ke komponen lain dalam kelompoknya.",
    "explain.rise": "Kurang {missing} untuk naik ke {band} (mulai {lower}).",
    "explain.highest": "{band} adalah kelas tertinggi.",
    "explain.drop": "{count} indikator yang jawabannya menjadi terburuk sudah cukup untuk turun ke {after}: {names}.",
    "explain.drop.one": "Satu indikator yang jawabannya menjadi terburuk sudah cukup untuk turun ke {after}: {names}.",
    "explain.no_drop": "Kelas {band} tidak turun, seburuk apa pun jawabannya.",
    "explain.blank": "Belum diisi ({count}): {names}. Dihitung sebagai jawaban terburuk; bila semuanya ternyata terbaik, nilainya {high}.",
    "explain.not_applicable": "Tidak berlaku ({count}): {names}. Bobotnya dialihkan ke komponen lain dalam kelompoknya.",
    "explain.assumed": "* Bobot asumsi: bukan angka resmi, melainkan pilihan pembuat berkas instrumen.",
    "explain.parts_do_not_count": "Nilai bagian di atas ikut tertulis di buku kerja, tetapi tidak ikut dihitung.",
    "explain.not_counted": "Tertulis juga di buku kerja, tetapi tidak ikut dihitung karena nilai di atasnya sudah diberikan: {names}.",
    "explain.share": "Dalam nilai instansi {score} ({units} unit), unit ini {share} bagian: {points} poin.",
    "explain.share_weighted": "Dalam nilai instansi {score} ({units} unit), unit ini {share} bagian menurut {by} ({count}): {points} poin.",
    "explain.bands_assumed": "Batas kelas nilai adalah asumsi: {reason}",
    "explain.roll_up_assumed": "Rekapitulasi nilai instansi adalah asumsi: {reason}",
    "explain.scale_assumed": "Skala jawabannya adalah asumsi: {reason}",
    "explain.weight_assumed": "Bobot asumsi ({place}): {reason}",
    "explain.weight_source": "Bobot menurut {source} ({place}).",
    "explain.question": "Pertanyaan: {question}",
    "explain.remedy": "Cara memperbaiki: {remedy}",
    "explain.cell_mark": "{where}: {answer}, capaian {mark}%",
    "explain.cell_weight": " (bobot responden {weight})",
    "explain.cell_not_applicable": "{where}: tidak berlaku, tidak ikut dihitung",
    "explain.more_cells": "… dan {count} sel lagi (semuanya: --format json).",
    "absence.not_scored": "hanya dilaporkan, tidak dinilai",
    "absence.other_type": "tidak ditanyakan kepada unit jenis ini",
    "absence.not_counted": "buku kerja sudah memberi nilai jadi di atasnya",
    "status.not_filled_in": "belum diisi",
    "status.not_assessed": "tidak dinilai",
    "status.not_applicable": "tidak berlaku",
    "status.not_scorable": "belum dapat dinilai ({count} masalah)",
    "returned.written": "Ditulis: {file} ({count} masalah; {corrections} isian untuk diperbaiki, terdaftar di lembar Perbaikan)",
    "returned.written_clean": "Ditulis: {file} (tidak ada yang perlu diperbaiki)",
    "returned.title": "Perbaikan",
    "returned.found": "{count} masalah ditemukan, sehingga nilai belum dapat dihitung. Semuanya ada di daftar ini; yang perlu diperbaiki: {corrections} isian.",
    "returned.nothing": "Tidak ada yang salah: semua jawaban terbaca, dan tidak ada yang perlu diperbaiki.",
    "returned.how": "Klik tautannya untuk pergi ke sel yang salah di buku kerja ini. Selnya merah, dan komentarnya menjelaskan apa yang harus dilakukan. Perbaiki, simpan, lalu kirim kembali atau hitung buku kerja ini.",
    "returned.unread": "{count} masalah tidak punya sel di buku kerja ini; jawaban yang terkait mungkin tidak ada di sini. Perbaiki di berkas asli (lihat lembar Perbaikan).",
    "returned.remarks": "Perlu diketahui, dan isian yang tidak punya tempat di buku kerja ini",
    "returned.number": "No",
    "returned.unit": "Unit",
    "returned.link": "Ke sel",
    "returned.problem": "Masalah dan cara memperbaikinya",
    "returned.written_there": "Yang tertulis",
    "returned.file": "Berkas asli",
    "returned.sheet": "Lembar asli",
    "returned.cell": "Sel asli",
    "returned.no_cell": "(di berkas asli)",
    "returned.missing": "{id}: di berkas asli tidak ada kolom atau baris yang terbaca untuk ini. Ganti tanda tanya dengan jawabannya, atau kosongkan jika belum ada.",
    "returned.twice": "{id}: ditulis di lebih dari satu tempat ({cells}), dan semuanya disatukan di sini. Tulis satu jawaban yang benar.",
    "returned.refused": "{id}: isian ini bukan jawaban yang dikenal. Ganti dengan salah satu jawaban skalanya.",
    "returned.not_asked": "{id}: unit jenis ini tidak menjawabnya. Kosongkan sel ini, atau perbaiki jenis unitnya.",
    "returned.type_first": "{id}: apakah unit ini menjawabnya tergantung pada jenisnya. Perbaiki dahulu jenis unitnya.",
    "returned.leftover": "Teks tentang unit; tidak dinilai, dan tidak punya kolom di buku kerja ini.",
    "returned.leftover_of": "Bukti atau catatan untuk {id}; tidak dinilai, dan tidak punya kolom di buku kerja ini.",
    "returned.KP712": (
        "{count} indikator tidak ada di berkas asli untuk {units}: {missing}. Di sini selnya bertanda tanya: ketik jawabannya, "
        "atau kosongkan bila belum dijawab."
    ),
    "returned.KP788": "{id}: {written} di sini, padahal {other} di berkas asli berformat persen. Bila maksudnya {percent} dari 100, tulis {percent}; bila memang {written}, tulis {written}.",
    "returned.KP805": "{id}: di berkas asli isinya menjadi tanggal ({written}). Ketik ulang jawabannya di sel ini, tanpa garis miring atau tanda hubung.",
    "returned.KP806": "{id}: di berkas asli isinya galat {written}. Ketik jawabannya di sel ini.",
    "returned.KP807": "{id}: di berkas asli ada rumus ({written}) tanpa hasil. Ketik jawabannya di sel ini.",
    "returned.KP810": "{id}: {written} bukan bilangan bulat. Tulis bilangan bulat {low} sampai {high}.",
    "returned.KP811": "{id}: di berkas asli selnya berformat persen ({written}), padahal skalanya bukan 0 sampai 100. Tulis angkanya tanpa persen.",
    "returned.KP812": "{id} untuk {unit} diisi lebih dari satu kali di berkas asli (juga di {other}{more}), padahal hanya untuk satu jawaban. Tulis satu jawaban yang benar.",
    "returned.KP816": "{id} unit ini dijawab di lebih dari satu lembar di berkas asli (juga di {other}). Tulis jawaban yang benar di sini.",
    "returned.KP824": "{id}{more} untuk {unit} dijawab sekali lagi di berkas asli; jawaban pertama ada di {other}. Tulis satu jawaban yang benar. Bila salah satu barisnya unit lain, perbaiki di berkas asli.",
    "output.written": "Ditulis: {file}",
    "template.written": (
        'Instrumen {instrument}, {count} unit. Isi sel kuningnya, lalu hitung: kepatuhan score "{file}"'
    ),
    "template.separate": (
        "Instrumen {instrument}, satu berkas tiap unit: {count}. Kirimkan; yang kembali kumpulkan dalam satu folder lain, "
        "lalu hitung bersama: kepatuhan score {collected}"
    ),
    "template.collected": "terkumpul",
    "output.lost": "Hasil tidak dapat ditulis ke keluaran ({reason}). Kosongkan ruang, atau arahkan ke tempat lain.",
    "progress.reading": "Membaca {file}, baris {row} ...",
    "progress.writing_long": "Menulis {file} ...",
    "progress.writing": "Menulis {file} ({number} dari {count}) ...",
    # Instruments
    "instruments.id": "Instrumen",
    "instruments.years": "Tahun",
    "instruments.title": "Judul",
    "instruments.indicators": "Indikator",
    "instruments.answers": "Jawaban",
    "instruments.number_scale": "angka {worst} (terburuk) sampai {best} (terbaik)",
    "instruments.whole_scale": "bilangan bulat {worst} (terburuk) sampai {best} (terbaik)",
    "instruments.option": "{option} ({points})",
    "instruments.observed": "Beberapa jawaban ({observed})",
    "instruments.may_be_left_out": 'Boleh dijawab "tidak berlaku"',
    "instruments.family": "Keluarga",
    "instruments.from": "Mulai",
    "instruments.copied": "{id} disalin ke {file}. Sesudah menyunting: kepatuhan check {file}",
    "instruments.about_bands": "Kategori",
    "instruments.about_roll_up": "Rekapitulasi",
    "instruments.about_scale": "Skala {scale}",
    "instruments.about_weights": "Bobot {ids}",
    "instruments.show_one": "Lihat satu instrumen: kepatuhan instruments INSTRUMEN",
    "instruments.weight": "Bobot",
    "instruments.origin": "Sumber",
    "instruments.assumed": "asumsi",
    "instruments.bands": "Kategori (batas bawah)",
    "instruments.assumptions": "Asumsi ({count} bobot)",
    "instruments.sources": "Sumber",
    # Worksheets to fill in
    "worksheet.band": "Kategori",
    "worksheet.answered": "Terisi",
    "worksheet.of": "dari",
    "worksheet.units": "unit",
    "worksheet.not_applicable": "tidak dihitung; bobotnya dialihkan ke indikator lain dalam kelompoknya",
    "worksheet.input": "Isi dengan {allowed}. Belum dijawab: kosongkan.",
    "worksheet.error_title": "Jawaban tidak dikenal",
    "worksheet.error": "Jawaban {id} harus salah satu dari: {allowed}. Tekan Batal, lalu isi lagi.",
    "worksheet.whole": "bilangan bulat {low} sampai {high}",
    "worksheet.number": "angka {low} sampai {high}",
    "worksheet.evidence": "Bukti yang diperlukan",
    "worksheet.count": "Isi jumlah {by} unit ini: nilai instansi ditimbang menurut jumlah itu.",
    "worksheet.count_error": "Jumlah {by} harus bilangan bulat di atas 0. Tekan Batal, lalu isi lagi.",
    "worksheet.count_missing": "lengkapi {by}",
    "worksheet.name": "Nama unit layanan",
    "worksheet.name_help": "Nama ini dipakai dalam hasil. Lembar ini disalin untuk unit lain? Ganti namanya di sini.",
    "worksheet.unknown_answers": "{count} isian tidak dikenal (sel merah): nilai di buku kerja ini belum benar sampai diperbaiki.",
    "worksheet.nameless": "{count} jawaban ada di baris tanpa nama unit dan tidak ikut dihitung: isi nama unitnya di kolom pertama.",
    "worksheet.uncounted": "{count} baris ditambahkan dan tidak ikut dihitung rumus. Hitung ulang: kepatuhan score berkas-ini.xlsx",
    "worksheet.matrix.error": "Ada isian galat (misalnya #N/A): nilai di buku kerja ini belum benar sampai diperbaiki.",
    "worksheet.matrix.count.unknown_answers": "Sel merah",
    "worksheet.matrix.count.nameless": "Jawaban tanpa nama unit",
    "worksheet.matrix.count.uncounted": "Baris yang ditambahkan",
    "worksheet.improvements": "Jawaban yang paling menambah nilai bila naik menjadi yang terbaik",
    "worksheet.recap": "Rekap: {title}",
    "worksheet.recap_note.form": "Lembar ini terisi sendiri dari lembar unit yang ada sejak awal; tidak perlu diubah. Lembar salinan untuk unit lain tidak tampak di sini, tetapi ikut dihitung oleh kepatuhan score.",
    "worksheet.recap_note.matrix": "Lembar ini terisi sendiri dari lembar Jawaban dan lembar observasinya; tidak perlu diubah.",
    "worksheet.no_sheet": "lembar dihapus",
    "worksheet.no_value": "isian galat",
    "worksheet.name_twice": "nama ganda: ganti namanya",
    "worksheet.sheets_missing": "lembar hilang",
    "worksheet.values_missing": "unit galat",
    "worksheet.units_refused": "unit bermasalah",
    "worksheet.target_column": "Target",
    "worksheet.chart": "Nilai setiap unit",
    "worksheet.chart_many": "{count} unit, menurut urutan tabel di atas",
    "worksheet.chart_described": "Diagram batang nilai setiap unit, dengan garis target bila ada; angkanya ada di tabel.",
    "worksheet.title": "Kertas kerja: {title}",
    "worksheet.about": (
        "Buku kerja ini untuk penilaian mandiri menurut {issuer}, tahun {years}. Satu lembar untuk satu unit layanan; "
        "lembar Rekap merangkum semuanya."
    ),
    "worksheet.how": "Cara mengisi",
    "worksheet.how.choose": (
        "Buka lembar unit Anda. Isi sel kuning pada kolom Jawaban: pilih dari daftar, atau ketik. "
        "Kolom Arti setiap nilai menerangkan pilihannya. Jawaban yang tidak dikenal langsung ditolak."
    ),
    "worksheet.how.several": (
        "Beberapa sel Jawaban dalam satu baris adalah untuk beberapa petugas, produk, atau responden: "
        "satu sel untuk masing-masing, dan nilainya dirata-ratakan. Tidak semuanya harus terpakai."
    ),
    "worksheet.how.blank": (
        "Belum ada jawaban: kosongkan. Selama kosong, indikator itu dihitung sebagai nilai terburuk."
    ),
    "worksheet.how.evidence_step": (
        "Tulis nama dokumen atau tautannya pada kolom Bukti, dan hal lain pada kolom Catatan."
    ),
    "worksheet.how.so_far": (
        "Baris di atas tabel menunjukkan nilai sementara, kategori, berapa yang terisi, dan berapa lagi menuju target. "
        "Kolom Terisi, Bobot, dan Capaian di kanan menunjukkan asalnya."
    ),
    "worksheet.how.improve": (
        "Di bawahnya ada tiga jawaban yang paling menambah nilai bila naik menjadi yang terbaik, dengan saran perbaikannya. "
        "Yang tidak di tangan unit (misalnya jawaban responden) tidak disebut di sana. Asalnya: kolom Bobot efektif, Tambahan nilai, dan Urutan."
    ),
    "worksheet.how.pasted": (
        "Jawaban yang ditempel dari tempat lain tidak selalu ditolak. Bila tidak dikenal, selnya menjadi merah, "
        "dan jumlahnya disebut di atas tabel. Isi ulang sel itu."
    ),
    "worksheet.how.copy": (
        "Ada unit lain? Salin lembar unit (klik kanan pada nama lembar, lalu Pindahkan atau Salin) dan ganti nama unit di atasnya. "
        "Lembar baru itu ikut dihitung oleh kepatuhan, tetapi tidak tampak di lembar Rekap: Rekap hanya memuat unit yang ada sejak awal."
    ),
    "worksheet.how.send": (
        'Simpan, lalu kirim kembali kepada pengirimnya. Pengirim menghitung dengan: kepatuhan score "{file}"'
    ),
    "worksheet.scales": "Jawaban yang boleh",
    "worksheet.may_be_left_out": (
        "tidak berlaku: hanya bila memang tidak berlaku bagi unit Anda; bobotnya dialihkan ke indikator lain."
    ),
    "worksheet.bands": "Kategori nilai",
    "worksheet.from": "{lower} ke atas: {name}",
    "worksheet.target": "Target: {target}",
    "worksheet.assumed": "{count} bobot adalah asumsi, bukan angka resmi; nilai di sini adalah perkiraan untuk berbenah.",
    "worksheet.note": "Tentang instrumen ini",
    "worksheet.questions": "Bertanya",
    "worksheet.whom": "Tentang cara mengisi, tanyakan kepada yang mengirim berkas ini (biasanya Bagian Organisasi).",
    "worksheet.matrix.about": "Buku kerja ini untuk penilaian menurut {issuer}, tahun {years}. Satu baris untuk satu unit layanan; lembar Rekap merangkum semuanya, dan lembar Hitungan menunjukkan asal setiap angka.",
    "worksheet.how.matrix_choose": "Lembar Jawaban: satu baris untuk setiap unit, satu kolom untuk setiap indikator. Isi sel kuningnya. Pilih selnya untuk melihat pertanyaan dan arti setiap nilai.",
    "worksheet.how.matrix_several": "Lembar lain yang kuning (misalnya Responden): satu baris untuk setiap responden, petugas, atau produk, dengan nama unitnya. Nilainya dirata-ratakan untuk tiap unit. Baris boleh tersisa kosong.",
    "worksheet.how.matrix_so_far": "Lembar Rekap menunjukkan nilai sementara, kategori, berapa yang terisi, dan berapa lagi menuju target.",
    "worksheet.how.matrix_send": 'Simpan, lalu hitung dengan: kepatuhan score "{file}"',
    "worksheet.matrix.answers": "Jawaban: satu baris untuk setiap unit",
    "worksheet.matrix.observations": "Satu baris untuk setiap {kind}; nilainya dirata-ratakan untuk tiap unit",
    "worksheet.matrix.points": "Hitungan: lembar {sheet} dalam poin",
    "worksheet.matrix.row_of_unit": "Unit ke-",
    "worksheet.matrix.last_row": "Baris terakhir di {sheet}",
    "worksheet.matrix.first_row": "Baris pertama di {sheet}",
    "worksheet.matrix.workings": "Hitungan: asal setiap nilai",
    "worksheet.matrix.filled": "Terisi: banyaknya jawaban (tb: tidak berlaku, atau bukan untuk jenis unit ini)",
    "worksheet.matrix.weight": "Bobot di antara komponen sekelompok (0: tidak dihitung)",
    "worksheet.matrix.mark": "Capaian, 0 sampai 1",
    "worksheet.matrix.unknown": "Tidak dikenal: banyaknya isian yang bukan jawaban",
    "worksheet.matrix.share": "Bobot terhadap nilai akhir, 0 sampai 1",
    "worksheet.matrix.state": "Keterangan",
    "worksheet.matrix.remark": "Keterangan pada nilai",
    "worksheet.matrix.name_twice": "nama ganda: pakai satu baris",
    "worksheet.matrix.direct_wrong": "nilai langsung tidak dikenal",
    "worksheet.matrix.type_missing": "isi jenis unit",
    "worksheet.matrix.unknown_unit": "Nama unit harus ada di lembar Jawaban. Pilih dari daftar.",
    # The command line
    "help.usage": "Cara pakai: ",
    "help.arguments": "Masukan:",
    "help.options": "Pilihan:",
    "help.commands": "Perintah:",
    "help.help": "Tampilkan bantuan ini.",
    "help.required": "[wajib]",
    "help.default": "[bawaan: ",
    "help.options_metavar": "[PILIHAN]",
    "help.command_metavar": "PERINTAH ...",
    "help.kepatuhan": (
        "Menghitung nilai kepatuhan penyelenggaraan pelayanan publik: buku kerja Excel berisi jawaban tiap unit, "
        "hasilnya tabel nilai dengan zona warna dan jarak ke target."
    ),
    "help.epilog": "Mulai dengan mengetik kepatuhan saja: tiga langkah untuk pengguna baru.",
    "help.template": (
        "Buat buku kerja Excel untuk diisi: satu lembar tiap unit, dengan pilihan jawaban, arti setiap nilai, dan nilai "
        "sementara yang langsung tampak."
    ),
    "help.template.short": "Buat buku kerja untuk diisi.",
    "help.template.epilog": (
        "\b\nContoh:\n"
        "  kepatuhan template\n"
        '  kepatuhan template --units "Disdukcapil; Dinas Sosial; Puskesmas Melati"\n'
        "  kepatuhan template --instrument skm-2017 --units daftar-unit.txt --output survei.xlsx\n"
        "  kepatuhan template --layout matrix\n"
        "  kepatuhan template --units daftar-unit.xlsx --separate\n"
        "\n\b\nKode keluar: 0 selesai; 2 perintah salah; 3 tidak dapat dibuat."
    ),
    "help.score": "Hitung nilai setiap unit dan instansi dari buku kerja (.xlsx, .xlsm, .csv) atau folder.",
    "help.score.short": "Hitung nilai dari buku kerja.",
    "help.score.epilog": (
        "\b\nContoh:\n"
        "  kepatuhan score units.xlsx\n"
        "  kepatuhan score units.xlsx --detail --target 92\n"
        "  kepatuhan score terkumpul/ --output hasil.xlsx --output memo.md\n"
        "  kepatuhan score units.xlsx --output hasil.xlsx --previous 2023.xlsx\n"
        "  kepatuhan score terkumpul/ --annotate kembali.xlsx\n"
        "\n\b\nDari mana angka sebuah unit berasal: kepatuhan explain. Apa dulu yang diperbaiki: kepatuhan plan.\n"
        "\n\b\nKode keluar: 0 selesai; 1 di bawah --fail-under; 2 perintah salah; 3 tidak dapat dinilai."
    ),
    "help.plan": "Cari langkah dengan usaha terkecil yang membawa setiap unit dan instansi ke target: indikator mana, dari jawaban apa ke jawaban apa, dan nilai setelahnya.",
    "help.plan.short": "Rencanakan langkah menuju target.",
    "help.plan.epilog": '\x08\nContoh:\n  kepatuhan plan units.xlsx\n  kepatuhan plan units.xlsx --target 92\n  kepatuhan plan units.xlsx --unit "Dinas Sosial" --output rencana.md\n\n\x08\nKode keluar: 0 selesai, juga bila target tidak tercapai; 2 perintah salah; 3 tidak dapat direncanakan.',
    "help.unit": "Hanya unit ini, tanpa instansi.",
    "help.include_outside": "Tawarkan juga yang di luar kendali unit, seperti persepsi masyarakat.",
    "help.explain": "Uraikan asal nilai satu unit: setiap jawaban dengan selnya, bobotnya, dan poinnya, jarak ke kategori berikutnya, dan berapa jawaban yang dapat menjatuhkannya.",
    "help.explain.short": "Uraikan asal nilai satu unit.",
    "help.explain.epilog": '\x08\nContoh:\n  kepatuhan explain units.xlsx --unit "Dinas Sosial"\n  kepatuhan explain units.xlsx --unit Disdukcapil --component P.01\n  kepatuhan explain units.xlsx --unit DPMPTSP --output asal.md\n\n\x08\nKode keluar: 0 selesai; 2 perintah salah; 3 tidak dapat diuraikan.',
    "help.explain_unit": "Unit yang nilainya diuraikan.",
    "help.component": "Hanya komponen dengan kode ini, dengan setiap selnya.",
    "help.check": (
        "Periksa berkas indikator (.yaml) dan buku kerja tanpa menghitung nilai. Tanpa PATH: folder indicators/ di sini."
    ),
    "help.check.short": "Periksa berkas indikator dan buku kerja.",
    "help.check.epilog": (
        "\b\nContoh:\n"
        "  kepatuhan check\n"
        "  kepatuhan check indicators/ombudsman-2022.yaml --format json\n"
        "  kepatuhan check units.xlsx\n"
        "\n\b\nKode keluar: 0 tanpa kesalahan; 1 ada kesalahan; 2 perintah salah; 3 tidak ada yang diperiksa."
    ),
    "help.instruments": "Tampilkan daftar instrumen, atau satu instrumen lengkap dengan bobot, kategori dan sumbernya.",
    "help.instruments.short": "Tampilkan instrumen, bobot dan sumbernya.",
    "help.instruments.epilog": (
        "\b\nContoh:\n"
        "  kepatuhan instruments\n"
        "  kepatuhan instruments ombudsman-2022\n"
        "  kepatuhan instruments ombudsman-2022 --format markdown\n"
        "  kepatuhan instruments ombudsman-2022 --copy milik-kami.yaml"
    ),
    "help.workbooks": "Buku kerja atau folder; bersama-sama menjadi satu penilaian.",
    "help.paths": "Berkas .yaml, buku kerja, atau folder.",
    "help.instrument": "Instrumen yang dipakai: id atau berkas .yaml. Tanpa ini: yang disebut atau cocok dengan buku kerja.",
    "help.instrument_id": "Id instrumen, atau berkas .yaml.",
    "help.template_instrument": "Id instrumen, atau berkas .yaml. Tanpa ini: ombudsman-2022.",
    "help.units": (
        "Nama unit, dipisah titik koma (atau koma); atau berkas daftar: .txt dengan satu nama tiap baris, .csv atau .xlsx "
        "dengan kolom Unit (dan Jenis, Produk). Tanpa ini: tujuh unit yang biasa dinilai."
    ),
    "help.template_output": "Nama berkas .xlsx; dengan --separate: nama folder. Tanpa ini: Kertas Kerja.xlsx, atau Kertas Kerja.",
    "help.separate": "Satu berkas untuk setiap unit, dalam satu folder, untuk dikirimkan.",
    "help.layout": "Susunan: form, satu lembar tiap unit (bawaan); matrix, satu baris tiap unit, untuk analis.",
    "help.target": "Target nilai. Tanpa ini: target instrumen.",
    "help.check_format": "Bentuk keluaran; auto: github di GitHub Actions, selain itu text.",
    "help.format": "Bentuk keluaran.",
    "help.output": (
        "Tulis juga ke berkas ini: .json, .csv, atau .md. Boleh diulang. Berkas .csv dipisah titik koma dengan koma "
        "desimal, seperti Excel Indonesia (koma dan titik desimal bila --lang en); penyandiannya UTF-8."
    ),
    "help.score_format": "Bentuk keluaran.",
    "help.copy": "Salin berkas instrumen ke FILE, untuk disunting.",
    "help.fail_under": "Kode keluar 1 bila nilai instansi di bawah N, atau tidak ada.",
    "help.previous": "Penilaian lalu (buku kerja atau .json, edisi yang sama), untuk dibandingkan di buku kerja hasil.",
    "help.score_output": "Tulis juga ke berkas; boleh diulang. Akhirannya menentukan bentuknya: .xlsx (buku kerja hasil), .json, .csv, .md.",
    "help.partial": "Nilai unit yang tidak bermasalah saja; nilai instansi tidak dihitung.",
    "help.detail": "Tampilkan juga setiap indikator dan bobotnya.",
    "help.annotate": "Kembalikan buku kerja (.xlsx) dengan kesalahan yang ditandai merah, dan daftarnya di lembar Perbaikan.",
    "help.institution": "Nama instansi pada hasil.",
    "help.force": "Timpa berkas keluaran yang sudah ada.",
    "help.strict": "Anggap perhatian sebagai kesalahan.",
    "help.explain_code": "Jelaskan sebuah kode (KP201) atau nama aturan beserta contohnya, tanpa memeriksa.",
    "help.rules": "Tampilkan semua aturan untuk berkas indikator, tanpa memeriksa.",
    "help.lang": "Bahasa: id (bawaan) atau en. Juga lewat KEPATUHAN_LANG.",
    "help.no_color": "Tanpa warna. Juga lewat NO_COLOR.",
    "help.traceback": "Tampilkan jejak kesalahan program.",
    "help.version": "Tampilkan versi.",
    "usage.option": "Pilihan {what} tidak dikenal.{near}",
    "usage.option_value": "Pilihan {what} ditulis tidak lengkap, atau diberi isi yang tidak diperlukan.",
    "usage.missing": "{parameter} belum disebut.",
    "usage.choice": "Isi {parameter} harus salah satu dari: {allowed}.",
    "usage.value": "Isi {parameter} tidak dapat dipakai: {what}",
    "usage.command": 'Perintah "{what}" tidak dikenal.{near}',
    "usage.extra": 'Ada masukan yang tidak diperlukan: "{what}".',
    "usage.other": "Perintah tidak dapat dipahami: {what}",
    "usage.help": "Bantuan: {command} --help",
    "usage.copy_of_what": "sebutkan instrumen yang disalin. Contoh: kepatuhan instruments ombudsman-2022 --copy baru.yaml",
    "usage.number": '"{text}" bukan angka 0 atau lebih. Contoh: 90 atau 87,5.',
    "usage.no_target": "instrumen {id} tidak menetapkan target. Sebutkan targetnya, misalnya --target 90.",
    "usage.too_high": "tidak boleh di atas nilai penuh {full}.",
    "usage.output_twice": "{file} disebut dua kali.",
    "usage.folder": "{file} bernama seperti berkas; dengan --separate yang dibuat adalah folder.",
    "usage.rule": 'tidak ada aturan "{text}".{near} Lihat daftarnya: kepatuhan check --rules',
    "usage.previous": "hanya dipakai bersama --output hasil.xlsx: penilaian lalu tampil di buku kerja hasil",
    "usage.alone": "tidak ada yang diperiksa dengannya, sehingga {others} tidak berpengaruh. Hapus itu, atau periksa tanpa pilihan ini.",
    "usage.endings": "akhiran {file} tidak dikenal. Yang dapat ditulis: {endings}.",
    "fault": (
        "Maaf, ini kesalahan kepatuhan sendiri, bukan kesalahan Anda ({what}). "
        "Jalankan lagi dengan --traceback dan laporkan keluarannya kepada pengelola kepatuhan."
    ),
    "welcome": (
        "kepatuhan menghitung nilai kepatuhan pelayanan publik dan jaraknya ke target.\n\n"
        "Tiga langkah:\n"
        "  1. Buat buku kerja untuk diisi: kepatuhan template\n"
        "  2. Isi sel kuningnya di Excel, satu lembar tiap unit: Kertas Kerja.xlsx\n"
        '  3. Hitung nilainya: kepatuhan score "Kertas Kerja.xlsx"\n\n'
        "Semua perintah dan pilihan: kepatuhan --help   (in English: kepatuhan --lang en)"
    ),
    # The workbook of results.
    "results.left_out_something": "Ada bagian berkas yang belum dapat dibaca. Karena itu belum ada nilai instansi.",
    "results.title": "Hasil penilaian",
    "results.headline": "Nilai {score}, {band}.",
    "results.headline_below": "Nilai {score}, {band}: kurang dari target {target} sebesar {gap}.",
    "results.headline_at": "Nilai {score}, {band}: tepat pada target {target}.",
    "results.headline_above": "Nilai {score}, {band}: {gap} di atas target {target}.",
    "results.headline_none": "Belum ada nilai instansi.",
    "results.headline_refused": "Belum ada nilai instansi: {reason}. Lihat kolom Nilai di lembar Rekap.",
    "results.provisional": "Sementara: {blank} jawaban masih kosong (dihitung paling rendah), {units} unit belum diisi.",
    "results.provisional_blanks": "Sementara: {blank} jawaban masih kosong (dihitung paling rendah).",
    "results.provisional_units": "Sementara: {units} unit belum diisi.",
    "results.scale": "Zona nilai",
    "results.now": "Sekarang",
    "results.earlier": "Nilai lalu",
    "results.earlier_unscored": "{name} tidak memuat nilai instansi (waktu itu tidak semua unit dapat dinilai), jadi perubahannya tidak dihitung.",
    "results.earlier_missing": "{count} unit penilaian lalu tidak ada sekarang ({units}): perubahan nilai instansi membandingkan susunan unit yang berbeda.",
    "results.earlier_named": "Lalu ({name})",
    "results.change": "Perubahan",
    "results.share": "Bagian dalam nilai instansi",
    "results.target": "Target",
    "results.more_units": "{count} unit lain ada di lembar Rekap; di sini {shown} unit dengan nilai terendah saat berkas ini dibuat.",
    "results.as_written": "Saat berkas ini dibuat:",
    "results.more_remarks": "{count} keterangan lain: lihat keluaran kepatuhan score.",
    "results.limits_assumed": "Batas kelas nilai adalah asumsi; alasannya ada di lembar Zona.",
    "results.roll_up_assumed": "Cara menghitung nilai instansi dari nilai unit adalah asumsi; alasannya ada di lembar Bobot.",
    "results.unit": "Unit",
    "results.points": "Tambahan",
    "results.person": "Penanggung jawab",
    "results.date": "Tanggal",
    "results.improvements": "Yang dapat dikerjakan unit sendiri dan paling menambah nilai instansi",
    "results.no_improvements_outside": "Tidak ada perbaikan yang dapat diusulkan: yang belum penuh tidak ada dalam kendali unit.",
    "results.no_improvements_finished": "Tidak ada perbaikan yang dapat diusulkan: hanya nilai jadi setiap unit yang diketahui, bukan jawabannya.",
    "results.if_done": "Jika {count} perbaikan ini selesai, nilai instansi menjadi {score}.",
    "results.nothing_left": "Tidak ada lagi perbaikan yang dapat dikerjakan unit dan menambah nilai instansi.",
    "results.footer": "Dihitung dengan kepatuhan {version}",
    "worksheet.recap_note.results": "Angka di sini mengikuti lembar Jawaban: ubah jawaban di sana, semuanya ikut berubah.",
    "results.no_institution": "belum ada: ada unit yang belum dapat dinilai",
    "results.left_out_units": "Belum dapat dinilai (banyaknya masalah): {units}. Karena itu belum ada nilai instansi.",
    "results.shortcomings": "Kekurangan: yang belum bernilai penuh, dari yang paling menambah nilai",
    "results.shortcomings_note": "Jawaban diubah? Angkanya ikut berubah; saring ulang kolom Tambahan untuk memperbarui baris yang tampak. Jawaban beberapa observasi ditunjukkan sebagai rata-ratanya, atau banyaknya setiap jawaban.",
    "results.shortcomings_left_out": "Hanya {shown} baris teratas dimuat; {left} lainnya tidak.",
    "results.plan": "Rencana aksi: langkah dengan usaha terkecil menuju target",
    "results.plan_note": "Disusun dari jawaban saat berkas ini dibuat; sesudah jawaban berubah, buat lagi dengan kepatuhan score.",
    "results.step_change": "Jawaban: dari → menjadi",
    "results.number": "No",
    "results.step_effort": "Usaha",
    "results.score_after": "Nilai instansi sesudahnya",
    "results.code": "Kode",
    "results.indicator": "Indikator",
    "results.answer": "Jawaban",
    "results.answer_mean": "rata-rata {average} dari {most}",
    "results.unit_points": "Tambahan untuk unit",
    "results.institution_points": "Tambahan untuk instansi",
    "results.effort": "Upaya (1 mudah, 5 berat)",
    "results.remedy": "Perbaikan",
    "results.key": "Urutan",
    "results.outside": "di luar kendali unit",
    "results.blank": "(kosong)",
    "results.left_out": "tidak berlaku",
    "results.bands": "Zona dan kategori nilai",
    "results.from": "Dari",
    "results.up_to": "Sampai",
    "results.category": "Kategori",
    "results.zone": "Zona",
    "results.label": "Sebutan",
    "results.below": "di bawah {upper}",
    "results.bands_origin": "Sumber: {source}",
    "results.bands_assumed": "Asumsi: {reason}",
    "results.full_score": "Nilai penuh: {full}. Nilai dibulatkan sekali, di akhir, menjadi {decimals} desimal.",
    "results.weights": "Bobot dan asalnya",
    "results.weights_note": "{count} bobot adalah asumsi, bukan angka resmi; lihat kolom Asumsi.",
    "results.level": "Tingkat",
    "results.weight": "Bobot",
    "results.weight_sum": "jumlah di bawahnya",
    "results.final_weight": "Bobot terhadap nilai akhir",
    "results.final_weight_of": "Bobot terhadap nilai akhir ({type})",
    "results.source": "Sumber",
    "results.assumption": "Asumsi",
    "results.checks": "Pemeriksaan: nilai menurut program dan menurut rumus",
    "results.checks_note": "Berbeda berarti jawaban atau nama unit di buku kerja ini diubah sesudah dihitung. Hitung ulang: kepatuhan score berkas-ini.xlsx",
    "results.all_same": "Semua sama.",
    "results.some_different": "berbeda: jawaban atau nama unit sudah diubah.",
    "results.told": "Nilai menurut program",
    "results.told_remark": "Keterangan menurut program",
    "results.shown": "Nilai menurut rumus",
    "results.shown_remark": "Keterangan menurut rumus",
    "results.verdict": "Hasil",
    "results.same": "sama",
    "results.different": "berbeda",
    "results.gone": "tidak ada lagi di Jawaban",
    "results.not_this_time": "tidak dihitung kali ini",
    "results.no_score_before": "tidak ada",
    "results.new_unit": "Unit baru di Jawaban",
    "results.made_with": "Dihitung dengan kepatuhan {version}.",
    "results.made_by": "Instrumen {id}, sidik jari {fingerprint}.",
    "results.made_from": "Dari {file} (sha256 {sha256}).",
}
