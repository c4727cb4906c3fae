"""Evidence files made for tests: a good one of every kind, and what it takes to make bad ones."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from pathlib import Path
from typing import Any

from PIL import Image, ImageCms
from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, StreamObject, TextStringObject
from zona.records.capaian.bukti import read_evidence

SCRIPT = {"/S": "/JavaScript", "/JS": "app.alert(1)"}
LAUNCH = {"/S": "/Launch", "/F": "calc.exe"}


def picture(kind: str) -> bytes:
    stream = io.BytesIO()
    Image.effect_noise((40, 30), 50).convert("RGB").save(stream, kind)
    return stream.getvalue()


def archive(members: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in members.items():
            target.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)  # without the time of day
    return stream.getvalue()


def pdf_object(value: object) -> object:
    if isinstance(value, dict):
        return DictionaryObject({NameObject(key): pdf_object(inner) for key, inner in value.items()})
    if isinstance(value, list):
        return ArrayObject(map(pdf_object, value))
    return NameObject(value) if str(value).startswith("/") else TextStringObject(value)


def pdf(*, pages: int = 1, password: str = "", author: str = "", **catalog: object) -> bytes:
    """A PDF of empty pages, with these keys in its catalog, and with nobody named in it unless there is an author."""
    writer = PdfWriter()
    writer.metadata = {"/Author": author} if author else None
    for _ in range(pages):
        writer.add_blank_page(200, 200)
    for key, value in catalog.pop("page", {}).items():  # type: ignore[attr-defined]
        writer.pages[0][NameObject(key)] = pdf_object(value)
    for key, value in catalog.items():
        writer.root_object[NameObject(f"/{key}")] = pdf_object(value)
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def phone_photo(kind: str = "JPEG", *, orientation: int = 6) -> bytes:
    """A photo as a telephone makes it, 40 × 30 on its side: with place, time, make and words in it."""
    exif = Image.Exif()
    exif[0x0112], exif[0x010F], exif[0x0132] = orientation, "Kamera Contoh", "2026:01:30 08:00:00"
    exif[0x8825] = {1: "S", 2: (2.0, 10.0, 0.0), 3: "E", 4: (115.0, 23.0, 0.0)}
    stream = io.BytesIO()
    image = Image.effect_noise((40, 30), 50).convert("RGB")
    image.save(stream, kind, exif=exif, **({"comment": b"oleh Fulan"} if kind == "JPEG" else {}))
    return stream.getvalue()


RED, GREEN, BLUE, WHITE = (255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255)


def quarters(width: int, height: int) -> Image.Image:
    """Red and green above, blue and white below."""
    image = Image.new("RGB", (width, height))
    half = (width // 2, height // 2)
    for colour, left, top in ((RED, 0, 0), (GREEN, half[0], 0), (BLUE, 0, half[1]), (WHITE, *half)):
        image.paste(colour, (left, top, left + half[0], top + half[1]))
    return image


def saved(image: Image.Image, kind: str, **options: Any) -> bytes:
    """The picture as a file of this kind."""
    stream = io.BytesIO()
    image.save(stream, kind, **options)
    return stream.getvalue()


def opened(content: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(content))
    image.load()
    return image


def corners(content: bytes) -> list[tuple[int, ...]]:
    """The colours of a picture's quarters, each channel rounded to all or nothing."""
    image = opened(content)
    points = [(x * image.width // 4, y * image.height // 4) for y in (1, 3) for x in (1, 3)]
    return [tuple(255 * (part > 127) for part in image.getpixel(point)) for point in points]


def swapped_profile() -> bytes:
    """A colour profile that calls red green and green red: sRGB's with two names changed places."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return profile.replace(b"rXYZ", b"????").replace(b"gXYZ", b"rXYZ").replace(b"????", b"gXYZ")


def png_chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def bomb(width: int, height: int) -> bytes:
    """A tiny PNG that says it is huge."""
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    chunks = png_chunk(b"IHDR", header) + png_chunk(b"IDAT", zlib.compress(bytes(100))) + png_chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunks


GOOD = {
    "a.pdf": pdf(),
    "b.jpg": picture("JPEG"),
    "c.jpeg": picture("JPEG"),
    "d.png": picture("PNG"),
    "e.webp": picture("WEBP"),
}


def with_part(ending: str, name: bytes, content: bytes = b"RAHASIA") -> bytes:
    """A good picture with one more part, after its head or, in a WebP, after its pixels; a JPEG's is named by its marker."""
    if ending == "jpg":
        part = b"\xff" + name + struct.pack(">H", len(content) + 2) + content
        return GOOD["b.jpg"][:2] + part + GOOD["b.jpg"][2:]
    if ending == "png":
        return GOOD["d.png"][:33] + png_chunk(name, content) + GOOD["d.png"][33:]
    chunks = GOOD["e.webp"][12:] + name + struct.pack("<I", len(content)) + content + bytes(len(content) % 2)
    return b"RIFF" + struct.pack("<I", len(chunks) + 4) + b"WEBP" + chunks


# Parts that tell something, which Pillow passes over: where a picture comes from, what a maker notes, a photo before it was
# cut, when it was made; and a second photo behind the first, which ends as pictures end.
TELLING = {
    "asal.jpg": with_part("jpg", b"\xeb"),
    "pembuat.jpg": with_part("jpg", b"\xe4"),
    "lanjutan.jpg": with_part("jpg", b"\xe1", b"http://ns.adobe.com/xmp/extension/\0RAHASIA"),
    "semula.jpg": with_part("jpg", b"\xe0", b"JFXX\0\x10" + phone_photo()),
    "kecil.jpg": with_part("jpg", b"\xe0", b"JFIF\0\1\1\0\0\1\0\1\1\1RAH"),
    "kedua.jpg": GOOD["b.jpg"] + phone_photo(),
    "waktu.png": with_part("png", b"tIME", bytes([7, 234, 1, 30, 8, 0, 0])),
    "pembuat.png": with_part("png", b"raHa"),
    "kedua.png": GOOD["d.png"] + phone_photo("PNG"),
    "ujung.png": GOOD["d.png"][:-12] + png_chunk(b"IEND", b"RAHASIA"),
    "pembuat.webp": with_part("webp", b"RAHA"),
    "kedua.webp": GOOD["e.webp"] + GOOD["e.webp"],
}


def faults(folder: Path, name: str, content: bytes) -> list[str]:
    """What is wrong with one file; it must be returned all the same."""
    (folder / name).write_bytes(content)
    files, problems = read_evidence(folder, root=folder.parent)
    assert name in files
    assert all(problem.place == name and problem.saran for problem in problems)
    return [problem.masalah for problem in problems]


def large_pdf() -> bytes:
    """A PDF of eleven megabytes that nothing in it makes smaller."""
    writer = PdfWriter()
    writer.metadata = None
    page = writer.add_blank_page(200, 200)
    stream = StreamObject()
    stream.set_data(Image.effect_noise((3400, 3400), 99).tobytes())
    page[NameObject("/Isi")] = writer._add_object(stream)
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()
