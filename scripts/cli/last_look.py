"""The last look at a build before it is published: everything that must hold of it."""

from collections.abc import Collection, Iterator
from pathlib import Path

from zona.delivery.check_built import check_built

from cli.indonesian_click import Refused

SHOWN = 40  # problems


def check_result(folder: Path, name: str, paths: Collection[str] = (), drawn: Collection[str] = ()) -> str:
    """Refuse a build with any problem, or without one of the `paths` that the data make; the counts of a good one, in words."""
    if not folder.is_dir():
        raise Refused(f"{name} tidak ada; bangun dulu dengan zi.py bangun.")
    if problems := check_built(folder, paths, drawn):
        raise Refused(f"{name} tidak diterbitkan.", problems, most=SHOWN)
    found = [path for path in folder.rglob("*") if path.is_file()]
    pages = sum(path.suffix == ".html" for path in found)
    return f"{pages} halaman dan {len(found) - pages} berkas lain"


def not_drawn(folder: Path, drawn: Collection[str]) -> Iterator[str]:
    """A notice for each drawing that a good build has not: it could not be drawn then, and nothing links to it."""
    missing = sorted(path for path in drawn if not (folder / path).is_file())
    if drawn and len(missing) == len(drawn):
        missing = ["Gambar, poster, dan laporan untuk dibagikan"]
    for what in missing:
        yield f"{what} tidak ada dalam hasil: tidak digambar waktu dibangun; situs tetap bisa terbit tanpa itu"
