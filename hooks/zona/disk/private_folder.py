"""The folder beside an office's data for what is this computer's alone: drafts, and the lock that lets one program write."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from zona.problems import NotTaken

NAME = ".zi-meja"
WAIT = 20.0  # seconds: the longest work, a table of a year, takes less


def private_folder(data: Path) -> Path:
    """The folder, made if it is not there: readable by nobody else, and kept out of git by a file of its own."""
    folder = data.resolve().parent / NAME
    folder.mkdir(mode=0o700, exist_ok=True)
    if folder.stat().st_mode & 0o077:  # it was copied from elsewhere
        with suppress(OSError):
            folder.chmod(0o700)
    ignored = folder / ".gitignore"
    if not (ignored.exists() and ignored.read_text(encoding="utf-8")):  # empty: the disk was full
        ignored.write_text("*\n", encoding="utf-8")
    return folder


@contextmanager
def alone(data: Path, wait: float = WAIT) -> Iterator[None]:
    """While it lasts, no other program of ours writes to these data; waits for one that does, `wait` seconds at most. Raises
    `NotTaken`."""
    try:
        with FileLock(private_folder(data) / "kunci", timeout=wait):
            yield
    except Timeout:
        raise NotTaken("program lain sedang menulis ke data ini; tunggu sampai selesai, lalu ulangi") from None


@contextmanager
def only_desk(data: Path) -> Iterator[Path | str]:
    """While it lasts, this is the only desk for these data: the file that its address is to be written into, which nobody else
    may read. Where another desk is open: that one's address."""
    folder = private_folder(data)
    note = folder / "alamat"
    lock = FileLock(folder / "meja", timeout=0)
    try:
        with lock:
            note.unlink(missing_ok=True)
            note.touch(mode=0o600)
            try:
                yield note
            finally:
                note.unlink(missing_ok=True)
    except Timeout:
        yield note.read_text(encoding="utf-8") if note.exists() else ""
