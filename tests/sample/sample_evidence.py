"""The sample office's pictures and papers, each marked DATA CONTOH; the same bytes for the same name.

Photos are made as a phone makes them, and come into the data as `catat` brings them in.
"""

from __future__ import annotations

import io
from random import Random

from PIL import Image, ImageDraw, ImageFont
from sample.evidence_pool import Piece
from zona.desk.clean_evidence import clean

# Photos: the angle to turn the upright picture before it is stored, by EXIF orientation; and which photos have which.
TURNS = {3: Image.Transpose.ROTATE_180, 6: Image.Transpose.ROTATE_90, 8: Image.Transpose.ROTATE_270}
ORIENTATION = {"foto-apel-1.jpg": 6, "foto-rapat-2.jpg": 3, "foto-banner-2.jpg": 8, "foto-podcast-1.jpg": 6}
WITH_GPS = ("foto-apel-1.jpg", "foto-sosialisasi-1.jpg", "foto-banner-2.jpg", "foto-layanan-3.jpg")
ORIENTATION_TAG, MAKE_TAG, GPS_TAG = 0x0112, 0x010F, 0x8825
OPEN_SEA = {1: "S", 2: (0.0, 30.0, 0.0), 3: "E", 4: (90.0, 0.0, 0.0)}


def evidence_file(piece: Piece) -> bytes:
    """The bytes of one evidence file, by its ending."""
    ending = piece.sumber.rpartition(".")[2]
    if ending in ("jpg", "png", "webp"):
        return clean(photo(piece.sumber), ending).content if ending == "jpg" else screen(piece.sumber, ending)
    return pdf(piece.judul)


def picture(name: str, size: tuple[int, int]) -> Image.Image:
    """Coloured shapes and the words DATA CONTOH, the same for the same name."""
    random = Random(name)
    image = Image.new("RGB", size, pastel(random))
    draw = ImageDraw.Draw(image)
    for number in range(9):
        x, y, side = random.randrange(size[0]), random.randrange(size[1]), random.randrange(60, 200)
        shape = (draw.ellipse, draw.rectangle)[number % 2]
        shape((x - side // 2, y - side // 2, x + side // 2, y + side // 2), fill=pastel(random))
    words(draw, size, name)
    return image


def pastel(random: Random) -> tuple[int, int, int]:
    """A light colour, on which dark words can be read."""
    return random.randrange(140, 240), random.randrange(140, 240), random.randrange(140, 240)


def words(draw: ImageDraw.ImageDraw, size: tuple[int, int], name: str) -> None:
    """The big words, and the file's name below them; with Pillow's own font, the same on every computer."""
    middle, centre = size[0] // 2, size[1] // 2
    draw.text((middle, centre - 50), "DATA", fill="#202020", font=ImageFont.load_default(100), anchor="mm")
    draw.text((middle, centre + 50), "CONTOH", fill="#202020", font=ImageFont.load_default(100), anchor="mm")
    draw.text((middle, centre + 130), name, fill="#202020", font=ImageFont.load_default(24), anchor="mm")


def photo(name: str) -> bytes:
    """A JPEG as a phone would make it: some turned, some with the place in it."""
    orientation = ORIENTATION.get(name, 1)
    upright = orientation in (6, 8) or name.endswith("3.jpg")
    image = picture(name, (480, 640) if upright else (640, 480))
    exif = Image.Exif()
    if orientation in TURNS:
        image = image.transpose(TURNS[orientation])
        exif[ORIENTATION_TAG] = orientation
    if name in WITH_GPS:
        exif[MAKE_TAG] = "Kamera Contoh"
        exif[GPS_TAG] = OPEN_SEA
    return saved(image, "JPEG", quality=70, **({"exif": exif} if exif else {}))


def screen(name: str, ending: str) -> bytes:
    """A picture of a screen."""
    return saved(picture(name, (640, 480)), ending.upper())


def saved(image: Image.Image, form: str, **options: object) -> bytes:
    """The picture's bytes in a form."""
    target = io.BytesIO()
    image.save(target, form, **options)
    return target.getvalue()


def pdf(title: str) -> bytes:
    """A PDF of one page: the words DATA CONTOH and the title."""
    stream = f"BT /F1 48 Tf 72 700 Td (DATA CONTOH) Tj 0 -48 Td /F1 20 Tf ({title}) Tj ET"
    objects = (
        "<< /Type /Catalog /Pages 2 0 R /Lang (id) >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )
    text, offsets = "%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(text))
        text += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    size = len(objects) + 1
    end = (
        f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{len(text)}\n%%EOF\n"
    )
    return (text + end).encode("ascii")
