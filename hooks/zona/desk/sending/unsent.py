"""What of this folder is not where the data are kept: told, packed into one ZIP file for whoever puts it there by hand, and
remembered as handed over."""

import json
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from dulwich.errors import NotGitRepository
from dulwich.graph import find_merge_base
from dulwich.objects import Blob, ObjectID
from dulwich.repo import Repo

from zona.desk.sending.file_trees import (
    Change,
    FileTree,
    KeptFile,
    as_changed,
    commit_named,
    commit_of,
    differences,
    head_of,
    tree_of,
    unpack,
)
from zona.desk.sending.office_repository import Identitas, OfficeRepository, opened, told
from zona.desk.sending.outcomes import BerkasTertahan, Stopped, TanpaRepositori
from zona.desk.sending.remote_address import upload_link
from zona.desk.sending.work_tree import WorkTree, is_own
from zona.disk.new_files import create
from zona.findings.scrutiny import BUKTI, BerkasBerubah

_OFFICE = ("data", "docs")
# Beside the history, or in a folder without one.
_HANDED_OVER, _HIDDEN = "zi-diserahkan.json", ".zi-diserahkan.json"
# Who sent last is looked for among so many commits: an old clone answers as fast as a new one.
_LOOKED_AT = 200
_READ_ME = "BACA-DULU.txt"
_TIME = (1980, 1, 1, 0, 0, 0)  # a ZIP can say no earlier: the same content has the same bytes, whenever it is packed


@dataclass(frozen=True)
class BelumDikirim:
    """What differs from the last known state of the place: `perubahan` is still to be sent, `diserahkan` went as a package or
    as a proposal and is not accepted yet. `dasar` is the commit that it is compared with; None where none is known, and all
    files of the office count. `terakhir` is when this sender last sent, else when anybody did."""

    perubahan: Mapping[str, Change]
    diserahkan: Mapping[str, Change]
    dasar: str | None
    terakhir: datetime | None

    @property
    def berkas(self) -> tuple[BerkasBerubah, ...]:
        """What is still to be sent, with git's letters."""
        return as_changed(self.perubahan)


@dataclass(frozen=True)
class TautanUnggah:
    """Where the files of a folder are put by a browser, and how many."""

    folder: str
    tautan: str
    jumlah: int


def unsent(root: Path) -> BelumDikirim:
    """What is not sent of a folder; all of it where there is no history, or none that can be read. Raises `OSError`."""
    try:
        with told(root), opened(root) as office:
            base = base_of(office)
            known = office.tracked if office.remote else office.head
            changed = _changes(office, base, known)
            dasar = base.decode() if base else None
            return _without(changed, office.control / _HANDED_OVER, dasar, _last_sent(office, known))
    except Stopped:
        return _without(differences({}, _office_files(root)), root / _HIDDEN, None, None)


def begin_history(root: Path, nama: str) -> None:
    """Begin the history of a folder that has none, with everything in it."""
    with Repo.init(str(root)) as repo:
        paths = [path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file() and ".git" not in path.parts]
        repo.get_worktree().stage(paths)
        by = Identitas(nama, "latihan@localhost").signature
        repo.get_worktree().commit(message=b"Awal", committer=by, author=by)


def base_of(office: OfficeRepository) -> ObjectID | None:
    """The newest state that this folder and the place had in common, as far as is known here."""
    head, tracked = office.head, office.tracked
    if head is None or tracked is None:
        return None if office.remote else head
    return next(iter(find_merge_base(office.repo, [head, tracked])), None)


def changed_since(root: Path, dasar: str) -> tuple[BerkasBerubah, ...]:
    """Every file that is not as it was at a commit, also new ones, whatever the folder stands at. `dasar` is as people and
    workflows name a commit (`commit_named`). Raises `KeyError` where there is none, `Stopped` where there is no history."""
    with _history(root) as repo:
        before = tree_of(repo, commit_named(repo, dasar))
        return as_changed(differences(before, WorkTree(repo, tree_of(repo, head_of(repo))).read()))


def data_at(root: Path, dasar: str, folder: Path) -> bool:
    """Write the data and pages as they were at a commit into a folder; whether there were data. Raises as `changed_since`, and
    `OSError`."""
    with _history(root) as repo:
        return unpack(repo, commit_named(repo, dasar), folder)


@contextmanager
def _history(root: Path) -> Iterator[Repo]:
    try:
        repo = Repo(str(root))
    except NotGitRepository:
        raise Stopped(TanpaRepositori()) from None
    try:
        yield repo
    finally:
        repo.close()


def mark_handed_over(root: Path, changes: Mapping[str, Change]) -> None:
    """Remember that these files went another way, each as it is now: what is changed later counts again. Raises `OSError`."""
    try:
        with opened(root) as office:
            _mark(office.control / _HANDED_OVER, changes)
    except Stopped:
        _mark(root / _HIDDEN, changes)


def write_package(root: Path, belum: BelumDikirim, stream: IO[bytes]) -> None:
    """Write the files that are not sent, in their folders, and a text that says what to do with them. Raises `Stopped` where
    one changed meanwhile, `OSError`."""
    changes = belum.perubahan
    with zipfile.ZipFile(stream, "w") as archive:
        _add(archive, _READ_ME, _read_me(belum).encode())
        for path, (_, now) in changes.items():
            if now is not None:
                raw = (root / path).read_bytes()
                forms = {Blob.from_string(form).id: form for form in (as_kept(path, raw), raw)}
                if now.content not in forms:
                    raise Stopped(BerkasTertahan(path, "baru saja berubah"))
                _add(archive, path, forms[now.content])


def upload_links(belum: BelumDikirim, repositori: str | None, cabang: str) -> tuple[TautanUnggah, ...]:
    """The pages of the repository where each folder's new and changed files are put; none where the host is not known."""
    folders = [path.rpartition("/")[0] for path, (_, now) in belum.perubahan.items() if now is not None]
    links = {folder: upload_link(repositori, cabang, folder) for folder in dict.fromkeys(folders)} if repositori else {}
    return tuple(TautanUnggah(folder, link, folders.count(folder)) for folder, link in links.items() if link)


def as_kept(path: str, content: bytes) -> bytes:
    """A text with the line ends of the history; evidence, and what is no text, byte for byte."""
    return content if path.startswith(BUKTI) or b"\0" in content else content.replace(b"\r\n", b"\n")


def _changes(office: OfficeRepository, base: ObjectID | None, known: ObjectID | None) -> dict[str, Change]:
    """What mine changes; what others sent since, and is not here yet, is no change of mine."""
    mine = WorkTree(office.repo, tree_of(office.repo, office.head)).read()
    there = tree_of(office.repo, known)
    changed = differences(tree_of(office.repo, base), mine)
    return {path: change for path, change in changed.items() if change[1] != there.get(path)}


def _office_files(root: Path) -> FileTree:
    """The office's files of a folder without a history."""
    paths = (path for name in _OFFICE for path in sorted((root / name).rglob("*")) if path.is_file() and not path.is_symlink())
    found = {path.relative_to(root): path for path in paths}
    kept = {path.as_posix(): file for path, file in found.items() if not any(is_own(part) for part in path.parts)}
    return {path: KeptFile(0o100644, Blob.from_string(as_kept(path, file.read_bytes())).id) for path, file in kept.items()}


def _last_sent(office: OfficeRepository, known: ObjectID | None) -> datetime | None:
    if known is None:
        return None
    own = office.identity
    entries = office.repo.get_walker(include=[known], max_entries=_LOOKED_AT)
    times = (item.commit.commit_time for item in entries if own and item.commit.author == own.signature)
    return datetime.fromtimestamp(next(times, commit_of(office.repo, known).commit_time), UTC)


def _without(changes: Mapping[str, Change], file: Path, dasar: str | None, terakhir: datetime | None) -> BelumDikirim:
    """What changed, parted by what was handed over just as it is now."""
    given = _handed_over(file)
    over = {path for path, change in changes.items() if given.get(path) == _name(change)}
    still, gone = ({path: item for path, item in changes.items() if (path in over) is wanted} for wanted in (False, True))
    return BelumDikirim(still, gone, dasar, terakhir)


def _handed_over(file: Path) -> dict[str, str]:
    try:
        found = json.loads(file.read_bytes())
    except (FileNotFoundError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _mark(file: Path, changes: Mapping[str, Change]) -> None:
    names = _handed_over(file) | {path: _name(change) for path, change in changes.items()}
    new = file.with_name(f"{_HIDDEN}-baru")
    new.unlink(missing_ok=True)
    create(new, json.dumps(names, indent=0, sort_keys=True).encode(), [])
    new.replace(file)


def _name(change: Change) -> str:
    """A name for a change: from this content to that. The same content upon another is a new change."""
    return " ".join(file.content.decode() if file else "-" for file in change)


def _add(archive: zipfile.ZipFile, path: str, content: bytes) -> None:
    entry = zipfile.ZipInfo(path, _TIME)
    entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 3, 0o644 << 16
    archive.writestr(entry, content)


def _read_me(belum: BelumDikirim) -> str:
    """What the package holds, and what is to be done with it; with Windows' line ends, for its oldest editor."""
    letters = {item.path: item.jenis for item in belum.berkas}
    lines = [
        "Paket perubahan data Zona Integritas.",
        "",
        "Untuk pengelola situs: salin isi paket ini ke folder yang sama di tempat data kantor disimpan,",
        "lalu hapus berkas yang disebut di bawah. Berkas ini sendiri tidak ikut disalin.",
        *_listed("Berkas baru", (path for path, letter in letters.items() if letter == "A")),
        *_listed("Berkas yang isinya berubah", (path for path, letter in letters.items() if letter in "MT")),
        *_listed("Berkas yang harus dihapus", (path for path, letter in letters.items() if letter == "D")),
    ]
    return "".join(f"{line}\r\n" for line in lines)


def _listed(title: str, paths: Iterable[str]) -> list[str]:
    found = list(paths)
    return ["", f"{title} ({len(found)}):", *(f"  {path}" for path in found)] if found else []
