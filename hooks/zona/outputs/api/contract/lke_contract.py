"""The file of a year's evidence by the items of the LKE. It holds no score, and no word that an item is met."""

from datetime import date
from typing import Annotated

from pydantic import Field

from zona.findings.keadaan import KeadaanAksi
from zona.findings.lke.lke_counts import Asal
from zona.findings.lke.lke_findings import KurangButir
from zona.outputs.api.contract.contract_base import BanyakJson, KepalaTahunJson, KontrakJson, LetakJson
from zona.outputs.api.contract.plan_contract import BuktiJson, CatatanCapaianJson, PenegasanJson
from zona.outputs.api.contract.report_contract import CacahJson
from zona.records.lke.formulir import MENURUT_SALINAN, Aspek, ButirFormulir
from zona.records.lke.pemetaan import HalamanArea, Hubungan, PetaButir
from zona.records.rencana.kode import KODE_AKSI

_KodeAksi = Annotated[str, Field(pattern=KODE_AKSI)]
_Bulan = Annotated[int, Field(ge=1, le=12)]


class KekuranganJson(KontrakJson, title="Banyaknya butir tiap kekurangan"):
    """Items by what they lack."""

    tanpa_baris: BanyakJson = Field(description="Belum ada baris rencana yang berkaitan.")
    tanpa_bukti: BanyakJson = Field(description="Ada baris, tetapi laporannya belum memuat bukti.")
    belum_diverifikasi: BanyakJson = Field(description="Ada bukti, tetapi belum satu pun diverifikasi.")
    bukti_lama: BanyakJson = Field(description="Bukti terverifikasi yang terbaru dari tahun sebelum tahun rencana.")


class HitunganButirJson(KontrakJson, title="Hitungan butir"):
    """Counts over items."""

    jumlah: BanyakJson = Field(description="Banyaknya butir.")
    ada_bukti: BanyakJson = Field(description="Banyaknya butir yang mempunyai bukti terverifikasi.")
    ada_bukti_mendukung: BanyakJson = Field(description="Di antaranya yang hanya lewat baris mendukung.")
    tanpa_baris: BanyakJson = Field(description="Banyaknya butir yang belum ada barisnya dalam rencana.")
    kekurangan: KekuranganJson = Field(description="Banyaknya butir menurut yang pertama masih kurang.")


class AreaLkeJson(KontrakJson, title="Satu area"):
    """An area of one aspect."""

    kode: str = Field(description="Kode area LKE, misalnya A.1.V.")
    nama: str = Field(description="Nama area pada formulir.")
    aspek: Aspek = Field(description="pemenuhan, reform, atau hasil.")
    hitungan: HitunganButirJson = Field(description="Hitungan butir area itu.")


class HalamanAreaJson(KontrakJson, title="Satu halaman kantor", keys={HalamanArea: "area judul tautan"}):
    """A page of the office's own site."""


class PetaButirJson(KontrakJson, title="Satu pemetaan", keys={PetaButir: "baris hubungan alasan halaman"}):
    """An entry of the mapping."""

    hubungan: Hubungan = Field(description="langsung atau mendukung; tidak menyatakan bahwa butir itu terpenuhi.")


class BarisButirJson(KontrakJson, title="Satu baris"):
    """A row that stands at an item."""

    aksi: _KodeAksi = Field(description="Kode aksi.")
    hubungan: Hubungan = Field(description="langsung atau mendukung.")
    keadaan: KeadaanAksi = Field(description="Keadaan aksi pada tanggal hitungan.")


class BuktiButirJson(
    KontrakJson,
    title="Satu bukti butir",
    keys={
        CatatanCapaianJson: "aksi periode tanggal",
        BuktiJson: "judul jenis membuktikan tautan dilihat tautan_lemah alamat ukuran sha256 jumlah_halaman",
    },
):
    """A verified piece of evidence of an item."""

    catatan: LetakJson


class ButirLkeJson(KontrakJson, title="Satu butir", keys={ButirFormulir: "kode pertanyaan jawaban bobot catatan"}):
    """An item."""

    aspek: Aspek = Field(description="pemenuhan, reform, atau hasil.")
    area: str = Field(description="Kode area.")
    sub: str | None = Field(description="Kode sub; kosong pada Hasil.")
    nama_sub: str | None = Field(description="Nama sub pada formulir; kosong pada Hasil.")
    bobot: float = Field(description=f"Bobot subnya, pada Hasil bobot butir sendiri; {MENURUT_SALINAN}.")
    kekurangan: KurangButir | None = Field(description="Yang pertama masih kurang; kosong bila ada bukti tahun itu.")
    pemetaan: tuple[PetaButirJson, ...] = Field(description="Pemetaan butir itu ke baris rencana atau halaman situs ini.")
    baris: tuple[BarisButirJson, ...] = Field(description="Baris-baris yang berkaitan, yang langsung lebih dulu.")
    bukti_terbaru: date | None = Field(description="Tanggal bukti terverifikasi yang terbaru.")
    menunggu_verifikasi: BanyakJson = Field(description="Banyaknya bukti yang belum diverifikasi.")
    bukti: tuple[BuktiButirJson, ...] = Field(description="Bukti terverifikasi, yang terbaru lebih dulu.")


class AngkaLkeJson(KontrakJson, title="Satu angka", keys={CacahJson: "kunci arti jumlah keterangan sedikitnya paling_banyak"}):
    """One number that the form asks for."""

    kunci: str = Field(description="Nama angka itu.")
    arti: str = Field(description="Apa yang dihitung.")
    sedikitnya: BanyakJson | None = Field(description="Batas bawah; kosong bila angkanya belum diisi.")


class CacahLkeJson(KontrakJson, title="Angka satu butir"):
    """The numbers that the form asks for at one item."""

    butir: str = Field(description="Kode butir LKE.")
    asal: Asal = Field(description="Berkas data asal angka itu, atau tidak_terbit: angka kecilnya bisa menunjuk orang.")
    rumus: str = Field(description="Apa dibagi apa; angka yang pertama dibagi yang terakhir.")
    bulan: tuple[_Bulan, ...] = Field(description="Bulan pertama dan terakhir yang terhitung; daftar kosong bila setahun.")
    angka: tuple[AngkaLkeJson, ...] = Field(description="Angka-angka yang diminta formulir.")


class LkeJson(KepalaTahunJson, title="Bukti menurut butir LKE"):
    """`lke.json`: the items with their rows and evidence."""

    sumber_butir: str = Field(description="Dari mana daftar butir, dan apa yang belum diperiksa.")
    berkas: LetakJson
    ditegaskan: PenegasanJson | None = Field(description="Siapa menegaskan pemetaan, dan kapan; kosong: masih usulan.")
    hitungan: HitunganButirJson = Field(description="Hitungan butir Pemenuhan dan Reform; Hasil dihitung sendiri.")
    area: tuple[AreaLkeJson, ...] = Field(description="Area tiap aspek, urut seperti formulir.")
    halaman_kantor: tuple[HalamanAreaJson, ...] = Field(description="Halaman situs resmi kantor untuk area tanpa baris.")
    butir: tuple[ButirLkeJson, ...] = Field(description="Semua butir, urut seperti formulir.")
    angka_diminta: tuple[CacahLkeJson, ...] = Field(description="Angka yang diminta di bawah persentase; tanpa nilai.")
