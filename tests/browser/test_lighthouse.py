"""What Lighthouse says of one page of each kind. It measures times: nothing else may run beside it."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import alat_uji
import budget
import pytest
from figures import FIGURES, lighthouse_table
from sweep import one_of_each_kind
from tools import module, program

# A loaded machine makes Lighthouse's simulated times longer, never shorter: the first try shares the processors between two,
# and a page that was too slow may try again, alone.
TRIES = 6


@pytest.fixture(scope="module")
def judged(contoh: Path, alamat: str, chromium: str, request: pytest.FixtureRequest) -> dict[str, dict[str, Any]]:
    """Lighthouse's findings for the longest page of each kind, the best of a few tries."""
    command = [program("node"), str(alat_uji.FOLDER / "lighthouse.mjs"), chromium]
    module("lighthouse/package.json")
    kinds = {kind: path for kind, path in one_of_each_kind(contoh).items() if kind}
    found: dict[str, dict[str, Any]] = {}
    waiting = list(kinds)
    for attempt in range(TRIES):
        parts = [part for part in ((waiting[::2], waiting[1::2]) if attempt == 0 else (waiting,)) if part]
        told = [_lighthouse([*command, *(alamat + kinds[kind] for kind in part)]) for part in parts]
        for part, process in zip(parts, told, strict=True):
            output, faults = process.communicate()
            assert process.returncode == 0, faults
            for kind, line in zip(part, output.splitlines(), strict=True):
                result = json.loads(line)
                if kind not in found or badness(result, kind) < badness(found[kind], kind):
                    found[kind] = result
        waiting = [kind for kind in waiting if any(over(found[kind], kind))]
    request.config.stash[FIGURES]["Lighthouse: ponsel, 4G lambat yang disimulasikan"] = lighthouse_table(kinds, found)
    return found


def _lighthouse(command: list[str]) -> subprocess.Popen[str]:
    """Lighthouse at work; it prints one line for each address of the command."""
    return subprocess.Popen(command, cwd=alat_uji.FOLDER, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8")


def over(result: dict[str, Any], kind: str) -> Iterator[str]:
    """What the result of a page of this kind has over its budget."""
    allowed = budget.lighthouse(kind)
    if result["problem"]:
        yield result["problem"]
        return
    for category, score in result["scores"].items():
        if score < allowed[category]:
            yield f"{category} {score}"
    if result["lcp"] > allowed["lcp_detik"]:
        yield f"LCP {result['lcp']:.2f} s"
    if result["tbt"] > allowed["tbt_milidetik"]:
        yield f"TBT {result['tbt']:.0f} ms"
    if result["cls"] > budget.read()["bawaan"]["geser"]:
        yield f"CLS {result['cls']:.3f}"


def badness(result: dict[str, Any], kind: str) -> tuple[int, float]:
    """For choosing the better of two results."""
    return 99 if result["problem"] else len(list(over(result, kind))), result["lcp"]


def test_lighthouse(judged: dict[str, dict[str, Any]]) -> None:
    """On a simulated phone with a slow line, one page of each kind gets full marks in all four categories, and its LCP, TBT
    and CLS keep the budget."""
    assert {kind: [*over(result, kind), *result["lost"]] for kind, result in judged.items() if any(over(result, kind))} == {}
