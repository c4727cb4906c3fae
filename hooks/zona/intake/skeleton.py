"""The first files of a year and of an office: what is known is written, what is not stands empty and says so."""

from __future__ import annotations

from zona.intake.yaml_text import scalar
from zona.records.capaian.capaian import BENTUK_BUKTI

# The data reader names each empty line of these until it is filled; nothing can be published before.
_MARKS = """\
# Kata tercetak dipertahankan apa adanya. Yang janggal tidak diperbaiki diam-diam, tetapi diberi catatan:
#   salah_ketik   salah ketik dalam cetakan; dibaca = bacaan yang dimaksud
#   keraguan      hal yang hanya dapat ditegaskan oleh kantor
#   tak_terbaca   kata yang hilang atau rusak pada salinan hasil pindai
#   susunan       urutan atau batas kolom dipulihkan
"""

# A PDF without compressed streams looks like text to git, which would change its line ends, and so its SHA-256, in a clone.
_KEPT_BY_GIT = """\
# Git menyimpan bukti byte demi byte, dan tulisan dengan akhir baris yang sama di setiap komputer.
* text=auto eol=lf
bukti/** -text
"""

_EMPTY_PLAN = """\
tahun: {tahun}
judul:

# Isi seperti ini, satu kelompok dan satu aksi demi satu:
#
# kelompok:
#   - kode: I
#     judul: (judul kelompok)
#     aksi:
#       - kode: I.1
#         komponen: (kolom Komponen)
#         indikator: (kolom Indikator)
#         langkah_aksi: (kolom Langkah Aksi)
#         bukti_fisik: (kolom Bukti Fisik)
#         target_waktu: (kolom Target Waktu)
#         target_capaian: (kolom Target Capaian; tidak ditulis bila kosong)
kelompok:
"""

_DECREE = """\
# Keputusan rencana aksi tahun {tahun}, tanpa lampirannya. BELUM DIISI.
#
# Salin dari naskah keputusan yang sudah ditandatangani. Baris yang masih kosong disebut oleh zi.py periksa,
# dan situs tidak dapat terbit sebelum semuanya terisi. Yang tidak tercetak dalam keputusan: hapus barisnya.
#
{marks}
tahun: {tahun}
nomor:
judul:
tentang:
tanggal: # tahun-bulan-hari, misalnya {tahun}-01-31
tempat:
pembuka:

menimbang:
  - huruf: a
    teks:

mengingat:
  - nomor: 1
    teks:

menetapkan:

diktum:
  - diktum: KESATU
    teks:

penandatangan:
  jabatan:
  keterangan:
  nama:
"""

_OFFICE = """\
# Identitas kantor dan situs ini. Yang belum diketahui tidak ditulis; situs menampilkannya sebagai belum ditetapkan.
# Bila sudah pasti, hapus tanda # di depan barisnya dan isi:
#
# situs_resmi: https://…     situs resmi kantor
# alamat_situs: https://…    alamat tempat situs ini terbit
# repositori: https://…      repositori data, supaya tombol “Sunting” membuka berkasnya
# cabang: main               cabang repositori yang terbit
kantor: {kantor}
kantor_lengkap: {kantor_lengkap}
provinsi: {provinsi}
zona_waktu: {zona_waktu}

# Peran yang boleh mencatat dan memverifikasi capaian: jabatan atau tim, bukan nama orang. Sesuaikan dengan kantor.
peran:
  - Pengelola situs
  - Tim Kerja Zona Integritas
  - Sekretaris
  - Ketua
"""


def plan_file(tahun: int, plan: str | None, source: str) -> str:
    """The text of `rencana-aksi.yml`: its comment and the lines of the plan, or an empty one with an example."""
    if plan is None:
        return f"# Lampiran keputusan: rencana aksi tahun {tahun}. BELUM DIISI.\n#\n{_MARKS}\n{_EMPTY_PLAN.format(tahun=tahun)}"
    read = (
        f"# Lampiran keputusan: rencana aksi tahun {tahun}, dibaca dari {' '.join(source.split())}; cocokkan dengan naskahnya."
    )
    return f"{read}\n#\n{_MARKS}\n{plan}"


def decree_file(tahun: int) -> str:
    """The text of `keputusan.yml` with nothing in it but the year."""
    return _DECREE.format(tahun=tahun, marks=_MARKS.rstrip("\n"))


def office_file(*, kantor: str, kantor_lengkap: str, provinsi: str, zona_waktu: str) -> str:
    """The text of `situs.yml` for an office of these names."""
    return _OFFICE.format(
        kantor=scalar(kantor), kantor_lengkap=scalar(kantor_lengkap), provinsi=scalar(provinsi), zona_waktu=zona_waktu
    )


def git_attributes() -> str:
    """What git must know of a data folder: evidence is kept byte for byte, and text with the same line ends everywhere."""
    return _KEPT_BY_GIT + "".join(f"*.{ending} binary\n" for ending in BENTUK_BUKTI)
