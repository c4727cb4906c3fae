"""The LKE (Lembar Kerja Evaluasi, Peraturan Menteri PANRB 90/2021): the items that every integrity zone is assessed by, as
the program's own data. They follow published copies; the regulation's annex was not seen: hence `MENURUT_SALINAN`."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from pydantic import Field

from zona.own_data import beside
from zona.records.reading.fields import Pilihan, Record, Teks
from zona.records.rencana.tema import KunciTema

# Stands wherever weights or the list itself matter.
MENURUT_SALINAN = "menurut salinan yang terbit, belum diperiksa pada lampiran"


class Aspek(Pilihan):
    """The three parts of the form."""

    PEMENUHAN = "pemenuhan"
    REFORM = "reform"
    HASIL = "hasil"


class CaraJawab(Pilihan):
    """How the form asks an item to be answered. Which choice is worth what is not kept: this site computes no score."""

    YA_TIDAK = "ya_tidak", "ya atau tidak"
    TIGA_PILIHAN = "tiga_pilihan", "tiga pilihan"
    EMPAT_PILIHAN = "empat_pilihan", "empat pilihan"
    LIMA_PILIHAN = "lima_pilihan", "lima pilihan"
    PERSEN = "persen", "persentase"
    NILAI_SURVEI = "nilai_survei", "nilai survei"


class ButirFormulir(Record):
    """One item."""

    kode: Teks = Field(description="Kode butir LKE, misalnya A.1.I.i.a.")
    pertanyaan: Teks = Field(description="Pertanyaan butir, diringkas; kata resminya ada pada lampiran peraturan.")
    jawaban: CaraJawab = Field(strict=False, description="Cara formulir meminta jawaban.")
    bobot: float | None = Field(None, description="Bobot butir; hanya pada Hasil, yang tidak punya sub.")
    langsung: tuple[KunciTema, ...] = Field((), description="Tema aksi yang membicarakan yang ditanyakan butir.")
    mendukung: tuple[KunciTema, ...] = Field((), description="Tema aksi yang menyentuh sebagian, atau hal yang dekat.")
    catatan: Teks | None = Field(None, description="Di mana salinan berbeda, atau pembaca bisa salah paham.")


class SubLke(Record):
    """A sub of an area, by the form's heading."""

    kode: Teks
    nama: Teks
    bobot: float
    butir: tuple[ButirFormulir, ...] = Field(min_length=1)


class AreaLke(Record):
    """An area of one aspect: its subs, or items where the form has no subs."""

    kode: Teks
    nama: Teks
    bobot: float
    sub: tuple[SubLke, ...] = ()
    butir: tuple[ButirFormulir, ...] = ()


class BagianLke(Record):
    """One aspect with its areas."""

    kode: Teks
    aspek: Aspek = Field(strict=False)
    nama: Teks
    bobot: float
    area: tuple[AreaLke, ...] = Field(min_length=1)


@dataclass(frozen=True)
class ButirLke:
    """An item with where it stands in the form; `sub` is None in results."""

    butir: ButirFormulir
    aspek: Aspek
    area: AreaLke
    sub: SubLke | None

    @property
    def kode(self) -> str:
        """The item's code."""
        return self.butir.kode

    @property
    def bobot(self) -> float:
        """The weight of its sub, or its own where there is no sub."""
        return self.sub.bobot if self.sub else self.butir.bobot or 0


@cache
def formulir() -> tuple[BagianLke, ...]:
    """The whole form, in its order."""
    return tuple(BagianLke.model_validate(item, strict=False) for item in beside(__file__, "butir.yml"))


@cache
def butir_menurut_kode() -> dict[str, ButirLke]:
    """Every item by its code, in the form's order."""
    return {item.kode: item for item in _items()}


@cache
def area_menurut_kode() -> dict[str, AreaLke]:
    """Every area by its code, in the form's order."""
    return {area.kode: area for bagian in formulir() for area in bagian.area}


def _items() -> Iterator[ButirLke]:
    for bagian in formulir():
        for area in bagian.area:
            yield from (ButirLke(item, bagian.aspek, area, None) for item in area.butir)
            yield from (ButirLke(item, bagian.aspek, area, sub) for sub in area.sub for item in sub.butir)
