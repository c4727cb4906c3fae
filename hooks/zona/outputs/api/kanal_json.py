"""`kanal.json`: the channels, the chooser and the rules, each with the age of its confirmation."""

from __future__ import annotations

from zona.findings.year_findings import Findings
from zona.outputs import contact_links
from zona.outputs.api.contract.kanal_contract import (
    AturanJson,
    CaraJson,
    JanjiJson,
    KanalJson,
    SemuaKanalJson,
    SituasiJson,
    SumberKanalJson,
)
from zona.outputs.api.file_heads import office_head
from zona.records.informasi.dasar_hukum import Aturan
from zona.records.informasi.kanal import Cara, Janji, Kanal
from zona.records.informasi.lapor import Situasi


def kanal_json(findings: Findings) -> SemuaKanalJson:
    """The file: everything that /lapor/, /kanal/ and /dasar-hukum/ show."""
    situations = findings.lapor.isi.situasi if findings.lapor else ()
    rules = findings.dasar_hukum.isi.aturan if findings.dasar_hukum else ()
    sources = (findings.kanal, findings.lapor, findings.dasar_hukum)
    return SemuaKanalJson(
        **office_head(findings),
        sumber=SumberKanalJson(berkas=tuple(f"data/{source.path}" for source in sources if source)),
        kanal=tuple(_channel(item, findings) for item in (findings.kanal.isi.kanal if findings.kanal else ())),
        situasi=tuple(_situation(item, findings) for item in situations),
        aturan=tuple(_rule(item, findings) for item in rules),
    )


def _channel(kanal: Kanal, findings: Findings) -> KanalJson:
    age = findings.pemeriksaan(kanal.diperiksa)
    return KanalJson(
        kunci=kanal.kunci,
        nama=kanal.nama,
        pemilik=kanal.pemilik,
        milik_kantor=kanal.milik_kantor,
        untuk=kanal.untuk,
        bukan_untuk=kanal.bukan_untuk,
        cara=tuple(_way(cara) for cara in kanal.cara),
        jam=kanal.jam,
        janji=tuple(_promise(janji) for janji in kanal.janji),
        biaya=kanal.biaya,
        perlindungan=kanal.perlindungan,
        dasar_hukum=kanal.dasar_hukum,
        sumber=kanal.sumber,
        diperiksa=kanal.diperiksa,
        penanggung_jawab=kanal.penanggung_jawab,
        hari_sejak_diperiksa=age.hari,
        pemeriksaan=age.keadaan,
    )


def _way(cara: Cara) -> CaraJson:
    return CaraJson(jenis=cara.jenis, nilai=cara.nilai, keterangan=cara.keterangan, tautan=contact_links.link_of(cara))


def _promise(janji: Janji) -> JanjiJson:
    return JanjiJson(isi=janji.isi, sumber=janji.sumber, dasar_hukum=janji.dasar_hukum)


def _situation(situasi: Situasi, findings: Findings) -> SituasiJson:
    age = findings.pemeriksaan(situasi.diperiksa)
    return SituasiJson(
        kunci=situasi.kunci,
        judul=situasi.judul,
        contoh=situasi.contoh,
        kanal=situasi.kanal,
        mengapa=situasi.mengapa,
        siapkan=situasi.siapkan,
        biaya=situasi.biaya,
        lama=situasi.lama,
        perlindungan=situasi.perlindungan,
        tidak_menangani=situasi.tidak_menangani,
        dasar_hukum=situasi.dasar_hukum,
        sumber=situasi.sumber,
        diperiksa=situasi.diperiksa,
        hari_sejak_diperiksa=age.hari,
        pemeriksaan=age.keadaan,
    )


def _rule(aturan: Aturan, findings: Findings) -> AturanJson:
    age = findings.pemeriksaan(aturan.diperiksa)
    return AturanJson(
        kunci=aturan.kunci,
        bentuk=aturan.bentuk,
        nomor=aturan.nomor,
        tahun=aturan.tahun,
        tentang=aturan.tentang,
        alamat=aturan.alamat,
        keadaan=aturan.keadaan,
        oleh=aturan.oleh,
        catatan=aturan.catatan,
        sumber=aturan.sumber,
        diperiksa=aturan.diperiksa,
        hari_sejak_diperiksa=age.hari,
        pemeriksaan=age.keadaan,
    )
