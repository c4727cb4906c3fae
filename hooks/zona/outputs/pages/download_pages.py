"""The page of a year's open data: what can be downloaded, and what every column means."""

from __future__ import annotations

from itertools import groupby

from zona.findings.last_change import last_change
from zona.findings.year_findings import Findings, TahunFinding
from zona.outputs import addresses
from zona.outputs.pages.machine_readable import dataset
from zona.outputs.pages.render import Page
from zona.outputs.tables.formats import PACKAGE, Unduhan, archive_name, workbook_name


def page_of_downloads(tahun: TahunFinding, findings: Findings, unduhan: Unduhan) -> Page:
    """The page that leads to every download, feed and calendar of a year."""
    folder = addresses.unduhan(tahun.tahun)
    return Page(
        folder,
        f"Data terbuka {tahun.tahun}",
        f"Rencana aksi, catatan, bukti, pengaduan, kanal, dan survei {findings.situs.isi.kantor} {tahun.tahun} untuk diunduh.",
        "pages/unduhan.html",
        tahun.rencana_aksi.path,
        {
            "tahun": tahun,
            "bagian": [(bagian, list(tables)) for bagian, tables in groupby(unduhan.tabel, lambda table: table.bagian)],
            "ukuran_berkas": {
                name: len(file.content) for name, file in unduhan.berkas.items() if isinstance(file.content, bytes)
            },
            "buku": workbook_name(tahun.tahun),
            "arsip": archive_name(tahun.tahun),
            "paket": PACKAGE,
            "map": folder,
        },
        berubah=last_change(tahun.periode),
        uraian=(dataset(tahun, findings, unduhan),),
    )
