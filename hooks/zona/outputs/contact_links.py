"""A way to reach a channel in, the link that a tap opens out: tel (RFC 3966), sms (RFC 5724), mailto (RFC 6068), https."""

import re

from zona.records.informasi.kanal import Cara, JenisCara

NEGARA = "62"  # Indonesia's country code


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
