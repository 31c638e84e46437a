"""What every rule for indicator files means, in Indonesian: shown by ``check --explain`` and, in docs/problems.md, in English."""

from collections.abc import Mapping

from kepatuhan.messages.explanation import Explanation

EXPLANATIONS: Mapping[str, Explanation] = {
    "KP101": Explanation(
        title="Berkas tidak dapat dibaca",
        why="Tidak ada berkas dengan nama itu, nama itu sebuah folder, atau izinnya tidak ada; berkas juga dapat hilang selagi diperiksa.",
        mend="Periksa nama berkas dan izin membacanya.",
    ),
    "KP102": Explanation(
        title="Berkas bukan teks UTF-8",
        why="Notepad dan Excel di Windows dapat menyimpan dengan penyandian lain; huruf beraksen lalu terbaca salah.",
        mend="Simpan ulang, dan pilih UTF-8 pada jendela Simpan Sebagai.",
    ),
    "KP103": Explanation(
        title="Susunan YAML salah",
        why="Tanda baca YAML di tempat ini tidak membentuk pasangan kunci dan nilai, sehingga sisa berkas tidak dapat dibaca.",
        mend="Perbaiki baris itu; teks yang memuat titik dua atau tanda khusus perlu tanda kutip.",
    ),
    "KP104": Explanation(
        title="Berkas terlalu besar atau terlalu dalam",
        why="Batasnya 5 MB, 40 tingkat, dan 200.000 nilai, termasuk yang disalin oleh alias; alias tidak boleh memuat dirinya sendiri. Berkas dengan lebih dari 1.000 kesalahan disebut sampai batas itu. Instrumen nyata jauh di bawahnya.",
        mend="Sederhanakan isinya, dan tulis nilai langsung alih-alih dengan alias.",
    ),
    "KP105": Explanation(
        title="Kunci tertulis dua kali",
        why="YAML memakai yang terakhir dari dua kunci yang sama tanpa berkata apa-apa; nilai yang pertama akan hilang.",
        mend="Hapus salah satunya.",
    ),
    "KP106": Explanation(
        title="Teks yang dibaca YAML sebagai hal lain",
        why="YAML 1.1 membaca `no` sebagai false, `012` sebagai 10, `12:30` sebagai 750, dan `2024-01-01` sebagai tanggal.",
        mend="Teks perlu tanda kutip; angka ditulis dengan angka biasa dan titik desimal.",
    ),
    "KP107": Explanation(
        title="Berkas tanpa kunci",
        why="Berkas indikator berisi pasangan kunci dan nilai; berkas kosong atau daftar bukan instrumen.",
        mend="Mulailah dengan baris `format: 1`, atau salin instrumen bawaan.",
    ),
    "KP108": Explanation(
        title="Kunci salah eja",
        why="Kunci yang tidak dikenal akan diabaikan oleh pembaca lain, dan nilainya hilang diam-diam.",
        mend="Tulis kunci seperti yang disarankan.",
    ),
    "KP109": Explanation(
        title="Kunci wajib belum ada",
        why="Tanpa kunci ini tidak dapat diketahui apa yang dimaksud.",
        mend="Tambahkan kunci itu beserta nilainya.",
    ),
    "KP110": Explanation(
        title="Jenis nilai salah",
        why="Nilai itu bukan jenis yang diharapkan: misalnya kata di tempat angka, atau angka dengan koma desimal (`40,5` adalah teks bagi YAML).",
        mend="Tulis nilai dengan jenis yang disebut; angka memakai titik desimal.",
    ),
    "KP111": Explanation(
        title="Kode berupa angka tanpa tanda kutip",
        why="Tanpa tanda kutip, kode `1.10` adalah angka 1,1 dan sama dengan `1.1`.",
        mend="Tulis kode di dalam tanda kutip.",
    ),
    "KP112": Explanation(
        title="Kode yang sudah dipakai lembar kerja",
        why="Buku kerja menemukan kolomnya menurut judul; komponen dengan nama itu tidak dapat dibedakan.",
        mend="Pilih kode lain.",
    ),
    "KP113": Explanation(
        title="Format berkas tidak dikenal",
        why="Angka pada `format` menyatakan cara penulisan berkas, bukan edisinya.",
        mend="Perbarui kepatuhan, atau tulis `format: 1` bila berkas ini memang format 1.",
    ),
    "KP114": Explanation(
        title="Kode dipakai dua kali",
        why="Huruf besar dan kecil tidak membedakan kode: bagi buku kerja `p.01` dan `P.01` sama.",
        mend="Beri setiap komponen kode sendiri.",
    ),
    "KP115": Explanation(
        title="Pilihan yang tidak ada",
        why="Kunci ini hanya mengenal beberapa kata, dan yang tertulis bukan salah satunya.",
        mend="Pakai salah satu kata yang disebut.",
    ),
    "KP116": Explanation(
        title="TAB pada awal baris",
        why="YAML hanya mengenal spasi untuk menjorokkan; lebar TAB berbeda di setiap penyunting.",
        mend="Ganti TAB dengan spasi.",
    ),
    "KP117": Explanation(
        title="Kunci tidak dikenal",
        why="Kunci ini tidak ada dalam format, jadi nilainya tidak akan pernah dipakai.",
        mend="Pakai salah satu kunci yang disebut, atau hapus; keterangan dapat ditulis sebagai komentar.",
    ),
    "KP118": Explanation(
        title="Jenis unit tidak dikenal",
        why="`only_for` menunjuk jenis unit yang tidak ada di `unit_types`; indikator itu tidak akan ditanyakan kepada siapa pun.",
        mend="Perbaiki ejaannya, atau tambahkan jenis itu.",
    ),
    "KP119": Explanation(
        title="Kunci indikator pada kelompok",
        why="Pertanyaan, skala, dan sebagainya milik satu indikator; yang sama untuk semua indikator sebuah kelompok ada di `defaults`.",
        mend="Pindahkan ke `defaults`, atau ke indikatornya.",
    ),
    "KP120": Explanation(
        title="Kunci kelompok pada indikator",
        why="`within` dan `defaults` mengatur komponen di bawahnya; di sini tidak ada.",
        mend="Hapus baris itu.",
    ),
    "KP121": Explanation(
        title="Instrumen tidak ada",
        why="Perintah menyebut instrumen yang tidak disertakan dalam kepatuhan.",
        mend="Pilih salah satu yang tersedia, atau sebutkan berkas .yaml.",
    ),
    "KP122": Explanation(
        title="Jenis unit tidak dapat dibedakan",
        why="Kolom Jenis boleh berisi kunci atau judul, dan huruf besar dan kecil tidak membedakannya; judul satu jenis tidak boleh menjadi kunci jenis lain.",
        mend="Beri judul yang berbeda.",
    ),
    "KP123": Explanation(
        title="Tahun tertulis dua kali",
        why="Mungkin tahun lain yang dimaksud.",
        mend="Hapus salah satunya, atau tulis tahun yang dimaksud.",
    ),
    "KP124": Explanation(
        title="Komentar ignore belum lengkap",
        why="Siapa pun yang meninjau berkas harus melihat apa yang diabaikan dan mengapa. Tanpa itu tidak ada yang diabaikan.",
        mend="Tulis kode dan alasannya: `# kepatuhan: ignore KP504 alasannya`.",
    ),
    "KP125": Explanation(
        title="Komentar ignore dengan kode yang tidak ada",
        why="Kode itu tidak ada, jadi komentar tidak mengabaikan apa pun.",
        mend="Tulis kode seperti dalam laporan pemeriksaan.",
    ),
    "KP126": Explanation(
        title="Komentar ignore yang tidak diperlukan",
        why="Masalahnya sudah tidak ada, atau ada di baris lain; komentar yang tertinggal dapat menutupi masalah baru.",
        mend="Hapus komentar itu, atau pindahkan ke baris masalahnya.",
    ),
    "KP127": Explanation(
        title="Komentar ignore untuk kesalahan",
        why="Berkas dengan kesalahan tidak aman untuk menghitung nilai, siapa pun yang menyetujuinya. Hanya perhatian dan catatan yang dapat diabaikan.",
        mend="Perbaiki kesalahannya, lalu hapus komentar itu.",
    ),
    "KP128": Explanation(
        title="Koma desimal di dalam kurung kurawal",
        why="Di dalam kurung kurawal, koma memulai kunci berikutnya: `{weight: 25,5}` berarti bobot 25 dan kunci 5 tanpa nilai.",
        mend="Tulis angkanya dengan titik desimal: `25.5`.",
    ),
    "KP129": Explanation(
        title="Sebuah kode diabaikan dua kali",
        why="Dua komentar, atau satu komentar yang menyebut kodenya dua kali, mengabaikan kode yang sama pada baris yang sama; bila masalahnya sudah tidak ada, salah satunya mudah tertinggal.",
        mend="Hapus salah satunya, dan simpan alasan yang lebih baik.",
    ),
    "KP201": Explanation(
        title="Jumlah bobot tidak sesuai",
        why="Jumlah dibandingkan dengan tepat: tiga kali 33,33 adalah 99,99, bukan 100.",
        mend='Perbaiki bobotnya. Untuk bagian yang sama tulis pecahan (`"1/3"`) atau `within: {weights: equal}`; hapus `sum` bila bobot yang diterbitkan memang dibulatkan.',
    ),
    "KP202": Explanation(
        title="Bobot tidak lebih besar dari 0",
        why="Bobot 0 menghilangkan indikator diam-diam, dan bobot negatif membalik artinya.",
        mend="Tulis bobot yang benar; yang hanya dilaporkan memakai `scored: false`.",
    ),
    "KP203": Explanation(
        title="Bobot belum ada",
        why="Sebagian anggota kelompok punya bobot dan sebagian tidak, sehingga bagiannya tidak dapat dihitung.",
        mend="Beri bobot, atau tulis `weights: equal` untuk kelompoknya.",
    ),
    "KP204": Explanation(
        title="Bobot di samping weights: equal",
        why="Kelompoknya menyatakan semua bobot sama, tetapi satu anggota menyebut angka.",
        mend="Hapus salah satunya.",
    ),
    "KP205": Explanation(
        title="weight: sum tanpa komponen",
        why="`weight: sum` membuat kelompok berbobot sebesar jumlah komponennya; di sini tidak ada komponen.",
        mend="Tulis bobotnya.",
    ),
    "KP206": Explanation(
        title="Tidak ada yang dinilai",
        why="Kelompok tanpa indikator yang dinilai tidak punya nilai.",
        mend="Tambahkan indikator yang dinilai, atau hapus kelompoknya.",
    ),
    "KP207": Explanation(
        title="Jumlah bobot hampir 1 atau 100",
        why="Bobot di dalam kelompok bersifat relatif, jadi bobot yang salah ketik atau tertinggal tidak terlihat. Jumlah yang hampir 1 atau 100 sering berarti begitu.",
        mend="Tulis pada `within.sum` berapa jumlah seharusnya; jumlah yang diterbitkan boleh juga 99,5.",
    ),
    "KP208": Explanation(
        title="Bobot terlalu kecil untuk terasa",
        why="Di bawah 0,1 % dari nilai akhir, jawaban terbaik dan terburuk hampir tidak berbeda; mungkin tanda desimalnya salah.",
        mend="Periksa bobotnya; yang hanya dilaporkan memakai `scored: false`.",
    ),
    "KP301": Explanation(
        title="Skala tidak dikenal",
        why="Indikator menunjuk skala yang tidak ada di `scales`.",
        mend="Perbaiki namanya, atau tambahkan skala itu.",
    ),
    "KP302": Explanation(
        title="Skala datar",
        why="Semua jawaban akan bernilai sama, atau jawaban terbaik tidak bernilai.",
        mend="Perbaiki batas atau poinnya.",
    ),
    "KP303": Explanation(
        title="zero di dalam skala",
        why="`zero` adalah nilai yang tidak berharga. Letaknya pada `worst` (bawaan) atau di luarnya: survei kepuasan punya jawaban 1 sampai 4, dan 0 tidak berharga.",
        mend="Pindahkan `zero` ke `worst` atau ke luar skala.",
    ),
    "KP304": Explanation(
        title="Satu jawaban dua arti",
        why="Huruf besar dan kecil serta spasi tidak membedakan jawaban.",
        mend="Pakai setiap ejaan untuk satu pilihan saja.",
    ),
    "KP305": Explanation(
        title="Poin tidak 0 atau lebih",
        why="Poin negatif membuat nilai di bawah 0, dan tanpa poin di atas 0 tidak ada jawaban terbaik.",
        mend="Perbaiki poinnya: 0 atau lebih, dan paling sedikit satu di atas 0.",
    ),
    "KP306": Explanation(
        title="Skala belum ada",
        why="Tanpa skala, jawaban tidak dapat dinilai.",
        mend="Tambahkan `scale` di sini atau pada `defaults` kelompoknya.",
    ),
    "KP307": Explanation(
        title="Batas skala bukan bilangan bulat",
        why="`whole: true` hanya menerima bilangan bulat, jadi batas seperti 2,5 tidak pernah tercapai.",
        mend="Perbaiki batasnya, atau hapus `whole`.",
    ),
    "KP308": Explanation(
        title="Skala tanpa pilihan dan tanpa batas",
        why="Skala berisi pilihan berpoin (`options`), atau angka dari `worst` sampai `best`; tidak keduanya.",
        mend="Tulis salah satunya.",
    ),
    "KP309": Explanation(
        title="Ejaan untuk pilihan yang tidak ada",
        why="`also` memberi ejaan lain untuk sebuah pilihan, dan pilihan itu tidak ada di `options`.",
        mend="Perbaiki ejaan pilihannya.",
    ),
    "KP310": Explanation(
        title="appends bukan pada tempatnya",
        why="Catatan ditambahkan oleh indikator yang tidak dinilai, untuk jawaban yang ada dalam skalanya.",
        mend="Perbaiki jawabannya, tulis `scored: false`, atau hapus `appends`.",
    ),
    "KP311": Explanation(
        title="Jawaban yang berarti kosong",
        why="Tanda hubung, garis, `tidak berlaku`, `tidak relevan`, `tidak dipersyaratkan`, `tb`, dan `n/a` di setiap lembar kerja berarti belum diisi atau tidak berlaku.",
        mend="Hapus atau ganti kata itu; `not_applicable: allowed` menyatakan bahwa indikator boleh tidak berlaku.",
    ),
    "KP312": Explanation(
        title="Skala tidak dipakai",
        why="Tidak ada indikator yang memakai skala ini; mungkin indikatornya menunjuk skala lain tanpa sengaja.",
        mend="Hapus skala itu, atau sebutkan di tempat yang semestinya.",
    ),
    "KP313": Explanation(
        title="Arti untuk nilai yang tidak ada",
        why='`steps` menjelaskan nilai yang tidak dapat dijawab; mungkin skalanya yang salah. Sebuah langkah boleh berupa satu nilai, rentang seperti `"0-1"`, atau sebuah pilihan dengan ejaan mana pun.',
        mend="Perbaiki nilainya, atau hapus.",
    ),
    "KP314": Explanation(
        title="Nilai tanpa arti",
        why="Sebagian nilai dijelaskan dan sebagian tidak, sehingga setiap orang mengartikannya sendiri.",
        mend="Jelaskan setiap nilai skala.",
    ),
    "KP315": Explanation(
        title="Sebuah nilai dijelaskan dua kali",
        why="Dua langkah menjelaskan nilai yang sama, misalnya `2` di samping `2-3`, atau sebuah pilihan di samping ejaan lainnya; hanya yang pertama yang akan ditampilkan.",
        mend="Perbaiki salah satunya, atau hapus.",
    ),
    "KP401": Explanation(
        title="Kategori terendah terlalu tinggi",
        why="Setiap nilai masuk dalam satu kategori, jadi kategori terendah mulai pada nilai terendah yang mungkin.",
        mend="Mulailah pada nilai terendah yang disebut.",
    ),
    "KP402": Explanation(
        title="Batas kategori dipakai dua kali",
        why="Nilai pada batas itu akan masuk dua kategori.",
        mend="Beri setiap kategori batas sendiri.",
    ),
    "KP403": Explanation(
        title="Kategori di atas nilai penuh",
        why="Tidak ada nilai yang dapat mencapai batas itu.",
        mend="Perbaiki atau hapus batasnya.",
    ),
    "KP404": Explanation(
        title="Target tidak dapat dicapai",
        why="Target terletak di antara 0 dan nilai penuh.",
        mend="Perbaiki `target` atau `full_score`.",
    ),
    "KP405": Explanation(
        title="Rekapitulasi tanpa kolom",
        why="Rekapitulasi berbobot mengalikan nilai setiap unit dengan angka dari sebuah kolom buku kerja, dan `by` adalah judul kolom itu. Judul yang sudah berarti lain, atau kode komponen, tidak dapat dipakai.",
        mend="Tulis `by` dengan judul yang belum dipakai; `method: mean` tidak memerlukannya.",
    ),
    "KP406": Explanation(
        title="Nilai penuh tidak di atas 0",
        why="Nilai dihitung dari 0 sampai nilai penuh.",
        mend="Perbaiki `full_score`.",
    ),
    "KP407": Explanation(
        title="Urutan kategori berubah arah",
        why="Baris disusun dalam satu arah, dari batas tertinggi ke terendah atau sebaliknya. Angka yang salah ketik sering tampak sebagai baris yang keluar dari urutan.",
        mend="Periksa kedua batas, lalu urutkan barisnya.",
    ),
    "KP408": Explanation(
        title="Kategori di bawah nilai terendah",
        why="Nilai terendah yang mungkin sudah masuk kategori yang lebih tinggi, jadi kategori ini tidak pernah diberikan.",
        mend="Hapus barisnya, atau perbaiki batasnya.",
    ),
    "KP501": Explanation(
        title="Angka tanpa sumber dan tanpa asumsi",
        why="Siapa pun yang meninjau berkas harus melihat untuk setiap angka di mana angka itu dibaca, atau mengapa dipilih. Yang tertulis pada kelompok (di samping `weight`, atau dalam `within`) berlaku untuk semua di bawahnya.",
        mend="Sebutkan sumbernya, atau tulis asumsinya.",
    ),
    "KP502": Explanation(
        title="Sumber tidak dikenal",
        why="Angka menunjuk sumber yang tidak ada dalam `sources`.",
        mend="Perbaiki namanya, atau tambahkan sumber itu.",
    ),
    "KP503": Explanation(
        title="Sumber tertulis dua kali",
        why="Tidak jelas sumber mana yang dimaksud oleh sebuah angka.",
        mend="Hapus salah satunya, atau beri nama lain.",
    ),
    "KP504": Explanation(
        title="Panduan belum lengkap",
        why="Unit memerlukan pertanyaan, arti setiap nilai, bukti yang dilihat penilai, dan saran perbaikan. Indikator yang hanya dilaporkan cukup dengan pertanyaan; yang di luar kendali unit (`effort: outside`) tidak perlu saran.",
        mend="Tulis teks yang disebut.",
    ),
    "KP505": Explanation(
        title="Sumber tidak disebut oleh angka",
        why="Sumber ada dalam daftar, tetapi tidak ada angka yang menyebutnya. Mungkin dibaca untuk teksnya saja, jadi ini hanya catatan.",
        mend="Sebutkan pada angka yang dibaca di situ, atau hapus.",
    ),
    "KP601": Explanation(
        title="Satu kode instrumen dalam dua berkas",
        why="`--instrument` dan buku kerja menunjuk instrumen dengan kodenya, jadi kode itu harus menunjuk satu berkas.",
        mend="Hapus salah satu berkas, atau pilih `id` lain.",
    ),
    "KP602": Explanation(
        title="Tahun yang sama dalam dua edisi",
        why="Sebuah edisi berlaku untuk tahunnya, dan satu tahun dalam satu keluarga harus menunjuk satu edisi. Bila aturan berubah dalam satu tahun, tahun itu milik edisi yang dipakai menilai.",
        mend="Perbaiki `years`, atau `family` bila ini penilaian lain.",
    ),
}
"""In the order of the codes."""
