"""What follows from the plan on a date."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small.office_data import row, write_kantor
from support.zi_command import CONTOH, PER_TANGGAL
from zona.findings.judge import findings_of, judge, judge_year
from zona.findings.keadaan import Keadaan, state_of_period
from zona.findings.per_tanggal import UnreadableDate, read_per_tanggal
from zona.findings.upkeep.missing import SEPEKAN
from zona.findings.year_findings import Findings
from zona.outputs.present import present
from zona.records.capaian.capaian import Capaian
from zona.records.load import Data, load_data
from zona.records.situs import ZonaWaktu


def test_counts_of_the_real_plan(temuan: Findings) -> None:
    """43 actions, 178 deadlines; the months and the groups each add up to all of them."""
    tahun = temuan.terbaru
    assert (len(tahun.aksi), tahun.jumlah_tenggat) == (43, 178)
    assert sum(item.jumlah for item in tahun.hitungan_per_bulan()) == 178
    assert sum(item.hitungan.jumlah for item in tahun.kelompok) == 178


def test_deadline_day_is_still_in_time(tmp_path: Path) -> None:
    """On its own day a deadline is still to come; the day after it has passed."""
    data = load_data(write_kantor(tmp_path, {2026: [row("I.1", "Maret")]}))
    counts = [len(judge(data, day).terbaru.jatuh_berikut) for day in (date(2026, 3, 31), date(2026, 4, 1))]
    assert counts == [1, 0]


def test_next_deadline_of_an_action(tmp_path: Path) -> None:
    """An action's next deadline is its first that has not passed, or none."""
    data = load_data(write_kantor(tmp_path, {2026: [row("I.1", "Per Triwulan")]}))
    found = [judge(data, day).terbaru.aksi[0].berikut for day in (date(2026, 3, 31), date(2026, 4, 1), date(2027, 1, 1))]
    assert [item and item.periode for item in found] == ["2026-TW1", "2026-TW2", None]


def test_findings_lend_their_records_words(temuan: Findings) -> None:
    """A period and an action have what their row is called by and its notes, a group its words, and a period its code."""
    cells = ("kode", "komponen", "catatan")
    for aksi in temuan.terbaru.aksi:
        for item in (aksi, *aksi.periode):
            assert [getattr(item, name) for name in cells] == [getattr(item.aksi, name) for name in cells]
        assert [item.periode for item in aksi.periode] == [item.periode for item in aksi.jadwal]
    for kelompok in temuan.terbaru.kelompok:
        record = kelompok.kelompok
        assert (kelompok.kode, kelompok.judul, kelompok.catatan) == (record.kode, record.judul, record.catatan)


@pytest.mark.parametrize(
    ("day", "tahun"),
    [
        (date(2025, 12, 31), 2026), (date(2026, 12, 31), 2026), (date(2027, 1, 1), 2027), (date(2028, 2, 29), 2027),
        (date(2030, 1, 1), 2030),
    ],
)  # fmt: skip
def test_newest_year(day: date, tahun: int, tmp_path: Path) -> None:
    """The site is about the newest plan whose year has begun: one that is loaded early waits for New Year's Day, an old one
    stays until the next, and before the first year there is only its plan."""
    data = load_data(write_kantor(tmp_path, {2026: [row("I.1")], 2027: [row("I.1")], 2030: [row("I.1")]}))
    found = judge(data, day)
    assert (found.terbaru.tahun, found.pengaduan_terbaru.tahun) == (tahun, tahun)


@given(first=st.dates(date(2025, 12, 1), date(2027, 2, 1)), second=st.dates(date(2025, 12, 1), date(2027, 2, 1)))
def test_time_only_takes_away(data: Data, first: date, second: date) -> None:
    """As the date moves on, no deadline that has passed comes back."""
    early, late = (judge_year(data.tahun[0], day) for day in sorted((first, second)))
    before = {(item.kode, item.tenggat) for item in early.periode if not item.lewat}
    assert {(item.kode, item.tenggat) for item in late.periode if not item.lewat} <= before


@pytest.mark.parametrize(("zona", "day"), [(ZonaWaktu.WIB, 25), (ZonaWaktu.WITA, 25), (ZonaWaktu.WIT, 25)])
def test_today_is_the_offices_day(zona: ZonaWaktu, day: int) -> None:
    """23:30 UTC is already the next day everywhere in Indonesia."""
    now = datetime(2026, 11, 24, 23, 30, tzinfo=UTC)
    assert read_per_tanggal(None, now=now, zona_waktu=zona) == date(2026, 11, day)


def test_zones_part_at_their_own_midnight() -> None:
    """At 15:30 UTC it is still the 24th in WIB (22:30) and WITA (23:30), but the 25th in WIT (00:30)."""
    now = datetime(2026, 11, 24, 15, 30, tzinfo=UTC)
    assert [read_per_tanggal(None, now=now, zona_waktu=zona).day for zona in ZonaWaktu] == [24, 24, 25]


def test_an_asked_date_wins() -> None:
    """A date that is asked for stands, whatever the clock says."""
    now = datetime(2026, 11, 24, tzinfo=UTC)
    assert read_per_tanggal("2026-02-28", now=now, zona_waktu=ZonaWaktu.WITA) == date(2026, 2, 28)


def test_a_folder_is_read_and_judged_on_the_day(tmp_path: Path) -> None:
    """The findings of a folder are of the day asked for, else of the office's own."""
    root, now = write_kantor(tmp_path, {2026: [row("I.1")]}), datetime(2026, 11, 24, 23, 30, tzinfo=UTC)
    for asked, day in (("2026-02-28", date(2026, 2, 28)), (None, date(2026, 11, 25))):
        found = findings_of(root, label="data", cache=tmp_path / "simpanan", asked=asked, now=now)
        assert (found.per_tanggal, found.terbaru.tahun) == (day, 2026)


@pytest.mark.parametrize("asked", ["2026-02-30", "31-03-2026", "kemarin", "2026-13-01", "20261124"])
def test_unreadable_dates(asked: str) -> None:
    """What is not a date is refused with an example of one."""
    with pytest.raises(UnreadableDate, match="tahun-bulan-hari"):
        read_per_tanggal(asked, now=datetime(2026, 1, 1, tzinfo=UTC), zona_waktu=ZonaWaktu.WIB)


@pytest.mark.lambat
def test_each_state_is_judged_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Loading, judging and presenting the sample office judges each of its periods once for the day of the pages, for the
    day a week before, and for each month's end, however many pages, tables and files show them."""
    judged: Counter[tuple[date, date]] = Counter()

    def counting(records: list[Capaian], tenggat: date, per_tanggal: date) -> Keadaan:
        judged[(tenggat, per_tanggal)] += 1
        return state_of_period(records, tenggat, per_tanggal)

    monkeypatch.setattr("zona.findings.judge.state_of_period", counting)
    monkeypatch.setattr("zona.findings.plan_findings.state_of_period", counting)
    found = judge(load_data(CONTOH / "data"), PER_TANGGAL)
    present(found)
    expected: Counter[tuple[date, date]] = Counter()
    for tahun in found.tahun:
        for day in (PER_TANGGAL, PER_TANGGAL - SEPEKAN, *(item.tanggal for item in tahun.akhir_bulan)):
            expected.update((item.tenggat, day) for item in tahun.periode)
    assert judged == expected
    assert len({day for _, day in judged}) > 10
