"""Answers about reporting: whom to call for what happened, how the office itself and each body is reached, without a name or
with it, at what cost."""

import re
from collections.abc import Iterator

from zona.findings.year_findings import Findings
from zona.outputs import addresses
from zona.outputs.answers.answer import Jawaban, Penjawab
from zona.outputs.contact_links import DIALLED, link_of, shown, ways_of
from zona.outputs.wording import listing
from zona.records.informasi.kanal import Cara, JenisCara, Kanal, TanpaNama
from zona.records.informasi.kontak_nasional import national_bodies
from zona.records.informasi.lapor import Situasi

_EMPTY = "belum diisi"


def situations(findings: Findings) -> Iterator[tuple[Situasi, Jawaban]]:
    """Each situation with whom to call: the first of its channels that a number or an address is known of."""
    for item in findings.lapor.isi.situasi if findings.lapor and findings.kanal else ():
        channels = [findings.kanal_menurut_kunci[kunci] for kunci in item.kanal]
        first = next((kanal for kanal in channels if ways_of(kanal).utama), channels[0])
        ke = addresses.situasi(item.kunci)
        yield item, Jawaban(f"Hubungi {_reached(first)}.", ke, _button(first))


def channels(findings: Findings) -> Iterator[tuple[tuple[str, ...], str, Jawaban]]:
    """Each channel: its names, its key, and how it is reached."""
    for kanal in findings.kanal_menurut_kunci.values():
        yield _names(kanal), kanal.kunci, Jawaban(f"{_reached(kanal)}.", _place(kanal), _button(kanal))


def _names(kanal: Kanal) -> tuple[str, ...]:
    """What people call a channel: its name and what stands in brackets, its owner, and other names of that body."""
    plain = re.sub(r"\bkami\b|\(CONTOH\)", "", kanal.nama)
    parts = [part.strip() for part in re.split(r"[()]", plain) if part.strip()]
    bodies = [item for item in national_bodies() if not kanal.milik_kantor and item.is_meant(kanal.nama, "", own=False)]
    owner = [] if kanal.milik_kantor else [kanal.pemilik]
    return tuple(dict.fromkeys([*parts, *owner, *(name for item in bodies for name in item.sebutan if name in kanal.nama)]))


def _place(kanal: Kanal) -> str:
    return f"{addresses.KANAL}#{kanal.kunci}"


def _reached(kanal: Kanal) -> str:
    """“Ombudsman: telepon 137, WhatsApp 0821 3737 3737”."""
    return f"{kanal.nama}: {_ways(kanal) or f'nomor dan alamatnya {_EMPTY}'}"


def _ways(kanal: Kanal) -> str:
    ways = ways_of(kanal)
    return ", ".join(_way(cara) for cara in (*ways.utama, *ways.lain)[:3])


def _way(cara: Cara) -> str:
    name = cara.jenis.label if cara.jenis in (JenisCara.SMS, JenisCara.WHATSAPP) else cara.jenis.label.lower()
    return f"{name} {shown(cara)}"


def _button(kanal: Kanal) -> tuple[str, str] | None:
    """The number that a tap calls, as (label, link)."""
    numbers = ((_way(cara), link_of(cara)) for cara in ways_of(kanal).utama if cara.jenis in DIALLED)
    return next(((f"{way[0].upper()}{way[1:]}", link) for way, link in numbers if link), None)


def _own(findings: Findings) -> list[Kanal]:
    return [item for item in findings.kanal_menurut_kunci.values() if item.milik_kantor]


def _office_way(name: str, *kinds: JenisCara) -> Penjawab:
    """How the office is reached by these kinds of ways; where that is not filled in, that, and the way that there is."""

    def answer(findings: Findings) -> Jawaban | None:
        own = _own(findings)
        for kanal in own:
            for cara in kanal.cara:
                if cara.jenis in kinds and cara.nilai:
                    return Jawaban(
                        f"{kanal.nama}: {_way(cara)}.", _place(kanal), _button(kanal) if cara.jenis in DIALLED else None
                    )
        return _instead(name, own, findings)

    return answer


def _instead(name: str, own: list[Kanal], findings: Findings) -> Jawaban | None:
    """That the office has not filled something in; and its first way that is known, else that of another body."""
    known = [kanal for kanal in (*own, *findings.kanal_menurut_kunci.values()) if ways_of(kanal).utama]
    if not own:
        return None
    also = f" Yang ada: {_ways(known[0]) if known[0].milik_kantor else _reached(known[0])}." if known else ""
    return Jawaban(f"{name} kami {_EMPTY}.{also}", _place(own[0]), _button(known[0]) if known else None)


def _hours(findings: Findings) -> Jawaban | None:
    own = _own(findings)
    open_ = next((item for item in own if item.jam), None)
    return Jawaban(f"{open_.nama}: {open_.jam}.", _place(open_)) if open_ else _instead("Jam layanan", own, findings)


def _numbers(findings: Findings) -> Jawaban | None:
    """The numbers of other bodies, each once."""
    others = [item for item in findings.kanal_menurut_kunci.values() if not item.milik_kantor]
    dialled = ((item, next((cara for cara in ways_of(item).utama if cara.jenis in DIALLED), None)) for item in others)
    told = listing(f"{item.nama} {_way(cara)}" for item, cara in dialled if cara)
    if not findings.kanal:
        return None
    ke = addresses.LAPOR if findings.lapor else addresses.KANAL
    return Jawaban(f"{told or f'Nomor telepon {_EMPTY}'}. Pilih dulu yang Anda alami.", ke)


def _anonymous(findings: Findings) -> Jawaban | None:
    channels = findings.kanal_menurut_kunci.values()
    if not channels:
        return None
    named = {state: listing(item.nama for item in channels if item.tanpa_nama is state) for state in TanpaNama}
    told = [f"{state.label.capitalize()}: {names}." for state, names in named.items() if names]
    if any(item.tanpa_nama is None for item in channels):
        told.append(f"Saluran lain: {_EMPTY}." if told else "Boleh tidaknya tanpa nama belum diisi.")
    return Jawaban(" ".join(told), addresses.KANAL)


def _of_first(field: str) -> Penjawab:
    """What the first channel says that says something in this field."""

    def answer(findings: Findings) -> Jawaban | None:
        found = next((item for item in findings.kanal_menurut_kunci.values() if getattr(item, field)), None)
        return Jawaban(f"{found.nama}: {getattr(found, field)}", _place(found)) if found else None

    return answer


TENTANG_MELAPOR: dict[str, Penjawab] = {
    "melapor": _numbers,
    "tanpa_nama": _anonymous,
    "perlindungan": _of_first("perlindungan"),
    "biaya": _of_first("biaya"),
    "alamat": _office_way("Alamat", JenisCara.ALAMAT),
    "telepon": _office_way("Nomor telepon", *DIALLED),
    "surel": _office_way("Surel", JenisCara.SUREL),
    "jam": _hours,
}
