"""`zi.py kantor-baru`: the repository of another office, with its name, its packs, its own channels, and a first year."""

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import click
from zona.desk.answers import refuse_invalid
from zona.desk.forms.first_channels import own_channels
from zona.disk.output_folder import new_folder
from zona.intake.plan.template_workbook import template_workbook
from zona.intake.skeleton import office_file
from zona.records.json_schema import binding_of, schema_files
from zona.records.load import KANAL, SITUS, SKEMA
from zona.records.paket.paket import UMUM, pack_faults, packs_of
from zona.records.situs import Situs, ZonaWaktu

from cli.dialogue.questions import NOTHING_WRITTEN, Questions
from cli.indonesian_click import Command, Refused
from cli.options import ROOT
from cli.tahun_baru import DASAR_OPTION, Year, new_year, refuse_existing, tell_steps, year_number
from cli.versi.wheel_file import own_wheel
from cli.versi.written_repository import write_repository

_ZONES = {
    ZonaWaktu.WIB.value: "Sumatra, Jawa, Kalimantan Barat dan Tengah",
    ZonaWaktu.WITA.value: "Kalimantan Selatan, Timur, dan Utara, Bali, Nusa Tenggara, Sulawesi",
    ZonaWaktu.WIT.value: "Maluku dan Papua",
}


def write_template(ctx: click.Context, _: click.Parameter, name: str | None) -> None:
    """Write a workbook to start a plan from, and end; a file that is there is left alone."""
    if name is None:
        return
    path = Path(name) if name.lower().endswith(".xlsx") else Path(f"{name}.xlsx")
    if path.exists():
        raise Refused(f"{path} sudah ada, dan tidak ditimpa. {NOTHING_WRITTEN}")
    path.write_bytes(template_workbook())
    click.echo(f"Dibuat: {path}, tabel kosong untuk rencana aksi; cara mengisinya di lembar kedua")
    ctx.exit()


@click.command(cls=Command, name="kantor-baru", unchanged=NOTHING_WRITTEN)
@click.argument("folder", type=click.Path(file_okay=False))
@click.option("--nama", metavar="TEKS", help="Nama pendek kantor, seperti dipakai sehari-hari.")
@click.option("--nama-lengkap", metavar="TEKS", help="Nama resmi lengkap kantor.")
@click.option("--provinsi", metavar="TEKS", help="Provinsi tempat kantor berada.")
@click.option("--zona-waktu", metavar="ZONA", help="WIB, WITA, atau WIT.")
@click.option("--tahun", metavar="TTTT", help="Tahun pertama rencana aksinya.")
@click.option("--dari", metavar="BERKAS", help="Tabel rencana aksi tahun itu (.xlsx atau .csv), bila ada.")
@click.option("--peta", metavar="BERKAS", help="Cara tabel itu dibaca (.yml): dipakai bila ada, dan ditulis bila belum.")
@click.option("--paket", metavar="DAFTAR", default=UMUM, help="Paket yang berlaku, misalnya nasional,pengadilan.")
@click.option(
    "--contoh-tabel",
    metavar="BERKAS",
    is_eager=True,
    expose_value=False,
    callback=write_template,
    help="Tulis saja tabel kosong (.xlsx) untuk memulai rencana aksi.",
)
@DASAR_OPTION
@click.option("--ya", is_flag=True, help="Jangan bertanya; yang belum ditulis adalah kesalahan.")
def kantor_baru(folder: str, ya: bool, paket: str, **given: str | None) -> None:
    """Buat folder untuk kantor lain di FOLDER (baru atau kosong): datanya, alur terbitnya, dan versi program ini."""
    target, data = Path(folder), folder.rstrip("/\\") + "/data"
    refuse_existing(target, folder.rstrip("/\\"))
    identity, year = ask_office(Questions(ya), given)
    packs = pack_keys(paket)
    texts = {
        SITUS: office_file(packs_of(packs), **identity),
        KANAL: own_channels(packs, identity["kantor"]),
    }
    wheel = own_wheel(ROOT)
    with new_folder(target) as new:
        write_office(new / "data", texts, year)
        write_repository(new, wheel, ZonaWaktu(identity["zona_waktu"]))
    click.echo(f"Dibuat: {data}/\n  {SITUS}  {identity['kantor']}, {identity['provinsi']}, {identity['zona_waktu']}")
    click.echo(f"  {KANAL}  saluran milik kantor ini, belum diisi; saluran lain dari paket {', '.join(packs)}")
    year.tell(f"{data}/{year.tahun}")
    click.echo(f"Di sampingnya: alur terbit untuk GitHub dan GitLab, zi.py dan zi.cmd, versi {wheel.version} ({wheel.path}).")
    tell_steps(
        f"Buka {data}/{SITUS}: sesuaikan peran, dan isi alamat bila sudah pasti.",
        *year.steps(f"{data}/{year.tahun}"),
        f"Isi saluran di {data}/{KANAL}, dan coba sendiri setiap nomor dan alamat, juga yang dari paket.",
        f"Masuk ke folder {folder}. Jalankan zi.py periksa, dan perbaiki yang disebutnya, sampai tertulis “Data baik”.",
        "Lihat hasilnya dengan zi.py pratinjau.",
        "Simpan folder itu dengan git, lalu kirim ke tempat repositorinya; sejak itu situs terbit sendiri.",
    )


def ask_office(ask: Questions, given: Mapping[str, str | None]) -> tuple[dict[str, str], Year]:
    """Who the office is, as `situs.yml` says it, and its first year."""
    identity = {
        "kantor": ask.ask("nama", given["nama"], "Nama pendek kantor", partial(checked, "kantor")),
        "kantor_lengkap": ask.ask(
            "nama-lengkap", given["nama_lengkap"], "Nama resmi lengkap", partial(checked, "kantor_lengkap")
        ),
        "provinsi": ask.ask("provinsi", given["provinsi"], "Provinsi", partial(checked, "provinsi")),
        "zona_waktu": ask.choose("zona-waktu", given["zona_waktu"], "Zona waktu", _ZONES),
    }
    this_year = str(datetime.now(UTC).year)
    tahun = ask.ask("tahun", given["tahun"], "Tahun rencana aksi", year_number, default=this_year)
    return identity, new_year(tahun, given["dari"], given["peta"], given["dasar"] or "", ask)


def write_office(folder: Path, texts: Mapping[str, str], year: Year) -> None:
    """Write the data of an office into a new folder: `texts` by path, what editors need, and the year."""
    folder.mkdir()
    for path, content in texts.items():
        (folder / path).write_text(f"{binding_of(path)}\n{content}", encoding="utf-8", newline="\n")
    (folder / SKEMA).mkdir()
    for path, content in schema_files().items():
        (folder / SKEMA / path).write_text(content, encoding="utf-8", newline="\n")
    (folder / str(year.tahun)).mkdir()
    year.write(folder / str(year.tahun))


def checked(key: str, text: str) -> str:
    """A fact about the office as the loader will accept it."""
    refuse_invalid(Situs, {key: text}, {(key,): text})
    return " ".join(text.split())


def pack_keys(text: str) -> tuple[str, ...]:
    """The packs of an office, as they are written for the loader: the general one first, whether it was named or not."""
    names = [part for part in text.replace(",", " ").split() if part != UMUM]
    named = (UMUM, *dict.fromkeys(names))
    if problems := list(pack_faults(named)):
        raise Refused("; ".join(problem.words for problem in problems))
    return named
