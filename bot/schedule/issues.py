"""What a schedule has to show at a time: an edition, a timeline or an answer, where it is new."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Protocol

from bot.answers.answer import Answer, Quote
from bot.answers.answering import Answerer
from bot.answers.scope import Taste
from bot.briefings.edition import Edition, Length, reference
from bot.briefings.timeline import Timeline
from bot.briefings.topics import Topic, UnknownTopicError, find_topic
from bot.schedule.delivery import DeliveryError
from bot.schedule.post import NothingNew
from bot.schedule.zones import read_zone
from bot.store.schedules import Schedule, WhenNothingNew

Content = Edition | Timeline | Answer

# Among what was shown stand the topics that were spotlighted, the one longest ago first. No
# article's id has a blank in it.
_SPOTLIT = "topic "


class Lead(Enum):
    """What an issue opens with."""

    NEWS = "news"
    NOTHING_NEW = "nothing new"
    SPOTLIGHT = "spotlight"


@dataclass(frozen=True, slots=True)
class Issue:
    """What is to be posted for a day; with no content it says that nothing is new."""

    title: str
    day: date
    lead: Lead
    content: Content | None
    shown: tuple[str, ...]

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """Every quote, in the order in which they are numbered."""
        return quotes_of(self.content) if self.content else ()


class Archive(Protocol):
    """What issues are made from, with the outlets left out that a server wants left out."""

    topics: tuple[Topic, ...]

    def edition(
        self, length: Length, topic: Topic | None, as_of: date | None, taste: Taste
    ) -> Edition:
        """Return an edition of all topics or of one, as of a day."""

    def timeline(self, as_of: date | None, taste: Taste) -> Timeline:
        """Return the events known as of a day."""

    def answer(self, question: str, as_of: date | None, taste: Taste) -> Answer:
        """Return the answer to a question as of a day."""


class UnknownContentError(ValueError):
    """A schedule is to show what there is not; the message says what there is."""


Tastes = Callable[[int | None], Taste]
"""Tells what a server leaves out and prefers; called from a thread that may wait."""


class Issues:
    """Makes the issues of schedules from one archive."""

    def __init__(self, archive: Archive, tastes: Tastes, newest: date | None) -> None:
        self._archive = archive
        self._tastes = tastes
        self._newest = newest

    @property
    def topics(self) -> tuple[Topic, ...]:
        """The topics of the story."""
        return self._archive.topics

    def check(self, what: str) -> str:
        """Return what a schedule is to show in its one form; raises UnknownContentError."""
        kind, _, about = what.partition(":")
        if kind == "topic":
            return f"topic:{self._topic(about).name}"
        if kind == "question" and about.strip():
            return f"question:{' '.join(about.split())}"
        if kind in {"briefing", "timeline"}:
            return kind
        raise UnknownContentError("Write the question that is to be asked each time.")

    def issue(
        self, schedule: Schedule, now: datetime, previous: tuple[str, ...]
    ) -> Issue | NothingNew:
        """Return what a schedule shows now; raises DeliveryError where that is gone."""
        day = now.astimezone(read_zone(schedule.zone)).date()
        # A day after the newest article is like that article's own, which is worked out already.
        as_of = day if self._newest is None or day < self._newest else None
        taste = self._tastes(schedule.guild)
        try:
            content = self._content(schedule, as_of, taste)
        except UnknownContentError as error:
            raise DeliveryError(str(error)) from error
        found = references(quotes_of(content))
        spotlit = tuple(name for name in previous if name.startswith(_SPOTLIT))
        if set(found) - set(previous):
            return Issue(title_of(schedule.what), day, Lead.NEWS, content, found + spotlit)
        if schedule.when_nothing_new is WhenNothingNew.SAY:
            return Issue(title_of(schedule.what), day, Lead.NOTHING_NEW, None, previous)
        if schedule.when_nothing_new is WhenNothingNew.SPOTLIGHT:
            return self._spotlight(schedule, day, as_of, taste, previous)
        return NothingNew()

    def _content(self, schedule: Schedule, as_of: date | None, taste: Taste) -> Content:
        kind, _, about = schedule.what.partition(":")
        if kind == "timeline":
            return self._archive.timeline(as_of, taste)
        if kind == "question":
            return self._archive.answer(about, as_of, taste)
        topic = self._topic(about) if kind == "topic" else None
        return self._archive.edition(Length(schedule.length), topic, as_of, taste)

    def _topic(self, name: str) -> Topic:
        try:
            return find_topic(name, self.topics)
        except UnknownTopicError:
            known = ", ".join(topic.name for topic in self.topics) or "none"
            raise UnknownContentError(f"No topic is called “{name}”. There are: {known}.") from None

    def _spotlight(
        self,
        schedule: Schedule,
        day: date,
        as_of: date | None,
        taste: Taste,
        previous: tuple[str, ...],
    ) -> Issue | NothingNew:
        """Return the topic that was not shown for the longest time, where it has something."""
        spotlit = [name for name in previous if name.startswith(_SPOTLIT)]
        told = [name for name in previous if not name.startswith(_SPOTLIT)]
        for topic in _longest_ago(self.topics, spotlit):
            edition = self._archive.edition(Length(schedule.length), topic, as_of, taste)
            if edition.quotes:
                mark = f"{_SPOTLIT}{topic.name}"
                left = [name for name in spotlit if name != mark]
                shown = dict.fromkeys((*told, *references(edition.quotes), *left, mark))
                return Issue(topic.name, day, Lead.SPOTLIGHT, edition, tuple(shown))
        return NothingNew()


def title_of(what: str) -> str:
    """Return what a schedule shows, as a headline."""
    kind, _, about = what.partition(":")
    return about or kind.capitalize()


def quotes_of(content: Content) -> tuple[Quote, ...]:
    """Return every quote of some content, in the order in which they are numbered."""
    return content.shown if isinstance(content, Answer) else content.quotes


def references(quotes: Iterable[Quote]) -> tuple[str, ...]:
    """Return the short names of sentences, each once."""
    return tuple(dict.fromkeys(reference(quote.sentence) for quote in quotes))


def _longest_ago(topics: Sequence[Topic], spotlit: Sequence[str]) -> list[Topic]:
    order = {name: at for at, name in enumerate(spotlit)}
    return sorted(topics, key=lambda topic: order.get(f"{_SPOTLIT}{topic.name}", -1))


def newest_of(answerer: Answerer) -> date | None:
    """Return the day of the newest article."""
    return max((a.published for a in answerer.corpus.articles if a.published), default=None)
