"""Who somebody is: the role in a quote, every mention by outlet, and who is named beside them."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

import discord

from bot.briefings.people import Person, Who
from bot.corpus.article import Corpus
from bot.slash import words
from bot.slash.buttons.turning import TurnButton
from bot.slash.limits import LABEL, ROW_BUTTONS
from bot.slash.markdown import fit_label, fit_line
from bot.slash.replies.blocks import Block, Frame, Makers, parts_view
from bot.slash.replies.citing import NAME_ROOM, numbered
from bot.slash.replies.layout import ANSWERED, NOT_FOUND, text, view_of
from bot.slash.replies.lines import Numbered, by_sentence, heading, names_text, quote_block
from bot.slash.requests import Request, WhoRequest
from bot.slash.speaking import say

_NAMES_ROOM = 300
_CHOICES = 25


def person_view(
    who: Who, request: WhoRequest, corpus: Corpus, start: int = 0
) -> discord.ui.LayoutView:
    """Return what the articles say of somebody, from a block on."""
    person = who.person
    if person is None:
        return nobody_view(who.asked)
    shown = by_sentence(numbered(person.quotes, corpus))
    title = text("\n".join(_title(person, who.choices)))
    if not shown:
        return view_of([title, text(say(words.NOT_MENTIONED))], NOT_FOUND)
    makers: Makers = list(_blocks(person, shown))
    frame = Frame([title], say(words.ANSWER_FOOTER), request, ANSWERED)
    return parts_view(makers, start, frame)


def nobody_view(name: str) -> discord.ui.LayoutView:
    """Return the plain word that no article names somebody."""
    shown = say(words.NOBODY, name=fit_line(name, NAME_ROOM))
    return view_of([text(f"**{shown}**")], NOT_FOUND)


def which_view(asked: str, choices: Sequence[tuple[str, Request]]) -> discord.ui.LayoutView:
    """Ask which of several a name means, with a button for each."""
    question = say(words.WHICH, name=fit_line(asked, NAME_ROOM))
    buttons = [
        TurnButton(request, 0, fit_label(name, LABEL - 1) or str(number))
        for number, (name, request) in enumerate(choices[:_CHOICES], 1)
    ]
    rows: list[discord.ui.Item[Any]] = [
        discord.ui.ActionRow(*buttons[at : at + ROW_BUTTONS])
        for at in range(0, len(buttons), ROW_BUTTONS)
    ]
    return view_of([text(f"**{question}**"), *rows], NOT_FOUND)


def _title(person: Person, others: Sequence[str]) -> Iterator[str]:
    yield f"### {fit_line(person.name.name, NAME_ROOM)}"
    if others:
        yield f"-# {say(words.NOT_MIXED_UP, names=names_text(others, _NAMES_ROOM))}"
    if person.together:
        beside = [f"{name} ({count})" for name, count in person.together]
        yield f"-# {say(words.TOGETHER, names=names_text(beside, _NAMES_ROOM))}"


def _blocks(person: Person, shown: Numbered) -> Iterator[partial[Block]]:
    """Yield what makes each block: the role, then the mentions outlet by outlet."""
    if person.role and person.role.sentence in shown:
        yield partial(quote_block, shown[person.role.sentence], heading(say(words.ROLE)))
    for item in person.mentions:
        name = say(words.MENTIONS, outlet=item.outlet, count=len(item.quotes))
        for quote in item.quotes:
            if quote.sentence in shown:
                yield partial(quote_block, shown[quote.sentence], heading(name))
