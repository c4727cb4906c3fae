"""Sentences in which an office would rate itself by the LKE: a value, a letter, a predicate, points, a survey's scale turned
into any of them. What the survey's own rule asks for (index and grade of the IKM) is no such sentence; nor is one that says
there is no value."""

from __future__ import annotations

import re

# What a sentence must speak of, and what it would say of it.
_SUBJECT = re.compile(
    r"\b(?:LKE|WBK|WBBM|zona integritas|butir|pemenuhan|reform|pengungkit|persepsi|area [IVX]+|[AB]\.(?:[12]\.)?[IVX]+)\b",
    re.IGNORECASE,
)
_LETTER = r"(?-i:[A-E])\b(?!\.\w)"
_RATED = re.compile(
    r"\b(?:ber)?(?:nilai|skor|poin|predikat|peringkat|mutu|grade|score)(?:nya)?\b:?(?:\s+(?!sampai\b)[^\s,;:]+){0,3}?\s+"
    rf"(?:[0-9]+(?:,[0-9]+)?(?![\w/.]*[0-9]| sampai)|{_LETTER}|(?:sangat )?baik\b|memuaskan\b|cukup\b)|"
    r"\b[0-9]+(?:,[0-9]+)?\s+(?:poin|dari bobot)\b|"
    rf"\b(?:jawaban(?:nya)?|dijawab|huruf):?\s+{_LETTER}|"
    r"\b(?:di|me(?:ng)?)?konversi(?:kan)?\b|"
    r"\b(?:meraih|diraih|memperoleh|mendapat|layak|lolos|lulus|berpredikat)\s+(?:predikat\s+)?(?:WBK|WBBM)\b|"
    r"\bpredikat\s+(?:WBK|WBBM)\s+(?:di)?(?:raih|peroleh|capai)\w*|\bmemenuhi syarat\b",
    re.IGNORECASE,
)
_SENTENCES = re.compile(r"(?<=[.?!;])\s+|\n+")


def self_ratings(text: str) -> list[str]:
    """The sentences of a text in which a value of the LKE, or of what it judges, is claimed."""
    sentences = [" ".join(item.split()) for item in _SENTENCES.split(text)]
    return [item for item in sentences if _SUBJECT.search(item) and _RATED.search(item)]
