"""A language in which whatever is translated stands between brackets, and what is not is seen."""

import re
from collections.abc import Iterator
from string import Formatter

import pytest

from bot.slash.languages import english
from bot.slash.markdown import unescape

# What quotes an article, letter for letter.
_QUOTED = re.compile(r"^> .*$|^-# Before it.*$", re.MULTILINE)
_MARKED = re.compile(r"⟦[^⟦⟧]*⟧")
# What Discord itself puts in the reader's language, and what stands for itself in any.
_OWN = re.compile(r"<[^>]*>|[\w.]+\.\w+|https?://\S+|¶\d+|[A-Z]\w+/[A-Z]\w+|\bUTC\b|\d\d:\d\dZ")


_SEEN = {"content", "label", "placeholder", "description", "title", "text"}


class Marked(dict):
    """Brackets the words of every text that a language can have, and not what fills its blanks."""

    def __init__(self):
        super().__init__({text: _bracketed(text) for text in english()})


def _bracketed(text: str) -> str:
    parts = []
    for words, blank, form, _ in Formatter().parse(text):
        kept = words.replace("{", "{{").replace("}", "}}")
        parts.append(f"⟦{kept}⟧" if re.search(r"[^\W\d_]", words) else kept)
        if blank is not None:
            parts.append("{" + blank + (f":{form}" if form else "") + "}")
    return "".join(parts)


def left(said: str, known: list[str]) -> str:
    """Return the letters of a text that are neither translated, nor quoted, nor known."""
    said = _QUOTED.sub("", unescape(said))
    # A line of a menu holds as much of a sentence as has room.
    said = "\n".join(line for line in said.split("\n") if not _begins(line, known))
    for one in known:
        said = said.replace(one, " ")
    said = _MARKED.sub(" ", said)
    return " ".join(re.findall(r"[^\W\d_]+", _OWN.sub(" ", said)))


def _begins(line: str, known: list[str]) -> bool:
    begun = line.removesuffix("…").rstrip()
    return line.endswith("…") and any(one.startswith(begun) for one in known)


def known_words(desk, *typed: str) -> list[str]:
    """Return what stands in the articles and beside them, and what was typed; longest first."""
    corpus = desk.corpus
    found = {*typed, *desk.questions, *(topic.name for topic in desk.topics)}
    for article in corpus.articles:
        found |= {article.id, article.outlet, article.title or "", article.via or ""}
        found |= {*article.authors, ", ".join(article.authors)}
        found |= {sentence.text for sentence in article.sentences}
    found |= {entry.name for entry in corpus.names.entries}
    found |= {note.remark for note in corpus.notes}
    return sorted(filter(None, found), key=len, reverse=True)


def visible_words(part) -> Iterator[str]:
    """Yield every text that a person sees, or has read aloud, of a message or a modal."""
    if isinstance(part, list):
        for one in part:
            yield from visible_words(one)
    elif isinstance(part, dict):
        for name, value in part.items():
            if name in _SEEN and isinstance(value, str):
                yield value
            else:
                yield from visible_words(value)


def assert_marked(said: str, known: list[str]) -> None:
    """Fail where a text has words that went past the translations, or nothing translated."""
    assert "⟦" in said, said
    found = left(said, known)
    if found:
        pytest.fail(f"{found} is left of: {said}")
