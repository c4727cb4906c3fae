"""Releases of complaints: which are due and what they say, and how they become files: all of them or none, never over another.
The command and the desk write by this."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from zona.desk.forms.release_words import CountShown, counts_shown, told
from zona.desk.office import Office
from zona.desk.write_record import clean_up, hidden
from zona.disk.new_files import create, make_folder, put_in_place, signals_wait, taking_back
from zona.disk.private_folder import alone
from zona.problems import NotTaken
from zona.records.load import PENGADUAN
from zona.records.pengaduan.pengaduan import closed_folder
from zona.records.pengaduan.rilis import KOLOM, RilisPengaduan
from zona.release.complaint_files import read_complaints
from zona.release.release_text import release_path, release_text


@dataclass(frozen=True)
class ReleaseShown:
    """A release beside the true counts that it is made of: its month, the six counts, and what else it says, line by line;
    `terbit` where it is written already."""

    bulan: str
    angka: tuple[CountShown, ...]
    lainnya: tuple[str, ...]
    terbit: bool


def months_filled_in(office: Office) -> set[str]:
    """The months that have true counts on this computer, by the names of their files."""
    found = closed_folder(office.root).glob(f"[0-9][0-9][0-9][0-9]/{PENGADUAN}/[01][0-9].yml")
    return {f"{path.parent.parent.name}-{path.stem}" for path in found}


def releases_shown(office: Office) -> tuple[ReleaseShown, ...]:
    """The releases of all months that have true counts here, the written ones and those that are due. Raises `DataError` with
    every reason why some can't be made."""
    files = read_complaints(office.root, office.data.label)
    months = {source.isi.bulan: source.isi for source in files.raw}
    done = [source.isi for source in files.released]
    return tuple(
        ReleaseShown(item.bulan, counts_shown(months[item.bulan], item), tuple(told(item))[len(KOLOM) :], item in done)
        for item in (*done, *files.missing_releases(office.today))
        if item.bulan in months
    )


def write_due(office: Office, shown: Sequence[str]) -> int:
    """Write the releases that are due, if they are those of the months that were `shown`; how many. Raises `NotTaken` where
    they are others, and `DataError` where they can't be made."""
    due = read_complaints(office.root, office.data.label).missing_releases(office.today)
    if [item.bulan for item in due] != [*shown]:
        raise NotTaken("yang akan terbit sudah berubah sejak ditunjukkan; lihat sekali lagi, lalu terbitkan")
    write_releases(office.root, office.data.label, due, contoh=office.data.situs.isi.contoh)
    return len(due)


def write_releases(root: Path, label: str, releases: Sequence[RilisPengaduan], *, contoh: bool) -> None:
    """Write all releases and have them read again; nothing is left of them where any of it fails. Raises `NotTaken` where one
    is there already, and `DataError` where they don't fit together."""
    new = {root / release_path(item): release_text(item, contoh=contoh) for item in releases}
    clean_up(root)
    with alone(root), signals_wait() as stop_if_asked, taking_back() as made:
        for path, text in new.items():
            make_folder(path.parent, made)
            stop_if_asked()
            try:
                put_in_place(create(hidden(path), text.encode(), made), path, made)
            except FileExistsError:
                raise NotTaken(f"{path.name} baru saja ditulis orang lain; ulangi") from None
        read_complaints(root, label)
        stop_if_asked()
