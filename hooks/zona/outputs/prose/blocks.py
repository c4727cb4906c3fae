"""Every block that pages of prose call by a mark alone on its line: a piece of the page with what the data say. A block gives
the values of its template, which is called as the block is: `[[peta-benturan]]` fills blocks/peta_benturan.html."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from zona.findings.laporan.laporan_results import judge_gratifikasi, judge_kartu, reviewed_in
from zona.findings.laporan.survei_results import KATEGORI, NilaiFinding, judge_nilai
from zona.findings.working_days import judge_batas
from zona.findings.year_findings import Findings, TahunFinding
from zona.outputs.charts.bars import Batang, means
from zona.outputs.evidence.published import BuktiTerbit
from zona.outputs.view import render_template
from zona.records.informasi.prosa import subjects_of
from zona.records.laporan.laporan import Laporan
from zona.records.laporan.laporan_tahunan import ANGKA, BenturanKepentingan, LaporanTahunan
from zona.records.laporan.survei import JenisSurvei, Spip
from zona.records.reading.file_reader import Source
from zona.records.rencana.tema import daftar_tema


@dataclass(frozen=True)
class BlockCall:
    """What a block is given: the findings, each year's published evidence by name, and what follows its name in the mark."""

    findings: Findings
    terbit: dict[int, dict[str, BuktiTerbit]]
    argument: str = ""


Block = Callable[[BlockCall], dict[str, Any]]  # the values of a template: each block has its own
IsiBlok = TypeVar("IsiBlok", bound=Laporan)


def render_block(name: str, call: BlockCall, address: str) -> str:
    """The block of that name as HTML, on the page at `address`."""
    return render_template(template_of(name), BLOK[name](call), call.findings, address)


def template_of(name: str) -> str:
    """The path of a block's template below `templates/`."""
    return f"blocks/{name.replace('-', '_')}.html"


def _kegiatan(call: BlockCall) -> dict[str, Any]:
    """The records of the newest year for its rows of some subjects (`kode`), the latest first, with the year's published
    evidence. There is at least one such row: without one, the mark is left out."""
    tahun = call.findings.terbaru
    rows = tahun.aksi_bertema(subjects_of(call.argument))
    kode = tuple(item.kode for item in rows)
    found = (item for aksi in rows for own in aksi.tercatat for item in own.catatan_capaian)
    records = sorted(found, key=lambda item: item.isi.tanggal, reverse=True)
    return {"kode": kode, "tahun": tahun, "catatan": records, "terbit": call.terbit[tahun.tahun]}


def _salinan(call: BlockCall) -> dict[str, Any]:
    """The newest year's rows of some subjects that are printed as other rows are, each with that one's code. There is at
    least one: without one, the mark is left out."""
    tahun, tema = call.findings.terbaru, subjects_of(call.argument)
    copies = {item.kode: tahun.salinan[item.kode] for item in tahun.salinan_bertema(tema)}
    return {"tahun": tahun, "tema": [daftar_tema()[kunci].sebutan for kunci in tema], "salinan": copies}


def _batas_lapor(call: BlockCall) -> dict[str, Any]:
    """The last day to report a gift, for every day on which it may have been received."""
    known = call.findings.hari_libur
    return {"batas": judge_batas(known.isi if known else None, call.findings.per_tanggal)}


def _survei(call: BlockCall) -> dict[str, Any]:
    """The surveys of one form: those of the newest year in full, each with its chart, earlier years' as one table."""
    jenis, tahun = JenisSurvei(call.argument), call.findings.terbaru
    found = [item for year in call.findings.tahun for item in year.survei if item.isi.jenis is jenis]
    newest = [item for item in reversed(found) if item.isi.tahun == tahun.tahun]
    title = f"Nilai tiap unsur; makin tinggi makin {'bersih' if jenis is JenisSurvei.SPAK else 'baik'}"
    charts = [means(f"survei-{jenis.value}-{i}", title, item.nilai, item.skala) for i, item in enumerate(newest, start=1)]
    earlier = [item for item in reversed(found) if item.isi.tahun != tahun.tahun]
    newest_charted = tuple(zip(newest, charts, strict=True))
    return {"jenis": jenis, "tahun": tahun, "terbaru": newest_charted, "terdahulu": earlier, "kategori": KATEGORI}


def _yearly(
    report: Callable[[LaporanTahunan], Source[IsiBlok] | None],
    shown: Callable[[IsiBlok], object] = bool,
    *,
    judge: Callable[[TahunFinding, IsiBlok], object] | None = None,
    **more: object,
) -> Block:
    """A block of one kind of yearly report: the newest year, reported or not, and each earlier one whose report has what is
    shown. `laporan` are the years, each with its report (None: not reported) and, where there is a `judge`, with what follows
    from that; `more` are other values of the template."""

    def block(call: BlockCall) -> dict[str, Any]:
        years: list[tuple[object, ...]] = []
        for tahun in reversed(call.findings.tahun):
            sumber = report(tahun.sumber.laporan)
            if tahun is call.findings.terbaru or (sumber is not None and shown(sumber.isi)):
                judged = (judge(tahun, sumber.isi) if sumber else None,) if judge else ()
                years.append((tahun, sumber, *judged))
        return {"laporan": years, **more}

    return block


def _cards(call: BlockCall) -> dict[str, Any]:
    """The control cards of each year, and by when they are to be sent, where the office's packs say so."""
    day = call.findings.tanggal_kirim
    years = _yearly(
        lambda laporan: laporan.spip,
        lambda isi: isi.satgas or isi.kartu_kendali,
        judge=lambda tahun, isi: judge_kartu(isi, day, tahun.per_tanggal),
    )
    return years(call) | {"tenggat": call.findings.paket.kartu_spip}


def _of_conflicts(isi: BenturanKepentingan) -> object:
    return isi.pernyataan or isi.laporan_monev or isi.tindak_lanjut


def _kuesioner(tahun: TahunFinding, isi: Spip) -> tuple[tuple[NilaiFinding, ...], Batang] | None:
    """The questionnaire's items with their means, and the chart of these."""
    kuesioner = isi.kuesioner_spip
    if kuesioner is None:
        return None
    title = f"Hasil kuesioner SPIP tahun {tahun.tahun}; makin tinggi makin baik"
    nilai = tuple(judge_nilai(item, item.unsur) for item in kuesioner.nilai)
    return nilai, means(f"spip-{tahun.tahun}", title, nilai, kuesioner.skala)


BLOK: dict[str, Block] = {
    "kanal": lambda call: {"kanal": call.findings.kanal_menurut_kunci[call.argument]},
    "daftar-kanal": lambda call: {"semua": tuple(call.findings.kanal_menurut_kunci.values())},
    "kegiatan": _kegiatan,
    "salinan": _salinan,
    "batas-lapor": _batas_lapor,
    "poster": lambda call: {"tahun": call.findings.terbaru.tahun},
    "unduh": lambda call: {"berkas": call.argument},
    "pengaduan-ringkas": lambda call: {"statistik": call.findings.pengaduan_terbaru},
    "survei": _survei,
    "jumlah-gratifikasi": _yearly(
        lambda laporan: laporan.gratifikasi,
        judge=lambda tahun, isi: judge_gratifikasi(isi, tahun.per_tanggal),
        angka_gratifikasi=ANGKA,
    ),
    "peta-benturan": _yearly(lambda laporan: laporan.benturan_kepentingan, lambda isi: isi.peta),
    "laporan-benturan": _yearly(lambda laporan: laporan.benturan_kepentingan, _of_conflicts),
    "spip-kartu": _cards,
    "spip-risiko": _yearly(lambda laporan: laporan.spip, lambda isi: isi.risiko),
    "spip-kuesioner": _yearly(lambda laporan: laporan.spip, lambda isi: isi.kuesioner_spip, judge=_kuesioner),
    "inovasi": _yearly(lambda laporan: laporan.inovasi),
    "laporan-harta": _yearly(lambda laporan: laporan.laporan_harta),
    "pakta": _yearly(lambda laporan: laporan.pakta_integritas),
    "maklumat": _yearly(lambda laporan: laporan.layanan, lambda isi: isi.maklumat),
    "standar-pelayanan": _yearly(lambda laporan: laporan.layanan, lambda isi: isi.standar_pelayanan),
    "daftar-sop": _yearly(
        lambda laporan: laporan.layanan, lambda isi: isi.sop, judge=lambda tahun, isi: reviewed_in(isi.sop, tahun.tahun)
    ),
}
