"""Counts that the LKE asks for below its percentages and that no other file of a year has: `data/<tahun>/lke-hitungan.yml`.

Disciplinary cases are not among them, nor wealth reports by rank: in a small office such counts point to a person."""

from pydantic import Field

from zona.records.laporan.laporan import Banyak, Laporan
from zona.records.reading.rules import at_most


class HitunganLke(Laporan):
    """A year's counts; what is left out is not reported, zero is written as 0."""

    jumlah_agen_perubahan: Banyak | None = Field(None, description="Banyaknya agen perubahan.")
    jumlah_perubahan_dibuat: Banyak | None = Field(None, description="Banyaknya perubahan yang dibuat agen perubahan setahun.")
    jumlah_perubahan_terintegrasi: Banyak | None = Field(
        None, description="Banyaknya perubahan itu yang sudah menjadi bagian sistem manajemen."
    )
    jumlah_sasaran_kinerja: Banyak | None = Field(None, description="Banyaknya sasaran kinerja.")
    jumlah_sasaran_tercapai_penuh: Banyak | None = Field(
        None, description="Banyaknya sasaran kinerja yang tercapai 100 persen atau lebih."
    )
    jumlah_layanan_terdata: Banyak | None = Field(None, description="Banyaknya layanan atau perizinan yang terdata.")
    jumlah_layanan_dipermudah: Banyak | None = Field(None, description="Banyaknya layanan atau perizinan itu yang dipermudah.")

    _changes = at_most(("jumlah_perubahan_terintegrasi",), "jumlah_perubahan_dibuat")
    _targets = at_most(("jumlah_sasaran_tercapai_penuh",), "jumlah_sasaran_kinerja")
    _services = at_most(("jumlah_layanan_dipermudah",), "jumlah_layanan_terdata")
