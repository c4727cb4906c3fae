"""How national bodies are reached, as far as it was seen at a source: whoever is sent elsewhere writes to an impostor."""

import re
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

from zona.own_data import beside


@dataclass(frozen=True)
class LembagaNasional:
    """A body: its name, other names of it and of its services, the domain of its sites, names of sites that only look like
    them, and its (kind, value) contacts."""

    nama: str
    sebutan: tuple[str, ...]
    domain: str
    tiruan: tuple[str, ...]
    kontak: tuple[tuple[str, str], ...]

    def owns(self, host: str) -> bool:
        """Whether the host is the body's domain or lies below it."""
        return host == self.domain or host.endswith(f".{self.domain}")

    def knows(self, jenis: str, nilai: str) -> bool:
        """Whether a value of this kind is one of the body's contacts, or an address of its sites."""
        if "://" in nilai:
            return self.owns(urlsplit(nilai).hostname or "")
        return (jenis, plain(nilai)) in ((kind, plain(known)) for kind, known in self.kontak)

    def is_meant(self, nama: str, pemilik: str, *, own: bool) -> bool:
        """Whether a channel of this name and owner is the body's; in names of an office's own channels it is only mentioned."""
        words = (self.nama,) if own else (self.nama, *self.sebutan)
        where = pemilik if own else f"{nama}\n{pemilik}"
        return any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", where, re.IGNORECASE) for word in words)


@cache
def national_bodies() -> tuple[LembagaNasional, ...]:
    """Every body of the table."""
    return tuple(
        LembagaNasional(
            item["lembaga"],
            tuple(item["sebutan"]),
            item["domain"],
            tuple(item.get("tiruan", ())),
            tuple((kontak["jenis"], kontak["nilai"]) for kontak in item["kontak"]),
        )
        for item in beside(__file__, "kontak_nasional.yml")
    )


def plain(nilai: str) -> str:
    """A value as it is compared: a number by its digits as dialled in the country, else in small letters."""
    if not re.fullmatch(r"\+?[0-9 ().-]+", nilai):
        return nilai.strip().lower()
    digits = re.sub(r"[^0-9]", "", nilai)
    return re.sub(r"^62(?=[0-9]{7})", "0", digits)


def look_alike(host: str) -> str | None:
    """Why nothing on this host may be linked to, or None: it is known to look like a body's site, or has the letters of a
    body's domain and is not below it (`kpk-go.id.com`)."""
    host = host.lower().rstrip(".")
    for body in national_bodies():
        known = any(host == name or host.endswith(f".{name}") for name in body.tiruan)
        if known or (not body.owns(host) and body.domain.replace(".", "") in re.sub("[.-]", "", host)):
            return f"bukan situs {body.nama}; alamat resminya berakhiran {body.domain}"
    return None
