"""`pengaduan.json` of a year: complaint counts as far as they may be published."""

from __future__ import annotations

from zona.findings.pengaduan.complaint_counts import Angka, Tampil
from zona.findings.pengaduan.release import KOLOM
from zona.findings.pengaduan.statistics import Rincian, StatistikPengaduan
from zona.outputs.api.contract.contract_base import KepalaTahunJson
from zona.outputs.api.contract.pengaduan_contract import BulanPengaduanJson, CacahJson, JangkaJson, PengaduanJson, RincianJson


def pengaduan_json(stat: StatistikPengaduan, head: KepalaTahunJson) -> PengaduanJson:
    """The file. A hidden count has no `jumlah`; `keterangan` says why, and the bounds what is known."""
    return PengaduanJson.of(head, bulanan=bulanan_json(stat), jangka=jangka_json(stat))


def bulanan_json(stat: StatistikPengaduan) -> tuple[BulanPengaduanJson, ...]:
    """Every month of the year."""
    return tuple(
        BulanPengaduanJson.of(item, bulan=f"{stat.tahun}-{item.bulan:02}", **_counts(item.angka)) for item in stat.bulan
    )


def jangka_json(stat: StatistikPengaduan) -> tuple[JangkaJson, ...]:
    """The half-years and the year."""
    return tuple(
        JangkaJson.of(
            item,
            bulan_belum_dilaporkan=item.kurang,
            **_counts(item.angka),
            median_hari_kerja=item.lama.median if item.lama else None,
            terlama_hari_kerja=item.lama.terlama if item.lama else None,
            kanal=_details(item.kanal),
            kategori=_details(item.kategori),
        )
        for item in stat.jangka
    )


def _counts(angka: dict[str, Angka]) -> dict[str, object]:
    """The six counts; None where there are none yet."""
    return {key: CacahJson.of(**_told(angka[key])) if key in angka else None for key in KOLOM}


def _told(angka: Angka) -> dict[str, object]:
    """What may be said of a count."""
    why = None if angka.tampil is Tampil.ANGKA else angka.tampil
    return {"jumlah": angka.nilai, "keterangan": why, "sedikitnya": angka.sedikitnya, "paling_banyak": angka.paling_banyak}


def _details(rows: tuple[Rincian, ...] | None) -> tuple[RincianJson, ...] | None:
    return None if rows is None else tuple(RincianJson.of(row, kode=row.kunci, **_told(row.angka)) for row in rows)
