"""The rules of the house, held by tests: who may import whom, where the date is read, what code may name."""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from pydantic import BaseModel
from support.model_keys import keys_of
from support.zi_command import ROOT
from zona.findings.keadaan import Keadaan, KeadaanAksi
from zona.findings.year_findings import Findings
from zona.outputs.api.api_files import api_files
from zona.outputs.api.contract.office_contract import IndeksJson, PerubahanJson
from zona.outputs.evidence.published import publish_all
from zona.records.capaian.capaian import Bukti, Capaian
from zona.records.informasi.dasar_hukum import Aturan, DasarHukum
from zona.records.informasi.hari_libur import HariLibur, Libur, TahunLibur
from zona.records.informasi.kanal import Cara, DaftarKanal, Janji, Kanal
from zona.records.informasi.lapor import Langkah, Lapor, Situasi
from zona.records.informasi.prosa import KepalaProsa, SumberProsa
from zona.records.informasi.sumber import SumberBerjenis
from zona.records.laporan.laporan_tahunan import LAPORAN
from zona.records.laporan.survei import Survei
from zona.records.lke.formulir import ButirFormulir
from zona.records.lke.pemetaan import HalamanArea, PemetaanLke, PetaButir
from zona.records.pengaduan.pengaduan import Masuk, PengaduanBulan
from zona.records.pengaduan.rilis import JangkaRilis, RilisPengaduan
from zona.records.rencana.keputusan import Catatan, Keputusan
from zona.records.rencana.penegasan import Penegasan
from zona.records.rencana.rencana_aksi import RencanaAksi
from zona.records.situs import Situs

CORE = sorted((ROOT / "hooks" / "zona").rglob("*.py"))
CODE = [*CORE, ROOT / "hooks" / "situs.py", *sorted((ROOT / "scripts").rglob("*.py"))]
TEMPLATES = [
    *sorted(path for kind in ("html", "typ", "svg") for path in (ROOT / "hooks").rglob(f"*.{kind}")),
    ROOT / "mkdocs.yml",
    *sorted(path for path in (ROOT / "docs" / "aset").rglob("*") if path.is_file()),
]
REPORTS = (Survei, *LAPORAN.values())
COMPLAINTS = (PengaduanBulan, RilisPengaduan)
MODELS = (
    Situs,
    Keputusan,
    RencanaAksi,
    Capaian,
    *COMPLAINTS,
    DaftarKanal,
    Lapor,
    DasarHukum,
    HariLibur,
    KepalaProsa,
    PemetaanLke,
    *REPORTS,
)
ROOMS = ("records", "findings", "outputs", "drawing", "delivery")
SHARED = ("zona.cache", "zona.own_data", "zona.problems")  # what every folder may know, and which know none
# What knows true counts of complaints; and what describes their files to editors.
CLOSED, SCHEMAS = ("zona.release", "zona.records.pengaduan.pengaduan"), ("hooks/zona/records/json_schema.py",)
INTAKE = ("zona.intake", "zona.records", *SHARED)


@cache
def nodes_of(path: Path) -> tuple[ast.AST, ...]:
    """Every node of a module's syntax tree, the module first."""
    return tuple(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))


@cache
def imports(path: Path) -> tuple[str, ...]:
    """The modules that a module imports."""
    found: list[str] = []
    for node in nodes_of(path):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            found.append(node.module or "")
    return tuple(found)


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_only_the_adapter_imports_mkdocs() -> None:
    """Only the adapter and the command that builds may import MkDocs."""
    knowing = {name(path) for path in CODE if {"mkdocs", "material"} & {module.split(".")[0] for module in imports(path)}}
    assert knowing == {"hooks/situs.py", "scripts/cli/bangun.py"}


def forbidden(path: Path) -> set[str]:
    """What a module of the core imports although it must not, as `test_one_direction` says."""
    room, found = path.relative_to(ROOT / "hooks" / "zona").parts[0], set(imports(path))
    own = {module for module in found if module.startswith("zona.")}
    libraries = {module.split(".")[0] for module in found}
    later = ROOMS[ROOMS.index(room) + 1 :] if room in ROOMS else ()
    wrong = {module for module in own if module.startswith(tuple(f"zona.{item}" for item in later))}
    if room == "delivery":
        wrong |= {module for module in own if "zona.delivery" not in module and module not in SHARED}
    if room != "drawing":
        wrong |= {"typst", "segno", "fontpkg_plus_jakarta_sans", "manimgx_fonts", "uharfbuzz"} & libraries
    if room not in ("desk", "disk"):  # they are used by commands alone; the desk may use everything
        wrong |= {module for module in own if module.startswith(("zona.desk", "zona.disk"))}
    if room not in ("desk", "release") and name(path) not in SCHEMAS:  # true counts are the desk's: a build prints releases
        wrong |= {module for module in own if module.startswith(CLOSED)}
    if room == "intake":  # a way in: it knows records, and of the core the desk alone knows it
        wrong |= {module for module in own if not module.startswith(INTAKE)}
    elif room != "desk":  # where people give tables too
        wrong |= {module for module in own if module.startswith("zona.intake")}
    if room != "outputs":
        wrong |= {"jinja2", "markupsafe", "markdown"} & libraries
    return wrong


def test_one_direction() -> None:
    """Records know no findings, findings no outputs, outputs no drawing; only outputs know page templates, only drawing
    knows Typst; delivery knows none of them, but the cache and the kind of problem that all share, and the intake of tables
    knows records only."""
    assert {name(path): wrong for path in CORE if (wrong := forbidden(path))} == {}


def test_only_sending_knows_the_history_and_the_network() -> None:
    """What reads and writes git's files, talks to hosts and keeps codes is in one folder: no build loads it."""
    known = {"dulwich", "keyring", "urllib3"}
    knowing = {path.parent for path in CODE if known & {module.split(".")[0] for module in imports(path)}}
    assert knowing == {ROOT / "hooks" / "zona" / "desk" / "sending"}
    loaded = f"import sys, cli.periksa, cli.bangun, cli.susun; print(sorted({known} & set(sys.modules)))"
    paths = os.pathsep.join(str(ROOT / name) for name in ("hooks", "scripts"))
    done = subprocess.run(
        [sys.executable, "-c", loaded], env=os.environ | {"PYTHONPATH": paths}, capture_output=True, check=True
    )
    assert done.stdout.strip() == b"[]"


def test_only_the_desk_knows_true_counts() -> None:
    """Of the commands, those that make releases and the gate's; no command that builds, and not the adapter to MkDocs."""
    knowing = {name(path) for path in CODE if any(module.startswith(CLOSED) for module in imports(path)) and path not in CORE}
    assert knowing == {"scripts/cli/rilis_pengaduan.py", "scripts/cli/perbarui_data.py", "scripts/cli/periksa.py"}


def test_who_asks_the_desk_for_true_counts() -> None:
    """What the desk makes of true counts is shown by its page of complaints and by the command that makes releases alone."""
    desk = tuple(f"zona.desk.forms.{module}" for module in ("month_form", "release_words", "write_releases"))
    knowing = {name(path) for path in CODE if any(module.startswith(desk) for module in imports(path))}
    assert {path for path in knowing if not path.startswith("hooks/zona/desk/forms/")} == {
        "scripts/cli/meja/forms/complaint_pages.py",
        "scripts/cli/rilis_pengaduan.py",
    }


def test_core_reads_no_clock_and_no_environment() -> None:
    """The date and every setting are arguments; what writes to disk may ask the system to do so, and nothing else of it."""
    for path in CORE:
        named = "random|time" if path.is_relative_to(ROOT / "hooks" / "zona" / "disk") else "random|time|os"
        asked = rf"\b(today|now|utcnow|time)\(\)|datetime\.now|os\.environ|getenv|import ({named})\b"
        assert not re.search(asked, path.read_text(encoding="utf-8")), path


def test_code_names_no_office() -> None:
    """Another office's data build with the same code: no office stands in it, and no year but in examples."""
    for path in (*CODE, *TEMPLATES):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"tabalong", text, re.IGNORECASE), path
        if path.suffix == ".py":
            numbers = [node.value for node in nodes_of(path) if isinstance(node, ast.Constant)]
            assert 2026 not in numbers, path
            assert "2026" not in numbers, path
        else:
            assert "2026" not in text, path


def undocumented(node: ast.Module | ast.ClassDef, within: str = "") -> Iterator[str]:
    """The public classes, functions and methods of a module or class that have no docstring, by their name."""
    for item in node.body:
        if isinstance(item, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and not item.name.startswith("_"):
            if not ast.get_docstring(item):
                yield within + item.name
            if isinstance(item, ast.ClassDef):
                yield from undocumented(item, f"{item.name}.")


def test_modules_say_what_they_are() -> None:
    """Every module and every public class, function, method and property has a docstring; no module is called utils."""
    for path in CODE:
        tree = nodes_of(path)[0]
        assert isinstance(tree, ast.Module)
        assert ast.get_docstring(tree), path
        assert not list(undocumented(tree)), path
        assert path.stem not in ("utils", "helpers", "common"), path


def test_a_missing_docstring_is_found() -> None:
    """The search for docstrings finds what has none, also within a class; what begins with "_" need not have one."""
    text = 'class A:\n """A."""\n def b(self): ...\n def _c(self): ...\ndef d(): "d"\nasync def e(): ...\nclass F: ...'
    assert list(undocumented(ast.parse(text))) == ["A.b", "e", "F"]


def test_adapter_is_thin() -> None:
    """hooks/situs.py hands over and does nothing else: at most 68 lines, and no state at module level."""
    text = (ROOT / "hooks" / "situs.py").read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 68
    assert not [node for node in ast.parse(text).body if isinstance(node, ast.Assign | ast.AnnAssign)]


def test_hooks_shadow_no_standard_module() -> None:
    """A hook's folder is on the path while it loads: nothing in it may hide a standard module."""
    assert not {path.stem for path in (ROOT / "hooks").iterdir()} & set(sys.stdlib_module_names)


def test_top_level() -> None:
    """The top level holds what was agreed, and nothing else."""
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False).stdout.split("\n")
    agreed = {"docs", "data", "hooks", "mkdocs.yml", "scripts", "tests", "README.md"}
    extra = {"pyproject.toml", "requirements.lock", "requirements-uji.lock", "LICENSE", "CHANGELOG.md", "zi.cmd"}
    found = {path.split("/")[0] for path in tracked if path}
    assert {item for item in found if not item.startswith(".")} <= agreed | extra


def json_keys(value: object) -> Iterator[str]:
    """Every key of a JSON value."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from json_keys(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from json_keys(inner)


def test_glossary_is_complete(temuan: Findings, sample: Findings) -> None:
    """The glossary explains every key of the data files and of the JSON, and no key that does not exist."""
    text = (ROOT / "docs" / "glosarium.md").read_text(encoding="utf-8")
    explained = re.findall(r"^\| `(\w+)` \|", text, flags=re.MULTILINE)
    keys = {key for model in MODELS for key in keys_of(model)}
    # Explained on the method page, where their rule stands; one of them is a key of rows, too.
    states = {*Keadaan, *KeadaanAksi} - {KeadaanAksi.TANPA_TENGGAT}
    for findings in (temuan, sample):  # only the sample has surveys
        for file in api_files(findings, publish_all(findings, None)):
            assert isinstance(file.content, bytes)
            keys |= set(json_keys(json.loads(file.content))) - states
    keys |= {key for model in (IndeksJson, PerubahanJson) for key in keys_of(model)}
    assert explained == sorted(explained, key=lambda key: key.replace("_", " "))
    assert set(explained) == keys


@pytest.mark.parametrize(
    "model",
    [
        *(*MODELS, Catatan, Bukti, Aturan, SumberBerjenis, TahunLibur, Libur, Kanal, Cara, Janji, Situasi, Langkah),
        *(SumberProsa, Masuk, JangkaRilis, ButirFormulir, PetaButir, HalamanArea, Penegasan),
    ],
)
def test_every_field_is_described(model: type[BaseModel]) -> None:
    """Every field has an Indonesian description: editors and schemas show it to whoever fills it in."""
    assert all(field.description for field in model.model_fields.values())
