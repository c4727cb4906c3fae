"""An office's own repository, as `kantor-baru` writes it, with the environment that its `zi.py` asks for: the wheel installed
by pip into an empty one, outside this project, which only borrows the other packages from here."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import tomllib
import venv
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import environment
from cli.versi.wheel_file import WheelFile, pinned_wheel
from filelock import FileLock
from hatchling.builders.wheel import WheelBuilder
from support.zi_command import LAIN, PER_TANGGAL_LAIN, ROOT, clean_environment, git, zi

INSTALL = "--disable-pip-version-check install --quiet --no-deps --no-index --no-compile".split()
NAMES = ("--nama", "Balai Uji", "--nama-lengkap", "Balai Uji Mutu", "--provinsi", "Uji", "--zona-waktu", "WIT")


@dataclass(frozen=True)
class WrittenOffice:
    """The repository at `root`, to be run as its people and its host do."""

    root: Path

    def install(self, wheel: WheelFile | None = None) -> None:
        """Make the environment for a wheel (None: for its own), as `zi.py` finds it made."""
        wheel = wheel or pinned_wheel(self.root)
        with TemporaryDirectory() as name:
            lock, file = Path(name) / "requirements.lock", Path(name) / wheel.name
            lock.write_text(wheel.lock, encoding="utf-8")
            file.write_bytes(wheel.content)
            folder = self.root / environment.folder_for(lock, os.name, os.environ).relative_to(name)
            venv.EnvBuilder(symlinks=True).create(folder)
            command = [sys.executable, "-m", "pip", "--python", str(folder / "bin" / "python"), *INSTALL, str(file)]
            subprocess.run(command, check=True)
            (site,) = folder.glob("lib/*/site-packages")
            (site / "pinjam.pth").write_text(f"{sysconfig.get_paths()['purelib']}\n", encoding="utf-8")
            (folder / "requirements.terpasang").write_text(environment.wanted(lock), encoding="utf-8")

    def zi(self, *arguments: str, **given: str) -> subprocess.CompletedProcess[str]:
        """Run its `zi.py` as a person does, from some other folder."""
        command, known = [sys.executable, str(self.root / "zi.py"), *arguments], clean_environment() | given
        return subprocess.run(
            command, cwd=self.root.parent, env=known, capture_output=True, encoding="utf-8", check=False, timeout=300
        )

    def run(self, lines: list[str], **given: str) -> str:
        """Run the lines of a job as a host does; what they print. Raises `AssertionError` where one fails."""
        output = ""
        known = clean_environment() | {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"} | given
        for line in lines:
            command = ["bash", "-e", "-o", "pipefail", "-c", line]
            done = subprocess.run(command, cwd=self.root, env=known, capture_output=True, encoding="utf-8", check=False)
            output += f"$ {line}\n{done.stdout}{done.stderr}"
            assert done.returncode == 0, output
        return output

    def commit(self) -> None:
        """Keep everything with git, on the day that the office is judged on."""
        day = f"{PER_TANGGAL_LAIN}T08:00:00+09:00"
        git(self.root, "add", "--all")
        git(self.root, "commit", "--quiet", "--message", "awal", GIT_AUTHOR_DATE=day, GIT_COMMITTER_DATE=day)


@cache
def written_office() -> WrittenOffice:
    """One office of another institution, made once for all processes of a run; only to be read."""
    folder = Path(os.environ["ZI_UJI"])
    office = WrittenOffice(folder / "kantor-roda")
    with FileLock(folder / "roda.lock"):
        if not (office.root / ".git").exists():
            done = zi("kantor-baru", str(office.root), *NAMES, "--tahun", "2031", "--ya")
            assert done.returncode == 0, done.stderr
            fill(office.root)
            office.install()
            git(office.root, "init", "--quiet", "--initial-branch", "main")
            office.commit()
    return office


def fill(root: Path) -> None:
    """Put the frozen office of another institution into the place of the empty data, and a page of its own."""
    for path in [*(root / "data").glob("*.yml"), root / "data" / "2031"]:
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    shutil.copytree(LAIN / "data", root / "data", dirs_exist_ok=True)
    (root / "docs" / "aset").mkdir()
    (root / "docs" / "aset" / "formulir.txt").write_text("Formulir kantor ini.\n", encoding="utf-8")
    (root / "docs" / "kunjungan.md").write_text("# Kunjungan\n\nBuka Senin sampai Jumat.\n", encoding="utf-8")


def house_copy(folder: Path) -> Path:
    """A copy of what a wheel is built from, whose files are younger than ours."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    target = project["tool"]["hatch"]["build"]["targets"]["wheel"]
    for name in ("pyproject.toml", "LICENSE", *target["only-include"], *target["force-include"]):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        if (ROOT / name).is_dir():
            unwanted = shutil.ignore_patterns("__pycache__")
            shutil.copytree(ROOT / name, folder / name, copy_function=shutil.copy, ignore=unwanted)
        else:
            shutil.copy(ROOT / name, folder / name)
    return folder


def wheel_of(house: Path, folder: Path) -> WheelFile:
    """The wheel of such a copy."""
    (built,) = WheelBuilder(str(house)).build(directory=str(folder), versions=["standard"])
    return WheelFile(Path(built).name, Path(built).read_bytes())
