"""The folder for the assessors of one area of the LKE: its index, drawn, the evidence files, and the sums of all."""

import hashlib
from dataclasses import dataclass

from zona.drawing.template_values import Values, identity
from zona.drawing.typefaces import Drawable
from zona.drawing.typst_drawing import Drawer
from zona.findings.keadaan import KeadaanAksi
from zona.findings.lke.lke_findings import BarisButir, ButirFinding
from zona.findings.year_findings import Findings
from zona.outputs import addresses
from zona.outputs.evidence.lke_evidence import AreaFolder, BuktiFolder, ButirFolder
from zona.outputs.site_file import SiteFile
from zona.outputs.tables.downloads import to_archive
from zona.outputs.wording import angka, sebut_periode, tanggal
from zona.problems import NotTaken
from zona.records.lke.formulir import MENURUT_SALINAN, SubLke
from zona.records.lke.pemetaan import Hubungan

TEMPLATE = "lke.typ"
INDEKS, SIDIK = "indeks.pdf", "SHA256SUMS"


@dataclass(frozen=True)
class BerkasLke:
    """The folder's files, and all of them as one archive."""

    berkas: tuple[SiteFile, ...]
    arsip: bytes


def assessors_folder(area: AreaFolder, findings: Findings, drawer: Drawer) -> BerkasLke:
    """The folder of an area: the same bytes for the same data and day. Raises `NotTaken` where its index can't be drawn."""
    index = b""
    with drawer.attempt(INDEKS):
        index = drawer.pdf(TEMPLATE, values_of(area, findings), findings.per_tanggal)
    if drawer.left_out:
        raise NotTaken("Indeks tidak bisa digambar; ulangi, dan bila tetap begitu laporkan kepada pengelola program")
    source = f"data/{area.lke.sumber.path}"
    files = [SiteFile(INDEKS, index, source), *area.files()]
    sums = sorted((file.path, hashlib.sha256(file.read()).hexdigest()) for file in files)
    text = "".join(f"{digest}  {name}\n" for name, digest in sums)
    files.append(SiteFile(SIDIK, text.encode(), source))
    return BerkasLke(tuple(files), to_archive({file.path: file for file in files}, findings.per_tanggal))


def values_of(area: AreaFolder, findings: Findings) -> Values:
    """What the template needs to draw the index of an area."""
    own = area.area
    subs: list[Drawable] = [
        {"nama": f"{sub.kode} {sub.nama}" if sub else "Butir", "butir": [_item(item, findings) for item in items]}
        for sub, items in _by_sub(area)
    ]
    return identity(findings, addresses.lke(area.tahun.tahun)) | {
        "judul": f"Indeks bukti LKE {own.kode} tahun {area.tahun.tahun}",
        "nama": f"{own.bagian.nama}: {own.nama}",
        "rencana": area.tahun.dasar.rencana,
        "ringkas": _counts(area),
        "pemetaan": _state(area),
        "penjelasan": list(_notes(area)),
        "tanpa_baris": not any(item.baris for item in own.butir),
        "halaman_kantor": _own_pages(area),
        "sub": subs,
    }


def _own_pages(area: AreaFolder) -> list[Drawable]:
    """The pages of the office's own site that it names for the area."""
    named = (item for item in area.lke.sumber.isi.halaman_kantor if item.area == area.area.kode)
    return [{"judul": item.judul, "alamat": item.tautan} for item in named]


def _by_sub(area: AreaFolder) -> list[tuple[SubLke | None, list[ButirFolder]]]:
    """The items in the form's order by sub; results have none."""
    found: dict[str, tuple[SubLke | None, list[ButirFolder]]] = {}
    for item in area.butir:
        sub = item.temuan.lke.sub
        found.setdefault(sub.kode if sub else "", (sub, []))[1].append(item)
    return list(found.values())


def _counts(area: AreaFolder) -> str:
    counts = area.area.hitungan
    return (
        f"{angka(counts.jumlah)} butir: {angka(counts.ada_bukti)} punya bukti terverifikasi, "
        f"{angka(counts.tanpa_baris)} belum ada barisnya dalam rencana kami."
    )


def _state(area: AreaFolder) -> str:
    """Whether the office stands behind the mapping."""
    found = area.lke.sumber.isi.ditegaskan
    if found is None:
        return "Pemetaan ini usulan, belum kami tegaskan."
    return f"Pemetaan ini ditegaskan {found.oleh}, {tanggal(found.tanggal)}."


def _notes(area: AreaFolder) -> list[str]:
    """What a reader has to know, each once."""
    notes = [
        f"Daftar butirnya {MENURUT_SALINAN}. Pertanyaannya kami ringkas; kata resminya ada pada lampiran Peraturan Menteri "
        "PANRB 90/2021."
    ]
    if any(True for _ in area.files()):
        notes.append(
            "Nama berkas bukti: kode butir, kode aksi, periode, lalu awal sidik SHA-256-nya. Berkas yang membuktikan beberapa "
            "butir ada pada tiap butirnya, dengan nama butir itu; isi dan sidiknya sama."
        )
    notes.append(f"Berkas {SIDIK} memuat sidik SHA-256 semua berkas di folder ini.")
    if any(row.aksi.keadaan is KeadaanAksi.BELUM_DILAPORKAN for item in area.butir for row in item.temuan.baris):
        notes.append("Belum dilaporkan bukan berarti belum dikerjakan.")
    return notes


def _item(item: ButirFolder, findings: Findings) -> Drawable:
    found, lacks = item.temuan, item.temuan.kekurangan
    return {
        "kode": found.kode,
        "pertanyaan": found.pertanyaan,
        "baris": [_row(row) for row in found.baris],
        "jumlah": angka(len(item.bukti)),
        "kurang": f"{lacks.label[:1].upper()}{lacks.label[1:]}." if lacks else None,
        "menunggu": f"{angka(found.menunggu)} bukti menunggu verifikasi." if found.menunggu and item.bukti else None,
        "halaman": _pages(found, findings),
        "bukti": [_evidence(piece) for piece in item.bukti],
    }


def _row(row: BarisButir) -> Drawable:
    near = " (mendukung)" if row.hubungan is Hubungan.MENDUKUNG else ""
    return {
        "kode": row.kode,
        "nama": f"{row.aksi.sebutan}{near}",
        "keadaan": row.aksi.keadaan.value,
        "label": row.aksi.keadaan.label,
    }


def _pages(item: ButirFinding, findings: Findings) -> list[Drawable]:
    """The site's pages that speak of an item; without an address where the site's is not known."""
    root, titles = addresses.site_address_of(findings.situs.isi), {page.nama: page.kepala.judul for page in findings.prosa}
    names = [entry.halaman for entry in item.halaman if entry.halaman in titles]
    return [{"judul": titles[name], "alamat": f"{root}{addresses.prosa(name)}" if root else None} for name in names]


def _evidence(piece: BuktiFolder) -> Drawable:
    found, isi = piece.temuan, piece.temuan.catatan.isi
    bukti, checked = found.bukti, isi.verifikasi
    said = [f"Diverifikasi {checked.oleh}, {tanggal(checked.tanggal)}."] if checked else []
    said += [f"Tautan {bukti.tautan_lemah}, bukti lemah."] if bukti.tautan_lemah else []
    said += [f"Tautan terakhir terbuka {tanggal(bukti.dilihat)}."] if bukti.dilihat else []
    return {
        "judul": bukti.judul,
        "membuktikan": bukti.membuktikan,
        "asal": f"{piece.tentang}. {tanggal(found.tanggal)}, aksi {found.baris.kode}, {sebut_periode(found.periode)}.",
        "verifikasi": " ".join(said),
        "berkas": piece.berkas.path if piece.berkas else None,
        "sha256": piece.sha256,
        "alamat": piece.alamat,
    }
