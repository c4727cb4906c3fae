"""Files as they are dropped beside a sheet."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from zona.desk.drafts import Drafts
from zona.desk.sheet.dropped_files import DroppedFile, files_in, with_file


def cleaned_files(files: Iterable[tuple[str, bytes]]) -> tuple[DroppedFile, ...]:
    """Files (name, content) as a draft has them."""
    with TemporaryDirectory() as folder:
        drafts = Drafts(Path(folder) / "data")
        draft = drafts.new()
        for name, content in files:
            draft = with_file(drafts, draft, name, content)
        return files_in(drafts, draft)
