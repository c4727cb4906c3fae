"""Complaints as tables: one row for each count that may be published, hidden ones with their bounds in place of a number.

A count has the keys that it has in `pengaduan.json`, and says no more than there (decision record 9): only statistics that
are fit to be published come in.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from zona.findings.pengaduan.complaint_counts import Angka, Tampil
from zona.findings.pengaduan.release import KOLOM
from zona.findings.pengaduan.statistics import JangkaPengaduan, StatistikPengaduan
from zona.outputs.api.contract import pengaduan_contract as kontrak
from zona.outputs.tables.table import Isi, Jenis, Kolom, Tabel, field_of, rows_of
from zona.records.pengaduan.pengaduan import PengaduanBulan

BAGIAN = "Pengaduan"
BELUM = "Belum dilaporkan. Ini bukan berarti tidak ada pengaduan."
BELUM_JANGKA = "Belum ada: terbit setelah semua bulan semester itu dilaporkan."
BELUM_RINCIAN = "Belum ada: terbit bersama jumlah semester, bila jumlah itu cukup besar untuk dirinci."
BELUM_LAMA = "Belum ada: terbit bersama jumlah semester, bila lama penyelesaian tiap pengaduan dicatat."
RINCIAN = ("kanal", "kategori")


@dataclass(frozen=True)
class CountRow:
    """One published count: of which month or span, of what; where it is of one channel or category, of which."""

    jangka: str
    hitungan: str
    angka: Angka
    kode: str = ""
    nama: str = ""


_HITUNGAN: Kolom[CountRow] = Kolom(
    "hitungan", Jenis.TEKS, f"Apa yang dihitung: {', '.join(KOLOM)}.", lambda item: item.hitungan
)
# A count: its number, or why it is hidden and the bounds that readers know.
_ANGKA: tuple[Kolom[CountRow], ...] = (
    field_of(kontrak.RincianJson, "jumlah", lambda item: item.angka.nilai, Jenis.BILANGAN),
    field_of(
        kontrak.RincianJson, "keterangan", lambda item: None if item.angka.tampil is Tampil.ANGKA else item.angka.tampil.value
    ),
    field_of(kontrak.RincianJson, "sedikitnya", lambda item: item.angka.sedikitnya, Jenis.BILANGAN),
    field_of(kontrak.RincianJson, "paling_banyak", lambda item: item.angka.paling_banyak, Jenis.BILANGAN),
)


def pengaduan_bulanan(stat: StatistikPengaduan) -> Tabel:
    """The counts of each month that was reported."""
    isi = tuple(
        CountRow(f"{stat.tahun}-{item.bulan:02}", key, item.angka[key]) for item in stat.bulan if item.angka for key in KOLOM
    )
    kolom: tuple[Kolom[CountRow], ...] = (
        _tahun(stat),
        field_of(PengaduanBulan, "bulan", lambda item: item.jangka),
        _HITUNGAN,
        *_ANGKA,
    )
    told = "Enam angka tiap bulan yang dilaporkan. Angka kecil disembunyikan: kolom jumlahnya kosong, dan batasnya disebut."
    baris = rows_of(kolom, isi)
    return Tabel(
        "pengaduan-bulanan",
        "Pengaduan per bulan",
        told,
        kolom,
        baris,
        ("bulan", "hitungan"),
        kosong=BELUM,
        bagian=BAGIAN,
    )


def pengaduan_jangka(stat: StatistikPengaduan) -> Tabel:
    """The sums of each half-year and of the year, where all months are reported."""
    isi = tuple(CountRow(span.kode, key, span.angka[key]) for span in stat.jangka if span.angka for key in KOLOM)
    kolom: tuple[Kolom[CountRow], ...] = (
        _tahun(stat),
        _jangka(lambda item: item.jangka),
        _HITUNGAN,
        *_ANGKA,
    )
    told = "Jumlah tiap semester dan setahun. sisa_bulan_lalu dihitung pada awalnya, diproses pada akhirnya."
    baris = rows_of(kolom, isi)
    return Tabel(
        "pengaduan-jangka",
        "Pengaduan per semester dan setahun",
        told,
        kolom,
        baris,
        ("jangka", "hitungan"),
        kosong=BELUM_JANGKA,
        bagian=BAGIAN,
    )


def pengaduan_rincian(stat: StatistikPengaduan) -> Tabel:
    """What came in, by channel and by category, of each span that these are published of."""
    isi = tuple(
        CountRow(span.kode, table, row.angka, row.kunci, row.nama)
        for span in stat.terperinci
        for table in RINCIAN
        for row in getattr(span, table) or ()
    )
    kolom: tuple[Kolom[CountRow], ...] = (
        _tahun(stat),
        _jangka(lambda item: item.jangka),
        Kolom(
            "menurut", Jenis.TEKS, "kanal atau kategori: dua rincian dari jumlah masuk yang sama.", lambda item: item.hitungan
        ),
        field_of(kontrak.RincianJson, "kode", lambda item: item.kode),
        field_of(kontrak.RincianJson, "nama", lambda item: item.nama),
        *_ANGKA,
    )
    told = "Pengaduan yang masuk. Pada jangka yang tercantum, kanal atau kategori tanpa baris berarti 0."
    baris = rows_of(kolom, isi)
    return Tabel(
        "pengaduan-rincian",
        "Pengaduan menurut kanal dan kategori",
        told,
        kolom,
        baris,
        ("jangka", "menurut", "kode"),
        kosong=BELUM_RINCIAN,
        bagian=BAGIAN,
    )


def pengaduan_lama(stat: StatistikPengaduan) -> Tabel:
    """How long it took to finish, for each span of which times were noted."""
    kolom: tuple[Kolom[JangkaPengaduan], ...] = (
        _tahun(stat),
        _jangka(lambda item: item.kode),
        field_of(kontrak.JangkaJson, "median_hari_kerja", lambda item: item.lama.median if item.lama else None, Jenis.DESIMAL),
        field_of(
            kontrak.JangkaJson, "terlama_hari_kerja", lambda item: item.lama.terlama if item.lama else None, Jenis.BILANGAN
        ),
    )
    told = "Lama sampai selesai. Disebut hanya bila sedikitnya lima pengaduan selesai."
    isi = tuple(span for span in stat.jangka if span.lama)
    baris = rows_of(kolom, isi)
    return Tabel(
        "pengaduan-lama",
        "Lama penyelesaian pengaduan",
        told,
        kolom,
        baris,
        ("jangka",),
        kosong=BELUM_LAMA,
        bagian=BAGIAN,
    )


def _tahun(stat: StatistikPengaduan) -> Kolom[Isi]:
    return Kolom("tahun", Jenis.BILANGAN, "Tahun yang dilaporkan.", lambda _: stat.tahun)


def _jangka(nilai: Callable[[Isi], str]) -> Kolom[Isi]:
    return Kolom("jangka", Jenis.TEKS, "semester_1, semester_2, atau setahun.", nilai)
