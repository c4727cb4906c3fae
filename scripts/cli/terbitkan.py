"""`zi.py terbitkan`: a finished build becomes the site that is served."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from working import working
from zona.disk import exchange
from zona.disk.output_folder import Busy, NotAResult
from zona.drawing.sign_notices import sign_notices
from zona.refusal import naming
from zona.whole_site import SitePaths, paths_of

from cli.indonesian_click import Command, Refused
from cli.last_look import check_result, not_drawn
from cli.options import CACHE, ROOT, keluaran_name, read_findings, say, with_data, with_kit


@click.command(cls=Command, name="terbitkan", unchanged="Situs yang terbit tidak berubah.")
@with_data
@click.option("--ke", metavar="FOLDER", required=True, help="Folder yang dibaca server web.")
@click.option("--dari", metavar="FOLDER", default=str(ROOT / "site"), help="Hasil bangun yang diterbitkan (bawaan: site/).")
@click.option("--kembalikan", is_flag=True, help="Terbitkan lagi situs sebelumnya.")
def terbitkan(data: str | None, per_tanggal: str | None, ke: str, dari: str, kembalikan: bool) -> None:
    """Terbitkan hasil bangun ke folder server sendiri, utuh atau tidak sama sekali; yang lama disimpan."""
    if kembalikan:
        click.echo(roll_back(Path(ke), ke))
        return
    source = Path(dari).resolve()
    findings = read_findings(data, per_tanggal)
    paths = paths_of(findings, cache=CACHE, kit=with_kit())
    say(sign_notices(findings, data or "data"))
    click.echo(publish(source, Path(ke), (keluaran_name(source), ke), paths))
    say(not_drawn(source, paths.drawn))


def publish(source: Path, target: Path, names: tuple[str, str], paths: SitePaths) -> str:
    """Put the build in place of what is served; `names` are both folders as people write them. What to say then."""
    if source.resolve() == target.resolve() or source.resolve().is_relative_to(target.resolve()):
        raise Refused(f"{names[1]} adalah folder hasil bangun itu sendiri; tulis folder yang dibaca server web.")
    place = exchange.Place(target)
    with failures(names[1]), working(lambda: "Memeriksa dan menyalin"):
        check_result(source, names[0], paths.always, paths.drawn)  # before anything is copied
        counts = place.publish(source, lambda folder: check_result(folder, names[0], paths.always, paths.drawn))
    said = f"Terbit: {names[1]} ({counts})"
    if place.before.is_dir():
        back = f"zi.py terbitkan --ke {names[1]} --kembalikan"
        said += f"\nSitus sebelumnya disimpan di {place.before.name}; kembalikan dengan: {back}"
    return said + not_at_once(place)


def roll_back(target: Path, name: str) -> str:
    """Bring the site before back. What to say then."""
    place = exchange.Place(target)
    with failures(name):
        counts = place.roll_back(lambda folder: check_result(folder, folder.name))
    return f"Dikembalikan: {name} ({counts}). Yang tadi terbit disimpan di {place.before.name}." + not_at_once(place)


def not_at_once(place: exchange.Place) -> str:
    """A warning where visitors may have met nothing for a moment."""
    return "" if place.at_once else "\nKali ini situsnya ditukar dalam dua langkah: sekejap tadi folder itu tidak ada."


@contextmanager
def failures(name: str) -> Iterator[None]:
    """What stops the publishing, in a sentence; what was served before is served still."""
    try:
        with naming(Path(name)):
            yield
    except NotAResult as error:
        raise Refused(f"{error} berisi berkas lain, bukan situs ini; pindahkan isinya, atau pilih folder lain.") from None
    except exchange.NothingBefore:
        raise Refused(f"Di samping {name} tidak ada situs sebelumnya yang bisa dikembalikan.") from None
    except Busy:
        raise Refused(f"Sedang ada penerbitan lain ke {name}; tunggu sampai selesai, lalu ulangi.") from None
