"""The files of a year's plan: the annex as printed, what was recorded, the counts."""

from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from zona.findings.keadaan import Keadaan, KeadaanAksi
from zona.outputs.api.contract.contract_base import AlamatJson, BanyakJson, KepalaTahunJson, KontrakJson, LetakJson, arti
from zona.records.capaian.capaian import Bukti, Capaian, Verifikasi
from zona.records.rencana.keputusan import Catatan
from zona.records.rencana.penegasan import Penegasan
from zona.records.rencana.rencana_aksi import Aksi, Jadwal, Kelompok, RencanaAksi

_CELLS = (
    "kode singkat komponen indikator langkah_aksi bukti_fisik target_waktu target_capaian jadwal alasan_jadwal penanggung_jawab"
    " nomor_tercetak"
)

# Version 1 promised a text in these cells of the annex: where the office's plan prints none, it is an empty one.
_Cell = Annotated[str, BeforeValidator(lambda text: text or "")]


class CatatanJson(
    KontrakJson, title="Satu catatan naskah", keys={Catatan: "bagian jenis tertulis dibaca keyakinan penjelasan"}
):
    """A note on something printed."""


class JadwalJson(KontrakJson, title="Satu janji", keys={Jadwal: "periode tenggat"}):
    """A period and its deadline."""


class PenegasanJson(KontrakJson, title="Penegasan", keys={Penegasan: "oleh tanggal"}):
    """Who confirmed what was proposed, and when."""


class TargetJson(KontrakJson, title="Target yang terbaca"):
    """The printed target in two parts."""

    jumlah: int = Field(ge=0, description="Berapa yang ditargetkan.")
    satuan: str = Field(description="Satuannya, misalnya Dokumen.")


class AksiJson(KontrakJson, title="Satu aksi", keys={Aksi: f"{_CELLS} target catatan"}):
    """A row of the annex."""

    komponen: _Cell = arti(Aksi, "komponen")
    indikator: _Cell = arti(Aksi, "indikator")
    bukti_fisik: _Cell = arti(Aksi, "bukti_fisik")
    target_waktu: str = Field(description="Kolom Target Waktu, seperti tercetak; teks tanpa isi bila tidak tercetak.")
    jadwal: tuple[JadwalJson, ...] = Field(description="Janji-janji dengan periode dan tenggatnya, urut waktu.")
    tema: tuple[str, ...] = Field(description="Apa yang dibicarakan aksi ini, menurut daftar tema; kosong bila tidak ditulis.")
    target: TargetJson | None = Field(description="Target capaian sebagai jumlah dan satuan; kosong bila tidak terbaca.")
    catatan: tuple[CatatanJson, ...]
    tanpa_tenggat: bool = Field(
        description="Benar bila aksi itu tidak punya tenggat: dicatat bila terjadi, dan di luar setiap persentase."
    )


class KelompokJson(KontrakJson, title="Satu kelompok", keys={Kelompok: "kode judul singkat nomor_tercetak catatan aksi"}):
    """A group of the annex."""

    catatan: tuple[CatatanJson, ...]
    aksi: tuple[AksiJson, ...]


class RencanaAksiJson(KepalaTahunJson, title="Rencana aksi", keys={RencanaAksi: "judul catatan kelompok"}):
    """`rencana-aksi.json`: the annex as printed, with its periods, targets and notes."""

    catatan: tuple[CatatanJson, ...]
    tema_ditegaskan: PenegasanJson | None = Field(description="Siapa menegaskan tema aksi, dan kapan; kosong: masih usulan.")
    kelompok: tuple[KelompokJson, ...]


class PeriodeJson(KontrakJson, title="Satu janji", keys={Capaian: "aksi", Jadwal: "periode tenggat"}):
    """A period of an action."""

    keadaan: Keadaan = Field(description="Status janji pada tanggal hitungan.")
    hari_lewat: BanyakJson = Field(description="Berapa hari lewat dari tenggat, 0 bila belum lewat atau sudah terpenuhi.")
    terlambat_dipenuhi: bool = Field(description="Benar bila dipenuhi setelah tenggat.")
    jumlah_catatan: BanyakJson = Field(description="Banyaknya laporan tentang janji itu.")


class BuktiJson(KontrakJson, title="Satu bukti", keys={Bukti: "judul jenis membuktikan tautan dilihat"}):
    """A piece of evidence."""

    tautan_lemah: str | None = Field(
        description="Jenis tempat tautan itu bila pemilik akunnya bisa mengubah atau menghapus isinya; selain itu kosong."
    )

    alamat: AlamatJson | None = Field(description="Letak berkas bukti di situs ini.")
    ukuran: BanyakJson | None = Field(description="Besar berkas dalam bita.")
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")] | None = Field(description="Sidik jari SHA-256 berkas.")
    jumlah_halaman: BanyakJson | None = Field(description="Banyaknya halaman PDF; kosong untuk foto dan tautan.")


class VerifikasiJson(KontrakJson, title="Verifikasi satu laporan", keys={Verifikasi: "oleh tanggal sidik"}):
    """A verification."""


class CatatanCapaianJson(
    KontrakJson,
    title="Satu laporan",
    keys={Capaian: "aksi periode tanggal hasil uraian bukti dicatat_oleh mengoreksi mencabut alasan"},
):
    """A record."""

    bukti: tuple[BuktiJson, ...]
    diverifikasi_oleh: str | None = Field(description="Peran yang memverifikasi; kosong bila belum.")
    berkas: LetakJson
    verifikasi: VerifikasiJson | None = arti(Capaian, "verifikasi")


class CapaianJson(KepalaTahunJson, title="Capaian"):
    """`capaian.json`: every period with its state, every record with its evidence."""

    periode: tuple[PeriodeJson, ...] = Field(description="Setiap janji setiap aksi, urut seperti dalam lampiran.")
    catatan_capaian: tuple[CatatanCapaianJson, ...] = Field(description="Laporan demi laporan: apa yang sudah dikerjakan.")


def _periode(keadaan: Keadaan) -> Any:
    return Field(description=f"Banyaknya janji dengan status {keadaan.label.lower()}: {keadaan.arti}.")


def _aksi(keadaan: KeadaanAksi) -> Any:
    return Field(description=f"Banyaknya aksi yang status terberatnya {keadaan.label.lower()}.")


class KeadaanPeriodeJson(KontrakJson, title="Banyaknya janji tiap status"):
    """Periods by state."""

    terpenuhi: BanyakJson = _periode(Keadaan.TERPENUHI)
    menunggu_verifikasi: BanyakJson = _periode(Keadaan.MENUNGGU_VERIFIKASI)
    berjalan: BanyakJson = _periode(Keadaan.BERJALAN)
    terlambat: BanyakJson = _periode(Keadaan.TERLAMBAT)
    belum_dilaporkan: BanyakJson = _periode(Keadaan.BELUM_DILAPORKAN)
    belum_jatuh_tempo: BanyakJson = _periode(Keadaan.BELUM_JATUH_TEMPO)


class KeadaanSemuaAksiJson(KontrakJson, title="Banyaknya aksi tiap status"):
    """Actions by state."""

    selesai: BanyakJson = Field(description="Banyaknya aksi yang semua janjinya terpenuhi.")
    menunggu_verifikasi: BanyakJson = _aksi(KeadaanAksi.MENUNGGU_VERIFIKASI)
    berjalan: BanyakJson = _aksi(KeadaanAksi.BERJALAN)
    terlambat: BanyakJson = _aksi(KeadaanAksi.TERLAMBAT)
    belum_dilaporkan: BanyakJson = _aksi(KeadaanAksi.BELUM_DILAPORKAN)
    belum_jatuh_tempo: BanyakJson = _aksi(KeadaanAksi.BELUM_JATUH_TEMPO)
    tanpa_tenggat: BanyakJson = Field(description="Banyaknya aksi tanpa tenggat, yang dicatat bila terjadi.")


class HitunganAksiJson(KontrakJson, title="Hitungan aksi"):
    """Counts over actions."""

    jumlah: BanyakJson = Field(description="Banyaknya aksi.")
    keadaan: KeadaanSemuaAksiJson = Field(description="Banyaknya aksi tiap status.")


class HitunganPeriodeJson(KontrakJson, title="Hitungan janji"):
    """Counts over periods."""

    jumlah: BanyakJson = Field(description="Banyaknya janji.")
    jatuh_tempo: BanyakJson = Field(description="Banyaknya janji yang sudah jatuh tempo.")
    terpenuhi_jatuh_tempo: BanyakJson = Field(description="Banyaknya yang terpenuhi di antara yang sudah jatuh tempo.")
    keadaan: KeadaanPeriodeJson = Field(description="Banyaknya janji tiap status.")


PersenJson = Annotated[float, Field(ge=0, le=100)]
_HITUNGAN = "hitungan_aksi hitungan_periode persen_semua persen_jatuh_tempo"


class KelompokRingkasanJson(KontrakJson, title="Satu kelompok", keys={Kelompok: "kode"}):
    """The counts of a group."""

    hitungan_aksi: HitunganAksiJson = Field(description="Hitungan semua aksi di bagian ini.")
    hitungan_periode: HitunganPeriodeJson = Field(description="Hitungan semua janji di bagian ini.")
    persen_semua: PersenJson | None = Field(
        description="Persen terpenuhi dari semua janji, dipotong satu angka di belakang koma; kosong bila tidak ada."
    )
    persen_jatuh_tempo: PersenJson | None = Field(
        description="Persen terpenuhi dari janji yang sudah jatuh tempo; kosong bila belum ada."
    )


class BulanJson(KontrakJson, title="Satu bulan"):
    """Planned against actual, cumulative."""

    bulan: int = Field(ge=1, le=12, description="Nomor bulan, 1 sampai 12.")
    rencana: BanyakJson = Field(description="Banyaknya janji yang jatuh tempo dari awal tahun sampai akhir bulan itu.")
    kenyataan: BanyakJson | None = Field(
        description="Banyaknya janji yang terpenuhi pada akhir bulan itu, dari yang dicatat dan diverifikasi"
        " sampai hari itu; kosong bila bulannya belum mulai."
    )


class AkhirBulanJson(
    KontrakJson,
    title="Satu akhir bulan",
    keys={KelompokRingkasanJson: "tanggal hitungan_periode persen_semua persen_jatuh_tempo"},
):
    """The counts as of a month's end."""

    tanggal: date = Field(description="Hari terakhir bulan itu.")


class RingkasanJson(KepalaTahunJson, title="Ringkasan", keys={KelompokRingkasanJson: f"selesai_tanpa_bukti {_HITUNGAN}"}):
    """`ringkasan.json`: the counts by state, whole and per group, both percentages, and the series by month."""

    selesai_tanpa_bukti: BanyakJson = Field(
        description="Banyaknya laporan selesai yang tanpa bukti; selalu 0, karena yang begitu ditolak."
    )
    kelompok: tuple[KelompokRingkasanJson, ...] = Field(description="Hitungan tiap kelompok, urut seperti tercetak.")
    bulanan: tuple[BulanJson, ...] = Field(description="Rencana dan kenyataan dari bulan ke bulan.")
    akhir_bulan: tuple[AkhirBulanJson, ...] = Field(
        description="Hitungan per akhir bulan yang sudah lewat, dari yang dicatat dan diverifikasi sampai hari itu."
    )
