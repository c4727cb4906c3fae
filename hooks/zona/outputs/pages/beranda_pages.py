"""The home page, and the page of everything that is late."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from zona.findings.hitungan import Hitungan
from zona.findings.lewat_tenggat import AksiLewat, Irama, by_age, by_rhythm
from zona.findings.plan_findings import last_change
from zona.findings.recent import KabarAksi, recent
from zona.findings.upkeep.age import Usia, age_of
from zona.findings.year_findings import Findings, TahunFinding
from zona.outputs import addresses
from zona.outputs.charts.due_bar import BatangTempo, due_bar
from zona.outputs.charts.stacked import Tumpuk, bar
from zona.outputs.pages.machine_readable import office, website
from zona.outputs.pages.render import Page
from zona.outputs.tables.downloads import Unduhan
from zona.outputs.view import View
from zona.outputs.wording import angka, tanggal
from zona.records.informasi.kanal import Cara, JenisCara, Kanal


@dataclass(frozen=True)
class BerandaView(View, template="pages/beranda.html"):
    """The home page: its heading, the data's age, the bar of what is due, the groups' bars by code on one scale, what changed
    in seven days, the late by how often they are to be reported, and the numbers to call: (channel, way), the office's own
    without a way where it has none yet. `dulu` counts what was due before the office began to record, where it names a day."""

    judul: str
    usia: Usia
    dulu: Hitungan | None
    tempo: BatangTempo
    batang: dict[str, Tumpuk]
    sepekan: tuple[KabarAksi, ...]
    irama: dict[Irama, tuple[AksiLewat, ...]]
    telepon: tuple[tuple[Kanal, Cara | None], ...]


@dataclass(frozen=True)
class LewatView(View, template="pages/lewat_tenggat.html"):
    """A year's late deadlines by the day since which their actions are late; `ukuran` is that of the table to download,
    `kutipan` a line to quote the page by, and `alamat_tahun` gives each year's list."""

    judul: str
    tahun: TahunFinding
    umur: tuple[tuple[date, tuple[AksiLewat, ...]], ...]
    berkas: str
    ukuran: int
    kutipan: str
    alamat_tahun: Callable[[int], str]


def beranda(findings: Findings) -> Page:
    """The home page, about the newest year."""
    tahun, kantor = findings.terbaru, findings.situs.isi.kantor
    usia, most = age_of(findings), max(item.hitungan.jumlah for item in tahun.kelompok)
    view = BerandaView(
        heading_of(tahun, usia),
        usia,
        tahun.due_before(usia.mulai) if usia.mulai else None,
        due_bar("tempo", tahun.jatuh_tempo),
        {item.kode: bar(f"batang-{addresses.slug(item.kode)}", item.judul, item.hitungan, most) for item in tahun.kelompok},
        tuple(changed_lately(findings)),
        by_rhythm(tahun.aksi_lewat),
        tuple(phones_of(findings)),
    )
    return Page(
        addresses.BERANDA,
        f"Zona Integritas {kantor}",
        f"Rencana aksi {kantor} tahun {tahun.tahun}: {len(tahun.aksi)} aksi dengan tenggat dan bukti yang diminta.",
        tahun.rencana_aksi.path,
        view,
        tahun.tahun,
        berubah=last_change(tahun.tercatat),
        uraian=(office(findings), website(findings)),
    )


def heading_of(tahun: TahunFinding, usia: Usia) -> str:
    """What the home page says first. A number of promises kept only where one of those due is verified: before that it would
    say that nothing was done, which nobody knows."""
    due, done = tahun.hitungan.jatuh_tempo, tahun.hitungan.terpenuhi_jatuh_tempo
    if not tahun.jumlah_tenggat:
        return "Pekerjaan kami dicatat bila terjadi"
    if not due:
        return "Belum ada janji yang jatuh tempo"
    if done:
        return f"Kami memenuhi {angka(done)} dari {angka(due)} janji yang sudah jatuh tempo"
    if usia.mulai and not usia.lama:
        return f"Situs ini mulai mencatat {tanggal(usia.mulai)}"
    return f"{angka(due)} janji kami sudah jatuh tempo"


def changed_lately(findings: Findings) -> list[KabarAksi]:
    """What was reported, verified or corrected in seven days, the latest first, each action and state once."""
    week = recent(findings.tahun, findings.per_tanggal)
    told = sorted((*week.laporan, *week.verifikasi, *week.koreksi), key=lambda item: item.tanggal, reverse=True)
    return list({(item.tahun, item.aksi.kode, item.keadaan): item for item in reversed(told)}.values())[::-1]


def phones_of(findings: Findings) -> Iterator[tuple[Kanal, Cara | None]]:
    """The telephones of the first situation's channels, for that is the one that most people come with: the office's own
    first, without a way where its number is not known."""
    if not (findings.lapor and findings.kanal):
        return
    channels = [findings.kanal_menurut_kunci[kunci] for kunci in findings.lapor.isi.situasi[0].kanal]
    for kanal in sorted(channels, key=lambda item: not item.milik_kantor):
        ways = [cara for cara in kanal.cara if cara.jenis is JenisCara.TELEPON]
        known = next((cara for cara in ways if cara.nilai), None)
        if known or (ways and kanal.milik_kantor):
            yield kanal, known


def page_of_late(tahun: TahunFinding, findings: Findings, unduhan: Unduhan) -> Page:
    """The page of a year's late deadlines."""
    late, actions, file = len(tahun.lewat_tenggat), len(tahun.aksi_lewat), unduhan.berkas["lewat-tenggat.csv"]
    title = f"{angka(late)} janji pada {actions} aksi lewat tenggat" if late else "Tidak ada janji yang lewat tenggat"
    address = addresses.lewat_tenggat(tahun.tahun, findings.terbaru.tahun)
    root = addresses.site_address_of(findings.situs.isi)
    mark = "DATA CONTOH. " if findings.situs.isi.contoh else ""
    quote = f"{mark}{findings.situs.isi.kantor}, “{title}”, status per {tanggal(findings.per_tanggal)}"
    return Page(
        address,
        title,
        f"Janji rencana aksi {findings.situs.isi.kantor} {tahun.tahun} yang lewat tenggat, dari yang paling lama.",
        tahun.rencana_aksi.path,
        LewatView(
            title,
            tahun,
            by_age(tahun.aksi_lewat),
            file.path,
            len(file.read()),
            f"{quote}, {root}{address}" if root else f"{quote}.",
            partial(addresses.lewat_tenggat, terbaru=findings.terbaru.tahun),
        ),
        tahun.tahun,
        berubah=last_change(tahun.tercatat),
    )
