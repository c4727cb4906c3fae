"""The evidence of a new record: files made fit for the public, and links; each with its title and its kind."""

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import click
from zona.desk.clean_evidence import NotTaken, clean
from zona.outputs.wording import ukuran
from zona.records.capaian.capaian import Bukti, Capaian, Hasil, JenisBukti
from zona.records.load import Tahun
from zona.records.reading.rules import Surroundings

from cli.catat.catat_office import Office
from cli.catat.questions import Questions, accept, checked_evidence, day_of, readable
from cli.catat.write_record import Answer
from cli.indonesian_click import Refused

MOST_READ = 50_000_000  # bytes: photos of telephones and scans are made smaller


def ask_evidence(
    office: Office, questions: Questions, given: Mapping[str, Any], year: Tahun, hasil: Hasil, old: Capaian | None
) -> tuple[Answer, ...]:
    """The evidence: what the options give, each with its title and kind; where they give none, as many as are typed. A
    correction of the record `old` keeps its evidence where it gives no other."""
    around, sources = office.around(year), [*given["bukti"], *given["tautan"]]
    for option in ("judul_bukti", "jenis_bukti"):
        if len(given[option]) > len(sources):
            raise Refused(f"--{option.replace('_', '-')} ditulis {len(given[option])} kali, buktinya {len(sources)}; samakan")
    answers = list[Answer]()
    if old and old.bukti and not sources and questions.sure("Pakai bukti catatan lama?"):
        answers = [_kept(office, item, year, given["dilihat"]) for item in old.bukti]
    for index, source in enumerate(sources):
        read = _read_link if index >= len(given["bukti"]) else _read_file
        answers.append(_with_words(office, questions, read(readable(source), around), given, index, around))
    while not sources and not questions.ya:
        answer = questions.ask(
            "bukti", None, "\nBukti: nama berkas atau alamat https:// (kosong = cukup)", partial(_read_any, around)
        )
        if answer:
            answers.append(_with_words(office, questions, answer, given, len(answers), around))
        elif answers or hasil is not Hasil.SELESAI:
            break
        else:
            click.echo("  hasil “selesai” memerlukan sedikitnya satu bukti")
    if given["dilihat"] and not any(answer.tautan for answer in answers):
        raise Refused("--dilihat dipakai bersama bukti berupa tautan")
    if not answers:
        accept({"hasil": hasil.value, "bukti": ()}, {}, around)
    return tuple(answers)


def _with_words(
    office: Office, questions: Questions, answer: Answer, given: Mapping[str, Any], index: int, around: Surroundings
) -> Answer:
    """The evidence with its title and its kind."""
    titles, kinds = (dict(enumerate(given[name])) for name in ("judul_bukti", "jenis_bukti"))
    read = partial(checked_evidence, "judul", around)
    if answer.tautan:
        question = "Tanggal tautan itu terakhir Anda buka dan terlihat isinya (kosong = belum)"
        asked = given["dilihat"] or ("" if questions.ya else None)
        answer = replace(answer, dilihat=questions.ask("dilihat", asked, question, partial(_day_seen, office)))
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


def _kept(office: Office, item: Bukti, year: Tahun, seen: str | None) -> Answer:
    """A piece of evidence that an earlier record cites; of a link, with the day on which it was seen again, if given."""
    if item.berkas is None:
        day = _day_seen(office, seen) if seen else item.dilihat
        return Answer(item.judul, item.jenis, tautan=item.tautan, dilihat=day)
    content = year.bukti[item.berkas].path.read_bytes()
    return Answer(item.judul, item.jenis, content=content, akhiran=item.berkas.rpartition(".")[2])


def _day_seen(office: Office, text: str) -> date | None:
    """The day on which a link was seen open; None where nothing is typed."""
    if not text.strip():
        return None
    return day_of(office.today, Surroundings(), text)
