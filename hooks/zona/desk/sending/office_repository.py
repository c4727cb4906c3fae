"""The repository of the office's folder: what must hold before anything is sent, and who sends."""

import errno
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path

from dulwich.config import Config, ConfigFile
from dulwich.errors import ChecksumMismatch, FileFormatException, NotGitRepository
from dulwich.file import FileLocked
from dulwich.objects import Commit, ObjectID
from dulwich.refs import Ref, SymrefLoop
from dulwich.repo import Repo

from zona.desk.sending.file_trees import commit_of
from zona.desk.sending.outcomes import (
    BerkasTertahan,
    DiskPenuh,
    RiwayatRusak,
    SedangMengirim,
    Stopped,
    TanpaCabang,
    TanpaRepositori,
    TanpaTempat,
    Terkunci,
)
from zona.desk.sending.work_tree import Unsafe
from zona.disk.output_folder import Busy, held
from zona.refusal import why

# What git leaves in a repository within an act of its own.
_WITHIN = ("index.lock", "HEAD.lock", "MERGE_HEAD", "CHERRY_PICK_HEAD", "REVERT_HEAD", "rebase-merge", "rebase-apply")
_BROKEN = (FileFormatException, ChecksumMismatch, TypeError, zlib.error)  # of files that are cut: the power went
_HELD, _STARTED = "zi-kirim", "zi-kirim-mulai"
# The desk's own commit that was not sent yet; and states of the branch that a choice or another's files took the place of.
UNSENT, BEFORE = Ref(b"refs/zi/belum"), b"refs/zi/sebelum/"


@dataclass(frozen=True)
class Identitas:
    """Whose sendings these are, in the public history: a name or a role, and a mail address."""

    nama: str
    surel: str

    def __post_init__(self) -> None:
        """Raises `ValueError` where the history could not keep it."""
        if not self.nama.strip() or "@" not in self.surel or any(sign in self.nama + self.surel for sign in "<>\n\r\0"):
            raise ValueError("nama atau surel tidak sah")

    @property
    def signature(self) -> bytes:
        """As the history writes it."""
        return f"{self.nama.strip()} <{self.surel.strip()}>".encode()


class OfficeRepository:
    """A repository with a branch that it stands on. `root` is the folder that the desk works in."""

    def __init__(self, root: Path) -> None:
        """Raises `Stopped`."""
        self.root = root
        try:
            self.repo = Repo(str(root))
        except NotGitRepository:
            raise Stopped(TanpaRepositori()) from None
        self.control = Path(self.repo.controldir())
        branch = self._branch_ref()
        if branch is None or self.repo.bare:
            self.repo.close()
            raise Stopped(TanpaCabang())
        self.branch_ref = branch
        self.branch = branch.removeprefix(b"refs/heads/").decode()

    def _branch_ref(self) -> Ref | None:
        with suppress(KeyError, SymrefLoop, ValueError):
            names, _ = self.repo.refs.follow(Ref(b"HEAD"))
            return names[-1] if names[-1].startswith(b"refs/heads/") else None
        return None

    @cached_property
    def config(self) -> ConfigFile:
        """The repository's own settings."""
        return self.repo.get_config()

    @property
    def head(self) -> ObjectID | None:
        """The commit that the branch is at; None before the first."""
        return self.ref(self.branch_ref)

    def ref(self, name: Ref) -> ObjectID | None:
        """The commit that a name stands for."""
        try:
            return self.repo.refs[name]
        except KeyError:
            return None

    @property
    def remote(self) -> str | None:
        """The name of the place that the branch goes to: the branch's own, else `origin`, else the only one."""
        names = [section[1] for section in self.config.sections() if len(section) == 2 and section[0] == b"remote"]
        own = _setting(self.config, (b"branch", self.branch.encode()), b"remote")
        for name in (own, "origin", names[0].decode() if len(names) == 1 else None):
            if name and name.encode() in names:
                return name
        return None

    @property
    def target(self) -> str:
        """The branch at the place."""
        own = _setting(self.config, (b"branch", self.branch.encode()), b"merge")
        return own.removeprefix("refs/heads/") if own else self.branch

    @property
    def tracking_ref(self) -> Ref:
        """The name of the last known state of the place."""
        return Ref(f"refs/remotes/{self.remote}/{self.target}".encode())

    @property
    def tracked(self) -> ObjectID | None:
        """The last known state of the place; None where nothing is known of it."""
        return self.ref(self.tracking_ref) if self.remote else None

    @property
    def address(self) -> str:
        """The place's address as it is set. Raises `Stopped` where there is no place."""
        remote = self.remote
        found = _setting(self.config, (b"remote", remote.encode()), b"url") if remote else None
        if not found:
            raise Stopped(TanpaTempat())
        return found

    def set_address(self, address: str) -> None:
        """Give the place another address; where there is no place, this is the first."""
        config, name = self.config, (self.remote or "origin").encode()
        section = (b"remote", name)
        if not self.remote:
            config.set(section, b"fetch", b"+refs/heads/*:refs/remotes/%s/*" % name)
        config.set(section, b"url", address.encode())
        with suppress(KeyError):  # it would take the address's place
            del config[section][b"pushurl"]
        config.write_to_path()

    @property
    def identity(self) -> Identitas | None:
        """Who was said to send from this folder."""
        return _identity(self.config)

    def set_identity(self, identity: Identitas) -> None:
        """Keep who sends, in this repository's own settings."""
        self.config.set((b"user",), b"name", identity.nama.strip().encode())
        self.config.set((b"user",), b"email", identity.surel.strip().encode())
        self.config.write_to_path()

    def commit(self, tree: ObjectID, parents: list[ObjectID], by: Identitas, message: str, now: datetime) -> ObjectID:
        """Keep a commit; nothing points at it yet."""
        commit = Commit()
        commit.tree, commit.parents = tree, parents
        commit.author = commit.committer = by.signature
        # No commit is older than what it builds upon, whatever this computer's clock says: searches in histories rely on it.
        commit.author_time = commit.commit_time = max((int(now.timestamp()), *self._times(parents)))
        offset = now.utcoffset()
        commit.author_timezone = commit.commit_timezone = int(offset.total_seconds()) if offset else 0
        commit.encoding, commit.message = b"UTF-8", f"{message.strip()}\n".encode()
        self.repo.object_store.add_object(commit)
        return commit.id

    def _times(self, commits: list[ObjectID]) -> list[int]:
        return [commit_of(self.repo, name).commit_time for name in commits]

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Hold the repository against other sendings, and tidy away what a killed one left. Raises `Stopped`."""
        try:
            with held(self.control, _HELD):
                self._tidy()
                self._refuse_within()
                mark = self.control / _STARTED
                mark.touch()
                try:
                    yield
                except OSError:  # a full disk may have kept also a lock from being taken away
                    with suppress(OSError):
                        self._tidy()
                    raise
                except BaseException:
                    mark.unlink()
                    raise
                mark.unlink()
        except Busy:
            raise Stopped(SedangMengirim()) from None

    def _tidy(self) -> None:
        """Remove the locks that a killed sending left: those made since it began."""
        mark = self.control / _STARTED
        if not mark.exists():
            return
        began = mark.stat().st_mtime
        for lock in self.control.rglob("*.lock"):
            if lock.stat().st_mtime >= began:
                lock.unlink()
        mark.unlink()

    def _refuse_within(self) -> None:
        for name in _WITHIN:
            found = self.control / name
            if found.exists():
                raise Stopped(Terkunci(name, datetime.fromtimestamp(found.stat().st_mtime, UTC)))


@contextmanager
def told(root: Path) -> Iterator[None]:
    """What this computer refuses, as an outcome. Raises `Stopped`."""
    try:
        yield
    except FileLocked as error:
        lock = Path(_text(error.lockfilename))
        since = lock.stat().st_mtime if lock.exists() else 0
        raise Stopped(Terkunci(lock.name, datetime.fromtimestamp(since, UTC))) from None
    except Unsafe as error:
        raise Stopped(BerkasTertahan(str(error), "nama itu tidak bisa dipakai di komputer ini")) from None
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise Stopped(DiskPenuh()) from None
        path = Path(_text(error.filename)) if error.filename else root
        name = path.relative_to(root) if path.is_relative_to(root) else path
        raise Stopped(BerkasTertahan(name.as_posix(), why(error))) from None
    except (*_BROKEN, KeyError, AssertionError) as error:
        raise Stopped(RiwayatRusak(repr(error))) from error


@contextmanager
def opened(root: Path) -> Iterator[OfficeRepository]:
    """The repository of a folder, closed after. Raises `Stopped` where it is none, or stands on no branch."""
    office = OfficeRepository(root)
    try:
        yield office
    finally:
        office.repo.close()


def suggested_identity(root: Path) -> Identitas | None:
    """Who works on this computer, as git was told for all folders: a suggestion, where nobody was named for this one."""
    with opened(root) as office:
        return _identity(office.repo.get_config_stack())


def keep_identity(root: Path, identity: Identitas) -> None:
    """Keep who sends from this folder. Raises `Stopped`."""
    with told(root), opened(root) as office, office.alone():
        office.set_identity(identity)


def has_place(root: Path) -> bool:
    """Whether there is a place to send this folder to."""
    try:
        with opened(root) as office:
            return bool(office.address)
    except Stopped:
        return False


def use_address(root: Path, address: str) -> None:
    """Send to this address from now on, as to the https form of the old one, or where there was none. Raises `Stopped`."""
    with told(root), opened(root) as office, office.alone():
        office.set_address(address)


def _identity(config: Config) -> Identitas | None:
    nama, surel = (_setting(config, (b"user",), name) for name in (b"name", b"email"))
    with suppress(ValueError):
        return Identitas(nama or "", surel or "")
    return None


def _setting(config: Config, section: tuple[bytes, ...], name: bytes) -> str | None:
    """A setting; None where it is not set."""
    try:
        return str(config.get(section, name).decode("utf-8", "replace"))
    except KeyError:
        return None


def _text(name: str | bytes) -> str:
    return name.decode("utf-8", "surrogateescape") if isinstance(name, bytes) else name
