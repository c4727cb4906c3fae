"""The pages of the data dictionary: how to use the data, what every file and every table holds, and what that means."""

from __future__ import annotations

from collections.abc import Iterator

from zona.findings.judge import Findings
from zona.outputs import addresses
from zona.outputs.api.contract import contract_files
from zona.outputs.api.contract.contract_files import BerkasJson
from zona.outputs.api.contract.contract_schemas import schema_of
from zona.outputs.api.contract.index_contract import changes
from zona.outputs.api.dictionary import dictionary_of, table_part
from zona.outputs.pages.frame import site_address_of
from zona.outputs.pages.render import Page
from zona.outputs.tables.downloads import Unduhan

TABEL = "tabel"  # the page of all tables


def pages_of_dictionary(findings: Findings, unduhan: Unduhan) -> Iterator[Page]:
    """The dictionary's first page, one page for each JSON file, and one for the tables of the newest year (`unduhan`)."""
    files = contract_files.files_of(kanal=findings.kanal is not None)
    yield _first_page(findings, files, unduhan)
    for item in files:
        yield _page_of_file(findings, item)
    yield _page_of_tables(findings, unduhan)


def _first_page(findings: Findings, files: tuple[BerkasJson, ...], unduhan: Unduhan) -> Page:
    root = site_address_of(findings.situs.isi) or "https://ALAMAT-SITUS-INI/"
    return Page(
        addresses.KAMUS,
        "Kamus data",
        "Arti setiap kunci dan kolom data terbuka situs ini, dan cara memakainya dalam program (API).",
        "pages/kamus.html",
        findings.situs.path,
        {
            "tahun": findings.terbaru,
            "berkas": files,
            "tabel": unduhan.tabel,
            "letak_tabel": addresses.kamus(TABEL),
            "contoh_alamat": f"{root}{addresses.api(findings.terbaru.tahun, contract_files.RINGKASAN.nama)}",
            "perubahan": changes(),
        },
    )


def _page_of_file(findings: Findings, berkas: BerkasJson) -> Page:
    address = addresses.api(findings.terbaru.tahun if berkas.tahunan else None, berkas.nama)
    return Page(
        addresses.kamus(berkas.nama),
        f"Kamus data: {berkas.nama}.json",
        berkas.keterangan,
        "pages/kamus_isi.html",
        findings.situs.path,
        {
            "judul_halaman": f"{berkas.nama}.json",
            "pembuka": berkas.keterangan,
            "berkas": [(address, addresses.skema(berkas.nama))],
            "bagian": dictionary_of(schema_of(berkas)),
        },
    )


def _page_of_tables(findings: Findings, unduhan: Unduhan) -> Page:
    folder = addresses.unduhan(findings.terbaru.tahun)
    return Page(
        addresses.kamus(TABEL),
        "Kamus data: tabel unduhan",
        f"Arti setiap kolom {len(unduhan.tabel)} tabel yang bisa diunduh sebagai CSV dan XLSX.",
        "pages/kamus_isi.html",
        findings.situs.path,
        {
            "judul_halaman": "Tabel unduhan",
            "pembuka": "Arti setiap kolom. Namanya sama dalam CSV dan XLSX; sel kosong berarti tidak ada nilainya.",
            "berkas": [(f"{folder}{table.nama}.csv", None) for table in unduhan.tabel],
            "bagian": [table_part(table) for table in unduhan.tabel],
        },
    )
