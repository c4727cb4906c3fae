"""New files that are on disk wholly or not at all, never in place of another, and taken away again when the work fails."""

import errno
import os
import shutil
import signal
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from zona.refusal import naming


class NotUndone(Exception):
    """Something that was written could not be taken away again; the message names it."""


class Changed(Exception):
    """Somebody changed a file while the work went on: its path."""


@contextmanager
def taking_back() -> Iterator[list[Path]]:
    """A list for the files and folders that the work makes. When it fails, they are removed, the latest first; a folder that
    holds something of others stays. Raises what the work raised, or `NotUndone`."""
    made: list[Path] = []
    try:
        yield made
    except BaseException:
        if stuck := [path for path in reversed(made) if not _removed(path)]:
            raise NotUndone(", ".join(map(str, stuck))) from None
        raise


def _removed(path: Path) -> bool:
    folder = path.is_dir()
    try:
        path.rmdir() if folder else path.unlink(missing_ok=True)
    except OSError:
        return folder
    return True


def make_folder(path: Path, made: list[Path]) -> None:
    """Make a folder, unless it is there."""
    with suppress(FileExistsError):
        path.mkdir()
        made.append(path)


def create(path: Path, content: bytes, made: list[Path]) -> Path:
    """Write a new file, down to the disk; its path. Raises `FileExistsError` where the name is taken."""
    with naming(path), path.open("xb") as stream:
        made.append(path)
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
    return path


def put_in_place(written: Path, path: Path, made: list[Path]) -> None:
    """Give a written file its own name, in one step. Raises `FileExistsError` where that name is taken."""
    try:
        path.hardlink_to(written)
    except FileExistsError:
        raise
    except OSError:  # no hard links: exFAT, Google Drive, some network shares
        if path.exists():
            raise FileExistsError(errno.EEXIST, "exists", str(path)) from None
        written.rename(path)
    made.append(path)
    written.unlink(missing_ok=True)
    sync_folder(path.parent)


Contents = bytes | None  # None: no such file


def replace_all(
    changes: Mapping[Path, tuple[Contents, Contents]],
    hidden: Callable[[Path], Path],
    check: Callable[[], object] = lambda: None,
) -> None:
    """Give files other contents (what each has, what it gets; None: no such file) and have the result checked: all, or none
    where any of it fails. `hidden` names a new file beside one, that a later run tidies away. Raises `Changed` where one is no
    longer what it was."""
    with signals_wait() as stop_if_asked, taking_back() as made:
        new = {path: create(hidden(path), content, made) for path, (_, content) in changes.items() if content is not None}
        old = {path: create(hidden(path), content, made) for path, (content, _) in changes.items() if content is not None}
        for path, kept in old.items():
            for copy in (kept, new.get(path, kept)):
                shutil.copymode(path, copy)
        stop_if_asked()
        done: list[Path] = []
        try:
            # What goes away goes last: a run that is killed leaves everything under one name or under two.
            for path in sorted(changes, key=lambda path: changes[path][1] is None):
                if (path.read_bytes() if path.exists() else None) != changes[path][0]:
                    raise Changed(path)
                _put(new.get(path), path)
                done.append(path)
            for folder in {path.parent for path in changes}:
                sync_folder(folder)
            check()
            stop_if_asked()
        except BaseException:
            _put_back(done, old)
            raise
        for path in old.values():
            with suppress(OSError):  # hidden: the next run removes it
                path.unlink()


def _put_back(done: list[Path], old: Mapping[Path, Path]) -> None:
    """Give files what they had. Raises `NotUndone` with those that could not be given it, when the others have it."""
    stuck = []
    for path in reversed(done):
        try:
            _put(old.get(path), path)
        except OSError:
            stuck.append(path)
    if stuck:
        raise NotUndone(", ".join(map(str, stuck))) from None


def _put(written: Path | None, path: Path) -> None:
    """Let what was written take the place of a file; nothing: remove it."""
    if written:
        written.replace(path)
    else:
        path.unlink()


def sync_folder(folder: Path) -> None:
    """Have a folder's names on disk, on systems that can be asked for it."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextmanager
def signals_wait() -> Iterator[Callable[[], None]]:
    """While it lasts, Ctrl+C and other requests to end are only noted: they raise `KeyboardInterrupt` where the function that
    this gives is called, and end nothing after its last call."""
    asked: list[int] = []

    def stop_if_asked() -> None:
        if asked:
            raise KeyboardInterrupt

    before = {}
    try:
        if threading.current_thread() is threading.main_thread():
            for kind in [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]:
                if signal.getsignal(kind) is not signal.SIG_IGN:
                    before[kind] = signal.signal(kind, lambda number, _: asked.append(number))
        yield stop_if_asked
    finally:
        for kind, handler in before.items():
            signal.signal(kind, handler or signal.SIG_DFL)
