"""`zi.py usulan`: what a proposal changes of what is published, read from the data of another commit."""

import io
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import click
from zona.findings.changes import Perubahan, changes
from zona.findings.judge import findings_of
from zona.findings.scrutiny import BerkasBerubah, scrutiny
from zona.findings.year_findings import Findings
from zona.outputs.pages.frame import TAKEN
from zona.outputs.proposal import proposal, unfit
from zona.records.informasi.prosa import PROSA
from zona.records.reading.data_error import DataError
from zona.refusal import naming, why

from cli.indonesian_click import Command, Refused
from cli.options import CACHE, ROOT, read_findings


@click.command(cls=Command)
@click.option("--dasar", metavar="COMMIT", required=True, help="Commit atau cabang pembanding, misalnya origin/main.")
@click.option("--per-tanggal", metavar="TTTT-BB-HH", help="Tanggal hitungan (bawaan: hari ini di kantor).")
def usulan(dasar: str, per_tanggal: str | None) -> None:
    """Sebutkan apa yang berubah dari COMMIT pembanding: yang perlu dilihat dengan teliti, angka, keadaan, dan catatan."""
    git = partial(_git, dasar, ROOT)
    commit = git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{dasar}^{{commit}}").decode().strip()
    files = tuple(changed_files(commit, git))
    try:
        after = read_findings(None, per_tanggal)
    except Refused as error:
        if error.problems:  # whoever reads the page must see them too
            click.echo(unfit(error.problems, files), nl=False)
        raise
    with data_at(commit, git) as folder:
        before = read_older(folder, after.per_tanggal) if folder else None
        found = changes(before, after) if before else Perubahan((), ())
        care = scrutiny(before, after, found, files)
        click.echo(proposal(before, after, found, care), nl=False)


def read_older(root: Path, per_tanggal: date) -> Findings | None:
    """An older state of the project's data and pages, judged on the day of the new; None where it is not fit to be read."""
    day, now = per_tanggal.isoformat(), datetime.now(UTC)
    try:
        return findings_of(root / "data", label="data", cache=CACHE, prosa=root / PROSA, taken=TAKEN, asked=day, now=now)
    except DataError:
        return None


Git = Callable[..., bytes]


@contextmanager
def data_at(commit: str, git: Git) -> Iterator[Path | None]:
    """A folder with `data` and `docs` as they were at that commit, unpacked for a while; None where it had no data."""
    folders = git("ls-tree", "--name-only", "-z", commit, "data", "docs").decode().split("\0")[:-1]
    if "data" not in folders:
        yield None
        return
    with TemporaryDirectory(prefix="zi-") as folder:
        # A zip: its extraction never leaves the folder, in every Python that we run on.
        packed = git("archive", "--format=zip", commit, *folders)
        with naming(Path(folder)), zipfile.ZipFile(io.BytesIO(packed)) as archive:
            archive.extractall(folder)
        yield Path(folder)


def changed_files(commit: str, git: Git) -> Iterator[BerkasBerubah]:
    """Every file that is not as it was at the commit, also those that git does not keep yet."""
    told = git("diff", "--name-status", "--no-renames", "--no-ext-diff", "--ignore-submodules=none", "-z", commit, "--")
    *names, _ = told.decode(errors="surrogateescape").split("\0")
    for letter, path in zip(names[::2], names[1::2], strict=True):
        yield BerkasBerubah(path, letter)
    *new, _ = git("ls-files", "--others", "--exclude-standard", "-z").decode(errors="surrogateescape").split("\0")
    for path in new:
        yield BerkasBerubah(path, "A")


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
