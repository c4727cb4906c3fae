"""The one file that the search answers from: questions as people type them, and what the office's data say. An answer whose
page the site does not have is left out, so is one that the office has no data for."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from zona.findings.year_findings import Findings
from zona.outputs import addresses
from zona.outputs.answers.answer import Jawaban, questions
from zona.outputs.answers.office_answers import TENTANG_KANTOR
from zona.outputs.answers.plan_answers import TENTANG_RENCANA
from zona.outputs.answers.report_answers import TENTANG_MELAPOR, channels, situations
from zona.outputs.answers.text_answers import from_prose, glossary
from zona.outputs.assets import ASSETS
from zona.outputs.pages.informasi_pages import ProsaView
from zona.outputs.pages.render import Page
from zona.outputs.site_file import SiteFile

PENJAWAB = TENTANG_RENCANA | TENTANG_MELAPOR | TENTANG_KANTOR
_SOURCE = "hooks/zona/outputs/answers/questions.yml"

Terjawab = tuple[Iterable[str], Jawaban]  # how people ask, and the answer


def answers_file(findings: Findings, pages: Sequence[Page]) -> SiteFile:
    """The answers of the site that has these pages, under a name that follows their content."""
    content = json.dumps(answers_of(findings, pages), ensure_ascii=False, separators=(",", ":")).encode()
    return SiteFile(f"{ASSETS}/jawaban.{hashlib.sha256(content).hexdigest()[:8]}.json", content, _SOURCE)


def answers_of(findings: Findings, pages: Sequence[Page]) -> dict[str, Any]:
    """What the file holds: how words are spelt and which say nothing; the answers, each with the questions that it fits, its
    sentence, its address and its page's title, where it has one a number to call; a mark of sample data; examples of questions;
    and where to report, "" where no page says it. cari.js reads the keys."""
    there, asked = {page.address: page for page in pages}, _asked(findings)
    found: list[dict[str, Any]] = []
    for tanya, jawaban in (*_computed(findings), *_written(findings), *_of_pages(findings, pages), *_named(findings)):
        if page := there.get(jawaban.ke.partition("#")[0]):
            item = {"tanya": list(tanya), "kalimat": jawaban.kalimat, "ke": _place(jawaban.ke, page), "judul": page.title}
            found.append(item | ({"hubungi": jawaban.hubungi} if jawaban.hubungi else {}))
    spelt = [(other, word) for word, others in asked["ejaan"].items() for other in others]
    offered = {question.lower() for item in found for question in item["tanya"]}
    return {
        "ejaan": sorted(spelt, key=lambda pair: (" " in pair[0], -len(pair[0]))),  # words first, for phrases are made of them
        "abaikan": f"{asked['abaikan']} {findings.situs.isi.kantor} {findings.terbaru.tahun}".lower().split(),
        "longgar": asked["longgar"].split(),
        "jawaban": found,
        "tanda": "DATA CONTOH" if findings.situs.isi.contoh else "",
        "contoh": [question for question in asked["contoh"] if question in offered],
        "lapor": addresses.LAPOR if addresses.LAPOR in there else "",
    }


def _asked(findings: Findings) -> dict[str, Any]:
    return questions(tuple(findings.paket.nama))


def _place(ke: str, page: Page) -> str:
    """Where an answer leads. On a page of prose its heading, or the one that begins alike; else the page's beginning: an office
    may have written it anew."""
    address, _, anchor = ke.partition("#")
    if not anchor or not isinstance(page.view, ProsaView):
        return ke
    stands = [own for own, _ in page.view.tulisan.bagian if anchor.startswith(own)]
    return f"{address}#{max(stands, key=len)}" if stands else address


def _computed(findings: Findings) -> Iterator[Terjawab]:
    """What is computed from records, and whom to call in each situation."""
    for kunci, tanya in _asked(findings)["hitung"].items():
        if jawaban := PENJAWAB[kunci](findings):
            yield tanya, jawaban
    for situasi, jawaban in situations(findings):
        yield (situasi.judul, *_asked(findings)["situasi"].get(situasi.kunci, ())), jawaban


def _written(findings: Findings) -> Iterator[Terjawab]:
    """What pages of prose say."""
    pages = {page.nama: page for page in findings.prosa}
    for item in _asked(findings)["tertulis"]:
        page = pages.get(item["halaman"])
        if page and (jawaban := from_prose(page, item.get("bagian", ""), item.get("kata", ""), findings)):
            yield item["tanya"], jawaban


def _of_pages(findings: Findings, pages: Iterable[Page]) -> Iterator[Terjawab]:
    """Pages that are themselves the answer, with what they say of themselves."""
    described = {page.address: page.description for page in pages}
    for item in _asked(findings)["halaman"]:
        ke = item["ke"].format(tahun=findings.terbaru.tahun)
        if said := described.get(ke.partition("#")[0]):
            yield item["tanya"], Jawaban(said, ke)


def _named(findings: Findings) -> Iterator[Terjawab]:
    """Each channel by its names; and each word of the glossary, where someone asks what it means."""
    for names, kunci, jawaban in channels(findings):
        yield (*names, *_asked(findings)["saluran"].get(kunci, ())), jawaban
    for names, jawaban in glossary(findings):
        short = [name for name in names if name.isupper()]
        yield (*(f"makna {name}" for name in names), *short), jawaban
