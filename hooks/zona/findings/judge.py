"""Records and a date in; what follows from them out. One place for every page, chart and download."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

from zona.findings.keadaan import state_of_period
from zona.findings.pengaduan.statistics import complaints_of, is_over
from zona.findings.per_tanggal import read_per_tanggal
from zona.findings.plan_findings import AksiFinding, KelompokFinding, PeriodeFinding
from zona.findings.upkeep.confirmation import confirmed_later
from zona.findings.year_findings import Findings, TahunFinding
from zona.problems import Line, Problem
from zona.records.capaian.capaian import Capaian, file_order
from zona.records.load import Data, Tahun, load_data
from zona.records.reading.data_error import DataError
from zona.records.reading.file_reader import Source
from zona.records.rencana.rencana_aksi import Kelompok


def findings_of(
    folder: Path,
    *,
    label: str,
    cache: Path,
    asked: str | None,
    now: datetime,
    prosa: Path | None = None,
    taken: Collection[str] = (),
) -> Findings:
    """Read the folder and judge it on the date `asked` (YYYY-MM-DD), or on the office's own day at the moment `now`.

    `label` is how problems name the folder; `cache` remembers which evidence files were found good; `prosa` is the folder
    with the pages of prose, and `taken` are the names at the top of the site that no hand-written page may have.

    Raises `DataError` with every problem of the data, or `UnreadableDate`.
    """
    data = load_data(folder, label=label, cache=cache, prosa=prosa, taken=taken)
    return judge(data, read_per_tanggal(asked, now=now, zona_waktu=data.situs.isi.zona_waktu))


def judge(data: Data, per_tanggal: date) -> Findings:
    """What follows from checked data on a date. Raises `DataError` for records, reports and confirmations dated after it,
    and for a month of complaints that is not over by then: its counts could still change, and the change would give hidden
    ones away."""
    problems = [*confirmed_later(data, per_tanggal), *_too_early(data, per_tanggal)]
    if problems:
        raise DataError(problems)
    years = tuple(judge_year(tahun, per_tanggal) for tahun in data.tahun)
    information = (data.dasar_hukum, data.kanal, data.lapor, data.prosa, data.docs)
    names = {item.kunci: item.nama for item in data.kanal.isi.kanal} if data.kanal else {}
    complaints = complaints_of(data.tahun, per_tanggal, names)
    return Findings(data.situs, per_tanggal, years, data.riwayat, *information, pengaduan=complaints)


def _too_early(data: Data, per_tanggal: date) -> Iterator[Problem[Line]]:
    """Records, months and reports of what had not happened by the date."""

    def problem(source: Source[Any], key: str, masalah: str, saran: str) -> Problem[Line]:
        return Problem(source.line(data.label, key), f"{masalah} per {per_tanggal}", saran)

    for tahun in data.tahun:
        for item in tahun.capaian:
            if item.isi.tanggal > per_tanggal:
                masalah = f"tanggal {item.isi.tanggal} belum terjadi"
                yield problem(item, "tanggal", masalah, "tulis tanggal pelaksanaan yang sebenarnya")
        for month in tahun.pengaduan:
            if not is_over(month.isi.bulan, per_tanggal):
                yield problem(month, "bulan", f"bulan {month.isi.bulan} belum berakhir", "laporkan setelah bulan itu berakhir")
        for laporan in tahun.semua_laporan():
            if laporan.isi.diperbarui > per_tanggal:
                masalah = f"diperbarui {laporan.isi.diperbarui} belum terjadi"
                yield problem(laporan, "diperbarui", masalah, "tulis tanggal yang sebenarnya")


def judge_year(tahun: Tahun, per_tanggal: date) -> TahunFinding:
    """One year as of a date: records dated after it do not count."""
    records: dict[tuple[str, str], list[Source[Capaian]]] = {}
    for item in sorted(tahun.capaian, key=lambda item: (item.isi.tanggal, file_order(item.path))):
        if item.isi.tanggal <= per_tanggal:
            records.setdefault((item.isi.aksi, item.isi.periode), []).append(item)
    kelompok = tuple(
        KelompokFinding(item, tuple(_judge_aksi(item, records, per_tanggal))) for item in tahun.rencana_aksi.isi.kelompok
    )
    return TahunFinding(tahun, per_tanggal, kelompok)


def _judge_aksi(
    kelompok: Kelompok, records: dict[tuple[str, str], list[Source[Capaian]]], per_tanggal: date
) -> Iterator[AksiFinding]:
    for aksi in kelompok.aksi:
        periods = []
        for tenggat in aksi.tenggat:
            own = tuple(records.get((aksi.kode, tenggat.periode), ()))
            state = state_of_period([item.isi for item in own], tenggat.tenggat, per_tanggal)
            periods.append(PeriodeFinding(aksi, tenggat, own, state, per_tanggal))
        yield AksiFinding(aksi, kelompok, tuple(periods), aksi.target())
