"""The page of a year's evidence by the items of the LKE, for assessors: items, their rows, their evidence, what is missing."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from zona.findings.keadaan import KeadaanAksi
from zona.findings.lke.lke_counts import CacahLke, counts_of
from zona.findings.lke.lke_findings import AreaFinding, ButirFinding, KurangButir, LkeFinding, by_weight
from zona.findings.plan_findings import last_change
from zona.findings.year_findings import Findings, TahunFinding
from zona.outputs import addresses
from zona.outputs.pages.render import Page
from zona.outputs.tables.downloads import Unduhan, whole_name
from zona.outputs.view import View
from zona.records.lke.formulir import MENURUT_SALINAN, Aspek, SubLke
from zona.records.lke.pemetaan import HalamanArea


@dataclass(frozen=True)
class KurangSub:
    """What is missing in a sub: its items by what they lack, and the sub's weight; without `sub`, an item of the results."""

    sub: SubLke | None
    bobot: Decimal
    menurut: Mapping[KurangButir, tuple[ButirFinding, ...]]


@dataclass(frozen=True)
class AreaHalaman:
    """An area of the form with both its aspects, which the form lists apart: its number and name, what it has of the office's
    own site, and what is missing in it."""

    nomor: str
    nama: str
    bagian: tuple[AreaFinding, ...]
    halaman: tuple[HalamanArea, ...]
    kurang: tuple[KurangSub, ...]

    @property
    def butir(self) -> tuple[ButirFinding, ...]:
        """The items of both aspects."""
        return tuple(item for part in self.bagian for item in part.butir)

    @property
    def jumlah_kurang(self) -> int:
        """How many of them lack something."""
        return sum(len(items) for sub in self.kurang for items in sub.menurut.values())


@dataclass(frozen=True)
class LkeView(View, template="pages/lke.html"):
    """The items by area, then results, then the numbers that the form asks for. `judul_halaman` names the site's pages of
    prose; `berkas` are the table and the workbook; `belum_dilaporkan` whether a row that is shown was never reported on."""

    tahun: TahunFinding
    lke: LkeFinding
    semua_area: tuple[AreaHalaman, ...]
    semua_cacah: tuple[tuple[ButirFinding, CacahLke], ...]
    judul_halaman: Mapping[str, str]
    berkas: tuple[str, str]
    belum_dilaporkan: bool
    menurut_salinan: str


def pages_of_lke(tahun: TahunFinding, findings: Findings, unduhan: Unduhan) -> Iterator[Page]:
    """The page of a year that the office has mapped to the LKE; none of another year."""
    if not tahun.lke:
        return
    items = {item.kode: item for item in tahun.lke.butir}
    stat = next(item for item in findings.pengaduan if item.tahun == tahun.tahun)
    rows = [baris.aksi for item in tahun.lke.butir for baris in item.baris]
    view = LkeView(
        tahun,
        tahun.lke,
        tuple(_areas(tahun.lke)),
        tuple((items[item.butir], item) for item in counts_of(tahun.sumber.laporan, stat)),
        {page.nama: page.kepala.judul for page in findings.prosa},
        (unduhan.berkas["lke.csv"].path, unduhan.berkas[whole_name(tahun.tahun, "xlsx")].path),
        any(aksi.keadaan is KeadaanAksi.BELUM_DILAPORKAN for aksi in rows),
        MENURUT_SALINAN,
    )
    yield Page(
        addresses.lke(tahun.tahun),
        f"Bukti menurut butir LKE {tahun.tahun}",
        f"Butir Lembar Kerja Evaluasi, baris rencana aksi {findings.situs.isi.kantor}, dan bukti yang sudah diverifikasi.",
        tahun.lke.sumber.path,
        view,
        tahun.tahun,
        berubah=last_change(own for row in rows for own in row.tercatat),
    )


def _areas(found: LkeFinding) -> Iterator[AreaHalaman]:
    """The areas in the form's order: the two aspects of each together, then the results as one."""
    pairs = zip(found.of_aspect(Aspek.PEMENUHAN), found.of_aspect(Aspek.REFORM), strict=True)
    for pair in pairs:
        yield _area(found, pair[0].kode.rpartition(".")[2], pair[0].nama, pair)
    yield _area(found, "B", Aspek.HASIL.label, found.hasil)


def _area(found: LkeFinding, nomor: str, nama: str, parts: tuple[AreaFinding, ...]) -> AreaHalaman:
    codes = {part.kode for part in parts}
    own = tuple(item for item in found.sumber.isi.halaman_kantor if item.area in codes)
    return AreaHalaman(nomor, nama, parts, own, tuple(_lacks(item for part in parts for item in part.butir)))


def _lacks(items: Iterable[ButirFinding]) -> Iterator[KurangSub]:
    """What is missing, by sub, the heaviest first."""
    for _, own in groupby(by_weight(items), lambda item: item.kode.rpartition(".")[0]):
        group = tuple(own)
        kinds = {kind: tuple(item for item in group if item.kekurangan is kind) for kind in KurangButir}
        lke = group[0].lke
        yield KurangSub(lke.sub, Decimal(f"{lke.bobot:g}"), {kind: found for kind, found in kinds.items() if found})
