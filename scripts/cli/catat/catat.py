"""`zi.py catat`: the dialogue in which the office records what was done, or verifies a record; `write_record` writes."""

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import click
from disk.new_files import NotUndone
from zona.desk.clean_evidence import NotTaken, clean
from zona.outputs.wording import periode as nama_periode
from zona.outputs.wording import tanggal as tanggal_panjang
from zona.outputs.wording import ukuran
from zona.records.capaian.capaian import Capaian, Hasil, JenisBukti
from zona.records.load import Tahun
from zona.records.reading.data_error import did_you_mean
from zona.records.reading.file_reader import Source
from zona.records.reading.rules import Surroundings

from cli.catat import write_record
from cli.catat.catat_office import Office, open_office
from cli.catat.questions import NOTHING_WRITTEN, Questions, accept, checked, checked_evidence, day_of, one_of, readable
from cli.catat.write_record import Answer, Plan
from cli.indonesian_click import Command, Refused
from cli.options import problems_refused

MOST_READ = 50_000_000  # bytes: photos of telephones and scans are made smaller


@click.command(cls=Command, name="catat", unchanged=NOTHING_WRITTEN)
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
    action = record if given["verifikasi"] is None and given["diverifikasi_oleh"] is None else verify
    try:
        with problems_refused(NOTHING_WRITTEN):
            action(open_office(data, per_tanggal), Questions(ya), given)
    except NotUndone as error:
        raise Refused(f"Gagal, dan yang ini belum dapat dihapus kembali: {error}. Hapus berkas itu, lalu ulangi.") from None


def record(office: Office, questions: Questions, given: Mapping[str, Any]) -> None:
    """Ask, show, write, and say what to commit."""
    year, said, bukti = ask_record(office, questions, given)
    if same := write_record.existing_record(said, bukti, year):
        click.echo(f"Catatan itu sudah ada: {office.name(office.root / same.path)}")
        return
    plan = write_record.plan_record(office.root, said, bukti, year)
    if not questions.ya:
        click.echo(f"\n{write_record.record_text(plan.capaian)}", nl=False)
    questions.agree("Simpan catatan ini?")
    write_record.write_record(plan, office.load)
    tell_recorded(office, plan)


def ask_record(office: Office, questions: Questions, given: Mapping[str, Any]) -> tuple[Tahun, Capaian, tuple[Answer, ...]]:
    """The year of a new record, what is said in it, and its evidence; each answer is checked when it is given."""
    roles = dict.fromkeys(office.peran, "")
    aksi = questions.choose("aksi", given["aksi"], "Aksi", office.actions())
    periods = office.periods(aksi)
    named = {kode: f"{nama_periode(kode)}, tenggat {tanggal_panjang(item.tenggat)}" for kode, (_, item) in periods.items()}
    periode = questions.choose("periode", given["periode"], f"Periode aksi {aksi}", named)
    year, _ = periods[periode]
    around = office.around(year)
    hasil = Hasil(questions.choose("hasil", given["hasil"], "Hasil", {item.value: item.label for item in Hasil}))
    read, today = partial(day_of, office.today, around), office.today.isoformat()
    tanggal = questions.ask("tanggal", given["tanggal"], "\nTanggal pelaksanaan", read, default=today)
    uraian = questions.ask("uraian", given["uraian"], "\nUraian (tanpa nama orang)", partial(checked, "uraian", around))
    bukti = ask_evidence(questions, given, around, hasil)
    dicatat_oleh = questions.choose("dicatat-oleh", given["dicatat_oleh"], "Dicatat oleh", roles)
    said = Capaian(aksi=aksi, periode=periode, tanggal=tanggal, hasil=hasil, uraian=uraian, dicatat_oleh=dicatat_oleh)
    return year, said, bukti


def ask_evidence(questions: Questions, given: Mapping[str, Any], around: Surroundings, hasil: Hasil) -> tuple[Answer, ...]:
    """The evidence: what the options give, each with its title and kind; where they give none, as many as are typed."""
    sources: list[str] = [*given["bukti"], *given["tautan"]]
    for option in ("judul_bukti", "jenis_bukti"):
        if len(given[option]) > len(sources):
            raise Refused(f"--{option.replace('_', '-')} ditulis {len(given[option])} kali, buktinya {len(sources)}; samakan")
    answers = []
    for index, source in enumerate(sources):
        read = _read_link if index >= len(given["bukti"]) else _read_file
        answers.append(_with_words(questions, read(readable(source), around), given, index, around))
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
        accept({"hasil": hasil.value, "bukti": ()}, {}, around)
    return tuple(answers)


def _with_words(questions: Questions, answer: Answer, given: Mapping[str, Any], index: int, around: Surroundings) -> Answer:
    """The evidence with its title and its kind."""
    titles, kinds = (dict(enumerate(given[name])) for name in ("judul_bukti", "jenis_bukti"))
    read = partial(checked_evidence, "judul", around)
    judul = questions.ask("judul-bukti", titles.get(index), f"Judul bukti ke-{index + 1}", read)
    choices = {item.value: item.label for item in JenisBukti}
    jenis = JenisBukti(questions.choose("jenis-bukti", kinds.get(index), f"Jenis bukti ke-{index + 1}", choices))
    return replace(answer, judul=judul, jenis=jenis)


def _read_any(around: Surroundings, text: str) -> Answer | None:
    text = text.strip().strip("\"'")
    if not text:
        return None
    return _read_link(text, around) if re.match(r"https?:", text, re.IGNORECASE) else _read_file(text, around)


def _read_link(text: str, around: Surroundings) -> Answer:
    return Answer("", JenisBukti.DOKUMEN, tautan=checked_evidence("tautan", around, text))


def _read_file(text: str, around: Surroundings) -> Answer:  # noqa: ARG001 – called like `_read_link`
    """A file's content, made fit for the public; what that took out of it is said."""
    path = Path(text)
    with suppress(RuntimeError):  # no such home
        path = path.expanduser()
    try:
        if not path.is_file():
            raise Refused(f"berkas bukti “{text}” tidak ada; periksa letak dan namanya")
        if path.stat().st_size > MOST_READ:
            raise Refused(f"bukti “{path.name}” sebesar {ukuran(path.stat().st_size)}; paling besar {ukuran(MOST_READ)}")
        found = clean(path.read_bytes(), path.suffix[1:])
    except OSError:
        raise Refused(f"berkas bukti “{text}” tidak dapat dibaca; simpan ulang berkasnya") from None
    except NotTaken as error:
        raise Refused(f"bukti “{path.name}”: {error}") from None
    for word, said in (("Dibuang dari", found.dibuang), ("Catatan tentang", found.catatan)):
        if said:
            click.echo(f"  {word} {path.name}: {', '.join(said)}")
    return Answer("", JenisBukti.DOKUMEN, content=found.content, akhiran=found.akhiran)


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


def verify(office: Office, questions: Questions, given: Mapping[str, Any]) -> None:
    """Add one line to a record, and change nothing else of it: which other role has verified it."""
    for key, value in given.items():
        if value and key not in ("verifikasi", "diverifikasi_oleh"):
            raise Refused(f"--{key.replace('_', '-')} tidak dipakai bersama --verifikasi; pembetulan adalah catatan baru")
    found = find_record(office, readable(given["verifikasi"] or ask_unverified(office, questions)))
    isi, name = found.isi, office.name(office.root / found.path)
    if isi.diverifikasi_oleh:
        raise Refused(f"{name} sudah diverifikasi oleh {isi.diverifikasi_oleh}. {NOTHING_WRITTEN}")
    if line := found.baris.get("diverifikasi_oleh"):
        raise Refused(f"{name}:{line}: baris diverifikasi_oleh kosong; hapus baris itu, lalu ulangi. {NOTHING_WRITTEN}")
    peran = ask_verifier(office, questions, given["diverifikasi_oleh"], isi.dicatat_oleh)
    questions.agree(f"{name}: {isi.hasil.label}, dicatat oleh {isi.dicatat_oleh}. Verifikasi sebagai {peran}?")
    write_record.write_verification(office.root / found.path, found, peran, office.load)
    click.echo(f"Diverifikasi oleh {peran}:\n  {name}")
    tell_commit(office, [office.root / found.path], f"Verifikasi {isi.aksi} {nama_periode(isi.periode)}")


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


def find_record(office: Office, text: str) -> Source[Capaian]:
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
    if given is not None and one_of("diverifikasi-oleh", office.peran, {}, given) == recorder:
        raise Refused(f"pencatat dan pemverifikasi berperan sama (“{recorder}”); verifikasi harus oleh peran yang lain")
    others = {role: "" for role in office.peran if role != recorder}
    if not others:
        raise Refused("situs.yml hanya menyebut satu peran; verifikasi memerlukan peran yang lain")
    return questions.choose("diverifikasi-oleh", given, "Diverifikasi oleh", others)
