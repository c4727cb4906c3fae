"""A project whose office gets proposals, and the commands that look at them."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import app
import pytest
from cli import options, periksa, usulan
from click.testing import CliRunner, Result
from support.zi_command import ROOT, git, repository

Command = Callable[..., Result]


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project with the frozen office as it was approved: one record, a role that ends, and channels and a chooser that it
    took over from its packs. It comes without the tests, which are half of its files."""
    root = repository(tmp_path_factory.mktemp("usulan") / "proyek")
    shutil.rmtree(root / "tests")
    for name in ("kanal.yml", "lapor.yml"):
        shutil.copy(ROOT / "tests" / "sample" / "lists" / name, root / "data" / name)
    situs = root / "data" / "situs.yml"
    before = situs.read_text(encoding="utf-8")
    after = before.replace("  - Ketua\n", "  - Ketua\n  - nama: Panitia\n    sampai: 2026-06-30\n", 1)
    assert before != after
    situs.write_text(after, encoding="utf-8")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "peran")
    git(root, "tag", "disetujui")
    return root


@pytest.fixture(scope="module")
def zi(project: Path) -> Iterator[Command]:
    """A command of the project as it was approved: what a proposal changes in the code is looked at, not run."""
    with pytest.MonkeyPatch.context() as patch:
        for module in (options, periksa, usulan):
            patch.setattr(module, "ROOT", project)
            patch.setattr(module, "CACHE", project / ".zi-cache")
        yield lambda *arguments: CliRunner().invoke(app.zi, arguments)


@pytest.fixture
def root(project: Path) -> Path:
    """The project, with what an earlier proposal did undone."""
    git(project, "reset", "--quiet", "--hard", "disetujui")
    git(project, "clean", "--quiet", "--force", "-d")
    return project
