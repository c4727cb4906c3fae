"""A data folder in; one frozen value with everything in it out, or every problem of every file at once."""

import re
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from zona.records.capaian.bukti import BerkasBukti, read_evidence
from zona.records.capaian.capaian import Capaian
from zona.records.capaian.corrections import bad_references, contradictions
from zona.records.git_history import Riwayat, read_riwayat
from zona.records.informasi.dasar_hukum import DasarHukum
from zona.records.informasi.docs_files import NO_DOCS, Docs, read_docs, with_glossary
from zona.records.informasi.hari_libur import HariLibur
from zona.records.informasi.joined_prose import pack_pages, read_prose
from zona.records.informasi.kanal import DaftarKanal, owned_by
from zona.records.informasi.lapor import Lapor
from zona.records.informasi.prosa import Prosa, taken_names
from zona.records.laporan.laporan import Laporan
from zona.records.laporan.laporan_tahunan import LAPORAN, LaporanTahunan
from zona.records.laporan.survei import Survei
from zona.records.lke.pemetaan import PemetaanLke, unknown_pages
from zona.records.paket.joined_lists import ListReader
from zona.records.paket.paket import KATEGORI, PaketKantor, open_packs, pack_faults, packs_of
from zona.records.pengaduan.rilis import RilisPengaduan, broken_releases
from zona.records.reading.data_error import DataError
from zona.records.reading.fields import Record
from zona.records.reading.file_reader import FileReader, Source
from zona.records.reading.rules import Surroundings
from zona.records.rencana.dasar import Dasar, DasarLain
from zona.records.rencana.keputusan import Keputusan
from zona.records.rencana.rencana_aksi import RencanaAksi
from zona.records.situs import Situs, roles_of

SITUS, KEPUTUSAN, DASAR, RENCANA_AKSI = "situs.yml", "keputusan.yml", "dasar.yml", "rencana-aksi.yml"
KANAL, LAPOR, DASAR_HUKUM, HARI_LIBUR = "kanal.yml", "lapor.yml", "dasar-hukum.yml", "hari-libur.yml"
SKEMA = "skema"  # JSON Schemas for editors: made from the models, and not read as data
CAPAIAN, BUKTI, PENGADUAN, SURVEI = "capaian", "bukti", "pengaduan", "survei"
LKE = "lke.yml"
UNFINISHED = ".zi-catat-"  # how hidden files begin that a killed run leaves: what it had written as yet may be cited by nobody
# The files by their path below the data folder, the year apart; a folder stands for each of its files.
MODELS: dict[str, type[Record]] = {
    SITUS: Situs,
    KANAL: DaftarKanal,
    LAPOR: Lapor,
    DASAR_HUKUM: DasarHukum,
    HARI_LIBUR: HariLibur,
    KEPUTUSAN: Keputusan,
    DASAR: DasarLain,
    RENCANA_AKSI: RencanaAksi,
    CAPAIAN: Capaian,
    PENGADUAN: RilisPengaduan,
    SURVEI: Survei,
    LKE: PemetaanLke,
    **LAPORAN,
}

# How the file of a month is called, and what is wrong with another name.
MONTHS = (
    r"(0[1-9]|1[0-2])\.yml",
    ("bukan berkas bulan pengaduan", "di sini hanya 01.yml sampai 12.yml, satu berkas satu bulan"),
)

_YEAR = re.compile(r"20[0-9]{2}")


@dataclass(frozen=True)
class Tahun:
    """Everything of one year. Its plan rests on a decree (`keputusan`), on another document (`dasar_lain`), or on nothing
    written."""

    tahun: int
    keputusan: Source[Keputusan] | None
    rencana_aksi: Source[RencanaAksi]
    capaian: tuple[Source[Capaian], ...]
    bukti: dict[str, BerkasBukti]
    pengaduan: tuple[Source[RilisPengaduan], ...] = ()
    survei: tuple[Source[Survei], ...] = ()
    laporan: LaporanTahunan = field(default_factory=LaporanTahunan)
    lke: Source[PemetaanLke] | None = None
    dasar_lain: Source[DasarLain] | None = None

    @property
    def dasar(self) -> Dasar:
        """What the plan rests on."""
        return _basis(self.tahun, self.keputusan, self.dasar_lain)

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
    hari_libur: Source[HariLibur] | None = None
    paket: PaketKantor = field(default_factory=PaketKantor)


@dataclass
class OfficeReader(FileReader):
    """Reads an office's years, each file checked against the rest of its year."""

    cache: Path | None = None
    agreeing: bool = True

    def years(self) -> list[str]:
        """The names of the years, the oldest first. Raises `DataError` where there is no data folder at all."""
        names = self.names("")
        if names is None:
            if not self.problems:
                self.refuse("", "folder data tidak ada", "periksa letak dan nama foldernya")
            raise DataError(self.problems)
        years = [name for name in names if _YEAR.fullmatch(name)]
        self.folder("", (SITUS, KANAL, LAPOR, DASAR_HUKUM, HARI_LIBUR, BUKTI, SKEMA, *years))
        self.folder(BUKTI, tuple(years))
        if not years:
            self.refuse("", "belum ada folder tahun", "buat folder bernama tahunnya, misalnya 2026")
        return years

    def office(self) -> "OfficeRead":
        """The office, its rules and its channels; and what its years' records are checked against. Raises `DataError` where its
        packs can't be read."""
        situs = self.read(SITUS, Situs, Surroundings())
        packs = situs.isi.paket if situs else ()
        if any(pack_faults(packs)):  # all else rests on them
            raise DataError(self.problems)
        lists = ListReader(self, open_packs(packs))
        dasar_hukum = lists.read(DASAR_HUKUM, "aturan", DasarHukum, Surroundings())
        kunci = {DASAR_HUKUM: self.keys(DASAR_HUKUM, dasar_hukum)}
        kanal = lists.read(KANAL, "kanal", DaftarKanal, Surroundings(kunci=kunci))
        if kanal and situs:
            kanal = replace(kanal, isi=owned_by(kanal.isi, situs.isi.kantor))
        paket = packs_of(packs)
        around = Surroundings(
            peran=roles_of(situs.isi.peran) if situs else {},
            kontak_resmi=situs.isi.kontak_resmi if situs else (),
            kunci=kunci | {KANAL: self.keys(KANAL, kanal), KATEGORI: tuple(paket.kategori)},
        )
        return OfficeRead(situs, dasar_hukum, kanal, lists, paket, around)

    def year(self, name: str, office: Surroundings) -> Tahun | None:
        """One year; None where what its plan rests on, or its plan, can't be read."""
        names = self.folder(name, (KEPUTUSAN, DASAR, RENCANA_AKSI, CAPAIAN, PENGADUAN, SURVEI, LKE, *LAPORAN))
        if names is None:
            return None
        around = replace(office, tahun=int(name))
        keputusan, lain, around = self.basis(name, around)
        rencana = self.read(f"{name}/{RENCANA_AKSI}", RencanaAksi, around)
        bukti = self.evidence(name)
        around = replace(
            around,
            periode=periods_of(rencana.isi) if rencana and rencana.isi.tahun == around.tahun else {},
            bukti={nama: item.sha256 for nama, item in bukti.items()},
        )
        other = ("bukan laporan", "di sini hanya berkas .yml; bukti di folder bukti")
        capaian = self.files(f"{name}/{CAPAIAN}", Capaian, around, r"(?s).*\.yml", other)
        events = [aksi.kode for aksi in rencana.isi.semua_aksi() if aksi.tanpa_tenggat] if rencana else ()
        self.problems += contradictions(self.label, capaian, events) if self.agreeing else ()
        records = [item for item in self.record_names(name) or () if not item.startswith(".")]
        self.problems += bad_references(self.label, capaian, records)
        self.unused(name, bukti, capaian)
        pengaduan = self.files(f"{name}/{PENGADUAN}", RilisPengaduan, around, *MONTHS)
        survei = self.files(f"{name}/{SURVEI}", Survei, around)  # a survey's name is a rule of its record
        survei.sort(key=lambda record: (record.isi.tanggal_selesai, record.path))
        laporan = self.laporan(name, names, around)
        lke = self.optional(f"{name}/{LKE}", PemetaanLke, around)
        if not (around.sejak and rencana):
            return None
        reports = (tuple(pengaduan), tuple(survei), laporan, lke)
        return Tahun(around.tahun, keputusan, rencana, tuple(capaian), bukti, *reports, lain)

    def basis(self, name: str, around: Surroundings) -> tuple[Source[Keputusan] | None, Source[DasarLain] | None, Surroundings]:
        """What the year's plan rests on, a decree or another document; and the surroundings with the first day of what may be
        recorded, where no file about it is unreadable."""
        keputusan = self.optional(f"{name}/{KEPUTUSAN}", Keputusan, around)
        lain = self.optional(f"{name}/{DASAR}", DasarLain, around)
        there = {path: found for path, found in ((KEPUTUSAN, keputusan), (DASAR, lain)) if not self.missing(f"{name}/{path}")}
        if len(there) > 1:
            self.refuse(f"{name}/{DASAR}", f"ada {KEPUTUSAN} di samping {DASAR}", "satu rencana satu dasar: hapus satu")
        dasar = _basis(around.tahun, keputusan, lain)
        known = all(there.values())
        return keputusan, lain, replace(around, sejak=dasar.sejak if known else None, asal_hari=dasar.asal_hari)

    def evidence(self, name: str) -> dict[str, BerkasBukti]:
        """The year's evidence files; what is wrong with them is noted."""
        if self.names(f"{BUKTI}/{name}") is None:
            return {}
        bukti, problems = read_evidence(self.root / BUKTI / name, root=self.root, cache=self.cache)
        for item in problems:
            self.refuse(f"{BUKTI}/{name}/{item.place}", *item.fault)
        return bukti

    def laporan(self, name: str, names: list[str], around: Surroundings) -> LaporanTahunan:
        """The year's reports, as far as there are files among the year's `names`."""
        found: dict[str, Any] = {  # the reports by the names of `LaporanTahunan`, each of its own kind
            item.removesuffix(".yml").replace("-", "_"): self.read(f"{name}/{item}", model, around)
            for item, model in LAPORAN.items()
            if item in names
        }
        return LaporanTahunan(**found)

    def unused(self, name: str, bukti: dict[str, BerkasBukti], capaian: list[Source[Capaian]]) -> None:
        """Evidence that no record cites would be published by nobody: its giver thinks it is."""
        cited = {item.berkas for record in capaian for item in record.isi.bukti}
        names = self.record_names(name)
        unfinished = any(self.root.glob(f"{UNFINISHED}*"))
        for berkas in bukti.keys() - cited if names is not None and len(capaian) == len(names) and not unfinished else ():
            masalah = "berkas bukti tidak dipakai laporan mana pun"
            self.refuse(f"{BUKTI}/{name}/{berkas}", masalah, "sebut di laporan, atau hapus")

    def record_names(self, name: str) -> list[str] | None:
        """The names of all record files, readable or not: an unreadable one may cite what seems unused. None where they
        can't be listed."""
        try:
            return sorted(item.name for item in (self.root / name / CAPAIAN).iterdir() if item.name.endswith(".yml"))
        except FileNotFoundError:
            return []
        except OSError:
            return None

    def keys(self, path: str, source: Source[DasarHukum | DaftarKanal] | None) -> tuple[str, ...] | None:
        """The keys that a file gives: none where there is no file, None where it can't be read."""
        if source is None:
            return () if self.missing(path) else None
        return tuple(source.isi.menurut_kunci())


def _basis(tahun: int, keputusan: Source[Keputusan] | None, lain: Source[DasarLain] | None) -> Dasar:
    return Dasar.of(tahun, keputusan.isi if keputusan else None, lain.isi if lain else None)


@dataclass(frozen=True)
class OfficeRead:
    """What is read of an office before its years, and what those are checked against (`around`)."""

    situs: Source[Situs] | None
    dasar_hukum: Source[DasarHukum] | None
    kanal: Source[DaftarKanal] | None
    daftar: ListReader
    paket: PaketKantor
    around: Surroundings


def periods_of(rencana: RencanaAksi) -> dict[str, tuple[str, ...]]:
    """Each action's period codes; none of an action whose time can't be read, which is blamed itself."""
    return {aksi.kode: aksi.periode for aksi in rencana.semua_aksi()}


def load_data(
    root: Path,
    *,
    label: str = "data",
    cache: Path | None = None,
    prosa: Path | None = None,
    docs: Path | None = None,
    taken: Collection[str] = (),
    agreeing: bool = True,
) -> Data:
    """Everything of the office whose data folder is `root`, or `DataError` with every problem of every file. `label` is how
    problems name the folder; `cache` keeps which evidence files were found good. `prosa` is the folder with the office's own
    pages of prose (without it there are none, of packs neither); all are left out where there are neither channels, chooser nor
    rules. `docs` is the folder with other hand-written pages, that around `prosa` where it is not named; none may have a name
    `taken` at the top of the site. Whoever is about to correct a record that contradicts another asks without `agreeing`."""
    reader = OfficeReader(root, label, cache=cache, agreeing=agreeing)
    years = reader.years()
    office = reader.office()
    situs, kanal, around = office.situs, office.kanal, office.around
    tahun = tuple(year for name in years if (year := reader.year(name, around)))
    reader.problems += broken_releases(label, [month for year in tahun for month in year.pengaduan])
    contacts = tuple(cara.nilai for item in (kanal.isi.kanal if kanal else ()) for cara in item.cara if cara.nilai)
    around = replace(around, kontak_resmi=around.kontak_resmi + contacts)
    information = _information(reader, replace(office, around=around), tahun, prosa, docs, taken)
    if reader.problems or situs is None:
        raise DataError(reader.problems)
    return Data(label, situs, tahun, read_riwayat(root), office.dasar_hukum, kanal, *information, office.paket)


def _information(
    reader: OfficeReader,
    office: OfficeRead,
    tahun: tuple[Tahun, ...],
    prosa: Path | None,
    docs: Path | None,
    taken: Collection[str],
) -> tuple[Source[Lapor] | None, tuple[Prosa, ...], Docs, Source[HariLibur] | None]:
    """The chooser, the pages of prose and those of docs/, and the holidays, as `load_data` is asked for them."""
    lapor = office.daftar.read(LAPOR, "situasi", Lapor, office.around)
    hari_libur = reader.optional(HARI_LIBUR, HariLibur, office.around)
    if prosa is None:
        return lapor, (), NO_DOCS, hari_libur
    docs, packs, pages = docs or prosa.parent, office.daftar.packs, tuple[Prosa, ...]()
    reader.problems += taken_names(prosa, docs, taken, pack_pages(packs))
    written = with_glossary(read_docs(docs, office.around, reader.problems))
    if packs or not all(reader.missing(path) for path in (KANAL, LAPOR, DASAR_HUKUM)):
        rows = {aksi.kode: () for year in tahun for aksi in year.rencana_aksi.isi.semua_aksi()}
        pages = read_prose(prosa, docs / "aset", packs, replace(office.around, periode=rows), reader)
        reader.problems += unknown_pages(reader.label, [year.lke for year in tahun], {page.nama for page in pages})
    return lapor, pages, written, hari_libur
