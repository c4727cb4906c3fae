"""Writes the golden drawings of tests/golden/charts/ anew: `zi.py perbarui grafik`.

Run it when a chart was changed on purpose, open the changed files in a browser, and commit them with the change.
"""

from __future__ import annotations

import shutil

from sample.sample_charts import golden_files
from support.zi_command import ROOT

ACUAN = ROOT / "tests" / "golden" / "charts"


def renew() -> str:
    """Replace the whole folder."""
    files = golden_files()
    shutil.rmtree(ACUAN, ignore_errors=True)
    for name, text in files.items():
        path = ACUAN / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    return f"{len(files)} gambar acuan ditulis"
