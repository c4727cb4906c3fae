"""Answers from what the office reports each year: surveys, complaints, wealth reports, gifts, the pact of integrity; and about
the data themselves."""

from zona.findings.laporan.laporan_results import judge_gratifikasi
from zona.findings.upkeep.age import age_of
from zona.findings.upkeep.missing import missing
from zona.findings.year_findings import Findings
from zona.outputs import addresses
from zona.outputs.answers.answer import Jawaban, Penjawab
from zona.outputs.wording import JUDUL_CACAH, NAMA_JANGKA, angka, desimal, in_figures, koma, listing, rata, tanggal
from zona.records.laporan.laporan_tahunan import ANGKA
from zona.records.laporan.survei import JenisSurvei
from zona.records.rencana.jadwal import BULAN

# Where pages of prose tell of each kind of report; a place that a page does not have is its beginning.
SURVEI = addresses.prosa("survei")
HARTA = f"{addresses.prosa('laporan-harta')}#jumlah-yang-sudah-melapor"
PAKTA = f"{addresses.prosa('pakta-integritas')}#siapa-yang-menandatangani"
TOLAK = f"{addresses.prosa('tolak-gratifikasi')}#jumlah-laporan-tiap-tahun"


def _survey(jenis: JenisSurvei) -> Penjawab:
    """The newest survey of a form."""
    name = jenis.bentuk.nama
    ke = f"{SURVEI}#{name.lower().replace(' ', '-')}"

    def answer(findings: Findings) -> Jawaban:
        tahun = findings.terbaru
        own = [item for item in tahun.survei if item.isi.jenis is jenis]
        if not own:
            return Jawaban(f"Hasil {name} ({jenis.label}) tahun {tahun.tahun} belum ada di situs ini.", ke)
        last, asked = own[-1], f"{angka(own[-1].isi.responden)} responden"
        if last.indeks is not None and last.kategori is not None:
            grade = f"mutu {last.kategori.mutu} ({last.kategori.kinerja.lower()})"
            return Jawaban(f"Indeks {name} {tahun.tahun}: {koma(last.indeks)}, {grade}, {asked}.", ke)
        return Jawaban(
            f"{name} {tahun.tahun}: {rata(last.rata_rata)} pada skala 1–{last.skala}, {asked}. Survei kami sendiri.", ke
        )

    return answer


def _wealth(findings: Findings) -> Jawaban:
    tahun = findings.terbaru
    report = tahun.sumber.laporan.laporan_harta
    if report is None:
        return Jawaban(f"Jumlah pelaporan LHKPN, LHKASN, dan SPT tahun {tahun.tahun} belum ada di situs ini.", HARTA)
    told = listing(f"{row.jenis.label} {angka(row.sudah_lapor)} dari {angka(row.wajib)} orang" for row in report.isi.pelaporan)
    return Jawaban(f"Sudah lapor tahun {tahun.tahun}: {told}. Nama tidak kami muat.", HARTA)


def _pact(findings: Findings) -> Jawaban:
    tahun = findings.terbaru
    report = tahun.sumber.laporan.pakta_integritas
    if report is None:
        return Jawaban(f"Jumlah penanda tangan pakta integritas tahun {tahun.tahun} belum ada di situs ini.", PAKTA)
    last = max(report.isi.penandatanganan, key=lambda item: item.tanggal)
    signed = f"{angka(last.menandatangani)} dari {angka(last.wajib)} orang yang wajib"
    return Jawaban(f"{signed} menandatangani pakta integritas pada {tanggal(last.tanggal)}.", PAKTA)


_ANGKA = {
    "ditolak": "ditolak",
    "diterima": "diterima",
    "dilaporkan_upg": "dilaporkan kepada UPG",
    "dilaporkan_kpk": "dilaporkan kepada KPK",
}


def _gifts(findings: Findings) -> Jawaban:
    tahun = findings.terbaru
    report = tahun.sumber.laporan.gratifikasi
    if report is None:
        return Jawaban(f"Jumlah gratifikasi tahun {tahun.tahun} belum ada di situs ini. Itu tidak sama dengan nol.", TOLAK)
    sums = judge_gratifikasi(report.isi, tahun.per_tanggal).jumlah
    known = ((_ANGKA[key], sums[key]) for key in ANGKA)
    told = listing(f"{name} {angka(number)}" for name, number in known if number is not None)
    return Jawaban(f"Pemberian tahun {tahun.tahun}: {told or 'belum dilaporkan'}.", TOLAK)


def _complaints(findings: Findings) -> Jawaban:
    year = findings.pengaduan_terbaru
    ke, sums = addresses.statistik_pengaduan(year.tahun), year.jumlah
    if sums is None:
        return Jawaban(f"Angka pengaduan {year.tahun} belum dilaporkan. Itu tidak sama dengan nol.", ke)
    span = BULAN[sums.awal - 1] + (f" sampai {BULAN[sums.akhir - 1]}" if sums.akhir > sums.awal else "")
    shown = [key for key in ("masuk", "selesai", "diproses") if key in sums.angka]
    told = listing(f"{JUDUL_CACAH[key].lower()} {in_figures(sums.angka[key])}" for key in shown)
    return Jawaban(f"Pengaduan {span} {year.tahun}: {told}.", ke)


def _duration(findings: Findings) -> Jawaban | None:
    """How long complaints took; where that was not reported, the first time that a channel's owner promises."""
    year = findings.pengaduan_terbaru
    ke = f"{addresses.statistik_pengaduan(year.tahun)}#lama"
    for span in reversed(year.jangka):
        if span.lama and span.lama.median_hari_kerja is not None and span.lama.terlama_hari_kerja is not None:
            half, longest = desimal(span.lama.median_hari_kerja), angka(span.lama.terlama_hari_kerja)
            said = f"Separuh selesai dalam {half} hari kerja atau kurang, paling lama {longest} hari kerja"
            return Jawaban(f"{said} ({NAMA_JANGKA[span.kode]} {year.tahun}).", ke)
    for kanal in findings.kanal_menurut_kunci.values():
        for janji in kanal.janji[:1]:
            return Jawaban(f"{kanal.nama}: {janji.isi}", f"{addresses.KANAL}#{kanal.kunci}")
    return None


def _age(findings: Findings) -> Jawaban:
    newest = age_of(findings).laporan_terbaru
    report = f"Laporan terbaru {tanggal(newest)}" if newest else "Belum ada laporan"
    return Jawaban(f"Data per {tanggal(findings.per_tanggal)}. {report}.", addresses.RIWAYAT)


def _gaps(findings: Findings) -> Jawaban:
    kinds = [item for item in missing(findings) if item.butir]
    number = sum(len(item.butir) for item in kinds)
    said = f"{angka(number)} hal belum lengkap" if number else "Tidak ada yang tercatat belum lengkap"
    return Jawaban(f"{said} di situs ini.", addresses.KELENGKAPAN)


TENTANG_KANTOR: dict[str, Penjawab] = {
    **{f"survei_{jenis.value}": _survey(jenis) for jenis in JenisSurvei},
    "laporan_harta": _wealth,
    "pakta": _pact,
    "gratifikasi": _gifts,
    "pengaduan": _complaints,
    "lama_pengaduan": _duration,
    "umur_data": _age,
    "belum_lengkap": _gaps,
}
