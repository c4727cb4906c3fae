"""`rilis-pengaduan`: shown first, then written wholly or not at all; true counts never reach the data folder."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable
from pathlib import Path

import app
import pytest
import yaml
from click.testing import CliRunner, Result
from small.office_data import row, write_kantor
from small.pengaduan_months import months
from support.same_tree import sums
from support.zi_command import CONTOH, ROOT
from zona.desk.forms import write_releases
from zona.disk import new_files
from zona.records.load import load_data
from zona.records.pengaduan.pengaduan import PengaduanBulan

ITEMS = months([(20, 6, 10), (9, 3, 12), (7, 2, 8)], sisa=4)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """An office with three months of complaints, none of them released."""
    root = write_kantor(tmp_path / "data", {2026: [row("I.1")]}, situs={"peran": ["Tim"]})
    write_months(root, ITEMS)
    return root


def write_months(root: Path, items: Iterable[PengaduanBulan], **more: object) -> None:
    """Months with their true counts, where they belong."""
    for item in items:
        path = root.parent / "data-tertutup" / item.bulan[:4] / "pengaduan" / f"{item.bulan[5:]}.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        value = item.model_dump(mode="json", exclude_none=True) | more
        path.write_text(yaml.safe_dump(value, sort_keys=False), encoding="utf-8")


def run(data: Path, *options: str, day: str = "2026-04-02", given: str = "") -> Result:
    return CliRunner().invoke(app.zi, ["rilis-pengaduan", "--data", str(data), "--per-tanggal", day, *options], input=given)


def test_shown_and_written_after_a_yes(data: Path) -> None:
    """What will be public and what will not is shown, with the reasons; after a yes it is written, and builds read it. A
    second run finds nothing to do."""
    done = run(data, given="ya\n")
    assert done.exit_code == 0, done.output
    assert f"{data}/2026/pengaduan/02.yml, Februari 2026" in done.output
    assert "Tidak ditindaklanjuti      <5" in done.output
    assert "“<5”: kurang dari lima" in done.output
    assert "3 rilis ditulis." in done.output
    assert [source.isi.bulan for source in load_data(data).tahun[0].pengaduan] == [item.bulan for item in ITEMS]
    text = (data / "2026" / "pengaduan" / "02.yml").read_text(encoding="utf-8")
    assert text.splitlines()[:2] == [
        "# yaml-language-server: $schema=../../skema/pengaduan.json",
        "# Rilis pengaduan Februari 2026, dibuat zi.py rilis-pengaduan. Jangan disunting: rilis berikutnya dihitung dari sini.",
    ]
    assert not [number for number in yaml.safe_load(text).values() if number in (1, 2, 3, 4)]
    assert run(data, "--ya").output.startswith("Tidak ada yang perlu dirilis: 3 bulan di ")


def test_nothing_without_a_yes(data: Path) -> None:
    """After a no, and where nobody can be asked, nothing is written."""
    before = sums(data)
    assert "Tidak ada yang ditulis." in run(data, given="tidak\n").output
    run(data)
    assert sums(data) == before


def test_only_months_that_are_over(data: Path) -> None:
    """A month that is not over waits, and that is said."""
    done = run(data, "--ya", day="2026-03-31")
    assert "Belum dirilis, karena belum berakhir: Maret 2026." in done.output
    assert "2 rilis ditulis." in done.output
    assert "1 rilis ditulis." in run(data, "--ya").output


def test_a_note_is_released(data: Path) -> None:
    """What the office notes of a month stands in its release."""
    write_months(data, ITEMS[2:], catatan="Angka Februari dihitung ulang.")
    done = run(data, "--ya")
    assert "Catatan: Angka Februari dihitung ulang." in done.output
    assert load_data(data).tahun[0].pengaduan[2].isi.catatan == "Angka Februari dihitung ulang."


def test_bad_months_are_named(data: Path) -> None:
    """Every problem of the months, with file and line; nothing is written."""
    write_months(data, ITEMS[1:2], selesai=11)
    done = run(data, "--ya")
    assert done.exit_code == 1
    assert "data-tertutup/2026/pengaduan/02.yml:" in done.output
    assert "tidak sama dengan diproses" in done.output
    assert not (data / "2026" / "pengaduan").exists()


def test_a_correction_that_was_released_otherwise(data: Path) -> None:
    """A past month that no longer agrees with its release stops everything, at its line, with what to do."""
    assert run(data, "--ya", day="2026-03-02").exit_code == 0
    write_months(data, months([(21, 7, 10), (9, 3, 12), (7, 2, 8)], sisa=4))
    done = run(data, "--ya")
    assert done.exit_code == 1
    assert "data-tertutup/2026/pengaduan/01.yml:" in done.output
    assert "masuk sudah terbit 20, tetapi sekarang 21; yang sudah terbit tidak diubah" in done.output
    assert sorted(path.name for path in (data / "2026" / "pengaduan").iterdir()) == ["01.yml", "02.yml"]


def test_wholly_or_not_at_all(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the second release can't be put in its place, the first is taken away again, and the folder with it."""
    before, put = sums(data), new_files.put_in_place

    def broken(written: Path, path: Path, made: list[Path]) -> None:
        if path.name == "02.yml":
            raise OSError(5, "broken", str(path))
        put(written, path, made)

    monkeypatch.setattr(write_releases, "put_in_place", broken)
    done = run(data, "--ya")
    assert done.exit_code == 1
    assert "Tidak ada yang ditulis." in done.output
    assert sums(data) == before
    assert not (data / "2026" / "pengaduan").exists()


def test_the_sample_is_released_as_its_command_does() -> None:
    """The releases of the sample office are those of its true counts: the command has nothing to add."""
    done = CliRunner().invoke(app.zi, ["rilis-pengaduan", "--contoh", "--per-tanggal", "2026-11-24"])
    assert done.output.startswith("Tidak ada yang perlu dirilis: 9 bulan di ")
    for path in (CONTOH / "data" / "2026" / "pengaduan").iterdir():
        assert "DATA CONTOH" in path.read_text(encoding="utf-8")


def test_git_ignores_true_counts_of_the_office_only(tmp_path: Path) -> None:
    """What lies in `data-tertutup/` at the top stays out of git; that of the sample office is made up, and is kept."""
    (tmp_path / ".gitignore").write_bytes((ROOT / ".gitignore").read_bytes())
    subprocess.run(["git", "init", "--quiet"], cwd=tmp_path, check=True)
    names = ["data-tertutup/2026/pengaduan/01.yml", "tests/offices/contoh/data-tertutup/2026/pengaduan/01.yml"]
    done = subprocess.run(["git", "check-ignore", *names], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.stdout.splitlines() == names[:1]
