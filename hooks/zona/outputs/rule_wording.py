"""Rules of law in words: what a reader must know of one that is cited."""

from __future__ import annotations

from zona.findings.year_findings import Findings
from zona.records.informasi.dasar_hukum import Aturan, KeadaanAturan


def state_of(aturan: Aturan, findings: Findings) -> str:
    """What a reader must know of a cited rule: that it is revoked or changed, and by what, or not certain; else nothing."""
    by = " dan ".join(findings.aturan_menurut_kunci[kunci].sebutan for kunci in aturan.oleh)
    if aturan.keadaan is KeadaanAturan.DICABUT:
        return f"dicabut oleh {by}"
    if aturan.keadaan is KeadaanAturan.DIUBAH:
        return f"diubah oleh {by}"
    return "masih berlaku atau tidak, belum dipastikan" if aturan.keadaan is KeadaanAturan.BELUM_DIPASTIKAN else ""
