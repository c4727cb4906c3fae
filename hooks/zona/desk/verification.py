"""The verification of a record by another role."""

from zona.desk.office import Office
from zona.desk.write_record import write_verification
from zona.findings.upkeep.missing import unverified
from zona.problems import NotTaken
from zona.records.capaian.capaian import Capaian, Verifikasi
from zona.records.reading.file_reader import Source


def waiting(office: Office) -> list[Source[Capaian]]:
    """The records that wait for their verification, and that no other corrects or withdraws."""
    return [record for year in office.data.tahun for record in unverified(year)]


def can_be_verified(office: Office, found: Source[Capaian]) -> None:
    """Raise `NotTaken` for a record that has a verification, or the beginning of one."""
    name = office.name(office.root / found.path)
    if found.isi.verifikasi:
        raise NotTaken(f"{name} sudah diverifikasi oleh {found.isi.verifikasi.oleh}")
    if line := found.baris.get("verifikasi"):
        raise NotTaken(f"{name}:{line}: baris verifikasi kosong; hapus baris itu, lalu ulangi")


def other_role(peran: str, recorder: str) -> None:
    """Raise `NotTaken` where a role would verify its own record."""
    if peran == recorder:
        raise NotTaken(f"pencatat dan pemverifikasi berperan sama (“{recorder}”); verifikasi harus oleh peran yang lain")


def verify(office: Office, found: Source[Capaian], peran: str) -> None:
    """Add to a record its verification by a role, today, and change nothing else of it. Raises `NotTaken`, and what the
    loader finds wrong."""
    can_be_verified(office, found)
    other_role(peran, found.isi.dicatat_oleh)
    verified = Verifikasi(oleh=peran, tanggal=office.today, sidik=found.isi.sidik)
    write_verification(office.root / found.path, found, verified, office.load)
