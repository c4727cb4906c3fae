"""The commands behind `zi.py`, run in the environment; each module is read when it is called, so most wait for no MkDocs."""

import gc
import sys

import click
from places import FROM_SOURCE, HOUSE

sys.path.insert(0, str(HOUSE / "hooks"))

from cli.indonesian_click import Group

MODULES = {
    "bangun": "cli.bangun",
    "berkas-lke": "cli.berkas_lke",
    "catat": "cli.catat.catat",
    "kantor-baru": "cli.kantor_baru",
    "meja": "cli.meja.meja",
    "perbarui": "cli.perbarui",
    "perbarui-data": "cli.perbarui_data",
    "perbarui-versi": "cli.versi.perbarui_versi",
    "periksa": "cli.periksa",
    "pratinjau": "cli.bangun",
    "rilis-pengaduan": "cli.rilis_pengaduan",
    "susun": "cli.susun",
    "tahun-baru": "cli.tahun_baru",
    "terbitkan": "cli.terbitkan",
    "uji": "cli.uji.uji",
    "usulan": "cli.usulan",
    "verifikasi": "cli.verifikasi",
}
if not FROM_SOURCE:  # a wheel has no tests
    del MODULES["uji"], MODULES["perbarui"]


@click.group(cls=Group, modules=MODULES, context_settings={"help_option_names": ["--bantuan", "--help"]})
def zi() -> None:
    """Situs Zona Integritas: dari berkas data menjadi situs web."""


if __name__ == "__main__":
    gc.set_threshold(1_000_000)  # a command ends soon: looking for garbage all the time is a tenth of its time
    zi(prog_name="zi.py")
