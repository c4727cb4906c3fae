"""One deed told once of many periods, as rows that are checked like any."""

from __future__ import annotations

from collections.abc import Callable

from small.dropped import cleaned_files, save
from support.evidence_files import pdf
from support.recording import PERAN
from zona.desk.office import Office
from zona.desk.sheet.checked_batch import check_batch
from zona.desk.sheet.month_range import RangeAnswers, batch_of_range, without_month

Opened = Callable[[], Office]
PICKS = [("I.1", f"2026-{month:02}") for month in range(1, 11)]
SAID = RangeAnswers("Selesai", "DATA CONTOH: kampanye.", last_day=True)


def test_january_to_october_with_a_folder_of_evidence(opened: Opened) -> None:
    """A folder whose names tell the months: each period has its own, a report over all of them is in each, and every record has
    the last day of its month."""
    months = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agt", "Sept", "Okt")
    named = [(f"bukti/foto {month}.pdf", pdf(pages=number)) for number, month in enumerate(months, 1)]
    files = cleaned_files([*named, ("bukti/laporan Januari-Oktober 2026.pdf", pdf(pages=20))])
    found = check_batch(opened(), batch_of_range(PICKS, SAID, files), files, PERAN[0])
    assert found.wrong == ()
    assert [item.said.tanggal.isoformat() for item in found.ready][:2] == ["2026-01-31", "2026-02-28"]
    assert [[item.judul for item in ready.bukti] for ready in found.ready][8:] == [
        ["Foto Sept", "Laporan Januari-Oktober 2026"],
        ["Foto Okt", "Laporan Januari-Oktober 2026"],
    ]
    plans = save(opened(), found)
    assert len(plans) == 10
    assert sum(len(plan.new) for plan in plans) == 11


def test_days_are_never_invented(opened: Opened) -> None:
    """Without a day of its own a period is asked for one, unless the last day was chosen; a day of its own counts before it; a
    period that is not over has no last day as yet."""
    files = cleaned_files([("laporan.pdf", pdf())])
    said = RangeAnswers("Berjalan", "DATA CONTOH.", {PICKS[0]: "20/1/2026"})
    found = check_batch(opened(), batch_of_range(PICKS[:2], said, files), files, PERAN[0])
    assert [(item.address, item.masalah) for item in found.wrong] == [("C3", "Tanggal belum diisi.")]
    said = RangeAnswers("Berjalan", "DATA CONTOH.", {PICKS[0]: "20/1/2026"}, last_day=True)
    found = check_batch(opened(), batch_of_range([*PICKS[:2], ("I.1", "2026-11")], said, files), files, PERAN[0])
    assert [item.said.tanggal.isoformat() for item in found.ready] == ["2026-01-20", "2026-02-28"]
    assert [(item.address, item.masalah) for item in found.wrong] == [
        ("C4", "30 November 2026 belum tiba (hari ini 24 November 2026).")
    ]


def test_evidence_of_all_is_confirmed(opened: Opened) -> None:
    """Evidence that tells no month belongs to all periods only where that was said; else the cells ask for it."""
    files = cleaned_files([("laporan.pdf", pdf())])
    assert without_month(files) == ["laporan.pdf"]
    found = check_batch(opened(), batch_of_range(PICKS[:3], SAID, files), files, PERAN[0])
    assert [item.address for item in found.wrong] == ["F2", "F3", "F4"]
    assert found.unused == ("laporan.pdf",)
    said = RangeAnswers("Selesai", "DATA CONTOH.", last_day=True, same_evidence=True)
    found = check_batch(opened(), batch_of_range(PICKS[:3], said, files), files, PERAN[0])
    assert found.wrong == ()
    assert sum(len(plan.new) for plan in save(opened(), found)) == 1


def test_several_actions(opened: Opened) -> None:
    """A range may have periods of several actions, each once."""
    picks = [("I.1", "2026-03"), ("I.2", "2026-TW1"), ("I.1", "2026-03")]
    files = cleaned_files([("foto maret 2026.pdf", pdf())])
    found = check_batch(opened(), batch_of_range(picks, SAID, files), files, PERAN[0])
    assert [(item.said.aksi, item.said.periode, len(item.bukti)) for item in found.ready] == [
        ("I.1", "2026-03", 1),
        ("I.2", "2026-TW1", 1),
    ]


def test_nothing_told_is_asked(opened: Opened) -> None:
    """Periods that were picked are asked for all that is missing, though nothing was typed."""
    found = check_batch(opened(), batch_of_range(PICKS[:1], RangeAnswers(), ()), (), PERAN[0])
    assert [item.column for item in found.wrong] == ["tanggal", "hasil", "uraian"]
