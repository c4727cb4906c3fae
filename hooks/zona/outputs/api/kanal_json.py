"""`kanal.json`: the channels, the chooser and the rules, each with the age of its confirmation."""

from __future__ import annotations

from datetime import date
from typing import Any

from zona.findings.year_findings import Findings
from zona.outputs import contact_links
from zona.records.informasi.kanal import Kanal


def channels(findings: Findings) -> dict[str, Any]:
    """Everything that /lapor/, /kanal/ and /dasar-hukum/ show."""
    situations = findings.lapor.isi.situasi if findings.lapor else ()
    rules = findings.dasar_hukum.isi.aturan if findings.dasar_hukum else ()
    sources = (findings.kanal, findings.lapor, findings.dasar_hukum)
    return {
        "sumber": {"berkas": [f"data/{source.path}" for source in sources if source]},
        "kanal": [_channel(item, findings) for item in (findings.kanal.isi.kanal if findings.kanal else ())],
        "situasi": [item.model_dump(mode="json") | _age(item.diperiksa, findings) for item in situations],
        "aturan": [item.model_dump(mode="json") | _age(item.diperiksa, findings) for item in rules],
    }


def _channel(kanal: Kanal, findings: Findings) -> dict[str, Any]:
    ways = [cara.model_dump(mode="json") | {"tautan": contact_links.link_of(cara)} for cara in kanal.cara]
    return kanal.model_dump(mode="json") | {"cara": ways} | _age(kanal.diperiksa, findings)


def _age(diperiksa: date | None, findings: Findings) -> dict[str, Any]:
    age = findings.pemeriksaan(diperiksa)
    return {"hari_sejak_diperiksa": age.hari, "pemeriksaan": age.keadaan.value}
