"""`zi.py perbarui-data`: an office's data brought to what this version asks of them."""

from contextlib import suppress
from pathlib import Path

import click
from disk.new_files import Changed, replace_all
from zona.desk.clean_evidence import Cleaned, NotTaken, clean
from zona.records.capaian.bukti import carries_more
from zona.records.capaian.capaian import GAMBAR
from zona.records.load import BUKTI, SITUS, load_data
from zona.records.reading.file_reader import FileReader
from zona.records.reading.rules import Surroundings
from zona.records.situs import Situs, ZonaWaktu

from cli.catat.older_records import Renewal, renew_records
from cli.catat.questions import NOTHING_WRITTEN, Questions
from cli.catat.write_record import clean_up, hidden
from cli.indonesian_click import Command, Refused
from cli.options import CACHE, ROOT, problems_refused


@click.command(cls=Command, name="perbarui-data", unchanged=NOTHING_WRITTEN)
@click.option("--ya", is_flag=True, help="Jangan bertanya.")
@click.option("--data", metavar="FOLDER", help="Folder data kantor lain (bawaan: data/).")
def perbarui_data(ya: bool, data: str | None) -> None:
    """Bersihkan foto bukti dan ikat catatan lama pada buktinya: ditunjukkan dulu, lalu ditulis semua atau tidak sama sekali."""
    root, label = Path(data) if data else ROOT / "data", (data or "data").rstrip("/\\")
    clean_up(root)
    photos = to_clean(root)
    situs = FileReader(root, label).read(SITUS, Situs, Surroundings())
    zone = situs.isi.zona_waktu if situs else ZonaWaktu.WITA
    records = renew_records(root, {path: item.content for path, (_, item) in photos.items()}, zone)
    if not photos and not records.names:
        click.echo("Tidak ada yang perlu diperbarui.")
        return
    _show(root, label, photos, records)
    what = f"{len(photos)} foto dan {len(records.names)} catatan"
    Questions(ya).agree(f"Tulis ulang {what} itu?")
    changes = records.files | {path: (before, item.content) for path, (before, item) in photos.items()}
    with problems_refused(NOTHING_WRITTEN):
        try:
            replace_all(changes, hidden, lambda: records.names and load_data(root, label=label, cache=CACHE))
        except Changed as error:
            raise Refused(f"{Path(str(error)).name} baru saja diubah orang lain; ulangi. {NOTHING_WRITTEN}") from None
    click.echo(f"{what} ditulis ulang. Periksa dengan zi.py periksa, lalu kirim (commit).")
    if photos:
        told = "Riwayat git masih menyimpan foto lama; bila repositorinya terbuka untuk umum, baca docs/panduan/membetulkan.md."
        click.echo(told)


def _show(root: Path, label: str, photos: dict[Path, tuple[bytes, Cleaned]], records: Renewal) -> None:
    """What will be done, file by file."""

    def name(path: Path) -> str:
        return f"{label}/{path.relative_to(root).as_posix()}"

    if photos:
        click.echo("Yang dibersihkan:")
    for path, (_, item) in photos.items():
        click.echo(f"  {name(path)}: {', '.join((*item.dibuang, *item.catatan))}")
    if records.names:
        click.echo("Yang ditulis dengan sidik buktinya, dengan nama baru:")
    for old, new in records.names.items():
        click.echo(f"  {name(old)} → {new.name}")
    if records.again:
        click.echo("Yang perlu diverifikasi lagi, karena hari verifikasinya tidak diketahui dari riwayat git:")
    for path in records.again:
        click.echo(f"  {name(records.names[path])}")


def to_clean(root: Path) -> dict[Path, tuple[bytes, Cleaned]]:
    """The photos of a data folder that carry more than their pixels, each as it is and as it will be. One that can't be read is
    left to `periksa`, which names it."""
    found: dict[Path, tuple[bytes, Cleaned]] = {}
    for path in sorted((root / BUKTI).glob("*/*")):
        akhiran = path.suffix[1:].lower()
        if akhiran in GAMBAR and path.is_file() and not path.is_symlink() and carries_more(path):
            before = path.read_bytes()
            with suppress(NotTaken):
                item = clean(before, akhiran)
                if item.akhiran in (akhiran, {"jpeg": "jpg"}.get(akhiran)):
                    found[path] = (before, item)
    return found
