"""The office that `catat` writes for: its data, its day, and what a record is checked against."""

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import click
from zona.findings.per_tanggal import read_per_tanggal
from zona.records.capaian.capaian import Capaian
from zona.records.capaian.corrections import name_of
from zona.records.load import Data, Tahun, load_data, periods_of
from zona.records.reading.data_error import did_you_mean
from zona.records.reading.file_reader import Source
from zona.records.reading.rules import Surroundings
from zona.records.rencana.jadwal import Tenggat
from zona.records.situs import open_on, roles_of

from cli.catat import write_record
from cli.indonesian_click import Refused
from cli.options import CACHE, ROOT


@dataclass(frozen=True)
class Office:
    """Its data, where they lie and how they are called, and the day at the office."""

    data: Data
    root: Path
    today: date

    @property
    def peran(self) -> tuple[str, ...]:
        """The roles that may record and verify. Raises `Refused` where situs.yml names none, or all have ended."""
        roles = open_on(roles_of(self.data.situs.isi.peran), self.today)
        if not roles:
            raise Refused("situs.yml belum menyebut peran yang masih berlaku; tambahkan jabatan atau tim yang boleh mencatat")
        return roles

    def load(self) -> Data:
        """The data as they are now."""
        return load_data(self.root, label=self.data.label, cache=CACHE)

    def name(self, path: Path) -> str:
        """A path as people write it."""
        return f"{self.data.label}/{path.relative_to(self.root).as_posix()}"

    def actions(self) -> dict[str, str]:
        """Every action with its component, as the newest year whose plan has it calls it."""
        actions: dict[str, str] = {}
        for year in reversed(self.data.tahun):
            for row in year.rencana_aksi.isi.semua_aksi():
                actions.setdefault(row.kode, row.komponen)
        return actions

    def periods(self, aksi: str) -> dict[str, tuple[Tahun, Tenggat]]:
        """Every period of the action by its code, the newest year's first: December is often recorded when the next year's
        plan is there already."""
        return {
            item.periode: (year, item)
            for year in reversed(self.data.tahun)
            for row in year.rencana_aksi.isi.semua_aksi()
            if row.kode == aksi
            for item in row.tenggat
        }

    def around(self, year: Tahun) -> Surroundings:
        """What the loader checks a record of the year against."""
        situs = self.data.situs.isi
        periods = periods_of(year.rencana_aksi.isi)
        bukti = {nama: item.sha256 for nama, item in year.bukti.items()}
        return Surroundings(periods, year.keputusan.isi.tanggal, roles_of(situs.peran), bukti, situs.kontak_resmi)

    def find_record(self, text: str) -> Source[Capaian]:
        """The record whose file is meant, by its path or its name, which may end before the fingerprint where there is only
        one such record."""
        records = {record.path: record for year in self.data.tahun for record in year.capaian}
        text = text.strip().strip("\"'")
        for path, found in records.items():
            if Path(text).resolve() == (self.root / path).resolve() or text in (path, Path(path).name, Path(path).stem):
                return found
        if not records:
            raise Refused("belum ada catatan di sini")
        stem = Path(text).name.removesuffix(".yml")
        own = [found for path, found in records.items() if Path(path).stem.rpartition("_")[0] == stem]
        if len(own) == 1:
            return own[0]
        if own:
            raise Refused(f"ada {len(own)} catatan “{text}”; sebut salah satu: {', '.join(map(name_of, own))}")
        names = [Path(path).name for path in records]
        raise Refused(f"catatan “{text}” tidak ada; {did_you_mean(Path(text).name, names)}")

    def tell_commit(self, paths: Sequence[Path], message: str) -> None:
        """The line to commit with, and how it goes in a browser."""
        names = [self.name(path) for path in paths]
        quoted = " ".join(f'"{name}"' if re.search(r"[^\w./-]", name) else name for name in names)
        click.echo(f'Kirim (commit):\n  git add {quoted} && git commit -m "{message}"')
        where = self.data.situs.isi.repositori or "halaman repositori"
        folders = " dan ".join(dict.fromkeys(name.rpartition("/")[0] for name in names))
        click.echo(f"Tanpa git: buka {where} di peramban, masuk ke folder {folders},")
        click.echo("  pilih Add file → Upload files, unggah berkas di atas, lalu Commit changes.")


def open_office(data: str | None, per_tanggal: str | None) -> Office:
    """Tidy up after killed runs, then read everything; raises `DataError` and `UnreadableDate`."""
    root = Path(data) if data else ROOT / "data"
    write_record.clean_up(root)
    records = load_data(root, label=(data or "data").rstrip("/\\"), cache=CACHE, agreeing=False)
    asked = per_tanggal or os.environ.get("ZI_PER_TANGGAL")
    today = read_per_tanggal(asked, now=datetime.now(UTC), zona_waktu=records.situs.isi.zona_waktu)
    return Office(records, root, today)
