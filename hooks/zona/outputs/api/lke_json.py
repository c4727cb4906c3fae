"""The published evidence of a year by the items of the LKE: `lke.json`, filled from findings."""

from zona.findings.lke.lke_counts import AngkaLke, CacahLke
from zona.findings.lke.lke_findings import BuktiButir, ButirFinding, HitunganButir, LkeFinding
from zona.outputs.api.contract import lke_contract as lke
from zona.outputs.api.contract import plan_contract as plan
from zona.outputs.api.contract.contract_base import KepalaTahunJson
from zona.outputs.api.data_json import Terbit, evidence_json
from zona.records.lke.formulir import MENURUT_SALINAN

SUMBER = f"Peraturan Menteri PANRB 90/2021, {MENURUT_SALINAN}; pertanyaannya ringkasan, bukan kata resmi"


def lke_json(temuan: LkeFinding, cacah: tuple[CacahLke, ...], terbit: Terbit, head: KepalaTahunJson) -> lke.LkeJson:
    """Every item with its rows and its verified evidence (`terbit` is the year's as published), and what the form counts."""
    isi = temuan.sumber.isi
    return lke.LkeJson.of(
        head,
        sumber_butir=SUMBER,
        berkas=f"data/{temuan.sumber.path}",
        ditegaskan=plan.PenegasanJson.of(isi.ditegaskan) if isi.ditegaskan else None,
        hitungan=_counts(temuan.hitungan),
        area=tuple(lke.AreaLkeJson.of(item, aspek=item.bagian.aspek, hitungan=_counts(item.hitungan)) for item in temuan.area),
        halaman_kantor=tuple(map(lke.HalamanAreaJson.of, isi.halaman_kantor)),
        butir=tuple(_item(item, terbit) for item in temuan.butir),
        angka_diminta=tuple(
            lke.CacahLkeJson.of(item, bulan=item.bulan or (), angka=tuple(map(_number, item.angka))) for item in cacah
        ),
    )


def _counts(counts: HitunganButir) -> lke.HitunganButirJson:
    return lke.HitunganButirJson.of(counts, kekurangan=lke.KekuranganJson.model_validate(counts.kekurangan))


def _item(item: ButirFinding, terbit: Terbit) -> lke.ButirLkeJson:
    sub = item.lke.sub
    return lke.ButirLkeJson.of(
        item.lke.butir,
        item,
        bobot=item.lke.bobot,
        aspek=item.lke.aspek,
        area=item.lke.area.kode,
        sub=sub.kode if sub else None,
        nama_sub=sub.nama if sub else None,
        pemetaan=tuple(map(lke.PetaButirJson.of, item.peta)),
        baris=tuple(lke.BarisButirJson.of(row, aksi=row.kode, keadaan=row.aksi.keadaan) for row in item.baris),
        bukti_terbaru=item.terbaru.tanggal if item.terbaru else None,
        menunggu_verifikasi=item.menunggu,
        bukti=tuple(_evidence(found, terbit) for found in item.bukti),
    )


def _evidence(found: BuktiButir, terbit: Terbit) -> lke.BuktiButirJson:
    catatan = found.catatan
    return lke.BuktiButirJson.of(catatan.isi, evidence_json(found.bukti, terbit), catatan=f"data/{catatan.sumber.path}")


def _number(item: AngkaLke) -> lke.AngkaLkeJson:
    empty = {"jumlah": None, "keterangan": None, "sedikitnya": None, "paling_banyak": None}
    return lke.AngkaLkeJson.of(item, item.angka) if item.angka else lke.AngkaLkeJson.of(item, **empty)
