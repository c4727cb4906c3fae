"""Problems in, what a code host shows beside the line out: GitHub's workflow commands, GitLab's Code Quality report."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable

from zona.problems import Line, Problem


def for_github(problems: Iterable[Problem[Line]]) -> str:
    """One `::error` command a problem; GitHub wants "%", line ends, and in properties ":" and "," written as codes."""
    return "".join(
        f"::error file={_code(item.place.path, more=True)},line={item.place.line},"
        f"title=Data perlu diperbaiki::{_code(item.words)}\n"
        for item in problems
    )


def _code(text: str, *, more: bool = False) -> str:
    signs = {"%": "%25", "\r": "%0D", "\n": "%0A"} | ({":": "%3A", ",": "%2C"} if more else {})
    return "".join(signs.get(sign, sign) for sign in text)


def for_gitlab(problems: Iterable[Problem[Line]]) -> str:
    """The Code Quality report (a JSON list); a fingerprint stays the same as long as the problem does."""
    issues = [
        {
            "description": item.words,
            "check_name": "data",
            "fingerprint": hashlib.sha256(str(item).encode()).hexdigest(),
            "severity": "blocker",
            "location": {"path": item.place.path, "lines": {"begin": item.place.line}},
        }
        for item in problems
    ]
    return json.dumps(issues, ensure_ascii=False, indent=2) + "\n"
