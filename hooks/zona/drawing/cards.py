"""The pictures to share, drawn."""

from __future__ import annotations

from dataclasses import dataclass, replace

from zona.drawing.template_values import BarisGambar, JumlahKeadaan, TemplateValues, counts, identity, qr, rows
from zona.drawing.typst_drawing import Drawer, DrawnPage
from zona.findings.year_findings import Findings
from zona.outputs.sharing import BENTUK, PERSEGI, SISI_KECIL, Kartu, cards_of
from zona.outputs.sharing_words import due_sentence, short_title
from zona.outputs.site_file import SiteFile
from zona.outputs.wording import angka


@dataclass(frozen=True)
class AksiKartu:
    """An action as a picture shows it: its code, and its state as a colour."""

    kode: str
    komponen: str
    keadaan: str


@dataclass(frozen=True)
class KartuValues(TemplateValues):
    """A picture to share; `bentuk` is the form that it is drawn in."""

    template = "kartu.typ"

    atas: str
    judul: str
    grafik: str
    terpenuhi: str
    dari: str
    kalimat: str | None
    keadaan: tuple[JumlahKeadaan, ...]
    baris: tuple[BarisGambar, ...]
    tambahan: tuple[BarisGambar, ...]
    aksi: tuple[AksiKartu, ...]
    bentuk: str = PERSEGI.nama


def picture_files(findings: Findings, drawer: Drawer) -> list[SiteFile]:
    """Every picture of the newest year in every form, and the thumbnails of the kit page, as far as they can be drawn."""
    tahun = findings.terbaru
    source = f"data/{tahun.rencana_aksi.path}"
    pages: dict[str, DrawnPage] = {}
    for kartu in cards_of(tahun):
        with drawer.attempt(*map(kartu.alamat, BENTUK), kartu.alamat_kecil):
            values = values_of(kartu, findings)
            pages |= {kartu.alamat(bentuk): DrawnPage(replace(values, bentuk=bentuk.nama)) for bentuk in BENTUK}
            pages[kartu.alamat_kecil] = DrawnPage(values, PERSEGI.lebar // SISI_KECIL)
    return [SiteFile(path, content, source) for path, content in drawer.pictures(pages).items()]


def values_of(kartu: Kartu, findings: Findings) -> KartuValues:
    """What the template needs to draw the square picture."""
    return KartuValues(
        identitas=identity(findings),
        qr=qr(findings, kartu.halaman),
        atas=kartu.atas,
        judul=short_title(kartu),
        grafik=kartu.grafik,
        terpenuhi=angka(kartu.hitungan.terpenuhi),
        dari=f"dari {angka(kartu.hitungan.jumlah)} tenggat\nterpenuhi",
        kalimat=due_sentence(kartu.hitungan),
        keadaan=counts(kartu.hitungan),
        baris=rows(kartu.baris),
        tambahan=rows(kartu.tambahan),
        aksi=tuple(AksiKartu(item.kode, item.komponen, item.keadaan.value) for item in kartu.aksi),
    )
