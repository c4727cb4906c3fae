"""`capaian.json` of a year: every period with its state, every record with its evidence."""

from __future__ import annotations

from zona.findings.keadaan import LATE
from zona.findings.plan_findings import PeriodeFinding
from zona.findings.year_findings import TahunFinding
from zona.outputs.api.contract.capaian_contract import BuktiJson, CapaianJson, CatatanCapaianJson, PeriodeJson
from zona.outputs.api.file_heads import YearHead
from zona.outputs.evidence.published import BuktiTerbit
from zona.records.capaian.capaian import Bukti, Capaian
from zona.records.reading.file_reader import Source


def capaian_json(tahun: TahunFinding, terbit: dict[str, BuktiTerbit], head: YearHead) -> CapaianJson:
    """The file; `terbit` is the year's published evidence by name."""
    return CapaianJson(
        **head,
        periode=tuple(_period(item) for item in tahun.periode),
        catatan_capaian=tuple(_record(item, terbit) for item in tahun.capaian),
    )


def _period(item: PeriodeFinding) -> PeriodeJson:
    return PeriodeJson(
        aksi=item.kode,
        periode=item.periode,
        tenggat=item.tenggat,
        keadaan=item.keadaan,
        hari_lewat=item.hari_lewat if item.keadaan in LATE else 0,
        terlambat_dipenuhi=item.terlambat_dipenuhi,
        jumlah_catatan=len(item.capaian),
    )


def _record(item: Source[Capaian], terbit: dict[str, BuktiTerbit]) -> CatatanCapaianJson:
    isi = item.isi
    return CatatanCapaianJson(
        aksi=isi.aksi,
        periode=isi.periode,
        tanggal=isi.tanggal,
        hasil=isi.hasil,
        uraian=isi.uraian,
        bukti=tuple(_evidence(bukti, terbit) for bukti in isi.bukti),
        dicatat_oleh=isi.dicatat_oleh,
        diverifikasi_oleh=isi.diverifikasi_oleh,
        berkas=f"data/{item.path}",
    )


def _evidence(bukti: Bukti, terbit: dict[str, BuktiTerbit]) -> BuktiJson:
    file = terbit[bukti.berkas] if bukti.berkas else None
    return BuktiJson(
        judul=bukti.judul,
        jenis=bukti.jenis,
        tautan=bukti.tautan,
        alamat=file.alamat if file else None,
        ukuran=file.ukuran if file else None,
        sha256=file.sha256 if file else None,
    )
