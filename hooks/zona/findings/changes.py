"""What changed in the data: from one reading to another, for whoever approves a proposal; and by the office's days."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, tzinfo

from zona.findings.four_eyes import another_author
from zona.findings.keadaan import Keadaan
from zona.findings.year_findings import Findings, TahunFinding
from zona.records.capaian.capaian import Capaian
from zona.records.git_history import Komit, Riwayat
from zona.records.load import SKEMA


@dataclass(frozen=True)
class PerubahanPeriode:
    """One period whose state differs; None where the period is not in that reading."""

    tahun: int
    aksi: str
    periode: str
    dari: Keadaan | None
    menjadi: Keadaan | None


@dataclass(frozen=True)
class PerubahanCapaian:
    """One record that is new, gone, or says something else; `dari` and `menjadi` are its two readings. `penulis_lain` tells
    whether another author committed its verification than the record; None: not known."""

    tahun: int
    path: str
    dari: Capaian | None
    menjadi: Capaian | None
    penulis_lain: bool | None = None

    @property
    def isi(self) -> Capaian:
        """The record as it stands, or as it last stood."""
        isi = self.menjadi or self.dari
        assert isi is not None  # one of the two made the change
        return isi

    @property
    def diverifikasi(self) -> bool:
        """Whether the one thing that changed is the verification, the only thing ever added to a record."""
        if not (self.dari and self.menjadi) or self.menjadi.verifikasi is None:
            return False
        return self.dari == self.menjadi.model_copy(update={"verifikasi": None})


@dataclass(frozen=True)
class Perubahan:
    """Everything that differs, in the order of the years and of the plan."""

    periode: tuple[PerubahanPeriode, ...]
    capaian: tuple[PerubahanCapaian, ...]

    def __bool__(self) -> bool:
        return bool(self.periode or self.capaian)


def changes(before: Findings, after: Findings) -> Perubahan:
    """What differs from one reading to the other. Judge both on the same date, or time itself counts as a change."""
    old = {tahun.tahun: tahun for tahun in before.tahun}
    new = {tahun.tahun: tahun for tahun in after.tahun}
    years = sorted(old | new)
    periode = tuple(item for year in years for item in _periods(year, old.get(year), new.get(year)))
    capaian = (item for year in years for item in _records(year, old.get(year), new.get(year)))
    return Perubahan(periode, tuple(replace(item, penulis_lain=another_author(after, item.path)) for item in capaian))


def _periods(tahun: int, before: TahunFinding | None, after: TahunFinding | None) -> Iterator[PerubahanPeriode]:
    old, new = ({(item.kode, item.periode): item.keadaan for item in year.periode} if year else {} for year in (before, after))
    for aksi, periode in new | old:  # the plan as it stands first, then what is no longer in it
        dari, menjadi = old.get((aksi, periode)), new.get((aksi, periode))
        if dari is not menjadi:
            yield PerubahanPeriode(tahun, aksi, periode, dari, menjadi)


def _records(tahun: int, before: TahunFinding | None, after: TahunFinding | None) -> Iterator[PerubahanCapaian]:
    old, new = ({item.path: item.isi for item in year.capaian} if year else {} for year in (before, after))
    for path in sorted(old | new):
        dari, menjadi = old.get(path), new.get(path)
        if dari != menjadi:
            yield PerubahanCapaian(tahun, path, dari, menjadi)


@dataclass(frozen=True)
class HariBerubah:
    """One day: whether each changed file was there before and is after it, by its path, and the commits, the oldest first."""

    tanggal: date
    berkas: dict[str, tuple[bool, bool]]
    komit: tuple[str, ...]


def days_of(riwayat: Riwayat, zone: tzinfo, per_tanggal: date) -> tuple[HariBerubah, ...]:
    """The days up to `per_tanggal` on which something changed, by the clock of `zone`, the newest first."""
    days: dict[date, list[Komit]] = {}
    for komit in reversed(riwayat.komit):
        days.setdefault(komit.waktu.astimezone(zone).date(), []).append(komit)
    found = (_day(day, days[day]) for day in sorted(days, reverse=True) if day <= per_tanggal)
    return tuple(day for day in found if day.berkas)


def _day(day: date, commits: list[Komit]) -> HariBerubah:
    """What a day's commits come to, without files that came and went. Schemas, which the project makes, are no data."""
    letters: dict[str, list[str]] = {}
    for komit in commits:
        for path, letter in komit.berkas.items():
            letters.setdefault(path, []).append(letter)
    files = {path: (own[0] != "A", own[-1] != "D") for path, own in sorted(letters.items()) if not path.startswith(f"{SKEMA}/")}
    changed = {path: ends for path, ends in files.items() if any(ends)}
    return HariBerubah(day, changed, tuple(komit.kode for komit in commits))
