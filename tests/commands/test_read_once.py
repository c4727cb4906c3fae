"""A build reads the data once and judges them once, and hands the findings on."""

from __future__ import annotations

from pathlib import Path

import app
import pytest
from cli import bangun, options
from click.testing import CliRunner
from small.office_data import row, write_kantor
from support.zi_command import project
from zona.findings import judge


def test_a_build_reads_and_judges_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From the command to the site that MkDocs has built, the folder is read once and judged once."""
    called = []

    def counted(name: str) -> None:
        done = getattr(judge, name)
        monkeypatch.setattr(judge, name, lambda *args, **more: called.append(name) or done(*args, **more))

    for name in ("load_data", "judge"):
        counted(name)
    monkeypatch.setattr(options, "ROOT", project())
    monkeypatch.setattr(bangun, "CONFIG", project() / "mkdocs.yml")
    monkeypatch.setenv("ZI_KIT", "0")
    office = write_kantor(tmp_path / "data", {2026: [row("I.1")]})
    given = ["--data", str(office), "--keluaran", str(tmp_path / "situs"), "--per-tanggal", "2026-11-24"]
    done = CliRunner().invoke(app.zi, ["bangun", *given])
    assert (tmp_path / "situs" / "index.html").exists(), done.output
    assert called == ["load_data", "judge"]
