"""A month of complaints as true counts: by channel, by category and by stage. No field can hold a person or a complaint.

These files stay on the office's computer, in `data-tertutup/` beside the data folder: the desk reads them, to make releases. No
build does.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Annotated

from pydantic import Field

from zona.problems import Line, Problem
from zona.records.paket.paket import KunciKategori
from zona.records.pengaduan.rilis import (
    Bulan,
    KunciKanal,
    follows,
    in_its_file,
    known_categories,
    month_name,
    told_numbers,
)
from zona.records.reading.data_error import Found
from zona.records.reading.fields import Record, Teks
from zona.records.reading.file_reader import Source
from zona.records.reading.rules import ITEM, Surroundings, known_key, open_role, rule

Jumlah = Annotated[int, Field(ge=0, le=100_000)]


def closed_folder(data: Path) -> Path:
    """Where an office's true counts lie: beside its data folder, and called after it, so that no two offices share them."""
    return data.resolve().with_name(f"{data.resolve().name}-tertutup")


class Masuk(Record):
    """Complaints received in the month, told twice: by the channel they came through and by what they are about."""

    kanal: dict[KunciKanal, Jumlah] = Field(
        default_factory=dict, description="Banyaknya per saluran: kunci saluran, lalu angkanya."
    )
    kategori: dict[KunciKategori, Jumlah] = Field(
        default_factory=dict, description="Banyaknya per kategori; jumlahnya sama dengan jumlah menurut saluran."
    )

    @property
    def jumlah(self) -> int:
        """Complaints received; the checks hold both ways of telling them equal."""
        return sum(self.kanal.values())


class PengaduanBulan(Record):
    """One month. `harus_ditindaklanjuti`, `diproses` and `selesai` are the three numbers that the ZI assessment form counts;
    `diproses` is the next month's `sisa_bulan_lalu`."""

    bulan: Bulan = Field(description="Tahun dan bulan, misalnya 2026-03.")
    sisa_bulan_lalu: Jumlah = Field(description="Pengaduan bulan-bulan lalu yang belum selesai pada awal bulan ini.")
    masuk: Masuk = Field(description="Pengaduan yang diterima bulan ini, menurut saluran dan menurut kategori.")
    tidak_ditindaklanjuti: Jumlah = Field(
        0, description="Ditutup tanpa tindak lanjut: bukan wewenang, dicabut, atau tidak bisa diperiksa."
    )
    harus_ditindaklanjuti: Jumlah = Field(description="Yang harus ditindaklanjuti bulan ini.")
    diproses: Jumlah = Field(description="Yang belum selesai pada hari terakhir bulan ini.")
    selesai: Jumlah = Field(description="Yang selesai ditindaklanjuti bulan ini.")
    lama_selesai: tuple[Annotated[int, Field(ge=0, le=1000), ITEM], ...] | None = Field(
        None, description="Lama penyelesaian dalam hari kerja: satu angka untuk tiap pengaduan yang selesai."
    )
    tindak_lanjut: tuple[Annotated[Teks, Field(max_length=300)], ...] = Field(
        (), description="Perbaikan yang dilakukan; tanpa orang, tanpa isi pengaduan, tanpa banyaknya pengaduan."
    )
    catatan: Annotated[Teks, Field(max_length=600)] | None = Field(
        None, description="Keterangan yang ikut terbit, misalnya tentang koreksi bulan yang lalu; tanpa banyaknya pengaduan."
    )
    dicatat_oleh: Teks = Field(description="Peran yang mencatat, bukan nama orang.")

    @rule
    def _file_name(self, around: Surroundings) -> Found:
        yield from in_its_file(self.bulan, around)

    @rule
    def _channels(self, around: Surroundings) -> Found:
        """Complaints came through channels that citizens are told of."""
        if known := around.kunci.get("kanal.yml"):
            for kunci in self.masuk.kanal:
                yield from known_key(kunci, known, "kanal.yml", ("masuk", "kanal", kunci), "saluran")

    @rule
    def _categories(self, around: Surroundings) -> Found:
        yield from known_categories(self.masuk.kategori, around, "masuk", "kategori")

    @rule
    def _sums(self, _: Surroundings) -> Found:
        """Both ways of telling what came in agree; the stages add up."""
        kanal, kategori = self.masuk.jumlah, sum(self.masuk.kategori.values())
        if kanal != kategori:
            masalah = f"menurut kategori ada {kategori} pengaduan masuk, menurut saluran {kanal}"
            hint = "samakan: tiap pengaduan dihitung satu kali di saluran dan satu kali di kategori"
            yield Problem(("masuk", "kategori"), masalah, hint)
            return
        sisa, tidak, harus = self.sisa_bulan_lalu, self.tidak_ditindaklanjuti, self.harus_ditindaklanjuti
        diproses, selesai = self.diproses, self.selesai
        if sisa + kanal != tidak + harus:
            masalah = f"sisa bulan lalu {sisa} + masuk {kanal} tidak sama dengan tidak ditindaklanjuti {tidak} + harus {harus}"
            due = f"{sisa} + {kanal} - {tidak} = {sisa + kanal - tidak}"
            hint = f"harus_ditindaklanjuti semestinya {due}; betulkan yang keliru"
            yield Problem(("harus_ditindaklanjuti",), masalah, hint)
        if harus != diproses + selesai:
            masalah = f"harus ditindaklanjuti {harus} tidak sama dengan diproses {diproses} + selesai {selesai}"
            hint = f"jumlah diproses dan selesai semestinya {harus}; betulkan yang keliru"
            yield Problem(("selesai",), masalah, hint)

    @rule
    def _durations(self, _: Surroundings) -> Found:
        lama = self.lama_selesai
        if lama is not None and len(lama) != self.selesai:
            masalah = f"ada {len(lama)} lama penyelesaian untuk {self.selesai} pengaduan yang selesai"
            hint = "tulis satu angka hari kerja untuk tiap pengaduan yang selesai, atau hapus barisnya bila tidak dicatat"
            yield Problem(("lama_selesai",), masalah, hint)

    # The first day counts: a month is reported after its end, perhaps by a role that ended within it.
    _recorder = open_role("dicatat_oleh", lambda month: date.fromisoformat(f"{month.bulan}-01"))

    @rule
    def _follow_up(self, _: Surroundings) -> Found:
        yield from told_numbers(self.tindak_lanjut, self.catatan)


def broken_chains(label: str, months: Sequence[Source[PengaduanBulan]]) -> Iterator[Problem[Line]]:
    """The months, given in order of time, whose carry-over is not what the month before left. One without a file breaks the
    chain: what follows it can't be compared, and pages show the gap."""
    for source, following in pairwise(months):
        before, month = source.isi, following.isi
        if follows(before.bulan, month.bulan) and month.sisa_bulan_lalu != before.diproses:
            nama = month_name(before.bulan)
            masalah = f"sisa bulan lalu {month.sisa_bulan_lalu}, padahal pada akhir {nama} masih diproses {before.diproses}"
            hint = f"samakan dengan “diproses” di {source.path}, atau betulkan berkas itu"
            yield Problem(following.line(label, "sisa_bulan_lalu"), masalah, hint)
