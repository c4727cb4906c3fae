"""One served folder put in the place of another, so that visitors see the old site or the new one, and never a third thing.

On Linux the kernel exchanges the two folders in one step. Elsewhere, and on file systems that can't, two renames follow each
other, and between them nothing is there. Whatever a killed run leaves, the next run finishes or takes back: what is found on
disk says how far it came, and a note tells which folder was to become the site.
"""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from disk.output_folder import Busy, NotAResult, held, refuse_other
from disk.transaction import identity_of, signals_wait, step, sync_folder

_AT_FDCWD, _RENAME_EXCHANGE = -100, 2
_NOT_HERE = (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP)


class NothingBefore(Exception):
    """There is no earlier site to bring back."""


def between(name: str) -> None:
    """Called before any change of a name; tests stop a run here. Signals wait: what is half-done here gets finished."""


class Place:
    """A folder that is served, and what stands beside it: the site before, and hidden folders while something is going on."""

    def __init__(self, folder: Path) -> None:
        self.site = folder.resolve() if folder.is_symlink() else folder.absolute()
        name, parent = self.site.name, self.site.parent
        self.before = parent / f"{name}.sebelumnya"
        self.copied, self.ready = parent / f".{name}-salinan", parent / f".{name}-siap"
        self.aside, self.waste = parent / f".{name}-antara", parent / f".{name}-buangan"
        self.note = parent / f".{name}-penukaran"
        self.at_once = True  # until an exchange shows that this file system can't

    def publish(self, source: Path, check: Callable[[Path], object]) -> None:
        """Make a copy of `source` the site, once `check` has let the copy pass; the site until now is kept as `before`.

        Raises what `check` raises, `NotAResult`, `Busy` and `OSError`; the old site is served then as it was.
        """
        for folder in (self.site, self.before):
            refuse_other(folder)
        self.site.parent.mkdir(parents=True, exist_ok=True)
        with self.alone():
            _copy(source, self.copied)
            check(self.copied)
            step("diperiksa")
            move(self.copied, self.ready)
            if not self.site.exists() or not any(self.site.iterdir()):
                if self.site.exists():
                    self.site.rmdir()
                move(self.ready, self.site)
                return
            between("catatan")
            self.note.write_text(str(identity_of(self.ready)), encoding="utf-8")
            self.exchange(self.site, self.ready)

    def roll_back(self, check: Callable[[Path], object]) -> None:
        """Make the site before the site again, once `check` has let it pass; the present one becomes the site before."""
        with self.alone():
            if not self.before.is_dir():
                raise NothingBefore(str(self.before))
            check(self.before)
            step("diperiksa")
            if self.site.exists():
                self.exchange(self.site, self.before)
            else:
                move(self.before, self.site)

    def exchange(self, one: Path, other: Path) -> None:
        """Let two folders change their names: at once where that can be, else by way of a third name."""
        between(f"{one.name} ⇄ {other.name}")
        if _exchange_at_once(one, other):
            return
        self.at_once = False
        move(one, self.aside)
        try:
            move(other, one)
        except OSError:  # on Windows: a file in it is open
            self.aside.rename(one)
            raise
        move(self.aside, other)

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Hold the place against other runs; tidy up what a killed run left before, and what this one leaves after."""
        with held(self.site.parent, f".{self.site.name}-kunci"), signals_wait():
            self.tidy_up()
            try:
                yield
            finally:
                self.tidy_up()

    def tidy_up(self) -> None:
        """Finish what had got past the exchange, take back what had not."""
        if self.aside.exists():
            free = [folder for folder in (self.site, self.before) if not folder.exists()]
            move(self.aside, free[0] if free else self.ready)
        if self.ready.exists() and self.exchanged():
            if self.before.exists():
                _remove(self.waste)
                move(self.before, self.waste)
            move(self.ready, self.before)
        for left in (self.copied, self.ready, self.waste):
            _remove(left)
        between("selesai")
        self.note.unlink(missing_ok=True)
        sync_folder(self.site.parent)

    def exchanged(self) -> bool:
        """Whether the folder that was to become the site has become it."""
        return self.note.is_file() and self.note.read_text(encoding="utf-8") == str(identity_of(self.site))


def move(one: Path, other: Path) -> None:
    """Give a folder another name beside its own."""
    between(f"{one.name} → {other.name}")
    one.rename(other)


def _remove(folder: Path) -> None:
    if folder.exists():
        between(f"hapus {folder.name}")
        shutil.rmtree(folder)


def _copy(source: Path, target: Path) -> None:
    """A copy that everybody may read, whatever the rights of the source, with all of it on disk."""
    target.mkdir()
    target.chmod(0o755)
    for path in sorted(source.rglob("*")):
        step("salin")
        copy = target / path.relative_to(source)
        if path.is_dir():
            copy.mkdir()
            copy.chmod(0o755)
        else:
            shutil.copyfile(path, copy)
            copy.chmod(0o644)
    if hasattr(os, "sync"):
        os.sync()


def _exchange_at_once(one: Path, other: Path) -> bool:
    """Exchange two folders in one step of the kernel; False where system or file system have no such step."""
    if sys.platform != "linux":
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    if not hasattr(libc, "renameat2"):
        return False
    if libc.renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in _NOT_HERE:
        return False
    raise OSError(code, os.strerror(code), str(one), None, str(other))


__all__ = ["Busy", "NotAResult", "NothingBefore", "Place"]
