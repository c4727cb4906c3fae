"""Complaint statistics of a year as they may be published: months, half-years, channels, categories, time to finish.

What may not be shown is not here: a hidden count has no value, so that no page, JSON or table can show it by mistake.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from statistics import median
from typing import Literal

from zona.findings.pengaduan.complaint_counts import AMBANG, Angka, is_small
from zona.findings.pengaduan.release import MENGALIR, ReleasedTable, StageRelease
from zona.records.load import Tahun
from zona.records.pengaduan.pengaduan import Kategori, PengaduanBulan, follows

KodeJangka = Literal["semester_1", "semester_2", "setahun"]

_HALVES: dict[KodeJangka, range] = {"semester_1": range(1, 7), "semester_2": range(7, 13)}
_YEAR: KodeJangka = "setahun"
_SPANS: dict[KodeJangka, range] = {**_HALVES, _YEAR: range(1, 13)}


class KeadaanBulan(StrEnum):
    """Whether a month was reported."""

    DILAPORKAN = "dilaporkan"
    BELUM_DILAPORKAN = "belum_dilaporkan"
    BELUM_BERAKHIR = "belum_berakhir"


@dataclass(frozen=True)
class Rincian(Angka):
    """The count of one channel or category."""

    kode: str
    nama: str


@dataclass(frozen=True)
class BulanPengaduan:
    """One month. `angka` is empty where it was not reported; `putus` tells that what it began with can't be compared,
    because the month before was not."""

    bulan: int
    keadaan: KeadaanBulan
    angka: dict[str, Angka]
    putus: bool
    tindak_lanjut: tuple[str, ...]


@dataclass(frozen=True)
class Lama:
    """Time to finish, in working days; both are None where too few were finished to say so."""

    median_hari_kerja: float | None
    terlama_hari_kerja: int | None


@dataclass(frozen=True)
class JumlahPengaduan:
    """The sums over the months from `awal` to `akhir`."""

    awal: int
    akhir: int
    angka: dict[str, Angka]


@dataclass(frozen=True)
class JangkaPengaduan(JumlahPengaduan):
    """A half-year or a year. `angka` is empty until all its months are reported; `lama` is None where times were not noted.
    `kanal` and `kategori` are None where they are not published, because the sum that they would add up to is hidden."""

    kode: KodeJangka
    bulan_belum_dilaporkan: tuple[int, ...]
    lama: Lama | None = None
    kanal: tuple[Rincian, ...] | None = None
    kategori: tuple[Rincian, ...] | None = None


@dataclass(frozen=True)
class StatistikPengaduan:
    """A year of complaints. `berjalan` are the sums since January as readers can add them up from what is shown; empty
    where a month before the last reported one is missing."""

    tahun: int
    bulan: tuple[BulanPengaduan, ...]
    jangka: tuple[JangkaPengaduan, ...]
    berjalan: dict[str, Angka]

    @property
    def terakhir(self) -> BulanPengaduan | None:
        """The last month that was reported."""
        return next((item for item in reversed(self.bulan) if item.keadaan is KeadaanBulan.DILAPORKAN), None)

    @property
    def belum_dilaporkan(self) -> tuple[int, ...]:
        """Months that are over and were not reported."""
        return tuple(item.bulan for item in self.bulan if item.keadaan is KeadaanBulan.BELUM_DILAPORKAN)

    @property
    def jumlah(self) -> JumlahPengaduan | None:
        """What a reader is told first: the sums since January; where a month is missing, those of the last half-year that is
        whole; None where there is neither."""
        if self.berjalan and self.terakhir:
            return JumlahPengaduan(1, self.terakhir.bulan, self.berjalan)
        return next((item for item in reversed(self.jangka) if item.angka), None)

    @property
    def terperinci(self) -> tuple[JangkaPengaduan, ...]:
        """The spans whose channels and categories are published."""
        return tuple(item for item in self.jangka if item.kanal is not None)

    def rows(self, table: str) -> Iterator[tuple[str, str, tuple[Angka | None, ...]]]:
        """The published channels (`kanal`) or categories (`kategori`): key, name, and the count of each published span;
        None where the span has no such row, which means 0."""
        spans = [{row.kode: row for row in getattr(span, table) or ()} for span in self.terperinci]
        for kode, row in {kode: row for span in spans for kode, row in span.items()}.items():
            yield kode, row.nama, tuple(span.get(kode) for span in spans)


def is_over(bulan: str, per_tanggal: date) -> bool:
    """Whether a month (2026-03) is over: its counts can't change any more."""
    return bulan < per_tanggal.strftime("%Y-%m")


def complaints_of(years: Iterable[Tahun], per_tanggal: date, nama_kanal: Mapping[str, str]) -> tuple[StatistikPengaduan, ...]:
    """The statistics of each year as of a date; months that are not over by then do not count. `nama_kanal` are the names
    of channels by key.

    All years share one network, because a year begins with what the one before left unfinished.
    """
    stages = StageRelease()
    released = [_Year(year, stages, per_tanggal, nama_kanal) for year in years]
    # Only then is it told, for January may show that December left nothing.
    return tuple(year.statistics() for year in released)


class _Year:
    """Releases a year's months step by step, and gathers what is shown."""

    def __init__(self, sumber: Tahun, stages: StageRelease, per_tanggal: date, nama_kanal: Mapping[str, str]) -> None:
        self.tahun, self.stages, self.per_tanggal, self.nama_kanal = sumber.tahun, stages, per_tanggal, nama_kanal
        reported = [item.isi for item in sumber.pengaduan if is_over(item.isi.bulan, per_tanggal)]
        self.months: dict[int, PengaduanBulan] = {int(isi.bulan[5:]): isi for isi in reported}
        self.tables = {"kanal": ReleasedTable(), "kategori": ReleasedTable()}
        self.gaps: set[int] = set()
        for number, isi in sorted(self.months.items()):
            before = stages.months[-1:]
            self.gaps |= {number} if before and not follows(before[0], isi.bulan) else set()
            closed = [kode for kode, months in _SPANS.items() if number == months[-1] and set(months) <= self.months.keys()]
            stages.add_month(isi, {self._id(kode): self._must(kode) for kode in closed})
            self._tables(closed)

    def statistics(self) -> StatistikPengaduan:
        """The year as published."""
        return StatistikPengaduan(
            self.tahun,
            tuple(self._month(number, number in self.gaps) for number in range(1, 13)),
            tuple(self._span(kode, months) for kode, months in _SPANS.items()),
            self._so_far(),
        )

    def _tables(self, closed: list[KodeJangka]) -> None:
        """Release channels and categories of the spans that are complete now: the year's where its sum is shown, else the
        half-year's."""
        for name, table in self.tables.items():
            halves = {self._id(kode): self._counts(name, months) for kode, months in _HALVES.items()}
            shown = [kode for kode in closed if self.stages.shown(self._id(kode), "masuk")]
            if _YEAR in shown:
                table.release_year(self._id(_YEAR), halves)
            elif shown and not table.net.sel:
                table.release(self._id(shown[0]), halves[self._id(shown[0])])

    def _must(self, kode: KodeJangka) -> int:
        """What a complete span had to follow up: what was finished in it, and what is left at its end."""
        own = [self.months[number] for number in _SPANS[kode]]
        return own[-1].diproses + sum(isi.selesai for isi in own)

    def _counts(self, table: str, months: range) -> dict[str, int]:
        """The sums of the months that are reported, by channel or by category, in the order of the tables."""
        total: Counter[str] = Counter()
        for number in self.months.keys() & months:
            total.update(getattr(self.months[number].masuk, table))
        order = sorted(total) if table == "kanal" else [item.value for item in Kategori if item in total]
        return {key: total[key] for key in order}

    def _bulan(self, number: int) -> str:
        return f"{self.tahun}-{number:02}"

    def _id(self, kode: str) -> str:
        return f"{self.tahun} {kode}"

    def _month(self, number: int, gap: bool) -> BulanPengaduan:
        bulan = self._bulan(number)
        if number not in self.months:
            waiting = KeadaanBulan.BELUM_DILAPORKAN if is_over(bulan, self.per_tanggal) else KeadaanBulan.BELUM_BERAKHIR
            return BulanPengaduan(number, waiting, {}, False, ())
        numbers = self.stages.numbers(bulan, [bulan], [])
        return BulanPengaduan(number, KeadaanBulan.DILAPORKAN, numbers, gap, self.months[number].tindak_lanjut)

    def _span(self, kode: KodeJangka, months: range) -> JangkaPengaduan:
        missing = tuple(number for number in months if number not in self.months)
        if missing:
            return JangkaPengaduan(months[0], months[-1], {}, kode, missing)
        own = [self._bulan(number) for number in months]
        parts = own if kode in _HALVES else [self._id(half) for half in _HALVES]  # what its sums are sums of
        numbers = self.stages.numbers(self._id(kode), own, parts)
        kanal, kategori = (self._table(name, kode) for name in self.tables)
        return JangkaPengaduan(months[0], months[-1], numbers, kode, missing, self._time(kode, months), kanal, kategori)

    def _table(self, table: str, kode: str) -> tuple[Rincian, ...] | None:
        column = self.tables[table].column(self._id(kode))
        if column is None:
            return None
        known = {item.value: item.label for item in Kategori} if table == "kategori" else self.nama_kanal
        names = {key: known.get(key) or key.replace("-", " ").capitalize() for key in column}
        return tuple(Rincian(**vars(angka), kode=key, nama=names[key]) for key, angka in column.items())

    def _time(self, kode: str, months: range) -> Lama | None:
        """Median and longest time to finish; None where a time was not noted, or nothing was finished.

        Told only over five or more complaints whose number is shown, and for a year only if those of its second half alone
        are five or more, or none, or the first half's was not told: else the difference would be about few.
        """
        own = [self.months[number] for number in months]
        days = [day for isi in own for day in isi.lama_selesai or ()]
        if not days or any(isi.selesai and isi.lama_selesai is None for isi in own):
            return None
        told = len(days) >= AMBANG and self.stages.shown(self._id(kode), "selesai")
        if told and kode == _YEAR:
            first = self._time("semester_1", _HALVES["semester_1"])
            second = sum(self.months[number].selesai for number in _HALVES["semester_2"])
            told = first is None or first.median_hari_kerja is None or not is_small(second)
        return Lama(median(days), max(days)) if told else Lama(None, None)

    def _so_far(self) -> dict[str, Angka]:
        numbers = sorted(self.months)
        if not numbers or numbers != list(range(1, numbers[-1] + 1)):
            return {}
        return self.stages.so_far({key: list(self._parts(key, numbers[-1])) for key in MENGALIR}, self._bulan(numbers[-1]))

    def _parts(self, key: str, last: int) -> Iterator[str]:
        """What adds up to the months from January to `last`: half-years where they are shown, else months."""
        for half, months in _HALVES.items():
            if months[-1] <= last and self.stages.shown(self._id(half), key):
                yield self._id(half)
            else:
                yield from (self._bulan(number) for number in months if number <= last)
