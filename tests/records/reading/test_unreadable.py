"""Whatever the system refuses of a data folder is a problem at its place, never a failure of the program."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from small.informasi_data import write_informasi
from small.office_data import row, write_kantor
from support.nobody import refuse_to_nobody, run_as_nobody
from support.zi_command import ROOT
from zona.problems import Line, Problem
from zona.records.load import load_data
from zona.records.reading.data_error import DataError
from zona.records.reading.file_reader import FileReader

RECORD = "2026/capaian/i-1_2026-01.yml"
# What each name is, below the office's folder.
FILES = (
    "data/situs.yml",
    "data/2026/keputusan.yml",
    "data/2026/spip.yml",
    f"data/{RECORD}",
    "data/kanal.yml",
    "docs/informasi/uji.md",
)
FOLDERS = ("data/2026", "data/2026/capaian", "data/2026/pengaduan", "data/2026/survei", "data/bukti", "data/bukti/2026")


def office(root: Path) -> Path:
    """An office that has each of these files and folders; what they hold is bad or good, which doesn't matter here."""
    write_informasi(root)
    for name in (*FOLDERS, "data/2026/spip.yml", f"data/{RECORD}", "data/bukti/2026/a.pdf"):
        path = root / name
        if path.suffix:
            path.write_text("isi: x\n", encoding="utf-8")
        else:
            path.mkdir(exist_ok=True)
    return root


def problems(root: Path) -> list[Problem[Line]]:
    with pytest.raises(DataError) as raised:
        load_data(root / "data", prosa=root / "docs/informasi")
    return list(raised.value.problems)


@pytest.mark.parametrize("name", [*FILES, *FOLDERS, "data/bukti/2026/a.pdf"])
def test_a_link_to_itself(name: str, tmp_path: Path) -> None:
    """A file or folder that is a link to itself is one problem, which says so."""
    path = office(tmp_path) / name
    path.rename(tmp_path / "lama")
    path.symlink_to(path)
    (found,) = (item for item in problems(tmp_path) if item.place.path == name)
    assert "tidak bisa dibaca: tautannya menuju ke dirinya sendiri" in found.masalah


@pytest.mark.parametrize("name", FOLDERS)
def test_a_file_in_the_place_of_a_folder(name: str, tmp_path: Path) -> None:
    """It is never ignored silently; where records can't be read, no evidence is called unused."""
    path = office(tmp_path) / name
    path.rename(tmp_path / "lama")
    path.write_text("isi: x\n", encoding="utf-8")
    found = problems(tmp_path)
    assert [item.masalah for item in found if item.place.path == name] == [f"{path.name} adalah berkas, padahal harus folder"]
    assert name != "data/2026/capaian" or not [item for item in found if "tidak dipakai" in item.masalah]


@pytest.mark.parametrize("name", FOLDERS)
def test_a_folder_that_is_a_link_out(name: str, tmp_path: Path) -> None:
    """It is refused, and no name in it is repeated."""
    path = office(tmp_path) / name
    path.rename(tmp_path / "lama")
    (tmp_path / "luar").mkdir()
    (tmp_path / "luar" / "rahasia.pdf").write_text("x", encoding="utf-8")
    path.symlink_to(tmp_path / "luar")
    found = problems(tmp_path)
    assert [item.masalah for item in found if item.place.path == name] == [f"{path.name} menunjuk ke luar folder data"]
    assert not [item for item in found if "rahasia" in str(item)]


# Run by an ordinary user: the problems of each data folder, as JSON.
READ = """
import json, sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from zona.records.load import load_data
from zona.records.reading.data_error import DataError
from zona.records.reading.file_reader import FileReader
found = {}
for folder in map(Path, sys.argv[2:]):
    try:
        load_data(folder / "data", prosa=folder / "docs/informasi")
    except DataError as error:
        found[folder.name] = [[item.place.path, item.masalah] for item in error.problems]
print(json.dumps(found))
"""


@pytest.mark.lambat
def test_without_the_right_to_read(tmp_path: Path) -> None:
    """Each file and folder that its reader has no right to, also a folder that can be listed and not entered, is a problem
    at its place; no evidence is called unused for that."""
    names = (*FILES, *FOLDERS, "data/bukti/2026/a.pdf", "docs/informasi", "data", "data/2026/capaian/")
    for number, name in enumerate(names):
        refuse_to_nobody(office(tmp_path / str(number)) / name, listed=name.endswith("/"))
    done = run_as_nobody("-c", READ, str(ROOT / "hooks"), *(str(tmp_path / str(n)) for n in range(len(names))))
    assert done.returncode == 0, done.stderr
    for number, found in json.loads(done.stdout).items():
        name = names[int(number)]
        place = f"data/{RECORD}" if name.endswith("/") else name
        said = [masalah for path, masalah in found if path == place]
        assert len(said) == 1, (name, found)
        assert said[0].endswith("tidak bisa dibaca: tidak ada izin")
        assert not [masalah for _, masalah in found if "tidak dipakai" in masalah and "capaian" in name]


def test_what_cannot_be_looked_at_is_not_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that the system will not even look at is there for all we know, and reading it says why."""
    reader = FileReader(tmp_path, "data")
    assert reader.missing("kanal.yml")
    monkeypatch.setattr(Path, "exists", lambda _: (tmp_path / "tiada").stat())
    assert not reader.missing("kanal.yml")


def test_names_that_would_write_into_a_log(tmp_path: Path) -> None:
    """A name with line ends, control signs or stray bytes is shown on one line, and so is what a file says."""
    root = write_kantor(tmp_path / "data", {2026: [row("I.1")]})
    for name in (b"a\n::stop-commands::x", b"b\x1b[2J", b"c\xe2\x80\xae", b"d\xff"):
        (root / "2026" / os.fsdecode(name)).write_bytes(b"x")
    with pytest.raises(DataError) as raised:
        load_data(root)
    text = str(raised.value)
    assert len(text.encode().splitlines()) == 4
    assert "data/2026/a�::stop-commands::x:1: “a�::stop-commands::x” tidak dikenal di sini" in text
    assert text.isprintable() or set(text) - {"\n"} == {sign for sign in text if sign.isprintable()}


def test_a_very_long_value_is_not_repeated_whole(tmp_path: Path) -> None:
    """A value of 600 KB is cut in its message, also where the message says how to write it."""
    root = write_kantor(tmp_path / "data", {2026: [row("I.1")]})
    (root / "situs.yml").write_text(f"kantor: {'1' * 600_000}.5\n", encoding="utf-8")
    with pytest.raises(DataError) as raised:
        load_data(root)
    assert len(str(raised.value)) < 4000
