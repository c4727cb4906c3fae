"""What all parts of the contract are made of: the base, and what every file says of itself."""

from __future__ import annotations

from datetime import date
from typing import Any, Final, Literal, Self

from pydantic import BaseModel, ConfigDict, Field

from zona.outputs.api.contract.contract_kinds import LetakJson
from zona.records.rencana.keputusan import Keputusan
from zona.records.situs import Situs

VERSI_API: Final = "1"


class KontrakJson(BaseModel):
    """A part of a published file: every key is always there, no other is, and None stands for what is empty. The class's
    `title` is what the part is called in schemas and in the data dictionary."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, allow_inf_nan=False, from_attributes=True)

    @classmethod
    def of(cls, *sources: object, **values: object) -> Self:
        """The part with these values; each key that is not among them is the attribute of its name that the first of the
        sources has. A key that nothing gives, or a value of another kind, raises a ValidationError."""
        for key in cls.model_fields.keys() - values.keys():
            source = next((item for item in sources if hasattr(item, key)), None)
            values |= {key: getattr(source, key)} if source is not None else {}
        return cls.model_validate(values)

    def to_json(self) -> bytes:
        """The bytes of the file that this is the whole of."""
        return f"{self.model_dump_json(indent=1)}\n".encode()


def arti(model: type[BaseModel], nama: str) -> Any:
    """The field's meaning, from the words of the record that it comes from."""
    return Field(description=model.model_fields[nama].description)


class SumberJson(KontrakJson, title="Sumber"):
    """Where a year's file comes from."""

    keputusan: str = arti(Keputusan, "nomor")
    tanggal: date = arti(Keputusan, "tanggal")
    berkas: LetakJson


class KepalaUmumJson(KontrakJson):
    """What a file that belongs to no year says of itself."""

    versi_api: Literal["1"] = Field(description="Versi kontrak data ini. Versi 1 hanya bertambah.")
    per_tanggal: date = Field(description="Tanggal hitungan: semua keadaan dan angka dihitung per tanggal ini.")
    kantor: str = arti(Situs, "kantor_lengkap")
    contoh: bool = arti(Situs, "contoh")
    keterangan: str | None = Field(description="Peringatan bila semua isinya karangan untuk uji; selain itu kosong.")


class KepalaTahunJson(KontrakJson):
    """What every file of a year says of itself: the same, and which year's it is."""

    versi_api: Literal["1"] = arti(KepalaUmumJson, "versi_api")
    tahun: int = arti(Keputusan, "tahun")
    per_tanggal: date = arti(KepalaUmumJson, "per_tanggal")
    kantor: str = arti(KepalaUmumJson, "kantor")
    contoh: bool = arti(KepalaUmumJson, "contoh")
    keterangan: str | None = arti(KepalaUmumJson, "keterangan")
    sumber: SumberJson = Field(description="Keputusan dan berkas data yang menjadi sumbernya.")
