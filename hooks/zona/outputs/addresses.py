"""Where each page lives: relative to the site's root, with "/" at the end. Links between pages are relative, so that the site
works under any path. And where the site itself, its repository and its licence are."""

from urllib.parse import quote

from zona.records.situs import Situs

BERANDA = ""
RENCANA = "rencana-aksi/"
METODE = "metode/"
KELENGKAPAN = "kelengkapan/"
RIWAYAT = "riwayat/"
PEKAN_INI = "pekan-ini/"
KEASLIAN = "keaslian/"
CAPAIAN = "capaian/"
LEWAT_TENGGAT = "lewat-tenggat/"
UMPAN = "umpan/zona-integritas.xml"
KALENDER = "kalender/"
KIT = "kit/"
LAPORAN = "laporan/"
SURAT = "surat/"
UNDUHAN = "unduhan/"
BUKTI = "bukti/"
PETA = "peta-situs/"
SEMATAN = "sematan/"
LENCANA = "lencana.svg"
LAPOR = "lapor/"
KANAL = "kanal/"
DASAR_HUKUM = "dasar-hukum/"
INFORMASI = "informasi/"
KAMUS = "kamus-data/"
LKE = "lke/"
API = "api/v1/"
API_KANAL = f"{API}kanal.json"
API_INDEKS = f"{API}index.json"
API_PERUBAHAN = f"{API}perubahan.json"
OPENAPI = f"{API}openapi.json"
ROBOTS = "robots.txt"
SITEMAP = "sitemap.xml"
NOT_FOUND = "404.html"


def prosa(nama: str) -> str:
    """A page of prose, by its file's name without .md."""
    return f"{nama}/"


def docs(nama: str) -> str:
    """A page of docs/, by its name, which may have signs that an address must not have as they are."""
    return quote(prosa(nama))


def plan(tahun: int) -> str:
    """The page of a year's plan."""
    return f"{RENCANA}{tahun}/"


def keputusan(tahun: int) -> str:
    """The text of a year's decree."""
    return f"{plan(tahun)}keputusan/"


def kelompok(tahun: int, kode: str) -> str:
    """The page of a group, by its Roman number."""
    return f"{plan(tahun)}kelompok-{kode.lower()}/"


def aksi(tahun: int, kode: str) -> str:
    """The page of an action, by its code as printed."""
    return f"{plan(tahun)}{slug(kode)}/"


def capaian(tahun: int) -> str:
    """The page of what came of a year's plan."""
    return f"{CAPAIAN}{tahun}/"


def lewat_tenggat(tahun: int, terbaru: int) -> str:
    """The list of a year's late deadlines. The newest year's has the short address, so that it can be quoted for good."""
    return LEWAT_TENGGAT if tahun == terbaru else f"{LEWAT_TENGGAT}{tahun}/"


def triwulan(tahun: int, nomor: int) -> str:
    """The monitoring sheet of a quarter, 1 to 4."""
    return f"{capaian(tahun)}triwulan-{nomor}/"


def situasi(kunci: str) -> str:
    """The page of one situation of “Ke mana saya melapor?”, by its key."""
    return f"{LAPOR}{kunci}/"


def statistik_pengaduan(tahun: int) -> str:
    """The page of a year's complaint counts."""
    return f"pengaduan/statistik/{tahun}/"


def api(tahun: int | None, name: str) -> str:
    """A published JSON file; None for one that belongs to no year."""
    return f"{API}{f'{tahun}/' if tahun else ''}{name}.json"


def skema(nama: str) -> str:
    """The JSON Schema of a published file, by its name."""
    return f"{API}skema/{nama}.json"


def kamus(nama: str) -> str:
    """The dictionary of one published file."""
    return f"{KAMUS}{nama}/"


def umpan(tahun: int, kelompok: str) -> str:
    """The Atom feed of a group, by its Roman number."""
    return f"umpan/{tahun}/kelompok-{kelompok.lower()}.xml"


def kalender(tahun: int, kelompok: str | None = None) -> str:
    """The iCalendar file of a year's deadlines: a group's by its Roman number, or the whole plan's."""
    return f"{KALENDER}{tahun}/{f'kelompok-{kelompok.lower()}' if kelompok else 'rencana-aksi'}.ics"


def umpan_aksi(tahun: int, kode: str) -> str:
    """The Atom feed of an action, by its code as printed."""
    return f"umpan/{tahun}/{slug(kode)}.xml"


def kalender_aksi(tahun: int, kode: str) -> str:
    """The iCalendar file of an action's deadlines, by its code as printed."""
    return f"{KALENDER}{tahun}/{slug(kode)}.ics"


def kit(tahun: int) -> str:
    """The page of pictures and papers to share."""
    return f"{KIT}{tahun}/"


def kartu(tahun: int, kunci: str, lebar: int, tinggi: int) -> str:
    """A picture to share; its size in pixels is part of its name."""
    return f"{kit(tahun)}{kunci}-{lebar}x{tinggi}.png"


def kartu_kecil(tahun: int, kunci: str) -> str:
    """A picture's thumbnail."""
    return f"{kit(tahun)}{kunci}-kecil.webp"


def poster(tahun: int, kunci: str, ukuran: str) -> str:
    """A poster to print, by its subject and the name of its size."""
    return f"{kit(tahun)}poster-{kunci}-{ukuran}.pdf"


def laporan(tahun: int, nomor: int) -> str:
    """The report of a quarter (1 to 4) to print and sign."""
    return f"{LAPORAN}{tahun}/triwulan-{nomor}.pdf"


def surat(tahun: int, kunci: str, bentuk: str) -> str:
    """A letter to print and sign (`bentuk` pdf), or its words alone (txt)."""
    return f"{SURAT}{tahun}/{kunci}.{bentuk}"


def lembar_bulanan(tahun: int, bulan: int) -> str:
    """The paper of a month (1 to 12) for the notice board."""
    return f"{LAPORAN}{tahun}/bulan-{bulan:02}.pdf"


def lke(tahun: int) -> str:
    """The page of a year's evidence by the items of the LKE."""
    return f"{LKE}{tahun}/"


def unduhan(tahun: int) -> str:
    """The page of a year's open data, and the folder of its files."""
    return f"{UNDUHAN}{tahun}/"


def folder_of(path: str) -> str:
    """The folder that a file lies in, as an address: links in the file are relative to it."""
    return path[: path.rfind("/") + 1]


def slug(kode: str) -> str:
    """`I.4.a` → `i-4-a`: fit for addresses and ids."""
    return kode.lower().replace(".", "-")


def relative(here: str, target: str) -> str:
    """The link from one page to another, or to a file; a fragment (`#…`) stays at the end."""
    target, mark, fragment = target.partition("#")
    own, goal = here.split("/")[:-1], target.split("/")
    shared = 0
    while shared < min(len(own), len(goal) - 1) and own[shared] == goal[shared]:
        shared += 1
    return ("../" * (len(own) - shared) + "/".join(goal[shared:]) or "./") + mark + fragment


def site_address_of(situs: Situs) -> str:
    """Where the site is published, with one "/" at the end; empty where it is not known."""
    return f"{situs.alamat_situs.rstrip('/')}/" if situs.alamat_situs else ""


def repository_address(repositori: str | None, place: str) -> str | None:
    """A place in the repository at its host; GitLab puts it behind "-/". None where the repository is not known."""
    return f"{repositori.rstrip('/')}/{'-/' if 'gitlab' in repositori else ''}{place}" if repositori else None


def in_repository(situs: Situs, deed: str, path: str) -> str | None:
    """Where a file of the repository is read (`blob`) or edited (`edit`) at its host; None where that is not known."""
    return repository_address(situs.repositori, f"{deed}/{quote(situs.cabang)}/{quote(path)}")


def licence_address(lisensi: str) -> str:
    """Where a licence of the SPDX list can be read."""
    return f"https://spdx.org/licenses/{lisensi}.html"
