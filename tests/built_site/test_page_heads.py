"""What the built pages tell machines: how they are found, shared and placed, the same in every place that says it."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from small.office_data import row, write_kantor
from support.zi_command import PER_TANGGAL, zi

BASE = "https://contoh.example/zi/"
_LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.fixture(scope="module")
def heads(contoh: Path) -> dict[str, str]:
    """The head of every page of the sample office by its address; pages that lead on and the one for frames excepted."""
    found = {}
    for path in contoh.rglob("index.html"):
        head = path.read_text(encoding="utf-8").partition("</head>")[0]
        if 'http-equiv="refresh"' not in head and "pagefind" not in path.parts and "noindex" not in head:
            found[path.relative_to(contoh).as_posix().removesuffix("index.html")] = head
    assert len(found) > 80
    return found


def meta(head: str, name: str) -> str:
    """What a page says of itself under a name; fails where it says nothing, or twice."""
    (value,) = re.findall(rf'<meta (?:name|property)="{name}" content="([^"]*)"', head)
    return str(value)


def graph(head: str) -> list[dict[str, Any]]:
    """What a page describes in schema.org's words."""
    (text,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', head)
    told = json.loads(text)
    assert told["@context"] == "https://schema.org"
    return list(told.get("@graph", [told]))


def test_one_address_everywhere(heads: dict[str, str]) -> None:
    """Each page has one full address, which the canonical link, Open Graph and the end of the breadcrumbs give alike."""
    for address, head in heads.items():
        assert re.findall(r'<link rel="canonical" href="([^"]*)"', head) == [BASE + address]
        assert meta(head, "og:url") == BASE + address
        (way,) = [item for item in graph(head) if item["@type"] == "BreadcrumbList"]
        places = [step["item"] for step in way["itemListElement"]]
        assert places[0] == BASE
        assert places[-1] == BASE + address
        assert [step["position"] for step in way["itemListElement"]] == list(range(1, len(places) + 1))
        assert {place.removeprefix(BASE) for place in places} <= set(heads), address


def test_every_page_is_described(heads: dict[str, str]) -> None:
    """Each page has a description of its own, the same for search engines and where the page is shared."""
    told = {address: meta(head, "description") for address, head in heads.items()}
    assert len(set(told.values())) == len(told)
    for address, text in told.items():
        assert 30 <= len(text) <= 300, (address, text)
        assert meta(heads[address], "og:description") == text
        assert meta(heads[address], "og:image").startswith(BASE)


def test_every_page_announces_its_feeds(contoh: Path, heads: dict[str, str]) -> None:
    """Each page announces the whole plan's feed to the browser; a group's and an action's page its own as well, each there."""
    own = 0
    for address, head in heads.items():
        links = re.findall(r'<link rel="alternate" type="application/atom\+xml" title="([^"]+)" href="([^"]+)">', head)
        paths = [(contoh / address / href).resolve().relative_to(contoh.resolve()).as_posix() for _, href in links]
        assert paths[0] == "umpan/zona-integritas.xml"
        assert all((contoh / path).is_file() for path in paths)
        kind, _, name = address.strip("/").rpartition("/")
        if kind == "rencana-aksi/2026" and name != "keputusan":
            assert paths[1:] == [f"umpan/2026/{name}.xml"]
            own += 1
        else:
            assert not paths[1:]
    assert own == 7 + 43


def test_office_and_data_are_described(contoh: Path, heads: dict[str, str]) -> None:
    """The home page describes the office and the site; the download page a data set, every file of which is there."""
    assert [item["@type"] for item in graph(heads[""])] == ["GovernmentOrganization", "WebSite", "BreadcrumbList"]
    assert "DATA CONTOH" in graph(heads[""])[0]["description"]
    (data,) = [item for item in graph(heads["unduhan/2026/"]) if item["@type"] == "Dataset"]
    assert "DATA CONTOH" in data["name"]
    assert 50 <= len(data["description"]) <= 5000
    files = {item["contentUrl"].removeprefix(BASE) for item in data["distribution"]}
    assert all((contoh / name).is_file() for name in files)
    there = {path.relative_to(contoh).as_posix() for path in (contoh / "unduhan" / "2026").iterdir()}
    assert files == there - {"unduhan/2026/index.html"}
    assert "license" not in data  # the sample office has set none


def test_unknown_address_says_nothing(situs: Path) -> None:
    """A site whose address nobody has set makes up no full address: no canonical link, no JSON-LD, no picture."""
    for path in situs.rglob("*.html"):
        head = path.read_text(encoding="utf-8").partition("</head>")[0]
        assert not re.search(r"canonical|ld\+json|og:url|og:image", head), path


def test_sitemap_dates_come_from_the_data(contoh: Path, heads: dict[str, str]) -> None:
    """The sitemap lists each page once; a page is as new as the last thing that it tells, not as the build."""
    pages = {
        entry.findtext(f"{_LOC}loc", "").removeprefix(BASE): entry.findtext(f"{_LOC}lastmod")
        for entry in ElementTree.parse(contoh / "sitemap.xml").getroot()
    }
    assert set(heads) <= set(pages)
    assert pages["capaian/2026/triwulan-1/"] < pages["capaian/2026/triwulan-3/"] < pages["capaian/2026/"]
    assert pages["rencana-aksi/2026/keputusan/"] == "2026-01-02"
    assert max(day for day in pages.values() if day) < PER_TANGGAL.isoformat()


def test_security_contact_is_built(tmp_path: Path) -> None:
    """An office's contact for weaknesses of the site is delivered where programs look for it, though its folder is hidden."""
    contact = {"kontak": "https://contoh.example/lapor", "berlaku_sampai": date(2027, 6, 30)}
    data = write_kantor(tmp_path / "data", {2026: [row("I.1")]}, situs={"kontak_keamanan": contact})
    day = PER_TANGGAL.isoformat()
    done = zi("bangun", "--data", str(data), "--per-tanggal", day, "--keluaran", str(tmp_path / "site"))
    assert done.returncode == 0, done.stdout + done.stderr
    told = (tmp_path / "site" / ".well-known" / "security.txt").read_text(encoding="utf-8")
    assert told.startswith("Contact: https://contoh.example/lapor\n")
    assert ".well-known/security.txt" in (tmp_path / "site" / "SHA256SUMS").read_text(encoding="utf-8")
