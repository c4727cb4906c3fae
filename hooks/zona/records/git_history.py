"""Which commit the data are of, and which files changed before it, from git: no authors and messages, which name people."""

import subprocess
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

# What one page can show; older commits are a tap away at the repository's host.
TERBANYAK = 300

_MARK = "\x01"


@dataclass(frozen=True)
class Komit:
    """One commit that changed the data, when it came to this branch, and how it changed each file, by the file's path below
    the data folder: `A` added, `D` removed, `M` or `T` changed."""

    kode: str
    waktu: datetime
    berkas: dict[str, str]


@dataclass(frozen=True)
class Riwayat:
    """The commits, the newest first. `kode` is the commit that the whole project is at, `bersih` whether nothing was
    changed since; `utuh` is False where older commits are not in this copy of the repository or too many to show."""

    kode: str
    bersih: bool
    utuh: bool
    komit: tuple[Komit, ...]


def read_riwayat(folder: Path) -> Riwayat | None:
    """The history of a data folder; None where git does not keep it. Raises nothing: a site is built without it as well."""
    kode = _git(folder, "rev-parse", "--verify", "HEAD")
    # The first parent's line: what a merge brings counts on the day it is merged, when it is published.
    options = ("--first-parent", "-m", "--name-status", "--no-renames", "--relative", f"--max-count={TERBANYAK + 1}")
    log = _git(folder, "log", *options, f"--format={_MARK}%H %cI", "HEAD", "--", ".")
    if kode is None or log is None:
        return None
    komit = tuple(_commit(text) for text in log.split(_MARK)[1:])
    utuh = _git(folder, "rev-parse", "--is-shallow-repository") == "false" and len(komit) <= TERBANYAK
    bersih = _git(folder, "status", "--porcelain", "--untracked-files=normal", "--", ":/") == ""
    # A copy without older commits shows all files of its oldest one as added on that day, which they were not.
    return Riwayat(kode, bersih, utuh, komit if utuh else komit[:-1])


def _commit(text: str) -> Komit:
    head, *lines = text.split("\n")
    kode, when = head.split(" ")
    files = (line.split("\t") for line in lines if "\t" in line)
    return Komit(kode, datetime.fromisoformat(when), {path: letter for letter, path in files})


def _git(folder: Path, *arguments: str) -> str | None:
    """What git answers; None where it can't, or is not there."""
    command = ["git", "-c", "core.quotePath=false", *arguments]
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    except OSError:
        return None
    return done.stdout.decode("utf-8", errors="replace").strip() if done.returncode == 0 else None
