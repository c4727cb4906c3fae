"""Which JSON files version 1 publishes, by which model each is made, and the JSON Schemas (draft 2020-12) of the models."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from zona.outputs.api.contract.contract_base import KontrakJson
from zona.outputs.api.contract.lke_contract import LkeJson
from zona.outputs.api.contract.office_contract import IndeksJson, PerubahanJson, SemuaKanalJson
from zona.outputs.api.contract.plan_contract import CapaianJson, RencanaAksiJson, RingkasanJson
from zona.outputs.api.contract.report_contract import PengaduanJson, SurveiJson

Schema = dict[str, Any]

# A part is called like its class without "Json". These are called as they always were: other files have a part of that name.
_NAMES = {
    "CatatanCapaianJson": "Catatan",
    "KelompokRingkasanJson": "Kelompok",
    "BulanPengaduanJson": "Bulan",
    "SumberKanalJson": "Sumber",
}


@dataclass(frozen=True)
class BerkasJson:
    """A published file: its name without .json, its model, and what it holds in one sentence. `tahunan`: one in each year."""

    nama: str
    model: type[KontrakJson]
    keterangan: str
    tahunan: bool = True

    @property
    def judul(self) -> str:
        """What the file is called: the title of its model."""
        return str(self.model.model_config["title"])


BERKAS = (
    BerkasJson("rencana-aksi", RencanaAksiJson, "Rencana aksi seperti tercetak, dengan janji, target, dan catatan naskahnya."),
    BerkasJson("capaian", CapaianJson, "Setiap janji dengan statusnya, dan setiap laporan dengan buktinya."),
    BerkasJson("ringkasan", RingkasanJson, "Hitungan tiap status, seluruhnya dan tiap kelompok, dan deret bulanannya."),
    BerkasJson(
        "pengaduan", PengaduanJson, "Banyaknya pengaduan tiap bulan dan jangka, sejauh boleh terbit tanpa menunjuk orang."
    ),
    BerkasJson("survei", SurveiJson, "Survei yang dilakukan, jawaban tiap unsur, dan hasilnya."),
    BerkasJson(
        "lke",
        LkeJson,
        "Butir LKE dengan baris rencana dan bukti terverifikasinya; tanpa nilai. Hanya tahun yang dipetakan.",
    ),
    BerkasJson(
        "kanal", SemuaKanalJson, "Saluran pengaduan, pemilih “Ke mana saya melapor?”, dan aturan yang dikutip.", tahunan=False
    ),
    BerkasJson(
        "index", IndeksJson, "Daftar semua berkas yang bisa diambil program, dengan alamat dan skemanya.", tahunan=False
    ),
    BerkasJson("perubahan", PerubahanJson, "Apa yang bertambah dalam kontrak data ini, dan kapan.", tahunan=False),
)


def files_of(*, kanal: bool, lke: bool) -> tuple[BerkasJson, ...]:
    """The files that there are; `kanal` says whether the office has channels, `lke` whether a year is mapped to the LKE."""
    there = {"kanal": kanal, "lke": lke}
    return tuple(item for item in BERKAS if there.get(item.nama, True))


class _PublishedNames(GenerateJsonSchema):
    """Parts have the names that version 1 promised; keys have a meaning and need no title made of their own name."""

    def normalize_name(self, name: str) -> str:
        return _NAMES.get(name) or super().normalize_name(name).removesuffix("Json")

    def field_title_should_be_set(self, schema: object) -> bool:  # noqa: ARG002
        return False


@cache
def schema_of(berkas: BerkasJson) -> Schema:
    """The schema of a file of the contract, which depends on no data; made once, and not to be changed."""
    schema = berkas.model.model_json_schema(schema_generator=_PublishedNames, mode="serialization")
    parts = schema.pop("$defs", {})
    for part in parts.values():
        part.pop("description", None)  # speaks to programmers
        if "enum" in part:
            part.pop("title", None)
    draft = "https://json-schema.org/draft/2020-12/schema"
    head = {"$schema": draft, "title": berkas.judul, "description": berkas.keterangan}
    rest = {key: value for key, value in schema.items() if key not in head}
    return head | rest | ({"$defs": parts} if parts else {})
