"""The desk: all that briefs from one corpus, built once and handed down."""

from dataclasses import replace
from datetime import date
from functools import lru_cache

from bot.answers.answer import Answer
from bot.answers.answering import Answerer
from bot.answers.scope import NO_TASTE, Scope, Taste
from bot.briefings.comparison import Comparer
from bot.briefings.coverage import Coverage, coverage
from bot.briefings.editor import Editor
from bot.briefings.people import Who, meant, who
from bot.briefings.timeline import Timelines
from bot.briefings.topics import Topic, topics_of
from bot.corpus.article import Corpus
from bot.corpus.names import Name

_DESKS = 16
_COVERAGES = 16


class Desk:
    """A story's topics, and what makes editions, comparisons, timelines and people of it."""

    def __init__(self, answerer: Answerer, topics: tuple[Topic, ...], timelines: Timelines) -> None:
        self.answerer = answerer
        self.topics = topics
        self.timelines = timelines
        self.editor = Editor(answerer, topics)
        self.comparer = Comparer(answerer, topics)
        self.coverage = lru_cache(maxsize=_COVERAGES)(self._cover)
        self._without = lru_cache(maxsize=_DESKS)(self._leave_out)

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
        self.timelines.prepare(self.answerer.within())
        self.comparer.everything()
        self.coverage(None)

    def without(self, outlets: frozenset[str]) -> "Desk":
        """Return a desk that leaves some outlets out of all it makes."""
        known = outlets.intersection(self.corpus.outlets)
        return self._without(known) if known else self

    def meant(self, name: str) -> list[Name]:
        """Return those whom a name may mean, by any of its spellings."""
        return meant(name, self.answerer.index)

    def who(self, name: str, as_of: date | None = None) -> Who:
        """Say who a name means in what was published by a day."""
        return who(name, self.answerer.index, self.answerer.within(as_of=as_of))

    def _cover(self, as_of: date | None) -> Coverage:
        return coverage(self.answerer, self.topics, as_of)

    def _leave_out(self, outlets: frozenset[str]) -> "Desk":
        return Desk(_AnswererWithout(self.answerer, outlets), self.topics, self.timelines)


def desk_of(answerer: Answerer) -> Desk:
    """Return the desk of a corpus; raises CorpusError where its topics file is faulty."""
    return Desk(answerer, topics_of(answerer.index), Timelines(answerer.index))


class _AnswererWithout(Answerer):
    """An answerer that shares all that another has read, and leaves some outlets out."""

    def __init__(self, whole: Answerer, left_out: frozenset[str]) -> None:
        vars(self).update(vars(whole))
        kept = tuple(a for a in whole.corpus.articles if a.outlet not in left_out)
        self.corpus = replace(whole.corpus, articles=kept)
        self._whole = whole
        self._left_out = left_out

    def ask(
        self,
        text: str,
        outlet: str | None = None,
        as_of: date | None = None,
        top: int | None = None,
        taste: Taste = NO_TASTE,
    ) -> Answer:
        """Answer from the other outlets."""
        taste = replace(taste, left_out=taste.left_out | self._left_out)
        return self._whole.ask(text, outlet, as_of, top, taste)

    def within(
        self,
        outlet: str | None = None,
        as_of: date | None = None,
        left_out: frozenset[str] = frozenset(),
    ) -> Scope:
        """Return the articles of the other outlets."""
        return self._whole.within(outlet, as_of, left_out | self._left_out)
