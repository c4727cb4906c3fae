"""The same number in every format: feeds, the calendar, printed reports and the ring, against the tables to download."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import feedparser
import pytest
import vobject
from recount.published_data import only, page_of, rows_of, text_of
from recount.published_page import label, words
from recount.status_again import KEADAAN, TAHUN, period_name

HASIL = {"selesai": "selesai", "berjalan": "berjalan", "kendala": "ada kendala"}


def test_feeds(any_site: Path) -> None:
    """The feed of a group or an action has an entry for each record and each fulfilled period of the tables, the newest fifty;
    it carries the record's day and words. The site's feed is the newest of them all."""
    records, periods = rows_of(any_site, "catatan"), rows_of(any_site, "periode")
    last = {(row["aksi"], row["periode"]): row for row in records if row["diverifikasi_oleh"]}
    expected = [
        (row["tanggal"], f"{row['aksi']} {period_name(row['periode'])}: {HASIL[row['hasil']]} · ", _told(row))
        for row in records
    ]
    for row in periods:
        if row["keadaan"] == "terpenuhi":
            record = last[(row["aksi"], row["periode"])]
            text = f"Dilaporkan selesai dengan {record['jumlah_bukti']} bukti, "
            text += f"dan diverifikasi oleh {record['diverifikasi_oleh']}."
            expected.append((record["tanggal_verifikasi"], f"{row['aksi']} {period_name(row['periode'])} terpenuhi · ", text))
    feeds = {"zona-integritas": ""}
    for row in rows_of(any_site, "rencana-aksi"):
        feeds[f"{TAHUN}/kelompok-{row['kelompok'].lower()}"] = f"{row['kelompok']}."
        feeds[f"{TAHUN}/{row['kode'].lower().replace('.', '-')}"] = f"{row['kode']} "
    for path, begin in feeds.items():
        entries = feedparser.parse((any_site / "umpan" / f"{path}.xml").read_bytes()).entries
        own = [item for item in expected if item[1].startswith(begin)]
        days = sorted((day for day, _, _ in own), reverse=True)[:50]
        assert [entry.updated[:10] for entry in entries] == days, path
        for entry in entries:
            title = entry.title.removeprefix("DATA CONTOH · ")
            (match,) = [
                item
                for item in own
                if title.startswith(item[1]) and item[0] == entry.updated[:10] and entry.summary.startswith(item[2].strip())
            ]
            own.remove(match)


def _told(row: dict[str, str]) -> str:
    """A record's words, behind why it corrects or withdraws another."""
    what = {row["mengoreksi"]: "Koreksi", row["mencabut"]: "Pencabutan"}.get(row["mengoreksi"] or row["mencabut"])
    return f"{what}: {row['alasan']}\n{row['uraian']}" if row["alasan"] else row["uraian"]


def test_calendar(any_site: Path) -> None:
    """The calendar has every period of the table on its deadline, named, and marked as fulfilled where it is."""
    plan = {row["kode"]: row["komponen"] for row in rows_of(any_site, "rencana-aksi")}
    expected = Counter(
        (
            row["tenggat"],
            f"{row['aksi']} {plan[row['aksi']]} – {period_name(row['periode'])}"
            + (" (terpenuhi)" if row["keadaan"] == "terpenuhi" else ""),
        )
        for row in rows_of(any_site, "periode")
    )
    text = (any_site / f"kalender/{TAHUN}/rencana-aksi.ics").read_bytes().decode()
    events = vobject.readOne(text).vevent_list
    found = [(event.dtstart.value.isoformat(), event.summary.value.removeprefix("DATA CONTOH · ")) for event in events]
    assert Counter(found) == expected


@pytest.mark.parametrize("nomor", [1, 2, 3, 4])
def test_printed_reports(any_site: Path, nomor: int) -> None:
    """A quarter's report prints the counts of the periods in the table, and the SHA-256 or link of each piece of evidence."""
    months = {f"{TAHUN}-{month:02}" for month in range(nomor * 3 - 2, nomor * 3 + 1)}
    own = [row for row in rows_of(any_site, "periode") if row["tenggat"][:7] in months]
    text = re.sub(r"\s+", " ", text_of(any_site / f"laporan/{TAHUN}/triwulan-{nomor}.pdf"))
    states = Counter(row["keadaan"] for row in own)
    for state in KEADAAN:
        assert re.search(rf"{label(state)} ?{states[state]}(?!\d)", text), state
    keys = set(only(own, "aksi", "periode"))
    evidence = [row for row in rows_of(any_site, "bukti") if (row["aksi"], row["periode"]) in keys]
    assert not [row for row in evidence if (row["sha256"] or row["tautan"]) not in text.replace(" ", "")]


def test_chart(any_site: Path) -> None:
    """The bar of the whole plan tells how many periods of the table are fulfilled, of how many."""
    states = only(rows_of(any_site, "periode"), "keadaan")
    (title,) = [item for item in page_of(any_site, f"capaian/{TAHUN}").walk() if item.attributes.get("id") == "batang-d"]
    assert f"{states.count(('terpenuhi',))} dari {len(states)} janji terpenuhi" in words(title)
