"""What others sent and what is mine, joined file by file: never within a file, never with marks."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from dulwich.graph import find_merge_base
from dulwich.object_store import tree_lookup_path
from dulwich.objects import Commit, ObjectID
from dulwich.repo import Repo

from zona.desk.sending.file_trees import (
    Change,
    FileTree,
    KeptFile,
    commit_of,
    content_of,
    in_git,
    is_ancestor,
    join,
    tree_of,
    write_tree,
)
from zona.desk.sending.office_repository import UNSENT, OfficeRepository
from zona.desk.sending.outcomes import BerkasTertahan, IsianBerbeda, Keduanya, PilihanIsian, Stopped, TanpaPangkal


@dataclass(frozen=True)
class Joined:
    """What the folder becomes, and the commit that its branch comes to (None: there is none yet). `gave_way`: a version of mine
    is no longer in it, by choice. `time` is when this was done."""

    files: FileTree
    head: ObjectID | None
    gave_way: bool
    time: datetime


def joined(
    office: OfficeRepository, mine: FileTree, tip: ObjectID | None, pilihan: Mapping[str, PilihanIsian], now: datetime
) -> Joined:
    """Mine on top of the place's branch at `tip`; commits that were not sent keep their authors and words. Raises `Stopped`:
    `Keduanya` where both changed a file and no choice is for just these versions, `TanpaPangkal`, `BerkasTertahan`."""
    head = office.head
    if tip is None or tip == head:
        return Joined(mine, head, False, now)
    repo = office.repo
    base = _common(office, head, tip)
    if base == tip:
        return Joined(mine, head, False, now)
    before, theirs = tree_of(repo, base), tree_of(repo, tip)
    decided, undecided = {}, {}

    def take_mine(path: str, change: Change) -> bool:
        choice = pilihan.get(path)
        if choice and choice.sidik == sidik_of(change):
            decided[path] = choice.saya
        elif _built_upon(repo, path, change[0], tip, base):
            decided[path] = False
        else:
            undecided[path] = change
        return decided.get(path, True)

    files, both = join(before, mine, theirs, take_mine)
    if undecided:
        raise Stopped(Keduanya(tuple(_told(repo, path, before.get(path), change) for path, change in undecided.items())))
    _refuse_clash(files)
    new = _on_top(office, before, theirs, (base, tip), decided, now)
    gave_way = any(path in pilihan and not decided[path] for path in both)
    return Joined(files, new, gave_way, now)


def sidik_of(change: Change) -> str:
    """A name for two versions of a file."""
    parts = (f"{file.mode:o} {file.content.decode()}" if file else "" for file in change)
    return sha256("\n".join(parts).encode()).hexdigest()


def _common(office: OfficeRepository, head: ObjectID | None, tip: ObjectID) -> ObjectID | None:
    """The state that mine and theirs are both changes of. Where the place's history was written anew, as when personal data are
    taken out of it, it is the last that was known: what was taken out there must not come back from here."""
    if head is None:
        return None
    repo, known = office.repo, office.tracked
    anew = known is not None and not is_ancestor(repo, known, tip)
    if anew and is_ancestor(repo, tip, head) and not is_ancestor(repo, tip, known or tip):
        anew = False  # a killed run took it over already
    found = find_merge_base(repo, [head, known if anew and known else tip])
    if not found and office.ref(UNSENT) == head and not commit_of(repo, head).parents:
        return None  # the first commit of a folder that never had one: all in it is mine
    if not found:
        raise Stopped(TanpaPangkal(bool(repo.get_shallow())))
    return found[0]


def _built_upon(repo: Repo, path: str, mine: KeptFile | None, tip: ObjectID, base: ObjectID | None) -> bool:
    """Whether theirs came out of mine: mine stood in their history, as after a proposal was accepted and gone on with."""
    if mine is None:
        return False
    entries = repo.get_walker(include=[tip], exclude=[base] if base else [], paths=[in_git(path)])
    return any(_at(repo, entry.commit, path) == mine for entry in entries)


def _at(repo: Repo, commit: Commit, path: str) -> KeptFile | None:
    try:
        return KeptFile(*tree_lookup_path(repo.__getitem__, commit.tree, in_git(path)))
    except KeyError:
        return None


def _on_top(
    office: OfficeRepository,
    before: FileTree,
    theirs: FileTree,
    ends: tuple[ObjectID | None, ObjectID],
    decided: Mapping[str, bool],
    now: datetime,
) -> ObjectID:
    """My commits that were not sent, put upon theirs one after the other; those that would change nothing are left out."""
    repo, (base, tip) = office.repo, ends
    own: list[ObjectID] = []
    at = office.head
    while at is not None and not is_ancestor(repo, at, tip) and not (base and is_ancestor(repo, at, base)):
        own.append(at)
        at = next(iter(repo.get_parents(at)), None)
    new, state = tip, theirs
    for name in reversed(own):
        # Where both changed a file and mine gave way, my version must not stand in the public history either.
        files, _ = join(before, tree_of(repo, name), theirs, lambda path, _: decided.get(path, False))
        if files != state:
            _refuse_clash(files)
            new, state = _again(repo, commit_of(repo, name), write_tree(repo, files), new, now), files
    return new


def _again(repo: Repo, old: Commit, tree: ObjectID, parent: ObjectID, now: datetime) -> ObjectID:
    """A commit once more, upon another."""
    new = Commit()
    new.tree, new.parents, new.message, new.encoding = tree, [parent], old.message, old.encoding
    new.author, new.author_time, new.author_timezone = old.author, old.author_time, old.author_timezone
    new.committer, new.commit_timezone = old.committer, old.commit_timezone
    new.commit_time = max(int(now.timestamp()), commit_of(repo, parent).commit_time)
    repo.object_store.add_object(new)
    return new.id


def _told(repo: Repo, path: str, before: KeptFile | None, change: Change) -> IsianBerbeda:
    semula, saya, rekan = (_text(content_of(repo, item)) for item in (before, *change))
    return IsianBerbeda(path, semula, saya, rekan, sidik_of(change))


def _text(content: bytes | None) -> str | None:
    return None if content is None else content.decode("utf-8", "replace")


def _refuse_clash(files: FileTree) -> None:
    """Raises `Stopped` where one made a folder of what is a file for the other."""
    for path in files:
        parts = path.split("/")
        for count in range(1, len(parts)):
            if "/".join(parts[:count]) in files:
                raise Stopped(BerkasTertahan("/".join(parts[:count]), "pada rekan Anda ini folder, di sini berkas"))
