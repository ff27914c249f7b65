"""Text to tokens: words, numbers and abbreviations, each with the place it stands in."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from bot.index.spelling import american


class Token(NamedTuple):
    """A word of a text; `text[start:end]` is the word as it stands, `form` its folded spelling.

    `american` is the form in American spelling, the same for both spellings of a word.
    """

    form: str
    start: int
    end: int
    capital: bool
    american: str


# Soft hyphens and joiners don't part a word, nor do accents that are characters of their own.
_UNSEEN = "\u00ad\u200c\u200d\u2060"
_ACCENTS = "\u0300-\u036f"
_TOKEN = re.compile(
    # U.S., U.S, a.m. Looking ahead parts most words from the rarer kinds at once.
    r"(?=[^\W\d_]\.)(?:(?:[^\W\d_]\.){2,}[^\W\d_]?(?!\w)|[^\W\d_]\.[^\W\d_](?!\w))"
    r"|(?=\d)(?:\d+(?:[.,]\d+)+|\d+(?:st|nd|rd|th)\b)"  # 3.5, 1,200, 21st
    rf"|[^\W_]+(?:['’ʼ‘`´][^\W_]+|[{_UNSEEN}{_ACCENTS}]+[^\W_]*)*"
    r"|[%£$€¥]"
)
_SIGNS = {"%": "percent", "£": "pound", "$": "dollar", "€": "euro", "¥": "yen"}
# What a NamedTuple calls in its turn.
_new = tuple.__new__
# How many words' forms are kept.
_KEPT = 20_000
_APOSTROPHES = str.maketrans("’ʼ‘`´", "'''''")
# Pronouns and the like that are also the abbreviation of a state or body.
_CAPITAL_ABBREVIATIONS = {"US": "u.s", "WHO": "w.h.o", "IT": "i.t"}
_BEFORE_PRONOUN_US = frozenset(
    [
        "about",
        "ask",
        "behind",
        "bring",
        "brief",
        "for",
        "give",
        "gave",
        "given",
        "help",
        "inform",
        "join",
        "let",
        "lets",
        "like",
        "near",
        "of",
        "on",
        "remind",
        "send",
        "show",
        "shown",
        "teach",
        "tell",
        "telling",
        "to",
        "told",
        "toward",
        "towards",
        "upon",
        "with",
        "without",
    ]
)


def tokens(text: str) -> list[Token]:
    """Cut a text into tokens, in order; hyphens and slashes part words, possessives are dropped."""
    shouted = text.isupper()
    result: list[Token] = []
    end = 0
    # What stands between two tokens holds no letter or figure, so the next such word is the token.
    for word in _TOKEN.findall(text):
        start = text.index(word, end)
        end = start + len(word)
        form, capital, spelled = _read(word, shouted)
        if form == "us" and _is_state(result):
            form = spelled = "u.s"
        result.append(_new(Token, (form, start, end, capital, spelled)))
    return result


def fold(word: str) -> str:
    """Return a word in lower case without accents or soft hyphens, with plain apostrophes."""
    lowered = word.translate(_APOSTROPHES).casefold()
    if lowered.isascii():
        return lowered
    decomposed = unicodedata.normalize("NFKD", lowered)
    kept = (c for c in decomposed if not unicodedata.combining(c) and c not in _UNSEEN)
    return "".join(kept) or lowered


def words(text: str) -> Iterator[str]:
    """Yield the folded words of a text."""
    return (token.form for token in tokens(text))


@lru_cache(maxsize=_KEPT)
def _read(word: str, shouted: bool) -> tuple[str, bool, str]:
    """Return a word's form, whether it begins with a capital letter, its American spelling."""
    form = _form(word, shouted)
    return form, word[0].isupper(), american(form)


def _form(word: str, shouted: bool) -> str:
    if word.isascii() and word.isalpha() and (shouted or word not in _CAPITAL_ABBREVIATIONS):
        return word.lower()
    if word in _SIGNS:
        return _SIGNS[word]
    if not shouted and word in _CAPITAL_ABBREVIATIONS:
        return _CAPITAL_ABBREVIATIONS[word]
    folded = fold(word)
    if folded[0].isdigit():
        return folded.replace(",", "") if re.fullmatch(r"\d{1,3}(?:,\d{3})+", folded) else folded
    if "." in folded:
        bare = folded.replace(".", "")
        return _CAPITAL_ABBREVIATIONS.get(bare.upper(), bare)
    if folded.endswith("'s"):
        return folded[:-2]
    return folded


def _is_state(before: list[Token]) -> bool:
    """Whether a lower-case "us" is the country, as people type it, and not the pronoun."""
    return not before or before[-1].form not in _BEFORE_PRONOUN_US
