"""What is missing, so that absence is visible. Missing data never stop a build."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from zona.findings.janji import kept_by
from zona.findings.keadaan import Keadaan
from zona.findings.laporan.laporan_results import missing_reports
from zona.findings.upkeep.age import age_of
from zona.findings.upkeep.confirmation import PERLU_DIPERIKSA
from zona.findings.year_findings import Findings
from zona.records.capaian.capaian import Bukti
from zona.records.informasi.prosa import Prosa
from zona.records.load import DASAR_HUKUM, KANAL, LAPOR
from zona.records.rencana.jadwal import BULAN
from zona.records.rencana.keputusan import JenisCatatan


@dataclass(frozen=True)
class ButirKurang:
    """One case: what it is, and the action and period, the channel, or the page of prose that it is about."""

    teks: str
    aksi: str | None = None
    periode: str | None = None
    kanal: str | None = None
    prosa: Prosa | None = None


@dataclass(frozen=True)
class Kekurangan:
    """One kind of absence: its title, what it means, and each case."""

    judul: str
    penjelasan: str
    butir: tuple[ButirKurang, ...]


def missing(findings: Findings) -> tuple[Kekurangan, ...]:
    """Everything that is missing in the newest year and about the site."""
    kinds = (_of_the_site, _of_the_channels, _of_the_pages, _of_the_records, _of_the_plan)
    return tuple(item for kind in kinds for item in kind(findings))


def _of_the_site(findings: Findings) -> Iterator[Kekurangan]:
    cases = tuple(ButirKurang(f"Rencana aksi {tahun} belum dimuat") for tahun in age_of(findings).tanpa_rencana)
    yield Kekurangan("Rencana aksi tiap tahun", "Tahun yang sudah dimulai, tetapi rencana aksinya belum ada di sini.", cases)
    situs = findings.situs.isi
    fields = {
        "Situs resmi kantor": situs.situs_resmi,
        "Alamat tempat situs ini terbit": situs.alamat_situs,
        "Alamat repositori data, untuk tombol Sunting": situs.repositori,
        "Lisensi data, supaya orang tahu boleh memakainya": situs.lisensi_data,
    }
    unset = (f"{name}: belum ditetapkan, menunggu konfirmasi kantor" for name, value in fields.items() if not value)
    yield Kekurangan("Identitas situs", "Isian yang menunggu kantor.", tuple(map(ButirKurang, unset)))


def _of_the_channels(findings: Findings) -> Iterator[Kekurangan]:
    files = {KANAL: findings.kanal, LAPOR: findings.lapor, DASAR_HUKUM: findings.dasar_hukum}
    absent = [path for path, source in files.items() if source is None]
    cases = [ButirKurang(f"berkas {path} belum ada; halamannya belum terbit") for path in absent]
    if len(cases) == 3:  # then pages of prose, which rest on all three, are left out as well
        cases.append(ButirKurang("halaman informasi belum terbit, karena menyebut kanal dan dasar hukum yang belum ada"))
    for kanal in findings.kanal_menurut_kunci.values():
        empty = [cara.jenis.label.lower() for cara in kanal.cara if cara.nilai is None]
        empty += ["jam layanan"] if kanal.milik_kantor and kanal.jam is None else []
        empty += ["penanggung jawab"] if kanal.milik_kantor and kanal.penanggung_jawab is None else []
        if empty:
            named = ", ".join(dict.fromkeys(empty))
            cases.append(ButirKurang(f"{named} belum ditetapkan, menunggu konfirmasi kantor", kanal=kanal.kunci))
    yield Kekurangan("Kanal pengaduan", "Isian kanal yang menunggu kantor.", tuple(cases))
    yield _unconfirmed(findings)


def _unconfirmed(findings: Findings) -> Kekurangan:
    meaning = f"Nomor dan alamat yang belum dikonfirmasi kantor dalam {PERLU_DIPERIKSA} hari terakhir; bisa sudah berubah."
    cases = []
    for kanal in findings.kanal_menurut_kunci.values():
        age = findings.pemeriksaan(kanal.diperiksa)
        if not age.baru:
            text = age.keadaan.label if age.hari is None else f"dikonfirmasi {age.hari} hari lalu"
            cases.append(ButirKurang(text, kanal=kanal.kunci))
    lists = {
        "aturan dalam daftar dasar hukum": [item.diperiksa for item in findings.aturan_menurut_kunci.values()],
        "situasi pada halaman lapor": [item.diperiksa for item in (findings.lapor.isi.situasi if findings.lapor else ())],
        "sumber pada halaman informasi": [item.diperiksa for page in findings.prosa for item in page.kepala.sumber],
    }
    for name, dates in lists.items():
        if old := sum(not findings.pemeriksaan(item).baru for item in dates):
            cases.append(ButirKurang(f"{old} dari {len(dates)} {name}"))
    return Kekurangan("Yang perlu dikonfirmasi ulang", meaning, tuple(cases))


def _of_the_pages(findings: Findings) -> Iterator[Kekurangan]:
    cases = tuple(ButirKurang(item, prosa=page) for page in findings.prosa for item in page.kepala.menunggu)
    yield Kekurangan("Isi halaman informasi", "Yang masih harus diberikan kantor supaya halamannya lengkap.", cases)
    kept = kept_by(findings)
    cases = tuple(ButirKurang(aksi.komponen, aksi.kode) for aksi in findings.terbaru.aksi if not kept[aksi.kode].ada)
    yield Kekurangan("Aksi yang belum punya halaman", "Belum ada halaman yang menerangkan pelaksanaannya.", cases)


def _of_the_records(findings: Findings) -> Iterator[Kekurangan]:
    cases = []
    for aksi in findings.terbaru.aksi:
        if number := aksi.hitungan.keadaan[Keadaan.BELUM_DILAPORKAN]:
            cases.append(ButirKurang(f"{aksi.komponen}: {number} dari {len(aksi.periode)} periode", aksi.kode))
    meaning = "Tenggatnya sudah lewat dan belum ada catatan di situs ini; belum tentu berarti belum dikerjakan."
    yield Kekurangan("Aksi yang belum dilaporkan", meaning, tuple(cases))
    waiting = [item for item in findings.terbaru.periode if item.keadaan is Keadaan.MENUNGGU_VERIFIKASI]
    cases = [ButirKurang(item.komponen, item.kode, item.periode) for item in waiting]
    meaning = "Dilaporkan selesai dengan bukti, tetapi belum dihitung."
    yield Kekurangan("Catatan yang menunggu verifikasi", meaning, tuple(cases))
    found = findings.terbaru.catatan_berlaku
    weak = [(item.isi, bukti) for item in found for bukti in item.isi.bukti if bukti.tautan_lemah]
    cases = [ButirKurang(_seen(bukti, findings.per_tanggal), isi.aksi, isi.periode) for isi, bukti in weak]
    total = sum(len(item.isi.bukti) for item in found)
    meaning = f"{len(weak)} dari {total} bukti: pemilik akunnya dapat mengubah atau menghapus isinya."
    yield Kekurangan("Bukti lemah: tautan ke tempat yang dapat berubah", meaning, tuple(cases))
    gaps = [(stat.tahun, bulan) for stat in findings.pengaduan for bulan in stat.belum_dilaporkan]
    cases = [ButirKurang(f"Pengaduan {BULAN[bulan - 1]} {tahun}: belum dilaporkan") for tahun, bulan in gaps]
    meaning = "Bulan yang sudah berakhir tanpa laporan; bukan berarti tidak ada pengaduan."
    yield Kekurangan("Statistik pengaduan", meaning, tuple(cases))


def _seen(bukti: Bukti, per_tanggal: date) -> str:
    since = f"terakhir terbuka {(per_tanggal - bukti.dilihat).days} hari lalu" if bukti.dilihat else None
    return f"{bukti.judul} ({bukti.tautan_lemah}, {since or 'belum dicatat kapan terakhir terbuka'})"


def _of_the_plan(findings: Findings) -> Iterator[Kekurangan]:
    tahun = findings.terbaru
    rows = [(aksi.kode, note) for aksi in tahun.aksi for note in aksi.catatan]
    cases = tuple(ButirKurang(note.penjelasan, kode) for kode, note in rows if note.jenis is JenisCatatan.KERAGUAN)
    yield Kekurangan("Teks rencana aksi yang perlu ditegaskan kantor", "Hanya kantor yang bisa menegaskan.", cases)
    cases = tuple(ButirKurang(aksi.komponen, aksi.kode) for aksi in tahun.aksi if aksi.aksi.target_capaian is None)
    yield Kekurangan("Baris tanpa target capaian", "Kolom target capaiannya kosong dalam lampiran.", cases)
    meaning = "Belum dilaporkan di situs ini; belum tentu berarti belum dikerjakan. Angka nol ditulis sebagai 0."
    yield Kekurangan("Survei dan laporan tahunan", meaning, tuple(ButirKurang(text) for text in missing_reports(tahun)))
