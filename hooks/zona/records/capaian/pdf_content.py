"""What a PDF holds beside its pages: what runs, sends, hides or plays; whether it is signed; who made it.

Every object that the file's root leads to is looked at once. A reader of the site trusts a download of a government office:
such a file only shows.
"""

import io
import logging
from collections.abc import Iterator
from typing import Any, TypeAlias

from pypdf import PdfReader, PdfWriter
from pypdf.errors import DependencyError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject

from zona.problems import Fault

# Any: pypdf's types leave open what kind of object a place of a file holds.
PdfObject: TypeAlias = Any

# How pypdf mended a sloppy file is of no use to the office, and would stand between the problems.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)

MOST = 200_000  # objects; a scanned book has some thousands

_PRINT = "cetak ulang ke PDF (Cetak → Simpan sebagai PDF), lalu pakai hasilnya"
SANDI = Fault("berkas dikunci dengan kata sandi", "simpan ulang tanpa kata sandi")
KOSONG = Fault("PDF tidak berisi halaman", "simpan atau pindai ulang dokumennya, lalu ganti berkas ini")
SKRIP = Fault("PDF berisi skrip atau perintah yang berjalan sendiri", _PRINT)
KIRIM = Fault("PDF berisi formulir yang mengirim data", _PRINT)
LAMPIRAN = Fault("PDF membawa berkas lain di dalamnya", _PRINT)
MEDIA = Fault("PDF memutar suara, video, atau benda 3D", _PRINT)
KE_LUAR = Fault("PDF membuka berkas atau program di luar dirinya", _PRINT)
LAPISAN = Fault("PDF berisi lapisan tersembunyi", _PRINT)
CAMPURAN = Fault("isi PDF bercampur dengan kode halaman web", _PRINT)
RUMIT = Fault("isi PDF terlalu banyak untuk diperiksa", "bagi menjadi beberapa dokumen, atau " + _PRINT)

# By the name of an action, and by the kind of a mark on a page.
_ACTIONS = {
    "/JavaScript": SKRIP, "/Launch": SKRIP, "/SubmitForm": KIRIM, "/ImportData": KIRIM, "/GoToR": KE_LUAR, "/GoToE": LAMPIRAN,
    "/Rendition": MEDIA, "/Movie": MEDIA, "/Sound": MEDIA, "/RichMediaExecute": MEDIA, "/GoTo3DView": MEDIA,
}  # fmt: skip
_MARKS = {"/FileAttachment": LAMPIRAN, "/RichMedia": MEDIA, "/Movie": MEDIA, "/Sound": MEDIA, "/Screen": MEDIA, "/3D": MEDIA}
_KEYS = {
    "/JS": SKRIP, "/JavaScript": SKRIP, "/XFA": SKRIP, "/EmbeddedFiles": LAMPIRAN, "/EF": LAMPIRAN, "/RichMediaContent": MEDIA,
}  # fmt: skip
# What may happen by itself when a document is opened: nothing but showing a place in it.
_BY_ITSELF = ("/GoTo", "/Named")
_WEB = ("http://", "https://", "mailto:", "tel:")
_PRODUCED = {"/Author": "penulis", "/Creator": "aplikasi", "/Producer": "pembuat PDF", "/Title": "judul berkas",
             "/Subject": "perihal", "/Keywords": "kata kunci", "/Company": "instansi", "/Manager": "atasan"}  # fmt: skip


def opened(raw: bytes) -> PdfReader | Fault:
    """A PDF that only shows its pages, from its bytes; else why it does more. Raises what pypdf raises for a broken one."""
    try:
        reader = PdfReader(io.BytesIO(raw))
        return _more_than_shown(reader, raw) or reader
    except DependencyError:  # a cipher that we have no library for
        return SANDI


def _more_than_shown(reader: PdfReader, raw: bytes) -> Fault | None:
    if reader.is_encrypted:
        return SANDI
    if len(reader.pages) == 0:
        return KOSONG
    if any(word in raw.lower() for word in (b"<script", b"<html", b"<!doctype html")):
        return CAMPURAN
    for number, item in enumerate(objects_of(reader)):
        if number > MOST:
            return RUMIT
        if isinstance(item, DictionaryObject) and (fault := _fault(item)):
            return fault
    return None


def objects_of(reader: PdfReader) -> Iterator[PdfObject]:
    """Every object below the file's root and its pages, each once."""
    pending: list[PdfObject] = [reader.trailer]
    seen = set[tuple[int, int]]()
    while pending:
        item = pending.pop()
        if isinstance(item, IndirectObject):
            if (item.idnum, item.generation) in seen:
                continue
            seen.add((item.idnum, item.generation))
            item = item.get_object()
        yield item
        if isinstance(item, DictionaryObject):
            pending += item.values()
        elif isinstance(item, ArrayObject):
            pending += item


def _fault(item: DictionaryObject) -> Fault | None:
    for key, fault in _KEYS.items():
        if key in item:
            return fault
    if found := _ACTIONS.get(str(_resolved(item.get("/S")))) or _MARKS.get(str(_resolved(item.get("/Subtype")))):
        return found
    if "/URI" in item and isinstance(address := _resolved(item["/URI"]), str | bytes):
        text = address.decode("latin-1") if isinstance(address, bytes) else address
        if not text.strip().lower().startswith(_WEB):
            return KE_LUAR
    if isinstance(item, StreamObject) and not isinstance(_resolved(item.get("/F", 0)), int):
        return KE_LUAR  # the content of this part lies in another file
    if _by_itself(item):
        return SKRIP
    layers = _resolved(item.get("/OCProperties"))
    shown = _resolved(layers.get("/D")) if isinstance(layers, DictionaryObject) else None
    if isinstance(shown, DictionaryObject) and (_resolved(shown.get("/OFF")) or _resolved(shown.get("/BaseState")) == "/OFF"):
        return LAPISAN
    return None


def _by_itself(item: DictionaryObject) -> bool:
    """Whether opening, closing or printing does more than show a place of the document."""
    events = _resolved(item.get("/AA"))
    actions = [item.get("/OpenAction"), *(events.values() if isinstance(events, DictionaryObject) else ())]
    found = [action for action in map(_resolved, actions) if isinstance(action, DictionaryObject)]
    return any(str(_resolved(action.get("/S"))) not in _BY_ITSELF for action in found)


def _resolved(value: PdfObject) -> PdfObject:
    """What an indirect object stands for."""
    return value.get_object() if isinstance(value, IndirectObject) else value


def is_signed(reader: PdfReader) -> bool:
    """Whether the file has an electronic signature: it breaks with any other byte."""
    return any(isinstance(item, DictionaryObject) and "/ByteRange" in item for item in objects_of(reader))


def produced_by(reader: PdfReader) -> dict[str, str]:
    """What the file says of who made it: `penulis` → the name, and so on. Empty where it says nothing."""
    info: dict[str, Any] = dict(reader.metadata or {})
    found = {word: str(info[key]).strip() for key, word in _PRODUCED.items() if str(info.get(key) or "").strip()}
    parts = [item for item in objects_of(reader) if isinstance(item, DictionaryObject)]
    if any("/Metadata" in item or "/PieceInfo" in item for item in parts):
        found["keterangan lain"] = "XMP"
    if any("/T" in item and item.get("/Subtype") not in (None, "/Widget") for item in parts):
        found["penulis komentar"] = "ada"
    return found


def without_maker(reader: PdfReader) -> bytes:
    """The document without what `produced_by` finds."""
    for item in [item for item in objects_of(reader) if isinstance(item, DictionaryObject)]:
        for key in ("/Metadata", "/PieceInfo", "/LastModified"):
            item.pop(key, None)
        if item.get("/Subtype") not in (None, "/Widget"):
            item.pop("/T", None)
    writer = PdfWriter(clone_from=reader)  # copies only what the pages still lead to
    writer.metadata = None
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()
