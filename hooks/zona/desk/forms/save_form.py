"""A form's file on disk: wholly or not at all, over nothing that somebody else wrote, and read again before it counts."""

from collections.abc import Mapping
from pathlib import Path

from zona.desk.office import Office
from zona.desk.write_record import hidden
from zona.disk.new_files import Changed, Contents, make_folder, replace_all, taking_back
from zona.disk.private_folder import alone
from zona.problems import NotTaken
from zona.records.load import load_data


class ChangedMeanwhile(NotTaken):
    """Somebody else wrote the file since it was opened: `theirs` is what it holds now (None: it is gone), `ours` what was to be
    written. Neither is lost."""

    def __init__(self, path: str, theirs: Contents, ours: bytes) -> None:
        super().__init__(f"{path} baru saja diubah di tempat lain; belum ada yang ditimpa, dan isian Anda tetap di sini")
        self.path, self.theirs, self.ours = path, theirs, ours


def save_file(office: Office, path: str, before: bytes, content: bytes) -> Path:
    """Give the file at `path` below the data folder its new content; `before` is what it held when it was opened (empty: there
    was none). Raises `ChangedMeanwhile`, and `DataError` where the data would not be good; then everything is as it was."""
    place = office.root / path
    if content != before:
        try:
            _replace(office, {place: (before or None, content)})
        except Changed:
            theirs = place.read_bytes() if place.exists() else None
            raise ChangedMeanwhile(path, theirs, content) from None
    return place


def _replace(office: Office, changes: Mapping[Path, tuple[Contents, Contents]]) -> None:
    def check() -> None:
        load_data(office.root, label=office.data.label, cache=office.cache, agreeing=False)

    with alone(office.root), taking_back() as made:
        for path in changes:
            make_folder(path.parent, made)
        replace_all(changes, hidden, check)
