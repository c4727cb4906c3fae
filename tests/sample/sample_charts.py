"""Plans for the charts' golden files: empty, all done, all late, one action, 200 actions, names of 120 characters, and
complaints and survey answers with zero, hidden and missing numbers. Everything here is made up."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, cast

from small.records import verified
from support.zi_command import PER_TANGGAL
from zona.findings.judge import judge_year
from zona.findings.plan_findings import KelompokFinding
from zona.findings.year_findings import TahunFinding
from zona.outputs.charts.bars import bars
from zona.outputs.charts.calendar_map import map_of_group
from zona.outputs.charts.chart_values import ButirBagan, Deret, NilaiBagan, Tertutup
from zona.outputs.charts.columns import columns
from zona.outputs.charts.curve import curve
from zona.outputs.charts.month_stack import month_stack
from zona.outputs.charts.stacked import bar, bars_of_groups
from zona.outputs.view import environment
from zona.records.capaian.capaian import Bukti, Capaian, Hasil, JenisBukti
from zona.records.load import Tahun
from zona.records.reading.file_reader import Source
from zona.records.rencana.jadwal import tenggat_of
from zona.records.rencana.kode import roman
from zona.records.rencana.rencana_aksi import Aksi, Kelompok, RencanaAksi

TAHUN = 2026
BUKTI = Bukti(berkas="bukti.pdf", judul="Bukti contoh", jenis=JenisBukti.DOKUMEN)
NAMA_120 = (
    "Pembangunan unit kerja yang memperoleh predikat menuju wilayah bebas dari korupsi, birokrasi bersih, dan melayani warga."
)


@dataclass(frozen=True)
class Campuran:
    """A plan in one mix of states, by the name of its folder of golden files."""

    nama: str
    tahun: TahunFinding


def plan(waktu: list[list[str]], record: Callable[[int], str], *, judul: str = "Kelompok contoh {}") -> TahunFinding:
    """A judged plan: for each group its actions' printed times; `record` gives each period (by number) a letter: S done in
    time, L done late, W waiting, B running, - nothing."""
    groups = tuple(
        Kelompok(
            kode=roman(number),
            judul=judul.format(roman(number)),
            aksi=tuple(_aksi(f"{roman(number)}.{row}", text) for row, text in enumerate(rows, start=1)),
        )
        for number, rows in enumerate(waktu, start=1)
    )
    rencana = RencanaAksi(tahun=TAHUN, judul="RENCANA AKSI CONTOH", kelompok=groups)
    periods = [(aksi.kode, tenggat.periode) for aksi in rencana.semua_aksi() for tenggat in aksi.tenggat]
    records = [found for number, (kode, periode) in enumerate(periods) for found in _records(kode, periode, record(number))]
    tahun = Tahun(TAHUN, cast(Any, None), Source(rencana, "2026/rencana-aksi.yml", b"", {}), tuple(records), {})
    return judge_year(tahun, PER_TANGGAL)


def _aksi(kode: str, waktu: str) -> Aksi:
    cells = dict.fromkeys(("komponen", "indikator", "langkah_aksi", "bukti_fisik"), f"Contoh {kode}")
    return Aksi(kode=kode, target_waktu=waktu, **cells)


def _records(kode: str, periode: str, letter: str) -> Iterator[Source[Capaian]]:
    """The record that the letter asks for, if it can have happened by the date."""
    due = tenggat_of(periode).tenggat
    day = min(due, PER_TANGGAL) if letter != "L" else date(due.year + due.month // 12, due.month % 12 + 1, 9)
    if letter == "-" or day > PER_TANGGAL:
        return
    isi = Capaian(
        aksi=kode,
        periode=periode,
        tanggal=day,
        hasil=Hasil.BERJALAN if letter == "B" else Hasil.SELESAI,
        uraian="Kegiatan contoh",
        bukti=(BUKTI,),
        dicatat_oleh="Tim Contoh",
    )
    isi = isi if letter in "WB" else verified(isi, "Ketua Contoh")
    yield Source(isi, f"2026/capaian/{kode.lower()}_{periode}.yml", b"", {})


def mixes() -> tuple[Campuran, ...]:
    """Every mix that has golden files."""
    some = [["Januari", "Bulanan", "Per Triwulan"], ["Januari s.d Maret", "Juli dan Desember"]]
    none = plan([["Januari"]], lambda _: "-")
    group = none.kelompok[0].kelompok
    return (
        Campuran("kosong", TahunFinding(none.sumber, PER_TANGGAL, (KelompokFinding(group, ()),))),
        Campuran("semua-selesai", plan(some, lambda _: "S")),
        Campuran("semua-terlambat", plan([["Januari", "Maret dan Juli"], ["Agustus, September, dan Oktober"]], lambda _: "B")),
        Campuran("satu-aksi", plan([["Bulanan"]], lambda number: "SSLSWSSB-S--"[number])),
        Campuran("dua-ratus-aksi", plan([["Bulanan"] * 50] * 4, lambda number: "SLSSW-SBS-SS-"[number * 7 % 13])),
        Campuran("nama-120", plan(some, lambda number: "SWB-L"[number % 5], judul=NAMA_120)),
    )


def drawings(campuran: Campuran) -> dict[str, str]:
    """The mix's charts as SVG by the name of their golden file."""
    tahun = campuran.tahun
    return {
        "kelompok": draw("tumpuk", "tumpuk", bars_of_groups("kelompok", tahun.kelompok)),
        "batang": draw("tumpuk", "tumpuk", bar("batang", "Keadaan kelompok I", tahun.kelompok[0].hitungan)),
        "kurva": draw("kurva", "kurva", curve("kurva", tahun)),
        "bulan": draw("bulan", "bulan_tumpuk", month_stack("bulan", tahun)),
        **{
            f"peta-{item.kode.lower()}": draw("peta", "peta", map_of_group("peta", item, TAHUN, PER_TANGGAL))
            for item in tahun.kelompok
        },
    }


BULANAN: tuple[NilaiBagan, ...] = (6, 8, 0, Tertutup(), 12, 9, 7, 21, 5, 6, None, None)
PENGADUAN = [
    Deret("Harus ditindaklanjuti", BULANAN),
    Deret("Diproses", tuple(value // 3 if isinstance(value, int) else value for value in BULANAN)),
    Deret("Selesai", tuple(value - value // 3 if isinstance(value, int) else value for value in BULANAN)),
]
KATEGORI = [
    ButirBagan("Pelayanan yang lambat, dipersulit, atau tidak dijawab oleh petugas", 34),
    ButirBagan("Permintaan uang atau hadiah", Tertutup()),
    ButirBagan("Perilaku pegawai", 12),
    ButirBagan("Informasi yang ditolak", 0),
    ButirBagan("Tidak dijawab", Tertutup("disembunyikan")),
]
UNSUR = [
    ButirBagan(name, Decimal(text))
    for name, text in (
        ("Persyaratan", "3.45"), ("Prosedur", "3.5"), ("Waktu", "2.985"), ("Biaya", "4"), ("Produk", "3.2"),
        ("Kompetensi", "3.6"), ("Perilaku", "3.7"), ("Sarana dan prasarana", "3.1"),
    )
] + [ButirBagan("Penanganan pengaduan, saran, dan masukan", None)]  # fmt: skip


def plain_drawings() -> dict[str, str]:
    """Complaints and survey answers: three counts, by month, by category, by element; by the name of their golden file."""
    three = [ButirBagan("Harus ditindaklanjuti", 74), ButirBagan("Diproses", 21), ButirBagan("Selesai", 53)]
    lines = [ButirBagan("rata-rata", Decimal("3.41"))]
    kept = tuple(Tertutup() if value else value for value in BULANAN)
    months = {
        "per-bulan": PENGADUAN,
        "per-bulan-nol": [Deret(row.label, (0,) * 12) for row in PENGADUAN],
        "per-bulan-tertutup": [Deret(row.label, kept) for row in PENGADUAN],
        "per-bulan-pertama": [Deret(row.label, (7, *(None,) * 11)) for row in PENGADUAN],
    }
    categories = {
        "per-kategori": KATEGORI,
        "per-kategori-nol": [ButirBagan(item.label, 0) for item in KATEGORI],
        "per-kategori-tertutup": [ButirBagan(item.label, Tertutup("disembunyikan")) for item in KATEGORI],
        "per-kategori-satu": KATEGORI[2:3],
        "per-kategori-nama-120": [ButirBagan(NAMA_120, 1234567), ButirBagan(NAMA_120, Tertutup("1.200–1.204"))],
    }
    found = {name: draw("tiang", "tiang", columns("bulan", "Pengaduan tiap bulan", rows)) for name, rows in months.items()}
    found |= {name: draw("batang", "batang", bars("kategori", "Menurut kategori", rows)) for name, rows in categories.items()}
    return found | {
        "tiga-hitungan": draw("batang", "batang", bars("tiga", "Pengaduan menurut tahap", three)),
        "survei": draw("batang", "batang", bars("survei", "Nilai", UNSUR, awal=1, puncak=4, batas=lines, desimal=2)),
    }


_ENVIRONMENT = environment()


def draw(template: str, macro: str, chart: Any) -> str:
    """A chart's SVG, as a page gets it."""
    return str(getattr(_ENVIRONMENT.get_template(f"charts/{template}.html").module, macro)(chart)).strip()


def golden_files() -> dict[str, str]:
    """Every golden file by its path below tests/golden/grafik: the drawing as it stands in a page, and before it only the
    lines that let a browser show the file in colours."""
    found = {f"{mix.nama}/{name}.svg": text for mix in mixes() for name, text in drawings(mix).items()}
    found |= {f"angka/{name}.svg": text for name, text in plain_drawings().items()}
    head = "".join(f'<?xml-stylesheet href="../../../../docs/aset/gaya/{part}.css"?>\n' for part in ("dasar", "grafik"))
    return {path: f"{head}{text}\n" for path, text in found.items()}


def geometry_of(svg: str) -> list[float]:
    """Every number that places something in a drawing."""
    places = re.findall(r'\b(?:x|y|x1|x2|y1|y2|cx|cy|width|height|d|viewBox)="([^"]*)"', svg)
    return [float(number) for text in places for number in re.findall(r"-?\d+(?:\.\d+)?", text)]
