"""Writes the golden drawings of tests/golden/charts/ anew: `python tests/renew/renew_charts.py`, in the environment.

Run it when a chart was changed on purpose, open the changed files in a browser, and commit them with the change.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
ACUAN = TESTS / "golden" / "charts"


def main() -> None:
    """Replace the whole folder."""
    sys.path[:0] = [str(TESTS), str(TESTS.parent / "hooks")]
    from sample.sample_charts import golden_files

    shutil.rmtree(ACUAN, ignore_errors=True)
    for name, text in golden_files().items():
        path = ACUAN / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    print(f"{len(list(ACUAN.rglob('*.svg')))} gambar acuan ditulis")


if __name__ == "__main__":
    main()
