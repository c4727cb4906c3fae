"""Records and a date in; what follows from them out. One place for every page, chart and download."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from zona.records.jadwal import Tenggat
from zona.records.keputusan import Keputusan
from zona.records.load import Data, Sumber, Tahun
from zona.records.rencana_aksi import Aksi, Kelompok, RencanaAksi, Target
from zona.records.situs import Situs


@dataclass(frozen=True)
class AksiFinding:
    """An action with its periods and target as read from the print."""

    aksi: Aksi
    kelompok: Kelompok
    jadwal: tuple[Tenggat, ...]
    target: Target | None

    def berikut(self, per_tanggal: date) -> Tenggat | None:
        """The first deadline that has not passed; a deadline's own day is still in time."""
        return next((item for item in self.jadwal if item.tenggat >= per_tanggal), None)


@dataclass(frozen=True)
class KelompokFinding:
    """A group with its actions."""

    kelompok: Kelompok
    aksi: tuple[AksiFinding, ...]

    @property
    def jumlah_tenggat(self) -> int:
        return sum(len(item.jadwal) for item in self.aksi)


@dataclass(frozen=True)
class Jatuh:
    """One deadline of one action."""

    tenggat: Tenggat
    aksi: AksiFinding


@dataclass(frozen=True)
class TahunFinding:
    """One year's plan, and what it comes to."""

    tahun: int
    keputusan: Sumber[Keputusan]
    rencana_aksi: Sumber[RencanaAksi]
    kelompok: tuple[KelompokFinding, ...]

    @property
    def aksi(self) -> tuple[AksiFinding, ...]:
        return tuple(aksi for kelompok in self.kelompok for aksi in kelompok.aksi)

    @property
    def jumlah_tenggat(self) -> int:
        return sum(item.jumlah_tenggat for item in self.kelompok)

    @property
    def jumlah_catatan(self) -> int:
        """Notes on the annex: of the whole, its groups and its rows."""
        isi = self.rencana_aksi.isi
        owners = (isi, *isi.kelompok, *isi.semua_aksi())
        return sum(len(owner.catatan) for owner in owners)

    def tenggat_per_bulan(self) -> tuple[int, ...]:
        """How many deadlines fall in each of the year's months; one after the year's end counts in no month."""
        counts = Counter(item.tenggat.month for aksi in self.aksi for item in aksi.jadwal if item.tenggat.year == self.tahun)
        return tuple(counts[month] for month in range(1, 13))

    def jatuh_berikut(self, per_tanggal: date) -> tuple[Jatuh, ...]:
        """Every deadline that has not passed, the nearest first, in the order of the annex within a day."""
        coming = [Jatuh(item, aksi) for aksi in self.aksi for item in aksi.jadwal if item.tenggat >= per_tanggal]
        return tuple(sorted(coming, key=lambda jatuh: jatuh.tenggat.tenggat))


@dataclass(frozen=True)
class Findings:
    """Everything that outputs may show."""

    situs: Sumber[Situs]
    per_tanggal: date
    tahun: tuple[TahunFinding, ...]

    @property
    def terbaru(self) -> TahunFinding:
        return self.tahun[-1]


def judge(data: Data, per_tanggal: date) -> Findings:
    """What follows from checked data on a date."""
    return Findings(data.situs, per_tanggal, tuple(_judge_year(tahun) for tahun in data.tahun))


def _judge_year(tahun: Tahun) -> TahunFinding:
    kelompok = tuple(KelompokFinding(item, tuple(_judge_aksi(item, tahun.tahun))) for item in tahun.rencana_aksi.isi.kelompok)
    return TahunFinding(tahun.tahun, tahun.keputusan, tahun.rencana_aksi, kelompok)


def _judge_aksi(kelompok: Kelompok, tahun: int) -> Iterator[AksiFinding]:
    for aksi in kelompok.aksi:
        yield AksiFinding(aksi, kelompok, aksi.tenggat(tahun), aksi.target())
