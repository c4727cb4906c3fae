"""`zi.py usulan`: what a proposal changes of what is published, read from the data of another commit."""

from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import click
from zona.desk.sending.outcomes import Stopped
from zona.desk.sending.unsent import changed_since, data_at
from zona.findings.changes import Perubahan, changes
from zona.findings.judge import findings_of
from zona.findings.scrutiny import scrutiny
from zona.findings.year_findings import Findings
from zona.outputs.pages.frame import TAKEN
from zona.outputs.proposal import proposal, unfit
from zona.records.reading.data_error import DataError

from cli.indonesian_click import Command, Refused
from cli.options import CACHE, ROOT, read_findings


@click.command(cls=Command)
@click.option("--dasar", metavar="COMMIT", required=True, help="Commit atau cabang pembanding, misalnya origin/main.")
@click.option("--per-tanggal", metavar="TTTT-BB-HH", help="Tanggal hitungan (bawaan: hari ini di kantor).")
def usulan(dasar: str, per_tanggal: str | None) -> None:
    """Sebutkan apa yang berubah dari COMMIT pembanding: yang perlu dilihat dengan teliti, angka, status, dan laporan."""
    try:
        files = changed_since(ROOT, dasar)
    except (KeyError, Stopped) as error:
        reason = "folder ini tidak disimpan dengan git" if isinstance(error, Stopped) else "commit itu tidak ada"
        raise Refused(f"Commit pembanding “{dasar}” tidak bisa dibaca: {reason}") from None
    try:
        after = read_findings(None, per_tanggal)
    except Refused as error:
        if error.problems:  # whoever reads the page must see them too
            click.echo(unfit(error.problems, files), nl=False)
        raise
    with TemporaryDirectory(prefix="zi-") as name:
        folder = Path(name)
        before = read_older(folder, after.per_tanggal) if data_at(ROOT, dasar, folder) else None
        found = changes(before, after) if before else Perubahan((), ())
        care = scrutiny(before, after, found, files)
        click.echo(proposal(before, after, found, care), nl=False)


def read_older(root: Path, per_tanggal: date) -> Findings | None:
    """An older state of the project's data and pages, judged on the day of the new; None where it is not fit to be read."""
    day, now = per_tanggal.isoformat(), datetime.now(UTC)
    try:
        return findings_of(root / "data", label="data", cache=CACHE, project=root, taken=TAKEN, asked=day, now=now)
    except DataError:
        return None
