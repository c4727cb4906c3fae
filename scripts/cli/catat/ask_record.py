"""What a new record says, asked one by one: of which period, what it corrects or withdraws, what was done, and by whom."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from zona.desk.answers import checked, day_of, readable
from zona.desk.evidence_answers import Answer
from zona.desk.office import Office
from zona.outputs.wording import periode as nama_periode
from zona.outputs.wording import tanggal as tanggal_panjang
from zona.records.capaian.capaian import Capaian, Hasil
from zona.records.capaian.corrections import name_of
from zona.records.load import Tahun
from zona.records.reading.file_reader import Source

from cli.catat.ask_evidence import ask_evidence
from cli.dialogue.questions import NOTHING_WRITTEN, Questions
from cli.indonesian_click import Refused


def ask_record(office: Office, questions: Questions, given: Mapping[str, Any]) -> tuple[Tahun, Capaian, tuple[Answer, ...]]:
    """The year of a new record, what is said in it, and its evidence; each answer is checked when it is given."""
    key, target = named_target(office, given)
    aksi = target.isi.aksi if target else questions.choose("aksi", given["aksi"], "Aksi", office.actions())
    periods = office.periods(aksi)
    named = {
        kode: f"{nama_periode(kode)}, {f'tenggat {tanggal_panjang(item.tenggat)}' if item else 'dicatat bila terjadi'}"
        for kode, (_, item) in periods.items()
    }
    periode = target.isi.periode if target else questions.choose("periode", given["periode"], f"Periode aksi {aksi}", named)
    year, _ = periods[periode]
    around = office.around(year)
    if target is None and not questions.ya and given["hasil"] is None:
        key, target = ask_target(questions, year, aksi, periode)
    old = target.isi if target and key == "mengoreksi" else None
    given = _filled(given, old) if old and questions.ya else given
    results = {item.value: item.label for item in Hasil if not (key == "mencabut" and item is Hasil.SELESAI)}
    hasil = Hasil(questions.choose("hasil", given["hasil"], "Hasil", results))
    read, day = partial(day_of, office.today, around), (old.tanggal if old else office.today).isoformat()
    tanggal = questions.ask("tanggal", given["tanggal"], "\nTanggal pelaksanaan", read, default=day)
    read_text, was = partial(checked, "uraian", around), old.uraian if old else ""
    uraian = questions.ask("uraian", given["uraian"], "\nUraian (tanpa nama orang)", read_text, default=was)
    bukti = ask_evidence(office, questions, given, year, hasil, old)
    role = questions.choose("dicatat-oleh", given["dicatat_oleh"], "Dicatat oleh", dict.fromkeys(office.peran, ""))
    said = Capaian(aksi=aksi, periode=periode, tanggal=tanggal, hasil=hasil, uraian=uraian, dicatat_oleh=role)
    if target:
        reason = partial(checked, "alasan", around)
        alasan = questions.ask("alasan", given["alasan"], "\nAlasannya (tampil untuk umum)", reason)
        said = said.model_copy(update={key: name_of(target), "alasan": alasan})
    return year, said, bukti


def _filled(given: Mapping[str, Any], old: Capaian) -> Mapping[str, Any]:
    """The options, with what the record that is corrected said in place of what they leave out."""
    words = {"hasil": old.hasil.value, "tanggal": old.tanggal.isoformat(), "uraian": old.uraian}
    return {**given, **{name: given[name] or word for name, word in words.items()}}


def named_target(office: Office, given: Mapping[str, Any]) -> tuple[str, Source[Capaian] | None]:
    """What the options say is corrected or withdrawn: the key, and the record."""
    named = [key for key in ("mengoreksi", "mencabut") if given[key] is not None]
    if len(named) > 1:
        raise Refused(f"--mengoreksi tidak dipakai bersama --mencabut; pilih salah satu. {NOTHING_WRITTEN}")
    if not named:
        if given["alasan"] is not None:
            raise Refused(f"--alasan dipakai bersama --mengoreksi atau --mencabut. {NOTHING_WRITTEN}")
        return "", None
    target = office.find_record(readable(given[named[0]]))
    for key in ("aksi", "periode"):
        if given[key] and given[key] != getattr(target.isi, key):
            raise Refused(f"--{key} {given[key]} bukan milik laporan itu ({getattr(target.isi, key)}). {NOTHING_WRITTEN}")
    return named[0], target


def ask_target(questions: Questions, year: Tahun, aksi: str, periode: str) -> tuple[str, Source[Capaian] | None]:
    """Which earlier record of the period the new one corrects or withdraws; none where it tells something new."""
    targeted = {item.isi.menyasar for item in year.capaian}
    own = [item for item in year.capaian if (item.isi.aksi, item.isi.periode) == (aksi, periode)]
    own = [item for item in own if name_of(item) not in targeted and not item.isi.mencabut]
    choices = {"baru": "melaporkan hal baru"}
    for item in own:
        said = f"laporan {tanggal_panjang(item.isi.tanggal)}, {item.isi.hasil.label.lower()}: {item.isi.uraian}"
        choices |= {f"mengoreksi {name_of(item)}": f"betulkan {said}", f"mencabut {name_of(item)}": f"cabut {said}"}
    if not own:
        return "", None
    key, _, name = questions.choose("mengoreksi", None, "Periode itu sudah punya laporan. Yang ini", choices).partition(" ")
    return (key, next(item for item in own if name_of(item) == name)) if name else ("", None)
