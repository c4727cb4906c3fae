"""Evidence as it is published: every file byte for byte as it was verified, and a small picture of each photo beside it. Their
names are made from the content's SHA-256, so they are stable, and carry no person's words."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from zona.findings.year_findings import Findings
from zona.outputs.addresses import BUKTI
from zona.outputs.evidence.photo import convert
from zona.outputs.site_file import SiteFile
from zona.outputs.wording import tentang_berkas
from zona.records.capaian.bukti import BerkasBukti
from zona.records.capaian.capaian import BENTUK_BUKTI, GAMBAR, JenisBukti


@dataclass(frozen=True)
class Rupa:
    """The small form of a picture: its address and size in pixels."""

    alamat: str
    lebar: int
    tinggi: int


@dataclass(frozen=True)
class BuktiTerbit:
    """A published evidence file: where it is, what it is, how large, and its fingerprint. PDFs have pages, pictures a small
    form."""

    alamat: str
    bentuk: str
    ukuran: int
    sha256: str
    berkas: tuple[SiteFile, ...]
    jumlah_halaman: int | None = None
    kecil: Rupa | None = None

    def tentang(self, jenis: JenisBukti) -> str:
        """What it is, in words, as evidence of a kind."""
        return tentang_berkas(jenis.label, self.bentuk, self.jumlah_halaman, self.ukuran)


def publish_all(findings: Findings, cache: Path | None) -> dict[int, dict[str, BuktiTerbit]]:
    """Every evidence file of every year as it is published, by its name in the data. `cache` keeps small pictures."""
    return {
        year.tahun: {nama: _publish_one(item, year.tahun, cache) for nama, item in year.bukti.items()}
        for year in findings.tahun
    }


def _publish_one(item: BerkasBukti, tahun: int, cache: Path | None) -> BuktiTerbit:
    ending = item.nama.rpartition(".")[2]
    source, address = f"data/bukti/{tahun}/{item.nama}", address_of(item, tahun)
    files, kecil = [SiteFile(address, item.path, source)], None
    if ending in GAMBAR:
        foto = convert(item.path, sha256=item.sha256, cache=cache)
        kecil = Rupa(_address(tahun, hashlib.sha256(foto.kecil).hexdigest(), "webp"), foto.lebar, foto.tinggi)
        files.append(SiteFile(kecil.alamat, foto.kecil, source))
    bentuk, pages = form_of(item), item.jumlah_halaman
    return BuktiTerbit(address, bentuk, item.ukuran, item.sha256, tuple(files), pages, kecil)


def form_of(item: BerkasBukti) -> str:
    """What kind of file it is, as pages call it."""
    ending = item.nama.rpartition(".")[2]
    return "Foto" if ending in GAMBAR else BENTUK_BUKTI[ending]


def address_of(item: BerkasBukti, tahun: int) -> str:
    """Where an evidence file of a year is published, byte for byte."""
    return _address(tahun, item.sha256, item.nama.rpartition(".")[2])


def _address(tahun: int, sha256: str, ending: str) -> str:
    return f"{BUKTI}{tahun}/{sha256[:20]}.{ending}"


def files_of(published: dict[str, BuktiTerbit]) -> Iterator[SiteFile]:
    """The files themselves; the same content under two names is one file."""
    found: dict[str, SiteFile] = {}
    for file in (file for item in published.values() for file in item.berkas):
        found.setdefault(file.path, file)
    yield from found.values()
