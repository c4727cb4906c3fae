"""A data folder in; one frozen value with everything in it out, or every problem of every file at once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from zona.records.checks import Finding, check_keputusan, check_rencana_aksi
from zona.records.keputusan import Keputusan
from zona.records.messages import problems_of
from zona.records.problems import DataError, Problem, did_you_mean
from zona.records.rencana_aksi import RencanaAksi
from zona.records.situs import Situs
from zona.records.yaml_reader import read_yaml

SITUS, KEPUTUSAN, RENCANA_AKSI = "situs.yml", "keputusan.yml", "rencana-aksi.yml"

_YEAR = re.compile(r"20[0-9]{2}")
_IGNORED = re.compile(r"\..*|Thumbs\.db|desktop\.ini", re.IGNORECASE)

T = TypeVar("T")
M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True)
class Sumber(Generic[T]):
    """A record and the file it was read from: `path` below the data folder, `raw` as people wrote it."""

    isi: T
    path: str
    raw: bytes


@dataclass(frozen=True)
class Tahun:
    """Everything of one year."""

    tahun: int
    keputusan: Sumber[Keputusan]
    rencana_aksi: Sumber[RencanaAksi]


@dataclass(frozen=True)
class Data:
    """Everything of one office: its site, and its years from the oldest to the newest."""

    situs: Sumber[Situs]
    tahun: tuple[Tahun, ...]


class _Reader:
    """Reads the files of one data folder, gathering problems instead of stopping at the first."""

    def __init__(self, root: Path, label: str) -> None:
        self.root, self.label = root, label
        self.problems: list[Problem] = []

    def read(self, path: str, model: type[M], check: Callable[[Any], Iterator[Finding]]) -> Sumber[M] | None:
        document = read_yaml(self.root / path, label=f"{self.label}/{path}", root=self.root)
        isi: M | None = None
        if document.complete:
            try:
                isi = model.model_validate(document.value)
            except ValidationError as error:
                document.problems += problems_of(error, document, model)
            for finding in check(document.value):
                document.add(*finding)
        self.problems += document.problems
        return Sumber(isi, path, document.raw) if isi is not None else None

    def folder(self, path: str, known: tuple[str, ...]) -> list[str]:
        """The names in a folder; one that nothing reads is a problem, because its writer thinks it is published."""
        names = sorted(item.name for item in (self.root / path).iterdir() if not _IGNORED.fullmatch(item.name))
        for name in names:
            if name not in known:
                place = "/".join(part for part in (self.label, path, name) if part)
                self.problems.append(Problem(place, 1, f"“{name}” tidak dikenal di sini", did_you_mean(name, known)))
        return names

    def year(self, name: str) -> Tahun | None:
        tahun = int(name)
        self.folder(name, (KEPUTUSAN, RENCANA_AKSI))
        keputusan = self.read(f"{name}/{KEPUTUSAN}", Keputusan, lambda value: check_keputusan(value, tahun))
        rencana = self.read(f"{name}/{RENCANA_AKSI}", RencanaAksi, lambda value: check_rencana_aksi(value, tahun))
        return Tahun(tahun, keputusan, rencana) if keputusan and rencana else None


def load_data(root: Path, *, label: str = "data") -> Data:
    """Everything of the office whose data folder is `root`; `label` is how problems name the folder.

    Raises `DataError` with every problem of every file.
    """
    if not root.is_dir():
        raise DataError([Problem(label, 1, "folder data tidak ada", "periksa letak dan nama foldernya")])
    reader = _Reader(root, label)
    situs = reader.read(SITUS, Situs, lambda _: iter(()))
    years = sorted(item.name for item in root.iterdir() if _YEAR.fullmatch(item.name) and item.is_dir())
    reader.folder("", (SITUS, *years))
    tahun = [year for name in years if (year := reader.year(name))]
    if not years:
        reader.problems.append(Problem(label, 1, "belum ada folder tahun", "buat folder bernama tahunnya, misalnya 2026"))
    if reader.problems or situs is None:
        raise DataError(reader.problems)
    return Data(situs, tuple(tahun))
