"""What the records of a year say of each other: which one corrects or withdraws which, and which contradict each other."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date

from zona.problems import Fault, Line, Problem
from zona.records.capaian.capaian import Capaian
from zona.records.reading.data_error import did_you_mean
from zona.records.reading.file_reader import Source


def name_of(record: Source[Capaian]) -> str:
    """The name of a record's file, by which others call it."""
    return record.path.rpartition("/")[2]


def bad_references(label: str, records: Sequence[Source[Capaian]], names: Collection[str]) -> Iterator[Problem[Line]]:
    """Corrections and withdrawals of what can't be corrected or withdrawn. `names` are the files of all records, readable or
    not: one that can't be read is blamed itself."""
    known = {name_of(record): record for record in records}
    for record in records:
        name = record.isi.menyasar
        if name is not None and (fault := _fault(name, record, known, names)):
            key = "mengoreksi" if record.isi.mengoreksi else "mencabut"
            yield Problem(record.line(label, key), *fault)


def _fault(name: str, record: Source[Capaian], known: dict[str, Source[Capaian]], names: Collection[str]) -> Fault | None:
    isi, other = record.isi, known.get(name)
    if name not in names:
        return Fault(f"laporan “{name}” tidak ada", did_you_mean(name, names))
    if other is None:
        return None
    if (other.isi.aksi, other.isi.periode) != (isi.aksi, isi.periode):
        return Fault(f"laporan “{name}” tentang aksi atau periode lain", f"sebut laporan {isi.aksi} periode {isi.periode}")
    if record in _chain(record, known):
        return Fault(f"laporan “{name}” mengoreksi atau mencabut laporan ini juga", "sebut laporan yang lebih dulu")
    if other.isi.mencabut:
        return Fault(f"laporan “{name}” adalah pencabutan", "catat saja yang baru, tanpa mengoreksi atau mencabutnya")
    return None


def _chain(record: Source[Capaian], known: dict[str, Source[Capaian]]) -> list[Source[Capaian]]:
    """The records that one leads to, from correction to what it corrects; a ring ends where it closes."""
    chain: list[Source[Capaian]] = []
    while (following := known.get(record.isi.menyasar or "")) and following not in chain:
        chain.append(record := following)
    return chain


def contradictions(label: str, records: Sequence[Source[Capaian]], events: Collection[str] = ()) -> Iterator[Problem[Line]]:
    """Records of one period and one day that say different things, and that no other corrects or withdraws: neither can be the
    later word. Records of the actions `events`, which have no deadlines, are each of another happening."""
    targets = {record.isi.menyasar for record in records}
    first: dict[tuple[str, str, date], Source[Capaian]] = {}
    for record in [record for record in records if name_of(record) not in targets]:
        isi = record.isi
        if isi.aksi in events:
            continue
        other = first.setdefault((isi.aksi, isi.periode, isi.tanggal), record)
        if other.isi.hasil is not isi.hasil:
            masalah = f"bertentangan dengan {name_of(other)}: hari yang sama, hasil yang lain"
            hint = f"betulkan salah satu dengan zi.py catat --mengoreksi {name_of(other)}, atau hapus yang belum diverifikasi"
            yield Problem(record.line(label, "hasil"), masalah, hint)
