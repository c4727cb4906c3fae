"""A template and its values in, HTML out. The environment escapes everything and knows no undefined value."""

import re
from collections.abc import Callable
from dataclasses import dataclass, fields
from functools import cache, partial
from operator import add
from pathlib import Path
from typing import Any, ClassVar

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket, BytecodeCache
from markupsafe import Markup, escape

from zona.cache import keep, kept
from zona.findings.hitungan import percent
from zona.findings.year_findings import Findings
from zona.outputs import addresses, contact_links, scripts, wording
from zona.outputs.assets import asset
from zona.outputs.months_in_short import periods_in_short
from zona.outputs.soft_hyphens import hyphenated
from zona.records.rencana.jadwal import BULAN, months_of
from zona.records.rencana.kode import roman

TEMPLATES = Path(__file__).parents[1] / "templates"


@dataclass(frozen=True)
class View:
    """What one template shows. Each template has a dataclass of its own: `template` is its path below `templates/`, and the
    fields are the names that it may use, besides those that every template shares."""

    template: ClassVar[str]

    def __init_subclass__(cls, *, template: str) -> None:
        cls.template = template

    def render(self, findings: Findings, address: str, root: str = "") -> str:
        """The template with these values, on the page at `address`; see `render_template`."""
        own = {field.name: getattr(self, field.name) for field in fields(self)}
        return render_template(self.template, own, findings, address, root)


def render_template(template: str, own: dict[str, Any], findings: Findings, address: str, root: str = "") -> str:
    """The template with its own values and those that every template shares, on the page at `address`: `ke` makes links
    relative to it, or where `root` is given, the path that the site lies below, absolute."""
    link = partial(add, root) if root else partial(addresses.relative, address)
    shared = {"ke": link, "temuan": findings, "situs": findings.situs.isi}
    return environment().get_template(template).render(shared | own)


class _Compiled(BytecodeCache):
    """Compiled templates, which take 0.4 s to make, kept as Python keeps compiled modules: in `__pycache__` beside them, where
    whoever may write may change the code as well."""

    folder = TEMPLATES / "__pycache__"

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take what is kept of a template; the library sees whether it is of this text and this version."""
        if content := kept(self.folder, bucket.key):
            bucket.bytecode_from_string(content)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template that was compiled."""
        keep(self.folder, bucket.key, bucket.bytecode_to_string())


@cache
def environment() -> Environment:
    """The core's own Jinja environment, one for the process."""
    env = Environment(
        loader=FileSystemLoader(TEMPLATES, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,
        bytecode_cache=_Compiled(),
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters |= _filters()
    env.globals |= {
        "alamat": addresses,
        "aset": asset,
        "skrip": scripts.script,
        "jarak": wording.jarak,
        "rentang": wording.rentang,
        "satuan": wording.satuan,
        "sejauh_apa": wording.of_action,
        "romawi": roman,
        "nama_bulan": BULAN,
        "bulan_pendek": wording.BULAN_PENDEK,
        "bulan_dari": months_of,
        "judul_cacah": wording.JUDUL_CACAH,
        "keterangan_aturan": wording.state_of_rule,
        "tautan_cara": contact_links.link_of,
        "nilai_cara": contact_links.shown,
        "cara_dari": contact_links.ways_of,
    }
    return env


def _filters() -> dict[str, Callable[..., object]]:
    """Findings' values in words. None judges; `bagian_dari` only divides two counts that a template has."""
    named = (wording.tanggal, wording.tanggal_pendek, wording.tanggal_dalam, wording.angka, wording.desimal, wording.koma)
    told = (
        wording.periode,
        wording.periode_saja,
        wording.sebut_periode,
        wording.sebut_periode_saja,
        wording.lama,
        wording.rata,
        wording.ukuran,
        wording.tentang_berkas,
    )
    own = {word.__name__: word for word in (*named, *told, addresses.slug)}
    lines: dict[str, Callable[..., object]] = {
        "patah": breakable,
        "patah_alamat": with_breakable,
        "penggal": hyphenated,
        "miring": slashed,
    }
    counted: dict[str, Callable[..., object]] = {
        "bagian_dari": percent,
        "cacah": wording.in_figures,
        "sebut": wording.listing,
        "sebut_bulan": wording.months,
        "singkat_periode": periods_in_short,
    }
    return {"koord": coordinate, **counted, **lines, **own}


def slashed(text: str) -> Markup:
    """A text that may break after its slashes; copied, it is as it was."""
    return Markup(str(escape(text)).replace("/", "/<wbr>"))


def breakable(text: str) -> Markup:
    """An address that may break before its signs, and elsewhere only where a part is longer than a line."""
    return Markup(re.sub(r"([@/?.=]|&amp;)", r"<wbr>\1", str(escape(text))))


def with_breakable(text: str) -> Markup:
    """A text whose addresses may break as above. Nothing is added that copying it would carry along."""
    parts = re.split(r"(https://[^\s\"<]+)", text)
    return Markup("").join(breakable(part) if index % 2 else part for index, part in enumerate(parts))


def coordinate(number: float) -> str:
    """A place in a chart, as short as it can be written: 12, 8.33."""
    return f"{round(number, 2):g}"
