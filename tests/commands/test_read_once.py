"""A build reads the data once and judges them once, and hands the findings on."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from small.office_data import row, write_kantor
from support.zi_command import project

# Runs the command given, and then says how often the data were read and judged.
COUNTING = """
import sys
from importlib import import_module

sys.path[:0] = [f"{sys.argv[1]}/scripts", f"{sys.argv[1]}/hooks"]
from zona.findings import judge

calls = []
def counted(name, done):
    return lambda *args, **more: calls.append(name) or done(*args, **more)
for name in ("load_data", "judge"):
    setattr(judge, name, counted(name, getattr(judge, name)))
try:
    import_module("app").zi(sys.argv[2:])
finally:
    print("called", *calls)
"""


def test_a_build_reads_and_judges_once(tmp_path: Path) -> None:
    """From the command to the site that MkDocs has built, the folder is read once and judged once."""
    office = write_kantor(tmp_path / "data", {2026: [row("I.1")]})
    options = ["--data", str(office), "--keluaran", str(tmp_path / "situs"), "--per-tanggal", "2026-11-24"]
    command = [sys.executable, "-c", COUNTING, str(project()), "bangun", *options]
    environment = os.environ | {"ZI_KIT": "0", "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert (tmp_path / "situs" / "index.html").exists(), done.stderr
    assert done.stdout.splitlines()[-1] == "called load_data judge"
