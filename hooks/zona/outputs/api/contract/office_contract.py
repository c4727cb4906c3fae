"""The files of the whole office: the channels, the chooser and the rules; what there is to fetch, how that grew."""

from datetime import date

from pydantic import Field

from zona.findings.upkeep.confirmation import KeadaanPemeriksaan
from zona.outputs.api.contract.contract_base import (
    AlamatJson,
    BanyakJson,
    KepalaUmumJson,
    KontrakJson,
    LetakJson,
    TautanJson,
)
from zona.own_data import beside
from zona.records.informasi.dasar_hukum import Aturan, DasarHukum
from zona.records.informasi.kanal import Cara, DaftarKanal, Janji, Kanal
from zona.records.informasi.lapor import Langkah, Lapor, Situasi
from zona.records.situs import Situs

_PEMERIKSAAN = "hari_sejak_diperiksa pemeriksaan"


class SumberKanalJson(KontrakJson, title="Sumber"):
    """The data files behind the file."""

    berkas: tuple[LetakJson, ...] = Field(description="Letak berkas-berkas data dalam repositori kantor.")
    paket: tuple[str, ...] = Field(description="Paket yang berlaku bagi kantor ini, yang umum lebih dulu; isinya ikut di sini.")


class CaraJson(KontrakJson, title="Satu cara menghubungi", keys={Cara: "jenis nilai keterangan tautan dicoba"}):
    """A way to reach a channel."""

    tautan: TautanJson | None = Field(description="Alamat yang terbuka bila diketuk: tel:, sms:, mailto:, atau https:.")


class JanjiJson(KontrakJson, title="Satu janji waktu", keys={Janji: "isi sumber dasar_hukum"}):
    """A time that the channel's owner promises."""


class KanalJson(
    KontrakJson,
    title="Satu saluran",
    keys={
        Kanal: "kunci nama pemilik milik_kantor untuk bukan_untuk cara jam janji biaya perlindungan tanpa_nama dasar_hukum "
        "sumber diperiksa penanggung_jawab"
    },
):
    """A channel."""

    cara: tuple[CaraJson, ...]
    janji: tuple[JanjiJson, ...]
    hari_sejak_diperiksa: BanyakJson | None = Field(
        description="Berapa hari sejak kantor memastikannya; kosong bila belum pernah."
    )
    pemeriksaan: KeadaanPemeriksaan = Field(
        description="Seberapa baru pemastiannya: baru, perlu_diperiksa, peringatan, atau belum_pernah."
    )


class LangkahJson(KontrakJson, title="Satu langkah", keys={Langkah: "judul isi kanal"}):
    """One step of what to do."""


class SituasiJson(
    KontrakJson,
    title="Satu situasi",
    keys={
        Situasi: "kunci judul contoh kanal mengapa langkah siapkan biaya lama perlindungan tidak_menangani dasar_hukum sumber "
        "diperiksa",
        KanalJson: _PEMERIKSAAN,
    },
):
    """One thing that may have happened to someone."""

    langkah: tuple[LangkahJson, ...]


class AturanJson(
    KontrakJson,
    title="Satu aturan",
    keys={Aturan: "kunci bentuk nomor tahun tentang alamat keadaan oleh catatan sumber diperiksa", KanalJson: _PEMERIKSAAN},
):
    """A rule that pages cite."""


class SemuaKanalJson(
    KepalaUmumJson, title="Saluran pengaduan", keys={DaftarKanal: "sumber kanal", Lapor: "situasi", DasarHukum: "aturan"}
):
    """`kanal.json`: the channels, the chooser and the rules, each with the age of its confirmation."""

    sumber: SumberKanalJson = Field(description="Berkas data yang menjadi sumbernya.")
    kanal: tuple[KanalJson, ...]
    situasi: tuple[SituasiJson, ...]
    aturan: tuple[AturanJson, ...]


class BerkasTerdaftarJson(KontrakJson, title="Satu berkas"):
    """A file that can be fetched."""

    alamat: AlamatJson = Field(description="Alamat berkas, dihitung dari akar situs ini.")
    judul: str = Field(description="Judul berkas.")
    tahun: int | None = Field(description="Tahun rencana aksi; kosong bila bukan milik satu tahun.")
    jenis_media: str = Field(description="Jenis berkas menurut daftar IANA, misalnya text/csv.")
    skema: AlamatJson | None = Field(description="Alamat skema JSON berkas itu, dari akar situs; kosong bila tidak ada.")


class IndeksJson(KepalaUmumJson, title="Indeks", keys={Situs: "alamat_situs lisensi_data"}):
    """`index.json`: what there is to fetch."""

    kamus: AlamatJson = Field(description="Alamat kamus data, dari akar situs.")
    openapi: AlamatJson = Field(description="Alamat gambaran OpenAPI 3.1, dari akar situs.")
    berkas: tuple[BerkasTerdaftarJson, ...] = Field(description="Berkas-berkas JSON versi ini.")
    unduhan: tuple[BerkasTerdaftarJson, ...] = Field(description="Tabel-tabel untuk diunduh, dalam berbagai bentuk.")
    umpan: tuple[BerkasTerdaftarJson, ...] = Field(
        description="Kabar berlangganan (Atom): laporan baru dan janji yang terpenuhi."
    )
    kalender: tuple[BerkasTerdaftarJson, ...] = Field(description="Kalender tenggat (iCalendar).")


class SatuPerubahanJson(KontrakJson, title="Satu perubahan"):
    """What was added on a day."""

    tanggal: date = Field(description="Tanggal perubahan itu masuk ke kode situs.")
    berkas: tuple[str, ...] = Field(min_length=1, description="Nama berkas yang berubah.")
    perubahan: str = Field(description="Apa yang ditambahkan.")


class PerubahanJson(KepalaUmumJson, title="Riwayat kontrak data"):
    """`perubahan.json`: how the contract has grown."""

    riwayat: tuple[SatuPerubahanJson, ...] = Field(description="Perubahan kontrak data, yang terbaru lebih dulu.")


def changes() -> tuple[SatuPerubahanJson, ...]:
    """How the contract has grown, the newest first: what `perubahan.yml` says."""
    return tuple(SatuPerubahanJson.model_validate(item, strict=False) for item in beside(__file__, "perubahan.yml"))
