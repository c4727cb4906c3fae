"""How large a data file may be: exactly as large is read, one more is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from zona.records.reading.yaml_reader import read_yaml


def told(tmp_path: Path, text: str) -> list[str]:
    """What is wrong with a file, in order."""
    (tmp_path / "a.yml").write_text(text, encoding="utf-8")
    return [problem.masalah for problem in read_yaml(tmp_path / "a.yml", label="a.yml", root=tmp_path).problems]


def items(number: int) -> str:
    return f"[{', '.join(['x'] * number)}]"


@pytest.mark.parametrize(
    ("fits", "too_far", "said"),
    [
        (
            "a: x\n#".ljust(1_000_000, "-"),
            "a: x\n#".ljust(1_000_001, "-"),
            "berkas sebesar 1,0 MB, padahal paling besar 1 MB",
        ),
        ("a: x\n", "a: x\n#".ljust(1_050_001, "-"), "berkas sebesar 1,1 MB, padahal paling besar 1 MB"),
        (f"a: {items(49_998)}", f"a: {items(49_999)}", "berkas mengembang menjadi lebih dari 50000 nilai"),
        (
            # The whole file, a list and its items, the alias itself, and the list once more.
            f"a: &a {items(24_998)}\nb: *a",
            f"a: &a {items(24_999)}\nb: *a",
            "berkas mengembang menjadi lebih dari 50000 nilai",
        ),
        (
            f"a: {items(49_900)}\nb: &b {items(4)}\nc: *b",
            f"a: {items(49_900)}\nb: &b {items(50)}\nc: *b",
            "berkas mengembang menjadi lebih dari 50000 nilai",
        ),
        (
            f"a: {'[' * 20}{']' * 20}",
            f"a: {'[' * 21}{']' * 21}",
            "isi bertingkat lebih dari 20 lapis",
        ),
    ],
    ids=["bytes", "megabytes", "values", "aliases", "small-alias", "depth"],
)
def test_limits_of_a_file(fits: str, too_far: str, said: str, tmp_path: Path) -> None:
    """Bytes, values with those that aliases repeat, and layers are counted one by one."""
    assert told(tmp_path, fits) == []
    assert told(tmp_path, too_far) == [said]


@pytest.mark.parametrize(("digits", "value"), [(18, int), (19, str)])
def test_a_number_longer_than_any_count(digits: int, value: type, tmp_path: Path) -> None:
    """A number of up to eighteen signs is one; a longer one stays text, which whoever asks for a number refuses."""
    (tmp_path / "a.yml").write_text(f"a: {'9' * digits}\nb: -5\n", encoding="utf-8")
    found = read_yaml(tmp_path / "a.yml", label="a.yml", root=tmp_path).value
    assert isinstance(found, dict)
    assert (found, type(found["a"])) == ({"a": value("9" * digits), "b": -5}, value)
