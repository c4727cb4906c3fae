"""A copy of the site, in a folder or at an address, against the list of its sums."""

import hashlib
import http.client
import urllib.error
import urllib.parse
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import click
from working import working
from zona.delivery.checksums import SUMS, Perbedaan, UnreadableSums, compare, read_sums, sums_of
from zona.delivery.headers import APACHE, NETLIFY, NGINX

from cli.indonesian_click import Command, Refused

# What hosts read themselves: a good host shows these files to nobody.
UNSERVED = (NETLIFY, APACHE, NGINX)
TIMEOUT = 30  # seconds for one file
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
        expected = listed(salinan, served) if dengan is None else built(Path(dengan))
        with working(lambda: f"Memeriksa {len(expected)} berkas"):
            found = fetched(salinan, expected) if served else sums_of(Path(salinan))
    except UnreadableSums as error:
        raise Refused(f"{salinan}: {error}") from None
    if different := compare(expected, found):
        raise Refused(f"{told(different)}\nSalinan ini tidak sama dengan daftarnya.")
    click.echo(f"Sama: {len(expected)} berkas cocok dengan daftar {SUMS}.")


def listed(salinan: str, served: bool) -> dict[str, str]:
    """The copy's own list."""
    if served:
        return read_sums(fetch(salinan, SUMS).decode("utf-8", errors="replace"))
    path = Path(salinan) / SUMS
    if not path.is_file():
        raise Refused(f"{salinan}: tidak ada {SUMS}; ini bukan hasil bangun yang utuh.")
    return read_sums(path.read_text(encoding="utf-8", errors="replace"))


def built(folder: Path) -> dict[str, str]:
    """What a build made on this computer really holds."""
    if not (folder / SUMS).is_file():
        raise Refused(f"{folder}: tidak ada {SUMS}; bangun dulu dengan zi.py bangun.")
    return sums_of(folder)


def fetched(address: str, expected: dict[str, str]) -> dict[str, str]:
    """The sums of the files at an address; what can't be had is left out."""

    def sum_of(name: str) -> tuple[str, str | None]:
        try:
            return name, hashlib.sha256(fetch(address, name)).hexdigest()
        except Refused:
            return name, expected[name] if name in UNSERVED else None

    with ThreadPoolExecutor(AT_ONCE) as pool:
        return {name: digest for name, digest in pool.map(sum_of, expected) if digest is not None}


def fetch(address: str, name: str) -> bytes:
    """One file below an address. Raises `Refused` with the reason."""
    url = f"{address.rstrip('/')}/{urllib.parse.quote(name)}"
    request = urllib.request.Request(url, headers={"Cache-Control": "no-cache", "User-Agent": "zi-verifikasi"})
    try:
        with urllib.request.urlopen(request, timeout=TIMEOUT) as response:
            return bytes(response.read())
    except (urllib.error.URLError, http.client.HTTPException, OSError, ValueError) as error:
        raise Refused(f"{url}: tidak bisa diambil ({error}); periksa alamat dan sambungan internet.") from None


def told(different: Perbedaan) -> str:
    """What differs, by kind, each kind cut where it is long."""
    lines = []
    kinds = {"tidak ada": different.hilang, "isinya lain": different.berubah, "tidak ada di daftar": different.tambahan}
    for what, names in kinds.items():
        lines += [f"{name}: {what}" for name in names[:SHOWN]]
        if len(names) > SHOWN:
            lines.append(f"… dan {len(names) - SHOWN} berkas lagi: {what}")
    return "\n".join(lines)
