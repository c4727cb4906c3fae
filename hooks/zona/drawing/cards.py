"""The pictures to share, drawn."""

from __future__ import annotations

from typing import Any

from zona.drawing.template_values import counts, office, qr, rows
from zona.drawing.typst_drawing import Drawer, Lembar
from zona.findings.year_findings import Findings
from zona.outputs.sharing import BENTUK, PERSEGI, SISI_KECIL, Kartu, cards_of, due_sentence, short_title
from zona.outputs.site_file import SiteFile
from zona.outputs.wording import angka

TEMPLATE = "kartu.typ"


def picture_files(findings: Findings, drawer: Drawer) -> list[SiteFile]:
    """Every picture of the newest year in every form, and the thumbnails of the kit page, as far as they can be drawn."""
    tahun = findings.terbaru
    source = f"data/{tahun.rencana_aksi.path}"
    lembar: dict[str, Lembar] = {}
    for kartu in cards_of(tahun):
        with drawer.attempt(*map(kartu.alamat, BENTUK), kartu.alamat_kecil):
            values = values_of(kartu, findings)
            for bentuk in BENTUK:
                lembar[kartu.alamat(bentuk)] = Lembar(TEMPLATE, values | {"bentuk": bentuk.nama})
            square = values | {"bentuk": PERSEGI.nama}
            lembar[kartu.alamat_kecil] = Lembar(TEMPLATE, square, PERSEGI.lebar // SISI_KECIL)
    return [SiteFile(path, content, source) for path, content in drawer.gambar(lembar).items()]


def values_of(kartu: Kartu, findings: Findings) -> dict[str, Any]:
    """What the template needs to draw the picture in any form."""
    return office(findings) | {
        "atas": kartu.atas,
        "judul": short_title(kartu),
        "grafik": kartu.grafik,
        "terpenuhi": angka(kartu.hitungan.terpenuhi),
        "dari": f"dari {angka(kartu.hitungan.jumlah)} tenggat\nterpenuhi",
        "kalimat": due_sentence(kartu.hitungan),
        "keadaan": counts(kartu.hitungan),
        "baris": rows(kartu.baris),
        "tambahan": rows(kartu.tambahan),
        "aksi": [
            {"kode": item.aksi.kode, "komponen": item.aksi.komponen, "keadaan": item.keadaan.value} for item in kartu.aksi
        ],
        "qr": qr(findings, kartu.halaman),
    }
