"""Pages of one year lead to the same page of other years, where those have it."""

from __future__ import annotations

import posixpath
import re
from datetime import date
from pathlib import Path

import pytest
import yaml
from small.office_data import row, write_kantor
from zona.findings.judge import judge
from zona.outputs.present import present
from zona.records.load import load_data

pytestmark = pytest.mark.lambat


def test_no_year_without_the_page_is_led_to(tmp_path: Path) -> None:
    """An office whose first years rest on a decree, and whose last years are mapped to the LKE and rest on nothing written:
    the list of years on every page holds just those that have this page."""
    data = write_kantor(tmp_path / "data", {year: [row("I.1")] for year in (2024, 2025, 2026, 2027)})
    entry = {"butir": "A.1.I.i.a", "baris": ["I.1"], "hubungan": "langsung", "alasan": "Uji."}
    for year in ("2026", "2027"):
        (data / year / "keputusan.yml").unlink()
        (data / year / "lke.yml").write_text(yaml.safe_dump({"tahun": int(year), "pemetaan": [entry]}), encoding="utf-8")
    files = {file.path: file.read().decode() for file in present(judge(load_data(data), date(2027, 3, 1)))
             if file.path.endswith(".html")}  # fmt: skip
    led = {path: {posixpath.normpath(posixpath.join(posixpath.dirname(path), address)) + "/index.html"
                  for nav in re.findall(r'<nav class="zi-tahun".*?</nav>', text, re.DOTALL)
                  for address in re.findall(r'href="([^"]+)"', nav)} for path, text in files.items()}  # fmt: skip
    assert {path: sorted(to - files.keys()) for path, to in led.items() if to - files.keys()} == {}
    assert led["lke/2027/index.html"] == {"lke/2026/index.html", "lke/2027/index.html"}
    assert len(led["rencana-aksi/2024/keputusan/index.html"]) == 2
    assert len(led["capaian/2027/index.html"]) == 4
