"""The last look before publishing: each kind of fault is found where it is, and a good site has none."""

from __future__ import annotations

from pathlib import Path

import pytest
from small.site_files import write
from zona.delivery.check_built import check_built
from zona.delivery.checksums import SUMS, sums_of


def test_a_good_site(tmp_path: Path) -> None:
    """Links of every good kind, below a path and with its own full address, are no faults."""
    assert check_built(write(tmp_path), ["a/b/index.html"], sums_of(tmp_path)) == []


@pytest.mark.parametrize(
    ("page", "fault"),
    [
        ('<a href="c/">x</a>', "tautan “c/” tidak menuju berkas yang ada"),
        ('<a href="a/b">x</a>', "tautan “a/b” tidak menuju berkas yang ada"),
        ('<a href="/a/b/">x</a>', "tautan “/a/b/” tidak menuju berkas yang ada"),
        ('<a href="../x">x</a>', "tautan “../x” tidak menuju berkas yang ada"),
        ('<a href="a/b/#tiga">x</a>', "tautan “a/b/#tiga” menuju bagian yang tidak ada di halamannya"),
        ('<a href="javascript:x()">x</a>', "tautan “javascript:x()” tidak bisa dibuka di sini"),
        ('<form action="c/"></form>', "tautan “c/” tidak menuju berkas yang ada"),
        ('<meta http-equiv="refresh" content="0; url=c/">', "tautan “c/” tidak menuju berkas yang ada"),
        ('<img src="aset/b.svg">', "tautan “aset/b.svg” tidak menuju berkas yang ada"),
        ('<img srcset="aset/a.svg 1x, aset/b.svg 2x">', "tautan “aset/b.svg” tidak menuju berkas yang ada"),
        ('<script src="https://cdn.example/x.js"></script>', "memuat “https://cdn.example/x.js” dari situs lain"),
        ('<script src="//cdn.example/x.js"></script>', "memuat “//cdn.example/x.js” dari situs lain"),
        ('<link rel="preconnect" href="https://fonts.example">', "memuat “https://fonts.example” dari situs lain"),
        ('<object data="https://x.example/a"></object>', "memuat “https://x.example/a” dari situs lain"),
        ('<svg><use href="https://x.example/a.svg#b"/></svg>', "memuat “https://x.example/a.svg#b” dari situs lain"),
    ],
)
def test_faults_of_pages(page: str, fault: str, tmp_path: Path) -> None:
    """A link that leads nowhere, and whatever a browser would fetch from another host, is a fault of its page."""
    (found,) = check_built(write(tmp_path, **{"c.html": page}))
    assert (found.place.path, found.masalah) == ("c.html", fault)


@pytest.mark.parametrize("css", ["a{background:url(https://x.example/a)}", '@import "https://x.example/a";'])
def test_styles_load_nothing_foreign(css: str, tmp_path: Path) -> None:
    """Styles fetch as well as pages do."""
    (found,) = check_built(write(tmp_path, **{"aset/gaya.css": css}))
    assert str(found) == "aset/gaya.css: memuat “https://x.example/a” dari situs lain; simpan berkasnya di situs ini sendiri"


def test_what_is_missing(tmp_path: Path) -> None:
    """Files that every site has, and those that the data promise, are missed; so is the text of an empty page."""
    write(tmp_path, **{"sitemap.xml": None, "kosong.html": ""})
    found = [(item.place.path, item.masalah) for item in check_built(tmp_path, ["api/v1/a.json"], sums_of(tmp_path))]
    assert found == [
        ("api/v1/a.json", "berkas ini tidak ada dalam hasil"),
        ("kosong.html", "halaman ini kosong"),
        ("sitemap.xml", "berkas ini tidak ada dalam hasil"),
    ]


def test_sums(tmp_path: Path) -> None:
    """What was changed, added or taken away after the build is found by the site's own list."""
    write(tmp_path)
    (tmp_path / "aset" / "a.svg").write_text("<svg></svg>", encoding="utf-8")
    (tmp_path / "baru.txt").write_text("x", encoding="utf-8")
    (tmp_path / "_headers").unlink()
    found = [(item.place.path, item.masalah) for item in check_built(tmp_path)]
    assert found == [
        ("_headers", "berkas ini tidak ada dalam hasil"),
        ("_headers", f"hilang menurut {SUMS}"),
        ("aset/a.svg", f"berubah setelah dibangun menurut {SUMS}"),
        ("baru.txt", f"tidak terdaftar menurut {SUMS}"),
    ]


def test_a_fault_of_every_page_is_told_once(tmp_path: Path) -> None:
    """What the header of all pages has wrong is one fault, with the number of its pages."""
    write(tmp_path, **{f"{number}.html": '<a href="tiada/">x</a>' for number in range(1, 4)})
    (found,) = check_built(tmp_path)
    assert str(found).startswith("1.html (dan 2 berkas lain): tautan “tiada/” tidak menuju berkas yang ada; ")


def test_files_that_nobody_ordered(tmp_path: Path) -> None:
    """Where it is known what a site has, another file is named; the search's own, and what may be there, are none."""
    site = write(tmp_path, **{"titipan.html": "<p>x</p>", "bukti/2026/x.exe": "x", "kit/a.png": "x", "pagefind/a.js": "x"})
    ordered = [path for path in sums_of(site) if not path.startswith(("titipan", "bukti", "kit", "pagefind"))]
    assert check_built(site) == []
    assert [(str(item.place), item.masalah) for item in check_built(site, ordered, ["kit/a.png"])] == [
        (name, "berkas ini tidak berasal dari data atau tulisan kantor") for name in ("bukti/2026/x.exe", "titipan.html")
    ]
