"""What templates may use: each view's fields and a few shared names, and nothing that judges."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from types import ModuleType

import pytest
from jinja2 import meta, nodes
from markupsafe import Markup
from zona.findings.hitungan import percent
from zona.findings.year_findings import Findings
from zona.outputs.pages import site_pages
from zona.outputs.prose.blocks import BLOK, BlockCall, template_of
from zona.outputs.view import TEMPLATES, View, environment, with_breakable

SHARED = {"ke", "temuan", "situs"}
ALL = {
    name
    for kind in ("html", "svg", "xml")
    for path in TEMPLATES.rglob(f"*.{kind}")
    if not (name := path.relative_to(TEMPLATES).as_posix()).startswith("desk/")  # no part of the site
}
PARTS = {"blocks/umum.html", *(name for name in ALL if name.startswith(("macros/", "charts/")))}
# What a template may ask of a record or a finding: the one answer that depends on a day that only the template has at hand.
ASKED = {"pemeriksaan"}


def views(base: type[View] = View) -> Iterator[type[View]]:
    """Every view that has a template of its own."""
    for view in base.__subclasses__():
        if "template" in vars(view):
            yield view
        yield from views(view)


VIEWS = sorted((view for view in views() if not view.template.startswith("desk/")), key=lambda view: view.template)


def tree(name: str) -> nodes.Template:
    return environment().parse((TEMPLATES / name).read_text(encoding="utf-8"))


def undeclared(name: str) -> set[str]:
    """The names that a template takes from outside: neither the environment has them, nor does the template set them."""
    own = {item.name for item in tree(name).find_all(nodes.Name) if item.ctx != "load"}
    return meta.find_undeclared_variables(tree(name)) - own - set(environment().globals)


def test_every_template_has_its_view() -> None:
    """Each template of a page is filled by one view, and of a block by one block; what several share is no page of its own."""
    assert site_pages  # with it every module of pages is loaded
    assert sorted([view.template for view in VIEWS] + [template_of(name) for name in BLOK]) == sorted(ALL - PARTS)


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.template)
def test_a_template_uses_its_fields(view: type[View]) -> None:
    """Every name that a template uses is a field of its view or a shared one, and it uses every field."""
    own = {field.name for field in fields(view)}
    assert undeclared(view.template) - SHARED == own
    assert not own & (SHARED | set(environment().globals))


@pytest.mark.parametrize("name", BLOK)
def test_a_template_uses_its_values(name: str, sample: Findings) -> None:
    """Every name that a block's template uses is a value of the block or a shared one, and it uses every value."""
    argument = {"kanal": next(iter(sample.kanal_menurut_kunci)), "survei": "ikm", "salinan": "wbs"}.get(name, "")
    own = set(BLOK[name](BlockCall(sample, {item.tahun: {} for item in sample.tahun}, argument)))
    assert undeclared(template_of(name)) - SHARED == own
    assert not own & (SHARED | set(environment().globals))


@pytest.mark.parametrize("name", sorted(PARTS))
def test_shared_parts_use_shared_names(name: str) -> None:
    """Macros take what they show as arguments; from the page they know only what every page has."""
    assert undeclared(name) <= SHARED


def test_the_environment_judges_nothing() -> None:
    """No function of the findings is handed to templates, but the one that divides a count by another."""
    env = environment()
    given = {name: value for name, value in (env.globals | env.filters).items() if not isinstance(value, ModuleType)}
    judging = [name for name, value in given.items() if getattr(value, "__module__", "").startswith("zona.findings")]
    assert judging == ["bagian_dari"]
    assert env.filters["bagian_dari"] is percent


@pytest.mark.parametrize("name", sorted(ALL))
def test_no_template_asks_findings_to_compute(name: str) -> None:
    """A template calls macros, links and words, and methods that every text, list and day has: no method of a finding."""
    called = {call.node.attr for call in tree(name).find_all(nodes.Call) if isinstance(call.node, nodes.Getattr)}
    plain = {key for kind in (str, tuple, dict) for key in dir(kind)} | {"isoformat"}
    addressed = set(dir(environment().globals["alamat"])) | {"alamat"}  # a picture's own address
    assert called - plain - addressed <= ASKED


def test_addresses_in_texts_may_break() -> None:
    """In a text to copy only addresses may break before their signs; nothing is escaped twice, and no sign is added."""
    text = 'Lihat https://a.example/zi/?b=1&c. Besok/lusa <b> src="https://a.example/"'
    shown = str(with_breakable(text))
    assert "https:<wbr>/<wbr>/a<wbr>.example<wbr>/zi<wbr>/<wbr>?b<wbr>=1<wbr>&amp;c" in shown
    assert "Besok/lusa &lt;b&gt; src=&#34;https" in shown
    assert Markup(shown.replace("<wbr>", "")).unescape() == text
