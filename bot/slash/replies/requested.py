"""What was requested of a desk, as a reply: worked out anew each time, so that it never ages."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet

import discord

from bot.briefings.desk import Desk
from bot.slash import words
from bot.slash.references import name_key
from bot.slash.replies.comparison import comparison_view
from bot.slash.replies.coverage import coverage_view
from bot.slash.replies.edition import edition_view
from bot.slash.replies.notice import Tone, notice_view
from bot.slash.replies.person import person_view
from bot.slash.replies.pictures import Illustrated
from bot.slash.replies.timeline import timeline_view
from bot.slash.requests import (
    BriefRequest,
    CompareRequest,
    CoverageRequest,
    Request,
    TimelineRequest,
    WhoRequest,
)
from bot.slash.speaking import say


class _GoneError(LookupError):
    """The topic, outlet or name that a key stands for is not there any more."""


def requested(
    request: Request,
    desk: Desk,
    start: int = 0,
    *,
    pictures: bool = False,
    previous: AbstractSet[str] | None = None,
) -> Illustrated:
    """Return what was requested from a block on, or the word that it has gone.

    `previous` is what the edition before showed.
    """
    try:
        match request:
            case BriefRequest():
                return _edition(request, desk, start, previous)
            case CompareRequest():
                return Illustrated(_comparison(request, desk, start))
            case CoverageRequest():
                found = desk.coverage(request.as_of)
                return coverage_view(found, request, start, pictures=pictures)
            case TimelineRequest():
                return _timeline(request, desk, start, pictures=pictures)
            case WhoRequest():
                name = _named(request.name, desk.corpus.names.by_name)
                who = desk.who(name, request.as_of)
                return Illustrated(person_view(who, request, desk.corpus, start))
    except _GoneError:
        return Illustrated(notice_view(say(words.BRIEFING_GONE), Tone.PROBLEM))


def _edition(
    request: BriefRequest, desk: Desk, start: int, previous: AbstractSet[str] | None
) -> Illustrated:
    topics = {topic.name: topic for topic in desk.topics}
    topic = topics[_named(request.topic, topics)] if request.topic else None
    outlet = _named(request.outlet, desk.corpus.outlets) if request.outlet else None
    edition = desk.editor.edition(request.length, topic, outlet, request.as_of, previous)
    shown = edition.references if request.of_everything else frozenset()
    return Illustrated(edition_view(edition, request, desk.corpus, start), shown=shown)


def _comparison(request: CompareRequest, desk: Desk, start: int) -> discord.ui.LayoutView:
    about = request.question or ""
    if request.topic:
        about = _named(request.topic, (topic.name for topic in desk.topics))
    comparison = desk.comparer.compare(about, request.as_of)
    return comparison_view(comparison, request, desk.corpus, start)


def _timeline(request: TimelineRequest, desk: Desk, start: int, *, pictures: bool) -> Illustrated:
    names = desk.corpus.names.by_name
    name = names[_named(request.name, names)] if request.name else None
    found = desk.timeline(request.first, request.last, name, request.as_of)
    shown = name.name if name else ""
    return timeline_view(found, request, desk.corpus, start, name=shown, pictures=pictures)


def _named(key: str, names: Iterable[str]) -> str:
    """Return the name that a key stands for."""
    for name in names:
        if name_key(name) == key:
            return name
    raise _GoneError(key)
