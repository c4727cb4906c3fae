"""`zi.py tahun-baru`: the folder of a year, from the office's own table of the plan where there is one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click
from zona.disk.output_folder import is_free, new_folder
from zona.intake.plan.plan_reader import Intake
from zona.intake.proposed_lke import proposed_lke
from zona.intake.skeleton import JENIS_DASAR, basis_file, plan_file
from zona.intake.yaml_text import plan_yaml, untitled
from zona.problems import Problem
from zona.records.json_schema import binding_of
from zona.records.load import CAPAIAN, LKE, RENCANA_AKSI, SITUS
from zona.records.rencana.dasar import DITETAPKAN
from zona.records.rencana.read_basis import DASAR, KEPUTUSAN

from cli.dialogue.questions import NOTHING_WRITTEN, Questions
from cli.dialogue.table_dialogue import TableDialogue
from cli.indonesian_click import Command, Refused
from cli.options import ROOT


@dataclass(frozen=True)
class Year:
    """The text of a new year's plan, and what has to be told of it."""

    tahun: int
    plan: str
    summary: str
    notes: tuple[Problem[str], ...] = ()
    empty: bool = False
    untitled: bool = False
    lke: str | None = None
    dasar: str = DITETAPKAN

    @property
    def basis(self) -> tuple[str, str] | None:
        """The name and the text of the file that tells what the plan rests on."""
        return basis_file(self.tahun, self.dasar)

    def write(self, folder: Path) -> None:
        """Write the plan, what is known of its basis and an empty folder for records into a folder."""
        for name, text in filter(None, ((RENCANA_AKSI, self.plan), self.basis)):
            text = f"{binding_of(f'{self.tahun}/{name}')}\n{text}"
            (folder / name).write_text(text, encoding="utf-8", newline="\n")
        if self.lke:
            (folder / LKE).write_text(self.lke, encoding="utf-8", newline="\n")
        (folder / CAPAIAN).mkdir()

    def tell(self, name: str) -> None:
        """Say what was written, and which cells to look at. `name` is the year's folder as people write it."""
        told = {KEPUTUSAN: "masih kosong", DASAR: self.dasar.replace("-", " ")}
        basis = f"  {self.basis[0]:17} {told[self.basis[0]]}\n" if self.basis else ""
        lke = f"  {LKE:17} usulan butir LKE menurut tema aksi\n" if self.lke else ""
        click.echo(f"Dibuat: {name}/\n  {RENCANA_AKSI}  {self.summary}\n{basis}{lke}  {CAPAIAN}/")
        if self.notes:
            click.echo("\n  ".join([f"Perlu dilihat ({len(self.notes)} sel):", *map(str, self.notes)]))

    def steps(self, name: str) -> Iterator[str]:
        """What to do next."""
        if self.empty:
            yield f"Isi {name}/{RENCANA_AKSI}, atau hapus folder ini dan ulangi dengan --dari BERKAS.xlsx."
        if self.untitled:
            yield f"Judul di {name}/{RENCANA_AKSI} kami tulis “{untitled(self.tahun)}”; ganti bila rencananya punya judul."
        if not self.empty:
            yield f"Periksa tema tiap aksi di {name}/{RENCANA_AKSI}: itu usulan menurut kata-katanya."
        if self.dasar == DITETAPKAN:
            yield f"Isi {name}/{KEPUTUSAN} dari naskah yang sudah ditandatangani; bila tidak ada keputusan, hapus berkas itu."
        elif self.basis:
            yield f"Isi {name}/{DASAR} sejauh yang diketahui: sebutan, nomor, tanggal, dan jabatan yang menetapkannya."


DASAR_OPTION = click.option(
    "--dasar",
    metavar="JENIS",
    type=click.Choice(JENIS_DASAR),
    default=DITETAPKAN,
    help="Dasar rencana aksinya: keputusan (bawaan), rencana-kerja, surat-edaran, atau tanpa.",
)


@click.command(cls=Command, name="tahun-baru", unchanged=NOTHING_WRITTEN)
@click.argument("tahun")
@click.option("--dari", metavar="BERKAS", help="Tabel rencana aksi: Excel (.xlsx) atau CSV, dengan kolom apa pun.")
@click.option("--peta", metavar="BERKAS", help="Cara tabel itu dibaca (.yml): dipakai bila ada, dan ditulis bila belum.")
@DASAR_OPTION
@click.option("--data", metavar="FOLDER", help="Folder data kantor lain (bawaan: data/).")
def tahun_baru(tahun: str, dari: str | None, peta: str | None, dasar: str, data: str | None) -> None:
    """Buat folder tahun baru; dengan --dari, rencana aksinya dibaca dari tabel Excel atau CSV."""
    root, label = Path(data) if data else ROOT / "data", (data or "data").rstrip("/\\")
    if not (root / SITUS).is_file():
        raise Refused(f"{label} bukan folder data: {SITUS} tidak ada. Kantor baru: zi.py kantor-baru FOLDER")
    number = year_number(tahun)
    target, name = root / str(number), f"{label}/{number}"
    refuse_existing(target, name)
    year = new_year(number, dari, peta, dasar, Questions(ya=False))
    with new_folder(target) as folder:
        year.write(folder)
    check = f"zi.py periksa{f' --data {data}' if data else ''}"
    year.tell(name)
    tell_steps(
        *year.steps(name),
        f"Jalankan {check}, dan perbaiki yang disebutnya, sampai tertulis “Data baik”.",
        f"Baru sesudah itu kirim (commit) folder {name}; selama belum lengkap, situs tidak bisa dibangun dengan folder ini.",
    )


def tell_steps(*steps: str) -> None:
    """The next steps, numbered."""
    click.echo("Langkah berikutnya:")
    for number, line in enumerate(steps, 1):
        click.echo(f"  {number}. {line}")


def refuse_existing(folder: Path, name: str) -> None:
    """Nothing that is there is ever written over; an empty folder is nothing."""
    if not is_free(folder):
        raise Refused(f"{name} sudah ada, dan tidak ditimpa. {NOTHING_WRITTEN}")


def year_number(text: str) -> int:
    """A year as data folders are called."""
    if not re.fullmatch(r"20[0-9]{2}", text.strip()):
        raise Refused(f"tahun “{text}” tidak sah; tulis empat angka, misalnya 2027")
    return int(text)


def new_year(tahun: int, dari: str | None, peta: str | None, dasar: str, ask: Questions) -> Year:
    """The year, with its plan from a table that is read as the map file says. Refuses with every cell that can't be read."""
    if dari is None:
        return Year(tahun, plan_file(tahun, None, ""), "masih kosong, dengan contoh isian", empty=True, dasar=dasar)
    path = Path(dari)
    return year_of(tahun, TableDialogue(ask, tahun, path, Path(peta) if peta else None).read(), path.name, dasar)


def year_of(tahun: int, intake: Intake, name: str, dasar: str) -> Year:
    """The year with the plan that a table of this name says."""
    plan = plan_file(tahun, plan_yaml(tahun, intake.judul, intake.kelompok), name)
    count = sum(len(group.aksi) for group in intake.kelompok)
    summary = f"{len(intake.kelompok)} kelompok, {count} aksi dari {name}"
    lke = proposed_lke(tahun, {aksi.kode: aksi.tema for group in intake.kelompok for aksi in group.aksi})
    return Year(tahun, plan, summary, intake.notes, untitled=not intake.judul, lke=lke, dasar=dasar)
