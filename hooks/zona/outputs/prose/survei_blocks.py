"""The blocks of surveys, to be placed on hand-written pages: `[[survei ikm]]`, `[[survei spak]]`, `[[survei spkp]]`."""

from __future__ import annotations

from collections.abc import Callable

from jinja2 import Environment

from zona.findings.laporan.survei_results import KATEGORI
from zona.findings.year_findings import Findings
from zona.outputs import wording
from zona.outputs.charts.survei_charts import means
from zona.records.laporan.survei import JenisSurvei

Block = Callable[[Findings, str, Callable[[str], str], Environment], str]


def survei(findings: Findings, argumen: str, ke: Callable[[str], str], env: Environment) -> str:
    """The surveys of one form as HTML: those of the newest year in full, earlier years' as one table.

    `argumen` is one of `ARGUMEN`'s; `ke` makes the link from the page to an address of the site.
    """
    jenis = JenisSurvei(argumen)
    found = [item for tahun in findings.tahun for item in tahun.survei if item.isi.jenis is jenis]
    found.reverse()
    newest = [item for item in found if item.isi.tahun == findings.terbaru.tahun]
    better = "bersih" if jenis is JenisSurvei.SPAK else "baik"
    title = f"Nilai tiap unsur; makin tinggi makin {better}"
    return env.get_template("blocks/survei.html").render(
        jenis=jenis,
        tahun=findings.terbaru,
        terbaru=newest,
        gambar=[means(f"survei-{argumen}-{n}", title, item.nilai, item.skala) for n, item in enumerate(newest, start=1)],
        terdahulu=[item for item in found if item.isi.tahun != findings.terbaru.tahun],
        kategori=KATEGORI,
        rentang=wording.rentang,
        ke=ke,
    )


BLOK: dict[str, Block] = {"survei": survei}
# Which arguments a block of this file takes; the others take none.
ARGUMEN: dict[str, tuple[str, ...]] = {"survei": tuple(JenisSurvei)}
