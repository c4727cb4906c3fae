"""The office that records: its data, its day, and what a record is checked against."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from zona.desk.write_record import clean_up
from zona.findings.per_tanggal import read_per_tanggal
from zona.problems import NotTaken
from zona.records.capaian.capaian import Capaian
from zona.records.capaian.corrections import name_of
from zona.records.load import Data, Tahun, load_data, periods_of
from zona.records.reading.data_error import did_you_mean
from zona.records.reading.file_reader import Source
from zona.records.reading.rules import Surroundings
from zona.records.rencana.jadwal import Tenggat
from zona.records.situs import open_on, roles_of


@dataclass(frozen=True)
class Office:
    """Its data, where they lie, where what was worked out once is kept, and the day at the office."""

    data: Data
    root: Path
    cache: Path
    today: date

    @property
    def peran(self) -> tuple[str, ...]:
        """The roles that may record and verify. Raises `NotTaken` where situs.yml names none, or all have ended."""
        roles = open_on(roles_of(self.data.situs.isi.peran), self.today)
        if not roles:
            raise NotTaken("situs.yml belum menyebut peran yang masih berlaku; tambahkan jabatan atau tim yang boleh mencatat")
        return roles

    def load(self) -> Data:
        """The data as they are now."""
        return load_data(self.root, label=self.data.label, cache=self.cache)

    def name(self, path: Path) -> str:
        """A path as people write it."""
        return f"{self.data.label}/{path.relative_to(self.root).as_posix()}"

    def actions(self) -> dict[str, str]:
        """Every action with its component, as the newest year whose plan has it calls it."""
        actions: dict[str, str] = {}
        for year in reversed(self.data.tahun):
            for row in year.rencana_aksi.isi.semua_aksi():
                actions.setdefault(row.kode, row.nama)
        return actions

    def periods(self, aksi: str) -> dict[str, tuple[Tahun, Tenggat | None]]:
        """Every period of the action by its code, the newest year's first: December is often recorded when the next year's
        plan is there already. An action without deadlines has the year, and no last day."""
        return {
            periode: (year, next((item for item in row.tenggat if item.periode == periode), None))
            for year in reversed(self.data.tahun)
            for row in year.rencana_aksi.isi.semua_aksi()
            if row.kode == aksi
            for periode in row.periode
        }

    def around(self, year: Tahun) -> Surroundings:
        """What the loader checks a record of the year against."""
        situs = self.data.situs.isi
        periods = periods_of(year.rencana_aksi.isi)
        bukti = {nama: item.sha256 for nama, item in year.bukti.items()}
        dasar = year.dasar
        return Surroundings(periods, dasar.sejak, dasar.asal_hari, roles_of(situs.peran), bukti, situs.kontak_resmi)

    def find_record(self, text: str) -> Source[Capaian]:
        """The record whose file is meant, by its path or its name, which may end before the fingerprint where there is only
        one such record."""
        records = {record.path: record for year in self.data.tahun for record in year.capaian}
        text = text.strip().strip("\"'")
        for path, found in records.items():
            if Path(text).resolve() == (self.root / path).resolve() or text in (path, Path(path).name, Path(path).stem):
                return found
        if not records:
            raise NotTaken("belum ada laporan di sini")
        stem = Path(text).name.removesuffix(".yml")
        own = [found for path, found in records.items() if Path(path).stem.rpartition("_")[0] == stem]
        if len(own) == 1:
            return own[0]
        if own:
            raise NotTaken(f"ada {len(own)} laporan “{text}”; sebut salah satu: {', '.join(map(name_of, own))}")
        names = [Path(path).name for path in records]
        raise NotTaken(f"laporan “{text}” tidak ada; {did_you_mean(Path(text).name, names)}")


def read_office(root: Path, label: str, cache: Path, asked: str | None, now: datetime) -> Office:
    """Tidy up after killed runs, then read everything. `label` is how people call the folder; `asked` and `now` as for
    `read_per_tanggal`. Raises `DataError` and `UnreadableDate`."""
    clean_up(root)
    records = load_data(root, label=label, cache=cache, agreeing=False)
    return Office(records, root, cache, read_per_tanggal(asked, now=now, zona_waktu=records.situs.isi.zona_waktu))
