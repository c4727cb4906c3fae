"""A way to reach a channel in, the link that a tap opens out: tel (RFC 3966), sms (RFC 5724), mailto (RFC 6068), https."""

import re
from dataclasses import dataclass

from zona.records.informasi.kanal import Cara, JenisCara, Kanal

NEGARA = "62"  # Indonesia's country code
# Kinds of ways that a telephone dials or writes to.
DIALLED = (JenisCara.TELEPON, JenisCara.SMS, JenisCara.WHATSAPP)


@dataclass(frozen=True)
class CaraKanal:
    """The ways to reach a channel as pages show them: `utama` first, the numbers to dial, or where there is none the first way
    that a tap opens; then `lain`; `kosong` are the kinds of those without a value."""

    utama: tuple[Cara, ...]
    lain: tuple[Cara, ...]
    kosong: tuple[str, ...]


def ways_of(kanal: Kanal) -> CaraKanal:
    """A channel's ways in, those ways in the order of pages out."""
    given = [cara for cara in kanal.cara if cara.nilai is not None]
    first = [cara for cara in given if cara.jenis in DIALLED] or [cara for cara in given if link_of(cara)][:1]
    empty = dict.fromkeys(cara.jenis.label for cara in kanal.cara if cara.nilai is None)
    return CaraKanal(tuple(first), tuple(cara for cara in given if cara not in first), tuple(empty))


def link_of(cara: Cara) -> str | None:
    """The link of a way that has a value; None where it has none, or is something to read: an address, an app's name."""
    nilai = cara.nilai
    if nilai is None or cara.jenis is JenisCara.ALAMAT or (cara.jenis is JenisCara.APLIKASI and "://" not in nilai):
        return None
    if cara.jenis in (JenisCara.WEB, JenisCara.APLIKASI):
        return nilai
    if cara.jenis is JenisCara.SUREL:
        return f"mailto:{nilai}"
    if cara.jenis is JenisCara.WHATSAPP:
        return f"https://wa.me/{international(nilai).removeprefix('+')}"
    return f"{'sms' if cara.jenis is JenisCara.SMS else 'tel'}:{international(nilai)}"


def international(nomor: str) -> str:
    """The number as any telephone anywhere dials it: +62…; short codes (198, 1708) exist in Indonesia only and stay."""
    digits = re.sub(r"[^0-9]", "", nomor)
    if nomor.startswith("+"):
        return f"+{digits}"
    return f"+{NEGARA}{digits[1:]}" if digits.startswith("0") else digits


def shown(cara: Cara) -> str | None:
    """The value as people read it: web addresses without https:// and the last “/”; mobile numbers in groups."""
    if cara.nilai is None:
        return None
    if cara.jenis in (JenisCara.WEB, JenisCara.APLIKASI):
        return cara.nilai.removeprefix("https://").removeprefix("www.").rstrip("/")
    return " ".join(re.findall(r"[0-9]{1,4}", cara.nilai)) if re.fullmatch(r"08[0-9]{8,12}", cara.nilai) else cara.nilai
