"""Material's styles and icons as they lie in the repository: what the installed package gives for the pages of today."""

from __future__ import annotations

from pathlib import Path

from renew.renew_styles import ICONS, NAMES, TARGET, icons, styles_of
from zona.records.informasi.kanal import JenisCara


def test_material_styles_are_todays(situs: Path, contoh: Path, lain: Path) -> None:
    """The generated file is what `zi.py perbarui gaya` would write for the pages of the frozen offices."""
    assert TARGET.read_text(encoding="utf-8") == styles_of((situs, contoh, lain))


def test_material_icons_are_todays() -> None:
    """The generated macro has the installed package's icons: one for each way to reach a channel, and the frame's three."""
    assert ICONS.read_text(encoding="utf-8") == icons()
    assert set(NAMES) == {jenis.value for jenis in JenisCara} | {"cari", "skema", "menu"}
