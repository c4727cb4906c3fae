"""Which pages there are, and what each shows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from zona.findings.janji import kept_by
from zona.findings.keadaan import Keadaan
from zona.findings.last_change import last_change
from zona.findings.plan_findings import AksiFinding
from zona.findings.upkeep.age import TANPA_LAPORAN, age_of
from zona.findings.year_findings import Findings, TahunFinding
from zona.outputs import addresses
from zona.outputs.charts.calendar_map import strip
from zona.outputs.charts.ring import ring
from zona.outputs.charts.stacked import bar
from zona.outputs.evidence.published import BuktiTerbit
from zona.outputs.pages.capaian_pages import kelengkapan, pages_of_capaian
from zona.outputs.pages.dictionary_pages import pages_of_dictionary
from zona.outputs.pages.download_pages import page_of_downloads
from zona.outputs.pages.informasi_pages import pages_of_informasi
from zona.outputs.pages.machine_readable import office, website
from zona.outputs.pages.pengaduan_pages import pages_of_pengaduan
from zona.outputs.pages.provenance_pages import pages_of_origin
from zona.outputs.pages.render import Page
from zona.outputs.pages.sharing_pages import kit
from zona.outputs.pages.site_map import peta_situs
from zona.outputs.tables.formats import Unduhan
from zona.records.rencana.catatan import JenisCatatan
from zona.records.rencana.jadwal import BENTUK, BULAN
from zona.records.rencana.rencana_aksi import KOLOM


def pages_of(findings: Findings, terbit: dict[int, dict[str, BuktiTerbit]], unduhan: dict[int, Unduhan]) -> Iterator[Page]:
    """Every generated page, in the order of the site; `terbit` is each year's published evidence by name, `unduhan` what
    each year has to download."""
    pages = tuple(_pages(findings, terbit, unduhan))
    yield from pages
    yield peta_situs(pages, findings)


def _pages(findings: Findings, terbit: dict[int, dict[str, BuktiTerbit]], unduhan: dict[int, Unduhan]) -> Iterator[Page]:
    yield _beranda(findings)
    yield _rencana(findings)
    for tahun in findings.tahun:
        yield from _pages_of_year(tahun, findings, terbit[tahun.tahun])
        yield from pages_of_capaian(tahun, findings, terbit[tahun.tahun])
        yield page_of_downloads(tahun, findings, unduhan[tahun.tahun])
    yield from pages_of_informasi(findings)
    yield from pages_of_pengaduan(findings)
    yield kelengkapan(findings)
    yield kit(findings)
    yield _metode(findings)
    yield from pages_of_dictionary(findings, unduhan[findings.terbaru.tahun])
    yield from pages_of_origin(findings)


def _beranda(findings: Findings) -> Page:
    tahun, kantor = findings.terbaru, findings.situs.isi.kantor
    return Page(
        addresses.BERANDA,
        f"Zona Integritas {kantor}",
        f"Rencana aksi {kantor} tahun {tahun.tahun}: {len(tahun.aksi)} aksi dengan tenggat dan bukti yang diminta.",
        "pages/beranda.html",
        tahun.rencana_aksi.path,
        {
            "tahun": tahun,
            "usia": age_of(findings),
            "berikut": tahun.jatuh_berikut,
            "baru": tahun.baru_dicatat,
            "per_bulan": tahun.tenggat_per_bulan(),
            "cincin": ring("cincin", f"Keadaan rencana aksi {tahun.tahun}", tahun.hitungan),
            "batang": {
                item.kelompok.kode: bar(f"batang-{addresses.slug(item.kelompok.kode)}", item.kelompok.judul, item.hitungan)
                for item in tahun.kelompok
            },
        },
        berubah=last_change(tahun.periode),
        uraian=(office(findings), website(findings)),
    )


def _rencana(findings: Findings) -> Page:
    tahun = findings.terbaru
    return Page(
        addresses.RENCANA,
        "Rencana aksi",
        f"Rencana aksi Zona Integritas {findings.situs.isi.kantor} dari tahun ke tahun.",
        "pages/rencana.html",
        tahun.rencana_aksi.path,
        {"tahun": tahun},
        jenis="",  # goes on to the newest year by itself
    )


def _pages_of_year(tahun: TahunFinding, findings: Findings, terbit: dict[str, BuktiTerbit]) -> Iterator[Page]:
    kantor = findings.situs.isi.kantor
    rencana, keputusan = tahun.rencana_aksi.path, tahun.keputusan.path
    base: dict[str, Any] = {"tahun": tahun, "kolom": KOLOM, "bulan": BULAN, "terbit": terbit}
    yield Page(
        addresses.plan(tahun.tahun),
        f"Rencana Aksi {tahun.tahun}",
        f"Semua {len(tahun.aksi)} aksi Zona Integritas {kantor} tahun {tahun.tahun}: langkah, bukti, waktu, dan target.",
        "pages/rencana_tahun.html",
        rencana,
        base,
        berubah=last_change(tahun.periode),
    )
    yield Page(
        addresses.keputusan(tahun.tahun),
        f"Keputusan {tahun.keputusan.isi.nomor}",
        f"Naskah Keputusan {tahun.keputusan.isi.nomor} tentang rencana aksi Zona Integritas, dengan catatan atas teksnya.",
        "pages/keputusan.html",
        keputusan,
        base | {"keputusan": tahun.keputusan.isi},
        jenis="dokumen",
        berubah=tahun.keputusan.isi.tanggal,
    )
    for kelompok in tahun.kelompok:
        yield Page(
            addresses.kelompok(tahun.tahun, kelompok.kelompok.kode),
            f"Kelompok {kelompok.kelompok.kode} · {kelompok.kelompok.judul}",
            f"{len(kelompok.aksi)} aksi dalam kelompok {kelompok.kelompok.kode}, {kelompok.kelompok.judul}.",
            "pages/kelompok.html",
            rencana,
            base
            | {
                "kelompok": kelompok,
                "batang": bar("batang", f"Keadaan kelompok {kelompok.kelompok.kode}", kelompok.hitungan),
            },
            berubah=last_change(kelompok.periode),
        )
    kept = kept_by(findings) if tahun is findings.terbaru else {}
    for index, aksi in enumerate(tahun.aksi):
        yield _aksi(tahun, index, aksi, base | {"penepat": kept.get(aksi.aksi.kode)})


def _aksi(tahun: TahunFinding, index: int, aksi: AksiFinding, base: dict[str, Any]) -> Page:
    semua = tahun.aksi
    return Page(
        addresses.aksi(tahun.tahun, aksi.aksi.kode),
        f"Aksi {aksi.aksi.kode} · {aksi.aksi.komponen}",
        f"Aksi {aksi.aksi.kode} rencana aksi {tahun.tahun}: langkah, bukti yang diminta, tenggat, dan catatan.",
        "pages/aksi.html",
        tahun.rencana_aksi.path,
        base
        | {
            "temuan_aksi": aksi,
            "strip": strip("strip", aksi, tahun.tahun, tahun.per_tanggal),
            "aksi": aksi.aksi,
            "nomor_baris": index + 1,
            "sebelum": semua[index - 1] if index else None,
            "sesudah": semua[index + 1] if index + 1 < len(semua) else None,
        },
        jenis="aksi",
        berubah=last_change(aksi.periode),
        bagian=f"{tahun.tahun} · {aksi.kelompok.kode} {aksi.kelompok.judul}",
    )


def _metode(findings: Findings) -> Page:
    tahun = findings.terbaru
    return Page(
        addresses.METODE,
        "Cara membaca dan menghitung",
        "Bagaimana naskah keputusan disalin, bagaimana tenggat dibaca, dan apa arti catatan.",
        "pages/metode.html",
        tahun.rencana_aksi.path,
        {
            "tahun": tahun,
            "bentuk": BENTUK,
            "jenis_catatan": tuple(JenisCatatan),
            "keadaan": tuple(Keadaan),
            "tanpa_laporan": TANPA_LAPORAN,
        },
    )
