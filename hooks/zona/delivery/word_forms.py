"""Extra search terms for a page: inflected forms and synonyms of its words.

Pagefind's stems (by Snowball) miss nasalised roots: "terima" and "penerimaan" get different ones. Sastrawi knows the roots. For
each root on a page we make the usual forms, and keep one for each stem that the page does not have: then the stem of any form
that is searched for is in the index."""

import re
from collections.abc import Callable, Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

from zona.own_data import beside

Known = dict[str, dict[str, Any]]  # what is known of words, by kind and by word

PADANAN = Path(__file__).with_name("synonyms.yml")

# Nasalisation after me- and pe- (meng-, pem-…): first letters of a root, the nasal, and those letters that are dropped.
_NASAL = (
    ("aeioughq", "ng", ""),
    ("k", "ng", "k"),
    ("bfv", "m", ""),
    ("p", "m", "p"),
    ("cdjz", "n", ""),
    ("t", "n", "t"),
    ("s", "ny", "s"),
)


class Words:
    """Roots, forms and synonyms of Indonesian words. `padanan` is the file of synonyms. `known` has what was found so far,
    which took seconds: each word's root and stem, and each root's forms; what is found is added, so that the caller can keep
    it for the next build."""

    def __init__(self, padanan: Path = PADANAN, known: Known | None = None) -> None:
        self.known = {} if known is None else known
        self._roots: dict[str, str] = self.known.setdefault("akar", {})
        self._stems: dict[str, str] = self.known.setdefault("pangkal", {})
        self._forms: dict[str, dict[str, str]] = self.known.setdefault("bentuk", {})
        self._synonyms = self._read(padanan)

    # The libraries are imported only for words that are not known yet.

    @cached_property
    def _common(self) -> frozenset[str]:
        from Sastrawi.StopWordRemover.StopWordRemoverFactory import StopWordRemoverFactory

        return frozenset(StopWordRemoverFactory().get_stop_words())

    @cached_property
    def _sastrawi(self) -> tuple[frozenset[str], Callable[[str], str]]:
        """The dictionary, and what finds the root of a word."""
        from Sastrawi.Stemmer.StemmerFactory import StemmerFactory

        factory = StemmerFactory()
        return frozenset(factory.get_words()), factory.create_stemmer().stem

    @cached_property
    def _snowball(self) -> Callable[[str], str]:
        import snowballstemmer

        found: Callable[[str], str] = snowballstemmer.stemmer("indonesian").stemWord
        return found

    def root(self, word: str) -> str:
        """The root of a word by Sastrawi: "penerimaan" → "terima". The word itself if Sastrawi finds none."""
        if word not in self._roots:
            self._roots[word] = self._sastrawi[1](word)
        return self._roots[word]

    def stem(self, word: str) -> str:
        """What Pagefind makes of a word: "penerimaan" → "terima", but "terima" → "trima"."""
        if word not in self._stems:
            self._stems[word] = self._snowball(word)
        return self._stems[word]

    def beside(self, text: str) -> list[str]:
        """The search terms to add to a page with this text, sorted: one for each stem that a form of its words, or of their
        synonyms, has and the page itself does not."""
        words = _words(text)
        roots = [self.root(word) for word in words]
        whole = f" {' '.join(roots)} "
        also = {word for phrase, others in self._synonyms.items() if f" {phrase} " in whole for word in others}
        have = {self.stem(word) for word in words}
        added: dict[str, str] = {}
        for word in sorted(also | set(map(self.root, also))):
            added.setdefault(self.stem(word), word)
        derived = {self.root(word) for word in also} - also
        for root in sorted({*roots, *derived} - self._common):
            for stem, form in self.forms_of(root).items():
                added.setdefault(stem, form)
        return sorted(form for stem, form in added.items() if stem not in have)

    def forms_of(self, root: str) -> dict[str, str]:
        """The shortest form of a root for each of Pagefind's stems, by stem; empty if the root is not in the dictionary."""
        if root not in self._forms:
            found = self._forms[root] = {}
            if len(root) >= 4 and root in self._sastrawi[0]:
                for form in sorted(set(forms(root)), key=lambda form: (len(form), form)):
                    found.setdefault(self._snowball(form), form)
        return self._forms[root]

    def _read(self, path: Path) -> dict[str, set[str]]:
        """The words to add to a page, by the phrase (roots joined by spaces) that the page has to contain."""
        given = beside(str(path), path.name)
        pairs = [(phrase, [other for other in same if other != phrase]) for same in given["sama"] for phrase in same]
        found: dict[str, set[str]] = {}
        for phrase, others in [*pairs, *given["juga"].items()]:
            roots = " ".join(self.root(word) for word in _words(phrase))
            found.setdefault(roots, set()).update(word for other in others for word in _words(other))
        return found


def forms(root: str) -> Iterator[str]:
    """The forms of a root that are common in official Indonesian: with me-, di-, pe-, per-, ter-, ber-, ke- and suffixes."""
    stem = nasal(root)
    for start in (root, f"di{root}", f"me{stem}"):
        yield from (start, f"{start}kan", f"{start}i")
    for start in (root, f"pe{stem}", f"per{root}", f"ke{root}"):
        yield f"{start}an"
    yield from (f"pe{stem}", f"ber{root}", f"ter{root}")


def nasal(root: str) -> str:
    """A root as written after me- and pe-: terima → nerima, sebar → nyebar, kendali → ngendali; program → mprogram."""
    cluster = len(root) > 1 and root[1] not in "aeiou"
    for letters, sound, falls in _NASAL:
        if root[0] in letters:
            sound = "n" if cluster and root[0] == "s" else sound
            return sound + (root if cluster or not falls else root[1:])
    return root


def _words(text: str) -> list[str]:
    """The words of a text in order, in lower case; parts joined by hyphens or slashes are separate words."""
    return re.findall(r"[a-z]+(?:[0-9]+[a-z]*)?|[0-9]+", text.lower())
