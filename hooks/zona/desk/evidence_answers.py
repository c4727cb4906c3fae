"""Evidence as it is given: files made fit for the public, and links; each gets its title and its kind."""

import hashlib
from dataclasses import dataclass, replace
from datetime import date
from io import SEEK_END
from typing import Any, BinaryIO

from zona.desk.answers import checked_evidence, day_of
from zona.desk.clean_evidence import Cleaned, clean
from zona.outputs.wording import ukuran
from zona.problems import NotTaken
from zona.records.capaian.capaian import Bukti, JenisBukti
from zona.records.load import Tahun
from zona.records.reading.rules import Surroundings

MOST_READ = 50_000_000  # bytes: photos of telephones and scans are made smaller


@dataclass(frozen=True)
class Answer:
    """One piece of evidence as it was given: the content and ending of a file, or a link."""

    judul: str
    jenis: JenisBukti
    tautan: str | None = None
    dilihat: date | None = None
    content: bytes = b""
    akhiran: str = ""
    membuktikan: str | None = None

    @property
    def key(self) -> str:
        """What makes it the same evidence as another."""
        return self.tautan or hashlib.sha256(self.content).hexdigest()

    @property
    def words(self) -> dict[str, Any]:
        """What is said of it, by the record's keys."""
        return {"judul": self.judul, "jenis": self.jenis, "membuktikan": self.membuktikan}


def from_file(name: str, stream: BinaryIO) -> tuple[Answer, Cleaned, int]:
    """A file's content made fit for the public, without title and kind as yet; what that took out of it; how large it was, in
    bytes. Raises `NotTaken` with the file's name."""
    size = stream.seek(0, SEEK_END)
    stream.seek(0)
    try:
        if size > MOST_READ:
            raise NotTaken(f"sebesar {ukuran(size)}; paling besar {ukuran(MOST_READ)}")
        found = clean(stream.read(), name.rpartition(".")[2] if "." in name else "")
    except NotTaken as error:
        raise NotTaken(f"bukti “{name}”: {error}") from None
    return Answer("", JenisBukti.DOKUMEN, content=found.content, akhiran=found.akhiran), found, size


# What names of files that offices give begin with or contain, by the kind that it tells.
_NAMED = {
    JenisBukti.DAFTAR_HADIR: ("hadir", "absen", "presensi"),
    JenisBukti.NOTULEN: ("notulen", "notula", "risalah"),
    JenisBukti.UNDANGAN: ("undangan",),
    JenisBukti.LAPORAN: ("laporan", "lapor"),
    JenisBukti.TAMPILAN: ("screenshot", "tangkapan", "screen", "layar", "capture"),
}


def guessed_kind(name: str, akhiran: str) -> JenisBukti:
    """The kind that a file most likely is, from its name and its ending; whoever gives it confirms it."""
    for kind, words in _NAMED.items():
        if any(word in name.casefold() for word in words):
            return kind
    return {"pdf": JenisBukti.DOKUMEN, "png": JenisBukti.TAMPILAN}.get(akhiran, JenisBukti.FOTO)


def from_link(text: str, around: Surroundings) -> Answer:
    """A page of the web, without title and kind as yet. Raises `NotTaken`."""
    return Answer("", JenisBukti.DOKUMEN, tautan=checked_evidence("tautan", around, text))


def kept(item: Bukti, year: Tahun, seen: date | None) -> Answer:
    """A piece of evidence that an earlier record cites; of a link, with the day on which it was `seen` again, if it was."""
    answer = Answer(item.judul, item.jenis, membuktikan=item.membuktikan)
    if item.berkas is None:
        return replace(answer, tautan=item.tautan, dilihat=seen or item.dilihat)
    content = year.bukti[item.berkas].path.read_bytes()
    return replace(answer, content=content, akhiran=item.berkas.rpartition(".")[2])


def proves(around: Surroundings, text: str) -> str | None:
    """What the evidence proves, in a short sentence; None where nothing is typed. Raises `NotTaken`."""
    return checked_evidence("membuktikan", around, text) if text.strip() else None


def day_seen(today: date, text: str) -> date | None:
    """The day on which a link was seen open; None where nothing is typed. Raises `NotTaken`."""
    return day_of(today, Surroundings(), text) if text.strip() else None
