"""An answer as a reply: its quotes, or the plain word that there are none."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

import discord

from bot.answers.answer import Answer, Disagreement
from bot.corpus.article import Corpus
from bot.slash import words
from bot.slash.buttons.feedback import HelpfulButton, WrongButton
from bot.slash.buttons.follow_up import FollowUpButton
from bot.slash.buttons.following import ClosestButton, MoreButton
from bot.slash.limits import length
from bot.slash.markdown import fit_line
from bot.slash.references import MOST, refer
from bot.slash.replies.citing import NAME_ROOM, Cited, listed, numbered
from bot.slash.replies.layout import ANSWERED, NOT_FOUND, Page, page_of, row, rule, text, view_of
from bot.slash.replies.question import question_text
from bot.slash.speaking import say, translated

_REMARKS_ROOM: Final = 800
_REMARK_ROOM: Final = 300


def answer_view(answer: Answer, corpus: Corpus, spare: int = 0) -> discord.ui.LayoutView:
    """Return an answer as a reply, with every quote checked against its article once more.

    `spare` letters are left for what the view will stand under.
    """
    shown = numbered(answer.shown, corpus)
    closest = numbered(answer.closest, corpus)
    if not answer.answered or not shown:
        return _not_found(answer, closest)
    asked = question_text(answer.question)
    above = [asked, rule()] if asked else []

    def below(count: int) -> list[discord.ui.Item[Any]]:
        left = shown[count:]
        following = [*left, *closest][:MOST]
        first = left[0].number if left else shown[-1].number + 1
        remarks = _remarks(answer, shown, len(left))
        return [
            *([text(remarks)] if remarks else []),
            text(f"-# {say(words.ANSWER_FOOTER)}"),
            *row(
                MoreButton(first, listed(following)) if following else None,
                HelpfulButton(refer(shown[0].sentence)),
                WrongButton(refer(shown[0].sentence)),
                FollowUpButton(),
            ),
        ]

    return page_of(Page(lambda _: above, below, ANSWERED, spare), shown)


def _not_found(answer: Answer, closest: Sequence[Cited]) -> discord.ui.LayoutView:
    asked = question_text(answer.question)
    notes = "\n".join(_fitting(_notes(answer)))
    first = f"**{say(words.NOT_FOUND)}**"
    if answer.answered:
        first += f" {say(words.UNCHECKED)}"
    items = [
        text(first),
        *([asked] if asked else []),
        *([text(notes)] if notes else []),
        text(f"-# {say(words.NOT_FOUND_FOOTER)}"),
        *row(
            ClosestButton(listed(closest[:MOST])) if closest else None,
            HelpfulButton(None),
            WrongButton(None),
            FollowUpButton(),
        ),
    ]
    return view_of(items, NOT_FOUND)


def _remarks(answer: Answer, shown: Sequence[Cited], left: int) -> str:
    """Return what stands around the quotes: agreement, difference, notes, what had no room."""
    lines: list[str] = []
    if left:
        lines.append(say(words.BEHIND_MORE, count=left))
    lines += [_difference(item, shown) for item in answer.disagreements]
    if answer.corroborated_by:
        lines.append(say(words.ALSO, outlets=_listed(answer.corroborated_by)))
    lines += _notes(answer)
    return "\n".join(_fitting(lines))


def _notes(answer: Answer) -> list[str]:
    notes = (fit_line(translated(note), _REMARK_ROOM) for note in answer.notes)
    return [f"*{note}*" for note in notes if note]


def _difference(item: Disagreement, shown: Sequence[Cited]) -> str:
    """Say which of the quotes shown differ, and in what."""
    numbers = {cited.quote.sentence: cited.number for cited in shown}
    sides = [
        f"{fit_line(quote.article.outlet, NAME_ROOM)} [{numbers[quote.sentence]}]"
        for quote in item.quotes
        if quote.sentence in numbers
    ]
    about = say(words.DIFFER, about=fit_line(translated(item.about), NAME_ROOM))
    return f"**{about}** {', '.join(sides)}."


def _listed(outlets: Sequence[str]) -> str:
    names = [fit_line(outlet, NAME_ROOM) for outlet in outlets]
    some = ", ".join(names[:3])
    left = len(names) - 3
    return say(words.AND_MORE, shown=some, count=left) if left > 0 else some


def _fitting(lines: Iterable[str]) -> Iterator[str]:
    """Yield lines while there is room for remarks."""
    room = _REMARKS_ROOM
    for line in lines:
        room -= length(line) + 1
        if room < 0:
            return
        yield line
