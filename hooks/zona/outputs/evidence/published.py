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
from zona.records.capaian.bukti import BerkasBukti
from zona.records.capaian.capaian import BENTUK_BUKTI, GAMBAR


@dataclass(frozen=True)
class Rupa:
    """The small form of a picture: its address and size in pixels."""

    alamat: str
    lebar: int
    tinggi: int


@dataclass(frozen=True)
class BuktiTerbit:
    """A published evidence file: where it is, what it is, how large, and its fingerprint. Pictures have a small form too."""

    alamat: str
    bentuk: str
    ukuran: int
    sha256: str
    berkas: tuple[SiteFile, ...]
    kecil: Rupa | None = None


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
    return BuktiTerbit(address, "Foto" if kecil else BENTUK_BUKTI[ending], item.ukuran, item.sha256, tuple(files), kecil)


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
