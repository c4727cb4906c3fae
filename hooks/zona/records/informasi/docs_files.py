"""The folder docs/ beside its pages of prose: hand-written pages, and files that are published as they stand. So nothing may
lie there that leads out of the folder, that a browser could run, or that says more than it shows."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

from pydantic import ConfigDict, Field

from zona.problems import Fault, Line, Problem
from zona.records.capaian.bukti import CLEANED_BY, opens
from zona.records.reading.fields import Record, Teks
from zona.records.reading.file_reader import LEFT_BY_DESKTOPS, FileReader
from zona.records.reading.links import leads_out
from zona.records.reading.rules import Surroundings
from zona.records.reading.yaml_reader import read_front_matter

# At the top of docs/: what is for who works on the site, and what the core reads or names by itself.
_NOT_HERE = ("panduan", "keputusan-rancangan", "pengembang.md", "README.md", "informasi", "aset")
# What comes with the program for every site; an office may have a glossary of its own.
PROGRAM, GLOSARIUM = Path(__file__).parents[4] / "docs", "glosarium"
_OPEN = ".well-known"  # the one hidden folder that is published
_ASSETS = "aset"  # the site's own, which names them by itself
# What may be published: pictures and documents, which are opened; and what a browser shows or loads as it is.
_OPENED, _PLAIN = ("pdf", "jpg", "jpeg", "png", "webp"), ("txt", "svg")
_OWN = ("css", "js")
_STYLES_AND_SCRIPTS = tuple(f".{ending}" for ending in _OWN)  # are published under names of their own
_RUNS = re.compile(rb"<script|<foreignobject|\son\w+\s*=|javascript:|<!entity", re.IGNORECASE)

_HEADING = re.compile(r"^# +(.+?) *#*$", re.MULTILINE)


class KepalaDocs(Record):
    """What is read of the head of a hand-written page, among what else MkDocs' heads may say; a page may have no head."""

    model_config = ConfigDict(extra="ignore")

    title: Annotated[Teks | None, Field(max_length=100, description="Judul halaman; bawaan: judul pertama di teksnya.")] = None
    description: Annotated[Teks | None, Field(max_length=300, description="Isi halaman dalam satu kalimat.")] = None


def page_name(path: str) -> str:
    """What a page of docs/ at a path is called: `sop/rinci.md` sop/rinci, `sop/index.md` sop."""
    return re.sub(r"/(index|README)$", "", path.removesuffix(".md"))


@dataclass(frozen=True)
class HalamanDocs:
    """One hand-written page: its path below docs/, its head, and the Markdown after that; `bawaan` if the program brings it
    and the office has no such file."""

    path: str
    kepala: KepalaDocs
    isi: str
    bawaan: bool = False

    @property
    def nama(self) -> str:
        """Where the page stands: the path without .md, or the folder that it is the first page of."""
        return page_name(self.path)

    @property
    def judul(self) -> str:
        """The head's title, else the first heading's, else the file's name."""
        heading = _HEADING.search(self.isi)
        return self.kepala.title or (heading[1] if heading else self.nama.rpartition("/")[2])


@dataclass(frozen=True)
class Docs:
    """What docs/ gives the site: pages, and where other files lie, by their path below docs/; both sorted."""

    halaman: tuple[HalamanDocs, ...] = ()
    berkas: tuple[tuple[str, Path], ...] = ()


NO_DOCS = Docs()


def read_docs(folder: Path, around: Surroundings, problems: list[Problem[Line]]) -> Docs:
    """Everything of the folder that is published as it stands; what is wrong joins the `problems`."""
    reader, pages, others = FileReader(folder, "docs", problems), [], []
    for name, path in files_of_docs(folder):
        reader.no_personal_names(name.rpartition("/")[0], [path.name])
        if fault := _fault(name, path, folder):
            reader.refuse(name, *fault)
            continue
        if not name.endswith(".md"):
            others += [] if name.startswith(f"{_ASSETS}/") and name.endswith(_STYLES_AND_SCRIPTS) else [(name, path)]
            continue
        document, isi, first = read_front_matter(path, label=f"docs/{name}", root=folder, optional=True)
        text = replace(around, teks=tuple(enumerate(isi.split("\n"), first)))
        if kepala := reader.validate(document, KepalaDocs, text):
            pages.append(HalamanDocs(name, kepala, isi))
    return Docs(tuple(pages), tuple(others))


def with_glossary(docs: Docs) -> Docs:
    """What an office's docs/ gives, and the program's glossary where the office has none of its own."""
    if any(page.nama == GLOSARIUM for page in docs.halaman):
        return docs
    name = f"{GLOSARIUM}.md"
    document, isi, _ = read_front_matter(PROGRAM / name, label=f"docs/{name}", root=PROGRAM, optional=True)
    page = HalamanDocs(name, KepalaDocs.model_validate(document.value or {}), isi, bawaan=True)
    return replace(docs, halaman=tuple(sorted((*docs.halaman, page), key=lambda item: item.path)))


def files_of_docs(folder: Path) -> Iterator[tuple[str, Path]]:
    """Every file that is published, and each link, by its path below the folder; pages of prose are none of them."""
    tops = [path for path in folder.glob("*") if path.name not in _NOT_HERE or path.name == _ASSETS]
    for path in sorted(path for top in tops for path in (top, *(() if top.is_symlink() else top.rglob("*")))):
        parts = path.relative_to(folder).parts
        hidden = any(LEFT_BY_DESKTOPS.fullmatch(part) and part != _OPEN for part in parts)
        if (path.is_symlink() or path.is_file()) and not hidden:
            yield "/".join(parts), path


def _fault(name: str, path: Path, folder: Path) -> Fault | None:
    """Why a file may not be published."""
    ending = path.suffix[1:].lower()
    if path.is_symlink() or leads_out(path, folder):
        return Fault("ini tautan ke berkas lain", "simpan berkasnya sendiri di sini")
    if ending == "md" or name.startswith(f"{_OPEN}/"):
        return None
    known = (*_OPENED, *_PLAIN, *(_OWN if name.startswith(f"{_ASSETS}/") else ()))
    if ending not in known:
        return Fault(f"berkas .{ending} tidak boleh diterbitkan", f"hapus, pindahkan, atau simpan sebagai {', '.join(known)}")
    if ending in _OPENED and (found := opens(path, ending)):
        again = "simpan ulang isinya saja (misalnya dari tangkapan layar, atau cetak ke PDF), lalu ganti"
        return Fault(found.masalah, found.saran if found.saran == CLEANED_BY else again)
    if ending == "svg" and _RUNS.search(path.read_bytes()):
        return Fault("gambar SVG ini memuat yang bisa berjalan sendiri", "simpan ulang sebagai PNG, atau hapus bagian itu")
    return None
