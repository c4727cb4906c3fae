"""Months of complaints whose counts add up, made from three numbers each, and the statistics published of them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from zona.findings.pengaduan.statistics import StatistikPengaduan, complaints_of
from zona.records.pengaduan.pengaduan import PengaduanBulan
from zona.records.pengaduan.rilis import RilisPengaduan
from zona.release.next_release import next_release
from zona.release.release_text import release_path, release_text

KANAL = ("langsung", "whatsapp", "surel", "sp4n-lapor")
KATEGORI = ("layanan", "perilaku_pegawai", "pungutan_gratifikasi", "benturan_kepentingan", "kode_etik")
# Received, closed without action, finished.
Row = tuple[int, int, int]


def month(tahun: int, bulan: int, sisa: int, row: Row, spread: int = 0, **more: Any) -> PengaduanBulan:
    """A month whose counts add up; `spread` decides how what came in is spread over channels and categories."""
    masuk, tidak, selesai = row
    harus = sisa + masuk - tidak
    kanal = dict.fromkeys(KANAL, 0)
    kategori = dict.fromkeys(KATEGORI, 0)
    for number in range(masuk):
        kanal[KANAL[(number * number + spread) % 7 % len(KANAL)]] += 1
        kategori[KATEGORI[(number * 3 + spread // 7) % 11 % len(KATEGORI)]] += 1
    return PengaduanBulan.model_validate(
        {
            "bulan": f"{tahun}-{bulan:02}",
            "sisa_bulan_lalu": sisa,
            "masuk": {"kanal": kanal, "kategori": kategori},
            "tidak_ditindaklanjuti": tidak,
            "harus_ditindaklanjuti": harus,
            "diproses": harus - selesai,
            "selesai": selesai,
            "dicatat_oleh": "Tim",
            **more,
        }
    )


def months(rows: Iterable[Row | None], tahun: int = 2026, sisa: int = 0, spread: int = 0) -> list[PengaduanBulan]:
    """Months in order; None is a month without a report. Rows are cut to what there is."""
    found = []
    for number, row in enumerate(rows, start=1):
        if row is not None:
            masuk, tidak, selesai = row
            tidak = min(tidak, sisa + masuk)
            selesai = min(selesai, sisa + masuk - tidak)
            found.append(month(tahun, number, sisa, (masuk, tidak, selesai), spread + number))
            sisa = found[-1].diproses
    return found


def releases(items: Iterable[PengaduanBulan], before: Iterable[RilisPengaduan] = ()) -> list[RilisPengaduan]:
    """The releases of months, one after the other, beside earlier ones."""
    items, found = list(items), list(before)
    while made := next_release(items, found):
        found.append(made)
    return found


def write_releases(root: Path, items: Iterable[PengaduanBulan]) -> None:
    """Write the releases of months into a data folder."""
    for item in releases(items):
        path = root / release_path(item)
        path.parent.mkdir(exist_ok=True)
        path.write_text(release_text(item, contoh=False), encoding="utf-8")


def published(found: Iterable[RilisPengaduan], per_tanggal: date = date(2031, 1, 1)) -> tuple[StatistikPengaduan, ...]:
    """What the site shows of releases."""
    found = sorted(found, key=lambda item: item.bulan)
    years = sorted({item.bulan[:4] for item in found})
    of = [[SimpleNamespace(isi=item) for item in found if item.bulan[:4] == year] for year in years]
    given = [SimpleNamespace(tahun=int(year), pengaduan=tuple(own)) for year, own in zip(years, of, strict=True)]
    return complaints_of(given, per_tanggal, {})  # type: ignore[arg-type]


def statistics(items: Iterable[PengaduanBulan], per_tanggal: date = date(2031, 1, 1)) -> tuple[StatistikPengaduan, ...]:
    """What the site shows of months that are released one after the other, as soon as they are over."""
    return published(releases(isi for isi in items if isi.bulan < per_tanggal.strftime("%Y-%m")), per_tanggal)
