"""The rules of status: what holds for every plan and every set of records."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from recount.status_again import state as state_again
from small.judged_year import BUKTI, PERAN, record, source, year_of
from zona.findings.hitungan import percent
from zona.findings.judge import judge, judge_year
from zona.findings.keadaan import LATE, Keadaan
from zona.findings.year_findings import TahunFinding
from zona.records.capaian.capaian import Capaian, Hasil
from zona.records.capaian.corrections import name_of
from zona.records.load import Data, Tahun
from zona.records.reading.data_error import DataError
from zona.records.reading.file_reader import Source
from zona.records.rencana.target_waktu import read_target_waktu
from zona.records.situs import Situs, ZonaWaktu

WAKTU = ("Maret 2026", "Januari dan Juli 2026", "Per Triwulan", "Bulanan 2026", "Januari s.d Maret 2026", "Desember 2026")
DAYS = st.dates(date(2025, 11, 1), date(2027, 3, 1))


@st.composite
def years(draw: st.DrawFn, days: st.SearchStrategy[date] = DAYS) -> Tahun:
    """A plan of one to four actions in two groups, with up to twelve records of its periods, some of which correct or withdraw
    an earlier one of the same period."""
    kode = draw(st.lists(st.sampled_from(("I.1", "I.2", "II.1", "II.2")), min_size=1, unique=True).map(sorted))
    plan = {item: draw(st.sampled_from(WAKTU)) for item in kode}
    periods = [(item, tenggat.periode) for item in kode for tenggat in read_target_waktu(plan[item], 2026)]
    # Few periods, many records: most examples have a period with several.
    some = draw(st.lists(st.sampled_from(periods), min_size=1, max_size=4, unique=True))
    records: list[Source[Capaian]] = []
    for number in range(1, draw(st.integers(1, 13))):
        records.append(draw(records_of(st.sampled_from(some), days, number, records)))
    return year_of(2026, plan, tuple(records))


@st.composite
def records_of(
    draw: st.DrawFn,
    periods: st.SearchStrategy[tuple[str, str]],
    days: st.SearchStrategy[date],
    number: int,
    earlier: list[Source[Capaian]],
) -> Source[Capaian]:
    """Any record of one of the periods; half of them are verified, finished and have evidence, and of those that can correct or
    withdraw one of `earlier` half do."""
    aksi, periode = draw(periods)
    hasil, bukti, verifier = draw(
        st.one_of(
            st.just((Hasil.SELESAI, (BUKTI,), PERAN[1])),
            st.tuples(st.sampled_from(Hasil), st.sampled_from(((), (BUKTI,))), st.sampled_from((None, *PERAN))),
        )
    )
    tanggal, more = draw(days), {}
    own = [name_of(item) for item in earlier if (item.isi.aksi, item.isi.periode) == (aksi, periode)]
    if own and draw(st.booleans()):
        key = draw(st.sampled_from(("mengoreksi", "mencabut")))
        hasil = Hasil.KENDALA if key == "mencabut" and hasil is Hasil.SELESAI else hasil
        more = {key: draw(st.sampled_from(own)), "alasan": "Uji."}
    on = tanggal + timedelta(draw(st.sampled_from((0, 0, 3, 40))))
    return record(aksi, periode, tanggal, number, verifier, on, hasil=hasil, bukti=bukti, **more)


def states_of(tahun: TahunFinding) -> dict[tuple[str, str], Keadaan]:
    return {(item.kode, item.periode): item.keadaan for item in tahun.periode}


@given(tahun=years(), per_tanggal=DAYS)
def test_states_partition_the_periods(tahun: Tahun, per_tanggal: date) -> None:
    """Every period is in exactly one state: the counts sum to the periods, whole, by group and by action."""
    found = judge_year(tahun, per_tanggal)
    parts = [(found.hitungan, found.periode)]
    parts += [(item.hitungan, item.periode) for item in (*found.kelompok, *found.aksi)]
    for counts, periods in parts:
        assert sum(counts.keadaan.values()) == counts.jumlah == len(periods)
        assert Counter(counts.keadaan) == Counter(item.keadaan for item in periods)
    assert len(states_of(found)) == found.jumlah_tenggat
    assert sum(found.keadaan_aksi.values()) == len(found.aksi)


@given(tahun=years(), per_tanggal=DAYS)
def test_the_rules_a_second_time(tahun: Tahun, per_tanggal: date) -> None:
    """Whatever is recorded, verified, corrected and withdrawn in whatever order, each period's state is what the rules say when
    somebody else writes them down."""
    published = [
        {"berkas": f"data/{item.path}", "verifikasi": item.isi.verifikasi and item.isi.verifikasi.model_dump(mode="json")}
        | item.isi.model_dump(mode="json", exclude={"verifikasi"})
        for item in tahun.capaian
    ]
    for periode in judge_year(tahun, per_tanggal).periode:
        own = [item for item in published if (item["aksi"], item["periode"]) == (periode.kode, periode.periode)]
        assert state_again(own, periode.tenggat.isoformat(), per_tanggal) == periode.keadaan.value


@given(tahun=years(), per_tanggal=DAYS, chosen=st.integers(0, 99), later=st.integers(1, 200))
def test_a_verified_record_never_takes_away(tahun: Tahun, per_tanggal: date, chosen: int, later: int) -> None:
    """A verified record with evidence, later than all others of its period, fulfils it and changes no other period."""
    before = judge_year(tahun, per_tanggal)
    periode = before.periode[chosen % len(before.periode)]
    key = (periode.kode, periode.periode)
    days = [item.isi.tanggal for item in tahun.capaian if (item.isi.aksi, item.isi.periode) == key]
    added = record(*key, max(days, default=date(2025, 12, 31)) + timedelta(later), 99)
    after = judge_year(replace(tahun, capaian=(added, *tahun.capaian)), per_tanggal)
    assert after.hitungan.terpenuhi >= before.hitungan.terpenuhi
    counted = {key: Keadaan.TERPENUHI} if added.isi.tanggal <= per_tanggal else {}
    assert states_of(after) == states_of(before) | counted


@given(tahun=years(), first=DAYS, second=DAYS)
def test_late_stays_late_or_is_mended(tahun: Tahun, first: date, second: date) -> None:
    """As the date moves on, a late period never becomes running or not yet due again."""
    early, late = sorted((first, second))
    after = states_of(judge_year(tahun, late))
    for key, state in states_of(judge_year(tahun, early)).items():
        if state in LATE:
            assert after[key] not in (Keadaan.BELUM_JATUH_TEMPO, Keadaan.BERJALAN)


@given(tahun=years(), per_tanggal=DAYS, shuffle=st.randoms(use_true_random=False))
def test_order_of_records_is_nothing(tahun: Tahun, per_tanggal: date, shuffle: Any) -> None:
    """In whatever order the records are given, the findings are the same."""
    mixed = list(tahun.capaian)
    shuffle.shuffle(mixed)
    straight, other = judge_year(tahun, per_tanggal), judge_year(replace(tahun, capaian=tuple(mixed)), per_tanggal)
    assert straight.kelompok == other.kelompok
    assert straight.bulanan() == other.bulanan()
    assert straight.akhir_bulan == other.akhir_bulan


@given(whole=st.integers(0, 5000), part=st.integers(0, 5000))
def test_percent(whole: int, part: int) -> None:
    """A percentage is never above 100, is 100 only when nothing is missing, and never more than the truth."""
    part = min(part, whole)
    found = percent(part, whole)
    assert (found is None) == (whole == 0)
    if found is not None:
        assert 0 <= found <= 100
        assert (found == 100) == (part == whole)
        assert 0 <= part * 1000 - round(found * 10) * whole < whole


@given(tahun=years(), per_tanggal=DAYS)
def test_percentages_of_a_plan(tahun: Tahun, per_tanggal: date) -> None:
    """Both percentages of a plan are 100 only where all their periods are fulfilled, and none where there are no periods."""
    found = judge_year(tahun, per_tanggal)
    due = [item for item in found.periode if item.tenggat < per_tanggal]
    for periods, value in ((found.periode, found.hitungan.persen_semua), (due, found.hitungan.persen_jatuh_tempo)):
        assert (value is None) == (not periods)
        if value is not None:
            assert 0 <= value <= 100
            assert (value == 100) == all(item.keadaan is Keadaan.TERPENUHI for item in periods)


@given(tahun=years(), per_tanggal=DAYS)
def test_monthly_series(tahun: Tahun, per_tanggal: date) -> None:
    """Actual is, at each month's end or in the month that runs, what judging on that day gives; None before it begins."""
    series = [(item.bulan, item.kenyataan) for item in judge_year(tahun, per_tanggal).bulanan()]
    for bulan, kenyataan in series:
        end = min(date(2026 + bulan // 12, bulan % 12 + 1, 1) - timedelta(1), per_tanggal)
        begun = date(2026, bulan, 1) <= per_tanggal
        assert kenyataan == (judge_year(tahun, end).hitungan.terpenuhi if begun else None)


def test_months_edges() -> None:
    """A record of a month's last day counts in that month, and a month has begun on its first day."""
    tahun = year_of(2026, {"I.1": "Maret 2026"}, (record("I.1", "2026-03", date(2026, 2, 28), 1),))
    series = judge_year(tahun, date(2026, 4, 1)).bulanan()
    assert [item.kenyataan for item in series] == [0, 1, 1, 1] + [None] * 8
    assert [item.rencana for item in series] == [0, 0] + [1] * 10


@given(tahun=years(), month=st.integers(1, 12))
def test_month_end_is_that_days_state(tahun: Tahun, month: int) -> None:
    """The series of month ends has each month up to the date, with the counts that judging on that very day gives."""
    end = date(2026 + month // 12, month % 12 + 1, 1) - timedelta(1)
    found = judge_year(tahun, end)
    series = found.akhir_bulan
    assert [item.tanggal.month for item in series] == list(range(1, month + 1))
    assert (series[-1].tanggal, series[-1].hitungan) == (end, found.hitungan)
    assert [item.hitungan for item in series] == [judge_year(tahun, item.tanggal).hitungan for item in series]


@given(tahun=years(), per_tanggal=DAYS)
def test_judge_refuses_only_the_future(tahun: Tahun, per_tanggal: date) -> None:
    """Judging fails exactly for the records and verifications dated after the date, each named with file and line."""
    situs = Situs(kantor="KPU Uji", kantor_lengkap="KPU Kota Uji", provinsi="Uji", zona_waktu=ZonaWaktu.WITA)
    data = Data("data", source(situs, "situs.yml"), (tahun,))
    days = [(item, "4: tanggal", item.isi.tanggal) for item in tahun.capaian]
    days += [(item, "9: tanggal verifikasi", item.isi.verifikasi.tanggal) for item in tahun.capaian if item.isi.verifikasi]
    future = sorted(f"data/{item.path}:{what} {day}" for item, what, day in days if day > per_tanggal)
    if not future:
        assert judge(data, per_tanggal).terbaru == judge_year(tahun, per_tanggal)
        return
    with pytest.raises(DataError) as caught:
        judge(data, per_tanggal)
    assert sorted(str(item).partition(" belum terjadi")[0] for item in caught.value.problems) == future


def test_judge_names_file_and_line() -> None:
    """A record dated tomorrow is refused in a sentence that names its file and the line of its date."""
    situs = Situs(kantor="KPU Uji", kantor_lengkap="KPU Kota Uji", provinsi="Uji", zona_waktu=ZonaWaktu.WITA)
    tahun = year_of(2026, {"I.1": "Maret 2026"}, (record("I.1", "2026-03", date(2026, 3, 11), 1),))
    with pytest.raises(DataError, match=r"^data/2026/capaian/i-1_2026-03_00000001\.yml:4: tanggal 2026-03-11 belum terjadi"):
        judge(Data("data", source(situs, "situs.yml"), (tahun,)), date(2026, 3, 10))


@given(tahun=years(), per_tanggal=DAYS)
def test_quarters_share_the_year_out(tahun: Tahun, per_tanggal: date) -> None:
    """Each period whose deadline is in the year belongs to one quarter, that of its month."""
    found = judge_year(tahun, per_tanggal)
    for nomor in range(1, 5):
        months = [item.tenggat.month for item in found.triwulan(nomor)]
        assert set(months) <= set(range(nomor * 3 - 2, nomor * 3 + 1))
    own = [item for item in found.periode if item.tenggat.year == 2026]
    quarters = [item for nomor in range(1, 5) for item in found.triwulan(nomor)]
    assert sorted(map(id, quarters)) == sorted(map(id, own))
