"""The rules of status: golden cases that a lawyer can read, and what must hold for every plan and every set of records."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from support.small_office import row
from support.zi_command import ROOT
from zona.findings.hitungan import percent
from zona.findings.judge import judge, judge_year
from zona.findings.keadaan import LATE, Keadaan, KeadaanAksi
from zona.findings.per_tanggal import read_per_tanggal
from zona.findings.year_findings import TahunFinding
from zona.records.capaian.capaian import Bukti, Capaian, Hasil, JenisBukti, file_stem
from zona.records.load import Data, Tahun
from zona.records.reading.file_reader import Source
from zona.records.reading.problems import DataError
from zona.records.rencana.jadwal import read_target_waktu
from zona.records.rencana.keputusan import Diktum, Keputusan, Penandatangan
from zona.records.rencana.rencana_aksi import Aksi, Jadwal, Kelompok, RencanaAksi
from zona.records.situs import Situs, ZonaWaktu

KASUS = sorted((ROOT / "tests" / "cases" / "keadaan").glob("*.yml"))
KUNCI = {"judul", "aturan", "menguji", "tahun", "aksi", "catatan", "keadaan"}
DIUJI = {
    "hari tenggat",
    "sehari setelah tenggat",
    "februari kabisat",
    "akhir tahun",
    "terlambat dipenuhi",
    "menunggu sebelum tenggat",
    "menunggu sesudah tenggat",
    "verifikasi peran sendiri",
    "selesai tanpa bukti",
    "berjalan berbukti",
    "koreksi naik",
    "koreksi turun",
    "dua catatan sehari",
    "catatan belum terjadi",
    "kendala",
    "urutan terlambat",
    "urutan belum dilaporkan",
    "urutan menunggu verifikasi",
    "urutan berjalan",
    "sebagian terpenuhi",
    "semua terpenuhi",
    "semua belum jatuh tempo",
}
BUKTI = Bukti(berkas="bukti.pdf", judul="Bukti uji", jenis=JenisBukti.DOKUMEN)


def source(isi: Any, path: str, **lines: int) -> Source[Any]:
    """A record as if read from a file."""
    return Source(isi, path, b"", lines)


def year_of(tahun: int, plan: dict[str, str], records: tuple[Source[Capaian], ...] = ()) -> Tahun:
    """A year whose plan has one action for each code, with its printed time; its groups come from the codes."""
    kelompok: dict[str, list[Aksi]] = {}
    for kode, target_waktu in plan.items():
        kelompok.setdefault(kode.partition(".")[0], []).append(Aksi(**row(kode, target_waktu)))
    groups = tuple(Kelompok(kode=kode, judul=f"Kelompok {kode}", aksi=tuple(aksi)) for kode, aksi in kelompok.items())
    keputusan = Keputusan(
        tahun=tahun,
        nomor=f"Nomor 1 Tahun {tahun}",
        judul="KEPUTUSAN UJI",
        tentang="RENCANA AKSI UJI",
        tanggal=date(tahun, 1, 2),
        tempat="Uji",
        menimbang=(),
        mengingat=(),
        menetapkan="KEPUTUSAN UJI.",
        diktum=(Diktum(diktum="KESATU", teks="Menetapkan uji."),),
        penandatangan=Penandatangan(jabatan="KETUA"),
    )
    rencana = RencanaAksi(tahun=tahun, judul="RENCANA AKSI UJI", kelompok=groups)
    return Tahun(
        tahun,
        source(keputusan, f"{tahun}/keputusan.yml"),
        source(rencana, f"{tahun}/rencana-aksi.yml"),
        records,
        {},
    )


def case_of(path: Path) -> dict[str, Any]:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def year_of_case(case: dict[str, Any]) -> Tahun:
    """A case's plan and records; a record without `berkas` is named by its place in the list."""
    tahun, target_waktu = case.get("tahun", 2026), case["aksi"]["target_waktu"]
    only = read_target_waktu(target_waktu, tahun)[0].periode
    records = []
    for index, item in enumerate(case["catatan"]):
        isi = Capaian(
            aksi="I.1",
            periode=item.get("periode", only),
            tanggal=item["tanggal"],
            hasil=Hasil(item["hasil"]),
            uraian="Uraian uji.",
            bukti={"ada": (BUKTI,), "tidak": ()}[item["bukti"]],
            dicatat_oleh=item["dicatat_oleh"],
            diverifikasi_oleh=item.get("diverifikasi_oleh"),
        )
        records.append(source(isi, f"{tahun}/capaian/{item.get('berkas', f'{index:02}.yml')}"))
    return year_of(tahun, {"I.1": target_waktu}, tuple(records))


@pytest.mark.parametrize("path", KASUS, ids=lambda path: path.stem)
def test_golden_case(path: Path) -> None:
    """On each date of the case, every period, the action, the days and the lateness are what the table says."""
    case = case_of(path)
    assert set(case) | {"tahun"} == KUNCI
    tahun = year_of_case(case)
    for line in case["keadaan"]:
        assert set(line) <= {"per_tanggal", "periode", "aksi", "terlambat_dipenuhi", "hari_lewat"}
        (aksi,) = judge_year(tahun, line["per_tanggal"]).aksi
        periods = {item.periode: item for item in aksi.periode}
        states = {key: item.keadaan.value for key, item in periods.items()}
        assert states == spread(line["periode"], periods), line["per_tanggal"]
        assert aksi.keadaan.value == line["aksi"], line["per_tanggal"]
        late = {key: "ya" if item.terlambat_dipenuhi else "tidak" for key, item in periods.items()}
        if "terlambat_dipenuhi" in line:
            assert late == spread(line["terlambat_dipenuhi"], periods), line["per_tanggal"]
        if "hari_lewat" in line:
            asked = spread(line["hari_lewat"], periods)
            assert {key: periods[key].hari_lewat for key in asked} == asked, line["per_tanggal"]


def spread(value: Any, periods: dict[str, Any]) -> dict[str, Any]:
    """What a table says of each period: itself, or one value for all."""
    return value if isinstance(value, dict) else dict.fromkeys(periods, value)


def test_cases_cover_every_edge() -> None:
    """The cases name exactly the edges that must be tested."""
    assert {edge for path in KASUS for edge in case_of(path)["menguji"]} == DIUJI


def test_cases_cover_every_state() -> None:
    """The cases' tables hold every state of a period and every state of an action."""
    lines = [line for path in KASUS for line in case_of(path)["keadaan"]]
    of_periods = {state for line in lines for state in spread(line["periode"], {"": None}).values()}
    assert of_periods == {state.value for state in Keadaan}
    assert {line["aksi"] for line in lines} == {state.value for state in KeadaanAksi}


def test_office_day_in_wita() -> None:
    """At 23:30 UTC on 31 March it is 1 April in WITA, so a deadline of 31 March has passed."""
    per_tanggal = read_per_tanggal(None, now=datetime(2026, 3, 31, 23, 30, tzinfo=UTC), zona_waktu=ZonaWaktu.WITA)
    assert per_tanggal == date(2026, 4, 1)
    (periode,) = judge_year(year_of(2026, {"I.1": "Maret 2026"}), per_tanggal).periode
    assert periode.keadaan is Keadaan.BELUM_DILAPORKAN


def test_office_day_before_midnight_in_wita() -> None:
    """At 15:59 UTC it is still the same day in WITA, and at 16:00 UTC the next."""
    times = [datetime(2026, 3, 31, 15, 59, tzinfo=UTC), datetime(2026, 3, 31, 16, 0, tzinfo=UTC)]
    found = [read_per_tanggal(None, now=now, zona_waktu=ZonaWaktu.WITA) for now in times]
    assert found == [date(2026, 3, 31), date(2026, 4, 1)]


WAKTU = ("Maret 2026", "Januari dan Juli 2026", "Per Triwulan", "Bulanan 2026", "Januari s.d Maret 2026", "Desember 2026")
PERAN = ("Tim Kerja", "Sekretaris")
DAYS = st.dates(date(2025, 11, 1), date(2027, 3, 1))


@st.composite
def years(draw: st.DrawFn, days: st.SearchStrategy[date] = DAYS) -> Tahun:
    """A plan of one to four actions in two groups, with up to twelve records of its periods."""
    kode = draw(st.lists(st.sampled_from(("I.1", "I.2", "II.1", "II.2")), min_size=1, unique=True).map(sorted))
    plan = {item: draw(st.sampled_from(WAKTU)) for item in kode}
    periods = [(item, tenggat.periode) for item in kode for tenggat in read_target_waktu(plan[item], 2026)]
    # Few periods, many records: most examples have a period with several.
    some = draw(st.lists(st.sampled_from(periods), min_size=1, max_size=4, unique=True))
    records = [draw(records_of(st.sampled_from(some), days, number)) for number in range(1, draw(st.integers(1, 13)))]
    return year_of(2026, plan, tuple(records))


@st.composite
def records_of(
    draw: st.DrawFn, periods: st.SearchStrategy[tuple[str, str]], days: st.SearchStrategy[date], number: int
) -> Source[Capaian]:
    """Any record of one of the periods; half of them are verified, finished and have evidence."""
    aksi, periode = draw(periods)
    hasil, bukti, verifier = draw(
        st.one_of(
            st.just((Hasil.SELESAI, (BUKTI,), PERAN[1])),
            st.tuples(st.sampled_from(Hasil), st.sampled_from(((), (BUKTI,))), st.sampled_from((None, *PERAN))),
        )
    )
    return record(aksi, periode, draw(days), number, hasil=hasil, bukti=bukti, diverifikasi_oleh=verifier)


def record(aksi: str, periode: str, tanggal: date, number: int, **more: Any) -> Source[Capaian]:
    """A record of a period, verified and finished unless `more` says otherwise."""
    values = {"hasil": Hasil.SELESAI, "bukti": (BUKTI,), "diverifikasi_oleh": PERAN[1]} | more
    isi = Capaian(aksi=aksi, periode=periode, tanggal=tanggal, uraian="Uraian uji.", dicatat_oleh=PERAN[0], **values)
    return source(isi, f"2026/capaian/{file_stem(aksi, periode)}_{number}.yml", tanggal=4)


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
    due = [item for item in found.periode if item.tenggat.tenggat < per_tanggal]
    for periods, value in ((found.periode, found.hitungan.persen_semua), (due, found.hitungan.persen_jatuh_tempo)):
        assert (value is None) == (not periods)
        if value is not None:
            assert 0 <= value <= 100
            assert (value == 100) == all(item.keadaan is Keadaan.TERPENUHI for item in periods)


@given(tahun=years(), per_tanggal=DAYS)
def test_monthly_series(tahun: Tahun, per_tanggal: date) -> None:
    """Actual never falls, never exceeds the periods, and ends at the fulfilled ones dated within the year."""
    found = judge_year(tahun, per_tanggal)
    series = [item.kenyataan for item in found.bulanan()]
    known = [value for value in series if value is not None]
    assert series == known + [None] * (12 - len(known))
    assert known == sorted(known)
    assert all(0 <= value <= found.jumlah_tenggat for value in known)
    done = [item.penentu.tanggal for item in found.periode if item.penentu and item.keadaan is Keadaan.TERPENUHI]
    if known:
        assert known[-1] == sum(day.year <= 2026 for day in done)
    if known and all(day.year == 2026 for day in done):
        assert known[-1] == found.hitungan.terpenuhi


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
    assert (found.aksi_selesai, found.jumlah_tenggat) == (2, 6)
    assert found.tenggat_per_bulan() == (0, 0, 1, 1, 0, 2, 1, 1, 0, 0, 0, 0)
    assert [item.jumlah_tenggat for item in found.kelompok] == [2, 4]


def test_a_deadline_of_another_year_is_in_no_month() -> None:
    """A schedule of its own may end after the year: it is a deadline of the plan, but in none of its months or quarters."""
    days = {"2026-12": date(2027, 1, 15), "2026-01": date(2026, 1, 15)}
    late = tuple(Jadwal(periode=periode, tenggat=day) for periode, day in days.items())
    aksi = Aksi(**row("I.1", "kapan saja", jadwal=late, alasan_jadwal="Uji."))
    tahun = year_of(2026, {"I.1": "Januari"})
    plan = tahun.rencana_aksi.isi.model_copy(update={"kelompok": (Kelompok(kode="I", judul="Uji", aksi=(aksi,)),)})
    found = judge_year(replace(tahun, rencana_aksi=source(plan, "2026/rencana-aksi.yml")), date(2026, 7, 1))
    assert (found.jumlah_tenggat, sum(found.tenggat_per_bulan()), found.tenggat_per_bulan()[0]) == (2, 1, 1)
    assert [len(found.triwulan(nomor)) for nomor in range(1, 5)] == [1, 0, 0, 0]
    assert [item.rencana for item in found.bulanan()] == [1] * 12


def test_finished_without_evidence_is_counted() -> None:
    """The number that is published as 0 would be 1 if a record without evidence ever came through the checks."""
    records = (record("I.1", "2026-03", date(2026, 3, 1), 1, bukti=()), record("I.1", "2026-03", date(2026, 3, 2), 2))
    running = [record("I.1", "2026-03", date(2026, 3, day), day, bukti=(), hasil=Hasil.BERJALAN) for day in (3, 4)]
    assert judge_year(year_of(2026, {"I.1": "Maret"}, (*records, *running)), date(2026, 4, 1)).selesai_tanpa_bukti == 1


@given(tahun=years(), per_tanggal=DAYS)
def test_quarters_share_the_year_out(tahun: Tahun, per_tanggal: date) -> None:
    """Each period whose deadline is in the year belongs to one quarter, that of its month."""
    found = judge_year(tahun, per_tanggal)
    for nomor in range(1, 5):
        months = [item.tenggat.tenggat.month for item in found.triwulan(nomor)]
        assert set(months) <= set(range(nomor * 3 - 2, nomor * 3 + 1))
    own = [item for item in found.periode if item.tenggat.tenggat.year == 2026]
    quarters = [item for nomor in range(1, 5) for item in found.triwulan(nomor)]
    assert sorted(map(id, quarters)) == sorted(map(id, own))


@given(tahun=years(), per_tanggal=DAYS)
def test_judge_refuses_only_the_future(tahun: Tahun, per_tanggal: date) -> None:
    """Judging fails exactly for the records dated after the date, each named with file and line."""
    situs = Situs(kantor="KPU Uji", kantor_lengkap="KPU Kota Uji", provinsi="Uji", zona_waktu=ZonaWaktu.WITA)
    data = Data("data", source(situs, "situs.yml"), (tahun,))
    future = sorted(
        f"data/{item.path}:4: tanggal {item.isi.tanggal}" for item in tahun.capaian if item.isi.tanggal > per_tanggal
    )
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
    with pytest.raises(DataError, match=r"^data/2026/capaian/i-1_2026-03_1\.yml:4: tanggal 2026-03-11 belum terjadi"):
        judge(Data("data", source(situs, "situs.yml"), (tahun,)), date(2026, 3, 10))
