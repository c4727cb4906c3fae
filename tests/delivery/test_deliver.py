"""The delivered site: pages that hold nothing of others, and headers from one source."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from zona.delivery.built_pages import NotDelivered
from zona.delivery.checksums import SUMS
from zona.delivery.deliver import Rules, deliver
from zona.delivery.headers import APACHE, NETLIFY, NGINX, header_files

INLINE = "var a=1"
RULES = Rules("default-src 'none'", "default-src 'self'", frozenset((INLINE,)), "/zi/")


def write_site(folder: Path) -> Path:
    """A small built site: pages at different depths, and files named after their content."""
    data = '<script type="application/ld+json">{}</script>'
    page = f'<html><head><script>{INLINE}</script>{data}</head><body><form action="#"><p>x</p></form></body></html>'
    for path in ("index.html", "a/b/index.html", "404.html", "sematan/index.html"):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(page, encoding="utf-8")
    for path in ("aset/gaya.01234567.css", "aset/cari.89abcdef.js"):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text("a", encoding="utf-8")
    return folder


@pytest.fixture
def site(tmp_path: Path) -> Path:
    deliver(write_site(tmp_path), RULES)
    return tmp_path


@pytest.mark.parametrize(
    ("planted", "told"),
    [
        ("<script>alert(1)</script>", "skrip yang bukan milik situs ini (“alert(1)”)"),
        (f"<SCRIPT>{INLINE} </SCRIPT>", "skrip yang bukan milik situs ini"),
        ('<script src="aset/lain.js"></script>', "unsur <script>"),
        ("<svg><script>alert(1)</script></svg>", "skrip yang bukan milik situs ini"),
        ('<p onclick="a()">x</p>', "atribut onclick"),
        ("<img src=x ONERROR=a()>", "atribut onerror"),
        ("<form action=https://jahat.example/><input></form>", "<form> yang menuju situs lain"),
        ('<form><button formaction="//jahat.example/">x</button></form>', "<button> yang menuju situs lain"),
        ('<a href=" java\nscript:a()">x</a>', "alamat yang menjalankan skrip pada href"),
        (f'<a href="{" " * 60}javascript:a()">x</a>', "alamat yang menjalankan skrip pada href"),
        ('<meta http-equiv="refresh" content="0;url=\\\\jahat.example">', "<meta> yang menuju situs lain"),
        ("<object data=x></object>", "unsur <object>"),
        ("<embed src=x>", "unsur <embed>"),
        ("<iframe src=x></iframe>", "unsur <iframe>"),
        ('<base href="/x/">', "unsur <base>"),
        ('<meta http-equiv="Refresh" content="0; url=https://jahat.example/">', "<meta> yang menuju situs lain"),
    ],
)
def test_what_is_not_ours_stops_the_delivery(planted: str, told: str, tmp_path: Path) -> None:
    """A page that holds a script of somebody else, an event, or a way out that no page of ours has stops the delivery; the
    message names the page, and what to do."""
    write_site(tmp_path)
    (tmp_path / "a/b/index.html").write_text(f"<p>x</p>{planted}", encoding="utf-8")
    with pytest.raises(NotDelivered) as refused:
        deliver(tmp_path, RULES)
    assert str(refused.value).startswith(f"a/b/index.html: berisi {told}")
    assert "hapus dari sumbernya" in str(refused.value)
    assert not (tmp_path / SUMS).exists()


def test_only_the_embed_page_may_be_framed(site: Path) -> None:
    """Each host file forbids frames for every path, the embed page excepted; no path has two rules."""
    netlify = (site / NETLIFY).read_text(encoding="utf-8")
    rules = dict(re.findall(r"^(/\S*)\n((?:  .*\n)+)", netlify, flags=re.MULTILINE))
    kept = {path for path in rules if rules[path].strip().startswith("Cache-Control:")}
    assert set(rules) - kept == {"/", "/404.html", "/a/*", "/aset/*", "/index.html", "/sematan/*"}
    assert [path for path, rule in rules.items() if "frame-ancestors *" in rule] == ["/sematan/*"]
    assert "default-src 'self'" in rules["/sematan/*"]
    assert all("frame-ancestors 'none'" in rule for path, rule in rules.items() if path not in kept | {"/sematan/*"})
    assert "nosniff" in rules["/"]


def test_other_sites_may_read_the_open_data() -> None:
    """Scripts of other sites may read what lies in the folders of open data, and no other path, by the rules of every host."""
    top = ["api/*", "bukti/*", "index.html", "kalender/*", "sematan/*", "umpan/*", "unduhan/*"]
    files = header_files("default-src 'none'", "default-src 'self'", top, [])
    rules = dict(re.findall(r"^(/\S*)\n((?:  .*\n)+)", files[NETLIFY], flags=re.MULTILINE))
    shared = [path for path, rule in rules.items() if "  Access-Control-Allow-Origin: *\n" in rule]
    assert shared == ["/api/*", "/kalender/*", "/umpan/*", "/unduhan/*"]
    assert all("frame-ancestors 'none'" in rules[path] for path in shared)
    for name in (APACHE, NGINX):
        (pattern,) = re.findall(r"/\(([a-z|]+)\)/", files[name])
        assert sorted(f"/{folder}/*" for folder in pattern.split("|")) == shared


def test_files_named_after_content_may_be_kept(site: Path) -> None:
    """Exactly the files whose names carry their content may be kept for good; a page never."""
    netlify = (site / NETLIFY).read_text(encoding="utf-8")
    kept = re.findall(r"^/(\S+)\n  Cache-Control: public, max-age=31536000, immutable$", netlify, flags=re.MULTILINE)
    assert kept == sorted(path.relative_to(site).as_posix() for path in (site / "aset").iterdir())
    for name in (APACHE, NGINX):
        (pattern,) = re.findall(r'"(\\\..*\$)"', (site / name).read_text(encoding="utf-8"))
        assert all(re.search(pattern, path) for path in kept)
        assert not re.search(pattern, "index.html")


def test_hosts_show_the_sites_own_404_page(site: Path) -> None:
    """Hosts that must be told find the page by the path that the site lies below."""
    assert "\nErrorDocument 404 /zi/404.html\n" in (site / APACHE).read_text(encoding="utf-8")
    assert "\nerror_page 404 /zi/404.html;\n" in (site / NGINX).read_text(encoding="utf-8")
