"""States of the files as the history keeps them: read, compared, joined, unpacked, by the path of each file."""

import stat
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from dulwich.graph import find_merge_base
from dulwich.index import commit_tree, validate_path, validate_path_element_ntfs
from dulwich.objects import Blob, Commit, ObjectID
from dulwich.objectspec import parse_commit, parse_object
from dulwich.repo import Repo

from zona.findings.scrutiny import BerkasBerubah
from zona.refusal import naming


@dataclass(frozen=True)
class KeptFile:
    """A file of a state: its mode, and the name of its content."""

    mode: int
    content: ObjectID


FileTree = Mapping[str, KeptFile]
Change = tuple[KeptFile | None, KeptFile | None]  # before and after; None: no such file


def in_git(path: str) -> bytes:
    """A path as the history writes it."""
    return path.encode("utf-8", "surrogateescape")


def tree_of(repo: Repo, commit: ObjectID | None) -> FileTree:
    """Every file of a commit; none where there is no commit."""
    if commit is None:
        return {}
    entries = repo.object_store.iter_tree_contents(commit_of(repo, commit).tree)
    return {item.path.decode("utf-8", "surrogateescape"): KeptFile(item.mode, item.sha) for item in entries}


def write_tree(repo: Repo, files: FileTree) -> ObjectID:
    """Keep a state, and its name."""
    return commit_tree(repo.object_store, [(in_git(path), item.content, item.mode) for path, item in files.items()])


def commit_of(repo: Repo, name: ObjectID) -> Commit:
    """A commit by its full name."""
    found = repo[name]
    assert isinstance(found, Commit)
    return found


def head_of(repo: Repo) -> ObjectID | None:
    """The commit that the folder stands at, on a branch or not; None before the first."""
    try:
        return repo.head()
    except KeyError:
        return None


def commit_named(repo: Repo, name: str) -> ObjectID:
    """The commit that a person or a workflow names: a branch, `origin/main`, a part of a commit's name, `HEAD~1`. Raises
    `KeyError` where there is none."""
    if not name:
        raise KeyError(name)
    try:
        try:
            return parse_commit(repo, name).id
        except KeyError:
            return parse_commit(repo, parse_object(repo, name).id).id
    except (KeyError, ValueError, AttributeError, NotImplementedError, UnicodeError):
        raise KeyError(name) from None


def is_ancestor(repo: Repo, older: ObjectID, newer: ObjectID) -> bool:
    """Whether the history of `newer` holds `older`."""
    return older in repo.object_store and find_merge_base(repo, [older, newer]) == [older]


def content_of(repo: Repo, file: KeptFile | None) -> bytes | None:
    """What is in a file; None where there is none, or what stands there is another repository."""
    found = repo.object_store[file.content] if file and not is_other_repository(file) else None
    return found.data if isinstance(found, Blob) else None


def is_other_repository(file: KeptFile) -> bool:
    """Whether a place holds another repository (a submodule), which is none of ours to touch."""
    return stat.S_IFMT(file.mode) == 0o160000


def is_safe(path: str) -> bool:
    """Whether a path may be written on every system: it stays below its folder, and out of the history."""
    return validate_path(in_git(path), validate_path_element_ntfs) and "\\" not in path and ":" not in path


def differences(before: FileTree, after: FileTree) -> dict[str, Change]:
    """Every file that differs, in the order of the paths."""
    paths = sorted({path for path in (*before, *after) if before.get(path) != after.get(path)})
    return {path: (before.get(path), after.get(path)) for path in paths}


def as_changed(changes: Mapping[str, Change]) -> tuple[BerkasBerubah, ...]:
    """The same with git's letters."""
    return tuple(BerkasBerubah(path, _letter(*change)) for path, change in changes.items())


def _letter(before: KeptFile | None, after: KeptFile | None) -> str:
    if before is None or after is None:
        return "D" if before else "A"
    return "M" if stat.S_IFMT(before.mode) == stat.S_IFMT(after.mode) else "T"


def join(
    base: FileTree, mine: FileTree, theirs: FileTree, take_mine: Callable[[str, Change], bool]
) -> tuple[dict[str, KeptFile], dict[str, Change]]:
    """Their files with what mine changed since `base` put on top; and the files that both changed, each as mine and theirs, of
    which `take_mine` says whose is taken."""
    both: dict[str, Change] = {}
    joined = dict(theirs)
    for path, (before, after) in differences(base, mine).items():
        other = theirs.get(path)
        taken = after
        if other not in (before, after):
            both[path] = (after, other)
            taken = after if take_mine(path, (after, other)) else other
        if taken:
            joined[path] = taken
        else:
            joined.pop(path, None)
    return joined, both


def unpack(repo: Repo, commit: ObjectID, folder: Path, below: Iterable[str] = ("data", "docs")) -> bool:
    """Write the files of a commit below these folders into `folder`; whether there were data. Links become files that hold
    where they lead; a path that would leave the folder is left out."""
    first = tuple(f"{name}/" for name in below)
    files = {path: item for path, item in tree_of(repo, commit).items() if path.startswith(first) and is_safe(path)}
    with naming(folder):
        for path, item in files.items():
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content_of(repo, item) or b"")
    return any(path.startswith("data/") for path in files)
