"""The JSON form of a download table: what the file says of itself; the keys of its rows are the table's columns."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field, JsonValue

from zona.outputs.api.contract.contract_base import Contoh, Kantor, Keterangan, Kontrak, PerTanggal, TahunRencana
from zona.outputs.tables.table import Jenis, Tabel


class TabelJson(Kontrak, title="Tabel unduhan"):
    """The file."""

    tabel: Annotated[str, Field(description="Nama tabel.")]
    tahun: TahunRencana
    per_tanggal: PerTanggal
    kantor: Kantor
    contoh: Contoh
    keterangan: Keterangan
    baris: Annotated[tuple[dict[str, JsonValue], ...], Field(description="Baris-baris tabel; kuncinya nama kolom.")]


def row_schema(tabel: Tabel[Any]) -> dict[str, object]:
    """The schema of the table's rows. Any cell may be empty."""
    return {
        "type": "object",
        "title": "Satu baris",
        "additionalProperties": False,
        "required": [kolom.nama for kolom in tabel.kolom],
        "properties": {
            kolom.nama: {"type": [kind, "null"], "description": kolom.keterangan} | ({"format": form} if form else {})
            for kolom, (kind, form) in ((kolom, _kind(kolom.jenis)) for kolom in tabel.kolom)
        },
    }


def _kind(jenis: Jenis) -> tuple[str, str]:
    return ("string", "date") if jenis is Jenis.TANGGAL else (jenis.value, "")
