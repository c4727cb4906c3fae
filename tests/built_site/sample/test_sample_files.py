"""Every file of the sample office says that it is one."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from pathlib import Path

import feedparser
import openpyxl
import vobject
from recount.published_data import UNDUHAN, text_of

MARK = "DATA CONTOH"


def test_every_row_says_so(contoh: Path) -> None:
    """Every row of every table: one that is cut out of its file still says it."""
    tables = list(contoh.rglob("*.csv"))
    assert tables
    for path in tables:
        header, *lines = csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline=""))
        assert "data_contoh" in header, path
        assert all(MARK in line for line in lines), path


def test_every_entry_and_event_says_so(contoh: Path) -> None:
    """Every feed and calendar, each entry and event in it."""
    feeds, calendars = list((contoh / "umpan").rglob("*.xml")), list(contoh.rglob("*.ics"))
    assert feeds
    assert calendars
    for path in feeds:
        feed = feedparser.parse(path.read_bytes())
        assert all(title.startswith(MARK) for title in (feed.feed.title, *(entry.title for entry in feed.entries))), path
    for path in calendars:
        calendar = vobject.readOne(path.read_bytes().decode())
        names = (calendar.contents["x-wr-calname"][0].value, *(event.summary.value for event in calendar.vevent_list))
        assert all(name.startswith(MARK) for name in names), path


def test_workbook_and_archive_say_so(contoh: Path) -> None:
    """Every sheet with its rows, and every file in the archive."""
    (book,) = (contoh / UNDUHAN).glob("*.xlsx")
    notes, *sheets, terms = openpyxl.load_workbook(book).worksheets
    assert notes["A1"].value == MARK
    assert sheets
    assert all(MARK in row for sheet in sheets for row in sheet.iter_rows(min_row=2, values_only=True))
    assert MARK in str([*terms.values])
    (archive,) = (contoh / UNDUHAN).glob("*.zip")
    with zipfile.ZipFile(archive) as packed:
        members = [name for name in packed.namelist() if not name.endswith(".xlsx")]  # which is the one above
        assert members
        assert not [name for name in members if MARK not in packed.read(name).decode()]


def test_every_paper_says_so(contoh: Path) -> None:
    """Every printed report and poster."""
    papers = [*contoh.glob("laporan/**/*.pdf"), *contoh.glob("kit/**/*.pdf")]
    assert papers
    assert not [path for path in papers if MARK not in re.sub(r"\s+", " ", text_of(path))]
