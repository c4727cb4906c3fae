"""Which commit the data are of, which files changed before it, and where two people had a hand in one, from git: never who,
and no messages, which name people."""

import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
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
    changed since; `utuh` is False where older commits are not in this copy of the repository or too many to show.
    `penulis_lain` tells of each file whether its last commit has another author than its first: it lacks what is not known."""

    kode: str
    bersih: bool
    utuh: bool
    komit: tuple[Komit, ...]
    penulis_lain: Mapping[str, bool] = field(default_factory=dict)


def read_riwayat(folder: Path) -> Riwayat | None:
    """The history of a data folder; None where git does not keep it. Raises nothing: a site is built without it as well."""
    at = _git(folder, "rev-parse", "--is-shallow-repository", "--verify", "HEAD")
    if at is None:
        return None
    shallow, kode = at.split("\n")
    # The first parent's line: what a merge brings counts on the day it is merged, when it is published.
    options = ("--first-parent", "-m", "--name-status", "--no-renames", "--relative", f"--max-count={TERBANYAK + 1}")
    log = _git(folder, "log", *options, f"--format={_MARK}%H %cI", "HEAD", "--", ".")
    if log is None:
        return None
    komit = tuple(_commit(text) for text in log.split(_MARK)[1:])
    whole = shallow == "false"
    utuh = whole and len(komit) <= TERBANYAK
    bersih = _git(folder, "status", "--porcelain", "--untracked-files=normal", "--", ":/") == ""
    # A copy without older commits shows all files of its oldest one as added on that day, which they were not.
    return Riwayat(kode, bersih, utuh, komit if utuh else komit[:-1], _other_authors(folder) if bersih and whole else {})


def _other_authors(folder: Path) -> dict[str, bool]:
    """Of each file that is there: whether the author of its last change is another than that of its first. Merges, which have
    an author of their own, don't count; authors are told apart by their mail address, as .mailmap joins them."""
    options = ("--no-merges", "--name-status", "--no-renames", "--relative", f"--format={_MARK}%aE")
    found: dict[str, tuple[str, str]] = {}
    for text in (_git(folder, "log", *options, "HEAD", "--", ".") or "").split(_MARK)[1:]:
        author, *lines = text.split("\n")
        for letter, path in (line.split("\t") for line in lines if "\t" in line):
            first, last = found.get(path, ("", author.casefold()))
            # From the newest back to where the file was made: what it was before it was removed is another file.
            if not first:
                found[path] = (author.casefold() if letter == "A" else "", last)
    return {path: first != last for path, (first, last) in found.items() if first}


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
