"""What is found about the records of a row: which of them stand, and what corrects or withdraws which."""

from dataclasses import dataclass
from datetime import date

from zona.findings.keadaan import KeadaanAksi
from zona.records.capaian.capaian import Capaian
from zona.records.capaian.corrections import name_of
from zona.records.reading.file_reader import Source
from zona.records.rencana.keputusan import Catatan
from zona.records.rencana.rencana_aksi import Aksi


@dataclass(frozen=True)
class BarisFinding:
    """What is found about one row of the plan; it lends what the row is called by."""

    aksi: Aksi

    @property
    def kode(self) -> str:
        """The row's code, as I.3."""
        return self.aksi.kode

    @property
    def komponen(self) -> str:
        """The column Komponen as printed; where none is printed, what will be done, shortened."""
        return self.aksi.nama

    @property
    def sebutan(self) -> str:
        """Its short name, else its component."""
        return self.aksi.sebutan

    @property
    def catatan(self) -> tuple[Catatan, ...]:
        """The notes on the row's printed text."""
        return self.aksi.catatan


@dataclass(frozen=True)
class CatatanFinding:
    """One record of a period (`sumber`), with the earlier record that it corrects or withdraws (`sasaran`), and the later one
    that does so to it (`oleh`)."""

    sumber: Source[Capaian]
    sasaran: Capaian | None
    oleh: Capaian | None

    @property
    def isi(self) -> Capaian:
        """What the record says."""
        return self.sumber.isi

    @property
    def gugur(self) -> bool:
        """Whether the later record stands in its place: against a verified one, only when it is verified itself."""
        return self.oleh is not None and (self.oleh.verifikasi is not None or self.isi.verifikasi is None)

    @property
    def nasib(self) -> str | None:
        """What the later record does to it, in a word or two."""
        if self.oleh is None:
            return None
        corrects = self.oleh.mengoreksi is not None
        if self.gugur:
            return "dikoreksi" if corrects else "dicabut"
        return f"{'koreksi' if corrects else 'pencabutan'} menunggu verifikasi"


@dataclass(frozen=True)
class TercatatFinding(BarisFinding):
    """What is recorded of one action for one period: the period's code (2026-TW1), and the records in order."""

    periode: str
    capaian: tuple[Source[Capaian], ...]
    per_tanggal: date

    @property
    def catatan_capaian(self) -> tuple[CatatanFinding, ...]:
        """Its records in order, each with what it corrects or withdraws, and with what did so to it."""
        known = {name_of(item): item.isi for item in self.capaian}
        # Of several that are about the same record a verified one counts, as it does for the state.
        later = sorted(known.values(), key=lambda isi: isi.verifikasi is not None)
        after = {isi.menyasar: isi for isi in later if isi.menyasar}
        return tuple(
            CatatanFinding(item, known.get(item.isi.menyasar or ""), after.get(name_of(item))) for item in self.capaian
        )


@dataclass(frozen=True)
class KejadianFinding(TercatatFinding):
    """What is recorded of an action without deadlines: it is never due, late or fulfilled, and enters no percentage."""

    @property
    def keadaan(self) -> KeadaanAksi:
        """That it is recorded when it happens."""
        return KeadaanAksi.TANPA_TENGGAT

    @property
    def laporan(self) -> tuple[CatatanFinding, ...]:
        """Its records that stand, the latest first. A withdrawal tells of nothing that happened."""
        return tuple(item for item in self.catatan_capaian[::-1] if not item.gugur and item.isi.mencabut is None)

    @property
    def laporan_lain(self) -> tuple[CatatanFinding, ...]:
        """The others: corrected, withdrawn, and withdrawals; the latest first."""
        standing = self.laporan
        return tuple(item for item in self.catatan_capaian[::-1] if item not in standing)

    @property
    def terverifikasi(self) -> int:
        """How many of those that stand another role had verified by the findings' date."""
        return sum(item.isi.verified_by(self.per_tanggal) for item in self.laporan)
