"""The pages of the data dictionary: how to use the data, what every file and every table holds, and what that means."""

from __future__ import annotations

from collections.abc import Iterator

from zona.findings.year_findings import Findings
from zona.outputs import addresses
from zona.outputs.api.contract import contract_files
from zona.outputs.api.contract.contract_schemas import schema_of, table_name
from zona.outputs.api.contract.index_contract import changes
from zona.outputs.api.dictionary import dictionary_of, table_part
from zona.outputs.pages.frame import site_address_of
from zona.outputs.pages.render import Page
from zona.outputs.tables.formats import Unduhan

TABEL = "tabel"  # the page of all tables


def pages_of_dictionary(findings: Findings, unduhan: Unduhan) -> Iterator[Page]:
    """The dictionary's first page, one page for each JSON file, and one for the tables of the newest year (`unduhan`)."""
    tahun, source = findings.terbaru.tahun, findings.situs.path
    root = site_address_of(findings.situs.isi) or "https://ALAMAT-SITUS-INI/"
    files = contract_files.files_of(kanal=findings.kanal is not None)
    yield Page(
        addresses.KAMUS,
        "Kamus data",
        "Arti setiap kunci dan kolom data terbuka situs ini, dan cara memakainya dalam program (API).",
        "pages/kamus.html",
        source,
        {
            "tahun": findings.terbaru,
            "berkas": files,
            "tabel": unduhan.tabel,
            "letak_tabel": addresses.kamus(TABEL),
            "contoh_alamat": f"{root}{addresses.api(tahun, contract_files.RINGKASAN.nama)}",
            "perubahan": changes(),
        },
    )
    for item in files:
        address = addresses.api(tahun if item.tahunan else None, item.nama)
        yield Page(
            addresses.kamus(item.nama),
            f"Kamus data: {item.nama}.json",
            item.keterangan,
            "pages/kamus_isi.html",
            source,
            {
                "judul_halaman": f"{item.nama}.json",
                "pembuka": item.keterangan,
                "berkas": [(address, addresses.skema(item.nama))],
                "bagian": dictionary_of(schema_of(item)),
            },
        )
    yield Page(
        addresses.kamus(TABEL),
        "Kamus data: tabel unduhan",
        f"Arti setiap kolom {len(unduhan.tabel)} tabel yang bisa diunduh sebagai CSV, JSON, dan XLSX.",
        "pages/kamus_isi.html",
        source,
        {
            "judul_halaman": "Tabel unduhan",
            "pembuka": "Arti setiap kolom. Namanya sama dalam CSV, JSON, dan XLSX; sel kosong berarti tidak ada nilainya.",
            "berkas": [
                (f"{addresses.unduhan(tahun)}{table.nama}.json", addresses.skema(table_name(table.nama)))
                for table in unduhan.tabel
            ],
            "bagian": [table_part(table) for table in unduhan.tabel],
        },
    )
