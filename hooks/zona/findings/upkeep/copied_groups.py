"""Groups of the plan whose rows say what rows of an earlier group say: found in the data, cell by cell."""

from dataclasses import dataclass

from zona.findings.plan_findings import AksiFinding, KelompokFinding, PeriodeFinding
from zona.findings.year_findings import TahunFinding
from zona.records.rencana.rencana_aksi import KOLOM, Aksi


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
    """The groups that repeat an earlier one, in the order of the plan."""
    first: dict[tuple[str, ...], tuple[KelompokFinding, AksiFinding]] = {}
    found: dict[tuple[str, str], KelompokSalinan] = {}
    for kelompok in tahun.kelompok:
        for row in kelompok.aksi:
            asal, original = first.setdefault(_said(row.aksi), (kelompok, row))
            if asal is not kelompok:
                known = found.get((kelompok.kode, asal.kode))
                rows = (*(known.baris if known else ()), BarisSalinan(row, original))
                found[kelompok.kode, asal.kode] = KelompokSalinan(kelompok, asal, rows)
    return tuple(found.values())


def _said(aksi: Aksi) -> tuple[str, ...]:
    """What a row says: every cell as it is read, whatever its capitals and spaces."""
    return tuple(" ".join((aksi.reading_of(key) or "").casefold().split()) for key in KOLOM)
