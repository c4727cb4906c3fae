"""Shared by all tests: the real data, and one strict build of it."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import settings
from zona.findings.judge import Findings, judge
from zona.records.load import Data, load_data

ROOT = Path(__file__).resolve().parent.parent
PER_TANGGAL = date(2026, 11, 24)

# The same examples on every run: a test that fails must fail again. Slow machines are no failure.
settings.register_profile("zona", derandomize=True, deadline=None, max_examples=60)
settings.load_profile("zona")


@pytest.fixture(scope="session")
def data() -> Data:
    """The real data of the office."""
    return load_data(ROOT / "data")


@pytest.fixture(scope="session")
def temuan(data: Data) -> Findings:
    """The real data, judged on a fixed date."""
    return judge(data, PER_TANGGAL)


def zi(*arguments: str, root: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command of `zi.py` as the environment's own Python does."""
    clean = {key: value for key, value in os.environ.items() if not key.startswith("ZI_")}
    return subprocess.run(
        [sys.executable, str(root / "scripts" / "perintah.py"), *arguments],
        capture_output=True,
        encoding="utf-8",
        env=clean | {"PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1"} | environment,
        check=False,
        timeout=300,
    )


@pytest.fixture(scope="session")
def situs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built strictly once."""
    target = tmp_path_factory.mktemp("situs") / "site"
    done = zi("bangun", "--per-tanggal", PER_TANGGAL.isoformat(), "--keluaran", str(target))
    assert done.returncode == 0, done.stdout + done.stderr
    return target
