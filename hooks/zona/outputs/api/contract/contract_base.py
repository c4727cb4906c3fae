"""What all parts of the contract are made of: the kinds of values, the base, and what every file says of itself."""

from collections.abc import Mapping
from datetime import date
from functools import reduce
from inspect import get_annotations
from operator import or_
from types import GenericAlias, UnionType
from typing import Annotated, Any, Final, Literal, Self, Union, Unpack, get_args, get_origin, get_type_hints

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema

from zona.records.informasi.sumber import Sumber, address_of
from zona.records.reading.fields import AlamatSitus, AlamatWeb, KodeAksi, KodeKelompok, KodePeriode
from zona.records.rencana.jadwal import POLA_PERIODE
from zona.records.rencana.keputusan import Keputusan
from zona.records.rencana.kode import KODE_AKSI, KODE_KELOMPOK
from zona.records.situs import Situs

VERSI_API: Final = "1"

BanyakJson = Annotated[int, Field(ge=0)]
TautanJson = Annotated[str, WithJsonSchema({"type": "string", "format": "uri"})]  # to open: https, tel, sms or mailto
AlamatJson = Annotated[str, WithJsonSchema({"type": "string", "format": "uri-reference"})]  # of this site, from its root
LetakJson = Annotated[str, Field(description="Letak berkas data dalam repositori kantor.")]

# Kinds of a record's values that the contract promises a form of; of others it promises the plain type.
_KINDS = {
    AlamatWeb: TautanJson,
    AlamatSitus: TautanJson,
    Sumber: Annotated[TautanJson, BeforeValidator(address_of)],
    KodeAksi: Annotated[str, Field(pattern=KODE_AKSI)],
    KodeKelompok: Annotated[str, Field(pattern=KODE_KELOMPOK)],
    KodePeriode: Annotated[str, Field(pattern=POLA_PERIODE)],
}


def _published(hint: Any) -> Any:
    """The type of a record's field as it is published: without the limits that hold for who writes it."""
    if hint in _KINDS:
        return _KINDS[hint]
    parts = tuple(map(_published, get_args(hint)))
    if get_origin(hint) in (Union, UnionType):
        return reduce(or_, parts)
    if get_origin(hint) is tuple:
        return GenericAlias(tuple, parts)
    return parts[0] if get_origin(hint) is Annotated else hint


class KontrakJson(BaseModel):
    """A part of a published file: every key is always there, no other is, and None stands for what is empty.

    A class's `title` is what the part is called in schemas and in the data dictionary. Its `keys` name, for each model, the
    keys that are fields of that model and mean what they mean there; among them stand, in their place, keys of the class's own
    body: those with another type, and those with another meaning. Further keys of the body come last.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, allow_inf_nan=False, from_attributes=True)

    def __init_subclass__(cls, keys: Mapping[type[BaseModel], str] | None = None, **config: Unpack[ConfigDict]) -> None:
        super().__init_subclass__(**config)
        own, types = get_annotations(cls), dict[str, Any]()
        for model, names in (keys or {}).items():
            hints = get_type_hints(model, include_extras=True)
            for name in names.split():
                hint = own.get(name) or hints[name]
                types[name] = hint if name in own or issubclass(model, KontrakJson) else _published(hint)
                if name not in vars(cls):
                    setattr(cls, name, arti(model, name))
        cls.__annotations__ = types | own

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
    """The field's meaning, from the words of the model that it comes from."""
    return Field(description=model.model_fields[nama].description)


class DasarJson(KontrakJson, title="Dasar rencana aksi"):
    """What a year's plan rests on."""

    jenis: Literal["keputusan", "rencana_kerja", "surat_edaran", "lain"] = Field(description="Jenis dokumennya.")
    sebutan: str = Field(description="Sebutan dokumennya dalam kalimat.")
    tanggal: date | None = Field(description="Tanggal ditetapkan; kosong bila belum diketahui.")
    oleh: str | None = Field(description="Jabatan yang menetapkannya; kosong bila belum diketahui.")
    tautan: TautanJson | None = Field(description="Alamat naskahnya di situs lain; kosong bila tidak ada.")


class SumberJson(KontrakJson, title="Sumber"):
    """Where a year's file comes from."""

    keputusan: str | None = Field(description="Nomor keputusan yang menetapkan rencana; kosong bila dasarnya bukan keputusan.")
    tanggal: date | None = Field(description="Tanggal keputusan itu ditetapkan; kosong bila dasarnya bukan keputusan.")
    berkas: LetakJson
    dasar: DasarJson | None = Field(description="Dasar rencana aksi, keputusan atau dokumen lain; kosong bila tidak tertulis.")


class KepalaUmumJson(KontrakJson):
    """What a file that belongs to no year says of itself."""

    versi_api: Literal["1"] = Field(description="Versi kontrak data ini. Versi 1 hanya bertambah.")
    per_tanggal: date = Field(description="Tanggal hitungan: semua status dan angka dihitung per tanggal ini.")
    kantor: str = arti(Situs, "kantor_lengkap")
    contoh: bool = arti(Situs, "contoh")
    keterangan: str | None = Field(description="Peringatan bila semua isinya karangan untuk uji; selain itu kosong.")


class KepalaTahunJson(KontrakJson, keys={KepalaUmumJson: "versi_api tahun per_tanggal kantor contoh keterangan sumber"}):
    """What every file of a year says of itself: the same, and which year's it is."""

    tahun: int = arti(Keputusan, "tahun")
    sumber: SumberJson = Field(description="Dasar rencana dan berkas data yang menjadi sumbernya.")
