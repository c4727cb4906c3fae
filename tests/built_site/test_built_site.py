"""The built site, read again: every page, every link, every printed word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from recount.published_page import Element, read_page
from small.office_data import row, write_kantor
from support.zi_command import PER_TANGGAL, ROOT, zi
from zona.findings.upkeep.age import age_of
from zona.findings.year_findings import Findings
from zona.outputs import addresses
from zona.outputs.api.contract.contract_files import BERKAS
from zona.outputs.contact_links import link_of
from zona.outputs.pages.frame import TAKEN, menu_of
from zona.outputs.wording import tanggal


def test_every_page_came_out(pages: dict[str, Element], temuan: Findings) -> None:
    """All pages came out: a theme or builder that ignores hooks would publish almost none, without an error."""
    a = addresses
    expected = {a.BERANDA, a.RENCANA, a.METODE, a.KELENGKAPAN, a.RIWAYAT, a.PEKAN_INI, a.KEASLIAN, a.PETA, a.SEMATAN}
    expected |= {
        a.LAPOR,
        a.KANAL,
        a.DASAR_HUKUM,
        a.INFORMASI,
        a.KAMUS,
        *(a.kamus(name) for name in ("tabel", *(item.nama for item in BERKAS))),
    }
    expected |= {a.prosa(page.nama) for page in temuan.prosa}
    expected |= {a.situasi(item.kunci) for item in (temuan.lapor.isi.situasi if temuan.lapor else ())}
    for tahun in temuan.tahun:
        year = tahun.tahun
        expected |= {a.plan(year), a.keputusan(year), a.capaian(year), a.statistik_pengaduan(year), a.unduhan(year)}
        expected.add(a.lewat_tenggat(year, temuan.terbaru.tahun))
        expected |= {a.lke(year)} if tahun.lke else set()
        expected |= {a.kelompok(year, item.kode) for item in tahun.kelompok}
        expected |= {a.aksi(year, item.kode) for item in tahun.aksi} | {a.triwulan(year, number) for number in range(1, 5)}
    expected.add(a.kit(temuan.terbaru.tahun))
    by_hand = {f"{path.stem}/" for path in (ROOT / "docs").glob("*.md")} - {"pengembang/"}  # which is not published
    assert set(pages) == expected | by_hand | {"404.html"}


def test_no_hand_written_page_can_take_a_place_of_the_site(situs: Path, temuan: Findings) -> None:
    """Whatever lies at the top of the built site is hand-written or under a name that no hand-written page may have: a new page
    whose name is forgotten there would be replaced by humas' page of that name, or replace it, without a word."""
    written = {page.nama for page in temuan.prosa} | {path.stem for path in (ROOT / "docs").iterdir()}
    assert {path.name for path in situs.iterdir()} - written <= TAKEN


def test_every_page_is_listed(pages: dict[str, Element]) -> None:
    """The list of all pages links each page that the search may find exactly once, under its kind, and no other page."""
    found = {address: kind_of(page) for address, page in pages.items() if kind_of(page)}
    listed = Counter()
    for section in (element for element in pages["peta-situs/"].walk() if element.name == "section"):
        kind = section.attributes["aria-labelledby"]
        for link in (element for element in section.walk() if element.name == "a"):
            listed[urlsplit(urljoin("/peta-situs/", link.attributes["href"])).path[1:], kind] += 1
    assert listed == Counter(found.items())
    assert set(found.values()) == {"aksi", "dokumen", "halaman", "kanal", "rujukan"}
    assert pages.keys() - found.keys() == {"404.html", "peta-situs/", "rencana-aksi/", "sematan/"}


def kind_of(page: Element) -> str:
    """The kind under which the search names a page; "" of a page that it leaves out."""
    found = [element for element in page.walk() if "data-pagefind-body" in element.attributes]
    return found[0].attributes["data-pagefind-filter"].removeprefix("jenis:") if found else ""


def test_every_page_says_its_day_and_source(pages: dict[str, Element], temuan: Findings) -> None:
    """Each page says as of when it is true, how new its newest report is, and where its data come from; the source can be
    opened."""
    newest = age_of(temuan).laporan_terbaru
    said = f"Laporan terbaru {tanggal(newest)}" if newest else "Belum ada laporan"
    for address, page in pages.items():
        assert re.search("(Data|Status) per 24 November 2026|Keadaan per 24 November 2026", page.text), address
        assert said in page.text, address
        if address != "404.html":
            assert re.search("Sumber data: (data/|docs/informasi/|paket )|Ditulis oleh pengelola situs", page.text), address


def test_every_page_has_one_heading_title_and_language(pages: dict[str, Element]) -> None:
    """One h1, a title of its own, Indonesian as its language, a description, and a skip link to what exists."""
    titles = Counter()
    for address, page in pages.items():
        names = Counter(element.name for element in page.walk())
        assert names["h1"] == 1, address
        titles[next(element.text for element in page.walk() if element.name == "title")] += 1
        assert next(element for element in page.walk() if element.name == "html").attributes["lang"] == "id"
    assert max(titles.values()) == 1, titles


def test_links_and_anchors(situs: Path, pages: dict[str, Element]) -> None:
    """Every internal link leads to a file of the site, and every anchor to an id on its page; 404 links from the root."""
    ids = {address: {element.attributes.get("id") for element in page.walk()} for address, page in pages.items()}
    broken = []
    for address, page in pages.items():
        for element in page.walk():
            link = element.attributes.get("href", element.attributes.get("src"))
            if link is None or urlsplit(link).scheme:
                continue
            parts = urlsplit(urljoin(f"/{address}", link))
            target = unquote(parts.path).lstrip("/")
            page_of_target = target + "index.html" if target == "" or target.endswith("/") else target
            if not (situs / page_of_target).is_file() or (parts.fragment and parts.fragment not in ids[target]):
                broken.append((address, link))
    assert not broken


LOADS = ("src", "srcset", "poster", "data", "action", "formaction", "ping", "background")


def links_out(page: Element) -> Iterator[tuple[Element, str, str]]:
    """Everything on a page that names a scheme or another host, as (element, attribute, value)."""
    for element in page.walk():
        for name in ("href", *LOADS):
            value = element.attributes.get(name, "")
            if urlsplit(value).scheme or urlsplit(value).netloc:
                yield element, name, value


@pytest.fixture(scope="module")
def any_pages(any_site: Path) -> dict[str, Element]:
    """Every page of the real site, then of the sample office's."""
    return {path.relative_to(any_site).as_posix(): read_page(path) for path in any_site.rglob("*.html")}


def test_nothing_is_loaded_from_elsewhere(any_pages: dict[str, Element]) -> None:
    """No page loads anything from another host: what lies outside can be opened by a tap, and by nothing else."""
    for address, page in any_pages.items():
        told = ("a", "canonical", "prev", "next")  # browsers load none of these by themselves
        loaded = [
            value
            for element, name, value in links_out(page)
            if name != "href" or not {element.name, element.attributes.get("rel")} & set(told)
        ]
        assert [value for value in loaded if not value.startswith("data:")] == [], address


def test_links_out_are_safe(any_pages: dict[str, Element]) -> None:
    """Links out are https, tel, sms or mailto and nothing else; each keeps the page from being reached and from being told."""
    found = [(address, element, value) for address, page in any_pages.items() for element, _, value in links_out(page)]
    links = [(address, element, value) for address, element, value in found if element.name == "a"]
    assert len({value for _, _, value in links}) > 50
    for address, element, value in links:
        assert urlsplit(value).scheme in ("https", "tel", "sms", "mailto"), (address, value)
        assert "noopener" in element.attributes.get("rel", "").split(), (address, value)
        assert element.attributes.get("referrerpolicy") == "no-referrer", (address, value)
        assert not re.search(r"\bdkpp\.or\.id\b", value)


def test_what_waits_is_said_in_words(pages: dict[str, Element]) -> None:
    """The office's unknown contacts stand as not filled in, on every page that would show them; nothing stands for them."""
    for address in ("lapor/dimintai-uang/", "lapor/informasi-ditolak/", "kanal/"):
        assert "belum diisi" in pages[address].text


def test_chooser_is_whole(pages: dict[str, Element], temuan: Findings) -> None:
    """Every situation has a line with its old anchor in the list, and a page of its own that shows every way to reach its
    channels as a link that can be tapped, and says everything that its record says."""
    assert temuan.lapor
    lines = {item.attributes["id"]: item for item in pages["lapor/"].walk() if item.name == "li" and "id" in item.attributes}
    assert list(lines) == [situasi.kunci for situasi in temuan.lapor.isi.situasi]
    for situasi in temuan.lapor.isi.situasi:
        assert [item.attributes["href"] for item in lines[situasi.kunci].walk() if item.name == "a"] == [f"{situasi.kunci}/"]
        page = pages[addresses.situasi(situasi.kunci)]
        links = {element.attributes.get("href") for element in page.walk()}
        ways = {link_of(cara) for kunci in situasi.kanal for cara in temuan.kanal_menurut_kunci[kunci].cara}
        assert ways - {None} <= links
        own = (situasi.mengapa, situasi.biaya, situasi.lama, situasi.perlindungan, situasi.tidak_menangani, *situasi.siapkan)
        steps = [text for langkah in situasi.langkah for text in (langkah.judul, langkah.isi) if text]
        assert [text for text in (*own, *steps) if text not in page.text] == []


def test_detail_pages_stay_out_of_the_menu(pages: dict[str, Element], temuan: Findings) -> None:
    """The menu of every page leads to the pages of the menu and nowhere else, and the footer to no action: with a page for each
    group and action, every page would grow with the plan."""
    wanted = [address for _, address in menu_of(temuan)]
    assert not {addresses.aksi(2026, item.kode) for item in temuan.terbaru.aksi} & set(wanted)
    for address, page in pages.items():
        menus = [element for element in page.walk() if element.attributes.get("aria-label") == "Menu"]
        assert len(menus) == (0 if address == "sematan/" else 1), address
        for menu in menus:
            links = [element.attributes["href"] for element in menu.walk() if element.name == "a"]
            assert [urlsplit(urljoin(f"/{address}", link)).path[1:] for link in links] == wanted, address
        below = [
            link.attributes["href"] for item in page.walk() if item.name == "footer" for link in item.walk() if link.name == "a"
        ]
        assert not [link for link in below if "/aksi" in link or "kelompok" in link], address


def test_nothing_of_the_theme_lies_beside_the_pages(situs: Path) -> None:
    """The frame's pieces are in the pages, and are not published a second time as files that no page loads."""
    assert not [path.name for path in situs.iterdir() if path.name in {"partials", "assets", "main.html"}]


def test_edit_links(tmp_path: Path) -> None:
    """With a repository, every generated page's edit link opens the data file it comes from; prose opens its own file. The
    page of complaints leads to no file: theirs hold what it hides."""
    address = {"repositori": "https://git.example.go.id/kpu/situs", "alamat_situs": "https://zi.example.go.id/situs"}
    root = write_kantor(tmp_path / "data", {2026: [row("I.1")]}, situs=address)
    target = tmp_path / "situs"
    done = zi("bangun", "--data", str(root), "--per-tanggal", PER_TANGGAL.isoformat(), "--keluaran", str(target))
    assert done.returncode == 0, done.stderr
    found = {
        path.relative_to(target).as_posix(): [
            element.attributes["href"]
            for element in read_page(path).walk()
            if "edit" in element.attributes.get("rel", "").split()
        ]
        for path in target.rglob("index.html")
    }
    edit = "https://git.example.go.id/kpu/situs/edit/main"
    assert f'href="{edit.replace("/edit/", "/blob/")}/data/situs.yml"' in (target / "riwayat" / "index.html").read_text("utf-8")
    assert found.pop("sematan/index.html") == []  # a page for frames
    assert found.pop("glosarium/index.html") == [f"{edit}/docs/glosarium.md"]
    dictionary = [page.removesuffix("/index.html") for page in found if page.startswith("kamus-data/")]
    for page in ("riwayat", "keaslian", *dictionary):
        assert found.pop(f"{page}/index.html") == [f"{edit}/data/situs.yml"]
    assert found.pop("pengaduan/statistik/2026/index.html") == []
    assert found.pop("rencana-aksi/2026/keputusan/index.html") == [f"{edit}/data/2026/keputusan.yml"]
    assert set(map(tuple, found.values())) == {(f"{edit}/data/2026/rencana-aksi.yml",)}
    assert 'href="https://zi.example.go.id/situs/metode/"' in (target / "metode" / "index.html").read_text(encoding="utf-8")
