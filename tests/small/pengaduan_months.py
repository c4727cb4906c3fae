"""Months of complaints whose counts add up, made from three numbers each, and the statistics published of them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from types import SimpleNamespace
from typing import Any

from zona.findings.pengaduan.statistics import StatistikPengaduan, complaints_of
from zona.records.pengaduan.pengaduan import Kategori, PengaduanBulan

KANAL = ("langsung", "whatsapp", "surel", "sp4n-lapor")
KATEGORI = tuple(item.value for item in Kategori)[:5]
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


def statistics(items: Iterable[PengaduanBulan], per_tanggal: date = date(2031, 1, 1)) -> tuple[StatistikPengaduan, ...]:
    items = list(items)
    years = sorted({item.bulan[:4] for item in items})
    of = [[SimpleNamespace(isi=item) for item in items if item.bulan[:4] == year] for year in years]
    given = [SimpleNamespace(tahun=int(year), pengaduan=tuple(own)) for year, own in zip(years, of, strict=True)]
    return complaints_of(given, per_tanggal, {})  # type: ignore[arg-type]
