"""Which pages keep which rows of the plan: the decree promises things on the website, and each must lead somewhere."""

from dataclasses import dataclass

from zona.findings.year_findings import Findings
from zona.records.informasi.prosa import Prosa
from zona.records.situs import HalamanSitus


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
    own = findings.situs.isi.halaman_janji
    return {
        aksi.kode: KeptBy(
            tuple(item.halaman for item in own if aksi.kode in item.baris),
            tuple(page for page in findings.prosa if aksi.kode in page.kepala.baris),
        )
        for aksi in findings.terbaru.aksi
    }
