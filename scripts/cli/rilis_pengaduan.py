"""`zi.py rilis-pengaduan`: the counts of complaints that may be published, from the true ones, which stay on this computer."""

import os
from datetime import UTC, datetime
from pathlib import Path

import click
from zona.desk.forms.release_words import told
from zona.desk.forms.write_releases import write_releases
from zona.findings.per_tanggal import read_per_tanggal
from zona.records.pengaduan.rilis import RilisPengaduan, month_name
from zona.release.complaint_files import read_complaints
from zona.release.release_text import release_path

from cli.dialogue.questions import NOTHING_WRITTEN, Questions
from cli.indonesian_click import Command
from cli.options import ROOT, problems_refused, with_data

MEANING = """“<5”: kurang dari lima (pada angka bulanan bisa juga nol), supaya tidak menunjuk orang.
“disembunyikan”: supaya angka kecil yang lain tidak bisa dihitung darinya."""


@click.command(cls=Command, name="rilis-pengaduan", unchanged=NOTHING_WRITTEN)
@with_data
@click.option("--ya", is_flag=True, help="Jangan bertanya.")
def rilis_pengaduan(data: str | None, per_tanggal: str | None, ya: bool) -> None:
    """Buat rilis angka pengaduan yang boleh terbit; ditunjukkan dulu, lalu ditulis semuanya atau tidak sama sekali."""
    root, label = Path(data) if data else ROOT / "data", (data or "data").rstrip("/\\")
    with problems_refused(NOTHING_WRITTEN):
        files = read_complaints(root, label)
        asked = per_tanggal or os.environ.get("ZI_PER_TANGGAL")
        day = read_per_tanggal(asked, now=datetime.now(UTC), zona_waktu=files.situs.zona_waktu)
        releases = files.missing_releases(day)
    if waiting := files.waiting(day):
        click.echo(f"Belum dirilis, karena belum berakhir: {', '.join(map(month_name, waiting))}.")
    if not releases:
        click.echo(f"Tidak ada yang perlu dirilis: {len(files.raw)} bulan di {files.closed_label}, semuanya sudah dirilis.")
        return
    show(releases, label)
    Questions(ya).agree(f"Tulis {len(releases)} rilis? Yang sudah dikirim tidak bisa ditarik kembali.")
    with problems_refused(NOTHING_WRITTEN):
        write_releases(root, label, releases, contoh=files.situs.contoh)
    click.echo(f"{len(releases)} rilis ditulis. Kirim (commit) folder {label}; {files.closed_label} tidak ikut dikirim.")


def show(releases: list[RilisPengaduan], label: str) -> None:
    """Say what will be public, and what will not and why."""
    click.echo("Yang akan terbit untuk umum:")
    for item in releases:
        click.echo("\n".join([f"\n{label}/{release_path(item)}, {month_name(item.bulan)}", *told(item)]))
    click.echo(f"\n{MEANING}")
