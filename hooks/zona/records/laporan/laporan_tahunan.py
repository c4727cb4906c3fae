"""The yearly reports. In counts, zero is written as 0; what is left out is not reported.

The map of conflicts of interest names positions, never persons, as the decree's evidence cell orders it. Of wealth and tax the
whole office is one number for each duty: a split by rank, as assessment forms have it, would leave groups of one in a small
office, and so point to a person.
"""

import re
from dataclasses import dataclass
from datetime import date

from pydantic import Field

from zona.problems import Problem
from zona.records.laporan.laporan import Banyak, Dokumen, Laporan, TindakLanjut
from zona.records.laporan.survei import Spip
from zona.records.lke.hitungan_lke import HitunganLke
from zona.records.reading.data_error import Found
from zona.records.reading.fields import AlamatWeb, KodePeriode, Pilihan, Record, Teks
from zona.records.reading.file_reader import Source
from zona.records.reading.rules import Surroundings, at_most, each, given, not_before, once, period_in_year, rule
from zona.records.rencana.jadwal import months_of

ANGKA = ("ditolak", "diterima", "dilaporkan_upg", "dilaporkan_kpk")

# Titles that stand before or behind a person's name, and never in a position.
_GELAR = re.compile(
    r"(?<!\w)(?:Bapak|Ibu(?! Kota)|Sdri?|Dr[sa]?|Ir|Hj|Prof)(?:\.|(?= [A-Z]))|(?<!\w)H\. ?[A-Z]"
    r"|(?:, ?[SM]\.? ?|(?<!\w)[SM]\. ?)(?:H|E|T|M|AP|IP|Kom|Pd|Sos|Si|Ak|STP|Hum)\.?(?!\w)"
)


class RekapGratifikasi(Record):
    """The counts of one period. A report may fall in a later period than its gift, so no count bounds another."""

    periode: KodePeriode = Field(description="Bulan, triwulan, atau rentang bulan, misalnya 2026-01.")
    ditolak: Banyak | None = Field(None, description="Banyaknya pemberian yang ditolak; tulis 0 bila tidak ada.")
    diterima: Banyak | None = Field(None, description="Banyaknya pemberian yang diterima; tulis 0 bila tidak ada.")
    dilaporkan_upg: Banyak | None = Field(None, description="Banyaknya laporan kepada UPG; tulis 0 bila tidak ada.")
    dilaporkan_kpk: Banyak | None = Field(None, description="Banyaknya laporan kepada KPK; tulis 0 bila tidak ada.")

    _year = period_in_year


class Gratifikasi(Laporan):
    """A year's counts."""

    rekap: tuple[RekapGratifikasi, ...] = Field(min_length=1, description="Angka tiap periode.")

    @rule
    def _each_month_once(self, around: Surroundings) -> Found:
        owner: dict[int, str] = {}  # the period by which each month was counted so far
        for loc, item in each(self.rekap, "rekap"):
            periode = given(item, "periode", "")
            months = months_of(periode) if periode.startswith(f"{around.tahun}-") else ()  # others are blamed already
            if twice := next((owner[month] for month in months if month in owner), None):
                masalah = f"periode “{periode}” bertumpuk dengan {twice}"
                yield Problem((*loc, "periode"), masalah, "hitung tiap bulan sekali saja")
            owner |= dict.fromkeys(months, periode)


class Jangka(Pilihan):
    """Whether follow-up is meant for the short or the long term, as row IV.5 parts it."""

    PENDEK = "pendek"
    PANJANG = "panjang"


class BenturanPotensial(Record):
    """One line of the map."""

    uraian: Teks = Field(description="Uraian benturan kepentingan yang mungkin terjadi.")
    jabatan_terkait: tuple[Teks, ...] = Field(min_length=1, description="Jabatan yang terkait; jabatan, bukan nama orang.")
    penyebab: Teks = Field(description="Penyebabnya.")
    prosedur_penanganan: Teks = Field(description="Prosedur penanganan atau pencegahannya.")

    @rule
    def _positions(self, _: Surroundings) -> Found:
        for place, jabatan in each(self.jabatan_terkait, "jabatan_terkait"):
            if _GELAR.search(jabatan):
                masalah = "jabatan_terkait tampaknya memuat nama orang"
                yield Problem(place, masalah, "tulis jabatannya saja, tanpa nama dan gelar")


class Pernyataan(Record):
    """The statements that were collected on a day: how many had to be given, and how many said what."""

    tanggal: date = Field(description="Tanggal dikumpulkan: tahun-bulan-hari.")
    wajib: Banyak = Field(description="Banyaknya orang yang wajib.")
    bebas: Banyak = Field(description="Banyaknya pernyataan bebas benturan kepentingan.")
    potensi: Banyak = Field(description="Banyaknya pernyataan potensi benturan kepentingan.")

    _counts = at_most(("bebas", "potensi"), "wajib")

    @property
    def belum(self) -> int:
        """How many have given no statement."""
        return self.wajib - self.bebas - self.potensi


class TindakLanjutBenturan(TindakLanjut):
    """One thing to be done, in the short or the long term."""

    jangka: Jangka = Field(strict=False, description="pendek atau panjang.")


class BenturanKepentingan(Laporan):
    """A year's map, statements, monitoring reports and follow-up."""

    peta: tuple[BenturanPotensial, ...] = Field((), description="Peta benturan kepentingan menurut jabatan.")
    pernyataan: tuple[Pernyataan, ...] = Field((), description="Surat pernyataan yang dikumpulkan.")
    laporan_monev: tuple[Dokumen, ...] = Field((), description="Laporan monitoring dan evaluasi.")
    tindak_lanjut: tuple[TindakLanjutBenturan, ...] = Field((), description="Tindak lanjut atas hasilnya.")


class Podcast(Dokumen):
    """One episode, and whether those who can't hear it can read it."""

    takarir: bool = Field(False, description="true bila videonya punya teks (takarir).")
    transkrip: AlamatWeb | None = Field(None, description="Alamat transkripnya, bila sudah terbit.")


class DaftarHadirTamu(Record):
    """The guest list that visitors fill in by a link."""

    tautan: AlamatWeb | None = Field(None, description="Alamat formulirnya, bila boleh diketahui umum.")
    mulai_dipakai: date | None = Field(None, description="Tanggal mulai dipakai: tahun-bulan-hari.")
    keterangan: Teks | None = Field(None, description="Keterangan singkat untuk tamu.")


class Inovasi(Laporan):
    """A year's innovations."""

    podcast: tuple[Podcast, ...] = Field((), description="Episode podcast.")
    daftar_hadir_tamu: DaftarHadirTamu | None = Field(None, description="Formulir daftar hadir tamu.")
    evaluasi: tuple[Dokumen, ...] = Field((), description="Evaluasi program inovasi.")


class JenisHarta(Pilihan):
    """The kinds of reports, in the decree's words."""

    LHKPN = "lhkpn", "LHKPN"
    LHKASN = "lhkasn", "LHKASN (non-LHKPN)"
    SPT = "spt", "SPT Tahunan"


class PelaporanHarta(Record):
    """One duty: how many have it, how many have met it."""

    jenis: JenisHarta = Field(strict=False, description="lhkpn, lhkasn, atau spt.")
    wajib: Banyak = Field(description="Banyaknya orang yang wajib.")
    sudah_lapor: Banyak = Field(description="Banyaknya orang yang sudah melapor.")
    batas_waktu: date | None = Field(None, description="Hari terakhir melapor: tahun-bulan-hari.")

    _counts = at_most(("sudah_lapor",), "wajib")


class LaporanHarta(Laporan):
    """A year's counts."""

    pelaporan: tuple[PelaporanHarta, ...] = Field(min_length=1, description="Angka tiap jenis laporan.")

    _each_kind_once = once("pelaporan", "jenis")


class Maklumat(Record):
    """The pledge, as printed."""

    teks: Teks = Field(description="Isi maklumat, seperti tercetak.")
    ditetapkan: date = Field(description="Tanggal ditetapkan: tahun-bulan-hari.")
    tautan: AlamatWeb | None = Field(None, description="Alamat maklumatnya, bila sudah terbit.")


class StandarPelayanan(Record):
    """The standard of one service."""

    judul: Teks = Field(description="Jenis layanan.")
    ditetapkan: date | None = Field(None, description="Tanggal ditetapkan: tahun-bulan-hari.")
    berlaku_sampai: date | None = Field(None, description="Hari terakhir berlaku, bila dibatasi.")
    tautan: AlamatWeb | None = Field(None, description="Alamat standarnya, bila sudah terbit.")

    _dates = not_before("berlaku_sampai", "ditetapkan")


class Sop(Record):
    """One procedure."""

    nomor: Teks = Field(description="Nomor SOP.")
    judul: Teks = Field(description="Judul SOP.")
    ditetapkan: date | None = Field(None, description="Tanggal ditetapkan: tahun-bulan-hari.")
    reviu_terakhir: date | None = Field(None, description="Tanggal reviu terakhir; kosong bila belum.")
    tautan: AlamatWeb | None = Field(None, description="Alamat naskahnya, bila sudah terbit.")

    _dates = not_before("reviu_terakhir", "ditetapkan")


class Layanan(Laporan):
    """A year's pledge, standards and procedures."""

    maklumat: Maklumat | None = Field(None, description="Maklumat pelayanan.")
    standar_pelayanan: tuple[StandarPelayanan, ...] = Field((), description="Standar pelayanan tiap jenis layanan.")
    sop: tuple[Sop, ...] = Field((), description="Daftar SOP dengan reviu terakhirnya.")

    _each_procedure_once = once("sop", "nomor")


class Penandatanganan(Dokumen):
    """One signing."""

    wajib: Banyak = Field(description="Banyaknya orang yang wajib.")
    menandatangani: Banyak = Field(description="Banyaknya orang yang sudah menandatangani.")

    _counts = at_most(("menandatangani",), "wajib")


class PaktaIntegritas(Laporan):
    """A year's signings."""

    teks: Teks | None = Field(None, description="Isi pakta, seperti tercetak.")
    penandatanganan: tuple[Penandatanganan, ...] = Field(min_length=1, description="Penandatanganan pakta.")


# The yearly reports: each a file of its own, none of them needed.
LAPORAN: dict[str, type[Laporan]] = {
    "gratifikasi.yml": Gratifikasi,
    "benturan-kepentingan.yml": BenturanKepentingan,
    "spip.yml": Spip,
    "inovasi.yml": Inovasi,
    "laporan-harta.yml": LaporanHarta,
    "pakta-integritas.yml": PaktaIntegritas,
    "layanan.yml": Layanan,
    "lke-hitungan.yml": HitunganLke,
}


@dataclass(frozen=True)
class LaporanTahunan:
    """The yearly reports of one year; None where there is no such file."""

    gratifikasi: Source[Gratifikasi] | None = None
    benturan_kepentingan: Source[BenturanKepentingan] | None = None
    spip: Source[Spip] | None = None
    inovasi: Source[Inovasi] | None = None
    laporan_harta: Source[LaporanHarta] | None = None
    pakta_integritas: Source[PaktaIntegritas] | None = None
    layanan: Source[Layanan] | None = None
    lke_hitungan: Source[HitunganLke] | None = None
