"""A year's evidence folder in; its files and what is wrong with them out. Here it is only asked whether a file is what its name
says, opens, and carries nothing that runs. Which record cites it, and how it is published, must never be known here."""

import hashlib
import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from zona.cache import keep, kept
from zona.problems import Fault, Problem
from zona.records.capaian.capaian import BENTUK_BUKTI, GAMBAR, name_fault
from zona.records.capaian.picture_content import parts_beside
from zona.records.reading.file_reader import LEFT_BY_DESKTOPS
from zona.records.reading.links import leads_out
from zona.records.reading.personal_data import find_personal_data
from zona.refusal import unreadable

MAX_BYTES = 10_000_000
MAX_PIXELS = 60_000_000
# Raise it when `look_into` becomes stricter: what was found good before is then opened again.
PEMERIKSAAN = 5
PICTURES = ("JPEG", "PNG", "WEBP")  # as Pillow calls them

_SIGNATURES = {"pdf": rb"%PDF-", "jpg": rb"\xFF\xD8\xFF", "png": rb"\x89PNG\r\n\x1A\n", "webp": rb"RIFF.{4}WEBP"}

_LUAR = Fault("berkas menunjuk ke luar folder data", "simpan berkasnya sendiri di sini, bukan tautan")
_FOLDER = Fault("folder tidak boleh ada di dalam folder bukti", "pindahkan isinya ke luar, hapus foldernya")
_BUKAN_BERKAS = Fault("ini bukan berkas biasa", "simpan berkasnya sendiri di sini")
_RUSAK = Fault("berkas tidak bisa dibuka", "buka di komputer Anda; bila rusak, simpan atau pindai ulang, lalu ganti berkas ini")
_BESAR = Fault(f"gambar lebih dari {MAX_PIXELS // 1_000_000} megapiksel", "perkecil gambarnya, lalu ganti berkas ini")
CLEANED_BY = "jalankan zi.py perbarui-data, yang membersihkannya; bukti baru sebaiknya masuk lewat zi.py catat"
_MEMBAWA = Fault("foto membawa keterangan tersembunyi (tempat, waktu, atau kameranya)", CLEANED_BY)


@dataclass(frozen=True)
class BerkasBukti:
    """One evidence file: `path` on disk, `ukuran` in bytes, `sha256` in hex (empty for a file that can't be read), the pages of
    a good PDF in `jumlah_halaman`."""

    nama: str
    path: Path
    ukuran: int
    sha256: str
    jumlah_halaman: int | None = None


def read_evidence(folder: Path, *, root: Path, cache: Path | None = None) -> tuple[dict[str, BerkasBukti], list[Problem[str]]]:
    """Every file of a year's evidence by its name, and the problems by file name.

    A broken file is returned too: a record that names it is not to blame. `cache` is a folder that keeps which contents
    were found good, and how many pages they have, so that a rebuild need not open them all again.
    """
    files: dict[str, BerkasBukti] = {}
    problems: list[Problem[str]] = []
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if LEFT_BY_DESKTOPS.fullmatch(path.name):
            continue
        item, fault = _read(path, root)
        faults, pages = ([fault], 0) if fault else _checked(item, cache)
        if fault is not _FOLDER:
            files[item.nama] = replace(item, jumlah_halaman=pages or None)
        problems += (Problem(item.nama, *each) for each in faults)
    return files, problems


def _read(path: Path, root: Path) -> tuple[BerkasBukti, Fault | None]:
    """The file and, when it can't be read, why: a link to nothing, a device, a file without permission. What lies outside the
    data folder is never read, not even for its size."""
    unread = BerkasBukti(path.name, path, 0, "")
    try:
        if leads_out(path, root):
            return unread, _LUAR
        size = path.stat().st_size
        if path.is_dir():
            return unread, _FOLDER
        if not path.is_file():  # opening a pipe would wait forever
            return unread, _BUKAN_BERKAS
        with path.open("rb") as stream:
            return BerkasBukti(path.name, path, size, hashlib.file_digest(stream, "sha256").hexdigest()), None
    except (OSError, RuntimeError) as error:
        return unread, unreadable("berkas", error)


def _checked(item: BerkasBukti, cache: Path | None) -> tuple[list[Fault], int]:
    """What is wrong with a file, and how many pages it has."""
    faults = list(_name_faults(item.nama))
    found = _content(item, cache)
    return ([*faults, found], 0) if isinstance(found, Fault) else (faults, found)


def _name_faults(nama: str) -> Iterator[Fault]:
    if fault := name_fault(nama):
        yield fault
    yield from (Fault(f"nama berkas: {masalah}", "ganti nama berkasnya") for masalah in find_personal_data(nama))


def _content(item: BerkasBukti, cache: Path | None) -> int | Fault:
    if item.ukuran == 0:
        return Fault("berkas kosong", "ganti dengan berkas yang berisi, atau hapus")
    if item.ukuran > MAX_BYTES:
        size = f"{item.ukuran / 1_000_000:.1f}".replace(".", ",")
        masalah = f"ukuran berkas {size} MB, lebih dari {MAX_BYTES // 1_000_000} MB"
        return Fault(masalah, "perkecil gambarnya, atau bagi dokumennya")
    akhiran = item.nama.rpartition(".")[2]
    return _pages(item, akhiran, cache) if akhiran in BENTUK_BUKTI else 0


def _pages(item: BerkasBukti, akhiran: str, cache: Path | None) -> int | Fault:
    key = f"bukti baik {PEMERIKSAAN} {item.sha256}.{akhiran}"
    known = (kept(cache, key) or b"").decode("ascii", "replace")
    if known.isdecimal():
        return int(known)
    kind = _kind(item.path)
    if kind is None:
        return Fault(f"isi berkas bukan {BENTUK_BUKTI[akhiran]}", "simpan ulang dari aplikasinya dalam bentuk itu")
    if BENTUK_BUKTI[kind] != BENTUK_BUKTI[akhiran]:
        return Fault(
            f"isi berkas {BENTUK_BUKTI[kind]}, bukan {BENTUK_BUKTI[akhiran]}", f"ganti akhiran namanya menjadi .{kind}"
        )
    found = look_into(item.path, akhiran)
    if not isinstance(found, Fault):
        keep(cache, key, str(found).encode())
    return found


def _kind(path: Path) -> str | None:
    """The ending that fits the content, or None."""
    with path.open("rb") as stream:
        head = stream.read(16)
    return next((kind for kind, signature in _SIGNATURES.items() if re.match(signature, head, re.DOTALL)), None)


def opens(path: Path, akhiran: str) -> Fault | None:
    """Why a file of this ending can't be taken, or None when it opens and carries nothing but what it shows."""
    found = look_into(path, akhiran)
    return found if isinstance(found, Fault) else None


def look_into(path: Path, akhiran: str) -> int | Fault:
    """How many pages a good file of this ending has (a picture has 0), or why it can't be taken."""
    try:
        return _open_picture(path) or 0 if akhiran in GAMBAR else _open_pdf(path)
    except Exception:  # the file is a stranger's: its readers fail in every way there is, and each means the same to its giver
        return _RUSAK


def _open_picture(path: Path) -> Fault | None:
    # Pillow only here: a build without evidence must not pay for its import.
    from PIL import Image

    # Our own limit is the lower one, and damaged EXIF is refused anyway: Pillow's warnings only stand between the problems.
    with warnings.catch_warnings(action="ignore"):
        try:
            with Image.open(path, formats=PICTURES) as image:
                if image.width * image.height > MAX_PIXELS:
                    return _BESAR
                image.verify()
            # Verifying uses an image up: it must be opened again to be decoded.
            with Image.open(path, formats=PICTURES) as image:
                image.load()
                return _MEMBAWA if parts_beside(path.read_bytes()) else None
        except Image.DecompressionBombError:
            return _BESAR


def carries_more(path: Path) -> bool:
    """Whether a good file says more than it shows, and can be made fit by taking that out."""
    fault = opens(path, path.suffix[1:].lower())
    return fault is not None and fault.saran == CLEANED_BY


def _open_pdf(path: Path) -> int | Fault:
    # pypdf only there: a build without evidence must not pay for its import.
    from zona.records.capaian.pdf_content import is_signed, opened, produced_by

    found = opened(path.read_bytes())
    if isinstance(found, Fault):
        return found
    told = produced_by(found)
    if not told or is_signed(found):  # a signature holds only for the same bytes
        return len(found.pages)
    return Fault(f"PDF membawa keterangan tersembunyi ({', '.join(told)})", CLEANED_BY)
