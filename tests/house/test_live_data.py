"""The one module that reads the live data: it holds only what is true of any honest data, on any day.

It also holds that no other test reads them, so that no record, report or page that an office adds can fail a test of code.
"""

from __future__ import annotations

import ast
import re
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from small.office_data import row, write_kantor
from small.records import put_record
from support import live_guard
from support.same_tree import differing, sums
from support.zi_command import ROOT, zi
from zona.findings.judge import days_told, judge
from zona.records.informasi.prosa import PROSA
from zona.records.json_schema import binding_of, schema_files
from zona.records.load import Data, load_data
from zona.records.rencana.keputusan import Bercatatan

pytestmark = pytest.mark.usefixtures("live")


@pytest.fixture(scope="module")
def kantor(live: Path) -> Data:
    """The live data. Reading them raises with every problem, as `periksa` lists them."""
    return load_data(live / "data", prosa=live / PROSA)


def newest_day(data: Data) -> date:
    """The newest day that the data speak of as past."""
    days = [day for _, _, day, _ in days_told(data) if day]
    for year in data.tahun:
        days += [date.fromisoformat(f"{item.isi.bulan}-28") + timedelta(days=4) for item in year.pengaduan]  # the month is over
        days += [year.dasar.tanggal] if year.dasar.tanggal else []
    return max(days, default=date.min)


def test_the_live_data_are_good_and_their_site_passes_its_last_look(kantor: Data, tmp_path: Path) -> None:
    """The live data have no problem and build, the built site has no fault, and without MkDocs it is the same: today, or the
    newest day that they speak of, for whether that day has come is the gate's to ask and not the code's."""
    day = max(datetime.now(kantor.situs.isi.zona_waktu.tzinfo).date(), newest_day(kantor))
    at_site = ("--keluaran", str(tmp_path / "site"))
    for command in (("bangun", *at_site), ("periksa", "--terbit", *at_site), ("susun", str(tmp_path / "lain"))):
        done = zi(*command, "--per-tanggal", day.isoformat(), root=ROOT, often=True)
        assert done.returncode == 0, done.stdout + done.stderr
    assert differing(sums(tmp_path / "site"), sums(tmp_path / "lain")) == set()


def test_the_decree_is_as_it_is_printed(kantor: Data, data: Data) -> None:
    """Every cell and paragraph of the decree is the printed text, as proofread in tests/offices/tabalong-2026; where the
    office found another reading in the signed original, a note on that part says so. Another office's decree is its own."""
    printed = data.tahun[0]
    for year in (item for item in kantor.tahun if item.keputusan):
        if (year.tahun, year.keputusan.isi.nomor, year.keputusan.isi.judul) == (
            printed.tahun, printed.keputusan.isi.nomor, printed.keputusan.isi.judul,
        ):  # fmt: skip
            pairs = [
                *zip(parts(year.rencana_aksi.isi), parts(printed.rencana_aksi.isi), strict=True),
                *zip(parts(year.keputusan.isi), parts(printed.keputusan.isi), strict=True),
            ]
            assert [(here, text) for (here, text, noted), (_, before, _) in pairs if text != before and not noted] == []


def parts(owner: object, where: str = "") -> list[tuple[str, str | None, bool]]:
    """Every printed text of a record in its order: its place, the text, and whether a note speaks of it."""
    found: list[tuple[str, str | None, bool]] = []
    notes = {note.bagian for note in owner.catatan} if isinstance(owner, Bercatatan) else set()
    for key, value in vars(owner).items():
        if key in ("catatan", "jadwal"):
            continue
        if isinstance(value, tuple):
            for index, item in enumerate(value):
                found += parts(item, f"{where}{key}.{index}.") if hasattr(item, "__dict__") else []
        elif isinstance(value, str | None):
            found.append((f"{where}{key}", value, key in notes or None in notes))
    return found


def test_editors_find_their_schemas(live: Path) -> None:
    """data/skema/ holds what the models say today and nothing else (`zi.py perbarui skema` writes it), and a data
    file that names a schema names its own."""
    assert {path.name: path.read_text(encoding="utf-8") for path in (live / "data" / "skema").iterdir()} == schema_files()
    for path in (live / "data").rglob("*.yml"):
        first = path.read_text(encoding="utf-8").partition("\n")[0]
        if first.startswith("# yaml-language-server:"):
            assert first == binding_of(path.relative_to(live / "data").as_posix()), path


# Everything above needs the live data; the rest is about all other tests.


def test_no_other_test_reads_the_live_data(monkeypatch: pytest.MonkeyPatch) -> None:
    """No module of the tests but this one asks for the live data or runs a command on them, and whichever opens them all the
    same is stopped."""
    own = Path(__file__).name
    for path in sorted((ROOT / "tests").rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        names = {node.arg for node in ast.walk(ast.parse(text)) if isinstance(node, ast.arg)}
        if path.name not in (own, "renew_schemas.py") and "benchmarks" not in path.parts:  # the former writes them
            assert "live" not in names or path.name == "conftest.py", path
            assert not re.search(r'ROOT / "data"|ROOT / PROSA|ROOT / "docs" / "informasi"|root=ROOT\b', text), path
    monkeypatch.setattr(live_guard, "open_to_tests", False)
    with pytest.raises(AssertionError, match="reads the live data"):
        (ROOT / "data" / "situs.yml").read_bytes()
    with pytest.raises(AssertionError, match="reads the live data"):
        list((ROOT / "data").rglob("*.yml"))


def test_any_honest_office_has_a_newest_day(tmp_path: Path) -> None:
    """An office whose plan rests on no decree, and whose newest day is a verification's, is judged on that day."""
    office = write_kantor(tmp_path / "data", {2026: [row("I.1")]}, situs={"peran": ["Tim", "Sekretaris"]})
    (office / "2026" / "keputusan.yml").unlink()
    record = {"aksi": "I.1", "periode": "2026-01", "tanggal": date(2026, 1, 20), "hasil": "berjalan", "uraian": "Uji."}
    put_record(office, record | {"dicatat_oleh": "Tim"}, verifier="Sekretaris", on=date(2026, 12, 30))
    data = load_data(office)
    assert newest_day(data) == date(2026, 12, 30)
    judge(data, newest_day(data))
