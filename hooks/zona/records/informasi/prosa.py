"""Pages of prose: Markdown whose head says of which subjects they are and where each statement is from. In their text stand
marks in double square brackets: alone on its line a mark is a block that the build fills from data; inside a line, [[kantor]]
is the office's name, [[s:KUNCI]] a source of the head, [[h:KUNCI]] a rule of dasar-hukum.yml; [[lipat]] ends a heading whose
part of the page is folded. [[aksi:TEMA]] names the newest plan's rows of a subject; its line is left out where there are none,
as is a line with [[bila:TEMA]], and one with [[tanpa:TEMA]] where there are some."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Annotated

from pydantic import Field
from pydantic_core import PydanticCustomError

from zona.problems import Fault, Line, Problem
from zona.records.informasi.dasar_hukum import Berdasar
from zona.records.informasi.sumber import JenisSumber, unlabelled
from zona.records.reading.data_error import Found, did_you_mean, quoted
from zona.records.reading.fields import AlamatWeb, Kunci, Record, Teks, web_address
from zona.records.reading.file_reader import FileReader
from zona.records.reading.rules import Surroundings, given, known_key, once, rule
from zona.records.reading.yaml_reader import read_front_matter
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


def _marks(at: int, line: str, sumber: Collection[str], around: Surroundings) -> Found:
    for mark in TANDA.finditer(line):
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
    elif name == "unduh" and not (re.fullmatch(r"[A-Za-z0-9][\w.-]*", argument) and (around.aset / argument).is_file()):
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


def read_prose(folder: Path, around: Surroundings, problems: list[Problem[Line]]) -> tuple[Prosa, ...]:
    """Every page of a folder of prose, in its order; what is wrong joins the `problems`."""
    reader, pages = FileReader(folder, PROSA, problems), []
    for name in reader.names("") or ():
        if not NAMA_PROSA.fullmatch(name):
            hint = "pakai nama lain, huruf kecil dan tanda hubung, berakhiran .md"
            reader.refuse(name, f"nama berkas “{name}” tidak bisa dipakai", hint)
            continue
        document, isi, first = read_front_matter(folder / name, label=f"{PROSA}/{name}", root=folder)
        text = replace(around, teks=tuple(enumerate(isi.split("\n"), first)), aset=folder.parent / "aset")
        if kepala := reader.validate(document, KepalaProsa, text):
            pages.append(Prosa(name.removesuffix(".md"), document.path, kepala, isi, document.raw, document.baris))
    return tuple(sorted(pages, key=lambda item: (item.kepala.urutan, item.nama)))


def taken_names(folder: Path, taken: Collection[str]) -> Iterator[Problem[Line]]:
    """Hand-written files of `docs/` and of its folder of prose that would lie where the site has something of its own, or a
    page of prose where `docs/` has one: one of the two would not be published. As on Windows, case makes no other name."""
    beside = [path for path in folder.parent.glob("*") if path != folder]
    used = {*map(_name, beside), folder.name, *taken}
    found = [(folder.parent.name, path) for path in beside if {_name(path), path.name} & {*taken}]
    found += [(PROSA, path) for path in folder.glob("*.md") if _name(path) in used]
    for label, path in found:
        masalah = f"alamat “{_name(path)}” sudah dipakai situs ini sendiri"
        yield Problem(Line(f"{label}/{path.name}"), masalah, f"pakai nama lain untuk {path.name}")


def _name(path: Path) -> str:
    """What a file or folder is called at the top of the site."""
    return path.name.lower().removesuffix(".md")
