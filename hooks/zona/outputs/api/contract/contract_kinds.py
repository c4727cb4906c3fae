"""The kinds of values that parts of the contract have in common."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, WithJsonSchema

from zona.records.rencana.jadwal import POLA_PERIODE
from zona.records.rencana.kode import KODE_AKSI, KODE_KELOMPOK

KodeAksiJson = Annotated[str, Field(pattern=KODE_AKSI)]
KodeKelompokJson = Annotated[str, Field(pattern=KODE_KELOMPOK)]
KodePeriodeJson = Annotated[str, Field(pattern=POLA_PERIODE)]
BanyakJson = Annotated[int, Field(ge=0)]
# An address to open: https, tel, sms or mailto.
TautanJson = Annotated[str, WithJsonSchema({"type": "string", "format": "uri"})]
# An address of this site, from its root.
AlamatJson = Annotated[str, WithJsonSchema({"type": "string", "format": "uri-reference"})]

LetakJson = Annotated[str, Field(description="Letak berkas data di situs ini.")]
