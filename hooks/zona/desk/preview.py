"""What the public would see if records were written: findings with them, before they are on disk."""

from collections.abc import Sequence
from dataclasses import replace

from zona.desk.office import Office
from zona.desk.write_record import Plan, record_text
from zona.findings.judge import judge
from zona.findings.record_findings import TercatatFinding
from zona.findings.year_findings import Findings
from zona.records.capaian.capaian import Capaian
from zona.records.load import Tahun
from zona.records.reading.file_reader import Source


def with_records(office: Office, plans: Sequence[Plan]) -> Findings:
    """The findings of today with the records of these plans."""
    new = {plan.record.relative_to(office.root).as_posix(): plan.capaian for plan in plans}
    years = tuple(_with(tahun, new) for tahun in office.data.tahun)
    return judge(replace(office.data, tahun=years), office.today)


def _with(tahun: Tahun, new: dict[str, Capaian]) -> Tahun:
    own = {path: isi for path, isi in new.items() if path.startswith(f"{tahun.tahun}/")}
    there = {source.path: source for source in tahun.capaian}
    there |= {path: Source(isi, path, record_text(isi).encode(), {}) for path, isi in own.items()}
    return replace(tahun, capaian=tuple(there[path] for path in sorted(there)))


def period_of(findings: Findings, aksi: str, periode: str) -> TercatatFinding | None:
    """What is found of one period, or of an action without deadlines; None where no plan has it."""
    found = (item for tahun in findings.tahun for item in tahun.tercatat if (item.kode, item.periode) == (aksi, periode))
    return next(found, None)
