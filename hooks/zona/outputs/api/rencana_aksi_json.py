"""`rencana-aksi.json` of a year: the annex as printed, with its periods, targets and notes."""

from __future__ import annotations

from zona.findings.plan_findings import AksiFinding, KelompokFinding
from zona.findings.year_findings import TahunFinding
from zona.outputs.api.contract.rencana_aksi_contract import (
    AksiJson,
    CatatanJson,
    JadwalJson,
    KelompokJson,
    RencanaAksiJson,
    TargetJson,
)
from zona.outputs.api.file_heads import YearHead
from zona.records.rencana.catatan import Catatan


def rencana_aksi_json(tahun: TahunFinding, head: YearHead) -> RencanaAksiJson:
    """The file."""
    return RencanaAksiJson(
        **head,
        judul=tahun.rencana_aksi.isi.judul,
        catatan=_notes(tahun.rencana_aksi.isi.catatan),
        kelompok=tuple(_group(item) for item in tahun.kelompok),
    )


def _group(item: KelompokFinding) -> KelompokJson:
    kelompok = item.kelompok
    return KelompokJson(
        kode=kelompok.kode,
        judul=kelompok.judul,
        catatan=_notes(kelompok.catatan),
        aksi=tuple(_action(aksi) for aksi in item.aksi),
    )


def _action(item: AksiFinding) -> AksiJson:
    aksi, target = item.aksi, item.target
    return AksiJson(
        kode=aksi.kode,
        komponen=aksi.komponen,
        indikator=aksi.indikator,
        langkah_aksi=aksi.langkah_aksi,
        bukti_fisik=aksi.bukti_fisik,
        target_waktu=aksi.target_waktu,
        target_capaian=aksi.target_capaian,
        jadwal=tuple(JadwalJson(periode=tenggat.periode, tenggat=tenggat.tenggat) for tenggat in item.jadwal),
        alasan_jadwal=aksi.alasan_jadwal,
        target=TargetJson(jumlah=target.jumlah, satuan=target.satuan) if target else None,
        catatan=_notes(aksi.catatan),
    )


def _notes(notes: tuple[Catatan, ...]) -> tuple[CatatanJson, ...]:
    return tuple(
        CatatanJson(
            bagian=note.bagian,
            jenis=note.jenis,
            tertulis=note.tertulis,
            dibaca=note.dibaca,
            keyakinan=note.keyakinan,
            penjelasan=note.penjelasan,
        )
        for note in notes
    )
