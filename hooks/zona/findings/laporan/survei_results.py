"""What a survey comes to: means as exact fractions, the index of IKM, and its category. Nothing is rounded on the way.

IKM (PermenPANRB 14/2017): the mean of the nine elements' means (weight exactly 1/9; rounding it to 0,11 first, as some
spreadsheets do, gives another index), times 25, rounded once, half up, to two decimals; the category is read from the rounded
index, for the printed bands leave gaps between them. SPAK and SPKP have a mean on their own scale of 1 to 6 and nothing more:
how it becomes the scale of 4 on which the thresholds stand was found in no source."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import Literal

from zona.records.laporan.survei import JenisSurvei, Nilai, Survei
from zona.records.reading.file_reader import Source


@dataclass(frozen=True)
class KategoriMutu:
    """A band of the index in the rule's table: from `terendah` up to the next band."""

    terendah: Decimal
    tertinggi: Decimal
    mutu: Literal["A", "B", "C", "D"]
    kinerja: str


# PermenPANRB 14/2017: index, grade of service, performance of the unit.
KATEGORI = (
    KategoriMutu(Decimal("88.31"), Decimal("100.00"), "A", "Sangat baik"),
    KategoriMutu(Decimal("76.61"), Decimal("88.30"), "B", "Baik"),
    KategoriMutu(Decimal("65.00"), Decimal("76.60"), "C", "Kurang baik"),
    KategoriMutu(Decimal("25.00"), Decimal("64.99"), "D", "Tidak baik"),
)


@dataclass(frozen=True)
class AmbangMutu:
    """What an assessed unit needs in a survey, on the scale 1–`skala`."""

    skala: int
    wbk: Decimal
    wbbm: Decimal


# PermenPANRB 90/2021 as changed by 5/2024, read from a copy.
AMBANG = {
    JenisSurvei.SPAK: AmbangMutu(4, Decimal("3.60"), Decimal("3.60")),
    JenisSurvei.SPKP: AmbangMutu(4, Decimal("3.20"), Decimal("3.60")),
}


@dataclass(frozen=True)
class NilaiFinding:
    """One element: its key and name, the sum of its answers, and how many answered (at least one)."""

    unsur: str
    nama: str
    jumlah_nilai: int
    penjawab: int

    @property
    def rata_rata(self) -> Fraction:
        """The mean of the answers, exact, from 1 to the scale of the form."""
        return Fraction(self.jumlah_nilai, self.penjawab)


@dataclass(frozen=True)
class SurveiFinding:
    """A survey with its elements in the order of its form."""

    sumber: Source[Survei]
    nilai: tuple[NilaiFinding, ...]

    @property
    def isi(self) -> Survei:
        """The survey as the office reported it."""
        return self.sumber.isi

    @property
    def skala(self) -> int:
        """The value of the best answer; the worst is 1."""
        return self.isi.jenis.bentuk.skala

    @property
    def rata_rata(self) -> Fraction:
        """The mean of the elements' means, from 1 to `skala`."""
        return mean_of(self.nilai)

    @cached_property
    def indeks(self) -> Decimal | None:
        """The index of IKM, from 25,00 to 100,00; None for the other forms."""
        return rounded(self.rata_rata * 25) if self.isi.jenis is JenisSurvei.IKM else None

    @property
    def kategori(self) -> KategoriMutu | None:
        """The band that the index falls into; None for the other forms."""
        return None if self.indeks is None else category_of(self.indeks)

    @property
    def ambang(self) -> AmbangMutu | None:
        """What assessment asks for, on its own scale; None for IKM."""
        return AMBANG.get(self.isi.jenis)

    @property
    def terendah(self) -> tuple[NilaiFinding, ...]:
        """The elements with the lowest mean, in the form's order."""
        least = min(item.rata_rata for item in self.nilai)
        return tuple(item for item in self.nilai if item.rata_rata == least)


def judge_survei(sumber: Source[Survei]) -> SurveiFinding:
    """What follows from a checked survey, whatever the order of its elements in the file."""
    answers = {item.unsur: item for item in sumber.isi.nilai}
    form = sumber.isi.jenis.bentuk.unsur
    return SurveiFinding(sumber, tuple(judge_nilai(answers[key], nama) for key, nama in form.items()))


def judge_nilai(nilai: Nilai, nama: str) -> NilaiFinding:
    """What the answers to one question come to, under the name that its form gives it."""
    return NilaiFinding(nilai.unsur, nama, nilai.jumlah, nilai.menjawab)


def mean_of(nilai: tuple[NilaiFinding, ...]) -> Fraction:
    """The mean of the items' means, each of the same weight."""
    return sum((item.rata_rata for item in nilai), Fraction(0)) / len(nilai)


def category_of(indeks: Decimal) -> KategoriMutu:
    """The band of an index that is rounded to two decimals and lies from 25,00 to 100,00."""
    return next(item for item in KATEGORI if indeks >= item.terendah)


def rounded(number: Fraction, places: int = 2) -> Decimal:
    """A number that is not negative, rounded half up once, exactly: 88,305 becomes 88,31."""
    whole = (number * 10**places * 2 + 1) // 2
    return Decimal(whole).scaleb(-places)
