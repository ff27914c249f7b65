"""The list of articles, a page at a time."""

from typing import Any, Final

import discord

from bot.corpus.article import Article, Corpus
from bot.slash import words
from bot.slash.buttons.paging import SourcesButton
from bot.slash.markdown import fit_line
from bot.slash.replies.citing import byline, details, link, link_button
from bot.slash.replies.layout import PLAIN, row, text, view_of
from bot.slash.replies.notice import notice_view
from bot.slash.speaking import say

_ON_A_PAGE: Final = 6
_ID_ROOM: Final = 100


def sources_view(corpus: Corpus, page: int = 0) -> discord.ui.LayoutView:
    """Return a page of the articles, the first page where there is no such one."""
    articles = corpus.articles
    if not articles:
        return notice_view(say(words.NO_SOURCES))
    pages = -(-len(articles) // _ON_A_PAGE)
    page = page if 0 <= page < pages else 0
    first = page * _ON_A_PAGE
    head = f"**{say(words.SOURCES, count=len(articles))}**"
    if pages > 1:
        head += f" · {say(words.PAGE, page=page + 1, pages=pages)}"
    items: list[discord.ui.Item[Any]] = [
        text(head),
        *(
            _source(number, article)
            for number, article in enumerate(articles[first : first + _ON_A_PAGE], first + 1)
        ),
        *row(
            SourcesButton(page - 1, say(words.PREVIOUS)) if page else None,
            SourcesButton(page + 1) if page + 1 < pages else None,
        ),
    ]
    return view_of(items, PLAIN)


def _source(number: int, article: Article) -> discord.ui.Item[Any]:
    count = say(words.SENTENCES, count=len(article.quotable))
    shown = (
        f"**{number}.** {byline(article)}\n{details(article)}\n"
        f"-# {fit_line(article.id, _ID_ROOM)} · {count}"
    )
    url = link(article)
    if url is None:
        return text(shown)
    return discord.ui.Section(shown, accessory=link_button(url, say(words.SOURCE)))
