"""Problems in, what a code host shows beside the line out: GitHub's workflow commands, GitLab's Code Quality report."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable

from zona.problems import Line, Problem


def for_github(problems: Iterable[Problem[Line]]) -> str:
    """One `::error` command a problem; GitHub wants "%", line ends, and in properties ":" and "," written as codes."""
    lines = []
    for item in problems:
        place = (
            f"file={_code(item.place.path, more=True)},line={item.place.line},title={_code('Data perlu diperbaiki', more=True)}"
        )
        lines.append(f"::error {place}::{_code(item.words)}\n")
    return "".join(lines)


def _code(text: str, *, more: bool = False) -> str:
    signs = {"%": "%25", "\r": "%0D", "\n": "%0A"} | ({":": "%3A", ",": "%2C"} if more else {})
    return "".join(signs.get(sign, sign) for sign in text)


def for_gitlab(problems: Iterable[Problem[Line]]) -> str:
    """The Code Quality report (a JSON list); a fingerprint stays the same as long as the problem does."""
    return json.dumps([_issue(item) for item in problems], ensure_ascii=False, indent=2) + "\n"


def _issue(item: Problem[Line]) -> dict[str, object]:
    return {
        "description": item.words,
        "check_name": "data",
        "fingerprint": hashlib.sha256(str(item).encode()).hexdigest(),
        "severity": "blocker",
        "location": {"path": item.place.path, "lines": {"begin": item.place.line}},
    }
