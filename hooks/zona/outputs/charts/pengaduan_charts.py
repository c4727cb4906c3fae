"""The charts of complaints: how far the year's are, each month, and what they are about. Only what may be published gets
here: a hidden count has no value, so no drawing can be measured to find it."""

from __future__ import annotations

from zona.findings.pengaduan.complaint_counts import Angka
from zona.findings.pengaduan.statistics import Rincian, StatistikPengaduan
from zona.outputs.charts.bars import Batang, bars
from zona.outputs.charts.chart_values import ButirBagan, Deret, NilaiBagan, Tertutup
from zona.outputs.charts.columns import Tiangan, columns
from zona.outputs.wording import JUDUL_CACAH, NAMA_JANGKA, in_figures
from zona.records.rencana.jadwal import BULAN

# The three counts, in the order of the work.
TAHAP = ("harus_ditindaklanjuti", "diproses", "selesai")


def stages(stat: StatistikPengaduan) -> Batang | None:
    """The three counts that a reader sees first; None where there are none."""
    if stat.jumlah is None:
        return None
    first, last = BULAN[stat.jumlah.awal - 1], BULAN[stat.jumlah.akhir - 1]
    span = first if first == last else f"{first} sampai {last}"
    items = [ButirBagan(JUDUL_CACAH[key], _value(stat.jumlah.angka[key])) for key in TAHAP]
    return bars("tahap-batang", f"Pengaduan menurut tahap, {span} {stat.tahun}", items)


def months(stat: StatistikPengaduan) -> Tiangan | None:
    """The three counts of each month; None where no month was reported."""
    rows = [Deret(JUDUL_CACAH[key], tuple(_value(item.angka.get(key)) for item in stat.bulan)) for key in TAHAP]
    return columns("bulan-tiang", f"Pengaduan tiap bulan, {stat.tahun}", rows)


def details(stat: StatistikPengaduan, table: str) -> Batang | None:
    """What came in by `kanal` or `kategori`, of the longest span that has them; None where none has."""
    if not stat.terperinci:
        return None
    span = stat.terperinci[-1]
    rows: tuple[Rincian, ...] = getattr(span, table)
    when = str(stat.tahun) if span.kode == "setahun" else f"{NAMA_JANGKA[span.kode]} {stat.tahun}"
    return bars(
        f"{table}-batang", f"Pengaduan masuk menurut {table}, {when}", [ButirBagan(row.nama, _value(row.angka)) for row in rows]
    )


def _value(angka: Angka | None) -> NilaiBagan:
    if angka is None:
        return None
    return angka.nilai if angka.nilai is not None else Tertutup(in_figures(angka))
