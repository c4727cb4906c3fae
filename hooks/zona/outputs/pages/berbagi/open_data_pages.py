"""The pages of the open data: what each year has to download, and the dictionary, which says what everything in it means."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from zona.findings.plan_findings import last_change
from zona.findings.year_findings import Findings, TahunFinding
from zona.outputs import addresses
from zona.outputs.api.api_files import published_files
from zona.outputs.api.contract.contract_files import BerkasJson, schema_of
from zona.outputs.api.contract.office_contract import SatuPerubahanJson, changes
from zona.outputs.api.dictionary import SchemaPart, dictionary_of, table_part
from zona.outputs.feeds.subscriptions import Langganan, subscriptions_of
from zona.outputs.pages.machine_readable import dataset
from zona.outputs.pages.render import Page
from zona.outputs.tables.csv_table import PACKAGE
from zona.outputs.tables.downloads import Unduhan, whole_name
from zona.outputs.tables.table import Tabel
from zona.outputs.view import View

TABEL = "tabel"  # the page of all tables


@dataclass(frozen=True)
class KamusView(View, template="pages/kamus.html"):
    """How to use the data: the JSON files, the tables, an address as an example, and how the contract changed."""

    berkas: tuple[BerkasJson, ...]
    tabel: tuple[Tabel, ...]
    letak_tabel: str
    contoh_alamat: str
    perubahan: tuple[SatuPerubahanJson, ...]


@dataclass(frozen=True)
class KamusIsiView(View, template="pages/kamus_isi.html"):
    """What one JSON file, or every table, holds: `berkas` are the addresses of files and their schemas."""

    judul_halaman: str
    pembuka: str
    berkas: tuple[tuple[str, str | None], ...]
    bagian: tuple[SchemaPart, ...]


def pages_of_dictionary(findings: Findings, unduhan: Unduhan) -> Iterator[Page]:
    """The dictionary's first page, one page for each JSON file, and one for the tables of the newest year (`unduhan`)."""
    files = published_files(findings)
    yield _first(findings, files, unduhan)
    for item in files:
        yield _file(item, findings)
    yield _tables(findings, unduhan)


def _first(findings: Findings, files: tuple[BerkasJson, ...], unduhan: Unduhan) -> Page:
    tahun = findings.terbaru
    root = addresses.site_address_of(findings.situs.isi) or "https://ALAMAT-SITUS-INI/"
    example = f"{root}{addresses.api(tahun.tahun, 'ringkasan')}"
    return Page(
        addresses.KAMUS,
        "Kamus data",
        "Arti setiap kunci dan kolom data terbuka situs ini, dan cara memakainya dalam program (API).",
        findings.situs.path,
        KamusView(files, unduhan.tabel, addresses.kamus(TABEL), example, changes()),
        tahun.tahun,
        jenis="rujukan",
    )


def _file(item: BerkasJson, findings: Findings) -> Page:
    address = addresses.api(findings.terbaru.tahun if item.tahunan else None, item.nama)
    files = ((address, addresses.skema(item.nama)),)
    return Page(
        addresses.kamus(item.nama),
        f"Kamus data: {item.nama}.json",
        item.keterangan,
        findings.situs.path,
        KamusIsiView(f"{item.nama}.json", item.keterangan, files, dictionary_of(schema_of(item))),
        jenis="rujukan",
    )


def _tables(findings: Findings, unduhan: Unduhan) -> Page:
    folder = addresses.unduhan(findings.terbaru.tahun)
    return Page(
        addresses.kamus(TABEL),
        "Kamus data: tabel unduhan",
        f"Arti setiap kolom {len(unduhan.tabel)} tabel yang bisa diunduh sebagai CSV dan XLSX.",
        findings.situs.path,
        KamusIsiView(
            "Tabel unduhan",
            "Arti setiap kolom. Namanya sama dalam CSV dan XLSX; sel kosong berarti tidak ada nilainya.",
            tuple((f"{folder}{table.nama}.csv", None) for table in unduhan.tabel),
            tuple(table_part(table) for table in unduhan.tabel),
        ),
        jenis="rujukan",
    )


@dataclass(frozen=True)
class UnduhanView(View, template="pages/unduhan.html"):
    """A year's downloads: the tables below headings, each file's size by its name, the names of what holds everything, and
    what there is to follow, below headings."""

    tahun: TahunFinding
    bagian: tuple[tuple[str, tuple[Tabel, ...]], ...]
    ukuran_berkas: dict[str, int]
    buku: str
    arsip: str
    paket: str
    langganan: tuple[tuple[str, tuple[Langganan, ...]], ...]


def page_of_downloads(tahun: TahunFinding, findings: Findings, unduhan: Unduhan) -> Page:
    """The page that leads to every download, feed and calendar of a year."""
    parts = tuple((bagian, tuple(tables)) for bagian, tables in groupby(unduhan.tabel, lambda table: table.bagian))
    named = {"kelompok": "Menurut kelompok", "aksi": "Menurut aksi"}
    follow = tuple((named[jenis], tuple(own)) for jenis, own in groupby(subscriptions_of(tahun), lambda item: item.jenis))
    sizes = {name: len(file.read()) for name, file in unduhan.berkas.items()}
    return Page(
        addresses.unduhan(tahun.tahun),
        f"Data terbuka {tahun.tahun}",
        f"Rencana aksi, laporan, bukti, pengaduan, dan survei {findings.situs.isi.kantor} {tahun.tahun} untuk diunduh.",
        tahun.rencana_aksi.path,
        UnduhanView(tahun, parts, sizes, whole_name(tahun.tahun, "xlsx"), whole_name(tahun.tahun, "zip"), PACKAGE, follow),
        tahun.tahun,
        jenis="rujukan",
        berubah=last_change(tahun.tercatat),
        uraian=(dataset(tahun, findings, unduhan),),
    )
