"""Times that name a week are read, shown as our reading, and asked back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from small.office_data import row, write_kantor
from zona.findings.judge import judge
from zona.findings.upkeep.doubts import doubts_of
from zona.findings.upkeep.notices import notices
from zona.records.load import load_data


def test_a_week_is_asked_back(tmp_path: Path) -> None:
    """The day that we read is a doubt about the print, on the page of what is missing and in the letter, and a notice with its
    line; once the office has written the schedule, there is neither."""
    days = [{"periode": "2026-02", "tenggat": date(2026, 2, 13)}]
    decided = row("I.3", "Minggu II Februari", jadwal=days, alasan_jadwal="Hari kerja terakhir pekan itu.")
    rows = [row("I.1", "Minggu II Februari"), row("I.2", "Minggu I setiap bulan"), decided]
    findings = judge(load_data(write_kantor(tmp_path / "data", {2026: rows})), date(2026, 3, 1))
    asked = [(item.aksi, item.kolom, item.tercetak, item.dibaca) for item in doubts_of(findings.terbaru) if item.tercetak]
    assert asked == [
        (("I.1",), "Target waktu", "Minggu II Februari", "tanggal 14"),
        (("I.2",), "Target waktu", "Minggu I setiap bulan", "tanggal 7"),
    ]
    told = [line for line in notices(findings, "data") if "rencana-aksi.yml" in line]
    assert len(told) == 2
    assert "“Minggu II Februari” kami baca sebagai tenggat 2026-02-14; tegaskan harinya" in told[0]
    assert "2026-01-07 dan 11 lainnya" in told[1]
