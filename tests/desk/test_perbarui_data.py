"""`perbarui-data`: photos that came into the data before they were cleaned at the door."""

from __future__ import annotations

from pathlib import Path

import app
import pytest
from click.testing import CliRunner, Result
from disk import new_files
from small.office_data import row, write_kantor
from support.evidence_files import GOOD, phone_photo
from zona.records.capaian.bukti import read_evidence


def run(data: Path, *options: str, given: str = "") -> Result:
    return CliRunner().invoke(app.zi, ["perbarui-data", "--data", str(data), *options], input=given)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """An office with two photos as a telephone makes them, one clean one, and a document."""
    root = write_kantor(tmp_path / "data", {2026: [row("I.1")]})
    folder = root / "bukti" / "2026"
    folder.mkdir(parents=True)
    files = {"a.jpg": phone_photo(), "b.png": phone_photo("PNG"), "c.jpeg": GOOD["c.jpeg"], "d.pdf": GOOD["a.pdf"]}
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return root


def contents(data: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted((data / "bukti").rglob("*")) if path.is_file()}


def test_photos_are_cleaned_where_they_lie(data: Path) -> None:
    """What will be taken out is shown; after a yes the photos are clean under their names, all else is as before, and a second
    run finds nothing to do."""
    before = contents(data)
    done = run(data, given="ya\n")
    assert done.exit_code == 0, done.output
    assert f"{data}/bukti/2026/a.jpg: tempat foto dibuat (GPS)" in done.output
    after = contents(data)
    assert {name for name in before if after[name] != before[name]} == {"a.jpg", "b.png"}
    assert list(after) == list(before)
    _, problems = read_evidence(data / "bukti" / "2026", root=data)
    assert problems == []
    assert run(data, "--ya").output == "Tidak ada yang perlu diperbarui.\n"


def test_nothing_without_a_yes(data: Path) -> None:
    """After a no, and where nobody can be asked, nothing is written."""
    before = contents(data)
    run(data, given="tidak\n")
    run(data)
    assert contents(data) == before


def test_wholly_or_not_at_all(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the second photo can't be put in its place, the first is as it was, and nothing hidden is left."""
    before, replace = contents(data), Path.replace

    def refuse(self: Path, target: Path) -> Path:
        if target.name == "b.png":
            raise OSError(5, "broken", str(target))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refuse)
    done = run(data, "--ya")
    assert done.exit_code == 1
    assert "Tidak ada yang ditulis." in done.output
    assert contents(data) == before


def test_somebody_else_was_faster(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A photo that changes meanwhile keeps what it has now."""
    photo, create = data / "bukti" / "2026" / "a.jpg", new_files.create

    def meanwhile(path: Path, content: bytes, made: list[Path]) -> Path:
        photo.write_bytes(GOOD["b.jpg"])
        return create(path, content, made)

    monkeypatch.setattr(new_files, "create", meanwhile)
    done = run(data, "--ya")
    assert (done.exit_code, photo.read_bytes()) == (1, GOOD["b.jpg"])
    assert "a.jpg baru saja diubah orang lain; ulangi." in done.output
