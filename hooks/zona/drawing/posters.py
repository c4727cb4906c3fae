"""The posters, drawn: printed for the front door, they say what pages of information say, and name no unconfirmed channel.

Of their words in `poster_words.yml`, every statement of law names its sources on the poster's page of information; a test holds
that these are there, so that none is printed whose source is gone. Statements without a source are advice, not law."""

from copy import deepcopy
from functools import cache
from typing import Any, Final

from zona.drawing.cards import values_of as card_values
from zona.drawing.template_values import Values, identity
from zona.drawing.typefaces import Drawable
from zona.drawing.typst_drawing import Drawer
from zona.findings.upkeep.confirmation import PERINGATAN, KeadaanPemeriksaan
from zona.findings.year_findings import Findings
from zona.outputs.contact_links import shown
from zona.outputs.sharing import UKURAN_POSTER, Poster, cards_of, posters_of, seen_in
from zona.outputs.site_file import SiteFile
from zona.outputs.wording import angka, state_of_rule
from zona.own_data import beside
from zona.records.informasi.kanal import Kanal
from zona.records.paket.paket import pack_tables

# Paper has an end: of more channels than these only the number is printed, and the QR code leads to them.
KANAL_TERBANYAK = 6
CARA_TERBANYAK = 2

TEMPLATE = "poster.typ"
# By the key of the poster: headline, sentence, parts and rules, as the head of the file says; Any, for each has other keys. The
# poster of what was done has numbers instead of words.
NASKAH: Final[dict[str, Any]] = beside(__file__, "poster_words.yml")


def poster_files(findings: Findings, drawer: Drawer) -> list[SiteFile]:
    """Every poster in every size, as PDF/UA, as far as they can be drawn."""
    source = f"data/{findings.terbaru.rencana_aksi.path}"
    files: list[SiteFile] = []
    for poster in posters_of(findings):
        with drawer.attempt(*map(poster.alamat, UKURAN_POSTER)):
            values = values_of(poster, findings)
            for size in UKURAN_POSTER:
                with drawer.attempt(path := poster.alamat(size)):
                    paper: Values = values | {"lebar": size.lebar, "tinggi": size.tinggi}
                    files.append(SiteFile(path, drawer.pdf(TEMPLATE, paper, findings.per_tanggal), source))
    return files


def values_of(poster: Poster, findings: Findings) -> Values:
    """What the template needs to draw the poster, on A4 (`lebar` by `tinggi` millimetres)."""
    naskah = words_of(tuple(findings.paket.nama)).get(poster.kunci)
    own = _words(naskah, findings) if naskah else _numbers(poster, findings)
    return identity(findings, poster.halaman) | {"kunci": poster.kunci, "lebar": 210, "tinggi": 297} | own


@cache
def words_of(paket: tuple[str, ...]) -> dict[str, Any]:
    """The posters' words with what these packs add: rules, and parts, each before another. Any: as in NASKAH."""
    found = deepcopy(NASKAH)
    for table in pack_tables(paket, "poster.yml"):
        for kunci, more in table.items():
            found[kunci]["dasar_hukum"] += more.get("dasar_hukum", [])
            for bagian in more.get("bagian", ()):
                titles = [item["judul"] for item in found[kunci]["bagian"]]
                found[kunci]["bagian"].insert(titles.index(bagian["sebelum"]), bagian)
    return found


def confirmed(findings: Findings) -> tuple[Kanal, ...]:
    """The channels that may be printed: with a value, and confirmed at most 180 days ago."""
    fresh = (KeadaanPemeriksaan.BARU, KeadaanPemeriksaan.PERLU_DIPERIKSA)
    reached = [item for item in findings.kanal_menurut_kunci.values() if any(cara.nilai for cara in item.cara)]
    return tuple(item for item in reached if findings.pemeriksaan(item.diperiksa).keadaan in fresh)


def _words(naskah: dict[str, Any], findings: Findings) -> Values:
    known = findings.aturan_menurut_kunci
    rules = (known[kunci] for kunci in naskah.get("dasar_hukum", ()) if kunci in known)
    named = [f"{rule.sebutan} ({note})" if (note := state_of_rule(rule, findings)) else rule.sebutan for rule in rules]
    return {
        "judul": naskah["judul"],
        "ringkas": naskah["ringkas"]["teks"],
        "bagian": [_part(bagian, findings) for bagian in naskah["bagian"]],
        "kaki": f"Dasar: {'; '.join(named)}." if named else None,
        "capaian": None,
        "capaian_alt": None,
    }


def _part(bagian: dict[str, Any], findings: Findings) -> Drawable:
    """A part of a poster: a heading over an opening, statements or channels, and a note."""
    shows_channels, only = bagian["bentuk"] == "kanal", bagian.get("kanal")
    channels = [item for item in confirmed(findings) if shows_channels and (not only or item.kunci in only)]
    return {
        "judul": bagian["judul"],
        "bentuk": bagian["bentuk"],
        "setengah": bagian.get("setengah", False),
        "pembuka": bagian["pembuka"]["teks"] if "pembuka" in bagian else None,
        "isi": [item["teks"] for item in bagian.get("isi", ())],
        "kanal": [channel_of(item) for item in channels[:KANAL_TERBANYAK]],
        "catatan": note_of(len(channels), findings) if shows_channels else None,
    }


def channel_of(item: Kanal) -> Drawable:
    """A channel as papers print it: its name, what it is for, and two ways to reach it."""
    reached = [cara for cara in item.cara if cara.nilai][:CARA_TERBANYAK]
    ways: list[Drawable] = [{"jenis": cara.jenis.label, "nilai": shown(cara)} for cara in reached]
    return {"nama": item.nama, "untuk": item.untuk[0], "cara": ways}


def note_of(number: int, findings: Findings) -> str | None:
    """What to say of channels that are not printed."""
    where = " Daftarnya ada di situs ini." if findings.situs.isi.alamat_situs and findings.kanal else ""
    if not number:
        none = f"Belum ada saluran pengaduan yang kami periksa dalam {PERINGATAN} hari terakhir"
        return f"{none}, jadi nomor dan alamatnya belum dicetak.{where}"
    more = number - KANAL_TERBANYAK
    return f"Dan {angka(more)} saluran lain.{where}" if more > 0 else None


def _numbers(poster: Poster, findings: Findings) -> Values:
    """The poster that has the plan's picture, with its alternative text, instead of words."""
    kartu = next(cards_of(findings.terbaru))
    return {
        "judul": poster.judul,
        "ringkas": f"{kartu.atas}. {kartu.judul}.",
        "bagian": [],
        "kaki": f"Dasar: {findings.terbaru.dasar.sebutan or findings.terbaru.dasar.rencana}.",
        "capaian": card_values(kartu, findings),
        "capaian_alt": seen_in(kartu, findings),
    }
