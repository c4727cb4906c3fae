"""What is published of complaints: enough to be useful, and nothing from which a count of 1 to 4 could be worked out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from recount.attacker import Name, Penyerang
from zona.findings.pengaduan.complaint_counts import Angka, Tampil
from zona.findings.pengaduan.release import ReleasedTable, StageRelease
from zona.findings.pengaduan.statistics import KeadaanBulan, StatistikPengaduan, complaints_of
from zona.outputs.api.pengaduan_json import pengaduan
from zona.outputs.charts import pengaduan_charts as grafik
from zona.outputs.pages.render import environment
from zona.outputs.tables.pengaduan_tables import pengaduan_bulanan, pengaduan_jangka, pengaduan_rincian
from zona.records.pengaduan.pengaduan import Kategori, PengaduanBulan

KANAL = ("langsung", "whatsapp", "surel", "sp4n-lapor")
KATEGORI = tuple(item.value for item in Kategori)[:5]
BATANG, TIANG = (environment().get_template(f"charts/{name}.html").module for name in ("batang", "tiang"))
# Received, closed without action, finished.
Row = tuple[int, int, int]


def month(tahun: int, bulan: int, sisa: int, row: Row, spread: int = 0, **more: Any) -> PengaduanBulan:
    """A month whose counts add up; `spread` decides how what came in is spread over channels and categories."""
    masuk, tidak, selesai = row
    harus = sisa + masuk - tidak
    kanal = dict.fromkeys(KANAL, 0)
    kategori = dict.fromkeys(KATEGORI, 0)
    for number in range(masuk):
        kanal[KANAL[(number * number + spread) % 7 % len(KANAL)]] += 1
        kategori[KATEGORI[(number * 3 + spread // 7) % 11 % len(KATEGORI)]] += 1
    return PengaduanBulan.model_validate(
        {
            "bulan": f"{tahun}-{bulan:02}",
            "sisa_bulan_lalu": sisa,
            "masuk": {"kanal": kanal, "kategori": kategori},
            "tidak_ditindaklanjuti": tidak,
            "harus_ditindaklanjuti": harus,
            "diproses": harus - selesai,
            "selesai": selesai,
            "dicatat_oleh": "Tim",
            **more,
        }
    )


def months(rows: Iterable[Row | None], tahun: int = 2026, sisa: int = 0, spread: int = 0) -> list[PengaduanBulan]:
    """Months in order; None is a month without a report. Rows are cut to what there is."""
    found = []
    for number, row in enumerate(rows, start=1):
        if row is not None:
            masuk, tidak, selesai = row
            tidak = min(tidak, sisa + masuk)
            selesai = min(selesai, sisa + masuk - tidak)
            found.append(month(tahun, number, sisa, (masuk, tidak, selesai), spread + number))
            sisa = found[-1].diproses
    return found


def statistics(items: Iterable[PengaduanBulan], per_tanggal: date = date(2031, 1, 1)) -> tuple[StatistikPengaduan, ...]:
    items = list(items)
    years = sorted({item.bulan[:4] for item in items})
    of = [[SimpleNamespace(isi=item) for item in items if item.bulan[:4] == year] for year in years]
    given = [SimpleNamespace(tahun=int(year), pengaduan=tuple(own)) for year, own in zip(years, of, strict=True)]
    return complaints_of(given, per_tanggal)  # type: ignore[arg-type]


def attack(*publications: tuple[StatistikPengaduan, ...]) -> Penyerang:
    """An attacker who has read all of these, as JSON, as tables, and as drawings."""
    attacker = Penyerang()
    for publication in publications:
        for stat in publication:
            attacker.read(stat.tahun, pengaduan(stat))
            attacker.read_tables(stat.tahun, tables_of(stat))
            attacker.look(stat.tahun, drawings(stat))
    return attacker


def tables_of(stat: StatistikPengaduan) -> dict[str, list[dict[str, Any]]]:
    """The rows of the downloads' tables by the tables' names."""
    tables = (pengaduan_bulanan(stat), pengaduan_jangka(stat), pengaduan_rincian(stat))
    return {
        table.nama: [dict(zip((kolom.nama for kolom in table.kolom), row, strict=True)) for row in table.baris]
        for table in tables
    }


def drawings(stat: StatistikPengaduan) -> dict[str, str]:
    """The charts that the year's page has."""
    bars = {"tahap": grafik.stages(stat), "kategori": grafik.details(stat, "kategori"), "kanal": grafik.details(stat, "kanal")}
    found = {name: str(BATANG.batang(chart)) for name, chart in bars.items() if chart is not None}
    columns = grafik.months(stat)
    return found if columns is None else found | {"bulan": str(TIANG.tiang(columns))}


def truth_of(items: list[PengaduanBulan]) -> dict[Name, int]:
    """The true value of everything that an attacker has a name for."""
    truth: dict[Name, int] = {}
    for item in items:
        stages = ("sisa_bulan_lalu", "selesai", "tidak_ditindaklanjuti", "harus_ditindaklanjuti", "diproses")
        truth |= {(item.bulan, key): getattr(item, key) for key in stages}
        truth[(item.bulan, "masuk")] = item.masuk.jumlah
    for year in {item.bulan[:4] for item in items}:
        for first, last in [(7, 12), *((1, number) for number in range(1, 13))]:
            own = [item for item in items if item.bulan[:4] == year and first <= int(item.bulan[5:]) <= last]
            if own:
                span = f"{year}-{first:02}–{year}-{last:02}"
                done, left = sum(item.selesai for item in own), own[-1].diproses
                truth |= {(span, "selesai"): done, (span, "diproses"): left, (span, "harus_ditindaklanjuti"): done + left}
        for kode, numbers in {"semester_1": range(1, 7), "semester_2": range(7, 13), "setahun": range(1, 13)}.items():
            own = [item for item in items if item.bulan[:4] == year and int(item.bulan[5:]) in numbers]
            if not own:
                continue
            span = f"{year} {kode}"
            truth |= {(span, "masuk"): sum(item.masuk.jumlah for item in own), (span, "selesai"): sum(i.selesai for i in own)}
            truth[(span, "tidak_ditindaklanjuti")] = sum(item.tidak_ditindaklanjuti for item in own)
            truth[(span, "sisa_bulan_lalu")], truth[(span, "diproses")] = own[0].sisa_bulan_lalu, own[-1].diproses
            truth[(span, "harus_ditindaklanjuti")] = truth[(span, "selesai")] + own[-1].diproses
            for key in KANAL:
                truth[(span, "kanal", key)] = sum(item.masuk.kanal.get(key, 0) for item in own)
            for kategori in KATEGORI:
                truth[(span, "kategori", kategori)] = sum(item.masuk.kategori.get(Kategori(kategori), 0) for item in own)
    return truth


def safe(attacker: Penyerang, truth: dict[Name, int]) -> None:
    """No count of 1 to 4 is shown, and no hidden count can be worked out; one of 1 to 4 keeps three possible values."""
    assert max(Counter(name for name, *_ in attacker.stubs).values(), default=1) == 1  # a hidden count has no size of its own
    assert not [name for name in attacker.bounds if name in truth and 0 < truth[name] < 5 and name in attacker.shown]
    assert not [name for name in attacker.solved() if name in attacker.hidden or 0 < truth[name] < 5]
    for name, (low, high) in attacker.narrowed().items():
        assert low <= truth[name] <= high, name
        need = 2 if 0 < truth[name] < 5 else int(name in attacker.hidden)
        assert high - low >= need, (name, truth[name], low, high)


@st.composite
def offices(draw: st.DrawFn, most: int = 12, years: int = 1) -> list[PengaduanBulan]:
    """Offices from almost no complaints to many, some with months that were not reported."""
    top = draw(st.sampled_from([1, 2, 4, 7, 12, 40]))
    row = st.tuples(st.integers(0, top), st.sampled_from([0, 0, 0, 1, 2, 5]), st.integers(0, top + 2))
    gaps = draw(st.booleans())
    rows = draw(st.lists(st.one_of(row, row, row, st.none()) if gaps else row, min_size=1, max_size=most))
    items = months(rows, sisa=draw(st.integers(0, 6)), spread=draw(st.integers(0, 70)))
    for year in range(1, years):
        later = draw(st.lists(row, min_size=1, max_size=most))
        items += months(later, tahun=2026 + year, sisa=items[-1].diproses if items else 0)
    return items


@pytest.mark.lambat
@given(items=offices())
def test_nothing_hidden_can_be_worked_out(items: list[PengaduanBulan]) -> None:
    """Exact elimination on everything published of a year finds no hidden count, and no chain of bounds pins one down."""
    safe(attack(statistics(items)), truth_of(items))


@pytest.mark.lambat
@given(items=offices(years=2))
@settings(max_examples=25)
def test_nothing_leaks_across_years(items: list[PengaduanBulan]) -> None:
    """What December leaves is what January begins with; no hidden count can be worked out from both years."""
    safe(attack(statistics(items)), truth_of(items))


@pytest.mark.lambat
@given(items=offices())
@settings(max_examples=40)
def test_nothing_leaks_from_earlier_publications(items: list[PengaduanBulan]) -> None:
    """Whoever kept a copy of the page of every month learns no hidden count from their differences."""
    history = [statistics(items[:number]) for number in range(1, len(items) + 1)]
    safe(attack(*history), truth_of(items))


@pytest.mark.lambat
@given(items=offices())
@settings(max_examples=40)
def test_decisions_are_not_taken_back(items: list[PengaduanBulan]) -> None:
    """A month that is published once stays as it is; only a hidden zero may turn into 0."""
    before: dict[tuple[int, str], Angka] = {}
    for number in range(1, len(items) + 1):
        (stat,) = statistics(items[:number])
        now = {(item.bulan, key): angka for item in stat.bulan for key, angka in item.angka.items()}
        for place, angka in before.items():
            own = place[1] != "harus_ditindaklanjuti"  # this one is worked out from the others
            assert now[place] == angka or now[place].nilai == 0 or not own, place
        before = now


@pytest.mark.lambat
@given(items=offices(most=7), data=st.data())
@settings(max_examples=25)
def test_other_offices_would_have_published_the_same(items: list[PengaduanBulan], data: st.DataObject) -> None:
    """For a hidden count of 1 to 4, at least three values are possible: for each, an office is constructed whose counts agree
    with everything published."""
    attacker, truth = attack(statistics(items)), truth_of(items)
    small = sorted(name for name in attacker.hidden if 0 < truth[name] < 5)
    for name in data.draw(st.lists(st.sampled_from(small), max_size=3, unique=True)) if small else ():
        assert len(attacker.values(name, truth, range(10))) >= 3, name


@given(items=offices())
def test_sums_agree(items: list[PengaduanBulan]) -> None:
    """What is shown is true, what is hidden lies in its bounds, and the months that are shown add up to shown sums."""
    attacker, truth = attack(statistics(items)), truth_of(items)
    for name, (low, high) in attacker.bounds.items():
        if name in truth:
            assert low <= truth[name] <= high, name


def test_small_sum_of_stages_is_not_told() -> None:
    """A half-year's harus_ditindaklanjuti of 1 to 4 can't be worked out from what began, came in and was closed."""
    items = months([(5, 8, 1), *[(5, 5, 0)] * 5], sisa=6)
    safe(attack(statistics(items)), truth_of(items))
    assert truth_of(items)[("2026 semester_1", "harus_ditindaklanjuti")] == 3


def test_large_counts_hide_nothing() -> None:
    """Where no count is small, all are shown."""
    rows: list[Row | None] = [(20 + number, 6, 10) for number in range(12)]
    (stat,) = statistics(months(rows, sisa=5))
    shown = [angka for item in (*stat.bulan, *stat.jangka) for angka in item.angka.values()]
    shown += [row.angka for span in stat.terperinci for table in (span.kanal, span.kategori) for row in table or ()]
    assert {angka.tampil for angka in shown} == {Tampil.ANGKA}


def test_one_small_count_hides_as_little_as_it_must() -> None:
    """One small count beside large ones costs one other count of its month, and one of the next, which that one would else
    be worked out from; all that came in and was finished stays."""
    rows: list[Row | None] = [(20, 6, 15), (20, 2, 15), (20, 6, 15)]
    (stat,) = statistics(months(rows, sisa=6))
    hidden = {(item.bulan, key) for item in stat.bulan for key, angka in item.angka.items() if angka.nilai is None}
    told_twice = {(3, "sisa_bulan_lalu"), (2, "harus_ditindaklanjuti"), (3, "harus_ditindaklanjuti")}
    assert hidden - told_twice == {(2, "tidak_ditindaklanjuti"), (2, "diproses"), (3, "tidak_ditindaklanjuti")}


def test_zero_in_a_month_is_not_told_from_a_small_count() -> None:
    """“<5” in a month covers 0, so that it does not say that there was a complaint; a half-year without any shows 0."""
    (stat,) = statistics(months([(1, 0, 1), (0, 0, 0), (2, 0, 2)]))
    assert {item.angka["masuk"].tampil for item in stat.bulan[:3]} == {Tampil.KURANG}
    assert (stat.bulan[1].angka["masuk"].sedikitnya, stat.bulan[1].angka["masuk"].paling_banyak) == (0, 4)
    (stat,) = statistics(months([(0, 0, 0)] * 6))
    assert stat.jangka[0].angka["masuk"].nilai == 0
    assert {item.angka["masuk"].nilai for item in stat.bulan[:6]} == {0}


def test_small_office_gets_its_sums() -> None:
    """An office with one or two complaints a month hides its months and shows its half-years and its year."""
    (stat,) = statistics(months([(1, 0, 1), (2, 0, 1), (0, 0, 1), (1, 0, 0), (2, 0, 2), (1, 0, 1)] * 2))
    assert [span.angka["masuk"].nilai for span in stat.jangka] == [7, 7, 14]
    assert {angka.nilai for item in stat.bulan for angka in (item.angka["masuk"], item.angka["selesai"])} == {None}


def test_missing_month_is_not_zero() -> None:
    """A month without a report breaks the chain and keeps its half-year's sums and the sums since January from being told."""
    rows: list[Row | None] = [(9, 0, 9), (9, 0, 9), None, (9, 0, 9), (9, 0, 9), (9, 0, 9)]
    (stat,) = statistics(months(rows), date(2026, 11, 24))
    states = [item.keadaan for item in stat.bulan]
    assert states[2] is KeadaanBulan.BELUM_DILAPORKAN
    assert states[10:] == [KeadaanBulan.BELUM_BERAKHIR] * 2
    assert [item.bulan for item in stat.bulan if item.putus] == [4]
    assert (stat.jangka[0].kurang, stat.jangka[0].angka, stat.berjalan) == ((3,), {}, {})


def test_months_of_the_future_do_not_count() -> None:
    """A month that is not over on the date is as if it had not been reported."""
    items = months([(9, 0, 9)] * 6)
    (stat,) = statistics(items, date(2026, 5, 31))
    assert [item.keadaan for item in stat.bulan[3:6]] == [
        KeadaanBulan.DILAPORKAN, KeadaanBulan.BELUM_BERAKHIR, KeadaanBulan.BELUM_BERAKHIR,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("finished", "shown"),
    [
        ([1, 1, 1, 1, 1, 1], True),
        ([1, 1, 1, 1, 0, 0], False),
        ([0, 0, 0, 0, 0, 0], False),
    ],
)
def test_time_to_finish(finished: list[int], shown: bool) -> None:
    """Median and longest time are told over five or more finished complaints, and not over fewer."""
    items, sisa = [], 9
    for number, selesai in enumerate(finished, start=1):
        days = tuple(range(number, number + selesai))
        items.append(month(2026, number, sisa, (9, 0, selesai), lama_selesai=days))
        sisa = items[-1].diproses
    (stat,) = statistics(items)
    lama = stat.jangka[0].lama
    assert (lama is not None and lama.median == 3.5 and lama.terlama == 6) is shown


@pytest.mark.parametrize(("second", "median"), [(0, 3.5), (9, 6.5)])
def test_time_of_none_or_many_in_the_second_half(second: int, median: float) -> None:
    """The year's median is told where nothing was finished since the half-year's, or enough."""
    items, sisa = [], 9
    for number, selesai in enumerate([9] * 6 + [second] * 6, start=1):
        items.append(month(2026, number, sisa, (9, 0, selesai), lama_selesai=(number,) * selesai))
        sisa = items[-1].diproses
    lama = statistics(items)[0].jangka[2].lama
    assert lama is not None
    assert lama.median == median


def test_time_of_few_in_the_second_half() -> None:
    """The year's median is not told where only a few were finished since the half-year's was: the difference is about them."""
    items, sisa = [], 9
    for number, selesai in enumerate([9] * 6 + [0] * 5 + [2], start=1):
        items.append(month(2026, number, sisa, (9, 0, selesai), lama_selesai=(number,) * selesai))
        sisa = items[-1].diproses
    (stat,) = statistics(items)
    assert stat.jangka[0].lama is not None
    assert stat.jangka[0].lama.median == 3.5
    assert stat.jangka[2].lama is not None
    assert stat.jangka[2].lama.median is None


def test_times_that_were_not_noted() -> None:
    """Where a time is missing, none is told, be it of one month only."""
    items, sisa = [], 0
    for number in range(1, 7):
        items.append(month(2026, number, sisa, (9, 0, 9), lama_selesai=None if number == 4 else (number,) * 9))
    assert statistics(items)[0].jangka[0].lama is None
    (stat,) = statistics(months([(9, 0, 9)] * 6))
    assert stat.jangka[0].lama is None


def test_what_a_reader_is_told_first() -> None:
    """The sums since January while no month is missing, else those of the longest whole span that ends last, else nothing."""
    rows: list[Row | None] = [(20, 6, 10)] * 9
    (stat,) = statistics(months(rows, sisa=5), date(2026, 11, 24))
    assert stat.jumlah is not None
    assert (stat.jumlah.awal, stat.jumlah.akhir, stat.jumlah.angka["masuk"].nilai) == (1, 9, 180)
    assert (stat.terakhir and stat.terakhir.bulan, stat.belum_dilaporkan) == (9, (10,))
    (stat,) = statistics(months([*rows[:6], None, *rows[:2]], sisa=5), date(2026, 11, 24))
    assert stat.jumlah is not None
    assert (stat.jumlah.awal, stat.jumlah.akhir, stat.jumlah.angka["masuk"].nilai) == (1, 6, 120)
    assert (stat.utuh and stat.utuh.kode, stat.belum_dilaporkan) == ("semester_1", (7, 10))
    (stat,) = statistics(months([None, *rows[:2]]), date(2026, 4, 1))
    assert (stat.jumlah, stat.utuh) == (None, None)
    assert [item.kode for item in stat.terperinci] == []
    assert [(item.awal, item.akhir) for item in stat.jangka] == [(1, 6), (7, 12), (1, 12)]


def test_a_hidden_half_year_is_added_up_from_its_months() -> None:
    """Where a half-year's sum is hidden, readers still have its months, and no time to finish is told."""
    rows = [(3, 1), (0, 2), (0, 0), (3, 0), (5, 3), (2, 3)]  # what came in, and what was finished
    items, sisa = [], 0
    for number, (masuk, selesai) in enumerate(rows, start=1):
        items.append(month(2026, number, sisa, (masuk, 0, selesai), lama_selesai=(3,) * selesai))
        sisa = items[-1].diproses
    (stat,) = statistics(items, date(2026, 7, 1))
    assert stat.jangka[0].angka["selesai"] == Angka(Tampil.SEMBUNYI, None, 0, 24)
    assert stat.berjalan["selesai"] == Angka(Tampil.SEMBUNYI, None, 0, 24)
    assert stat.jangka[0].lama is not None
    assert (stat.jangka[0].lama.median, stat.jangka[0].lama.terlama) == (None, None)


def test_a_half_year_has_its_tables() -> None:
    """Channels and categories of the first half-year are published with it, months before the year is over."""
    (stat,) = statistics(months([(20, 6, 10)] * 6), date(2026, 7, 1))
    assert [item.kode for item in stat.terperinci] == ["semester_1"]


def test_time_of_a_year_whose_first_half_finished_nothing() -> None:
    """Then the year's time is the second half's."""
    items, sisa = [], 9
    for number, selesai in enumerate([0] * 6 + [9] * 6, start=1):
        items.append(month(2026, number, sisa, (9, 0, selesai), lama_selesai=(number,) * selesai))
        sisa = items[-1].diproses
    (stat,) = statistics(items)
    assert stat.jangka[0].lama is None
    assert [item.lama and item.lama.median for item in stat.jangka[1:]] == [9.5, 9.5]


def test_spans_of_a_year() -> None:
    """Each span has its months and its own sums; channels and categories add up to what came in, row by row."""
    (stat,) = statistics(months([(20 + number, 6, 10) for number in range(12)], sisa=5))
    assert [(item.kode, item.awal, item.akhir) for item in stat.jangka] == [
        ("semester_1", 1, 6), ("semester_2", 7, 12), ("setahun", 1, 12),
    ]  # fmt: skip
    assert [item.angka["masuk"].nilai for item in stat.jangka] == [135, 171, 306]
    assert [item.angka["sisa_bulan_lalu"].nilai for item in stat.jangka] == [5, 44, 5]
    assert stat.berjalan["masuk"].nilai == 306
    assert stat.berjalan["harus_ditindaklanjuti"].nilai == 306 + 5 - 72
    assert stat.utuh is stat.jangka[2]
    for table in ("kanal", "kategori"):
        for index, span in enumerate(stat.terperinci):
            column = [counts[index] for _, _, counts in stat.rows(table)]
            assert sum(angka.nilai or 0 for angka in column if angka) == span.angka["masuk"].nilai
    assert [name for _, name, _ in stat.rows("kanal")] == ["Langsung", "Sp4n lapor", "Surel", "Whatsapp"]


@pytest.mark.parametrize(("finished", "told"), [(4, False), (5, True)])
def test_time_needs_five(finished: int, told: bool) -> None:
    """Five finished complaints are enough for a median, four are not; both ways the span has a word on it."""
    days = (tuple(range(1, finished + 1)), *[()] * 5)
    items, sisa = [], 9
    for number, own in enumerate(days, start=1):
        items.append(month(2026, number, sisa, (9, 0, len(own)), lama_selesai=own))
        sisa = items[-1].diproses
    lama = statistics(items)[0].jangka[0].lama
    assert lama is not None
    assert (lama.median, lama.terlama) == ((3, 5) if told else (None, None))


def test_what_the_network_says_of_a_span() -> None:
    """A span that is not complete was not published; a hidden sum was, but has no number; a shown one has its own."""
    stages = StageRelease()
    for number, isi in enumerate(
        months([(1, 0, 1), (0, 0, 0), (1, 0, 1), (0, 0, 0), (0, 0, 0), (1, 0, 1)] + [(9, 0, 9)] * 6), 1
    ):
        closes = {6: {"2026 semester_1": 3}, 12: {"2026 semester_2": 54, "2026 setahun": 57}}.get(number, {})
        stages.add_month(isi, closes)
        if number == 5:
            assert not stages.has("2026 semester_1")
    first, second = "2026 semester_1", "2026 semester_2"
    assert [stages.has(span) for span in (first, second, "2027 semester_1")] == [True, True, False]
    assert [stages.total(span) for span in (first, second, "2027 semester_1")] == [None, 54, None]
    assert [stages.shown(span, "selesai") for span in (first, second, "2027 semester_1")] == [False, True, False]


def test_the_years_table_beside_a_half_years() -> None:
    """A row without a complaint is 0 in the year; beside a published half-year the other half is protected too."""
    table = ReleasedTable()
    halves = {"s1": {"a": 9, "b": 8, "c": 0}, "s2": {"a": 9, "b": 7, "d": 6}}
    table.release("s1", halves["s1"])
    table.release_year("tahun", halves)
    column = table.column("tahun")
    assert column is not None
    assert {key: angka.nilai for key, angka in column.items()} == {"a": 18, "b": 15, "c": 0, "d": 6}
    assert list(table.column("s1") or ()) == ["a", "b", "c"]
    assert table.column("s2") is None
    table = ReleasedTable()
    table.release("s1", {"a": 9, "b": 8})
    table.release_year("tahun", {"s1": {"a": 9, "b": 8}, "s2": {"a": 2, "b": 9}})
    column = table.column("tahun")
    assert column is not None
    assert Tampil.ANGKA not in {angka.tampil for angka in column.values()}  # 11 - 9 would be 2
