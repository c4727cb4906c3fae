"""The pages of both offices, opened and asked once for all tests of a file."""

from __future__ import annotations

import re
from pathlib import Path

import budget
import pytest
from figures import FIGURES
from measured import Measured, PageRead, page_table
from page_sweep import Known, read_pages, sweep
from playwright.sync_api import Browser
from selectolax.lexbor import LexborHTMLParser
from site_pages_of import file_of, one_of_each_kind, pages_of

# What the office's site has like every other one.
SAME = ("kamus", "kamus_isi", "metode", "informasi", "peta_situs", "keaslian", "dasar_hukum")


@pytest.fixture(scope="session")
def known() -> Known:
    """What the sweeps have found good so far: the offices' pages are made from the same templates and styles."""
    return Known()


@pytest.fixture(scope="session")
def sapuan(contoh: Path, alamat: str, browser: Browser, known: Known, request: pytest.FixtureRequest) -> list[Measured]:
    """Every page of the sample office, opened, measured and asked."""
    found = sweep(pages_of(contoh), alamat, browser, known, budget.verbatim())
    request.config.stash[FIGURES]["ukuran tiap halaman (anggaran: tests/browser/budget.yml)"] = page_table(found)
    return found


@pytest.fixture(scope="session")
def sapuan_kantor(situs: Path, address: str, browser: Browser, known: Known) -> list[Measured]:
    """One page of each kind of the office of the decree, which has little data, opened, measured and asked; but for the kinds
    that say the same of every office."""
    paths = [path for kind, path in one_of_each_kind(situs).items() if kind not in SAME]
    return sweep(paths, address, browser, known, budget.verbatim())


@pytest.fixture(scope="session", params=["contoh", "kantor"])
def bacaan(request: pytest.FixtureRequest, contoh: Path, situs: Path, address: str, browser: Browser) -> list[PageRead]:
    """Every page of one of the two sites, read, but for those of the office that say what the sample's say; the longest are
    printed after the run."""
    found: list[PageRead] = [*request.getfixturevalue({"contoh": "sapuan", "kantor": "sapuan_kantor"}[request.param])]
    if request.param == "kantor":
        told = {main_of(contoh, path) for path in pages_of(contoh)}
        rest = set(pages_of(situs)) - {page.path for page in found}
        found += read_pages([path for path in rest if main_of(situs, path) not in told], address, browser, budget.verbatim())
    longest = sorted(found, key=lambda page: page.screens / budget.screens(page.kind), reverse=True)[:10]
    lines = [f"{page.path or '(beranda)':46} {page.screens:5} dari {budget.screens(page.kind):3}" for page in longest]
    request.config.stash[FIGURES][f"layar 360 x 800 tiap halaman, {request.param}"] = lines
    return found


def main_of(site: Path, path: str) -> str:
    """What a page says beside the frame that all pages have: its elements and words, without addresses."""
    main = LexborHTMLParser(file_of(site, path).read_text(encoding="utf-8")).css_first("main")
    return re.sub(r' (href|src)="[^"]*"', "", main.html or "") if main else path
