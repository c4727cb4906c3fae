"""Material's styles as they lie in docs/aset/: what the installed package gives for the pages of today."""

from __future__ import annotations

from pathlib import Path

from renew.renew_styles import TARGET, styles_of


def test_material_styles_are_todays(situs: Path, contoh: Path, lain: Path) -> None:
    """The generated file is what `zi.py perbarui gaya` would write for the pages of the frozen offices."""
    assert TARGET.read_text(encoding="utf-8") == styles_of((situs, contoh, lain))
