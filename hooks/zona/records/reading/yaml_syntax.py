"""Why YAML can't be read. The parser says where it lost the thread, often below the slip; common slips are looked for first."""

import re

import yaml

from zona.problems import Fault, Problem
from zona.records.reading.data_error import quoted

NO_SIGN = "invalid Unicode character"  # in libyaml's words

# What git writes into a file that two people changed: ours, (the old text,) theirs.
_CONFLICT = r"^(?:<{7}|\|{7}|>{7})(?: .*)?$"
_KEY_VALUE = re.compile(r"^\s*(?:- )?[\w-]+:\s+(?P<value>.*\S)")


def find_conflict(text: str, *, prose: bool = False) -> Problem[int] | None:
    """The first mark of a conflict that git left and nobody resolved. In `prose` a line of “=” is none: it makes a heading."""
    text = text.replace("\r\n", "\n")
    found = re.search(_CONFLICT if prose else f"{_CONFLICT}|^={{7}}$", text, re.MULTILINE)
    if not found:
        return None
    saran = "di antara tanda <<<<<<< dan >>>>>>> pilih tulisan yang benar, lalu hapus baris-baris <<<<<<<, =======, dan >>>>>>>"
    return Problem(text.count("\n", 0, found.start()) + 1, "dua orang mengubah berkas ini", saran)


def explain_syntax(error: yaml.YAMLError, text: str) -> Problem[int]:
    """What is wrong and what to write instead, at its line, counted from 1."""
    if isinstance(error, yaml.reader.ReaderError):
        line = text.count("\n", 0, error.position if isinstance(error.position, int) else 0) + 1
        return Problem(line, "ada huruf kendali yang tidak kelihatan", "hapus baris ini lalu ketik ulang")
    lines = text.splitlines() or [""]
    context: yaml.Mark | None = getattr(error, "context_mark", None)
    mark: yaml.Mark | None = getattr(error, "problem_mark", None) or context
    at = min(mark.line if mark else 0, len(lines) - 1)
    since = min(context.line, at) if context else at
    reason = f"{getattr(error, 'context', '')} {getattr(error, 'problem', '')}"
    masalah = f"susunan di sekitar {quoted(lines[at])} tidak terbaca"
    other = Problem(at + 1, masalah, "samakan spasi awal baris dengan baris serupa")
    return _tab(lines, at) or _open_quote(lines, at, since, reason) or _by_reason(lines, at, since, reason) or other


def _tab(lines: list[str], at: int) -> Problem[int] | None:
    for number in range(at, max(at - 3, -1), -1):
        if re.match(r"\s*\t", lines[number]):
            masalah = f"baris {quoted(lines[number])} diawali tab"
            return Problem(number + 1, masalah, "ganti tab dengan spasi (dua spasi per lapis)")
    return None


def _open_quote(lines: list[str], at: int, since: int, reason: str) -> Problem[int] | None:
    """The nearest line upwards whose value opens a quotation mark and does not close it."""
    if "unknown escape" in reason or NO_SIGN in reason or not re.search(r"quoted scalar|expected|mapping values", reason):
        return None
    for number in range(at, max(since - 1, at - 40, -1), -1):
        found = _KEY_VALUE.match(lines[number])
        value = found["value"] if found else lines[number].strip().removeprefix("- ")
        if value[:1] in ("'", '"') and not _closes(value):
            masalah = f"tanda kutip {value[0]} pada {quoted(value)} tidak ditutup"
            return Problem(number + 1, masalah, f"tambahkan {value[0]} di akhir teks")
    return None


def _closes(value: str) -> bool:
    mark = value[0]
    inner = value[1:].replace("\\\\", "").replace('\\"', "") if mark == '"' else value[1:].replace("''", "")
    return mark in inner


def _by_reason(lines: list[str], at: int, since: int, reason: str) -> Problem[int] | None:
    if "could not find expected ':'" in reason or "simple key" in reason:
        return _not_a_pair(lines, at)
    if "while parsing a flow" in reason:
        return Problem(since + 1, f"kurung pada {quoted(lines[since])} tidak ditutup", "tambahkan ] atau } di akhir daftar")
    line = quoted(lines[at])
    table = {
        "mapping values are not allowed": Fault(f"ada titik dua di dalam teks {line}", _in_quotes(lines[at])),
        "cannot start any token": Fault(f"nilai pada {line} diawali tanda khusus", "apit nilainya dengan tanda kutip"),
        NO_SIGN: Fault(f"kode pada {line} bukan tanda Unicode", "ketik tandanya sendiri, atau hapus kodenya"),
        "unknown escape": Fault(f"ada garis miring terbalik dalam {line}", "pakai tanda kutip tunggal '…'"),
        "alias": Fault(f"nilai pada {line} diawali *", "apit nilainya dengan tanda kutip"),
        "key is not a word": Fault(f"kunci pada {line} bukan kata", "tulis: kunci: nilai"),
    }
    return next((Problem(at + 1, *fault) for words, fault in table.items() if words in reason), None)


def _in_quotes(line: str) -> str:
    """How to write the value of a line that has a colon of its own."""
    found = _KEY_VALUE.match(line)
    return f'tulis: "{found["value"]}"' if found and '"' not in found["value"] else "apit nilainya dengan kutip"


def _not_a_pair(lines: list[str], at: int) -> Problem[int]:
    """The parser notices a line without a colon one line too late: name the line itself."""
    slip = next((number for number in (at, at - 1) if number >= 0 and lines[number].strip() and ":" not in lines[number]), None)
    masalah = f"baris {quoted(lines[at if slip is None else slip])} tidak berbentuk “kunci: nilai”"
    if slip is None:
        return Problem(at + 1, masalah, "periksa titik dua dan spasi awal baris")
    return Problem(slip + 1, masalah, "tambahkan titik dua dan spasi")
