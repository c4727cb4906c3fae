"""`zi.py susun`: the site without MkDocs, the same as `bangun` makes byte for byte."""

from pathlib import Path

import click
from zona.delivery.built_pages import NotDelivered
from zona.delivery.deliver import deliver
from zona.disk.output_folder import write_files
from zona.drawing.sign_notices import sign_notices
from zona.whole_site import whole_site

from cli.indonesian_click import Command, Refused
from cli.options import CACHE, read_findings, say, steps, summary, with_data, with_kit


@click.command(cls=Command, unchanged="Hasilnya belum lengkap; kosongkan foldernya, lalu ulangi.")
@click.argument("folder", type=click.Path(file_okay=False))
@with_data
def susun(folder: str, data: str | None, per_tanggal: str | None) -> None:
    """Bangun situs yang sama ke FOLDER (baru atau kosong), tanpa MkDocs."""
    findings = read_findings(data, per_tanggal)
    target = Path(folder)
    if target.exists() and any(target.iterdir()):
        raise Refused(f"{folder} sudah berisi; pilih folder baru atau kosong supaya tidak ada yang tertimpa.")
    try:
        with steps("Membangun situs"):
            site = whole_site(findings, cache=CACHE, kit=with_kit())
            write_files(target, site.files)
            deliver(target, site.rules, cache=CACHE)
    except NotDelivered as error:
        raise Refused(str(error)) from None
    say([*sign_notices(findings, data or "data"), *site.left_out])
    click.echo(f"{len(site.files)} berkas ditulis ke {folder} — {summary(findings)}")
