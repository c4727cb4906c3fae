"""`perbarui`: what is made by machine is written anew, and is what the repository keeps already."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from app import zi as commands
from cli.uji.needs_tests import wanted
from click.testing import CliRunner
from support import programs
from support.zi_command import ROOT, clone, zi
from zona.records.json_schema import schema_files

KEPT = ("tests/golden/charts", "tests/golden/api-v1")


def files(root: Path) -> dict[str, bytes]:
    found = [path for name in KEPT for path in (root / name).rglob("*") if path.is_file()]
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in found}


def test_everything_is_written_anew(tmp_path: Path) -> None:
    """What was changed by hand comes back, what nothing makes any more goes; a broken promise is refused, and stays."""
    root = clone(tmp_path / "proyek")
    before = files(root)
    (root / "data/skema").mkdir()
    (root / "data/skema/lama.json").write_text("{}", encoding="utf-8")
    (root / "tests/golden/charts/lama.svg").write_text("<svg/>", encoding="utf-8")
    done = zi("perbarui", "skema", "grafik", "kontrak", root=root)
    assert (done.returncode, done.stderr) == (0, "")
    assert [line.partition(":")[0] for line in done.stdout.splitlines()] == ["skema", "grafik", "kontrak"]
    assert files(root) == before
    assert {path.name: path.read_text(encoding="utf-8") for path in (root / "data/skema").iterdir()} == schema_files()
    promised = next(path for path in (root / "tests/golden/api-v1/terbitan").rglob("rencana-aksi.json"))
    promised.write_text(json.dumps(json.loads(promised.read_text(encoding="utf-8")) | {"janji": 1}), encoding="utf-8")
    done = zi("perbarui", "kontrak", root=root)
    assert (done.returncode, done.stderr.splitlines()[0]) == (1, "Janji versi 1 akan rusak:")
    assert "janji" in promised.read_text(encoding="utf-8")


def test_pictures_need_a_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a browser nothing is written, and it is said how to get one."""
    monkeypatch.setattr(programs, "find", lambda _: None)
    done = CliRunner().invoke(commands, ["perbarui"])
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.startswith("Gambar panduan memerlukan chromium. Di Debian: apt install ")


def test_it_needs_the_packages_of_the_tests() -> None:
    """The tests' packages are installed for `perbarui` and `uji`, and for no other command."""
    assert wanted(ROOT, ["perbarui", "skema"])
    assert wanted(ROOT, ["uji"])
    assert not wanted(ROOT, ["bangun"])
