"""Words of a question that no article holds, and the word that was probably meant."""

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass

from bot.index.stopwords import STOP_WORDS
from bot.index.tokens import Token

_SHORTEST = 4
_LONG = 8


@dataclass(frozen=True, slots=True)
class Correction:
    """A word as typed and as it is searched for."""

    typed: str
    meant: str


class Speller:
    """Corrects words against the vocabulary of a corpus and its names."""

    def __init__(self, vocabulary: Collection[str], is_word: Callable[[str], bool]) -> None:
        self._vocabulary = sorted(
            word
            for word in vocabulary
            if len(word) >= _SHORTEST and word.isalpha() and word not in STOP_WORDS
        )
        self._known = frozenset(vocabulary)
        self._is_word = is_word

    def prepare(self) -> None:
        """Load what a correction needs."""
        self._nearest("prepare")

    def correct(self, text: str, words: Collection[Token]) -> tuple[str, tuple[Correction, ...]]:
        """Return the text with words that nothing knows put right, and what was changed."""
        corrections: list[Correction] = []
        for token in words:
            typed = text[token.start : token.end]
            if self._lacks_apostrophe(token.form):
                corrections.append(Correction(typed, f"{typed[:-1]}'s"))
            elif self._sounds_known(token.form):
                continue
            elif meant := self._nearest(token.form):
                shown = meant.capitalize() if typed[0].isupper() else meant
                corrections.append(Correction(typed, shown))
        for correction in dict.fromkeys(corrections):
            text = re.sub(rf"\b{re.escape(correction.typed)}\b", correction.meant, text)
        return text, tuple(dict.fromkeys(corrections))

    def _lacks_apostrophe(self, form: str) -> bool:
        """Whether a word is another one's possessive as many type it: "moors" for "moor's"."""
        return form.endswith("s") and form[:-1] in self._known and form[:-1] not in STOP_WORDS

    def _sounds_known(self, form: str) -> bool:
        return (
            len(form) < _SHORTEST
            or not form.isalpha()
            or form in self._known
            or form in STOP_WORDS
            or self._is_word(form)
        )

    def _nearest(self, form: str) -> str | None:
        # Loaded only when a word is unknown, to keep the start of the console short.
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        allowed = 2 if len(form) >= _LONG else 1
        near = process.extract(
            form, self._vocabulary, scorer=OSA.distance, score_cutoff=allowed, limit=5
        )
        alike = [(distance, word) for word, distance, _ in near if word[0] == form[0]]
        return min(alike)[1] if alike else None
