"""The words of the posters, in one place. Every statement of law comes from the page of information that the poster belongs
to (`halaman`), and names the sources there (`sumber`: keys of that page's head). A test holds that these keys exist, so a
statement whose source is gone can't be printed unnoticed. Statements without a source are advice, not law."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class PernyataanPoster:
    """One statement, and the keys of its sources."""

    teks: str
    sumber: tuple[str, ...] = ()


@dataclass(frozen=True)
class BagianPoster:
    """One part of a poster: a heading over an opening and statements. `bentuk`: `paragraf`, `daftar`, `langkah` (numbered),
    or `kanal` (the confirmed channels among `kanal`; empty: all of them). Two neighbours that are `setengah` share a row where
    the paper is wide enough."""

    judul: str
    bentuk: str
    isi: tuple[PernyataanPoster, ...] = ()
    pembuka: PernyataanPoster | None = None
    kanal: tuple[str, ...] = ()
    setengah: bool = False


@dataclass(frozen=True)
class Naskah:
    """A poster's words: headline, the sentence under it, its parts, and the keys of the rules named at its foot."""

    halaman: str
    judul: str
    ringkas: PernyataanPoster
    bagian: tuple[BagianPoster, ...]
    dasar_hukum: tuple[str, ...] = ()


TOLAK_GRATIFIKASI = Naskah(
    "tolak-gratifikasi",
    "Tolak Gratifikasi",
    PernyataanPoster("Tolak dulu. Bila tidak dapat menolak, laporkan."),
    (
        BagianPoster(
            "Apa itu gratifikasi?",
            "paragraf",
            (
                PernyataanPoster(
                    "Pemberian dalam arti luas kepada pegawai negeri atau penyelenggara negara. Misalnya uang, barang, "
                    "potongan harga, komisi, tiket, penginapan, wisata, atau pengobatan gratis.",
                    ("arti",),
                ),
            ),
            setengah=True,
        ),
        BagianPoster(
            "Anda warga?",
            "paragraf",
            (PernyataanPoster("Jangan memberi hadiah kepada petugas. Bila Anda dimintai uang atau hadiah, laporkan."),),
            setengah=True,
        ),
        BagianPoster(
            "Anda pegawai?",
            "langkah",
            (
                PernyataanPoster("Tolak dengan sopan, dan jelaskan aturannya.", ("aturan-kpu",)),
                PernyataanPoster("Laporkan penolakan itu kepada Unit Pengendalian Gratifikasi (UPG).", ("aturan-kpu",)),
                PernyataanPoster(
                    "Tidak dapat menolak? Laporkan kepada KPK paling lambat 30 hari kerja sejak menerimanya.", ("pasal-12c",)
                ),
            ),
        ),
        BagianPoster(
            "Ke mana melapor?",
            "kanal",
            pembuka=PernyataanPoster("Langsung ke KPK, lewat Gratifikasi Online (GOL), atau lewat UPG.", ("lewat-mana",)),
            kanal=("upg-kantor", "gol", "kpk"),
        ),
    ),
    ("uu-20-2001", "pkpu-15-2015"),
)

SALURAN_PENGADUAN = Naskah(
    "",
    "Saluran Pengaduan",
    PernyataanPoster("Ada yang tidak beres? Sampaikan. Pilih saluran yang tepat, supaya laporan Anda sampai."),
    (BagianPoster("Hubungi", "kanal"),),
)

BENTURAN_KEPENTINGAN = Naskah(
    "benturan-kepentingan",
    "Bentuk Benturan Kepentingan",
    PernyataanPoster(
        "Benturan kepentingan terjadi bila kepentingan pribadi pejabat dapat memengaruhi keputusannya.", ("jenis", "arti-kpu")
    ),
    (
        BagianPoster(
            "Dua jenis",
            "daftar",
            (
                PernyataanPoster("Aktual: sudah terjadi.", ("jenis",)),
                PernyataanPoster("Potensial: belum terjadi, tetapi dapat terjadi.", ("jenis",)),
            ),
            setengah=True,
        ),
        BagianPoster(
            "Dari mana asalnya",
            "daftar",
            (
                PernyataanPoster("Kepentingan bisnis atau keuangan.", ("asal",)),
                PernyataanPoster("Hubungan keluarga dan kerabat.", ("asal",)),
                PernyataanPoster("Hubungan dengan kelompok atau organisasi.", ("asal",)),
                PernyataanPoster("Pekerjaan lain di luar tugas pokok.", ("asal",)),
            ),
            setengah=True,
        ),
        BagianPoster(
            "Contoh bentuknya",
            "daftar",
            (
                PernyataanPoster("Memakai barang atau informasi penting negara untuk kepentingan pribadi.", ("bentuk-kpu",)),
                PernyataanPoster("Memilih rekanan kerja dengan cara yang tidak profesional.", ("bentuk-kpu",)),
            ),
        ),
        BagianPoster(
            "Yang harus dilakukan",
            "langkah",
            (
                PernyataanPoster("Kenali: adakah keluarga, usaha, atau kelompok Anda yang terkait dengan tugas ini?"),
                PernyataanPoster("Nyatakan kepada atasan. Untuk benturan yang aktual, ini wajib.", ("jenis",)),
                PernyataanPoster("Jangan ikut memutuskan sebelum atasan memberi jawaban."),
            ),
        ),
    ),
    ("permenpanrb-17-2024", "kepkpu-323-2020"),
)

# By the key of the poster; the poster of what was done has numbers instead of words.
NASKAH = {
    "tolak-gratifikasi": TOLAK_GRATIFIKASI,
    "saluran-pengaduan": SALURAN_PENGADUAN,
    "benturan-kepentingan": BENTURAN_KEPENTINGAN,
}
