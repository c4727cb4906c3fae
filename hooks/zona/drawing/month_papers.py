"""The month on one sheet for the notice board, drawn: what was promised, its status, what is late, whom to call."""

from operator import attrgetter
from textwrap import shorten

from zona.drawing.posters import KANAL_TERBANYAK, channel_of, confirmed, note_of
from zona.drawing.template_values import Values, identity
from zona.drawing.typefaces import Drawable
from zona.drawing.typst_drawing import Drawer
from zona.findings.keadaan import Keadaan
from zona.findings.lewat_tenggat import AksiLewat
from zona.findings.plan_findings import PeriodeFinding, count_periods
from zona.findings.year_findings import Findings
from zona.outputs import addresses
from zona.outputs.sharing import months_to_hang
from zona.outputs.site_file import SiteFile
from zona.outputs.wording import angka, listing, of_state, tanggal
from zona.records.rencana.jadwal import BULAN

TEMPLATE = "bulanan.typ"
NAMA_TERPANJANG = 90
LEWAT_TERBANYAK = 5  # actions late the longest that are named; the rest is counted


def month_files(findings: Findings, drawer: Drawer) -> list[SiteFile]:
    """The papers of the newest year's months that are to hang, as PDF/UA, as far as they can be drawn."""
    tahun, files = findings.terbaru, list[SiteFile]()
    for bulan in months_to_hang(findings):
        with drawer.attempt(path := addresses.lembar_bulanan(tahun.tahun, bulan)):
            content = drawer.pdf(TEMPLATE, values_of(bulan, findings), findings.per_tanggal)
            files.append(SiteFile(path, content, f"data/{tahun.rencana_aksi.path}"))
    return files


def values_of(bulan: int, findings: Findings) -> Values:
    """What the template needs to draw a month of the newest year."""
    tahun = findings.terbaru
    name = f"{BULAN[bulan - 1]} {tahun.tahun}"
    own = [item for item in tahun.periode if (item.tenggat.year, item.tenggat.month) == (tahun.tahun, bulan)]
    late, channels = tahun.aksi_lewat, confirmed(findings)
    return identity(findings, addresses.capaian(tahun.tahun)) | {
        "judul": f"Janji kami bulan {name}",
        "kalimat": _counts(own),
        "rencana": tahun.dasar.rencana,
        "janji": [_period(item) for item in sorted(own, key=attrgetter("tenggat"))],
        "lewat": [_late(item) for item in late[:LEWAT_TERBANYAK]],
        "lewat_lagi": f"Dan {angka(more)} aksi lain." if (more := len(late) - LEWAT_TERBANYAK) > 0 else None,
        "belum": tahun.hitungan.keadaan[Keadaan.BELUM_DILAPORKAN] > 0,
        "kanal": [channel_of(item) for item in channels[:KANAL_TERBANYAK]],
        "catatan": note_of(len(channels), findings),
    }


def _counts(own: list[PeriodeFinding]) -> str:
    """How many promises fall due in the month, and how many are in each state that there is."""
    if not own:
        return "Tidak ada janji yang jatuh tempo bulan ini."
    states = count_periods(own).keadaan.items()
    found = listing(f"{angka(number)} {of_state(state)}" for state, number in states if number)
    return f"{angka(len(own))} janji jatuh tempo bulan ini: {found}."


def _period(item: PeriodeFinding) -> Drawable:
    return {
        "kode": item.kode,
        "nama": shorten(item.sebutan, NAMA_TERPANJANG, placeholder=" …"),
        "tenggat": tanggal(item.tenggat),
        "keadaan": item.keadaan.value,
        "label": item.keadaan.label,
    }


def _late(item: AksiLewat) -> Drawable:
    return {
        "kode": item.kode,
        "nama": shorten(item.sebutan, NAMA_TERPANJANG, placeholder=" …"),
        "hari": f"{angka(len(item.periode))} janji, paling lama {angka(item.hari)} hari",
    }
