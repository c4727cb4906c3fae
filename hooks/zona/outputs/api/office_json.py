"""`kanal.json`: the channels, the chooser and the rules, each with the age of its confirmation; `index.json`: everything to
fetch below `api/`, `unduhan/`, `umpan/` and `kalender/`; `perubahan.json`: how it has grown."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from zona.findings.year_findings import Findings
from zona.outputs import addresses, contact_links
from zona.outputs.api.contract import contract_files
from zona.outputs.api.contract.office_contract import (
    AturanJson,
    BerkasTerdaftarJson,
    CaraJson,
    IndeksJson,
    KanalJson,
    PerubahanJson,
    SemuaKanalJson,
    SituasiJson,
    SumberKanalJson,
    changes,
)
from zona.outputs.api.json_document import office_head
from zona.outputs.site_file import JENIS_MEDIA
from zona.outputs.site_identity import site_address_of
from zona.outputs.tables.data_package import PACKAGE
from zona.outputs.tables.downloads import Unduhan, archive_name, workbook_name


def kanal_json(findings: Findings) -> SemuaKanalJson:
    """The file: everything that /lapor/, /kanal/ and /dasar-hukum/ show."""
    situations = findings.lapor.isi.situasi if findings.lapor else ()
    rules = findings.dasar_hukum.isi.aturan if findings.dasar_hukum else ()
    sources = (findings.kanal, findings.lapor, findings.dasar_hukum)
    return SemuaKanalJson.of(
        office_head(findings),
        sumber=SumberKanalJson(berkas=tuple(f"data/{source.path}" for source in sources if source)),
        kanal=channels_json(findings),
        situasi=tuple(SituasiJson.of(item, **_confirmed(item.diperiksa, findings)) for item in situations),
        aturan=tuple(AturanJson.of(item, **_confirmed(item.diperiksa, findings)) for item in rules),
    )


def channels_json(findings: Findings) -> tuple[KanalJson, ...]:
    """The channels with their ways and promises."""
    return tuple(
        KanalJson.of(
            item,
            cara=tuple(CaraJson.of(cara, tautan=contact_links.link_of(cara)) for cara in item.cara),
            **_confirmed(item.diperiksa, findings),
        )
        for item in (findings.kanal.isi.kanal if findings.kanal else ())
    )


def _confirmed(diperiksa: date | None, findings: Findings) -> dict[str, object]:
    """How long ago something was confirmed, and how far that can be relied on."""
    age = findings.pemeriksaan(diperiksa)
    return {"hari_sejak_diperiksa": age.hari, "pemeriksaan": age.keadaan}


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
