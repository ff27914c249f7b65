"""Schedules, what became of their times, and what they post, made of odd texts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from random import Random
from types import SimpleNamespace
from typing import Any

from bot.answers.answer import Quote
from bot.corpus.article import Corpus
from bot.schedule.issues import Content, Issue, Lead
from bot.slash.posting.rendering import Renderer
from bot.store.entries import Entry, MessageReference, State
from bot.store.schedules import Schedule, WhenNothingNew
from tests.odd.articles import odd_answer
from tests.odd.briefings import odd_edition, odd_timeline
from tests.odd.texts import odd_text

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
CHANNEL, OWNER, ROLE = 2**63, 2**63 + 1, 2**63 + 2
LINK = "https://discord.com/channels/1/2/3"
_TIMES = ("daily 08:00", "weekdays 08:00 12:00 18:30", "every 6 hours", "0 8 1-7 * 2")


@dataclass(frozen=True, slots=True)
class OneIssue:
    """Stands where issues are made, and has made one."""

    desk: Any
    made: Issue

    def issue(self, *_: Any) -> Issue:
        return self.made


def odd_schedule(random: Random, number: int = 1) -> Schedule:
    """Return a schedule that asks something odd."""
    text = odd_text(random) or "x"
    what = random.choice(("briefing", "timeline", f"topic:{text}", f"question:{text}"))
    paused = random.random() < 0.3
    return Schedule(
        id=number,
        guild=1,
        channel=CHANNEL,
        user=None,
        owner=OWNER,
        recurrence=random.choice(_TIMES),
        zone=random.choice(("UTC", "America/Argentina/Buenos_Aires")),
        what=what,
        created=NOW,
        anchor=NOW,
        checked_until=NOW,
        next_due=random.choice((None, NOW)),
        length=random.choice(("short", "standard", "long")),
        mention_role=random.choice((None, ROLE)),
        sources_thread=random.random() < 0.5,
        when_nothing_new=random.choice(list(WhenNothingNew)),
        lateness_hours=random.choice((0, 6)),
        paused=paused,
        paused_because=odd_text(random) if paused else "",
    )


def odd_entry(random: Random, number: int) -> Entry:
    """Return a time that came round and ended for an odd reason."""
    message = MessageReference(CHANNEL, 3, LINK) if random.random() < 0.5 else None
    return Entry(
        id=number,
        schedule=1,
        day=NOW.date(),
        slot="08:00",
        due=NOW,
        opened=NOW,
        state=random.choice(list(State)),
        token=1,
        free_at=NOW,
        mark="mark",
        body=None,
        shown=(),
        reason=odd_text(random),
        settled=None,
        message=message,
    )


def odd_renderer(
    random: Random, corpus: Corpus, quotes: Sequence[Quote], schedule: Schedule
) -> Renderer:
    """Return what lays out one odd post of a schedule."""
    lead = random.choice(list(Lead))
    content: Content | None = None
    if lead is not Lead.NOTHING_NEW:
        content = _content(random, corpus, quotes)
    title = odd_text(random) or "x"
    topic = title if random.random() < 0.5 else ""
    issue = Issue(title, date(2026, 9, 30), lead, content, ("x:1",), topic)
    desk: Any = OneIssue(SimpleNamespace(corpus=corpus), issue)
    return Renderer(desk)


def _content(random: Random, corpus: Corpus, quotes: Sequence[Quote]) -> Content:
    match random.randrange(3):
        case 0:
            return odd_edition(random, quotes)
        case 1:
            return odd_timeline(random, quotes)
        case _:
            return odd_answer(random, corpus)
