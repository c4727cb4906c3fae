"""`zi.py terbitkan`: a finished build becomes the site that is served; and the last look at a build before that."""

from __future__ import annotations

import errno
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click
import tukar
from bahasa_perintah import Refused
from catat import WHY
from keluaran import NotAResult
from zona.delivery.pemeriksaan import check_built
from zona.outputs.site_file import SiteFile

SHOWN = 40  # faults; more would bury the first


def check_result(folder: Path, name: str, files: Iterable[SiteFile] = ()) -> str:
    """Refuse a build with any fault, or without one of the files that the data make; the counts of a good one, in words."""
    if not folder.is_dir():
        raise Refused(f"{name} tidak ada; bangun dulu dengan zi.py bangun.")
    faults = check_built(folder, map(built_name, files))
    if faults:
        lines = [*map(str, faults[:SHOWN]), *([f"… dan {len(faults) - SHOWN} lagi"] if len(faults) > SHOWN else [])]
        raise Refused("\n".join([*lines, f"{len(faults)} masalah. {name} tidak diterbitkan."]))
    found = [path for path in folder.rglob("*") if path.is_file()]
    pages = sum(path.suffix == ".html" for path in found)
    return f"{pages} halaman dan {len(found) - pages} berkas lain"


def built_name(file: SiteFile) -> str:
    """The path that a source file has in the built site."""
    if not file.path.endswith(".md"):
        return file.path
    stem = file.path.removesuffix(".md")
    return f"{stem}.html" if stem.rpartition("/")[2] == "index" else f"{stem}/index.html"


def publish(source: Path, target: Path, names: tuple[str, str], files: Iterable[SiteFile]) -> str:
    """Put the build in place of what is served; `names` are both folders as people write them. What to say then."""
    if source.resolve() == target.resolve() or source.resolve().is_relative_to(target.resolve()):
        raise Refused(f"{names[1]} adalah folder hasil bangun itu sendiri; tulis folder yang dibaca server web.")
    place, wanted = tukar.Place(target), list(files)
    counted: list[str] = []
    with failures(names[1]):
        check_result(source, names[0], wanted)  # before anything is copied
        place.publish(source, lambda folder: counted.append(check_result(folder, names[0], wanted)))
    said = f"Terbit: {names[1]} ({counted[0]})"
    if place.before.is_dir():
        back = f"zi.py terbitkan --ke {names[1]} --kembalikan"
        said += f"\nSitus sebelumnya disimpan di {place.before.name}; kembalikan dengan: {back}"
    return said + not_at_once(place)


def roll_back(target: Path, name: str) -> str:
    """Bring the site before back. What to say then."""
    place = tukar.Place(target)
    counted: list[str] = []
    with failures(name):
        place.roll_back(lambda folder: counted.append(check_result(folder, folder.name)))
    return f"Dikembalikan: {name} ({counted[0]}). Yang tadi terbit disimpan di {place.before.name}." + not_at_once(place)


def not_at_once(place: tukar.Place) -> str:
    """A warning where visitors may have met nothing for a moment."""
    if place.at_once:
        return ""
    return "\nSistem berkas ini tidak dapat menukar dua folder dalam satu langkah: sekejap tadi folder itu tidak ada."


@contextmanager
def failures(name: str) -> Iterator[None]:
    """Whatever stops the publishing is told in a sentence; what was served before is served still."""
    kept = "Situs yang terbit tidak berubah."
    try:
        yield
    except KeyboardInterrupt:
        click.echo(f"\nDibatalkan. {kept}", err=True)
        raise SystemExit(130) from None
    except NotAResult as error:
        raise Refused(f"{error} berisi berkas lain, bukan situs ini; pindahkan isinya, atau pilih folder lain.") from None
    except tukar.NothingBefore:
        raise Refused(f"Di samping {name} tidak ada situs sebelumnya yang dapat dikembalikan.") from None
    except tukar.Busy:
        raise Refused(f"Sedang ada penerbitan lain ke {name}; tunggu sampai selesai, lalu ulangi.") from None
    except OSError as error:
        why = WHY.get(error.errno or 0, f"sistem menolak ({errno.errorcode.get(error.errno or 0, 'sebab tidak dikenal')})")
        raise Refused(f"Gagal menulis {error.filename or name}: {why}. {kept}") from None
