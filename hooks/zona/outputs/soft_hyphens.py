"""Where long Indonesian words may break, with a hyphen: soft hyphens (U+00AD), which show themselves only at the end of a line.

They are for labels in narrow columns: names of groups and actions, heads of tables. Text that is quoted or copied stays
without them, as they would go along; the search never sees them (see deliver.py).
"""

import re
from functools import cache

from pyphen import Pyphen

SOFT_HYPHEN = "\u00ad"
# Words of small letters with ten or more, at most the first of them a capital: shorter ones fit into every column that we have,
# and short forms, keys, addresses and names of files are left as they are.
_LONG = re.compile(r"(?<![\w.@/-])[A-Za-z][a-z]{9,}(?![\w@/]|[.-]\w)")
# Letters that stay together at both ends of a word.
_EDGE = 3
# The patterns cut off single letters, too ("im-p-le", "dise-m-bu", "sosi-a-li"), which are no syllables: consonants join what
# follows where both begin one, else what came before; a vowel joins what follows.
_SPOKEN = (
    (re.compile("-([^aiueo-]+)-(?=[aiueolr])"), r"-\1"),
    (re.compile("-([^aiueo-]+)(?=-)"), r"\1"),
    (re.compile("-([aiueo])-"), r"-\1"),
)


def hyphenated(text: str) -> str:
    """The plain text with soft hyphens in its long words; the same text always gives the same."""
    return _LONG.sub(lambda word: _parted(word[0]), text)


@cache
def _dictionary() -> Pyphen:
    """The Indonesian patterns, read when the first word asks for them: that takes a tenth of a second."""
    return Pyphen(lang="id", left=_EDGE, right=_EDGE)


@cache
def _parted(word: str) -> str:
    parted: str = _dictionary().inserted(word)
    for lonely, joined in _SPOKEN:
        parted = lonely.sub(joined, parted)
    return parted.replace("-", SOFT_HYPHEN)
