"""What a simulated phone on a slow line waits for: Lighthouse's performance score, LCP and TBT, the median of a few rounds.

Run by hand: `python tests/benchmarks/page_speed.py [rounds]`, with Chromium, Node.js, and tests/npm installed. These figures
depend on how fast and how busy the machine is: it asserts nothing.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS), str(TESTS / "browser"), str(TESTS.parent / "scripts"), str(TESTS.parent / "hooks")]

from site_pages_of import one_of_each_kind
from small.loopback import answering, files_of
from support.programs import find
from support.zi_command import PER_TANGGAL, zi
from test_lighthouse import findings_of


def main(rounds: int) -> None:
    """Build the sample office, serve it, and print a line for each kind of page."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["ZI_UJI"] = folder
        site = Path(folder) / "zi"
        done = zi("bangun", "--contoh", "--per-tanggal", PER_TANGGAL.isoformat(), "--keluaran", str(site))
        assert done.returncode == 0, done.stderr
        kinds = {kind: path for kind, path in one_of_each_kind(site).items() if kind}
        with answering(files_of(Path(folder))) as served:
            addresses = {kind: f"{served}/zi/{path}" for kind, path in kinds.items()}
            found = [findings_of(addresses, find("chromium") or "chromium", timed=True) for _ in range(rounds)]
    for kind in sorted(kinds):
        results = [one[kind] for one in found]
        score = statistics.median(one["scores"]["performance"] for one in results)
        lcp, tbt = (statistics.median(one[name] for one in results) for name in ("lcp", "tbt"))
        print(f"{kind:24} performance {score:3.0f}  LCP {lcp:.2f} s  TBT {tbt:.0f} ms")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
