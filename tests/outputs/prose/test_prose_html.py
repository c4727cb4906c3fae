"""Pages of prose as HTML: marks filled, links safe and relative, tables that say what they are, and nothing raw."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser
from small.informasi_data import ATURAN, ISI, KANAL, SITUASI, write_informasi
from zona.findings.judge import judge
from zona.findings.year_findings import Findings
from zona.outputs.present import present
from zona.outputs.prose.blocks import BLOK
from zona.outputs.prose.prose_html import Tulisan
from zona.outputs.scripts import scripts
from zona.records.informasi import prosa as records
from zona.records.load import load_data


def office(root: Path, **given: Any) -> Findings:
    data, prosa = write_informasi(root, **given)
    return judge(load_data(data, prosa=prosa), date(2026, 11, 24))


def html(root: Path, isi: str, **given: Any) -> str:
    """The page's text as it comes out, without what the build places behind it."""
    findings = office(root, isi=isi, **given)
    return Tulisan(findings.prosa[0], findings, {2026: {}}).html


def test_marks(tmp_path: Path) -> None:
    """The office's name, a source's number and a rule's name stand where their marks stood."""
    out = html(tmp_path, "Kata [[kantor]] [[s:satu]] menurut [[h:uu-1-2001]].\n")
    assert out == (
        '<p>Kata KPU Kota Uji <a aria-label="Sumber 1" class="zi-tanda" href="#sumber-satu">[1]</a> menurut '
        '<span><a href="../dasar-hukum/#uu-1-2001">Undang-Undang Nomor 1 Tahun 2001</a></span>.</p>'
    )


@pytest.mark.lambat
@pytest.mark.parametrize(
    ("state", "told"),
    [
        ("dicabut", "(dicabut oleh Undang-Undang Nomor 2 Tahun 2020)"),
        ("diubah", "(diubah oleh Undang-Undang Nomor 2 Tahun 2020)"),
        ("belum_dipastikan", "(masih berlaku atau tidak, belum dipastikan)"),
    ],
)
def test_revoked_rule_shows_it(state: str, told: str, tmp_path: Path) -> None:
    """A cited rule that no longer holds as it was says so, in the text and wherever else it is listed."""
    by = {} if state == "belum_dipastikan" else {"oleh": ["uu-2-2020"]}
    rules = [ATURAN | {"keadaan": state} | by, ATURAN | {"kunci": "uu-2-2020", "nomor": "2", "tahun": 2020}]
    assert told in html(tmp_path / "a", "[[h:uu-1-2001]]\n", aturan=rules)
    files = {file.path: file.content for file in present(office(tmp_path / "b", aturan=rules))}
    for path in ("lapor/dimintai/index.html", "kanal/index.html", "uji/index.html"):
        content = files[path]
        assert isinstance(content, bytes)
        assert told in content.decode(), path


def test_blocks_stand_alone(tmp_path: Path) -> None:
    """A block is filled whether or not empty lines part it from the words around it."""
    out = html(tmp_path, "Sebelum.\n[[kanal uji]]\nSesudah.\n")
    assert out.startswith('<p>Sebelum.</p>\n<div class="zi-blok" data-blok="kanal">')
    assert out.endswith("</div>\n<p>Sesudah.</p>")
    assert 'href="tel:198"' in out


def test_every_mark_has_a_block() -> None:
    """What the checks let through, the build can fill."""
    assert set(BLOK) == set(records.BLOK)


def test_links(tmp_path: Path) -> None:
    """Links out tell nobody where the reader came from; all others work below any path, however they are written."""
    out = html(
        tmp_path, "[a](https://example.org/x) [b](lapor/#dimintai) [c](../kanal/) [d](/metode/) [e](#bagian) <https://a.id>\n"
    )
    rel = 'rel="noopener"'
    assert f'<a href="https://example.org/x" referrerpolicy="no-referrer" {rel}>a</a>' in out
    assert (
        '<a href="../lapor/#dimintai">b</a> <a href="../kanal/">c</a> <a href="../metode/">d</a> <a href="#bagian">e</a>' in out
    )
    assert f'<a href="https://a.id" referrerpolicy="no-referrer" {rel}>https://a.id</a>' in out


def test_nothing_raw(tmp_path: Path) -> None:
    """HTML that the checks might miss is words: nothing in it becomes markup, in a paragraph or as a block."""
    found = office(tmp_path)
    page = replace(found.prosa[0], isi="<div onclick=x>\n\na <img src=x> &lt;b&gt; `<i>`\n")
    assert (
        Tulisan(page, found, {}).html
        == "<p>&lt;div onclick=x&gt;</p>\n<p>a &lt;img src=x&gt; &lt;b&gt; <code>&lt;i&gt;</code></p>"
    )


def test_tables(tmp_path: Path) -> None:
    """A table is named by the heading before it, its cells know their headings, and no inline style is left."""
    out = html(tmp_path, "## Batas nilai\n\n| Acara | Batas |\n|---|---:|\n| Nikah | Rp1 |\n")
    assert '<caption class="zi-sr">Batas nilai</caption>' in out
    assert '<th scope="col">Batas</th>' in out
    assert '<th scope="row">Nikah</th>' in out
    assert '<td data-label="Batas">Rp1</td>' in out
    assert "style" not in out


def test_headings(tmp_path: Path) -> None:
    """Headings have ids, and the list of them leads to those very ids, with marks in them or without."""
    isi = "## Apa itu?\n\n### Kecil\n\n## Di [[kantor]]\n\n## Apa itu?\n"
    found = office(tmp_path, isi=isi)
    headings = (("apa-itu", "Apa itu?"), ("di-kpu-kota-uji", "Di KPU Kota Uji"), ("apa-itu_1", "Apa itu?"))
    assert Tulisan(found.prosa[0], found, {}).bagian == headings
    assert "<h3" in html(tmp_path / "b", isi)


def test_folds(tmp_path: Path) -> None:
    """A heading that ends with the mark stays in sight over a fold, which holds all up to the next heading of its level."""
    isi = "## Satu [[lipat]]\n\nIsi.\n\n### Kecil\n\n[[poster]]\n\n## Dua\n\nLuar.\n"
    found = office(tmp_path, isi=isi)
    tulisan = Tulisan(found.prosa[0], found, {})
    assert tulisan.bagian == (("satu", "Satu"), ("dua", "Dua"))
    root = LexborHTMLParser(tulisan.html)
    (fold,) = root.css("details")
    assert [item.text().strip() for item in fold.css("summary > h2")] == ["Satu"]
    assert {"Isi.", "Kecil", "Poster untuk dicetak"} <= {line.strip() for line in fold.text().split("\n")}
    assert "Luar." not in fold.text()
    assert "lipat" not in root.text()
    assert [link.attributes["href"] for link in fold.css("a")] == ["../kit/2026/#poster"]


def test_activities(tmp_path: Path) -> None:
    """Without records a log says that nothing was reported; that this need not mean that nothing was done, once a page."""
    out = html(tmp_path, "[[kegiatan wbs, spip]]\n\n[[kegiatan wbs]]\n")
    assert "Belum ada laporan 2026 untuk aksi I.1, I.2. <span data-sekali>Belum dilaporkan bukan berarti" in out
    assert "Belum ada laporan 2026 untuk aksi I.1. </p>" in out
    assert out.count("bukan berarti belum dikerjakan") == 1


@pytest.mark.lambat
def test_page_ends(tmp_path: Path) -> None:
    """A page ends with one fold: what the office has to supply, its rows, its rules and its sources."""
    findings = office(tmp_path)
    files = {file.path: file for file in present(findings)}
    content = files["uji/index.html"].content
    assert isinstance(content, bytes)
    text = content.decode()
    parts = (
        "Sumber dan dasar hukum (2)",
        "Data uji.",
        'data-janji="I.1"',
        'id="dasar-hukum"',
        'id="sumber-satu"',
        "</details>",
    )
    places = [text.index(parts[0]), *(text.index(part, text.index(parts[0])) for part in parts[1:])]
    assert places == sorted(places)
    assert files["uji/index.html"].source == "docs/informasi/uji.md"


MARKDOWN = "*a* _b_ **c** `d` [unduh](https://evil.example) <https://evil.example> ![x](y) \\*e \\[f"


def test_markdown_in_data_stays_text(tmp_path: Path) -> None:
    """Names of rules, of what revoked them, and of the office stand on a page as they were written: no sign in them is a mark,
    wherever in the text they are named."""
    isi = "## B [[kantor]]\n\nKata **[[kantor]]** [[h:uu-1-2001]]\n\n| [[kantor]] | B |\n|--|--|\n| [[h:uu-1-2001]] | 1 |\n"
    revoked = ATURAN | {"bentuk": MARKDOWN, "keadaan": "dicabut", "oleh": ["uu-2-2020"]}
    rules = [revoked, ATURAN | {"kunci": "uu-2-2020", "bentuk": MARKDOWN, "nomor": "2", "tahun": 2020}]
    data, prosa = write_informasi(tmp_path, isi=isi, aturan=rules)
    situs = yaml.safe_load((data / "situs.yml").read_text(encoding="utf-8")) | {"kantor": f"KPU {MARKDOWN}"}
    (data / "situs.yml").write_text(yaml.safe_dump(situs), encoding="utf-8")
    findings = judge(load_data(data, prosa=prosa), date(2026, 11, 24))
    out = Tulisan(findings.prosa[0], findings, {2026: {}}).html
    root = LexborHTMLParser(out)
    assert {(link.attributes["href"], link.text()) for link in root.css("a")} == {
        ("../dasar-hukum/#uu-1-2001", f"{MARKDOWN} Nomor 1 Tahun 2001")
    }
    assert len(root.css("strong")) == 1
    assert not root.css("em, code, img")
    assert root.body is not None
    text = root.body.text()
    assert text.count(f"KPU {MARKDOWN}") == 4  # the heading, the text, the table's head and its name
    assert text.count(f"(dicabut oleh {MARKDOWN} Nomor 2 Tahun 2020)") == 1  # once a page


HOSTILE = "<script>x</script>\"'><img src=x onerror=x> {{ 7*7 }} | # `"


@pytest.mark.lambat
def test_hostile_words_stay_words(tmp_path: Path) -> None:
    """What people write into channels, situations, rules and heads of pages is shown as words, on every page and in blocks."""
    given = {
        "aturan": [ATURAN | dict.fromkeys(("bentuk", "nomor", "tentang", "catatan"), HOSTILE)],
        "kanal": [
            KANAL
            | dict.fromkeys(("nama", "pemilik", "jam", "biaya", "perlindungan", "penanggung_jawab"), HOSTILE)
            | {"untuk": [HOSTILE], "bukan_untuk": [HOSTILE, HOSTILE], "cara": [{"jenis": "alamat", "nilai": HOSTILE}]}
        ],
        "situasi": [SITUASI | dict.fromkeys(("judul", "contoh", "mengapa", "biaya", "lama", "perlindungan"), HOSTILE)],
        "kepala": dict.fromkeys(("judul", "ringkas"), HOSTILE) | {"menunggu": [HOSTILE]},
    }
    findings = office(tmp_path, **given, isi=ISI + "\n[[daftar-kanal]]\n")
    for file in present(findings):
        if file.path.endswith(".html"):
            assert isinstance(file.content, bytes)
            own = file.content.decode()
            for text in scripts().values():
                own = own.replace(f"<script>{text}</script>", "")
            assert not re.search(r"<script>|<img src=x|>49", own), file.path
    assert "{{ 7*7 }}" in next(str(file.content) for file in present(findings) if file.path == "lapor/index.html")


@pytest.mark.lambat
def test_a_situation_without_steps_says_why(tmp_path: Path) -> None:
    """Data from before there were steps still make a page for each situation: it says why to go there. A source that is news
    is called so, and what is known of reports without a name is said."""
    news = {"sumber": ["https://example.org/a", {"alamat": "https://example.com/b", "jenis": "berita"}]}
    given = {"kanal": [KANAL | news | {"tanpa_nama": "ya"}], "situasi": [SITUASI | news]}
    files = {file.path: str(file.content) for file in present(office(tmp_path, **given))}
    page = files["lapor/dimintai/index.html"]
    assert "Mengapa ke sini</h2>" in page
    assert "Langkahnya" not in page
    assert "<b>Ya</b>" in page
    assert all(text.replace("<wbr>", "").count("example.com</a> (berita)") == 1 for text in (page, files["kanal/index.html"]))
