"""`zi.py perbarui`: what is made by machine and kept in the repository, written anew after a change that was meant."""

import os
from importlib import import_module
from tempfile import TemporaryDirectory

import click

from cli.indonesian_click import Command, Refused
from cli.uji.uji import fast_folder, with_tests

# Each with the module that writes it, and has a function `renew` which returns what it wrote in a sentence.
MADE = {
    "skema": "renew.renew_schemas",
    "grafik": "renew.renew_charts",
    "kontrak": "renew.renew_contract",
    "panduan": "renew.renew_guide",
    "gaya": "renew.renew_styles",
}


@click.command(cls=Command)
@click.argument("nama", nargs=-1, type=click.Choice(tuple(MADE)), metavar="NAMA")
def perbarui(nama: tuple[str, ...]) -> None:
    """Tulis ulang yang dibuat mesin: skema, grafik, kontrak, panduan, gaya (tanpa NAMA: semuanya)."""
    names = nama or tuple(MADE)
    programs = with_tests()
    if "panduan" in names and not programs.find("chromium"):
        raise Refused(f"Gambar panduan memerlukan chromium. {programs.advice('chromium')}")
    with TemporaryDirectory(prefix="zi-uji-", dir=fast_folder()) as folder:
        os.environ["ZI_UJI"] = folder  # where the tests' own helpers make what they need
        for name in names:
            click.echo(f"{name}: {import_module(MADE[name]).renew()}")
