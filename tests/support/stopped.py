"""Work that is killed, asked to end, or refused by the system at any of its changes on disk."""

from __future__ import annotations

import errno
import gc
import itertools
import os
import signal
import stat
import sys
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path

CHANGES = ("os.link", "os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.symlink")
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT
PERHAPS_MANY = 200


def stopped(work: Callable[[], int], folder: Path, number: int, how: str) -> int:
    """The exit code of `work`, done in a fork of this process. Just before its change `number` (from 0) below `folder` it is
    met by `how`: the name of a signal, which may be `SIGKILL`, or of an error of the system; a negative code is a signal."""

    def met() -> int:
        _stop_at(folder, number, how)
        return work()

    return _in_a_fork(met)


def numbers(work: Callable[[], int], folder: Path) -> int:
    """How many changes below `folder` a run makes that goes well."""

    def counted() -> int:
        met = _stop_at(folder, -1, "")
        assert work() == 0
        return next(met)

    found = _in_a_fork(counted)
    assert found <= PERHAPS_MANY, found
    return found


def _in_a_fork(work: Callable[[], int]) -> int:
    """The exit code of what is done in a fork of this process."""
    child = os.fork()
    if child == 0:
        code = 255
        gc.disable()  # it ends soon, and looking for garbage would copy the memory of this process
        try:
            code = work()
        except KeyboardInterrupt:
            code = 130
        except OSError:
            code = 1
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _stop_at(folder: Path, number: int, how: str) -> Iterator[int]:
    """Watch this process's changes of names, its files opened to be written, and what it has written down to the disk; counts
    them."""
    count, sync = itertools.count(), os.fsync

    def meet(path: object) -> None:
        if how.startswith("SIG"):
            os.kill(os.getpid(), getattr(signal, how))
        else:
            raise OSError(getattr(errno, how), "refused", path)

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        written = event == "open" and isinstance(arguments[2], int) and arguments[2] & WRITES
        if not (event in CHANGES or written) or isinstance(arguments[0], int):
            return
        if os.fsdecode(arguments[0]).startswith(str(folder)) and next(count) == number:  # type: ignore[arg-type]
            meet(arguments[0])

    def half_sync(handle: int) -> None:
        if next(count) == number:
            if how == "SIGKILL" and stat.S_ISREG(os.fstat(handle).st_mode):
                os.ftruncate(handle, os.fstat(handle).st_size // 2)
            meet(None)
        sync(handle)

    sys.addaudithook(watch)
    os.fsync = half_sync
    return count
