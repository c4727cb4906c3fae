"""What there is to do, for whom, and about how long it takes: the desk's list of tasks, of what is missing."""

from collections.abc import Iterator
from dataclasses import dataclass

from zona.desk.office import Office
from zona.desk.verification import waiting
from zona.findings.upkeep.missing import Kekurangan, by_role, missing
from zona.findings.upkeep.work import BERULANG, LANJUTKAN, SEKALI, VERIFIKASI, Layar
from zona.findings.year_findings import Findings


@dataclass(frozen=True)
class Tugas:
    """One task: how many minutes, what it is, why, and the address at the desk where it is done."""

    menit: int
    judul: str
    kata: str
    ke: str


@dataclass(frozen=True)
class TugasPeran:
    """The tasks of one role, or of whoever does that kind of work."""

    nama: str
    tugas: tuple[Tugas, ...]

    @property
    def menit(self) -> int:
        """How long all of them take, in minutes."""
        return sum(item.menit for item in self.tugas)


def tasks(office: Office, findings: Findings, peran: str, drafts: int) -> list[TugasPeran]:
    """All tasks: those of the role that sits at the desk first, then of the other roles, then of nobody by name."""
    # Verifications are told to the role at the desk, as far as they are for it.
    roles = by_role((kind for kind in missing(findings) if kind.pekerjaan is not VERIFIKASI), findings)
    parts = [(part.nama, tuple(map(_task, part.kekurangan))) for part in roles]
    own = (*_own(office, peran, drafts), *(task for name, found in parts if name == peran for task in found))
    others = (TugasPeran(name, found) for name, found in parts if name != peran)
    return [item for item in (TugasPeran(peran or "Anda", own), *others) if item.tugas]


def beside_records(findings: Findings) -> list[Tugas]:
    """What is missing beside records and their verification, whoever it is for, in the order in which to do it."""
    return [_task(kind) for kind in missing(findings) if kind.pekerjaan not in (VERIFIKASI, SEKALI, BERULANG, LANJUTKAN)]


def _own(office: Office, peran: str, drafts: int) -> Iterator[Tugas]:
    """Drafts, and records that wait for a verification: by this role, or of its own by another."""
    if drafts:
        yield Tugas(SEKALI.menit * drafts, f"{drafts} draf belum selesai", "Lanjutkan, atau buang.", "/")
    found = waiting(office)
    if others := sum(record.isi.dicatat_oleh != peran for record in found):
        words = "Dicatat peran lain; buka buktinya."
        yield Tugas(VERIFIKASI.menit * others, f"{others} laporan menunggu verifikasi Anda", words, address(Layar.VERIFIKASI))
    if own := len(found) - others:
        words = "Minta mereka membuka Meja dan mengambil kiriman Anda."
        yield Tugas(0, f"{own} laporan peran Anda menunggu peran lain", words, address(Layar.VERIFIKASI))


def _task(kind: Kekurangan) -> Tugas:
    work = kind.pekerjaan
    ke = address(work.layar) if work.layar else "/situs/kelengkapan/"
    return Tugas(kind.menit, f"{work.judul}: {kind.kerja} {work.satuan}", work.penjelasan, ke)


def address(layar: Layar) -> str:
    """Where a screen of the desk is."""
    return f"/{layar.value}/"
