"""What somebody gives as evidence → what enters the data: nothing that it does not show."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest
from PIL import Image
from pypdf import PdfReader
from support.evidence_files import GOOD, SCRIPT, TELLING, bomb, pdf, phone_photo, picture
from support.zi_command import ROOT
from zona.desk.clean_evidence import SISI, clean
from zona.problems import NotTaken
from zona.records.capaian.bukti import opens

TOLD = ("Fulan", "Kamera Contoh", "Contoh Desa", "WordContoh")


def with_author(content: bytes) -> bytes:
    """The document with who made it, in every place where that can stand."""
    document = pikepdf.Pdf.open(io.BytesIO(content))
    document.docinfo["/Author"], document.docinfo["/Producer"], document.docinfo["/Title"] = (
        "Fulan",
        "WordContoh",
        "Contoh Desa",
    )
    with document.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        metadata["dc:creator"] = ["Fulan"]
    page = document.pages[0]
    page.obj["/PieceInfo"] = pikepdf.Dictionary(X=pikepdf.Dictionary(Private="Fulan"))
    note = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Highlight, Rect=[0, 0, 9, 9], T="Fulan")
    page.obj["/Annots"] = document.make_indirect(pikepdf.Array([note]))
    stream = io.BytesIO()
    document.save(stream, compress_streams=False)
    return stream.getvalue()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_photos(kind: str, tmp_path: Path) -> None:
    """A photo stands upright, says nothing but its pixels, and what was taken out is told."""
    found = clean(phone_photo(kind), {"JPEG": "JPG"}.get(kind, kind))
    assert found.akhiran == {"JPEG": "jpg"}.get(kind, kind.lower())
    image = Image.open(io.BytesIO(found.content))
    assert image.size == (30, 40)
    assert not image.getexif()
    assert not {"exif", "comment", "xmp", "icc_profile"} & set(image.info)
    assert not [word for word in TOLD if word.encode() in found.content]
    assert found.dibuang[0] == "tempat foto dibuat (GPS)"
    assert "merek dan jenis kamera" in found.dibuang


@pytest.mark.parametrize("ending", ["heic", "HEIF", "jpg"])
def test_photos_of_telephones(ending: str) -> None:
    """HEIC becomes JPEG, whatever its file is called, and that is told; one that can't be read is refused in words."""
    content = (ROOT / "tests" / "cases" / "bukti" / "foto-telepon.heic").read_bytes()
    assert b"Kamera Contoh" in content
    found = clean(content, ending)
    image = Image.open(io.BytesIO(found.content))
    assert (image.format, image.size, found.akhiran) == ("JPEG", (64, 48), "jpg")
    assert {"tempat foto dibuat (GPS)", "merek dan jenis kamera"} <= set(found.dibuang)
    assert found.catatan == (f"disimpan sebagai JPEG, semula {ending.upper()}",)
    with pytest.raises(NotTaken, match="tidak bisa dibuka"):
        clean(content[:200], ending)


@pytest.mark.parametrize("name", ["b.jpg", "d.png", "e.webp"])
def test_something_behind_a_picture(name: str) -> None:
    """A film or an archive that follows a picture, as in moving photos, is taken out, and that is told."""
    found = clean(GOOD[name] + b"PK\x03\x04" + bytes(range(256)) * 4, name[2:])
    assert found.dibuang == ("isi lain di belakang gambar",)
    assert b"PK\x03\x04" not in found.content


@pytest.mark.parametrize("name", TELLING)
def test_parts_that_tell_something(name: str, tmp_path: Path) -> None:
    """A part of a picture that shows nothing is taken out, and that is told; then the check takes the picture."""
    found = clean(TELLING[name], name.rpartition(".")[2])
    behind = name.startswith("kedua") or name == "ujung.png"
    assert found.dibuang == ("isi lain di belakang gambar" if behind else "keterangan lain",)
    (tmp_path / name).write_bytes(found.content)
    assert opens(tmp_path / name, found.akhiran) is None
    assert b"RAHASIA" not in found.content


def test_large_photos_become_small() -> None:
    """A photo of many pixels is made smaller, and that is told; a small one keeps its size."""
    stream = io.BytesIO()
    Image.linear_gradient("L").resize((5000, 2500)).convert("RGB").save(stream, "JPEG")
    found = clean(stream.getvalue(), "jpg")
    assert Image.open(io.BytesIO(found.content)).size == (SISI, SISI // 2)
    assert found.catatan == (f"diperkecil menjadi {SISI} × {SISI // 2} piksel",)
    assert clean(picture("JPEG"), "jpeg").catatan == ()


def test_documents() -> None:
    """Who made a document, with which program, and who commented on it, is told and taken out; its pages stay."""
    given = with_author(pdf(pages=2))
    assert any(word.encode() in given for word in TOLD)
    found = clean(given, "pdf")
    assert not [word for word in TOLD if word.encode() in found.content]
    assert len(PdfReader(io.BytesIO(found.content)).pages) == 2
    assert not PdfReader(io.BytesIO(found.content)).metadata
    assert {"penulis: Fulan", "pembuat PDF: WordContoh", "judul berkas: Contoh Desa"} <= set(found.dibuang)


def test_signed_documents() -> None:
    """A signature holds only for the very same bytes: the document stays as it is, and that is told."""
    signature = {"/Type": "/Sig", "/ByteRange": ["0", "9"], "/Contents": "x"}
    given = with_author(pdf(AcroForm={"/Fields": [{"/FT": "/Sig", "/V": signature}]}))
    found = clean(given, "pdf")
    assert found.content == given
    assert found.dibuang == ()
    assert found.catatan[0].startswith("bertanda tangan elektronik")
    assert "tetap memuat penulis: Fulan" in found.catatan


@pytest.mark.parametrize("name", GOOD)
def test_the_same_again(name: str, tmp_path: Path) -> None:
    """What is given twice becomes the same bytes; what is clean is taken as it is by the check of the data."""
    ending = name.rpartition(".")[2]
    first = clean(GOOD[name], ending)
    assert clean(GOOD[name], ending) == first
    again = clean(first.content, first.akhiran)
    assert again.dibuang == ()


@pytest.mark.parametrize("content", [phone_photo(), phone_photo("PNG"), with_author(pdf())])
def test_what_is_clean_is_good(content: bytes, tmp_path: Path) -> None:
    """The check of the data folder takes what comes out of here."""
    ending = "pdf" if content.startswith(b"%PDF") else "png" if content.startswith(b"\x89PNG") else "jpg"
    found = clean(content, ending)
    path = tmp_path / f"a.{found.akhiran}"
    path.write_bytes(found.content)
    assert opens(path, found.akhiran) is None


@pytest.mark.parametrize(
    ("content", "ending", "why"),
    [
        (b"PK", "docx", "berkas DOCX tidak bisa menjadi bukti; buka berkasnya, pilih Simpan sebagai"),
        (b"PK", "XLSX", "berkas XLSX tidak bisa menjadi bukti"),
        (b"x", "exe", "bukan bentuk yang diterima; simpan sebagai pdf"),
        (b"x", "", "bukan bentuk yang diterima"),
        (b"", "pdf", "berkas kosong"),
        (b"x", "pdf", "berkas tidak bisa dibuka"),
        (b"<html></html>", "pdf", "berkas tidak bisa dibuka"),
        (GOOD["a.pdf"], "jpg", "berkas tidak bisa dibuka"),
        (b"\xff\xd8\xff", "jpg", "berkas tidak bisa dibuka"),
        (bomb(10_000, 10_000), "png", "gambar lebih dari 60 megapiksel"),
        (pdf(password="rahasia"), "pdf", "berkas dikunci dengan kata sandi"),
        (pdf(OpenAction=SCRIPT), "pdf", "PDF berisi skrip"),
        (pdf(pages=0), "pdf", "PDF tidak berisi halaman"),
    ],
)
def test_what_is_not_taken(content: bytes, ending: str, why: str) -> None:
    """Whatever can't be evidence is refused in words, with what to do."""
    with pytest.raises(NotTaken) as refused:
        clean(content, ending)
    assert str(refused.value).startswith(why)
    assert "; " in str(refused.value)
