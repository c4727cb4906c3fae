"""The other files of a year: the complaint counts as far as they may be published, the surveys and what they come to."""

from fractions import Fraction
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema

from zona.findings.laporan.survei_results import rounded
from zona.findings.pengaduan.complaint_counts import Tampil
from zona.findings.pengaduan.statistics import KeadaanBulan
from zona.outputs.api.contract.contract_base import BanyakJson, KepalaTahunJson, KontrakJson, LetakJson
from zona.records.laporan.laporan import TindakLanjut
from zona.records.laporan.survei import Survei
from zona.records.pengaduan.rilis import POLA_BULAN, KodeJangka, RilisPengaduan

# Findings hold exact numbers: a mean is published with four digits behind the comma, others as they are.
_RataRata = Annotated[float, BeforeValidator(lambda number: float(rounded(Fraction(number), 4)))]
_Desimal = Annotated[float, BeforeValidator(float)]
_Disembunyikan = Literal[Tampil.KURANG, Tampil.SEMBUNYI]
# Whole working days, or half ones: the middle of an even number of them.
_HariKerja = Annotated[int | float, WithJsonSchema({"type": "number", "minimum": 0})]


class CacahJson(KontrakJson, title="Satu angka pengaduan"):
    """A count, or what may be said of it."""

    jumlah: BanyakJson | None = Field(description="Banyaknya; kosong bila angkanya ditutup.")
    keterangan: _Disembunyikan | None = Field(
        description="Mengapa jumlah kosong: kurang_dari_5, atau disembunyikan: ditutup supaya angka lain tidak terhitung."
    )
    sedikitnya: BanyakJson = Field(description="Batas bawah; sama dengan jumlah bila disebut.")
    paling_banyak: BanyakJson | None = Field(
        description="Batas atas; sama dengan jumlah bila disebut, kosong bila tidak diketahui."
    )


_CACAH = "sisa_bulan_lalu masuk tidak_ditindaklanjuti harus_ditindaklanjuti selesai diproses"


class BulanPengaduanJson(KontrakJson, title="Satu bulan", keys={RilisPengaduan: f"bulan keadaan {_CACAH} tindak_lanjut"}):
    """A month; its counts are None where it was not reported."""

    bulan: Annotated[str, Field(pattern=f"^{POLA_BULAN.pattern}$")]
    keadaan: KeadaanBulan = Field(description="Sudah dilaporkan, belum dilaporkan, atau bulannya belum berakhir.")
    sisa_bulan_lalu: CacahJson | None = Field(description="Pengaduan yang belum selesai pada awal bulan atau jangka.")
    masuk: CacahJson | None = Field(description="Pengaduan yang diterima.")
    tidak_ditindaklanjuti: CacahJson | None
    harus_ditindaklanjuti: CacahJson | None = Field(description="Pengaduan yang harus ditindaklanjuti.")
    selesai: CacahJson | None = Field(description="Pengaduan yang selesai ditindaklanjuti.")
    diproses: CacahJson | None = Field(description="Pengaduan yang belum selesai pada akhir bulan atau jangka.")


class RincianJson(
    KontrakJson, title="Satu saluran atau kategori", keys={CacahJson: "kode nama jumlah keterangan sedikitnya paling_banyak"}
):
    """The count of one channel or category."""

    kode: str = Field(description="Kode saluran atau kategori.")
    nama: str = Field(description="Nama saluran atau kategori.")


class JangkaJson(KontrakJson, title="Satu jangka", keys={BulanPengaduanJson: f"kode bulan_belum_dilaporkan {_CACAH}"}):
    """A half-year or the year; its counts are None until all its months are reported."""

    kode: KodeJangka = Field(description="Semester pertama, kedua, atau setahun.")
    bulan_belum_dilaporkan: tuple[Annotated[int, Field(ge=1, le=12)], ...] = Field(
        description="Nomor bulan jangka itu yang belum dilaporkan."
    )
    median_hari_kerja: _HariKerja | None = Field(
        description="Nilai tengah lama penyelesaian dalam hari kerja; kosong bila tidak dicatat atau ditutup."
    )
    terlama_hari_kerja: BanyakJson | None = Field(
        description="Penyelesaian yang paling lama dalam hari kerja; kosong bila tidak dicatat atau ditutup."
    )
    kanal: tuple[RincianJson, ...] | None = Field(
        description="Pengaduan yang diterima, menurut saluran; kosong bila rinciannya tidak terbit."
    )
    kategori: tuple[RincianJson, ...] | None = Field(
        description="Pengaduan yang diterima, menurut kategori; kosong bila rinciannya tidak terbit."
    )


class PengaduanJson(KepalaTahunJson, title="Pengaduan"):
    """`pengaduan.json`: complaint counts as far as they may be published."""

    bulanan: tuple[BulanPengaduanJson, ...] = Field(description="Angka tiap bulan, Januari sampai Desember.")
    jangka: tuple[JangkaJson, ...] = Field(description="Angka tiap semester dan setahun.")


class NilaiJson(KontrakJson, title="Satu unsur"):
    """The answers to one element."""

    unsur: str = Field(description="Kunci unsur yang dinilai.")
    nama: str = Field(description="Nama unsur yang dinilai.")
    jumlah_nilai: BanyakJson = Field(description="Jumlah semua nilai jawaban unsur itu.")
    penjawab: int = Field(ge=1, description="Banyaknya orang yang menjawab unsur itu.")
    rata_rata: _RataRata = Field(description="jumlah_nilai dibagi penjawab, dibulatkan empat angka di belakang koma.")


class KategoriJson(KontrakJson, title="Kategori indeks"):
    """The band of the index."""

    mutu: Literal["A", "B", "C", "D"] = Field(description="Mutu pelayanan menurut indeks: A, B, C, atau D.")
    kinerja: str = Field(description="Kinerja unit pelayanan menurut indeks.")


class AmbangJson(KontrakJson, title="Ambang penilaian"):
    """What assessment asks for."""

    skala: int = Field(
        description="Skala ambang penilaian. Bila lain dari skala survei, rata-rata belum bisa dibandingkan dengannya."
    )
    wbk: _Desimal = Field(description="Ambang untuk WBK.")
    wbbm: _Desimal = Field(description="Ambang untuk WBBM.")


class TindakLanjutJson(KontrakJson, title="Satu tindak lanjut", keys={TindakLanjut: "uraian hasil tanggal"}):
    """One thing to be done because of the result."""


class SatuSurveiJson(
    KontrakJson,
    title="Satu survei",
    keys={
        Survei: "jenis judul aksi tanggal_mulai tanggal_selesai metode populasi responden skala nilai rata_rata indeks "
        "kategori ambang tindak_lanjut kuesioner tautan diperbarui dicatat_oleh"
    },
):
    """A survey that was carried out."""

    populasi: BanyakJson | None
    responden: BanyakJson
    skala: int = Field(description="Nilai jawaban yang tertinggi; yang terendah 1.")
    nilai: tuple[NilaiJson, ...]
    rata_rata: _RataRata = Field(description="Rata-rata dari rata-rata semua unsur, dibulatkan empat angka di belakang koma.")
    indeks: _Desimal | None = Field(description="Indeks kepuasan masyarakat, 25 sampai 100; kosong untuk SPAK dan SPKP.")
    kategori: KategoriJson | None = Field(
        description="Kategori menurut indeks (PermenPANRB 14/2017); kosong untuk SPAK dan SPKP."
    )
    ambang: AmbangJson | None = Field(description="Nilai yang diminta penilaian, pada skalanya sendiri; kosong untuk IKM.")
    tindak_lanjut: tuple[TindakLanjutJson, ...]
    berkas: LetakJson


class SurveiJson(KepalaTahunJson, title="Survei"):
    """`survei.json`: each survey with its answers, and what they come to."""

    survei: tuple[SatuSurveiJson, ...] = Field(description="Survei-survei, urut waktu; daftar kosong bila belum ada.")
