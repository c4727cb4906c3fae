"""The form of a new record, a correction or a withdrawal: answers as they are typed in; what is wrong with each, and how to
write the record, out."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from typing import TypeVar

from zona.desk.answers import accept, checked, checked_evidence, day_of, one_of, readable
from zona.desk.drafts import Draft, Drafts, answer_of
from zona.desk.evidence_answers import Answer, day_seen, proves
from zona.desk.office import Office
from zona.desk.write_record import Plan, existing_record, plan_records
from zona.problems import NotTaken
from zona.records.capaian.capaian import Capaian, Hasil, JenisBukti
from zona.records.capaian.corrections import name_of
from zona.records.load import Tahun
from zona.records.reading.file_reader import Source
from zona.records.reading.rules import Surroundings
from zona.records.rencana.jadwal import BULAN

T = TypeVar("T")
TARGETING = ("mengoreksi", "mencabut")
MONTHS = tuple(map(str, range(1, 13)))
NO_ACTION = "pilih aksinya dulu"
NO_TEXT = "tulis apa yang dilakukan, satu kalimat pun cukup"
NO_REASON = "tulis alasannya dengan satu kalimat; warga membacanya"


@dataclass
class RecordForm:
    """What a draft comes to: `salah` says by field what must be written otherwise; where nothing is wrong, `plans` are what to
    write, and `sama` the records that say the same already. `sasaran` is what the record corrects or withdraws,
    `tanggal` and `bukti` are there as far as they can be read."""

    salah: dict[str, str] = field(default_factory=dict)
    plans: list[Plan] = field(default_factory=list)
    sama: list[Source[Capaian]] = field(default_factory=list)
    sasaran: tuple[str, Source[Capaian] | None] | None = None
    tanggal: date | None = None
    said: Capaian | None = None
    bukti: tuple[Answer, ...] = ()

    def take(self, name: str, read: Callable[[], T]) -> T | None:
        """What `read` gives; None, with the reason noted, where it raises `NotTaken`."""
        try:
            return read()
        except NotTaken as error:
            self.salah[name] = str(error)
            return None


def target_of(office: Office, draft: Draft) -> tuple[str, Source[Capaian] | None]:
    """What the draft corrects or withdraws: the key, and the record. Raises `NotTaken` where it is not there."""
    for key in TARGETING:
        if draft[key]:
            return key, office.find_record(readable(draft[key]))
    return "", None


def results_of(key: str) -> dict[str, str]:
    """The results that a record may tell, with their words; a withdrawal never says that something is done."""
    return {item.value: item.label for item in Hasil if not (key == "mencabut" and item is Hasil.SELESAI)}


def typed_date(draft: Draft) -> str:
    """The date as one text, from its three fields, or from the first alone where all of it is typed there."""
    day, month, year = (draft[name].strip() for name in ("hari", "bulan", "tahun"))
    if not day.isdecimal():
        return day
    return f"{day} {BULAN[int(month) - 1] if month in MONTHS else month} {year}"


def read_form(office: Office, drafts: Drafts, draft: Draft) -> RecordForm:
    """Every answer of a draft, checked as the loader will check it."""
    form = RecordForm()
    form.sasaran = form.take("aksi", partial(target_of, office, draft))
    key, target = form.sasaran or ("", None)
    aksi = (
        target.isi.aksi if target else form.take("aksi", partial(_chosen, "aksi", office.actions(), draft["aksi"], NO_ACTION))
    )
    periods = office.periods(aksi) if aksi else {}
    chosen = partial(_chosen, "periode", periods, draft["periode"], "pilih periodenya")
    periode = target.isi.periode if target else form.take("periode", chosen)
    around = office.around(periods[periode][0] if periode in periods else office.data.tahun[-1])
    hasil = form.take("hasil", partial(_chosen, "hasil", results_of(key), draft["hasil"], "pilih hasilnya"))
    form.tanggal = form.take("tanggal", partial(_date, office.today, around, typed_date(draft)))
    uraian = form.take("uraian", partial(_text, "uraian", around, draft["uraian"], NO_TEXT))
    alasan = form.take("alasan", partial(_text, "alasan", around, draft["alasan"], NO_REASON)) if key else None
    role = form.take("peran", partial(_chosen, "peran", office.peran, draft["peran"], "pilih peran Anda dulu"))
    form.bukti = tuple(_evidence(form, office, drafts, draft, around))
    if hasil == Hasil.SELESAI and not draft.bukti:
        form.salah["bukti"] = "hasil “Selesai” perlu sedikitnya satu bukti"
    if form.salah or not (aksi and periode and hasil and form.tanggal and uraian and role):
        return form
    said = Capaian(aksi=aksi, periode=periode, tanggal=form.tanggal, hasil=Hasil(hasil), uraian=uraian, dicatat_oleh=role)
    form.said = said.model_copy(update={key: name_of(target), "alasan": alasan}) if target else said
    form.take("aksi", lambda: _whole(form, around))
    _plan(form, office, draft)
    return form


def _whole(form: RecordForm, around: Surroundings) -> None:
    """Ask the rules that hold between answers; the evidence itself was asked before."""
    if form.said:
        own = {name: getattr(form.said, name) for name in Capaian.model_fields if name not in ("bukti", "verifikasi")}
        evidence = {"tautan": "https://contoh.go.id", "judul": "x", "jenis": "dokumen"}
        whole = own | {"bukti": (evidence,) if form.bukti else ()}
        accept(whole, {}, replace(around, nama=Capaian.model_validate(whole).nama_berkas))


def _plan(form: RecordForm, office: Office, draft: Draft) -> None:
    """Note how to write the record, and the same for each other action that was chosen, for its period of the same time."""
    said = form.said
    if not said or form.salah:
        return
    wanted = list[tuple[Capaian, tuple[Answer, ...], Tahun]]()
    for aksi, periode, year in [(said.aksi, said.periode, None), *_others(form, office, draft, said)]:
        tahun = year or office.periods(aksi)[periode][0]
        own = said.model_copy(update={"aksi": aksi, "periode": periode})
        if same := existing_record(own, form.bukti, tahun):
            form.sama.append(same)
        else:
            wanted.append((own, form.bukti, tahun))
    form.plans = plan_records(office.root, wanted)


def _others(form: RecordForm, office: Office, draft: Draft, said: Capaian) -> Iterator[tuple[str, str, Tahun]]:
    """The other actions that the deed is for: each with its period, and the year of both."""
    for item in () if said.menyasar else draft.lain:
        aksi, _, periode = item.partition(" ")
        found = office.periods(aksi).get(periode)
        if found:
            yield aksi, periode, found[0]
        else:
            form.salah["lain"] = f"aksi {aksi} tidak mempunyai periode {periode}; pilih ulang"


def _evidence(form: RecordForm, office: Office, drafts: Drafts, draft: Draft, around: Surroundings) -> Iterator[Answer]:
    """The evidence as it can be written; what is wrong is noted under `judul-` and so on with the piece's key."""
    for number, item in enumerate(draft.bukti, 1):
        key = item.kunci
        content = drafts.content(draft, item) if item.berkas else b""
        if content is None:
            form.salah[f"bukti-{key}"] = f"berkas “{item.nama_asal}” tidak ada lagi di komputer ini; hapus, lalu tambahkan lagi"
        empty = f"tulis judul bukti {number}: apa yang terlihat di dalamnya"
        judul = form.take(f"judul-{key}", partial(_title, around, item.judul, empty))
        form.take(f"tautan-{key}", partial(checked_evidence, "tautan", around, item.tautan)) if item.tautan else None
        kinds = [kind.value for kind in JenisBukti]
        jenis = form.take(f"jenis-{key}", partial(_chosen, "jenis bukti", kinds, item.jenis, "pilih jenis buktinya"))
        proof = form.take(f"membuktikan-{key}", partial(proves, around, readable(item.membuktikan))) or ""
        seen = form.take(f"dilihat-{key}", partial(day_seen, office.today, item.dilihat))
        if content is not None and judul and jenis:
            yield answer_of(replace(item, judul=judul, jenis=jenis, membuktikan=proof), content, seen)


def _title(around: Surroundings, text: str, empty: str) -> str:
    if not text.strip():
        raise NotTaken(empty)
    return checked_evidence("judul", around, readable(text))


def _chosen(what: str, words: Iterable[str], text: str, empty: str) -> str:
    """One of the words. Raises `NotTaken`, with `empty` where nothing is chosen yet."""
    if not text:
        raise NotTaken(empty)
    return one_of(what, list(words), {}, text)


def _date(today: date, around: Surroundings, text: str) -> date:
    if not text.strip():
        raise NotTaken("tulis hari kegiatannya")
    return day_of(today, around, readable(text))


def _text(key: str, around: Surroundings, text: str, empty: str) -> str:
    if not text.strip():
        raise NotTaken(empty)
    return checked(key, around, readable(text))
