"""A sentence named in nine characters, so that a button can hold ten of them for years."""

import base64
import re
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Final

from bot.corpus.article import Article, Corpus, Sentence

SIZE: Final = 9
MOST: Final = 10
PATTERN: Final = rf"[A-Za-z0-9_-]{{{SIZE}}}"
LIST_PATTERN: Final = rf"[A-Za-z0-9_-]{{2}}(?:{PATTERN}){{1,{MOST}}}"
KEY_PATTERN: Final = r"[A-Za-z0-9_-]{4}"
ARTICLE_PATTERN: Final = KEY_PATTERN
_ARTICLE, _NUMBER, _TEXT, _MARKS = 4, 2, 3, 2
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
        return f"{self.article}{_digits(self.number)}{self.text}"

    def resolve(self, corpus: Corpus) -> Place | None:
        """Return the sentence; None where the article has gone or has changed there."""
        for article in articles(corpus, self.article):
            for sentence in article.quotable[(self.number - 1) % _NUMBERS :: _NUMBERS]:
                if refer(sentence) == self:
                    return Place(sentence, article)
        return None


@dataclass(frozen=True, slots=True)
class Listed:
    """A reference in a list, and whether its sentence was older reporting to the question."""

    reference: Reference
    older: bool = False


def refer(sentence: Sentence) -> Reference:
    """Return the reference to a sentence that can be quoted."""
    number = (sentence.number or 0) % _NUMBERS
    return Reference(article_key(sentence.article), number, _hash(sentence.text, _TEXT))


def parse(text: str) -> Reference:
    """Return the reference that a text stands for."""
    if not re.fullmatch(PATTERN, text):
        raise BrokenReferenceError(f"{text!r} is no reference to a sentence")
    number = _number(text[_ARTICLE : _ARTICLE + _NUMBER])
    return Reference(text[:_ARTICLE], number, text[_ARTICLE + _NUMBER :])


def parse_list(text: str) -> tuple[Listed, ...]:
    """Return the references that a text lists."""
    older = _number(text[:_MARKS])
    starts = range(_MARKS, len(text), SIZE)
    return tuple(
        Listed(parse(text[start : start + SIZE]), bool(older >> at & 1))
        for at, start in enumerate(starts)
    )


def list_of(listed: Sequence[Listed]) -> str:
    """Return up to ten references as one text: a bit for each that is older, then themselves."""
    older = sum(item.older << at for at, item in enumerate(listed))
    return _digits(older) + "".join(str(item.reference) for item in listed)


def article_key(article: str) -> str:
    """Return the short hash of an article's id."""
    return _hash(article, _ARTICLE)


def name_key(name: str) -> str:
    """Return the short hash of a name: of a topic, an outlet, somebody."""
    return _hash(name, _ARTICLE)


def articles(corpus: Corpus, key: str) -> tuple[Article, ...]:
    """Return the articles whose id has a short hash: one, or in theory more."""
    return tuple(article for article in corpus.articles if article_key(article.id) == key)


def _digits(number: int) -> str:
    """Return a number below 4,096 as two digits."""
    high, low = divmod(number, len(_DIGITS))
    return _DIGITS[high] + _DIGITS[low]


def _number(digits: str) -> int:
    high, low = map(_DIGITS.index, digits)
    return high * len(_DIGITS) + low


def _hash(text: str, size: int) -> str:
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=6).digest()
    return base64.urlsafe_b64encode(digest).decode("ascii")[:size]
