"""The sample office's surveys and yearly reports: every one of them, with zeros, gaps and late ones among them.

`sample_office.py` calls it. Everything is made up here, and says so.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

IKM = """tahun: 2026
diperbarui: 2026-09-14
dicatat_oleh: Subbagian Contoh
jenis: ikm
judul: Survei kepuasan layanan kantor (CONTOH)
aksi: [VII.7]
tanggal_mulai: 2026-08-03
tanggal_selesai: 2026-08-28
metode: >-
  Kuesioner kertas dan daring untuk semua tamu yang dilayani selama Agustus, diisi tanpa nama (contoh).
populasi: 90
responden: 62

# jawaban: banyaknya orang yang memilih nilai 1, 2, 3, dan 4
nilai:
  - unsur: persyaratan
    jawaban: [0, 4, 33, 25]
  - unsur: prosedur
    jawaban: [1, 6, 34, 21]
  - unsur: waktu
    jawaban: [2, 11, 31, 18]
  - unsur: biaya
    jawaban: [0, 0, 9, 53]
  - unsur: produk
    jawaban: [0, 5, 36, 20]
  - unsur: kompetensi
    jawaban: [0, 3, 35, 24]
  - unsur: perilaku
    jawaban: [0, 2, 27, 33]
  - unsur: pengaduan
    jawaban: [3, 9, 32, 15]
  - unsur: sarana
    jawaban: [2, 8, 34, 18]

tindak_lanjut:
  - uraian: Papan alur layanan dipasang di ruang tunggu (contoh).
    hasil: selesai
    tanggal: 2026-09-10
  - uraian: Waktu layanan ditulis di setiap tanda terima (contoh).
    hasil: berjalan
    tanggal: 2026-09-14
  - uraian: Petugas pengaduan dilatih (contoh).
"""

SPAK = """tahun: 2026
diperbarui: 2026-11-20
dicatat_oleh: Subbagian Contoh
jenis: spak
judul: Survei persepsi anti korupsi (CONTOH)
aksi: [II.4]
tanggal_mulai: 2026-11-02
tanggal_selesai: 2026-11-13
metode: Kuesioner daring tanpa nama bagi tamu yang dilayani (contoh).
responden: 40

# jawaban: banyaknya orang yang memilih nilai 1 sampai 6; makin besar, makin bersih
nilai:
  - unsur: diskriminasi
    jawaban: [0, 1, 2, 5, 14, 18]
  - unsur: kecurangan
    jawaban: [0, 0, 2, 6, 13, 19]
  - unsur: imbalan
    jawaban: [0, 0, 1, 4, 12, 23]
  - unsur: pungli
    jawaban: [0, 0, 0, 3, 11, 26]
  - unsur: percaloan
    jawaban: [0, 1, 1, 4, 12, 22]
tautan: https://contoh.example.go.id/survei-spak.pdf
"""

SPKP = """tahun: 2026
diperbarui: 2026-11-20
dicatat_oleh: Subbagian Contoh
jenis: spkp
judul: Survei persepsi kualitas pelayanan (CONTOH)
aksi: [VII.7]
tanggal_mulai: 2026-11-02
tanggal_selesai: 2026-11-13
metode: Kuesioner daring tanpa nama bagi tamu yang dilayani (contoh).
responden: 40

# hanya jumlah nilainya yang tersimpan: jumlah_nilai dan banyaknya penjawab
nilai:
  - {unsur: informasi, jumlah_nilai: 201, penjawab: 40}
  - {unsur: persyaratan, jumlah_nilai: 208, penjawab: 40}
  - {unsur: prosedur, jumlah_nilai: 204, penjawab: 40}
  - {unsur: waktu, jumlah_nilai: 190, penjawab: 39}
  - {unsur: tarif, jumlah_nilai: 231, penjawab: 40}
  - {unsur: sarana, jumlah_nilai: 187, penjawab: 40}
  - {unsur: perilaku, jumlah_nilai: 215, penjawab: 40}
  - {unsur: pengaduan, jumlah_nilai: 178, penjawab: 38}
"""

GRATIFIKASI = """tahun: 2026
diperbarui: 2026-11-06
dicatat_oleh: Tim Contoh

# 0 berarti tidak ada; yang tidak ditulis berarti belum dilaporkan
rekap:
  - {periode: "2026-TW1", ditolak: 2, diterima: 0, dilaporkan_upg: 2, dilaporkan_kpk: 0}
  - {periode: "2026-04", ditolak: 1, diterima: 1, dilaporkan_upg: 2, dilaporkan_kpk: 1}
  - {periode: "2026-05", ditolak: 0, diterima: 0, dilaporkan_upg: 0, dilaporkan_kpk: 0}
  - {periode: "2026-06", ditolak: 0, diterima: 0, dilaporkan_upg: 0, dilaporkan_kpk: 0}
  - {periode: "2026-08", ditolak: 1, diterima: 0, dilaporkan_upg: 1}
  - {periode: "2026-09", ditolak: 0, diterima: 0, dilaporkan_upg: 0, dilaporkan_kpk: 0}
  - {periode: "2026-10", ditolak: 0, diterima: 0, dilaporkan_upg: 0, dilaporkan_kpk: 0}
"""

BENTURAN = """tahun: 2026
diperbarui: 2026-09-30
dicatat_oleh: Tim Contoh

peta:
  - uraian: Pejabat pengadaan menilai penawaran dari usaha keluarganya (contoh).
    jabatan_terkait: [Pejabat pengadaan contoh, Kepala subbagian contoh]
    penyebab: Hubungan keluarga dengan penyedia (contoh).
    prosedur_penanganan: Menyatakan hubungan itu kepada atasan dan digantikan pejabat lain (contoh).
  - uraian: Petugas layanan mendahulukan permohonan kenalannya (contoh).
    jabatan_terkait: [Petugas layanan informasi contoh]
    penyebab: Antrean belum bernomor (contoh).
    prosedur_penanganan: Nomor antrean dibagikan sejak pintu masuk (contoh).
pernyataan:
  - {tanggal: 2026-08-21, wajib: 28, bebas: 25, potensi: 1}
laporan_monev:
  - judul: Laporan monitoring benturan kepentingan semester pertama (contoh)
    tanggal: 2026-07-20
    tautan: https://contoh.example.go.id/monev-benturan.pdf
tindak_lanjut:
  - {jangka: pendek, uraian: Nomor antrean dipasang (contoh)., hasil: selesai, tanggal: 2026-09-03}
  - {jangka: pendek, uraian: Dua pernyataan yang belum masuk ditagih (contoh)., hasil: berjalan}
  - {jangka: panjang, uraian: Pengadaan kecil dinilai dua pejabat (contoh).}
"""

SPIP = """tahun: 2026
diperbarui: 2026-11-12
dicatat_oleh: Subbagian Contoh
satgas:
  nomor: Nomor 0 Tahun 2026 (CONTOH)
  ditetapkan: 2026-01-05
kartu_kendali:
  - {periode: "2026-01", jumlah_kartu: 4, dikirim: 2026-02-13}
  - {periode: "2026-02", jumlah_kartu: 4, dikirim: 2026-03-09}
  - {periode: "2026-03", jumlah_kartu: 4, dikirim: 2026-04-10}
  - {periode: "2026-04", jumlah_kartu: 4, dikirim: 2026-05-08}
  - {periode: "2026-05", jumlah_kartu: 3, dikirim: 2026-06-10}
  - {periode: "2026-06", jumlah_kartu: 4, dikirim: 2026-07-11}
  - {periode: "2026-08", jumlah_kartu: 4, dikirim: 2026-09-10}
  - {periode: "2026-09", jumlah_kartu: 4}
  - {periode: "2026-10", jumlah_kartu: 4, dikirim: 2026-11-10}
risiko:
  - judul: Dokumen kearsipan rusak karena lembap (contoh)
    unit_kerja: Subbagian contoh satu
    pengendalian: Lemari arsip kedap dan pemeriksaan bulanan (contoh)
  - judul: Permohonan informasi melewati batas waktu (contoh)
    unit_kerja: Subbagian contoh dua
    pengendalian: Papan kendali permohonan (contoh)
  - judul: Logistik tersimpan tanpa pendataan (contoh)
    unit_kerja: Subbagian contoh tiga
kuesioner_spip:
  tanggal: 2026-11-05
  disebar: 24
  responden: 21
  skala: 5
  nilai:
    - {unsur: Pegawai tahu kode etik (contoh), jawaban: [0, 0, 2, 9, 10]}
    - {unsur: Pimpinan memberi teladan (contoh), jawaban: [0, 1, 3, 8, 9]}
    - {unsur: Risiko pekerjaan dibahas (contoh), jumlah_nilai: 71, penjawab: 20}
"""

INOVASI = """tahun: 2026
diperbarui: 2026-11-18
dicatat_oleh: Tim Contoh
podcast:
  - judul: "Episode 1: Mengapa gratifikasi ditolak (contoh)"
    tanggal: 2026-02-19
    tautan: https://contoh.example.go.id/podcast-1
    takarir: true
    transkrip: https://contoh.example.go.id/podcast-1-transkrip
  - judul: "Episode 2: Cara meminta informasi (contoh)"
    tanggal: 2026-05-21
    tautan: https://contoh.example.go.id/podcast-2
    takarir: true
  - judul: "Episode 3: Di balik meja layanan (contoh)"
    tanggal: 2026-08-20
    tautan: https://contoh.example.go.id/podcast-3
daftar_hadir_tamu:
  tautan: https://contoh.example.go.id/daftar-hadir
  mulai_dipakai: 2026-01-12
  keterangan: Diisi tamu lewat ponsel di meja depan; formulir kertas tetap tersedia (contoh).
evaluasi:
  - judul: Rapat evaluasi program inovasi (contoh)
    tanggal: 2026-11-17
"""

HARTA = """tahun: 2026
diperbarui: 2026-04-02
dicatat_oleh: Subbagian Contoh
pelaporan:
  - {jenis: lhkpn, wajib: 6, sudah_lapor: 6, batas_waktu: 2026-03-31}
  - {jenis: lhkasn, wajib: 22, sudah_lapor: 21, batas_waktu: 2026-03-31}
  - {jenis: spt, wajib: 28, sudah_lapor: 28, batas_waktu: 2026-03-31}
"""

PAKTA = """tahun: 2026
diperbarui: 2026-01-15
dicatat_oleh: Subbagian Contoh
teks: |-
  Kami menyatakan (contoh):
  1. tidak melakukan korupsi, kolusi, dan nepotisme;
  2. melaporkan pelanggaran yang kami ketahui.
penandatanganan:
  - judul: Penandatanganan pakta integritas (contoh)
    tanggal: 2026-01-12
    wajib: 28
    menandatangani: 28
    tautan: https://contoh.example.go.id/pakta-integritas.pdf
"""

LAYANAN = """tahun: 2026
diperbarui: 2026-10-01
dicatat_oleh: Subbagian Contoh
maklumat:
  teks: |-
    Dengan ini kami sanggup melayani sesuai standar yang telah ditetapkan (contoh).
    Bila tidak, kami siap menerima sanksi (contoh).
  ditetapkan: 2025-09-01
  tautan: https://contoh.example.go.id/maklumat
standar_pelayanan:
  - judul: Permohonan informasi (contoh)
    ditetapkan: 2026-01-20
    tautan: https://contoh.example.go.id/standar-informasi
  - judul: Konsultasi kepemiluan (contoh)
    ditetapkan: 2026-01-20
    berlaku_sampai: 2027-12-31
  - judul: Penerimaan tamu (contoh)
sop:
  - nomor: "01/SOP/CONTOH"
    judul: Pelayanan tamu (contoh)
    ditetapkan: 2024-02-01
    reviu_terakhir: 2026-09-18
    tautan: https://contoh.example.go.id/sop-01
  - nomor: "02/SOP/CONTOH"
    judul: Permohonan informasi (contoh)
    ditetapkan: 2024-02-01
    reviu_terakhir: 2025-06-12
  - nomor: "03/SOP/CONTOH"
    judul: Pengelolaan pengaduan (contoh)
    ditetapkan: 2026-03-02
"""

HITUNGAN = """tahun: 2026
diperbarui: 2026-11-12
dicatat_oleh: Subbagian Contoh
jumlah_agen_perubahan: 3
jumlah_perubahan_dibuat: 2
jumlah_perubahan_terintegrasi: 0
jumlah_sasaran_kinerja: 8
"""

FILES = {
    "survei/ikm.yml": IKM,
    "survei/spak.yml": SPAK,
    "survei/spkp.yml": SPKP,
    "gratifikasi.yml": GRATIFIKASI,
    "benturan-kepentingan.yml": BENTURAN,
    "spip.yml": SPIP,
    "inovasi.yml": INOVASI,
    "laporan-harta.yml": HARTA,
    "pakta-integritas.yml": PAKTA,
    "layanan.yml": LAYANAN,
    "lke-hitungan.yml": HITUNGAN,
}


def write_tahunan(year: Path, header: str, write: Callable[[Path, str], None]) -> None:
    """Write every survey and report into the year's folder; `header` is the comment that says that it is a sample."""
    for name, text in FILES.items():
        write(year / name, header + text)
