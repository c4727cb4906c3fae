"""A data folder in; one frozen value with everything in it out, or every problem of every file at once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from zona.records.bukti import BerkasBukti, read_evidence
from zona.records.bukti_dikenal import KnownGood
from zona.records.capaian import Capaian
from zona.records.checks import Finding, check_keputusan, check_rencana_aksi
from zona.records.checks_capaian import Surroundings, check_capaian
from zona.records.jadwal import UnreadableTime
from zona.records.keputusan import Keputusan
from zona.records.messages import problems_of
from zona.records.problems import DataError, Problem, did_you_mean
from zona.records.rencana_aksi import RencanaAksi
from zona.records.riwayat import Riwayat, read_riwayat
from zona.records.situs import Situs
from zona.records.yaml_reader import read_yaml

SITUS, KEPUTUSAN, RENCANA_AKSI = "situs.yml", "keputusan.yml", "rencana-aksi.yml"
CAPAIAN, BUKTI = "capaian", "bukti"

_YEAR = re.compile(r"20[0-9]{2}")
_IGNORED = re.compile(r"\..*|Thumbs\.db|desktop\.ini", re.IGNORECASE)

T = TypeVar("T")
M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True)
class Sumber(Generic[T]):
    """A record and the file it was read from: `path` below the data folder, `raw` as people wrote it, `baris` of each key."""

    isi: T
    path: str
    raw: bytes
    baris: dict[str, int]


@dataclass(frozen=True)
class Tahun:
    """Everything of one year."""

    tahun: int
    keputusan: Sumber[Keputusan]
    rencana_aksi: Sumber[RencanaAksi]
    capaian: tuple[Sumber[Capaian], ...]
    bukti: dict[str, BerkasBukti]


@dataclass(frozen=True)
class Data:
    """Everything of one office: its site, and its years from the oldest to the newest; `label` names the folder, and
    `riwayat` tells how it came about, where git keeps it."""

    label: str
    situs: Sumber[Situs]
    tahun: tuple[Tahun, ...]
    riwayat: Riwayat | None = None


class _Reader:
    """Reads the files of one data folder, gathering problems instead of stopping at the first."""

    def __init__(self, root: Path, label: str, known_good: KnownGood) -> None:
        self.root, self.label, self.known_good = root, label, known_good
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
        lines = {str(loc[0]): line for loc, line in document.lines.items() if len(loc) == 1}
        return Sumber(isi, path, document.raw, lines) if isi is not None else None

    def names(self, path: str) -> list[str]:
        """The names in a folder, without what desktops leave behind."""
        return sorted(item.name for item in (self.root / path).iterdir() if not _IGNORED.fullmatch(item.name))

    def folder(self, path: str, known: tuple[str, ...]) -> None:
        """A name that nothing reads is a problem: its writer thinks that it is published."""
        for name in self.names(path):
            if name not in known:
                place = "/".join(part for part in (self.label, path, name) if part)
                self.problems.append(Problem(place, 1, f"“{name}” tidak dikenal di sini", did_you_mean(name, known)))

    def year(self, name: str, situs: Situs | None) -> Tahun | None:
        tahun = int(name)
        self.folder(name, (KEPUTUSAN, RENCANA_AKSI, CAPAIAN))
        keputusan = self.read(f"{name}/{KEPUTUSAN}", Keputusan, lambda value: check_keputusan(value, tahun))
        rencana = self.read(f"{name}/{RENCANA_AKSI}", RencanaAksi, lambda value: check_rencana_aksi(value, tahun))
        bukti = self.evidence(name)
        around = Surroundings(
            periode=periods_of(rencana.isi, tahun) if rencana else {},
            tanggal_keputusan=keputusan.isi.tanggal if keputusan else None,
            peran=situs.peran if situs else (),
            bukti=bukti,
            kontak_resmi=situs.kontak_resmi if situs else (),
        )
        capaian = self.capaian(name, around)
        self.unused(name, bukti, capaian)
        return Tahun(tahun, keputusan, rencana, capaian, bukti) if keputusan and rencana else None

    def evidence(self, name: str) -> dict[str, BerkasBukti]:
        """The year's evidence files; what is wrong with them is noted."""
        bukti, problems = read_evidence(
            self.root / BUKTI / name, root=self.root, known=self.known_good.known, remember=self.known_good.remember
        )
        for berkas, masalah, saran in problems:
            self.problems.append(Problem(f"{self.label}/{BUKTI}/{name}/{berkas}", 1, masalah, saran))
        return bukti

    def capaian(self, name: str, around: Surroundings) -> tuple[Sumber[Capaian], ...]:
        """The year's records, ordered by file name; two of a day that say different things of one period are a problem."""
        if not (self.root / name / CAPAIAN).is_dir():
            return ()
        names = self.names(f"{name}/{CAPAIAN}")
        for item in names:
            if not item.endswith(".yml"):
                place = f"{self.label}/{name}/{CAPAIAN}/{item}"
                self.problems.append(
                    Problem(place, 1, f"“{item}” bukan catatan", "di sini hanya berkas .yml; bukti di folder bukti")
                )
        records = []
        for item in names:
            if item.endswith(".yml"):
                check = partial(check_capaian, nama=item, around=around)
                record = self.read(f"{name}/{CAPAIAN}/{item}", Capaian, check)
                records += [record] if record else []
        for record, masalah, saran in contradictions(records):
            self.problems.append(Problem(f"{self.label}/{record.path}", record.baris.get("hasil", 1), masalah, saran))
        return tuple(records)

    def unused(self, name: str, bukti: dict[str, BerkasBukti], capaian: tuple[Sumber[Capaian], ...]) -> None:
        """Evidence that no record cites would be published by nobody: its giver thinks it is."""
        cited = {item.berkas for record in capaian for item in record.isi.bukti}
        for berkas in bukti:
            if berkas not in cited and len(capaian) == self.count_records(name):
                place = f"{self.label}/{BUKTI}/{name}/{berkas}"
                self.problems.append(
                    Problem(place, 1, "berkas bukti tidak dipakai catatan mana pun", "sebut di catatan, atau hapus")
                )

    def count_records(self, name: str) -> int:
        """How many record files there are, readable or not: an unreadable one may cite what seems unused.

        Hidden ones count too: `catat` stopped half-way leaves one, and its evidence is not unused for that.
        """
        return len(list((self.root / name / CAPAIAN).glob("*.yml")))


def periods_of(rencana: RencanaAksi, tahun: int) -> dict[str, tuple[str, ...]]:
    """Each action's period codes; an action whose time can't be read is left out, and blamed elsewhere."""
    periods = {}
    for aksi in rencana.semua_aksi():
        with suppress(UnreadableTime):
            periods[aksi.kode] = tuple(item.periode for item in aksi.tenggat(tahun))
    return periods


def contradictions(records: list[Sumber[Capaian]]) -> Iterator[tuple[Sumber[Capaian], str, str]]:
    """Records of one period and one day that say different things: neither can be the later word."""
    first: dict[tuple[str, str, date], Sumber[Capaian]] = {}
    for record in records:
        isi = record.isi
        other = first.setdefault((isi.aksi, isi.periode, isi.tanggal), record)
        if other.isi.hasil is not isi.hasil:
            names = other.path.rpartition("/")[2]
            yield (
                record,
                f"bertentangan dengan {names}: hari yang sama, hasil yang lain",
                "hapus salah satu, atau betulkan tanggalnya",
            )


def load_data(root: Path, *, label: str = "data", cache: Path | None = None) -> Data:
    """Everything of the office whose data folder is `root`; `label` is how problems name the folder.

    `cache` is a folder that remembers which evidence files were found good, by their content.

    Raises `DataError` with every problem of every file.
    """
    if not root.is_dir():
        raise DataError([Problem(label, 1, "folder data tidak ada", "periksa letak dan nama foldernya")])
    reader = _Reader(root, label, KnownGood(cache))
    situs = reader.read(SITUS, Situs, lambda _: iter(()))
    years = sorted(item.name for item in root.iterdir() if _YEAR.fullmatch(item.name) and item.is_dir())
    reader.folder("", (SITUS, BUKTI, *years))
    if (root / BUKTI).is_dir():
        reader.folder(BUKTI, tuple(years))
    tahun = [year for name in years if (year := reader.year(name, situs.isi if situs else None))]
    if not years:
        reader.problems.append(Problem(label, 1, "belum ada folder tahun", "buat folder bernama tahunnya, misalnya 2026"))
    if reader.problems or situs is None:
        raise DataError(reader.problems)
    return Data(label, situs, tuple(tahun), read_riwayat(root))
