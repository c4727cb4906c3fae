"""What Lighthouse says of the pages that people land on, as far as it does not depend on how fast this machine is."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import budget
import pytest
from figures import FIGURES, lighthouse_table
from site_pages_of import one_of_each_kind
from support import programs
from support.system_tools import module, program

# On a busy machine Chromium may not come to an answer; what it answers is the same on each try.
TRIES = 3
# The kinds of page that people land on, and those with parts of their own. What Lighthouse asks of the rest is asked of every
# page by the sweep (axe) and by the tests of pages' heads.
KINDS = ("beranda", "rencana_tahun", "aksi", "capaian", "lapor", "kanal", "prosa", "kit", "statistik_pengaduan", "sematan")


@pytest.fixture(scope="module")
def judged(contoh: Path, alamat: str, chromium: str, request: pytest.FixtureRequest) -> dict[str, dict[str, Any]]:
    """Lighthouse's findings for the longest page of each of these kinds."""
    kinds = {kind: path for kind, path in one_of_each_kind(contoh).items() if kind in KINDS}
    assert set(kinds) == set(KINDS)
    found = findings_of({kind: alamat + path for kind, path in kinds.items()}, chromium)
    request.config.stash[FIGURES]["Lighthouse: keterbacaan, praktik, SEO"] = lighthouse_table(kinds, found)
    return found


def findings_of(addresses: dict[str, str], chromium: str, *, timed: bool = False) -> dict[str, dict[str, Any]]:
    """What Lighthouse finds at each address, with times where `timed` asks for them."""
    module("lighthouse/package.json")
    command = [program("node"), str(programs.FOLDER / "lighthouse.mjs"), chromium]
    known = os.environ | {"WAKTU": "1" if timed else "0"}
    found: dict[str, dict[str, Any]] = {}
    for _ in range(TRIES):
        waiting = [name for name in addresses if name not in found or found[name]["problem"]]
        if waiting:
            asked = [*command, *(addresses[name] for name in waiting)]
            done = subprocess.run(asked, cwd=programs.FOLDER, env=known, capture_output=True, encoding="utf-8", check=False)
            assert done.returncode == 0, done.stderr
            found |= zip(waiting, map(json.loads, done.stdout.splitlines()), strict=True)
    return found


def over(result: dict[str, Any], kind: str) -> Iterator[str]:
    """What the result of a page of this kind has against it."""
    if result["problem"]:
        yield result["problem"]
        return
    for category, least in budget.lighthouse(kind).items():
        if result["scores"][category] < least:
            yield f"{category} {result['scores'][category]}"


def test_lighthouse(judged: dict[str, dict[str, Any]]) -> None:
    """On a simulated phone a page of each of these kinds gets full marks for accessibility, best practices and SEO."""
    assert {kind: [*over(result, kind), *result["lost"]] for kind, result in judged.items() if any(over(result, kind))} == {}
