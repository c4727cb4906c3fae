"""Which pages keep which rows of the plan: the decree promises things on the website, and each must lead somewhere."""

from dataclasses import dataclass
from enum import StrEnum

from zona.findings.year_findings import Findings
from zona.records.informasi.prosa import Prosa
from zona.records.rencana.tema import about


class HalamanSitus(StrEnum):
    """Pages that the site makes of the plan itself and by which a row of the plan can be kept."""

    RENCANA_AKSI = "rencana-aksi"
    TRIWULAN = "triwulan"


# The plan is published, and the quarters have their monitoring sheets: by every office's site.
_KEEPING = {HalamanSitus.RENCANA_AKSI: ("rencana-aksi",), HalamanSitus.TRIWULAN: ("pemantauan",)}


@dataclass(frozen=True)
class KeptBy:
    """What keeps a row: pages that the site makes of the plan itself, and pages of prose."""

    situs: tuple[HalamanSitus, ...]
    prosa: tuple[Prosa, ...]

    @property
    def menunggu(self) -> int:
        """How many things those pages still wait for."""
        return sum(len(page.kepala.menunggu) for page in self.prosa)

    @property
    def ada(self) -> bool:
        """Whether anything keeps the row."""
        return bool(self.situs or self.prosa)


def kept_by(findings: Findings) -> dict[str, KeptBy]:
    """For each row of the newest plan, what keeps it; a row that nothing keeps is there too."""
    return {
        aksi.kode: KeptBy(
            tuple(page for page, tema in _KEEPING.items() if about(aksi.aksi.tema, tema)),
            tuple(page for page in findings.prosa if about(aksi.aksi.tema, page.kepala.tema)),
        )
        for aksi in findings.terbaru.aksi
    }
