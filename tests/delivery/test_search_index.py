"""The search index: the words of each page's families and their like, what is indexed, and the same bytes twice."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path
from typing import Any

import cbor2
import pytest
import snowballstemmer
import yaml
from support.zi_command import ROOT
from zona.delivery import search_index
from zona.delivery.built_pages import BuiltPage, NotDelivered, read_page
from zona.delivery.deliver import Rules, deliver
from zona.delivery.search_index import FOLDER
from zona.delivery.word_forms import PADANAN, Words, nasal
from zona.outputs.pages.site_map import JENIS

pytestmark = pytest.mark.lambat

FAMILIES = [
    "terima menerima diterima penerimaan penerima",
    "tangani menangani ditangani penanganan",
    "kendali mengendalikan dikendalikan pengendalian",
    "tolak menolak ditolak penolakan",
    "nilai menilai dinilai penilaian",
    "awas mengawasi diawasi pengawasan pengawas",
    "lapor melapor melaporkan dilaporkan pelaporan laporan pelapor",
    "cegah mencegah dicegah pencegahan",
    "kirim mengirim mengirimkan dikirim pengiriman",
    "susun menyusun disusun penyusunan susunan",
    "pantau memantau dipantau pemantauan",
    "periksa memeriksa diperiksa pemeriksaan",
    "layan melayani dilayani pelayanan layanan",
]
LIKE = [
    ("risiko", "resiko"),
    ("survei", "survey"),
    ("benturan kepentingan", "konflik kepentingan"),
    ("tindak lanjut", "menindaklanjuti ditindaklanjuti"),
    ("pengaduan masyarakat", "dumas"),
    ("whistle blowing system", "WBS"),
]


@pytest.fixture(scope="module")
def words() -> Words:
    return Words()


def stems(text: str) -> set[str]:
    """The stems that Pagefind takes of a text."""
    return set(snowballstemmer.stemmer("indonesian").stemWords(text.lower().split()))


@pytest.mark.parametrize("family", [family.split() for family in FAMILIES], ids=lambda family: family[0])
def test_each_of_a_family_finds_the_others(family: list[str], words: Words) -> None:
    """A page with any one form of a family gets the stems of all the forms that people write."""
    for form in family:
        assert stems(" ".join(family)) <= stems(form) | stems(" ".join(words.beside(f"Tentang {form}, dan lainnya."))), form


@pytest.mark.parametrize(("one", "other"), [pair for both in LIKE for pair in (both, both[::-1])])
def test_like_words_find_each_other(one: str, other: str, words: Words) -> None:
    """Where one of two like words or phrases stands, in any form, the other finds the page; elsewhere it does not."""
    for text in one.split() if other.startswith("tindak") else [one]:
        assert stems(other) <= stems(text) | stems(" ".join(words.beside(text)))
    assert not stems(other) <= stems(" ".join(words.beside("Tamu datang ke kantor.")))


def test_only_what_is_missing_is_added(words: Words) -> None:
    """No stem is added that the page has already, none twice, and the order is always the same."""
    text = "Penerimaan dan penolakan gratifikasi; benturan kepentingan."
    added = words.beside(text)
    found = [stems(word).pop() for word in added]
    assert len(set(found)) == len(found)
    assert not set(found) & stems(text.replace(";", " ").replace(".", " "))
    assert added == sorted(added) == Words().beside(text)


@pytest.mark.parametrize(
    ("root", "behind"),
    [("terima", "nerima"), ("kendali", "ngendali"), ("sebar", "nyebar"), ("pantau", "mantau"), ("program", "mprogram"),
     ("adu", "ngadu"), ("bangun", "mbangun"), ("cegah", "ncegah"), ("lapor", "lapor"), ("standar", "nstandar")],
)  # fmt: skip
def test_nasal(root: str, behind: str) -> None:
    """A root's first letter changes behind me- and pe- as it does in Indonesian."""
    assert nasal(root) == behind


def test_like_words_are_well_written(words: Words) -> None:
    """The file of like words holds what its head says: lists of at least two, and lists by word; nothing is there twice."""
    given = yaml.safe_load(PADANAN.read_text(encoding="utf-8"))
    assert set(given) == {"sama", "juga"}
    assert all(isinstance(phrase, str) for phrases in given["sama"] for phrase in phrases)
    assert all(len(phrases) >= 2 for phrases in given["sama"])
    assert all(isinstance(other, str) for others in given["juga"].values() for other in others)
    assert all(len(set(phrases)) == len(phrases) for phrases in [*given["sama"], *given["juga"].values()])


def test_kinds_are_the_same_everywhere() -> None:
    """The search groups by just the kinds that pages are listed under."""
    (kinds,) = re.findall(r"const KINDS = \{(.*?)\};", (ROOT / "docs" / "aset" / "cari.js").read_text(encoding="utf-8"))
    assert set(re.findall(r"(\w+):", kinds)) == set(JENIS)


def test_what_is_read() -> None:
    """The search reads what is marked for it, without what is to be passed over there, and knows the heading."""
    page = (
        "<html><head><title>x</title></head><body><p>luar</p><div data-pagefind-body><h1>Judul <b>besar</b></h1><p>isi<br>lagi"
        "<span data-pagefind-ignore>lewat <img src=x> <i>ini</i></span> terus</p><nav>menu</nav><script>var a</script></div>"
        "<p>luar</p></body></html>"
    )
    assert read_page(page) == BuiltPage(("var a",), (), "Judul besar", "Judul besar isi lagi terus")
    data = '<script type="application/ld+json">{}</script><script src="a.js"></script>'
    assert read_page(f"<p>x</p>{data}") == BuiltPage((), ("unsur <script>",), "", "")


def write_site(folder: Path) -> Path:
    """Pages of each kind to be found, and one that is not."""
    for path, kind, text in (
        ("index.html", "halaman", "<h1>Beranda</h1><p>Penerimaan tamu</p>"),
        ("a/index.html", "aksi", "<h1>I.1 Satu</h1><p>Tolak gra\u00adti\u00adfi\u00adkasi</p>"),
        ("b/index.html", "dokumen", "<h1>Keputusan</h1><p data-pagefind-filter='keadaan:Baru'>Naskah</p>"),
        ("c/index.html", "kanal", "<h1>Kanal</h1><p data-pagefind-filter='keadaan:Lama'>Pengaduan</p>"),
        ("404.html", "", "<h1>Tidak ada</h1>"),
    ):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        mark = f' data-pagefind-body data-pagefind-filter="jenis:{kind}"' if kind else ""
        head = '<meta charset="utf-8"><title>x</title>'
        page = f'<html lang="id"><head>{head}</head><body><div{mark}>{text}</div></body></html>'
        (folder / path).write_text(page, encoding="utf-8")
    deliver(folder, Rules("", "", frozenset()))
    return folder


def fragments(site: Path) -> dict[str, dict[str, Any]]:
    """What the index says of each page, by address."""
    read = [gzip.decompress(path.read_bytes()) for path in (site / FOLDER / "fragment").iterdir()]
    return {page["url"]: page for page in (json.loads(data[data.index(b"{") :]) for data in read)}


def test_index(tmp_path: Path) -> None:
    """Marked pages are indexed with their kind, words whole; words to find them by are beside them, in no text and in no
    delivered page; of Pagefind's files only those that the search loads are there."""
    site = write_site(tmp_path)
    found = fragments(site)
    kinds = {"/": "halaman", "/a/": "aksi", "/b/": "dokumen", "/c/": "kanal"}
    assert {url: page["filters"]["jenis"] for url, page in found.items()} == {url: [kind] for url, kind in kinds.items()}
    assert "terima" in str(found["/"]["meta"])
    assert "hadiah" in str(found["/a/"]["meta"])
    assert found["/a/"]["content"] == "I.1 Satu. Tolak gratifikasi."
    assert "hadiah" not in (site / "a/index.html").read_text(encoding="utf-8")
    names = {path.name.split(".")[0] for path in (site / FOLDER).iterdir()}
    assert names == {"pagefind", "pagefind-entry", "wasm", "index", "filter", "fragment"}
    assert not list((site / FOLDER).glob("*worker*"))
    assert "/pagefind/*" in (site / "_headers").read_text(encoding="utf-8")


def test_same_bytes(tmp_path: Path) -> None:
    """The same pages give the same index, byte for byte."""
    one, two = write_site(tmp_path / "satu"), write_site(tmp_path / "dua")
    files = sorted(path.relative_to(one) for path in one.rglob("*") if path.is_file())
    assert [path for path in files if (one / path).read_bytes() != (two / path).read_bytes()] == []
    assert len(list((two / FOLDER).rglob("*"))) == len(list((one / FOLDER).rglob("*"))) > 8


def test_chunks_are_small(situs: Path) -> None:
    """The words of the real site are in many small chunks, each of which holds just the words within its bounds."""
    (meta,) = (situs / FOLDER).glob("pagefind.*.pf_meta")
    chunks = read_index(meta)[2]
    assert len(chunks) > 4
    before = ""
    for first, last, name in chunks:
        path = situs / FOLDER / "index" / f"{name}.pf_index"
        assert path.stat().st_size < 10_000
        words = [word for word, *_ in read_index(path)[0]]
        assert before < first <= words[0]
        assert words == sorted(words)
        assert words[-1].startswith(last) or words[-1] < last
        before = words[-1]


def read_index(path: Path) -> list[Any]:
    """A file of the index as values."""
    found: list[Any] = cbor2.loads(gzip.decompress(path.read_bytes()).removeprefix(b"pagefind_dcd"))
    return found


@pytest.mark.parametrize("program", ["/tidak/ada", "/bin/false"])
def test_failure_is_told(program: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the index can't be made the build stops and says so in Indonesian."""
    monkeypatch.setattr(search_index, "get_executable", lambda: Path(program))
    with pytest.raises(NotDelivered, match="indeks pencarian"):
        write_site(tmp_path)
