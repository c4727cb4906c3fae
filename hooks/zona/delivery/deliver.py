"""The last step of a build: one built folder, changed in place."""

from __future__ import annotations

from pathlib import Path


def deliver(folder: Path, *, policy: bool = True) -> None:
    """Make the built site in `folder` fit to be served; without `policy` its pages carry no Content-Security-Policy."""
