"""The published data, version 1: findings in, the files of the contract (`contract/`) out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from zona.findings.year_findings import Findings, TahunFinding
from zona.outputs import addresses
from zona.outputs.api.contract import contract_files
from zona.outputs.api.contract.contract_base import KontrakJson
from zona.outputs.api.contract.contract_files import BerkasJson
from zona.outputs.api.file_heads import year_head
from zona.outputs.api.kanal_json import kanal_json
from zona.outputs.api.pengaduan_json import pengaduan_json
from zona.outputs.api.year_json import capaian_json, rencana_aksi_json, ringkasan_json, survei_json
from zona.outputs.evidence.published import BuktiTerbit
from zona.outputs.site_file import SiteFile


def api_files(findings: Findings, terbit: dict[int, dict[str, BuktiTerbit]]) -> Iterator[SiteFile]:
    """Every JSON file of every year; `terbit` is the year's published evidence by name."""
    for tahun in findings.tahun:
        source = f"data/{tahun.rencana_aksi.path}"
        for berkas, filled in _of_year(tahun, findings, terbit[tahun.tahun]).items():
            yield SiteFile(addresses.api(tahun.tahun, berkas.nama), partial(_json, filled), source)
    if findings.kanal:
        yield SiteFile(addresses.API_KANAL, partial(_json, partial(kanal_json, findings)), f"data/{findings.kanal.path}")


def _json(filled: Callable[[], KontrakJson]) -> bytes:
    return filled().to_json()


def _of_year(
    tahun: TahunFinding, findings: Findings, terbit: dict[str, BuktiTerbit]
) -> dict[BerkasJson, Callable[[], KontrakJson]]:
    """Each file of a year with what fills it."""
    head = year_head(tahun, findings)
    stat = next(item for item in findings.pengaduan if item.tahun == tahun.tahun)
    return {
        contract_files.RENCANA_AKSI: partial(rencana_aksi_json, tahun, head),
        contract_files.CAPAIAN: partial(capaian_json, tahun, terbit, head),
        contract_files.RINGKASAN: partial(ringkasan_json, tahun, head),
        contract_files.PENGADUAN: partial(pengaduan_json, stat, head),
        contract_files.SURVEI: partial(survei_json, tahun, head),
    }
