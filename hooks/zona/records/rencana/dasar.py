"""What a year's plan rests on: a decree, another document (`dasar.yml`), or nothing written."""

from dataclasses import dataclass
from datetime import date
from typing import Self

from pydantic import Field

from zona.records.reading.fields import AlamatWeb, Pilihan, Record, Teks, wrong
from zona.records.reading.rules import in_its_folder
from zona.records.rencana.keputusan import Keputusan

DITETAPKAN = "keputusan"  # the word for a decree, beside those of other kinds


class JenisDasar(Pilihan):
    """The kind of a document, other than a decree, that a plan rests on."""

    RENCANA_KERJA = "rencana_kerja", "Rencana Kerja"
    SURAT_EDARAN = "surat_edaran", "Surat Edaran"
    LAIN = "lain", "Dokumen lain"


class DasarLain(Record):
    """The document that a year's plan rests on where that is no decree. What is not known is left out."""

    tahun: int = Field(ge=2000, le=2100, description="Tahun rencana aksi yang didasarkan padanya.")
    jenis: JenisDasar = Field(strict=False, description="Jenis dokumennya.")
    judul: Teks | None = Field(
        None,
        description="Sebutan dokumennya dalam kalimat, misalnya Rencana Kerja Zona Integritas 2027; kosong: jenisnya.",
    )
    nomor: Teks | None = Field(None, description="Nomor dokumennya, misalnya: Nomor 3 Tahun 2027.")
    tanggal: date | None = Field(None, description="Tanggal ditetapkan: tahun-bulan-hari.")
    oleh: Teks | None = Field(None, description="Jabatan yang menetapkannya, bukan nama orang.")
    tautan: AlamatWeb | None = Field(None, description="Alamat https:// naskahnya, bila sudah terbit.")

    def must_agree(self) -> None:
        """Only a kind that has a name of its own needs no other."""
        if self.jenis is JenisDasar.LAIN and self.judul is None:
            raise wrong("dokumen lain tanpa judul", "tambahkan baris judul: sebutan dokumennya")

    _year = in_its_folder

    @property
    def sebutan(self) -> str:
        """What the document is called in a sentence: “Surat Edaran Nomor 3 Tahun 2027”."""
        return " ".join(filter(None, (self.judul or self.jenis.label, self.nomor)))


@dataclass(frozen=True)
class Dasar:
    """What a year's plan rests on. `jenis` is the kind's word (`keputusan` for a decree); `sebutan` is what it is called in a
    sentence; both are None where nothing is written. `oleh` is the post that set it, `tautan` where else it can be read."""

    tahun: int
    jenis: str | None = None
    sebutan: str | None = None
    tanggal: date | None = None
    oleh: str | None = None
    tautan: str | None = None

    @classmethod
    def of(cls, tahun: int, keputusan: Keputusan | None, lain: DasarLain | None) -> Self:
        """The basis that a year's files tell of."""
        if keputusan:
            post = keputusan.penandatangan.jabatan
            return cls(tahun, DITETAPKAN, f"Keputusan {keputusan.nomor}", keputusan.tanggal, post)
        if lain:
            return cls(tahun, lain.jenis.value, lain.sebutan, lain.tanggal, lain.oleh, lain.tautan)
        return cls(tahun)

    @property
    def sejak(self) -> date:
        """The earliest day of what may be recorded: the document's, else the first of the plan's year."""
        return self.tanggal or date(self.tahun, 1, 1)

    @property
    def asal_hari(self) -> str:
        """Whose day that is, inside a sentence."""
        return self.kata if self.tanggal else "tahun rencana aksi"

    @property
    def kata(self) -> str:
        """What prescribes the rows, inside a sentence: the decree, or else the plan itself."""
        return DITETAPKAN if self.jenis == DITETAPKAN else "rencana aksi"

    @property
    def lampiran(self) -> str:
        """Where the rows stand: in a decree's annex, or else in the plan itself."""
        return "lampiran" if self.jenis == DITETAPKAN else "rencana aksi"

    @property
    def rencana(self) -> str:
        """The plan by its basis: “rencana aksi dalam Keputusan Nomor 5 Tahun 2026”, “rencana aksi menurut Surat Edaran …”,
        “rencana aksi 2027”."""
        if self.sebutan is None:
            return f"rencana aksi {self.tahun}"
        return f"rencana aksi {'dalam' if self.jenis == DITETAPKAN else 'menurut'} {self.sebutan}"
