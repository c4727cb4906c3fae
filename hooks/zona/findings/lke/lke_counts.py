"""The numbers that the form asks for below its percentages, as far as the data of a year have them. A share is a share of two
known counts: nothing is rated, cut or turned into points."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from zona.findings.pengaduan.complaint_counts import Angka, as_read
from zona.findings.pengaduan.statistics import StatistikPengaduan
from zona.records.laporan.laporan_tahunan import JenisHarta, LaporanTahunan


class Asal(StrEnum):
    """Where a count comes from, in words; or why this site has none."""

    PENGADUAN = "pengaduan"
    LAPORAN_HARTA = "laporan_harta"
    HITUNGAN = "hitungan"
    TIDAK_TERBIT = "tidak_terbit"


@dataclass(frozen=True)
class AngkaLke:
    """One number: its key, what it is, and the count as it may be published; None where it was not given."""

    kunci: str
    arti: str
    angka: Angka | None


@dataclass(frozen=True)
class CacahLke:
    """The numbers that the form asks for at one item. `rumus` says in words that the first is divided by the last; `bulan` are
    the first and the last month (1 to 12) that are counted, where the months are reported one by one."""

    butir: str
    asal: Asal
    angka: tuple[AngkaLke, ...]
    rumus: str = ""
    bulan: tuple[int, int] | None = None

    @property
    def diisi(self) -> bool:
        """Whether any of its numbers is given."""
        return any(item.angka is not None for item in self.angka)

    @property
    def pembagi_nol(self) -> bool:
        """Whether there is nothing to divide by."""
        return bool(self.angka) and _number(self.angka[-1]) == 0

    @property
    def bagian(self) -> Fraction | None:
        """The share; None where one of the two is not known, or there is nothing to divide by."""
        if not self.angka:
            return None
        top, bottom = _number(self.angka[0]), _number(self.angka[-1])
        return Fraction(top, bottom) if top is not None and bottom else None


def _number(item: AngkaLke) -> int | None:
    return item.angka.jumlah if item.angka else None


# What is read from `lke-hitungan.yml`: the item, the formula, and what the keys mean.
_DARI_LAPORAN = (
    (
        "A.2.I.i.a",
        "perubahan yang dibuat dibagi agen perubahan",
        {"jumlah_perubahan_dibuat": "perubahan yang dibuat agen perubahan setahun", "jumlah_agen_perubahan": "agen perubahan"},
    ),
    (
        "A.2.I.i.b",
        "perubahan yang terintegrasi dibagi perubahan yang dibuat",
        {
            "jumlah_perubahan_terintegrasi": "perubahan yang menjadi bagian sistem manajemen",
            "jumlah_perubahan_dibuat": "perubahan yang dibuat agen perubahan setahun",
        },
    ),
    (
        "A.2.IV.i.a",
        "sasaran yang tercapai penuh dibagi semua sasaran",
        {
            "jumlah_sasaran_tercapai_penuh": "sasaran yang tercapai penuh atau lebih",
            "jumlah_sasaran_kinerja": "sasaran kinerja",
        },
    ),
    (
        "A.2.VI.i.b",
        "layanan yang dipermudah dibagi layanan yang terdata",
        {"jumlah_layanan_dipermudah": "layanan yang dipermudah", "jumlah_layanan_terdata": "layanan yang terdata"},
    ),
)
_HARTA = {"A.2.V.iii.a": (JenisHarta.LHKPN, "lhkpn", "LHKPN"), "A.2.V.iii.b": (JenisHarta.LHKASN, "non_lhkpn", "Non LHKPN")}


def counts_of(laporan: LaporanTahunan, stat: StatistikPengaduan) -> tuple[CacahLke, ...]:
    """The numbers of a year, in the form's order, from its yearly reports and its complaints as they are released."""
    found = [*_reported(laporan), CacahLke("A.2.III.iii.a", Asal.TIDAK_TERBIT, ()), _complaints(stat), *_wealth(laporan)]
    return tuple(sorted(found, key=lambda item: item.butir))


def _reported(laporan: LaporanTahunan) -> Iterator[CacahLke]:
    isi = laporan.lke_hitungan.isi if laporan.lke_hitungan else None
    for butir, rumus, keys in _DARI_LAPORAN:
        angka = tuple(AngkaLke(key, arti, _known(getattr(isi, key, None))) for key, arti in keys.items())
        yield CacahLke(butir, Asal.HITUNGAN, angka, rumus)


def _complaints(stat: StatistikPengaduan) -> CacahLke:
    """The three states, of the months since January that are reported, as the page of complaints tells them."""
    told, sums = stat.jumlah, stat.jumlah.angka if stat.jumlah else {}
    keys = {
        "selesai": "pengaduan yang selesai ditindaklanjuti",
        "diproses": "pengaduan yang masih diproses",
        "harus_ditindaklanjuti": "pengaduan yang harus ditindaklanjuti",
    }
    angka = tuple(AngkaLke(key, arti, sums.get(key)) for key, arti in keys.items())
    rumus = "yang selesai dibagi yang harus ditindaklanjuti"
    return CacahLke("A.2.V.ii.a", Asal.PENGADUAN, angka, rumus, (told.awal, told.akhir) if told else None)


def _wealth(laporan: LaporanTahunan) -> Iterator[CacahLke]:
    duties = {item.jenis: item for item in laporan.laporan_harta.isi.pelaporan} if laporan.laporan_harta else {}
    for butir, (jenis, key, nama) in _HARTA.items():
        duty = duties.get(jenis)
        angka = (
            AngkaLke(f"jumlah_{key}_sudah_lapor", f"{nama} yang sudah melapor", _known(duty.sudah_lapor if duty else None)),
            AngkaLke(f"jumlah_wajib_{key}", f"wajib {nama}", _known(duty.wajib if duty else None)),
        )
        yield CacahLke(butir, Asal.LAPORAN_HARTA, angka, "yang sudah melapor dibagi yang wajib")


def _known(number: int | None) -> Angka | None:
    return None if number is None else as_read(number, nol=True)
