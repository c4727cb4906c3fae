"""Changes on disk that all happen or none: a row of operations, performed in order, and undone in reverse when one fails.

Signals only ask to stop, and are heard in `step`, between two operations. A new file is written beside its place under a
hidden name and then linked to its own name, which fails where that name is taken. Nothing can undo after a SIGKILL or a
power cut: what such a run leaves is for the caller's plan to make harmless.
"""

from __future__ import annotations

import os
import shutil
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from zona.refusal import naming

_stop = threading.Event()


class NotUndone(Exception):
    """Something that was written could not be taken away again: `paths`."""

    def __init__(self, paths: Sequence[Path]) -> None:
        self.paths = tuple(paths)
        super().__init__(", ".join(map(str, paths)))


def step(name: str) -> None:  # noqa: ARG001 – tests stop the work at a step by its name
    """Called between any two changes on disk: the one place where the work can be stopped."""
    if _stop.is_set():
        raise KeyboardInterrupt


@dataclass
class MakeFolder:
    """Make a folder whose parent is there; undone only where it was made here and is empty."""

    path: Path
    made: bool = False

    def do(self) -> None:
        """Make it, unless it is there."""
        with suppress(FileExistsError):
            self.path.mkdir()
            self.made = True

    def undo(self) -> None:
        """Remove it where it was made here; one that holds something by now stays."""
        with suppress(OSError):
            if self.made:
                self.path.rmdir()


@dataclass
class Write:
    """Write a new file, down to the disk."""

    path: Path
    content: bytes
    identity: tuple[int, int] | None = None

    def do(self) -> None:
        """Write it all and have it on disk. Raises `FileExistsError` where the name is taken."""
        with naming(self.path), self.path.open("xb") as stream:
            self.identity = identity_of(self.path)
            stream.write(self.content)
            step(f"{self} setengah")
            stream.flush()
            os.fsync(stream.fileno())

    def undo(self) -> None:
        """Remove it, written or half written."""
        self.path.unlink(missing_ok=True)

    def __str__(self) -> str:
        return f"Write {self.path.name}"


@dataclass
class Link:
    """Give a written file its own name. Fails where that name is taken; undone only where the name leads to that file."""

    source: Write
    path: Path

    def do(self) -> None:
        """Add the name. Raises `FileExistsError` where it is taken."""
        self.path.hardlink_to(self.source.path)
        sync_folder(self.path.parent)

    def undo(self) -> None:
        """Remove the name, unless it leads to someone else's file."""
        if self.source.identity and identity_of(self.path) == self.source.identity:
            self.path.unlink()


@dataclass
class Keep:
    """Keep an existing file under a second name."""

    path: Path
    second: Path

    def do(self) -> None:
        """Add the second name."""
        self.second.hardlink_to(self.path)

    def undo(self) -> None:
        """Remove the second name; the first is not touched."""
        self.second.unlink(missing_ok=True)


@dataclass
class Replace:
    """Put a written file in the place of one that is kept; undone by putting the kept one back."""

    source: Write
    kept: Keep

    @property
    def path(self) -> Path:
        """The file that is replaced."""
        return self.kept.path

    def do(self) -> None:
        """Take over its rights and its name in one step."""
        shutil.copymode(self.path, self.source.path)
        self.source.path.replace(self.path)
        sync_folder(self.path.parent)

    def undo(self) -> None:
        """Put the kept file back, unless something else has the name by now."""
        if self.source.identity and identity_of(self.path) == self.source.identity:
            self.kept.second.replace(self.path)


@dataclass
class Forget:
    """Remove a hidden name that has served. The last one of a plan is the point of no return."""

    path: Path

    def do(self) -> None:
        """Remove it."""
        self.path.unlink(missing_ok=True)

    def undo(self) -> None:
        """What it removed is hidden, or the plan was finished."""


@dataclass
class Check:
    """Look at the result; whatever `check` raises undoes everything."""

    path: Path
    check: Callable[[], object]

    def do(self) -> None:
        """Call the check; the operations so far are undone when it raises."""
        self.check()

    def undo(self) -> None:
        """Looking changes nothing."""


Operation = MakeFolder | Write | Link | Keep | Replace | Forget | Check


def identity_of(path: Path) -> tuple[int, int] | None:
    """Which file on which disk a name leads to; None where it leads nowhere."""
    try:
        stat = path.stat()
    except FileNotFoundError:
        return None
    return stat.st_dev, stat.st_ino


def sync_folder(folder: Path) -> None:
    """Have a folder's names on disk, on systems that can be asked for it."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def perform(operations: Sequence[Operation]) -> None:
    """Do them all, or leave everything as it was and raise what stopped it."""
    done: list[Operation] = []
    with signals_wait():
        try:
            for operation in operations:
                step(f"{type(operation).__name__} {operation.path.name}")
                done.append(operation)  # before it is done: it may break half-way
                operation.do()
        except BaseException:
            undo(done)
            raise


def undo(done: Sequence[Operation]) -> None:
    """Undo in reverse, as much as can be; raises `NotUndone` with what could not."""
    stuck = []
    for operation in reversed(done):
        try:
            operation.undo()
        except OSError:
            stuck.append(operation.path)
    if stuck:
        raise NotUndone(stuck)


@contextmanager
def signals_wait() -> Iterator[None]:
    """While it lasts, a signal to end only raises a flag for `step`, so that no operation and no undoing is cut in two."""
    _stop.clear()
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    kinds = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = {kind: signal.getsignal(kind) for kind in kinds}
    try:
        for kind in kinds:
            if before[kind] is not signal.SIG_IGN:
                signal.signal(kind, lambda *_: _stop.set())
        yield
    finally:
        for kind, handler in before.items():
            signal.signal(kind, handler or signal.SIG_DFL)
