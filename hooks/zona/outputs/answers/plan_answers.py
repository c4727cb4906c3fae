"""Answers about the plan: what is late, what comes, how far it is, who checked, and what the words mean."""

from collections import Counter

from zona.findings.keadaan import Keadaan
from zona.findings.plan_findings import AksiFinding
from zona.findings.recent import recent
from zona.findings.year_findings import Findings
from zona.outputs import addresses
from zona.outputs.answers.answer import Jawaban, Penjawab
from zona.outputs.answers.text_answers import from_prose
from zona.outputs.change_sentences import of_due, of_recent
from zona.outputs.sharing import BUKAN_BERARTI
from zona.outputs.wording import angka, desimal, jarak, listing, of_counts, of_events, part_of, tanggal

TIM = "tim"  # the page of prose about who runs the plan
_NAMED = 4  # codes that a sentence names


def _late(findings: Findings) -> Jawaban:
    tahun = findings.terbaru
    ke = addresses.LEWAT_TENGGAT
    if not tahun.aksi_lewat:
        return Jawaban(f"Tidak ada janji {tahun.tahun} yang lewat tenggat per {tanggal(findings.per_tanggal)}.", ke)
    oldest = tahun.aksi_lewat[0]
    said = (
        f"{angka(len(tahun.lewat_tenggat))} janji dari {angka(len(tahun.aksi_lewat))} aksi lewat tenggat. "
        f"Paling lama {oldest.kode} ({oldest.sebutan}): {angka(oldest.hari)} hari."
    )
    unreported = tahun.jatuh_tempo.keadaan[Keadaan.BELUM_DILAPORKAN]
    return Jawaban(f"{said} {BUKAN_BERARTI}" if unreported else said, ke)


def _next(findings: Findings) -> Jawaban:
    days = findings.terbaru.hari_tenggat
    if not findings.terbaru.jumlah_tenggat:
        tahun = findings.terbaru.tahun
        return Jawaban(f"Rencana aksi {tahun} tidak punya tenggat: semuanya dicatat bila terjadi.", addresses.plan(tahun))
    if not days:
        return Jawaban(f"Semua tenggat rencana aksi {findings.terbaru.tahun} sudah lewat atau terpenuhi.", addresses.PEKAN_INI)
    day, coming = days[0].tenggat, list(dict.fromkeys(item.kode for item in days[0].periode if item.menanti))
    more = f", dan {angka(len(coming) - _NAMED)} aksi lagi" if len(coming) > _NAMED else ""
    named = ", ".join(coming[:_NAMED]) if more else listing(coming)
    return Jawaban(f"Tenggat terdekat {tanggal(day)} ({jarak(day, findings.per_tanggal)}): {named}{more}.", addresses.PEKAN_INI)


def _progress(findings: Findings) -> Jawaban:
    return Jawaban(of_due(findings), addresses.capaian(findings.terbaru.tahun))


def _counted(findings: Findings) -> Jawaban:
    whole = findings.terbaru.hitungan
    if not whole.jumlah:
        return Jawaban(of_counts(whole), f"{addresses.METODE}#keadaan")
    share = desimal(whole.persen_semua or 0)
    waiting = f"“Menunggu verifikasi”: {Keadaan.MENUNGGU_VERIFIKASI.arti}."
    return Jawaban(f"Terpenuhi dibagi semua janji: {part_of(whole)}, yaitu {share}%. {waiting}", f"{addresses.METODE}#keadaan")


def _verified(findings: Findings) -> Jawaban:
    records = (item.isi.verifikasi for item in findings.terbaru.catatan_berlaku)
    roles = Counter(item.oleh for item in records if item)
    ke = f"{addresses.METODE}#laporan"
    if not roles:
        return Jawaban("Belum ada laporan yang diverifikasi.", ke)
    return Jawaban(f"{angka(roles.total())} laporan sudah diverifikasi, oleh {listing(roles)}.", ke)


def _waiting(findings: Findings) -> Jawaban:
    state = Keadaan.MENUNGGU_VERIFIKASI
    number = findings.terbaru.hitungan.keadaan[state]
    said = f"{angka(number)} janji menunggu verifikasi: {state.arti}."
    return Jawaban(said, addresses.capaian(findings.terbaru.tahun))


def _week(findings: Findings) -> Jawaban:
    return Jawaban(of_recent(recent(findings.tahun, findings.per_tanggal)), addresses.PEKAN_INI)


def _size(findings: Findings) -> str:
    tahun = findings.terbaru
    groups, rows = angka(len(tahun.kelompok)), angka(len(tahun.aksi))
    return f"{groups} kelompok, {rows} aksi, {angka(tahun.jumlah_tenggat)} janji"


def _plan(findings: Findings) -> Jawaban:
    tahun = findings.terbaru.tahun
    return Jawaban(f"Rencana aksi {tahun} memuat {_size(findings)}.", addresses.plan(tahun))


def _subscribed(findings: Findings) -> Jawaban:
    tahun = findings.terbaru
    said = f"{angka(tahun.jumlah_tenggat)} tenggat {tahun.tahun} bisa Anda pasang di kalender; kabarnya bisa diikuti lewat RSS."
    return Jawaban(said, f"{addresses.unduhan(tahun.tahun)}#langganan")


def _basis(findings: Findings) -> Jawaban | None:
    """The decree; or what else the plan rests on."""
    tahun, dasar = findings.terbaru, findings.terbaru.dasar
    if dasar.sebutan is None:
        return None
    set_on = f", ditetapkan {tanggal(dasar.tanggal)}" if dasar.tanggal else ""
    if tahun.keputusan:
        return Jawaban(f"{dasar.sebutan}{set_on}. Lampirannya memuat {_size(findings)}.", addresses.keputusan(tahun.tahun))
    said = f"Rencana aksi {tahun.tahun} menurut {dasar.sebutan}{set_on}. Isinya {_size(findings)}."
    return Jawaban(said, addresses.plan(tahun.tahun))


def _team(findings: Findings) -> Jawaban | None:
    page = next((item for item in findings.prosa if item.nama == TIM), None)
    first = next(iter(findings.terbaru.aksi_bertema(("tim-kerja",))), None)
    if not page or not first:
        return None
    return Jawaban(_of_action(first), addresses.prosa(page.nama))


def _lke(findings: Findings) -> Jawaban | None:
    """The items of the newest year that is mapped to the LKE; without a mapping what the page about the plan says of it."""
    if lke := next((year.lke for year in reversed(findings.tahun) if year.lke), None):
        counts = lke.hitungan
        said = (
            f"Dari {angka(counts.jumlah)} butir LKE {lke.tahun}, {angka(counts.ada_bukti)} punya bukti terverifikasi dan "
            f"{angka(counts.tanpa_baris)} belum ada barisnya dalam rencana kami. Kami tidak menghitung nilai."
        )
        return Jawaban(said, addresses.lke(lke.tahun))
    page = next((item for item in findings.prosa if item.nama == TIM), None)
    return from_prose(page, "tidak ada dalam rencana", "", findings) if page else None


def _of_action(aksi: AksiFinding) -> str:
    """“Aksi I.3 (…). 1 dari 4 janji terpenuhi (25%); 3 belum jatuh tempo.”"""
    also = f" {BUKAN_BERARTI}" if aksi.hitungan.keadaan[Keadaan.BELUM_DILAPORKAN] else ""
    said = f"{aksi.keadaan.label}: {of_events(aksi.kejadian)}" if aksi.kejadian else of_counts(aksi.hitungan)
    return f"Aksi {aksi.kode} ({aksi.sebutan}). {said}{also}"


def _copies(findings: Findings) -> Jawaban | None:
    copies = findings.terbaru.salinan
    if not copies:
        return None
    copy, first = next(iter(copies.items()))
    said = f"{angka(len(copies))} aksi tercetak sama dengan aksi lain, misalnya {copy} sama dengan {first}."
    return Jawaban(said, addresses.kelompok(findings.terbaru.tahun, copy.partition(".")[0]))


def _meaning(keadaan: Keadaan) -> Penjawab:
    also = f" {BUKAN_BERARTI}" if keadaan is Keadaan.BELUM_DILAPORKAN else ""
    return lambda _: Jawaban(f"{keadaan.label}: {keadaan.arti}.{also}", f"{addresses.METODE}#keadaan")


TENTANG_RENCANA: dict[str, Penjawab] = {
    "terlambat": _late,
    "berikutnya": _next,
    "capaian": _progress,
    "hitungan": _counted,
    "verifikasi": _verified,
    "menunggu": _waiting,
    "pekan": _week,
    "rencana": _plan,
    "langganan": _subscribed,
    "keputusan": _basis,
    "tim": _team,
    "lke": _lke,
    "salinan": _copies,
    **{f"arti_{keadaan.value}": _meaning(keadaan) for keadaan in Keadaan},
}
