"""A served site replaced by another, so that visitors see the old one or the new one, and never a third thing.

The name that a server knows is a link to a hidden folder beside it, which is replaced in one step, and so is that of the site
before. That one is hidden too, and only its owner may enter it: what was withdrawn stays so, also where the folder around both
is served. Where links can't be made, and where a folder is served as yet, names are exchanged by renaming: between two steps
nothing is there. Whatever a killed run leaves, the next one finishes or takes back: the names on disk say how far it came."""

import os
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from zona.disk.new_files import create, signals_wait, sync_folder
from zona.disk.output_folder import held, refuse_other

# Who may enter a folder: whoever serves it, or nobody else.
_ALL, _OWNER = 0o755, 0o700


class NothingBefore(Exception):
    """There is no earlier site to bring back."""


class Place:
    """Where a site is served, and what stands beside it: the site before, and hidden names. `ready` is what
    becomes the site next, and was checked; `aside` a name for a moment. `at_once` tells whether visitors met no gap."""

    def __init__(self, folder: Path) -> None:
        self.site = _served_name(folder)
        self.before = self._beside(".{}-sebelumnya")
        self.ready, self.aside = self._beside(".{}-siap"), self._beside(".{}-antara")
        self.at_once = True

    def _beside(self, form: str) -> Path:
        return self.site.with_name(form.format(self.site.name))

    def _versions(self) -> list[Path]:
        form = re.compile(rf"\.{re.escape(self.site.name)}-versi-[0-9]+")
        folder = self.site.parent
        return [path for path in folder.iterdir() if form.fullmatch(path.name)] if folder.is_dir() else []

    def publish(self, source: Path, check: Callable[[Path], str]) -> str:
        """Make a copy of `source` the site, once `check` has let the copy pass, and return what it said; the site until now is
        kept as `before`. Raises what `check` raises, `NotAResult`, `Busy` and `OSError`; the old site then stays."""
        for folder in (self.site, self.before):
            refuse_other(folder)
        self.site.parent.mkdir(parents=True, exist_ok=True)
        with self.alone() as stop_if_asked:
            numbers = [int(path.name.rpartition("-")[2]) for path in self._versions()]
            version = self._beside(f".{{}}-versi-{max(numbers, default=0) + 1}")
            _copy(source, version, stop_if_asked)
            said = check(version)
            stop_if_asked()
            self._make_ready(version)
            if self.site.exists() and any(self.site.iterdir()):
                self._replace_site()
            else:
                if self.site.exists():
                    self.site.rmdir()
                self.ready.rename(self.site)
        return said

    def roll_back(self, check: Callable[[Path], str]) -> str:
        """Exchange the site with the one before, once `check` has let that pass, and return what it said."""
        gone = not self.site.exists()
        with self.alone() as stop_if_asked:
            if gone and self.site.exists():  # tidying up has brought it back
                return check(self.site)
            if not self.before.is_dir():
                raise NothingBefore(str(self.before))
            said = check(self.before)
            stop_if_asked()
            _permit(self.before, _ALL)
            if self.site.is_symlink() and self.before.is_symlink():
                self.ready.symlink_to(self.before.readlink())
                self._replace_site()
            else:
                self._rename_in_turn(self.aside, self.before)  # tidying up does the rest
        return said

    def _make_ready(self, version: Path) -> None:
        """Name the checked copy as what becomes the site: by a link, or itself, as on Windows, which replaces no such link."""
        try:
            if os.name == "nt":
                raise NotImplementedError
            self.ready.symlink_to(version.name)
        except (NotImplementedError, OSError):
            version.rename(self.ready)

    def _replace_site(self) -> None:
        """What is ready becomes the site, and what was the site the one before."""
        if self.before.exists():
            self.before.rename(self.aside)
        if self.site.is_symlink() and self.ready.is_symlink():
            self.before.symlink_to(self.site.readlink())
            try:
                self.ready.replace(self.site)
            except OSError:
                self.before.unlink()
                raise
        else:
            self._rename_in_turn(self.before, self.ready)

    def _rename_in_turn(self, place: Path, new: Path) -> None:
        """Give the site another name, and its own to `new`; where the second can't be done, the first is taken back."""
        self.at_once = False
        self.site.rename(place)
        try:
            new.rename(self.site)
        except OSError:  # on Windows: a file in it is open
            place.rename(self.site)
            raise

    @contextmanager
    def alone(self) -> Iterator[Callable[[], None]]:
        """Hold the place against other runs; tidy up what a killed run left before, and what this one leaves after."""
        with held(self.site.parent, f".{self.site.name}-kunci"), signals_wait() as stop_if_asked:
            self.tidy_up()
            try:
                yield stop_if_asked
            finally:
                with suppress(OSError):  # what is still there is hidden, and the next run's to tidy up
                    self.tidy_up()

    def tidy_up(self) -> None:
        """Finish what had begun to change names, take back what had not, and remove what has no name any more."""
        if not self.site.exists():
            for folder in (self.ready, self.before):
                if folder.exists() and not self.site.exists():
                    folder.rename(self.site)
        elif self.ready.exists() and self.before.exists() and self.before.samefile(self.site):
            self.ready.replace(self.site)
        if self.aside.exists() and not self.before.exists():
            self.aside.rename(self.before)
        for folder, rights in ((self.before, _OWNER), (self.site, _ALL)):
            if folder.exists():
                _permit(folder, rights)
        served = [folder.resolve() for folder in (self.site, self.before)]
        for left in (self.ready, self.aside, *self._versions()):
            if left.is_symlink():
                left.unlink()
            elif left.exists() and left.resolve() not in served:
                shutil.rmtree(left)
        sync_folder(self.site.parent)


def _served_name(folder: Path) -> Path:
    """The name that a site is published under: `folder`, or where a link leads that no publication made."""
    folder = folder.absolute()
    while folder.is_symlink() and folder.exists() and not folder.readlink().name.startswith(f".{folder.name}-versi-"):
        folder = folder.parent / folder.readlink()
    return folder


def _permit(folder: Path, rights: int) -> None:
    """Let others into a folder or not, as far as the disk knows of rights."""
    with suppress(OSError):
        if folder.stat().st_mode & 0o777 != rights:
            folder.chmod(rights)


def _copy(source: Path, target: Path, stop_if_asked: Callable[[], None]) -> None:
    """A copy that everybody may read, whatever the rights of the source, with all of it on disk."""
    target.mkdir()
    target.chmod(_ALL)
    for path in sorted(source.rglob("*")):
        stop_if_asked()
        copy = target / path.relative_to(source)
        if path.is_dir():
            copy.mkdir()
            copy.chmod(0o755)
        else:
            create(copy, path.read_bytes(), []).chmod(0o644)
