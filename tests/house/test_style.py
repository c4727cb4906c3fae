"""Style and types hold everywhere: ruff, and mypy strictly in the core and the commands."""

from __future__ import annotations

import subprocess
import sys

import pytest
from support.zi_command import ROOT


@pytest.mark.parametrize("command", [["ruff", "check"], ["ruff", "format", "--check"], ["mypy"]], ids=" ".join)
def test_quality(command: list[str]) -> None:
    """The tool finds nothing."""
    done = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
