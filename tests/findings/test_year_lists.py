"""What a judged year lists and counts, by examples on the days at the edges."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from small.judged_year import BUKTI, record, source, year_of
from small.office_data import row
from zona.findings.judge import judge_year
from zona.findings.keadaan import Keadaan, KeadaanAksi
from zona.records.capaian.capaian import Hasil
from zona.records.rencana.rencana_aksi import Aksi, Jadwal, Kelompok, RencanaAksi


def test_a_record_counts_from_its_own_day() -> None:
    """A record of a month's last day is in that month's end, one of the day after is not."""
    for day, fulfilled in ((date(2026, 2, 28), [0, 1, 1]), (date(2026, 3, 1), [0, 0, 1])):
        tahun = year_of(2026, {"I.1": "Maret 2026"}, (record("I.1", "2026-03", day, 1),))
        series = judge_year(tahun, date(2026, 4, 1)).akhir_bulan
        assert [item.hitungan.terpenuhi for item in series] == fulfilled
        assert {(item.hitungan.jatuh_tempo, item.hitungan.terpenuhi_jatuh_tempo) for item in series} == {(0, 0)}
    after = judge_year(tahun, date(2026, 4, 1)).hitungan
    assert (after.jatuh_tempo, after.terpenuhi_jatuh_tempo, after.persen_semua) == (1, 1, 100)


def test_a_day_late_is_late() -> None:
    """What is dated on the day after the deadline was fulfilled late, by one day."""
    tahun = year_of(2026, {"I.1": "Maret 2026"}, (record("I.1", "2026-03", date(2026, 4, 1), 1),))
    (periode,) = judge_year(tahun, date(2026, 4, 1)).periode
    assert (periode.terlambat_dipenuhi, periode.hari_terlambat_dipenuhi, periode.hari_lewat) == (True, 1, 1)


def test_states_in_words() -> None:
    """A state's label is its name as people write it."""
    assert (Keadaan.BELUM_JATUH_TEMPO.label, KeadaanAksi.SELESAI.label) == ("Belum jatuh tempo", "Selesai")


def test_lists_of_a_year() -> None:
    """What is late, what falls due within 30 days and what was reported, each in its order, on the days at their edges."""
    plan = {"I.1": "April 2026", "I.2": "Maret 2026", "II.1": "Juli dan Agustus 2026", "II.2": "Juni 2026", "II.3": "Juni 2026"}
    records = (
        record("I.1", "2026-04", date(2026, 5, 3), 1),  # three days late
        record("I.2", "2026-03", date(2026, 2, 1), 1, hasil=Hasil.BERJALAN),
        record("II.2", "2026-06", date(2026, 5, 4), 1, hasil=Hasil.BERJALAN),
        record("II.2", "2026-06", date(2026, 4, 1), 2, bukti=(BUKTI, BUKTI)),
        record("II.3", "2026-06", date(2026, 6, 30), 1),
    )
    found = judge_year(year_of(2026, plan, records), date(2026, 7, 1))
    assert [item.kode for item in found.lewat_tenggat] == ["I.2", "II.2"]
    assert [item.hari_lewat for item in found.lewat_tenggat] == [92, 1]
    assert [item.kode for item in found.baru_dicatat] == ["II.3", "II.2", "I.1", "I.2"]
    assert [(item.kode, item.hari_terlambat_dipenuhi) for item in found.terlambat_dipenuhi] == [("I.1", 3)]
    assert [item.periode for item in found.jatuh_berikut] == ["2026-07", "2026-08"]
    assert [item.periode for item in found.segera] == ["2026-07"]
    assert [item.kode for item in judge_year(found.sumber, date(2026, 6, 30)).segera] == ["II.2"]  # 31 days before July's end
    assert [aksi.jumlah_bukti for aksi in found.aksi] == [1, 1, 0, 3, 1]
    assert [aksi.berikut and aksi.berikut.periode for aksi in found.aksi] == [None, None, "2026-07", None, None]
    assert (found.keadaan_aksi[KeadaanAksi.SELESAI], found.jumlah_tenggat) == (2, 6)
    assert [item.jumlah for item in found.hitungan_per_bulan()] == [0, 0, 1, 1, 0, 2, 1, 1, 0, 0, 0, 0]
    assert [item.hitungan.jumlah for item in found.kelompok] == [2, 4]


def test_a_deadline_of_another_year_is_in_no_month() -> None:
    """A schedule of its own may end after the year: it is a deadline of the plan, but in none of its months or quarters."""
    days = {"2026-12": date(2027, 1, 15), "2026-01": date(2026, 1, 15)}
    late = tuple(Jadwal(periode=periode, tenggat=day) for periode, day in days.items())
    aksi = Aksi(**row("I.1", "kapan saja", jadwal=late, alasan_jadwal="Uji."))
    tahun = year_of(2026, {"I.1": "Januari"})
    plan = RencanaAksi(tahun=2026, judul="Uji", kelompok=(Kelompok(kode="I", judul="Uji", aksi=(aksi,)),))
    found = judge_year(replace(tahun, rencana_aksi=source(plan, "2026/rencana-aksi.yml")), date(2026, 7, 1))
    months = [item.jumlah for item in found.hitungan_per_bulan()]
    assert (found.jumlah_tenggat, sum(months), months[0]) == (2, 1, 1)
    assert [len(found.triwulan(nomor)) for nomor in range(1, 5)] == [1, 0, 0, 0]
    assert [item.rencana for item in found.bulanan()] == [1] * 12


def test_finished_without_evidence_is_counted() -> None:
    """The number that is published as 0 would be 1 if a record without evidence ever came through the checks."""
    records = (record("I.1", "2026-03", date(2026, 3, 1), 1, bukti=()), record("I.1", "2026-03", date(2026, 3, 2), 2))
    running = [record("I.1", "2026-03", date(2026, 3, day), day, bukti=(), hasil=Hasil.BERJALAN) for day in (3, 4)]
    assert judge_year(year_of(2026, {"I.1": "Maret"}, (*records, *running)), date(2026, 4, 1)).selesai_tanpa_bukti == 1
