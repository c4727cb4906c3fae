"""Shared by all tests: the frozen offices, one strict build of each, and the way to the live data for one module."""

from __future__ import annotations

import gc
import os
import shutil
import signal
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import settings
from support import live_guard
from support.zi_command import CONTOH, LAIN, PER_TANGGAL, PER_TANGGAL_LAIN, ROOT, TABALONG, zi
from zona.findings.judge import judge
from zona.findings.year_findings import Findings
from zona.outputs.present import present
from zona.outputs.site_file import SiteFile
from zona.records.informasi.prosa import PROSA
from zona.records.load import Data, load_data

# The same examples on every run: a test that fails must fail again. Slow machines are no failure.
settings.register_profile("zona", derandomize=True, deadline=None, max_examples=60)
settings.register_profile("cepat", settings.get_profile("zona"), max_examples=20)  # of `uji --cepat`
settings.load_profile("zona")

# Looking for garbage all the time is a sixth of the time of tests that make pages.
gc.set_threshold(100_000)

# A run in the background begins deaf to these signals, and so would the commands be that the tests start and end.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
if hasattr(signal, "SIGHUP") and signal.getsignal(signal.SIGHUP) is signal.SIG_IGN:
    signal.signal(signal.SIGHUP, lambda *_: None)  # still deaf itself

# What takes longest, by a part of its name. Those that fork their process at every change on disk come before it has grown.
LONGEST = ("test_year", "stopped", "killed", "every_page", "ways_of_reading", "desk_screens", "slips", "lighthouse")


def pytest_configure(config: pytest.Config) -> None:
    """A folder for what is made once for all processes; `zi.py uji` gives one that its three runs share."""
    if "ZI_UJI" not in os.environ:
        os.environ["ZI_UJI"] = folder = tempfile.mkdtemp(prefix="zi-uji-")
        config.add_cleanup(lambda: shutil.rmtree(folder, ignore_errors=True))


def pytest_ignore_collect(collection_path: Path) -> bool | None:
    """On Windows leave out what needs another system: forks, users of it, servers of it."""
    if os.name != "nt" or collection_path.suffix != ".py":
        return None
    text = collection_path.read_text(encoding="utf-8")
    return any(f"support.{name}" in text for name in ("stopped", "nobody", "host.", "code_host")) or None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest tests first: the processes then end together."""
    items.sort(key=lambda item: next((at for at, name in enumerate(LONGEST) if name in item.nodeid), len(LONGEST)))


def pytest_collection_finish() -> None:
    """What was collected stays to the end: garbage is looked for in what comes after it."""
    gc.freeze()


@pytest.fixture(scope="module")
def live() -> Iterator[Path]:
    """The checkout with its live data: for the one module that holds what is true of any honest data."""
    live_guard.open_to_tests = True
    yield ROOT
    live_guard.open_to_tests = False


@pytest.fixture(scope="session")
def data() -> Data:
    """The office of the decree, as it was frozen."""
    return load_data(TABALONG / "data", prosa=TABALONG / PROSA)


@pytest.fixture(scope="session")
def temuan(data: Data) -> Findings:
    """The same, judged on the day of the freeze."""
    return judge(data, PER_TANGGAL)


@pytest.fixture(scope="session")
def sample() -> Findings:
    """The sample office, judged on the same date."""
    return judge(load_data(CONTOH / "data"), PER_TANGGAL)


@pytest.fixture(scope="session")
def berkas_contoh(sample: Findings) -> dict[str, SiteFile]:
    """Every file that the sample office gives, by its path."""
    return {file.path: file for file in present(sample)}


@pytest.fixture(scope="session")
def situs() -> Path:
    """The office's site, built strictly once; only to be read."""
    return built_once("situs")


@pytest.fixture(scope="session")
def contoh() -> Path:
    """The sample office's site, built strictly once; only to be read."""
    return built_once("contoh", "--contoh")


@pytest.fixture(scope="session")
def lain() -> Path:
    """The site of the office that shares nothing with the others, built strictly once; only to be read."""
    return built_once("lain", "--data", str(LAIN / "data"), day=PER_TANGGAL_LAIN)


def built_once(name: str, *options: str, day: date = PER_TANGGAL) -> Path:
    """A site that the first who asks builds, for all processes of a run."""
    folder = Path(os.environ["ZI_UJI"])
    target = folder / name / "site"
    with FileLock(folder / f"{name}.lock"):
        if not target.exists():
            done = zi("bangun", *options, "--per-tanggal", day.isoformat(), "--keluaran", str(target))
            assert done.returncode == 0, done.stdout + done.stderr
    return target
