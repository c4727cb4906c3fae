"""`zi.py perbarui-data`: an office's data brought to what this version asks of them: photos without what they do not show."""

from contextlib import suppress
from pathlib import Path

import click
from disk.new_files import Changed, replace_all
from zona.desk.clean_evidence import Cleaned, NotTaken, clean
from zona.records.capaian.bukti import carries_more
from zona.records.capaian.capaian import GAMBAR
from zona.records.load import BUKTI

from cli.catat.questions import NOTHING_WRITTEN, Questions
from cli.catat.write_record import clean_up, hidden
from cli.indonesian_click import Command, Refused
from cli.options import ROOT


@click.command(cls=Command, name="perbarui-data", unchanged=NOTHING_WRITTEN)
@click.option("--ya", is_flag=True, help="Jangan bertanya.")
@click.option("--data", metavar="FOLDER", help="Folder data kantor lain (bawaan: data/).")
def perbarui_data(ya: bool, data: str | None) -> None:
    """Bersihkan foto bukti dari keterangan tersembunyi; ditunjukkan dulu, lalu ditulis semuanya atau tidak sama sekali."""
    root, label = Path(data) if data else ROOT / "data", (data or "data").rstrip("/\\")
    clean_up(root)
    found = to_clean(root)
    if not found:
        click.echo("Tidak ada yang perlu diperbarui.")
        return
    click.echo("Yang dibersihkan:")
    for path, (_, item) in found.items():
        click.echo(f"  {label}/{path.relative_to(root).as_posix()}: {', '.join((*item.dibuang, *item.catatan))}")
    Questions(ya).agree(f"Tulis ulang {len(found)} foto itu?")
    try:
        replace_all({path: (before, item.content) for path, (before, item) in found.items()}, hidden)
    except Changed as error:
        raise Refused(f"{Path(str(error)).name} baru saja diubah orang lain; ulangi. {NOTHING_WRITTEN}") from None
    click.echo(f"{len(found)} foto ditulis ulang. Periksa dengan zi.py periksa, lalu kirim (commit).")
    click.echo(
        "Riwayat git masih menyimpan foto lama; bila repositorinya terbuka untuk umum, baca docs/panduan/membetulkan.md."
    )


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
