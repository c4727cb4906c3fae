"""The official holidays of each year, by which working days are counted: joint leave (cuti bersama) is none of them."""

from datetime import date

from pydantic import Field

from zona.problems import Problem
from zona.records.informasi.sumber import Sumber, unlabelled
from zona.records.reading.data_error import Found
from zona.records.reading.fields import Record, Teks
from zona.records.reading.rules import Surroundings, each, given, once, rule


class Libur(Record):
    """One holiday."""

    tanggal: date = Field(description="Tanggal liburnya: tahun-bulan-hari.")
    nama: Teks = Field(description="Nama hari liburnya.")


class TahunLibur(Record):
    """A year with all of its holidays."""

    tahun: int = Field(ge=2000, le=2100, description="Tahun yang hari liburnya lengkap di sini.")
    dasar: Teks = Field(description="Keputusan bersama menteri yang menetapkannya, dengan nomornya.")
    sumber: tuple[Sumber, ...] = Field(min_length=1, description="Halaman tempat daftar itu dibaca.")
    libur: tuple[Libur, ...] = Field(min_length=1, description="Hari libur nasional; cuti bersama tidak ditulis.")
    diperiksa: date | None = Field(None, description="Tanggal kantor terakhir memastikannya; kosong bila belum pernah.")

    _each_once = once("libur", "tanggal")

    @rule
    def _in_its_year(self, _: Surroundings) -> Found:
        for place, item in each(self.libur, "libur"):
            day = given(item, "tanggal", None)
            if day and day.year != self.tahun:
                hint = f"betulkan tahunnya, atau pindahkan ke tahun: {day.year}"
                yield Problem((*place, "tanggal"), f"tanggal {day} bukan hari libur tahun {self.tahun}", hint)

    @rule
    def _sources(self, _: Surroundings) -> Found:
        yield from unlabelled(self.sumber, "sumber")


class HariLibur(Record):
    """All years that are known."""

    tahun: tuple[TahunLibur, ...] = Field(min_length=1, description="Daftar tahun.")

    _each_once = once("tahun", "tahun")
