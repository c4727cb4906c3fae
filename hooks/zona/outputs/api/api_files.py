"""The published data, version 1: the files of the contract, and the API's index, schemas, OpenAPI description and changes."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from zona.findings.lke.lke_counts import counts_of
from zona.findings.year_findings import Findings
from zona.outputs import addresses
from zona.outputs.api import data_json
from zona.outputs.api.contract.contract_base import VERSI_API, KontrakJson
from zona.outputs.api.contract.contract_files import BerkasJson, files_of, schema_of
from zona.outputs.api.contract.office_contract import BerkasTerdaftarJson, IndeksJson, PerubahanJson, changes
from zona.outputs.api.json_document import JsonObject, document
from zona.outputs.api.lke_json import lke_json
from zona.outputs.feeds.subscriptions import subscriptions_of
from zona.outputs.site_file import SiteFile, media_type, repository_path
from zona.outputs.tables.csv_table import PACKAGE
from zona.outputs.tables.downloads import Unduhan, whole_name
from zona.outputs.wording import tanggal


def api_files(findings: Findings, terbit: Mapping[int, data_json.Terbit]) -> Iterator[SiteFile]:
    """Every JSON file of every year; `terbit` is the year's published evidence by name."""
    for tahun in findings.tahun:
        head, own = data_json.year_head(tahun, findings), terbit[tahun.tahun]
        stat = next(item for item in findings.pengaduan if item.tahun == tahun.tahun)
        filled: dict[str, Callable[[], KontrakJson]] = {
            "rencana-aksi": partial(data_json.rencana_aksi_json, tahun, head),
            "capaian": partial(data_json.capaian_json, tahun, own, head),
            "ringkasan": partial(data_json.ringkasan_json, tahun, head),
            "pengaduan": partial(data_json.pengaduan_json, stat, head),
            "survei": partial(data_json.survei_json, tahun, head),
        }
        if tahun.lke:
            filled["lke"] = partial(lke_json, tahun.lke, counts_of(tahun.sumber.laporan, stat), own, head)
        for nama, fill in filled.items():
            yield _file(addresses.api(tahun.tahun, nama), fill, tahun.rencana_aksi.path)
    if findings.kanal:
        yield _file(addresses.API_KANAL, partial(data_json.kanal_json, findings), findings.kanal.place)


def description_files(findings: Findings, unduhan: dict[int, Unduhan]) -> Iterator[SiteFile]:
    """Every file that describes others; `unduhan` is what each year has to download."""
    source = findings.situs.path
    for item in published_files(findings):
        yield SiteFile(addresses.skema(item.nama), partial(_schema, item, findings), f"data/{source}")
    yield SiteFile(addresses.OPENAPI, lambda: document(openapi_of(findings)), f"data/{source}")
    yield _file(addresses.API_PERUBAHAN, lambda: PerubahanJson.of(data_json.office_head(findings), riwayat=changes()), source)
    yield _file(addresses.API_INDEKS, partial(index_json, findings, unduhan), source)


def published_files(findings: Findings) -> tuple[BerkasJson, ...]:
    """The files of the contract that this office publishes."""
    return files_of(kanal=findings.kanal is not None, lke=any(tahun.lke for tahun in findings.tahun))


def _file(path: str, fill: Callable[[], KontrakJson], source: str) -> SiteFile:
    return SiteFile(path, lambda: fill().to_json(), repository_path(source))


def _schema(berkas: BerkasJson, findings: Findings) -> bytes:
    """The schema with its `$id`, where the site's address is known; a sample's says that it is one."""
    schema, root, head = schema_of(berkas), addresses.site_address_of(findings.situs.isi), data_json.office_head(findings)
    address = {"$id": root + addresses.skema(berkas.nama)} if root else {}
    mark = {"$comment": head.keterangan} if head.contoh else {}
    return document({"$schema": schema["$schema"], **address, **mark, **schema})


def openapi_of(findings: Findings) -> JsonObject:
    """`openapi.json`: every JSON file as something to GET (OpenAPI 3.1), with the schemas beside it; years are a parameter."""
    situs = findings.situs.isi
    mark = "DATA CONTOH: " if situs.contoh else ""
    day = tanggal(findings.per_tanggal)
    info: JsonObject = {
        "title": f"{mark}Data terbuka Zona Integritas {situs.kantor}",
        "description": f"{mark}Berkas tetap yang hanya dibaca, tanpa kunci akses. Dihitung per {day}.",
        "version": VERSI_API,
    }
    if situs.lisensi_data:
        info["license"] = {"name": situs.lisensi_data, "identifier": situs.lisensi_data}
    files = published_files(findings)
    return {
        "openapi": "3.1.0",
        "info": info,
        # Without a known address: the site that this file was fetched from.
        "servers": [{"url": addresses.site_address_of(situs).rstrip("/") or "../.."}],
        "paths": {_path(item): {"get": _operation(item, findings)} for item in files},
    }


def _path(berkas: BerkasJson) -> str:
    return f"/{addresses.API}{'{tahun}/' if berkas.tahunan else ''}{berkas.nama}.json"


def _operation(berkas: BerkasJson, findings: Findings) -> JsonObject:
    schema = {"$ref": f"skema/{berkas.nama}.json"}
    get: JsonObject = {
        "operationId": berkas.nama.replace("-", "_"),
        "summary": berkas.judul,
        "description": berkas.keterangan,
        "responses": {"200": {"description": berkas.judul, "content": {"application/json": {"schema": schema}}}},
    }
    if berkas.tahunan:
        years: JsonObject = {"type": "integer", "enum": [item.tahun for item in findings.tahun]}
        year: JsonObject = {"name": "tahun", "in": "path", "required": True, "description": "Tahun rencana aksi."}
        get["parameters"] = [year | {"schema": years}]
    return get


def index_json(findings: Findings, unduhan: dict[int, Unduhan]) -> IndeksJson:
    """`index.json`: everything to fetch below `api/`, `unduhan/` (what each year has to download), `umpan/` and `kalender/`."""
    situs = findings.situs.isi
    return IndeksJson.of(
        data_json.office_head(findings),
        situs,
        alamat_situs=addresses.site_address_of(situs) or None,
        kamus=addresses.KAMUS,
        openapi=addresses.OPENAPI,
        berkas=tuple(_api(findings)),
        unduhan=tuple(_downloads(unduhan)),
        umpan=tuple(_feeds(findings)),
        kalender=tuple(_calendars(findings)),
    )


def _item(alamat: str, judul: str, tahun: int | None = None, skema: str | None = None) -> BerkasTerdaftarJson:
    return BerkasTerdaftarJson(alamat=alamat, judul=judul, tahun=tahun, jenis_media=media_type(alamat), skema=skema)


def _api(findings: Findings) -> Iterator[BerkasTerdaftarJson]:
    mapped = [item.tahun for item in findings.tahun if item.lke]
    years = [item.tahun for item in findings.tahun]
    for item in published_files(findings):
        for tahun in (mapped if item.nama == "lke" else years) if item.tahunan else [None]:
            yield _item(addresses.api(tahun, item.nama), item.judul, tahun, addresses.skema(item.nama))


def _downloads(unduhan: dict[int, Unduhan]) -> Iterator[BerkasTerdaftarJson]:
    for tahun, year in unduhan.items():
        titles = {f"{table.nama}.csv": f"{table.judul} (CSV)" for table in year.tabel}
        titles |= {whole_name(tahun, "xlsx"): "Semua tabel", whole_name(tahun, "zip"): "Semua berkas"}
        titles[PACKAGE] = "Keterangan semua tabel"
        for name, file in year.berkas.items():
            yield _item(file.path, titles[name], tahun)


def _feeds(findings: Findings) -> Iterator[BerkasTerdaftarJson]:
    yield _item(addresses.UMPAN, "Seluruh rencana aksi")
    for year in findings.tahun:
        for item in subscriptions_of(year):
            yield _item(item.umpan, item.sebutan, year.tahun)


def _calendars(findings: Findings) -> Iterator[BerkasTerdaftarJson]:
    for year in findings.tahun:
        yield _item(addresses.kalender(year.tahun), "Seluruh rencana aksi", year.tahun)
        for item in subscriptions_of(year):
            if item.kalender:
                yield _item(item.kalender, item.sebutan, year.tahun)
