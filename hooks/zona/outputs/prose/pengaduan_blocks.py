"""The block that shows complaint counts within hand-written pages."""

from __future__ import annotations

from dataclasses import dataclass

from zona.findings.pengaduan.statistics import StatistikPengaduan
from zona.outputs.prose.block import Block, BlockCall
from zona.outputs.view import View


@dataclass(frozen=True)
class PengaduanRingkasView(View):
    """The three counts of the newest year, or that nothing was reported."""

    template = "blocks/pengaduan_ringkas.html"

    statistik: StatistikPengaduan


def _pengaduan_ringkas(call: BlockCall) -> View:
    return PengaduanRingkasView(call.findings.pengaduan_terbaru)


BLOK: dict[str, Block] = {"pengaduan-ringkas": _pengaduan_ringkas}
