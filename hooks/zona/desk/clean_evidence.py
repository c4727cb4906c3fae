"""A file as somebody has it in; evidence that the public may have out. Nothing enters the data before it went through here:
where a photo was taken, by which telephone, and who wrote a document must not get into a public repository."""

import io
import warnings
from dataclasses import dataclass
from typing import Any

from zona.problems import Fault, NotTaken
from zona.records.capaian.bukti import MAX_BYTES, MAX_PIXELS, PICTURES
from zona.records.capaian.capaian import GAMBAR, form_fault
from zona.records.capaian.picture_content import BEHIND, EXIF, only_pixels, parts_beside

HEIC = ("heic", "heif")
SISI = 2048  # pixels: a sheet of signatures can still be read
_RUSAK = Fault("berkas tidak bisa dibuka", "buka di komputer Anda; bila rusak, simpan atau pindai ulang")
_BESAR = Fault(f"gambar lebih dari {MAX_PIXELS // 1_000_000} megapiksel", "perkecil gambarnya")

# The ending and how a picture is saved, by its form.
_SAVED: dict[str, tuple[str, dict[str, Any]]] = {
    "JPEG": ("jpg", {"quality": 82, "progressive": True, "optimize": True}),
    "PNG": ("png", {"optimize": True}),
    "WEBP": ("webp", {"quality": 82, "method": 4}),
}


@dataclass(frozen=True)
class Cleaned:
    """Evidence as it will stand in the data: its bytes and its ending; in words, what was taken out of it (`dibuang`), and what
    else whoever gives it should know (`catatan`)."""

    content: bytes
    akhiran: str
    dibuang: tuple[str, ...] = ()
    catatan: tuple[str, ...] = ()


def clean(content: bytes, akhiran: str) -> Cleaned:
    """The file's bytes without anything that they don't show. `akhiran` is the ending of its name. Raises `NotTaken`."""
    akhiran = akhiran.lower()
    if akhiran not in HEIC and (fault := form_fault(akhiran)):
        raise NotTaken(fault)
    if not content:
        raise NotTaken(Fault("berkas kosong", "pakai berkas yang berisi"))
    try:
        done = _picture(content, akhiran) if akhiran in (*GAMBAR, *HEIC) else _pdf(content)
    except NotTaken:
        raise
    except Exception:  # the file is a stranger's: its readers fail in every way there is
        raise NotTaken(_RUSAK) from None
    if len(done.content) > MAX_BYTES:
        size = f"{len(done.content) / 1_000_000:.1f}".replace(".", ",")
        hint = "cetak ulang ke PDF dengan mutu lebih rendah (150 dpi), atau bagi menjadi beberapa dokumen"
        raise NotTaken(Fault(f"ukuran berkas {size} MB, lebih dari {MAX_BYTES // 1_000_000} MB", hint))
    return done


def _picture(content: bytes, akhiran: str) -> Cleaned:
    """The pixels alone, upright, in sRGB, at most SISI wide and high; HEIC becomes JPEG, which every browser shows."""
    # Pillow only here: whoever gives no picture must not wait for it.
    import pi_heif
    from PIL import Image

    pi_heif.register_heif_opener()
    with warnings.catch_warnings(action="ignore"):
        try:
            with Image.open(io.BytesIO(content), formats=(*PICTURES, "HEIF")) as image:
                form, size = image.format, image.size
                if image.width * image.height > MAX_PIXELS:
                    raise NotTaken(_BESAR)
                carried = _carried(image, content)
                pixels = only_pixels(image, SISI)
        except Image.DecompressionBombError:
            raise NotTaken(_BESAR) from None
    target = io.BytesIO()
    ending, options = _SAVED.get(form or "", _SAVED["JPEG"])
    pixels.save(target, "JPEG" if form == "HEIF" else form, **options)
    notes = [f"diperkecil menjadi {pixels.width} × {pixels.height} piksel"] if max(size) > SISI else []
    notes += [f"disimpan sebagai JPEG, semula {akhiran.upper()}"] if form == "HEIF" else []
    return Cleaned(target.getvalue(), ending, carried, tuple(notes))


# Any: an image of Pillow, which is imported late.
def _carried(image: Any, content: bytes) -> tuple[str, ...]:
    """What a picture carries beside its pixels, in words."""
    exif = image.getexif() if "exif" in image.info or hasattr(image, "_getexif") else {}
    found = ["tempat foto dibuat (GPS)"] if exif and 0x8825 in exif else []
    found += ["merek dan jenis kamera"] if exif and {0x010F, 0x0110} & set(exif) else []
    found += ["waktu foto dibuat"] if exif and 0x0132 in exif else []
    parts = parts_beside(content) if image.format != "HEIF" else {b"XMP" for key in ("xmp", "metadata") if image.info.get(key)}
    found += ["keterangan lain"] if parts - {EXIF, BEHIND} or (EXIF in parts and not found) else []
    return (*found, *(["isi lain di belakang gambar"] if BEHIND in parts else []))


def _pdf(content: bytes) -> Cleaned:
    """The document without who made it; a signed one as it is, for its signature holds only so."""
    # pypdf only there, as above
    from zona.records.capaian.pdf_content import is_signed, opened, produced_by, without_maker

    reader = opened(content)
    if isinstance(reader, Fault):
        raise NotTaken(reader)
    told = produced_by(reader)
    words = tuple(f"{word}: {said}" for word, said in told.items())
    if is_signed(reader):
        note = "bertanda tangan elektronik, jadi disimpan persis seperti aslinya"
        return Cleaned(content, "pdf", (), (note, *(f"tetap memuat {word}" for word in words)))
    if not told:
        return Cleaned(content, "pdf")
    return Cleaned(without_maker(reader), "pdf", words)
