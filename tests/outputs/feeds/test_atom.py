"""The feeds, read as a feed reader reads them."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from time import struct_time
from xml.etree import ElementTree

import feedparser
import pytest
from lxml import etree
from small.office_data import row, write_kantor
from support.zi_command import CONTOH, PER_TANGGAL, ROOT
from zona.findings.judge import judge
from zona.findings.keadaan import Keadaan
from zona.findings.year_findings import Findings
from zona.outputs.feeds.atom import ATOM, TERBANYAK, entries_of, feed_files
from zona.records.load import load_data

pytestmark = pytest.mark.lambat


@pytest.fixture(scope="module")
def sample() -> Findings:
    """The sample office, with records in every state."""
    return judge(load_data(CONTOH / "data"), PER_TANGGAL)


def read(findings: Findings) -> dict[str, feedparser.FeedParserDict]:
    """Every feed by its path, parsed without a complaint."""
    feeds = {}
    for file in feed_files(findings):
        parsed = feedparser.parse(file.read())
        assert not parsed.bozo, parsed.get("bozo_exception")
        assert parsed.version == "atom10"
        feeds[file.path] = parsed
    return feeds


def test_one_feed_for_the_site_and_one_for_each_group_and_action(sample: Findings) -> None:
    """Every record and every fulfilled period is an entry of its own; each feed holds the newest of what is its."""
    feeds = read(sample)
    tahun = sample.terbaru
    entries = list(entries_of(tahun))
    fulfilled = sum(item.keadaan is Keadaan.TERPENUHI for item in tahun.periode)
    assert len(entries) == len(tahun.capaian) + fulfilled == len({entry.kunci for entry in entries})
    owners: dict[str, str | None] = {"umpan/zona-integritas.xml": None}
    owners |= {f"umpan/2026/kelompok-{item.kode.lower()}.xml": item.kode for item in tahun.kelompok}
    owners |= {f"umpan/2026/{item.kode.lower().replace('.', '-')}.xml": item.kode for item in tahun.aksi}
    assert set(feeds) == set(owners)
    for path, kode in owners.items():
        own = sorted((entry.tanggal for entry in entries if kode in (None, entry.kelompok, entry.aksi)), reverse=True)
        assert [entry.updated[:10] for entry in feeds[path].entries] == [day.isoformat() for day in own[:TERBANYAK]]


def test_what_atom_wants(sample: Findings) -> None:
    """Feed and entries have an id, a title, a date with the office's zone, and a link (RFC 4287, 4.1); an id is a URN."""
    for file in feed_files(sample):
        feed = ElementTree.fromstring(file.read())
        assert len(feed.findall(f"{{{ATOM}}}author")) == 1
        for element in (feed, *feed.findall(f"{{{ATOM}}}entry")):
            found = {name: element.findtext(f"{{{ATOM}}}{name}") or "" for name in ("id", "title", "updated")}
            assert found["id"].startswith("urn:uuid:")
            assert found["title"].startswith("DATA CONTOH · ")
            assert found["updated"].endswith("T00:00:00+08:00")
            assert element.find(f"{{{ATOM}}}link[@rel='alternate']") is not None


GRAMMAR = etree.RelaxNG(etree.parse(ROOT / "tests" / "outputs" / "feeds" / "atom.rng"))


def test_feeds_are_valid(sample: Findings, temuan: Findings) -> None:
    """Every feed, of the sample as of the office, is an Atom document by RFC 4287's grammar."""
    for file in (*feed_files(sample), *feed_files(temuan)):
        GRAMMAR.assertValid(etree.fromstring(file.read()))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"+08:00</updated>", b"</updated>"),
        (b"<id>urn:uuid:", b"<id>"),
        (b"<author>", b"<author><name>Dua</name>"),
        (b"<entry>", b"<entry><id>urn:uuid:dua</id>"),
        (b"<summary>", b"<isi>baru</isi><summary>"),
    ],
)
def test_an_invalid_feed_is_found(sample: Findings, old: bytes, new: bytes) -> None:
    """The check above can fail: a date without its offset, a relative id, two names, two ids, a word that Atom has not."""
    content = next(iter(feed_files(sample))).read()
    assert old in content
    assert not GRAMMAR.validate(etree.fromstring(content.replace(old, new, 1)))


def test_links_lead_to_pages(sample: Findings, contoh: Path) -> None:
    """Every entry's link leads to a page that was built."""
    for path, feed in read(sample).items():
        for entry in feed.entries:
            link = entry.link.removeprefix(sample.situs.isi.alamat_situs or "")
            target = contoh / link if sample.situs.isi.alamat_situs else contoh / path / ".." / link
            assert (target.resolve() / "index.html").is_file()


def test_time_changes_no_feed(sample: Findings) -> None:
    """On another day, the same data give the same feeds: nothing in them comes from the clock."""
    later = judge(load_data(CONTOH / "data"), PER_TANGGAL + timedelta(days=400))
    assert [file.read() for file in feed_files(later)] == [file.read() for file in feed_files(sample)]


def test_hostile_words_and_empty_plan(tmp_path: Path) -> None:
    """An office without records has feeds without entries, dated by its decree; names with marks stay what was typed."""
    situs = {"kantor": "KPU <b>&amp;", "alamat_situs": "https://contoh.example/zi"}
    findings = judge(load_data(write_kantor(tmp_path, {2026: [row("I.1")]}, situs=situs)), date(2026, 3, 1))
    feed = read(findings)["umpan/zona-integritas.xml"]
    assert feed.entries == []
    assert isinstance(feed.feed.updated_parsed, struct_time)
    assert feed.feed.updated == "2026-01-02T00:00:00+07:00"
    assert [link.href for link in feed.feed.links] == [
        "https://contoh.example/zi/", "https://contoh.example/zi/umpan/zona-integritas.xml",
    ]  # fmt: skip
    text = next(iter(feed_files(findings))).read()
    assert ElementTree.fromstring(text).findtext(f"{{{ATOM}}}title") == "Zona Integritas KPU <b>&amp;"
