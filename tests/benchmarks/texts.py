"""Sentences that any machine has: those of Python's own documentation, and more like them.

First the topics of `help()`, then the docstrings and comments of the standard library, each
shuffled by a seed; then made-up ones. With the same Python and seed the texts are the same, which
`Texts.fingerprint` shows.
"""

import ast
import hashlib
import random
import re
import sysconfig
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bot.index.analysis import Analyser
from tests.benchmarks.made_up import sentences_like

# Left out of some distributions, or no prose.
_APART = frozenset(
    "__pycache__ __phello__ config distutils dist-packages ensurepip idlelib lib2to3 pydoc_data"
    " site-packages test tests tkinter turtledemo".split()
)
_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z`'\"(])")
_WORD = re.compile(r"[a-z0-9]+")
_CODE = re.compile(r"^\s*(?:>>>|\.\.\.|\||[-=*+~^#]{2,}).*$", re.MULTILINE)
_COMMENT = re.compile(r"(?:^[ \t]*#.*\n)+", re.MULTILINE)
_HASH = re.compile(r"^[ \t]*#+:?", re.MULTILINE)
_FEWEST, _MOST = 5, 60  # words


@dataclass(frozen=True, slots=True, eq=False)
class Texts:
    """Sentences as terms: numbers into a vocabulary, one sentence after the other."""

    vocabulary: list[str]
    terms: NDArray[np.int32]
    ends: NDArray[np.int64]

    def first(self, count: int) -> "Texts":
        """Return the first so many sentences."""
        ends = self.ends[:count]
        return Texts(self.vocabulary, self.terms[: ends[-1]], ends)

    def documents(self) -> list[list[str]]:
        """Return each sentence as a list of terms."""
        words, flat = self.vocabulary, self.terms.tolist()
        starts = (0, *self.ends[:-1].tolist())
        return [
            [words[term] for term in flat[start:end]]
            for start, end in zip(starts, self.ends.tolist(), strict=True)
        ]

    def fingerprint(self) -> str:
        """Return a few letters that differ where the texts do."""
        found = hashlib.sha256("\0".join(self.vocabulary).encode())
        found.update(self.terms.astype("<i4").tobytes())
        return found.hexdigest()[:12]

    def save(self, file: Path) -> None:
        """Write the texts to a file that `read` reads."""
        vocabulary = np.frombuffer("\n".join(self.vocabulary).encode(), np.uint8)
        np.savez(file, vocabulary=vocabulary, terms=self.terms, ends=self.ends)

    @classmethod
    def read(cls, file: Path) -> "Texts":
        """Return the texts that `save` wrote."""
        with np.load(file) as held:
            vocabulary = held["vocabulary"].tobytes().decode().split("\n")
            return cls(vocabulary, held["terms"], held["ends"])


def texts(count: int, seed: int) -> Texts:
    """Return so many sentences; fewer are the beginning of more."""
    chance = random.Random(seed)
    found: dict[tuple[str, ...], None] = {}
    for source in (_topics, _docstrings):
        if len(found) < count:
            cut = list(dict.fromkeys(_sentences(source())))
            chance.shuffle(cut)
            found |= dict.fromkeys(cut)
    numbers: dict[str, int] = {}
    terms = [numbers.setdefault(term, len(numbers)) for cut in found for term in cut]
    ends = np.cumsum([len(cut) for cut in found])
    whole = Texts(list(numbers), np.array(terms, np.int32), ends)
    if missing := max(0, count - len(found)):
        more, lengths, vocabulary = sentences_like(
            whole.terms, ends, whole.vocabulary, missing, seed
        )
        joined = np.concatenate((whole.terms, more))
        whole = Texts(vocabulary, joined, np.concatenate((ends, ends[-1] + np.cumsum(lengths))))
    return whole.first(count)


def _topics() -> Iterator[str]:
    from pydoc_data.topics import topics

    yield from topics.values()


def _docstrings() -> Iterator[str]:
    """Yield the docstrings and blocks of comments of the standard library, file by file."""
    library = Path(sysconfig.get_path("stdlib"))
    for file in sorted(library.rglob("*.py")):
        inside = file.relative_to(library)
        if inside.parts[0].startswith(("config-", "_sysconfig")) or _APART & set(inside.parts):
            continue
        code = file.read_bytes().decode("utf-8", "replace")
        for node in ast.walk(ast.parse(code)):
            if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
                yield ast.get_docstring(node) or ""
        yield from (_HASH.sub("", comment) for comment in _COMMENT.findall(code))


def _sentences(prose: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """Cut prose into sentences, and these into stems, stop words kept."""
    analyser = Analyser()
    for text in prose:
        for paragraph in re.split(r"\n\s*\n", _CODE.sub("", text)):
            for sentence in _END.split(paragraph):
                words = _WORD.findall(sentence.lower().replace("'", ""))
                if _FEWEST <= len(words) <= _MOST:
                    yield tuple(map(analyser.stem, words))
