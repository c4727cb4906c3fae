"""`zi.py perbarui-data`: an office's data brought to what this version asks of them: photos without what they do not show, true
counts of complaints out of the data folder, their releases in their place."""

from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import click
from disk.new_files import Changed, create, make_folder, replace_all, taking_back
from zona.desk.clean_evidence import Cleaned, NotTaken, clean
from zona.findings.per_tanggal import read_per_tanggal
from zona.records.capaian.bukti import carries_more
from zona.records.capaian.capaian import GAMBAR
from zona.records.load import BUKTI
from zona.records.pengaduan.pengaduan import closed_folder
from zona.records.pengaduan.rilis import RilisPengaduan, month_name
from zona.release.complaint_files import ComplaintFiles, misplaced, read_complaints
from zona.release.release_text import release_path, release_text

from cli.catat.questions import NOTHING_WRITTEN, Questions
from cli.catat.write_record import clean_up, hidden
from cli.indonesian_click import Command, Refused
from cli.options import ROOT, problems_refused
from cli.rilis_pengaduan import show, tidy


@click.command(cls=Command, name="perbarui-data", unchanged=NOTHING_WRITTEN)
@click.option("--ya", is_flag=True, help="Jangan bertanya.")
@click.option("--data", metavar="FOLDER", help="Folder data kantor lain (bawaan: data/).")
def perbarui_data(ya: bool, data: str | None) -> None:
    """Bersihkan foto bukti, dan pindahkan angka pengaduan; ditunjukkan dulu, lalu ditulis semuanya atau tidak sama sekali."""
    root, label = Path(data) if data else ROOT / "data", (data or "data").rstrip("/\\")
    clean_up(root)
    tidy(root)
    photos = to_clean(root)
    files, releases = to_release(root, label)
    if not photos and not releases:
        click.echo("Tidak ada yang perlu diperbarui.")
        return
    if photos:
        click.echo("Yang dibersihkan:")
    for path, (_, item) in photos.items():
        click.echo(f"  {label}/{path.relative_to(root).as_posix()}: {', '.join((*item.dibuang, *item.catatan))}")
    if files:
        click.echo(f"{len(releases)} bulan pengaduan dipindahkan ke {files.closed_label}, yang tidak ikut dikirim.")
        show(releases, label)
    parts = [f"{len(photos)} foto"] * bool(photos) + [f"{len(releases)} bulan pengaduan"] * bool(releases)
    Questions(ya).agree(f"Tulis ulang {' dan '.join(parts)} itu?")
    changes = {path: (before, item.content) for path, (before, item) in photos.items()}
    try:
        with problems_refused(NOTHING_WRITTEN):
            write(changes, files, releases, root)
    except Changed as error:
        raise Refused(f"{Path(str(error)).name} baru saja diubah orang lain; ulangi. {NOTHING_WRITTEN}") from None
    click.echo(f"{' dan '.join(parts)} ditulis ulang. Periksa dengan zi.py periksa, lalu kirim (commit).")
    page = "pengaduan" if releases else "membetulkan"
    click.echo(f"Riwayat git masih menyimpan yang lama; bila repositorinya terbuka untuk umum, baca docs/panduan/{page}.md.")


def write(
    changes: dict[Path, tuple[bytes, bytes]], files: ComplaintFiles | None, releases: list[RilisPengaduan], root: Path
) -> None:
    """Put new contents in place, true counts beside the data folder first, and have the months checked: all or nothing."""
    with taking_back() as made:
        for month in files.misplaced if files else ():
            target = closed_folder(root) / month.path
            for folder in (target.parents[2], target.parents[1], target.parent):
                make_folder(folder, made)
            if not target.exists():
                create(target, month.raw, made)
        if files:
            raw = {month.path: month.raw for month in files.misplaced}
            texts = {release_path(item): release_text(item, contoh=files.situs.contoh).encode() for item in releases}
            changes = changes | {root / path: (raw[path], text) for path, text in texts.items()}
        replace_all(changes, hidden, lambda: read_complaints(root, files.label) if files else None)


def to_release(root: Path, label: str) -> tuple[ComplaintFiles | None, list[RilisPengaduan]]:
    """The months with true counts in the data folder, if there are any, and the releases that take their place."""
    if not misplaced(root):
        return None, []
    with problems_refused(NOTHING_WRITTEN):
        files = read_complaints(root, label, moving=True)
        day = read_per_tanggal(None, now=datetime.now(UTC), zona_waktu=files.situs.zona_waktu)
        here = {month.isi.bulan for month in files.misplaced}
        releases = [item for item in files.missing_releases(day) if item.bulan in here]
    if early := here - {item.bulan for item in releases}:
        names = ", ".join(map(month_name, sorted(early)))
        raise Refused(f"{names} belum berakhir; pindahkan sendiri ke {files.closed_label}, lalu ulangi. {NOTHING_WRITTEN}")
    return files, releases


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
