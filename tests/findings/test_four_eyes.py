"""Whether another person committed a verification than its record, in real repositories."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from small.office_data import row, write_kantor
from small.records import put_record
from support.zi_command import git
from zona.findings.four_eyes import four_eyes
from zona.findings.judge import judge
from zona.records.load import load_data

RECORD = {"aksi": "I.1", "periode": "2026-01", "tanggal": date(2026, 1, 20), "hasil": "selesai", "uraian": "Rapat."}
EVIDENCE = [{"tautan": "https://contoh.example/n", "judul": "Notulen", "jenis": "notulen"}]


def commit(root: Path, who: str, mail: str) -> None:
    """Commit everything as somebody."""
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "x", "--author", f"{who} <{mail}>")


def verify(root: Path) -> None:
    """Write the record's verification into it."""
    (path,) = (root / "2026" / "capaian").iterdir()
    text = path.read_text(encoding="utf-8")
    path.unlink()
    put_record(root, RECORD | {"bukti": EVIDENCE, "dicatat_oleh": "Tim"}, verifier="Ketua")
    assert path.read_text(encoding="utf-8").startswith(text)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """An office in git, with one record that Ani committed."""
    root = write_kantor(tmp_path / "data", {2026: [row("I.1")]}, situs={"peran": ["Tim", "Ketua"]})
    git(root, "init", "--quiet", "--initial-branch", "main")
    put_record(root, RECORD | {"bukti": EVIDENCE, "dicatat_oleh": "Tim"})
    commit(root, "Ani", "ani@contoh.example")
    return root


def told(root: Path) -> list[bool | None]:
    """What is told of each verification."""
    return [item.lain for year in four_eyes(judge(load_data(root), date(2026, 8, 1))) for item in year.verifikasi]


def test_nothing_verified(root: Path) -> None:
    """Without a verification there is nothing to count."""
    assert told(root) == []


def test_another_person(root: Path) -> None:
    """Budi commits the verification of Ani's record; later commits of other files change nothing."""
    verify(root)
    commit(root, "Budi", "budi@contoh.example")
    (root / "skema").mkdir()
    (root / "skema" / "x.json").write_text("{}", encoding="utf-8")
    commit(root, "Ani", "ani@contoh.example")
    assert told(root) == [True]


def test_the_same_person(root: Path) -> None:
    """Ani commits both, once in capitals; a merge by Budi is no second pair of eyes."""
    git(root, "checkout", "--quiet", "-b", "kerja")
    verify(root)
    commit(root, "Ani", "ANI@contoh.example")
    git(root, "checkout", "--quiet", "main")
    git(root, "-c", "user.email=budi@contoh.example", "merge", "--quiet", "--no-ff", "--message", "gabung", "kerja")
    assert told(root) == [False]


def test_a_record_that_comes_verified(tmp_path: Path, root: Path) -> None:
    """Record and verification in one commit are of one person."""
    (path,) = (root / "2026" / "capaian").iterdir()
    path.unlink()
    put_record(root, RECORD | {"uraian": "Lain.", "bukti": EVIDENCE, "dicatat_oleh": "Tim"}, verifier="Ketua")
    commit(root, "Budi", "budi@contoh.example")
    assert told(root) == [False]


def test_what_git_does_not_know(tmp_path: Path, root: Path) -> None:
    """Before it is committed, without the older history, and without git, nothing is claimed."""
    verify(root)
    assert told(root) == [None]
    commit(root, "Budi", "budi@contoh.example")
    git(tmp_path, "clone", "--quiet", "--depth", "1", f"file://{root}", "dangkal")
    assert told(tmp_path / "dangkal") == [None]
    (root / ".git").rename(tmp_path / "git")
    assert told(root) == [None]
