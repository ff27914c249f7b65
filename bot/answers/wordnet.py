"""Synonyms from WordNet's own files, where they are installed (Debian: wordnet-base)."""

import mmap
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

_PARTS = ("noun", "verb", "adj", "adv")
# Senses stand in the order of how common they are; the later ones mislead more than they help.
_SENSES = 3
_KEPT = 4096
# Not every system knows it.
_UNUSED = getattr(mmap, "MADV_DONTNEED", None)
# Endings that make a form of a word, and what stands in the word itself.
_ENDINGS = {
    "noun": (("s", ""), ("ses", "s"), ("xes", "x"), ("ches", "ch"), ("shes", "sh"), ("ies", "y")),
    "verb": (
        ("s", ""),
        ("ies", "y"),
        ("es", "e"),
        ("es", ""),
        ("ed", "e"),
        ("ed", ""),
        ("ing", "e"),
        ("ing", ""),
    ),
    "adj": (("er", ""), ("est", ""), ("er", "e"), ("est", "e")),
    "adv": (),
}


class WordNet:
    """Looks words up in the index.* and data.* files of a folder, which stay on disk."""

    def __init__(self, folder: Path) -> None:
        self._index = {part: _mapped(folder / f"index.{part}") for part in _PARTS}
        self._data = {part: _mapped(folder / f"data.{part}") for part in _PARTS}
        self.synonyms = lru_cache(maxsize=_KEPT)(self._synonyms)

    def _synonyms(self, form: str) -> tuple[str, ...]:
        """Return the words and phrases that share a common sense with a folded word."""
        found: dict[str, None] = {}
        for part in _PARTS:
            for lemma in dict.fromkeys(_lemmas(form, part)):
                for offset in self._senses(lemma, part):
                    found |= dict.fromkeys(self._words(offset, part))
        found.pop(form, None)
        self._let_go()
        return tuple(found)

    def _let_go(self) -> None:
        """Count what was read of the files as memory of this process no longer."""
        if _UNUSED is not None:
            for held in (*self._index.values(), *self._data.values()):
                held.madvise(_UNUSED)

    def _senses(self, lemma: str, part: str) -> list[int]:
        """Return where the commonest senses of a word stand in the data file."""
        lines, wanted = self._index[part], lemma.encode()
        low, high = 0, len(lines)
        while low < high:
            middle = lines.rfind(b"\n", low, (low + high) // 2) + 1 or low
            end = lines.find(b"\n", middle)
            end = len(lines) if end < 0 else end
            line = lines[middle:end]
            word = line.split(b" ", 1)[0]
            if word == wanted:
                fields = line.split()
                return [int(offset) for offset in fields[-int(fields[2]) :][:_SENSES]]
            if word < wanted:
                low = end + 1
            else:
                high = middle
        return []

    def _words(self, offset: int, part: str) -> Iterator[str]:
        """Yield the words of one sense, without marks of grammar."""
        data = self._data[part]
        end = data.find(b"\n", offset)
        fields = data[offset : len(data) if end < 0 else end].decode().split()
        for word in fields[4 : 4 + 2 * int(fields[3], 16) : 2]:
            yield word.partition("(")[0].replace("_", " ").lower()


def open_wordnet(folder: Path) -> WordNet | None:
    """Return the WordNet of a folder, or None where one of its files is missing."""
    names = (f"{kind}.{part}" for kind in ("index", "data") for part in _PARTS)
    whole = all((folder / name).is_file() and (folder / name).stat().st_size for name in names)
    return WordNet(folder) if whole else None


def _mapped(path: Path) -> mmap.mmap:
    with path.open("rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


def _lemmas(form: str, part: str) -> Iterator[str]:
    yield form
    for ending, base in _ENDINGS[part]:
        if form.endswith(ending) and len(form) > len(ending) + 1:
            yield form.removesuffix(ending) + base
