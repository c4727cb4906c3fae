"""What the published JSON files say of themselves, once for all of them: whose they are, as of when, and where from."""

from __future__ import annotations

from datetime import date
from typing import Literal, TypedDict

from zona.findings.year_findings import Findings, TahunFinding
from zona.outputs.api.contract.contract_base import VERSI_API, SumberJson


class OfficeHead(TypedDict):
    """The keys of `KepalaUmumJson`: what a file says that belongs to no year."""

    versi_api: Literal["1"]
    per_tanggal: date
    kantor: str
    contoh: bool
    keterangan: str | None


class YearHead(OfficeHead):
    """The keys of `KepalaTahunJson`: what a year's file says."""

    tahun: int
    sumber: SumberJson


def office_head(findings: Findings) -> OfficeHead:
    """The head of a file that belongs to no year."""
    situs = findings.situs.isi
    return {
        "versi_api": VERSI_API,
        "per_tanggal": findings.per_tanggal,
        "kantor": situs.kantor_lengkap,
        "contoh": situs.contoh,
        "keterangan": "DATA CONTOH: karangan untuk uji, bukan data kantor mana pun" if situs.contoh else None,
    }


def year_head(tahun: TahunFinding, findings: Findings) -> YearHead:
    """The head of a year's file."""
    keputusan = tahun.keputusan.isi
    sumber = SumberJson(keputusan=keputusan.nomor, tanggal=keputusan.tanggal, berkas=f"data/{tahun.rencana_aksi.path}")
    return {**office_head(findings), "tahun": tahun.tahun, "sumber": sumber}
