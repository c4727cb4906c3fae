"""What the plan's rows come to: the findings on a period, an action and a group. They are made by `judge`."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from zona.findings.hitungan import Hitungan, count
from zona.findings.keadaan import Keadaan, KeadaanAksi, state_of_action, state_of_period
from zona.records.capaian.capaian import Capaian
from zona.records.reading.file_reader import Source
from zona.records.rencana.jadwal import Tenggat
from zona.records.rencana.keputusan import Catatan
from zona.records.rencana.rencana_aksi import Aksi, Kelompok, Target


@dataclass(frozen=True)
class BarisFinding:
    """What is found about one row of the plan; it lends what the row is called by."""

    aksi: Aksi

    @property
    def kode(self) -> str:
        """The row's code, as I.3."""
        return self.aksi.kode

    @property
    def komponen(self) -> str:
        """The column Komponen, as printed."""
        return self.aksi.komponen

    @property
    def catatan(self) -> tuple[Catatan, ...]:
        """The notes on the row's printed text."""
        return self.aksi.catatan


@dataclass(frozen=True)
class PeriodeFinding(BarisFinding):
    """One period of one action: its code (2026-TW1), the last day in time, its records (the last decides), its state."""

    periode: str
    tenggat: date
    capaian: tuple[Source[Capaian], ...]
    keadaan: Keadaan
    per_tanggal: date

    @property
    def lewat(self) -> bool:
        """Whether the deadline has passed; its own day is still in time."""
        return self.per_tanggal > self.tenggat

    @property
    def menanti(self) -> bool:
        """Whether the deadline is still to come and the period unfulfilled."""
        return not self.lewat and self.keadaan is not Keadaan.TERPENUHI

    @property
    def hari_lewat(self) -> int:
        """Days since the deadline, 0 where it has not passed."""
        return max(0, (self.per_tanggal - self.tenggat).days)

    @property
    def penentu(self) -> Capaian | None:
        """The record that decides."""
        return self.capaian[-1].isi if self.capaian else None

    @property
    def terlambat_dipenuhi(self) -> bool:
        """Fulfilled, but dated after the deadline."""
        return self.keadaan is Keadaan.TERPENUHI and self.hari_terlambat_dipenuhi > 0

    @property
    def hari_terlambat_dipenuhi(self) -> int:
        """Days from the deadline to the deciding record's date, 0 where it was in time."""
        return max(0, (self.penentu.tanggal - self.tenggat).days) if self.penentu else 0


@dataclass(frozen=True)
class AksiFinding(BarisFinding):
    """An action with its periods, and its target as read from the print."""

    kelompok: Kelompok
    periode: tuple[PeriodeFinding, ...]
    target: Target | None

    @property
    def jadwal(self) -> tuple[Tenggat, ...]:
        """The deadlines of its periods, in the order of the year."""
        return self.aksi.tenggat

    @property
    def keadaan(self) -> KeadaanAksi:
        """The state of the whole action: `selesai`, or the most serious of its periods."""
        return state_of_action(item.keadaan for item in self.periode)

    @property
    def hitungan(self) -> Hitungan:
        """The counts over its periods."""
        return count_periods(self.periode)

    @property
    def jumlah_bukti(self) -> int:
        """Pieces of evidence in all its records, shown beside the printed target."""
        return sum(len(item.isi.bukti) for periode in self.periode for item in periode.capaian)

    @property
    def berikut(self) -> PeriodeFinding | None:
        """The first period whose deadline has not passed and that is not fulfilled."""
        return next((item for item in self.periode if item.menanti), None)


@dataclass(frozen=True)
class KelompokFinding:
    """A group with its actions; it lends the group's words."""

    kelompok: Kelompok
    aksi: tuple[AksiFinding, ...]

    @property
    def kode(self) -> str:
        """The group's Roman number."""
        return self.kelompok.kode

    @property
    def judul(self) -> str:
        """The group's title, as printed."""
        return self.kelompok.judul

    @property
    def catatan(self) -> tuple[Catatan, ...]:
        """The notes on the group."""
        return self.kelompok.catatan

    @property
    def periode(self) -> tuple[PeriodeFinding, ...]:
        """The periods of all its actions, in the order of the annex."""
        return tuple(periode for aksi in self.aksi for periode in aksi.periode)

    @property
    def hitungan(self) -> Hitungan:
        """The counts over the periods of its actions."""
        return count_periods(self.periode)


def count_periods(periods: Iterable[PeriodeFinding], day: date | None = None) -> Hitungan:
    """Count periods by state, as they stand or as of an earlier `day`: records dated after it do not count."""
    if day is None:
        return count((item.keadaan, item.lewat) for item in periods)
    known = ((item, [record.isi for record in item.capaian if record.isi.tanggal <= day]) for item in periods)
    return count((state_of_period(records, item.tenggat, day), day > item.tenggat) for item, records in known)


def due_in_quarter(periods: Iterable[PeriodeFinding], tahun: int, nomor: int) -> Iterator[PeriodeFinding]:
    """Those whose deadline falls in a quarter (1 to 4) of a year."""
    return (item for item in periods if item.tenggat.year == tahun and (item.tenggat.month + 2) // 3 == nomor)


def last_change(periods: Iterable[PeriodeFinding]) -> date | None:
    """The last day on which one of the periods changed: a record is dated then, or its deadline had passed the day before.
    None where nothing has happened yet. Never the day of the build: a page is no newer for being built again."""
    return max((day for item in periods for day in _days(item)), default=None)


def _days(item: PeriodeFinding) -> Iterator[date]:
    yield from (record.isi.tanggal for record in item.capaian)
    if item.lewat:
        yield item.tenggat + timedelta(days=1)
