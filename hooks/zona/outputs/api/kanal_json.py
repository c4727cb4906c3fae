"""`kanal.json`: the channels, the chooser and the rules, each with the age of its confirmation."""

from __future__ import annotations

from datetime import date

from zona.findings.year_findings import Findings
from zona.outputs import contact_links
from zona.outputs.api.contract.kanal_contract import (
    AturanJson,
    CaraJson,
    KanalJson,
    SemuaKanalJson,
    SituasiJson,
    SumberKanalJson,
)
from zona.outputs.api.file_heads import office_head


def kanal_json(findings: Findings) -> SemuaKanalJson:
    """The file: everything that /lapor/, /kanal/ and /dasar-hukum/ show."""
    situations = findings.lapor.isi.situasi if findings.lapor else ()
    rules = findings.dasar_hukum.isi.aturan if findings.dasar_hukum else ()
    sources = (findings.kanal, findings.lapor, findings.dasar_hukum)
    return SemuaKanalJson.of(
        office_head(findings),
        sumber=SumberKanalJson(berkas=tuple(f"data/{source.path}" for source in sources if source)),
        kanal=channels_json(findings),
        situasi=tuple(SituasiJson.of(item, **_confirmed(item.diperiksa, findings)) for item in situations),
        aturan=tuple(AturanJson.of(item, **_confirmed(item.diperiksa, findings)) for item in rules),
    )


def channels_json(findings: Findings) -> tuple[KanalJson, ...]:
    """The channels with their ways and promises."""
    return tuple(
        KanalJson.of(
            item,
            cara=tuple(CaraJson.of(cara, tautan=contact_links.link_of(cara)) for cara in item.cara),
            **_confirmed(item.diperiksa, findings),
        )
        for item in (findings.kanal.isi.kanal if findings.kanal else ())
    )


def _confirmed(diperiksa: date | None, findings: Findings) -> dict[str, object]:
    """How long ago something was confirmed, and how far that can be relied on."""
    age = findings.pemeriksaan(diperiksa)
    return {"hari_sejak_diperiksa": age.hari, "pemeriksaan": age.keadaan}
