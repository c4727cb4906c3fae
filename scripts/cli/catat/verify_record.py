"""The verification of a record by another role."""

from collections.abc import Mapping
from typing import Any

import click
from zona.outputs.wording import periode as nama_periode
from zona.records.capaian.capaian import Verifikasi
from zona.records.capaian.corrections import name_of

from cli.catat import write_record
from cli.catat.catat_office import Office
from cli.catat.questions import NOTHING_WRITTEN, Questions, one_of, readable
from cli.indonesian_click import Refused


def verify(office: Office, questions: Questions, given: Mapping[str, Any]) -> None:
    """Add its verification to a record, and change nothing else of it."""
    for key, value in given.items():
        if value and key not in ("verifikasi", "diverifikasi_oleh"):
            raise Refused(f"--{key.replace('_', '-')} tidak dipakai bersama --verifikasi; pembetulan adalah catatan baru")
    found = office.find_record(readable(given["verifikasi"] or ask_unverified(office, questions)))
    isi, name = found.isi, office.name(office.root / found.path)
    if isi.verifikasi:
        raise Refused(f"{name} sudah diverifikasi oleh {isi.verifikasi.oleh}. {NOTHING_WRITTEN}")
    if line := found.baris.get("verifikasi"):
        raise Refused(f"{name}:{line}: baris verifikasi kosong; hapus baris itu, lalu ulangi. {NOTHING_WRITTEN}")
    peran = ask_verifier(office, questions, given["diverifikasi_oleh"], isi.dicatat_oleh)
    questions.agree(f"{name}: {isi.hasil.label}, dicatat oleh {isi.dicatat_oleh}. Verifikasi sebagai {peran}?")
    verified = Verifikasi(oleh=peran, tanggal=office.today, sidik=isi.sidik)
    write_record.write_verification(office.root / found.path, found, verified, office.load)
    click.echo(f"Diverifikasi oleh {peran}:\n  {name}")
    office.tell_commit([office.root / found.path], f"Verifikasi {isi.aksi} {nama_periode(isi.periode)}")


def ask_unverified(office: Office, questions: Questions) -> str:
    """The path of a record that waits for its verification, and that no other corrects or withdraws."""
    targeted = {record.isi.menyasar for year in office.data.tahun for record in year.capaian}
    waiting = {
        record.path: f"{record.isi.hasil.label}, dicatat oleh {record.isi.dicatat_oleh}"
        for year in office.data.tahun
        for record in year.capaian
        if not record.isi.verifikasi and name_of(record) not in targeted
    }
    if not waiting:
        raise Refused("tidak ada catatan yang menunggu verifikasi")
    return questions.choose("verifikasi", None, "Catatan yang diverifikasi", waiting)


def ask_verifier(office: Office, questions: Questions, given: str | None, recorder: str) -> str:
    """A role of the office other than the recorder's."""
    if given is not None and one_of("diverifikasi-oleh", office.peran, {}, given) == recorder:
        raise Refused(f"pencatat dan pemverifikasi berperan sama (“{recorder}”); verifikasi harus oleh peran yang lain")
    others = {role: "" for role in office.peran if role != recorder}
    if not others:
        raise Refused("situs.yml hanya menyebut satu peran; verifikasi memerlukan peran yang lain")
    return questions.choose("diverifikasi-oleh", given, "Diverifikasi oleh", others)
