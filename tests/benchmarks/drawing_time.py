"""How long the kit takes to draw, cold and warm, beside a whole build.

Run by hand: `python tests/benchmarks/drawing_time.py`. It prints seconds of the clock and of the processor: on a machine that
others use too, only the second says what the kit costs. It asserts nothing. Goals: at most 60 ms a picture cold, at most 5 % of
the build warm.
"""

from __future__ import annotations

import dataclasses
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[1]), str(Path(__file__).resolve().parents[2] / "hooks")]

from banding import build
from support.zi_command import CONTOH, PER_TANGGAL, ROOT
from zona.drawing.cards import picture_files
from zona.drawing.lembar_monev import report_files
from zona.drawing.posters import poster_files
from zona.drawing.typst_drawing import Drawer
from zona.findings.judge import judge
from zona.findings.year_findings import Findings
from zona.outputs.evidence.published import publish_all
from zona.records.load import load_data


def timed(work: Callable[[], int]) -> tuple[int, float, float]:
    """How many things were made, in how many seconds of the clock, and of the processor."""
    wall, cpu = time.perf_counter(), time.process_time()
    number = work()
    return number, time.perf_counter() - wall, time.process_time() - cpu


def addressed(findings: Findings) -> Findings:
    """The findings of a site whose address is known, so that QR codes are drawn too."""
    isi = findings.situs.isi.model_copy(update={"alamat_situs": "https://zi.contoh.example.org"})
    return dataclasses.replace(findings, situs=dataclasses.replace(findings.situs, isi=isi))


def main() -> None:
    findings = addressed(judge(load_data(CONTOH / "data", prosa=ROOT / "docs" / "informasi"), PER_TANGGAL))
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        terbit = publish_all(findings, work / "foto")
        kinds: dict[str, Callable[[Drawer], int]] = {
            "pictures and thumbnails": lambda drawer: len(list(picture_files(findings, drawer))),
            "posters": lambda drawer: len(list(poster_files(findings, drawer))),
            "reports": lambda drawer: len(list(report_files(findings, terbit, drawer))),
        }
        warm_total = 0.0
        for state in ("cold", "warm"):
            for kind, make in kinds.items():
                number, wall, cpu = timed(lambda make=make: make(Drawer(work / "kit")))  # type: ignore[misc]
                each = f"{1000 * wall / number:6.1f} ms each ({1000 * cpu / number:5.1f} ms of the processor)"
                print(f"{state}  {kind:24} {number:3}  {wall:6.2f} s  {each}", flush=True)
                warm_total += wall if state == "warm" else 0
        build(CONTOH / "data", work / "situs")
        whole = min(build(CONTOH / "data", work / "situs") for _ in range(3))
        print(f"warm kit {warm_total:.3f} s of a build of {whole:.2f} s: {100 * warm_total / whole:.1f} %")


if __name__ == "__main__":
    main()
