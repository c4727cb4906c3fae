"""What every page of the desk works with: the office as it is now, who sits here, and the moment."""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from secrets import token_urlsafe
from tempfile import TemporaryDirectory
from threading import Lock
from typing import Any, TypeVar

from zona.desk.drafts import Draft, Drafts
from zona.desk.office import Office, read_office
from zona.desk.record_form import read_form
from zona.desk.sending.unsent import BelumDikirim, begin_history, unsent
from zona.desk.sending.vault import Vault, system_vault
from zona.desk.write_record import Plan, clean_up, write_records
from zona.disk.private_folder import private_folder
from zona.findings.judge import findings_of, judge
from zona.findings.per_tanggal import read_per_tanggal
from zona.findings.year_findings import Findings
from zona.outputs.pages.frame import TAKEN
from zona.outputs.present import present
from zona.outputs.site_file import SiteFile
from zona.problems import NotTaken
from zona.records.capaian.capaian import Capaian
from zona.records.informasi.docs_files import files_of_docs
from zona.records.informasi.prosa import docs_of, own_pages
from zona.records.reading.file_reader import Source

from cli.options import CACHE, CONTOH, ROOT

_ROLE, _WRITTEN, _UNSENT, _READ = "peran", "tercatat", "belum dikirim", "terbaca"

T = TypeVar("T")


@dataclass(frozen=True)
class Opened:
    """The office as one answer of the desk sees it: its data, and what follows from them."""

    office: Office
    findings: Findings


@dataclass
class Desk:
    """The desk of the office whose data are in `data` (called `label`), with the key that its addresses need. `asked` is
    the day that it counts to, None for today; at a desk for practice (`latihan`) the data are a copy, and nothing is sent."""

    data: Path
    label: str
    asked: str | None = None
    latihan: bool = False
    kunci: str = field(default_factory=token_urlsafe)
    host: str = ""
    tiket: str = ""
    practice: tuple[subprocess.Popen[str], str] | None = None
    memory: dict[str, tuple[object, Any]] = field(default_factory=dict)  # Any: each name keeps a thing of its own kind
    tersimpan: dict[str, str] = field(default_factory=dict)  # by the keys of drafts that were saved: the page that says so
    menulis: Lock = field(default_factory=Lock)  # held by the one request that changes something

    @cached_property
    def docs(self) -> Path:
        """The folder with the hand-written pages that go with the data."""
        return docs_of(self.data, ROOT)

    @property
    def address(self) -> str:
        """Where the desk is, with its key."""
        return f"http://{self.host}/?kunci={self.kunci}"

    def ticket(self) -> str:
        """An address that lets one browser in, once: other users of the computer see what a browser was started with."""
        self.tiket = token_urlsafe()
        return f"http://{self.host}/?tiket={self.tiket}"

    def open(self) -> Opened:
        """Judge everything as of now; it is read anew where a file has changed since. Raises `DataError`."""
        clean_up(self.data)
        now = datetime.now(UTC)
        office = self.kept(_READ, lambda: read_office(self.data, self.label, CACHE, self.asked, now))
        today = read_per_tanggal(self.asked, now=now, zona_waktu=office.data.situs.isi.zona_waktu)
        return Opened(replace(office, today=today), judge(office.data, today))

    def whole(self) -> Findings:
        """Everything that is published, the pages of `docs/` too. Raises `DataError`."""
        return findings_of(
            self.data,
            label=self.label,
            cache=CACHE,
            project=ROOT,
            taken=TAKEN,
            asked=self.asked,
            now=datetime.now(UTC),
        )

    def present(self) -> Iterable[SiteFile]:
        """The public site of the data as they are now, without what is drawn. Raises `DataError`."""
        return present(self.whole(), cache=CACHE)

    def now(self, office: Office) -> datetime:
        """The moment, in the office's time."""
        return datetime.now(UTC).astimezone(office.data.situs.isi.zona_waktu.tzinfo)

    @cached_property
    def drafts(self) -> Drafts:
        """The drafts on this computer."""
        return Drafts(self.data)

    def wrote(self, found: Source[Capaian]) -> bool:
        """Whether a record was written at this desk, by whoever sat here."""
        return found.path.rpartition("/")[2] in self._written()

    def write(self, office: Office, plans: Sequence[Plan]) -> None:
        """Remember that records come from here, and write them. Raises `NotTaken`, and what the loader finds wrong."""
        with self._file(_WRITTEN).open("a", encoding="utf-8") as stream:
            stream.writelines(f"{plan.record.name}\n" for plan in plans)
        write_records(office.root, plans, office.load)

    def withdraw(self, office: Office, draft: Draft) -> None:
        """Write a record that withdraws another, as a draft says it. Raises `NotTaken` where something in it is wrong."""
        form = read_form(office, self.drafts, draft)
        if form.salah:
            raise NotTaken("; ".join(form.salah.values()))
        self.write(office, form.plans)

    def sent(self, found: Source[Capaian]) -> bool:
        """Whether others may have a record already, be it as it is here or not."""
        belum, path = self.unsent(), f"{self.data.name}/{found.path}"
        if belum.dasar is None and not self.wrote(found):  # it came with the folder: from where it is public, perhaps
            return True
        change = belum.perubahan.get(path)
        return not (change and change[0] is None)

    def unsent(self) -> BelumDikirim:
        """What is not where the data are kept."""
        return self.kept(_UNSENT, lambda: unsent(self.root))

    def unsent_now(self) -> BelumDikirim:
        """The same, read anew: a file beside the data and the pages may have changed too."""
        self.memory.pop(_UNSENT, None)
        return self.unsent()

    def kept(self, name: str, make: Callable[[], T]) -> T:
        """What `make` gives, kept under a name as long as no file of the data, the pages or the history changes."""
        history = self.root / ".git"
        folders = (self.data, own_pages(self.data), history / "refs")
        files = [path for folder in folders for path in folder.rglob("*")]
        files += [path for _, path in files_of_docs(self.docs)]
        files += [history / name for name in ("HEAD", "packed-refs", "config", "zi-diserahkan.json")]
        stamp = [
            (str(path), stat.st_mtime_ns, stat.st_ctime_ns, stat.st_size) for path in sorted(files) if (stat := _stat(path))
        ]
        found = self.memory.get(name)
        if found is None or found[0] != stamp:
            found = self.memory[name] = (stamp, make())
        made: T = found[1]
        return made

    @property
    def root(self) -> Path:
        """The folder that is sent: that around the data."""
        return self.data.resolve().parent

    @cached_property
    def vault(self) -> Vault:
        """Where access codes are kept."""
        return system_vault()

    def _written(self) -> list[str]:
        try:
            return self._file(_WRITTEN).read_text(encoding="utf-8").split()
        except OSError:
            return []

    def _file(self, name: str) -> Path:
        return private_folder(self.data) / name

    def role(self, office: Office) -> str:
        """The role that works at this desk; empty where none was chosen, or it has ended."""
        try:
            chosen = self._file(_ROLE).read_text(encoding="utf-8").strip()
            return chosen if chosen in office.peran else ""
        except (OSError, ValueError, NotTaken):
            return ""

    def choose_role(self, role: str) -> None:
        """Remember the role that works at this desk."""
        self._file(_ROLE).write_text(f"{role}\n", encoding="utf-8")


def _stat(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except OSError:  # gone meanwhile
        return None


def desk_for(data: str | None, per_tanggal: str | None) -> Desk:
    """The desk of the office in a folder (None: this project's own)."""
    asked = per_tanggal or os.environ.get("ZI_PER_TANGGAL")
    folder = Path(data) if data else ROOT / "data"
    return Desk(folder, (data or "data").rstrip("/\\"), asked)


@contextmanager
def practice(per_tanggal: str | None) -> Iterator[Desk]:
    """A desk on a copy of the sample office, which ends with the desk: nothing that is done reaches any office's data."""
    with TemporaryDirectory(prefix="zi-latihan-") as folder:
        data = Path(shutil.copytree(CONTOH, Path(folder) / "data"))
        counts = f"{CONTOH.name}-tertutup"  # its true counts of complaints, to practise with
        shutil.copytree(CONTOH.with_name(counts), Path(folder) / counts)
        begin_history(Path(folder), "Latihan")
        yield replace(desk_for(str(data), per_tanggal), label="data contoh", latihan=True)
