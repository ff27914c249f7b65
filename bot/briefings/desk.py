"""The desk: all that briefs from one corpus, built once and handed down."""

from datetime import date
from functools import lru_cache

from bot.answers.answering import Answerer
from bot.answers.scope import NO_TASTE, Taste
from bot.briefings.comparison import Comparer
from bot.briefings.coverage import Coverage, coverage
from bot.briefings.drawn_topics import topics_of
from bot.briefings.editor import Editor
from bot.briefings.people import Who, meant, who
from bot.briefings.timeline import Timeline, Timelines
from bot.briefings.topics import Topic
from bot.corpus.article import Corpus
from bot.corpus.names import Name

_DESKS = 16
_COVERAGES = 16
# All dates of more sentences than this take minutes and hundreds of megabytes to read: only when
# a timeline is asked for.
_MOST_READ = 200_000


class Desk:
    """A story's topics, and what makes editions, comparisons, timelines and people of it."""

    def __init__(self, answerer: Answerer, topics: tuple[Topic, ...], timelines: Timelines) -> None:
        self.answerer = answerer
        self.topics = topics
        self.timelines = timelines
        self.editor = Editor(answerer, topics)
        self.comparer = Comparer(answerer, topics)
        self._coverage = lru_cache(maxsize=_COVERAGES)(self._cover)
        self._keeping_to = lru_cache(maxsize=_DESKS)(self._keep_to)

    @property
    def corpus(self) -> Corpus:
        """The articles that it briefs from."""
        return self.answerer.corpus

    @property
    def questions(self) -> tuple[str, ...]:
        """The standing questions that were written for the story."""
        written = (topic for topic in self.topics if not topic.drawn)
        return tuple(question for topic in written for question in topic.questions)

    def prepare(self) -> None:
        """Do now what the first who ask would else wait for."""
        self.editor.prepare()
        if len(self.answerer.index.sentences) <= _MOST_READ:
            self.timelines.prepare(self.answerer.within())
        self.comparer.everything()
        self.coverage(None)

    def without(self, outlets: frozenset[str]) -> "Desk":
        """Return a desk that leaves some outlets out of all it makes."""
        return self.keeping_to(Taste(outlets))

    def keeping_to(self, taste: Taste) -> "Desk":
        """Return a desk that leaves some outlets out of all it makes, and prefers some."""
        left_out = taste.left_out.intersection(self.corpus.outlets)
        preferred = taste.preferred.intersection(self.corpus.outlets) - left_out
        known = Taste(left_out, preferred)
        return self if known == NO_TASTE else self._keeping_to(known)

    def timeline(
        self,
        first: date | None = None,
        last: date | None = None,
        name: Name | None = None,
        as_of: date | None = None,
    ) -> Timeline:
        """Return the events between two days, and of a name if one is given."""
        within, preferred = self.answerer.within(as_of=as_of), self.answerer.taste.preferred
        return self.timelines.timeline(within, first, last, name, preferred=preferred)

    def meant(self, name: str) -> list[Name]:
        """Return those whom a name may mean, by any of its spellings."""
        return meant(name, self.answerer.index)

    def who(self, name: str, as_of: date | None = None) -> Who:
        """Say who a name means in what was published by a day."""
        return who(name, self.answerer.index, self.answerer.within(as_of=as_of))

    def coverage(self, as_of: date | None) -> Coverage:
        """Return which topics each outlet covers in what was published by a day."""
        return self._coverage(self.answerer.day(as_of))

    def _cover(self, as_of: date | None) -> Coverage:
        return coverage(self.answerer, self.topics, as_of)

    def _keep_to(self, taste: Taste) -> "Desk":
        return Desk(self.answerer.keeping_to(taste), self.topics, self.timelines)


def desk_of(answerer: Answerer) -> Desk:
    """Return the desk of a corpus; raises CorpusError where its topics file is faulty."""
    return Desk(answerer, topics_of(answerer.index), Timelines(answerer.index))
