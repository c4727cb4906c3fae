"""What one office's files say of the nation – rules, channels, the chooser – taken over for another office.

The first office's own words do not go along: its names become the new office's, its numbers and addresses become unknown,
and nothing counts as confirmed, for the new office has confirmed nothing yet.
"""

from __future__ import annotations

import re

from zona.records.situs import Situs

FILES = ("dasar-hukum.yml", "kanal.yml", "lapor.yml")

_CONFIRMED = re.compile(r"^(\s*(?:- )?(?:diperiksa|penanggung_jawab):).*$", re.MULTILINE)
_VALUE = re.compile(r"(\bnilai:\s*)(\"[^\"]*\"|'[^']*'|[^,}\n]+?)(?=\s*[,}\n])")
_OWN = re.compile(r"^\s*milik_kantor:\s*true\b", re.MULTILINE)


def for_another_office(text: str, old: Situs, kantor: str, kantor_lengkap: str) -> str:
    """The file's text for the office of these names. Lines that still need the new office's eye are `left_over`."""
    for before, after in ((old.kantor_lengkap, kantor_lengkap), (old.kantor, kantor)):
        text = after.join(re.split(rf"\b{re.escape(before)}\b", text))
    text = _CONFIRMED.sub(r"\1 null", text)
    parts = re.split(r"^(?=  - )", text, flags=re.MULTILINE)
    return "".join(_without_own(part, old) if _OWN.search(part) else part for part in parts)


def _without_own(block: str, old: Situs) -> str:
    """An office's own channel without its values, and without its site as a source."""
    block = _VALUE.sub(r"\1null", block)
    site = re.escape((old.situs_resmi or "?").rstrip("/"))
    return re.sub(rf"^\s*- {site}\S*\n", "", block, flags=re.MULTILINE) if old.situs_resmi else block


def left_over(text: str, old: Situs) -> list[int]:
    """The lines, counted from 1, that still name the first office or its site."""
    host = (old.situs_resmi or "").rstrip("/")
    words = [word for word in (old.kantor, old.kantor_lengkap, host) if word]
    return [number for number, line in enumerate(text.splitlines(), 1) if any(word in line for word in words)]
