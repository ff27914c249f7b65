"""A quote as it is shown: the words, the citation line, and what else is known of it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Final
from urllib.parse import urlsplit

import discord

from bot.answers.answer import Quote
from bot.answers.citation import NO_TITLE, OLDER, VIA, cite, show_authors, show_published
from bot.corpus.article import Article, Corpus, Sentence
from bot.slash import words
from bot.slash.buttons.context import ContextButton
from bot.slash.limits import LABEL, LINK, ROW_BUTTONS, length
from bot.slash.markdown import Fitted, escape_line, fit_label, fit_line, fit_quote
from bot.slash.references import Listed, refer
from bot.slash.speaking import say, translated

NAME_ROOM: Final = 100
_TITLE_ROOM: Final = 150
_BEFORE_ROOM: Final = 250


@dataclass(frozen=True, slots=True)
class Cited:
    """A quote with the number it is cited by."""

    number: int
    quote: Quote

    @property
    def sentence(self) -> Sentence:
        """The sentence that is quoted."""
        return self.quote.sentence

    @property
    def article(self) -> Article:
        """The article it stands in."""
        return self.quote.article


def stands(sentence: Sentence, corpus: Corpus) -> bool:
    """Whether a sentence stands in its article where it says, letter for letter."""
    article = corpus.by_id.get(sentence.article)
    return article is not None and article.text[sentence.start : sentence.end] == sentence.text


def numbered(quotes: Iterable[Quote], corpus: Corpus, first: int = 1) -> tuple[Cited, ...]:
    """Return quotes with their numbers, but for those that do not stand in their article."""
    return tuple(
        Cited(number, _sound_before(quote, corpus))
        for number, quote in enumerate(quotes, first)
        if stands(quote.sentence, corpus)
    )


def listed(quotes: Iterable[Cited]) -> tuple[Listed, ...]:
    """Return quotes as a button holds them."""
    return tuple(Listed(refer(cited.sentence), cited.quote.older) for cited in quotes)


def entry(cited: Cited, quoted: str, *, detailed: bool) -> list[discord.ui.Item[Any]]:
    """Return a quote as shown and its citation, with the button for its context if it has one."""
    texts = quoted, citation_text(cited, detailed=detailed)
    if cited.sentence.number is None:
        return [discord.ui.TextDisplay(content) for content in texts]
    button = ContextButton(cited.number, refer(cited.sentence))
    return [discord.ui.Section(*texts, accessory=button)]


def quote_text(quote: Quote, room: int) -> str:
    """Return the words of a quote as a block quote, after the sentence they lean on."""
    shown = marked_cut(fit_quote(quote.sentence.text, quote.highlights, room))
    if quote.before:
        return f"-# {say(words.BEFORE)}{fit_line(quote.before.text, _BEFORE_ROOM)}\n{shown}"
    return shown


def marked_cut(fitted: Fitted) -> str:
    """Return a block quote, with a line below that says so where it is cut."""
    if not fitted.left:
        return fitted.shown
    return f"{fitted.shown}\n-# {say(words.GOES_ON, count=fitted.left)}"


def citation_text(cited: Cited, *, detailed: bool) -> str:
    """Return the citation line, with headline and authors below it where there is room."""
    line = f"[{cited.number}] {citation_line(cited.article, cited.sentence)}"
    if cited.quote.older:
        line += f" · **{translated(OLDER)}**"
    return f"{line}\n-# {details(cited.article)}" if detailed else line


def citation_line(article: Article, sentence: Sentence) -> str:
    """Return outlet, date and place of a sentence."""
    return escape_line(
        cite(
            _named_shortly(article),
            replace(sentence, why=_short(translated(sentence.why))),
            translated,
        )
    )


def byline(article: Article) -> str:
    """Return an article's outlet, date and republisher."""
    parts = [fit_line(article.outlet, NAME_ROOM), escape_line(show_published(article, translated))]
    if article.via:
        parts.append(translated(VIA).format(name=fit_line(article.via, NAME_ROOM)))
    return " · ".join(parts)


def details(article: Article) -> str:
    """Return an article's headline and authors."""
    title = f"“{fit_line(article.title, _TITLE_ROOM)}”" if article.title else translated(NO_TITLE)
    return f"{title}, {fit_line(show_authors(article, translated), NAME_ROOM)}"


def link_rows(shown: Iterable[Cited]) -> list[discord.ui.ActionRow[Any]]:
    """Return a button for each article with an address, which tells the quotes it belongs to."""
    numbers: dict[str, list[int]] = {}
    outlets: dict[str, str] = {}
    for cited in shown:
        url = link(cited.article)
        if url:
            numbers.setdefault(url, []).append(cited.number)
            outlets[url] = cited.article.outlet
    buttons = [
        link_button(url, say(words.LINK, numbers=_brackets(numbers[url]), outlet=outlets[url]))
        for url in numbers
    ]
    return [
        discord.ui.ActionRow(*buttons[at : at + ROW_BUTTONS])
        for at in range(0, len(buttons), ROW_BUTTONS)
    ]


def link_button(url: str, label: str) -> discord.ui.Button[Any]:
    """Return a button that opens an address."""
    return discord.ui.Button(url=url, label=fit_label(label, LABEL))


def link(article: Article) -> str | None:
    """Return the article's address where Discord would take it for a button."""
    url = article.url or ""
    if length(url) > LINK or not url.isprintable() or any(letter.isspace() for letter in url):
        return None
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return None
    sound = parts.scheme in {"http", "https"} and "." in host.strip(".")
    return url if sound else None


def _brackets(numbers: Iterable[int]) -> str:
    return " ".join(f"[{number}]" for number in numbers)


def _sound_before(quote: Quote, corpus: Corpus) -> Quote:
    if quote.before and not stands(quote.before, corpus):
        return replace(quote, before=None)
    return quote


def _named_shortly(article: Article) -> Article:
    via = _short(article.via) if article.via else None
    return replace(article, outlet=_short(article.outlet), via=via)


def _short(name: str) -> str:
    return fit_label(name, NAME_ROOM)
