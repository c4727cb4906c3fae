"""What there is to do, for whom, and about how long it takes: the desk's list of tasks."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from zona.desk.choices import all_periods, unfinished, unreported
from zona.desk.office import Office
from zona.desk.verification import waiting
from zona.findings.upkeep.missing import missing
from zona.findings.year_findings import Findings

# Minutes for one of them, as far as the desk was tried: a guess to plan a morning with, and called so.
RECORD, PROGRESS, VERIFY, CHANNEL, LINK, OTHER = 3, 3, 2, 3, 2, 5


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
    """All tasks: those of the role that sits at the desk first, then of who records, and of who keeps the channels."""
    found = (
        TugasPeran(peran or "Anda", tuple(_own(office, peran, drafts))),
        TugasPeran("Yang mencatat", tuple(_recording(findings))),
        TugasPeran("Yang memegang kanal dan isian kantor", tuple(_keeping(findings))),
    )
    return [item for item in found if item.tugas]


def _own(office: Office, peran: str, drafts: int) -> Iterator[Tugas]:
    if drafts:
        yield Tugas(RECORD * drafts, f"{drafts} draf belum selesai", "Lanjutkan, atau buang.", "/")
    found = waiting(office)
    if others := sum(record.isi.dicatat_oleh != peran for record in found):
        words = "Dicatat peran lain; buka buktinya."
        yield Tugas(VERIFY * others, f"{others} catatan menunggu verifikasi Anda", words, "/verifikasi/")
    if own := len(found) - others:
        words = "Minta mereka membuka Meja dan mengambil kiriman Anda."
        yield Tugas(0, f"{own} catatan peran Anda menunggu peran lain", words, "/verifikasi/")


def _recording(findings: Findings) -> Iterator[Tugas]:
    if due := unreported(findings):
        words = "Tenggatnya sudah lewat. Banyak sekaligus lebih cepat: isi dalam satu tabel."
        yield Tugas(
            RECORD * len(due), f"{len(due)} periode belum dilaporkan", words, "/tumpukan/" if len(due) > 2 else "/catat/"
        )
    if late := unfinished(findings):
        words = "Sudah dilaporkan, belum selesai. Tulis perkembangannya."
        yield Tugas(PROGRESS * len(late), f"{len(late)} periode terlambat", words, "/")
    records = {record.path: record.isi for item in all_periods(findings) for record in item.capaian}
    weak = Counter(path for path, isi in records.items() for item in isi.bukti if item.tautan_lemah and item.dilihat is None)
    if weak:
        words = "Halaman web bisa hilang sebelum dibuka penilai. Betulkan dengan tangkapan layarnya."
        yield Tugas(LINK * weak.total(), f"{weak.total()} tautan bukti yang lemah", words, "/betulkan/")


def _keeping(findings: Findings) -> Iterator[Tugas]:
    for kind in missing(findings):
        channels = {item.kanal for item in kind.butir if item.kanal}
        others = [item for item in kind.butir if not item.kanal and not item.aksi]
        if channels:
            yield Tugas(CHANNEL * len(channels), f"{kind.judul}: {len(channels)} kanal", kind.penjelasan, "/kanal/")
        if others:
            yield Tugas(OTHER * len(others), f"{kind.judul}: {len(others)} hal", kind.penjelasan, "/situs/kelengkapan/")
