"""Pages of prose: Markdown written by hand, whose head says which rows of the plan it serves and where each statement is from.

In the text stand marks in double square brackets. A mark alone on its line is a block that the build fills from data; inside
a line, [[kantor]] is the office's name, [[s:KUNCI]] a source of the head, and [[h:KUNCI]] a rule of dasar-hukum.yml.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from pathlib import Path
from typing import Annotated, Any

from pydantic import Field
from pydantic_core import PydanticCustomError

from zona.records.reading.fields import AlamatWeb, KodeAksi, Kunci, Record, Teks, web_address
from zona.records.reading.keys import check_keys, check_unique, hint_of
from zona.records.reading.personal_data import find_personal_data
from zona.records.reading.problems import did_you_mean, quoted
from zona.records.rencana.rencana_checks import Finding, parts

NAMA_PROSA = re.compile(r"[a-z][a-z0-9-]{1,40}\.md")


class Argumen(Enum):
    """What a block needs behind its name."""

    TIDAK_ADA = auto()
    KANAL = auto()
    AKSI = auto()
    SURVEI = auto()
    BERKAS = auto()


# Every block that the build can fill, and what stands behind its name.
BLOK = dict.fromkeys(
    (
        "daftar-kanal", "pengaduan-ringkas", "jumlah-gratifikasi", "peta-benturan", "laporan-benturan", "spip-kartu",
        "spip-risiko", "spip-kuesioner", "inovasi", "laporan-harta", "pakta", "maklumat", "standar-pelayanan", "daftar-sop",
    ),
    Argumen.TIDAK_ADA,
) | {"kanal": Argumen.KANAL, "kegiatan": Argumen.AKSI, "survei": Argumen.SURVEI, "unduh": Argumen.BERKAS}  # fmt: skip
SURVEI = ("ikm", "spak", "spkp")

TANDA = re.compile(r"\[\[([^\[\]]*)\]\]")
TANDA_BLOK = re.compile(r"\[\[([a-z][a-z-]*)(?: +([^\[\]]*?))?\]\]")
TANDA_DALAM_BARIS = re.compile(r"\[\[(kantor|[sh]:[^\[\]\s]+)\]\]")

_LINK = re.compile(r"\]\(<?([^()\s>]+)|^\s*\[[^\]]+\]:\s*<?([^\s>]+)|<(https?://[^>\s]*)>")
_HTML = re.compile(r"<(?!https://)[A-Za-z/!][^>]*>?")
_IMAGE = re.compile(r"!\[")


class SumberProsa(Record):
    """Where a statement of the page was read."""

    kunci: Annotated[Kunci, Field(description="Kunci sumber; disebut dalam teks dengan [[s:kunci]].")]
    untuk: Annotated[Teks, Field(description="Pernyataan mana yang didukung sumber ini.")]
    alamat: Annotated[AlamatWeb, Field(description="Alamat https:// sumbernya.")]
    diperiksa: Annotated[date | None, Field(description="Tanggal kantor terakhir memastikannya; kosong bila belum pernah.")] = (
        None
    )


class KepalaProsa(Record):
    """The head of a page of prose."""

    judul: Annotated[Teks, Field(max_length=100, description="Judul halaman.")]
    ringkas: Annotated[Teks, Field(max_length=300, description="Isi halaman dalam satu kalimat.")]
    urutan: Annotated[int, Field(ge=1, le=999, description="Urutan di daftar halaman informasi.")]
    baris: Annotated[tuple[KodeAksi, ...], Field(description="Kode aksi yang janjinya ditepati halaman ini.")] = ()
    dasar_hukum: Annotated[tuple[Kunci, ...], Field(description="Kunci-kunci aturan dalam dasar-hukum.yml.")] = ()
    sumber: Annotated[tuple[SumberProsa, ...], Field(description="Sumber pernyataan di halaman ini.")] = ()
    menunggu: Annotated[
        tuple[Teks, ...], Field(description="Apa yang masih harus diberikan kantor, satu kalimat tiap butir.")
    ] = ()


@dataclass(frozen=True)
class Prosa:
    """A page of prose: `nama` is its file's name without .md, `path` its place in the repository, `isi` the Markdown after
    the head, `raw` the file as written, `baris` the line of each key of the head."""

    nama: str
    path: str
    kepala: KepalaProsa
    isi: str
    raw: bytes
    baris: dict[str, int]


@dataclass(frozen=True)
class Sekitar:
    """What a page is checked against: known keys (None: their file can't be read), codes of every plan, published
    contacts, and the folder with the files to download."""

    kanal: Collection[str] | None
    aturan: Collection[str] | None
    aksi: Collection[str]
    kontak: tuple[str, ...]
    aset: Path


def check_kepala(value: Any, around: Sekitar) -> Iterator[Finding]:
    """The head: each source once; rules and rows exist."""
    yield from check_unique(list(parts(value, (), "sumber")))
    yield from check_keys(value, (), "dasar_hukum", around.aturan, "dasar-hukum.yml")
    rows = value.get("baris") if isinstance(value, dict) else None
    for index, kode in enumerate(rows if isinstance(rows, tuple) and around.aksi else ()):
        if isinstance(kode, str) and kode not in around.aksi:
            yield ("baris", index), f"aksi “{kode}” tidak ada dalam rencana", did_you_mean(kode, around.aksi)


def check_isi(isi: str, sumber: Collection[str], around: Sekitar) -> Iterator[tuple[int, str, str]]:
    """The text, as (line within it from 0, what is wrong, what to write): marks, links, HTML, personal data."""
    for number, line in enumerate(isi.split("\n")):
        found = [*_marks(line, sumber, around), *_links(line), *_forms(line)]
        found += [(item, "hapus; data pribadi tidak boleh dipublikasikan") for item in _personal(line, around)]
        yield from ((number, masalah, saran) for masalah, saran in found)


def _marks(line: str, sumber: Collection[str], around: Sekitar) -> Iterator[tuple[str, str]]:
    for mark in TANDA.finditer(line):
        name, _, argument = mark[1].partition(" ")
        inline = TANDA_DALAM_BARIS.fullmatch(mark[0])
        if inline and name.startswith("s:") and name[2:] not in sumber:
            yield f"sumber “{name[2:]}” tidak ada di kepala halaman", hint_of(name[2:], sumber, "kepala halaman ini")
        elif inline and name.startswith("h:") and around.aturan is not None and name[2:] not in around.aturan:
            yield f"kunci “{name[2:]}” tidak ada dalam dasar-hukum.yml", hint_of(name[2:], around.aturan, "dasar-hukum.yml")
        elif inline:
            continue
        elif name not in BLOK:
            yield f"tanda {quoted(mark[0])} tidak dikenal", did_you_mean(name, ("kantor", "s:…", "h:…", *BLOK))
        elif line.strip() != mark[0] or line.startswith("    "):
            yield (
                f"tanda {mark[0]} harus sendirian di barisnya",
                "pindahkan ke baris baru tanpa kata lain di depan atau belakangnya",
            )
        else:
            yield from _argument(name, argument.strip(), around)


def _argument(name: str, argument: str, around: Sekitar) -> Iterator[tuple[str, str]]:
    kind = BLOK[name]
    if (kind is Argumen.TIDAK_ADA) != (not argument):
        example = f"[[{name}]]" if kind is Argumen.TIDAK_ADA else f"[[{name} …]]"
        yield f"tanda [[{name}]] {'tidak memerlukan' if argument else 'memerlukan'} keterangan", f"tulis {example}"
    elif kind is Argumen.KANAL and around.kanal is not None and argument not in around.kanal:
        yield f"kanal “{argument}” tidak ada dalam kanal.yml", hint_of(argument, around.kanal, "kanal.yml")
    elif kind is Argumen.AKSI and around.aksi:
        for kode in (item.strip() for item in argument.split(",")):
            if kode not in around.aksi:
                yield f"aksi “{kode}” tidak ada dalam rencana", did_you_mean(kode, around.aksi)
    elif kind is Argumen.SURVEI and argument not in SURVEI:
        yield f"survei “{argument}” tidak dikenal", did_you_mean(argument, SURVEI)
    elif kind is Argumen.BERKAS and not (_plain_name(argument) and (around.aset / argument).is_file()):
        yield f"berkas “{argument}” tidak ada", "simpan berkasnya di docs/aset/, lalu tulis namanya"


def _plain_name(name: str) -> bool:
    return bool(re.fullmatch(r"[A-Za-z0-9][\w.-]*", name))


def _links(line: str) -> Iterator[tuple[str, str]]:
    """Links out are https, tel, sms or mailto; all others are addresses of this site."""
    for found in _LINK.finditer(line):
        target = next(group for group in found.groups() if group)
        scheme = re.match(r"([A-Za-z][A-Za-z0-9+.\-]*):", target)
        if target.startswith("//") or (scheme and scheme[1].lower() not in ("tel", "sms", "mailto")):
            try:
                web_address(target)
            except PydanticCustomError as error:
                context = error.context or {}
                yield f"{context['masalah']}: {quoted(target)}", str(context["saran"])


def _forms(line: str) -> Iterator[tuple[str, str]]:
    if found := _HTML.search(line):
        yield f"ada HTML: {quoted(found[0])}", "tulis dengan Markdown; hapus tanda < dan >"
    if _IMAGE.search(line):
        yield "ada gambar", "gambar belum bisa dipakai di sini; tulis isinya sebagai teks, atau pakai [[unduh …]]"
    if re.match(r"#(?!#)", line):
        yield "ada judul tingkat satu (#)", "judul halaman sudah di kepala; mulai bagian dengan ##"


def _personal(line: str, around: Sekitar) -> Iterator[str]:
    return find_personal_data(line, allowed=around.kontak)
