"""The pages that help people: where to report (see lapor_pages.py), under which rule; and the pages of prose."""

from collections.abc import Iterator
from dataclasses import dataclass

from zona.findings.plan_findings import AksiFinding
from zona.findings.year_findings import Findings
from zona.outputs import addresses
from zona.outputs.evidence.published import BuktiTerbit
from zona.outputs.pages.lapor_pages import pages_of_lapor
from zona.outputs.pages.render import Page
from zona.outputs.prose.prose_html import Tulisan
from zona.outputs.view import View
from zona.records.informasi.dasar_hukum import Aturan, DasarHukum, KeadaanAturan
from zona.records.informasi.prosa import Prosa
from zona.records.reading.file_reader import Source


@dataclass(frozen=True)
class DasarHukumView(View, template="pages/dasar_hukum.html"):
    """The rules: how many are in which state, and for each the (title, address) of what cites it."""

    jumlah: dict[KeadaanAturan, int]
    dipakai: dict[str, list[tuple[str, str]]]


@dataclass(frozen=True)
class InformasiView(View, template="pages/informasi.html"):
    """The list of pages of information, each with the rows of the plan that it keeps."""

    daftar: tuple[tuple[Prosa, tuple[AksiFinding, ...]], ...]


@dataclass(frozen=True)
class ProsaView(View, template="pages/prosa.html"):
    """A page of prose with its text, the rows of the plan that it keeps, and the rules that it cites."""

    halaman: Prosa
    tulisan: Tulisan
    baris: tuple[AksiFinding, ...]
    aturan: tuple[Aturan, ...]


def pages_of_informasi(findings: Findings, terbit: dict[int, dict[str, BuktiTerbit]]) -> Iterator[Page]:
    """Every page of information for which there are data; `terbit` is each year's published evidence by name."""
    yield from pages_of_lapor(findings)
    if findings.dasar_hukum:
        yield _dasar_hukum(findings.dasar_hukum, findings)
    if findings.prosa:
        yield Page(
            addresses.INFORMASI,
            "Informasi",
            f"{len(findings.prosa)} halaman penjelasan untuk warga dan pegawai: gratifikasi, pengaduan, layanan, dan lainnya.",
            findings.prosa[0].path,
            InformasiView(tuple((page, findings.terbaru.aksi_bertema(page.kepala.tema)) for page in findings.prosa)),
            paket=findings.paket.sebutan(findings.prosa[0].paket),
        )
    for page in findings.prosa:
        yield _prosa(page, findings, terbit)


def _dasar_hukum(dasar_hukum: Source[DasarHukum], findings: Findings) -> Page:
    rules = dasar_hukum.isi.aturan
    counts = {state: sum(item.keadaan is state for item in rules) for state in KeadaanAturan}
    return Page(
        addresses.DASAR_HUKUM,
        "Dasar hukum",
        f"{len(rules)} aturan yang dikutip situs ini, dengan statusnya: berlaku, diubah, atau dicabut.",
        dasar_hukum.place,
        DasarHukumView(counts, _citing(findings)),
        jenis="dokumen",
        paket=findings.paket.sebutan(dasar_hukum.paket),
    )


def _citing(findings: Findings) -> dict[str, list[tuple[str, str]]]:
    """For each rule, the (title, address) of what cites it."""
    situations, channels = findings.lapor.isi.situasi if findings.lapor else (), findings.kanal_menurut_kunci.values()
    places = [(page.kepala.judul, addresses.prosa(page.nama), _rules_of(page, findings)) for page in findings.prosa]
    places += [(f"Lapor: {item.judul}", addresses.situasi(item.kunci), item.dasar_hukum) for item in situations]
    places += [(f"Saluran: {item.nama}", f"{addresses.KANAL}#{item.kunci}", item.dasar_hukum) for item in channels]
    citing: dict[str, list[tuple[str, str]]] = {}
    for title, address, rules in places:
        for kunci in rules:
            citing.setdefault(kunci, []).append((title, address))
    return citing


def _rules_of(page: Prosa, findings: Findings) -> tuple[str, ...]:
    """The keys of the rules that a page cites in its head or in its text, in the order of all rules."""
    cited = page.kepala.dasar_hukum
    return tuple(kunci for kunci in findings.aturan_menurut_kunci if kunci in cited or f"[[h:{kunci}]]" in page.isi)


def _prosa(page: Prosa, findings: Findings, terbit: dict[int, dict[str, BuktiTerbit]]) -> Page:
    view = ProsaView(
        halaman=page,
        tulisan=Tulisan(page, findings, terbit),
        baris=findings.terbaru.aksi_bertema(page.kepala.tema),
        aturan=tuple(findings.aturan_menurut_kunci[kunci] for kunci in _rules_of(page, findings)),
    )
    return Page(
        addresses.prosa(page.nama),
        page.kepala.judul,
        page.kepala.ringkas,
        page.path,
        view,
        findings.terbaru.tahun,
        paket=findings.paket.sebutan(page.paket),
    )
