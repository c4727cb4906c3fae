"""A version of this program as one file, a wheel: built from source, or the one that an office's repository carries."""

import hashlib
import io
import re
import zipfile
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory

from packaging.utils import InvalidWheelFilename, parse_wheel_filename
from packaging.version import Version
from places import FROM_SOURCE, HOUSE
from zona.problems import NotTaken

PROGRAM, INSIDE = "zona-integritas", "zona_integritas"  # the program's name, and the folder that its house is in a wheel
FOLDER, LOCK = "versi", "requirements.lock"  # of an office's repository
_PIN = re.compile(rf"^\./({FOLDER}/[\w.-]+\.whl) --hash=sha256:[0-9a-f]{{64}}$", re.MULTILINE)


@dataclass(frozen=True)
class WheelFile:
    """A wheel of this program, by its name and its bytes. Raises `NotTaken` where they are none."""

    name: str
    content: bytes

    def __post_init__(self) -> None:
        _ = self.version

    @cached_property
    def version(self) -> Version:
        """Its version, by its name and by what lies in it."""
        try:
            project, version, *_ = parse_wheel_filename(self.name)
        except InvalidWheelFilename:
            raise NotTaken(f"{self.name} bukan berkas versi; namanya harus seperti {INSIDE}-1.0-py3-none-any.whl") from None
        if project != PROGRAM:
            raise NotTaken(f"{self.name} berisi program lain, bukan {PROGRAM}")
        says = re.search(r"^Name: (.+)\nVersion: (.+)$", self._read(f"{INSIDE}-{version}.dist-info/METADATA"), re.MULTILINE)
        if not says or says.groups() != (PROGRAM, str(version)):
            raise NotTaken(f"isi {self.name} tidak cocok dengan namanya; ambil lagi berkasnya")
        return version

    @property
    def sidik(self) -> str:
        """Its SHA-256."""
        return hashlib.sha256(self.content).hexdigest()

    @property
    def path(self) -> str:
        """Where an office's repository keeps it."""
        return f"{FOLDER}/{self.name}"

    @property
    def lock(self) -> str:
        """The lock of an office's repository with this version: this file by its SHA-256, and every package by its own."""
        pin = f"./{self.path} --hash=sha256:{self.sidik}"
        return f"# Versi yang dipakai; diganti dengan zi.py perbarui-versi.\n{pin}\n{self.text(LOCK)}"

    def text(self, path: str) -> str:
        """A text of the house in it. Raises `NotTaken` where it has none of that path."""
        return self._read(f"{INSIDE}/{path}")

    def _read(self, path: str) -> str:
        try:
            with zipfile.ZipFile(io.BytesIO(self.content)) as archive:
                return archive.read(path).decode()
        except (zipfile.BadZipFile, KeyError, UnicodeDecodeError):
            raise NotTaken(f"{self.name} rusak atau tidak lengkap; ambil lagi berkasnya") from None


def read_wheel(path: Path) -> WheelFile:
    """A wheel on disk. Raises `NotTaken` where it is none of this program, and `OSError`."""
    return WheelFile(path.name, path.read_bytes())


def pinned_wheel(root: Path) -> WheelFile:
    """The wheel that an office's repository names in its lock. Raises `NotTaken` where it names none, and `OSError`."""
    lock = root / LOCK
    pin = _PIN.search(lock.read_text(encoding="utf-8")) if lock.is_file() else None
    if not pin:
        raise NotTaken(f"{LOCK} di sini tidak menyebut berkas versi; jalankan ini di folder kantor yang dibuat kantor-baru")
    return read_wheel(root / pin[1])


def own_wheel(root: Path) -> WheelFile:
    """This very program: built where it runs from source, else the wheel of the office's repository at `root`. Raises as
    `pinned_wheel`."""
    if not FROM_SOURCE:
        return pinned_wheel(root)
    from hatchling.builders.wheel import WheelBuilder  # nothing else needs it

    with TemporaryDirectory(prefix="zi-versi-") as folder:
        (built,) = WheelBuilder(str(HOUSE)).build(directory=folder, versions=["standard"])
        return read_wheel(Path(built))
