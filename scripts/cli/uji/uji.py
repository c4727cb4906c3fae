"""`zi.py uji`: every test, and what the tests need beside Python."""

import os
import shutil
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType

import click

from cli.indonesian_click import Command
from cli.options import ROOT
from cli.uji.needs_tests import OPTION, changed_code

INTI = tuple(f"tests/{name}" for name in ("records", "findings", "outputs", "delivery"))
CEPAT = (*INTI, "-m", "not lambat", "--hypothesis-profile=cepat")
# Two runs: what needs no browser; and what does, each file in one process, as the tests of a file share what is expensive.
# There one process more than processors, as one often waits for its browser.
BANYAK = min(len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1, 4)
PERAMBAN = "tests/browser"
PROSESOR = ("-n", str(BANYAK), "--dist", "worksteal")
TANPA_PERAMBAN = (*PROSESOR, f"--ignore={PERAMBAN}")
DENGAN_PERAMBAN = ("-n", str(BANYAK + 1), "--dist", "loadfile", "--no-loadscope-reorder", PERAMBAN)

ROOM = 4_000_000_000  # bytes, many times what was seen in use
SHOWN = 5  # changed files; more would bury the rest


@click.command(cls=Command, context_settings={"ignore_unknown_options": True})
@click.argument("pilihan", nargs=-1, type=click.UNPROCESSED)
@click.option("--cepat", is_flag=True, help="Hanya inti: data, hitungan, isi halaman; tanpa peramban.")
@click.option(OPTION, "dasar", metavar="COMMIT", help="Hanya bila sejak COMMIT ada yang berubah selain data dan tulisan.")
def uji(pilihan: tuple[str, ...], cepat: bool, dasar: str | None) -> None:
    """Jalankan semua uji (PILIHAN diteruskan ke pytest)."""
    if dasar is not None:
        changed = changed_code(ROOT, dasar)
        if changed == []:
            click.echo("Hanya data atau tulisan yang berubah; kode tidak perlu diuji.")
            return
        said = f"Kode berubah, jadi diuji: {', '.join(changed[:SHOWN])}" if changed else "Perubahannya tidak terbaca; diuji."
        click.echo(said)
    if cepat:
        runs = [(*PROSESOR, *CEPAT, *pilihan)]
    else:
        with_tests().prepare()
        runs = [pilihan] if pilihan else [TANPA_PERAMBAN, DENGAN_PERAMBAN]
    with TemporaryDirectory(prefix="zi-uji-", dir=fast_folder()) as folder:  # for what one run makes and the others read
        # What Python compiles it keeps, for so many processes: also where the environment says otherwise.
        environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
        environment |= {"ZI_UJI": folder, "TMPDIR": folder}
        codes = [subprocess.call([sys.executable, "-m", "pytest", *run], cwd=ROOT, env=environment) for run in runs]
    raise SystemExit(max(codes))


def with_tests() -> ModuleType:
    """What finds and installs the programs that tests need: it lies with the tests, whose folder is importable from here on."""
    if str(ROOT / "tests") not in sys.path:
        sys.path.append(str(ROOT / "tests"))
    return import_module("support.programs")


def fast_folder() -> str | None:
    """Where tests write their many small files: in memory, where the system has room for that; else None, the usual place."""
    memory = Path(os.sep, "dev", "shm")
    try:
        free = shutil.disk_usage(memory).free
    except OSError:
        return None
    return str(memory) if free > ROOM and os.access(memory, os.W_OK) else None
