"""Actions without deadlines: what happens is recorded, and nothing of it is due, late, fulfilled or counted."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small.judged_year import PERAN, record, year_of
from zona.findings.judge import judge_year
from zona.findings.keadaan import KeadaanAksi
from zona.findings.plan_findings import last_change
from zona.findings.recent import due_soon, recent
from zona.findings.year_findings import TahunFinding
from zona.records.capaian.capaian import Capaian, Hasil
from zona.records.capaian.corrections import name_of
from zona.records.rencana.jadwal import whole_year

PLAN = {"I.1": "Bulanan", "I.2": "Insidentil", "II.1": "Insidentil"}
YEAR = whole_year(2026)
EVENTS = (
    record("I.2", YEAR, date(2026, 3, 5), 1),
    record("I.2", YEAR, date(2026, 6, 7), 2, verifier=None, hasil=Hasil.BERJALAN),
    record("I.1", "2026-01", date(2026, 1, 20), 3),
)


def year(*records: object, day: date = date(2026, 7, 1)) -> TahunFinding:
    """The small year with these records on a day."""
    return judge_year(year_of(2026, PLAN, records or EVENTS), day)  # type: ignore[arg-type]


def test_what_happened() -> None:
    """An action without deadlines has the state of its own, no periods, and its records, the latest first."""
    _, found, empty = year().aksi
    assert [found.keadaan, empty.keadaan] == [KeadaanAksi.TANPA_TENGGAT] * 2
    assert found.periode == found.jadwal == ()
    assert found.kejadian
    assert empty.kejadian
    assert [item.isi.tanggal for item in found.kejadian.laporan] == [date(2026, 6, 7), date(2026, 3, 5)]
    assert (found.kejadian.terverifikasi, found.jumlah_bukti) == (1, 2)
    assert empty.kejadian.laporan == ()


def test_a_correction_stands_for_what_it_corrects() -> None:
    """A corrected record no longer counts as one that happened, and a withdrawal tells of nothing that did."""
    wrong, other = record("I.2", YEAR, date(2026, 3, 5), 1), record("I.2", YEAR, date(2026, 3, 6), 2)
    better = record("I.2", YEAR, date(2026, 3, 8), 4, mengoreksi=name_of(wrong), alasan="Salah tanggal.")
    gone = record("I.2", YEAR, date(2026, 3, 9), 5, mencabut=name_of(other), alasan="Tidak terjadi.", hasil=Hasil.BERJALAN)
    kejadian = year(wrong, other, better, gone).aksi[1].kejadian
    assert kejadian
    assert [item.isi for item in kejadian.laporan] == [better.isi]
    assert {item.sumber.path for item in kejadian.laporan_lain} == {wrong.path, other.path, gone.path}


@given(st.dates(date(2026, 1, 3), date(2027, 1, 5)))
def test_no_count_changes(day: date) -> None:
    """With rows that have no deadlines, or without them: on any day every count and percentage, what is late, what comes and
    the months are the same."""
    both = judge_year(year_of(2026, PLAN, EVENTS), day)
    alone = judge_year(year_of(2026, {"I.1": PLAN["I.1"]}, EVENTS[2:]), day)
    assert both.hitungan == alone.hitungan
    assert both.jatuh_tempo == alone.jatuh_tempo
    assert both.hitungan_per_bulan() == alone.hitungan_per_bulan()
    assert both.bulanan() == alone.bulanan()
    assert [item.hitungan for item in both.akhir_bulan] == [item.hitungan for item in alone.akhir_bulan]
    assert [item.kode for item in both.aksi_lewat] == [item.kode for item in alone.aksi_lewat]
    assert [item.tenggat for item in both.hari_tenggat] == [item.tenggat for item in alone.hari_tenggat]
    assert [item.aksi.kode for item in due_soon([both], day)] == [item.aksi.kode for item in due_soon([alone], day)]
    counts = {state: number for state, number in both.keadaan_aksi.items() if state is not KeadaanAksi.TANPA_TENGGAT}
    assert counts == alone.keadaan_aksi
    assert both.keadaan_aksi[KeadaanAksi.TANPA_TENGGAT] == 2


def test_a_group_and_a_plan_of_nothing_else() -> None:
    """Where nothing has a deadline there is no percentage, and nothing is selesai."""
    found = judge_year(year_of(2026, {"I.1": "Insidentil"}), date(2026, 7, 1))
    assert (found.hitungan.jumlah, found.hitungan.persen_semua, found.hitungan.persen_jatuh_tempo) == (0, None, None)
    assert found.kelompok[0].hitungan.persen_semua is None
    assert list(found.kelompok[0].menurut_status) == [KeadaanAksi.TANPA_TENGGAT]
    assert last_change(found.tercatat) is None


def test_it_is_told_as_it_happens() -> None:
    """Records and verifications are news like any other; the day of the last one is when the action last changed."""
    found = year(day=date(2026, 6, 8))
    week = recent([found], date(2026, 6, 8))
    assert [(item.aksi.kode, item.keadaan, item.jumlah) for item in week.laporan] == [("I.2", KeadaanAksi.TANPA_TENGGAT, 1)]
    assert week.lewat == ()
    assert last_change(found.aksi[1].tercatat) == date(2026, 6, 7)


def test_one_fingerprint_and_name_an_event() -> None:
    """Records of one action and one year are told apart by what they say: each has a name and a fingerprint of its own."""
    isi = [Capaian(**{**EVENTS[0].isi.model_dump(exclude={"verifikasi"}), "uraian": text}) for text in ("Satu.", "Dua.")]
    assert len({item.sidik for item in isi}) == len({item.nama_berkas for item in isi}) == 2
    assert all(item.nama_berkas.startswith("i-2_2026-01-sd-12_") for item in isi)
    assert all(one.dicatat_oleh == PERAN[0] for one in isi)


@pytest.mark.parametrize("day", [date(2026, 3, 4), date(2026, 3, 5), date(2026, 6, 7)])
def test_a_later_day_knows_no_less(day: date) -> None:
    """What happened by a day is known on every later one."""
    counts = [len(kejadian.laporan) for when in (day, date(2026, 12, 31)) if (kejadian := year(day=when).aksi[1].kejadian)]
    assert all(one <= other for one, other in pairwise(counts))
