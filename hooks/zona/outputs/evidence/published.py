"""Evidence as it is published: photos without what a camera adds, other files as they are. Their names are made from the
content's SHA-256, so they are stable, and carry no person's words."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from zona.findings.year_findings import Findings
from zona.outputs.addresses import BUKTI
from zona.outputs.evidence.photo import convert
from zona.outputs.site_file import SiteFile
from zona.records.capaian.bukti import BerkasBukti
from zona.records.capaian.capaian import BENTUK_BUKTI, GAMBAR


@dataclass(frozen=True)
class Rupa:
    """One form in which a picture is published: its address and size in pixels."""

    alamat: str
    lebar: int
    tinggi: int


@dataclass(frozen=True)
class BuktiTerbit:
    """A published evidence file: where it is, what it is, how large, and its fingerprint. Pictures have more forms."""

    alamat: str
    bentuk: str
    ukuran: int
    sha256: str
    berkas: tuple[SiteFile, ...]
    jpeg: Rupa | None = None
    kecil: Rupa | None = None


def publish_all(findings: Findings, cache: Path | None) -> dict[int, dict[str, BuktiTerbit]]:
    """Every evidence file of every year as it is published, by its name in the data. `cache` keeps converted photos."""
    return {
        year.tahun: {nama: _publish_one(item, year.tahun, cache) for nama, item in year.bukti.items()}
        for year in findings.tahun
    }


def _publish_one(item: BerkasBukti, tahun: int, cache: Path | None) -> BuktiTerbit:
    ending = item.nama.rpartition(".")[2]
    source = f"data/bukti/{tahun}/{item.nama}"
    if ending in GAMBAR:
        return _publish_picture(item, tahun, source, cache)
    address = _address(tahun, item.sha256, ending)
    return BuktiTerbit(address, BENTUK_BUKTI[ending], item.ukuran, item.sha256, (SiteFile(address, item.path, source),))


def _publish_picture(item: BerkasBukti, tahun: int, source: str, cache: Path | None) -> BuktiTerbit:
    foto = convert(item.path, sha256=item.sha256, cache=cache)
    sums = [hashlib.sha256(content).hexdigest() for content in (foto.jpeg, foto.webp, foto.kecil)]
    jpeg = Rupa(_address(tahun, sums[0], "jpg"), foto.lebar, foto.tinggi)
    kecil = Rupa(_address(tahun, sums[2], "webp"), foto.lebar_kecil, foto.tinggi_kecil)
    contents = {jpeg.alamat: foto.jpeg, _address(tahun, sums[1], "webp"): foto.webp, kecil.alamat: foto.kecil}
    files = tuple(SiteFile(address, content, source) for address, content in contents.items())
    return BuktiTerbit(jpeg.alamat, "Foto", len(foto.jpeg), sums[0], files, jpeg, kecil)


def _address(tahun: int, sha256: str, ending: str) -> str:
    return f"{BUKTI}{tahun}/{sha256[:20]}.{ending}"


def files_of(published: dict[str, BuktiTerbit]) -> Iterator[SiteFile]:
    """The files themselves; the same content under two names is one file."""
    found: dict[str, SiteFile] = {}
    for file in (file for item in published.values() for file in item.berkas):
        found.setdefault(file.path, file)
    yield from found.values()
