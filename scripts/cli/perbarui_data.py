"""`zi.py perbarui-data`: an office's data brought to what this version asks of them: evidence without what it does not show,
records bound to their evidence, subjects in place of codes of rows, true counts of complaints out of the data folder."""

from collections.abc import Sized
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import click
import yaml
from pydantic import ValidationError
from zona.desk.clean_evidence import Cleaned, clean
from zona.desk.older_records import Renewal, approved_evidence, renew_records
from zona.desk.write_record import clean_up, hidden
from zona.disk.new_files import Changed, NotUndone, create, make_folder, replace_all, taking_back
from zona.disk.private_folder import alone
from zona.findings.per_tanggal import read_per_tanggal
from zona.intake.older_subjects import RenewedSubjects, renew_subjects
from zona.problems import NotTaken
from zona.records.capaian.bukti import carries_more
from zona.records.capaian.capaian import BENTUK_BUKTI
from zona.records.informasi.prosa import docs_of, own_pages
from zona.records.load import BUKTI, SITUS, load_data
from zona.records.pengaduan.pengaduan import closed_folder
from zona.records.pengaduan.rilis import RilisPengaduan, month_name
from zona.records.reading.file_reader import FileReader
from zona.records.reading.rules import Surroundings
from zona.records.situs import Situs
from zona.release.complaint_files import ComplaintFiles, misplaced, read_complaints
from zona.release.release_text import release_path, release_text

from cli.dialogue.questions import NOTHING_WRITTEN, Questions
from cli.indonesian_click import Command, Refused
from cli.options import CACHE, ROOT, problems_refused
from cli.rilis_pengaduan import show

Evidence = dict[Path, tuple[bytes, Cleaned]]


@dataclass(frozen=True)
class Work:
    """What is to be done: evidence (as it is, and as it will be), records, and months of complaints with their releases."""

    evidence: Evidence
    records: Renewal
    subjects: RenewedSubjects
    files: ComplaintFiles | None
    releases: list[RilisPengaduan]

    @property
    def words(self) -> str:
        """“2 berkas dan 3 laporan”; empty where there is nothing to do."""
        counts: dict[str, Sized] = {
            "berkas": self.evidence,
            "laporan": self.records.names,
            "berkas bertema": self.subjects.files,
            "bulan pengaduan": self.releases,
        }
        return " dan ".join(f"{len(found)} {word}" for word, found in counts.items() if found)


@click.command(cls=Command, name="perbarui-data", unchanged=NOTHING_WRITTEN)
@click.option("--ya", is_flag=True, help="Jangan bertanya.")
@click.option("--data", metavar="FOLDER", help="Folder data kantor lain (bawaan: data/).")
def perbarui_data(ya: bool, data: str | None) -> None:
    """Bersihkan bukti, ikat laporan pada buktinya, tulis tema, pindahkan angka pengaduan; ditunjukkan dulu."""
    root, label = Path(data) if data else ROOT / "data", (data or "data").rstrip("/\\")
    clean_up(root)
    evidence = to_clean(root, docs_of(root, root))  # where the site takes them from, else nowhere
    subjects = renew_subjects(root, label, own_pages(root))
    cleaned = {path: item.content for path, (_, item) in evidence.items()}
    records = renew_records(root, cleaned, office(root, label, subjects))
    work = Work(evidence, records, subjects, *to_release(root, label))
    if not work.words:
        click.echo("Tidak ada yang perlu diperbarui.")
        return
    show_work(work, root, label)
    Questions(ya).agree(f"Tulis ulang {work.words} itu?")
    try:
        with problems_refused(NOTHING_WRITTEN), alone(root):
            write(work, root, label)
    except Changed as error:
        raise Refused(f"{Path(str(error)).name} baru saja diubah orang lain; ulangi. {NOTHING_WRITTEN}") from None
    except NotUndone as error:
        raise Refused(f"Gagal, dan yang ini belum bisa dikembalikan: {error}. Kembalikan dari git, lalu ulangi.") from None
    click.echo(f"{work.words} ditulis ulang. Periksa dengan zi.py periksa, lalu kirim (commit).")
    if evidence or work.releases:
        page = "Melaporkan jumlah pengaduan" if work.releases else "Membetulkan kesalahan"
        click.echo(
            f"Riwayat git masih menyimpan yang lama; bila repositorinya terbuka untuk umum, baca “{page}” dalam panduan."
        )


def office(root: Path, label: str, subjects: RenewedSubjects) -> Situs | None:
    """The office as its file will say; None where that does not hold."""
    if root / SITUS not in subjects.files:
        found = FileReader(root, label).read(SITUS, Situs, Surroundings())
        return found.isi if found else None
    with suppress(ValidationError):
        return Situs.model_validate(yaml.safe_load(subjects.files[root / SITUS][1]), strict=False)
    return None


def show_work(work: Work, root: Path, label: str) -> None:
    """What will be done, file by file."""

    def name(path: Path) -> str:
        beside = root.resolve().parent
        inside = path.is_relative_to(root)
        return f"{label}/{path.relative_to(root).as_posix()}" if inside else path.relative_to(beside).as_posix()

    if work.evidence:
        click.echo("Yang dibersihkan:")
    for path, (_, item) in work.evidence.items():
        click.echo(f"  {name(path)}: {', '.join((*item.dibuang, *item.catatan))}")
    if work.records.names:
        click.echo("Laporan yang ditulis dengan sidik buktinya:")
    for old, new in work.records.names.items():
        click.echo(f"  {name(old)}{f' → {new.name}' if new != old else ''}")
    if work.records.again:
        click.echo("Yang perlu diverifikasi lagi, karena hari verifikasinya tidak diketahui dari riwayat git:")
    for path in work.records.again:
        click.echo(f"  {name(work.records.names[path])}")
    if work.subjects.files:
        click.echo("Yang menyebut tema di tempat kode baris; tema aksi adalah usulan, periksa dan tegaskan:")
    for path in work.subjects.files:
        click.echo(f"  {name(path)}")
    for line in work.subjects.told:
        click.echo(f"  {line}")
    if work.files:
        click.echo(f"{len(work.releases)} bulan pengaduan dipindahkan ke {work.files.closed_label}, yang tidak ikut dikirim.")
        show(work.releases, label)


def write(work: Work, root: Path, label: str) -> None:
    """Put new contents in place, true counts beside the data folder first, and have all of it checked: all or nothing."""
    # Evidence first: a run that is killed leaves records that don't yet name what is there, and never the other way round.
    changes: dict[Path, tuple[bytes | None, bytes | None]] = {
        path: (before, item.content) for path, (before, item) in work.evidence.items()
    }
    changes |= work.records.files | work.subjects.files
    with taking_back() as made:
        for month in work.files.misplaced if work.files else ():
            target = closed_folder(root) / month.path
            for folder in (target.parents[2], target.parents[1], target.parent):
                make_folder(folder, made)
            if not target.exists():
                create(target, month.raw, made)
        if work.files:
            raw = {month.path: month.raw for month in work.files.misplaced}
            texts = {release_path(item): release_text(item, contoh=work.files.situs.contoh).encode() for item in work.releases}
            changes |= {root / path: (raw[path], text) for path, text in texts.items()}

        def check() -> None:
            if work.files:
                read_complaints(root, label)
            if work.records.names:
                load_data(root, label=label, cache=CACHE)

        replace_all(changes, hidden, check)


def to_release(root: Path, label: str) -> tuple[ComplaintFiles | None, list[RilisPengaduan]]:
    """The months with true counts in the data folder, if there are any, and the releases that take their place."""
    if not misplaced(root):
        return None, []
    with problems_refused(NOTHING_WRITTEN):
        files = read_complaints(root, label, moving=True)
        day = read_per_tanggal(None, now=datetime.now(UTC), zona_waktu=files.situs.zona_waktu)
        here = {month.isi.bulan for month in files.misplaced}
        releases = [item for item in files.missing_releases(day) if item.bulan in here]
    if early := here - {item.bulan for item in releases}:
        names = ", ".join(map(month_name, sorted(early)))
        raise Refused(f"{names} belum berakhir; pindahkan sendiri ke {files.closed_label}, lalu ulangi. {NOTHING_WRITTEN}")
    return files, releases


def to_clean(root: Path, docs: Path) -> Evidence:
    """The evidence of a data folder, and the files of `docs`, that say more than they show, each as it is and as it will be.
    One that can't be read, or that a verified record cites, is left to `periksa`, which names it."""
    found: Evidence = {}
    kept = approved_evidence(root)
    for path in sorted([*(root / BUKTI).glob("*/*"), *docs.rglob("*")]):
        akhiran = path.suffix[1:].lower()
        if akhiran in BENTUK_BUKTI and path not in kept and path.is_file() and not path.is_symlink() and carries_more(path):
            before = path.read_bytes()
            with suppress(NotTaken):
                item = clean(before, akhiran)
                if item.akhiran in (akhiran, {"jpeg": "jpg"}.get(akhiran)):
                    found[path] = (before, item)
    return found
