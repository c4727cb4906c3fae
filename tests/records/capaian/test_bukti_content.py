"""Evidence files whose content is not what their name says, does not open, or would run."""

from __future__ import annotations

import io
import struct
from pathlib import Path

import pytest
from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, NameObject, NullObject
from support.evidence_files import DOCX, GOOD, LAUNCH, ODS, SCRIPT, XLSX, archive, bomb, faults, pdf


def broken(content: bytes) -> bytes:
    """The content with its middle overwritten: the same size, the same beginning and end."""
    middle = len(content) // 2
    return content[: middle - 20] + bytes(40) + content[middle + 20 :]


def first_member_broken(content: bytes) -> bytes:
    """An archive whose first member no longer fits its checksum."""
    start = 30 + content[26]  # behind the member's header and name
    return content[:start] + bytes([content[start] ^ 0x10, content[start + 1] ^ 0x10]) + content[start + 2 :]


@pytest.mark.parametrize(
    ("name", "content", "masalah"),
    [
        ("a.jpg", GOOD["d.png"], "isi berkas Gambar PNG, bukan Foto JPEG"),
        ("a.png", GOOD["e.webp"], "isi berkas Gambar WebP, bukan Gambar PNG"),
        ("a.webp", GOOD["b.jpg"], "isi berkas Foto JPEG, bukan Gambar WebP"),
        ("a.pdf", GOOD["h.docx"], "isi berkas Dokumen DOCX, bukan PDF"),
        ("a.docx", GOOD["g.xlsx"], "isi berkas Lembar sebar XLSX, bukan Dokumen DOCX"),
        ("a.xlsx", GOOD["f.ods"], "isi berkas Lembar sebar ODS, bukan Lembar sebar XLSX"),
        ("a.ods", GOOD["a.pdf"], "isi berkas PDF, bukan Lembar sebar ODS"),
        ("a.docx", archive({"x": b"x"}), "isi berkas bukan Dokumen DOCX"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "isi berkas bukan Dokumen DOCX"),
        ("a.ods", archive({"mimetype": ODS + b"-template"}), "isi berkas bukan Lembar sebar ODS"),
        ("a.jpg", archive({"x": b"x"})[:-30], "isi berkas bukan Foto JPEG"),
        ("a.pdf", b"<html></html>", "isi berkas bukan PDF"),
        ("a.png", b"x", "isi berkas bukan Gambar PNG"),
    ],
)
def test_other_content(folder: Path, name: str, content: bytes, masalah: str) -> None:
    """Content of another type than the ending says is refused, with its real type where that is known."""
    assert faults(folder, name, content) == [masalah]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", b"%PDF-1.7\nrusak\n%%EOF\n"),
        ("a.jpg", GOOD["b.jpg"][:-200]),
        ("a.jpg", GOOD["b.jpg"][:20]),
        ("a.png", broken(GOOD["d.png"])),
        ("a.webp", GOOD["e.webp"][:-50]),
        ("a.docx", GOOD["h.docx"][:-30]),
        ("a.xlsx", first_member_broken(archive(XLSX))),
        ("a.ods", first_member_broken(archive({"a": b"isi", "mimetype": ODS}))),
    ],
)
def test_does_not_open(folder: Path, name: str, content: bytes) -> None:
    """A file that begins rightly and can't be opened whole is refused."""
    assert faults(folder, name, content) == ["berkas tidak dapat dibuka"]


def test_largest_picture(folder: Path) -> None:
    """A picture of exactly 60 megapixels is decoded: this one is then found to be broken."""
    assert faults(folder, "a.png", bomb(8000, 7500)) == ["berkas tidak dapat dibuka"]


@pytest.mark.parametrize("size", [(60_000_001, 1), (8000, 7501), (10_000, 10_000), (40_000, 40_000)])
def test_bomb(folder: Path, size: tuple[int, int]) -> None:
    """A picture of more than 60 megapixels is refused before it is decoded, also where Pillow itself would warn or raise."""
    assert faults(folder, "a.png", bomb(*size)) == ["gambar lebih dari 60 megapiksel"]


@pytest.mark.parametrize(
    ("size", "found"),
    [(300_000_000, []), *((size, ["isi berkas mengembang terlalu besar saat dibuka"]) for size in (300_000_001, 400_000_000))],
)
def test_archive_bomb(folder: Path, size: int, found: list[str]) -> None:
    """An archive that would unpack to more than 300 MB is refused before it is unpacked."""
    content = archive({**DOCX, "isi": bytes(1000)})
    at = content.rindex(b"isi") - 46 + 24  # the unpacked size in the archive's directory
    rest = sum(map(len, DOCX.values()))
    content = content[:at] + struct.pack("<I", size - rest) + content[at + 4 :]
    assert faults(folder, "a.docx", content) == found


def test_locked_archive(folder: Path) -> None:
    """An archive with an encrypted member is refused."""
    content = archive(DOCX)
    at = content.rindex(b"word/document.xml") - 46 + 8  # the flags in the archive's directory
    assert faults(folder, "a.docx", content[:at] + b"\x01" + content[at + 1 :]) == ["berkas dikunci dengan kata sandi"]


@pytest.mark.parametrize(
    ("name", "members"), [("a.docx", {**DOCX, "word/vbaProject.bin": b"x"}), ("a.xlsx", {**XLSX, "xl/VBAPROJECT.BIN": b"x"})]
)
def test_macros(folder: Path, name: str, members: dict[str, bytes]) -> None:
    """A document with macros is refused."""
    assert faults(folder, name, archive(members)) == ["berkas berisi makro"]


def test_pdf_locked(folder: Path) -> None:
    """A PDF with a password is refused."""
    assert faults(folder, "a.pdf", pdf(password="rahasia")) == ["berkas dikunci dengan kata sandi"]


def test_pdf_locked_by_unknown_cipher(folder: Path) -> None:
    """A PDF locked with AES, for which no library is installed, is called locked and not broken."""
    key = b"<" + b"00" * 48 + b">"
    lock = b"/Filter /Standard /V 5 /R 6 /Length 256 /P -1 /U %s /O %s /UE <%s> /OE <%s> /Perms <%s>" % (
        key,
        key,
        b"00" * 32,
        b"00" * 32,
        b"00" * 16,
    )
    cipher = b"/CF << /StdCF << /CFM /AESV3 /Length 32 >> >> /StmF /StdCF /StrF /StdCF"
    content = pdf().replace(b"trailer\n<<", b"trailer\n<< /Encrypt << " + lock + b" " + cipher + b" >>")
    assert faults(folder, "a.pdf", content) == ["berkas dikunci dengan kata sandi"]


def test_pdf_without_pages(folder: Path) -> None:
    """A PDF without a page shows nothing, so it is no evidence."""
    assert faults(folder, "a.pdf", pdf(pages=0)) == ["PDF tidak berisi halaman"]


@pytest.mark.parametrize(
    "catalog",
    [
        {"OpenAction": SCRIPT},
        {"OpenAction": LAUNCH},
        {"OpenAction": {"/S": "/Named", "/Next": [{"/S": "/URI"}, {"/S": "/URI", "/Next": SCRIPT}]}},
        {"AA": {"/WC": SCRIPT}},
        {"AA": {"/WP": LAUNCH}},
        {"Names": {"/JavaScript": {"/Names": ["x", SCRIPT]}}},
    ],
)
def test_pdf_that_runs(folder: Path, catalog: dict[str, object]) -> None:
    """A PDF that runs a script or starts a program by itself is refused."""
    assert faults(folder, "a.pdf", pdf(**catalog)) == ["PDF berisi skrip atau perintah yang berjalan sendiri"]


@pytest.mark.parametrize(
    "catalog",
    [{"OpenAction": {"/S": "/GoTo"}}, {"OpenAction": ["/Fit"]}, {"AA": {}}, {"Names": {"/Dests": {"/Names": []}}}],
)
def test_pdf_that_only_shows(folder: Path, catalog: dict[str, object]) -> None:
    """Opening at a place, and named places, are harmless."""
    assert faults(folder, "a.pdf", pdf(**catalog)) == []


def test_pdf_actions_in_a_ring(folder: Path) -> None:
    """Actions that follow each other without end are looked at once."""
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    first = writer._add_object(DictionaryObject({NameObject("/S"): NameObject("/URI"), NameObject("/Next"): NullObject()}))
    first.get_object()[NameObject("/Next")] = first
    writer.root_object[NameObject("/OpenAction")] = first
    stream = io.BytesIO()
    writer.write(stream)
    assert faults(folder, "a.pdf", stream.getvalue()) == []
