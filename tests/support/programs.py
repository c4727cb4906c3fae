"""What the tests need beside Python: found, installed where this account may, or told how to install.

Programs come from the system's package manager (Debian's, run as root); the Nu checker and Lighthouse from npm, at the
versions that `tests/npm/package-lock.json` pins by hash.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1] / "npm"
MODULES = FOLDER / "node_modules"
MARK = MODULES / "zi-terpasang.txt"
NPM_ADVICE = "Pasang dengan: npm ci --ignore-scripts --prefix tests/npm"
NPM = ("ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")


@dataclass(frozen=True)
class Program:
    """A program under any of its names, the Debian package that brings it, and what the tests do with it."""

    names: tuple[str, ...]
    package: str
    use: str


PROGRAMS = {
    # The engine is the same in each. The first has no window to draw, and takes a third less of the processor's time.
    "chromium": Program(
        ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"),
        "chromium-headless-shell",
        "membuka halaman",
    ),
    "nginx": Program(("nginx",), "nginx-light", "menyajikan situs seperti di peladen"),
    "apache2": Program(("apache2", "httpd"), "apache2-bin", "menyajikan situs menurut resep panduan"),
    "pdftotext": Program(("pdftotext",), "poppler-utils", "membaca hasil cetak"),
    "java": Program(("java",), "default-jre-headless", "menjalankan pemeriksa HTML"),
    "node": Program(("node", "nodejs"), "nodejs", "menjalankan Lighthouse"),
    "npm": Program(("npm",), "npm", "memasang pemeriksa HTML dan Lighthouse"),
}


def find(key: str) -> str | None:
    """Where the program is; `ZI_CHROMIUM` may name a Chrome or Chromium. None where it is missing."""
    named = os.environ.get("ZI_CHROMIUM") if key == "chromium" else None
    # Debian keeps servers where only root's PATH looks.
    folders = os.pathsep.join((os.environ.get("PATH", ""), str(Path(os.sep, "usr", "sbin"))))
    candidates = (named,) if named else PROGRAMS[key].names
    return next((path for name in candidates if (path := shutil.which(name, path=folders))), None)


def advice(key: str) -> str:
    """One sentence: how to get the program."""
    other = "; atau isi ZI_CHROMIUM dengan letak Chrome atau Chromium" if key == "chromium" else ""
    return f"Di Debian: apt install {PROGRAMS[key].package}{other}."


def prepare() -> None:
    """Install what is missing where that is allowed; say how where it is not. Tests skip, visibly, what stays missing."""
    lacking = [key for key in PROGRAMS if not find(key)]
    if lacking and may_install():
        packages = [PROGRAMS[key].package for key in lacking]
        _say(f"Memasang alat uji: {', '.join(packages)} …")
        install(packages)
    for key in [key for key in lacking if not find(key)]:
        _say(f"Untuk {PROGRAMS[key].use}, uji memerlukan {key}. {advice(key)}")
    if find("npm") and not up_to_date():
        _say("Memasang pemeriksa HTML dan Lighthouse ke tests/npm/node_modules …")
        if not install_modules():
            _say(f"Tidak terpasang. {NPM_ADVICE}")


def may_install() -> bool:
    """Whether this account may use the system's package manager: root on a Debian; in CI also who may become root unasked."""
    if not shutil.which("apt-get") or not hasattr(os, "geteuid"):
        return False
    return os.geteuid() == 0 or bool(os.environ.get("CI") and shutil.which("sudo"))


def install(packages: list[str]) -> None:
    """Ask Debian's package manager for packages; what it can't bring stays missing."""
    become = [] if os.geteuid() == 0 else ["sudo", "-n"]
    for command in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", *packages]):
        call = [*become, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", *command]
        subprocess.run(call, stdout=subprocess.DEVNULL, check=False)


def up_to_date() -> bool:
    """Whether what npm brought is what the lock names."""
    return MARK.is_file() and MARK.read_text(encoding="utf-8") == _wanted()


def install_modules() -> bool:
    """Bring exactly what the lock names; whether that worked."""
    npm = find("npm")
    assert npm
    done = subprocess.run([npm, *NPM], cwd=FOLDER, check=False)
    if done.returncode == 0:
        MARK.write_text(_wanted(), encoding="utf-8")  # last: an interrupted installation is done again
    return done.returncode == 0


def _wanted() -> str:
    return hashlib.sha256((FOLDER / "package-lock.json").read_bytes()).hexdigest()


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)
