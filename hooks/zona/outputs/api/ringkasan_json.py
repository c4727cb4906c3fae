"""`ringkasan.json` of a year: the counts by state, whole and per group, both percentages, and the series by month."""

from __future__ import annotations

from zona.findings.hitungan import Hitungan
from zona.findings.keadaan import Keadaan, KeadaanAksi
from zona.findings.plan_findings import AksiFinding, KelompokFinding
from zona.findings.year_findings import TahunFinding
from zona.outputs.api.contract.ringkasan_contract import (
    AkhirBulanJson,
    BulanJson,
    HitunganAksiJson,
    HitunganPeriodeJson,
    KeadaanPeriodeJson,
    KeadaanSemuaAksiJson,
    KelompokRingkasanJson,
    RingkasanJson,
)
from zona.outputs.api.file_heads import YearHead


def ringkasan_json(tahun: TahunFinding, head: YearHead) -> RingkasanJson:
    """The file."""
    counts = tahun.hitungan
    return RingkasanJson(
        **head,
        selesai_tanpa_bukti=tahun.selesai_tanpa_bukti,
        hitungan_aksi=_actions(tahun.aksi),
        hitungan_periode=_periods(counts),
        persen_semua=counts.persen_semua,
        persen_jatuh_tempo=counts.persen_jatuh_tempo,
        kelompok=tuple(_group(item) for item in tahun.kelompok),
        bulanan=tuple(BulanJson(bulan=item.bulan, rencana=item.rencana, kenyataan=item.kenyataan) for item in tahun.bulanan()),
        akhir_bulan=tuple(
            AkhirBulanJson(
                tanggal=item.tanggal,
                hitungan_periode=_periods(item.hitungan),
                persen_semua=item.hitungan.persen_semua,
                persen_jatuh_tempo=item.hitungan.persen_jatuh_tempo,
            )
            for item in tahun.akhir_bulan
        ),
    )


def _group(item: KelompokFinding) -> KelompokRingkasanJson:
    counts = item.hitungan
    return KelompokRingkasanJson(
        kode=item.kode,
        hitungan_aksi=_actions(item.aksi),
        hitungan_periode=_periods(counts),
        persen_semua=counts.persen_semua,
        persen_jatuh_tempo=counts.persen_jatuh_tempo,
    )


def _actions(actions: tuple[AksiFinding, ...]) -> HitunganAksiJson:
    states = [item.keadaan for item in actions]
    keadaan = KeadaanSemuaAksiJson(
        selesai=states.count(KeadaanAksi.SELESAI),
        menunggu_verifikasi=states.count(KeadaanAksi.MENUNGGU_VERIFIKASI),
        berjalan=states.count(KeadaanAksi.BERJALAN),
        terlambat=states.count(KeadaanAksi.TERLAMBAT),
        belum_dilaporkan=states.count(KeadaanAksi.BELUM_DILAPORKAN),
        belum_jatuh_tempo=states.count(KeadaanAksi.BELUM_JATUH_TEMPO),
    )
    return HitunganAksiJson(jumlah=len(states), keadaan=keadaan)


def _periods(counts: Hitungan) -> HitunganPeriodeJson:
    states = counts.keadaan
    keadaan = KeadaanPeriodeJson(
        terpenuhi=states[Keadaan.TERPENUHI],
        menunggu_verifikasi=states[Keadaan.MENUNGGU_VERIFIKASI],
        berjalan=states[Keadaan.BERJALAN],
        terlambat=states[Keadaan.TERLAMBAT],
        belum_dilaporkan=states[Keadaan.BELUM_DILAPORKAN],
        belum_jatuh_tempo=states[Keadaan.BELUM_JATUH_TEMPO],
    )
    return HitunganPeriodeJson(
        jumlah=counts.jumlah,
        jatuh_tempo=counts.jatuh_tempo,
        terpenuhi_jatuh_tempo=counts.terpenuhi_jatuh_tempo,
        keadaan=keadaan,
    )
