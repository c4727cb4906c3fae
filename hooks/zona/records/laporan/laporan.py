"""What yearly reports have in common: which year, how fresh, who answers for it; answers to a questionnaire; follow-up.

Reports hold counts, titles and positions. No report has a field for a person's name.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from zona.records.capaian.capaian import Hasil
from zona.records.reading.fields import AlamatWeb, Record, Teks, wrong

Banyak = Annotated[int, Field(ge=0)]


class Laporan(Record):
    """One yearly report: a file below `data/<tahun>/`."""

    tahun: Annotated[int, Field(ge=2000, le=2100, description="Tahun yang dilaporkan, sama dengan nama foldernya.")]
    diperbarui: Annotated[date, Field(description="Tanggal isi berkas ini terakhir diperbarui: tahun-bulan-hari.")]
    dicatat_oleh: Annotated[Teks, Field(description="Peran yang mencatat, bukan nama orang.")]


class Dokumen(Record):
    """A document or event of the year, with its address where it is published."""

    judul: Annotated[Teks, Field(description="Judul untuk publik, tanpa nama orang.")]
    tanggal: Annotated[date, Field(description="Tanggal: tahun-bulan-hari.")]
    tautan: Annotated[AlamatWeb | None, Field(description="Alamat https:// dokumennya, bila sudah terbit.")] = None


class TindakLanjut(Record):
    """One thing to be done because of a result."""

    uraian: Annotated[Teks, Field(description="Apa yang ditindaklanjuti, tanpa nama orang.")]
    hasil: Annotated[
        Hasil | None, Field(strict=False, description="selesai, berjalan, atau kendala; kosong bila belum dimulai.")
    ] = None
    tanggal: Annotated[date | None, Field(description="Tanggal hasil itu: tahun-bulan-hari.")] = None

    def must_agree(self) -> None:
        """What is done was done on a day."""
        if self.hasil is Hasil.SELESAI and self.tanggal is None:
            raise wrong("tindak lanjut “selesai” tanpa tanggal", "tambahkan tanggal: …, atau tulis hasil: berjalan")

    @property
    def label(self) -> str:
        """The state in words that citizens see."""
        return self.hasil.label if self.hasil else "Belum dimulai"


class Nilai(Record):
    """The answers to one question: how many chose 1, 2, 3, …; or their sum and how many answered."""

    unsur: Annotated[Teks, Field(description="Unsur atau butir yang dinilai.")]
    jawaban: Annotated[
        tuple[Banyak, ...] | None, Field(min_length=1, description="Banyaknya jawaban bernilai 1, 2, 3, dan seterusnya.")
    ] = None
    jumlah_nilai: Annotated[int | None, Field(ge=0, description="Jumlah semua nilai, bila jawaban tidak dirinci.")] = None
    penjawab: Annotated[int | None, Field(ge=0, description="Banyaknya orang yang menjawab, bila jawaban tidak dirinci.")] = (
        None
    )

    def must_agree(self) -> None:
        """The answers are written in one of the two forms."""
        sums = (self.jumlah_nilai is not None) + (self.penjawab is not None)
        if (self.jawaban is None) == (sums == 0) or sums == 1:
            raise wrong(
                "nilai harus ditulis dengan satu cara",
                "tulis jawaban: [banyaknya nilai 1, 2, …], atau jumlah_nilai dan penjawab",
            )

    @property
    def jumlah(self) -> int:
        """The sum of all answers."""
        if self.jawaban is None:
            return self.jumlah_nilai or 0
        return sum(nilai * banyak for nilai, banyak in enumerate(self.jawaban, start=1))

    @property
    def menjawab(self) -> int:
        """How many answered."""
        return sum(self.jawaban) if self.jawaban is not None else self.penjawab or 0
