"""The letters, drawn: A4, ready to print and sign."""

from zona.drawing.template_values import Values, identity
from zona.drawing.typst_drawing import Drawer
from zona.findings.year_findings import Findings
from zona.outputs import addresses
from zona.outputs.letters import TITIK, IsiSurat, letters_of
from zona.outputs.site_file import SiteFile

TEMPLATE = "surat.typ"


def letter_papers(findings: Findings, drawer: Drawer) -> list[SiteFile]:
    """Every letter as PDF/UA, as far as it can be drawn."""
    files: list[SiteFile] = []
    for surat in letters_of(findings):
        with drawer.attempt(path := surat.alamat("pdf")):
            content = drawer.pdf(TEMPLATE, values_of(surat, findings), findings.per_tanggal)
            files.append(SiteFile(path, content, f"data/{findings.terbaru.rencana_aksi.path}"))
    return files


def values_of(surat: IsiSurat, findings: Findings) -> Values:
    """What the template needs to draw a letter; a line of the letterhead that ends with ": " is open, for a pen."""
    return {
        "identitas": identity(findings, addresses.KELENGKAPAN)["identitas"],
        "kop": [item.removesuffix(TITIK) for item in surat.kop],
        "tempat": surat.tempat,
        "hal": surat.hal,
        "kepada": surat.kepada,
        "isi": list(surat.isi),
        "judul_lampiran": surat.judul_lampiran,
        "kolom": list(surat.kolom),
        "lampiran": [list(cells) for cells in surat.lampiran],
    }
