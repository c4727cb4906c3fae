"""One file of a data folder in, its record out; problems are gathered, and reading goes on."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import ValidationError

from zona.problems import Line, Problem
from zona.records.reading.data_error import Document, Within, did_you_mean, problems_of
from zona.records.reading.fields import Record
from zona.records.reading.links import leads_out
from zona.records.reading.personal_data import find_personal_data, personal_data_in
from zona.records.reading.rules import Surroundings, faults
from zona.records.reading.yaml_reader import read_yaml
from zona.refusal import unreadable

LEFT_BY_DESKTOPS = re.compile(r"\..*|Thumbs\.db|desktop\.ini", re.IGNORECASE)

T = TypeVar("T", covariant=True)
M = TypeVar("M", bound=Record)


@dataclass(frozen=True)
class Source(Generic[T]):
    """A record and the file it was read from: `path` below the data folder, `raw` as people wrote it, `baris` of each key.
    `folder` names another folder that it lies in, as that of a pack."""

    isi: T
    path: str
    raw: bytes
    baris: dict[str, int]
    folder: str = ""

    @property
    def place(self) -> str:
        """The path below the data folder, or with that of another folder."""
        return f"{self.folder}/{self.path}" if self.folder else self.path

    @property
    def paket(self) -> tuple[str, ...]:
        """The keys of the packs that have a part in it: none."""
        return ()

    def line(self, label: str, key: str) -> Line:
        """Where a key stands, or what is around it; `label` names the data folder."""
        while key and key not in self.baris:
            key = key.rpartition(".")[0]
        return Line(f"{self.folder or label}/{self.path}", self.baris.get(key, 1))


@dataclass
class FileReader:
    """Reads the files of the data folder `root`, which problems name `label`; what is wrong joins `problems`."""

    root: Path
    label: str
    problems: list[Problem[Line]] = field(default_factory=list)

    def read(self, path: str, model: type[M], around: Surroundings) -> Source[M] | None:
        """The record of a file, by its model and then by its rules; None where the model does not hold."""
        document = read_yaml(self.root / path, label=f"{self.label}/{path}", root=self.root)
        isi = self.validate(document, model, around)
        return Source(isi, path, document.raw, document.baris) if isi is not None else None

    def validate(self, document: Document, model: type[M], around: Surroundings) -> M | None:
        """The value of a document as its model; what is wrong with it, and with the document, is noted. The same text is not
        judged again as long as nothing around it has changed."""
        known = document.judged.get(model)
        if known is None or known[0] != around:
            known = document.judged[model] = (around, *_judged(document, model, around))
        isi: M | None = known[1]
        document.take(known[2])
        self.problems += document.problems
        return isi

    def files(
        self,
        folder: str,
        model: type[M],
        around: Surroundings,
        form: str = "(?s).*",
        other: tuple[str, str] = ("", ""),
        *,
        leave: Collection[str] = (),
    ) -> list[Source[M]]:
        """The records of a folder but those to `leave`, in the order of their names; of a name that has another form, `other`
        says what is wrong."""
        found = []
        for name in self.names(folder) or ():
            if f"{folder}/{name}" in leave:
                continue
            if not re.fullmatch(form, name):
                self.refuse(f"{folder}/{name}", f"“{name}” {other[0]}", other[1])
            elif record := self.read(f"{folder}/{name}", model, replace(around, nama=name)):
                found.append(record)
        return found

    def refuse(self, path: str, masalah: str, saran: str) -> None:
        """Note a problem of a file or folder as a whole; `path` is below the data folder."""
        self.problems.append(Problem(Line("/".join(part for part in (self.label, path) if part)), masalah, saran))

    def optional(self, path: str, model: type[M], around: Surroundings) -> Source[M] | None:
        """The same for a file that an office may not have yet."""
        return None if self.missing(path) else self.read(path, model, around)

    def missing(self, path: str) -> bool:
        """Whether the office has no such file. One that can't be looked at is not missing: reading it says why."""
        place = self.root / path
        try:
            return not (place.is_symlink() or place.exists())
        except OSError:
            return False

    def names(self, path: str) -> list[str] | None:
        """The names in a folder, in order, without what desktops leave behind; None where there is no such folder. A file in
        its place, a link out of the data folder (whose names must not be repeated), and what can't be read are problems."""
        folder, name = self.root / path, (path or self.label).rpartition("/")[2]
        try:
            if leads_out(folder, self.root):
                self.refuse(path, f"{name} menunjuk ke luar folder data", "simpan foldernya sendiri di sini, bukan tautan")
            elif folder.is_dir():
                names = sorted(item.name for item in folder.iterdir() if not LEFT_BY_DESKTOPS.fullmatch(item.name))
                self.no_personal_names(path, names)
                return names
            elif folder.is_symlink() or folder.exists():
                hint = "hapus atau pindahkan berkas itu, lalu buat foldernya"
                self.refuse(path, f"{name} adalah berkas, padahal harus folder", hint)
        except (OSError, RuntimeError) as error:
            self.refuse(path, *unreadable(f"folder {name}", error))
        return None

    def no_personal_names(self, path: str, names: Iterable[str]) -> None:
        """Refuse names of files in a folder that point to a person: they are published as well."""
        for name in names:
            for masalah in find_personal_data(name):
                self.refuse(f"{path}/{name}" if path else name, f"nama berkas: {masalah}", "ganti nama berkasnya")

    def folder(self, path: str, known: tuple[str, ...]) -> list[str] | None:
        """The same; a name that nothing reads is a problem: its writer thinks that it is published."""
        names = self.names(path)
        for name in names or ():
            if name not in known:
                self.refuse(f"{path}/{name}" if path else name, f"“{name}” tidak dikenal di sini", did_you_mean(name, known))
        return names


def _judged(document: Document, model: type[M], around: Surroundings) -> tuple[M | None, list[Problem[Within]]]:
    """The value of a document as its model, and what is wrong with it. Where the model does not hold, the rules are asked of
    what is valid all the same; personal data are looked for in whatever can be read."""
    isi, problems = None, list[Problem[Within]]()
    if document.complete:
        try:
            isi = document.record(model)
        except ValidationError as error:
            problems += problems_of(error, document, model)
        problems += faults(isi or model.as_far_as_valid(document.value), around)
    problems += personal_data_in(document, model.kunci_kontak, around.kontak_resmi, around.teks)
    return isi, problems
