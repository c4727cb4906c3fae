"""The page of a year's open data: what can be downloaded, and what every column means."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from zona.findings.plan_findings import last_change
from zona.findings.year_findings import Findings, TahunFinding
from zona.outputs import addresses
from zona.outputs.pages.machine_readable import dataset
from zona.outputs.pages.render import Page
from zona.outputs.tables.csv_table import PACKAGE
from zona.outputs.tables.downloads import Unduhan, archive_name, workbook_name
from zona.outputs.tables.table import Tabel
from zona.outputs.view import View


@dataclass(frozen=True)
class UnduhanView(View, template="pages/unduhan.html"):
    """A year's downloads: the tables below their headings, each file's size by its name, and the names of the files that hold
    everything; `map` is the folder's address."""

    tahun: TahunFinding
    bagian: tuple[tuple[str, tuple[Tabel, ...]], ...]
    ukuran_berkas: dict[str, int]
    buku: str
    arsip: str
    paket: str
    map: str


def page_of_downloads(tahun: TahunFinding, findings: Findings, unduhan: Unduhan) -> Page:
    """The page that leads to every download, feed and calendar of a year."""
    folder = addresses.unduhan(tahun.tahun)
    return Page(
        folder,
        f"Data terbuka {tahun.tahun}",
        f"Rencana aksi, catatan, bukti, pengaduan, kanal, dan survei {findings.situs.isi.kantor} {tahun.tahun} untuk diunduh.",
        tahun.rencana_aksi.path,
        UnduhanView(
            tahun=tahun,
            bagian=tuple((bagian, tuple(tables)) for bagian, tables in groupby(unduhan.tabel, lambda table: table.bagian)),
            ukuran_berkas={name: len(file.read()) for name, file in unduhan.berkas.items()},
            buku=workbook_name(tahun.tahun),
            arsip=archive_name(tahun.tahun),
            paket=PACKAGE,
            map=folder,
        ),
        tahun.tahun,
        berubah=last_change(tahun.periode),
        uraian=(dataset(tahun, findings, unduhan),),
    )
