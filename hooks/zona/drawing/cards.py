"""The pictures to share, drawn."""

from textwrap import shorten

from zona.drawing.template_values import Values, counts, identity, rows
from zona.drawing.typst_drawing import Drawer, DrawnPage
from zona.findings.year_findings import Findings
from zona.outputs.sharing import BENTUK, PERSEGI, SISI_KECIL, Kartu, cards_to_draw, due_sentence
from zona.outputs.site_file import SiteFile
from zona.outputs.wording import angka

TEMPLATE = "kartu.typ"
JUDUL_TERPANJANG = 160  # what a picture can hold, cut at a word; alt texts and captions say it in full


def picture_files(findings: Findings, drawer: Drawer) -> list[SiteFile]:
    """Every picture of the newest year in every form, and the thumbnails of the kit page, as far as they can be drawn."""
    tahun = findings.terbaru
    source = f"data/{tahun.rencana_aksi.path}"
    pages: dict[str, DrawnPage] = {}
    for kartu in cards_to_draw(tahun):
        with drawer.attempt(*map(kartu.alamat, BENTUK), kartu.alamat_kecil):
            values = values_of(kartu, findings)
            pages |= {kartu.alamat(bentuk): DrawnPage(values | {"bentuk": bentuk.nama}) for bentuk in BENTUK}
            pages[kartu.alamat_kecil] = DrawnPage(values, PERSEGI.lebar // SISI_KECIL)
    return [SiteFile(path, content, source) for path, content in drawer.pictures(TEMPLATE, pages).items()]


def values_of(kartu: Kartu, findings: Findings) -> Values:
    """What the template needs to draw the square picture; an action's state is a colour."""
    return identity(findings, kartu.halaman) | {
        "bentuk": PERSEGI.nama,
        "atas": kartu.atas,
        "judul": shorten(kartu.judul, JUDUL_TERPANJANG, placeholder=" …"),
        "grafik": kartu.grafik,
        "terpenuhi": angka(kartu.hitungan.terpenuhi),
        "dari": f"dari {angka(kartu.hitungan.jumlah)} janji\nterpenuhi",
        "kalimat": due_sentence(kartu.hitungan),
        "keadaan": counts(kartu.hitungan),
        "baris": rows(kartu.baris),
        "tambahan": rows(kartu.tambahan),
        "aksi": [{"kode": aksi.kode, "komponen": aksi.komponen, "keadaan": aksi.keadaan.value} for aksi in kartu.aksi],
    }
