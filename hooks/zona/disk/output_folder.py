"""Where results go on disk: whole or not at all, and never over something that is not a result of ours. A result is made in a
hidden folder beside its place. What a killed run leaves, the next one removes, and first brings back what was taken away."""

import errno
import os
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from zona.outputs.site_file import SiteFile
from zona.refusal import naming

# In the hidden folder: the new result, the one before while names are exchanged, and what marks it as held.
_NEW, _OLD, _HELD = "baru", "lama", "kunci"


class NotAResult(Exception):
    """The output folder holds something that no build made; the message says which folder."""


class Busy(Exception):
    """Another run holds the folder."""


def refuse_other(target: Path) -> None:
    """Raise `NotAResult` where `target` is a file, or holds files but no `sitemap.xml` as every build does."""
    if target.exists() and (not target.is_dir() or (any(target.iterdir()) and not (target / "sitemap.xml").exists())):
        raise NotAResult(str(target))


@contextmanager
def fresh_folder(target: Path) -> Iterator[Path]:
    """A new folder beside `target`; on success it takes `target`'s place, on failure `target` stays as it was. Raises
    `NotAResult`, and `OSError` with the name of `target`."""
    with _work_folder(target) as work:
        refuse_other(target)
        new, old = work / _NEW, work / _OLD
        yield new
        try:
            if target.exists():
                target.replace(old)
            new.replace(target)
        except BaseException:
            if old.exists() and not target.exists():
                old.replace(target)
            raise


def is_free(target: Path) -> bool:
    """Whether nothing is there but perhaps an empty folder."""
    return not target.is_symlink() and (not target.exists() or (target.is_dir() and not any(target.iterdir())))


@contextmanager
def new_folder(target: Path) -> Iterator[Path]:
    """A new folder; on success it becomes `target`, on failure nothing is left. Raises `FileExistsError` where something has
    that name, and other `OSError` with the name of `target`."""
    if not is_free(target):
        raise FileExistsError(errno.EEXIST, "exists", str(target))
    with _work_folder(target) as work:
        yield work / _NEW
        if target.exists():
            target.rmdir()  # empty: Windows would not rename over it
        (work / _NEW).rename(target)


@contextmanager
def _work_folder(target: Path) -> Iterator[Path]:
    """A hidden folder beside `target`, with an empty folder for the new result in it, until the end of the run. It is held
    while it is used, so that no other run takes it for a killed one's, and tidies it up."""
    target.parent.mkdir(parents=True, exist_ok=True)
    prefix = f".{target.name}-baru-"
    _tidy_up(target, prefix)
    try:
        with ExitStack() as stack:
            work = _held_folder(target.parent, prefix, stack)
            try:
                new = work / _NEW
                new.mkdir()
                new.chmod(0o755)
                yield work
            finally:
                _remove(work, stack)
    except OSError as error:
        name = error.filename2 or error.filename
        if name is None or str(name).startswith(str(target.parent / prefix)):  # nobody knows the hidden folder
            error.filename, error.filename2 = str(target), None
        raise


def _held_folder(parent: Path, prefix: str, stack: ExitStack) -> Path:
    """A new folder, held until `stack` ends."""
    while True:
        work = Path(tempfile.mkdtemp(prefix=prefix, dir=parent))
        try:
            stack.enter_context(held(work, _HELD))
        except (Busy, FileNotFoundError):  # another run took it for a killed one's, before it was held
            continue
        except OSError:
            return work  # a file system that knows no locks: there no run removes what another left, either
        if work.is_dir():
            return work


def _tidy_up(target: Path, prefix: str) -> None:
    """Remove the folders that killed runs to the same place left; where one had moved `target` away, bring it back."""
    with suppress(OSError):  # a folder that may be written to but not listed
        for left in [item for item in target.parent.iterdir() if item.name.startswith(prefix) and not item.is_symlink()]:
            with suppress(Busy, OSError), ExitStack() as stack:
                stack.enter_context(held(left, _HELD))
                if (left / _OLD).is_dir() and not target.exists():
                    (left / _OLD).replace(target)
                _remove(left, stack)


def _remove(folder: Path, stack: ExitStack) -> None:
    """Remove a folder that is held, and then let it go: Windows removes no folder in which a file is open."""
    shutil.rmtree(folder, ignore_errors=True)
    stack.close()
    with suppress(OSError):
        folder.rmdir()


@contextmanager
def held(folder: Path, name: str) -> Iterator[None]:
    """Hold a folder against other runs, until the end of the process at the latest; where folders can't be locked, by a file
    `name` in it. Raises `Busy` where another run holds it, and `OSError` where the file system knows no locks."""
    if sys.platform == "win32":
        try:
            handle = os.open(folder / name, os.O_CREAT | os.O_EXCL | os.O_TEMPORARY)
        except (FileExistsError, PermissionError):
            raise Busy(str(folder)) from None
    else:
        import fcntl  # Windows has none

        handle = os.open(folder, os.O_RDONLY)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            os.close(handle)
            if isinstance(error, BlockingIOError):
                raise Busy(str(folder)) from None
            raise
    try:
        yield
    finally:
        os.close(handle)


def write_files(folder: Path, files: Iterable[SiteFile]) -> None:
    """Write the files below `folder`; a path that would leave it is a bug, and refused."""
    base = folder.resolve()
    for file in files:
        path = (base / file.path).resolve()
        if not path.is_relative_to(base):
            raise ValueError(f"path leaves the folder: {file.path}")
        path.parent.mkdir(parents=True, exist_ok=True)
        with naming(path):
            if isinstance(file.content, bytes):
                path.write_bytes(file.content)
            else:
                shutil.copyfile(file.content, path)
