"""What only the owner of the plan can settle: what in its print is doubtful, can't be read, or was put in order without
certainty; targets that are not printed; and weeks whose last day is our reading."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from zona.findings.year_findings import TahunFinding
from zona.records.rencana.keputusan import Bercatatan, Catatan, JenisCatatan, Keputusan, Keyakinan
from zona.records.rencana.rencana_aksi import KOLOM, Aksi, RencanaAksi

_MINGGU = "Yang tercetak menyebut minggu, bukan tanggal. Tanggal tenggatnya bacaan kami."


@dataclass(frozen=True)
class Pertanyaan:
    """One question. `tempat` are all places that it is about, in words, `aksi` the codes of rows among them, and `kolom` the
    heading of the column. `tercetak` is what the print says there (None: nothing, or it is about the whole), `dibaca` what we
    read."""

    tempat: tuple[str, ...]
    aksi: tuple[str, ...]
    kolom: str | None
    jenis: JenisCatatan
    tercetak: str | None
    dibaca: str | None
    penjelasan: str

    @property
    def letak(self) -> str:
        """Its places in words: “Baris I.4.a, II.5, kolom Target capaian”."""
        places = ", ".join(self.tempat) if not self.aksi else f"Baris {', '.join(self.aksi)}"
        return f"{places}, kolom {self.kolom}" if self.kolom else places


def _is_doubt(note: Catatan) -> bool:
    """Whether a note asks something: a doubt, something unreadable, or an order that is not certain."""
    unsure = note.jenis is JenisCatatan.SUSUNAN and note.keyakinan is not Keyakinan.TINGGI
    return unsure or note.jenis in (JenisCatatan.KERAGUAN, JenisCatatan.TAK_TERBACA)


def doubts_of(tahun: TahunFinding) -> tuple[Pertanyaan, ...]:
    """The questions about a year's plan, and the decree that it may be an annex of, in the order of the print. What is asked in
    the same words of several places is one question."""
    found: dict[tuple[str | None, ...], Pertanyaan] = {}
    decree = _of_the_decree(tahun.keputusan.isi) if tahun.keputusan else ()
    for item in (*decree, *_of_the_rows(tahun.rencana_aksi.isi, tahun.dasar.lampiran)):
        same = (item.kolom, item.jenis, item.tercetak, item.dibaca, item.penjelasan)
        before = found.get(same)
        found[same] = (
            item if before is None else replace(before, tempat=before.tempat + item.tempat, aksi=before.aksi + item.aksi)
        )
    return tuple(found.values())


def _of_the_decree(isi: Keputusan) -> Iterator[Pertanyaan]:
    yield from _notes(isi, "Keputusan")
    for pertimbangan in isi.menimbang:
        yield from _notes(pertimbangan, f"Menimbang huruf {pertimbangan.huruf}")
    for butir in isi.mengingat:
        yield from _notes(butir, f"Mengingat angka {butir.nomor}")
    for diktum in isi.diktum:
        yield from _notes(diktum, f"Diktum {diktum.diktum}")
        for butir in diktum.butir:
            yield from _notes(butir, f"Diktum {diktum.diktum} angka {butir.nomor}")
    if isi.pengesahan:
        yield from _notes(isi.pengesahan, "Pengesahan salinan")


def _of_the_rows(isi: RencanaAksi, lampiran: str) -> Iterator[Pertanyaan]:
    empty = f"Kolom ini kosong dalam {lampiran}."
    yield from _notes(isi, lampiran.capitalize())
    for kelompok in isi.kelompok:
        yield from _notes(kelompok, f"Kelompok {kelompok.kode}")
        for aksi in kelompok.aksi:
            yield from _notes(aksi, f"Baris {aksi.kode}", (aksi.kode,))
            if aksi.target_capaian is None and not any(note.bagian == "target_capaian" for note in aksi.catatan):
                place, column = f"Baris {aksi.kode}", KOLOM["target_capaian"]
                yield Pertanyaan((place,), (aksi.kode,), column, JenisCatatan.KERAGUAN, None, None, empty)
            if any(item.ditaksir for item in aksi.tenggat):
                place, column = f"Baris {aksi.kode}", KOLOM["target_waktu"]
                yield Pertanyaan((place,), (aksi.kode,), column, JenisCatatan.KERAGUAN, *_week_of(aksi), _MINGGU)


def _week_of(aksi: Aksi) -> tuple[str | None, str]:
    """The week that is printed, and the day that we read it as."""
    days = {item.tenggat.day for item in aksi.tenggat}
    return aksi.target_waktu, f"tanggal {days.pop()}" if len(days) == 1 else "hari terakhir bulannya"


def _notes(owner: Bercatatan, place: str, aksi: tuple[str, ...] = ()) -> Iterator[Pertanyaan]:
    for note in filter(_is_doubt, owner.catatan):
        column = KOLOM.get(note.bagian or "")
        cell = getattr(owner, note.bagian) if column and note.bagian else None
        yield Pertanyaan((place,), aksi, column, note.jenis, note.tertulis or cell, note.dibaca, note.penjelasan)
