"""The folder docs/ beside its pages of prose: which of its files are published, and what is read of a page."""

from __future__ import annotations

from pathlib import Path

import pytest
from zona.problems import Line, Problem
from zona.records.informasi.prosa import Docs, read_docs
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
    kept = ("b.md", "a.txt", "kit/index.md", "kit/peta.png", ".well-known/keterangan.txt", "kit/aset/x.txt")
    apart = ("panduan/a.md", "keputusan-rancangan/1.md", "pengembang.md", "informasi/x.md", "aset/x.css", ".nojekyll", "kit/.x")
    found, problems = docs(tmp_path, **dict.fromkeys((*kept, *apart), "Isi.\n"))
    assert problems == []
    assert [page.path for page in found.halaman] == ["b.md", "kit/index.md"]
    assert found.berkas == tuple(
        (name, tmp_path / name) for name in (".well-known/keterangan.txt", "a.txt", "kit/aset/x.txt", "kit/peta.png")
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
