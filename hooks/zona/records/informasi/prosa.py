"""Pages of prose: Markdown whose head says of which subjects they are and where each statement is from. In their text stand
marks in double square brackets: alone on its line a mark is a block that the build fills from data; inside a line, [[kantor]]
is the office's name, [[s:KUNCI]] a source of the head, [[h:KUNCI]] a rule of dasar-hukum.yml; [[lipat]] ends a heading whose
part of the page is folded. [[aksi:TEMA]] names the newest plan's rows of a subject; its line is left out where there are none,
as is a line with [[bila:TEMA]], and one with [[tanpa:TEMA]] where there are some.
[[sisipan NAMA]] is a place that other files may add to (see joined_prose.py)."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field
from pydantic_core import PydanticCustomError

from zona.problems import Fault, Line, Problem
from zona.records.informasi.dasar_hukum import Berdasar
from zona.records.informasi.sumber import JenisSumber, unlabelled
from zona.records.reading.data_error import Found, did_you_mean, quoted
from zona.records.reading.fields import AlamatWeb, Kunci, Record, Teks, web_address
from zona.records.reading.rules import Surroundings, given, known_key, once, rule
from zona.records.rencana.tema import KunciTema, daftar_tema, tema_hint

# Where pages of prose lie in the repository: so problems name them, and edit links find them.
PROSA = "docs/informasi"
NAMA_PROSA = re.compile(r"[a-z][a-z0-9-]{1,40}\.md")

# Every block that the build can fill: those that need something behind their name, and those that need nothing.
BERKETERANGAN = ("kanal", "kegiatan", "salinan", "survei", "unduh")
TENTANG_BARIS = ("kegiatan", "salinan")  # those that name subjects
BLOK = (
    "daftar-kanal", "pengaduan-ringkas", "jumlah-gratifikasi", "peta-benturan", "laporan-benturan", "spip-kartu",
    "spip-risiko", "spip-kuesioner", "inovasi", "laporan-harta", "pakta", "maklumat", "standar-pelayanan", "daftar-sop",
    "batas-lapor", "poster", *BERKETERANGAN,
)  # fmt: skip
DALAM_BARIS = ("kantor", "s:…", "h:…", "aksi:…", "bila:…", "tanpa:…")
SURVEI = ("ikm", "spak", "spkp")

TANDA = re.compile(r"\[\[([^\[\]]*)\]\]")
TANDA_BLOK = re.compile(r"\[\[([a-z][a-z-]*)(?: +([^\[\]]*?))?\]\]")
BAGIAN = re.compile(r"\[\[isi +([a-z][a-z-]*)\]\]")  # in a file that adds: what follows fills this place of the page
TEMPAT = re.compile(r"^\[\[sisipan +([a-z][a-z-]*)\]\][ \t]*$", re.MULTILINE)  # in a page: a place that others may fill
# The place at the end that each page has; what `Surroundings.kunci` calls the page's places, and the keys of its sources.
AKHIR, SISIPAN, SUMBER = "akhir", "sisipan", "sumber halaman"
TANDA_DALAM_BARIS = re.compile(r"\[\[(kantor|lipat|[sh]:[^\[\]\s]+)\]\]")
# A mark that names subjects, in two parts: what it does, and the subjects with commas between.
TANDA_BERTEMA = re.compile(r"\[\[(aksi|bila|tanpa):([^\[\]]*)\]\]")

_LINK = re.compile(r"\]\(<?([^()\s>]+)|^\s*\[[^\]]+\]:\s*<?([^\s>]+)|<(https?://[^>\s]*)>")
_HTML = re.compile(r"<(?!https://)[A-Za-z/!][^>]*>?")


class SumberProsa(Record):
    """Where a statement of the page was read."""

    kunci: Kunci = Field(description="Kunci sumber; disebut dalam teks dengan [[s:kunci]].")
    untuk: Teks = Field(description="Pernyataan mana yang didukung sumber ini.")
    alamat: AlamatWeb = Field(description="Alamat https:// sumbernya.")
    jenis: JenisSumber | None = Field(
        None, strict=False, description="berita, atau lembaga; perlu bila alamatnya di luar go.id."
    )
    diperiksa: date | None = Field(None, description="Tanggal kantor terakhir memastikannya; kosong bila belum pernah.")


class KepalaProsa(Berdasar):
    """The head of a page of prose."""

    judul: Annotated[Teks, Field(max_length=100, description="Judul halaman.")]
    ringkas: Annotated[Teks, Field(max_length=300, description="Isi halaman dalam satu kalimat.")]
    urutan: int = Field(ge=1, le=999, description="Urutan di daftar halaman informasi.")
    tema: tuple[KunciTema, ...] = Field((), description="Tema yang dijelaskan halaman ini; aksinya menyusul dari rencana.")
    dasar_hukum: tuple[Kunci, ...] = Field((), description="Kunci-kunci aturan dalam dasar-hukum.yml.")
    sumber: tuple[SumberProsa, ...] = Field((), description="Sumber pernyataan di halaman ini.")
    menunggu: tuple[Teks, ...] = Field((), description="Apa yang belum lengkap di halaman ini, satu kalimat tiap butir.")

    _sources_once = once("sumber", "kunci")

    @rule
    def _sources(self, around: Surroundings) -> Found:
        if given(self, "dasar_hukum", ()) or any("[[h:" in line for _, line in around.teks):
            yield from unlabelled(self.sumber, "sumber")

    @rule
    def _text(self, around: Surroundings) -> Found:
        """The text under the head: its marks, links, forms."""
        sumber: tuple[SumberProsa, ...] = given(self, "sumber", ())
        cited = [given(item, "kunci", "") for item in sumber]
        for number, line in around.teks:
            yield from _marks(number, line, cited, around)
            for fault in (*_links(line), *_forms(line)):
                yield Problem(number, *fault)


class KepalaTambahan(Berdasar):
    """The head of a file that adds to a page of a pack: what it lists joins what the page lists."""

    tambahan: Literal[True] = Field(description="true: berkas ini menambah halaman paket yang senama, bukan menggantinya.")
    dasar_hukum: tuple[Kunci, ...] = Field((), description="Kunci-kunci aturan dalam dasar-hukum.yml.")
    sumber: tuple[SumberProsa, ...] = Field((), description="Sumber pernyataan yang ditambahkan.")
    menunggu: tuple[Teks, ...] = Field((), description="Apa yang belum lengkap, satu kalimat tiap butir.")

    _sources_once = once("sumber", "kunci")

    @rule
    def _text(self, around: Surroundings) -> Found:
        """The parts under the head: each fills a place of the page, and may name the page's sources as its own."""
        sumber: tuple[SumberProsa, ...] = given(self, "sumber", ())
        cited = [*(given(item, "kunci", "") for item in sumber), *(around.kunci.get(SUMBER) or ())]
        yield from unlabelled(self.sumber, "sumber")
        part = ""
        for number, line in around.teks:
            if found := BAGIAN.fullmatch(line.strip()):
                part = found[1]
                yield from known_key(part, around.kunci.get(SISIPAN), "halaman paketnya", number, "sisipan")
                continue
            if line.strip() and not part:
                yield Problem(number, "teks sebelum tanda [[isi …]]", "awali dengan [[isi akhir]], atau nama sisipan lain")
                part = AKHIR
            yield from _marks(number, line, cited, around)
            for fault in (*_links(line), *_forms(line)):
                yield Problem(number, *fault)


@dataclass(frozen=True)
class BerkasProsa:
    """One file of a page: its place in the repository, its head, the Markdown after that, the file as written, and the line
    of each key of the head."""

    path: str
    kepala: KepalaProsa | KepalaTambahan
    isi: str
    raw: bytes
    baris: dict[str, int]


@dataclass(frozen=True)
class Prosa:
    """A page of prose: `nama` is its files' name without .md, `kepala` and `isi` what its files say together, of which `berkas`
    has the page itself first; `paket` has the keys of the packs that they are from."""

    nama: str
    kepala: KepalaProsa
    isi: str
    berkas: tuple[BerkasProsa, ...]
    paket: tuple[str, ...] = ()

    @property
    def path(self) -> str:
        """The file of the office that the page is written in, else the pack's."""
        own = [item.path for item in self.berkas if item.path.startswith(f"{PROSA}/")]
        return own[-1] if own else self.berkas[0].path

    def letak_sumber(self, index: int) -> Line:
        """Where the confirmation of a source of the head stands."""
        for item in self.berkas:
            if index < len(item.kepala.sumber):
                return Line(item.path, item.baris.get(f"sumber.{index}.diperiksa", item.baris.get(f"sumber.{index}", 1)))
            index -= len(item.kepala.sumber)
        return Line(self.path)

    def teks(self) -> Iterator[tuple[Line, str]]:
        """Every line of its files' texts, with its place."""
        for item in self.berkas:
            first = item.raw.count(b"\n") - item.isi.count("\n") + 1
            for number, text in enumerate(item.isi.split("\n"), first):
                yield Line(item.path, number), text


def _marks(at: int, line: str, sumber: Collection[str], around: Surroundings) -> Found:
    for mark in TANDA.finditer(line) if not TEMPAT.fullmatch(line) else ():
        name, _, argument = mark[1].partition(" ")
        kind, _, kunci = name.partition(":")
        if subjects := TANDA_BERTEMA.fullmatch(mark[0]):
            yield from _subjects(at, subjects[2])
        elif TANDA_DALAM_BARIS.fullmatch(mark[0]):
            if kind == "s":
                yield from known_key(kunci, sumber, "kepala halaman ini", at, "sumber")
            elif kind == "lipat" and not re.fullmatch(r"## [^\[\]]+ \[\[lipat\]\] *", line):
                yield Problem(at, "tanda [[lipat]] bukan di akhir judul", "tulis seperti: ## Judul bagian [[lipat]]")
            elif kind == "h":
                yield from known_key(kunci, around.kunci.get("dasar-hukum.yml"), "dasar-hukum.yml", at)
        elif name not in BLOK:
            yield Problem(at, f"tanda {quoted(mark[0])} tidak dikenal", did_you_mean(name, (*DALAM_BARIS, *BLOK)))
        elif line.strip() != mark[0] or line.startswith("    "):
            hint = "pindahkan ke baris baru tanpa kata lain di depan atau belakangnya"
            yield Problem(at, f"tanda {mark[0]} harus sendirian di barisnya", hint)
        else:
            yield from _argument(at, name, argument.strip(), around)


def _argument(at: int, name: str, argument: str, around: Surroundings) -> Found:
    if (name in BERKETERANGAN) != bool(argument):
        needs, example = ("tidak memerlukan", f"[[{name}]]") if argument else ("memerlukan", f"[[{name} …]]")
        yield Problem(at, f"tanda [[{name}]] {needs} keterangan", f"tulis {example}")
    elif name == "kanal":
        yield from known_key(argument, around.kunci.get("kanal.yml"), "kanal.yml", at, "saluran")
    elif name in TENTANG_BARIS:
        yield from _subjects(at, argument)
    elif name == "survei" and argument not in SURVEI:
        yield Problem(at, f"survei “{argument}” tidak dikenal", did_you_mean(argument, SURVEI))
    elif name == "unduh" and argument not in around.unduhan:
        yield Problem(at, f"berkas “{argument}” tidak ada", "simpan berkasnya di docs/aset/, lalu tulis namanya")


def _subjects(at: int, argument: str) -> Found:
    for kunci in subjects_of(argument):
        if kunci not in daftar_tema():
            yield Problem(at, f"tema {quoted(kunci)} tidak dikenal", tema_hint(kunci))


def subjects_of(argument: str) -> tuple[str, ...]:
    """The subjects that a mark names, one or several with commas between."""
    return tuple(item.strip() for item in argument.split(","))


def _links(line: str) -> Iterator[Fault]:
    """Links out are https, tel, sms or mailto; all others are addresses of this site."""
    for found in _LINK.finditer(line):
        target = next(group for group in found.groups() if group)
        scheme = re.match(r"([A-Za-z][A-Za-z0-9+.\-]*):", target)
        if target.startswith("//") or (scheme and scheme[1].lower() not in ("tel", "sms", "mailto")):
            try:
                web_address(target)
            except PydanticCustomError as error:
                context = error.context or {}
                yield Fault(f"{context['masalah']}: {quoted(target)}", str(context["saran"]))


def _forms(line: str) -> Iterator[Fault]:
    if found := _HTML.search(line):
        yield Fault(f"ada HTML: {quoted(found[0])}", "tulis dengan Markdown; hapus tanda < dan >")
    if "![" in line:
        yield Fault("ada gambar", "gambar belum bisa dipakai di sini; tulis isinya sebagai teks, atau pakai [[unduh …]]")
    if re.match(r"#(?!#)", line):
        yield Fault("ada judul tingkat satu (#)", "judul halaman sudah di kepala; mulai bagian dengan ##")


def own_pages(data: Path) -> Path:
    """Where an office's own pages of prose lie: beside its data folder, as in its repository."""
    return data.resolve().parent / PROSA


def docs_of(data: Path, project: Path) -> Path:
    """Where an office's other hand-written pages lie: beside its data folder, where that is called data, else the project's."""
    own = data.resolve().parent / "docs"
    return own if data.name == "data" and own.is_dir() else project / "docs"


def taken_names(folder: Path, docs: Path, taken: Collection[str], paket: Collection[str]) -> Iterator[Problem[Line]]:
    """Hand-written files of `docs` and of the `folder` of prose that would lie where the site has something of its own, or a
    page of prose (of packs: `paket`) where `docs` has one: one of the two would not be published. As on Windows, case makes no
    other name."""
    beside = [path for path in docs.glob("*") if path.name != folder.name]
    used = {*map(_name, beside), folder.name, *taken}
    found = [(docs.name, path) for path in beside if {_name(path), path.name} & {*taken, *paket}]
    found += [(PROSA, path) for path in folder.glob("*.md") if _name(path) in used]
    for label, path in found:
        masalah = f"alamat “{_name(path)}” sudah dipakai situs ini sendiri"
        yield Problem(Line(f"{label}/{path.name}"), masalah, f"pakai nama lain untuk {path.name}")


def _name(path: Path) -> str:
    """What a file or folder is called at the top of the site."""
    return path.name.lower().removesuffix(".md")
