"""Complaints as tables: one row for each count that may be published, hidden ones with their bounds in place of a number.

A count has the keys that it has in `pengaduan.json`, and says no more than there (decision record 9): the tables are made
from what that file holds.
"""

from __future__ import annotations

from operator import attrgetter, itemgetter
from typing import TypeAlias

from zona.findings.pengaduan.release import KOLOM
from zona.findings.pengaduan.statistics import StatistikPengaduan
from zona.outputs.api.contract.pengaduan_contract import CacahJson, JangkaJson, RincianJson
from zona.outputs.api.pengaduan_json import bulanan_json, jangka_json
from zona.outputs.tables.table import Jenis, Kolom, Tabel, keys_of, rows_of
from zona.records.pengaduan.pengaduan import PengaduanBulan

BAGIAN = "Pengaduan"
BELUM = "Belum dilaporkan. Ini bukan berarti tidak ada pengaduan."
BELUM_JANGKA = "Belum ada: terbit setelah semua bulan semester itu dilaporkan."
BELUM_RINCIAN = "Belum ada: terbit bersama jumlah semester, bila jumlah itu cukup besar untuk dirinci."
BELUM_LAMA = "Belum ada: terbit bersama jumlah semester, bila lama penyelesaian tiap pengaduan dicatat."
RINCIAN = ("kanal", "kategori")

# One published count: of which month or span, of what, and what may be said of it.
CountRow: TypeAlias = tuple[str, str, CacahJson | RincianJson]

_JANGKA: Kolom[CountRow] = Kolom("jangka", Jenis.TEKS, "semester_1, semester_2, atau setahun.", itemgetter(0))
_HITUNGAN: Kolom[CountRow] = Kolom("hitungan", Jenis.TEKS, f"Apa yang dihitung: {', '.join(KOLOM)}.", itemgetter(1))
# A count: its number, or why it is hidden and the bounds that readers know.
_ANGKA: tuple[Kolom[CountRow], ...] = keys_of(RincianJson, "jumlah keterangan sedikitnya paling_banyak", itemgetter(2))


def pengaduan_bulanan(stat: StatistikPengaduan) -> Tabel:
    """The counts of each month that was reported."""
    bulan = Kolom("bulan", Jenis.TEKS, PengaduanBulan.model_fields["bulan"].description or "", itemgetter(0))
    kolom: tuple[Kolom[CountRow], ...] = (_tahun(stat), bulan, _HITUNGAN, *_ANGKA)
    isi = ((item.bulan, key, count) for item in bulanan_json(stat) for key in KOLOM if (count := getattr(item, key)))
    told = "Enam angka tiap bulan yang dilaporkan. Angka kecil disembunyikan: kolom jumlahnya kosong, dan batasnya disebut."
    own, baris = ("bulan", "hitungan"), rows_of(kolom, isi)
    return Tabel("pengaduan-bulanan", "Pengaduan per bulan", told, kolom, baris, own, kosong=BELUM, bagian=BAGIAN)


def pengaduan_jangka(stat: StatistikPengaduan) -> Tabel:
    """The sums of each half-year and of the year, where all months are reported."""
    kolom: tuple[Kolom[CountRow], ...] = (_tahun(stat), _JANGKA, _HITUNGAN, *_ANGKA)
    isi = ((span.kode, key, count) for span in jangka_json(stat) for key in KOLOM if (count := getattr(span, key)))
    title = "Pengaduan per semester dan setahun"
    told = "Jumlah tiap semester dan setahun. sisa_bulan_lalu dihitung pada awalnya, diproses pada akhirnya."
    own, baris = ("jangka", "hitungan"), rows_of(kolom, isi)
    return Tabel("pengaduan-jangka", title, told, kolom, baris, own, kosong=BELUM_JANGKA, bagian=BAGIAN)


def pengaduan_rincian(stat: StatistikPengaduan) -> Tabel:
    """What came in, by channel and by category, of each span that these are published of."""
    by = "kanal atau kategori: dua rincian dari jumlah masuk yang sama."
    kolom: tuple[Kolom[CountRow], ...] = (
        _tahun(stat),
        _JANGKA,
        Kolom("menurut", Jenis.TEKS, by, itemgetter(1)),
        *keys_of(RincianJson, "kode nama", itemgetter(2)),
        *_ANGKA,
    )
    spans = [span for span in jangka_json(stat) if span.kanal is not None]
    isi = ((span.kode, table, row) for span in spans for table in RINCIAN for row in getattr(span, table) or ())
    title = "Pengaduan menurut kanal dan kategori"
    told = "Pengaduan yang masuk. Pada jangka yang tercantum, kanal atau kategori tanpa baris berarti 0."
    own, baris = ("jangka", "menurut", "kode"), rows_of(kolom, isi)
    return Tabel("pengaduan-rincian", title, told, kolom, baris, own, kosong=BELUM_RINCIAN, bagian=BAGIAN)


def pengaduan_lama(stat: StatistikPengaduan) -> Tabel:
    """How long it took to finish, for each span of which times were noted."""
    kolom: tuple[Kolom[JangkaJson], ...] = (
        _tahun(stat),
        Kolom("jangka", Jenis.TEKS, _JANGKA.keterangan, attrgetter("kode")),
        *keys_of(JangkaJson, "median_hari_kerja terlama_hari_kerja"),
    )
    told = "Lama sampai selesai. Disebut hanya bila sedikitnya lima pengaduan selesai."
    noted = (span for span, own in zip(jangka_json(stat), stat.jangka, strict=True) if own.lama)
    title, baris = "Lama penyelesaian pengaduan", rows_of(kolom, noted)
    return Tabel("pengaduan-lama", title, told, kolom, baris, ("jangka",), kosong=BELUM_LAMA, bagian=BAGIAN)


def _tahun(stat: StatistikPengaduan) -> Kolom[object]:
    return Kolom("tahun", Jenis.BILANGAN, "Tahun yang dilaporkan.", lambda _: stat.tahun)
