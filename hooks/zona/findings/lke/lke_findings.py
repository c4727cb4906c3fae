"""Evidence by the items of the LKE: for each item its rows, their verified evidence, and what it still lacks. No score is
computed here, and nothing says that an item is met."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from zona.findings.plan_findings import AksiFinding
from zona.findings.record_findings import CatatanFinding, TercatatFinding
from zona.records.capaian.capaian import Bukti
from zona.records.lke.formulir import AreaLke, Aspek, BagianLke, ButirLke, butir_menurut_kode, formulir
from zona.records.lke.pemetaan import Hubungan, PemetaanLke, PetaButir
from zona.records.reading.file_reader import Source


class KurangButir(StrEnum):
    """What an item still lacks. Declared from the farthest on: an item is in the first that holds of it."""

    TANPA_BARIS = "tanpa_baris"
    TANPA_BUKTI = "tanpa_bukti"
    BELUM_DIVERIFIKASI = "belum_diverifikasi"
    BUKTI_LAMA = "bukti_lama"

    @property
    def label(self) -> str:
        """How pages call it."""
        return {
            "tanpa_baris": "belum ada baris",
            "tanpa_bukti": "ada baris, belum ada bukti",
            "belum_diverifikasi": "ada bukti, belum diverifikasi",
            "bukti_lama": "bukti terbarunya dari tahun sebelumnya",
        }[self.value]


@dataclass(frozen=True)
class BarisButir:
    """A row of the plan that stands at an item, and why."""

    aksi: AksiFinding
    hubungan: Hubungan
    alasan: str

    @property
    def kode(self) -> str:
        """The row's code."""
        return self.aksi.kode


@dataclass(frozen=True)
class BuktiButir:
    """One piece of evidence of an item: what it is, by which record of which period of which row it is cited."""

    baris: BarisButir
    periode: TercatatFinding
    catatan: CatatanFinding
    bukti: Bukti

    @property
    def tanggal(self) -> date:
        """The day of what it proves: that of its record."""
        return self.catatan.isi.tanggal

    @property
    def terverifikasi(self) -> bool:
        """Whether another role had verified its record by the findings' date."""
        return self.catatan.isi.verified_by(self.periode.per_tanggal)


@dataclass(frozen=True)
class ButirFinding:
    """An item of a year: its rows, direct ones first, the mapping's entries about it, and the evidence of its rows' records
    that stand, the newest first."""

    lke: ButirLke
    tahun: int
    peta: tuple[PetaButir, ...]
    baris: tuple[BarisButir, ...]
    semua_bukti: tuple[BuktiButir, ...]

    @property
    def kode(self) -> str:
        """The item's code."""
        return self.lke.kode

    @property
    def pertanyaan(self) -> str:
        """Its question, in our words."""
        return self.lke.butir.pertanyaan

    @property
    def halaman(self) -> tuple[PetaButir, ...]:
        """The entries that name a page of this site."""
        return tuple(item for item in self.peta if item.halaman is not None)

    @cached_property
    def bukti(self) -> tuple[BuktiButir, ...]:
        """Its verified evidence, the newest first."""
        return tuple(item for item in self.semua_bukti if item.terverifikasi)

    @property
    def terbaru(self) -> BuktiButir | None:
        """Its newest verified evidence."""
        return self.bukti[0] if self.bukti else None

    @property
    def menunggu(self) -> int:
        """How many pieces wait for verification."""
        return len(self.semua_bukti) - len(self.bukti)

    @property
    def hanya_mendukung(self) -> bool:
        """Whether it has rows, and none of them is direct."""
        return bool(self.baris) and all(item.hubungan is Hubungan.MENDUKUNG for item in self.baris)

    @property
    def kekurangan(self) -> KurangButir | None:
        """What it lacks first; None where it has verified evidence of the year."""
        if not self.baris:
            return KurangButir.TANPA_BARIS
        if not self.semua_bukti:
            return KurangButir.TANPA_BUKTI
        if self.terbaru is None:
            return KurangButir.BELUM_DIVERIFIKASI
        return KurangButir.BUKTI_LAMA if self.terbaru.tanggal.year < self.tahun else None


@dataclass(frozen=True)
class HitunganButir:
    """How many items there are, how many have verified evidence, and how many of those by supporting rows alone; how many
    have no row; and how many lack what."""

    jumlah: int
    ada_bukti: int
    ada_bukti_mendukung: int
    tanpa_baris: int
    kekurangan: dict[KurangButir, int]


def count_items(items: Iterable[ButirFinding]) -> HitunganButir:
    """The counts over items."""
    all_of = tuple(items)
    lacks = [item.kekurangan for item in all_of]
    return HitunganButir(
        len(all_of),
        sum(bool(item.bukti) for item in all_of),
        sum(bool(item.bukti) and item.hanya_mendukung for item in all_of),
        lacks.count(KurangButir.TANPA_BARIS),
        {kind: lacks.count(kind) for kind in KurangButir},
    )


@dataclass(frozen=True)
class AreaFinding:
    """An area of one aspect with its items, in the form's order."""

    bagian: BagianLke
    area: AreaLke
    butir: tuple[ButirFinding, ...]

    @property
    def kode(self) -> str:
        """The area's code, as A.1.V."""
        return self.area.kode

    @property
    def nama(self) -> str:
        """The form's heading."""
        return self.area.nama

    @cached_property
    def hitungan(self) -> HitunganButir:
        """The counts over its items."""
        return count_items(self.butir)

    @property
    def kurang(self) -> tuple[ButirFinding, ...]:
        """Its items that lack something, the heaviest sub first."""
        return by_weight(self.butir)


@dataclass(frozen=True)
class LkeFinding:
    """A year's evidence by the items of the LKE, as its mapping (`sumber`) has it."""

    sumber: Source[PemetaanLke]
    tahun: int
    area: tuple[AreaFinding, ...]

    @cached_property
    def butir(self) -> tuple[ButirFinding, ...]:
        """Every item, in the form's order."""
        return tuple(item for area in self.area for item in area.butir)

    @cached_property
    def pengungkit(self) -> tuple[ButirFinding, ...]:
        """The items of the two aspects that the office answers by evidence: all but results."""
        return tuple(item for item in self.butir if item.lke.aspek is not Aspek.HASIL)

    @cached_property
    def hitungan(self) -> HitunganButir:
        """The counts over those."""
        return count_items(self.pengungkit)

    @property
    def usulan(self) -> bool:
        """Whether the office has not confirmed the mapping yet."""
        return self.sumber.isi.ditegaskan is None

    @cached_property
    def hasil(self) -> tuple[AreaFinding, ...]:
        """The areas of the results."""
        return self.of_aspect(Aspek.HASIL)

    def of_aspect(self, aspek: Aspek) -> tuple[AreaFinding, ...]:
        """The areas of an aspect."""
        return tuple(item for item in self.area if item.bagian.aspek is aspek)

    @cached_property
    def menurut_baris(self) -> dict[str, tuple[tuple[ButirFinding, Hubungan], ...]]:
        """For each row that is mapped its items, each with how near the row is to it."""
        found: dict[str, list[tuple[ButirFinding, Hubungan]]] = {}
        for item in self.butir:
            for baris in item.baris:
                found.setdefault(baris.kode, []).append((item, baris.hubungan))
        return {kode: tuple(items) for kode, items in found.items()}


def by_weight(items: Iterable[ButirFinding]) -> tuple[ButirFinding, ...]:
    """Those that lack something, the heaviest sub first, in the form's order where subs weigh the same."""
    lacking = [item for item in items if item.kekurangan is not None]
    return tuple(sorted(lacking, key=lambda item: -item.lke.bobot))


def judge_lke(sumber: Source[PemetaanLke], actions: Iterable[AksiFinding]) -> LkeFinding:
    """A year's items with the evidence of the `actions` that its mapping names."""
    rows = {aksi.kode: aksi for aksi in actions}
    entries: dict[str, list[PetaButir]] = {}
    for entry in sorted(sumber.isi.pemetaan, key=lambda item: item.hubungan is Hubungan.MENDUKUNG):
        entries.setdefault(entry.butir, []).append(entry)
    found = {lke.kode: _item(lke, sumber.isi.tahun, entries.get(lke.kode, []), rows) for lke in butir_menurut_kode().values()}
    areas = ((bagian, area) for bagian in formulir() for area in bagian.area)
    return LkeFinding(
        sumber,
        sumber.isi.tahun,
        tuple(
            AreaFinding(bagian, area, tuple(item for item in found.values() if item.lke.area is area)) for bagian, area in areas
        ),
    )


def _item(lke: ButirLke, tahun: int, entries: list[PetaButir], rows: dict[str, AksiFinding]) -> ButirFinding:
    baris = tuple(BarisButir(rows[kode], entry.hubungan, entry.alasan) for entry in entries for kode in entry.baris)
    bukti = sorted((found for item in baris for found in _evidence(item)), key=lambda found: found.tanggal, reverse=True)
    return ButirFinding(lke, tahun, tuple(entries), baris, tuple(bukti))


def _evidence(baris: BarisButir) -> Iterator[BuktiButir]:
    """The evidence of a row's records that stand. What a withdrawal cites proves that something was not so."""
    for periode in baris.aksi.tercatat:
        for catatan in periode.catatan_capaian:
            if not catatan.gugur and catatan.isi.mencabut is None:
                yield from (BuktiButir(baris, periode, catatan, bukti) for bukti in catatan.isi.bukti)
