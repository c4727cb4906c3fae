"""The folder docs/ beside its pages of prose: pages written by hand in plain Markdown, and files to publish as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import ConfigDict, Field

from zona.problems import Line, Problem
from zona.records.reading.fields import Record, Teks
from zona.records.reading.file_reader import FileReader
from zona.records.reading.rules import Surroundings
from zona.records.reading.yaml_reader import read_front_matter

# At the top of docs/: what is for who works on the site, and what the core reads or names by itself.
_NOT_HERE = ("panduan", "keputusan-rancangan", "pengembang.md", "informasi", "aset")
_OPEN = ".well-known"  # the one hidden folder that is published

_HEADING = re.compile(r"^# +(.+?) *#*$", re.MULTILINE)


class KepalaDocs(Record):
    """What is read of the head of a hand-written page, among what else MkDocs' heads may say; a page may have no head."""

    model_config = ConfigDict(extra="ignore")

    title: Annotated[Teks | None, Field(max_length=100, description="Judul halaman; bawaan: judul pertama di teksnya.")] = None
    description: Annotated[Teks | None, Field(max_length=300, description="Isi halaman dalam satu kalimat.")] = None


@dataclass(frozen=True)
class HalamanDocs:
    """One hand-written page: its path below docs/, its head, and the Markdown after that."""

    path: str
    kepala: KepalaDocs
    isi: str

    @property
    def nama(self) -> str:
        """The path without .md."""
        return self.path.removesuffix(".md")

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


def read_docs(folder: Path, problems: list[Problem[Line]]) -> Docs:
    """Everything of the folder that is published as it stands; what is wrong joins the `problems`."""
    reader, pages, others = FileReader(folder, "docs"), [], []
    for name, path in _published(folder):
        if not name.endswith(".md"):
            others.append((name, path))
            continue
        document, isi, _ = read_front_matter(path, label=f"docs/{name}", root=folder, optional=True)
        if kepala := reader.validate(document, KepalaDocs, Surroundings()):
            pages.append(HalamanDocs(name, kepala, isi))
    problems += reader.problems
    return Docs(tuple(pages), tuple(others))


def _published(folder: Path) -> Iterator[tuple[str, Path]]:
    for path in sorted(folder.rglob("*")):
        parts = path.relative_to(folder).parts
        hidden = any(part.startswith(".") and part != _OPEN for part in parts)
        if path.is_file() and not hidden and parts[0] not in _NOT_HERE:
            yield "/".join(parts), path
