"""How old what the site shows is: the day of the newest report, and the years that no plan is loaded for."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from zona.findings.year_findings import Findings, TahunFinding, month_end

# More days than this without a new report: the home page says since when. An office that has just begun to record gets longer,
# for it writes down first what was done before.
TANPA_LAPORAN = 45
SEJAK_MULAI = 60


@dataclass(frozen=True)
class Usia:
    """The age of a site's contents on `per_tanggal`: `laporan_terbaru` is the day of the newest report, None before the first;
    `ditetapkan` that of what the first plan rests on, from which days are counted until then (the first of its year where no
    day is known: not `bertanggal`); `tanpa_rencana` are the years without a plan, from the first plan's to the current one;
    `mulai` is the day on which the office began to record here, None where it does not say or that is still to come."""

    per_tanggal: date
    laporan_terbaru: date | None
    ditetapkan: date
    tanpa_rencana: tuple[int, ...]
    mulai: date | None = None
    bertanggal: bool = True

    @property
    def sejak(self) -> date:
        """The day since which there was no new report: the newest report's, the beginning where that is later, or the
        plan's."""
        return max((day for day in (self.laporan_terbaru, self.mulai) if day), default=self.ditetapkan)

    @property
    def sejak_mulai(self) -> bool:
        """Whether nothing that was reported is dated after the office began to record."""
        return self.mulai is not None and self.sejak == self.mulai

    @property
    def hari(self) -> int:
        """Whole days since then; below 0 before the first plan."""
        return (self.per_tanggal - self.sejak).days

    @property
    def lama(self) -> bool:
        """Whether that is too long to say nothing about it; day 45 is not, and since the beginning day 60 is not."""
        return self.hari > (SEJAK_MULAI if self.sejak_mulai else TANPA_LAPORAN)

    @property
    def rencana_belum_dimuat(self) -> int | None:
        """The current year where it has no plan, else None."""
        return self.per_tanggal.year if self.per_tanggal.year in self.tanpa_rencana else None

    @property
    def sebelumnya(self) -> tuple[int, ...]:
        """The earlier years that have no plan either."""
        return tuple(tahun for tahun in self.tanpa_rencana if tahun < self.per_tanggal.year)


def age_of(findings: Findings) -> Usia:
    """The age of everything that the findings hold, on their date."""
    plans = {item.tahun for item in findings.tahun}
    years = range(min(plans), findings.per_tanggal.year + 1)
    return Usia(
        findings.per_tanggal,
        max((day for item in findings.tahun for day in _reported(item)), default=None),
        findings.tahun[0].dasar.sejak,
        tuple(tahun for tahun in years if tahun not in plans),
        begun if (begun := findings.situs.isi.mulai_mencatat) and begun <= findings.per_tanggal else None,
        findings.tahun[0].dasar.tanggal is not None,
    )


def _reported(tahun: TahunFinding) -> Iterator[date]:
    """The days of a year's reports, as the method page explains them: a record's is the day of what it tells, for the day on
    which it was written is not known. A month of complaints tells up to its last day. A verification reports nothing new."""
    yield from (item.isi.tanggal for item in tahun.capaian)
    for item in tahun.sumber.pengaduan:
        year, month = item.isi.bulan.split("-")
        yield month_end(int(year), int(month))
    yield from (item.isi.diperbarui for item in tahun.sumber.semua_laporan())
