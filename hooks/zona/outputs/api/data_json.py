"""The published data: of a year the annex, the records, the counts, the complaints, the surveys, each with the year's head; and
of the office its channels, the chooser and the rules, each with the age of its confirmation."""

from __future__ import annotations

from collections import Counter
from datetime import date

from zona.findings.hitungan import Hitungan
from zona.findings.keadaan import LATE
from zona.findings.laporan.survei_results import SurveiFinding, rounded
from zona.findings.pengaduan.complaint_counts import Angka, Tampil
from zona.findings.pengaduan.release import KOLOM
from zona.findings.pengaduan.statistics import Rincian, StatistikPengaduan
from zona.findings.plan_findings import AksiFinding, PeriodeFinding
from zona.findings.year_findings import Findings, TahunFinding
from zona.outputs import contact_links
from zona.outputs.api.contract.contract_base import KepalaTahunJson
from zona.outputs.api.contract.office_contract import (
    AturanJson,
    CaraJson,
    KanalJson,
    SemuaKanalJson,
    SituasiJson,
    SumberKanalJson,
)
from zona.outputs.api.contract.plan_contract import (
    AkhirBulanJson,
    AksiJson,
    BuktiJson,
    CapaianJson,
    CatatanCapaianJson,
    HitunganAksiJson,
    HitunganPeriodeJson,
    KeadaanPeriodeJson,
    KeadaanSemuaAksiJson,
    KelompokJson,
    KelompokRingkasanJson,
    PeriodeJson,
    RencanaAksiJson,
    RingkasanJson,
)
from zona.outputs.api.contract.report_contract import (
    AmbangJson,
    BulanPengaduanJson,
    CacahJson,
    JangkaJson,
    NilaiJson,
    PengaduanJson,
    RincianJson,
    SatuSurveiJson,
    SurveiJson,
)
from zona.outputs.api.json_document import office_head
from zona.outputs.evidence.published import BuktiTerbit
from zona.records.capaian.capaian import Bukti, Capaian
from zona.records.reading.file_reader import Source

Terbit = dict[str, BuktiTerbit]  # published evidence by name


def rencana_aksi_json(tahun: TahunFinding, head: KepalaTahunJson) -> RencanaAksiJson:
    """`rencana-aksi.json`: the annex as printed, with its periods, targets and notes."""
    groups = tuple(
        KelompokJson.of(item, aksi=tuple(AksiJson.of(aksi, aksi.aksi) for aksi in item.aksi)) for item in tahun.kelompok
    )
    return RencanaAksiJson.of(head, tahun.rencana_aksi.isi, kelompok=groups)


def capaian_json(tahun: TahunFinding, terbit: Terbit, head: KepalaTahunJson) -> CapaianJson:
    """`capaian.json`: every period with its state, every record with its evidence; `terbit` is the year's."""
    records = tuple(record_json(item, terbit) for item in tahun.capaian)
    return CapaianJson.of(head, periode=tuple(map(period_json, tahun.periode)), catatan_capaian=records)


def period_json(item: PeriodeFinding) -> PeriodeJson:
    """A period; days count only while it is not fulfilled."""
    late = item.hari_lewat if item.keadaan in LATE else 0
    return PeriodeJson.of(item, aksi=item.kode, hari_lewat=late, jumlah_catatan=len(item.capaian))


def record_json(item: Source[Capaian], terbit: Terbit) -> CatatanCapaianJson:
    """A record with its evidence."""
    evidence = tuple(evidence_json(bukti, terbit) for bukti in item.isi.bukti)
    return CatatanCapaianJson.of(item.isi, bukti=evidence, berkas=f"data/{item.path}")


def evidence_json(bukti: Bukti, terbit: Terbit) -> BuktiJson:
    """A piece of evidence: a file with its address, or a link."""
    if bukti.berkas is None:
        return BuktiJson.of(bukti, alamat=None, ukuran=None, sha256=None)
    return BuktiJson.of(bukti, terbit[bukti.berkas])


def ringkasan_json(tahun: TahunFinding, head: KepalaTahunJson) -> RingkasanJson:
    """`ringkasan.json`: the counts by state, whole and per group, both percentages, and the series by month."""
    return RingkasanJson.of(
        head,
        tahun,
        tahun.hitungan,
        hitungan_aksi=_actions(tahun.aksi),
        hitungan_periode=_periods(tahun.hitungan),
        kelompok=tuple(
            KelompokRingkasanJson.of(
                item, item.hitungan, hitungan_aksi=_actions(item.aksi), hitungan_periode=_periods(item.hitungan)
            )
            for item in tahun.kelompok
        ),
        bulanan=tahun.bulanan(),
        akhir_bulan=tuple(
            AkhirBulanJson.of(item, item.hitungan, hitungan_periode=_periods(item.hitungan)) for item in tahun.akhir_bulan
        ),
    )


def _actions(actions: tuple[AksiFinding, ...]) -> HitunganAksiJson:
    states = Counter(item.keadaan.value for item in actions)
    keadaan = KeadaanSemuaAksiJson.of(**{key: states[key] for key in KeadaanSemuaAksiJson.model_fields})
    return HitunganAksiJson(jumlah=len(actions), keadaan=keadaan)


def _periods(counts: Hitungan) -> HitunganPeriodeJson:
    keadaan = KeadaanPeriodeJson.of(**{state.value: number for state, number in counts.keadaan.items()})
    return HitunganPeriodeJson.of(counts, keadaan=keadaan)


def survei_json(tahun: TahunFinding, head: KepalaTahunJson) -> SurveiJson:
    """`survei.json`: the surveys in order of time; an empty list where none is reported."""
    return SurveiJson.of(head, survei=tuple(map(one_survei_json, tahun.survei)))


def one_survei_json(item: SurveiFinding) -> SatuSurveiJson:
    """A survey with its answers, and what they come to; means have four digits behind the comma."""
    ambang = item.ambang
    return SatuSurveiJson.of(
        item,
        item.isi,
        nilai=tuple(NilaiJson.of(nilai, rata_rata=float(rounded(nilai.rata_rata, 4))) for nilai in item.nilai),
        rata_rata=float(rounded(item.rata_rata, 4)),
        indeks=None if item.indeks is None else float(item.indeks),
        ambang=AmbangJson.of(ambang, wbk=float(ambang.wbk), wbbm=float(ambang.wbbm)) if ambang else None,
        berkas=f"data/{item.sumber.path}",
    )


def pengaduan_json(stat: StatistikPengaduan, head: KepalaTahunJson) -> PengaduanJson:
    """`pengaduan.json`. A hidden count has no `jumlah`; `keterangan` says why, and the bounds what is known."""
    return PengaduanJson.of(head, bulanan=bulanan_json(stat), jangka=jangka_json(stat))


def bulanan_json(stat: StatistikPengaduan) -> tuple[BulanPengaduanJson, ...]:
    """Every month of the year."""
    return tuple(
        BulanPengaduanJson.of(item, bulan=f"{stat.tahun}-{item.bulan:02}", **_counts(item.angka)) for item in stat.bulan
    )


def jangka_json(stat: StatistikPengaduan) -> tuple[JangkaJson, ...]:
    """The half-years and the year."""
    return tuple(
        JangkaJson.of(
            item,
            bulan_belum_dilaporkan=item.kurang,
            **_counts(item.angka),
            median_hari_kerja=item.lama.median if item.lama else None,
            terlama_hari_kerja=item.lama.terlama if item.lama else None,
            kanal=_details(item.kanal),
            kategori=_details(item.kategori),
        )
        for item in stat.jangka
    )


def _counts(angka: dict[str, Angka]) -> dict[str, object]:
    """The six counts; None where there are none yet."""
    return {key: CacahJson.of(**_told(angka[key])) if key in angka else None for key in KOLOM}


def _told(angka: Angka) -> dict[str, object]:
    """What may be said of a count."""
    why = None if angka.tampil is Tampil.ANGKA else angka.tampil
    return {"jumlah": angka.nilai, "keterangan": why, "sedikitnya": angka.sedikitnya, "paling_banyak": angka.paling_banyak}


def _details(rows: tuple[Rincian, ...] | None) -> tuple[RincianJson, ...] | None:
    return None if rows is None else tuple(RincianJson.of(row, kode=row.kunci, **_told(row.angka)) for row in rows)


def kanal_json(findings: Findings) -> SemuaKanalJson:
    """`kanal.json`: everything that /lapor/, /kanal/ and /dasar-hukum/ show."""
    situations = findings.lapor.isi.situasi if findings.lapor else ()
    rules = findings.dasar_hukum.isi.aturan if findings.dasar_hukum else ()
    sources = (findings.kanal, findings.lapor, findings.dasar_hukum)
    return SemuaKanalJson.of(
        office_head(findings),
        sumber=SumberKanalJson(berkas=tuple(f"data/{source.path}" for source in sources if source)),
        kanal=channels_json(findings),
        situasi=tuple(SituasiJson.of(item, **_confirmed(item.diperiksa, findings)) for item in situations),
        aturan=tuple(AturanJson.of(item, **_confirmed(item.diperiksa, findings)) for item in rules),
    )


def channels_json(findings: Findings) -> tuple[KanalJson, ...]:
    """The channels with their ways and promises."""
    return tuple(
        KanalJson.of(
            item,
            cara=tuple(CaraJson.of(cara, tautan=contact_links.link_of(cara)) for cara in item.cara),
            **_confirmed(item.diperiksa, findings),
        )
        for item in (findings.kanal.isi.kanal if findings.kanal else ())
    )


def _confirmed(diperiksa: date | None, findings: Findings) -> dict[str, object]:
    """How long ago something was confirmed, and how far that can be relied on."""
    age = findings.pemeriksaan(diperiksa)
    return {"hari_sejak_diperiksa": age.hari, "pemeriksaan": age.keadaan}
