"""The words by which a page should be found and which do not stand on it: other forms of its words, and their like.

Pagefind cuts Indonesian words to stems (Snowball's), which miss nasalised roots: "terima" and "penerimaan" get different
ones. Sastrawi knows the roots. For each root on a page we make the forms that people write and keep one for each stem that
the page lacks: whatever form is searched, its stem is then there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

import snowballstemmer
import yaml
from Sastrawi.Stemmer.StemmerFactory import StemmerFactory
from Sastrawi.StopWordRemover.StopWordRemoverFactory import StopWordRemoverFactory

PADANAN = Path(__file__).with_name("synonyms.yml")

# How a root's first letter changes the prefixes me- and pe- (peng-, pem-…); the letters in the second place fall away.
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
    """Roots, forms and synonyms of Indonesian words. `padanan` is the file of synonyms; `roots` are roots that were found
    before, by their words, and grows."""

    def __init__(self, padanan: Path = PADANAN, roots: dict[str, str] | None = None) -> None:
        factory = StemmerFactory()
        self._dictionary = frozenset(factory.get_words())
        self._common = frozenset(StopWordRemoverFactory().get_stop_words())
        self._sastrawi, snowball = factory.create_stemmer(), snowballstemmer.stemmer("indonesian")
        self.roots = {} if roots is None else roots
        self._stem = lru_cache(maxsize=None)(snowball.stemWord)
        self._forms = lru_cache(maxsize=None)(self._forms_by_stem)
        self._synonyms = self._read(padanan)

    def root(self, word: str) -> str:
        """The root of a word as Sastrawi knows it: "penerimaan" → "terima"; the word itself where it knows none."""
        if word not in self.roots:
            self.roots[word] = str(self._sastrawi.stem(word))
        return self.roots[word]

    def beside(self, text: str) -> list[str]:
        """The words to add to a page with this text, sorted: one for each stem that some form of the page's words or
        of their synonyms has, and the page has not."""
        words = _words(text)
        roots = [self.root(word) for word in words]
        whole = f" {' '.join(roots)} "
        also = {word for phrase, others in self._synonyms.items() if f" {phrase} " in whole for word in others}
        have = {self._stem(word) for word in words}
        added: dict[str, str] = {}
        for word in sorted(also | set(map(self.root, also))):
            added.setdefault(self._stem(word), word)
        derived = {self.root(word) for word in also} - also
        for root in sorted({*roots, *derived} - self._common):
            for stem, form in self._forms(root).items():
                added.setdefault(stem, form)
        return sorted(form for stem, form in added.items() if stem not in have)

    def _forms_by_stem(self, root: str) -> dict[str, str]:
        """For each of Pagefind's stems the shortest form of the root that has it; none of a root that is no word."""
        if root not in self._dictionary or len(root) < 4:
            return {}
        found: dict[str, str] = {}
        for form in sorted(set(forms(root)), key=lambda form: (len(form), form)):
            found.setdefault(self._stem(form), form)
        return found

    def _read(self, path: Path) -> dict[str, set[str]]:
        """The synonyms: for each phrase, as roots with a space between, the words to add where it stands."""
        given = yaml.safe_load(path.read_text(encoding="utf-8"))
        found: dict[str, set[str]] = {}
        for phrases in given["sama"]:
            for phrase in phrases:
                self._add(found, phrase, (other for other in phrases if other != phrase))
        for phrase, others in given["juga"].items():
            self._add(found, phrase, others)
        return found

    def _add(self, found: dict[str, set[str]], phrase: str, others: Iterable[str]) -> None:
        roots = " ".join(self.root(word) for word in _words(phrase))
        found.setdefault(roots, set()).update(word for other in others for word in _words(other))


def forms(root: str) -> Iterator[str]:
    """The forms of a root that are common in official Indonesian: with me-, di-, pe-, ter-, ber-, ke- and the endings."""
    stem = nasal(root)
    for start in (root, f"di{root}", f"me{stem}"):
        yield from (start, f"{start}kan", f"{start}i")
    for start in (root, f"pe{stem}", f"per{root}", f"ke{root}"):
        yield f"{start}an"
    yield from (f"pe{stem}", f"ber{root}", f"ter{root}")


def nasal(root: str) -> str:
    """A root as it stands behind me- and pe-: terima → nerima, sebar → nyebar, kendali → ngendali; program → mprogram."""
    cluster = len(root) > 1 and root[1] not in "aeiou"
    for letters, sound, falls in _NASAL:
        if root[0] in letters:
            sound = "n" if cluster and root[0] == "s" else sound
            return sound + (root if cluster or not falls else root[1:])
    return root


def _words(text: str) -> list[str]:
    """The words of a text in order, small; what is joined by hyphens or slashes are words of their own."""
    return re.findall(r"[a-z]+(?:[0-9]+[a-z]*)?|[0-9]+", text.lower())
