"""What the operating system refuses, in plain Indonesian."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from zona.problems import Fault

# Windows: another program has the file open, or a part of it locked.
_IN_USE = (32, 33)
_WHY = {
    errno.ENOSPC: "disk penuh",
    errno.EDQUOT: "jatah disk habis",
    errno.EFBIG: "berkasnya melampaui batas ukuran di sistem ini",
    errno.EACCES: "tidak ada izin",
    errno.EPERM: "tidak ada izin, atau disk ini tidak bisa menyimpan dengan aman (salin proyek ke disk lain)",
    errno.EROFS: "disk hanya bisa dibaca",
    errno.EBUSY: "sedang dipakai: folder ini disk tersendiri (mount), atau berkasnya terbuka di program lain",
    errno.EEXIST: "nama itu sudah atau baru saja dipakai berkas lain",
    errno.ENOTEMPTY: "folder itu baru saja diisi perintah lain; ulangi",
    errno.ENOENT: "tidak ada",
    errno.ENOTDIR: "itu berkas, padahal harus folder",
    errno.EISDIR: "itu folder, padahal harus berkas",
    errno.ELOOP: "tautannya menuju ke dirinya sendiri",
    errno.ENAMETOOLONG: "namanya terlalu panjang",
    errno.EIO: "disk rusak atau terputus",
    errno.EMFILE: "terlalu banyak berkas terbuka",
    errno.ENFILE: "terlalu banyak berkas terbuka",
    errno.EADDRINUSE: "sedang dipakai program lain",
}


@contextmanager
def naming(path: Path) -> Iterator[None]:
    """An `OSError` that says nothing of a file, as that of a full disk, is raised with this path."""
    try:
        yield
    except OSError as error:
        if error.filename is None:
            error.filename = str(path)
        raise


def unreadable(what: str, error: Exception) -> Fault:
    """What is wrong with a file or folder that can't be read, and what to do."""
    return Fault(f"{what} tidak bisa dibaca: {why(error)}", "salin ulang ke sini, bukan sebagai tautan, dengan izin baca")


def why(error: Exception) -> str:
    """Why the system refused: an `OSError`, or the `RuntimeError` of `Path.resolve` for a link to itself, up to Python 3.12."""
    if not isinstance(error, OSError):
        return _WHY[errno.ELOOP]
    if getattr(error, "winerror", None) in _IN_USE:
        return "sedang terbuka di program lain"
    number = error.errno or 0
    return _WHY.get(number, f"sistem menolak ({errno.errorcode.get(number, 'sebab tidak dikenal')})")
