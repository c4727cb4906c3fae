"""What click says, in Indonesian: a catalogue for Python's own gettext, which click asks for every text that it shows."""

from __future__ import annotations

import gettext
import tomllib
from pathlib import Path

TEXTS: dict[str, str] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))


class Catalogue(gettext.NullTranslations):
    """The translations above; a text that is not among them stays as it is."""

    def gettext(self, message: str) -> str:
        """The Indonesian text."""
        return TEXTS.get(message, message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """The Indonesian text for `n` things."""
        return self.gettext(msgid1 if n == 1 else msgid2)


def install() -> None:
    """Have gettext answer from the catalogue, instead of looking for files of translations."""
    gettext.translation = lambda *_, **__: Catalogue()  # type: ignore[assignment]
