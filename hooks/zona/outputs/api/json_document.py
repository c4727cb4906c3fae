"""What the published JSON files say of themselves, once for all of them: whose they are, as of when, and where from; and JSON
whose keys are set by other people's standards (JSON Schema, OpenAPI, Data Package, JSON-LD): its type and its bytes."""

import json
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from zona.findings.year_findings import Findings, TahunFinding
from zona.outputs.api.contract.contract_base import VERSI_API, KepalaTahunJson, KepalaUmumJson, SumberJson

Json: TypeAlias = "str | int | float | bool | Sequence[Json] | Mapping[str, Json] | None"
JsonObject = dict[str, Json]


def document(value: Mapping[str, object]) -> bytes:
    """The bytes of a JSON file: UTF-8, one key a line."""
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def office_head(findings: Findings) -> KepalaUmumJson:
    """The head of a file that belongs to no year."""
    situs = findings.situs.isi
    return KepalaUmumJson(
        versi_api=VERSI_API,
        per_tanggal=findings.per_tanggal,
        kantor=situs.kantor_lengkap,
        contoh=situs.contoh,
        keterangan="DATA CONTOH: karangan untuk uji, bukan data kantor mana pun" if situs.contoh else None,
    )


def year_head(tahun: TahunFinding, findings: Findings) -> KepalaTahunJson:
    """The head of a year's file."""
    keputusan = tahun.keputusan.isi
    sumber = SumberJson(keputusan=keputusan.nomor, tanggal=keputusan.tanggal, berkas=f"data/{tahun.rencana_aksi.path}")
    return KepalaTahunJson.of(office_head(findings), tahun=tahun.tahun, sumber=sumber)
