"""A sentence named in nine characters, so that a button can hold ten of them for years."""

import base64
import re
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b
from typing import Final

from bot.corpus.article import Article, Corpus, Sentence

SIZE: Final = 9
PATTERN: Final = rf"[A-Za-z0-9_-]{{{SIZE}}}"
ARTICLE_PATTERN: Final = r"[A-Za-z0-9_-]{4}"
_ARTICLE, _NUMBER, _TEXT = 4, 2, 3
_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_NUMBERS = len(_DIGITS) ** _NUMBER


class BrokenReferenceError(ValueError):
    """A text is not a reference to a sentence."""


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence of the corpus and the article it stands in."""

    sentence: Sentence
    article: Article


@dataclass(frozen=True, slots=True)
class Reference:
    """Short hashes of an article's id and a sentence's text, and the sentence's number.

    The number is taken modulo 4,096; the hash of the text tells apart what that mixes up.
    """

    article: str
    number: int
    text: str

    def __str__(self) -> str:
        high, low = divmod(self.number, len(_DIGITS))
        return f"{self.article}{_DIGITS[high]}{_DIGITS[low]}{self.text}"

    def resolve(self, corpus: Corpus) -> Place | None:
        """Return the sentence; None where the article has gone or has changed there."""
        for article in articles(corpus, self.article):
            for sentence in article.quotable[(self.number - 1) % _NUMBERS :: _NUMBERS]:
                if refer(sentence) == self:
                    return Place(sentence, article)
        return None


def refer(sentence: Sentence) -> Reference:
    """Return the reference to a sentence that can be quoted."""
    number = (sentence.number or 0) % _NUMBERS
    return Reference(article_key(sentence.article), number, _hash(sentence.text, _TEXT))


def parse(text: str) -> Reference:
    """Return the reference that a text stands for."""
    if not re.fullmatch(PATTERN, text):
        raise BrokenReferenceError(f"{text!r} is no reference to a sentence")
    high, low = (_DIGITS.index(digit) for digit in text[_ARTICLE : _ARTICLE + _NUMBER])
    return Reference(text[:_ARTICLE], high * len(_DIGITS) + low, text[_ARTICLE + _NUMBER :])


def parse_all(text: str) -> tuple[Reference, ...]:
    """Return the references that stand in a text one after the other."""
    return tuple(parse(text[at : at + SIZE]) for at in range(0, len(text), SIZE))


def join(references: Iterable[Reference]) -> str:
    """Return references as one text, for `parse_all`."""
    return "".join(map(str, references))


def article_key(article: str) -> str:
    """Return the short hash of an article's id."""
    return _hash(article, _ARTICLE)


def articles(corpus: Corpus, key: str) -> tuple[Article, ...]:
    """Return the articles whose id has a short hash: one, or in theory more."""
    return tuple(article for article in corpus.articles if article_key(article.id) == key)


def _hash(text: str, size: int) -> str:
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=6).digest()
    return base64.urlsafe_b64encode(digest).decode("ascii")[:size]
