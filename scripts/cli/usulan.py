"""`zi.py usulan`: what a proposal changes of what is published, read from the data of another commit."""

import io
import subprocess
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import click
from zona.findings.changes import Perubahan, changes
from zona.findings.judge import findings_of
from zona.findings.year_findings import Findings
from zona.outputs.change_sentences import summary as summary_of_changes
from zona.records.reading.data_error import DataError
from zona.refusal import naming, why

from cli.indonesian_click import Command, Refused
from cli.options import CACHE, ROOT, read_findings


@click.command(cls=Command)
@click.option("--dasar", metavar="COMMIT", required=True, help="Commit atau cabang pembanding, misalnya origin/main.")
@click.option("--per-tanggal", metavar="TTTT-BB-HH", help="Tanggal hitungan (bawaan: hari ini di kantor).")
def usulan(dasar: str, per_tanggal: str | None) -> None:
    """Sebutkan apa yang berubah dari COMMIT pembanding: angka, keadaan, dan catatan."""
    after = read_findings(None, per_tanggal)
    with data_at(dasar, ROOT) as folder:
        before = read_older(folder, after.per_tanggal) if folder else None
        found = changes(before, after) if before else Perubahan((), ())
        click.echo(summary_of_changes(before, after, found), nl=False)


def read_older(folder: Path, per_tanggal: date) -> Findings | None:
    """An older state of the data, judged on the day of the new; None where it is not fit to be read."""
    try:
        return findings_of(folder, label="data", cache=CACHE, asked=per_tanggal.isoformat(), now=datetime.now(UTC))
    except DataError:
        return None


@contextmanager
def data_at(commit: str, root: Path) -> Iterator[Path | None]:
    """The folder `data` of that commit of the repository at `root`, unpacked for a while; None where it had none."""
    git = partial(_git, commit, root)
    found = git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{commit}^{{commit}}").decode().strip()
    with TemporaryDirectory(prefix="zi-") as folder:
        if not git("ls-tree", found, "data"):
            yield None
            return
        # A zip: its extraction never leaves the folder, in every Python that we run on.
        packed = git("archive", "--format=zip", found, "data")
        with naming(Path(folder)), zipfile.ZipFile(io.BytesIO(packed)) as archive:
            archive.extractall(folder)
        yield Path(folder) / "data"


def _git(commit: str, root: Path, *arguments: str) -> bytes:
    """What git says. Raises `Refused` where the commit is not there, or this folder is not kept by git."""
    unreadable = f"Commit pembanding “{commit}” tidak bisa dibaca"
    try:
        done = subprocess.run(["git", *arguments], cwd=root, capture_output=True, check=False)
    except OSError as error:
        raise Refused(f"{unreadable}: git tidak dapat dijalankan di komputer ini: {why(error)}") from None
    if done.returncode != 0:
        raise Refused(f"{unreadable}: {done.stderr.decode(errors='replace').strip() or 'commit itu tidak ada'}")
    return done.stdout
