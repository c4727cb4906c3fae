"""Installs what a lock names, shows how far it is, and says in Indonesian why it can't. Standard library only."""

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import STDOUT, CalledProcessError
from tempfile import TemporaryDirectory

from working import working

TRIED = "3.11 dan 3.12"  # the Pythons that the tests run with
_PIP = "-m pip --disable-pip-version-check --no-input install --no-deps --no-compile --progress-bar off --retries 2"
# What pip says where it fails, and what that means. The first that is found counts: a refusing proxy is a failed connection.
_REASONS = {
    r"ProxyError|407 Proxy|Tunnel connection failed": (
        "proxy kantor menolak sambungan; tanyakan alamatnya kepada pengelola jaringan, lalu ketik: "
        "set HTTPS_PROXY=http://alamat:port"
    ),
    r"CERTIFICATE_VERIFY_FAILED|SSLError": (
        "sambungan aman ke pypi.org ditolak, karena sertifikatnya tidak dikenal; pakai jaringan lain, atau tanyakan kepada "
        "pengelola jaringan"
    ),
    r"No space left|Errno 28|WinError 112|not enough space": "disk penuh; sediakan kira-kira 1 GB",
    r"DO NOT MATCH THE HASHES": (
        "paket yang diterima tidak sama dengan yang dikunci; ulangi, dan bila tetap begitu laporkan kepada pengelola program"
    ),
    r"NewConnectionError|getaddrinfo|name resolution|Name or service|timed out|Connection (refused|reset|aborted)|Max retries"
    r"|Network is unreachable": "pypi.org tidak dapat dihubungi; periksa sambungan internet",
    r"Permission denied|Access is denied|Errno 13|WinError (5|32)\b": (
        "berkas tidak boleh ditulis di sana; tutup program lain yang memakainya, lalu ulangi"
    ),
}
_FETCHED = re.compile(r"^(?:Collecting|Processing) (?:\S*[\\/])?(\S+?)(?:==|-\d|\s)", re.MULTILINE)
_NO_WHEEL = re.compile(r"No matching distribution found for ([\w.-]+)")


class NotInstalled(Exception):
    """The packages could not be installed; the message says why and what to do, in Indonesian."""


def install(python: Path, lock: Path, site: Path) -> None:
    """Install exactly what a lock names for the interpreter `python`, whose packages lie in `site`. Raises `NotInstalled`."""
    with TemporaryDirectory(prefix="zi-pasang-", ignore_cleanup_errors=True) as folder:
        log = Path(folder) / "pip.txt"
        command = [str(python), *_PIP.split(), "--require-hashes", "--only-binary=:all:", "-r", str(lock)]
        try:
            with log.open("wb") as stream, working(_progress(lock, log, site)):
                subprocess.run(command, check=True, stdout=stream, stderr=STDOUT)
        except CalledProcessError:
            raise NotInstalled(reason(log.read_text(encoding="utf-8", errors="replace"))) from None


def reason(said: str) -> str:
    """Why pip failed and what to do, from what it said."""
    for pattern, meaning in _REASONS.items():
        if re.search(pattern, said):
            return meaning
    if missing := _NO_WHEEL.search(said):
        here = f"{sys.version_info[0]}.{sys.version_info[1]}"
        return (
            f"paket {missing[1]} tidak tersedia untuk Python {here} di komputer ini; situs ini dicoba dengan Python {TRIED}: "
            "pasang salah satunya dari https://www.python.org/downloads/"
        )
    return f"pip berhenti dengan pesan: {' '.join(said.split())[-300:] or '(tidak ada)'}"


def _progress(lock: Path, log: Path, site: Path) -> Callable[[], str]:
    """What tells how far pip is: which package of how many it fetched last, then how many it has put in place."""
    total = len(re.findall(r"^[a-z0-9]\S*==", lock.read_text(encoding="utf-8"), re.MULTILINE))
    before = len(list(site.glob("*.dist-info")))

    def now() -> str:
        fetched = _FETCHED.findall(log.read_text("utf-8", "replace"))
        placed = len(list(site.glob("*.dist-info"))) - before
        if placed > 0:
            return f"Memasang paket {min(placed, total)} dari {total}"
        return f"Mengambil paket {min(len(fetched), total)} dari {total}{f': {fetched[-1]}' if fetched else ''}"

    return now
