"""Shared by all tests: the real data, and one strict build of it."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import settings
from zi_command import PER_TANGGAL, ROOT, zi
from zona.findings.judge import Findings, judge
from zona.outputs.present import present
from zona.outputs.site_file import SiteFile
from zona.records.load import Data, load_data
from zona.records.load_information import PROSA

# The same examples on every run: a test that fails must fail again. Slow machines are no failure.
settings.register_profile("zona", derandomize=True, deadline=None, max_examples=60)
settings.load_profile("zona")


# A run in the background begins deaf to these signals, and so would the commands be that the tests start and end.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
if hasattr(signal, "SIGHUP") and signal.getsignal(signal.SIGHUP) is signal.SIG_IGN:
    signal.signal(signal.SIGHUP, lambda *_: None)  # still deaf itself


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
    """The real site, built strictly once; only to be read."""
    return built_once("situs", tmp_path_factory)


@pytest.fixture(scope="session")
def contoh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample office's site, built strictly once; only to be read."""
    return built_once("contoh", tmp_path_factory, "--contoh")


def built_once(name: str, factory: pytest.TempPathFactory, *options: str) -> Path:
    """A site that the first who asks builds: of all runs of one `zi.py uji`, else of this process alone."""
    folder = Path(os.environ.get("ZI_UJI") or factory.getbasetemp())
    target = folder / name / "site"
    with FileLock(folder / f"{name}.lock"):
        if not target.exists():
            done = zi("bangun", *options, "--per-tanggal", PER_TANGGAL.isoformat(), "--keluaran", str(target))
            assert done.returncode == 0, done.stdout + done.stderr
    return target
