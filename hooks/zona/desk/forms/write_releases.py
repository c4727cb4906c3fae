"""Releases of complaints as files: all of them or none, never over another; the command and the desk write by this."""

from collections.abc import Sequence
from pathlib import Path

from zona.desk.write_record import clean_up, hidden
from zona.disk.new_files import create, make_folder, put_in_place, signals_wait, taking_back
from zona.disk.private_folder import alone
from zona.problems import NotTaken
from zona.records.pengaduan.rilis import RilisPengaduan
from zona.release.complaint_files import read_complaints
from zona.release.release_text import release_path, release_text


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
