"""Same data and same date: same bytes, with MkDocs and without it. And the small change of one character is seen."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path

from support.same_tree import differing, sums
from support.zi_command import PER_TANGGAL, project, zi
from zona.findings.judge import judge
from zona.outputs.present import present
from zona.records.load import Data


def differing_elsewhere(built: Path, root: Path, *office: str, **environment: str) -> set[str]:
    """Where a site differs from the one that `susun` makes at the same date in a copy of the project."""
    done = zi("susun", str(root / "site"), *office, "--per-tanggal", PER_TANGGAL.isoformat(), root=root, **environment)
    assert done.returncode == 0, done.stderr
    return differing(sums(built), sums(root / "site"))


def copy_of_the_project(target: Path, *left_out: str) -> Path:
    """The project with its history, in another folder; others may be at work in it."""
    return Path(shutil.copytree(project(), target, ignore=shutil.ignore_patterns("index.lock", "*.tmp", *left_out)))


def test_byte_identical(situs: Path, tmp_path: Path) -> None:
    """`susun` makes what `bangun` makes, search index and sums included, byte for byte: also from another folder, in another
    time zone and with another hash seed."""
    copy = copy_of_the_project(tmp_path / "folder lain")
    (copy / "data" / "2026" / "rencana-aksi.yml").touch()
    assert differing_elsewhere(situs, copy, PYTHONHASHSEED="4242", TZ="America/Caracas") == set()
    assert "sitemap.xml" in sums(situs)
    assert len(list(situs.rglob("*.html"))) > 30


def test_pictures_are_byte_identical(contoh: Path, tmp_path: Path) -> None:
    """So it is for the sample office, which lies below a path of its host: its small pictures, and all that is drawn, come out
    the same when they are made anew, without the cache."""
    copy = copy_of_the_project(tmp_path / "folder lain", ".zi-cache")
    assert differing_elsewhere(contoh, copy, "--contoh", PYTHONHASHSEED="7", TZ="Asia/Tokyo") == set()
    assert len([path for path in sums(contoh) if path.endswith((".webp", ".jpg"))]) > 40


def test_the_date_matters(situs: Path, data: Data) -> None:
    """Another date gives other files: the comparison above can fail."""
    tomorrow = {file.path: file.content for file in present(judge(data, PER_TANGGAL + timedelta(days=1)))}
    built = {name for name in sums(situs) if name.startswith("api/")}
    same = {name for name in built if (situs / name).read_bytes() == tomorrow[name]}
    assert same < built
