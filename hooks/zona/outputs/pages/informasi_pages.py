"""The pages that help people: where to report, through which channel, under which rule; and the pages of prose."""

from __future__ import annotations

from collections.abc import Iterator

from zona.findings.janji import kept_by
from zona.findings.year_findings import Findings
from zona.outputs import addresses
from zona.outputs.pages.render import Page
from zona.outputs.prose.prose_html import state_of
from zona.records.informasi.dasar_hukum import KeadaanAturan
from zona.records.informasi.prosa import Prosa


def pages_of_informasi(findings: Findings) -> Iterator[Page]:
    """Every page of information for which there are data."""
    if findings.kanal:
        yield _kanal(findings)
        if findings.lapor:
            yield _lapor(findings)
    if findings.dasar_hukum:
        yield _dasar_hukum(findings)
    if findings.prosa:
        yield _informasi(findings)
    for page in findings.prosa:
        yield _prosa(page, findings)


def _lapor(findings: Findings) -> Page:
    assert findings.lapor
    return Page(
        addresses.LAPOR,
        "Ke mana saya melapor?",
        "Pilih yang Anda alami; halaman ini menunjukkan nomor dan alamat yang tepat untuk melapor.",
        "pages/lapor.html",
        findings.lapor.path,
        {
            "situasi": findings.lapor.isi.situasi,
            "belum": sum(not age for age in _fresh(findings)),
            "keterangan_aturan": state_of,
        },
        jenis="kanal",
    )


def _fresh(findings: Findings) -> list[bool]:
    """For each channel of the chooser, whether its confirmation is new."""
    used = {kunci for item in (findings.lapor.isi.situasi if findings.lapor else ()) for kunci in item.kanal}
    channels = findings.kanal_menurut_kunci
    return [findings.pemeriksaan(channels[kunci].diperiksa).baru for kunci in sorted(used)]


def _kanal(findings: Findings) -> Page:
    assert findings.kanal
    channels = findings.kanal.isi.kanal
    return Page(
        addresses.KANAL,
        "Semua kanal pengaduan",
        f"{len(channels)} kanal untuk melapor, mengadu, dan meminta informasi: untuk apa, cara menghubungi, dan sumbernya.",
        "pages/kanal.html",
        findings.kanal.path,
        {"semua": channels, "keterangan_aturan": state_of},
        jenis="kanal",
    )


def _dasar_hukum(findings: Findings) -> Page:
    assert findings.dasar_hukum
    rules = findings.dasar_hukum.isi.aturan
    return Page(
        addresses.DASAR_HUKUM,
        "Dasar hukum",
        f"{len(rules)} aturan yang dikutip situs ini, dengan keadaannya: berlaku, diubah, atau dicabut.",
        "pages/dasar_hukum.html",
        findings.dasar_hukum.path,
        {
            "aturan": rules,
            "jumlah": {state: sum(item.keadaan is state for item in rules) for state in KeadaanAturan},
            "dipakai": _citing(findings),
        },
        jenis="dokumen",
    )


def _citing(findings: Findings) -> dict[str, list[tuple[str, str]]]:
    """For each rule, the (title, address) of what cites it."""
    citing: dict[str, list[tuple[str, str]]] = {}
    for page in findings.prosa:
        for kunci in sorted({*page.kepala.dasar_hukum, *_rules_in(page, findings)}):
            citing.setdefault(kunci, []).append((page.kepala.judul, addresses.prosa(page.nama)))
    for situasi in findings.lapor.isi.situasi if findings.lapor else ():
        for kunci in situasi.dasar_hukum:
            citing.setdefault(kunci, []).append((f"Lapor: {situasi.judul}", f"{addresses.LAPOR}#{situasi.kunci}"))
    for kanal in findings.kanal_menurut_kunci.values():
        for kunci in kanal.dasar_hukum:
            citing.setdefault(kunci, []).append((f"Kanal {kanal.nama}", f"{addresses.KANAL}#{kanal.kunci}"))
    return citing


def _rules_in(page: Prosa, findings: Findings) -> list[str]:
    return [kunci for kunci in findings.aturan_menurut_kunci if f"[[h:{kunci}]]" in page.isi]


def _informasi(findings: Findings) -> Page:
    return Page(
        addresses.INFORMASI,
        "Informasi",
        f"{len(findings.prosa)} halaman penjelasan untuk warga dan pegawai: gratifikasi, pengaduan, layanan, dan lainnya.",
        "pages/informasi.html",
        findings.prosa[0].path,
        {"halaman": findings.prosa},
        salinan=addresses.prose_copy(findings.prosa[0].nama),
    )


def _prosa(page: Prosa, findings: Findings) -> Page:
    kept = kept_by(findings)
    rows = [aksi for aksi in findings.terbaru.aksi if aksi.aksi.kode in page.kepala.baris]
    rules = sorted({*page.kepala.dasar_hukum, *_rules_in(page, findings)}, key=list(findings.aturan_menurut_kunci).index)
    return Page(
        addresses.prosa(page.nama),
        page.kepala.judul,
        page.kepala.ringkas,
        "pages/prosa.html",
        page.path,
        {
            "halaman": page,
            "tahun": findings.terbaru,
            "baris": rows,
            "penepat": kept,
            "aturan": [findings.aturan_menurut_kunci[kunci] for kunci in rules],
            "keterangan_aturan": state_of,
        },
        salinan=addresses.prose_copy(page.nama),
    )
