"""`zi.py bangun` and `zi.py pratinjau`: MkDocs at work on the site's configuration. Beside the adapter only this knows it."""

import errno
import logging
import os
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from logging.handlers import MemoryHandler
from pathlib import Path

import click
from mkdocs.commands.build import build as build_site
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException
from zona.disk.output_folder import NotAResult, fresh_folder
from zona.drawing.sign_notices import sign_notices
from zona.findings.year_findings import Findings

from cli.indonesian_click import Command, Refused
from cli.options import ROOT, keluaran_name, read_findings, say, steps, summary, with_data

CONFIG, ADDRESS = ROOT / "mkdocs.yml", "127.0.0.1:8000"
GAGAL = "Situs gagal dibangun; hasil yang lama tidak diubah."


@click.command(cls=Command, unchanged=GAGAL)
@with_data
@click.option("--keluaran", metavar="FOLDER", default=str(ROOT / "site"), help="Folder hasil (bawaan: site/).")
def bangun(data: str | None, per_tanggal: str | None, keluaran: str) -> None:
    """Bangun seluruh situs; bila gagal, hasil yang lama tidak disentuh."""
    findings = read_findings(data, per_tanggal)
    say(sign_notices(findings, data or "data"))
    target = Path(keluaran).resolve()
    try:
        with fresh_folder(target) as work:
            build(work, findings)
    except NotAResult:
        raise Refused(f"{keluaran} berisi berkas lain, bukan hasil bangun; pilih folder baru atau kosong.") from None
    pages = sum(1 for _ in target.rglob("*.html"))
    click.echo(f"Situs selesai: {pages} halaman di {keluaran_name(target)} — {summary(findings)}")


@click.command(cls=Command)
@with_data
@click.option("--kit", is_flag=True, help="Gambar juga kartu, poster, dan laporan (lebih lama).")
def pratinjau(data: str | None, per_tanggal: str | None, kit: bool) -> None:
    """Lihat situs di komputer ini; halaman berubah begitu berkas disimpan."""
    findings = read_findings(data, per_tanggal)
    say(sign_notices(findings, data or "data"))
    os.environ["ZI_KIT"] = "1" if kit else "0"  # the adapter reads these anew for every build
    if data:
        os.environ["ZI_DATA"] = str(Path(data).resolve())
    if per_tanggal:
        os.environ["ZI_PER_TANGGAL"] = per_tanggal
    from mkdocs.commands.serve import serve  # a build need not wait for it

    click.echo(f"Buka http://{ADDRESS}/ di peramban. Hentikan dengan Ctrl+C.", err=True)
    try:
        with heard(Complaints(at_once=True)):
            serve(str(CONFIG), dev_addr=ADDRESS, strict=True)
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise
        raise Refused(f"http://{ADDRESS}/ sedang dipakai; hentikan dulu pratinjau lain yang masih berjalan.") from None


class Complaints(logging.Handler):
    """What MkDocs warns of, each once, for that stops a strict build; `at_once` tells it instead: a preview goes on."""

    def __init__(self, *, at_once: bool = False) -> None:
        super().__init__(logging.WARNING)
        self.at_once = at_once
        self.kept: dict[str, None] = {}

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the record's text, or tell it."""
        if self.at_once:
            say(in_indonesian([record.getMessage()]))
        else:
            self.kept[record.getMessage()] = None


@contextmanager
def heard(complaints: Complaints) -> Iterator[None]:
    """Have MkDocs' warnings; whatever MkDocs stops at is raised as `Refused`."""
    logger = logging.getLogger("mkdocs")
    logger.addHandler(complaints)
    # What the adapter says stands below the line that shows what goes on, when that has ended; in a preview at once.
    level = logging.INFO if complaints.at_once else logging.CRITICAL
    said, adapter = MemoryHandler(1000, level, logging.StreamHandler(sys.stderr)), logging.getLogger("mkdocs.hooks")
    adapter.addHandler(said)
    adapter.setLevel(logging.INFO)
    try:
        yield
    except MkDocsException as error:
        warned = "\n".join(in_indonesian(complaints.kept)) or error
        raise Refused(f"{warned}\n{GAGAL}") from None
    finally:
        logger.removeHandler(complaints)
        adapter.removeHandler(said)
        said.close()


def build(folder: Path, findings: Findings) -> None:
    """Build the site of an office's findings into an empty folder, or stop and say why."""
    with heard(Complaints()):
        config = load_config(str(CONFIG), strict=True, site_dir=str(folder))
        config.extra["findings"] = findings
        config.plugins.on_startup(command="build", dirty=False)
        try:
            with steps("Membangun situs"):
                build_site(config)
        finally:
            config.plugins.on_shutdown()


def in_indonesian(complaints: Iterable[str]) -> Iterator[str]:
    """MkDocs' warnings about hand-written pages as `path: what is wrong; what to do`; others as they are."""
    for text in complaints:
        if link := re.search(r"Doc file '([^']+)' contains an? .*?link '([^']*)'", text):
            yield f"docs/{link[1]}: tautan “{link[2]}” tidak menuju halaman yang ada; periksa alamatnya"
        else:
            yield f"MkDocs: {text}"
