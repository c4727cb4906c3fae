"""`zi.py kantor-baru`: the data folder of another office, with its name, what holds for all of Indonesia, and a first year."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import click
from pydantic import ValidationError
from zona.desk.answers import refuse_invalid
from zona.disk.output_folder import new_folder
from zona.intake.skeleton import NATIONAL, for_another_office, git_attributes, left_over, office_file
from zona.records.json_schema import binding_of, schema_files
from zona.records.load import SITUS, SKEMA
from zona.records.reading.yaml_reader import read_yaml
from zona.records.situs import Situs, ZonaWaktu

from cli.dialogue.questions import NOTHING_WRITTEN, Questions
from cli.indonesian_click import Command, Refused
from cli.options import ROOT
from cli.tahun_baru import Year, new_year, refuse_existing, tell_steps, year_number

_ZONES = {
    ZonaWaktu.WIB.value: "Sumatra, Jawa, Kalimantan Barat dan Tengah",
    ZonaWaktu.WITA.value: "Kalimantan Selatan, Timur, dan Utara, Bali, Nusa Tenggara, Sulawesi",
    ZonaWaktu.WIT.value: "Maluku dan Papua",
}


@click.command(cls=Command, name="kantor-baru", unchanged=NOTHING_WRITTEN)
@click.argument("folder", type=click.Path(file_okay=False))
@click.option("--nama", metavar="TEKS", help="Nama pendek kantor, seperti dipakai sehari-hari.")
@click.option("--nama-lengkap", metavar="TEKS", help="Nama resmi lengkap kantor.")
@click.option("--provinsi", metavar="TEKS", help="Provinsi tempat kantor berada.")
@click.option("--zona-waktu", metavar="ZONA", help="WIB, WITA, atau WIT.")
@click.option("--tahun", metavar="TTTT", help="Tahun pertama rencana aksinya.")
@click.option("--dari", metavar="BERKAS", help="Tabel rencana aksi tahun itu (.xlsx atau .csv), bila ada.")
@click.option("--peta", metavar="BERKAS", help="Cara tabel itu dibaca (.yml): dipakai bila ada, dan ditulis bila belum.")
@click.option("--ya", is_flag=True, help="Jangan bertanya; yang belum ditulis adalah kesalahan.")
def kantor_baru(folder: str, ya: bool, **given: str | None) -> None:
    """Buat folder data untuk kantor lain di FOLDER (baru atau kosong)."""
    target, name = Path(folder), folder.rstrip("/\\")
    refuse_existing(target, name)
    identity, year = ask_office(Questions(ya), given)
    national = dict(national_files(identity["kantor"], identity["kantor_lengkap"]))
    texts = {SITUS: office_file(**identity), **{path: text for path, (text, _) in national.items()}}
    with new_folder(target) as new:
        write_office(new, texts, year)
    click.echo(f"Dibuat: {name}/\n  {SITUS}  {identity['kantor']}, {identity['provinsi']}, {identity['zona_waktu']}")
    for path in national:
        click.echo(f"  {path}  disalin; semuanya ditandai belum diperiksa kantor ini")
    year.tell(f"{name}/{year.tahun}")
    tell_steps(
        f"Buka {name}/{SITUS}: sesuaikan peran, dan isi alamat bila sudah pasti.",
        *year.steps(f"{name}/{year.tahun}"),
        *national_steps(name, {path: lines for path, (_, lines) in national.items()}),
        f"Jalankan zi.py periksa --data {name}, dan perbaiki yang disebutnya, sampai tertulis “Data baik”.",
        f"Lihat hasilnya dengan zi.py pratinjau --data {name}; terbitkan dengan zi.py bangun --data {name}.",
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
    return identity, new_year(tahun, given["dari"], given["peta"], ask)


def write_office(folder: Path, texts: Mapping[str, str], year: Year) -> None:
    """Write the data of an office into an empty folder: `texts` by path, what git and editors need, and the year."""
    for path, content in texts.items():
        (folder / path).write_text(f"{binding_of(path)}\n{content}", encoding="utf-8", newline="\n")
    (folder / ".gitattributes").write_text(git_attributes(), encoding="utf-8", newline="\n")
    (folder / SKEMA).mkdir()
    for path, content in schema_files().items():
        (folder / SKEMA / path).write_text(content, encoding="utf-8", newline="\n")
    (folder / str(year.tahun)).mkdir()
    year.write(folder / str(year.tahun))


def checked(key: str, text: str) -> str:
    """A fact about the office as the loader will accept it."""
    refuse_invalid(Situs, {key: text}, {(key,): text})
    return " ".join(text.split())


def national_files(kantor: str, lengkap: str) -> Iterator[tuple[str, tuple[str, list[int]]]]:
    """The files that hold for every office, where this checkout has them, with the lines that still name its own office."""
    source = ROOT / "data"
    document = read_yaml(source / SITUS, label=SITUS, root=source)
    try:
        old = Situs.model_validate(document.value)
    except ValidationError:
        raise Refused(f"data/{SITUS} belum baik; jalankan zi.py periksa lebih dulu") from None
    for name in NATIONAL:
        if (source / name).is_file():
            text = for_another_office((source / name).read_text(encoding="utf-8"), old, kantor, lengkap)
            yield name, (text, left_over(text, old))


def national_steps(name: str, left: dict[str, list[int]]) -> Iterator[str]:
    """What to look at in the files taken over."""
    for path, lines in left.items():
        if lines:
            yield f"{name}/{path} masih menyebut kantor asal di baris {', '.join(map(str, lines))}; betulkan."
    if left:
        yield f"Periksa {', '.join(left)}: isi saluran kantor ini, dan coba sendiri setiap nomor dan alamat."
