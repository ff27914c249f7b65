"""The verdict on a quotation, with the sentences that bear it out."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final

import discord

from bot.answers.answer import Quote
from bot.answers.verification import Match, Verdict, Verification
from bot.slash import words
from bot.slash.markdown import escape, fit_label
from bot.slash.replies.citing import Cited
from bot.slash.replies.layout import ANSWERED, NOT_FOUND, Page, page_of, text, view_of
from bot.slash.speaking import say
from bot.slash.visible import flat

_QUOTATION_ROOM: Final = 400
_HEADS: Final = {
    Verdict.VERBATIM: words.VERBATIM,
    Verdict.SAME_WORDS: words.SAME_WORDS,
    Verdict.NEARLY: words.NEARLY,
    Verdict.NOT_FOUND: words.NO_SUCH_QUOTE,
}
_WORD = re.compile(r"\S+")


def verification_view(verification: Verification) -> discord.ui.LayoutView:
    """Return the verdict; a near miss shows what differs."""
    head = f"**{say(_HEADS[verification.verdict])}**"
    found = [match for match in verification.matches if _stands(match)]
    if not found:
        quotation = escape(fit_label(verification.quotation, _QUOTATION_ROOM))
        below = f"\n-# {say(words.YOURS)}{quotation}" if quotation else ""
        return view_of([text(f"**{say(words.NO_SUCH_QUOTE)}**{below}")], NOT_FOUND)
    nearly = verification.verdict is Verdict.NEARLY
    quotation = fit_label(verification.quotation, _QUOTATION_ROOM)
    shown = [
        Cited(number, _quote(match, verification.quotation if nearly else None))
        for number, match in enumerate(found, 1)
    ]
    if nearly:
        head += f"\n{say(words.YOURS)}{_struck(quotation, found[0])}\n-# {say(words.DIFFERENCE)}"
    footer = f"-# {say(words.CLOSEST_FOOTER)}"
    page = Page(lambda _: [text(head)], lambda _: [text(footer)], NOT_FOUND if nearly else ANSWERED)
    return page_of(page, shown)


def _stands(match: Match) -> bool:
    sentence = match.sentence
    return match.article.text[sentence.start : sentence.end] == sentence.text


def _quote(match: Match, quotation: str | None) -> Quote:
    """Return a match as a quote; where a quotation differs from it, its own words in bold."""
    spans = tuple(_only_there(quotation, match)) if quotation is not None else ()
    return Quote(match.sentence, match.article, match.similarity, spans)


def _only_there(quotation: str, match: Match) -> Iterator[tuple[int, int]]:
    places = list(_WORD.finditer(match.sentence.text))
    theirs = [place[0] for place in places]
    for tag, _, _, start, end in _opcodes(quotation.split(), theirs):
        if tag != "equal" and end > start:
            yield places[start].start(), places[end - 1].end()


def _struck(quotation: str, match: Match) -> str:
    ours = flat(quotation).split()
    shown: list[str] = []
    for tag, start, end, _, _ in _opcodes(ours, match.sentence.text.split()):
        run = escape(" ".join(ours[start:end]))
        if run:
            shown.append(run if tag == "equal" else f"~~{run}~~")
    return " ".join(shown)


def _opcodes(ours: list[str], theirs: list[str]) -> Sequence[tuple[str, int, int, int, int]]:
    return SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()
