"""The kinds of work that something missing asks for, in the order in which to do them: where, and about how long one takes."""

from dataclasses import dataclass, replace
from enum import StrEnum


class Layar(StrEnum):
    """A screen of the desk, by its place there; `label` is what its menu calls it."""

    VERIFIKASI = "verifikasi", "Verifikasi"
    CATAT = "catat", "Catat"
    TUMPUKAN = "tumpukan", "Isi banyak sekaligus"
    BETULKAN = "betulkan", "Betulkan atau cabut"
    KANAL = "kanal", "Saluran pengaduan"
    PENGADUAN = "pengaduan", "Pengaduan"
    LAPORAN = "laporan", "Survei dan laporan"
    KANTOR = "kantor", "Kantor dan peran"

    label: str

    def __new__(cls, value: str, label: str) -> "Layar":
        """A screen with its name."""
        found = str.__new__(cls, value)
        found._value_, found.label = value, label
        return found


class Surat(StrEnum):
    """A letter that is made of what is missing, by its name in addresses."""

    SALINAN = "kelompok-yang-mengulang"
    NASKAH = "penegasan-naskah"


@dataclass(frozen=True)
class Pekerjaan:
    """One kind of work. `menit` for one `satuan` of it is a guess, to plan a morning with, and called so. It is done on a
    screen of the desk, in files (`berkas`), or with a letter."""

    judul: str
    satuan: str
    menit: int
    penjelasan: str
    layar: Layar | None = None
    berkas: str | None = None
    surat: Surat | None = None

    @property
    def tempat(self) -> str:
        """Where it is done, in a few words."""
        return f"Meja: {self.layar.label}" if self.layar else self.berkas or "surat"


VERIFIKASI = Pekerjaan(
    "Verifikasi laporan yang menunggu",
    "laporan",
    2,
    "Buka buktinya, lalu setujui atau kembalikan. Sebelum itu laporan belum dihitung.",
    Layar.VERIFIKASI,
)
KONTAK = Pekerjaan(
    "Isi kontak saluran pengaduan kami",
    "saluran",
    3,
    "Tanpa ini warga belum bisa melapor langsung kepada kami.",
    Layar.KANAL,
)
BERKAS = Pekerjaan(
    "Muat saluran pengaduan dan dasar hukum",
    "berkas",
    30,
    "Halamannya terbit setelah berkasnya ada.",
    berkas="data/",
)
IDENTITAS = Pekerjaan(
    "Isi alamat situs, lisensi, dan repositori",
    "isian",
    5,
    "Dengan ini kode QR, tautan, dan lisensi data tampil.",
    Layar.KANTOR,
)
RENCANA = Pekerjaan(
    "Muat rencana aksi yang belum ada",
    "tahun",
    30,
    "Tahunnya sudah dimulai, rencananya belum ada di sini.",
    berkas="zi.py tahun-baru",
)
SEKALI = Pekerjaan(
    "Laporkan aksi yang kurang satu laporan",
    "laporan",
    3,
    "Satu laporan menutup satu aksi yang lewat tenggat.",
    Layar.CATAT,
)
BERULANG = Pekerjaan(
    "Laporkan aksi yang kurang beberapa laporan",
    "laporan",
    2,
    "Bulan-bulan dari satu aksi bisa diisi sekaligus.",
    Layar.TUMPUKAN,
)
LANJUTKAN = Pekerjaan(
    "Selesaikan laporan yang terlambat",
    "laporan",
    3,
    "Sudah dilaporkan, belum selesai. Tulis perkembangannya.",
    Layar.CATAT,
)
SALINAN = Pekerjaan(
    "Tanyakan kelompok yang mengulang kelompok lain",
    "surat",
    5,
    "Suratnya siap ditandatangani.",
    surat=Surat.SALINAN,
)
NASKAH = Pekerjaan(
    "Tanyakan isi keputusan yang meragukan",
    "pertanyaan",
    1,
    "Semua pertanyaan ada dalam satu surat yang siap ditandatangani.",
    surat=Surat.NASKAH,
)
NASKAH_RENCANA = replace(NASKAH, judul="Tanyakan isi rencana aksi yang meragukan")  # where no decree set the plan
TEMA = Pekerjaan(
    "Tegaskan tema aksi",
    "rencana",
    15,
    "Halaman informasi memilih aksinya menurut tema, yang masih usulan.",
    berkas="rencana-aksi.yml",
)
KANAL_LAIN = Pekerjaan(
    "Lengkapi saluran pengaduan lembaga lain",
    "saluran",
    3,
    "Nomor atau alamatnya belum diisi.",
    Layar.KANAL,
)
TAUTAN = Pekerjaan(
    "Ganti tautan bukti yang bisa berubah",
    "tautan",
    2,
    "Pemilik akunnya bisa mengubah atau menghapus isinya. Unggah tangkapan layarnya.",
    Layar.BETULKAN,
)
PENGADUAN = Pekerjaan(
    "Laporkan angka pengaduan",
    "bulan",
    5,
    "Bulan tanpa laporan bukan berarti tanpa pengaduan.",
    Layar.PENGADUAN,
)
LAPORAN = Pekerjaan(
    "Isi survei dan laporan tahunan",
    "hal",
    5,
    "Angka nol ditulis 0. Yang belum diketahui dibiarkan kosong.",
    Layar.LAPORAN,
)
HALAMAN = Pekerjaan(
    "Lengkapi halaman informasi",
    "hal",
    5,
    "Hapus tiap hal dari daftar “menunggu” setelah ditulis.",
    berkas="docs/informasi/",
)
TANPA_HALAMAN = Pekerjaan(
    "Terangkan aksi yang belum punya halaman",
    "aksi",
    5,
    "Belum ada halaman yang menerangkan pelaksanaannya.",
    berkas="docs/informasi/",
)
PASTIKAN = Pekerjaan(
    "Pastikan lagi saluran pengaduan",
    "saluran",
    3,
    "Hubungi sekali, lalu tulis tanggalnya.",
    Layar.KANAL,
)
COCOKKAN = Pekerjaan(
    "Cocokkan lagi aturan dan sumber",
    "hal",
    3,
    "Buka sumbernya, cocokkan, lalu tulis tanggalnya pada “diperiksa”.",
    berkas="data/ dan docs/informasi/",
)
