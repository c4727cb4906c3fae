"""`zi.py catat`: the dialogue in which the office records what was done, or verifies a record; `simpan_catatan` writes."""

from __future__ import annotations

import errno
import os
import re
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import click
import simpan_catatan
from bahasa_perintah import Command
from pydantic import ValidationError
from simpan_catatan import Answer, Answers, Plan
from zona.findings.per_tanggal import UnreadableDate, read_per_tanggal
from zona.outputs.bahasa import periode as nama_periode
from zona.outputs.bahasa import tanggal as tanggal_panjang
from zona.outputs.bahasa import ukuran
from zona.records.bukti import MAX_BYTES, read_evidence
from zona.records.capaian import BENTUK_BUKTI, Capaian, Hasil, JenisBukti
from zona.records.checks_capaian import Surroundings, check_capaian
from zona.records.load import Data, Sumber, Tahun, load_data, periods_of
from zona.records.messages import problems_of
from zona.records.problems import DataError, did_you_mean
from zona.records.rencana_aksi import Aksi
from zona.records.yaml_reader import Document

ROOT = Path(__file__).resolve().parent.parent
CACHE = ROOT / ".zi-cache"
NOTHING_WRITTEN = "Tidak ada yang ditulis."
WIDTH = 110

# A record in which one value is put at a time, to be checked as the loader will check it.
_SAMPLE = {
    "aksi": "I.1",
    "periode": "2000-01",
    "tanggal": date(2000, 1, 1),
    "hasil": "berjalan",
    "uraian": "x",
    "dicatat_oleh": "x",
}
_SAMPLE_EVIDENCE = {"tautan": "https://contoh.go.id", "judul": "x", "jenis": "dokumen"}
_WHY = {
    errno.ENOSPC: "disk penuh",
    errno.EDQUOT: "jatah disk habis",
    errno.EACCES: "tidak ada izin menulis",
    errno.EPERM: "tidak ada izin, atau disk ini tidak dapat menyimpan dengan aman (salin proyek ke disk lain)",
    errno.EROFS: "disk hanya dapat dibaca",
    errno.EEXIST: "nama itu baru saja dipakai berkas lain; ulangi",
}

T = TypeVar("T")


class Refused(click.ClickException):
    """One Indonesian sentence on standard error, and exit code 1."""

    def show(self, file: Any = None) -> None:
        click.echo(self.format_message(), file=file or sys.stderr)


# --- the command ---


@click.command(cls=Command, name="catat")
@click.option("--aksi", metavar="KODE", help="Kode aksi, misalnya I.3.")
@click.option("--periode", metavar="KODE", help="Kode periode aksi itu, misalnya 2026-TW1.")
@click.option("--hasil", metavar="HASIL", help="selesai, berjalan, atau kendala.")
@click.option("--tanggal", metavar="TTTT-BB-HH", help="Tanggal pelaksanaan.")
@click.option("--uraian", metavar="TEKS", help="Apa yang dilakukan, tanpa nama orang.")
@click.option("--bukti", metavar="BERKAS", multiple=True, help="Berkas bukti; boleh berulang.")
@click.option("--tautan", metavar="URL", multiple=True, help="Bukti berupa halaman web; boleh berulang.")
@click.option("--judul-bukti", metavar="TEKS", multiple=True, help="Judul tiap bukti, urut: berkas dulu, lalu tautan.")
@click.option("--jenis-bukti", metavar="JENIS", multiple=True, help="Jenis tiap bukti, dengan urutan yang sama.")
@click.option("--dicatat-oleh", metavar="PERAN", help="Peran yang mencatat, seperti dalam situs.yml.")
@click.option("--verifikasi", metavar="BERKAS", help="Verifikasi catatan yang sudah ada.")
@click.option("--diverifikasi-oleh", metavar="PERAN", help="Peran yang memverifikasi; harus lain dari pencatatnya.")
@click.option("--ya", is_flag=True, help="Jangan bertanya; yang belum ditulis adalah kesalahan.")
@click.option("--data", metavar="FOLDER", help="Folder data kantor lain (bawaan: data/).")
@click.option("--per-tanggal", metavar="TTTT-BB-HH", help="Tanggal hitungan (bawaan: hari ini di kantor).")
def catat(data: str | None, per_tanggal: str | None, ya: bool, **given: Any) -> None:
    """Catat apa yang sudah dilaksanakan, atau verifikasi catatan (tanpa pilihan: ditanya satu per satu)."""
    with failures_in_words():
        office = open_office(data, per_tanggal)
        questions = Questions(ya)
        if given["verifikasi"] is not None or given["diverifikasi_oleh"] is not None:
            verify(office, questions, given)
        else:
            record(office, questions, given)


@contextmanager
def failures_in_words() -> Iterator[None]:
    """Whatever stops the command is told in a sentence or in the list of problems, never as a traceback."""
    try:
        yield
    except (KeyboardInterrupt, click.Abort):
        click.echo(f"\nDibatalkan. {NOTHING_WRITTEN}", err=True)
        raise SystemExit(130) from None
    except DataError as error:
        raise Refused(f"{error}\n{len(error.problems)} masalah. {NOTHING_WRITTEN}") from None
    except UnreadableDate as error:
        raise Refused(str(error)) from None
    except simpan_catatan.NoNumberLeft as error:
        raise Refused(f"catatan {error} sudah {simpan_catatan.MOST} buah; tidak dapat ditambah. {NOTHING_WRITTEN}") from None
    except simpan_catatan.NotUndone as error:
        raise Refused(f"Gagal, dan yang ini belum dapat dihapus kembali: {error}. Hapus berkas itu, lalu ulangi.") from None
    except OSError as error:
        why = _WHY.get(error.errno or 0, f"sistem menolak ({errno.errorcode.get(error.errno or 0, 'sebab tidak dikenal')})")
        place = f" {error.filename2 or error.filename}" if error.filename else ""
        raise Refused(f"Gagal membaca atau menyimpan{place}: {why}. {NOTHING_WRITTEN}") from None


# --- the office that is written for ---


@dataclass(frozen=True)
class Office:
    """Its data, where they lie and how they are called, and the day at the office."""

    data: Data
    root: Path
    today: date

    @property
    def peran(self) -> tuple[str, ...]:
        roles = self.data.situs.isi.peran
        if not roles:
            raise Refused("situs.yml belum menyebut peran; tambahkan baris peran: dengan jabatan atau tim yang boleh mencatat")
        return roles

    def load(self) -> Data:
        """The data as they are now."""
        return load_data(self.root, label=self.data.label, cache=CACHE)

    def name(self, path: Path) -> str:
        """A path as people write it."""
        return f"{self.data.label}/{path.relative_to(self.root).as_posix()}"

    def actions(self) -> dict[str, str]:
        """Every action with its component, as the newest year whose plan has it calls it."""
        actions: dict[str, str] = {}
        for year in reversed(self.data.tahun):
            for row in _rows(year):
                actions.setdefault(row.kode, row.komponen)
        return actions

    def year_of(self, aksi: str) -> Tahun:
        """The newest year whose plan has the action."""
        return next(year for year in reversed(self.data.tahun) if any(row.kode == aksi for row in _rows(year)))

    def around(self, year: Tahun) -> Surroundings:
        """What the loader checks a record of the year against."""
        situs = self.data.situs.isi
        periods = periods_of(year.rencana_aksi.isi, year.tahun)
        return Surroundings(periods, year.keputusan.isi.tanggal, situs.peran, year.bukti, situs.kontak_resmi)


def _rows(year: Tahun) -> Iterator[Aksi]:
    return year.rencana_aksi.isi.semua_aksi()


def open_office(data: str | None, per_tanggal: str | None) -> Office:
    """Tidy up after killed runs, then read everything; raises `DataError` and `UnreadableDate`."""
    root = Path(data) if data else ROOT / "data"
    simpan_catatan.clean_up(root)
    records = load_data(root, label=(data or "data").rstrip("/\\"), cache=CACHE)
    asked = per_tanggal or os.environ.get("ZI_PER_TANGGAL")
    today = read_per_tanggal(asked, now=datetime.now(UTC), zona_waktu=records.situs.isi.zona_waktu)
    return Office(records, root, today)


# --- questions and answers ---


@dataclass(frozen=True)
class Questions:
    """Gets each answer from its option, else by asking; with `ya` nobody is asked."""

    ya: bool

    def ask(self, option: str, given: str | None, question: str, read: Callable[[str], T], default: str = "") -> T:
        """`read` makes the value from the text, or raises `Refused`; a typed answer can be corrected."""
        if given is not None:
            return read(_readable(given))
        if self.ya:
            raise Refused(f"--{option} belum ditulis. {NOTHING_WRITTEN}")
        while True:
            try:
                return read(_readable(click.prompt(question, default=default, show_default=bool(default))))
            except Refused as error:
                click.echo(f"  {error.message}")

    def choose(self, option: str, given: str | None, question: str, choices: Mapping[str, str]) -> str:
        """One of the choices, by its word; when asked, also by its number in the list that is shown."""
        words = list(choices)
        numbers: dict[str, str] = {}
        if given is None and not self.ya:
            numbers = {str(number): word for number, word in enumerate(words, 1)}
            click.echo(f"\n{question}:")
            for number, word in numbers.items():
                click.echo(_one_line(f"  {number:>3}  {word}  {choices[word]}"))
        return self.ask(option, given, f"{question} (nomor atau kata)", partial(_one_of, option, words, numbers))

    def agree(self, question: str) -> None:
        """Go on only after a yes."""
        if not self.ya and not self.ask("ya", None, f"\n{question} (ya/tidak)", _yes_or_no):
            raise click.Abort


def _one_line(text: str) -> str:
    return text.rstrip() if len(text) <= WIDTH else f"{text[: WIDTH - 1]}…"


def _readable(text: str) -> str:
    """A typed text without what is no letter in any script: half signs and the zero sign."""
    return text.replace("\0", "").encode("utf-8", "replace").decode("utf-8")


def _one_of(option: str, words: Sequence[str], numbers: Mapping[str, str], text: str) -> str:
    text = " ".join(text.split())
    if text in numbers:
        return numbers[text]
    found = [word for word in words if word.casefold() == text.casefold()]
    if not found:
        raise Refused(f"{option.replace('-', ' ')} “{text}” tidak dikenal; {did_you_mean(text, words)}")
    return found[0]


def _yes_or_no(text: str) -> bool:
    answers = {"y": True, "ya": True, "t": False, "tidak": False}
    if text.strip().lower() not in answers:
        raise Refused("jawab ya atau tidak")
    return answers[text.strip().lower()]


def _checked(key: str, around: Surroundings, text: str) -> str:
    """A text of the record as the loader will accept it."""
    _accept({key: text}, {(key,): text}, around)
    return text.strip()


def _checked_evidence(key: str, around: Surroundings, text: str) -> str:
    """A text of one piece of evidence."""
    text = " ".join(text.split())
    _accept({"bukti": ({**_SAMPLE_EVIDENCE, key: text},)}, {("bukti", 0, key): text}, around)
    return text


def _accept(values: dict[str, Any], texts: dict[Any, str], around: Surroundings) -> None:
    """Refuse what the model or the checks of records refuse, in their words."""
    try:
        Capaian.model_validate(_SAMPLE | values)
    except ValidationError as error:
        for problem in problems_of(error, Document("", texts=texts), Capaian):
            raise Refused(f"{problem.masalah}; {problem.saran}") from None
    for _, masalah, saran in check_capaian(values, "", around):
        raise Refused(f"{masalah}; {saran}")


def _day(office: Office, around: Surroundings, text: str) -> date:
    """A day that has come, and that the decree does not come after."""
    try:
        if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text.strip()):
            raise ValueError(text)
        day = date.fromisoformat(text.strip())
    except ValueError:
        raise Refused(f"“{text}” bukan tanggal; tulis tahun-bulan-hari, misalnya {office.today}") from None
    if day > office.today:
        raise Refused(f"tanggal {day} belum tiba (hari ini {office.today}); catat yang sudah dilaksanakan")
    _accept({"tanggal": day}, {}, around)
    return day


# --- recording ---


def record(office: Office, questions: Questions, given: Mapping[str, Any]) -> None:
    """Ask, show, write, and say what to commit."""
    year, answers = ask_record(office, questions, given)
    same = simpan_catatan.existing_record(answers, year)
    if same:
        click.echo(f"Catatan itu sudah ada: {office.name(office.root / same.path)}")
        return
    plan = simpan_catatan.plan_record(office.root, answers, year, office.load)
    if not questions.ya:
        click.echo(f"\n{simpan_catatan.record_text(plan.capaian)}", nl=False)
    questions.agree("Simpan catatan ini?")
    simpan_catatan.perform(plan.operations)
    tell_recorded(office, plan)


def ask_record(office: Office, questions: Questions, given: Mapping[str, Any]) -> tuple[Tahun, Answers]:
    """Every answer of a new record, each checked when it is given."""
    roles = dict.fromkeys(office.peran, "")
    aksi = questions.choose("aksi", given["aksi"], "Aksi", office.actions())
    year = office.year_of(aksi)
    row = next(row for row in _rows(year) if row.kode == aksi)
    periods = {
        item.periode: f"{nama_periode(item.periode)}, tenggat {tanggal_panjang(item.tenggat)}"
        for item in row.tenggat(year.tahun)
    }
    periode = questions.choose("periode", given["periode"], f"Periode aksi {aksi}", periods)
    around = office.around(year)
    hasil = Hasil(questions.choose("hasil", given["hasil"], "Hasil", {item.value: item.label for item in Hasil}))
    tanggal = questions.ask(
        "tanggal", given["tanggal"], "\nTanggal pelaksanaan", partial(_day, office, around), default=office.today.isoformat()
    )
    uraian = questions.ask("uraian", given["uraian"], "\nUraian (tanpa nama orang)", partial(_checked, "uraian", around))
    bukti = ask_evidence(questions, given, around, hasil)
    dicatat_oleh = questions.choose("dicatat-oleh", given["dicatat_oleh"], "Dicatat oleh", roles)
    return year, Answers(aksi, periode, tanggal, hasil, uraian, dicatat_oleh, bukti)


def ask_evidence(questions: Questions, given: Mapping[str, Any], around: Surroundings, hasil: Hasil) -> tuple[Answer, ...]:
    """The evidence: what the options give, each with its title and kind; where they give none, as many as are typed."""
    sources: list[str] = [*given["bukti"], *given["tautan"]]
    for option in ("judul_bukti", "jenis_bukti"):
        if len(given[option]) > len(sources):
            raise Refused(f"--{option.replace('_', '-')} ditulis {len(given[option])} kali, buktinya {len(sources)}; samakan")
    answers = []
    for index, source in enumerate(sources):
        read = _read_link if index >= len(given["bukti"]) else _read_file
        answers.append(_with_words(questions, read(_readable(source), around), given, index, around))
    while not sources and not questions.ya:
        answer = questions.ask(
            "bukti", None, "\nBukti: nama berkas atau alamat https:// (kosong = cukup)", partial(_read_any, around)
        )
        if answer:
            answers.append(_with_words(questions, answer, given, len(answers), around))
        elif answers or hasil is not Hasil.SELESAI:
            break
        else:
            click.echo("  hasil “selesai” memerlukan sedikitnya satu bukti")
    if not answers:
        _accept({"hasil": hasil.value, "bukti": ()}, {}, around)
    return tuple(answers)


def _with_words(questions: Questions, answer: Answer, given: Mapping[str, Any], index: int, around: Surroundings) -> Answer:
    """The evidence with its title and its kind."""
    titles, kinds = (dict(enumerate(given[name])) for name in ("judul_bukti", "jenis_bukti"))
    read = partial(_checked_evidence, "judul", around)
    judul = questions.ask("judul-bukti", titles.get(index), f"Judul bukti ke-{index + 1}", read)
    choices = {item.value: item.label for item in JenisBukti}
    jenis = JenisBukti(questions.choose("jenis-bukti", kinds.get(index), f"Jenis bukti ke-{index + 1}", choices))
    return Answer(judul, jenis, answer.tautan, answer.content, answer.akhiran)


def _read_any(around: Surroundings, text: str) -> Answer | None:
    text = text.strip().strip("\"'")
    if not text:
        return None
    return _read_link(text, around) if re.match(r"https?:", text, re.IGNORECASE) else _read_file(text, around)


def _read_link(text: str, around: Surroundings) -> Answer:
    return Answer("", JenisBukti.DOKUMEN, tautan=_checked_evidence("tautan", around, text))


def _read_file(text: str, around: Surroundings) -> Answer:  # noqa: ARG001 – called like `_read_link`
    """A file's content, when its ending is known and the loader would take it."""
    path = Path(text)
    with suppress(RuntimeError):  # no such home
        path = path.expanduser()
    akhiran = path.suffix[1:].lower()
    if not path.is_file():
        raise Refused(f"berkas bukti “{text}” tidak ada; periksa letak dan namanya")
    if akhiran not in BENTUK_BUKTI:
        raise Refused(f"bukti “{path.name}” bukan bentuk yang diterima; simpan sebagai {', '.join(BENTUK_BUKTI)}")
    if path.stat().st_size > MAX_BYTES:
        raise Refused(f"bukti “{path.name}” sebesar {ukuran(path.stat().st_size)}; paling besar {ukuran(MAX_BYTES)}")
    try:
        content = path.read_bytes()
    except OSError:
        raise Refused(f"berkas bukti “{text}” tidak dapat dibaca; simpan ulang berkasnya") from None
    _accept_file(path.name, content, akhiran)
    return Answer("", JenisBukti.DOKUMEN, content=content, akhiran=akhiran)


def _accept_file(name: str, content: bytes, akhiran: str) -> None:
    """Refuse what the loader would refuse, before anything is written to the data."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / f"bukti.{akhiran}").write_bytes(content)
        _, problems = read_evidence(Path(folder), root=Path(folder))
    for _, masalah, saran in problems:
        raise Refused(f"bukti “{name}”: {masalah}; {saran}")


def tell_recorded(office: Office, plan: Plan) -> None:
    """What was written, what to commit, and what comes next."""
    capaian = plan.capaian
    click.echo("Tersimpan:")
    for path in (plan.record, *plan.new):
        click.echo(f"  {office.name(path)}")
    for path in plan.reused:
        click.echo(f"  {office.name(path)} (sudah ada, dipakai lagi)")
    message = f"Catat {capaian.aksi} {nama_periode(capaian.periode)}: {capaian.hasil.label.lower()}"
    tell_commit(office, (plan.record, *plan.new, *plan.reused), message)
    if capaian.hasil is Hasil.SELESAI:
        click.echo(f"Belum dihitung sebelum diverifikasi peran lain: zi.py catat --verifikasi {office.name(plan.record)}")


def tell_commit(office: Office, paths: Sequence[Path], message: str) -> None:
    """The line to commit with, and how it goes in a browser."""
    names = [office.name(path) for path in paths]
    quoted = " ".join(f'"{name}"' if re.search(r"[^\w./-]", name) else name for name in names)
    click.echo(f'Kirim (commit):\n  git add {quoted} && git commit -m "{message}"')
    where = office.data.situs.isi.repositori or "halaman repositori"
    folders = " dan ".join(dict.fromkeys(name.rpartition("/")[0] for name in names))
    click.echo(f"Tanpa git: buka {where} di peramban, masuk ke folder {folders},")
    click.echo("  pilih Add file → Upload files, unggah berkas di atas, lalu Commit changes.")


# --- verifying ---


def verify(office: Office, questions: Questions, given: Mapping[str, Any]) -> None:
    """Add one line to a record: which other role has verified it."""
    _only_verification(given)
    found = find_record(office, _readable(given["verifikasi"] or ask_unverified(office, questions)))
    isi, name = found.isi, office.name(office.root / found.path)
    if isi.diverifikasi_oleh:
        raise Refused(f"{name} sudah diverifikasi oleh {isi.diverifikasi_oleh}. {NOTHING_WRITTEN}")
    if line := found.baris.get("diverifikasi_oleh"):
        raise Refused(f"{name}:{line}: baris diverifikasi_oleh kosong; hapus baris itu, lalu ulangi. {NOTHING_WRITTEN}")
    peran = ask_verifier(office, questions, given["diverifikasi_oleh"], isi.dicatat_oleh)
    questions.agree(f"{name}: {isi.hasil.label}, dicatat oleh {isi.dicatat_oleh}. Verifikasi sebagai {peran}?")
    simpan_catatan.perform(simpan_catatan.plan_verification(office.root, found, peran, office.load))
    click.echo(f"Diverifikasi oleh {peran}:\n  {name}")
    tell_commit(office, [office.root / found.path], f"Verifikasi {isi.aksi} {nama_periode(isi.periode)}")


def _only_verification(given: Mapping[str, Any]) -> None:
    """A verification changes nothing else of a record."""
    for key, value in given.items():
        if value and key not in ("verifikasi", "diverifikasi_oleh"):
            raise Refused(f"--{key.replace('_', '-')} tidak dipakai bersama --verifikasi; pembetulan adalah catatan baru")


def ask_unverified(office: Office, questions: Questions) -> str:
    """The path of a record that waits for its verification."""
    waiting = {
        record.path: f"{record.isi.hasil.label}, dicatat oleh {record.isi.dicatat_oleh}"
        for year in office.data.tahun
        for record in year.capaian
        if not record.isi.diverifikasi_oleh
    }
    if not waiting:
        raise Refused("tidak ada catatan yang menunggu verifikasi")
    return questions.choose("verifikasi", None, "Catatan yang diverifikasi", waiting)


def find_record(office: Office, text: str) -> Sumber[Capaian]:
    """The record whose file is meant, by its path or by its name."""
    records = {record.path: record for year in office.data.tahun for record in year.capaian}
    text = text.strip().strip("\"'")
    for path, found in records.items():
        if Path(text).resolve() == (office.root / path).resolve() or text in (path, Path(path).name, Path(path).stem):
            return found
    if not records:
        raise Refused("belum ada catatan yang dapat diverifikasi")
    names = [Path(path).name for path in records]
    raise Refused(f"catatan “{text}” tidak ada; {did_you_mean(Path(text).name, names)}")


def ask_verifier(office: Office, questions: Questions, given: str | None, recorder: str) -> str:
    """A role of the office other than the recorder's."""
    if given is not None and _one_of("diverifikasi-oleh", office.peran, {}, given) == recorder:
        raise Refused(f"pencatat dan pemverifikasi berperan sama (“{recorder}”); verifikasi harus oleh peran yang lain")
    others = {role: "" for role in office.peran if role != recorder}
    if not others:
        raise Refused("situs.yml hanya menyebut satu peran; verifikasi memerlukan peran yang lain")
    return questions.choose("diverifikasi-oleh", given, "Diverifikasi oleh", others)
