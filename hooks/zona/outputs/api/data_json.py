"""The published data of a year (annex, records, counts, complaints, surveys) and of the office (channels, chooser, rules)."""

from collections import Counter
from datetime import date

from zona.findings.keadaan import LATE, KeadaanAksi
from zona.findings.laporan.survei_results import SurveiFinding
from zona.findings.pengaduan.statistics import BulanPengaduan, JangkaPengaduan, Lama, StatistikPengaduan
from zona.findings.plan_findings import AksiFinding, PeriodeFinding
from zona.findings.year_findings import Findings, TahunFinding
from zona.outputs import contact_links
from zona.outputs.api.contract import office_contract as office
from zona.outputs.api.contract import plan_contract as plan
from zona.outputs.api.contract import report_contract as report
from zona.outputs.api.contract.contract_base import VERSI_API, DasarJson, KepalaTahunJson, KepalaUmumJson, SumberJson
from zona.outputs.evidence.published import BuktiTerbit
from zona.records.capaian.capaian import Bukti, Capaian
from zona.records.informasi.lapor import Situasi
from zona.records.pengaduan.rilis import KOLOM
from zona.records.reading.file_reader import Source

Terbit = dict[str, BuktiTerbit]  # published evidence by name


def office_head(findings: Findings) -> KepalaUmumJson:
    """The head of a file that belongs to no year."""
    situs = findings.situs.isi
    keterangan = "DATA CONTOH: karangan untuk uji, bukan data kantor mana pun" if situs.contoh else None
    return KepalaUmumJson.of(findings, situs, versi_api=VERSI_API, kantor=situs.kantor_lengkap, keterangan=keterangan)


def year_head(tahun: TahunFinding, findings: Findings) -> KepalaTahunJson:
    """The head of a year's file."""
    decree, berkas = tahun.keputusan.isi if tahun.keputusan else None, f"data/{tahun.rencana_aksi.path}"
    dasar = DasarJson.of(tahun.dasar) if tahun.dasar.jenis else None
    number, day = (decree.nomor, decree.tanggal) if decree else (None, None)
    sumber = SumberJson(keputusan=number, tanggal=day, berkas=berkas, dasar=dasar)
    return KepalaTahunJson.of(office_head(findings), tahun=tahun.tahun, sumber=sumber)


def rencana_aksi_json(tahun: TahunFinding, head: KepalaTahunJson) -> plan.RencanaAksiJson:
    """`rencana-aksi.json`: the annex as printed, with its periods, targets and notes."""
    groups = tuple(
        plan.KelompokJson.of(item, item.kelompok, aksi=tuple(map(_action_json, item.aksi))) for item in tahun.kelompok
    )
    isi = tahun.rencana_aksi.isi
    confirmed = plan.PenegasanJson.of(isi.tema_ditegaskan) if isi.tema_ditegaskan else None
    return plan.RencanaAksiJson.of(head, isi, kelompok=groups, tema_ditegaskan=confirmed)


def _action_json(item: AksiFinding) -> plan.AksiJson:
    """A row; version 1 promises that its time is a text."""
    return plan.AksiJson.of(item, item.aksi, target_waktu=item.aksi.target_waktu or "")


def capaian_json(tahun: TahunFinding, terbit: Terbit, head: KepalaTahunJson) -> plan.CapaianJson:
    """`capaian.json`: every period with its state, every record with its evidence, in the order of the plan, then of time;
    `terbit` is the year's."""
    records = tuple(record_json(item, terbit) for own in tahun.tercatat for item in own.capaian)
    return plan.CapaianJson.of(head, periode=tuple(map(period_json, tahun.periode)), catatan_capaian=records)


def period_json(item: PeriodeFinding) -> plan.PeriodeJson:
    """A period; days count only while it is not fulfilled."""
    late = item.hari_lewat if item.keadaan in LATE else 0
    return plan.PeriodeJson.of(item, aksi=item.kode, hari_lewat=late, jumlah_catatan=len(item.capaian))


def record_json(item: Source[Capaian], terbit: Terbit) -> plan.CatatanCapaianJson:
    """A record with its evidence."""
    evidence = tuple(evidence_json(bukti, terbit) for bukti in item.isi.bukti)
    found = item.isi.verifikasi
    own = {"bukti": evidence, "berkas": f"data/{item.path}", "diverifikasi_oleh": found.oleh if found else None}
    return plan.CatatanCapaianJson.of(item.isi, **own, verifikasi=plan.VerifikasiJson.of(found) if found else None)


def evidence_json(bukti: Bukti, terbit: Terbit) -> plan.BuktiJson:
    """A piece of evidence: a file with its address, or a link."""
    if bukti.berkas is None:
        return plan.BuktiJson.of(bukti, alamat=None, ukuran=None, sha256=None, jumlah_halaman=None)
    return plan.BuktiJson.of(terbit[bukti.berkas], bukti)


def ringkasan_json(tahun: TahunFinding, head: KepalaTahunJson) -> plan.RingkasanJson:
    """`ringkasan.json`: the counts by state, whole and per group, both percentages, and the series by month."""
    groups = tuple(
        plan.KelompokRingkasanJson.of(item, item.hitungan, hitungan_aksi=_actions(item.aksi), hitungan_periode=item.hitungan)
        for item in tahun.kelompok
    )
    ends = (plan.AkhirBulanJson.of(item, item.hitungan, hitungan_periode=item.hitungan) for item in tahun.akhir_bulan)
    own = {"hitungan_aksi": _actions(tahun.aksi), "hitungan_periode": tahun.hitungan, "kelompok": groups}
    return plan.RingkasanJson.of(head, tahun, tahun.hitungan, **own, bulanan=tahun.bulanan(), akhir_bulan=tuple(ends))


def _actions(actions: tuple[AksiFinding, ...]) -> plan.HitunganAksiJson:
    states = Counter(item.keadaan for item in actions)
    return plan.HitunganAksiJson.of(jumlah=len(actions), keadaan={state: states[state] for state in KeadaanAksi})


def survei_json(tahun: TahunFinding, head: KepalaTahunJson) -> report.SurveiJson:
    """`survei.json`: the surveys in order of time; an empty list where none is reported."""
    return report.SurveiJson.of(head, survei=tuple(map(one_survei_json, tahun.survei)))


def one_survei_json(item: SurveiFinding) -> report.SatuSurveiJson:
    """A survey with its answers, and what they come to."""
    return report.SatuSurveiJson.of(item, item.isi, berkas=f"data/{item.sumber.path}")


def pengaduan_json(stat: StatistikPengaduan, head: KepalaTahunJson) -> report.PengaduanJson:
    """`pengaduan.json`. A hidden count has no `jumlah`; `keterangan` says why, and the bounds what is known."""
    return report.PengaduanJson.of(head, bulanan=bulanan_json(stat), jangka=jangka_json(stat))


def bulanan_json(stat: StatistikPengaduan) -> tuple[report.BulanPengaduanJson, ...]:
    """Every month of the year."""
    months = ((f"{stat.tahun}-{item.bulan:02}", item) for item in stat.bulan)
    return tuple(report.BulanPengaduanJson.of(item, bulan=bulan, **_counts(item)) for bulan, item in months)


def jangka_json(stat: StatistikPengaduan) -> tuple[report.JangkaJson, ...]:
    """The half-years and the year."""
    return tuple(report.JangkaJson.of(item, item.lama or Lama(None, None), **_counts(item)) for item in stat.jangka)


def _counts(part: BulanPengaduan | JangkaPengaduan) -> dict[str, object]:
    """The six counts; None where there are none yet."""
    return {key: part.angka.get(key) for key in KOLOM}


def kanal_json(findings: Findings) -> office.SemuaKanalJson:
    """`kanal.json`: everything that /lapor/, /kanal/ and /dasar-hukum/ show."""
    situations = findings.lapor.isi.situasi if findings.lapor else ()
    rules, sources = findings.aturan_menurut_kunci.values(), (findings.kanal, findings.lapor, findings.dasar_hukum)
    return office.SemuaKanalJson.of(
        office_head(findings),
        sumber=office.SumberKanalJson(
            berkas=tuple(f"data/{source.path}" for source in sources if source and not source.folder),
            paket=tuple(findings.paket.nama),
        ),
        kanal=channels_json(findings),
        situasi=tuple(_situation_json(item, findings) for item in situations),
        aturan=tuple(office.AturanJson.of(item, **_confirmed(item.diperiksa, findings)) for item in rules),
    )


def _situation_json(situasi: Situasi, findings: Findings) -> office.SituasiJson:
    return office.SituasiJson.of(situasi, **_confirmed(situasi.diperiksa, findings))


def channels_json(findings: Findings) -> tuple[office.KanalJson, ...]:
    """The channels with their ways and promises."""
    return tuple(
        office.KanalJson.of(
            item,
            cara=tuple(office.CaraJson.of(cara, tautan=contact_links.link_of(cara)) for cara in item.cara),
            **_confirmed(item.diperiksa, findings),
        )
        for item in findings.kanal_menurut_kunci.values()
    )


def _confirmed(diperiksa: date | None, findings: Findings) -> dict[str, object]:
    """How long ago something was confirmed, and how far that can be relied on."""
    age = findings.pemeriksaan(diperiksa)
    return {"hari_sejak_diperiksa": age.hari, "pemeriksaan": age.keadaan}
