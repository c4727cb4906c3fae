"""One file of a data folder in, its record out; problems are gathered, and reading goes on."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from zona.records.reading.messages import problems_of
from zona.records.reading.problems import Problem, did_you_mean
from zona.records.reading.yaml_reader import Document, read_yaml
from zona.records.rencana.rencana_checks import Finding
from zona.refusal import unreadable

LEFT_BY_DESKTOPS = re.compile(r"\..*|Thumbs\.db|desktop\.ini", re.IGNORECASE)

T = TypeVar("T")
M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True)
class Source(Generic[T]):
    """A record and the file it was read from: `path` below the data folder, `raw` as people wrote it, `baris` of each key."""

    isi: T
    path: str
    raw: bytes
    baris: dict[str, int]


class FileReader:
    """Reads the files of the data folder `root`, which problems name `label`; `problems` holds what was wrong so far."""

    def __init__(self, root: Path, label: str) -> None:
        self.root, self.label = root, label
        self.problems: list[Problem] = []

    def read(self, path: str, model: type[M], check: Callable[[Any], Iterator[Finding]]) -> Source[M] | None:
        """The record of a file, by its model and then by `check`; None where the model does not hold."""
        document = read_yaml(self.root / path, label=f"{self.label}/{path}", root=self.root)
        isi = self.validate(document, model, check)
        self.problems += document.problems
        return Source(isi, path, document.raw, lines_of(document)) if isi is not None else None

    @staticmethod
    def validate(document: Document, model: type[M], check: Callable[[Any], Iterator[Finding]]) -> M | None:
        """The value of a document as its model; what is wrong with it joins the document's problems."""
        if not document.complete:
            return None
        isi: M | None = None
        try:
            isi = model.model_validate(document.value)
        except ValidationError as error:
            document.problems += problems_of(error, document, model)
        for finding in check(document.value):
            document.add(*finding)
        return isi

    def optional(self, path: str, model: type[M], check: Callable[[Any], Iterator[Finding]]) -> Source[M] | None:
        """The same for a file that an office may not have yet."""
        return None if self.missing(path) else self.read(path, model, check)

    def missing(self, path: str) -> bool:
        """Whether the office has no such file: what names something in it then leads nowhere. One that can't be looked at is
        not missing: reading it says why."""
        place = self.root / path
        try:
            return not (place.is_symlink() or place.exists())
        except OSError:
            return False

    def names(self, path: str) -> list[str] | None:
        """The names in a folder, in order, without what desktops leave behind; None where there is no such folder.

        A file in its place, a link out of the data folder (whose names must not be repeated), and whatever the system refuses
        are problems.
        """
        folder, name = self.root / path, (path or self.label).rpartition("/")[2]
        wrong = None
        try:
            if not folder.resolve().is_relative_to(self.root.resolve()):
                wrong = f"{name} menunjuk ke luar folder data", "simpan foldernya sendiri di sini, bukan tautan"
            elif folder.is_dir():
                return sorted(item.name for item in folder.iterdir() if not LEFT_BY_DESKTOPS.fullmatch(item.name))
            elif folder.is_symlink() or folder.exists():
                wrong = f"{name} adalah berkas, padahal harus folder", "hapus atau pindahkan berkas itu, lalu buat foldernya"
        except (OSError, RuntimeError) as error:
            wrong = unreadable(f"folder {name}", error)
        if wrong:
            self.problems.append(Problem("/".join(part for part in (self.label, path) if part), 1, *wrong))
        return None

    def folder(self, path: str, known: tuple[str, ...]) -> list[str] | None:
        """The same; a name that nothing reads is a problem: its writer thinks that it is published."""
        names = self.names(path)
        for name in names or ():
            if name not in known:
                place = "/".join(part for part in (self.label, path, name) if part)
                self.problems.append(Problem(place, 1, f"“{name}” tidak dikenal di sini", did_you_mean(name, known)))
        return names


def lines_of(document: Document) -> dict[str, int]:
    """The line of each value by its place: `hasil`, `kanal.3.diperiksa`."""
    return {".".join(map(str, loc)): line for loc, line in document.lines.items()}
