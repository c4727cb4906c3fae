"""Same data and same date: same bytes. And the small change of one character is seen."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from support.same_tree import differing, sums
from support.zi_command import PER_TANGGAL, clone, zi
from zona.findings.judge import judge
from zona.outputs.present import present
from zona.records.load import Data

# The copies have no git history, of which these two pages tell; the list of sums has the sums of them.
ASAL = {"riwayat/index.html", "keaslian/index.html", "SHA256SUMS"}


def test_byte_identical(situs: Path, tmp_path: Path) -> None:
    """Two builds at one date are equal byte for byte, from another folder, another time zone and another hash seed."""
    copy = clone(tmp_path / "folder lain")
    (copy / "data" / "2026" / "rencana-aksi.yml").touch()
    done = zi("bangun", "--per-tanggal", PER_TANGGAL.isoformat(), root=copy, PYTHONHASHSEED="4242", TZ="America/Caracas")
    assert done.returncode == 0, done.stderr
    first, second = sums(situs), sums(copy / "site")
    assert "sitemap.xml" in first
    assert differing(first, second) <= ASAL


def test_small_pictures_are_byte_identical(contoh: Path, tmp_path: Path) -> None:
    """The sample office's small pictures come out the same when they are made anew, without the cache, in another folder."""
    copy = clone(tmp_path / "folder lain")
    assert not (copy / ".zi-cache").exists()
    done = zi("bangun", "--contoh", "--per-tanggal", PER_TANGGAL.isoformat(), root=copy, PYTHONHASHSEED="7", TZ="Asia/Tokyo")
    assert done.returncode == 0, done.stderr
    first = sums(contoh)
    assert len([path for path in first if path.endswith((".webp", ".jpg"))]) > 40
    assert differing(first, sums(copy / "site")) <= ASAL


def test_the_date_matters(situs: Path, data: Data) -> None:
    """Another date gives other files: the comparison above can fail."""
    tomorrow = {file.path: file.content for file in present(judge(data, PER_TANGGAL + timedelta(days=1)))}
    built = {name for name in sums(situs) if name.startswith("api/")}
    same = {name for name in built if (situs / name).read_bytes() == tomorrow[name]}
    assert same < built
