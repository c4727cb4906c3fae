"""A copy of the site, in a folder or at an address, against the list of its sums.

Whoever serves the copy may be hostile: what is read is bounded in bytes, names and time, and never leaves the host.
"""

import hashlib
import http.client
import time
import urllib.error
import urllib.parse
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click
from working import working
from zona.delivery.checksums import SUMS, Perbedaan, UnreadableSums, compare, read_sums, sums_of
from zona.delivery.headers import APACHE, NETLIFY, NGINX
from zona.problems import shown

from cli.indonesian_click import Command, Refused

# What hosts read themselves: a good host shows these files to nobody.
UNSERVED = (NETLIFY, APACHE, NGINX)
TIMEOUT = 30  # seconds without a byte
WHOLE = 900  # seconds for everything
LIST_BYTES, FILE_BYTES = 5_000_000, 50_000_000
AT_ONCE = 4
SHOWN = 20  # names of each kind; more would bury the result


@click.command(cls=Command)
@click.argument("salinan", metavar="ALAMAT|FOLDER")
@click.option("--dengan", metavar="FOLDER", help="Bandingkan dengan hasil bangun sendiri, bukan dengan daftar di salinan itu.")
def verifikasi(salinan: str, dengan: str | None) -> None:
    """Periksa apakah salinan situs utuh: setiap berkas dibandingkan dengan jumlah SHA-256-nya."""
    served = salinan.startswith(("https://", "http://"))
    if not served and not Path(salinan).is_dir():
        raise Refused(f"{salinan}: bukan folder, dan bukan alamat yang diawali https://.")
    try:
        copy = Served(salinan, time.monotonic() + WHOLE) if served else None
        expected = listed(salinan, copy) if dengan is None else built(Path(dengan))
        with working(lambda: f"Memeriksa {len(expected)} berkas"):
            found = fetched(copy, expected) if copy else sums_of(Path(salinan))
    except UnreadableSums as error:
        raise Refused(f"{salinan}: {error}") from None
    if different := compare(expected, found):
        raise Refused(f"{told(different)}\nSalinan ini tidak sama dengan daftarnya.")
    click.echo(f"Sama: {len(expected)} berkas cocok dengan daftar {SUMS}.")
    if dengan is None:
        click.echo(
            "Daftarnya dari salinan itu sendiri: ini menunjukkan bahwa salinannya utuh, bukan bahwa pemiliknya jujur. "
            "Untuk itu bangun sendiri, lalu bandingkan dengan --dengan FOLDER."
        )


@dataclass(frozen=True)
class Served:
    """A copy at an address, and the moment of `time.monotonic` until which it may answer."""

    address: str
    until: float

    def read(self, name: str, most: int) -> bytes:
        """One file of at most so many bytes. Raises `Refused` with the reason."""
        url = f"{self.address.rstrip('/')}/{urllib.parse.quote(name)}"
        try:
            request = urllib.request.Request(url, headers={"Cache-Control": "no-cache", "User-Agent": "zi-verifikasi"})
            with urllib.request.build_opener(SameHost).open(request, timeout=TIMEOUT) as response:
                content = bytearray()
                while part := response.read1(1 << 16):
                    content += part
                    if len(content) > most or time.monotonic() > self.until:
                        raise OSError("terlalu besar" if len(content) > most else "terlalu lama")
                return bytes(content)
        except (urllib.error.URLError, http.client.HTTPException, OSError, ValueError) as error:
            if isinstance(error, urllib.error.HTTPError):
                error.close()
            why = str(error) if str(error).startswith("terlalu") else "periksa alamat dan sambungan internet"
            raise Refused(f"{shown(url)}: tidak bisa diambil; {why}.") from None


class SameHost(urllib.request.HTTPRedirectHandler):
    """Follows nobody to another host: what lies there is not the copy."""

    def redirect_request(self, req: urllib.request.Request, *others: Any) -> urllib.request.Request | None:
        """The next request, or None, which is a failure; the last of the others is its address."""
        same = urllib.parse.urlsplit(others[-1])[:2] == urllib.parse.urlsplit(req.full_url)[:2]
        return super().redirect_request(req, *others) if same else None


def listed(salinan: str, copy: Served | None) -> dict[str, str]:
    """The copy's own list."""
    if copy:
        return read_sums(copy.read(SUMS, LIST_BYTES).decode("utf-8", errors="replace"))
    path = Path(salinan) / SUMS
    if not path.is_file():
        raise Refused(f"{salinan}: tidak ada {SUMS}; ini bukan hasil bangun yang utuh.")
    return read_sums(path.read_text(encoding="utf-8", errors="replace"))


def built(folder: Path) -> dict[str, str]:
    """What a build made on this computer really holds."""
    if not (folder / SUMS).is_file():
        raise Refused(f"{folder}: tidak ada {SUMS}; bangun dulu dengan zi.py bangun.")
    return sums_of(folder)


def fetched(copy: Served, expected: dict[str, str]) -> dict[str, str]:
    """The sums of the files at an address; what can't be had is left out."""

    def sum_of(name: str) -> tuple[str, str | None]:
        try:
            return name, hashlib.sha256(copy.read(name, FILE_BYTES)).hexdigest()
        except Refused:
            return name, expected[name] if name in UNSERVED else None

    with ThreadPoolExecutor(AT_ONCE) as pool:
        return {name: digest for name, digest in pool.map(sum_of, expected) if digest is not None}


def told(different: Perbedaan) -> str:
    """What differs, by kind, each kind cut where it is long."""
    lines = []
    kinds = {"tidak ada": different.hilang, "isinya lain": different.berubah, "tidak ada di daftar": different.tambahan}
    for what, names in kinds.items():
        lines += [f"{shown(name)}: {what}" for name in names[:SHOWN]]
        if len(names) > SHOWN:
            lines.append(f"… dan {len(names) - SHOWN} berkas lagi: {what}")
    return "\n".join(lines)
