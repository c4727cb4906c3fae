"""The folder docs/ beside its pages of prose: which of its files are published, and what is read of a page."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.evidence_files import SCRIPT, pdf, phone_photo
from zona.problems import Line, Problem
from zona.records.informasi.docs_files import Docs, read_docs
from zona.records.reading.rules import Surroundings


def docs(folder: Path, **files: str) -> tuple[Docs, list[Problem[Line]]]:
    """What is read of a folder with these files."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    problems: list[Problem[Line]] = []
    return read_docs(folder, Surroundings(), problems), problems


def test_what_is_published(tmp_path: Path) -> None:
    """Everything but what is for who works on the site, what the core reads itself, and what is hidden; .well-known is not."""
    kept = ("b.md", "a.txt", "kit/index.md", "kit/peta.svg", ".well-known/keterangan", "kit/aset/x.txt")
    apart = (
        "Thumbs.db",
        "aset/desktop.ini",
        "panduan/a.md",
        "keputusan-rancangan/1.md",
        "pengembang.md",
        "informasi/x.md",
        "aset/x.css",
        ".nojekyll",
        "kit/.x",
    )
    found, problems = docs(tmp_path, **dict.fromkeys((*kept, *apart), "Isi.\n"))
    assert problems == []
    assert [page.path for page in found.halaman] == ["b.md", "kit/index.md"]
    assert found.berkas == tuple(
        (name, tmp_path / name) for name in (".well-known/keterangan", "a.txt", "kit/aset/x.txt", "kit/peta.svg")
    )


@pytest.mark.parametrize(
    ("text", "judul", "isi"),
    [
        ("Isi.\n", "halaman", "Isi.\n"),
        ("# Satu #\n\nIsi.\n", "Satu", "# Satu #\n\nIsi.\n"),
        ("---\ntitle: Dua\n---\n# Satu\n", "Dua", "# Satu\n"),
        ("---\nhide: [toc]\n---\n## Bukan judul\n", "halaman", "## Bukan judul\n"),
    ],
)
def test_the_title_of_a_page(text: str, judul: str, isi: str, tmp_path: Path) -> None:
    """The head's title, else the first heading's, else the file's name; what else a head says is MkDocs' matter."""
    found, problems = docs(tmp_path, **{"kit/halaman.md": text})
    assert problems == []
    assert [(page.nama, page.judul, page.isi) for page in found.halaman] == [("kit/halaman", judul, isi)]


def test_a_slip_in_a_head(tmp_path: Path) -> None:
    """It is told at the page's file and line, and no other page is lost for it."""
    found, problems = docs(tmp_path, **{"a.md": "---\ndescription: a\ntitle: [x]\n---\n", "b.md": "Isi.\n"})
    assert [page.path for page in found.halaman] == ["b.md"]
    assert [problem.place for problem in problems] == [Line("docs/a.md", 3)]


@pytest.mark.parametrize(
    ("name", "content", "masalah"),
    [
        ("catatan-rapat.docx", b"PK", "berkas .docx tidak boleh diterbitkan"),
        ("masuk.html", b"<form>", "berkas .html tidak boleh diterbitkan"),
        ("aset/lain.exe", b"MZ", "berkas .exe tidak boleh diterbitkan"),
        ("~$x.tmp", b"x", "berkas .tmp tidak boleh diterbitkan"),
        ("lain.js", b"x", "berkas .js tidak boleh diterbitkan"),
        ("foto-tim.jpg", phone_photo(), "foto membawa keterangan tersembunyi"),
        ("aset/foto-tim.jpg", phone_photo(), "foto membawa keterangan tersembunyi"),
        ("formulir.pdf", pdf(OpenAction=SCRIPT), "PDF berisi skrip"),
        ("peta.svg", b"<svg><script>alert(1)</script></svg>", "gambar SVG ini memuat"),
        ("aset/peta.svg", b"<svg onload='x()'/>", "gambar SVG ini memuat"),
        ("peta.svg", b"<svg><a href='javascript:x()'/></svg>", "gambar SVG ini memuat"),
    ],
)
def test_what_may_not_be_published(name: str, content: bytes, masalah: str, tmp_path: Path) -> None:
    """Forms of files that nobody named, what runs, and photos that say more than they show are refused at their place."""
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_bytes(content)
    found, problems = docs(tmp_path)
    assert found.berkas == ()
    assert [str(problem).startswith(f"docs/{name}:1: {masalah}") for problem in problems] == [True]


@pytest.mark.parametrize("name", ["a.txt", "b.md", "aset/c.txt", "d"])
def test_links_are_not_followed(name: str, tmp_path: Path) -> None:
    """A link in docs/, to a file or a folder, would publish what it leads to: it is refused, and nothing of it is read."""
    secret, folder = tmp_path / "rahasia", tmp_path / "docs"
    (folder / "aset").mkdir(parents=True)
    secret.mkdir()
    (secret / "01.yml").write_text("sisa_bulan_lalu: 3", encoding="utf-8")
    (folder / name).symlink_to(secret if name == "d" else secret / "01.yml")
    found, problems = docs(folder)
    assert (found.berkas, found.halaman) == ((), ())
    assert [str(problem) for problem in problems] == [
        f"docs/{name}:1: ini tautan ke berkas lain; simpan berkasnya sendiri di sini"
    ]
