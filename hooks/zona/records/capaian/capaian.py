"""A record: what someone of the office says was done for one period of one action, and what backs it."""

import hashlib
import json
import re
import unicodedata
from datetime import date
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import Field

from zona.problems import Fault, Problem
from zona.records.reading.data_error import Found, did_you_mean
from zona.records.reading.fields import AlamatWeb, KodeAksi, KodePeriode, Pilihan, Record, Teks, of_form, wrong
from zona.records.reading.rules import Surroundings, given, in_plan, is_whole, open_role, rule

BENTUK_BUKTI = {"pdf": "PDF", "jpg": "Foto JPEG", "jpeg": "Foto JPEG", "png": "Gambar PNG", "webp": "Gambar WebP"}
GAMBAR = ("jpg", "jpeg", "png", "webp")
# Hosts where whoever owns an account can change or remove what a link shows, or where nobody sees it without one.
TAUTAN_LEMAH = {
    "penyimpanan": """drive.google.com docs.google.com forms.gle photos.app.goo.gl photos.google.com dropbox.com
        onedrive.live.com 1drv.ms sharepoint.com icloud.com mega.nz mediafire.com""",
    "media sosial": """instagram.com facebook.com fb.watch fb.com tiktok.com x.com twitter.com threads.net youtube.com youtu.be
        linkedin.com t.me wa.me whatsapp.com""",
    "rapat daring": "zoom.us meet.google.com teams.microsoft.com teams.live.com webex.com",
    "pemendek alamat": "bit.ly s.id tinyurl.com linktr.ee t.co goo.gl",
}
NAMA_BERKAS = re.compile(rf"[a-z0-9][a-z0-9_-]{{0,99}}\.({'|'.join(BENTUK_BUKTI)})")


# What offices write in, and nobody should have to open: it can carry programs, and looks different everywhere.
_OFFICE = frozenset("doc docx docm odt rtf xls xlsx xlsm ods csv ppt pptx pptm odp pages numbers key".split())

_FILMS = frozenset("mp4 mov avi mkv webm 3gp m4v wmv mpg mpeg".split())


def form_fault(akhiran: str) -> Fault | None:
    """Why a file of this ending can't be evidence."""
    if akhiran in _OFFICE:
        hint = "buka berkasnya, pilih Simpan sebagai (atau Ekspor), pilih PDF, lalu pakai berkas PDF itu"
        return Fault(f"berkas {akhiran.upper()} tidak bisa menjadi bukti", hint)
    if akhiran in _FILMS:
        return Fault("film tidak bisa menjadi bukti", "unggah ke akun kantor, lalu pakai alamat halamannya sebagai bukti")
    if akhiran not in BENTUK_BUKTI:
        return Fault("bukan bentuk yang diterima", f"simpan sebagai {', '.join(BENTUK_BUKTI)}")
    return None


def name_fault(nama: str) -> Fault | None:
    """What is wrong with the name of an evidence file."""
    akhiran = nama.rpartition(".")[2]
    if NAMA_BERKAS.fullmatch(nama) or akhiran in _OFFICE:
        return form_fault(akhiran)
    hint = f"pakai huruf kecil, angka, - dan _, dengan akhiran {', '.join(BENTUK_BUKTI)}"
    return Fault(f"nama berkas bukti “{nama}” tidak sah", hint)


class Hasil(Pilihan):
    """What the record says of its period."""

    SELESAI = "selesai"
    BERJALAN = "berjalan"
    KENDALA = "kendala", "Ada kendala"


class JenisBukti(Pilihan):
    """The kind of evidence, in the words of the decree's evidence column."""

    DOKUMEN = "dokumen"
    FOTO = "foto"
    DAFTAR_HADIR = "daftar_hadir"
    NOTULEN = "notulen"
    UNDANGAN = "undangan"
    LAPORAN = "laporan"
    TAMPILAN = "tampilan"


Sidik = Annotated[
    str, of_form(r"[0-9a-f]{64}", "bukan sidik SHA-256", "pakai 64 tanda 0–9 dan a–f, seperti yang ditulis zi.py catat")
]


SidikCatatan = Annotated[
    str, of_form(r"[0-9a-f]{64}", "verifikasi tanpa sidik laporan", "hapus verifikasi itu, lalu zi.py catat --verifikasi")
]


class Bukti(Record):
    """One piece of evidence: a file in the evidence folder of the year, named with what it holds, or an https link."""

    berkas: str | None = Field(None, description="Nama berkas di data/bukti/<tahun>/.")
    sha256: Sidik | None = Field(None, description="Sidik SHA-256 isi berkas itu.")
    tautan: AlamatWeb | None = Field(None, description="Alamat https:// bila buktinya halaman web.")
    dilihat: date | None = Field(None, description="Tanggal tautan itu terakhir dibuka dan terlihat isinya.")
    judul: Teks = Field(description="Judul bukti untuk publik.")
    jenis: JenisBukti = Field(strict=False, description="Jenis bukti.")
    membuktikan: Annotated[Teks, Field(max_length=200)] | None = Field(
        None, description="Apa yang dibuktikannya, satu kalimat pendek untuk publik; boleh tidak ditulis."
    )

    def must_agree(self) -> None:
        """One source, under a name that evidence may have."""
        if (self.berkas is None) == (self.tautan is None):
            raise wrong("bukti harus berupa satu berkas atau satu tautan", "tulis salah satu: berkas: … atau tautan: …")
        if self.berkas is not None and (fault := name_fault(self.berkas)):
            raise wrong(*fault)
        if (self.dilihat if self.berkas else self.sha256) is not None:
            raise wrong("sha256 milik berkas, dilihat milik tautan", "hapus baris yang bukan miliknya")

    @property
    def tautan_lemah(self) -> str | None:
        """What kind of place a link leads to whose owner can change or remove what it shows; None for files and other links."""
        host = urlsplit(self.tautan or "").hostname or ""
        kinds = {kind for kind, hosts in TAUTAN_LEMAH.items() for name in hosts.split() if f".{host}".endswith(f".{name}")}
        return next(iter(kinds), None)

    @rule
    def _file(self, around: Surroundings) -> Found:
        """The file is there, and is still the one that was recorded."""
        berkas, here = self.berkas, around.bukti.get(self.berkas or "")
        if berkas is None or re.search(r"[/\\]", berkas):
            return
        if here is None:
            hint = did_you_mean(berkas, around.bukti) if around.bukti else "simpan berkasnya di folder bukti tahun itu"
            yield Problem(("berkas",), f"berkas bukti “{berkas}” tidak ada", hint)
        elif here and self.sha256 is None:
            yield Problem(("berkas",), f"sidik isi berkas bukti “{berkas}” belum ada", f"tulis di bawahnya sha256: {here}")
        elif here and self.sha256 != here:
            hint = "kembalikan berkas semula dari riwayat git; bukti lain disimpan dengan nama lain dalam laporan baru"
            yield Problem(("sha256",), f"isi berkas bukti “{berkas}” bukan lagi yang dicatat", hint)


class Verifikasi(Record):
    """That another role approved a record as it stands: `sidik` is the record's fingerprint on that day."""

    oleh: Teks = Field(description="Peran yang memverifikasi, lain dari pencatatnya.")
    tanggal: date = Field(description="Tanggal verifikasi: tahun-bulan-hari.")
    # Empty where it is not written, so that whoever leaves it out is told where it comes from.
    sidik: SidikCatatan = Field("", validate_default=True, description="Sidik isi laporan saat diverifikasi.")

    _role = open_role("oleh", lambda verifikasi: verifikasi.tanggal)


class Capaian(Record):
    """One record. A correction or a withdrawal is a new record that names the earlier one, with the reason; the one thing ever
    added to a record is its verification."""

    aksi: KodeAksi = Field(description="Kode aksi, misalnya I.3.")
    periode: KodePeriode = Field(description="Kode periode aksi itu, misalnya 2026-TW1.")
    tanggal: date = Field(description="Tanggal pelaksanaan: tahun-bulan-hari.")
    hasil: Hasil = Field(strict=False, description="selesai, berjalan, atau kendala.")
    uraian: Annotated[Teks, Field(max_length=2000, description="Apa yang dilakukan, tanpa nama orang.")]
    bukti: tuple[Bukti, ...] = Field((), description="Bukti-bukti.")
    dicatat_oleh: Teks = Field(description="Peran yang mencatat, bukan nama orang.")
    mengoreksi: str | None = Field(None, description="Nama berkas laporan yang dibetulkan oleh laporan ini.")
    mencabut: str | None = Field(None, description="Nama berkas laporan yang dicabut oleh laporan ini.")
    alasan: Annotated[Teks, Field(max_length=500)] | None = Field(None, description="Mengapa dikoreksi atau dicabut.")
    verifikasi: Verifikasi | None = Field(None, description="Verifikasi oleh peran lain; belum ada bila belum diverifikasi.")

    @property
    def menyasar(self) -> str | None:
        """The file name of the record that this one corrects or withdraws."""
        return self.mengoreksi or self.mencabut

    @property
    def sidik(self) -> str:
        """The record's fingerprint: the SHA-256, in hex, of all that it says but its verification. What is not written does not
        count, so that a key which a later version adds changes no earlier fingerprint; nor does how accents are composed."""
        said = self.model_dump(mode="json", exclude={"verifikasi"}, exclude_defaults=True)
        text = unicodedata.normalize("NFC", json.dumps(said, ensure_ascii=False, sort_keys=True))
        return hashlib.sha256(text.encode()).hexdigest()

    @property
    def nama_berkas(self) -> str:
        """How the record's file is called: `i-3_2026-TW1_1a2b3c4d.yml`, from what it says, so that two never collide."""
        return f"{file_stem(self.aksi, self.periode)}_{self.sidik[:8]}.yml"

    def verified_by(self, day: date) -> bool:
        """Whether another role than the recorder's had verified the record by the end of a day."""
        found = self.verifikasi
        return found is not None and found.oleh != self.dicatat_oleh and found.tanggal <= day

    def must_agree(self) -> None:
        """A correction or a withdrawal has its reason, and only it; and what is withdrawn is not said to be done."""
        if self.mengoreksi is not None and self.mencabut is not None:
            raise wrong("laporan mengoreksi sekaligus mencabut", "tulis salah satu: mengoreksi: … atau mencabut: …")
        if (self.menyasar is None) != (self.alasan is None):
            raise wrong("mengoreksi, mencabut, dan alasan tidak lengkap", "koreksi dan pencabutan ditulis bersama alasan: …")
        if self.mencabut is not None and self.hasil is Hasil.SELESAI:
            raise wrong("pencabutan dengan hasil “selesai”", "tulis hasil: berjalan atau kendala; yang tetap selesai dikoreksi")

    @rule
    def _in_plan(self, around: Surroundings) -> Found:
        yield from in_plan(self.aksi, around, ("aksi",))
        if around.periode.get(self.aksi) and self.periode not in around.periode[self.aksi]:
            hint = did_you_mean(self.periode, around.periode[self.aksi])
            yield Problem(("periode",), f"aksi {self.aksi} tidak punya periode “{self.periode}”", hint)

    @rule
    def _file_name(self, around: Surroundings) -> Found:
        stem = file_stem(self.aksi, self.periode)
        if not re.fullmatch(rf"{re.escape(stem)}_[0-9a-f]{{8}}\.yml", around.nama):
            hint = f"ganti namanya menjadi {self.nama_berkas if is_whole(self) else f'{stem}_….yml'}"
            if re.fullmatch(rf"{re.escape(stem)}(_[0-9]+)?\.yml", around.nama):  # as they were called before
                hint = f"jalankan zi.py perbarui-data, atau {hint}"
            yield Problem((), f"nama berkas “{around.nama}” tidak cocok dengan isinya", hint)

    @rule
    def _date(self, around: Surroundings) -> Found:
        if around.sejak and self.tanggal < around.sejak:
            masalah = f"tanggal {self.tanggal} mendahului {around.asal_hari} ({around.sejak})"
            yield Problem(("tanggal",), masalah, "tulis tanggal pelaksanaannya")

    _recorder = open_role("dicatat_oleh", lambda capaian: capaian.tanggal)

    @rule
    def _verified(self, _: Surroundings) -> Found:
        """By another role, not before the record's own day, and of what the record still says."""
        found = self.verifikasi
        if found is None:
            return
        if given(found, "oleh", None) == given(self, "dicatat_oleh", ""):
            hint = "verifikasi harus oleh peran yang lain"
            yield Problem(("verifikasi", "oleh"), "pencatat dan pemverifikasi berperan sama", hint)
        if given(found, "tanggal", date.max) < given(self, "tanggal", date.min):
            masalah = f"tanggal verifikasi {found.tanggal} mendahului tanggal laporan ({self.tanggal})"
            yield Problem(("verifikasi", "tanggal"), masalah, "periksa kedua tanggal itu")
        if is_whole(self) and found.sidik != self.sidik:
            hint = "kembalikan isinya seperti saat diverifikasi; pembetulan ditulis lewat zi.py catat --mengoreksi"
            yield Problem(("verifikasi", "sidik"), "isi laporan bukan lagi yang diverifikasi", hint)

    @rule
    def _done_with_evidence(self, _: Surroundings) -> Found:
        if self.hasil is Hasil.SELESAI and not self.bukti:
            hint = "tambahkan sedikitnya satu bukti, atau tulis hasil: berjalan"
            yield Problem(("hasil",), "hasil “selesai” tanpa bukti", hint)


def file_stem(aksi: str, periode: str) -> str:
    """How the names of a period's records begin: `i-3_2026-TW1`."""
    return f"{aksi.lower().replace('.', '-')}_{periode}"
