"""What the cells of a row mean, each read alone. Every reader raises `NotTaken` with what is wrong and how to write it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypeVar

from zona.desk.answers import checked_evidence
from zona.desk.evidence_answers import Answer, from_link, guessed_kind
from zona.desk.sheet.dropped_files import DroppedFile, find_file, is_named, title_of
from zona.desk.sheet.period_words import not_a_period, period_meant
from zona.outputs.wording import periode as nama_periode
from zona.problems import Fault, NotTaken
from zona.records.capaian.capaian import JenisBukti
from zona.records.reading.data_error import did_you_mean, quoted
from zona.records.reading.fields import Pilihan
from zona.records.reading.rules import Surroundings

P = TypeVar("P", bound=Pilihan)
T = TypeVar("T")

_EXCELS_FIRST = date(1899, 12, 30)  # from which Excel counts days
_PARTS = re.compile(r"\s*[;\n]\s*")
_LINK = re.compile(r"(?:https?://|www\.)", re.IGNORECASE)


def action_in(text: str, known: Sequence[str]) -> str:
    """The code with which a text begins; words behind it, as the workbook has them, are for people."""
    if not text:
        raise NotTaken(Fault("aksi belum ditulis", "tulis kodenya, misalnya " + known[0]))
    codes = {code.casefold(): code for code in known}
    if found := codes.get(re.sub(r"\s*\.\s*", ".", text).split()[0].rstrip(".:,)-–").casefold()):
        return found
    squeezed = {_squeezed(code): code for code in known}
    word = text if len(text) <= 12 else text.split()[0]
    near = squeezed.get(_squeezed(word))
    hint = f"maksud Anda {near}?" if near else did_you_mean(word.upper(), known)
    if not hint.startswith("maksud"):
        hint = "pakai kode yang ada dalam buku kerja, misalnya " + known[0]
    raise NotTaken(Fault(f"aksi {quoted(word)} tidak ada", hint))


def _squeezed(text: str) -> str:
    return re.sub(r"[\W_]", "", text).casefold()


def period_in(text: str, aksi: str, periods: Sequence[str], today: date) -> str:
    """The period of an action that a text means."""
    if found := period_meant(text, periods, today):
        return found
    raise NotTaken(not_a_period(aksi, text, periods, today))


def choice_in(text: str, kind: type[P], name: str) -> P:
    """A word of a closed list, by its label or as it is written in the data."""
    known = {_squeezed(word): item for item in kind for word in (item.value, item.label)}
    if found := known.get(_squeezed(text)):
        return found
    labels = [item.label for item in kind]
    hint = did_you_mean(text.capitalize(), labels)
    if not hint.startswith("maksud"):
        hint = f"tulis {', '.join(labels[:-1])}, atau {labels[-1]}"
    raise NotTaken(Fault(f"{name} {quoted(text)} tidak dikenal" if text else f"{name} belum diisi", hint))


def day_text(text: str) -> str:
    """The text of a day, where Excel shows it as the number that it counts days by."""
    return (_EXCELS_FIRST + timedelta(int(text))).isoformat() if re.fullmatch(r"[3-6][0-9]{4}", text) else text


@dataclass(frozen=True)
class EvidenceReader:
    """Reads the three cells on evidence: names of dropped files or addresses of pages, their titles, their kinds."""

    around: Surroundings
    files: Sequence[DroppedFile]

    def sources(self, text: str) -> list[tuple[str, Answer]]:
        """Each file or page that a cell names, once, with its name and as evidence."""
        found: dict[str, tuple[str, Answer]] = {}
        for name, answer in map(self._source, self._named(text)):
            found.setdefault(answer.key, (name, answer))
        return list(found.values())

    def _named(self, text: str) -> list[str]:
        """The names in a cell; a whole line that is a file's name is not parted."""
        lines = [line.strip() for line in text.split("\n")]
        return [name for line in lines for name in ([line] if is_named(line, self.files) else _parts(line))]

    def _source(self, written: str) -> tuple[str, Answer]:
        if _LINK.match(written):
            address = written if written.lower().startswith("http") else f"https://{written}"
            return "", replace(from_link(address, self.around), jenis=JenisBukti.TAMPILAN)
        found = find_file(written, self.files)
        if found.answer is None:  # `find_file` refuses those
            raise NotTaken(found.refused)
        return found.base, replace(found.answer, jenis=guessed_kind(found.base, found.answer.akhiran))

    def kinds(self, text: str, sources: Sequence[tuple[str, Answer]]) -> list[JenisBukti]:
        """The kind of each: what is written, one for all or one for each; else what the file tells."""
        written = [choice_in(part, JenisBukti, "jenis") for part in _parts(text)]
        return _one_each(written, [answer.jenis for _, answer in sources], "jenis")

    def titles(self, text: str, sources: Sequence[tuple[str, Answer]], kinds: Sequence[JenisBukti], periode: str) -> list[str]:
        """The title of each: what is written, one for each; else the file's name, or its kind and its period."""
        told = [title_of(name) if name else f"Halaman {_host(answer)}" for name, answer in sources]
        told = [title or f"{kind.label} {nama_periode(periode)}" for title, kind in zip(told, kinds, strict=True)]
        return [checked_evidence("judul", self.around, title) for title in _one_each(_parts(text), told, "judul")]


def _one_each(written: Sequence[T], told: Sequence[T], name: str) -> list[T]:
    if not written:
        return list(told)
    if len(written) not in (1, len(told)):
        masalah = f"ada {len(told)} bukti, {name}nya {len(written)}"
        raise NotTaken(Fault(masalah, f"tulis satu {name} untuk tiap bukti, dipisah titik koma"))
    return list(written) if len(written) == len(told) else list(written) * len(told)


def _parts(text: str) -> list[str]:
    return [part for part in _PARTS.split(text.strip()) if part]


def _host(answer: Answer) -> str:
    return re.sub(r"^https?://(?:www\.)?([^/:]+).*", r"\1", answer.tautan or "")


def sentences(error: NotTaken) -> Fault:
    """What is wrong and how to write it, as two sentences."""
    masalah, _, saran = str(error).partition("; ")
    return Fault(_sentence(masalah), _sentence(saran))


def _sentence(text: str) -> str:
    text = text[:1].upper() + text[1:]
    return text if not text or text[-1] in ".?!" else f"{text}."
