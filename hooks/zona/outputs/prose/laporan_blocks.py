"""The blocks of yearly reports, to be placed on hand-written pages: `[[jumlah-gratifikasi]]`, `[[peta-benturan]]`, …

Each shows the newest year, reported or not, and below it the earlier years that were reported.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jinja2 import Environment

from zona.findings.hitungan import percent
from zona.findings.laporan.laporan_results import TANGGAL_KIRIM, judge_gratifikasi, judge_kartu, reviewed_in
from zona.findings.laporan.survei_results import judge_nilai
from zona.findings.year_findings import Findings
from zona.outputs.charts.survei_charts import means
from zona.outputs.prose.survei_blocks import Block
from zona.records.laporan.gratifikasi import ANGKA

# What templates may ask of the findings: the year's values are computed where they are shown.
_VALUES: dict[str, Any] = {
    "gratifikasi": judge_gratifikasi,
    "kartu": judge_kartu,
    "nilai": judge_nilai,
    "gambar_nilai": means,
    "direviu": reviewed_in,
    "persen": percent,
    "angka_gratifikasi": ANGKA,
    "tanggal_kirim": TANGGAL_KIRIM,
}


def _block(template: str, laporan: str, bagian: tuple[str, ...] = ()) -> Block:
    """A block with a template of `templates/blocks/` about one kind of report; an earlier year is shown where any of the
    report's parts (or the report itself, where none is named) is there."""

    def block(findings: Findings, _argumen: str, ke: Callable[[str], str], env: Environment) -> str:
        years = [(tahun, getattr(tahun.sumber.laporan, laporan)) for tahun in reversed(findings.tahun)]
        told = [
            (tahun, sumber)
            for tahun, sumber in years
            if tahun is findings.terbaru or (sumber and (not bagian or any(getattr(sumber.isi, key) for key in bagian)))
        ]
        return env.get_template(f"blocks/{template}.html").render(laporan=told, ke=ke, **_VALUES)

    return block


BLOK: dict[str, Block] = {
    "jumlah-gratifikasi": _block("jumlah_gratifikasi", "gratifikasi"),
    "peta-benturan": _block("peta_benturan", "benturan_kepentingan", ("peta",)),
    "laporan-benturan": _block("laporan_benturan", "benturan_kepentingan", ("pernyataan", "laporan_monev", "tindak_lanjut")),
    "spip-kartu": _block("spip_kartu", "spip", ("satgas", "kartu_kendali")),
    "spip-risiko": _block("spip_risiko", "spip", ("risiko",)),
    "spip-kuesioner": _block("spip_kuesioner", "spip", ("kuesioner_spip",)),
    "inovasi": _block("inovasi", "inovasi"),
    "laporan-harta": _block("laporan_harta", "laporan_harta"),
    "pakta": _block("pakta", "pakta_integritas"),
    "maklumat": _block("maklumat", "layanan", ("maklumat",)),
    "standar-pelayanan": _block("standar_pelayanan", "layanan", ("standar_pelayanan",)),
    "daftar-sop": _block("daftar_sop", "layanan", ("sop",)),
}
