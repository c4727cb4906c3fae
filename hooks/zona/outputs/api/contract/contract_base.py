"""What all parts of the contract are made of: the base, kinds of values, and what every file says of itself."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, WithJsonSchema

from zona.records.rencana.jadwal import POLA_PERIODE
from zona.records.rencana.keputusan import Keputusan
from zona.records.rencana.kode import KODE_AKSI, KODE_KELOMPOK
from zona.records.situs import Situs

VERSI_API = "1"


class Kontrak(BaseModel):
    """A part of a published file: every key is always there, no other is, and None stands for what is empty. The class's
    `title` is what the part is called in schemas and in the data dictionary."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, allow_inf_nan=False)


def arti(model: type[BaseModel], nama: str) -> Any:
    """The field's meaning, from the words of the record that it comes from."""
    return Field(description=model.model_fields[nama].description)


KodeAksi = Annotated[str, Field(pattern=KODE_AKSI)]
KodeKelompok = Annotated[str, Field(pattern=KODE_KELOMPOK)]
KodePeriode = Annotated[str, Field(pattern=POLA_PERIODE)]
Banyak = Annotated[int, Field(ge=0)]
# An address to open: https, tel, sms or mailto.
Tautan = Annotated[str, WithJsonSchema({"type": "string", "format": "uri"})]
# An address of this site, from its root.
Alamat = Annotated[str, WithJsonSchema({"type": "string", "format": "uri-reference"})]

VersiApi = Annotated[Literal["1"], Field(description="Versi kontrak data ini. Versi 1 hanya bertambah.")]
TahunRencana = Annotated[int, arti(Keputusan, "tahun")]
PerTanggal = Annotated[date, Field(description="Tanggal hitungan: semua keadaan dan angka dihitung per tanggal ini.")]
Kantor = Annotated[str, arti(Situs, "kantor_lengkap")]
Contoh = Annotated[bool, arti(Situs, "contoh")]
Keterangan = Annotated[str | None, Field(description="Peringatan bila semua isinya karangan untuk uji; selain itu kosong.")]
Berkas = Annotated[str, Field(description="Letak berkas data di situs ini.")]


class Sumber(Kontrak, title="Sumber"):
    """Where a year's file comes from."""

    keputusan: Annotated[str, arti(Keputusan, "nomor")]
    tanggal: Annotated[date, arti(Keputusan, "tanggal")]
    berkas: Berkas


class KepalaTahun(Kontrak):
    """What every file of a year says of itself."""

    versi_api: VersiApi
    tahun: TahunRencana
    per_tanggal: PerTanggal
    kantor: Kantor
    contoh: Contoh
    keterangan: Keterangan
    sumber: Annotated[Sumber, Field(description="Keputusan dan berkas data yang menjadi sumbernya.")]


class KepalaUmum(Kontrak):
    """What a file that belongs to no year says of itself."""

    versi_api: VersiApi
    per_tanggal: PerTanggal
    kantor: Kantor
    contoh: Contoh
    keterangan: Keterangan
