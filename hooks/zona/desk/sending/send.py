"""Sending, and taking over what others sent: the steps in their order.

The order keeps every step harmless when it is the last one: contents and commits first, which nothing points at; then the
files of others here; then what the branch is at; then what is known of the place. The next time finds done what was done."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta, timezone
from functools import partial
from pathlib import Path

from dulwich.objects import ObjectID
from dulwich.refs import Ref

from zona.desk.sending.file_trees import FileTree, as_changed, commit_of, differences, is_ancestor, tree_of, write_tree
from zona.desk.sending.joining import Joined, joined
from zona.desk.sending.office_repository import BEFORE, UNSENT, Identitas, OfficeRepository, opened, told
from zona.desk.sending.outcomes import (
    BerkasTertahan,
    Diterima,
    Diusulkan,
    DuaCatatan,
    HasilKirim,
    KodeDiterima,
    PerluIdentitas,
    PilihanIsian,
    SandiDikeluarkan,
    Stopped,
    TempatHilang,
    TempatMenolak,
    TempatRamai,
    Terkirim,
    Terkunci,
)
from zona.desk.sending.remote_address import RemoteAddress, proposal_link, read_address
from zona.desk.sending.transport import Forbidden, Moved, Transport
from zona.desk.sending.unsent import mark_handed_over
from zona.desk.sending.vault import Akses, Vault
from zona.desk.sending.work_tree import WorkTree
from zona.disk.new_files import Changed
from zona.findings.scrutiny import BerkasBerubah

# How often others may be faster, or a file here may be saved meanwhile, before the desk says so.
_TRIES = 5
PATIENCE = 30.0

_Act = Callable[[OfficeRepository, Transport], HasilKirim]


def send(
    root: Path,
    pesan: str,
    now: datetime,
    vault: Vault,
    *,
    pilihan: Mapping[str, PilihanIsian] | None = None,
    patience: float = PATIENCE,
) -> HasilKirim:
    """Send all that differs: commit it with `pesan`, put it on top of what others sent, push, read back. `pilihan` says whose
    is taken of files that both changed; `now` knows its time zone; `patience` is how many seconds the place may say nothing."""
    return _act(root, vault, patience, partial(_send, pesan=pesan, now=now, pilihan=pilihan or {}))


def receive(root: Path, now: datetime, vault: Vault, *, patience: float = PATIENCE) -> HasilKirim:
    """Take over what others sent, and send nothing: what is not sent stays on top, also what is not committed."""
    return _act(root, vault, patience, partial(_receive, now=now))


def try_access(root: Path, akses: Akses, vault: Vault, *, patience: float = PATIENCE) -> HasilKirim:
    """Try whether an access lets this folder send, and keep it if so. Nothing is sent."""
    try:
        with told(root), opened(root) as office, office.alone():
            address = _address(office, vault)
            way = Transport(office.repo, address, akses, patience)
            try:
                way.try_access()
            finally:
                way.close()
            return KodeDiterima(address.asal, vault.put(address.asal, akses))
    except Stopped as stopped:
        return stopped.hasil


def _act(root: Path, vault: Vault, patience: float, act: _Act) -> HasilKirim:
    try:
        with told(root), opened(root) as office, office.alone(), _way(office, vault, patience) as way:
            return act(office, way)
    except Stopped as stopped:
        return stopped.hasil


@contextmanager
def _way(office: OfficeRepository, vault: Vault, patience: float) -> Iterator[Transport]:
    address = _address(office, vault)
    way = Transport(office.repo, address, vault.get(address.asal), patience)
    try:
        yield way
    finally:
        way.close()


def _address(office: OfficeRepository, vault: Vault) -> RemoteAddress:
    """Where to. An access code in it is taken out, and kept where codes are kept."""
    try:
        address = read_address(office.address)
    except ValueError:
        raise Stopped(TempatHilang("")) from None
    if address.rahasia:
        kept = vault.put(address.asal, Akses(*address.rahasia))
        office.set_address(address.bersih)
        raise Stopped(SandiDikeluarkan(address.asal, kept))
    return address


def _send(
    office: OfficeRepository, way: Transport, *, pesan: str, now: datetime, pilihan: Mapping[str, PilihanIsian]
) -> Terkirim | Diusulkan:
    by = office.identity
    if by is None:
        raise Stopped(PerluIdentitas())
    first: FileTree | None = None
    held_up: BerkasTertahan | TempatRamai = TempatRamai()
    for _ in range(_TRIES):
        work, mine = _committed(office, by, pesan, now)
        first = mine if first is None else first
        tip = way.fetch(office.target)
        result = joined(office, mine, tip, pilihan, now)
        try:
            _take(office, work, mine, result, tip)
            if result.head is not None and result.head != tip:
                _push(office, way, result.head, tip)
        except Moved:
            continue
        except Changed as changed:
            held_up = BerkasTertahan(_below(office.root, changed), "terus berubah selama dikirim")
            continue
        except Forbidden as refused:
            return _proposed(office, way, first, result, tip, str(refused))
        sent, theirs = _changed(office, first, result, tip)
        return Terkirim(sent, theirs, _two_records(sent, theirs))
    raise Stopped(held_up)


def _receive(office: OfficeRepository, way: Transport, *, now: datetime) -> Diterima:
    path = ""
    for _ in range(_TRIES):
        work = WorkTree(office.repo, tree_of(office.repo, office.head), keep=True)
        mine = work.read()
        tip = way.fetch(office.target)
        result = joined(office, mine, tip, {}, now)
        try:
            _take(office, work, mine, result, tip)
        except Changed as changed:
            path = _below(office.root, changed)
            continue
        return Diterima(as_changed(differences(mine, result.files)))
    raise Stopped(BerkasTertahan(path, "terus berubah"))


def _committed(office: OfficeRepository, by: Identitas, message: str, now: datetime) -> tuple[WorkTree, FileTree]:
    """All that differs, as a commit of the branch. The desk's own commit that was never sent is replaced: what was taken back
    before it was sent is not published by the history either."""
    repo, head = office.repo, office.head
    before = tree_of(repo, head)
    work = WorkTree(repo, before, keep=True)
    mine = work.read()
    if mine == before:
        return work, mine
    parents = [head] if head else []
    if head and office.ref(UNSENT) == head and commit_of(repo, head).author == by.signature:
        parents = commit_of(repo, head).parents
    if parents and mine == tree_of(repo, parents[0]):
        new = parents[0]
    else:
        new = office.commit(write_tree(repo, mine), parents, by, message, now)
        if tree_of(repo, new) != mine:
            raise KeyError(new)
        repo.refs[UNSENT] = new
    _move(office, head, new, now)
    return work, mine


def _take(office: OfficeRepository, work: WorkTree, mine: FileTree, result: Joined, tip: ObjectID | None) -> None:
    """Have the folder and its branch be what was joined."""
    work.bring(mine, result.files)
    head = office.head
    if result.head is not None and result.head != head:
        if result.gave_way and head:
            office.repo.refs[Ref(BEFORE + head[:12])] = head
        _move(office, head, result.head, result.time)
    work.write_index(tree_of(office.repo, result.head))
    if tip is not None:
        office.repo.refs[office.tracking_ref] = tip


def _move(office: OfficeRepository, old: ObjectID | None, new: ObjectID, now: datetime) -> None:
    """Have the branch be at another commit, unless some other program has moved it."""
    refs, name = office.repo.refs, office.branch_ref
    if not (refs.set_if_equals(name, old, new) if old else refs.add_if_new(name, new)):
        raise Stopped(Terkunci(office.branch, now))


def _push(office: OfficeRepository, way: Transport, head: ObjectID, tip: ObjectID | None) -> None:
    way.push(head, office.target, tip)
    there = way.fetch(office.target)
    if there is None or not is_ancestor(office.repo, head, there):  # its name is that of its content: no need to compare more
        raise Stopped(TempatMenolak("diterima, tetapi tidak ada di sana"))
    office.repo.refs[office.tracking_ref] = head
    _sent(office)


def _sent(office: OfficeRepository) -> None:
    with suppress(KeyError):
        del office.repo.refs[UNSENT]


def _proposed(
    office: OfficeRepository, way: Transport, first: FileTree, result: Joined, tip: ObjectID | None, said: str
) -> Diusulkan:
    """Mine, sent as a branch of its own. Its name follows from what it holds: the same is proposed once."""
    head = result.head
    assert head is not None  # else there was nothing to refuse
    made = commit_of(office.repo, head)
    day = datetime.fromtimestamp(made.commit_time, timezone(timedelta(seconds=made.commit_timezone)))
    branch = f"usulan/{day:%Y-%m-%d}-{head[:7].decode()}"
    try:
        way.push(head, branch, None)
    except (Forbidden, Moved) as refused:
        raise Stopped(TempatMenolak(f"{said}\n{refused}".strip())) from None
    sent, theirs = _changed(office, first, result, tip)
    mark_handed_over(office.root, differences(tree_of(office.repo, tip), tree_of(office.repo, head)))
    _sent(office)
    return Diusulkan(branch, proposal_link(way.address, branch, office.target), sent, theirs, said)


def _changed(
    office: OfficeRepository, first: FileTree, result: Joined, tip: ObjectID | None
) -> tuple[tuple[BerkasBerubah, ...], tuple[BerkasBerubah, ...]]:
    """What was sent, and what came in from others since this act began."""
    sent = differences(tree_of(office.repo, tip), tree_of(office.repo, result.head))
    return as_changed(sent), as_changed(differences(first, result.files))


def _two_records(mine: tuple[BerkasBerubah, ...], theirs: tuple[BerkasBerubah, ...]) -> tuple[DuaCatatan, ...]:
    """New records of one action and period: a record's name says which, before the 8 signs of its content."""
    own = {_deed(item.path): item.path for item in mine if item.jenis == "A" and "/capaian/" in item.path}
    new = ((_deed(item.path), item.path) for item in theirs if item.jenis == "A")
    return tuple(DuaCatatan(own[deed], path) for deed, path in new if deed in own)


def _deed(path: str) -> str:
    return path.rpartition("_")[0]


def _below(root: Path, changed: Changed) -> str:
    """The path of a file that changed meanwhile."""
    return Path(changed.args[0]).relative_to(root).as_posix()
