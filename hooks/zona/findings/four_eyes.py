"""Whether another person committed a verification than its record, as far as git can tell: a role is a word, and two roles can
be one person."""

from dataclasses import dataclass

from zona.findings.year_findings import Findings, TahunFinding
from zona.records.capaian.capaian import Capaian
from zona.records.reading.file_reader import Source


@dataclass(frozen=True)
class EmpatMata:
    """The verifications of a year: how many git's authors say came from another person than the record, from the same, and of
    how many git says nothing (no history here, an older part of it missing, or changes that are not committed)."""

    tahun: int
    lain: int
    sama: int
    tidak_diketahui: int


def four_eyes(findings: Findings) -> tuple[EmpatMata, ...]:
    """The counts of each year that has verifications."""
    counts = ((tahun.tahun, [another_author(findings, item.path) for item in _verified(tahun)]) for tahun in findings.tahun)
    return tuple(EmpatMata(tahun, own.count(True), own.count(False), own.count(None)) for tahun, own in counts if own)


def another_author(findings: Findings, path: str) -> bool | None:
    """Whether a verified record's verification has another author than the record; None: not known."""
    return findings.riwayat.penulis_lain.get(path) if findings.riwayat else None


def _verified(tahun: TahunFinding) -> list[Source[Capaian]]:
    return [item for item in tahun.capaian if item.isi.verifikasi]
