"""What is there to share and to print, and its words: titles, alternative texts, captions. `zona.drawing` draws it, and the kit
page shows it. Only the newest year has pictures and posters; every year has its four reports. Letters: `letters.py`."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from textwrap import shorten

from zona.findings.hitungan import Hitungan
from zona.findings.keadaan import Keadaan
from zona.findings.plan_findings import AksiFinding, count_periods, due_in_quarter
from zona.findings.year_findings import Findings, TahunFinding
from zona.outputs import addresses
from zona.outputs.letters import letters_of
from zona.outputs.wording import angka, desimal, of_state, part_of, tanggal
from zona.records.rencana.jadwal import BULAN
from zona.records.rencana.kode import roman


@dataclass(frozen=True)
class Ukuran:
    """A size to draw in: its name in addresses, its width and height (a picture's in pixels, a paper's in millimetres), and
    what people call it."""

    nama: str
    lebar: int
    tinggi: int
    label: str


PERSEGI = Ukuran("persegi", 1080, 1080, "Persegi, untuk kiriman")
TEGAK = Ukuran("tegak", 1080, 1920, "Tegak, untuk status dan cerita")
LEBAR = Ukuran("lebar", 1200, 630, "Lebar, untuk pratinjau tautan")
BENTUK = (PERSEGI, TEGAK, LEBAR)
UKURAN_POSTER = (
    Ukuran("a4", 210, 297, "A4"),
    Ukuran("a3", 297, 420, "A3"),
    Ukuran("x-banner", 600, 1600, "Spanduk tegak 60 × 160 cm"),
)
# The thumbnail of a square picture on the kit page, in pixels: one and a half of those that it is shown in.
SISI_KECIL = 360

# What stands beside every count of what was not reported.
BUKAN_BERARTI = "Belum dilaporkan bukan berarti belum dikerjakan."

# The bars of a chart: what each is about, and its counts.
Baris = tuple[tuple[str, Hitungan], ...]


@dataclass(frozen=True)
class Kartu:
    """One picture to share, in every form: `grafik` is `cincin` (the whole), `batang` (a group) or `bulan` (a quarter's
    months); `baris` are the chart's bars, `tambahan` those that only the tall form has room for; `halaman` is the page that
    the QR code opens."""

    tahun: int
    kunci: str
    atas: str
    judul: str
    pokok: str
    halaman: str
    grafik: str
    hitungan: Hitungan
    baris: Baris = ()
    tambahan: Baris = ()
    aksi: tuple[AksiFinding, ...] = ()

    def alamat(self, bentuk: Ukuran) -> str:
        """Where the picture in this form is published."""
        return addresses.kartu(self.tahun, self.kunci, bentuk.lebar, bentuk.tinggi)

    @property
    def alamat_kecil(self) -> str:
        """Where the thumbnail is published."""
        return addresses.kartu_kecil(self.tahun, self.kunci)


@dataclass(frozen=True)
class Poster:
    """One poster: what it is called, and the page that its QR code opens."""

    tahun: int
    kunci: str
    judul: str
    halaman: str

    def alamat(self, ukuran: Ukuran) -> str:
        """Where the poster in this size is published."""
        return addresses.poster(self.tahun, self.kunci, ukuran.nama)


def cards_of(tahun: TahunFinding) -> Iterator[Kartu]:
    """A year's pictures: the plan, each group, each quarter."""
    groups = tuple((f"{item.kode}  {item.judul}", item.hitungan) for item in tahun.kelompok)
    yield Kartu(
        tahun.tahun,
        "rencana",
        f"Rencana Aksi {tahun.tahun}",
        "Apa yang dijanjikan, apa yang sudah dikerjakan",
        f"rencana aksi {tahun.tahun}",
        addresses.capaian(tahun.tahun),
        "cincin",
        tahun.hitungan,
        tambahan=groups,
    )
    for item in tahun.kelompok:
        kode = item.kode
        yield Kartu(
            tahun.tahun,
            f"kelompok-{kode.lower()}",
            f"Kelompok {kode} · Rencana Aksi {tahun.tahun}",
            item.judul,
            f"kelompok {kode} ({item.judul}) rencana aksi {tahun.tahun}",
            addresses.kelompok(tahun.tahun, kode),
            "batang",
            item.hitungan,
            aksi=item.aksi,
        )
    for nomor in range(1, 5):
        yield _quarter(tahun, nomor)


def _quarter(tahun: TahunFinding, nomor: int) -> Kartu:
    own = tahun.triwulan(nomor)
    months = range(nomor * 3 - 2, nomor * 3 + 1)
    groups = (
        (f"{item.kode}  {item.judul}", count_periods(due_in_quarter(item.periode, tahun.tahun, nomor)))
        for item in tahun.kelompok
    )
    first, last = BULAN[months[0] - 1], BULAN[months[-1] - 1]
    return Kartu(
        tahun.tahun,
        f"triwulan-{nomor}",
        f"Triwulan {roman(nomor)} {tahun.tahun}",
        f"{first}–\u2060{last} {tahun.tahun}",  # a word joiner: a line must not end with the dash
        f"triwulan {roman(nomor)} {tahun.tahun}",
        addresses.triwulan(tahun.tahun, nomor),
        "bulan",
        count_periods(own),
        tuple((BULAN[m - 1], count_periods(item for item in own if item.tenggat.month == m)) for m in months),
        tuple((name, counts) for name, counts in groups if counts.jumlah),
    )


def cards_to_draw(tahun: TahunFinding) -> Iterator[Kartu]:
    """The pictures that are drawn: none while nothing is verified, for a zero would travel without what explains it."""
    if tahun.hitungan.terpenuhi:
        yield from cards_of(tahun)


def drawn_paths(findings: Findings) -> frozenset[str]:
    """Where everything that is drawn is published: pictures, thumbnails, posters, reports, months for the notice board. One
    that can't be drawn is not."""
    cards = [path for kartu in cards_to_draw(findings.terbaru) for path in (*map(kartu.alamat, BENTUK), kartu.alamat_kecil)]
    posters = [poster.alamat(ukuran) for poster in posters_of(findings) for ukuran in UKURAN_POSTER]
    reports = [addresses.laporan(tahun.tahun, nomor) for tahun in findings.tahun for nomor in range(1, 5)]
    letters = [surat.alamat("pdf") for surat in letters_of(findings)]
    months = [addresses.lembar_bulanan(findings.terbaru.tahun, bulan) for bulan in months_to_hang(findings)]
    return frozenset((*cards, *posters, *reports, *letters, *months))


def months_to_hang(findings: Findings) -> tuple[int, ...]:
    """The months of the newest year that have a paper for the notice board: the one that runs and the one before; December
    after the year's end. No more: each says how things stand on the day of reckoning, and so is drawn anew every day."""
    day, tahun = findings.per_tanggal, findings.terbaru.tahun
    if day.year != tahun:
        return (12,) if day.year > tahun else ()
    return tuple(month for month in (day.month - 1, day.month) if month)


def posters_of(findings: Findings) -> tuple[Poster, ...]:
    """The posters to print; each opens its page of information where there is one, else the page of what was done."""
    tahun = findings.terbaru.tahun
    prose = {page.nama for page in findings.prosa}
    done = addresses.capaian(tahun)

    def page(nama: str) -> str:
        return addresses.prosa(nama) if nama in prose else done

    return (
        Poster(tahun, "tolak-gratifikasi", "Tolak Gratifikasi", page("tolak-gratifikasi")),
        Poster(tahun, "saluran-pengaduan", "Saluran Pengaduan", addresses.LAPOR if findings.kanal and findings.lapor else done),
        Poster(tahun, "capaian", "Capaian Zona Integritas", done),
        Poster(tahun, "benturan-kepentingan", "Benturan Kepentingan", page("benturan-kepentingan")),
    )


@dataclass(frozen=True)
class TeksKartu:
    """A picture with its words: what it shows, its alternative text, which also says where its QR code leads, and the caption
    to paste beside it."""

    kartu: Kartu
    tampak: str
    alt: str
    keterangan: str


def due_sentence(hitungan: Hitungan) -> str | None:
    """What came of the deadlines that have passed; None while none has."""
    percent = hitungan.persen_jatuh_tempo
    if percent is None:
        return None
    if not hitungan.terpenuhi_jatuh_tempo:
        return f"{angka(hitungan.jatuh_tempo)} janji sudah jatuh tempo, belum ada yang terverifikasi."
    done = f"{angka(hitungan.terpenuhi_jatuh_tempo)} terpenuhi ({desimal(percent)}%)"
    return f"Dari {angka(hitungan.jatuh_tempo)} janji yang sudah jatuh tempo, {done}."


def words_of(kartu: Kartu, findings: Findings) -> TeksKartu:
    """The picture with its words."""
    seen, root = seen_in(kartu, findings), addresses.site_address_of(findings.situs.isi)
    alt = f"{seen} Kode QR menuju {root}{kartu.halaman}" if root else seen
    return TeksKartu(kartu, seen, alt, caption_of(kartu, findings))


def pictures_of(findings: Findings, pictures: Iterable[TeksKartu]) -> dict[str, TeksKartu]:
    """Which of these pictures is shown where which page is shared: each page of the newest year its own or its group's;
    the home page's is the plan's, which every other page takes too."""
    tahun = findings.terbaru
    found = {item.kartu.halaman: item for item in pictures}
    for kelompok in tahun.kelompok:
        own = found[addresses.kelompok(tahun.tahun, kelompok.kode)]
        found |= {addresses.aksi(tahun.tahun, aksi.kode): own for aksi in kelompok.aksi}
    return found | {addresses.BERANDA: found[addresses.capaian(tahun.tahun)]}


def seen_in(kartu: Kartu, findings: Findings) -> str:
    """What the picture shows, for who doesn't see it: every number in it."""
    text = "; ".join([_finding(kartu, findings), *_rest(kartu.hitungan)]) + "."
    if kartu.baris and kartu.hitungan.terpenuhi:
        months = (f"{name} {part_of(counts)}" for name, counts in kartu.baris)
        text += f" Terpenuhi menurut bulan: {', '.join(months)}."
    return f"{text} {BUKAN_BERARTI}" if kartu.hitungan.keadaan[Keadaan.BELUM_DILAPORKAN] else text


def caption_of(kartu: Kartu, findings: Findings) -> str:
    """A caption to paste beside the picture, at most 700 characters: Instagram and WhatsApp fold what is longer."""
    lines = [f"{_finding(kartu, findings)}."]
    if due := due_sentence(kartu.hitungan):
        lines.append(due)
    if rest := _rest(kartu.hitungan):
        lines.append(f"Selebihnya: {', '.join(rest)}.")
    if kartu.hitungan.keadaan[Keadaan.BELUM_DILAPORKAN]:
        lines.append(BUKAN_BERARTI)
    if kartu.hitungan.terpenuhi:
        lines.append("Yang terpenuhi ada buktinya dan sudah diverifikasi; siapa pun bisa memeriksanya.")
    if root := addresses.site_address_of(findings.situs.isi):
        lines.append(f"Selengkapnya: {root}{kartu.halaman}")
    return "\n".join(lines)


def _rest(hitungan: Hitungan) -> list[str]:
    """Every other state that there is: “9 menunggu verifikasi”."""
    others = ((state, number) for state, number in hitungan.keadaan.items() if number and state is not Keadaan.TERPENUHI)
    return [f"{angka(number)} {of_state(state)}" for state, number in others]


def _finding(kartu: Kartu, findings: Findings) -> str:
    """What it is about and how far that is; sample data say what they are before anything else."""
    mark = "DATA CONTOH. " if findings.situs.isi.contoh else ""
    subject = f"{findings.situs.isi.kantor}, {shorten(kartu.pokok, 200, placeholder=' …)')}"
    day, counts = tanggal(findings.per_tanggal), kartu.hitungan
    none = f"{angka(counts.jumlah)} janji, belum ada yang terpenuhi" if counts.jumlah else "belum ada janji"
    found = f"{part_of(counts)} janji terpenuhi" if counts.terpenuhi else none
    return f"{mark}Capaian Zona Integritas {subject}, per {day}: {found}"
