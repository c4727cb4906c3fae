"""What a folder for the assessors of one area of the LKE holds: its items with their verified evidence, as the page lists them,
and the evidence files under names that begin with the item's code."""

from collections.abc import Iterator
from dataclasses import dataclass

from zona.findings.lke.lke_findings import AreaFinding, BuktiButir, ButirFinding, LkeFinding
from zona.findings.year_findings import Findings, TahunFinding
from zona.outputs import addresses
from zona.outputs.evidence.published import address_of, form_of
from zona.outputs.site_file import SiteFile
from zona.outputs.wording import listing, tentang_berkas
from zona.problems import NotTaken

_SHORT, _WHOLE = 8, 64  # signs of a SHA-256


@dataclass(frozen=True)
class BuktiFolder:
    """A piece of evidence of an item. A file is `berkas`, under its name in the folder, with its SHA-256; `alamat` is where it
    is published, None where the site's address is not known. Of a link only `alamat` is there. `tentang` says what it is."""

    temuan: BuktiButir
    berkas: SiteFile | None
    sha256: str | None
    alamat: str | None
    tentang: str


@dataclass(frozen=True)
class ButirFolder:
    """An item with its evidence, the newest first."""

    temuan: ButirFinding
    bukti: tuple[BuktiFolder, ...]


@dataclass(frozen=True)
class AreaFolder:
    """An area of one aspect of the form, in a year that is mapped to it."""

    tahun: TahunFinding
    lke: LkeFinding
    area: AreaFinding
    butir: tuple[ButirFolder, ...]

    @property
    def nama(self) -> str:
        """A name for its folder or archive."""
        return f"lke-{self.tahun.tahun}-{self.area.kode}"

    def files(self) -> Iterator[SiteFile]:
        """The evidence files. One that proves two items is there for each, under that item's name; one that two records of the
        same period cite is there once."""
        found = {piece.berkas.path: piece.berkas for item in self.butir for piece in item.bukti if piece.berkas}
        yield from found.values()


def _mapped_year(findings: Findings, tahun: int) -> tuple[TahunFinding, LkeFinding]:
    """A year with its evidence by items. Raises `NotTaken` where there is no such year, or the office has not mapped it."""
    found = next((item for item in findings.tahun if item.tahun == tahun), None)
    if found is None:
        known = listing(str(item.tahun) for item in findings.tahun)
        raise NotTaken(f"Tidak ada rencana aksi tahun {tahun}; yang ada: {known}")
    if found.lke is None:
        raise NotTaken(f"Tahun {tahun} belum punya pemetaan ke butir LKE; tulis dulu data/{tahun}/lke.yml")
    return found, found.lke


def area_folder(findings: Findings, tahun: int, kode: str) -> AreaFolder:
    """An area by its code. Raises `NotTaken` where there is no such year or area, with those that there are."""
    year, lke = _mapped_year(findings, tahun)
    area = next((item for item in lke.area if item.kode == kode), None)
    if area is None:
        raise NotTaken(f"Area “{kode}” tidak ada dalam LKE; pilih salah satu: {', '.join(item.kode for item in lke.area)}")
    sums = {item.sha256 for item in year.bukti.values()}
    signs = _SHORT if len({item[:_SHORT] for item in sums}) == len(sums) else _WHOLE
    root = addresses.site_address_of(findings.situs.isi)
    items = (ButirFolder(item, tuple(_piece(item, found, year, root, signs) for found in item.bukti)) for item in area.butir)
    return AreaFolder(year, lke, area, tuple(items))


def _piece(item: ButirFinding, found: BuktiButir, tahun: TahunFinding, root: str, signs: int) -> BuktiFolder:
    if found.bukti.berkas is None:
        return BuktiFolder(found, None, None, found.bukti.tautan, f"{found.bukti.jenis.label}, tautan")
    file = tahun.bukti[found.bukti.berkas]
    name = f"{item.kode}_{found.baris.kode}_{found.periode.periode}_{file.sha256[:signs]}.{file.nama.rpartition('.')[2]}"
    source = f"data/bukti/{tahun.tahun}/{file.nama}"
    address = f"{root}{address_of(file, tahun.tahun)}" if root else None
    about = tentang_berkas(found.bukti.jenis.label, form_of(file), file.jumlah_halaman, file.ukuran)
    return BuktiFolder(found, SiteFile(name, file.path, source), file.sha256, address, about)
