"""Groups of the plan whose rows say what rows of an earlier group say: found in the data, cell by cell."""

from dataclasses import dataclass

from zona.findings.plan_findings import AksiFinding, KelompokFinding, PeriodeFinding
from zona.findings.year_findings import TahunFinding
from zona.records.rencana.rencana_aksi import KOLOM


@dataclass(frozen=True)
class BarisSalinan:
    """A row, and the earlier row of another group that it repeats; `beda` are the columns that differ by typing slips alone."""

    aksi: AksiFinding
    asal: AksiFinding

    @property
    def beda(self) -> tuple[str, ...]:
        """The headings of the columns whose print is not the same sign by sign."""
        return tuple(name for key, name in KOLOM.items() if getattr(self.aksi.aksi, key) != getattr(self.asal.aksi, key))


@dataclass(frozen=True)
class KelompokSalinan:
    """A group with those of its rows that repeat rows of one earlier group."""

    kelompok: KelompokFinding
    asal: KelompokFinding
    baris: tuple[BarisSalinan, ...]

    @property
    def periode(self) -> tuple[PeriodeFinding, ...]:
        """The periods of the rows that repeat others."""
        return tuple(item for row in self.baris for item in row.aksi.periode)


def copied_groups(tahun: TahunFinding) -> tuple[KelompokSalinan, ...]:
    """The groups that repeat an earlier one, in the order of the plan; which row repeats which is `tahun.salinan`."""
    rows = {row.kode: (kelompok, row) for kelompok in tahun.kelompok for row in kelompok.aksi}
    found: dict[tuple[str, str], KelompokSalinan] = {}
    for kode, earlier in tahun.salinan.items():
        (kelompok, row), (asal, original) = rows[kode], rows[earlier]
        if asal is not kelompok:
            known = found.get((kelompok.kode, asal.kode))
            copies = (*(known.baris if known else ()), BarisSalinan(row, original))
            found[kelompok.kode, asal.kode] = KelompokSalinan(kelompok, asal, copies)
    return tuple(found.values())
