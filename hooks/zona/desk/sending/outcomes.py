"""How sending ends: one closed set, which the desk puts into words. Nothing is lost in any, and pressing again goes on."""

from dataclasses import dataclass
from datetime import datetime

from zona.findings.scrutiny import BerkasBerubah


@dataclass(frozen=True)
class DuaCatatan:
    """Two new records of one action and period, mine and another's, by their paths. Both are sent."""

    milik_saya: str
    milik_rekan: str


@dataclass(frozen=True)
class Terkirim:
    """All of mine is where the data are kept, as read back from there. `dari_rekan` came in meanwhile; `dikirim` may be empty,
    where there was nothing of mine to send."""

    dikirim: tuple[BerkasBerubah, ...]
    dari_rekan: tuple[BerkasBerubah, ...]
    dua_catatan: tuple[DuaCatatan, ...]


@dataclass(frozen=True)
class Diusulkan:
    """The branch is protected: mine was sent as a proposal branch. `tautan` opens it for whoever approves; None where the host
    is not known. `kata` is what the host said, in its own language: for the pengelola, not for the page."""

    cabang: str
    tautan: str | None
    dikirim: tuple[BerkasBerubah, ...]
    dari_rekan: tuple[BerkasBerubah, ...]
    kata: str


@dataclass(frozen=True)
class Diterima:
    """What others sent is here now; nothing of mine was sent."""

    dari_rekan: tuple[BerkasBerubah, ...]


@dataclass(frozen=True)
class KodeDiterima:
    """The access code lets this folder send to `asal`; `tetap`: it is kept beyond this run."""

    asal: str
    tetap: bool


@dataclass(frozen=True)
class IsianBerbeda:
    """A file that both changed: as it was, mine, and the other's; None: no such file. `sidik` names the two versions: a choice
    is for them alone."""

    path: str
    semula: str | None
    milik_saya: str | None
    milik_rekan: str | None
    sidik: str


@dataclass(frozen=True)
class PilihanIsian:
    """Whose version of a file is taken, of the two that `sidik` names."""

    sidik: str
    saya: bool


@dataclass(frozen=True)
class Keduanya:
    """Files that both changed. Nothing was sent, and no file on this computer changed: call again with a choice for each."""

    berkas: tuple[IsianBerbeda, ...]


@dataclass(frozen=True)
class TanpaRepositori:
    """This folder has no history, as one unpacked from a ZIP: only a package can be handed over."""


@dataclass(frozen=True)
class TanpaTempat:
    """The folder has a history, but no place to send it to."""


@dataclass(frozen=True)
class TanpaCabang:
    """The folder stands at an older state (a detached HEAD), not at the end of a branch: the pengelola must set it right."""


@dataclass(frozen=True)
class TanpaPangkal:
    """This copy and the place have no state in common; `dangkal`: because its older history was left out."""

    dangkal: bool


@dataclass(frozen=True)
class PerluIdentitas:
    """Nobody said yet whose sendings these are."""


@dataclass(frozen=True)
class PerluAlamatHttps:
    """The place is reached in a way that needs other programs, or is not private; `saran` is its https address, if one follows
    from it. It is taken by `use_address`."""

    alamat: str
    saran: str | None


@dataclass(frozen=True)
class SandiDikeluarkan:
    """An access code stood in the place's address, readable for all who have the folder. It was put where codes are kept, and
    taken out of the address. `tetap`: it is kept beyond this run. Call again."""

    asal: str
    tetap: bool


@dataclass(frozen=True)
class PerluKode:
    """The place at `asal` (scheme and host) wants an access code, and none is known."""

    asal: str


@dataclass(frozen=True)
class KodeDitolak:
    """The access code is not accepted at `asal`; `tanpa_hak`: it is known there, but may not write."""

    asal: str
    tanpa_hak: bool


@dataclass(frozen=True)
class TanpaJaringan:
    """The place can't be reached: mine stays on this computer, and goes with the next sending."""


@dataclass(frozen=True)
class TempatDiam:
    """The place was reached, and then said nothing for the time that was allowed."""

    detik: float


@dataclass(frozen=True)
class TempatTerputus:
    """The connection broke, or the place answered what nobody can read. Whether mine arrived shows the next sending."""


@dataclass(frozen=True)
class TempatTidakAman:
    """The place could not prove that it is the one meant: a wrong clock on this computer, or somebody in between."""


@dataclass(frozen=True)
class TempatHilang:
    """What answers at that address keeps no data of ours: removed, hidden without the right code, or a page to sign in to a
    network."""

    alamat: str


@dataclass(frozen=True)
class TempatPindah:
    """The place leads to an address at another host, where nothing was sent. `use_address` takes it, if it is the right one."""

    alamat: str


@dataclass(frozen=True)
class TempatMenolak:
    """The place refused, also as a proposal. `kata` is what it said, in its own language: for the pengelola."""

    kata: str


@dataclass(frozen=True)
class TempatRamai:
    """Others were faster each time."""


@dataclass(frozen=True)
class SedangMengirim:
    """Another sending of this folder is under way."""


@dataclass(frozen=True)
class Terkunci:
    """Another program holds the folder's history, or left it within an act of its own, by the name of what it left there."""

    berkas: str
    sejak: datetime


@dataclass(frozen=True)
class RiwayatRusak:
    """The folder's history can't be read whole: `sebab` is for the pengelola. The office's files are as they were."""

    sebab: str


@dataclass(frozen=True)
class DiskPenuh:
    """This computer's disk is full."""


@dataclass(frozen=True)
class BerkasTertahan:
    """A file here could not be read or written, or changed meanwhile: its path, and why in Indonesian."""

    path: str
    sebab: str


Gagal = (
    TanpaRepositori
    | TanpaTempat
    | TanpaCabang
    | TanpaPangkal
    | PerluIdentitas
    | PerluAlamatHttps
    | SandiDikeluarkan
    | PerluKode
    | KodeDitolak
    | TanpaJaringan
    | TempatDiam
    | TempatTerputus
    | TempatTidakAman
    | TempatHilang
    | TempatPindah
    | TempatMenolak
    | TempatRamai
    | SedangMengirim
    | Terkunci
    | RiwayatRusak
    | DiskPenuh
    | BerkasTertahan
)
HasilKirim = Terkirim | Diusulkan | Diterima | KodeDiterima | Keduanya | Gagal


class Stopped(Exception):
    """Sending ended with this outcome."""

    def __init__(self, hasil: Keduanya | Gagal) -> None:
        super().__init__(type(hasil).__name__)
        self.hasil = hasil
