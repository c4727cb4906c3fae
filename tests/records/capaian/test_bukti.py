"""Evidence files → what they are, and what is wrong with them."""

from __future__ import annotations

import ast
import hashlib
import io
import os
import struct
import subprocess
import sys
import zipfile
import zlib
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NullObject, TextStringObject
from support.zi_command import ROOT
from zona.records.capaian import bukti
from zona.records.capaian.bukti import MAX_BYTES, read_evidence
from zona.records.capaian.capaian import BENTUK_BUKTI

ODS = b"application/vnd.oasis.opendocument.spreadsheet"
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


def pdf(*, pages: int = 1, password: str = "", **catalog: object) -> bytes:
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(200, 200)
    for key, value in catalog.items():
        writer.root_object[NameObject(f"/{key}")] = pdf_object(value)
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def png_chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def bomb(width: int, height: int) -> bytes:
    """A tiny PNG that says it is huge."""
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    chunks = png_chunk(b"IHDR", header) + png_chunk(b"IDAT", zlib.compress(bytes(100))) + png_chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunks


DOCX = {"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<document/>" * 50}
XLSX = {"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<workbook/>"}
GOOD = {
    "a.pdf": pdf(),
    "b.jpg": picture("JPEG"),
    "c.jpeg": picture("JPEG"),
    "d.png": picture("PNG"),
    "e.webp": picture("WEBP"),
    "f.ods": archive({"mimetype": ODS, "content.xml": b"<content/>"}),
    "g.xlsx": archive(XLSX),
    "h.docx": archive(DOCX),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    target = tmp_path / "data" / "bukti"
    target.mkdir(parents=True)
    return target


def faults(folder: Path, name: str, content: bytes) -> list[str]:
    """What is wrong with one file; it must be returned all the same."""
    (folder / name).write_bytes(content)
    files, problems = read_evidence(folder, root=folder.parent)
    assert name in files
    assert all(nama == name and saran for nama, _, saran in problems)
    return [masalah for _, masalah, _ in problems]


def broken(content: bytes) -> bytes:
    """The content with its middle overwritten: the same size, the same beginning and end."""
    middle = len(content) // 2
    return content[: middle - 20] + bytes(40) + content[middle + 20 :]


def first_member_broken(content: bytes) -> bytes:
    """An archive whose first member no longer fits its checksum."""
    start = 30 + content[26]  # behind the member's header and name
    return content[:start] + bytes([content[start] ^ 0x10, content[start + 1] ^ 0x10]) + content[start + 2 :]


def test_good_files(folder: Path) -> None:
    """A good file of every accepted kind is taken, with its size and SHA-256, ordered by name."""
    for name, content in reversed(GOOD.items()):
        (folder / name).write_bytes(content)
    files, problems = read_evidence(folder, root=folder.parent)
    assert problems == []
    assert list(files) == list(GOOD)
    assert {name.rpartition(".")[2] for name in files} == set(BENTUK_BUKTI)
    for name, item in files.items():
        assert (item.nama, item.path, item.ukuran) == (name, folder / name, len(GOOD[name]))
        assert item.sha256 == hashlib.sha256(GOOD[name]).hexdigest()


def test_missing_folder(tmp_path: Path) -> None:
    """A year without an evidence folder has no evidence and no problem."""
    assert read_evidence(tmp_path / "tiada", root=tmp_path) == ({}, [])


@pytest.mark.parametrize("name", [".DS_Store", "._a.jpg", "Thumbs.db", "desktop.ini", "Desktop.ini"])
def test_ignored(folder: Path, name: str) -> None:
    """What operating systems leave in folders is nobody's evidence."""
    (folder / name).write_bytes(b"x")
    assert read_evidence(folder, root=folder.parent) == ({}, [])


def test_empty(folder: Path) -> None:
    """An empty file is one problem, not several."""
    assert faults(folder, "a.pdf", b"") == ["berkas kosong"]


def test_too_large(folder: Path) -> None:
    """A file over 10 MB is refused, and not opened."""
    assert faults(folder, "a.pdf", bytes(MAX_BYTES + 200_000)) == ["ukuran berkas 10,2 MB, lebih dari 10 MB"]


def test_largest(folder: Path) -> None:
    """A file of exactly 10 MB is taken."""
    content = archive({"word/document.xml": b""})
    padded = io.BytesIO(content)
    with zipfile.ZipFile(padded, "a", zipfile.ZIP_STORED) as target:
        target.writestr("isi", b"")
    filler = MAX_BYTES - len(padded.getvalue())
    padded = io.BytesIO(content)
    with zipfile.ZipFile(padded, "a", zipfile.ZIP_STORED) as target:
        target.writestr("isi", bytes(filler))
    assert len(padded.getvalue()) == MAX_BYTES
    assert faults(folder, "a.docx", padded.getvalue()) == []


@pytest.mark.parametrize(
    "name", ["Foto.jpg", "foto rapat.jpg", "foto.JPG", "fotó.jpg", "-foto.jpg", "foto.kecil.jpg", "foto.heic", "foto"]
)
def test_bad_name(folder: Path, name: str) -> None:
    """A name outside the pattern, or with an ending that is not accepted, is refused."""
    assert faults(folder, name, GOOD["b.jpg"]) == [f"nama berkas bukti “{name}” tidak sah"]


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


@pytest.mark.parametrize("size", [(8000, 7501), (10_000, 10_000), (40_000, 40_000)])
def test_bomb(folder: Path, size: tuple[int, int]) -> None:
    """A picture of more than 60 megapixels is refused before it is decoded, also where Pillow itself would warn or raise."""
    assert faults(folder, "a.png", bomb(*size)) == ["gambar lebih dari 60 megapiksel"]


def test_archive_bomb(folder: Path) -> None:
    """An archive that would unpack to far more than a document holds is refused before it is unpacked."""
    content = archive({**DOCX, "isi": bytes(1000)})
    at = content.rindex(b"isi") - 46 + 24  # the unpacked size in the archive's directory
    content = content[:at] + struct.pack("<I", 400_000_000) + content[at + 4 :]
    assert faults(folder, "a.docx", content) == ["isi berkas mengembang terlalu besar saat dibuka"]


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


def test_link_out(folder: Path, tmp_path: Path) -> None:
    """A link that leaves the data folder is refused, and nothing of its target is read."""
    (tmp_path / "luar.pdf").write_bytes(GOOD["a.pdf"])
    (folder / "a.pdf").symlink_to(tmp_path / "luar.pdf")
    files, problems = read_evidence(folder, root=folder.parent)
    assert [masalah for _, masalah, _ in problems] == ["berkas menunjuk ke luar folder data"]
    assert (files["a.pdf"].ukuran, files["a.pdf"].sha256) == (0, "")


def test_link_inside(folder: Path) -> None:
    """A link to a file inside the data folder is as good as the file."""
    (folder.parent / "a.pdf").write_bytes(GOOD["a.pdf"])
    (folder / "a.pdf").symlink_to(folder.parent / "a.pdf")
    files, problems = read_evidence(folder, root=folder.parent)
    assert problems == []
    assert files["a.pdf"].ukuran == len(GOOD["a.pdf"])


@pytest.mark.parametrize("target", ["tiada.pdf", "a.pdf"])
def test_link_to_nothing(folder: Path, target: str) -> None:
    """A link to nothing, or to itself, is one problem and stops nothing."""
    (folder / "a.pdf").symlink_to(folder / target)
    files, problems = read_evidence(folder, root=folder.parent)
    assert list(files) == ["a.pdf"]
    assert len(problems) == 1


def test_pipe(folder: Path) -> None:
    """What is no file is refused without waiting for it."""
    os.mkfifo(folder / "a.pdf")
    assert [item[1] for item in read_evidence(folder, root=folder.parent)[1]] == ["ini bukan berkas biasa"]


def test_folder_inside(folder: Path) -> None:
    """A folder in the evidence folder is a problem, and no evidence."""
    (folder / "rapat").mkdir()
    files, problems = read_evidence(folder, root=folder.parent)
    assert files == {}
    assert [item[:2] for item in problems] == [("rapat", "folder tidak boleh ada di dalam folder bukti")]


def test_every_file_is_judged(folder: Path) -> None:
    """One bad file hides no other: all problems come at once, ordered by name."""
    for name in ("c.pdf", "a.pdf"):
        (folder / name).write_bytes(b"")
    (folder / "b.pdf").write_bytes(GOOD["a.pdf"])
    assert [item[0] for item in read_evidence(folder, root=folder.parent)[1]] == ["a.pdf", "c.pdf"]


def test_good_files_are_remembered(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A content found good is not opened again under the same ending, until the check becomes stricter; a broken one is
    never remembered."""
    (folder / "a.pdf").write_bytes(GOOD["a.pdf"])
    (folder / "b.jpg").write_bytes(GOOD["b.jpg"][:-200])
    first = read_evidence(folder, root=folder.parent, cache=tmp_path / "cache")
    opened: list[str] = []
    monkeypatch.setattr(bukti, "opens", lambda path, akhiran: opened.append(path.name) or "berkas tidak dapat dibuka")
    assert read_evidence(folder, root=folder.parent, cache=tmp_path / "cache") == first
    assert opened == ["b.jpg"]
    monkeypatch.setattr(bukti, "PEMERIKSAAN", bukti.PEMERIKSAAN + 1)
    read_evidence(folder, root=folder.parent, cache=tmp_path / "cache")
    assert opened == ["b.jpg", "a.pdf", "b.jpg"]


def test_every_reason_has_a_mend() -> None:
    """Every reason that `opens` gives comes with what to do."""
    tree = ast.parse(Path(bukti.__file__).read_text(encoding="utf-8"))
    returned = [node.value for node in ast.walk(tree) if isinstance(node, ast.Return) and node.value]
    names = {item.id for value in returned for item in ast.walk(value) if isinstance(item, ast.Name)}
    reasons = {getattr(bukti, name) for name in names if name.isupper() and isinstance(getattr(bukti, name), str)}
    assert len(reasons) == 7
    assert reasons == set(bukti._SARAN)


def test_light_without_evidence() -> None:
    """Reading data and outputs without evidence imports neither Pillow's decoders nor pypdf."""
    modules = "zona.records.capaian.bukti, zona.outputs.evidence.photo"
    code = f"import sys, {modules}; print(*({{'PIL', 'PIL.Image', 'pypdf'}} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT / "hooks", capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.strip() == ""
