"""The quarterly report, drawn: the monitoring sheet (the decree's row I.3: "lembar monev ZI") to print, sign and file."""

from collections.abc import Iterable, Iterator
from itertools import count

from zona.drawing.template_values import Values, counts, identity
from zona.drawing.typefaces import Drawable
from zona.drawing.typst_drawing import Drawer
from zona.findings.keadaan import LATE
from zona.findings.plan_findings import PeriodeFinding, count_periods
from zona.findings.record_findings import CatatanFinding
from zona.findings.year_findings import Findings, TahunFinding
from zona.outputs import addresses
from zona.outputs.evidence.published import BuktiTerbit
from zona.outputs.sharing import due_sentence
from zona.outputs.site_file import SiteFile
from zona.outputs.wording import TIDAK_TERCETAK, angka, sebut_periode, tanggal
from zona.records.rencana.jadwal import BULAN
from zona.records.rencana.kode import roman

TEMPLATE = "laporan.typ"


def report_files(findings: Findings, terbit: dict[int, dict[str, BuktiTerbit]], drawer: Drawer) -> list[SiteFile]:
    """Every year's four reports, as PDF/UA, as far as they can be drawn; `terbit` is each year's published evidence by name."""
    files: list[SiteFile] = []
    for tahun in findings.tahun:
        for nomor in range(1, 5):
            with drawer.attempt(path := addresses.laporan(tahun.tahun, nomor)):
                values = values_of(tahun, nomor, findings, terbit[tahun.tahun])
                content = drawer.pdf(TEMPLATE, values, findings.per_tanggal)
                files.append(SiteFile(path, content, f"data/{tahun.rencana_aksi.path}"))
    return files


def values_of(tahun: TahunFinding, nomor: int, findings: Findings, terbit: dict[str, BuktiTerbit]) -> Values:
    """What the template needs to draw a quarter's report: its periods with their records, the late ones, and the evidence."""
    own = tahun.triwulan(nomor)
    records = [record.isi for item in own for record in item.capaian]
    numbers = (f"B{number}" for number in count(1))  # in the order of the sheet
    return identity(findings, addresses.triwulan(tahun.tahun, nomor)) | {
        "judul": f"Lembar Monitoring dan Evaluasi Triwulan {roman(nomor)} {tahun.tahun}",
        "bulan": f"{BULAN[nomor * 3 - 3]} sampai {BULAN[nomor * 3 - 1]} {tahun.tahun}",
        "rencana": tahun.dasar.rencana,
        "jumlah": angka(len(own)),
        "keadaan": counts(count_periods(own)),
        "kalimat": due_sentence(count_periods(own)),
        "lembar": [
            _period(item)
            | {
                "bukti_fisik": item.aksi.bukti_fisik or TIDAK_TERCETAK,
                "capaian": [_record(record, numbers) for record in item.catatan_capaian],
            }
            for item in own
        ],
        "lewat": [_late(item) for item in own if item.keadaan in LATE],
        "bukti": list(_all_evidence(own, terbit)),
        "pencatat": [*sorted({record.dicatat_oleh for record in records})],
        "pemverifikasi": [*sorted({record.verifikasi.oleh for record in records if record.verifikasi})],
    }


def _period(item: PeriodeFinding) -> Values:
    return {
        "kode": item.kode,
        "komponen": item.komponen,
        "periode": sebut_periode(item),
        "tenggat": tanggal(item.tenggat),
        "keadaan": item.keadaan.value,
        "label": item.keadaan.label,
    }


def _record(item: CatatanFinding, numbers: Iterator[str]) -> Drawable:
    isi, found = item.isi, item.isi.verifikasi
    verified = f"diverifikasi oleh {found.oleh} pada {tanggal(found.tanggal)}" if found else "belum diverifikasi"
    return {
        "tanggal": tanggal(isi.tanggal),
        "hasil": f"{isi.hasil.label} ({item.nasib})" if item.gugur else isi.hasil.label,
        "uraian": _why(item) + isi.uraian,
        "peran": f"Dicatat oleh {isi.dicatat_oleh}; {verified}.",
        "bukti": [next(numbers) for _ in isi.bukti],
    }


def _why(item: CatatanFinding) -> str:
    """What a record corrects or withdraws, and why."""
    if item.sasaran is None:
        return ""
    what = "Koreksi" if item.isi.mengoreksi else "Pencabutan"
    return f"{what} atas laporan {tanggal(item.sasaran.tanggal)}: {item.isi.alasan} "


def _late(item: PeriodeFinding) -> Drawable:
    """A period past its deadline that is not fulfilled, and for how many days."""
    text = item.penentu.uraian if item.penentu else "Belum ada laporan di situs ini."
    return _period(item) | {"hari": angka(item.hari_lewat), "uraian": text}


def _all_evidence(periods: Iterable[PeriodeFinding], terbit: dict[str, BuktiTerbit]) -> Iterator[Drawable]:
    """The evidence in the order of the sheet: files with their SHA-256, and links."""
    found = ((item, bukti) for item in periods for record in item.capaian for bukti in record.isi.bukti)
    for number, (item, bukti) in enumerate(found, 1):
        yield {
            "nomor": f"B{number}",
            "aksi": f"{item.kode}, {sebut_periode(item)}",
            "judul": bukti.judul,
            "membuktikan": bukti.membuktikan,
            "tentang": terbit[bukti.berkas].tentang(bukti.jenis) if bukti.berkas else f"{bukti.jenis.label}, tautan",
            "sha256": terbit[bukti.berkas].sha256 if bukti.berkas else None,
            "tautan": bukti.tautan,
        }
