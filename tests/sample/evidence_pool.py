"""The pieces of evidence that the sample's records may cite, in pools by subject."""

from __future__ import annotations

from dataclasses import dataclass

# Each pool: file or link, kind, title; what the piece proves, after “=”, where it is said.
POOLS = """
apel: foto-apel-1.jpg foto Apel pagi = apel diikuti pegawai dari semua subbagian
apel: foto-apel-2.jpg foto Apel pagi; foto-apel-3.jpg foto Barisan apel
rapat: foto-rapat-1.jpg foto Rapat; notulen-rapat.pdf notulen Notulen rapat = hasil rapat dan tindak lanjutnya
rapat: daftar-hadir.pdf daftar_hadir Daftar hadir rapat = rapat dihadiri semua subbagian
rapat: foto-rapat-2.jpg foto Peserta rapat; undangan-rapat.pdf undangan Undangan rapat; foto-rapat-3.jpg foto Ruang rapat
sosialisasi: foto-sosialisasi-1.jpg foto Sosialisasi; foto-sosialisasi-2.jpg foto Peserta sosialisasi
sosialisasi: foto-sosialisasi-3.jpg foto Tanya jawab sosialisasi
sosialisasi: https://drive.google.com/drive/folders/contoh foto Folder dokumentasi sosialisasi = jalannya sosialisasi
banner: foto-banner-1.jpg foto Banner; foto-banner-2.jpg foto Banner di ruang tunggu; foto-banner_3.jpg foto Banner di halaman
podcast: https://www.youtube.com/watch?v=contoh tampilan Rekaman siniar di media sosial
podcast: foto-podcast-1.jpg foto Siniar; foto-podcast-2.jpg foto Rekaman siniar; foto-podcast-3.jpg foto Studio siniar
layanan: foto-layanan-1.jpg foto Meja layanan; foto-layanan-2.jpg foto Ruang layanan; foto-layanan-3.jpg foto Kotak saran
gratifikasi: laman-gratifikasi.png tampilan Menu anti gratifikasi = menu tampil di laman kantor
gratifikasi: https://contoh.example.go.id/anti-gratifikasi tampilan Laman anti gratifikasi
pengaduan: laman-pengaduan.png tampilan Menu pengaduan; https://contoh.example.go.id/pengaduan tampilan Laman pengaduan
laman: media-sosial.webp tampilan Unggahan media sosial; https://contoh.example.go.id/berita tampilan Berita di laman kantor
sk: sk-tim-kerja.pdf dokumen Keputusan tim kerja = tim kerja dibentuk dan ditugaskan
rencana: rencana-aksi.pdf dokumen Dokumen rencana aksi
laporan: laporan-kegiatan.pdf laporan Laporan kegiatan = kegiatan dilaksanakan sesuai rencana
pakta: pakta-integritas.pdf dokumen Pakta integritas
kendali: rekap-kartu-kendali.pdf dokumen Rekap kartu kendali = kartu kendali diisi setiap subbagian
"""


@dataclass(frozen=True)
class Piece:
    """A piece of evidence that records may cite."""

    sumber: str
    jenis: str
    judul: str
    membuktikan: str = ""

    @property
    def is_link(self) -> bool:
        return self.sumber.startswith("https://")


def read_pools() -> dict[str, tuple[Piece, ...]]:
    """The pieces of evidence by pool."""
    pools: dict[str, tuple[Piece, ...]] = {}
    for line in POOLS.strip().splitlines():
        name, _, items = line.partition(": ")
        told = (item.partition(" = ") for item in items.split(";"))
        pieces = tuple(Piece(*item.split(maxsplit=2), proof) for item, _, proof in told)
        pools[name] = pools.get(name, ()) + pieces
    return pools
