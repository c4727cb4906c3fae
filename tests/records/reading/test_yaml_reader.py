"""The YAML reader: what it takes, what it refuses, and the line it blames."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from zona.records.reading import yaml_reader
from zona.records.reading.yaml_reader import MAX_BYTES, Document, read_front_matter, read_yaml


def read(tmp_path: Path, content: str | bytes) -> Document:
    path = tmp_path / "berkas.yml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_yaml(path, label="data/berkas.yml", root=tmp_path)


def test_values_and_their_lines(tmp_path: Path) -> None:
    """Values come out plain, each with the line on which it stands."""
    document = read(tmp_path, "a: 1\nb:\n  - x\n  - {c: 2026-01-31}\nd: >-\n  dua\n  baris\ne:\n")
    assert document.value == {"a": 1, "b": ("x", {"c": date(2026, 1, 31)}), "d": "dua baris", "e": None}
    assert [document.line_of(loc) for loc in (("a",), ("b", 0), ("b", 1, "c"), ("d",))] == [1, 3, 4, 5]
    assert document.line_of(("b", 7, "z")) == 2
    assert not document.problems


@pytest.mark.parametrize("prefix", [b"\xef\xbb\xbf", b""])
@pytest.mark.parametrize("newline", [b"\n", b"\r\n"])
def test_marks_of_windows_editors(tmp_path: Path, prefix: bytes, newline: bytes) -> None:
    """A byte order mark and CRLF change nothing."""
    document = read(tmp_path, prefix + b"a: satu" + newline + b"b: dua" + newline)
    assert document.value == {"a": "satu", "b": "dua"}
    assert document.line_of(("b",)) == 2


@pytest.mark.parametrize(
    ("text", "line", "part"),
    [
        ("a:\n\tb: 1\n", 2, "diawali tab"),
        ("a: x\n\ty\n  d: 3\n", 2, "diawali tab"),
        ("a: {b: 1,\n\tc: 2\nd: 3\n", 2, "diawali tab"),
        ("a: |\n  x\n  \ty\nb: 1\nc: 2\nd: e: f\n", 6, "titik dua"),  # a tab further above is not to blame
        ("a: b: c\nd: 1\n\te: 2\n", 1, "titik dua"),
        ("a: b: c\n", 1, "titik dua"),
        ('a: b "c": d\n', 1, "apit nilainya dengan kutip"),
        ('a: "b \\" c\nd: 1\n', 1, "tidak ditutup"),
        ("a: 'b '' c\nd: 1\n", 1, "tidak ditutup"),
        ('a: |\n  "b\nc: [1, 2\nd: 3\n', 3, "kurung"),
        ('a: [1,\n  "",\n  2\nb: 3\n', 1, "kurung"),
        ("a: [1,\n  '',\n  2\nb: 3\n", 1, "kurung"),
        ("? a\n[b:\n", 1, "baris “? a” tidak berbentuk “kunci: nilai”; tambahkan titik dua"),
        ("a: 1\nhttp://b\nc: 2\n", 3, "periksa titik dua dan spasi awal baris"),
        ("\n\na: \x07\n", 3, "huruf kendali"),
        ('a: "b\nc: d\n', 1, "tidak ditutup"),
        ("a: 'b\nc: d\n", 1, "tidak ditutup"),
        ('a: 1\nb: "x\nc: "y"\n', 2, "tidak ditutup"),
        ("a: 1\na: 2\n", 2, "ditulis dua kali (pertama di baris 1)"),
        ("no: 1\n", 1, 'apit dengan tanda kutip: "no":'),
        ("1.10: x\n", 1, "bukan sebagai kata"),
        ("? [a, b]\n: c\n", 1, "bukan kata"),
        ("a: 2026-02-30\n", 1, "tidak ada di kalender"),
        ("a: 2026-02-01 10:00:00\n", 1, "tanggal dengan jam"),
        ("a: 12:30\n", 1, "angka"),
        ("a: 07\n", 1, "angka"),
        ("a: 0x1F\n", 1, "angka"),
        ("a: 1_000\n", 1, "angka"),
        ("a: no\n", 1, "ya/tidak"),
        ("a: On\n", 1, "ya/tidak"),
        ("a: !!python/object:os.system x\n", 1, "tidak boleh dipakai"),
        ("a: !!binary aGk=\n", 1, "tidak boleh dipakai"),
        ("a: !lokal x\n", 1, "tidak boleh dipakai"),
        ("<<: {a: 1}\n", 1, "bukan sebagai kata"),
        ("a: *b\n", 1, "diawali *"),
        ("a: @b\n", 1, "diawali tanda khusus"),
        ("a: 'x\n", 1, "tidak ditutup"),
        ('a: "C:\\Data"\n', 1, "garis miring terbalik"),
        ('a: "C:\\Data\nb: 1\n', 1, "garis miring terbalik"),
        ("a: 1\nb\n", 2, "kunci: nilai"),
        ("a: 1\nb\nc: 2\n", 2, "baris “b” tidak berbentuk “kunci: nilai”; tambahkan titik dua"),
        ("a: 1\n  b: 2\n", 2, ""),
        ("a: [1, 2\nb: 3\n", 1, "kurung"),
        ("a: {b: 1\n", 1, "kurung"),
        ("a: 1\n---\nb: 2\n", 2, "bagian kedua"),
        ("a: \x07\n", 1, "huruf kendali"),
        ('a: 1\nb: "\\uFFFE"\n', 2, "bukan tanda Unicode; ketik tandanya sendiri"),
        ('a: "\\U0003FFFF"\n', 1, "bukan tanda Unicode"),
        ("a: \ufdd0\n", 1, "bukan tanda Unicode"),
        ('"\\uFFFF": x\n', 1, "bukan tanda Unicode"),
        ('a: ["\\uD83D\\uDC4D"]\n', 1, "bukan tanda Unicode"),
        ('a: 1\nb: "\\U00110000"\n', 2, "bukan tanda Unicode"),
        ('a: "\\UFFFFFFFF"\n', 1, "bukan tanda Unicode"),
        ("", 1, "berkas kosong"),
        ("  \n\n", 1, "berkas kosong"),
        ("# hanya komentar\n", 1, "hanya berisi komentar"),
    ],
)
def test_refusals(tmp_path: Path, text: str, line: int, part: str) -> None:
    """Each slip gives one Indonesian sentence with its line, and how to mend it."""
    (problem, *rest) = read(tmp_path, text).problems
    assert (problem.place.line, rest) == (line, [])
    assert part in str(problem)
    assert problem.saran


@pytest.mark.parametrize(("lines", "line", "part"), [(39, 2, "tidak ditutup"), (40, 42, "samakan spasi awal")])
def test_an_open_quote_far_above(lines: int, line: int, part: str, tmp_path: Path) -> None:
    """A quotation mark that nobody closed is looked for within forty lines; beyond, the line that can't be read is named."""
    (problem,) = read(tmp_path, 'x: 1\na: "b\n' + "k: 1\n" * lines).problems
    assert (problem.place.line, part in str(problem)) == (line, True)


@pytest.mark.parametrize("code", ["\\uFFFE", "\\uD800", "\\U00110000", "\\UFFFFFFFF"])
def test_codes_of_no_sign_without_libyaml(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    """PyYAML's own parser, where libyaml is missing, gives the same sentence for a code that is no sign, never an exception; a
    sign that this Python does not know yet is taken."""
    monkeypatch.setattr(yaml_reader, "LOADER", yaml.SafeLoader)
    (problem,) = read(tmp_path, f'a: "\\U0001F44D"\nb: "{code}"\n').problems
    assert (problem.place.line, "bukan tanda Unicode" in problem.masalah) == (2, True)
    assert read(tmp_path, 'a: "\\U0001FBFB"\n').value == {"a": "\U0001fbfb"}


def test_not_utf8(tmp_path: Path) -> None:
    """A file in another encoding is refused at the line of the first foreign byte."""
    (problem,) = read(tmp_path, b"a: 1\nb: \x93tolak\x94\n").problems
    assert (problem.place.line, "UTF-8" in problem.saran) == (2, True)


def test_numbers_keep_what_was_written(tmp_path: Path) -> None:
    """`1.10` is not silently 1.1: the written text stays beside it."""
    assert read(tmp_path, "a: 1.10\n").texts[("a",)] == "1.10"


@pytest.mark.parametrize("text", ["2026-02-30", "07", "no", "12:30"])
def test_what_is_refused_stays_as_written(text: str, tmp_path: Path) -> None:
    """A word that YAML takes for something else is refused once, and is still the text that was written."""
    document = read(tmp_path, f"a: {text}\n")
    assert (document.value, document.refused, len(document.problems)) == ({"a": text}, {("a",)}, 1)


def test_quoted_words_stay_words(tmp_path: Path) -> None:
    """A quoted `no`, number or date is text."""
    assert read(tmp_path, "a: 'no'\nb: \"1.10\"\nc: '2026-02-30'\n").value == {"a": "no", "b": "1.10", "c": "2026-02-30"}


def test_alias_bomb(tmp_path: Path) -> None:
    """Aliases may repeat a value, but not multiply without bound."""
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 10)}]" for i in range(1, 12)]
    (problem,) = read(tmp_path, "\n".join(lines)).problems
    assert "mengembang" in problem.masalah
    assert not read(tmp_path, "a: &x [1, 2]\nb: *x\n").problems


@pytest.mark.parametrize("depth", [21, 5_000, 200_000])
def test_depth(tmp_path: Path, depth: int) -> None:
    """Deep nesting is refused before it can exhaust the stack."""
    document = read(tmp_path, "a: " + "[" * depth)
    assert (len(document.problems), document.complete) == (1, False)


def test_huge_file_is_not_read(tmp_path: Path) -> None:
    """A file over the limit is refused by its size alone."""
    path = tmp_path / "besar.yml"
    with path.open("wb") as file:
        file.truncate(50 * MAX_BYTES)
    (problem,) = read_yaml(path, label="data/besar.yml", root=tmp_path).problems
    assert "50,0 MB" in problem.masalah


def test_missing_folder_and_link(tmp_path: Path) -> None:
    """A missing file, a folder in its place, and a link that leaves the data are each told apart."""
    root = tmp_path / "data"
    (root / "folder.yml").mkdir(parents=True)
    (tmp_path / "rahasia.yml").write_text("a: 1\n", encoding="utf-8")
    (root / "tautan.yml").symlink_to(tmp_path / "rahasia.yml")
    for name, part in (("x.yml", "tidak ada"), ("folder.yml", "adalah folder"), ("tautan.yml", "ke luar folder data")):
        (problem,) = read_yaml(root / name, label=name, root=root).problems
        assert part in problem.masalah


WORDS = st.text(st.characters(exclude_categories=["C", "Z"], exclude_characters="\x85"), min_size=1, max_size=12)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**9), 10**9) | WORDS | st.dates(date(1, 1, 1)),
    lambda inner: st.lists(inner, max_size=4).map(tuple) | st.dictionaries(WORDS, inner, max_size=4),
    max_leaves=12,
)


@given(value=st.dictionaries(WORDS, VALUES, min_size=1, max_size=5))
def test_reads_what_yaml_writes(value: dict[str, object], tmp_path_factory: pytest.TempPathFactory) -> None:
    """What PyYAML writes comes back the same, and without a problem."""

    class Dumper(yaml.SafeDumper):
        def ignore_aliases(self, data: object) -> bool:
            return True

    Dumper.add_representer(tuple, lambda dumper, items: dumper.represent_list(items))
    document = read(tmp_path_factory.mktemp("y"), yaml.dump(value, Dumper=Dumper, allow_unicode=True))
    assert not document.problems
    assert document.value == value


@given(content=st.binary(max_size=200))
def test_any_bytes(content: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Any file is read or blamed; none raises."""
    document = read(tmp_path_factory.mktemp("b"), content)
    assert document.complete or document.problems


@given(text=st.text(st.sampled_from("ab:-#'\"[]{}&*!|>%@,? \n\t0129.\\~<"), max_size=60))
def test_any_punctuation(text: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Any mix of YAML's own signs is read or blamed, at a line that the file has."""
    document = read(tmp_path_factory.mktemp("p"), text)
    assert document.complete or document.problems
    assert all(1 <= problem.place.line <= text.count("\n") + 1 for problem in document.problems)


CONFLICT = "<<<<<<< HEAD\nhasil: berjalan\n=======\nhasil: selesai\n>>>>>>> usulan\n"


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("text", "line"),
    [
        (CONFLICT, 1),
        (f"aksi: I.1\n{CONFLICT}", 2),
        (f"uraian: [\n{CONFLICT}", 2),
        ("a: 1\n||||||| lama\nb: 2\n", 2),
        ("a: 1\n=======\nb: 2\n", 2),
        ("a: |\n  teks\n>>>>>>> 1a2b3c\n", 3),
        ("<<<<<<<\n", 1),
        ("\n<<<<<<<\n", 2),
    ],
)
def test_a_conflict_that_git_left(text: str, line: int, newline: str, tmp_path: Path) -> None:
    """Marks of a conflict are said to be that, at the first of them that is left, and nothing else is said of the file."""
    document = read(tmp_path, text.replace("\n", newline))
    (problem,) = document.problems
    assert (problem.place.line, problem.masalah) == (line, "dua orang mengubah berkas ini")
    assert "titik dua" not in problem.saran
    assert not document.complete


@pytest.mark.parametrize("text", ["a: |\n  =======\n  <<<<<<< x\n", 'a: "<<<<<<<"\n', "# ======= x\na: 1\n", "a: <<<<<<<\n"])
def test_text_that_is_no_conflict(text: str, tmp_path: Path) -> None:
    """What people write inside a value is no mark: git puts its marks at the beginning of a line."""
    assert not read(tmp_path, text).problems


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (f"---\n{CONFLICT}---\nisi\n", 2),
        ("---\na: 1\n=======\nb: 1\n---\nisi\n", 3),
        (f"---\na: 1\n---\nisi\n{CONFLICT}", 5),
        ("<<<<<<< HEAD\n---\na: 1\n---\n", 1),
        ("---\na: 1\n---\nBagian\n=======\n", None),
    ],
)
def test_a_conflict_in_prose(text: str, line: int | None, tmp_path: Path) -> None:
    """In the head and in the body of a page of prose too; a heading underlined with seven “=” is none."""
    (tmp_path / "uji.md").write_text(text, encoding="utf-8")
    document, _, _ = read_front_matter(tmp_path / "uji.md", label="docs/informasi/uji.md", root=tmp_path)
    found = [(problem.place.line, problem.masalah) for problem in document.problems]
    assert found == ([(line, "dua orang mengubah berkas ini")] if line else [])


@pytest.mark.parametrize(
    ("text", "isi", "first"), [("# Judul\n", "# Judul\n", 1), ("---\ntitle: A\n---\nisi\n", "isi\n", 4), ("--- \n---\n", "", 3)]
)
def test_a_page_that_may_have_no_head(text: str, isi: str, first: int, tmp_path: Path) -> None:
    """Where a head is optional, a page without one is all text, from its first line on."""
    (tmp_path / "uji.md").write_text(text, encoding="utf-8")
    document, *found = read_front_matter(tmp_path / "uji.md", label="docs/uji.md", root=tmp_path, optional=True)
    assert (found, document.raw) == ([isi, first], text.encode())


@pytest.mark.parametrize("text", ["isi\n", "---\na: 1\n", "isi\n---\na: 1\n---\n", " ---\na: 1\n---\n"])
def test_a_page_that_must_have_a_head(text: str, tmp_path: Path) -> None:
    """A head begins in the first line and ends; of anything else it is said, and nothing is read."""
    (tmp_path / "uji.md").write_text(text, encoding="utf-8")
    document, *found = read_front_matter(tmp_path / "uji.md", label="docs/informasi/uji.md", root=tmp_path)
    assert ([problem.masalah for problem in document.problems], found) == (["kepala halaman belum ada"], ["", 1])


def test_a_file_is_read_as_it_now_stands(tmp_path: Path) -> None:
    """What was read before says nothing of a file that has changed; and each reading tells a file's own problems once."""
    path = tmp_path / "a.yml"
    for text, value, count in (("a: 1\n", {"a": 1}, 0), ("a: 1\na: 2\n", {"a": 1}, 1), ("a: 2\n", {"a": 2}, 0)):
        path.write_text(text, encoding="utf-8")
        for _ in range(2):
            document = read_yaml(path, label="a.yml", root=tmp_path)
            assert (document.value, len(document.problems), document.raw) == (value, count, text.encode())
            document.add((), "masalah pembaca lain", "betulkan")
