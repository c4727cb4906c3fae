"""A record: what someone of the office says was done for one period of one action, and what backs it."""

import re
from datetime import date
from typing import Annotated

from pydantic import Field

from zona.problems import Fault, Problem
from zona.records.reading.data_error import Found, did_you_mean
from zona.records.reading.fields import AlamatWeb, KodeAksi, KodePeriode, Pilihan, Record, Teks, wrong
from zona.records.reading.rules import Surroundings, given, in_plan, open_role, rule

BENTUK_BUKTI = {"pdf": "PDF", "jpg": "Foto JPEG", "jpeg": "Foto JPEG", "png": "Gambar PNG", "webp": "Gambar WebP"}
GAMBAR = ("jpg", "jpeg", "png", "webp")
NAMA_BERKAS = re.compile(rf"[a-z0-9][a-z0-9_-]{{0,99}}\.({'|'.join(BENTUK_BUKTI)})")


# What offices write in, and nobody should have to open: it can carry programs, and looks different everywhere.
_OFFICE = frozenset("doc docx docm odt rtf xls xlsx xlsm ods csv ppt pptx pptm odp pages numbers key".split())


def form_fault(akhiran: str) -> Fault | None:
    """Why a file of this ending can't be evidence."""
    if akhiran in _OFFICE:
        hint = "buka berkasnya, pilih Simpan sebagai (atau Ekspor), pilih PDF, lalu pakai berkas PDF itu"
        return Fault(f"berkas {akhiran.upper()} tidak dapat menjadi bukti", hint)
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


class Bukti(Record):
    """One piece of evidence: a file in the evidence folder of the year, or an https link."""

    berkas: str | None = Field(None, description="Nama berkas di data/bukti/<tahun>/.")
    tautan: AlamatWeb | None = Field(None, description="Alamat https:// bila buktinya halaman web.")
    judul: Teks = Field(description="Judul bukti untuk publik.")
    jenis: JenisBukti = Field(strict=False, description="Jenis bukti.")

    def must_agree(self) -> None:
        """One source, under a name that evidence may have."""
        if (self.berkas is None) == (self.tautan is None):
            raise wrong("bukti harus berupa satu berkas atau satu tautan", "tulis salah satu: berkas: … atau tautan: …")
        if self.berkas is not None and (fault := name_fault(self.berkas)):
            raise wrong(*fault)

    @rule
    def _file(self, around: Surroundings) -> Found:
        berkas = self.berkas
        if berkas is not None and berkas not in around.bukti and not re.search(r"[/\\]", berkas):
            hint = did_you_mean(berkas, around.bukti) if around.bukti else "simpan berkasnya di folder bukti tahun itu"
            yield Problem(("berkas",), f"berkas bukti “{berkas}” tidak ada", hint)


class Capaian(Record):
    """One record. A correction is a new record; the one thing ever added to a record is its verification."""

    aksi: KodeAksi = Field(description="Kode aksi, misalnya I.3.")
    periode: KodePeriode = Field(description="Kode periode aksi itu, misalnya 2026-TW1.")
    tanggal: date = Field(description="Tanggal pelaksanaan: tahun-bulan-hari.")
    hasil: Hasil = Field(strict=False, description="selesai, berjalan, atau kendala.")
    uraian: Annotated[Teks, Field(max_length=2000, description="Apa yang dilakukan, tanpa nama orang.")]
    bukti: tuple[Bukti, ...] = Field((), description="Bukti-bukti.")
    dicatat_oleh: Teks = Field(description="Peran yang mencatat, bukan nama orang.")
    diverifikasi_oleh: Teks | None = Field(None, description="Peran yang memverifikasi; kosong bila belum.")

    @rule
    def _in_plan(self, around: Surroundings) -> Found:
        yield from in_plan(self.aksi, around, ("aksi",))
        if self.aksi in around.periode and self.periode not in around.periode[self.aksi]:
            hint = did_you_mean(self.periode, around.periode[self.aksi])
            yield Problem(("periode",), f"aksi {self.aksi} tidak punya periode “{self.periode}”", hint)

    @rule
    def _file_name(self, around: Surroundings) -> Found:
        stem = file_stem(self.aksi, self.periode)
        if not re.fullmatch(rf"{re.escape(stem)}(_[2-9]|_[1-9][0-9])?\.yml", around.nama):
            masalah = f"nama berkas “{around.nama}” tidak cocok dengan isinya"
            yield Problem((), masalah, f"ganti namanya menjadi {stem}.yml (atau {stem}_2.yml)")

    @rule
    def _date(self, around: Surroundings) -> Found:
        if around.tanggal_keputusan and self.tanggal < around.tanggal_keputusan:
            masalah = f"tanggal {self.tanggal} mendahului keputusan ({around.tanggal_keputusan})"
            yield Problem(("tanggal",), masalah, "tulis tanggal pelaksanaannya")

    _verifier = open_role("diverifikasi_oleh", lambda capaian: capaian.tanggal)
    _recorder = open_role("dicatat_oleh", lambda capaian: capaian.tanggal)

    @rule
    def _another_verifies(self, _: Surroundings) -> Found:
        if self.diverifikasi_oleh is not None and self.diverifikasi_oleh == given(self, "dicatat_oleh", ""):
            hint = "verifikasi harus oleh peran yang lain"
            yield Problem(("diverifikasi_oleh",), "pencatat dan pemverifikasi berperan sama", hint)

    @rule
    def _done_with_evidence(self, _: Surroundings) -> Found:
        if self.hasil is Hasil.SELESAI and not self.bukti:
            hint = "tambahkan sedikitnya satu bukti, atau tulis hasil: berjalan"
            yield Problem(("hasil",), "hasil “selesai” tanpa bukti", hint)


def file_order(path: str) -> tuple[int, str]:
    """The order of a period's files of one day: by the number at the end (`_10` after `_2`), then by name."""
    number = re.search(r"_([0-9]{1,2})\.yml$", path)
    return (int(number[1]) if number else 1, path)


def file_stem(aksi: str, periode: str) -> str:
    """How the files of a period's records are called: `i-3_2026-TW1`; further ones add `_2`, `_3`, …"""
    return f"{aksi.lower().replace('.', '-')}_{periode}"
