"""What the site tells machines: JSON-LD, robots.txt, security.txt."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any
from urllib.robotparser import RobotFileParser

import pytest
from small.office_data import row, write_kantor
from support.zi_command import PER_TANGGAL, TABALONG
from zona.findings.judge import judge
from zona.findings.year_findings import Findings
from zona.outputs.addresses import ROBOTS
from zona.outputs.pages.machine_readable import SECURITY, breadcrumbs, json_ld, machine_files, office
from zona.records.load import load_data
from zona.records.reading.data_error import DataError


def told(findings: Findings) -> dict[str, str]:
    """The files for machines by path."""
    return {file.path: file.content.decode() for file in machine_files(findings) if isinstance(file.content, bytes)}


def judged(root: Path, **situs: Any) -> Findings:
    """A small office with these words about itself."""
    return judge(load_data(write_kantor(root, {2026: [row("I.1")]}, situs=situs)), PER_TANGGAL)


def test_robots_may_read_everything(sample: Findings) -> None:
    """robots.txt forbids nobody anything and names the sitemap by its full address."""
    robots = RobotFileParser()
    robots.parse(told(sample)[ROBOTS].splitlines())
    assert robots.can_fetch("*", "https://contoh.example/zi/rencana-aksi/2026/")
    assert robots.site_maps() == ["https://contoh.example/zi/sitemap.xml"]


def test_no_address_no_sitemap(tmp_path: Path) -> None:
    """Where the site's address is not known, robots.txt names no sitemap, and no security.txt is made up."""
    assert told(judged(tmp_path)) == {ROBOTS: "User-agent: *\nDisallow:\n"}


KONTAK = "mailto:keamanan@contoh.example"


@pytest.mark.parametrize(("sampai", "ada"), [(PER_TANGGAL, True), (date(2027, 6, 30), True), (date(2026, 11, 23), False)])
def test_security_contact_while_it_lasts(tmp_path: Path, sampai: date, ada: bool) -> None:
    """security.txt stands there only when the office gave a contact, up to the day that the office set (RFC 9116, 2.5.5)."""
    contact = {"kontak": KONTAK, "berlaku_sampai": sampai}
    files = told(judged(tmp_path, alamat_situs="https://contoh.example", kontak_keamanan=contact))
    assert (SECURITY in files) == ada
    if ada:
        lines = dict(line.split(": ", 1) for line in files[SECURITY].splitlines())
        assert lines["Contact"] == KONTAK
        assert lines["Expires"] == f"{sampai.isoformat()}T23:59:59+07:00"
        assert lines["Canonical"] == "https://contoh.example/.well-known/security.txt"


@pytest.mark.parametrize("kontak", ["keamanan@contoh.example", "http://contoh.example", "0812", "mailto:siapa"])
def test_security_contact_is_an_address(tmp_path: Path, kontak: str) -> None:
    """A contact that no program could open is refused."""
    with pytest.raises(DataError):
        judged(tmp_path, kontak_keamanan={"kontak": kontak, "berlaku_sampai": date(2027, 1, 1)})


def test_office_says_only_what_is_known(tmp_path: Path, temuan: Findings) -> None:
    """An office without a website has none here; a telephone, a street and a logo that nobody gave are not made up."""
    assert set(office(judged(tmp_path))) == {"@type", "@id", "name", "alternateName", "address"}
    real = office(temuan)
    assert real["url"] == "https://kab-tabalong.kpu.go.id"
    assert real["address"] == {"@type": "PostalAddress", "addressRegion": "Kalimantan Selatan", "addressCountry": "ID"}


def test_way_to_a_page() -> None:
    """The way to a page is every page whose address begins its own; one that only leads on is no place on it."""
    titles = {"": "Beranda", "rencana-aksi/": "Lanjut", "rencana-aksi/2026/": "Rencana", "rencana-aksi/2026/i-1/": "Aksi I.1"}
    steps = breadcrumbs("rencana-aksi/2026/i-1/", titles, "https://x.example/")["itemListElement"]
    assert [(step["position"], step["name"]) for step in steps] == [(1, "Beranda"), (2, "Rencana"), (3, "Aksi I.1")]
    assert steps[-1]["item"] == "https://x.example/rencana-aksi/2026/i-1/"


def test_words_cannot_leave_the_script() -> None:
    """Whatever people wrote, the text ends no <script> and reads back as it was."""
    hostile = "</script><script>alert(1)</script><!-- & “"
    text = json_ld([{"name": hostile}])
    assert "<" not in text
    assert json.loads(text)["@graph"] == [{"name": hostile}]


def test_real_office_has_no_security_contact() -> None:
    """Nobody gave one yet, so none is published."""
    assert SECURITY not in told(judge(load_data(TABALONG / "data"), PER_TANGGAL))
