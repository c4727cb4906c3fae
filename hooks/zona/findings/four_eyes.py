"""Whether another person committed a verification than its record, as far as git can tell: a role is a word, and two roles can
be one person."""

from dataclasses import dataclass
from datetime import date

from zona.findings.year_findings import Findings


@dataclass(frozen=True)
class DuaPenulis:
    """A verification: of which record, on which day, and whether its commit has another author than the record's; None where
    git does not know (no history here, an older part of it missing, or changes that are not committed)."""

    aksi: str
    periode: str
    tanggal: date
    lain: bool | None


@dataclass(frozen=True)
class EmpatMata:
    """The verifications of a year, in the order of the plan."""

    tahun: int
    verifikasi: tuple[DuaPenulis, ...]

    def count(self, lain: bool | None) -> int:
        """How many have another author, the same, or one that is not known."""
        return sum(item.lain is lain for item in self.verifikasi)


def four_eyes(findings: Findings) -> tuple[EmpatMata, ...]:
    """The verifications of each year that has any."""
    found = []
    for tahun in findings.tahun:
        own = [
            DuaPenulis(item.isi.aksi, item.isi.periode, item.isi.verifikasi.tanggal, another_author(findings, item.path))
            for periode in tahun.tercatat
            for item in periode.capaian
            if item.isi.verifikasi
        ]
        found += [EmpatMata(tahun.tahun, tuple(own))] if own else []
    return tuple(found)


def another_author(findings: Findings, path: str) -> bool | None:
    """Whether a verified record's verification has another author than the record; None: not known."""
    return findings.riwayat.penulis_lain.get(path) if findings.riwayat else None
