"""Nothing can leave the desk's work half done: killed or refused at any of its changes on disk."""

from __future__ import annotations

import itertools
import shutil
import signal
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
    "beberapa aksi": (PERAN[0], "/catat/", SEVERAL, FILE),
    "setujui": (PERAN[1], "/verifikasi/{}", {"tindakan": "setujui", "dibuka": "1", "dua_orang": "1"}, None),
    "kembalikan": (PERAN[1], "/verifikasi/{}", {"tindakan": "kembalikan", "alasan": "Tanggalnya keliru."}, None),
    "batalkan": (PERAN[0], "/betulkan/{}", {"cara": "batalkan"}, None),
    "data pribadi": (PERAN[0], "/betulkan/{}/data-pribadi/", {}, None),
}
Outcome = tuple[list[str], list[str], int]
WORK = pytest.mark.parametrize("work", WORKS)


class Prepared:
    """An office before a work, always the same and always at the same place, with the desk at which it is done; where persons'
    data are taken off, the record was corrected already."""

    def __init__(self, work: str, folder: Path) -> None:
        self.before, self.folder = folder / "awal", folder / "kantor"
        self.data = write_kantor(self.folder / "data", {2026: [row("I.1"), row("I.2"), row("I.3")]}, situs={"peran": PERAN})
        role, self.address, self.form, self.file = WORKS[work]
        if work != "beberapa aksi":
            client = desk_client(self.data, PERAN[0])
            assert post(client, "/catat/", GOOD, FILE).status_code == 302
            name = record_of(self.data).rpartition("/")[2]
            self.address = self.address.format(name)
            if work == "data pribadi":
                corrected = {**DEED, "hasil": "berjalan", "mengoreksi": name, "alasan": "Keliru.", "tindakan": "simpan"}
                assert post(client, "/catat/", corrected).status_code == 302
        self.client = desk_client(self.data, role)
        shutil.copytree(self.folder, self.before)

    def fresh(self) -> Path:
        """The data as they were."""
        shutil.rmtree(self.folder)
        shutil.copytree(self.before, self.folder)
        return self.data

    def done(self) -> int:
        """0 where the desk did the work, 1 where it refused."""
        return int(post(self.client, self.address, self.form, self.file).status_code >= 400)


@pytest.fixture
def prepared(work: str, tmp_path: Path) -> Prepared:
    return Prepared(work, tmp_path)


def outcome(data: Path) -> Outcome:
    """What is there for people: the data's files, the files of drafts that can be opened, the records as they load."""
    drafts = Drafts(data)
    kept = sorted(item.berkas for draft in drafts.all() for item in draft.bukti if drafts.content(draft, item))
    clean_up(data)
    assert not list(data.rglob(".*"))
    return sorted(name for name, content in tree(data).items() if content is not None), kept, len(records(data))


@WORK
def test_killed_at_every_change(work: str, prepared: Prepared) -> None:
    """Killed at any change, or with a file half written: the data load; all records of the work are there or none, and what is
    no record is a draft."""
    before, after = before_and_after(prepared)
    for number in itertools.count():
        data = prepared.fresh()
        code = stopped(prepared.done, data, number, "SIGKILL")
        if code == 0:
            break
        assert code == -signal.SIGKILL
        found = outcome(data)
        assert found[0] in (before[0], after[0]), number
        assert work == "data pribadi" or found[2] or found[1] or before[2] == 0, number
    assert number > 5


@WORK
def test_refused_at_every_change(work: str, prepared: Prepared) -> None:
    """Where the disk is full at any change, it is all done or not at all, the desk says which, and what was a record or a draft
    is one still."""
    before, after = before_and_after(prepared)
    for number in range(numbers(prepared.done, prepared.fresh())):
        data = prepared.fresh()
        code = stopped(prepared.done, data, number, "ENOSPC")
        assert code in (0, 1), number
        assert outcome(data)[0] == (before, after)[code == 0][0], (number, code)


def before_and_after(prepared: Prepared) -> tuple[Outcome, Outcome]:
    """What is there before the work, and after it is done."""
    before = outcome(prepared.data)
    assert stopped(prepared.done, prepared.data, -1, "") == 0
    return before, outcome(prepared.data)
