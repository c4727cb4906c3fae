"""An attack on everything that is published of complaints, and the truth to compare its result with."""

from __future__ import annotations

from collections import Counter
from typing import Any

from recount.attacker import Name, Penyerang
from small.pengaduan_months import KANAL, KATEGORI
from zona.findings.pengaduan.statistics import StatistikPengaduan
from zona.outputs.api.data_json import bulanan_json, jangka_json
from zona.outputs.pages import pengaduan_pages as grafik
from zona.outputs.tables.year_tables import pengaduan_bulanan, pengaduan_jangka, pengaduan_rincian
from zona.outputs.view import environment
from zona.records.pengaduan.pengaduan import PengaduanBulan

BATANG, TIANG = (environment().get_template(f"charts/{name}.html").module for name in ("batang", "tiang"))


def attack(*publications: tuple[StatistikPengaduan, ...], attacker: Penyerang | None = None) -> Penyerang:
    """An attacker, a new one or one who knows something already, who has read all of these, as JSON, as tables, and as
    drawings."""
    attacker = attacker or Penyerang()
    for publication in publications:
        read_json(attacker, publication)
        for stat in publication:
            attacker.read_tables(stat.tahun, tables_of(stat))
            attacker.look(stat.tahun, drawings(stat))
    return attacker


def read_json(attacker: Penyerang, publication: tuple[StatistikPengaduan, ...]) -> None:
    """Have the attacker read what is published of each year as JSON."""
    for stat in publication:
        counts = {"bulanan": bulanan_json(stat), "jangka": jangka_json(stat)}
        attacker.read(stat.tahun, {key: [item.model_dump(mode="json") for item in items] for key, items in counts.items()})


def tables_of(stat: StatistikPengaduan) -> dict[str, list[dict[str, Any]]]:
    """The rows of the downloads' tables by the tables' names."""
    tables = (pengaduan_bulanan(stat), pengaduan_jangka(stat), pengaduan_rincian(stat))
    return {
        table.nama: [dict(zip((kolom.nama for kolom in table.kolom), row, strict=True)) for row in table.baris]
        for table in tables
    }


def drawings(stat: StatistikPengaduan) -> dict[str, str]:
    """The charts that the year's page has."""
    bars = {"tahap": grafik.stages(stat), "kategori": grafik.details(stat, "kategori"), "kanal": grafik.details(stat, "kanal")}
    found = {name: str(BATANG.batang(chart)) for name, chart in bars.items() if chart is not None}
    columns = grafik.months(stat)
    return found if columns is None else found | {"bulan": str(TIANG.tiang(columns))}


def truth_of(items: list[PengaduanBulan]) -> dict[Name, int]:
    """The true value of everything that an attacker has a name for."""
    truth: dict[Name, int] = {}
    for item in items:
        stages = ("sisa_bulan_lalu", "selesai", "tidak_ditindaklanjuti", "harus_ditindaklanjuti", "diproses")
        truth |= {(item.bulan, key): getattr(item, key) for key in stages}
        truth[(item.bulan, "masuk")] = item.masuk.jumlah
    for year in {item.bulan[:4] for item in items}:
        for first, last in [(7, 12), *((1, number) for number in range(1, 13))]:
            own = [item for item in items if item.bulan[:4] == year and first <= int(item.bulan[5:]) <= last]
            if own:
                span = f"{year}-{first:02}–{year}-{last:02}"
                done, left = sum(item.selesai for item in own), own[-1].diproses
                truth |= {(span, "selesai"): done, (span, "diproses"): left, (span, "harus_ditindaklanjuti"): done + left}
        for kode, numbers in {"semester_1": range(1, 7), "semester_2": range(7, 13), "setahun": range(1, 13)}.items():
            own = [item for item in items if item.bulan[:4] == year and int(item.bulan[5:]) in numbers]
            if not own:
                continue
            span = f"{year} {kode}"
            truth |= {(span, "masuk"): sum(item.masuk.jumlah for item in own), (span, "selesai"): sum(i.selesai for i in own)}
            truth[(span, "tidak_ditindaklanjuti")] = sum(item.tidak_ditindaklanjuti for item in own)
            truth[(span, "sisa_bulan_lalu")], truth[(span, "diproses")] = own[0].sisa_bulan_lalu, own[-1].diproses
            truth[(span, "harus_ditindaklanjuti")] = truth[(span, "selesai")] + own[-1].diproses
            for key in KANAL:
                truth[(span, "kanal", key)] = sum(item.masuk.kanal.get(key, 0) for item in own)
            for kategori in KATEGORI:
                truth[(span, "kategori", kategori)] = sum(item.masuk.kategori.get(kategori, 0) for item in own)
    return truth


def safe(attacker: Penyerang, truth: dict[Name, int]) -> None:
    """No count of 1 to 4 is shown, and no hidden count can be worked out; one of 1 to 4 keeps three possible values."""
    assert max(Counter(name for name, *_ in attacker.stubs).values(), default=1) == 1  # a hidden count has no size of its own
    assert not [name for name in attacker.bounds if name in truth and 0 < truth[name] < 5 and name in attacker.shown]
    assert not [name for name in attacker.solved() if name in attacker.hidden or 0 < truth[name] < 5]
    for name, (low, high) in attacker.narrowed().items():
        assert low <= truth[name] <= high, name
        need = 2 if 0 < truth[name] < 5 else int(name in attacker.hidden)
        assert high - low >= need, (name, truth[name], low, high)
