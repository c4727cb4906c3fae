"""The blocks of surveys, to be placed on hand-written pages: `[[survei ikm]]`, `[[survei spak]]`, `[[survei spkp]]`."""

from __future__ import annotations

from dataclasses import dataclass

from zona.findings.laporan.survei_results import KATEGORI, KategoriMutu, SurveiFinding
from zona.findings.year_findings import TahunFinding
from zona.outputs.charts.bars import Batang, means
from zona.outputs.prose.block import Block, BlockCall
from zona.outputs.view import View
from zona.records.laporan.survei import JenisSurvei


@dataclass(frozen=True)
class SurveiView(View):
    """The surveys of one form: those of the newest year in full, each with its chart, earlier years' as one table."""

    template = "blocks/survei.html"

    jenis: JenisSurvei
    tahun: TahunFinding
    terbaru: tuple[tuple[SurveiFinding, Batang], ...]
    terdahulu: tuple[SurveiFinding, ...]
    kategori: tuple[KategoriMutu, ...]


def _survei(call: BlockCall) -> View:
    findings, jenis = call.findings, JenisSurvei(call.argument)
    found = [item for tahun in findings.tahun for item in tahun.survei if item.isi.jenis is jenis]
    found.reverse()
    newest = [item for item in found if item.isi.tahun == findings.terbaru.tahun]
    better = "bersih" if jenis is JenisSurvei.SPAK else "baik"
    title = f"Nilai tiap unsur; makin tinggi makin {better}"
    return SurveiView(
        jenis=jenis,
        tahun=findings.terbaru,
        terbaru=tuple(
            (item, means(f"survei-{jenis.value}-{number}", title, item.nilai, item.skala))
            for number, item in enumerate(newest, start=1)
        ),
        terdahulu=tuple(item for item in found if item.isi.tahun != findings.terbaru.tahun),
        kategori=KATEGORI,
    )


BLOK: dict[str, Block] = {"survei": _survei}
# Which arguments a block of this file takes; the others take none.
ARGUMEN: dict[str, tuple[str, ...]] = {"survei": tuple(JenisSurvei)}
