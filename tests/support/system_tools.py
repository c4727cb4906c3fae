"""Programs of the system that some tests need: found, or the test is skipped visibly; under `CI=true` it fails instead."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NoReturn

import pytest
from support import programs


def missing(what: str, how: str) -> NoReturn:
    """Stop the test because `what` is missing, and say `how` to get it."""
    text = f"{what} tidak ada. {how}"
    if os.environ.get("CI") == "true":
        pytest.fail(text, pytrace=False)
    pytest.skip(text)


def program(key: str) -> str:
    """Where a program of `alat_uji.PROGRAMS` is."""
    return programs.find(key) or missing(key, programs.advice(key))


def module(name: str) -> Path:
    """A file of what npm installs for the tests."""
    path = programs.MODULES / name
    return path if path.exists() else missing(f"tests/npm/node_modules/{name}", programs.NPM_ADVICE)
