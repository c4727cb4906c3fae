"""Dates, periods, numbers and counts as Indonesians write them, and what is said of counted states and of cited rules."""

from collections.abc import Iterable
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from zona.findings.hitungan import Hitungan
from zona.findings.keadaan import Keadaan
from zona.findings.laporan.survei_results import rounded
from zona.findings.pengaduan.complaint_counts import Angka, Tampil
from zona.findings.plan_findings import AksiFinding
from zona.findings.record_findings import KejadianFinding, TercatatFinding
from zona.findings.year_findings import Findings
from zona.records.informasi.dasar_hukum import Aturan, KeadaanAturan
from zona.records.rencana.jadwal import BULAN, whole_year
from zona.records.rencana.kode import roman

TIDAK_TERCETAK = "tidak tercetak"  # what an empty cell of the plan is called
BULAN_PENDEK = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des")
# The counts of complaints, and the spans of which they are told.
JUDUL_CACAH = {
    "sisa_bulan_lalu": "Sisa sebelumnya",
    "masuk": "Masuk",
    "tidak_ditindaklanjuti": "Tidak ditindaklanjuti",
    "harus_ditindaklanjuti": "Harus ditindaklanjuti",
    "selesai": "Selesai",
    "diproses": "Masih diproses",
}
NAMA_JANGKA = {"semester_1": "Semester I", "semester_2": "Semester II", "setahun": "Setahun"}


def tanggal(day: date) -> str:
    """24 November 2026"""
    return f"{day.day} {BULAN[day.month - 1]} {day.year}"


def tanggal_pendek(day: date) -> str:
    """24 Nov 2026"""
    return f"{day.day} {BULAN_PENDEK[day.month - 1]} {day.year}"


def periode(kode: str) -> str:
    """The name of a period: “Juli 2026”, “Triwulan I 2026”, “Januari s.d. Maret 2026”, “Tahun 2026”."""
    tahun, rest = kode[:4], kode[5:]
    if kode == whole_year(int(tahun)):
        return f"Tahun {tahun}"
    if rest.startswith("TW"):
        return f"Triwulan {roman(int(rest[2]))} {tahun}"
    first, _, last = rest.partition("-sd-")
    months = BULAN[int(first) - 1] + (f" s.d. {BULAN[int(last) - 1]}" if last else "")
    return f"{months} {tahun}"


def periode_saja(kode: str) -> str:
    """The same without its year, where that is known: “Juli”, “Triwulan I”; the whole year has no other name."""
    return periode(kode) if kode == whole_year(int(kode[:4])) else periode(kode).rpartition(" ")[0]


def sebut_periode(item: TercatatFinding) -> str:
    """The name of an action's period: “Semester I 2026” where the print says so, else that of its months."""
    return f"{found} {item.periode[:4]}" if (found := _printed(item)) else periode(item.periode)


def _printed(item: TercatatFinding) -> str:
    return next((own.tercetak for own in item.aksi.tenggat if own.periode == item.periode), "")


def sebut_periode_saja(item: TercatatFinding) -> str:
    """The same without its year, where that is known."""
    return _printed(item) or periode_saja(item.periode)


def tanggal_dalam(day: date, tahun: int) -> str:
    """24 Nov – and 24 Nov 2027 where the year is another than the one that is spoken of."""
    return tanggal_pendek(day) if day.year != tahun else tanggal_pendek(day).rpartition(" ")[0]


def satuan(periods: Iterable[str]) -> str:
    """What periods with these codes are together: “bulan”, “triwulan”, or “janji” where they differ."""
    kinds = {"triwulan" if "TW" in kode else "bulan" if kode[5:].isdecimal() else "janji" for kode in periods}
    return kinds.pop() if len(kinds) == 1 else "janji"


def of_action(aksi: AksiFinding, per_tanggal: date) -> str:
    """How far an action is: “5 dari 10 bulan yang jatuh tempo terpenuhi. Paling lama lewat 238 hari. Berikutnya 30 November
    2026 (6 hari lagi).”"""
    if aksi.kejadian:
        return of_events(aksi.kejadian)
    counts, unit = aksi.hitungan, satuan(item.periode for item in aksi.periode)
    if counts.terpenuhi == counts.jumlah:
        return f"Semua {angka(counts.jumlah)} {unit} terpenuhi." if counts.jumlah > 1 else "Terpenuhi."
    if counts.jumlah == 1:
        (only,) = aksi.periode
        how = f"lewat {angka(only.hari_lewat)} hari" if aksi.paling_lama else jarak(only.tenggat, per_tanggal)
        return f"Tenggat {tanggal(only.tenggat)}, {how}."
    said = []
    if counts.jatuh_tempo:
        done = f"{angka(counts.terpenuhi_jatuh_tempo)} dari {angka(counts.jatuh_tempo)}"
        said.append(f"{done} {unit} yang jatuh tempo terpenuhi.")
    if aksi.paling_lama:
        said.append(f"Paling lama lewat {angka(aksi.paling_lama)} hari.")
    if berikut := aksi.berikut:
        word = "Berikutnya" if counts.jatuh_tempo else "Jatuh tempo"
        said.append(f"{word} {tanggal(berikut.tenggat)} ({jarak(berikut.tenggat, per_tanggal)}).")
    return " ".join(said)


def of_events(kejadian: KejadianFinding) -> str:
    """What was recorded of an action without deadlines: “3 laporan, 2 sudah diverifikasi. Terakhir 5 Mei 2026.”"""
    found = kejadian.laporan
    if not found:
        return "Belum ada laporan."
    checked = f"{angka(kejadian.terverifikasi)} sudah" if kejadian.terverifikasi else "belum ada yang"
    return f"{angka(len(found))} laporan, {checked} diverifikasi. Terakhir {tanggal(found[0].isi.tanggal)}."


def angka(number: int) -> str:
    """1.234"""
    return f"{number:,}".replace(",", ".")


def desimal(number: float) -> str:
    """58,9 – and 58 where nothing follows the comma."""
    whole, _, rest = f"{number:.1f}".partition(".")
    return angka(int(whole)) + (f",{rest}" if rest != "0" else "")


def pecahan(number: int | Decimal, digits: int = 0) -> str:
    """1.234 – or 3,45 with two digits behind the comma, rounded half up."""
    step = Decimal(1).scaleb(-digits)
    whole, _, rest = str(abs(Decimal(number)).quantize(step, ROUND_HALF_UP)).partition(".")
    return ("-" if number < 0 else "") + angka(int(whole)) + (f",{rest}" if rest else "")


def koma(number: Decimal) -> str:
    """91,48: every digit that the number has."""
    return f"{number:f}".replace(".", ",")


def rata(number: Fraction) -> str:
    """A mean, rounded half up to two decimals: 3,66."""
    return koma(rounded(number))


def rentang(first: date, last: date) -> str:
    """From one day to another of the same year: “3–28 Agustus 2026”, “28 Juli – 3 Agustus 2026”."""
    if first == last:
        return tanggal(first)
    if first.month == last.month:
        return f"{first.day}–{tanggal(last)}"
    return f"{first.day} {BULAN[first.month - 1]} – {tanggal(last)}"


def ukuran(size: int) -> str:
    """A file's size: 214 kB, 1,2 MB."""
    return f"{desimal(size / 1_000_000)} MB" if size >= 1_000_000 else f"{max(1, round(size / 1000))} kB"


def tentang_berkas(jenis: str, bentuk: str, jumlah_halaman: int | None, size: int) -> str:
    """What a file is evidence of and what it is, its pages where it has any, its size: “Undangan, PDF, 3 halaman, 120 kB”,
    “Foto, 214 kB”."""
    pages = [f"{angka(jumlah_halaman)} halaman"] if jumlah_halaman else []
    return ", ".join(dict.fromkeys([jenis, bentuk, *pages, ukuran(size)]))


def in_figures(cacah: Angka) -> str:
    """A count as pages show it: 1.234, <5, 7–10, ≥12 or “ditutup demi pengadu”."""
    if cacah.jumlah is not None:
        return angka(cacah.jumlah)
    if cacah.tampil is Tampil.KURANG:
        return "<5"
    if cacah.paling_banyak is not None:
        return f"{angka(cacah.sedikitnya)}–{angka(cacah.paling_banyak)}"
    return f"≥{angka(cacah.sedikitnya)}" if cacah.sedikitnya else "ditutup demi pengadu"


def months(numbers: Iterable[int]) -> str:
    """Months by their numbers: “September, November, dan Desember”."""
    return listing(BULAN[number - 1] for number in numbers)


def jarak(day: date, per_tanggal: date) -> str:
    """How far off a day is: “hari ini”, “besok”, “37 hari lagi”, “37 hari lalu”."""
    days = (day - per_tanggal).days
    near = {0: "hari ini", 1: "besok", -1: "kemarin"}
    return near.get(days) or (f"{angka(days)} hari lagi" if days > 0 else f"{angka(-days)} hari lalu")


def lama(minutes: int) -> str:
    """A length of time: “40 menit”, “3 jam”, “2 jam 5 menit”."""
    hours, rest = divmod(minutes, 60)
    return " ".join([f"{angka(hours)} jam"] * bool(hours) + [f"{rest} menit"] * bool(rest or not hours))


def state_of_rule(aturan: Aturan, findings: Findings) -> str:
    """What a reader must know of a cited rule: that it is revoked or changed, and by what, or not certain; else nothing."""
    by = " dan ".join(findings.aturan_menurut_kunci[kunci].sebutan for kunci in aturan.oleh)
    if aturan.keadaan is KeadaanAturan.DICABUT:
        return f"dicabut oleh {by}"
    if aturan.keadaan is KeadaanAturan.DIUBAH:
        return f"diubah oleh {by}"
    return "masih berlaku atau tidak, belum dipastikan" if aturan.keadaan is KeadaanAturan.BELUM_DIPASTIKAN else ""


def of_counts(hitungan: Hitungan) -> str:
    """How far: “105 dari 178 janji terpenuhi (58,9%); 9 menunggu verifikasi, 7 terlambat.” States without periods stay
    unsaid."""
    if not hitungan.jumlah:
        return "Belum ada janji."
    if hitungan.terpenuhi == hitungan.jumlah > 1:
        return f"Semua {angka(hitungan.jumlah)} janji terpenuhi."
    if hitungan.terpenuhi == 1 == hitungan.jumlah:
        return "Satu-satunya janji terpenuhi."
    rest = listing(
        f"{angka(n)} {of_state(state)}" for state, n in hitungan.keadaan.items() if n and state is not Keadaan.TERPENUHI
    )
    return f"{part_of(hitungan)} janji terpenuhi ({desimal(hitungan.persen_semua or 0)}%); {rest}."


def part_of(hitungan: Hitungan) -> str:
    """“105 dari 178”: fulfilled of all."""
    return f"{angka(hitungan.terpenuhi)} dari {angka(hitungan.jumlah)}"


def of_state(keadaan: Keadaan) -> str:
    """The state's word inside a sentence."""
    return keadaan.label.lower()


def listing(words: Iterable[str]) -> str:
    """“a”, “a dan b”, “a, b, dan c”."""
    items = list(words)
    if len(items) < 3:
        return " dan ".join(items)
    return ", ".join(items[:-1]) + f", dan {items[-1]}"
