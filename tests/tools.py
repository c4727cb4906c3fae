"""Programs of the system that some tests need: found, or the test is skipped visibly; under `CI=true` it fails instead."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NoReturn

import alat_uji
import pytest


def missing(what: str, how: str) -> NoReturn:
    """Stop the test because `what` is missing, and say `how` to get it."""
    text = f"{what} tidak ada. {how}"
    if os.environ.get("CI") == "true":
        pytest.fail(text, pytrace=False)
    pytest.skip(text)


def program(key: str) -> str:
    """Where a program of `alat_uji.PROGRAMS` is."""
    return alat_uji.find(key) or missing(key, alat_uji.advice(key))


def module(name: str) -> Path:
    """A file of what npm installs for the tests."""
    path = alat_uji.MODULES / name
    return path if path.exists() else missing(f"tests/alat/node_modules/{name}", alat_uji.npm_advice())
