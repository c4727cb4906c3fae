"""The dialogue that verifies a record by another role."""

from collections.abc import Mapping
from typing import Any

import click
from zona.desk import verification
from zona.desk.answers import one_of, readable
from zona.desk.office import Office
from zona.outputs.wording import periode as nama_periode
from zona.problems import NotTaken

from cli.dialogue.opened_office import tell_commit
from cli.dialogue.questions import Questions
from cli.indonesian_click import Refused


def verify(office: Office, questions: Questions, given: Mapping[str, Any]) -> None:
    """Add its verification to a record, and change nothing else of it."""
    for key, value in given.items():
        if value and key not in ("verifikasi", "diverifikasi_oleh"):
            raise Refused(f"--{key.replace('_', '-')} tidak dipakai bersama --verifikasi; pembetulan adalah laporan baru")
    found = office.find_record(readable(given["verifikasi"] or ask_unverified(office, questions)))
    isi, name = found.isi, office.name(office.root / found.path)
    verification.can_be_verified(office, found)
    peran = ask_verifier(office, questions, given["diverifikasi_oleh"], isi.dicatat_oleh)
    questions.agree(f"{name}: {isi.hasil.label}, dicatat oleh {isi.dicatat_oleh}. Verifikasi sebagai {peran}?")
    verification.verify(office, found, peran)
    click.echo(f"Diverifikasi oleh {peran}:\n  {name}")
    tell_commit(office, [office.root / found.path], f"Verifikasi {isi.aksi} {nama_periode(isi.periode)}")


def ask_unverified(office: Office, questions: Questions) -> str:
    """The path of a record that waits for its verification."""
    waiting = {
        record.path: f"{record.isi.hasil.label}, dicatat oleh {record.isi.dicatat_oleh}"
        for record in verification.waiting(office)
    }
    if not waiting:
        raise NotTaken("tidak ada laporan yang menunggu verifikasi")
    return questions.choose("verifikasi", None, "Laporan yang diverifikasi", waiting)


def ask_verifier(office: Office, questions: Questions, given: str | None, recorder: str) -> str:
    """A role of the office other than the recorder's."""
    if given is not None:
        verification.other_role(one_of("diverifikasi-oleh", office.peran, {}, given), recorder)
    others = {role: "" for role in office.peran if role != recorder}
    if not others:
        raise NotTaken("situs.yml hanya menyebut satu peran; verifikasi memerlukan peran yang lain")
    return questions.choose("diverifikasi-oleh", given, "Diverifikasi oleh", others)
