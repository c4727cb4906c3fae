"""Two readings of the data in, what differs out: for whoever approves a proposal, and for the history."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from zona.findings.keadaan import Keadaan
from zona.findings.year_findings import Findings, TahunFinding
from zona.records.capaian.capaian import Capaian
from zona.records.reading.file_reader import Source


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
    """One record that is new, gone, or says something else; `dari` and `menjadi` are its two readings."""

    tahun: int
    path: str
    dari: Capaian | None
    menjadi: Capaian | None

    @property
    def isi(self) -> Capaian:
        """The record as it stands, or as it last stood."""
        isi = self.menjadi or self.dari
        assert isi is not None  # one of the two made the change
        return isi

    @property
    def diverifikasi(self) -> bool:
        """Whether the one thing that changed is the verification, the only thing ever added to a record."""
        if not (self.dari and self.menjadi) or self.menjadi.diverifikasi_oleh is None:
            return False
        return self.dari == self.menjadi.model_copy(update={"diverifikasi_oleh": None})


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
    capaian = tuple(item for year in years for item in _records(year, old.get(year), new.get(year)))
    return Perubahan(periode, capaian)


def _periods(tahun: int, before: TahunFinding | None, after: TahunFinding | None) -> Iterator[PerubahanPeriode]:
    old, new = _states(before), _states(after)
    for aksi, periode in new | old:  # the plan as it stands first, then what is no longer in it
        dari, menjadi = old.get((aksi, periode)), new.get((aksi, periode))
        if dari is not menjadi:
            yield PerubahanPeriode(tahun, aksi, periode, dari, menjadi)


def _states(tahun: TahunFinding | None) -> dict[tuple[str, str], Keadaan]:
    return {(item.kode, item.periode): item.keadaan for item in tahun.periode} if tahun else {}


def _records(tahun: int, before: TahunFinding | None, after: TahunFinding | None) -> Iterator[PerubahanCapaian]:
    old, new = _by_path(before), _by_path(after)
    for path in sorted(old | new):
        dari, menjadi = old.get(path), new.get(path)
        if dari != menjadi:
            yield PerubahanCapaian(tahun, path, dari, menjadi)


def _by_path(tahun: TahunFinding | None) -> dict[str, Capaian]:
    records: tuple[Source[Capaian], ...] = tahun.capaian if tahun else ()
    return {item.path: item.isi for item in records}
