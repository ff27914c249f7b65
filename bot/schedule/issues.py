"""What a schedule has to show at a time: an edition, a timeline or an answer, where it is new."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from bot.answers.answer import Answer, Quote
from bot.briefings.desk import Desk
from bot.briefings.edition import Edition, Length, reference
from bot.briefings.timeline import Timeline
from bot.briefings.topics import Topic, UnknownTopicError, find_topic
from bot.phrase import Phrase, PhrasedError
from bot.schedule import refusals, texts
from bot.schedule.delivery import DeliveryError
from bot.schedule.post import NothingNew
from bot.schedule.zones import read_zone
from bot.store.schedules import Schedule, WhenNothingNew

Content = Edition | Timeline | Answer

# Among what was shown stand the topics that were spotlighted, the one longest ago first. No
# article's id has a blank in it.
_SPOTLIT = "topic "
_TITLES = {"briefing": texts.BRIEFING, "timeline": texts.TIMELINE}


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
    topic: str = ""
    as_of: date | None = None
    """The day up to which articles were looked at; None for all of them."""

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """Every quote, in the order in which they are numbered."""
        return quotes_of(self.content) if self.content else ()


class UnknownContentError(PhrasedError, ValueError):
    """A schedule is to show what there is not; the message says what there is."""


class Issues:
    """Makes the issues of schedules at one desk."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        days = (article.published for article in desk.corpus.articles if article.published)
        self._newest = max(days, default=None)

    def check(self, what: str) -> str:
        """Return what a schedule is to show in its one form; raises UnknownContentError."""
        kind, _, about = what.partition(":")
        if kind == "topic":
            return f"topic:{self._topic(about).name}"
        if kind == "question" and about.strip():
            return f"question:{' '.join(about.split())}"
        if kind in {"briefing", "timeline"}:
            return kind
        raise UnknownContentError(Phrase(refusals.NO_QUESTION))

    def issue(
        self,
        schedule: Schedule,
        now: datetime,
        previous: tuple[str, ...],
        left_out: frozenset[str] = frozenset(),
    ) -> Issue | NothingNew:
        """Return what a schedule shows now, without the outlets that are left out.

        Raises DeliveryError where what it is to show is gone.
        """
        day = now.astimezone(read_zone(schedule.zone)).date()
        # A day after the newest article is like that article's own, which is worked out already.
        as_of = day if self._newest is None or day < self._newest else None
        desk = self.desk.without(left_out)
        try:
            content = self._content(schedule, desk, as_of, previous)
        except UnknownContentError as error:
            raise DeliveryError(error.because) from error
        found = references(quotes_of(content))
        spotlit = tuple(name for name in previous if name.startswith(_SPOTLIT))
        title = title_of(schedule.what)
        if set(found) - set(previous):
            topic = title if schedule.what.startswith("topic:") else ""
            return Issue(title, day, Lead.NEWS, content, found + spotlit, topic, as_of)
        if schedule.when_nothing_new is WhenNothingNew.SAY:
            return Issue(title, day, Lead.NOTHING_NEW, None, previous)
        if schedule.when_nothing_new is WhenNothingNew.SPOTLIGHT:
            return _spotlight(schedule, desk, day, as_of, previous)
        return NothingNew()

    def _content(
        self, schedule: Schedule, desk: Desk, as_of: date | None, previous: tuple[str, ...]
    ) -> Content:
        kind, _, about = schedule.what.partition(":")
        if kind == "timeline":
            return desk.timelines.timeline(desk.answerer.within(as_of=as_of))
        if kind == "question":
            return desk.answerer.ask(about, as_of=as_of)
        topic = self._topic(about) if kind == "topic" else None
        before = frozenset(previous) or None
        return desk.editor.edition(Length(schedule.length), topic, None, as_of, before)

    def _topic(self, name: str) -> Topic:
        try:
            return find_topic(name, self.desk.topics)
        except UnknownTopicError:
            names = ", ".join(topic.name for topic in self.desk.topics)
            known = names or Phrase(refusals.NONE)
            raise UnknownContentError(Phrase(refusals.NO_TOPIC, typed=name, known=known)) from None


def _spotlight(
    schedule: Schedule, desk: Desk, day: date, as_of: date | None, previous: tuple[str, ...]
) -> Issue | NothingNew:
    """Return the topic that was not shown for the longest time, where it has something."""
    spotlit = [name for name in previous if name.startswith(_SPOTLIT)]
    told = [name for name in previous if not name.startswith(_SPOTLIT)]
    for topic in _longest_ago(desk.topics, spotlit):
        edition = desk.editor.edition(Length(schedule.length), topic, as_of=as_of)
        if edition.quotes:
            mark = f"{_SPOTLIT}{topic.name}"
            left = [name for name in spotlit if name != mark]
            shown = dict.fromkeys((*told, *references(edition.quotes), *left, mark))
            name = topic.name
            return Issue(name, day, Lead.SPOTLIGHT, edition, tuple(shown), name, as_of)
    return NothingNew()


def title_of(what: str) -> str:
    """Return what a schedule shows, as a headline."""
    kind, _, about = what.partition(":")
    return about or Phrase(_TITLES[kind])


def quotes_of(content: Content) -> tuple[Quote, ...]:
    """Return every quote of some content, in the order in which they are numbered."""
    return content.shown if isinstance(content, Answer) else content.quotes


def references(quotes: Iterable[Quote]) -> tuple[str, ...]:
    """Return the short names of sentences, each once."""
    return tuple(dict.fromkeys(reference(quote.sentence) for quote in quotes))


def _longest_ago(topics: Sequence[Topic], spotlit: Sequence[str]) -> list[Topic]:
    order = {name: at for at, name in enumerate(spotlit)}
    return sorted(topics, key=lambda topic: order.get(f"{_SPOTLIT}{topic.name}", -1))
