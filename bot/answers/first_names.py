"""People of whom a question has the first name alone: "does Vladimir get on with Donald"."""

from collections.abc import Callable

from bot.answers.typos import Correction
from bot.corpus.names import Name, NameKind
from bot.index.index import SentenceIndex
from bot.index.stopwords import STOP_WORDS
from bot.index.tokens import Token, fold, tokens

# Of several with one first name, the one of whom the corpus speaks this many times as often.
_OFTENER = 3


class FirstNames:
    """First names that can mean only one of the people of a corpus.

    `is_word` tells whether a form is a word of the language, such as "will" or "mark".
    """

    def __init__(self, index: SentenceIndex, is_word: Callable[[str], bool]) -> None:
        self._index, self._is_word = index, is_word
        bearers: dict[str, list[Name]] = {}
        for name in index.names:
            first, _, last = name.name.partition(" ")
            if name.kind is NameKind.PERSON and last:
                bearers.setdefault(fold(first), []).append(name)
        self._meant = {
            first: bearer
            for first, names in bearers.items()
            if _stands_for_nothing(first, index) and (bearer := _spoken_of(names, index))
        }

    def completed(self, text: str) -> tuple[str, tuple[Correction, ...]]:
        """Return a text with such people's full names, and what was put for what."""
        words = tokens(text)
        if self._meant.keys().isdisjoint(word.form for word in words):
            return text, ()
        cased = any(word.capital for word in words[1:])
        inside = {
            at
            for mention in self._index.analyser.analyse(text).mentions
            for at in range(mention.first, mention.last)
        }
        found: dict[Correction, None] = {}
        for at in range(len(words) - 1, -1, -1):
            word, meant = words[at], self._meant.get(words[at].form)
            if meant is None or at in inside or self._goes_on(words, at, cased=cased):
                continue
            # A capital tells a name from a word, but at the beginning and where none are typed.
            if not (word.capital if at and cased else not self._is_word(word.form)):
                continue
            end = word.start + len(word.form)
            found[Correction(text[word.start : end], meant.name)] = None
            text = f"{text[: word.start]}{meant.name}{text[end:]}"
        return text, tuple(reversed(found))

    def _goes_on(self, words: list[Token], at: int, *, cased: bool) -> bool:
        """Whether another name follows, which without capitals is a word that nothing knows."""
        if at + 1 == len(words):
            return False
        following = words[at + 1]
        if cased or following.capital:
            return following.capital
        key = self._index.analyser.stem(following.form)
        known = following.form in STOP_WORDS or self._is_word(following.form)
        return not known and not self._index.bm25.frequency(key)


def _spoken_of(names: list[Name], index: SentenceIndex) -> Name | None:
    """Return the one of some people whom the corpus speaks of, or speaks of far more often."""
    often = sorted(((index.bm25.frequency("@" + n.name), n.name, n) for n in names), reverse=True)
    most, _, name = often[0]
    second = often[1][0] if len(often) > 1 else 0
    return name if most and most >= _OFTENER * second else None


def _stands_for_nothing(first: str, index: SentenceIndex) -> bool:
    """Whether a first name is no word and no other name in the corpus or the language."""
    analysis = index.analyser.analyse(first)
    return (
        first not in STOP_WORDS
        and not analysis.mentions
        and not any(index.bm25.frequency(key) for key in analysis.keys)
    )
