"""What a pack says of its kind of office. Packs lie in `hooks/zona/packs/`, one folder each; an office names those that hold
for it in `situs.yml`, the general one first (decision record 27)."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Annotated, Any

from pydantic import Field

from zona.own_data import beside
from zona.problems import Line, Problem
from zona.records.informasi.sumber import Sumber
from zona.records.reading.data_error import DataError, Found, did_you_mean
from zona.records.reading.fields import Kunci, Record, Teks, of_form
from zona.records.reading.file_reader import FileReader
from zona.records.reading.rules import Surroundings, once

PACKS = Path(__file__).parents[2] / "packs"
PAKET = "paket.yml"
NAMED = "paket"  # before a pack's name in messages: the program's folders are none of an office's repository
KATEGORI = "kategori"  # what `Surroundings.kunci` calls the categories of complaints
UMUM, LAINNYA = "nasional", "lainnya"  # the pack for all; the category for what fits no other, which stands last
# What folders go by that name no pack: they are older than packs, whose categories are those of both.
SEBELUM_PAKET = (UMUM, "kpu")

# As the categories of earlier versions are written, which stay valid.
KunciKategori = Annotated[
    str,
    of_form(r"[a-z][a-z_-]{1,39}", "kunci kategori tidak sah", "pakai huruf kecil dan tanda _, misalnya layanan"),
]


class KategoriPengaduan(Record):
    """What complaints may be about."""

    kunci: KunciKategori = Field(description="Kunci kategori, seperti ditulis dalam data pengaduan.")
    nama: Teks = Field(description="Nama kategori, seperti dibaca warga.")
    sebelum: KunciKategori | None = Field(None, description="Kategori paket lain yang didahuluinya dalam daftar.")


class TenggatKartu(Record):
    """By when the control cards of a month are to be sent, and who says so."""

    tanggal: int = Field(ge=1, le=28, description="Tanggal pada bulan berikutnya.")
    menurut: Teks = Field(description="Aturan atau halaman yang menyebutnya, seperti dibaca warga.")
    sumber: tuple[Sumber, ...] = Field(min_length=1, description="Halaman tempat tenggat itu dibaca.")


class Paket(Record):
    """The head of a pack."""

    nama: Teks = Field(description="Nama paket, seperti disebut di halaman.")
    untuk: Teks = Field(description="Untuk kantor apa paket ini, dalam satu kalimat.")
    memerlukan: tuple[Kunci, ...] = Field((), description="Paket lain yang harus disebut lebih dulu.")
    peran: tuple[Teks, ...] = Field((), description="Peran yang biasanya mencatat dan memverifikasi di kantor seperti ini.")
    kategori_pengaduan: tuple[KategoriPengaduan, ...] = Field((), description="Perihal pengaduan di kantor seperti ini.")
    kartu_spip: TenggatKartu | None = Field(None, description="Tenggat kirim kartu kendali SPIP, bila ada aturannya.")

    _each_once = once("kategori_pengaduan", "kunci")


@dataclass(frozen=True)
class PaketKantor:
    """What an office's packs say together: their keys and names in the office's order, and what later ones add or say anew."""

    nama: dict[str, str] = field(default_factory=dict)
    kategori: dict[str, str] = field(default_factory=dict)
    kartu_spip: TenggatKartu | None = None
    peran: tuple[str, ...] = ()

    def sebutan(self, keys: Iterable[str]) -> tuple[str, ...]:
        """How pages name the packs with these keys."""
        keys = tuple(keys)
        return tuple(f"paket {name}" for kunci, name in self.nama.items() if kunci in keys)


@cache
def pack_heads() -> dict[str, Paket]:
    """The heads of all packs by the names of their folders, the general one first. Raises `DataError` for one that is wrong."""
    found, problems = dict[str, Paket](), list[Problem[Line]]()
    for name in sorted((path.parent.name for path in PACKS.glob(f"*/{PAKET}")), key=lambda name: (name != UMUM, name)):
        (pack,) = open_packs((name,))
        if head := pack.read(PAKET, Paket, Surroundings()):
            found[name] = head.isi
        problems += pack.problems
    if problems:
        raise DataError(problems)
    return found


def pack_faults(names: tuple[str, ...]) -> Found:
    """Packs that are named and not there, or before those that they build on."""
    heads = pack_heads()
    for index, name in enumerate(names):
        if name not in heads:
            yield Problem(("paket", index), f"paket “{name}” tidak ada", did_you_mean(name, heads))
            continue
        for other in heads[name].memerlukan:
            if other not in names[:index]:
                yield Problem(("paket", index), f"paket “{name}” memerlukan paket “{other}”", f"tulis {other} di depannya")


def open_packs(names: Iterable[str]) -> tuple[FileReader, ...]:
    """The packs of these names, each to be read; problems name their files `paket/kpu/kanal.yml`."""
    return tuple(FileReader(PACKS / name, f"{NAMED}/{name}") for name in names)


def _in_order(items: list[KategoriPengaduan]) -> dict[str, str]:
    """The names of categories: each in its turn, or before the one that it names; what fits nowhere else stands last."""
    order: list[KategoriPengaduan] = []
    for item in sorted(items, key=lambda item: item.kunci == LAINNYA):
        keys = [other.kunci for other in order]
        order.insert(keys.index(item.sebelum) if item.sebelum in keys else len(order), item)
    return {item.kunci: item.nama for item in order}


# Any: each reader knows its own table.
def pack_tables(names: Iterable[str], file: str) -> tuple[Any, ...]:
    """The table of this name of each pack that has one, in the packs' order; of an office that names none, those of before."""
    places = (PACKS / name / file for name in tuple(names) or SEBELUM_PAKET)
    return tuple(beside(str(place), file) for place in places if place.is_file())


def packs_of(names: tuple[str, ...]) -> PaketKantor:
    """What the heads of these packs say together. An office that names none has the categories of before, and nothing else."""
    heads = [pack_heads()[name] for name in names or SEBELUM_PAKET]
    kategori = _in_order([item for head in heads for item in head.kategori_pengaduan])
    if not names:
        return PaketKantor(kategori=kategori)
    cards = [head.kartu_spip for head in heads if head.kartu_spip]
    roles = dict.fromkeys(peran for head in heads for peran in head.peran)
    return PaketKantor(
        {name: head.nama for name, head in zip(names, heads, strict=True)}, kategori, cards[-1] if cards else None, tuple(roles)
    )
