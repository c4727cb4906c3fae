"""What happened in the last days and falls due in the next, by examples on the days at the edges."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from small.judged_year import record, year_of
from zona.findings.judge import judge_year
from zona.findings.recent import HariTerakhir, KabarAksi, due_soon, recent
from zona.findings.year_findings import TahunFinding
from zona.records.capaian.capaian import Capaian, Hasil
from zona.records.capaian.corrections import name_of
from zona.records.reading.file_reader import Source

DAY = date(2026, 4, 7)


def told(items: tuple[KabarAksi, ...]) -> list[tuple[str, list[str], int]]:
    """Each action that is told of, with its periods and how often."""
    return [(item.aksi.kode, [periode.periode for periode in item.periode], item.jumlah) for item in items]


def names(jangka: HariTerakhir) -> dict[str, list[str]]:
    """The actions of each list that has some."""
    lists = {"laporan": jangka.laporan, "verifikasi": jangka.verifikasi, "koreksi": jangka.koreksi, "lewat": jangka.lewat}
    return {name: [item.aksi.kode for item in items] for name, items in lists.items() if items}


def judged(plan: dict[str, str], *records: Source[Capaian], day: date = DAY) -> TahunFinding:
    """A small year as of a day."""
    return judge_year(year_of(2026, plan, records), day)


def test_a_week_has_seven_days() -> None:
    """A record, a verification and a passed deadline count on the first and the last of the seven days, and not before; each
    belongs to one week and no other."""
    plan = {"I.1": "Maret 2026", "I.2": "Maret 2026", "I.3": "Maret 2026"}
    first = record("I.1", "2026-03", date(2026, 4, 1), 1, hasil=Hasil.BERJALAN, verifier=None)
    last = record("I.2", "2026-03", DAY, 2, on=DAY)
    early = record("I.3", "2026-03", date(2026, 3, 31), 3, on=date(2026, 4, 1))
    tahun = judged(plan, first, last, early)
    week = recent([tahun], DAY)
    assert (week.dari, week.sampai, week.sepi) == (date(2026, 4, 1), DAY, False)
    # March's end passed on 1 April; I.1 is late, the others are fulfilled.
    assert names(week) == {"laporan": ["I.1", "I.2"], "verifikasi": ["I.2", "I.3"], "lewat": ["I.1"]}
    before = recent([judged(plan, early, day=date(2026, 3, 31))], date(2026, 3, 31))
    assert names(before) == {"laporan": ["I.3"]}
    after = recent([judged(plan, first, last, early, day=date(2026, 4, 8))], date(2026, 4, 8))
    assert names(after) == {"laporan": ["I.2"], "verifikasi": ["I.2"]}
    assert names(recent([tahun], DAY, 8)) == names(week) | {"laporan": ["I.1", "I.2", "I.3"]}


def test_own_verification_is_none() -> None:
    """What the recorder's own role verified is told as reported, never as verified."""
    own = record("I.1", "2026-03", DAY, 1, verifier="Tim Kerja", on=DAY)
    assert names(recent([judged({"I.1": "Maret 2026"}, own)], DAY)) == {"laporan": ["I.1"]}


def test_corrections_stand_apart() -> None:
    """A correction and a withdrawal are no reports of work."""
    wrong = record("I.1", "2026-03", date(2026, 3, 2), 1)
    right = record("I.1", "2026-03", DAY, 2, mengoreksi=name_of(wrong), alasan="Salah tulis.", verifier=None)
    week = recent([judged({"I.1": "Maret 2026"}, wrong, right)], DAY)
    assert names(week) == {"koreksi": ["I.1"]}
    assert not week.sepi


def test_one_line_for_each_action() -> None:
    """Several months of one action are one line, with how many there were; months of another state are another line."""
    plan = {"I.1": "Januari, Februari, dan Maret 2026", "II.1": "Maret 2026"}
    months = [record("I.1", f"2026-0{n}", date(2026, 4, n), n) for n in (1, 2)]
    half = record("I.1", "2026-03", DAY, 3, hasil=Hasil.BERJALAN, verifier=None)
    again = record("I.1", "2026-03", DAY, 4, hasil=Hasil.KENDALA, verifier=None)
    week = recent([judged(plan, *months, half, again)], DAY)
    assert told(week.laporan) == [("I.1", ["2026-01", "2026-02"], 2), ("I.1", ["2026-03"], 2)]
    assert [item.tanggal for item in week.laporan] == [date(2026, 4, 2), DAY]
    assert told(week.lewat) == [("I.1", ["2026-03"], 1), ("II.1", ["2026-03"], 1)]


def test_what_falls_due() -> None:
    """Unfulfilled deadlines of today and of the seven days after, the nearest first; those that wait for a verification too."""
    plan = {"I.1": "April 2026", "I.2": "Maret 2026", "I.3": "April 2026", "I.4": "April 2026"}
    done = record("I.3", "2026-04", date(2026, 4, 1), 1)
    waiting = record("I.4", "2026-04", date(2026, 4, 1), 2, verifier=None)
    for day, codes in {
        date(2026, 3, 23): [],
        date(2026, 3, 24): ["I.2"],
        date(2026, 3, 31): ["I.2"],
        date(2026, 4, 22): [],
        date(2026, 4, 23): ["I.1", "I.4"],
        date(2026, 4, 30): ["I.1", "I.4"],
        date(2026, 5, 1): [],
    }.items():
        assert [item.aksi.kode for item in due_soon([judged(plan, done, waiting, day=day)], day)] == codes, day
    assert [item.aksi.kode for item in due_soon([judged(plan, done, waiting)], date(2026, 3, 24), 40)] == ["I.1", "I.4"]


def test_two_years_meet() -> None:
    """On New Year's Day the week tells of what the old year missed and of what the new one asks for."""
    old, new = year_of(2026, {"I.1": "Desember 2026"}), year_of(2027, {"I.1": "Januari 2027"})
    day = date(2027, 1, 1)
    years = [judge_year(old, day), judge_year(new, day)]
    assert [(item.tahun, item.aksi.kode) for item in recent(years, day).lewat] == [(2026, "I.1")]
    assert [(item.tahun, item.tanggal) for item in due_soon(years, day, 30)] == [(2027, date(2027, 1, 31))]


def test_before_and_after_the_plan() -> None:
    """Before a plan begins, and long after it has ended, nothing is told, and nothing fails."""
    for day in (date(2025, 6, 1), date(2028, 6, 1)):
        tahun = judged({"I.1": "Maret 2026"}, day=day)
        week = recent([tahun], day, 30)
        assert (week.sepi, week.lewat, due_soon([tahun], day)) == (True, (), ())


def test_copies_are_known() -> None:
    """A row that is printed as an earlier one is told with that one's code."""
    plan = year_of(2026, {"I.1": "Maret 2026", "I.2": "Maret 2026", "II.1": "Maret 2026"})
    first = plan.rencana_aksi.isi.kelompok[0].aksi[0]
    second = plan.rencana_aksi.isi.kelompok[1]
    copied = second.model_copy(update={"aksi": (first.model_copy(update={"kode": "II.1"}),)})
    isi = plan.rencana_aksi.isi.model_copy(update={"kelompok": (plan.rencana_aksi.isi.kelompok[0], copied)})
    tahun = judge_year(replace(plan, rencana_aksi=replace(plan.rencana_aksi, isi=isi)), date(2026, 4, 1))
    assert [(item.aksi.kode, item.salinan) for item in recent([tahun], date(2026, 4, 1)).lewat] == [
        ("I.1", None), ("I.2", None), ("II.1", "I.1"),
    ]  # fmt: skip
