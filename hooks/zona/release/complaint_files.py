"""What the office has of complaints: months with their true counts in `data-tertutup/`, beside the data folder, and releases in
the data folder. Files in; the releases that are missing, or every problem, out."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from zona.findings.pengaduan.statistics import is_over
from zona.problems import Line, Problem
from zona.records.load import MONTHS, PENGADUAN, OfficeReader
from zona.records.pengaduan.pengaduan import PengaduanBulan, broken_chains, closed_folder
from zona.records.pengaduan.rilis import RilisPengaduan, broken_releases
from zona.records.reading.data_error import DataError
from zona.records.reading.file_reader import FileReader, Source
from zona.records.reading.rules import Surroundings
from zona.records.reading.yaml_reader import read_yaml
from zona.records.situs import Situs
from zona.release.next_release import NotReleasable, next_release


@dataclass(frozen=True)
class ComplaintFiles:
    """The months and the releases, each in order of time; `misplaced` are the months that lie in the data folder, where
    releases belong. `label` and `closed_label` name both folders."""

    situs: Situs
    label: str
    closed_label: str
    raw: tuple[Source[PengaduanBulan], ...]
    released: tuple[Source[RilisPengaduan], ...]
    misplaced: tuple[Source[PengaduanBulan], ...] = ()

    def missing_releases(self, per_tanggal: date) -> list[RilisPengaduan]:
        """The releases of months that are over by a date and have none, in the order in which they are made. Raises
        `DataError` with every reason why they can't be made."""
        months = [source.isi for source in (*self.raw, *self.misplaced) if is_over(source.isi.bulan, per_tanggal)]
        found: list[RilisPengaduan] = []
        before = [source.isi for source in self.released]
        try:
            while made := next_release(months, [*before, *found]):
                found.append(made)
        except NotReleasable as error:
            raise DataError(Problem(self._place(*item.place), *item.fault) for item in error.problems) from None
        return found

    def waiting(self, per_tanggal: date) -> list[str]:
        """The months that are not over."""
        return [source.isi.bulan for source in self.raw if not is_over(source.isi.bulan, per_tanggal)]

    def _place(self, bulan: str, key: str) -> Line:
        """Where a month's true count stands; of a month without, its release."""
        for label, sources in ((self.closed_label, self.raw), (self.label, self.misplaced), (self.label, self.released)):
            for source in sources:
                if source.isi.bulan == bulan:
                    return source.line(label, key)
        return Line(self.closed_label)


def read_complaints(root: Path, label: str, *, moving: bool = False) -> ComplaintFiles:
    """The months and releases of the office whose data folder is `root`. Raises `DataError` with every problem of their files;
    `moving` takes months with true counts in the data folder for no problem, because they are about to be moved."""
    reader = OfficeReader(root, label)
    years = reader.years()
    office = reader.office()
    situs, around = office.situs, office.around
    folder, (parent, slash, _) = closed_folder(root), label.rpartition("/")
    closed = FileReader(folder, parent + slash + folder.name)
    raw = [month for year in closed.names("") or () for month in _closed_year(closed, year, years, around)]
    released: list[Source[RilisPengaduan]] = []
    astray: list[Source[PengaduanBulan]] = []
    leave = misplaced(root) if moving else []
    for year in years:
        own = replace(around, tahun=int(year))
        released += reader.files(f"{year}/{PENGADUAN}", RilisPengaduan, own, *MONTHS, leave=leave)
        for path in leave:
            if path.startswith(f"{year}/") and (month := reader.read(path, PengaduanBulan, replace(own, nama=path[-6:]))):
                astray.append(month)
    both = {month.path: month for month in [*astray, *raw]}
    for month in astray:
        if both[month.path].raw != month.raw:
            closed.refuse(month.path, f"isinya lain dari {label}/{month.path}", "hapus yang keliru, lalu ulangi")
    chain = sorted(both.values(), key=lambda month: month.isi.bulan)
    problems = [*reader.problems, *closed.problems, *broken_releases(label, released), *broken_chains(closed.label, chain)]
    if problems or situs is None:
        raise DataError(problems)
    return ComplaintFiles(situs.isi, label, closed.label, tuple(raw), tuple(released), tuple(astray))


def misplaced(root: Path) -> list[str]:
    """The months with true counts in a data folder, by their path below it."""
    found = []
    for path in sorted(root.glob(f"[0-9][0-9][0-9][0-9]/{PENGADUAN}/[01][0-9].yml")):
        value = read_yaml(path, label=path.name, root=root).value
        if isinstance(value, dict) and isinstance(value.get("masuk"), dict):
            found.append(path.relative_to(root).as_posix())
    return found


def _closed_year(closed: FileReader, year: str, years: list[str], around: Surroundings) -> Iterator[Source[PengaduanBulan]]:
    """The months of a year's folder of true counts."""
    if year not in years:
        closed.refuse(year, f"“{year}” bukan tahun yang ada di data", "buat dulu dengan zi.py tahun-baru, atau pindahkan")
        return
    closed.folder(year, (PENGADUAN,))
    yield from closed.files(f"{year}/{PENGADUAN}", PengaduanBulan, replace(around, tahun=int(year)), *MONTHS)
