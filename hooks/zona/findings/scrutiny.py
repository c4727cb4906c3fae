"""What in a proposal must be looked at with care before it is accepted: everything but new records and their verifications."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from zona.findings.changes import Perubahan, PerubahanCapaian
from zona.findings.differences import Beda, differences
from zona.findings.year_findings import Findings
from zona.records.capaian.capaian import BENTUK_BUKTI
from zona.records.reading.file_reader import Source
from zona.records.reading.rules import walk
from zona.records.situs import roles_of

DATA, BUKTI = "data/", "data/bukti/"

# A name of the internet, wherever it stands in a text; a name of a file looks alike.
_HOST = re.compile(r"(?<![\w.-])(?:[\w-]+\.)+[^\W\d_]{2,}(?![\w-])")
_FILES = frozenset((*BENTUK_BUKTI, "yml", "md", "html", "txt", "csv", "json", "xlsx", "docx"))


@dataclass(frozen=True, order=True)
class BerkasBerubah:
    """A file that the proposal changes, by its path in the repository; `jenis` is git's letter: A added, D removed, else
    changed."""

    path: str
    jenis: str


@dataclass(frozen=True)
class BedaPeran:
    """A role that is new, gone, or ends on another day: its days before and after; None where it is not named, "" without an
    end."""

    nama: str
    dari: str | None
    menjadi: str | None


@dataclass(frozen=True)
class Telaah:
    """What to look at. `kontak` are ways to reach a channel, by who owns it; `host` names of the internet that the data named
    nowhere before, each with the file; `isi` other values of files that were there before, by the file; `catatan` records that
    say something else or are gone, `sekaligus` those that come with their verification, `berakhir` those verified by a role
    that has ended; `bukti` evidence whose bytes changed or that is gone, with the records that cite it; `berkas` every other
    changed file. `ada` is False where git knows of no change at all."""

    kontak: tuple[tuple[str, Beda], ...]
    host: tuple[tuple[str, str], ...]
    peran: tuple[BedaPeran, ...]
    isi: tuple[tuple[str, tuple[Beda, ...]], ...]
    catatan: tuple[PerubahanCapaian, ...]
    sekaligus: tuple[PerubahanCapaian, ...]
    berakhir: tuple[PerubahanCapaian, ...]
    bukti: tuple[tuple[BerkasBerubah, tuple[str, ...]], ...]
    berkas: tuple[BerkasBerubah, ...]
    ada: bool


def scrutiny(before: Findings | None, after: Findings, found: Perubahan, files: Iterable[BerkasBerubah]) -> Telaah:
    """What to look at, from two readings of the data, what is found between them, and git's list of changed files. Without the
    older reading all is as good as new."""
    files = tuple(sorted(files))
    old, new = _sources(before), _sources(after)
    verified = {item.path for item in found.capaian if item.diverifikasi}
    told = {path: tuple(_differences(path, old, new)) for path in new if path in _OFFICE or path in old.keys() - verified}
    contacts = [(_owner(item, before, after), item) for item in told.get("kanal.yml", ()) if _is_contact(item)]
    values = [(path, tuple(item for item in own if not _is_contact(item))) for path, own in sorted(told.items())]
    roles = tuple(_roles(before, after))
    evidence = [item for item in files if item.path.startswith(BUKTI) and item.jenis != "A"]
    # a file is named once more, by its path, where nothing else tells what became of it
    shown = {f"{DATA}{path}" for path, own in told.items() if own} | {f"{DATA}{item.path}" for item in found.capaian}
    shown |= {item.path for item in evidence} | ({f"{DATA}situs.yml"} if roles else set())
    return Telaah(
        tuple(contacts),
        tuple(_new_hosts(before, after)),
        roles,
        tuple((path, own) for path, own in values if own),
        tuple(item for item in found.capaian if item.dari and not item.diverifikasi),
        tuple(item for item in found.capaian if at_once(item)),
        tuple(item for item in found.capaian if by_ended_role(item, after)),
        tuple((item, tuple(_citing(item.path, after))) for item in evidence),
        tuple(item for item in files if item.path not in shown),
        bool(files),
    )


def verifier(item: PerubahanCapaian) -> str | None:
    """The role that verifies the record in this proposal; None where none does, or did so already."""
    now, then = (isi.verifikasi if isi else None for isi in (item.menjadi, item.dari))
    return now.oleh if now and now != then else None


def at_once(item: PerubahanCapaian) -> bool:
    """Whether the record, or other words of it, comes together with its verification: nobody else can have seen it before."""
    return verifier(item) is not None and not item.diverifikasi


def by_ended_role(item: PerubahanCapaian, after: Findings) -> bool:
    """Whether the record is verified in this proposal by a role that has ended by its date."""
    role = verifier(item)
    last: date | None = roles_of(after.situs.isi.peran).get(role) if role else None
    return last is not None and last < after.per_tanggal


# What is told value by value even where the file is new.
_OFFICE = ("situs.yml", "kanal.yml", "lapor.yml", "dasar-hukum.yml")


# Any: records of every kind.
def _sources(findings: Findings | None) -> dict[str, Source[Any]]:
    """Every file of the data, by its path."""
    if findings is None:
        return {}
    named: list[Source[Any] | None] = [findings.situs, findings.kanal, findings.lapor, findings.dasar_hukum]
    for year in findings.tahun:
        named += [year.keputusan, year.sumber.dasar_lain, year.rencana_aksi, *year.capaian]
        named += [*year.sumber.pengaduan, *year.sumber.semua_laporan(), year.sumber.lke]
    return {source.path: source for source in named if source}


def _differences(path: str, old: dict[str, Source[Any]], new: dict[str, Source[Any]]) -> Iterator[Beda]:
    before, after = (source.isi if (source := sources.get(path)) else None for sources in (old, new))
    return (item for item in differences(before, after) if item.tempat[:1] != ("peran",))


def _is_contact(item: Beda) -> bool:
    return item.tempat[:1] == ("kanal",) and item.tempat[2:3] == ("cara",)


def _owner(item: Beda, before: Findings | None, after: Findings) -> str:
    channels = [data.kanal_menurut_kunci for data in (after, before) if data]
    found = next(own[item.tempat[1]] for own in channels if item.tempat[1] in own)
    return f"{found.nama} ({found.pemilik})"


def _roles(before: Findings | None, after: Findings) -> Iterator[BedaPeran]:
    old, new = (roles_of(data.situs.isi.peran) if data else {} for data in (before, after))
    for nama in new | old:
        dari, menjadi = ((str(roles[nama] or "") if nama in roles else None) for roles in (old, new))
        if dari != menjadi:
            yield BedaPeran(nama, dari, menjadi)


def _new_hosts(before: Findings | None, after: Findings) -> Iterator[tuple[str, str]]:
    known = {host for host, _ in _hosts(before)} if before else set[str]()
    for host, path in dict(reversed(list(_hosts(after)))).items():
        if host not in known:
            yield host, path


def _hosts(findings: Findings) -> Iterator[tuple[str, str]]:
    """Every name of the internet in texts of the data and of hand-written pages, with the file that names it."""
    texts = [(f"{DATA}{path}", text) for path, item in _sources(findings).items() for _, text in walk(item.isi)]
    for page in findings.prosa:
        texts += [(page.path, page.isi), *((page.path, text) for _, text in walk(page.kepala))]
    texts += [(f"docs/{page.path}", page.isi) for page in findings.docs.halaman]
    for path, text in texts:
        for host in _HOST.findall(text) if isinstance(text, str) else ():
            if host.rpartition(".")[2].lower() not in _FILES:
                yield host.lower(), path


def _citing(path: str, findings: Findings) -> Iterator[str]:
    """The records that cite an evidence file, by their paths."""
    tahun, _, nama = path.removeprefix(BUKTI).partition("/")
    for year in findings.tahun:
        if str(year.tahun) == tahun:
            yield from (item.path for item in year.capaian if nama in (bukti.berkas for bukti in item.isi.bukti))
