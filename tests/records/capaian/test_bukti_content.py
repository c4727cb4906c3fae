"""Evidence files whose content is not what their name says, does not open, or would run."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest
from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, NameObject, NullObject, StreamObject, TextStringObject
from support.evidence_files import GOOD, LAUNCH, SCRIPT, archive, bomb, faults, pdf


def broken(content: bytes) -> bytes:
    """The content with its middle overwritten: the same size, the same beginning and end."""
    middle = len(content) // 2
    return content[: middle - 20] + bytes(40) + content[middle + 20 :]


@pytest.mark.parametrize(
    ("name", "content", "masalah"),
    [
        ("a.jpg", GOOD["d.png"], "isi berkas Gambar PNG, bukan Foto JPEG"),
        ("a.png", GOOD["e.webp"], "isi berkas Gambar WebP, bukan Gambar PNG"),
        ("a.webp", GOOD["b.jpg"], "isi berkas Foto JPEG, bukan Gambar WebP"),
        ("a.pdf", archive({"x": b"x"}), "isi berkas bukan PDF"),
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
    ],
)
def test_does_not_open(folder: Path, name: str, content: bytes) -> None:
    """A file that begins rightly and can't be opened whole is refused."""
    assert faults(folder, name, content) == ["berkas tidak bisa dibuka"]


def test_largest_picture(folder: Path) -> None:
    """A picture of exactly 60 megapixels is decoded: this one is then found to be broken."""
    assert faults(folder, "a.png", bomb(8000, 7500)) == ["berkas tidak bisa dibuka"]


@pytest.mark.parametrize("size", [(60_000_001, 1), (8000, 7501), (10_000, 10_000), (40_000, 40_000)])
def test_bomb(folder: Path, size: tuple[int, int]) -> None:
    """A picture of more than 60 megapixels is refused before it is decoded, also where Pillow itself would warn or raise."""
    assert faults(folder, "a.png", bomb(*size)) == ["gambar lebih dari 60 megapiksel"]


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


NO_SCRIPT = "PDF berisi skrip atau perintah yang berjalan sendiri"
SENDS, CARRIES = "PDF berisi formulir yang mengirim data", "PDF membawa berkas lain di dalamnya"
PLAYS, LEADS_OUT = "PDF memutar suara, video, atau benda 3D", "PDF membuka berkas atau program di luar dirinya"
ATTACHED = {"/Type": "/Filespec", "/F": "virus.exe", "/EF": {"/F": {"/Length": "0"}}}


def on_the_page(**keys: object) -> dict[str, object]:
    """A mark on a page, with these keys."""
    return {
        "page": {"/Annots": [{"/Type": "/Annot", "/Subtype": "/Link", **{f"/{key}": value for key, value in keys.items()}}]}
    }


@pytest.mark.parametrize(
    ("keys", "masalah"),
    [
        ({"OpenAction": SCRIPT}, NO_SCRIPT),
        ({"OpenAction": LAUNCH}, NO_SCRIPT),
        ({"OpenAction": {"/S": "/Named", "/Next": [{"/S": "/GoTo"}, {"/S": "/GoTo", "/Next": SCRIPT}]}}, NO_SCRIPT),
        ({"OpenAction": {"/S": "/URI", "/URI": "https://contoh.example"}}, NO_SCRIPT),
        ({"OpenAction": {"/S": "/SubmitForm", "/F": "https://contoh.example"}}, NO_SCRIPT),
        ({"OpenAction": {"/S": "/GoToR", "/F": "//server/berkas.pdf"}}, NO_SCRIPT),
        ({"AA": {"/WC": SCRIPT}}, NO_SCRIPT),
        ({"AA": {"/WP": LAUNCH}}, NO_SCRIPT),
        ({"Names": {"/JavaScript": {"/Names": ["x", SCRIPT]}}}, NO_SCRIPT),
        ({"Names": {"/EmbeddedFiles": {"/Names": ["x", ATTACHED]}}}, CARRIES),
        ({"AF": [ATTACHED]}, CARRIES),
        ({"AcroForm": {"/XFA": ["x", "y"]}}, NO_SCRIPT),
        ({"AcroForm": {"/Fields": [{"/FT": "/Tx", "/AA": {"/K": SCRIPT}}]}}, NO_SCRIPT),
        ({"AcroForm": {"/Fields": [{"/FT": "/Btn", "/A": {"/S": "/ImportData", "/F": "x"}}]}}, SENDS),
        ({"Outlines": {"/First": {"/Title": "x", "/A": SCRIPT}}}, NO_SCRIPT),
        ({"Collection": {"/D": "x"}, "Names": {"/EmbeddedFiles": {"/Names": []}}}, CARRIES),
        ({"OCProperties": {"/D": {"/OFF": [{"/Type": "/OCG", "/Name": "x"}]}}}, "PDF berisi lapisan tersembunyi"),
        ({"OCProperties": {"/D": {"/BaseState": "/OFF"}}}, "PDF berisi lapisan tersembunyi"),
        ({"page": {"/AA": {"/O": SCRIPT}}}, NO_SCRIPT),
        ({"page": {"/AA": {"/O": {"/S": "/URI", "/URI": "https://contoh.example"}}}}, NO_SCRIPT),
        (on_the_page(A=SCRIPT), NO_SCRIPT),
        (on_the_page(A=LAUNCH), NO_SCRIPT),
        (on_the_page(PA={"/S": "/GoTo", "/Next": {"/S": "/GoTo", "/Next": SCRIPT}}), NO_SCRIPT),
        (on_the_page(A={"/S": "/GoToR", "/F": "lain.pdf"}), LEADS_OUT),
        (on_the_page(A={"/S": "/GoToE", "/T": {"/R": "/C"}}), CARRIES),
        (on_the_page(A={"/S": "/URI", "/URI": "file:///C:/Windows/x.exe"}), LEADS_OUT),
        (on_the_page(A={"/S": "/URI", "/URI": "\\\\server\\x"}), LEADS_OUT),
        (on_the_page(A={"/S": "/URI", "/URI": "javascript:alert(1)"}), LEADS_OUT),
        (on_the_page(A={"/S": "/Rendition", "/OP": "0"}), PLAYS),
        (on_the_page(A={"/S": "/Movie"}), PLAYS),
        (on_the_page(A={"/S": "/Sound"}), PLAYS),
        (on_the_page(Subtype="/FileAttachment"), CARRIES),
        (on_the_page(Subtype="/RichMedia"), PLAYS),
        (on_the_page(Subtype="/Screen"), PLAYS),
        (on_the_page(Subtype="/3D"), PLAYS),
        (on_the_page(FS=ATTACHED), CARRIES),
    ],
)
def test_pdf_that_does_more_than_show(folder: Path, keys: dict[str, object], masalah: str) -> None:
    """A PDF that runs, sends, plays, carries, hides or opens anything, wherever that stands in it, is refused."""
    assert faults(folder, "a.pdf", pdf(**keys)) == [masalah]


def test_pdf_within_packed_objects(folder: Path) -> None:
    """What stands in a packed part of the file is looked at as well."""
    document = pikepdf.Pdf.open(io.BytesIO(pdf(**on_the_page(A=SCRIPT))))
    stream = io.BytesIO()
    document.save(stream, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    assert b"JavaScript" not in stream.getvalue()
    assert faults(folder, "a.pdf", stream.getvalue()) == [NO_SCRIPT]


def test_pdf_that_is_a_page_as_well(folder: Path) -> None:
    """A file that browsers could take for a page of the web is refused."""
    content = pdf() + b"<html><script>alert(1)</script></html>"
    assert faults(folder, "a.pdf", content) == ["isi PDF bercampur dengan kode halaman web"]


def test_pdf_with_content_elsewhere(folder: Path) -> None:
    """A part whose content lies in another file is refused."""
    writer = PdfWriter()
    writer.metadata = None
    page = writer.add_blank_page(200, 200)
    part = StreamObject()
    part[NameObject("/F")] = TextStringObject("//server/x")
    page[NameObject("/Contents")] = writer._add_object(part)
    stream = io.BytesIO()
    writer.write(stream)
    assert faults(folder, "a.pdf", stream.getvalue()) == [LEADS_OUT]


@pytest.mark.parametrize(
    "keys",
    [
        {"OpenAction": {"/S": "/GoTo"}},
        {"OpenAction": ["/Fit"]},
        {"AA": {}},
        {"Names": {"/Dests": {"/Names": []}}},
        {"OCProperties": {"/D": {"/ON": [], "/OFF": []}}},
        {"AcroForm": {"/Fields": []}},
        {"StructTreeRoot": {"/K": [{"/S": "/Document"}]}},
        on_the_page(A={"/S": "/URI", "/URI": "https://contoh.example"}),
        on_the_page(A={"/S": "/URI", "/URI": "mailto:kantor@contoh.example"}),
        on_the_page(A={"/S": "/GoTo", "/D": "x"}),
        on_the_page(Subtype="/Highlight", F="4"),
    ],
)
def test_pdf_that_only_shows(folder: Path, keys: dict[str, object]) -> None:
    """Opening at a place, named places, links to the web, marks and structure are harmless."""
    assert faults(folder, "a.pdf", pdf(**keys)) == []


def test_pdf_that_names_who_made_it(folder: Path) -> None:
    """A PDF that names its author is refused, with what takes the name out; a signed one holds only as it is."""
    assert faults(folder, "a.pdf", pdf(author="Fulan")) == ["PDF membawa keterangan tersembunyi (penulis)"]
    signed = pdf(author="Fulan", Perms={"/DocMDP": {"/Type": "/Sig", "/ByteRange": ["0"]}})
    assert faults(folder, "a.pdf", signed) == []


def test_pdf_actions_in_a_ring(folder: Path) -> None:
    """Actions that follow each other without end are looked at once."""
    writer = PdfWriter()
    writer.metadata = None
    writer.add_blank_page(200, 200)
    first = writer._add_object(DictionaryObject({NameObject("/S"): NameObject("/GoTo"), NameObject("/Next"): NullObject()}))
    first.get_object()[NameObject("/Next")] = first
    writer.root_object[NameObject("/OpenAction")] = first
    stream = io.BytesIO()
    writer.write(stream)
    assert faults(folder, "a.pdf", stream.getvalue()) == []
