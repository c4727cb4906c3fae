"""A year's evidence folder in; its files and what is wrong with them out.

Here it is only asked whether a file is what its name says, opens, and carries nothing that runs. Which record cites a file,
and how the file is published, must never be known here.
"""

from __future__ import annotations

import hashlib
import logging
import re
import warnings
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from zona.cache import keep, kept
from zona.problems import Fault, Problem
from zona.records.capaian.capaian import BENTUK_BUKTI, GAMBAR, name_fault
from zona.records.reading.file_reader import LEFT_BY_DESKTOPS
from zona.records.reading.personal_data import find_personal_data
from zona.refusal import unreadable

MAX_BYTES = 10_000_000
MAX_PIXELS = 60_000_000
# Raise it when `opens` becomes stricter: what was found good before is then opened again.
PEMERIKSAAN = 1
# What an archive may grow to when unpacked: ten megabytes can hide terabytes.
MAX_UNPACKED = 300_000_000

_SIGNATURES = {"pdf": rb"%PDF-", "jpg": rb"\xFF\xD8\xFF", "png": rb"\x89PNG\r\n\x1A\n", "webp": rb"RIFF.{4}WEBP"}
_MEMBERS = {"xlsx": "xl/workbook.xml", "docx": "word/document.xml"}
_ARCHIVES = ("ods", *_MEMBERS)
_ODS = b"application/vnd.oasis.opendocument.spreadsheet"
_RUNS = ("/JavaScript", "/Launch")

_LUAR = Fault("berkas menunjuk ke luar folder data", "simpan berkasnya sendiri di sini, bukan tautan")
_FOLDER = Fault("folder tidak boleh ada di dalam folder bukti", "pindahkan isinya ke luar, hapus foldernya")
_BUKAN_BERKAS = Fault("ini bukan berkas biasa", "simpan berkasnya sendiri di sini")
_RUSAK = Fault(
    "berkas tidak dapat dibuka", "buka di komputer Anda; bila rusak, simpan atau pindai ulang, lalu ganti berkas ini"
)
_BESAR = Fault(f"gambar lebih dari {MAX_PIXELS // 1_000_000} megapiksel", "perkecil gambarnya, lalu ganti berkas ini")
_GEMBUNG = Fault("isi berkas mengembang terlalu besar saat dibuka", "simpan ulang isinya sebagai PDF, lalu ganti berkas ini")
_SANDI = Fault("berkas dikunci dengan kata sandi", "simpan ulang tanpa kata sandi")
_KOSONG = Fault("PDF tidak berisi halaman", "simpan atau pindai ulang dokumennya, lalu ganti berkas ini")
_SKRIP = Fault("PDF berisi skrip atau perintah yang berjalan sendiri", "cetak ulang ke PDF, lalu ganti berkas ini")
_MAKRO = Fault("berkas berisi makro", "simpan ulang tanpa makro, atau sebagai PDF")


@dataclass(frozen=True)
class BerkasBukti:
    """One evidence file: `path` on disk, `ukuran` in bytes, `sha256` in hex (empty for a file that can't be read)."""

    nama: str
    path: Path
    ukuran: int
    sha256: str


def read_evidence(folder: Path, *, root: Path, cache: Path | None = None) -> tuple[dict[str, BerkasBukti], list[Problem[str]]]:
    """Every file of a year's evidence by its name, and the problems by file name.

    A broken file is returned too: a record that names it is not to blame. `cache` is a folder that keeps which contents
    were found good, so that a rebuild need not open them all again.
    """
    files: dict[str, BerkasBukti] = {}
    problems: list[Problem[str]] = []
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if LEFT_BY_DESKTOPS.fullmatch(path.name):
            continue
        item, fault = _read(path, root)
        if fault is not _FOLDER:
            files[item.nama] = item
        problems += (Problem(item.nama, *each) for each in ([fault] if fault else _faults(item, cache)))
    return files, problems


def _read(path: Path, root: Path) -> tuple[BerkasBukti, Fault | None]:
    """The file and, when it can't be read, why: a link to nothing, a device, a file without permission. What lies outside the
    data folder is never read, not even for its size."""
    unread = BerkasBukti(path.name, path, 0, "")
    try:
        if not path.resolve().is_relative_to(root.resolve()):
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


def _faults(item: BerkasBukti, cache: Path | None) -> Iterator[Fault]:
    akhiran = item.nama.rpartition(".")[2]
    if fault := name_fault(item.nama):
        yield fault
    yield from (Fault(f"nama berkas: {masalah}", "ganti nama berkasnya") for masalah in find_personal_data(item.nama))
    if item.ukuran == 0:
        yield Fault("berkas kosong", "ganti dengan berkas yang berisi, atau hapus")
    elif item.ukuran > MAX_BYTES:
        size = f"{item.ukuran / 1_000_000:.1f}".replace(".", ",")
        masalah = f"ukuran berkas {size} MB, lebih dari {MAX_BYTES // 1_000_000} MB"
        yield Fault(masalah, "perkecil gambarnya, atau bagi dokumennya")
    elif akhiran in BENTUK_BUKTI:
        yield from _content_faults(item, akhiran, cache)


def _content_faults(item: BerkasBukti, akhiran: str, cache: Path | None) -> Iterator[Fault]:
    key = f"bukti baik {PEMERIKSAAN} {item.sha256}.{akhiran}"
    if kept(cache, key) is not None:
        return
    kind = _kind(item.path, akhiran)
    if kind is None:
        yield Fault(f"isi berkas bukan {BENTUK_BUKTI[akhiran]}", "simpan ulang dari aplikasinya dalam bentuk itu")
    elif BENTUK_BUKTI[kind] != BENTUK_BUKTI[akhiran]:
        yield Fault(f"isi berkas {BENTUK_BUKTI[kind]}, bukan {BENTUK_BUKTI[akhiran]}", f"ganti akhiran namanya menjadi .{kind}")
    elif fault := opens(item.path, akhiran):
        yield fault
    else:
        keep(cache, key, b"")


def _kind(path: Path, akhiran: str) -> str | None:
    """The ending that fits the content, or None. An archive too broken to tell passes as its name says: `opens` blames it."""
    with path.open("rb") as stream:
        head = stream.read(16)
    for kind, signature in _SIGNATURES.items():
        if re.match(signature, head, re.DOTALL):
            return kind
    if not head.startswith(b"PK\x03\x04"):
        return None
    try:
        return _kind_of_archive(path)
    except Exception:  # as in `opens`
        return akhiran if akhiran in _ARCHIVES else None


def _kind_of_archive(path: Path) -> str | None:
    with zipfile.ZipFile(path) as archive:
        names = set(archive.namelist())
        if "mimetype" in names:
            with archive.open("mimetype") as stream:
                if stream.read(len(_ODS) + 1).strip() == _ODS:
                    return "ods"
        return next((kind for kind, member in _MEMBERS.items() if member in names), None)


def opens(path: Path, akhiran: str) -> Fault | None:
    """Why a file of this ending can't be taken, or None when it opens and carries nothing that runs."""
    check = _open_picture if akhiran in GAMBAR else _open_pdf if akhiran == "pdf" else _open_archive
    try:
        return check(path)
    except Exception:  # the file is a stranger's: its readers fail in every way there is, and each means the same to its giver
        return _RUSAK


def _open_picture(path: Path) -> Fault | None:
    # Pillow only here: a build without evidence must not pay for its import.
    from PIL import Image

    with warnings.catch_warnings():
        # Our own limit is the lower one, and damaged EXIF is not published: Pillow's warnings only stand between the problems.
        warnings.simplefilter("ignore")
        try:
            with Image.open(path, formats=("JPEG", "PNG", "WEBP")) as image:
                if image.width * image.height > MAX_PIXELS:
                    return _BESAR
                image.verify()
            # Verifying uses an image up: it must be opened again to be decoded.
            with Image.open(path, formats=("JPEG", "PNG", "WEBP")) as image:
                image.load()
        except Image.DecompressionBombError:
            return _BESAR
    return None


def _open_pdf(path: Path) -> Fault | None:
    # pypdf only here: a build without evidence must not pay for its import.
    from pypdf import PdfReader
    from pypdf.errors import DependencyError

    # How pypdf mended a sloppy file is of no use to the office, and would stand between the problems.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        with PdfReader(path) as reader:
            if reader.is_encrypted:
                return _SANDI
            if len(reader.pages) == 0:
                return _KOSONG
            return _SKRIP if _runs(reader.root_object) else None
    except DependencyError:  # a cipher that we have no library for
        return _SANDI


# Any, here and below: pypdf's types leave open what kind of object a place of a file holds.
def _runs(catalog: Any) -> bool:
    """Whether a PDF's catalog lets something run when the document is opened, printed or closed."""
    names = _resolved(catalog.get("/Names"))
    if isinstance(names, dict) and "/JavaScript" in names:
        return True
    events = _resolved(catalog.get("/AA"))
    pending = [catalog.get("/OpenAction"), *(events.values() if isinstance(events, dict) else ())]
    seen: dict[int, Any] = {}  # holds the objects: the number of one that is gone may be given to another
    while pending:
        action = _resolved(pending.pop())
        if id(action) in seen:  # actions may follow each other in a ring
            continue
        seen[id(action)] = action
        if isinstance(action, dict):
            if _resolved(action.get("/S")) in _RUNS:
                return True
            pending.append(action.get("/Next"))
        elif isinstance(action, list):
            pending += action
    return False


def _resolved(value: Any) -> Any:
    """What an indirect PDF object stands for."""
    return value.get_object() if hasattr(value, "get_object") else value


def _open_archive(path: Path) -> Fault | None:
    with zipfile.ZipFile(path) as archive:
        members = archive.infolist()
        if any(member.flag_bits & 1 for member in members):
            return _SANDI
        if any(member.filename.lower().endswith("vbaproject.bin") for member in members):
            return _MAKRO
        if sum(member.file_size for member in members) > MAX_UNPACKED:
            return _GEMBUNG
        return _RUSAK if archive.testzip() else None
