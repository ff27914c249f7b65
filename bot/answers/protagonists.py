"""Whom a story is about, when a question says no more than "they"."""

import re

from bot.corpus.names import NameKind
from bot.corpus.patterns import pattern
from bot.index.index import SentenceIndex

_THEY = pattern(
    r"\b(?:they|them|(?:the|both|both the|the two) (?:leaders|men|women)|(?P<their>their))\b",
    re.IGNORECASE,
)
# They are a pair where the one less spoken of stands beside the other this often.
_TOGETHER = 0.5
_PAIR = 2


class Protagonists:
    """The two people whom most sentences of a corpus name, if they are a pair."""

    def __init__(self, index: SentenceIndex) -> None:
        self._analyser = index.analyser
        self.names = tuple(key.removeprefix("@") for key in _pair(index))

    def named_in(self, question: str) -> str | None:
        """Return a question that says "they" and names nobody with their names, else None."""
        if not self.names or not _THEY.search(question):
            return None
        analysis = self._analyser.analyse(question)
        if analysis.mentions or any(t.capital and not t.stop for t in analysis.terms[1:]):
            return None
        return _THEY.sub(self._in_place, question)

    def _in_place(self, found: re.Match[str]) -> str:
        return " and ".join(f"{name}'s" if found["their"] else name for name in self.names)


def _pair(index: SentenceIndex) -> list[str]:
    people = ["@" + name.name for name in index.names if name.kind is NameKind.PERSON]
    most = sorted(people, key=index.bm25.frequency, reverse=True)[:_PAIR]
    if len(most) < _PAIR:
        return []
    together = index.common(most)
    rarer = min(map(index.bm25.frequency, most))
    return most if rarer and len(together) >= _TOGETHER * rarer else []
