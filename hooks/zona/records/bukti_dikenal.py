"""Which evidence files were found to open, remembered by content, so that a rebuild does not open them all again."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

PEMERIKSAAN = 1  # raise it when `bukti.opens` becomes stricter: what was found good before is then looked at again


@dataclass(frozen=True)
class KnownGood:
    """A folder of empty marks, one for each content found good; without a folder nothing is remembered."""

    cache: Path | None

    def known(self, key: str) -> bool:
        """Whether a file of this content opened before."""
        return self.cache is not None and self._mark(self.cache, key).exists()

    def remember(self, key: str) -> None:
        """Note that a file of this content opens."""
        if self.cache is not None:
            self.cache.mkdir(parents=True, exist_ok=True)
            self._mark(self.cache, key).touch()

    @staticmethod
    def _mark(cache: Path, key: str) -> Path:
        return cache / f"{key}.baik-{PEMERIKSAAN}"
