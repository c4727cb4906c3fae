"""Complaint statistics of a year as they are released: months, half-years, channels, categories, time to finish.

What may not be shown is not here, because it is not in the releases. What is computed, any reader could compute.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from zona.findings.pengaduan.complaint_counts import Angka, Tampil, as_read, derive
from zona.records.load import Tahun
from zona.records.pengaduan.rilis import (
    HALVES,
    HARUS,
    KOLOM,
    SPANS,
    HitunganRilis,
    JangkaRilis,
    KodeJangka,
    RilisPengaduan,
    follows,
)  # fmt: skip

# The counts that flow, so that their sums mean something.
_FLOWING = ("masuk", "selesai", "tidak_ditindaklanjuti")


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
    catatan: str | None = None


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


Names = Mapping[str, Mapping[str, str]]


def is_over(bulan: str, per_tanggal: date) -> bool:
    """Whether a month (2026-03) is over: its counts can't change any more."""
    return bulan < per_tanggal.strftime("%Y-%m")


def complaints_of(years: Iterable[Tahun], per_tanggal: date, nama: Names) -> tuple[StatistikPengaduan, ...]:
    """The statistics of each year as of a date; months that are not over by then do not count. `nama` are the names of the
    office's channels (`kanal`) and categories (`kategori`) by key, in its order."""
    years = tuple(years)
    over = [source.isi for year in years for source in year.pengaduan if is_over(source.isi.bulan, per_tanggal)]
    shown = _Shown({item.bulan: item for item in over})
    return tuple(_Year(year.tahun, shown, per_tanggal, nama).statistics() for year in years)


class _Shown:
    """All releases, read together."""

    def __init__(self, months: Mapping[str, RilisPengaduan]) -> None:
        self.months = months
        self.readable = {
            (span, key): number
            for item in months.values()
            for span, counts in item.terbaca.items()
            for key, number in counts.items()
        }
        self.spans = {f"{item.bulan[:4]} {kode}": span for item in months.values() for kode, span in item.jangka.items()}

    def count(self, span: str, key: str) -> Angka:
        """One count of a month (2026-03) or span (2026 semester_1): as released, or as a later release lets it be read."""
        here: HitunganRilis = self.spans.get(span) or self.months[span]
        own = as_read(getattr(here, key), nol=span in self.spans and key in _FLOWING)
        if own.tampil is not Tampil.ANGKA and (span, key) in self.readable:
            return as_read(self.readable[span, key], nol=True)
        return own

    def numbers(self, span: str, months: list[str], parts: list[str]) -> dict[str, Angka]:
        """The six counts, in the order of the tables. A hidden sum comes with the bounds that its `parts` give; what a month
        began with is what the one before left."""
        shown = {key: self._bounded(span, key, parts) for key in _FLOWING}
        before = next((bulan for bulan in self.months if follows(bulan, months[0])), None)
        shown["sisa_bulan_lalu"] = self.count(before, "diproses") if before else self.count(months[0], "sisa_bulan_lalu")
        shown["diproses"] = self.count(months[-1], "diproses")
        must = self.count(span, HARUS)
        shown[HARUS] = must if must.tampil is Tampil.ANGKA else derive([shown["selesai"], shown["diproses"]])
        return {key: shown[key] for key in KOLOM}

    def _bounded(self, span: str, key: str, parts: list[str]) -> Angka:
        own = self.count(span, key)
        if own.tampil is not Tampil.SEMBUNYI or not parts:
            return own
        told = derive(self.count(part, key) for part in parts)
        return Angka(own.tampil, None, told.sedikitnya, told.paling_banyak)


class _Year:
    """Gathers what is shown of a year."""

    def __init__(self, tahun: int, shown: _Shown, per_tanggal: date, nama: Names) -> None:
        self.tahun, self.shown, self.per_tanggal, self.nama = tahun, shown, per_tanggal, nama
        self.months = {int(bulan[5:]): isi for bulan, isi in shown.months.items() if bulan[:4] == str(tahun)}

    def statistics(self) -> StatistikPengaduan:
        """The year as published."""
        months = tuple(self._month(number) for number in range(1, 13))
        spans = tuple(self._span(kode, numbers) for kode, numbers in SPANS.items())
        return StatistikPengaduan(self.tahun, months, spans, self._so_far())

    def _bulan(self, number: int) -> str:
        return f"{self.tahun}-{number:02}"

    def _id(self, kode: str) -> str:
        return f"{self.tahun} {kode}"

    def _month(self, number: int) -> BulanPengaduan:
        bulan = self._bulan(number)
        if number not in self.months:
            waiting = KeadaanBulan.BELUM_DILAPORKAN if is_over(bulan, self.per_tanggal) else KeadaanBulan.BELUM_BERAKHIR
            return BulanPengaduan(number, waiting, {}, False, ())
        earlier = [item for item in self.shown.months if item < bulan]
        gap = bool(earlier) and not follows(max(earlier), bulan)
        isi, numbers = self.months[number], self.shown.numbers(bulan, [bulan], [])
        return BulanPengaduan(number, KeadaanBulan.DILAPORKAN, numbers, gap, isi.tindak_lanjut, isi.catatan)

    def _span(self, kode: KodeJangka, months: range) -> JangkaPengaduan:
        missing = tuple(number for number in months if number not in self.months)
        span = self.shown.spans.get(self._id(kode))
        if missing or span is None:
            return JangkaPengaduan(months[0], months[-1], {}, kode, missing)
        own = [self._bulan(number) for number in months]
        parts = own if kode in HALVES else [self._id(half) for half in HALVES]  # what its sums are sums of
        numbers = self.shown.numbers(self._id(kode), own, parts)
        kanal, kategori = (self._table(name, getattr(span, name)) for name in ("kanal", "kategori"))
        return JangkaPengaduan(months[0], months[-1], numbers, kode, missing, _time(span), kanal, kategori)

    def _table(self, table: str, column: Mapping[str, int | str] | None) -> tuple[Rincian, ...] | None:
        if column is None:
            return None
        known = self.nama.get(table, {})
        order = sorted(column, key=[*known, *column].index) if table == "kategori" else column
        names = {key: known.get(key) or key.replace("-", " ").capitalize() for key in order}
        return tuple(Rincian(**vars(as_read(column[key], nol=True)), kode=key, nama=names[key]) for key in order)

    def _so_far(self) -> dict[str, Angka]:
        numbers = sorted(self.months)
        if not numbers or numbers != list(range(1, numbers[-1] + 1)):
            return {}
        sums = {key: derive(self.shown.count(part, key) for part in self._parts(key, numbers[-1])) for key in _FLOWING}
        left = self.shown.count(self._bulan(numbers[-1]), "diproses")
        return sums | {"diproses": left, HARUS: derive([sums["selesai"], left])}

    def _parts(self, key: str, last: int) -> Iterator[str]:
        """What adds up to the months from January to `last`: half-years where they are shown, else months."""
        for half, months in HALVES.items():
            span = self._id(half)
            if months[-1] <= last and span in self.shown.spans and self.shown.count(span, key).tampil is Tampil.ANGKA:
                yield span
            else:
                yield from (self._bulan(number) for number in months if number <= last)


def _time(span: JangkaRilis) -> Lama | None:
    told, longest = span.median_hari_kerja, span.terlama_hari_kerja
    if told is None:
        return None
    return (
        Lama(None, None) if isinstance(told, str) or isinstance(longest, str) or longest is None else Lama(told, int(longest))
    )
