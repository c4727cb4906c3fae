"""The files on this computer, read as the history would keep them, and brought to another state."""

import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from dulwich.config import StackedConfig
from dulwich.ignore import IgnoreFilterManager
from dulwich.index import ConflictedIndexEntry, Index, IndexEntry, blob_from_path_and_stat, index_entry_from_stat
from dulwich.line_ending import line_ending_filter_for_action, read_eol_config, resolve_crlf_action
from dulwich.objects import Blob, ObjectID
from dulwich.repo import Repo

from zona.desk.sending.file_trees import (
    Change,
    FileTree,
    KeptFile,
    content_of,
    differences,
    in_git,
    is_other_repository,
    is_safe,
)
from zona.disk.new_files import Changed, create
from zona.findings.scrutiny import BUKTI

# Never sent unless the history keeps it already: our own hidden files (drafts, caches, what killed runs left), true counts of
# complaints, the environment.
_OWN_PREFIX, _CLOSED, _ENVIRONMENT = ".zi-", "-tertutup", ".venv"
_LINK, _FILE, _PROGRAM = 0o120000, 0o100644, 0o100755


class Unsafe(Exception):
    """Another's file has a path that can't be written here: the path."""


def is_own(name: str) -> bool:
    """Whether a file or folder of this name is the desk's or the computer's, and not the office's."""
    return name.startswith(_OWN_PREFIX) or name.endswith(_CLOSED) or name in (".git", _ENVIRONMENT)


class WorkTree:
    """The files of a repository. `head` is the state that the branch is at: what it keeps is read even where it is ignored."""

    def __init__(self, repo: Repo, head: FileTree, *, keep: bool = False) -> None:
        """`keep`: the contents that are read are kept in the history, so that they can be sent."""
        self._repo, self._head, self._keep = repo, head, keep
        self.root = Path(repo.path)
        config: StackedConfig = repo.get_config_stack()
        self._ignored = IgnoreFilterManager.from_repo(repo, config)
        self._attributes = repo.get_gitattributes()
        self._eol, self._autocrlf, _ = read_eol_config(config)
        self._has_modes = config.get_boolean(b"core", b"filemode", True)
        self._has_links = config.get_boolean(b"core", b"symlinks", True)
        self._index = Index(repo.index_path())
        self._index_time = _time_of(Path(repo.index_path()))
        self._stats: dict[str, IndexEntry] = {}
        tracked = {*head, *(name.decode("utf-8", "surrogateescape") for name in self._index)}
        self._tracked = frozenset(tracked)
        self._folders = frozenset(parent for path in tracked for parent in _parents(path))

    def read(self) -> dict[str, KeptFile]:
        """Every file that is kept, or new and not ignored."""
        found = {path: file for path in self._paths(self.root, "") if (file := self.file(path))}
        return found | {path: item for path, item in self._head.items() if is_other_repository(item)}

    def _paths(self, folder: Path, above: str) -> Iterator[str]:
        for entry in sorted(folder.iterdir()):
            path = above + entry.name
            if entry.is_dir() and not entry.is_symlink():
                if path in self._folders or (self._is_new(entry.name, f"{path}/") and not (entry / ".git").exists()):
                    yield from self._paths(entry, f"{path}/")
            elif path in self._tracked or self._is_new(entry.name, path):
                yield path

    def _is_new(self, name: str, path: str) -> bool:
        return not is_own(name) and not self._ignored.is_ignored(path)

    def file(self, path: str, *, surely: bool = False) -> KeptFile | None:
        """A file as the history would keep it; None where there is none. `surely`: read, whatever its time says."""
        target = self.root / path
        try:
            state = target.lstat()
        except (FileNotFoundError, NotADirectoryError):
            return None
        before = self._head.get(path)
        if stat.S_ISLNK(state.st_mode):
            return KeptFile(_LINK, self._kept(blob_from_path_and_stat(in_git(str(target)), state)))
        if not stat.S_ISREG(state.st_mode):
            return None
        mode = self._mode(state.st_mode, before)
        entry = None if surely else self._index_entry(path)
        new = index_entry_from_stat(state, b"0" * 40, mode)
        if entry and self._unchanged(entry, new):
            content = entry.sha
        else:
            content = self._kept(Blob.from_string(self._cleaned(path, target.read_bytes(), before)))
        new.sha = content
        self._stats[path] = new
        return KeptFile(mode, content)

    def _unchanged(self, entry: IndexEntry, new: IndexEntry) -> bool:
        """Whether a file is surely as when it was last read; one that was saved in the same moment as the index may not be."""
        same = (entry.ctime, entry.mtime, entry.size, entry.mode) == (new.ctime, new.mtime, new.size, new.mode)
        return same and isinstance(entry.mtime, tuple) and entry.mtime < self._index_time

    def _index_entry(self, path: str) -> IndexEntry | None:
        with suppress(KeyError):
            entry = self._index[in_git(path)]
            return None if isinstance(entry, ConflictedIndexEntry) else entry
        return None

    def _mode(self, mode: int, before: KeptFile | None) -> int:
        if before and ((stat.S_ISLNK(before.mode) and not self._has_links) or (not self._has_modes and before.mode != _LINK)):
            return before.mode  # this disk, as Windows', knows neither links nor programs
        return _PROGRAM if self._has_modes and mode & stat.S_IXUSR else _FILE

    def _kept(self, blob: Blob) -> ObjectID:
        if self._keep and blob.id not in self._repo.object_store:
            self._repo.object_store.add_object(blob)
        return blob.id

    def _cleaned(self, path: str, content: bytes, before: KeptFile | None) -> bytes:
        """The content as it is kept: line ends as .gitattributes says; evidence byte for byte, whatever it says."""
        if b"\r\n" not in content or path.startswith(BUKTI):
            return content
        action = resolve_crlf_action(self._attributes.match_path(in_git(path)), self._eol, self._autocrlf)
        rule = line_ending_filter_for_action(action, index_has_crlf=lambda: b"\r\n" in (content_of(self._repo, before) or b""))
        return rule.clean(content) if rule else content

    def _shown(self, path: str, content: bytes) -> bytes:
        """The content as it is written here."""
        if path.startswith(BUKTI):
            return content
        action = resolve_crlf_action(self._attributes.match_path(in_git(path)), self._eol, self._autocrlf)
        rule = line_ending_filter_for_action(action)
        return rule.smudge(content) if rule else content

    def bring(self, before: FileTree, after: FileTree) -> None:
        """Bring the files from one state to another. Where it ends early, what is done is a part of `after`, and calling again
        goes on. Raises `Changed` where a file is no longer as in `before` (it stays as it is), `Unsafe`, `OSError`."""
        changes = {path: change for path, change in differences(before, after).items() if not _is_other(*change)}
        for path, (_, new) in changes.items():
            if new and not is_safe(path):
                raise Unsafe(path)
        waiting = {path for path, change in changes.items() if self._differs(path, change)}
        # What goes away goes first: a folder may come in the place of a file, and a file in that of a folder.
        for path in sorted(waiting, key=lambda path: (changes[path][1] is not None, path)):
            if self._differs(path, changes[path]):
                new = changes[path][1]
                self._put(path, new) if new else self._remove(path)

    def _differs(self, path: str, change: Change) -> bool:
        """Whether a file is still as before its change. Raises `Changed` where it is neither as before nor as after it."""
        here = self.file(path, surely=True)
        if here not in change:
            raise Changed(self.root / path)
        return here != change[1]

    def _put(self, path: str, file: KeptFile) -> None:
        target = self.root / path
        for parent in _parents(path):
            if (self.root / parent).is_symlink():
                raise Unsafe(path)
        target.parent.mkdir(parents=True, exist_ok=True)
        content = content_of(self._repo, file) or b""
        written = Path(self._repo.controldir()) / "zi-kirim-baru"  # beside no file of the office, whatever happens
        written.unlink(missing_ok=True)
        if file.mode == _LINK and self._has_links:
            written.symlink_to(content.decode("utf-8", "surrogateescape"))
        else:
            create(written, content if file.mode == _LINK else self._shown(path, content), [])
            if self._has_modes:
                written.chmod(file.mode & 0o755)
        written.replace(target)
        self.file(path, surely=True)

    def _remove(self, path: str) -> None:
        (self.root / path).unlink()
        with suppress(OSError):  # the last file of its folder takes the folder with it
            for parent in reversed(_parents(path)):
                (self.root / parent).rmdir()

    def write_index(self, head: FileTree) -> None:
        """Have git see the branch's state as what is staged, so that its own commands agree with ours; also where a killed run
        did not come so far."""
        staged = {name: (item.mode, item.sha) for name, item in self._index.items() if isinstance(item, IndexEntry)}
        if staged == {in_git(path): (item.mode, item.content) for path, item in head.items()}:
            return
        index = Index(self._repo.index_path(), read=False)
        for path, item in head.items():
            entry = self._stats.get(path)
            known = entry is not None and (entry.mode, entry.sha) == (item.mode, item.content)
            nothing = IndexEntry((0, 0), (0, 0), 0, 0, item.mode, 0, 0, 0, item.content)
            index[in_git(path)] = entry if known and entry else nothing
        index.write()


def _is_other(*files: KeptFile | None) -> bool:
    return any(file is not None and is_other_repository(file) for file in files)


def _parents(path: str) -> list[str]:
    """The folders above a path, the outermost first."""
    parts = path.split("/")
    return ["/".join(parts[:count]) for count in range(1, len(parts))]


def _time_of(path: Path) -> tuple[int, int]:
    try:
        return divmod(path.stat().st_mtime_ns, 1_000_000_000)
    except FileNotFoundError:
        return (0, 0)
