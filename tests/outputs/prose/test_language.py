"""How the sites speak: the office says “kami”, sentences of advice are short, and each warning stands once a page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

pytestmark = pytest.mark.lambat

# What an office says only of another, or a supplier of the office that ordered the site.
OF_ANOTHER = (
    "kantor perlu", "kantor ini perlu", "kantor harus", "belum kami terima", "menunggu konfirmasi kantor", "menunggu kantor",
    "diberikan kantor", "diperiksa kantor", "dikonfirmasi kantor", "belum kami lihat", "sumber kami", "bagian hukum kantor",
)  # fmt: skip
ENGLISH = ("website", "tagline", "banner", "alt text", "draft")
ADVICE = (
    "tolak-gratifikasi", "wbs", "benturan-kepentingan", "spip", "pengaduan", "inovasi", "laporan-harta", "pakta-integritas",
    "survei", "standar-pelayanan", "tim",
)  # fmt: skip
ONCE = ("bukan berarti belum dikerjakan", "Itu tidak sama dengan nol")
# What holds no sentence of the page: folds, quotations, tables, charts, lists of what is to be opened.
APART = "details, blockquote, table, figure, nav, dl, form, script"


@pytest.fixture(scope="module", params=["situs", "contoh"])
def any_site(request: pytest.FixtureRequest) -> Path:
    """The built site of the office, then of the sample office."""
    found: Path = request.getfixturevalue(request.param)
    return found


def main_of(site: Path, name: str) -> LexborNode:
    main = LexborHTMLParser((site / name / "index.html").read_text(encoding="utf-8")).css_first("main")
    assert main is not None
    return main


def sentences(main: LexborNode) -> list[list[str]]:
    """The words of each sentence; a paragraph and an item of a list end one."""
    for node in main.css(APART):
        node.decompose()
    found = []
    for block in main.css("p, li"):
        if not block.css("p p, li p, ul, ol"):
            text = re.sub(r"\[\d+\]|(?<=[\dIVX])\.(?=\w)", " ", block.text().replace("\u00ad", ""))
            found += [re.findall(r"\w[\w“”/-]*", part) for part in re.split(r"[.!?](?:\W|$)", text)]
    return [words for words in found if words]


@pytest.mark.parametrize("name", ADVICE)
def test_sentences_are_short(any_site: Path, name: str) -> None:
    """On each page of advice a sentence has fewer than twelve words, on average."""
    found = sentences(main_of(any_site, name))
    assert len(found) > 5
    assert sum(map(len, found)) / len(found) < 12, max(found, key=len)


def test_the_office_is_we(any_site: Path) -> None:
    """On no page does the office speak of itself as of somebody else."""
    told = {}
    for path in any_site.rglob("*.html"):
        body = LexborHTMLParser(path.read_text(encoding="utf-8")).body
        text = " ".join(body.text().replace("\u00ad", "").lower().split()) if body else ""
        if found := [word for word in OF_ANOTHER if word in text]:
            told[path.relative_to(any_site).as_posix()] = found
    assert not told


@pytest.mark.parametrize("name", ADVICE)
def test_words_and_warnings(any_site: Path, name: str) -> None:
    """A warning stands once on a page of advice, and its own sentences have no English that people have a word for."""
    main = main_of(any_site, name)
    text = " ".join(main.text().split())
    assert not [warning for warning in ONCE if text.count(warning) > 1]
    own = " ".join(word for words in sentences(main) for word in words).lower()
    assert not [word for word in ENGLISH if re.search(rf"\b{word}\b", own)]
