"""Files as they are dropped beside a sheet."""

from __future__ import annotations

import io
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from zona.desk.drafts import Drafts
from zona.desk.office import Office
from zona.desk.sheet.checked_batch import CheckedBatch
from zona.desk.sheet.dropped_files import DroppedFile, files_in, with_file
from zona.desk.write_record import Plan, write_records


def cleaned_files(files: Iterable[tuple[str, bytes]]) -> tuple[DroppedFile, ...]:
    """Files (name, content) as a draft has them."""
    with TemporaryDirectory() as folder:
        drafts = Drafts(Path(folder) / "data")
        draft = drafts.new()
        for name, content in files:
            draft = with_file(drafts, draft, name, io.BytesIO(content))
        return files_in(drafts, draft)


def save(office: Office, found: CheckedBatch) -> list[Plan]:
    """Write what a batch comes to."""
    plans = found.plans(office.root)
    write_records(office.root, plans, office.load)
    return plans
