"""Which commit the data are of, and how their files changed before it: read from git, where the data are kept in it.

Nothing of who committed, and nothing of what they wrote as a message, is read: both hold names of people.
"""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

# What one page can tell; older commits are a tap away at the repository's host.
TERBANYAK = 300

_MARK = "\x01"
_RAW = re.compile(r":\d+ \d+ ([0-9a-f]+) ([0-9a-f]+) [AMDT]\t(.+)")
_EMPTY = re.compile(r"0+")


@dataclass(frozen=True)
class BerkasBerubah:
    """One file of a commit by its path below the data folder: whether it was there before and is after, and what it held
    where it is text (YAML); evidence is not read."""

    path: str
    ada_dulu: bool
    ada_kini: bool
    dari: bytes | None
    menjadi: bytes | None


@dataclass(frozen=True)
class Komit:
    """One commit that changed the data, when it came to this branch, and what it changed, ordered by path."""

    kode: str
    waktu: datetime
    berkas: tuple[BerkasBerubah, ...]


@dataclass(frozen=True)
class Riwayat:
    """The commits, the newest first. `kode` is the commit that the whole project is at, `bersih` whether nothing was
    changed since; `utuh` is False where older commits are not in this copy of the repository or too many to read."""

    kode: str
    bersih: bool
    utuh: bool
    komit: tuple[Komit, ...]


class _Change(NamedTuple):
    """A file that a commit changed: its path, and the names of what it held before and after."""

    path: str
    old: str
    new: str


class _Entry(NamedTuple):
    """A commit as the log has it."""

    kode: str
    waktu: datetime
    files: list[_Change]


class _NoHistory(Exception):
    """git is not there, or does not keep this folder."""


def read_riwayat(folder: Path) -> Riwayat | None:
    """The history of a data folder; None where git does not keep it. Raises nothing: a site is built without it as well."""
    try:
        kode = _git(folder, "rev-parse", "--verify", "HEAD").decode().strip()
        shallow = _git(folder, "rev-parse", "--is-shallow-repository").strip() == b"true"
        bersih = not _git(folder, "status", "--porcelain", "--untracked-files=normal", "--", ":/").strip()
        # The first parent's line: what a merge brings counts on the day it is merged, when it is published.
        options = ("--first-parent", "-m", "--raw", "--no-abbrev", "--no-renames", f"--max-count={TERBANYAK + 1}")
        log = _git(folder, "log", *options, f"--format={_MARK}%H %cI", "--relative", "HEAD", "--", ".")
    except _NoHistory:
        return None
    commits = log.decode("utf-8", errors="replace").split(_MARK)[1:]
    found = [_parse(text) for text in commits[:TERBANYAK]]
    texts = [file for entry in found for file in entry.files if file.path.endswith(".yml")]
    contents = _contents(folder, {blob for file in texts for blob in (file.old, file.new)})
    komit = tuple(
        Komit(entry.kode, entry.waktu, tuple(_file(file, contents) for file in sorted(entry.files))) for entry in found
    )
    return Riwayat(kode, bersih, not shallow and len(commits) <= TERBANYAK, komit)


def _parse(text: str) -> _Entry:
    head, *lines = text.splitlines()
    kode, _, when = head.partition(" ")
    files = [_Change(found[3], found[1], found[2]) for line in lines if (found := _RAW.fullmatch(line))]
    return _Entry(kode, datetime.fromisoformat(when), files)


def _file(file: _Change, contents: dict[str, bytes]) -> BerkasBerubah:
    before, after = (not _EMPTY.fullmatch(blob) for blob in (file.old, file.new))
    return BerkasBerubah(file.path, before, after, contents.get(file.old), contents.get(file.new))


def _contents(folder: Path, blobs: set[str]) -> dict[str, bytes]:
    """What those objects hold, those that are there; asked for in one go."""
    names = sorted(blob for blob in blobs if not _EMPTY.fullmatch(blob))
    try:
        packed = _git(folder, "cat-file", "--batch", given="\n".join(names).encode() + b"\n") if names else b""
    except _NoHistory:
        return {}
    contents, at = {}, 0
    while at < len(packed):
        end = packed.index(b"\n", at)
        name, kind, *size = packed[at:end].decode().split(" ")
        at = end + 1
        if kind == "blob":
            contents[name] = packed[at : at + int(size[0])]
        if size:
            at += int(size[0]) + 1
    return contents


def _git(folder: Path, *arguments: str, given: bytes | None = None) -> bytes:
    command = ["git", "-c", "core.quotePath=false", *arguments]
    try:
        done = subprocess.run(command, cwd=folder, input=given, capture_output=True, check=False)
    except OSError as error:
        raise _NoHistory from error
    if done.returncode != 0:
        raise _NoHistory
    return done.stdout
