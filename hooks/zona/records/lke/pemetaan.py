"""An office's mapping of the LKE's items to the rows of its plan: `data/<tahun>/lke.yml`. It is a proposal until the office
confirms it by a role and a day. An entry says that a row speaks of what an item asks; none says that an item is met."""

from collections.abc import Collection, Iterable, Iterator
from typing import Annotated

from pydantic import Field

from zona.problems import Line, Problem
from zona.records.lke.formulir import area_menurut_kode, butir_menurut_kode
from zona.records.reading.data_error import Found, did_you_mean
from zona.records.reading.fields import AlamatWeb, KodeAksi, Kunci, Pilihan, Record, Teks, wrong
from zona.records.reading.file_reader import Source
from zona.records.reading.rules import Surroundings, each, given, in_its_folder, planned, rule
from zona.records.rencana.penegasan import Penegasan


class Hubungan(Pilihan):
    """How near a row is to an item."""

    LANGSUNG = "langsung", "Langsung", "kata-kata baris itu sendiri membicarakan yang ditanyakan butir"
    MENDUKUNG = "mendukung", "Mendukung", "kata-kata baris itu menyentuh sebagian, atau hal yang dekat"


def _known(kode: str, known: dict[str, object], key: str) -> Found:
    if kode not in known:
        hint = did_you_mean(kode, known)
        yield Problem((key,), f"{key} “{kode}” tidak ada dalam LKE", hint if hint.startswith("maksud") else "lihat kode di LKE")


class PetaButir(Record):
    """An item with the rows that speak of it; without rows, the page of this site that does."""

    butir: Teks = Field(description="Kode butir LKE, misalnya A.1.I.i.a.")
    baris: tuple[KodeAksi, ...] = Field((), description="Kode aksi yang berkaitan; kosong bila hanya ada halamannya.")
    hubungan: Hubungan = Field(strict=False, description="langsung atau mendukung.")
    alasan: Annotated[Teks, Field(max_length=300)] = Field(description="Mengapa baris atau halaman itu berkaitan.")
    halaman: Kunci | None = Field(None, description="Nama halaman informasi yang juga memuat buktinya, misalnya wbs.")

    _rows = planned("baris")

    @property
    def kunci(self) -> str:
        """By what an entry is the same one in another reading of the file."""
        return f"{self.butir} {self.hubungan}"

    def must_agree(self) -> None:
        """Something of this site stands behind the item."""
        if not self.baris and self.halaman is None:
            raise wrong("pemetaan tanpa baris dan tanpa halaman", "tulis baris: [kode aksi] atau halaman: …")

    @rule
    def _item(self, _: Surroundings) -> Found:
        yield from _known(self.butir, dict(butir_menurut_kode()), "butir")


class HalamanArea(Record):
    """A page of the office's own site for an area that the plan has no rows for."""

    area: Teks = Field(description="Kode area LKE, misalnya A.1.III.")
    judul: Annotated[Teks, Field(max_length=100)] = Field(description="Judul halaman itu.")
    tautan: AlamatWeb = Field(description="Alamat https:// halaman itu, di situs kantor sendiri.")

    @rule
    def _area(self, _: Surroundings) -> Found:
        yield from _known(self.area, dict(area_menurut_kode()), "area")


class PemetaanLke(Record):
    """The mapping of a year."""

    tahun: int = Field(ge=2000, le=2100, description="Tahun rencana aksi, sama dengan nama foldernya.")
    ditegaskan: Penegasan | None = Field(None, description="Siapa menegaskan pemetaan ini, dan kapan; kosong: masih usulan.")
    pemetaan: tuple[PetaButir, ...] = Field(min_length=1, description="Butir-butir LKE dengan baris rencana yang berkaitan.")
    halaman_kantor: tuple[HalamanArea, ...] = Field(
        (), description="Halaman situs resmi kantor untuk area yang belum ada barisnya."
    )

    _year = in_its_folder

    @rule
    def _once(self, _: Surroundings) -> Found:
        """A row stands at an item once; an item has one entry of each kind."""
        seen, rows = set[tuple[str, str]](), set[tuple[str, str]]()
        for loc, item in each(self.pemetaan, "pemetaan"):
            butir, kind = given(item, "butir", ""), given(item, "hubungan", "")
            if butir and kind and (butir, kind) in seen:
                yield Problem((*loc, "butir"), f"butir {butir} dua kali {kind}", "gabungkan keduanya menjadi satu")
            seen.add((butir, kind))
            codes: tuple[str, ...] = given(item, "baris", ())
            for place, kode in each(codes, *loc, "baris"):
                if butir and (butir, kode) in rows:
                    yield Problem(place, f"baris {kode} dua kali pada butir {butir}", "hapus salah satunya")
                rows.add((butir, kode))

    @rule
    def _confirmed_in_time(self, around: Surroundings) -> Found:
        """Nobody confirms a mapping to a plan that is not decided yet."""
        found = self.ditegaskan
        if found and around.sejak and found.tanggal < around.sejak:
            masalah = f"tanggal {found.tanggal} mendahului {around.asal_hari} ({around.sejak})"
            yield Problem(("ditegaskan", "tanggal"), masalah, "tulis tanggal pemetaan ditegaskan")


def unknown_pages(label: str, years: Iterable[Source[PemetaanLke] | None], known: Collection[str]) -> Iterator[Problem[Line]]:
    """Pages that mappings name and the site does not have; `known` are the names of its pages of prose."""
    for source in filter(None, years):
        for number, item in enumerate(source.isi.pemetaan):
            if item.halaman is not None and item.halaman not in known:
                place = source.line(label, f"pemetaan.{number}.halaman")
                yield Problem(place, f"halaman “{item.halaman}” tidak ada", did_you_mean(item.halaman, sorted(known)))
