"""The evidence of a new record: files made fit for the public, and links; each with its title and its kind."""

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import click
from zona.desk.answers import accept, checked_evidence, readable
from zona.desk.evidence_answers import Answer, day_seen, from_file, from_link, kept, proves
from zona.desk.office import Office
from zona.problems import NotTaken
from zona.records.capaian.capaian import Capaian, Hasil, JenisBukti
from zona.records.load import Tahun
from zona.records.reading.rules import Surroundings

from cli.dialogue.questions import Questions
from cli.indonesian_click import Refused


def ask_evidence(
    office: Office, questions: Questions, given: Mapping[str, Any], year: Tahun, hasil: Hasil, old: Capaian | None
) -> tuple[Answer, ...]:
    """The evidence: what the options give, each with its title and kind; where they give none, as many as are typed. A
    correction of the record `old` keeps its evidence where it gives no other."""
    around, sources = office.around(year), [*given["bukti"], *given["tautan"]]
    for option in ("judul_bukti", "jenis_bukti", "membuktikan"):
        if len(given[option]) > len(sources):
            raise Refused(f"--{option.replace('_', '-')} ditulis {len(given[option])} kali, buktinya {len(sources)}; samakan")
    answers = list[Answer]()
    if old and old.bukti and not sources and questions.sure("Pakai bukti laporan lama?"):
        seen = day_seen(office.today, given["dilihat"] or "")
        answers = [kept(item, year, seen) for item in old.bukti]
    for index, source in enumerate(sources):
        text, linked = readable(source), index >= len(given["bukti"])
        answer = from_link(text, around) if linked else _read_file(text)
        answers.append(_with_words(office, questions, answer, given, index, around))
    while not sources and not questions.ya:
        question = "\nBukti: nama berkas atau alamat https:// (kosong = cukup)"
        if typed := questions.ask("bukti", None, question, partial(_read_any, around)):
            answers.append(_with_words(office, questions, typed, given, len(answers), around))
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
    """The evidence with its title, its kind and what it proves, if that is said."""
    titles, kinds, proofs = (dict(enumerate(given[name])) for name in ("judul_bukti", "jenis_bukti", "membuktikan"))
    read = partial(checked_evidence, "judul", around)
    if answer.tautan:
        question = "Tanggal tautan itu terakhir Anda buka dan terlihat isinya (kosong = belum)"
        asked = given["dilihat"] or ("" if questions.ya else None)
        answer = replace(answer, dilihat=questions.ask("dilihat", asked, question, partial(day_seen, office.today)))
    judul = questions.ask("judul-bukti", titles.get(index), f"Judul bukti ke-{index + 1}", read)
    choices = {item.value: item.label for item in JenisBukti}
    jenis = JenisBukti(questions.choose("jenis-bukti", kinds.get(index), f"Jenis bukti ke-{index + 1}", choices))
    question = f"Yang dibuktikan bukti ke-{index + 1}, satu kalimat pendek (kosong = tidak ditulis)"
    proof = proofs.get(index, "" if questions.ya or given["judul_bukti"] else None)
    membuktikan = questions.ask("membuktikan", proof, question, partial(proves, around))
    return replace(answer, judul=judul, jenis=jenis, membuktikan=membuktikan)


def _read_any(around: Surroundings, text: str) -> Answer | None:
    text = text.strip().strip("\"'")
    if not text:
        return None
    return from_link(text, around) if re.match(r"https?:", text, re.IGNORECASE) else _read_file(text)


def _read_file(text: str) -> Answer:
    """A file's content, made fit for the public; what that took out of it is said."""
    path = Path(text)
    with suppress(RuntimeError):  # no such home
        path = path.expanduser()
    try:
        if not path.is_file():
            raise NotTaken(f"berkas bukti “{text}” tidak ada; periksa letak dan namanya")
        with path.open("rb") as stream:
            answer, found, _ = from_file(path.name, stream)
    except OSError:
        raise NotTaken(f"berkas bukti “{text}” tidak bisa dibaca; simpan ulang berkasnya") from None
    for word, said in (("Dibuang dari", found.dibuang), ("Catatan tentang", found.catatan)):
        if said:
            click.echo(f"  {word} {path.name}: {', '.join(said)}")
    return answer
