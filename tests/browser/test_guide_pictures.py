"""The pictures of the humas guide show what is so today."""

from __future__ import annotations

import json
import re
from pathlib import Path

from playwright.sync_api import Browser
from renew import renew_guide
from support.zi_command import ROOT

PANDUAN = ROOT / "docs" / "panduan"


def test_pictures_show_what_is_so(contoh: Path, browser: Browser) -> None:
    """Each picture was taken of a page that says the same words today; every picture is used, small, and has a text."""
    sums = {name: digest for name, (digest, _) in renew_guide.pictured(contoh, browser).items()}
    assert sums == json.loads(renew_guide.ASAL.read_text(encoding="utf-8"))
    used = "".join(path.read_text(encoding="utf-8") for path in PANDUAN.glob("*.md"))
    shown = dict(re.findall(r"!\[([^\]]{30,})\]\(gambar/(\w+)\.webp\)", used))
    assert set(shown.values()) == set(sums) == {path.stem for path in renew_guide.GAMBAR.glob("*.webp")}
    assert all(path.stat().st_size < 60_000 for path in renew_guide.GAMBAR.glob("*.webp"))
