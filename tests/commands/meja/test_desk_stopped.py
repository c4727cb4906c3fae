"""Nothing can leave the desk's work half done: killed or refused at any of its changes on disk."""

from __future__ import annotations

import itertools
import shutil
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from small.desk_client import desk_client, post
from small.office_data import row, write_kantor
from support.evidence_files import pdf
from support.recording import PERAN, record_of, records, tree
from support.stopped import numbers, stopped
from zona.desk.drafts import Drafts
from zona.desk.write_record import clean_up

DEED = {"aksi": "I.1", "periode": "2026-01", "hari": "20", "bulan": "1", "tahun": "2026", "uraian": "Rapat bersama."}
GOOD = {**DEED, "hasil": "selesai", "tindakan": "simpan"}
SEVERAL = {**GOOD, "lain": ["I.2 2026-01", "I.3 2026-01"]}
FILE = {"Surat keputusan tim.pdf": pdf()}
# For each work: who does it, the form's address (a record's name stands in it), the form, its file.
WORKS = {
    "catat": (PERAN[0], "/catat/", GOOD, FILE),
    "beberapa aksi": (PERAN[0], "/catat/", SEVERAL, FILE),
    "setujui": (PERAN[1], "/verifikasi/{}", {"tindakan": "setujui", "dibuka": "1", "dua_orang": "1"}, None),
    "kembalikan": (PERAN[1], "/verifikasi/{}", {"tindakan": "kembalikan", "alasan": "Tanggalnya keliru."}, None),
    "batalkan": (PERAN[0], "/betulkan/{}", {"cara": "batalkan"}, None),
    "data pribadi": (PERAN[0], "/betulkan/{}/data-pribadi/", {}, None),
}
WORK = pytest.mark.parametrize("work", WORKS)
Fresh = Callable[[], Path]


@pytest.fixture
def fresh(work: str, tmp_path: Path) -> Fresh:
    """Makes the office before the work, always the same and always at the same place; where persons' data are taken off, the
    record was corrected already."""
    before, folder = tmp_path / "awal", tmp_path / "kantor"
    data = write_kantor(before / "data", {2026: [row("I.1"), row("I.2"), row("I.3")]}, situs={"peran": PERAN})
    if work not in ("catat", "beberapa aksi"):
        client = desk_client(data, PERAN[0])
        assert post(client, "/catat/", GOOD, FILE).status_code == 302
        if work == "data pribadi":
            corrected = {**DEED, "hasil": "berjalan", "mengoreksi": record_of(data).rpartition("/")[2], "alasan": "Keliru."}
            assert post(client, "/catat/", {**corrected, "tindakan": "simpan"}).status_code == 302

    def make() -> Path:
        shutil.rmtree(folder, ignore_errors=True)
        return Path(shutil.copytree(before, folder)) / "data"

    return make


def done(work: str, data: Path) -> int:
    """0 where the desk did the work, 1 where it refused."""
    role, address, form, file = WORKS[work]
    name = next(
        (path.name for path in sorted((data / "2026/capaian").glob("[!.]*.yml")) if "mengoreksi" not in path.read_text()), ""
    )
    client = desk_client(data, role)
    return int(post(client, address.format(name), form, file).status_code >= 400)


def outcome(data: Path) -> tuple[list[str], list[str], int]:
    """What is there for people: the data's files, the files of drafts that can be opened, the records as they load."""
    drafts = Drafts(data)
    kept = sorted(item.berkas for draft in drafts.all() for item in draft.bukti if drafts.content(draft, item))
    clean_up(data)
    assert not list(data.rglob(".*"))
    return sorted(name for name, content in tree(data).items() if content is not None), kept, len(records(data))


@WORK
def test_killed_at_every_change(work: str, fresh: Fresh) -> None:
    """Killed at any change, or with a file half written: the data load; all records of the work are there or none, and what is
    no record is a draft."""
    data = fresh()
    before = outcome(data)
    assert done(work, data) == 0
    after = outcome(data)
    for number in itertools.count():
        code = stopped(lambda: done(work, data), fresh(), number, "SIGKILL")
        if code == 0:
            break
        assert code == -signal.SIGKILL
        found = outcome(data)
        assert found[0] in (before[0], after[0]), number
        assert work == "data pribadi" or found[2] or found[1] or before[2] == 0, number
    assert number > 5


@WORK
def test_refused_at_every_change(work: str, fresh: Fresh) -> None:
    """Where the disk is full at any change, it is all done or not at all, the desk says which, and what was a record or a draft
    is one still."""
    data = fresh()
    before = outcome(data)
    assert done(work, data) == 0
    after = outcome(data)
    for number in range(numbers(lambda: done(work, data), fresh)):
        code = stopped(lambda: done(work, data), fresh(), number, "ENOSPC")
        found = outcome(data)
        assert code in (0, 1), number
        assert found[0] == (before, after)[code == 0][0], (number, code)
