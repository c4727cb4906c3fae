"""Shared by all tests: the real data, and one strict build of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings
from zi_command import PER_TANGGAL, ROOT, zi
from zona.findings.judge import Findings, judge
from zona.outputs.present import present
from zona.outputs.site_file import SiteFile
from zona.records.load import PROSA, Data, load_data

# The same examples on every run: a test that fails must fail again. Slow machines are no failure.
settings.register_profile("zona", derandomize=True, deadline=None, max_examples=60)
settings.load_profile("zona")


@pytest.fixture(scope="session")
def data() -> Data:
    """The real data of the office."""
    return load_data(ROOT / "data", prosa=ROOT / PROSA)


@pytest.fixture(scope="session")
def temuan(data: Data) -> Findings:
    """The real data, judged on a fixed date."""
    return judge(data, PER_TANGGAL)


@pytest.fixture(scope="session")
def sample() -> Findings:
    """The sample office, judged on the same date."""
    return judge(load_data(ROOT / "tests" / "contoh"), PER_TANGGAL)


@pytest.fixture(scope="session")
def berkas_contoh(sample: Findings) -> dict[str, SiteFile]:
    """Every file that the sample office gives, by its path."""
    return {file.path: file for file in present(sample)}


@pytest.fixture(scope="session")
def situs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built strictly once."""
    target = tmp_path_factory.mktemp("situs") / "site"
    done = zi("bangun", "--per-tanggal", PER_TANGGAL.isoformat(), "--keluaran", str(target))
    assert done.returncode == 0, done.stdout + done.stderr
    return target


@pytest.fixture(scope="session")
def contoh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample office's site, built strictly once."""
    target = tmp_path_factory.mktemp("contoh") / "site"
    done = zi("bangun", "--contoh", "--per-tanggal", PER_TANGGAL.isoformat(), "--keluaran", str(target))
    assert done.returncode == 0, done.stdout + done.stderr
    return target
