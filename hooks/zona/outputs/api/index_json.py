"""`index.json`: everything to fetch below `api/`, `unduhan/`, `umpan/` and `kalender/`; `perubahan.json`: how it has grown."""

from __future__ import annotations

from collections.abc import Iterator

from zona.findings.year_findings import Findings
from zona.outputs import addresses
from zona.outputs.api.contract import contract_files
from zona.outputs.api.contract.index_contract import BerkasTerdaftarJson, IndeksJson, PerubahanJson, changes
from zona.outputs.api.file_heads import office_head
from zona.outputs.site_file import JENIS_MEDIA
from zona.outputs.site_identity import site_address_of
from zona.outputs.tables.data_package import PACKAGE
from zona.outputs.tables.downloads import Unduhan, archive_name, workbook_name


def index_json(findings: Findings, unduhan: dict[int, Unduhan]) -> IndeksJson:
    """The index; `unduhan` is what each year has to download."""
    situs = findings.situs.isi
    return IndeksJson.of(
        office_head(findings),
        situs,
        alamat_situs=site_address_of(situs) or None,
        kamus=addresses.KAMUS,
        openapi=addresses.OPENAPI,
        berkas=tuple(_api(findings)),
        unduhan=tuple(_downloads(unduhan)),
        umpan=tuple(_feeds(findings)),
        kalender=tuple(_calendars(findings)),
    )


def perubahan_json(findings: Findings) -> PerubahanJson:
    """How the contract has grown."""
    return PerubahanJson.of(office_head(findings), riwayat=changes())


def _item(alamat: str, judul: str, tahun: int | None = None, skema: str | None = None) -> BerkasTerdaftarJson:
    jenis = JENIS_MEDIA[alamat.rpartition(".")[2]]
    return BerkasTerdaftarJson(alamat=alamat, judul=judul, tahun=tahun, jenis_media=jenis, skema=skema)


def _api(findings: Findings) -> Iterator[BerkasTerdaftarJson]:
    years = [item.tahun for item in findings.tahun]
    for item in contract_files.files_of(kanal=findings.kanal is not None):
        for tahun in years if item.tahunan else [None]:
            yield _item(addresses.api(tahun, item.nama), item.judul, tahun, addresses.skema(item.nama))


def _downloads(unduhan: dict[int, Unduhan]) -> Iterator[BerkasTerdaftarJson]:
    for tahun, year in unduhan.items():
        titles = {f"{table.nama}.csv": f"{table.judul} (CSV)" for table in year.tabel}
        titles |= {workbook_name(tahun): "Semua tabel", PACKAGE: "Keterangan semua tabel", archive_name(tahun): "Semua berkas"}
        for name, file in year.berkas.items():
            yield _item(file.path, titles[name], tahun)


def _feeds(findings: Findings) -> Iterator[BerkasTerdaftarJson]:
    yield _item(addresses.UMPAN, "Seluruh rencana aksi")
    for year in findings.tahun:
        for item in year.kelompok:
            yield _item(addresses.umpan(year.tahun, item.kode), f"Kelompok {item.kode}", year.tahun)


def _calendars(findings: Findings) -> Iterator[BerkasTerdaftarJson]:
    for year in findings.tahun:
        yield _item(addresses.kalender(year.tahun), "Seluruh rencana aksi", year.tahun)
        for item in year.kelompok:
            yield _item(addresses.kalender(year.tahun, item.kode), f"Kelompok {item.kode}", year.tahun)
