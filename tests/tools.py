"""Programs of the system that some tests need: found, or the test is skipped visibly; under `CI=true` it fails instead."""

from __future__ import annotations

import os
import shutil
from typing import NoReturn

import pytest


def missing(what: str, how: str) -> NoReturn:
    """Stop the test because `what` is missing, and say `how` to get it."""
    text = f"{what} tidak ada. {how}"
    if os.environ.get("CI") == "true":
        pytest.fail(text, pytrace=False)
    pytest.skip(text)


def program(name: str, package: str) -> str:
    """Where the program is; the Debian package that brings it is named where it is missing."""
    found = shutil.which(name, path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")
    if not found:
        missing(name, f"Di Debian: apt install {package}")
    return found
