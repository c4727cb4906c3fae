"""Records and a date in; what follows from them out. One place for every page, chart and download."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from zona.findings.keadaan import state_of_period
from zona.findings.pengaduan.statistics import complaints_of, is_over
from zona.findings.per_tanggal import read_per_tanggal
from zona.findings.plan_findings import AksiFinding, KelompokFinding, PeriodeFinding
from zona.findings.record_findings import KejadianFinding
from zona.findings.upkeep.confirmation import confirmations, tries
from zona.findings.year_findings import Findings, TahunFinding
from zona.problems import Line, Problem
from zona.records.capaian.capaian import Capaian
from zona.records.informasi.prosa import docs_of, own_pages
from zona.records.load import Data, Tahun, load_data
from zona.records.reading.data_error import DataError
from zona.records.reading.file_reader import Source
from zona.records.rencana.rencana_aksi import Aksi, Kelompok

Records = dict[tuple[str, str], list[Source[Capaian]]]  # by action and period


def findings_of(
    folder: Path,
    *,
    label: str,
    cache: Path,
    asked: str | None,
    now: datetime,
    project: Path | None = None,
    taken: Collection[str] = (),
) -> Findings:
    """Read the folder and judge it on the date `asked` (YYYY-MM-DD), or on the office's own day at the moment `now`.

    `label` is how problems name the folder; `cache` remembers which evidence files were found good; `project` is the repository
    whose hand-written pages go with data that have none beside them (without it none are read, nor packs' pages of prose); and
    `taken` are the names at the top of the site that no hand-written page may have.
    Raises `DataError` with every problem of the data, or `UnreadableDate`."""
    prosa, docs = (own_pages(folder), docs_of(folder, project)) if project else (None, None)
    data = load_data(folder, label=label, cache=cache, prosa=prosa, docs=docs, taken=taken)
    findings = judge(data, read_per_tanggal(asked, now=now, zona_waktu=data.situs.isi.zona_waktu))
    return replace(findings, perintah=command_beside(folder))


def command_beside(root: Path) -> str:
    """The command that builds the data of a folder, in the repository around it: that of an office has it at the top."""
    return "zi.py" if (root.resolve().parent / "zi.py").is_file() else "scripts/zi.py"


def judge(data: Data, per_tanggal: date) -> Findings:
    """What follows from checked data on a date. Raises `DataError` for records, reports and confirmations dated after it,
    and for a month of complaints that is not over by then: its counts could still change, and the change would give hidden
    ones away."""
    if problems := list(_too_early(data, per_tanggal)):
        raise DataError(problems)
    years = tuple(judge_year(tahun, per_tanggal) for tahun in data.tahun)
    information = (data.dasar_hukum, data.kanal, data.lapor, data.prosa, data.docs)
    channels = {item.kunci: item.nama for item in data.kanal.isi.kanal} if data.kanal else {}
    names = {"kanal": channels, "kategori": data.paket.kategori}
    complaints = complaints_of(data.tahun, per_tanggal, names)
    return Findings(data.situs, per_tanggal, years, data.riwayat, *information, complaints, data.hari_libur, data.paket)


def _too_early(data: Data, per_tanggal: date) -> Iterator[Problem[Line]]:
    """Confirmations, records, months and reports of what had not happened by the date."""
    for month in (month for tahun in data.tahun for month in tahun.pengaduan):
        if not is_over(month.isi.bulan, per_tanggal):
            masalah = f"bulan {month.isi.bulan} belum berakhir per {per_tanggal}"
            yield Problem(month.line(data.label, "bulan"), masalah, "laporkan setelah bulan itu berakhir")
    for place, key, day, saran in days_told(data):
        if day and day > per_tanggal:
            yield Problem(place, f"{key} {day} belum terjadi per {per_tanggal}", saran)


def days_told(data: Data) -> list[tuple[Line, str, date | None, str]]:
    """Every day on which something is said to have happened (None: not yet): its place, what it is called, and what to write
    where it has not come."""
    dated = [(place, "diperiksa", day, "tulis tanggal pemeriksaan yang sebenarnya") for place, day in confirmations(data)]
    dated += [(place, "dicoba", day, "tulis tanggal cara itu sungguh dicoba") for place, day in tries(data)]
    for tahun in data.tahun:
        for record in tahun.capaian:
            place = record.line(data.label, "tanggal")
            dated.append((place, "tanggal", record.isi.tanggal, "tulis tanggal pelaksanaan yang sebenarnya"))
            for number, bukti in enumerate(record.isi.bukti):
                place = record.line(data.label, f"bukti.{number}.dilihat")
                dated.append((place, "dilihat", bukti.dilihat, "tulis tanggal tautan itu dibuka"))
            if record.isi.verifikasi:
                place, verified = record.line(data.label, "verifikasi.tanggal"), record.isi.verifikasi.tanggal
                dated.append((place, "tanggal verifikasi", verified, "tulis tanggal verifikasi yang sebenarnya"))
        for laporan in tahun.semua_laporan():
            place = laporan.line(data.label, "diperbarui")
            dated.append((place, "diperbarui", laporan.isi.diperbarui, "tulis tanggal yang sebenarnya"))
        if found := tahun.rencana_aksi.isi.tema_ditegaskan:
            place = tahun.rencana_aksi.line(data.label, "tema_ditegaskan.tanggal")
            dated.append((place, "tanggal penegasan", found.tanggal, "tulis tanggal tema sungguh ditegaskan"))
        if tahun.lke and tahun.lke.isi.ditegaskan:
            place, confirmed = tahun.lke.line(data.label, "ditegaskan.tanggal"), tahun.lke.isi.ditegaskan.tanggal
            dated.append((place, "tanggal penegasan", confirmed, "tulis tanggal pemetaan sungguh ditegaskan"))
    return dated


def judge_year(tahun: Tahun, per_tanggal: date) -> TahunFinding:
    """One year as of a date: records dated after it do not count."""
    records: Records = {}
    for item in sorted(tahun.capaian, key=lambda item: (item.isi.tanggal, item.isi.menyasar is not None, item.path)):
        if item.isi.tanggal <= per_tanggal:
            records.setdefault((item.isi.aksi, item.isi.periode), []).append(item)
    groups = tahun.rencana_aksi.isi.kelompok
    return TahunFinding(tahun, per_tanggal, tuple(_judge_kelompok(item, records, per_tanggal) for item in groups))


def _judge_kelompok(kelompok: Kelompok, records: Records, per_tanggal: date) -> KelompokFinding:
    actions = []
    for aksi in kelompok.aksi:
        periods = []
        for tenggat in aksi.tenggat:
            own = tuple(records.get((aksi.kode, tenggat.periode), ()))
            state = state_of_period(own, tenggat.tenggat, per_tanggal)
            periods.append(PeriodeFinding(aksi, tenggat.periode, own, per_tanggal, tenggat.tenggat, state))
        actions.append(AksiFinding(aksi, kelompok, tuple(periods), aksi.target(), _events(aksi, records, per_tanggal)))
    return KelompokFinding(kelompok, tuple(actions))


def _events(aksi: Aksi, records: Records, per_tanggal: date) -> KejadianFinding | None:
    if not aksi.tanpa_tenggat:
        return None
    (periode,) = aksi.periode
    return KejadianFinding(aksi, periode, tuple(records.get((aksi.kode, periode), ())), per_tanggal)
