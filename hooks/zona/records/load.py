"""A data folder in; one frozen value with everything in it out, or every problem of every file at once."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from zona.problems import Line, Problem
from zona.records.capaian.bukti import BerkasBukti, read_evidence
from zona.records.capaian.capaian import Capaian
from zona.records.capaian.capaian_checks import Surroundings, check_capaian
from zona.records.git_history import Riwayat, read_riwayat
from zona.records.informasi.dasar_hukum import DasarHukum
from zona.records.informasi.docs import NO_DOCS, Docs
from zona.records.informasi.kanal import DaftarKanal
from zona.records.informasi.lapor import Lapor
from zona.records.informasi.load_information import DASAR_HUKUM, KANAL, LAPOR, read_information
from zona.records.informasi.prosa import Prosa
from zona.records.laporan.benturan_kepentingan import BenturanKepentingan, check_benturan_kepentingan
from zona.records.laporan.gratifikasi import Gratifikasi, check_gratifikasi
from zona.records.laporan.inovasi import Inovasi
from zona.records.laporan.laporan import Laporan
from zona.records.laporan.laporan_checks import check_laporan
from zona.records.laporan.laporan_harta import LaporanHarta, check_laporan_harta
from zona.records.laporan.layanan import Layanan, check_layanan
from zona.records.laporan.pakta_integritas import PaktaIntegritas, check_pakta_integritas
from zona.records.laporan.spip import Spip, check_spip
from zona.records.laporan.survei import Survei, check_survei
from zona.records.pengaduan.pengaduan import PengaduanBulan
from zona.records.pengaduan.pengaduan_checks import PengaduanSurroundings, broken_chains, check_pengaduan
from zona.records.peran import roles_of
from zona.records.reading.data_error import DataError, Found
from zona.records.reading.file_reader import FileReader, Source
from zona.records.rencana.keputusan import Keputusan
from zona.records.rencana.rencana_aksi import RencanaAksi
from zona.records.rencana.rencana_checks import check_keputusan, check_rencana_aksi
from zona.records.situs import Situs

SITUS, KEPUTUSAN, RENCANA_AKSI = "situs.yml", "keputusan.yml", "rencana-aksi.yml"
# JSON Schemas for editors: made from the models, and not read as data.
SKEMA = "skema"
CAPAIAN, BUKTI, PENGADUAN, SURVEI = "capaian", "bukti", "pengaduan", "survei"
# The yearly reports: each a file of its own, none of them needed.
# Any: each check takes its own kind of report, which the table below pairs it with.
CheckOfYear = Callable[[Any, int, Surroundings], Found]
LAPORAN: dict[str, tuple[type[Laporan], CheckOfYear]] = {
    "gratifikasi.yml": (Gratifikasi, check_gratifikasi),
    "benturan-kepentingan.yml": (BenturanKepentingan, check_benturan_kepentingan),
    "spip.yml": (Spip, check_spip),
    "inovasi.yml": (Inovasi, check_laporan),
    "laporan-harta.yml": (LaporanHarta, check_laporan_harta),
    "pakta-integritas.yml": (PaktaIntegritas, check_pakta_integritas),
    "layanan.yml": (Layanan, check_layanan),
}

_YEAR = re.compile(r"20[0-9]{2}")
_MONTH_FILE = re.compile(r"(0[1-9]|1[0-2])\.yml")


@dataclass(frozen=True)
class LaporanTahunan:
    """The yearly reports of one year; None where there is no such file."""

    gratifikasi: Source[Gratifikasi] | None = None
    benturan_kepentingan: Source[BenturanKepentingan] | None = None
    spip: Source[Spip] | None = None
    inovasi: Source[Inovasi] | None = None
    laporan_harta: Source[LaporanHarta] | None = None
    pakta_integritas: Source[PaktaIntegritas] | None = None
    layanan: Source[Layanan] | None = None


@dataclass(frozen=True)
class Tahun:
    """Everything of one year."""

    tahun: int
    keputusan: Source[Keputusan]
    rencana_aksi: Source[RencanaAksi]
    capaian: tuple[Source[Capaian], ...]
    bukti: dict[str, BerkasBukti]
    pengaduan: tuple[Source[PengaduanBulan], ...] = ()
    survei: tuple[Source[Survei], ...] = ()
    laporan: LaporanTahunan = LaporanTahunan()

    def semua_laporan(self) -> list[Source[Laporan]]:
        """The surveys, and the yearly reports that there are."""
        return [*self.survei, *(item for item in vars(self.laporan).values() if item is not None)]


@dataclass(frozen=True)
class Data:
    """Everything of one office: its site, its years from the oldest to the newest, how they came about where git keeps it
    (`riwayat`), and what pages of information are made of (None: no such file); `label` names the folder."""

    label: str
    situs: Source[Situs]
    tahun: tuple[Tahun, ...]
    riwayat: Riwayat | None = None
    dasar_hukum: Source[DasarHukum] | None = None
    kanal: Source[DaftarKanal] | None = None
    lapor: Source[Lapor] | None = None
    prosa: tuple[Prosa, ...] = ()
    docs: Docs = NO_DOCS


class _OfficeReader(FileReader):
    """Reads an office: its site, and its years, each file checked against the rest of its year."""

    def __init__(self, root: Path, label: str, cache: Path | None) -> None:
        super().__init__(root, label)
        self.cache = cache

    def office(self) -> tuple[Source[Situs] | None, tuple[Tahun, ...]]:
        """The site, and every year from the oldest to the newest. Raises `DataError` where there is no folder at all."""
        names = self.names("")
        if names is None:
            if not self.problems:
                self.refuse("", "folder data tidak ada", "periksa letak dan nama foldernya")
            raise DataError(self.problems)
        situs = self.read(SITUS, Situs, lambda _: iter(()))
        years = [name for name in names if _YEAR.fullmatch(name)]
        self.folder("", (SITUS, KANAL, LAPOR, DASAR_HUKUM, BUKTI, SKEMA, *years))
        self.folder(BUKTI, tuple(years))
        tahun = [year for name in years if (year := self.year(name, situs.isi if situs else None))]
        self.problems += broken_chains(self.label, [month for year in tahun for month in year.pengaduan])
        if not years:
            self.refuse("", "belum ada folder tahun", "buat folder bernama tahunnya, misalnya 2026")
        return situs, tuple(tahun)

    def year(self, name: str, situs: Situs | None) -> Tahun | None:
        """One year; None where its decree or its plan can't be read."""
        tahun = int(name)
        names = self.folder(name, (KEPUTUSAN, RENCANA_AKSI, CAPAIAN, PENGADUAN, SURVEI, *LAPORAN))
        if names is None:
            return None
        keputusan = self.read(f"{name}/{KEPUTUSAN}", Keputusan, partial(check_keputusan, folder=tahun))
        rencana = self.read(f"{name}/{RENCANA_AKSI}", RencanaAksi, partial(check_rencana_aksi, folder=tahun))
        bukti = self.evidence(name)
        around = Surroundings(
            periode=periods_of(rencana.isi) if rencana and rencana.isi.tahun == tahun else {},
            tanggal_keputusan=keputusan.isi.tanggal if keputusan else None,
            peran=roles_of(situs.peran) if situs else {},
            bukti=bukti,
            kontak_resmi=situs.kontak_resmi if situs else (),
        )
        capaian = self.capaian(name, around)
        self.unused(name, bukti, capaian)
        pengaduan = self.pengaduan(name, PengaduanSurroundings(tahun, around.peran, around.kontak_resmi))
        survei, laporan = self.survei(name, around), self.laporan(name, names, around)
        if not (keputusan and rencana):
            return None
        return Tahun(tahun, keputusan, rencana, capaian, bukti, pengaduan, survei, laporan)

    def evidence(self, name: str) -> dict[str, BerkasBukti]:
        """The year's evidence files; what is wrong with them is noted."""
        if self.names(f"{BUKTI}/{name}") is None:
            return {}
        bukti, problems = read_evidence(self.root / BUKTI / name, root=self.root, cache=self.cache)
        for item in problems:
            self.refuse(f"{BUKTI}/{name}/{item.place}", *item.fault)
        return bukti

    def capaian(self, name: str, around: Surroundings) -> tuple[Source[Capaian], ...]:
        """The year's records, ordered by file name; two of a day that say different things of one period are a problem."""
        records = []
        for item in self.names(f"{name}/{CAPAIAN}") or ():
            path = f"{name}/{CAPAIAN}/{item}"
            if item.endswith(".yml"):
                record = self.read(path, Capaian, partial(check_capaian, nama=item, around=around))
                records += [record] if record else []
            else:
                self.refuse(path, f"“{item}” bukan catatan", "di sini hanya berkas .yml; bukti di folder bukti")
        self.problems += contradictions(self.label, records)
        return tuple(records)

    def pengaduan(self, name: str, around: PengaduanSurroundings) -> tuple[Source[PengaduanBulan], ...]:
        """The year's months of complaint counts, in order; a month without a file was not reported."""
        months = []
        for item in self.names(f"{name}/{PENGADUAN}") or ():
            path = f"{name}/{PENGADUAN}/{item}"
            if _MONTH_FILE.fullmatch(item):
                month = self.read(path, PengaduanBulan, partial(check_pengaduan, nama=item, around=around))
                months += [month] if month else []
            else:
                hint = "di sini hanya 01.yml sampai 12.yml, satu berkas satu bulan"
                self.refuse(path, f"“{item}” bukan berkas bulan pengaduan", hint)
        return tuple(months)

    def survei(self, name: str, around: Surroundings) -> tuple[Source[Survei], ...]:
        """The year's surveys, in the order of the days on which they ended."""
        found = []
        for item in self.names(f"{name}/{SURVEI}") or ():
            check = partial(check_survei, nama=item, tahun=int(name), around=around)
            record = self.read(f"{name}/{SURVEI}/{item}", Survei, check)
            found += [record] if record else []
        return tuple(sorted(found, key=lambda record: (record.isi.tanggal_selesai, record.path)))

    def laporan(self, name: str, names: list[str], around: Surroundings) -> LaporanTahunan:
        """The year's reports, as far as there are files among the year's `names`."""
        found: dict[str, Any] = {}  # the reports by the names of `LaporanTahunan`, each of its own kind
        for item, (model, check) in LAPORAN.items():
            if item in names:
                key = item.removesuffix(".yml").replace("-", "_")
                found[key] = self.read(f"{name}/{item}", model, partial(_check_of_year, check, int(name), around))
        return LaporanTahunan(**found)

    def unused(self, name: str, bukti: dict[str, BerkasBukti], capaian: tuple[Source[Capaian], ...]) -> None:
        """Evidence that no record cites would be published by nobody: its giver thinks it is."""
        cited = {item.berkas for record in capaian for item in record.isi.bukti}
        for berkas in bukti:
            if berkas not in cited and len(capaian) == self.count_records(name):
                masalah = "berkas bukti tidak dipakai catatan mana pun"
                self.refuse(f"{BUKTI}/{name}/{berkas}", masalah, "sebut di catatan, atau hapus")

    def count_records(self, name: str) -> int | None:
        """How many record files there are, readable or not: an unreadable one may cite what seems unused. None where they can't
        be counted.

        Hidden ones count too: `catat` stopped half-way leaves one, and its evidence is not unused for that.
        """
        try:
            return sum(item.name.endswith(".yml") for item in (self.root / name / CAPAIAN).iterdir())
        except FileNotFoundError:
            return 0
        except OSError:
            return None


def _check_of_year(check: CheckOfYear, tahun: int, around: Surroundings, laporan: Laporan) -> Found:
    return check(laporan, tahun, around)


def periods_of(rencana: RencanaAksi) -> dict[str, tuple[str, ...]]:
    """Each action's period codes; an action whose time can't be read is left out, and blamed elsewhere."""
    return {aksi.kode: tuple(item.periode for item in aksi.tenggat) for aksi in rencana.semua_aksi() if aksi.tenggat}


def contradictions(label: str, records: list[Source[Capaian]]) -> Iterator[Problem[Line]]:
    """Records of one period and one day that say different things: neither can be the later word."""
    first: dict[tuple[str, str, date], Source[Capaian]] = {}
    for record in records:
        isi = record.isi
        other = first.setdefault((isi.aksi, isi.periode, isi.tanggal), record)
        if other.isi.hasil is not isi.hasil:
            masalah = f"bertentangan dengan {other.path.rpartition('/')[2]}: hari yang sama, hasil yang lain"
            yield Problem(record.line(label, "hasil"), masalah, "hapus salah satu, atau betulkan tanggalnya")


def load_data(
    root: Path, *, label: str = "data", cache: Path | None = None, prosa: Path | None = None, taken: Collection[str] = ()
) -> Data:
    """Everything of the office whose data folder is `root`; `label` is how problems name the folder.

    `cache` is a folder that keeps which evidence files were found good, by their content. `prosa` is the folder with
    the pages of prose; they are left out for an office that has no channels, no chooser and no rules. `taken` are the names at
    the top of the site that no hand-written page may have.

    Raises `DataError` with every problem of every file.
    """
    reader = _OfficeReader(root, label, cache)
    situs, tahun = reader.office()
    information = read_information(
        reader,
        situs.isi if situs else None,
        [year.rencana_aksi.isi for year in tahun],
        [month for year in tahun for month in year.pengaduan],
        prosa,
        taken,
    )
    if reader.problems or situs is None:
        raise DataError(reader.problems)
    return Data(label, situs, tahun, read_riwayat(root), **vars(information))
