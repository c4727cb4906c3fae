"""`pengaduan.json` of a year: complaint counts as far as they may be published."""

from __future__ import annotations

from zona.findings.pengaduan.complaint_counts import Angka, Tampil
from zona.findings.pengaduan.statistics import BulanPengaduan, JangkaPengaduan, Rincian, StatistikPengaduan
from zona.outputs.api.contract.pengaduan_contract import (
    BulanPengaduanJson,
    CacahJson,
    JangkaJson,
    PengaduanJson,
    RincianJson,
)
from zona.outputs.api.file_heads import YearHead


def pengaduan_json(stat: StatistikPengaduan, head: YearHead) -> PengaduanJson:
    """The file. A hidden count has no `jumlah`; `keterangan` says why, and the bounds what is known."""
    return PengaduanJson(**head, bulanan=bulanan_json(stat), jangka=jangka_json(stat))


def bulanan_json(stat: StatistikPengaduan) -> tuple[BulanPengaduanJson, ...]:
    """Every month of the year."""
    return tuple(_month(item, stat.tahun) for item in stat.bulan)


def jangka_json(stat: StatistikPengaduan) -> tuple[JangkaJson, ...]:
    """The half-years and the year."""
    return tuple(_span(item) for item in stat.jangka)


def _month(item: BulanPengaduan, tahun: int) -> BulanPengaduanJson:
    angka = item.angka
    return BulanPengaduanJson(
        bulan=f"{tahun}-{item.bulan:02}",
        keadaan=item.keadaan,
        sisa_bulan_lalu=_count(angka.get("sisa_bulan_lalu")),
        masuk=_count(angka.get("masuk")),
        tidak_ditindaklanjuti=_count(angka.get("tidak_ditindaklanjuti")),
        harus_ditindaklanjuti=_count(angka.get("harus_ditindaklanjuti")),
        selesai=_count(angka.get("selesai")),
        diproses=_count(angka.get("diproses")),
        tindak_lanjut=item.tindak_lanjut,
    )


def _span(item: JangkaPengaduan) -> JangkaJson:
    angka, lama = item.angka, item.lama
    return JangkaJson(
        kode=item.kode,
        bulan_belum_dilaporkan=item.kurang,
        sisa_bulan_lalu=_count(angka.get("sisa_bulan_lalu")),
        masuk=_count(angka.get("masuk")),
        tidak_ditindaklanjuti=_count(angka.get("tidak_ditindaklanjuti")),
        harus_ditindaklanjuti=_count(angka.get("harus_ditindaklanjuti")),
        selesai=_count(angka.get("selesai")),
        diproses=_count(angka.get("diproses")),
        median_hari_kerja=lama.median if lama else None,
        terlama_hari_kerja=lama.terlama if lama else None,
        kanal=_details(item.kanal),
        kategori=_details(item.kategori),
    )


def _count(angka: Angka | None) -> CacahJson | None:
    if angka is None:
        return None
    return CacahJson(
        jumlah=angka.nilai,
        keterangan=None if angka.tampil is Tampil.ANGKA else angka.tampil,
        sedikitnya=angka.sedikitnya,
        paling_banyak=angka.paling_banyak,
    )


def _details(rows: tuple[Rincian, ...] | None) -> tuple[RincianJson, ...] | None:
    return None if rows is None else tuple(_detail(row) for row in rows)


def _detail(row: Rincian) -> RincianJson:
    angka = row.angka
    return RincianJson(
        kode=row.kunci,
        nama=row.nama,
        jumlah=angka.nilai,
        keterangan=None if angka.tampil is Tampil.ANGKA else angka.tampil,
        sedikitnya=angka.sedikitnya,
        paling_banyak=angka.paling_banyak,
    )
