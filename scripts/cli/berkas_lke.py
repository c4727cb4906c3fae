"""`zi.py berkas-lke`: one area of the LKE for its assessors, as a folder and as an archive beside it."""

from pathlib import Path

import click
from zona.disk.new_files import create, taking_back
from zona.disk.output_folder import is_free, new_folder, write_files
from zona.drawing.lke_papers import assessors_folder
from zona.drawing.sign_notices import sign_notices
from zona.drawing.typst_drawing import Drawer
from zona.outputs.evidence.lke_evidence import area_folder

from cli.dialogue.questions import NOTHING_WRITTEN
from cli.indonesian_click import Command, Refused
from cli.options import CACHE, read_findings, say, steps, with_data


@click.command(cls=Command, name="berkas-lke", unchanged=NOTHING_WRITTEN)
@click.argument("tahun", type=click.IntRange(2000, 2100))
@click.argument("folder", type=click.Path(file_okay=False))
@click.option("--area", metavar="KODE", required=True, help="Kode area LKE, misalnya A.1.V.")
@with_data
def berkas_lke(tahun: int, folder: str, area: str, data: str | None, per_tanggal: str | None) -> None:
    """Tulis bukti satu area LKE ke FOLDER (baru atau kosong), dengan indeksnya, dan sebagai FOLDER.zip."""
    findings = read_findings(data, per_tanggal)
    found = area_folder(findings, tahun, area)
    target = Path(folder).absolute()
    packed = target.with_name(f"{target.name}.zip")
    if not is_free(target):
        raise Refused(f"{folder} sudah berisi; pilih folder baru atau kosong supaya tidak ada yang tertimpa.")
    if packed.exists():
        raise Refused(f"{packed.name} sudah ada di samping {folder}; pilih nama folder lain supaya tidak ada yang tertimpa.")
    with steps("Menyusun berkas untuk penilai"), taking_back() as made, new_folder(target) as new:
        result = assessors_folder(found, findings, Drawer(CACHE))
        write_files(new, result.berkas)
        create(packed, result.arsip, made)
    say(sign_notices(findings, data or "data"))
    pieces = sum(len(item.bukti) for item in found.butir)
    click.echo(f"{len(found.butir)} butir, {pieces} bukti, {len(result.berkas)} berkas ditulis ke {folder} dan {packed.name}.")
