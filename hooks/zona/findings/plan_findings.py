"""What the plan's rows come to: the findings on a period, an action and a group. They are made by `judge`."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from zona.findings.hitungan import Hitungan, count
from zona.findings.keadaan import LATE, WORST_FIRST, Keadaan, KeadaanAksi, deciding_record, state_of_action, state_of_period
from zona.findings.record_findings import BarisFinding, CatatanFinding, KejadianFinding, TercatatFinding
from zona.records.capaian.capaian import Capaian
from zona.records.reading.file_reader import Source
from zona.records.rencana.jadwal import Tenggat
from zona.records.rencana.keputusan import Catatan
from zona.records.rencana.rencana_aksi import Kelompok, Target


@dataclass(frozen=True)
class PeriodeFinding(TercatatFinding):
    """One period of one action, with the last day in time, and its state."""

    tenggat: date
    keadaan: Keadaan

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

    @cached_property
    def sumber_penentu(self) -> Source[Capaian] | None:
        """The record that decides, with its file."""
        return deciding_record(self.capaian, self.per_tanggal)[0]

    @property
    def penentu(self) -> Capaian | None:
        """The record that decides."""
        return self.sumber_penentu.isi if self.sumber_penentu else None

    @property
    def laporan_kini(self) -> tuple[CatatanFinding, ...]:
        """Of its records the one that decides, and those after it, the latest first."""
        return self._laporan[: self._penentu]

    @property
    def laporan_lama(self) -> tuple[CatatanFinding, ...]:
        """Its records before that, the latest first."""
        return self._laporan[self._penentu :]

    @property
    def _laporan(self) -> tuple[CatatanFinding, ...]:
        return self.catatan_capaian[::-1]

    @property
    def _penentu(self) -> int:
        """How many of the latest records there are up to the deciding one."""
        return next((n for n, item in enumerate(self._laporan, 1) if item.sumber is self.sumber_penentu), 0)

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
    """An action with its periods, its target as read from the print, and where it has no deadlines, what was recorded."""

    kelompok: Kelompok
    periode: tuple[PeriodeFinding, ...]
    target: Target | None
    kejadian: KejadianFinding | None = None

    @property
    def tercatat(self) -> tuple[TercatatFinding, ...]:
        """All that can have records: its periods; of an action without deadlines, what happened."""
        return (self.kejadian,) if self.kejadian else self.periode

    @property
    def jadwal(self) -> tuple[Tenggat, ...]:
        """The deadlines of its periods, in the order of the year."""
        return self.aksi.tenggat

    @property
    def keadaan(self) -> KeadaanAksi:
        """The state of the whole action: `selesai`, or the most serious of its periods; `tanpa_tenggat` without any."""
        return state_of_action(item.keadaan for item in self.periode)

    @property
    def hitungan(self) -> Hitungan:
        """The counts over its periods."""
        return count_periods(self.periode)

    @property
    def dipenuhi(self) -> tuple[PeriodeFinding, ...]:
        """The fulfilled periods, the latest first."""
        return tuple(item for item in self.periode[::-1] if item.keadaan is Keadaan.TERPENUHI)

    @property
    def terbuka(self) -> tuple[PeriodeFinding, ...]:
        """The reported periods that are not fulfilled, the longest late first."""
        return tuple(item for item in self.periode if item.capaian and item.keadaan is not Keadaan.TERPENUHI)

    @property
    def tanpa_laporan(self) -> dict[Keadaan, tuple[PeriodeFinding, ...]]:
        """The periods that nobody reported on, by their state: past their deadline, and before it."""
        states = (Keadaan.BELUM_DILAPORKAN, Keadaan.BELUM_JATUH_TEMPO)
        found = {state: tuple(item for item in self.periode if item.keadaan is state) for state in states}
        return {state: items for state, items in found.items() if items}

    @property
    def paling_lama(self) -> int:
        """Days since the oldest deadline that is past and unfulfilled without waiting for verification; 0 where none is."""
        return max((item.hari_lewat for item in self.periode if item.keadaan in LATE), default=0)

    @property
    def jumlah_bukti(self) -> int:
        """Pieces of evidence in its records that stand, shown beside the printed target."""
        return sum(len(item.isi.bukti) for own in self.tercatat for item in own.catatan_capaian if not item.gugur)

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
    def sebutan(self) -> str:
        """The group's short name, else its title."""
        return self.kelompok.sebutan

    @property
    def catatan(self) -> tuple[Catatan, ...]:
        """The notes on the group."""
        return self.kelompok.catatan

    @property
    def periode(self) -> tuple[PeriodeFinding, ...]:
        """The periods of all its actions, in the order of the annex."""
        return tuple(periode for aksi in self.aksi for periode in aksi.periode)

    @property
    def tercatat(self) -> tuple[TercatatFinding, ...]:
        """The same with what is recorded of actions without deadlines."""
        return tuple(item for aksi in self.aksi for item in aksi.tercatat)

    @property
    def menurut_status(self) -> dict[KeadaanAksi, tuple[AksiFinding, ...]]:
        """Its actions by their state, the most serious first; states without actions are left out."""
        found = {state: tuple(item for item in self.aksi if item.keadaan is state) for state in WORST_FIRST}
        return {state: items for state, items in found.items() if items}

    @property
    def hitungan(self) -> Hitungan:
        """The counts over the periods of its actions."""
        return count_periods(self.periode)


def count_periods(periods: Iterable[PeriodeFinding], day: date | None = None) -> Hitungan:
    """Count periods by state, as they stand or as of an earlier `day`, from what was recorded and verified by then."""
    if day is None:
        return count((item.keadaan, item.lewat) for item in periods)
    return count((state_of_period(item.capaian, item.tenggat, day), day > item.tenggat) for item in periods)


def due_in_quarter(periods: Iterable[PeriodeFinding], tahun: int, nomor: int) -> Iterator[PeriodeFinding]:
    """Those whose deadline falls in a quarter (1 to 4) of a year."""
    return (item for item in periods if item.tenggat.year == tahun and (item.tenggat.month + 2) // 3 == nomor)


def last_change(periods: Iterable[TercatatFinding]) -> date | None:
    """The last day on which one of the periods changed: a record or its verification is dated then, or its deadline had
    passed the day before.
    None where nothing has happened yet. Never the day of the build: a page is no newer for being built again."""
    return max((day for item in periods for day in _days(item)), default=None)


def _days(item: TercatatFinding) -> Iterator[date]:
    yield from (record.isi.tanggal for record in item.capaian)
    verified = (record.isi.verifikasi.tanggal for record in item.capaian if record.isi.verifikasi)
    yield from (day for day in verified if day <= item.per_tanggal)
    if isinstance(item, PeriodeFinding) and item.lewat:
        yield item.tenggat + timedelta(days=1)
