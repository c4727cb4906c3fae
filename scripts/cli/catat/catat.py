"""`zi.py catat`: the office records what was done, corrects or withdraws a record, or verifies one."""

from collections.abc import Mapping
from typing import Any

import click
from zona.desk import write_record
from zona.desk.office import Office
from zona.desk.write_record import Plan
from zona.disk.new_files import NotUndone
from zona.outputs.wording import periode as nama_periode
from zona.records.capaian.capaian import Hasil

from cli.catat.ask_record import ask_record
from cli.catat.verify_record import verify
from cli.dialogue.opened_office import open_office, tell_commit
from cli.dialogue.questions import NOTHING_WRITTEN, Questions
from cli.indonesian_click import Command, Refused
from cli.options import problems_refused


@click.command(cls=Command, name="catat", unchanged=NOTHING_WRITTEN)
@click.option("--aksi", metavar="KODE", help="Kode aksi, misalnya I.3.")
@click.option("--periode", metavar="KODE", help="Kode periode aksi itu, misalnya 2026-TW1.")
@click.option("--hasil", metavar="HASIL", help="selesai, berjalan, atau kendala.")
@click.option("--tanggal", metavar="TTTT-BB-HH", help="Tanggal pelaksanaan.")
@click.option("--uraian", metavar="TEKS", help="Apa yang dilakukan, tanpa nama orang.")
@click.option("--bukti", metavar="BERKAS", multiple=True, help="Berkas bukti; boleh berulang.")
@click.option("--tautan", metavar="URL", multiple=True, help="Bukti berupa halaman web; boleh berulang.")
@click.option("--dilihat", metavar="TTTT-BB-HH", help="Tanggal tautan terakhir dibuka dan terlihat isinya.")
@click.option("--judul-bukti", metavar="TEKS", multiple=True, help="Judul tiap bukti, urut: berkas dulu, lalu tautan.")
@click.option("--jenis-bukti", metavar="JENIS", multiple=True, help="Jenis tiap bukti, dengan urutan yang sama.")
@click.option("--membuktikan", metavar="TEKS", multiple=True, help="Yang dibuktikan tiap bukti, urut; boleh tidak ditulis.")
@click.option("--dicatat-oleh", metavar="PERAN", help="Peran yang mencatat, seperti dalam situs.yml.")
@click.option("--mengoreksi", metavar="BERKAS", help="Laporan lama yang dibetulkan; yang tidak ditulis diambil darinya.")
@click.option("--mencabut", metavar="BERKAS", help="Laporan lama yang dicabut.")
@click.option("--alasan", metavar="TEKS", help="Mengapa dikoreksi atau dicabut.")
@click.option("--verifikasi", metavar="BERKAS", help="Verifikasi laporan yang sudah ada.")
@click.option("--diverifikasi-oleh", metavar="PERAN", help="Peran yang memverifikasi; harus lain dari pencatatnya.")
@click.option("--ya", is_flag=True, help="Jangan bertanya; yang belum ditulis adalah kesalahan.")
@click.option("--data", metavar="FOLDER", help="Folder data kantor lain (bawaan: data/).")
@click.option("--per-tanggal", metavar="TTTT-BB-HH", help="Tanggal hitungan (bawaan: hari ini di kantor).")
def catat(data: str | None, per_tanggal: str | None, ya: bool, **given: Any) -> None:
    """Catat apa yang sudah dilaksanakan, atau verifikasi laporan (tanpa pilihan: ditanya satu per satu)."""
    action = record if given["verifikasi"] is None and given["diverifikasi_oleh"] is None else verify
    try:
        with problems_refused(NOTHING_WRITTEN):
            action(open_office(data, per_tanggal), Questions(ya), given)
    except NotUndone as error:
        raise Refused(f"Gagal, dan yang ini belum bisa dihapus kembali: {error}. Hapus berkas itu, lalu ulangi.") from None


def record(office: Office, questions: Questions, given: Mapping[str, Any]) -> None:
    """Ask, show, write, and say what to commit."""
    year, said, bukti = ask_record(office, questions, given)
    if same := write_record.existing_record(said, bukti, year):
        click.echo(f"Laporan itu sudah ada: {office.name(office.root / same.path)}")
        return
    plan = write_record.plan_record(office.root, said, bukti, year)
    if not questions.ya:
        click.echo(f"\n{write_record.record_text(plan.capaian)}", nl=False)
    questions.agree("Simpan laporan ini?")
    write_record.write_records(office.root, [plan], office.load)
    tell_recorded(office, plan)


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
    if capaian.hasil is Hasil.SELESAI or capaian.menyasar:
        click.echo(f"Belum dihitung sebelum diverifikasi peran lain: zi.py catat --verifikasi {office.name(plan.record)}")
