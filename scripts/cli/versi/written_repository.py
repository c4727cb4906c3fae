"""An office's repository as it is written: this program's wheel, pinned, and what runs it on a computer and on code hosts."""

from pathlib import Path

from places import HOUSE
from zona.intake.repository_files import repository_files
from zona.records.situs import ZonaWaktu

from cli.versi.wheel_file import LOCK, WheelFile


def repository_bytes(zone: ZonaWaktu) -> dict[str, bytes]:
    """What every repository of an office in a time zone has beside its data, its pages and its version, by path."""
    return {path: text.encode() for path, text in repository_files(HOUSE, zone).items()}


def version_bytes(wheel: WheelFile) -> dict[str, bytes]:
    """What pins a version in an office's repository: the wheel, and the lock that names it."""
    return {wheel.path: wheel.content, LOCK: wheel.lock.encode()}


def write_repository(folder: Path, wheel: WheelFile, zone: ZonaWaktu) -> None:
    """Write both into the folder of a new office."""
    for path, content in (repository_bytes(zone) | version_bytes(wheel)).items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
