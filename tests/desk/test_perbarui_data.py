"""`perbarui-data`: photos that came into the data before they were cleaned at the door, and true counts of complaints."""

from __future__ import annotations

from pathlib import Path

import app
import pytest
import yaml
from click.testing import CliRunner, Result
from small.office_data import row, write_kantor
from small.pengaduan_months import months
from support.evidence_files import GOOD, phone_photo
from zona.disk import new_files
from zona.records.capaian.bukti import read_evidence
from zona.records.load import load_data
from zona.records.reading.data_error import DataError
from zona.release.complaint_files import read_complaints


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


@pytest.fixture
def counted(data: Path) -> tuple[Path, dict[str, bytes]]:
    """The same office with two months of true counts in its data folder, as it was once done; and what they were."""
    folder = data / "2026" / "pengaduan"
    folder.mkdir()
    for item in months([(20, 6, 10), (9, 3, 12)], sisa=4):
        value = item.model_dump(mode="json", exclude_none=True) | {"dicatat_oleh": "Tim"}
        (folder / f"{item.bulan[5:]}.yml").write_text(yaml.safe_dump(value), encoding="utf-8")
    return data, {path.name: path.read_bytes() for path in folder.iterdir()}


def test_true_counts_move_out_and_releases_take_their_place(counted: tuple[Path, dict[str, bytes]]) -> None:
    """What will be public is shown; after a yes the true counts lie beside the data folder, byte for byte, releases in their
    place, and photos are clean: in one act."""
    data, before = counted
    with pytest.raises(DataError, match=r"zi\.py perbarui-data mengerjakan keduanya"):
        load_data(data)
    done = run(data, given="ya\n")
    assert done.exit_code == 0, done.output
    assert "Tulis ulang 2 berkas dan 2 bulan pengaduan itu?" in done.output
    assert "Februari 2026" in done.output
    closed = data.parent / "data-tertutup" / "2026" / "pengaduan"
    assert {path.name: path.read_bytes() for path in closed.iterdir()} == before
    assert [source.isi.masuk for source in read_complaints(data, "data").released] == [20, 9]
    assert not list((data / "2026" / "pengaduan").glob(".*"))
    assert run(data, "--ya").output == "Tidak ada yang perlu diperbarui.\n"


def test_moving_is_wholly_or_not_at_all(counted: tuple[Path, dict[str, bytes]], monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a release can't be put in its place, true counts are where they were, and nothing lies beside the data folder."""
    data, before = counted
    replace = Path.replace

    def refuse(self: Path, target: Path) -> Path:
        if target.name == "02.yml" and self.read_bytes() != before["02.yml"]:
            raise OSError(5, "broken", str(target))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refuse)
    done = run(data, "--ya")
    assert done.exit_code == 1
    assert {path.name: path.read_bytes() for path in (data / "2026" / "pengaduan").iterdir()} == before
    assert not (data.parent / "data-tertutup").exists()


def test_two_versions_of_a_month_are_not_mixed(counted: tuple[Path, dict[str, bytes]]) -> None:
    """Where another month of the same name lies beside the data folder already, neither is written over."""
    data, before = counted
    other = data.parent / "data-tertutup" / "2026" / "pengaduan" / "01.yml"
    other.parent.mkdir(parents=True)
    other.write_bytes(before["01.yml"] + b"# lain\n")
    done = run(data, "--ya")
    assert done.exit_code == 1
    assert "isinya lain dari" in done.output
    assert {path.name: path.read_bytes() for path in (data / "2026" / "pengaduan").iterdir()} == before
