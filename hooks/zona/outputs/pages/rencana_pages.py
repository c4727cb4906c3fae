"""The pages of a year's plan: the plan itself, its decree if any, its groups and its actions; and the way to the newest."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from zona.findings.janji import KeptBy, kept_by
from zona.findings.lke.lke_findings import ButirFinding
from zona.findings.plan_findings import AksiFinding, KelompokFinding, last_change
from zona.findings.year_findings import Findings, TahunFinding
from zona.outputs import addresses
from zona.outputs.charts.calendar_map import Strip, strip
from zona.outputs.charts.stacked import Tumpuk, bar
from zona.outputs.evidence.published import BuktiTerbit
from zona.outputs.feeds.subscriptions import subscription_of
from zona.outputs.pages.render import Page
from zona.outputs.view import View
from zona.records.lke.pemetaan import Hubungan
from zona.records.reading.file_reader import Source
from zona.records.rencana.keputusan import Keputusan
from zona.records.rencana.rencana_aksi import KOLOM


@dataclass(frozen=True)
class RencanaView(View, template="pages/rencana.html"):
    """The way to the newest plan, and to every other."""


@dataclass(frozen=True)
class RencanaTahunView(View, template="pages/rencana_tahun.html"):
    """A year's whole plan in one table; `kolom` are its columns as printed, by their keys, and `tanpa` those that no
    row has; `strip` the year of each action."""

    tahun: TahunFinding
    kolom: dict[str, str]
    tanpa: tuple[str, ...]
    strip: dict[str, Strip]


@dataclass(frozen=True)
class KeputusanView(View, template="pages/keputusan.html"):
    """The text of a year's decree."""

    tahun: TahunFinding
    keputusan: Keputusan


@dataclass(frozen=True)
class KelompokView(View, template="pages/kelompok.html"):
    """A group: its counts as a bar, and its actions by their state, the most serious first, each with its year (`strip`)."""

    tahun: TahunFinding
    kelompok: KelompokFinding
    batang: Tumpuk
    strip: dict[str, Strip]


@dataclass(frozen=True)
class AksiView(View, template="pages/aksi.html"):
    """An action: its printed row, its periods and their records. `nomor_baris` counts the rows of the annex; `penepat` is
    what keeps the row on this site, None in a plan that is not the newest; `terbit` is published evidence by name; `butir_lke`
    are the items of the LKE that the row stands at."""

    tahun: TahunFinding
    kolom: dict[str, str]
    temuan_aksi: AksiFinding
    nomor_baris: int
    sebelum: AksiFinding | None
    sesudah: AksiFinding | None
    strip: Strip
    penepat: KeptBy | None
    terbit: dict[str, BuktiTerbit]
    butir_lke: tuple[tuple[ButirFinding, Hubungan], ...]


def newest_plan(findings: Findings) -> Page:
    """The page that goes on to the newest year by itself."""
    tahun = findings.terbaru
    return Page(
        addresses.RENCANA,
        "Rencana aksi",
        f"Rencana aksi Zona Integritas {findings.situs.isi.kantor} dari tahun ke tahun.",
        tahun.rencana_aksi.path,
        RencanaView(),
        tahun.tahun,
        jenis="",
        alih=addresses.plan(tahun.tahun),
    )


def pages_of_rencana(tahun: TahunFinding, findings: Findings, terbit: dict[str, BuktiTerbit]) -> Iterator[Page]:
    """A year's plan, its decree, and a page for each group and each action."""
    kantor = findings.situs.isi.kantor
    yield Page(
        addresses.plan(tahun.tahun),
        f"Rencana Aksi {tahun.tahun}",
        f"Semua {len(tahun.aksi)} aksi Zona Integritas {kantor} tahun {tahun.tahun}: langkah, bukti, waktu, dan target.",
        tahun.rencana_aksi.path,
        RencanaTahunView(tahun, KOLOM, _unprinted(tahun), _strips(tahun, tahun.aksi)),
        tahun.tahun,
        berubah=last_change(tahun.tercatat),
    )
    if tahun.keputusan:
        yield _keputusan(tahun, tahun.keputusan)
    for kelompok in tahun.kelompok:
        yield _kelompok(tahun, kelompok)
    kept = kept_by(findings) if tahun is findings.terbaru else {}
    for index, aksi in enumerate(tahun.aksi):
        yield _aksi(tahun, index, kept.get(aksi.kode), terbit)


def _unprinted(tahun: TahunFinding) -> tuple[str, ...]:
    """The columns that are empty in every row."""
    return tuple(key for key in KOLOM if all(getattr(item.aksi, key) is None for item in tahun.aksi))


def _strips(tahun: TahunFinding, actions: Iterable[AksiFinding]) -> dict[str, Strip]:
    return {item.kode: strip(item, tahun.tahun, tahun.per_tanggal) for item in actions}


def _keputusan(tahun: TahunFinding, source: Source[Keputusan]) -> Page:
    keputusan = source.isi
    return Page(
        addresses.keputusan(tahun.tahun),
        f"Keputusan {keputusan.nomor}",
        f"Naskah Keputusan {keputusan.nomor} tentang rencana aksi Zona Integritas, dengan catatan atas teksnya.",
        source.path,
        KeputusanView(tahun, keputusan),
        tahun.tahun,
        jenis="dokumen",
        berubah=keputusan.tanggal,
    )


def _kelompok(tahun: TahunFinding, kelompok: KelompokFinding) -> Page:
    kode, judul = kelompok.kode, kelompok.judul
    return Page(
        addresses.kelompok(tahun.tahun, kode),
        f"Kelompok {kode} · {judul}",
        f"{len(kelompok.aksi)} aksi dalam kelompok {kode}, {judul}.",
        tahun.rencana_aksi.path,
        KelompokView(
            tahun,
            kelompok,
            bar("batang", f"Status kelompok {kode}", kelompok.hitungan),
            _strips(tahun, kelompok.aksi),
        ),
        tahun.tahun,
        berubah=last_change(kelompok.tercatat),
        langganan=subscription_of(tahun.tahun, kelompok),
    )


def _aksi(tahun: TahunFinding, index: int, penepat: KeptBy | None, terbit: dict[str, BuktiTerbit]) -> Page:
    aksi = tahun.aksi[index]
    view = AksiView(
        tahun=tahun,
        kolom=KOLOM,
        temuan_aksi=aksi,
        nomor_baris=index + 1,
        sebelum=tahun.aksi[index - 1] if index else None,
        sesudah=tahun.aksi[index + 1] if index + 1 < len(tahun.aksi) else None,
        strip=strip(aksi, tahun.tahun, tahun.per_tanggal),
        penepat=penepat,
        terbit=terbit,
        butir_lke=tahun.lke.menurut_baris.get(aksi.kode, ()) if tahun.lke else (),
    )
    return Page(
        addresses.aksi(tahun.tahun, aksi.kode),
        f"Aksi {aksi.kode} · {aksi.komponen}",
        f"Aksi {aksi.kode} rencana aksi {tahun.tahun}: langkah, bukti yang diminta, tenggat, dan catatan.",
        tahun.rencana_aksi.path,
        view,
        tahun.tahun,
        jenis="aksi",
        berubah=last_change(aksi.tercatat),
        langganan=subscription_of(tahun.tahun, aksi),
        bagian=f"{tahun.tahun} · {aksi.kelompok.kode} {aksi.kelompok.sebutan}",
    )
