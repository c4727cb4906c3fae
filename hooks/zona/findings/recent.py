"""What happened in the last days, and what falls due in the next: from the dates of records, verifications and deadlines.

A record counts on the day on which, as it says, something was done. When it came to the site is another day, and only git may
know it: what is told here is the same wherever the site is built."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from operator import attrgetter

from zona.findings.keadaan import LATE, Keadaan, KeadaanAksi
from zona.findings.plan_findings import AksiFinding, PeriodeFinding
from zona.findings.record_findings import TercatatFinding
from zona.findings.year_findings import TahunFinding

PEKAN, SEBULAN = 7, 30  # days, the day of reckoning among them


@dataclass(frozen=True)
class KabarAksi:
    """What is told of one action: its periods of one state, each told `jumlah` times in all, and the latest day of it.
    `salinan` is the code of the earlier row that it is printed as."""

    tahun: int
    aksi: AksiFinding
    salinan: str | None
    keadaan: Keadaan | KeadaanAksi
    periode: tuple[TercatatFinding, ...]
    jumlah: int
    tanggal: date


@dataclass(frozen=True)
class HariTerakhir:
    """What happened from one day to another, `dari` and `sampai` among them, each by action: records of work, verifications by
    another role, corrections and withdrawals, and deadlines that had passed unfulfilled on one of these days and still are."""

    dari: date
    sampai: date
    laporan: tuple[KabarAksi, ...]
    verifikasi: tuple[KabarAksi, ...]
    koreksi: tuple[KabarAksi, ...]
    lewat: tuple[KabarAksi, ...]

    @property
    def sepi(self) -> bool:
        """Whether nothing was reported, verified or corrected."""
        return not (self.laporan or self.verifikasi or self.koreksi)


Dated = tuple[date, TahunFinding, AksiFinding, TercatatFinding]


def recent(years: Iterable[TahunFinding], per_tanggal: date, days: int = PEKAN) -> HariTerakhir:
    """What happened in the `days` up to `per_tanggal`, in the plans of all these years."""
    first = per_tanggal - timedelta(days=days - 1)
    told: dict[str, list[Dated]] = {name: [] for name in ("laporan", "verifikasi", "koreksi", "lewat")}
    for tahun, aksi, item in _recorded(years):
        for record in item.capaian:
            found = record.isi.verifikasi
            told["koreksi" if record.isi.menyasar else "laporan"].append((record.isi.tanggal, tahun, aksi, item))
            if found and record.isi.verified_by(per_tanggal):
                told["verifikasi"].append((found.tanggal, tahun, aksi, item))
        if isinstance(item, PeriodeFinding) and item.keadaan in LATE:
            told["lewat"].append((item.tenggat + timedelta(days=1), tahun, aksi, item))
    return HariTerakhir(first, per_tanggal, **{name: _by_action(own, first, per_tanggal) for name, own in told.items()})


def due_soon(years: Iterable[TahunFinding], per_tanggal: date, days: int = PEKAN) -> tuple[KabarAksi, ...]:
    """The unfulfilled deadlines of `per_tanggal` and of the `days` after it, each for itself, the nearest first."""
    last = per_tanggal + timedelta(days=days)
    waiting = [one for one in _periods(years) if one[2].menanti and one[2].tenggat <= last]
    found = (_told([(item.tenggat, tahun, aksi, item)]) for tahun, aksi, item in waiting)
    return tuple(sorted(found, key=attrgetter("tanggal")))


def _periods(years: Iterable[TahunFinding]) -> Iterable[tuple[TahunFinding, AksiFinding, PeriodeFinding]]:
    return ((tahun, aksi, item) for tahun in years for aksi in tahun.aksi for item in aksi.periode)


def _recorded(years: Iterable[TahunFinding]) -> Iterable[tuple[TahunFinding, AksiFinding, TercatatFinding]]:
    return ((tahun, aksi, item) for tahun in years for aksi in tahun.aksi for item in aksi.tercatat)


def _state(item: TercatatFinding) -> Keadaan | KeadaanAksi:
    return item.keadaan if isinstance(item, PeriodeFinding) else KeadaanAksi.TANPA_TENGGAT


def _by_action(dated: Iterable[Dated], first: date, last: date) -> tuple[KabarAksi, ...]:
    """What is dated from `first` to `last`, one for each action and state of its periods, in the order of the plan."""
    groups: dict[tuple[int, str, str], list[Dated]] = {}
    for one in dated:
        if first <= one[0] <= last:
            groups.setdefault((one[1].tahun, one[2].kode, _state(one[3])), []).append(one)
    return tuple(map(_told, groups.values()))


def _told(own: list[Dated]) -> KabarAksi:
    """What is told of one action, by everything of it that is of one state."""
    _, tahun, aksi, item = own[0]
    periods = tuple({period.periode: period for *_, period in own}.values())
    last = max(day for day, *_ in own)
    return KabarAksi(tahun.tahun, aksi, tahun.salinan.get(aksi.kode), _state(item), periods, len(own), last)
